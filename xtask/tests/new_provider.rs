//! `cargo xtask new-provider` on a copy of the parts of the project that it reads and edits.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use xtask::new_provider::{incomplete, run};

/// What is copied: every specification, the templates, and each list of providers.
const PARTS: [&str; 20] = [
    "specs",
    "xtask/templates",
    "Cargo.toml",
    "README.md",
    "README.id.md",
    "CHANGELOG.md",
    "llms.txt",
    ".github/ISSUE_TEMPLATE",
    "crates/payments/Cargo.toml",
    "crates/payments/README.md",
    "crates/payments/src/lib.rs",
    "crates/payments/src/name.rs",
    "crates/payments-sandbox/Cargo.toml",
    "crates/payments-sandbox/README.md",
    "crates/payments-sandbox/src/lib.rs",
    "crates/payments-sandbox/src/registry.rs",
    "crates/payments-sandbox/src/clock.rs",
    "crates/payments-sandbox/src/page/app.js",
    "crates/payments/src/guide/12-going-live.md",
    "crates/payments-verify/src/scenarios/mod.rs",
];

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        for entry in fs::read_dir(from).unwrap() {
            let name = entry.unwrap().file_name();
            copy(&from.join(&name), &to.join(&name));
        }
    } else {
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, to).unwrap();
    }
}

fn project(name: &str) -> PathBuf {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("new-{name}"));
    let _ = fs::remove_dir_all(&root);
    for part in PARTS {
        copy(&project.join(part), &root.join(part));
    }
    for name in xtask::provider_names(&root.join("specs")).unwrap() {
        for file in ["Cargo.toml", "README.md"] {
            let file = format!("crates/payments-{name}/{file}");
            copy(&project.join(&file), &root.join(&file));
        }
    }
    xtask::regen(&root).unwrap();
    root
}

/// Every file, by its path; a link as what it leads to.
fn files(root: &Path) -> BTreeMap<PathBuf, String> {
    let (mut files, mut left) = (BTreeMap::new(), vec![root.to_owned()]);
    while let Some(folder) = left.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_symlink() {
                let target = fs::read_link(&path).unwrap();
                files.insert(path, target.to_str().unwrap().to_owned());
            } else if path.is_dir() {
                left.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                files.insert(path, text);
            }
        }
    }
    files
}

