//! The binary as a person and a program use it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::{
    io::{BufRead, BufReader, Write},
    process::{Child, Command, Output, Stdio},
};

use payments_conformance::example;
use serde_json::{Value, json};

fn payments(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_payments"));
    // Keys and settings of whoever runs the tests have no say.
    command.args(arguments).env_clear().stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    payments(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json_of(output: &Output) -> Value {
    // Data goes to stdout; a failure, which is no data, to stderr.
    let json = match output.status.success() {
        true => &output.stdout,
        false => &output.stderr,
    };
    serde_json::from_slice(json).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

fn explain(arguments: &[&str], body: &str) -> Output {
    let mut child = payments(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(body.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

/// A running `payments sandbox`, ended when it is dropped.
struct Sandbox {
    child: Child,
    url: String,
}

impl Sandbox {
    fn start() -> Self {
        let mut child = payments(&["sandbox", "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut first)
            .unwrap();
        let address = first.split_whitespace().nth(1).unwrap();
        let url = address.trim_end_matches("/ciputra").to_owned();
        Self { child, url }
    }

    fn control(&self, path: &str, body: &str) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let url = format!("{}/_sandbox/{path}", self.url);
        let answer = runtime.block_on(async {
            let base = self.url.parse().unwrap();
            let client = payments::http::client(&base, Default::default()).unwrap();
            client.post(url).body(body.to_owned()).send().await.unwrap()
        });
        assert!(answer.status().is_success(), "{path}: {answer:?}");
    }

    fn run(&self, arguments: &[&str]) -> Output {
        run(&[arguments, &["--sandbox", &self.url]].concat())
    }

    fn pay_ovo(&self, reference: &str, amount: &str) -> Output {
        self.run(&[
            "pay",
            "instamoney",
            "--method",
            "ovo",
            "--reference",
            reference,
            "--amount",
            amount,
            "--phone",
            "08123123123",
            "--json",
        ])
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_demo_holds_for_every_provider_with_and_without_the_fault() {
    let output = run(&["demo", "--json"]);
    assert!(output.status.success(), "{output:?}");
    let report = json_of(&output);
    assert_eq!(report["ok"], true);
    let scenes: Vec<_> = report["providers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|scene| {
            assert_eq!(scene["status"], "paid");
            assert_eq!(scene["ledger_rows"], 1);
            ["provider", "scenario", "outcome", "callback"].map(|key| scene[key].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        scenes,
        [
            ["ciputra", "paid", "accepted", "confirmed"],
            ["ciputra", "answer_lost", "unknown", "confirmed"],
            ["fazz", "paid", "accepted", "verified"],
            ["fazz", "answer_lost", "unknown", "verified"],
            ["instamoney", "paid", "accepted", "verified"],
            ["instamoney", "answer_lost", "unknown", "verified"],
        ]
    );
}

#[test]
fn the_demo_tells_its_story_on_stderr_and_its_result_on_stdout() {
    let output = run(&["demo"]);
    let (story, result) = (text(&output.stderr), text(&output.stdout));
    assert!(story.contains("unknown: it may have happened"), "{story}");
    assert_eq!(result.lines().count(), 7, "{result}");
    // No terminal, no colour.
    assert!(!story.contains('\u{1b}') && !result.contains('\u{1b}'));
}

#[test]
fn the_whole_surface() {
    let mut surface = String::new();
    for command in [
        "",
        "demo",
        "sandbox",
        "providers",
        "pay",
        "get",
        "cancel",
        "explain",
    ] {
        let arguments: Vec<_> = command.split_whitespace().chain(["--help"]).collect();
        surface += &format!(
            "$ payments {}\n{}\n",
            arguments.join(" "),
            text(&run(&arguments).stdout)
        );
    }
    insta::assert_snapshot!(surface);
}

#[test]
fn what_each_provider_can_do() {
    insta::assert_snapshot!(text(&run(&["providers"]).stdout));
    let json = json_of(&run(&["providers", "--json"]));
    let names: Vec<_> = json["providers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|provider| &provider["provider"])
        .collect();
    assert_eq!(names, ["ciputra", "fazz", "instamoney"]);
}

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

    // Refused: the reference is taken.
    let duplicate = sandbox.pay_ovo("exit-1", "20000");
    assert_eq!(duplicate.status.code(), Some(1));
    assert_eq!(json_of(&duplicate)["error"]["call"]["kind"], "duplicate");

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

    // Unknown: the answer is lost. It says so, and how to settle it.
    let fault =
        json!({"provider": "instamoney", "operation": "create", "fault": "reset_after_commit"});
    sandbox.control("faults", &fault.to_string());
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
    let found = sandbox.run(&["get", "instamoney", "exit-3", "--method", "ovo", "--json"]);
    assert_eq!(json_of(&found)["status"], "pending");
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

#[test]
fn a_dana_callback_is_told_from_a_linkaja_one() {
    for (name, callback, method) in [
        ("dana_callback_paid", "Dana", "ewallet:dana"),
        ("linkaja_callback_completed", "Linkaja", "ewallet:linkaja"),
        ("ovo_callback_failed", "Ovo", "ewallet:ovo"),
        ("other_charge_callback_captured", "Charge", ""),
    ] {
        let body = example("instamoney", name).body.to_string();
        let human = explain(&["explain", "instamoney", "callback"], &body);
        let human = text(&human.stdout);
        assert!(
            human.starts_with(&format!("instamoney: a {callback} callback")),
            "{human}"
        );
        let json = json_of(&explain(
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
    let json = json_of(&explain(&[&operation[..], &["--json"]].concat(), &body));
    assert_eq!(json["error"]["outcome"], "refused");
    assert_eq!(json["error"]["kind"], "duplicate");
    assert_eq!(json["error"]["action"], "ask_by_reference");

    let body = example("ciputra", "get_transaction_response")
        .body
        .to_string();
    let json = json_of(&explain(
        &["explain", "ciputra", "get_transaction", "--json"],
        &body,
    ));
    assert_eq!(json["type"], "TransactionStatus");
    assert_eq!(json["news"]["payment"]["status"], "paid");

    // A success that says no is what the client makes of it.
    let body = example("ciputra", "other_create_transaction_response_refused").body;
    let arguments = ["explain", "ciputra", "create_transaction", "--json"];
    let json = json_of(&explain(&arguments, &body.to_string()));
    assert_eq!(json["error"]["outcome"], "unknown");

    let trouble = explain(
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
fn a_body_that_does_not_decode_is_a_failure_with_its_reason() {
    let output = explain(&["explain", "instamoney", "create_ewallet_payment"], "{}");
    assert_eq!(output.status.code(), Some(1));
    let error = text(&output.stderr);
    assert!(error.contains("missing field"), "{error}");
    let output = explain(
        &["explain", "instamoney", "callback"],
        r#"{"ewallet_type": "X"}"#,
    );
    assert_eq!(output.status.code(), Some(1));
    let output = explain(&["explain", "instamoney", "nothing"], "{}");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("create_ewallet_payment"));
}
