//! `payments faults`: the promise, and a judge who is known to see.

use std::io::Write;

use serde_json::Value;

use crate::{json_of, run, text};

fn played(arguments: &[&str]) -> Value {
    let output = run(&[&["faults", "--json"], arguments].concat());
    // The counts are there whatever came of it.
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

#[test]
fn nobody_is_charged_twice_and_nothing_is_lost_whatever_goes_wrong() {
    let output = run(&["faults", "--schedules", "400", "--seed", "7", "--json"]);
    let report = json_of(&output);
    assert!(output.status.success(), "{report}");
    let wrong = [
        "duplicates",
        "lost",
        "phantom",
        "wrong_amount",
        "too_dear",
        "wrong_date",
        "wrong_change",
    ];
    for count in wrong {
        assert_eq!(report[count], 0, "{count}");
    }
    // It was no walk in the park.
    for count in [
        "debits",
        "unresolved",
        "unknown_outcomes",
        "crashes",
        "changes",
    ] {
        assert!(report[count].as_u64().unwrap() > 50, "{count}: {report}");
    }
    assert!(report["refunds"].as_u64().unwrap() > 5, "{report}");
}

#[test]
fn the_judge_sees_what_the_naive_merchant_does_and_names_the_schedules() {
    let naive = ["--policy", "naive", "--seed", "7"];
    let output = run(&[&["faults", "--schedules", "100"], &naive[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("--schedules 1 --seed"),
        "{output:?}"
    );
    let report = played(&[&["--schedules", "100"], &naive[..]].concat());
    for count in ["duplicates", "lost"] {
        assert!(report[count].as_u64().unwrap() > 10, "{count}: {report}");
    }

    // One of them alone goes wrong again, and in the same way every time.
    let seed = report["failing"][0].to_string();
    let alone = ["--policy", "naive", "--schedules", "1", "--seed", &seed];
    assert_eq!(played(&alone)["failing"][0].to_string(), seed);
    assert_eq!(played(&alone), played(&alone));
}

#[test]
fn the_judge_sees_a_change_that_is_made_again_for_the_next_charge_and_a_price_without_a_limit() {
    let naive = ["--policy", "naive", "--seed", "7", "--schedules", "300"];
    let report = played(&[&naive[..], &["--providers", "rpi"]].concat());
    for count in ["wrong_date", "wrong_change"] {
        assert!(report[count].as_u64().unwrap() > 10, "{count}: {report}");
    }
    let report = played(&[&naive[..], &["--providers", "digiswitch"]].concat());
    assert!(report["too_dear"].as_u64().unwrap() > 3, "{report}");
}

#[test]
fn the_judge_sees_two_accounts_that_a_journal_takes_for_one() {
    let one = ["--policy", "one-account", "--providers", "fazz,instamoney"];
    let report = played(&[&one[..], &["--schedules", "600", "--seed", "7"]].concat());
    assert!(report["duplicates"].as_u64().unwrap() > 2, "{report}");
}

#[test]
fn the_judge_sees_who_reads_a_wrong_amount_as_right() {
    let trusting = ["--policy", "trusting", "--seed", "7", "--schedules", "800"];
    let report = played(&trusting);
    for count in ["wrong_amount", "lost"] {
        assert!(report[count].as_u64().unwrap() > 5, "{count}: {report}");
    }
    // What goes wrong is the message, not the number of messages: each order was asked for once.
    assert_eq!(report["duplicates"], 0);
}

#[test]
fn a_schedule_is_the_same_every_time_and_for_some_providers_only() {
    for provider in ["ciputra", "digiswitch", "fazz", "instamoney", "rpi"] {
        let arguments = ["--schedules", "20", "--seed", "3", "--providers", provider];
        let report = played(&arguments);
        assert!(report["orders"].as_u64().unwrap() >= 20, "{provider}");
        assert_eq!(report, played(&arguments), "{provider}");
    }
}

#[test]
fn no_schedule_at_all_proves_nothing_and_is_refused() {
    let output = run(&["faults", "--schedules", "0"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(text(&output.stderr).contains("--schedules"), "{output:?}");
}

/// `script` gives it a terminal.
#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_it_shows_how_far_it_is_and_in_a_pipe_it_does_not() {
    let faults = ["faults", "--schedules", "60", "--seed", "7"];
    let line = format!("{} {}", env!("CARGO_BIN_EXE_payments"), faults.join(" "));
    let mut script = std::process::Command::new("script");
    script
        .args(["-qec", &line, "/dev/null"])
        .env("TERM", "xterm");
    let Ok(shown) = script.output() else {
        let _ = writeln!(std::io::stderr(), "skipped: there is no script(1)");
        return;
    };
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(shown.contains("/60"), "{shown}");
    assert!(shown.contains("nobody was charged twice"), "{shown}");
    assert!(!text(&run(&faults).stderr).contains("/60"));
}
