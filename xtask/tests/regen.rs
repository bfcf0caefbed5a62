//! `cargo xtask regen` and `--check` on a copy of the project.

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

/// A root with the specifications and the READMEs, generated once.
fn generated(name: &str) -> PathBuf {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    copy(&project.join("specs"), &root.join("specs"));
    for file in ["Cargo.toml", "README.md", "README.id.md"] {
        copy(&project.join(file), &root.join(file));
    }
    for name in ["ciputra", "instamoney", "sandbox"] {
        let path = format!("crates/payments-{name}");
        fs::create_dir_all(root.join(&path)).unwrap();
        for file in ["Cargo.toml", "README.md"] {
            let file = format!("{path}/{file}");
            fs::copy(project.join(&file), root.join(&file)).unwrap();
        }
    }
    xtask::regen(&root).unwrap();
    root
}

fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from} is not in {}", path.display());
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[track_caller]
fn differs(root: &Path, words: &[&str]) {
    let difference = xtask::check(root).unwrap_err().to_string();
    for word in words.iter().chain(&["run `cargo xtask regen`"]) {
        assert!(difference.contains(word), "{word} is not in: {difference}");
    }
    xtask::regen(root).unwrap();
    xtask::check(root).unwrap();
}

#[test]
fn a_second_run_changes_nothing() {
    let root = generated("second");
    assert!(xtask::regen(&root).unwrap().ends_with(" 0 files changed"));
    xtask::check(&root).unwrap();
}

#[test]
fn an_edited_specification_is_seen_and_mended() {
    let root = generated("specification");
    let schema = root.join("specs/instamoney/schemas/payments.json");
    edit(&schema, "\"maxLength\": 50", "\"maxLength\": 49");
    let capabilities = root.join("specs/instamoney/capabilities.toml");
    edit(&capabilities, "maximum_length = 50", "maximum_length = 49");
    differs(
        &root,
        &[
            "instamoney/src/generated/checks.rs",
            "-",
            "Some(50)",
            "+",
            "Some(49)",
        ],
    );

    let codes = root.join("specs/instamoney/codes.toml");
    edit(&codes, "outcome = \"refused\"", "outcome = \"unknown\"");
    differs(&root, &["codes.rs", "Outcome::Unknown"]);

    let capabilities = root.join("specs/ciputra/capabilities.toml");
    edit(
        &capabilities,
        "title = \"Ciputra Life E-Payment\"",
        "title = \"Another\"",
    );
    differs(&root, &["README.md", "+| Another |", "capabilities.rs"]);
}

#[test]
fn an_edited_generated_file_is_seen_and_mended() {
    let root = generated("edited");
    let types = root.join("crates/payments-ciputra/src/generated/types.rs");
    edit(&types, "pub order_id", "pub order_number");
    differs(
        &root,
        &["ciputra/src/generated/types.rs", "-    pub order_number"],
    );
    fs::remove_file(types).unwrap();
    differs(&root, &["ciputra/src/generated/types.rs"]);
}

#[test]
fn a_stray_file_is_seen_and_removed() {
    let root = generated("stray");
    let folder = root.join("crates/payments-ciputra/src/generated");
    fs::write(folder.join("extra.rs"), "").unwrap();
    fs::create_dir(folder.join("more")).unwrap();
    differs(&root, &["extra.rs: a stray file", "more: a stray file"]);
    assert!(!folder.join("extra.rs").exists() && !folder.join("more").exists());
}

#[test]
fn what_a_removed_provider_left_is_stray() {
    let root = generated("removed");
    let left = root.join("crates/payments-old/src/generated");
    fs::create_dir_all(&left).unwrap();
    fs::write(left.join("types.rs"), "").unwrap();
    differs(
        &root,
        &["payments-old/src/generated/types.rs: a stray file"],
    );
}

#[test]
fn a_specification_without_a_crate_must_be_translatable_all_the_same() {
    let root = generated("early");
    assert!(!root.join("crates/payments-fazz").exists());
    let operations = root.join("specs/fazz/operations.toml");
    edit(&operations, "effect = \"writes\"", "effect = \"perhaps\"");
    let refusal = xtask::check(&root).unwrap_err().to_string();
    assert!(refusal.contains("expected reads or writes"), "{refusal}");
}