#[track_caller]
fn is_unchanged(root: &Path, before: &BTreeMap<PathBuf, String>) {
    let now = files(root);
    let paths = now.keys().chain(before.keys());
    let other: Vec<_> = paths
        .filter(|path| now.get(*path) != before.get(*path))
        .collect();
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn a_new_provider_is_generated_and_registered_and_parses() {
    let root = project("made");
    run(&root, "acme").unwrap();
    xtask::check(&root).unwrap();
    let mut rust = 0;
    for (path, text) in files(&root) {
        let is_own = path.to_str().unwrap().contains("acme");
        assert!(
            !is_own || !text.to_lowercase().contains("exampleco"),
            "{}",
            path.display()
        );
        if path.extension().is_some_and(|ending| ending == "rs") {
            syn::parse_file(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            rust += usize::from(is_own);
        }
    }
    assert!(rust > 25, "{rust}");
    for (file, words) in [
        (
            "Cargo.toml",
            "\npayments-acme = { path = \"crates/payments-acme\", version = \"",
        ),
        (
            "crates/payments/Cargo.toml",
            "\nall = [\"acme\", \"ciputra\", ",
        ),
        (
            "crates/payments/src/name.rs",
            "\"acme\" Acme: payments_acme::Acme, of_payments;",
        ),
        (
            "crates/payments/src/lib.rs",
            "pub use payments_acme as acme;\n#[cfg(feature = \"ciputra\")]",
        ),
        ("crates/payments/README.md", "| `acme` | Acme |"),
        (
            "crates/payments-sandbox/src/registry.rs",
            "    &crate::acme::Acme,\n    &crate::ciputra::Ciputra,",
        ),
        (
            "crates/payments-verify/src/scenarios/mod.rs",
            "Name::Acme => acme::SCENARIOS,",
        ),
        (
            ".github/ISSUE_TEMPLATE/wrong_outcome.yml",
            "[Acme, Ciputra, ",
        ),
        (
            "llms.txt",
            "(https://docs.rs/payments-acme)\n- [payments-ciputra]",
        ),
        ("README.md", "| Acme | `payments-acme` |"),
    ] {
        let text = fs::read_to_string(root.join(file)).unwrap();
        assert!(text.contains(words), "{words} is not in {file}");
    }
}

#[test]
fn one_that_sorts_last_is_registered_behind_the_others_and_behind_one_that_is_new_itself() {
    let root = project("last");
    run(&root, "acme").unwrap();
    run(&root, "zeta").unwrap();
    let umbrella = fs::read_to_string(root.join("crates/payments/src/lib.rs")).unwrap();
    let list = "feature = \"rpi\",\n        feature = \"zeta\"\n    )),";
    assert!(umbrella.contains(list), "{umbrella}");
    let sandbox = fs::read_to_string(root.join("crates/payments-sandbox/src/lib.rs")).unwrap();
    assert!(sandbox.contains("mod world;\nmod zeta;\n"), "{sandbox}");
    let registry = root.join("crates/payments-sandbox/src/registry.rs");
    let registry = fs::read_to_string(registry).unwrap();
    let last = "    &crate::rpi::Rpi,\n    &crate::zeta::Zeta,\n];";
    assert!(registry.contains(last), "{registry}");

    // Among the dependencies of the umbrella, two that are no provider stand between providers.
    run(&root, "kilo").unwrap();
    let manifest = fs::read_to_string(root.join("crates/payments/Cargo.toml")).unwrap();
    let order =
        "payments-kilo = { workspace = true, optional = true }\npayments-provider.workspace";
    assert!(manifest.contains(order), "{manifest}");
}

#[test]
fn each_file_that_holds_an_example_is_named_until_it_is_filled_in() {
    let root = project("complete");
    assert_eq!(incomplete(&root).unwrap(), [""; 0]);
    run(&root, "acme").unwrap();
    let told = incomplete(&root).unwrap().join("\n");
    for file in [
        "capabilities.toml",
        "codes.toml",
        "statuses.toml",
        "callbacks.toml",
        "operations.toml",
        "options.toml",
        "evidence.toml",
        "NOTES.md",
        "schemas/payments.json",
        "examples/create_request.json",
    ] {
        let line = format!("specs/acme/{file}: holds only the example of `new-provider`");
        assert!(told.contains(&line), "{line} is not in: {told}");
    }
    for file in [
        "crates/payments-acme/README.md: line 3 holds",
        "crates/payments-acme/tests/specification.rs: lines ",
        "crates/payments-sandbox/src/acme/mod.rs: line 2 holds",
        "crates/payments-verify/src/scenarios/acme.rs: line 2 holds",
    ] {
        assert!(told.contains(file), "{file} is not in: {told}");
    }
    assert!(!told.contains("generated/"), "{told}");
    for file in [
        "llms.txt",
        "CHANGELOG.md",
        "crates/payments-sandbox/README.md",
        "crates/payments-sandbox/src/page/app.js",
        "crates/payments/src/guide/12-going-live.md",
    ] {
        let line = format!("\n{file}: does not name acme yet");
        assert!(told.contains(&line), "{line} is not in: {told}");
    }
    let changes = root.join("CHANGELOG.md");
    let text = fs::read_to_string(&changes).unwrap();
    fs::write(&changes, text + "\n- `payments-acme`: Acme.\n").unwrap();
    let told = incomplete(&root).unwrap().join("\n");
    assert!(!told.contains("CHANGELOG.md"), "{told}");

    let codes = root.join("specs/acme/codes.toml");
    let text = fs::read_to_string(&codes).unwrap();
    fs::write(&codes, text.replacen(" # example of new-provider", "", 2)).unwrap();
    let told = incomplete(&root).unwrap().join("\n");
    let one = "codes.toml: lines 23, 33 hold the example of `new-provider`";
    assert!(told.contains(one), "{told}");
    fs::write(&codes, text.replace(" # example of new-provider", "")).unwrap();
    let told = incomplete(&root).unwrap().join("\n");
    assert!(!told.contains("codes.toml"), "{told}");
}

#[test]
fn a_name_that_is_taken_or_no_name_is_refused_and_nothing_is_changed() {
    let root = project("refused");
    let before = files(&root);
    for (name, why) in [
        ("", "lower-case letters and digits"),
        ("Acme", "lower-case letters and digits"),
        ("acme-pay", "lower-case letters and digits"),
        ("acme_pay", "lower-case letters and digits"),
        ("7even", "begins with a letter"),
        ("../acme", "lower-case letters and digits"),
        ("abcdefghijklmnopqrstu", "at most 20"),
        ("match", "a keyword of Rust"),
        ("async", "a keyword of Rust"),
        ("ciputra", "specs/ciputra exists"),
        ("sandbox", "crates/payments-sandbox exists"),
        ("clock", "crates/payments-sandbox/src/clock.rs exists"),
        ("hmac", "Cargo.toml has a dependency of that name"),
        (
            "all",
            "crates/payments/Cargo.toml has a feature of that name",
        ),
        ("wire", "crates/payments/src/lib.rs uses that name"),
        ("std", "a crate of Rust itself"),
        ("config", "config is something else in"),
        ("route", "route is something else in"),
    ] {
        let refusal = run(&root, name).unwrap_err().to_string();
        assert!(refusal.contains(why), "{name}: {why} is not in: {refusal}");
        assert!(refusal.starts_with(&format!("{name:?}: ")), "{refusal}");
    }
    is_unchanged(&root, &before);
}

#[test]
fn a_list_that_is_not_found_or_a_specification_that_is_refused_leaves_everything_as_it_was() {
    let root = project("undone");
    let table = root.join("crates/payments/src/name.rs");
    let whole = fs::read_to_string(&table).unwrap();
    fs::write(&table, "// The table has moved.\n").unwrap();
    let before = files(&root);
    let refusal = run(&root, "acme").unwrap_err().to_string();
    assert!(refusal.contains("crates/payments/src/name.rs"), "{refusal}");
    is_unchanged(&root, &before);

    fs::write(&table, whole).unwrap();
    let template = root.join("xtask/templates/provider/specs/codes.toml");
    let text = fs::read_to_string(&template).unwrap();
    fs::write(&template, text.replace("\"invalid\"", "\"odd\"")).unwrap();
    let before = files(&root);
    let refusal = run(&root, "acme").unwrap_err().to_string();
    assert!(refusal.contains("specs/acme/codes.toml"), "{refusal}");
    is_unchanged(&root, &before);
}
