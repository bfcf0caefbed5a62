//! `payments faults`: the promise, and a judge who is known to see.

use std::{fs, io::Write, path::Path, process::Output};

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
    let advice = "payments faults --seed 7 --schedules 1 --html schedule-7.html --policy naive";
    assert!(text(&output.stderr).contains(advice), "{output:?}");
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

/// Writes the page of a schedule, and reads it.
fn page(arguments: &[&str]) -> (Output, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("schedule.html");
    let html = ["faults", "--html", file.to_str().unwrap()];
    let output = run(&[&html[..], arguments].concat());
    (output, fs::read_to_string(file).unwrap_or_default())
}

/// All that the page shows of one of the two merchants, step by step.
fn side(page: &str, name: &str) -> String {
    let plays = page.split("<article class=\"play ").skip(1);
    let own = plays.filter(|play| play.starts_with(name));
    let own: String = own
        .filter_map(|play| play.split("</article>").next())
        .collect();
    assert!(own.contains("<li class=\"step "), "{name}: {page}");
    own
}

#[test]
fn the_page_of_a_schedule_shows_a_second_debit_of_the_naive_merchant_and_none_of_the_safe_one() {
    for seed in ["7", "1020"] {
        let (output, page) = page(&["--seed", seed]);
        assert!(output.status.success(), "{output:?}");
        assert!(page.len() < 300_000, "{}", page.len());
        let again = "<span class=\"money again\">2nd debit IDR\u{a0}";
        assert!(side(&page, "left").contains(again), "{seed}");
        assert!(!side(&page, "right").contains("money again"), "{seed}");
        assert!(
            page.contains("<strong class=\"bad\">paid more than once"),
            "{seed}"
        );
        // Each step says what it means.
        assert!(!page.contains("<p class=\"says\"></p>"), "{seed}");
    }
}

#[test]
fn the_page_of_a_schedule_is_the_same_byte_for_byte_and_another_seed_has_another_one() {
    for provider in ["ciputra", "digiswitch", "fazz", "instamoney", "rpi"] {
        let arguments = ["--seed", "3", "--providers", provider];
        let (_, first) = page(&arguments);
        // No port and no hour of this run is in it.
        assert_eq!(page(&arguments).1, first, "{provider}");
        assert!(
            first.contains(&format!("--providers {provider}")),
            "{provider}"
        );
        let (_, other) = page(&["--seed", "4", "--providers", provider]);
        assert_ne!(side(&other, "right"), side(&first, "right"), "{provider}");
    }
}

#[test]
fn the_page_of_a_schedule_loads_nothing_and_runs_no_script() {
    let (_, page) = page(&["--seed", "11"]);
    for elsewhere in [
        "http:",
        "https:",
        "//",
        "src=",
        "<script",
        "<link rel=\"style",
        " on",
        "style=",
    ] {
        // The style's comments are text.
        let (head, body) = page.split_once("</style>").unwrap();
        let (head, _) = head.split_once("<style>").unwrap();
        let found = [head, body]
            .iter()
            .find_map(|part| part.split_once(elsewhere));
        let found = found.filter(|(_, rest)| {
            elsewhere != " on" || rest.contains("=\"") && rest.find('=') < rest.find(' ')
        });
        assert!(found.is_none(), "{elsewhere}: {found:?}");
    }
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    assert!(page.contains("base-uri 'none'; form-action 'none'\">"));
}

/// Opens it as a newcomer does. What the style or the policy of the page has wrong, the console
/// says.
#[test]
fn a_browser_shows_the_page_and_complains_about_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("schedule.html");
    run(&["faults", "--seed", "7", "--html", file.to_str().unwrap()]);
    let open = |file: &Path| {
        std::process::Command::new("chromium")
            .args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-logging=stderr",
            ])
            .args(["--disable-dev-shm-usage", "--dump-dom"])
            .arg(format!(
                "--user-data-dir={}",
                folder.path().join("browser").display()
            ))
            .arg(format!("file://{}", file.display()))
            .output()
    };
    let Ok(shown) = open(&file) else {
        let _ = writeln!(std::io::stderr(), "skipped: there is no chromium");
        return;
    };
    assert!(text(&shown.stdout).contains("The verdict"), "{shown:?}");
    let console = |shown: &Output| text(&shown.stderr).contains(":CONSOLE");
    assert!(!console(&shown), "{shown:?}");

    // It would say so.
    let page = fs::read_to_string(&file).unwrap();
    fs::write(&file, page.replace("<style>", "<style>b { color: red }")).unwrap();
    let broken = open(&file).unwrap();
    assert!(console(&broken), "{broken:?}");
}

#[test]
fn to_look_at_a_schedule_changes_nothing_about_it() {
    for policy in ["safe", "naive", "one-account", "trusting"] {
        for seed in ["7", "8", "9"] {
            let arguments = ["--policy", policy, "--seed", seed, "--json"];
            let (watched, page) = page(&arguments);
            let alone = run(&[&["faults", "--schedules", "1"], &arguments[..]].concat());
            assert_eq!(watched.stdout, alone.stdout, "{policy} {seed}");
            assert_eq!(watched.status, alone.status, "{policy} {seed}");
            assert!(page.contains("The safe merchant"), "{policy} {seed}");
        }
    }
}

#[test]
fn a_page_of_several_schedules_is_refused() {
    let (output, page) = page(&["--schedules", "2"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(
        text(&output.stderr).contains("--html shows one schedule"),
        "{output:?}"
    );
    assert_eq!(page, "");
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
