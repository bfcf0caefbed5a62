//! The commands that the guide and the README show are commands of this binary, with flags that it
//! knows.

use std::{fs, path::Path};

use crate::{run, text};

/// The lines of a page's shell blocks that call the binary, each on one line.
fn commands(page: &str) -> Vec<Vec<String>> {
    let (mut commands, mut in_shell) = (Vec::new(), false);
    for line in page.replace("\\\n", " ").lines() {
        if let Some(language) = line.strip_prefix("```") {
            in_shell = language == "sh";
        }
        let called = ["payments ", "cargo run -p payments-cli -- "]
            .iter()
            .find_map(|begin| line.strip_prefix(begin));
        if let (true, Some(called)) = (in_shell, called) {
            let called = called.split(['#', '|', '>', '&']).next().unwrap();
            // Every second part is what stands in quotes, and is one word.
            let parts = called.split('"').enumerate();
            let words = parts.flat_map(|(number, part)| match number % 2 {
                0 => part.split_whitespace().map(str::to_owned).collect(),
                _ => vec![part.to_owned()],
            });
            commands.push(words.collect());
        }
    }
    commands
}

#[test]
fn every_command_that_the_guide_shows_is_understood() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let chapters = fs::read_dir(root.join("crates/payments/src/guide")).unwrap();
    let chapters = chapters.map(|entry| entry.unwrap().path());
    let pages = chapters.chain([root.join("README.md")]);
    let mut understood = 0;
    for page in pages.filter(|path| path.extension().is_some_and(|ending| ending == "md")) {
        for words in commands(&fs::read_to_string(&page).unwrap()) {
            // What stands before it is read first, so that an unknown word or flag is refused.
            let words: Vec<_> = words.iter().map(String::as_str).chain(["--help"]).collect();
            let output = run(&words);
            let (page, told) = (page.display(), text(&output.stderr));
            assert!(output.status.success(), "{page}: {words:?}\n{told}");
            understood += 1;
        }
    }
    assert!(understood > 8, "{understood}");
}
