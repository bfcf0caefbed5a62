//! Standard output that takes nothing, as on a full disk: what was done is told elsewhere.

use std::{
    fs::{self, File},
    process::{Output, Stdio},
};

use serde_json::json;

use crate::{Sandbox, command, text};

fn full() -> Stdio {
    File::options()
        .write(true)
        .open("/dev/full")
        .unwrap()
        .into()
}

fn unwritten(arguments: &[&str]) -> Output {
    let child = command(arguments)
        .stdout(full())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(5), "{arguments:?} {output:?}");
    assert!(!text(&output.stderr).contains("panicked"), "{output:?}");
    output
}

#[test]
fn a_payment_whose_answer_cannot_be_printed_is_told_with_its_reference() {
    let sandbox = Sandbox::start();
    let pay = |reference, more: &[&str]| {
        let order = [
            "pay",
            "instamoney",
            "--sandbox",
            &sandbox.url,
            "--method",
            "ovo",
            "--reference",
            reference,
            "--amount",
            "20000",
            "--phone",
            "08123123123",
        ];
        unwritten(&[&order[..], more].concat())
    };
    let told = text(&pay("order-1", &[]).stderr);
    assert!(told.contains("order-1 of instamoney is pending"), "{told}");
    let told: serde_json::Value =
        serde_json::from_slice(&pay("order-2", &["--json"]).stderr).unwrap();
    assert_eq!(
        told["error"]["answered"],
        json!({"provider": "instamoney", "reference": "order-2", "status": "pending"})
    );
}

#[test]
fn a_bill_and_a_mandate_are_alike() {
    let sandbox = Sandbox::start();
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
    let inquire = ["bill", "inquire", "digiswitch", "--json"];
    fs::write(file, sandbox.run(&[&inquire[..], &bill].concat()).stdout).unwrap();
    let paid = unwritten(&["bill", "pay", "digiswitch", file, "--sandbox", &sandbox.url]);
    assert!(
        text(&paid.stderr).contains("bill-1 of digiswitch is "),
        "{paid:?}"
    );

    let reference = "a".repeat(32);
    let mandate = unwritten(&[
        "mandate",
        "create",
        "rpi",
        "--sandbox",
        &sandbox.url,
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
    ]);
    let told = format!("{reference} of rpi is ");
    assert!(text(&mandate.stderr).contains(&told), "{mandate:?}");
}

#[test]
fn whatever_else_cannot_be_printed_ends_alike_even_where_nothing_can_be_told() {
    for form in [&[][..], &["--json"]] {
        unwritten(&[&["providers"], form].concat());
        let status = command(&[&["providers"], form].concat())
            .stdout(full())
            .stderr(full())
            .status();
        assert_eq!(status.unwrap().code(), Some(5));
    }
}
