//! `payments mandate`.

use std::process::Output;

use crate::{Sandbox, json_of, text};

/// A reference as RPI wants it.
const REFERENCE: &str = "mandate0000000000000000000000001";

impl Sandbox {
    fn create_mandate(&self, amounts: &[&str]) -> Output {
        let named = [
            "mandate",
            "create",
            "rpi",
            "--reference",
            REFERENCE,
            "--start",
            "2999-01-31",
            "--every",
            "month",
            "--occurrences",
            "12",
            "--phone",
            "08123123123",
            "--product",
            "CLUB:Coffee club",
        ];
        self.run(&[&named[..], amounts].concat())
    }

    /// A command about the mandate that was created.
    fn mandate(&self, command: &str, created: &serde_json::Value, more: &[&str]) -> Output {
        let id = |name: &str| created[name].as_str().unwrap().to_owned();
        let (mandate, customer) = (id("provider_id"), id("customer_id"));
        let named = [
            "mandate",
            command,
            "rpi",
            REFERENCE,
            "--id",
            &mandate,
            "--customer",
            &customer,
        ];
        self.run(&[&named[..], more].concat())
    }
}

#[test]
fn a_mandate_is_asked_for_confirmed_and_its_next_charge_is_changed() {
    let sandbox = Sandbox::start();
    let created =
        json_of(&sandbox.create_mandate(&["--maximum", "100000", "--amount", "20000", "--json"]));
    assert_eq!(created["status"], "pending");
    assert_eq!(created["next_actions"][0]["do"], "redirect");
    sandbox.control(&format!("payments/rpi/{REFERENCE}/pay"), "");
    let active = json_of(&sandbox.mandate("get", &created, &["--json"]));
    assert_eq!(active["status"], "active");
    let change = ["--amount", "30000", "--date", "2999-02-28"];
    let changed = sandbox.mandate("change-amount", &created, &change);
    assert!(text(&changed.stdout).contains("IDR 30000"), "{changed:?}");
}

#[test]
fn a_recorded_change_takes_its_ids_from_the_journal_and_is_made_once() {
    let sandbox = Sandbox::start();
    let folder = tempfile::tempdir().unwrap();
    let journal = format!("sqlite://{}", folder.path().join("payments.db").display());
    let recorded = ["--journal", &journal];
    let amounts = ["--maximum", "100000", "--amount", "20000"];
    json_of(&sandbox.create_mandate(&[&amounts[..], &recorded, &["--json"]].concat()));
    sandbox.control(&format!("payments/rpi/{REFERENCE}/pay"), "");
    let change = |rupiah: &str, more: &[&str]| {
        let named = [
            "mandate",
            "change-amount",
            "rpi",
            REFERENCE,
            "--date",
            "2999-01-31",
        ];
        let arguments = [&named[..], &["--amount", rupiah], &recorded, more].concat();
        sandbox.run(&arguments)
    };
    for _ in 0..2 {
        let changed = json_of(&change("30000", &["--json"]));
        assert_eq!(changed["status"], "applied", "{changed}");
        assert_eq!(changed["applied_on"], "2999-01-31");
    }
    let another = change("40000", &[]);
    assert!(text(&another.stderr).contains("amount"), "{another:?}");
    assert_eq!(another.status.code(), Some(1), "{another:?}");
    let corrected = change("40000", &["--number", "2"]);
    assert!(
        text(&corrected.stdout).contains("IDR 40000"),
        "{corrected:?}"
    );
    let key = format!("{REFERENCE}:2999-01-31:2");
    let shown = crate::run(&["journal", "show", "rpi", &key, "--journal", &journal]);
    assert!(text(&shown.stdout).contains("amount_change"), "{shown:?}");
}

#[test]
fn a_mandate_has_an_amount_or_a_maximum_and_ids_to_ask_by() {
    let sandbox = Sandbox::start();
    assert_eq!(sandbox.create_mandate(&[]).status.code(), Some(2));
    let small = sandbox.create_mandate(&["--amount", "9999"]);
    assert_eq!(small.status.code(), Some(3), "{small:?}");
    let unasked = sandbox.run(&["mandate", "get", "rpi", REFERENCE]);
    assert_eq!(unasked.status.code(), Some(3));
    assert!(text(&unasked.stderr).contains("provider_id"), "{unasked:?}");
}
