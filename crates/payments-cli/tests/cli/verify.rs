//! `payments verify`, against a sandbox of this binary and against hosts that must not be called.

use std::fs;

use crate::{Sandbox, command, json_of, run, text};

fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("verify-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_session_with_the_sandbox_confirms_and_its_recording_says_the_same() {
    let sandbox = Sandbox::start();
    let recording = folder("recording").join("session.json");
    let recording = recording.to_str().unwrap();
    let arguments = ["verify", "instamoney", "--sandbox", &sandbox.url];
    let held = run(&[&arguments[..], &["--record", recording, "--json"]].concat());
    assert!(held.status.success(), "{}", text(&held.stderr));
    let report = json_of(&held);
    assert_eq!(report["refuted"], 0);
    assert_eq!(report["place"], "sandbox");
    assert!(report["confirmed"].as_u64().unwrap() > 60, "{report}");
    // Each scenario said beforehand what it would do, in rupiah.
    let said = text(&held.stderr);
    let plan = said
        .lines()
        .position(|line| line.contains("void: gives a paid charge"));
    let played = said.lines().position(|line| line == "void …");
    assert!(plan.unwrap() < played.unwrap(), "{said}");
    assert!(said.contains("(up to Rp 20000)"), "{said}");

    let again = run(&["verify", "instamoney", "--replay", recording, "--json"]);
    assert_eq!(json_of(&again), report);
    let other = run(&["verify", "fazz", "--replay", recording]);
    assert_eq!(other.status.code(), Some(2), "{}", text(&other.stderr));
    // A sandbox is no evidence.
    let patch = folder("patch").join("session.diff");
    let patch = patch.to_str().unwrap();
    let patched = run(&[
        "verify",
        "instamoney",
        "--replay",
        recording,
        "--patch",
        patch,
    ]);
    assert_eq!(patched.status.code(), Some(1));
    assert!(
        text(&patched.stderr).contains("no evidence"),
        "{}",
        text(&patched.stderr)
    );
}

#[test]
fn a_recording_that_contradicts_is_told_with_its_exchange() {
    let sandbox = Sandbox::start();
    let folder = folder("contradiction");
    let recording = folder.join("session.json");
    let named = recording.to_str().unwrap();
    let arguments = [
        "verify",
        "fazz",
        "--sandbox",
        &sandbox.url,
        "--record",
        named,
    ];
    assert!(run(&arguments).status.success());
    let changed = fs::read_to_string(&recording).unwrap();
    // A payment is answered with 200, and not with 201.
    fs::write(
        &recording,
        changed.replace("\"status\": 201", "\"status\": 200"),
    )
    .unwrap();
    let told = run(&["verify", "fazz", "--replay", named]);
    assert_eq!(told.status.code(), Some(1));
    let report = text(&told.stdout);
    assert!(
        report.contains("refuted    payments.create.status: "),
        "{report}"
    );
    assert!(report.contains("→ POST /payments {"), "{report}");
}

#[test]
fn a_live_host_is_not_called() {
    let verify = |key: &str, more: &[&str]| {
        let arguments = [&["verify", "instamoney"], more].concat();
        let mut command = command(&arguments);
        // Nobody is there: a request would say so.
        command.env("INSTAMONEY_API_KEY", key);
        command.env("INSTAMONEY_BASE_URL", "https://host.invalid");
        command.output().unwrap()
    };
    for more in [&[][..], &["--test-account"], &["--limit", "100000"]] {
        let refused = verify("xnd_production_canary", more);
        assert_eq!(refused.status.code(), Some(3), "{more:?}");
        let said = text(&refused.stderr);
        assert!(
            said.contains("real money") && !said.contains("canary"),
            "{said}"
        );
    }
    // Without a limit nobody knows what is at stake.
    let without = verify("xnd_production_canary", &["--i-know"]);
    assert_eq!(without.status.code(), Some(2));
    let known = ["--i-know", "--limit", "100000", "--plan", "--json"];
    let planned = json_of(&verify("xnd_production_canary", &known));
    for scenario in planned["scenarios"].as_array().unwrap() {
        let left_out = scenario["left_out"].as_str();
        match scenario["reads"].as_bool().unwrap() {
            true => assert_eq!(left_out, None),
            false => assert_eq!(left_out, Some("it writes, and the host is live")),
        }
    }
    let test = verify("xnd_development_canary", &["--plan"]);
    assert!(test.status.success(), "{}", text(&test.stderr));
    assert!(
        text(&test.stdout).contains("test mode"),
        "{}",
        text(&test.stdout)
    );
}

#[test]
fn a_limit_leaves_out_what_asks_for_more() {
    let sandbox = Sandbox::start();
    let arguments = [
        "verify",
        "fazz",
        "--sandbox",
        &sandbox.url,
        "--limit",
        "50000",
        "--plan",
    ];
    let plan = text(&run(&arguments).stdout);
    assert!(
        plan.contains("limits: left out, it is above Rp 50000"),
        "{plan}"
    );
    assert!(plan.contains("methods: asks for money"), "{plan}");
}

#[test]
fn a_host_that_does_not_answer_confirms_nothing() {
    let arguments = ["verify", "rpi", "--sandbox", "http://127.0.0.1:9"];
    let failed = run(&arguments);
    assert_eq!(failed.status.code(), Some(1));
    let said = text(&failed.stderr);
    assert!(said.contains("no exchange tells of any fact"), "{said}");
}
