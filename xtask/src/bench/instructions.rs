//! `cargo xtask bench --instructions`: how many instructions the hot paths take, against the counts
//! that are kept in the repository.

use std::{collections::BTreeMap, env, fmt::Write, fs, path::PathBuf, process::Command};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::stage::{Stage, printed};
use crate::refusal::{Outcome, Refusal};

const FILE: &str = "crates/payments-instructions/counts.toml";

/// It refuses to work with another version of the library, which is pinned in the crate's manifest.
const MANIFEST: &str = "crates/payments-instructions/Cargo.toml";

/// What a path may take more before it is said to have grown, in percent: the linker's whims alone
/// move a count by some tenths.
const TOLERANCE: u64 = 1;

/// The counts of one compiler, by path.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Counts {
    rustc: String,
    target: String,
    instructions: BTreeMap<String, u64>,
}

/// Counts, and compares with what is kept; or keeps it.
pub(super) fn run(stage: &Stage, keep: bool) -> Outcome<String> {
    let counted = count(stage)?;
    let file = stage.root.join(FILE);
    if keep {
        let text = toml::to_string(&counted).map_err(|error| plain(FILE, &error))?;
        let text = format!("# Written by `cargo xtask bench --instructions --keep`.\n\n{text}");
        fs::write(&file, text).map_err(|error| plain(FILE, &error))?;
        return Ok(format!(
            "{} counts kept in {FILE}",
            counted.instructions.len()
        ));
    }
    let text = fs::read_to_string(&file).map_err(|error| plain(FILE, &error))?;
    let kept: Counts = toml::from_str(&text).map_err(|error| plain(FILE, &error))?;
    compare(&kept, &counted)
}

fn plain(what: &str, error: &dyn std::fmt::Display) -> Refusal {
    Refusal::plain(format!("{what}: {error}"))
}

fn count(stage: &Stage) -> Outcome<Counts> {
    let valgrind = printed(tool("valgrind", "--version"));
    valgrind.map_err(|_| {
        Refusal::plain("valgrind is needed to count instructions: install it, on Debian by `apt install valgrind`")
    })?;
    let tools = runner(stage)?;
    let mut cargo = stage.cargo("payments-instructions");
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([tools].into_iter().chain(env::split_paths(&path)));
    cargo.env("PATH", path.map_err(|error| plain("PATH", &error))?);
    cargo.args(["bench", "--locked", "--quiet", "--manifest-path", MANIFEST]);
    cargo.args(["--bench", "hot_paths", "--", "--output-format=json"]);
    let compiler = printed(tool("rustc", "-vV"))?;
    let told = |name: &str| {
        let mut lines = compiler.lines().filter_map(|line| line.split_once(": "));
        lines.find_map(|(key, value)| (key == name).then(|| value.to_owned()))
    };
    Ok(Counts {
        rustc: told("release").unwrap_or_default(),
        target: told("host").unwrap_or_default(),
        instructions: read(&printed(cargo)?)?,
    })
}

fn tool(name: &str, argument: &str) -> Command {
    let mut command = Command::new(name);
    command.arg(argument);
    command
}

/// The folder of the program that drives valgrind; it is installed if it is not there in the
/// version of the library.
fn runner(stage: &Stage) -> Outcome<PathBuf> {
    let version = library_version(stage)?;
    let root = stage.folder.join("tools").join(&version);
    let folder = root.join("bin");
    let program = format!("gungraun-runner{}", env::consts::EXE_SUFFIX);
    if !folder.join(program).exists() {
        eprintln!("installing gungraun-runner {version}");
        let mut cargo = stage.cargo("tools");
        cargo.args([
            "install",
            "gungraun-runner",
            "--version",
            &version,
            "--root",
        ]);
        printed({
            cargo.arg(&root);
            cargo
        })?;
    }
    Ok(folder)
}