#[test]
fn a_table_with_an_unknown_key_or_word_is_refused_with_its_place() {
    let root = generated("tables");
    let codes = root.join("specs/instamoney/codes.toml");
    edit(&codes, "kind = \"invalid\"", "kind = \"odd\"");
    let refusal = xtask::check(&root).unwrap_err().to_string();
    assert!(
        refusal.contains("specs/instamoney/codes.toml") && refusal.contains("odd"),
        "{refusal}"
    );
    edit(&codes, "kind = \"odd\"", "kind = \"invalid\"\nkindness = 1");
    let refusal = xtask::check(&root).unwrap_err().to_string();
    assert!(refusal.contains("kindness"), "{refusal}");
}

#[test]
fn an_edited_kind_or_example_of_a_callback_reaches_the_sandbox() {
    let root = generated("kinds");
    let example = root.join("specs/instamoney/examples/dana_callback_paid.json");
    edit(&example, "1001", "1002");
    differs(
        &root,
        &["payments-sandbox/src/generated/callbacks.rs", "1002"],
    );
    let kinds = root.join("specs/fazz/callbacks.toml");
    edit(
        &kinds,
        "event = \"settled-bare\"",
        "event = \"settled-old\"",
    );
    // What it stands on is a fact about it.
    let evidence = root.join("specs/fazz/evidence.toml");
    edit(&evidence, "/callback/settled-bare", "/callback/settled-old");
    differs(
        &root,
        &["payments-sandbox/src/generated/callbacks.rs", "settled-old"],
    );
}

#[test]
fn every_callback_is_of_a_kind_and_every_kind_has_a_callback() {
    let root = generated("both");
    let kinds = root.join("specs/rpi/callbacks.toml");
    let refused = |from: &str, to: &str, word: &str| {
        let whole = fs::read_to_string(&kinds).unwrap();
        edit(&kinds, from, to);
        let refusal = xtask::check(&root).unwrap_err().to_string();
        fs::write(&kinds, whole).unwrap();
        assert!(
            refusal.contains("specs/rpi/callbacks.toml") && refusal.contains(word),
            "{refusal}"
        );
    };
    let failed = "example = \"other_callback_charge_failed\"";
    refused(
        failed,
        "example = \"nothing\"",
        "is no example of a callback",
    );
    refused(
        failed,
        "example = \"other_get_response\"",
        "is no example of a callback",
    );
    refused(
        failed,
        "example = \"other_callback_charge_paid\"",
        "that of another kind",
    );
    refused("event = \"failed\"", "event = \"paid\"", "listed twice");
    refused("event = \"failed\"", "event = \"lost\"", "named failed");
    refused("/details/rpiCode", "/details/code", "leads to nothing");
    refused("status = \"failed\"", "status = \"gone\"", "gone");
    let example = root.join("specs/rpi/examples/other_callback_charge_late.json");
    fs::copy(
        root.join("specs/rpi/examples/other_callback_charge_paid.json"),
        &example,
    )
    .unwrap();
    let refusal = xtask::check(&root).unwrap_err().to_string();
    assert!(
        refusal.contains("charge_late.json is a callback of no kind"),
        "{refusal}"
    );
}

/// A root of which one file is edited is refused with these words.
fn refused_with(name: &str, file: &str, from: &str, to: &str, words: &[&str]) {
    let root = generated(name);
    edit(&root.join(file), from, to);
    let refusal = xtask::check(&root).unwrap_err().to_string();
    for word in words {
        assert!(refusal.contains(word), "{word} is not in: {refusal}");
    }
}

#[test]
fn a_reference_that_leads_nowhere_is_refused() {
    let file = "specs/instamoney/operations.toml";
    let from = "reference = \"/reference_id\"";
    for (to, word) in [
        ("reference = \"/nothing\"", "no member \"nothing\""),
        (
            "reference = \"reference_id\"",
            "expected /member, {parameter} or elsewhere",
        ),
    ] {
        let words = ["create_ewallet_charge", word];
        refused_with("no_reference", file, from, to, &words);
    }
}

#[test]
fn a_member_that_the_client_puts_in_is_sent_and_signs_what_is_there() {
    let requests = "specs/digiswitch/schemas/requests.json";
    let signs = "\"x-signs\": \"/customer_no\"";
    let nothing = "\"x-signs\": \"/nothing\"";
    refused_with(
        "signs_nothing",
        requests,
        signs,
        nothing,
        &["PlnInquiryRequest", "nothing"],
    );
    let empty = "\"x-signs\": \"\"";
    refused_with("signs_empty", requests, signs, empty, &["x-signs"]);
    let answers = "specs/digiswitch/schemas/answers.json";
    let told = "\"deposit\": {";
    let own = "\"deposit\": {\n          \"x-own\": true,";
    refused_with(
        "own_received",
        answers,
        told,
        own,
        &["deposit", "only sent"],
    );
    let operations = "specs/digiswitch/operations.toml";
    let customer = "customer = \"/customer_no\"";
    let another = "customer = \"/customer\"";
    refused_with(
        "customer_nowhere",
        operations,
        customer,
        another,
        &["no member \"customer\""],
    );
}

