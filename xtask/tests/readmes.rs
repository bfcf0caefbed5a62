//! The READMEs of the crates as a registry shows them: it knows nothing of rustdoc, and nothing of
//! the files beside them. The chapters of the guide keep the same rules, so that they can be read
//! in the repository, too.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap().to_owned()
}

/// What a page says, in the words of its renderer.
#[derive(Default)]
struct Page {
    name: String,
    links: Vec<String>,
    /// `[text]` that is no link, because nothing on the page says where it leads.
    unresolved: Vec<String>,
    /// The language line of a block of code, and its text.
    blocks: Vec<(String, String)>,
}

fn read(name: &str, text: &str) -> Page {
    let mut unresolved = Vec::new();
    let mut note = |link: BrokenLink<'_>| {
        unresolved.push(link.reference.to_string());
        None
    };
    let options = Options::ENABLE_TABLES;
    let events = Parser::new_with_broken_link_callback(text, options, Some(&mut note));
    let mut page = Page {
        name: name.to_owned(),
        ..Page::default()
    };
    let mut block: Option<(String, String)> = None;
    for event in events {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                page.links.push(dest_url.to_string());
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                block = Some((language, String::new()));
            }
            Event::Text(text) => {
                if let Some((_, code)) = &mut block {
                    *code += &text;
                }
            }
            Event::End(TagEnd::CodeBlock) => page.blocks.extend(block.take()),
            _ => {}
        }
    }
    page.unresolved = unresolved;
    page
}

/// The name and the manifest of every crate that is made to be published.
fn published() -> Vec<(String, toml::Table)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        let path = entry.unwrap().path().join("Cargo.toml");
        let manifest: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
        let package = &manifest["package"];
        if package.get("publish").is_none() {
            found.push((package["name"].as_str().unwrap().to_owned(), manifest));
        }
    }
    found.sort_by(|one, other| one.0.cmp(&other.0));
    assert!(found.len() > 10, "{found:?}");
    found
}

fn pages() -> Vec<(Page, String)> {
    let read = |(name, _): (String, _)| {
        let file = root().join("crates").join(&name).join("README.md");
        let text = fs::read_to_string(file).unwrap();
        (read(&name, &text), text)
    };
    published().into_iter().map(read).collect()
}

/// The chapters of the guide, which are read on docs.rs and in the repository.
fn chapters() -> Vec<Page> {
    let folder = root().join("crates/payments/src/guide");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    files.sort();
    assert!(files.len() > 10, "{files:?}");
    let chapter =
        |path: &PathBuf| read(&path.to_string_lossy(), &fs::read_to_string(path).unwrap());
    files.iter().map(chapter).collect()
}

/// The READMEs and the chapters.
fn all_pages() -> Vec<Page> {
    let readmes = pages().into_iter().map(|(page, _)| page);
    readmes.chain(chapters()).collect()
}

/// What would be seen as `[text]`, or lead nowhere.
fn dead(page: &Page) -> Vec<String> {
    let leads = |link: &&String| link.starts_with("https://") || link.starts_with("http://127.");
    let links = page.links.iter().filter(|link| !leads(link));
    let unresolved = page.unresolved.iter().map(|text| format!("[{text}]"));
    links.cloned().chain(unresolved).collect()
}

/// Lines that rustdoc hides, and nobody else does.
fn hidden(page: &Page) -> Vec<&str> {
    let rust = page.blocks.iter().filter(|(language, _)| {
        let first = language.split(',').next().unwrap_or_default();
        ["", "rust", "no_run", "ignore", "compile_fail"].contains(&first)
    });
    rust.flat_map(|(_, code)| code.lines())
        .filter(|line| line.trim() == "#" || line.trim_start().starts_with("# "))
        .collect()
}

/// Blocks whose language no page highlights: rustdoc alone takes `no_run` for Rust.
fn unnamed(page: &Page) -> Vec<&str> {
    const LANGUAGES: [&str; 6] = ["json", "php", "rust", "sh", "text", "toml"];
    let languages = page.blocks.iter().map(|(language, _)| &**language);
    languages
        .filter(|language| {
            let first = language.split(',').next().unwrap_or_default();
            !LANGUAGES.contains(&first)
        })
        .collect()
}

#[test]
fn every_link_of_a_readme_or_chapter_leads_somewhere_on_any_page() {
    for page in all_pages() {
        assert_eq!(dead(&page), [""; 0], "{}", page.name);
    }
}

#[test]
fn no_readme_or_chapter_shows_a_line_that_rustdoc_hides() {
    for page in all_pages() {
        assert_eq!(hidden(&page), [""; 0], "{}", page.name);
    }
}

#[test]
fn every_block_of_code_names_its_language_first() {
    for page in all_pages() {
        assert_eq!(unnamed(&page), [""; 0], "{}", page.name);
    }
}

#[test]
fn every_link_of_the_repositorys_first_pages_leads_to_a_file_or_a_crate() {
    let crates: Vec<_> = published().into_iter().map(|(name, _)| name).collect();
    for file in ["README.md", "README.id.md", "llms.txt"] {
        let page = read(file, &fs::read_to_string(root().join(file)).unwrap());
        assert_eq!(page.unresolved, [""; 0], "{file}");
        assert!(page.links.len() > 10, "{file}: {:?}", page.links);
        for link in &page.links {
            match link.strip_prefix("https://docs.rs/") {
                Some(name) if name.starts_with("payments") => {
                    let name = name.split('/').next().unwrap();
                    assert!(crates.iter().any(|own| own == name), "{file}: {link}");
                }
                Some(_) => {}
                None => {
                    let path = link.split('#').next().unwrap();
                    assert!(root().join(path).exists(), "{file}: {link}");
                }
            }
        }
    }
}

