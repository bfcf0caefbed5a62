//! What a session changes in `specs/`, as a unified diff: evidence that is recorded now, values
//! that are corrected, bodies that become examples.

mod table;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::{Value, json};
use similar::TextDiff;

use crate::{
    judge::{Judged, Verdict},
    report::Report,
    session::{Answered, Body, Place, Step},
};

/// The difference that a session makes.
#[derive(Debug, Default)]
pub struct Patch {
    /// A unified diff, as `git apply` takes it; empty if nothing changes.
    pub diff: String,
    /// What a person must do by hand, one line each.
    pub by_hand: Vec<String>,
}

/// Files of `specs/` as they are and as they become, by their path from there.
#[derive(Default)]
struct Files {
    are: BTreeMap<String, String>,
    become_: BTreeMap<String, String>,
}

impl Files {
    fn text(&mut self, specs: &Path, name: &str) -> Result<&mut String, String> {
        if !self.become_.contains_key(name) {
            let path = specs.join(name);
            let text = fs::read_to_string(&path)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            self.are.insert(name.to_owned(), text.clone());
            self.become_.insert(name.to_owned(), text);
        }
        Ok(self.become_.entry(name.to_owned()).or_default())
    }

    fn diff(&self) -> String {
        let nothing = String::new();
        let diffs = self.become_.iter().filter_map(|(name, becomes)| {
            let is = self.are.get(name);
            let old = match is {
                Some(_) => format!("a/specs/{name}"),
                None => "/dev/null".to_owned(),
            };
            let is = is.unwrap_or(&nothing);
            (is != becomes).then(|| {
                TextDiff::from_lines(is, becomes)
                    .unified_diff()
                    .context_radius(3)
                    .header(&old, &format!("b/specs/{name}"))
                    .to_string()
            })
        });
        diffs.collect()
    }
}

/// What the session changes in a folder `specs/`.
///
/// # Errors
/// If it was held with a sandbox, which is no evidence of a provider, or a file cannot be read.
pub fn patch(report: &Report, specs: &Path) -> Result<Patch, String> {
    if report.session.place == Place::Sandbox {
        return Err(
            "a sandbox is no evidence: a patch is made of a session with the provider".into(),
        );
    }
    let provider = &report.session.provider;
    let on = stamp(report);
    let (mut files, mut by_hand) = (Files::default(), Vec::new());
    let mut confirmed = BTreeSet::new();
    for one in &report.judged {
        match &one.verdict {
            Verdict::Confirmed { seen } => {
                confirmed.extend(seen.step);
                if one.fact.evidence.is_weak() {
                    recorded(one, specs, &on, &mut files, &mut by_hand)?;
                }
            }
            Verdict::Refuted { seen, instead } => {
                let corrected = match instead {
                    Some(value) => correct(one, value, specs, &mut files)?,
                    None => false,
                };
                if corrected {
                    recorded(one, specs, &on, &mut files, &mut by_hand)?;
                } else {
                    let text = files.text(specs, &format!("{provider}/evidence.toml"))?;
                    *text += &refuted(one.fact.id, &seen.what, &on);
                    by_hand.push(format!(
                        "{}: {}; seen: {}",
                        one.fact.id, one.fact.says, seen.what
                    ));
                }
            }
            Verdict::NotTold { .. } => {}
        }
    }
    for (name, example) in examples(report, &confirmed, &on) {
        if !specs.join(&name).exists() {
            files.become_.insert(name, example);
        }
    }
    Ok(Patch {
        diff: files.diff(),
        by_hand,
    })
}

/// `2026-11-29, test account`.
fn stamp(report: &Report) -> String {
    let day = report.session.began.format("%Y-%m-%d");
    format!("{day}, {}", report.session.place.as_str())
}

