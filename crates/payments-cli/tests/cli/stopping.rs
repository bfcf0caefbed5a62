//! Ctrl-C and SIGTERM: whoever stops waiting is told what is known, and what to do.

use std::{
    fs,
    io::Read,
    net::TcpListener,
    process::{Command, Output, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use serde_json::json;

use crate::{Sandbox, command, json_of, run, text};

/// A provider that takes requests and never answers.
struct Silent {
    url: String,
    heard: mpsc::Receiver<()>,
}

impl Silent {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (sender, heard) = mpsc::channel();
        thread::spawn(move || {
            let mut kept = Vec::new();
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let _ = stream.read(&mut [0; 8192]);
                kept.push(stream);
                let _ = sender.send(());
            }
        });
        Self { url, heard }
    }

    /// Runs a command until its request is here, and stops it then.
    fn stopped(&self, arguments: &[&str], signal: &str) -> Output {
        let child = command(&[arguments, &["--sandbox", &self.url]].concat())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        self.heard.recv_timeout(Duration::from_secs(20)).unwrap();
        stop(child.id(), signal);
        child.wait_with_output().unwrap()
    }
}

fn stop(id: u32, signal: &str) {
    let killed = Command::new("kill")
        .args([signal, &id.to_string()])
        .status();
    assert!(killed.unwrap().success());
}

#[track_caller]
fn unknown(output: &Output, parts: &[&str]) {
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    let told = text(&output.stderr);
    for part in [&["unknown"], parts].concat() {
        assert!(told.contains(part), "{part}: {told}");
    }
}

const PAY: [&str; 10] = [
    "pay",
    "instamoney",
    "--method",
    "ovo",
    "--reference",
    "order-1",
    "--amount",
    "20000",
    "--phone",
    "08123123123",
];

#[test]
fn a_payment_that_is_not_waited_for_is_unknown_and_the_question_is_named() {
    let silent = Silent::start();
    for signal in ["-INT", "-TERM"] {
        let asks = format!(
            "payments get instamoney order-1 --method ewallet:ovo --sandbox {}",
            silent.url
        );
        unknown(&silent.stopped(&PAY, signal), &[&asks]);
        let output = silent.stopped(&[&PAY[..], &["--json"]].concat(), signal);
        unknown(&output, &[&asks]);
        let told = json_of(&output);
        let call = &told["error"]["call"];
        assert_eq!(
            (&call["outcome"], &call["reference"], &call["must_ask"]),
            (&json!("unknown"), &json!("order-1"), &json!(true))
        );
    }
}

#[test]
fn a_bill_and_a_mandate_are_alike() {
    let silent = Silent::start();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inquiry.json");
    let file = file.to_str().unwrap();
    let bill = [
        "--reference",
        "bill-1",
        "--product",
        "pln",
        "--customer",
        "530000000001",
    ];
    let inquire = [
        "bill",
        "inquire",
        "digiswitch",
        "--made-elsewhere",
        "--json",
    ];
    let inquiry = run(&[&inquire[..], &bill, &["--sandbox", &silent.url]].concat());
    assert!(inquiry.status.success(), "{inquiry:?}");
    fs::write(file, inquiry.stdout).unwrap();
    let output = silent.stopped(&["bill", "pay", "digiswitch", file], "-INT");
    unknown(&output, &["payments bill status digiswitch", "bill-1"]);
    assert!(
        !text(&output.stderr).contains("530000000001"),
        "personal data"
    );

    let reference = "a".repeat(32);
    let mandate = [
        "mandate",
        "create",
        "rpi",
        "--reference",
        &reference,
        "--amount",
        "50000",
        "--start",
        "2999-01-31",
        "--every",
        "month",
        "--phone",
        "08123123123",
        "--occurrences",
        "12",
        "--product",
        "S1:A sample",
    ];
    let asks = format!("payments mandate get rpi {reference}");
    unknown(&silent.stopped(&mandate, "-TERM"), &[&asks]);
}

#[test]
fn with_a_journal_the_same_command_again_goes_on_and_what_is_not_due_is_no_failure() {
    let silent = Silent::start();
    let folder = tempfile::tempdir().unwrap();
    let journal = format!("sqlite://{}/payments.db", folder.path().display());
    let recorded = ["--journal", &*journal];
    let output = silent.stopped(&[&PAY[..], &recorded].concat(), "-INT");
    unknown(
        &output,
        &[
            "payments reconcile",
            "payments journal show instamoney order-1",
        ],
    );

    // Whoever was stopped may still be at it, so nobody asks before its lease ends.
    let reconcile = [&["reconcile", "--sandbox", &silent.url], &recorded[..]].concat();
    let table = run(&reconcile);
    let json = run(&[&reconcile[..], &["--json"]].concat());
    assert_eq!(table.status.code(), Some(0), "{table:?}");
    assert_eq!(json.status.code(), Some(0), "{json:?}");
    let report = json_of(&json);
    assert_eq!(report["failed"], json!([]), "{report}");
    assert_eq!(report["waiting"][0]["reference"], "order-1", "{report}");
    assert!(text(&table.stderr).contains("1 not due"), "{table:?}");
}

#[test]
fn a_reconciliation_that_is_stopped_names_what_it_was_asking_for() {
    let (sandbox, silent) = (Sandbox::start(), Silent::start());
    let folder = tempfile::tempdir().unwrap();
    let journal = format!("sqlite://{}/payments.db", folder.path().display());
    let recorded = ["--journal", &*journal];
    let paid = sandbox.run(&[&PAY[..], &recorded].concat());
    assert!(paid.status.success(), "{paid:?}");
    let reconcile = [&["reconcile"], &recorded[..]].concat();
    unknown(
        &silent.stopped(&reconcile, "-INT"),
        &[
            "payments journal show instamoney order-1",
            "payments reconcile",
        ],
    );

    // Nobody is there to be asked: the table and the JSON end alike.
    let nobody = ["--sandbox", "http://127.0.0.1:1"];
    for form in [&[][..], &["--json"]] {
        let output = run(&[&reconcile[..], &nobody, form].concat());
        assert_eq!(output.status.code(), Some(1), "{output:?}");
    }
}

#[test]
fn fault_schedules_that_are_stopped_leave_no_folder_behind() {
    let folder = tempfile::tempdir().unwrap();
    for signal in ["-INT", "-TERM"] {
        let child = command(&["faults", "--schedules", "100000"])
            .env("TMPDIR", folder.path())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let begun = || fs::read_dir(folder.path()).unwrap().count() > 0;
        while !begun() {
            thread::sleep(Duration::from_millis(20));
        }
        thread::sleep(Duration::from_millis(300));
        stop(child.id(), signal);
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(
            text(&output.stderr).contains("nothing is proved"),
            "{output:?}"
        );
        assert!(!begun(), "{signal}: the folder is still there");
    }
}