#[test]
fn a_callback_told_apart_by_a_member_that_is_not_there_is_refused() {
    let file = "specs/instamoney/operations.toml";
    let from = "\"data.charge_id\" = \"*\"";
    let to = "\"data.charge\" = \"*\"";
    let words = ["Refund", "data.charge", "no such member"];
    refused_with("no_member", file, from, to, &words);
}

#[test]
fn an_example_of_nothing_is_refused() {
    let file = "specs/instamoney/examples/dana_2020_create_response.json";
    for (to, word) in [
        ("operation create_nothing response", "names nothing here"),
        (
            "operation create_ewallet_payment answer",
            "expected operation <id> request",
        ),
    ] {
        let from = "operation create_ewallet_payment response";
        let words = ["dana_2020_create_response.json", word];
        refused_with("no_operation", file, from, to, &words);
    }
}

#[test]
fn limits_of_capabilities_and_of_schemas_that_differ_are_refused_with_both_places() {
    let root = generated("limits");
    let capabilities = |provider: &str| format!("specs/{provider}/capabilities.toml");
    let schema = "specs/instamoney/schemas/charges.json".to_owned();
    for (file, from, to, words) in [
        // More than the schema takes.
        (
            capabilities("instamoney"),
            "reference = { maximum_length = 255",
            "reference = { maximum_length = 1001",
            [
                "capabilities.toml#/method/ewallet:shopeepay/reference/maximum_length: 1001, and",
                "/properties/reference_id/maxLength says 255",
            ],
        ),
        // Less: what the schema says is said by none.
        (
            capabilities("fazz"),
            "minimum = 1500\n",
            "minimum = 2000\n",
            [
                "specs/fazz/capabilities.toml",
                "/QrisPayment/properties/amount/minimum says 1500, and no method does",
            ],
        ),
        (
            capabilities("rpi"),
            "minimum = 10000",
            "minimum = 9999",
            [
                "specs/rpi/capabilities.toml#/mandates/minimum: 9999, and",
                "specs/rpi/openapi.json#/components/schemas/",
            ],
        ),
        // Another sign.
        (
            capabilities("instamoney"),
            "punctuation = \"-\"",
            "punctuation = \".\"",
            [
                "specs/instamoney/capabilities.toml#/reference/punctuation: \".\", and",
                "/properties/external_id/pattern says ^[A-Za-z0-9-]+$",
            ],
        ),
        (
            schema,
            "\"maxLength\": 255",
            "\"maxLength\": 254",
            [
                "capabilities.toml#/method/ewallet:shopeepay/reference/maximum_length: 255, and",
                "schemas/charges.json#/$defs/EwalletChargeRequest/properties/reference_id/",
            ],
        ),
    ] {
        let path = root.join(&file);
        let whole = fs::read_to_string(&path).unwrap();
        edit(&path, from, to);
        let refusal = xtask::check(&root).unwrap_err().to_string();
        for word in words {
            assert!(refusal.contains(word), "{word} is not in: {refusal}");
        }
        fs::write(&path, whole).unwrap();
    }
    xtask::check(&root).unwrap();
}

#[test]
fn a_missing_table_is_named_with_what_belongs_into_it() {
    let root = generated("missing");
    fs::remove_file(root.join("specs/ciputra/statuses.toml")).unwrap();
    let refusal = xtask::check(&root).unwrap_err().to_string();
    assert!(refusal.contains("statuses.toml"), "{refusal}");
    assert!(refusal.contains("status words"), "{refusal}");
}

#[test]
fn a_setting_that_no_function_can_take_is_refused() {
    let file = "specs/instamoney/capabilities.toml";
    let from = "words = [\"2020-02-01\", \"2019-02-04\"]\n";
    let words = ["api_version", "words"];
    refused_with("no_words", file, from, "", &words);
}

#[test]
fn the_url_of_the_repository_stands_once_and_every_readme_has_it() {
    let root = generated("moved");
    edit(
        &root.join("Cargo.toml"),
        "repository = \"",
        "repository = \"https://example.org/moved?",
    );
    let names = [
        "payments-ciputra",
        "payments-instamoney",
        "payments-sandbox",
    ];
    let git = names.map(|name| format!("+{name} = {{ git = \"https://example.org/moved?"));
    differs(&root, &git.each_ref().map(|line| &**line));
}
