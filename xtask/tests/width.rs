//! Prose is no wider than code: comments and Markdown, which rustfmt leaves alone.

#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::{
    fs,
    path::{Path, PathBuf},
};

const WIDTH: usize = 100;

fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if !name.starts_with('.') && !["generated", "node_modules", "target"].contains(&name) {
                files_below(&path, found);
            }
        } else if (name.ends_with(".rs") || name.ends_with(".md")) && name != "table.md" {
            found.push(path);
        }
    }
}

/// The lines of prose, each with what cannot be broken taken for a reason: a table, a block of
/// code, the target of a link.
fn prose(path: &Path, text: &str) -> Vec<(usize, String)> {
    let is_rust = path.extension().is_some_and(|ending| ending == "rs");
    let mut in_code = false;
    let mut prose = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let words = line.trim_start();
        let words = match is_rust.then(|| words.strip_prefix("//")) {
            Some(None) => {
                in_code = false;
                continue;
            }
            Some(Some(comment)) => comment.trim_start_matches(['/', '!']).trim_start(),
            None => words,
        };
        if words.starts_with("```") {
            in_code = !in_code;
        } else if !in_code && !words.starts_with(['|', '<']) && words.contains(' ') {
            let is_target = words.starts_with('[') && words.contains("]: ");
            if !is_target {
                prose.push((number + 1, line.to_owned()));
            }
        }
    }
    prose
}

#[test]
fn comments_and_markdown_are_no_wider_than_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = Vec::new();
    files_below(root, &mut files);
    let mut wide = Vec::new();
    for path in &files {
        let text = fs::read_to_string(path).unwrap();
        for (number, line) in prose(path, &text) {
            if line.chars().count() > WIDTH {
                let name = path.strip_prefix(root).unwrap().display();
                wide.push(format!("{name}:{number}"));
            }
        }
    }
    assert!(
        files.len() > 100,
        "only {} files were looked at",
        files.len()
    );
    assert!(wide.is_empty(), "wider than {WIDTH}:\n{}", wide.join("\n"));
}