/// The fact's evidence becomes `recorded`.
fn recorded(
    one: &Judged,
    specs: &Path,
    on: &str,
    files: &mut Files,
    by_hand: &mut Vec<String>,
) -> Result<(), String> {
    let id = one.fact.id;
    let own = one
        .fact
        .at
        .first()
        .filter(|_| one.fact.code().or(one.fact.word()).is_some());
    let (file, pointer) = match (one.fact.code(), own) {
        (Some(code), _) if own.is_some_and(|at| at.file == "codes.toml") => {
            ("codes.toml", format!("/code/{code}/evidence"))
        }
        (_, Some(at)) if at.file == "statuses.toml" => {
            ("statuses.toml", format!("{}/evidence", at.pointer))
        }
        _ => ("evidence.toml", format!("/fact/{id}/evidence")),
    };
    let text = files.text(specs, &format!("{}/{file}", one.fact.provider))?;
    match table::line_of(text, &pointer) {
        Some(line) => {
            let value = format!("evidence = \"recorded\" # {on}");
            *text = table::with_line(text, line, &value);
        }
        None => by_hand.push(format!("{id}: specs/ of this folder have no such fact")),
    }
    Ok(())
}

/// The value that was seen takes the place of the fact's, where that is one line of a table.
fn correct(one: &Judged, value: &str, specs: &Path, files: &mut Files) -> Result<bool, String> {
    let provider = one.fact.provider;
    if let Some(code) = one.fact.code() {
        // Another code is no correction of this one: what the code means is not known.
        if value.parse::<u16>().is_err() {
            return Ok(false);
        }
        let text = files.text(specs, &format!("{provider}/codes.toml"))?;
        let Some(line) = table::line_of(text, &format!("/code/{code}/listed")) else {
            return Ok(false);
        };
        let listing = format!("  {{ table = \"recorded\", http = {value} }},");
        let opens = text
            .lines()
            .nth(line)
            .is_some_and(|line| line.trim_end().ends_with('['));
        if opens {
            *text = table::with_new_line(text, line + 1, &listing);
        }
        return Ok(opens);
    }
    let mut corrected = false;
    for at in one.fact.at {
        let is_number = at.value.is_some_and(|value| value.parse::<u64>().is_ok());
        if !is_number || value.parse::<u64>().is_err() || !at.file.ends_with(".toml") {
            continue;
        }
        let text = files.text(specs, &format!("{provider}/{}", at.file))?;
        let Some(line) = table::line_of(text, at.pointer) else {
            continue;
        };
        let key = at.pointer.rsplit('/').next().unwrap_or_default();
        *text = table::with_line(text, line, &format!("{key} = {value}"));
        corrected = true;
    }
    Ok(corrected)
}

/// `cargo xtask regen` refuses it until somebody has corrected the fact.
fn refuted(id: &str, seen: &str, on: &str) -> String {
    let text = |text: &str| json!(text).to_string();
    format!(
        "\n[[refuted]]\nfact = {}\nseen = {}\non = {}\n",
        text(id),
        text(seen),
        text(on)
    )
}

/// The first answer of each operation that confirmed something, successes and refusals.
fn examples(report: &Report, confirmed: &BTreeSet<usize>, on: &str) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let steps = report.session.steps.iter().enumerate();
    let steps = steps.filter(|(index, _)| confirmed.contains(index));
    let examples = steps.filter_map(|(_, step)| {
        let Ok(Answered {
            status,
            body: Body::Json(body),
            ..
        }) = &step.answer
        else {
            return None;
        };
        let kind = match step.answer.as_ref().is_ok_and(Answered::is_success) {
            true => "response",
            false => "refusal",
        };
        if !seen.insert((step.operation.clone(), kind)) {
            return None;
        }
        let provider = &report.session.provider;
        let name = format!("{provider}/examples/other_recorded_{}.json", step.name);
        let example = example(step, kind, *status, body, on);
        Some((name, format!("{example:#}\n")))
    });
    examples.collect()
}

fn example(step: &Step, kind: &str, status: u16, body: &Value, on: &str) -> Value {
    json!({
        "origin": format!("recorded by payments verify, {on}; personal data replaced"),
        "decodes": format!("operation {} {kind}", step.operation),
        "status": status,
        "body": body,
    })
}
