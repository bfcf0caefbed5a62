//! `payments journal`, `payments reconcile`, and what `--journal` changes.

use std::process::Output;

use serde_json::{Value, json};

use crate::{Sandbox, command, json_of, run, text};

/// A sandbox, and a journal in a folder of its own.
struct Shop {
    sandbox: Sandbox,
    folder: tempfile::TempDir,
}

impl Shop {
    fn open() -> Self {
        Self {
            sandbox: Sandbox::start(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn journal(&self) -> String {
        format!(
            "sqlite://{}",
            self.folder.path().join("payments.db").display()
        )
    }

    fn pay(&self, method: &str, reference: &str, amount: &str) -> Output {
        let (provider, channel) = method.split_once('/').unwrap();
        let journal = self.journal();
        self.sandbox.run(&[
            "pay",
            provider,
            "--method",
            channel,
            "--reference",
            reference,
            "--amount",
            amount,
            "--name",
            "Siti",
            "--phone",
            "08123123123",
            "--journal",
            &journal,
            "--json",
        ])
    }

    /// A command about the journal.
    fn run(&self, arguments: &[&str]) -> Output {
        run(&[arguments, &["--journal", &self.journal(), "--json"]].concat())
    }

    /// A command at the sandbox and with the journal, under an account of Instamoney.
    fn run_as(&self, account: &str, arguments: &[&str]) -> Output {
        let (journal, sandbox) = (self.journal(), self.sandbox.url.clone());
        let both = ["--journal", &journal, "--sandbox", &sandbox];
        command(&[arguments, &both].concat())
            .env("INSTAMONEY_ACCOUNT", account)
            .output()
            .unwrap()
    }

    fn reconcile(&self) -> Value {
        let journal = self.journal();
        json_of(
            &self
                .sandbox
                .run(&["reconcile", "--journal", &journal, "--json"]),
        )
    }

    fn lose_the_next(&self, fault: &str) {
        let fault = json!({"provider": "ciputra", "operation": "create", "fault": fault});
        self.sandbox.control("faults", &fault.to_string());
    }
}

#[test]
fn the_same_command_again_pays_once_and_another_amount_is_refused_by_its_name() {
    let shop = Shop::open();
    let first = json_of(&shop.pay("instamoney/ovo", "order-1", "20000"));
    let again = json_of(&shop.pay("instamoney/ovo", "order-1", "20000"));
    assert_eq!(first["status"], again["status"]);
    let other = shop.pay("instamoney/ovo", "order-1", "20001");
    assert_eq!(other.status.code(), Some(1));
    assert!(text(&other.stderr).contains("amount"), "{other:?}");
    let list = json_of(&shop.run(&["journal", "list"]));
    assert_eq!(list["entries"].as_array().unwrap().len(), 1);
}

#[test]
fn what_changed_meanwhile_is_reported_and_the_history_tells_how() {
    let shop = Shop::open();
    shop.pay("instamoney/ovo", "order-1", "20000");
    shop.sandbox.control("payments/instamoney/order-1/pay", "");
    let report = shop.reconcile();
    assert_eq!(
        (&report["asked"], &report["failed"]),
        (&json!(1), &json!([]))
    );
    assert_eq!(report["changed"][0]["is"], "finished, paid");
    assert_eq!(shop.reconcile()["asked"], 0);

    let shown = json_of(&shop.run(&["journal", "show", "instamoney", "order-1"]));
    let steps: Vec<_> = shown["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| &step["what"])
        .collect();
    assert_eq!(steps, ["recorded", "send_begun", "sent", "reconciled"]);
    let exported = shop.run(&["journal", "export", "--state", "finished"]);
    let line: Value = serde_json::from_slice(&exported.stdout).unwrap();
    assert_eq!(line["reference"], "order-1");
    assert!(
        !text(&exported.stdout).contains("08123123123"),
        "personal data"
    );
}

#[test]
fn an_answer_that_was_lost_is_found_and_one_that_never_came_is_left_to_a_person() {
    let shop = Shop::open();
    shop.lose_the_next("reset_after_commit");
    let found = json_of(&shop.pay("ciputra/gopay", "order-1", "20000"));
    assert_eq!(found["status"], "pending");

    // Nobody knows what Ciputra does with a repeat, so nothing is sent again.
    shop.lose_the_next("reset_before_commit");
    let open = shop.pay("ciputra/gopay", "order-2", "20000");
    assert_eq!(open.status.code(), Some(4), "{open:?}");
    assert!(
        text(&open.stderr).contains("payments reconcile"),
        "{open:?}"
    );

    let decided = json_of(&shop.run(&[
        "journal",
        "resolve",
        "ciputra",
        "order-2",
        "--decision",
        "failed",
        "--who",
        "Ani",
        "--why",
        "not in the dashboard",
    ]));
    assert_eq!(
        (&decided["state"], &decided["status"]),
        (&json!("finished"), &json!("failed"))
    );
    let shown = json_of(&shop.run(&["journal", "show", "ciputra", "order-2"]));
    let last = shown["history"].as_array().unwrap().last().unwrap();
    assert_eq!(last["detail"]["who"], "Ani");
}

#[test]
fn what_is_not_there_is_told() {
    let shop = Shop::open();
    let nothing = shop.run(&["journal", "show", "fazz", "nobody"]);
    assert_eq!(nothing.status.code(), Some(1));
    // A typing error in the URL must not look like a journal in which nothing is owed.
    let why = text(&nothing.stderr);
    assert!(why.contains("unable to open database file"), "{why}");
    for command in ["list", "export"] {
        assert_eq!(shop.run(&["journal", command]).status.code(), Some(1));
    }
    assert_eq!(shop.run(&["reconcile"]).status.code(), Some(1));
    assert_eq!(
        shop.run(&["journal", "list", "--state", "done"])
            .status
            .code(),
        Some(2)
    );
    let elsewhere = run(&["journal", "list", "--journal", "mysql://secret@host/x"]);
    assert_eq!(elsewhere.status.code(), Some(1));
    assert!(!text(&elsewhere.stderr).contains("secret"), "{elsewhere:?}");
}

#[test]
fn what_is_recorded_for_one_account_is_left_alone_under_another() {
    let shop = Shop::open();
    let pay = shop.run_as(
        "books",
        &[
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
        ],
    );
    assert!(pay.status.success(), "{pay:?}");
    let other = shop.run_as("music", &["reconcile"]);
    assert_eq!(other.status.code(), Some(1));
    let told = text(&other.stdout) + &text(&other.stderr);
    assert!(told.contains("instamoney/sandbox/books"), "{told}");
    let shown = json_of(&shop.run(&["journal", "show", "instamoney", "order-1"]));
    assert_eq!(shown["asks"], 0);
    let own = shop.run_as("books", &["reconcile"]);
    assert!(own.status.success(), "{own:?}");
}

#[test]
fn what_fails_a_check_here_is_not_recorded_and_told_in_the_same_words_as_without_a_journal() {
    let shop = Shop::open();
    let long = "canary".repeat(50);
    for wrong in [
        &[
            "pay",
            "instamoney",
            "--method",
            "ovo",
            "--amount",
            "20000",
            "--phone",
            "abc",
            "--reference",
            "order-1",
        ][..],
        &[
            "pay",
            "fazz",
            "--method",
            "va/bca",
            "--amount",
            "20000",
            "--name",
            &long,
            "--reference",
            "order-1",
        ],
        &[
            "pay",
            "ciputra",
            "--method",
            "gopay",
            "--amount",
            "20000",
            "--reference",
            "order-1",
        ],
        &[
            "pay",
            "fazz",
            "--method",
            "qris",
            "--amount",
            "1",
            "--reference",
            "order-1",
        ],
    ] {
        let with = shop
            .sandbox
            .run(&[wrong, &["--json", "--journal", &shop.journal()]].concat());
        let without = shop.sandbox.run(&[wrong, &["--json"]].concat());
        assert_eq!(with.status.code(), Some(3), "{with:?}");
        assert_eq!(text(&with.stderr), text(&without.stderr));
        assert!(!text(&with.stderr).contains("canary"), "{with:?}");
        assert_eq!(json_of(&with)["error"]["outcome"], "not_sent", "{with:?}");
    }
    let listed = shop.run(&["journal", "list"]);
    assert_eq!(json_of(&listed)["entries"], json!([]), "{listed:?}");
    // What was wrong is corrected under the same reference.
    assert!(
        shop.pay("instamoney/ovo", "order-1", "20000")
            .status
            .success()
    );
}

#[test]
fn a_policy_number_travels_with_a_payment_whose_answer_is_lost() {
    let shop = Shop::open();
    let fault = json!({
        "provider": "ciputra", "operation": "create", "fault": "reset_after_commit",
    });
    shop.sandbox.control("faults", &fault.to_string());
    let pay = |options: &[&str]| {
        let order = [
            "pay",
            "ciputra",
            "--method",
            "any",
            "--amount",
            "750000",
            "--name",
            "Jhonny",
            "--reference",
            "ECL1",
            "--json",
            "--journal",
        ];
        shop.sandbox
            .run(&[&order[..], &[&shop.journal()], options].concat())
    };
    let premium = ["--option", "refno=POL-7781", "--option", "send_email=false"];
    for _ in 0..2 {
        let paid = pay(&premium);
        assert!(paid.status.success(), "{paid:?}");
        let asked = shop.sandbox.run(&["get", "ciputra", "ECL1", "--json"]);
        assert_eq!(json_of(&asked)["raw"]["reference_number"], "POL-7781");
    }
    // Another policy number makes another request of it.
    let other = pay(&["--option", "refno=POL-7782", "--option", "send_email=false"]);
    assert_eq!(other.status.code(), Some(1), "{other:?}");
    assert!(text(&other.stderr).contains("options.refno"), "{other:?}");
    for wrong in ["refno", "suffix_no=1", "send_email=yes", "refno="] {
        let refused = pay(&["--option", wrong]);
        let code = if wrong.contains('=') { 3 } else { 2 };
        assert_eq!(refused.status.code(), Some(code), "{refused:?}");
    }
}

#[test]
fn every_table_that_grows_is_spread_by_the_reference() {
    let sql = text(&run(&["journal", "schema", "--citus"]).stdout);
    for table in ["intent", "history", "inbox", "outbox"] {
        let spread = format!("create_distributed_table('journal_{table}', 'reference'");
        assert!(sql.contains(&spread), "{sql}");
    }
    assert!(sql.contains("create_reference_table('journal_account')"));
}
