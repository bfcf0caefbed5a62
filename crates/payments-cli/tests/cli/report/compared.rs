//! Which differences are told, how they are printed, and what cannot be compared.

use payments::jakarta;
use serde_json::{Value, json};

use super::{ACCOUNT, HEADER, MAP, Shop, at, pairs, today, told};
use crate::text;

#[test]
fn every_kind_of_difference_is_told_and_nothing_is_changed() {
    let shop = Shop::open();
    for order in ["same", "amount", "status", "missing", "twice"] {
        shop.pay(order, "20000");
        if order != "status" {
            shop.customer_pays(order);
        }
    }
    shop.ask();
    let now = at("10:00:00");
    let rows: String = ["same", "status", "twice", "twice", "unknown"]
        .map(|order| format!("{order};Siti;20.000,00;-4.440,00;BERHASIL;{now}\n"))
        .concat();
    let rows = format!("{rows}amount;Siti;20.001;0;BERHASIL;{now}\nx;;-9;;TARIK;{now}\n");
    let before = shop.export();
    let output = shop.compare(&rows, &["--json"]);
    assert_eq!(output.status.code(), Some(6), "{output:?}");
    let (found, summary) = told(&output);
    let expected = [
        ("amount", "amount"),
        ("status", "status"),
        ("twice", "twice"),
        ("unknown", "missing_here"),
        ("missing", "missing_there"),
    ];
    assert_eq!(found, pairs(&expected));
    assert_eq!(summary["account"], ACCOUNT);
    assert_eq!(
        (&summary["skipped"], &summary["remaining"]),
        (&json!(1), &json!(5))
    );
    assert_eq!(shop.export(), before);
    let output = shop.compare(&rows, &[]);
    let (table, talk) = (text(&output.stdout), text(&output.stderr));
    for told in [
        "missing here   unknown",
        "IDR 20000",
        "IDR 20001",
        "as line 4",
    ] {
        assert!(table.contains(told), "{told}: {table}");
    }
    assert!(
        talk.contains("--adopt") && talk.contains("restored"),
        "{talk}"
    );
    assert!(!(table + &talk).contains("Siti"), "who paid is not printed");
}

#[test]
fn a_report_that_agrees_exits_with_0_and_its_days_are_those_of_jakarta() {
    let shop = Shop::open();
    shop.pay("order-1", "20000");
    shop.customer_pays("order-1");
    shop.ask();
    let day = jakarta::day(chrono::Utc::now());
    let other = |day: chrono::NaiveDate, time: &str| {
        format!(
            "other-{time};;1;;BERHASIL;{} {time}\n",
            day.format("%d/%m/%Y")
        )
    };
    let rows = format!(
        "order-1;;20.000;;BERHASIL;{}\n{}{}",
        at("23:59:59"),
        other(day.pred_opt().unwrap(), "23:59:59"),
        other(day.succ_opt().unwrap(), "00:00:00"),
    );
    let output = shop.compare(&rows, &["--json"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let (found, summary) = told(&output);
    assert_eq!(found, []);
    assert_eq!(summary["compared"]["of_other_days"], 2);
    assert_eq!(summary["day_is_over"], false);
    let midnight = format!("first;;1;;BERHASIL;{}\n", at("00:00:00"));
    let (found, _) = told(&shop.compare(&(rows + &midnight), &["--json"]));
    assert_eq!(found, pairs(&[("first", "missing_here")]));
}

#[test]
fn a_report_that_cannot_be_read_exits_with_7_and_tells_the_line() {
    let shop = Shop::open();
    shop.pay("order-1", "20000");
    let row = |reference: &str, amount: &str| {
        format!("{reference};;{amount};;BERHASIL;{}\n", at("10:00:00"))
    };
    for (rows, line) in [
        (row("order-1", "1,23E+07"), "line 2"),
        (row("ok", "1") + &row("1.23457E+15", "1"), "line 3"),
        (row("ok", "1") + "a;b\n", "line 3"),
        (row("a", "1").replace("BERHASIL", "\u{1b}[31mODD"), "line 2"),
    ] {
        let output = shop.compare(&rows, &["--json"]);
        assert_eq!(output.status.code(), Some(7), "{output:?}");
        let message = text(&output.stderr);
        assert!(
            message.contains(line) && !message.contains('\u{1b}'),
            "{message}"
        );
        assert_eq!(text(&output.stdout), "");
    }
    assert_eq!(shop.compare_file("", MAP, &[]).status.code(), Some(7));
    assert_eq!(
        shop.compare_file(HEADER, "x = 1", &[]).status.code(),
        Some(7)
    );
    let header_only = shop.compare_file(HEADER, MAP, &[]);
    assert_eq!(header_only.status.code(), Some(0), "{header_only:?}");
}

#[test]
fn what_others_wrote_is_printed_visibly_and_begins_no_line() {
    let shop = Shop::open();
    shop.pay("order-1", "20000");
    let rows: String = ["=HYPERLINK(1)", "@SUM(1)", "\u{1b}[2Jclear"]
        .map(|order| format!("{order};;1;;BERHASIL;{}\n", at("10:00:00")))
        .concat();
    let table = text(&shop.compare(&rows, &[]).stdout);
    assert!(!table.contains('\u{1b}'), "{table:?}");
    assert!(table.contains("\u{fffd}[2Jclear"));
    for line in table.lines() {
        assert!(
            line.starts_with("missing here") || line.starts_with("difference"),
            "{line}"
        );
    }
}

#[test]
fn the_report_is_that_of_one_account() {
    let shop = Shop::open();
    shop.pay("order-1", "20000");
    shop.customer_pays("order-1");
    shop.ask();
    let row = format!("order-1;;20.000;;BERHASIL;{}\n", at("10:00:00"));
    let other = ["--account", "instamoney/sandbox/books", "--json"];
    let output = shop.compare(&row, &other);
    let line: Value = serde_json::from_str(text(&output.stdout).lines().next().unwrap()).unwrap();
    assert_eq!(line["recorded_in"], json!([ACCOUNT]));
    // Keys of another account find nothing, and that would prove nothing.
    let output = shop.compare(&row, &["--account", "instamoney/sandbox/books", "--adopt"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let output = shop.compare(&row, &["--account", "books"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert_eq!(
        shop.compare(&row, &["--account", "default"]).status.code(),
        Some(0)
    );
}

#[test]
fn the_list_of_fazz_takes_the_place_of_a_file() {
    let shop = Shop::open();
    let journal = shop.journal();
    let pay = |reference: &str, recorded: bool| {
        let journal = ["--journal", &journal];
        let order = [
            "pay",
            "fazz",
            "--method",
            "qris",
            "--amount",
            "20000",
            "--reference",
            reference,
        ];
        let more: &[&str] = if recorded { &journal } else { &[] };
        let paid = shop.sandbox.run(&[&order[..], more].concat());
        assert!(paid.status.success(), "{paid:?}");
    };
    pay("known", true);
    pay("other-program", false);
    let day = today();
    let list = [
        "reconcile",
        "--journal",
        &journal,
        "--day",
        &day,
        "--list",
        "--json",
    ];
    let (found, summary) = told(&shop.sandbox.run(&list));
    assert_eq!(found, pairs(&[("other-program", "missing_here")]));
    assert_eq!(summary["compared"]["pairs"], 1);
    shop.pay("ovo", "20000");
    let of = ["--account", ACCOUNT];
    let output = shop.sandbox.run(&[&list[..], &of].concat());
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(text(&output.stderr).contains("shows no list"), "{output:?}");
}
