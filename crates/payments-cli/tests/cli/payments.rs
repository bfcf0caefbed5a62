//! `payments pay`, `get`, `cancel`, and how they fail.

use serde_json::json;

use crate::{Sandbox, json_of, run, text};

#[test]
fn a_payment_is_made_asked_for_and_called_off() {
    let sandbox = Sandbox::start();
    let made = json_of(&sandbox.run(&[
        "pay",
        "ciputra",
        "--method",
        "va:bca",
        "--reference",
        "cli-1",
        "--amount",
        "20000",
        "--name",
        "Siti",
        "--expires-in",
        "3600",
        "--json",
    ]));
    assert_eq!(made["status"], "pending");
    assert_eq!(made["next_actions"][0]["do"], "show_account_number");

    let asked = sandbox.run(&["get", "ciputra", "cli-1"]);
    assert!(text(&asked.stdout).contains("pending"), "{asked:?}");
    // For people in Jakarta's time, for programs in UTC; both are the same moment.
    let expires = made["expires_at"].as_str().unwrap();
    assert!(expires.ends_with('Z'), "{expires}");
    let expires = ::payments::jakarta::text(expires.parse().unwrap());
    let asked = text(&asked.stdout);
    let row = asked.lines().find(|line| line.starts_with("expires"));
    assert!(row.unwrap().ends_with(&expires), "{asked}");

    let cancelled = json_of(&sandbox.run(&["cancel", "ciputra", "cli-1", "--json"]));
    assert_eq!(cancelled["status"], "cancelled");
}

#[test]
fn a_linkaja_payment_takes_its_items() {
    let sandbox = Sandbox::start();
    let made = sandbox.run(&[
        "pay",
        "instamoney",
        "--method",
        "linkaja",
        "--reference",
        "cli-2",
        "--amount",
        "20000",
        "--phone",
        "08123123123",
        "--item",
        "1:Coffee: black:10000:2",
        "--callback-url",
        "http://127.0.0.1:1/",
        "--return-url",
        "http://127.0.0.1:1/",
    ]);
    assert!(made.status.success(), "{made:?}");
    assert!(text(&made.stdout).contains("open http"), "{made:?}");
}

#[test]
fn the_exit_code_tells_the_outcome() {
    let sandbox = Sandbox::start();
    assert_eq!(sandbox.pay_ovo("exit-1", "20000").status.code(), Some(0));

    // The reference is taken, by the same payment: nothing is charged twice, and it is told.
    let again = sandbox.pay_ovo("exit-1", "20000");
    assert_eq!(again.status.code(), Some(0), "{again:?}");
    assert_eq!(json_of(&again)["reference"], "exit-1");

    // Refused.
    let refuse = json!({
        "provider": "instamoney", "operation": "create", "fault": "code",
        "code": "API_VALIDATION_ERROR", "reference": "exit-0",
    });
    sandbox.control("faults", &refuse.to_string());
    let refused = sandbox.pay_ovo("exit-0", "20000");
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert_eq!(json_of(&refused)["error"]["call"]["kind"], "invalid");

    // The command line is wrong.
    assert_eq!(run(&["pay", "instamoney"]).status.code(), Some(2));
    let methodless = sandbox.run(&["get", "instamoney", "exit-1"]);
    assert_eq!(methodless.status.code(), Some(2));

    // Not sent: the amount is too large; nobody listens; a key is missing.
    assert_eq!(sandbox.pay_ovo("exit-2", "10000001").status.code(), Some(3));
    let nobody = run(&["get", "ciputra", "a", "--sandbox", "http://127.0.0.1:1"]);
    assert_eq!(nobody.status.code(), Some(3));
    let keyless = run(&["get", "ciputra", "a"]);
    assert_eq!(keyless.status.code(), Some(3));
    assert!(
        text(&keyless.stderr).contains("CIPUTRA_BASE_URL"),
        "{keyless:?}"
    );

    // Unknown: the answer is lost, and so is that to every question. It says so, and how to settle
    // it.
    let fault = |operation: &str, times: u32| {
        json!({
            "provider": "instamoney", "operation": operation, "fault": "reset_after_commit",
            "times": times,
        })
    };
    sandbox.control("faults", &fault("create", 1).to_string());
    sandbox.control("faults", &fault("status", 20).to_string());
    let lost = sandbox.pay_ovo("exit-3", "20000");
    assert_eq!(lost.status.code(), Some(4));
    let error = &json_of(&lost)["error"];
    assert_eq!(error["call"]["outcome"], "unknown");
    assert_eq!(error["call"]["reference"], "exit-3");
    assert!(
        error["advice"]
            .as_str()
            .unwrap()
            .contains("by its reference"),
        "{error}"
    );
    sandbox.steer("DELETE", "faults", "");
    let found = sandbox.run(&["get", "instamoney", "exit-3", "--method", "ovo", "--json"]);
    assert_eq!(json_of(&found)["status"], "pending");

    // An answer that is lost alone is asked for at once.
    sandbox.control("faults", &fault("create", 1).to_string());
    let settled = sandbox.pay_ovo("exit-4", "20000");
    assert_eq!(settled.status.code(), Some(0), "{settled:?}");
    assert_eq!(json_of(&settled)["status"], "pending");
}

#[test]
fn a_failure_tells_its_causes_and_what_to_do() {
    let output = run(&["get", "ciputra", "a", "--sandbox", "http://127.0.0.1:1"]);
    let error = text(&output.stderr);
    for part in [
        "error: ciputra get_transaction",
        "because",
        "outcome not_sent",
        "advice",
    ] {
        assert!(error.contains(part), "{part:?} is not in: {error}");
    }
    assert!(output.stdout.is_empty());
}
