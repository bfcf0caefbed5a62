//! `payments explain`.

use payments_conformance::example;

use crate::{json_of, run, run_with, text};

#[test]
fn a_dana_callback_is_told_from_a_linkaja_one() {
    for (name, callback, method) in [
        ("dana_callback_paid", "Dana", "ewallet:dana"),
        ("linkaja_callback_completed", "Linkaja", "ewallet:linkaja"),
        ("ovo_callback_failed", "Ovo", "ewallet:ovo"),
        ("other_charge_callback_captured", "Charge", ""),
    ] {
        let body = example("instamoney", name).body.to_string();
        let human = run_with(&["explain", "instamoney", "callback"], &body);
        let human = text(&human.stdout);
        assert!(
            human.starts_with(&format!("instamoney: a {callback} callback")),
            "{human}"
        );
        let json = json_of(&run_with(
            &["explain", "instamoney", "callback", "--json"],
            &body,
        ));
        assert_eq!(json["callback"], callback);
        assert!(
            json["news"]["payment"]["method"]
                .as_str()
                .unwrap()
                .starts_with(method)
        );
        // The document's token is nobody's secret; a real one would be.
        assert!(!human.contains("sample-token") && !json.to_string().contains("sample-token"));
    }
}

#[test]
fn an_answer_is_explained_by_operation_and_status() {
    let body = example("instamoney", "dana_2019_create_refusal")
        .body
        .to_string();
    let operation = [
        "explain",
        "instamoney",
        "create_ewallet_payment",
        "--status",
        "400",
    ];
    let json = json_of(&run_with(&[&operation[..], &["--json"]].concat(), &body));
    assert_eq!(json["error"]["outcome"], "refused");
    assert_eq!(json["error"]["kind"], "duplicate");
    assert_eq!(json["error"]["action"], "ask_by_reference");

    let body = example("ciputra", "get_transaction_response")
        .body
        .to_string();
    let json = json_of(&run_with(
        &["explain", "ciputra", "get_transaction", "--json"],
        &body,
    ));
    assert_eq!(json["type"], "TransactionStatus");
    assert_eq!(json["news"]["payment"]["status"], "paid");

    // A success that says no is what the client makes of it.
    let body = example("ciputra", "other_create_transaction_response_refused").body;
    let arguments = ["explain", "ciputra", "create_transaction", "--json"];
    let json = json_of(&run_with(&arguments, &body.to_string()));
    assert_eq!(json["error"]["outcome"], "unknown");

    let trouble = run_with(
        &[
            "explain",
            "ciputra",
            "create_transaction",
            "--status",
            "502",
            "--json",
        ],
        "<html>",
    );
    assert_eq!(json_of(&trouble)["error"]["outcome"], "unknown");
}

#[test]
fn what_is_no_payment_is_told_in_lines_too_and_as_json() {
    for (provider, operation, example_of, told) in [
        (
            "ciputra",
            "get_registration",
            "get_registration_response",
            ("reference", "TEST00001111114"),
        ),
        (
            "fazz",
            "create_payment_task",
            "other_task_response",
            ("action", "cancel"),
        ),
        (
            "fazz",
            "get_virtual_account",
            "other_static_virtual_account_get_response",
            ("provider_id", "virtual_account_0007"),
        ),
        (
            "rpi",
            "get_token",
            "other_token_response",
            ("kind", "BearerToken"),
        ),
    ] {
        let body = example(provider, example_of).body.to_string();
        let json = json_of(&run_with(
            &["explain", provider, operation, "--json"],
            &body,
        ));
        let (name, value) = told;
        assert_eq!(json["more"]["facts"][0][name], value, "{json}");
        assert_eq!(json["left_out"].as_array().map(Vec::len), Some(0));
        let human = run_with(&["explain", provider, operation], &body);
        let human = text(&human.stdout);
        let is_told = |line: &str| {
            line.starts_with(&name.replace('_', " ")) && line.trim_end().ends_with(value)
        };
        assert!(human.lines().any(is_told), "{human}");
        assert!(!human.contains("sample-token"), "{human}");
    }
}

#[test]
fn a_body_that_does_not_decode_is_a_failure_with_its_reason() {
    let output = run_with(&["explain", "instamoney", "create_ewallet_payment"], "{}");
    assert_eq!(output.status.code(), Some(1));
    let error = text(&output.stderr);
    assert!(error.contains("amount is missing"), "{error}");
    let output = run_with(
        &["explain", "instamoney", "callback"],
        r#"{"ewallet_type": "X"}"#,
    );
    // It says so, and is no failure: a callback like this is acknowledged and kept.
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("not modelled"));
    let output = run_with(&["explain", "instamoney", "nothing"], "{}");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("create_ewallet_payment"));
}

#[test]
fn a_code_is_explained_by_what_it_proves_and_where_its_page_is() {
    let explained = run(&["explain", "code", "instamoney", "DUPLICATE_ERROR"]);
    let told = text(&explained.stdout);
    for part in [
        "refused",
        "it arrived",
        "look the payment up",
        "#code.DUPLICATE_ERROR",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let json = json_of(&run(&["explain", "code", "digiswitch", "45", "--json"]));
    assert_eq!(json["code"]["code"], "45", "{json}");
    let unknown = run(&["explain", "code", "fazz", "DUPLICATE_ERROR"]);
    assert_eq!(unknown.status.code(), Some(2), "{unknown:?}");
    let bodiless = run(&["explain"]);
    assert_eq!(bodiless.status.code(), Some(2), "{bodiless:?}");
}