#[test]
fn every_metric_that_the_guide_names_is_there() {
    let meters = root().join("crates/payments-core/src/observe/meters.rs");
    let meters = fs::read_to_string(meters).unwrap();
    let metric =
        regex_lite::Regex::new("`(payments_[a-z_]+(?:_total|_seconds|_intents|_stuck|_changes))`");
    let metric = metric.unwrap();
    let mut named = 0;
    for page in chapters() {
        let text = fs::read_to_string(&page.name).unwrap();
        for found in metric.captures_iter(&text) {
            let name = format!("\"{}\"", &found[1]);
            assert!(meters.contains(&name), "{}: {name}", page.name);
            named += 1;
        }
    }
    assert!(named > 6, "{named}");
}

#[test]
fn every_chapter_is_part_of_the_guide() {
    let guide = root().join("crates/payments/src/guide/mod.rs");
    let guide = fs::read_to_string(guide).unwrap();
    for page in chapters() {
        let file = Path::new(&page.name).file_name().unwrap().to_str().unwrap();
        assert!(
            guide.contains(&format!("\"{file}\"")),
            "nothing includes {file}"
        );
    }
}

#[test]
fn what_a_registry_would_show_wrongly_is_seen() {
    let text = "\
[`Config`] and [`get`](crate::get), [notes](NOTES.md) and [docs](https://docs.rs)

```no_run
# fn hidden() {}
#[test]
fn seen() {}
```
";
    let page = read("broken", text);
    assert_eq!(dead(&page), ["crate::get", "NOTES.md", "[`Config`]"]);
    assert_eq!(hidden(&page), ["# fn hidden() {}"]);
    assert_eq!(unnamed(&page), ["no_run"]);
}

/// The crates that a program takes from outside, by how it begins its paths.
fn used(code: &str) -> BTreeSet<String> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut used = BTreeSet::new();
    for (at, _) in code.match_indices("::") {
        let before = &code[..at];
        let start = before.rfind(|c| !is_name(c)).map_or(0, |found| found + 1);
        let within = before[..start].ends_with("::");
        let name = &before[start..];
        let known = name.starts_with("payments")
            || ["axum", "futures_util", "reqwest", "tokio", "tower_http"].contains(&name);
        if known && !within {
            used.insert(name.replace('_', "-"));
        }
    }
    used
}

#[test]
fn a_program_of_a_readme_needs_only_what_its_page_adds() {
    for (page, text) in pages() {
        let programs = page.blocks.iter();
        let programs = programs.filter(|(language, _)| language.starts_with("rust"));
        let mut added: BTreeSet<_> = text
            .lines()
            .filter_map(|line| line.strip_prefix("cargo add "))
            .flat_map(|line| line.split_whitespace())
            .collect();
        added.insert(&page.name);
        for (_, code) in programs {
            for name in used(code) {
                assert!(added.contains(&*name), "{}: nothing adds {name}", page.name);
            }
        }
    }
}

#[test]
fn the_first_program_of_a_providers_crate_needs_that_crate_and_tokio_alone() {
    for name in xtask::provider_names(&root().join("specs")).unwrap() {
        let name = format!("payments-{name}");
        let (page, text) = pages()
            .into_iter()
            .find(|(page, _)| page.name == name)
            .unwrap();
        let first = page
            .blocks
            .iter()
            .find(|(language, _)| language.starts_with("rust"));
        let used = used(&first.unwrap().1);
        assert_eq!(used, BTreeSet::from([name.clone(), "tokio".to_owned()]));
        let add = format!("cargo add {name}\n");
        assert!(text.contains(&add), "{name} does not say how to add it");
    }
}

#[test]
fn every_crate_tells_a_registry_what_it_is() {
    for (name, manifest) in published() {
        let package = manifest["package"].as_table().unwrap();
        for key in [
            "repository",
            "homepage",
            "license",
            "rust-version",
            "include",
        ] {
            assert!(package.contains_key(key), "{name}: {key}");
        }
        let documentation = package["documentation"].as_str();
        assert_eq!(documentation, Some(&*format!("https://docs.rs/{name}")));
        let keywords = package["keywords"].as_array().unwrap();
        let short = |word: &toml::Value| word.as_str().is_some_and(|word| word.len() <= 20);
        assert!((1..=5).contains(&keywords.len()), "{name}: {keywords:?}");
        assert!(keywords.iter().all(short), "{name}: {keywords:?}");
        assert!(
            !package["categories"].as_array().unwrap().is_empty(),
            "{name}"
        );
        let is_library = !manifest.contains_key("bin");
        if is_library {
            let docs = &package["metadata"]["docs"]["rs"];
            assert_eq!(docs["all-features"].as_bool(), Some(true), "{name}");
            let lib = fs::read_to_string(root().join("crates").join(&name).join("src/lib.rs"));
            let labels = "#![cfg_attr(docsrs, feature(doc_cfg))]";
            assert!(
                lib.unwrap().contains(labels),
                "{name}: no labels of features"
            );
        }
    }
}
