//! The README in Bahasa Indonesia says what the README says: the same headings, the same code, the
//! same commands, the same links, in the same order.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used)]

use std::{fs, path::Path};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// What must not differ between languages.
#[derive(Default)]
struct Page {
    /// The level of each heading.
    headings: Vec<usize>,
    /// Language and text of each block of code, without comments.
    blocks: Vec<(String, String)>,
    /// The commands in the text, sorted: another language has another order of words.
    commands: Vec<String>,
    links: Vec<String>,
    /// The number of rows and cells of each table.
    tables: Vec<(usize, usize)>,
}

/// A comment is translated, and the code before it is not.
fn without_comments(language: &str, code: &str) -> String {
    let mark = match language.split(',').next() {
        Some("rust") => "// ",
        Some("sh" | "toml") => "# ",
        _ => return code.to_owned(),
    };
    let code = code.lines().map(|line| {
        let begins = line.trim_start().starts_with(mark);
        let after = line.find(&format!(" {mark}"));
        match (begins, after) {
            (true, _) => "",
            (false, Some(place)) => line[..place].trim_end(),
            (false, None) => line,
        }
    });
    code.collect::<Vec<_>>().join("\n")
}

fn read(file: &str) -> Page {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let text = fs::read_to_string(root.join(file)).unwrap();
    page(&text)
}

fn page(text: &str) -> Page {
    let mut page = Page::default();
    let mut block: Option<(String, String)> = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => page.headings.push(level as usize),
            Event::Start(Tag::Link { dest_url, .. }) => page.links.push(dest_url.to_string()),
            Event::Start(Tag::Table(columns)) => page.tables.push((0, columns.len())),
            Event::End(TagEnd::TableRow) => page.tables.last_mut().unwrap().0 += 1,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                block = Some((language.to_string(), String::new()));
            }
            Event::Text(text) => {
                if let Some((_, code)) = &mut block {
                    *code += &text;
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                let (language, code) = block.take().unwrap_or_default();
                let code = without_comments(&language, &code);
                page.blocks.push((language, code));
            }
            Event::Code(code) => page.commands.push(code.to_string()),
            _ => {}
        }
    }
    page.commands.sort();
    page
}

#[test]
fn the_readme_in_indonesian_has_the_same_code_commands_headings_and_links() {
    let (english, indonesian) = (read("README.md"), read("README.id.md"));
    assert!(english.headings.len() > 8 && english.blocks.len() > 8);
    assert_eq!(indonesian.headings, english.headings, "headings");
    assert_eq!(
        indonesian.tables, english.tables,
        "rows and columns of tables"
    );
    for (ours, theirs) in indonesian.blocks.iter().zip(&english.blocks) {
        assert_eq!(ours, theirs, "a block of code");
    }
    assert_eq!(indonesian.blocks.len(), english.blocks.len());
    assert_eq!(indonesian.commands, english.commands, "code in the text");
    // Each leads to the other one.
    let turned = |link: &String| link.replace("README.id.md", "README.md");
    let ours: Vec<_> = indonesian.links.iter().map(turned).collect();
    let theirs: Vec<_> = english.links.iter().map(turned).collect();
    assert_eq!(ours, theirs, "links");
}

#[test]
fn a_comment_is_no_code_and_everything_else_is() {
    let english = page("# A\n\n```sh\nrun this # now\n```\n\n`one` and `two`\n");
    let indonesian = page("# B\n\n```sh\nrun this # sekarang\n```\n\n`two` dan `one`\n");
    assert_eq!(english.blocks, indonesian.blocks);
    assert_eq!(english.commands, indonesian.commands);
    let other = page("# A\n\n```sh\nrun that # now\n```\n");
    assert_ne!(english.blocks, other.blocks);
}
