//! What `evidence.toml` must say, on a copy of `specs/`.

#![allow(clippy::unwrap_used)]

use std::{
    fs,
    path::{Path, PathBuf},
};

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let name = entry.unwrap().file_name();
            copy(&from.join(&name), &to.join(&name));
        }
    } else {
        fs::copy(from, to).unwrap();
    }
}

/// The specifications and the README, without any crate.
fn root(name: &str) -> PathBuf {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("evidence-{name}"));
    let _ = fs::remove_dir_all(&root);
    copy(&project.join("specs"), &root.join("specs"));
    fs::copy(project.join("README.md"), root.join("README.md")).unwrap();
    root
}

/// What is said of `specs/instamoney/evidence.toml` with something else in it.
fn said(name: &str, change: impl Fn(String) -> String) -> String {
    let root = root(name);
    let file = root.join("specs/instamoney/evidence.toml");
    let changed = change(fs::read_to_string(&file).unwrap());
    fs::write(&file, changed).unwrap();
    xtask::evidence(&root, None).unwrap_err().to_string()
}

fn with(text: &'static str) -> impl Fn(String) -> String {
    move |file| format!("{file}\n{text}")
}

/// The first fact whose evidence is weak, without what is claimed of it.
fn without_probe(file: String) -> String {
    let probe = "probe = [\"ovo_phone_short: accepted\", \"ovo_phone_long: accepted\"]\n";
    assert!(file.contains(probe));
    file.replace(probe, "")
}

#[test]
fn a_fact_that_nothing_shows_needs_a_probe_or_a_reason() {
    let said = said("without", without_probe);
    assert!(said.contains("ovo.phone.length"), "{said}");
    assert!(said.contains("`probe` or `no_probe`"), "{said}");
}

#[test]
fn a_code_that_no_document_lists_needs_one_as_well() {
    let claim = "facts = [\"codes.CALLBACK_URL_NOT_FOUND\"]";
    let said = said("code", |file| {
        assert!(file.contains(claim));
        file.replace(claim, "facts = [\"codes.OVO_TIMEOUT_ERROR\"]")
    });
    assert!(said.contains("codes.CALLBACK_URL_NOT_FOUND"), "{said}");
}

#[test]
fn a_claim_of_no_fact_is_refused() {
    let claim = "[[claim]]\nfacts = [\"codes.NO_SUCH\"]\nno_probe = \"because\"\n";
    let said = said("nothing", with(claim));
    assert!(
        said.contains("there is no fact \"codes.NO_SUCH\""),
        "{said}"
    );
}

#[test]
fn a_fact_that_stands_nowhere_is_refused() {
    let fact = "[[fact]]\nid = \"odd\"\nsays = \"Odd.\"\nevidence = \"doc\"\n\
        at = [\"capabilities.toml#/nothing\"]\n";
    let said = said("nowhere", with(fact));
    assert!(said.contains("capabilities.toml#/nothing"), "{said}");
}

#[test]
fn a_probe_beside_a_reason_is_refused() {
    let fact = "[[fact]]\nid = \"odd\"\nsays = \"Odd.\"\nevidence = \"doc\"\n\
        probe = [\"a: accepted\"]\nno_probe = \"because\"\n";
    let said = said("both", with(fact));
    assert!(said.contains("a reason why it has none"), "{said}");
}

#[test]
fn a_name_stands_for_one_fact() {
    let fact = "[[fact]]\nid = \"ewallets.create\"\nsays = \"Odd.\"\nevidence = \"doc\"\n";
    let said = said("twice", with(fact));
    assert!(said.contains("is listed twice"), "{said}");
}

#[test]
fn a_fact_that_a_session_has_refuted_must_be_corrected() {
    let refuted = "[[refuted]]\nfact = \"ewallets.create\"\nseen = \"404\"\non = \"2026-11-29\"\n";
    let said = said("refuted", with(refuted));
    assert!(said.contains("2026-11-29: 404"), "{said}");
    assert!(said.contains("correct it"), "{said}");
}

#[test]
fn the_table_counts_every_provider() {
    let table = xtask::evidence(&root("table"), None).unwrap();
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let providers = xtask::provider_names(&specs).unwrap();
    assert!(providers.len() >= 5, "{providers:?}");
    for provider in providers {
        assert!(table.contains(&format!("| {provider} | ")), "{table}");
    }
    let facts = xtask::evidence(&root("facts"), Some("rpi")).unwrap();
    assert!(facts.contains("visibility_delay (assumed)"), "{facts}");
    assert!(facts.contains("  probe: "), "{facts}");
    assert!(facts.contains("  no probe: "), "{facts}");
    assert!(xtask::evidence(&root("nobody"), Some("nobody")).is_err());
}

#[test]
fn code_that_a_fact_stands_in_exists() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for provider in fs::read_dir(project.join("specs")).unwrap() {
        let file = provider.unwrap().path().join("evidence.toml");
        let Ok(text) = fs::read_to_string(&file) else {
            continue;
        };
        for named in text.split('"').filter(|word| word.starts_with("crates/")) {
            assert!(project.join(named).is_file(), "{}: {named}", file.display());
        }
    }
}