fn library_version(stage: &Stage) -> Outcome<String> {
    let text = fs::read_to_string(stage.root.join(MANIFEST));
    let text = text.map_err(|error| plain(MANIFEST, &error))?;
    let manifest: toml::Table = toml::from_str(&text).map_err(|error| plain(MANIFEST, &error))?;
    let version = manifest
        .get("dev-dependencies")
        .and_then(|dependencies| dependencies.get("gungraun")?.as_str())
        .and_then(|version| version.strip_prefix('='));
    version
        .map(str::to_owned)
        .ok_or_else(|| Refusal::plain(format!("{MANIFEST}: expected gungraun = \"=<version>\"")))
}

/// One line of JSON for each path.
fn read(lines: &str) -> Outcome<BTreeMap<String, u64>> {
    let unreadable = || Refusal::plain("gungraun-runner counted in a form that is not known");
    lines
        .lines()
        .map(|line| {
            let json: Value = serde_json::from_str(line).map_err(|_| unreadable())?;
            let text = |member: &str| json.get(member).and_then(Value::as_str);
            let count = json.pointer("/profiles/0/data/total/metrics/Ir/values/new");
            let count = count.and_then(Value::as_u64);
            match (text("function_name"), text("id"), count) {
                (Some(path), Some(id), Some(count)) => Ok((format!("{path} {id}"), count)),
                _ => Err(unreadable()),
            }
        })
        .collect()
}

/// A line per path; refused if one has grown. Only the counts of one compiler on one target can be
/// compared.
fn compare(kept: &Counts, counted: &Counts) -> Outcome<String> {
    let same = (&kept.rustc, &kept.target) == (&counted.rustc, &counted.target);
    let mut report = String::new();
    let mut grown = Vec::new();
    for (path, &now) in &counted.instructions {
        let change = match kept.instructions.get(path) {
            None => "new".into(),
            Some(&before) => {
                let percent = (now as f64 / before.max(1) as f64 - 1.0) * 100.0;
                if now * 100 > before * (100 + TOLERANCE) {
                    grown.push(format!("{path} by {percent:.1} %"));
                }
                format!("{percent:+.1} %, from {before}")
            }
        };
        // Writing to a string cannot fail.
        let _ = writeln!(report, "{path:24} {now:>9}  {change}");
    }
    for path in kept.instructions.keys() {
        if !counted.instructions.contains_key(path) {
            let _ = writeln!(report, "{path:24} {:>9}  no longer counted", "");
        }
    }
    if !same {
        let _ = write!(
            report,
            "kept with rustc {} on {}, counted with {} on {}: no verdict",
            kept.rustc, kept.target, counted.rustc, counted.target
        );
        return Ok(report);
    }
    match grown.is_empty() {
        true => Ok(report + "nothing has grown"),
        false => Err(Refusal::plain(format!(
            "{report}grown: {}; if that is meant, `cargo xtask bench --instructions --keep`",
            grown.join(", ")
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(rustc: &str, instructions: &[(&str, u64)]) -> Counts {
        Counts {
            rustc: rustc.into(),
            target: "x86_64".into(),
            instructions: instructions
                .iter()
                .map(|&(path, count)| (path.into(), count))
                .collect(),
        }
    }

    #[test]
    fn a_path_that_has_grown_is_named_with_how_much() {
        let kept = counts("1.0", &[("decode", 1000), ("encode", 1000)]);
        let within = counts("1.0", &[("decode", 1010), ("encode", 500), ("verify", 9)]);
        assert!(compare(&kept, &within).is_ok());
        let grown = compare(&kept, &counts("1.0", &[("decode", 1011), ("encode", 1000)]));
        let refusal = grown.unwrap_err().to_string();
        assert!(refusal.contains("grown: decode by 1.1 %;"), "{refusal}");
    }

    #[test]
    fn counts_of_another_compiler_are_shown_and_not_judged() {
        let kept = counts("1.0", &[("decode", 1000)]);
        let report = compare(&kept, &counts("1.1", &[("decode", 2000)])).unwrap();
        assert!(
            report.contains("+100.0 %") && report.ends_with("no verdict"),
            "{report}"
        );
    }
}
