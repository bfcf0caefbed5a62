//! `payments bill`.

use std::{
    io::{Read, Write},
    net::TcpListener,
};

use crate::{Sandbox, command, json_of, run_with, text};

/// The arguments that name a bill.
fn bill(reference: &str, customer: &str) -> [String; 7] {
    [
        "digiswitch",
        "--reference",
        reference,
        "--product",
        "pln",
        "--customer",
        customer,
    ]
    .map(str::to_owned)
}

impl Sandbox {
    fn bill(&self, command: &str, bill: &[String], more: &[&str]) -> std::process::Output {
        let bill = bill.iter().map(String::as_str);
        let arguments: Vec<_> = ["bill", command]
            .into_iter()
            .chain(bill)
            .chain(more.iter().copied())
            .collect();
        self.run(&arguments)
    }

    /// Pays an inquiry from standard input.
    fn pay_bill(&self, inquiry: &str) -> std::process::Output {
        let arguments = [
            "bill",
            "pay",
            "digiswitch",
            "--json",
            "--sandbox",
            &self.url,
        ];
        run_with(&arguments, inquiry)
    }
}

#[test]
fn a_bill_is_inquired_paid_by_what_was_printed_and_asked_for() {
    let sandbox = Sandbox::start();
    let bill = bill("bill-1", "630000000001");
    let human = sandbox.bill("inquire", &bill, &[]);
    assert!(text(&human.stdout).contains("IDR 11000"), "{human:?}");
    let inquiry = text(&sandbox.bill("inquire", &bill, &["--json"]).stdout);
    assert_eq!(json_of(&sandbox.pay_bill(&inquiry))["status"], "pending");
    sandbox.control("payments/digiswitch/bill-1/pay", "");
    let status = json_of(&sandbox.bill("status", &bill, &["--json"]));
    assert_eq!(status["status"], "paid");
    assert_eq!(status["amount"]["amount"], "11000");
}

#[test]
fn an_inquiry_of_yesterday_is_refused_before_sending_and_one_made_elsewhere_is_vouched_for() {
    let sandbox = Sandbox::start();
    let bill = bill("bill-2", "530000000001");
    let mut inquiry = json_of(&sandbox.bill("inquire", &bill, &["--json"]));
    inquiry["inquired_at"] = "2020-01-01T00:00:00Z".into();
    let refused = sandbox.pay_bill(&inquiry.to_string());
    assert_eq!(refused.status.code(), Some(3), "{refused:?}");

    let vouched = sandbox.bill("inquire", &bill, &["--made-elsewhere", "--json"]);
    let paid = sandbox.pay_bill(&text(&vouched.stdout));
    assert_eq!(json_of(&paid)["status"], "paid");
}

#[test]
fn what_is_no_inquiry_is_told_without_being_quoted() {
    let sandbox = Sandbox::start();
    let output = sandbox.pay_bill(r#"{"bill": "canary"}"#);
    assert_eq!(output.status.code(), Some(2));
    let error = text(&output.stderr);
    assert!(error.contains("bill inquire"), "{error}");
    assert!(!error.contains("canary"), "{error}");
}

#[test]
fn a_status_that_proves_nothing_is_unknown_and_a_provider_without_bills_says_so() {
    let sandbox = Sandbox::start();
    let bill = bill("bill-3", "530000000001");
    let unknown = sandbox.bill("status", &bill, &["--json"]);
    assert_eq!(unknown.status.code(), Some(4));
    assert_eq!(json_of(&unknown)["error"]["call"]["code"], "50");

    let mut wrong = bill;
    wrong[0] = "fazz".into();
    let output = sandbox.bill("inquire", &wrong, &[]);
    assert_eq!(output.status.code(), Some(3));
    assert!(text(&output.stderr).contains("has no bills"));
}

/// A provider that answers every question about `bill-1` with a receipt as resellers send it.
fn reseller() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            let body = r#"{"data": {"ref_id": "bill-1", "customer_no": "530000000001", "code": "pln", "rc": "00",
                "status": "Sukses", "message": "ok", "name": "CANARY NAME", "selling_price": 12500, "admin": 2500,
                "price": 11000, "sn": "1234-5678-9012-3456-7890/CANARY/R1/900VA"}}"#;
            let length = body.len();
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
            );
        }
    });
    url
}

#[test]
fn a_receipt_is_shown_only_to_who_asks_for_it() {
    let url = reseller();
    let asked = |more: &[&str]| {
        let bill = bill("bill-1", "530000000001");
        let bill: Vec<_> = bill.iter().map(String::as_str).collect();
        let output = command(&[&["bill", "status"], &bill[..], more].concat())
            .env("DIGISWITCH_BASE_URL", &url)
            .env("DIGISWITCH_USERNAME", "user")
            .env("DIGISWITCH_API_KEY", "key")
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        text(&output.stdout)
    };
    for quiet in [asked(&[]), asked(&["--json"])] {
        assert!(!quiet.contains("CANARY/R1"), "{quiet}");
    }
    assert!(asked(&[]).contains("--receipt shows it"));
    let json = asked(&["--receipt", "--json"]);
    assert!(
        json.contains("1234-5678-9012-3456-7890/CANARY/R1/900VA"),
        "{json}"
    );
    let receipt = asked(&["--receipt"]);
    for (name, value) in [
        ("number", "530000000001"),
        ("name", "CANARY NAME"),
        ("token", "1234-5678-9012-3456-7890"),
        ("receipt", "R1/900VA"),
        ("the customer pays the shop", "IDR 12500"),
        ("of it a fee of the provider", "IDR 2500"),
        ("the shop paid the provider", "IDR 11000"),
    ] {
        let is_row = |line: &str| line.starts_with(name) && line.ends_with(value);
        assert!(receipt.lines().any(is_row), "{name} in {receipt}");
    }
}
