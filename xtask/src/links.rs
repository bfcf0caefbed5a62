//! Links to docs.rs in READMEs and in the guide, compared with the pages that `cargo doc` has just
//! written: each leads to a page of the workspace, and to a place on it.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    origin::published,
    refusal::{Outcome, Refusal},
    source::providers,
    tables::Tables,
};

const DOCS: &str = "https://docs.rs/";

/// Where the guide's chapters are.
const GUIDE: &str = "crates/payments/src/guide";

/// What is read first.
const FIRST: [&str; 3] = ["README.md", "README.id.md", "llms.txt"];

/// Checks the READMEs of all published crates and of the project, the guide, and the page that an
/// error names for each code.
pub fn check(root: &Path, documents: &Path) -> Outcome<String> {
    let crates = published(root)?;
    let mut pages = BTreeMap::new();
    let (mut checked, mut dead) = (0, String::new());
    let readmes = crates
        .iter()
        .map(|own| format!("crates/{}/README.md", own.name));
    let first = FIRST.map(str::to_owned);
    for shown in readmes.chain(chapters(root)).chain(first) {
        let text = read(&root.join(&shown))?;
        for link in links(&text) {
            let own = crates.iter().any(|own| link.starts_with(&own.name));
            if !own {
                continue;
            }
            checked += 1;
            if let Some(why) = missing(link, documents, &mut pages) {
                dead += &format!("{shown}: {DOCS}{link}: {why}\n");
            }
        }
    }
    for source in providers(&root.join("specs"))? {
        let (name, tables) = (&source.provider, Tables::read(&source)?);
        for code in &tables.codes.code {
            let page = format!("payments-{name}/latest/payments_{name}/codes/enum.Code.html");
            let link = format!("{page}#code.{}", code.code);
            checked += 1;
            if let Some(why) = missing(&link, documents, &mut pages) {
                dead += &format!("specs/{name}/codes.toml: {DOCS}{link}: {why}\n");
            }
        }
    }
    match (checked, dead.is_empty()) {
        (0, _) => Err(Refusal::plain("no link to docs.rs was found")),
        (_, true) => Ok(format!("{checked} links to docs.rs lead somewhere")),
        (_, false) => Err(Refusal::plain(dead)),
    }
}

fn chapters(root: &Path) -> Vec<String> {
    let folder = fs::read_dir(root.join(GUIDE))
        .into_iter()
        .flatten()
        .flatten();
    let names = folder.filter_map(|entry| entry.file_name().into_string().ok());
    let mut chapters: Vec<_> = names
        .filter(|name| name.ends_with(".md"))
        .map(|name| format!("{GUIDE}/{name}"))
        .collect();
    chapters.sort();
    chapters
}

/// What stands behind `https://docs.rs/`, up to the end of the link.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split(DOCS).skip(1).map(|rest| {
        let end = rest.find(|c: char| c.is_whitespace() || ")>\"`".contains(c));
        rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
    })
}

/// Why a link `crate/latest/crate/page.html#place` leads nowhere.
fn missing(
    link: &str,
    documents: &Path,
    pages: &mut BTreeMap<PathBuf, Option<String>>,
) -> Option<String> {
    let (page, place) = link.split_once('#').unwrap_or((link, ""));
    let Some((_, page)) = page.split_once("/latest/") else {
        // The front page of a crate, which docs.rs itself leads on from.
        return page
            .contains('/')
            .then(|| "not of the latest version".to_owned());
    };
    let mut file = documents.join(page);
    if page.ends_with('/') {
        file = file.join("index.html");
    }
    let text = pages
        .entry(file.clone())
        .or_insert_with(|| fs::read_to_string(&file).ok());
    let Some(text) = text else {
        return Some(format!(
            "there is no {}; run `cargo doc` first",
            file.display()
        ));
    };
    let there = place.is_empty() || text.contains(&format!("id=\"{place}\""));
    (!there).then(|| format!("the page has no place {place}"))
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|why| Refusal::plain(format!("{}: {why}", file.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_a_page_or_a_place_that_is_not_there_is_seen() {
        let documents = std::env::temp_dir().join(format!("links-{}", std::process::id()));
        fs::create_dir_all(documents.join("payments_core")).unwrap();
        let page = documents.join("payments_core/struct.Money.html");
        fs::write(&page, "<section id=\"method.idr\">").unwrap();
        let missing = |link: &str| missing(link, &documents, &mut BTreeMap::new());
        let money = "payments-core/latest/payments_core/struct.Money.html";
        assert_eq!(missing(money), None);
        assert_eq!(missing(&format!("{money}#method.idr")), None);
        assert!(missing(&format!("{money}#method.usd")).is_some());
        assert!(missing("payments-core/latest/payments_core/struct.Coin.html").is_some());
        assert!(missing("payments-core/0.1.0/payments_core/").is_some());
        assert_eq!(missing("payments-core"), None);
        fs::remove_dir_all(documents).unwrap();
    }

    #[test]
    fn links_end_where_markdown_ends_them() {
        let text = "[a](https://docs.rs/a/latest/b) <https://docs.rs/c> https://docs.rs/d\nand";
        assert_eq!(links(text).collect::<Vec<_>>(), ["a/latest/b", "c", "d"]);
    }
}
