//! `--adopt`: the provider is asked about each difference, and its answer is recorded.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::{HEADER, MAP, Shop, at, pairs, told};
use crate::{json_of, run, text};

#[test]
fn adopting_records_what_the_provider_answers_and_not_what_the_report_says() {
    let shop = Shop::open();
    for order in ["paid", "unpaid"] {
        shop.pay(order, "20000");
    }
    shop.customer_pays("paid");
    let rows: String = ["paid", "unpaid", "unknown"]
        .map(|order| format!("{order};;20.000;;BERHASIL;{}\n", at("10:00:00")))
        .concat();
    let output = shop.compare(&rows, &["--adopt", "--json"]);
    assert_eq!(output.status.code(), Some(6), "{output:?}");
    let lines = text(&output.stdout);
    let lines: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let remains: Vec<_> = lines[..3]
        .iter()
        .map(|line| {
            (
                line["reference"].as_str().unwrap(),
                &line["adopted"]["remains"],
            )
        })
        .collect();
    let [no, yes] = [false, true].map(Value::from);
    assert_eq!(
        remains,
        [("paid", &no), ("unknown", &yes), ("unpaid", &yes)]
    );
    let (found, _) = told(&shop.compare(&rows, &["--json"]));
    assert_eq!(
        found,
        pairs(&[("unknown", "missing_here"), ("unpaid", "status")])
    );
    assert!(
        !shop.export().contains("unknown"),
        "it is not recorded as ours"
    );
    // Everybody has paid.
    shop.customer_pays("unpaid");
    let rows = rows
        .lines()
        .take(2)
        .map(|row| format!("{row}\n"))
        .collect::<String>();
    assert_eq!(shop.compare(&rows, &["--adopt"]).status.code(), Some(0));
}

#[test]
fn what_a_report_of_created_payments_lacks_remains_although_it_is_pending() {
    let shop = Shop::open();
    shop.pay("order-1", "20000");
    let map = format!("lists = \"created\"\n{MAP}");
    for adopt in [&[][..], &["--adopt"]] {
        let output = shop.compare_file(HEADER, &map, adopt);
        assert_eq!(output.status.code(), Some(6), "{output:?}");
        let talk = text(&output.stderr);
        assert!(talk.contains("what was created lacks it"), "{talk}");
        assert!(!talk.contains("money came"), "{talk}");
        assert!(!text(&output.stdout).contains("settled"), "{output:?}");
    }
}

#[test]
fn what_cannot_be_noted_is_not_called_noted() {
    let shop = Shop::open();
    shop.pay("order-1", "20000");
    let rows = |orders: &[&str]| -> String {
        let row = |order: &&str| format!("{order};;20.000;;BERHASIL;{}\n", at("10:00:00"));
        orders.iter().map(row).collect()
    };
    let talk = |orders: &[&str]| text(&shop.compare(&rows(orders), &["--adopt"]).stderr);
    let told = talk(&["unknown", "not possible"]);
    assert!(told.contains("1 payment is noted:"), "{told}");
    assert!(told.contains("1 payment is not noted;"), "{told}");
    let told = talk(&["not possible", "nor this"]);
    assert!(told.contains("2 payments are not noted;"), "{told}");
    assert!(!told.contains(" noted:"), "{told}");
    // What was noted before counts.
    let told = talk(&["unknown"]);
    assert!(told.contains("1 payment is noted:"), "{told}");
    assert!(!told.contains("not noted"), "{told}");
}

#[test]
fn the_provider_is_not_asked_about_a_topup_because_of_a_report() {
    let shop = Shop::open();
    let journal = shop.journal();
    let sale = ["topup", "buy", "digiswitch", "--reference", "sale-1"];
    let more = ["--product", "xld10", "--customer", "087800001230"];
    let sold = [&sale[..], &more, &["--journal", &journal]].concat();
    let sold = shop.sandbox.run(&sold);
    assert!(sold.status.success(), "{sold:?}");
    let before = shop.export();
    let rows = format!("sale-1;;20.000;;GAGAL;{}\n", at("10:00:00"));
    let output = shop.compare(&rows, &["--adopt"]);
    assert_eq!(output.status.code(), Some(6), "{output:?}");
    let table = text(&output.stdout);
    assert!(table.contains("payments topup status"), "{table}");
    assert_eq!(shop.export(), before);
}

#[test]
fn after_a_restored_backup_adopting_keeps_an_order_from_being_charged_again() {
    let shop = Shop::open();
    shop.pay("first", "20000");
    let backup = shop.folder.path().join("payments.db");
    let copy = shop.folder.path().join("copy.db");
    // Nothing has it open; what is written last may still be in the write-ahead log.
    let with = |path: &Path, end: &str| PathBuf::from(format!("{}{end}", path.display()));
    fs::copy(&backup, &copy).unwrap();
    let has_log = fs::copy(with(&backup, "-wal"), with(&copy, "-wal")).is_ok();
    shop.pay("lost", "20000");
    shop.customer_pays("lost");
    for end in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(with(&backup, end));
    }
    fs::rename(&copy, &backup).unwrap();
    if has_log {
        fs::rename(with(&copy, "-wal"), with(&backup, "-wal")).unwrap();
    }
    let rows = format!("lost;;20.000;;BERHASIL;{}\n", at("10:00:00"));
    let output = shop.compare(&rows, &["--adopt"]);
    assert!(text(&output.stdout).contains("noted"), "{output:?}");
    let journal = shop.journal();
    let again = shop.sandbox.run(&[
        "pay",
        "instamoney",
        "--method",
        "ovo",
        "--phone",
        "08123123123",
        "--reference",
        "lost",
        "--amount",
        "20000",
        "--journal",
        &journal,
        "--json",
    ]);
    // It is not known yet, or known to be paid, and was not sent.
    let shown = json_of(&run(&[
        "journal",
        "show",
        "instamoney",
        "lost",
        "--journal",
        &journal,
        "--json",
    ]));
    assert_eq!(shown["sends"], 0, "{again:?}");
}
