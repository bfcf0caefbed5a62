//! What a tag asks for: one version everywhere, the repository named, and a part of CHANGELOG.md.

use std::{fs, path::Path};

use clap::{Args, Subcommand};

use crate::{
    new_provider::incomplete,
    refusal::{Outcome, Refusal},
};

/// What is asked about a version.
#[derive(Args)]
pub struct Options {
    #[command(subcommand)]
    question: Question,
}

#[derive(Subcommand)]
enum Question {
    /// Fail, with every reason, unless the project is ready for the tag of this version
    Check {
        /// The version, without the tag's v
        version: String,
        /// Where the tag is: what Cargo.toml must name as the repository
        #[arg(long)]
        repository: Option<String>,
    },
    /// Print what CHANGELOG.md says of this version
    Notes {
        /// The version, without the tag's v
        version: String,
    },
}

/// Answers the question.
pub fn run(root: &Path, options: &Options) -> Outcome<String> {
    let manifest = read(&root.join("Cargo.toml"))?;
    let changelog = read(&root.join("CHANGELOG.md"))?;
    match &options.question {
        Question::Check {
            version,
            repository,
        } => {
            let mut missing = missing(&manifest, &changelog, version, repository.as_deref())?;
            missing.extend(incomplete(root)?);
            match missing.is_empty() {
                true => Ok(format!("ready for the tag v{version}")),
                false => Err(Refusal::plain(missing.join("\n"))),
            }
        }
        Question::Notes { version } => notes(&changelog, version)
            .map(|notes| notes.trim().to_owned())
            .ok_or_else(|| Refusal::plain(no_notes(version))),
    }
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|why| Refusal::plain(format!("{}: {why}", file.display())))
}

/// Every reason why this version cannot be released.
fn missing(
    manifest: &str,
    changelog: &str,
    version: &str,
    repository: Option<&str>,
) -> Outcome<Vec<String>> {
    let manifest: toml::Table = manifest
        .parse()
        .map_err(|why| Refusal::plain(format!("Cargo.toml: {why}")))?;
    let workspace = manifest.get("workspace");
    let package = workspace.and_then(|workspace| workspace.get("package"));
    let text = |key: &str| package.and_then(|package| package.get(key)?.as_str());
    let mut missing = Vec::new();

    let own = text("version").unwrap_or_default();
    if own != version {
        missing.push(format!("Cargo.toml: the version is {own}, not {version}"));
    }
    let dependencies = workspace.and_then(|workspace| workspace.get("dependencies")?.as_table());
    for (name, dependency) in dependencies.into_iter().flatten() {
        let of_project = dependency.get("path").is_some();
        let asked = dependency.get("version").and_then(toml::Value::as_str);
        if let Some(asked) = asked.filter(|asked| of_project && *asked != version) {
            missing.push(format!(
                "Cargo.toml: {name} is asked for in version {asked}"
            ));
        }
    }
    let there = text("repository").unwrap_or_default();
    if there.contains("OWNER") {
        missing.push(format!("Cargo.toml: {there} is no repository yet"));
    } else if repository.is_some_and(|wanted| wanted != there) {
        let wanted = repository.unwrap_or_default();
        missing.push(format!(
            "Cargo.toml: the repository is {there}, not {wanted}"
        ));
    }
    if text("homepage") != text("repository") {
        missing.push("Cargo.toml: repository and homepage differ".to_owned());
    }
    match notes(changelog, version) {
        Some(notes) if !notes.trim().is_empty() => {}
        _ => missing.push(no_notes(version)),
    }
    let unreleased = section(changelog, |heading| heading == "Unreleased");
    if unreleased.is_none_or(|text| !text.trim().is_empty()) {
        let want = "CHANGELOG.md: wants a section Unreleased, and nothing in it";
        missing.push(want.to_owned());
    }
    Ok(missing)
}

fn no_notes(version: &str) -> String {
    format!("CHANGELOG.md: no section `## {version}, YEAR-MONTH-DAY`, or nothing in it")
}

/// The text below `## 1.2.3, 2030-01-31`.
fn notes<'a>(changelog: &'a str, version: &str) -> Option<&'a str> {
    let is_date = |date: &str| {
        let lengths: Vec<_> = date.split('-').map(str::len).collect();
        lengths == [4, 2, 2] && date.chars().all(|c| c == '-' || c.is_ascii_digit())
    };
    let date = |heading: &str| {
        let rest = heading.strip_prefix(version)?.strip_prefix(", ")?;
        is_date(rest).then_some(())
    };
    section(changelog, |heading| date(heading).is_some())
}

/// The text below the heading of the second level that is `wanted`.
fn section(changelog: &str, wanted: impl Fn(&str) -> bool) -> Option<&str> {
    let mut sections = changelog.split("\n## ").skip(1);
    sections.find_map(|section| {
        let (heading, text) = section.split_once('\n').unwrap_or((section, ""));
        wanted(heading.trim()).then_some(text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"
        [workspace.package]
        version = "1.2.3"
        repository = "https://example.org/shop"
        homepage = "https://example.org/shop"
        [workspace.dependencies]
        payments = { path = "crates/payments", version = "1.2.3" }
        serde = "1.0"
    "#;
    const CHANGELOG: &str = "\
# Changelog

## Unreleased

## 1.2.3, 2030-01-31

Better.

## 1.2.2, 2030-01-01

Good.
";

    #[test]
    fn a_version_that_stands_everywhere_is_ready() {
        let repository = Some("https://example.org/shop");
        let missing = missing(MANIFEST, CHANGELOG, "1.2.3", repository).unwrap();
        assert_eq!(missing, [""; 0]);
        assert_eq!(notes(CHANGELOG, "1.2.3").unwrap().trim(), "Better.");
    }

    #[track_caller]
    fn is_missing(manifest: &str, changelog: &str, what: &str) {
        let missing = missing(
            manifest,
            changelog,
            "1.2.3",
            Some("https://example.org/shop"),
        );
        let missing = missing.unwrap();
        assert_eq!(missing.len(), 1, "{missing:?}");
        assert!(missing[0].contains(what), "{missing:?}");
    }

    #[test]
    fn what_is_not_ready_is_named() {
        let other = |from: &str, to: &str| MANIFEST.replacen(from, to, 1);
        is_missing(
            &other("version = \"1.2.3\"", "version = \"1.2.4\""),
            CHANGELOG,
            "is 1.2.4",
        );
        let old = MANIFEST.replace(
            "payments\", version = \"1.2.3\"",
            "payments\", version = \"1.2.2\"",
        );
        is_missing(&old, CHANGELOG, "payments is asked for in version 1.2.2");
        is_missing(
            &MANIFEST.replace("org/shop", "org/OWNER"),
            CHANGELOG,
            "no repository yet",
        );
        is_missing(
            &MANIFEST.replace("org/shop", "org/till"),
            CHANGELOG,
            "org/till, not",
        );
        is_missing(
            &other("homepage = \"https", "homepage = \"http"),
            CHANGELOG,
            "differ",
        );
        let undated = CHANGELOG.replace("1.2.3, 2030-01-31", "1.2.3, soon");
        is_missing(MANIFEST, &undated, "no section");
        let late = CHANGELOG.replace("Unreleased\n", "Unreleased\n\nForgotten.\n");
        is_missing(MANIFEST, &late, "nothing in it");
    }
}
