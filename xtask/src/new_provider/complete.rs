//! Which files of a provider still hold the example of `new-provider`, and which of those that
//! people write do not name it yet.

use std::{fs, path::Path};

use super::{
    name::Name,
    templates::{self, read},
};
use crate::{refusal::Outcome, source::provider_names};

/// Stands in each example, in any case of letters.
const MARK: &str = "example of new-provider";

/// Where people write something about each provider.
const BY_HAND: [&str; 5] = [
    "llms.txt",
    "CHANGELOG.md",
    "crates/payments-sandbox/README.md",
    "crates/payments-sandbox/src/page/app.js",
    "crates/payments/src/guide/12-going-live.md",
];

/// One line for each file that is to be filled in.
pub fn incomplete(root: &Path) -> Outcome<Vec<String>> {
    let mut told = Vec::new();
    for provider in provider_names(&root.join("specs"))? {
        let name = Name::known(&provider);
        let examples = templates::files(root, &name)?;
        let folders = [
            format!("specs/{provider}"),
            name.crate_folder(),
            name.sandbox_folder(),
        ];
        let mut files = Vec::new();
        for folder in folders.iter().filter(|folder| root.join(folder).is_dir()) {
            let below = read(&root.join(folder))?.into_iter();
            files.extend(below.map(|(file, text)| (format!("{folder}/{file}"), text)));
        }
        if let Ok(text) = fs::read_to_string(root.join(name.scenarios())) {
            files.push((name.scenarios(), text));
        }
        // What is generated has the words of the tables.
        files.retain(|(path, _)| !path.contains("/generated/"));
        for (path, text) in files {
            let is_example = examples
                .iter()
                .any(|example| example.path == path && example.text == text);
            told.extend(lines(&path, &text, is_example));
        }
        let silent = BY_HAND.iter().filter(|path| {
            let text = fs::read_to_string(root.join(path));
            !text.is_ok_and(|text| names(&by_hand(&text), &provider))
        });
        told.extend(silent.map(|path| format!("{path}: does not name {provider} yet")));
    }
    Ok(told)
}

/// Whether a text has a word.
fn names(text: &str, word: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|one| one == word)
}

/// Without the list of crates, which `new-provider` writes.
fn by_hand(text: &str) -> String {
    let kept = text
        .lines()
        .filter(|line| !line.starts_with("- [payments-"));
    let kept: Vec<_> = kept.collect();
    kept.join("\n").to_lowercase()
}

fn lines(path: &str, text: &str, is_example: bool) -> Option<String> {
    let marked = (1..).zip(text.lines());
    let marked = marked.filter(|(_, line)| line.to_lowercase().contains(MARK));
    let marked: Vec<_> = marked.map(|(number, _)| number.to_string()).collect();
    match marked.as_slice() {
        [] => None,
        _ if is_example && path.starts_with("specs/") => {
            Some(format!("{path}: holds only the example of `new-provider`"))
        }
        [one] => Some(format!(
            "{path}: line {one} holds the example of `new-provider`"
        )),
        _ => {
            let all = marked.join(", ");
            Some(format!(
                "{path}: lines {all} hold the example of `new-provider`"
            ))
        }
    }
}
