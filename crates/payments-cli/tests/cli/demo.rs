//! `payments demo`.

use crate::{json_of, run, text};

#[test]
fn the_demo_holds_for_every_provider_with_and_without_the_fault() {
    let output = run(&["demo", "--json"]);
    assert!(output.status.success(), "{output:?}");
    let report = json_of(&output);
    assert_eq!(report["ok"], true);
    let scenes: Vec<_> = report["providers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|scene| {
            let done = if scene["provider"] == "rpi" {
                "active"
            } else {
                "paid"
            };
            assert_eq!(scene["status"], done);
            assert_eq!(scene["ledger_rows"], 1);
            ["provider", "scenario", "outcome", "callback"].map(|key| scene[key].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        scenes,
        [
            ["ciputra", "paid", "accepted", "confirmed"],
            ["ciputra", "answer_lost", "unknown", "confirmed"],
            ["digiswitch", "paid", "accepted", "verified"],
            ["digiswitch", "answer_lost", "unknown", "verified"],
            ["fazz", "paid", "accepted", "verified"],
            ["fazz", "answer_lost", "unknown", "verified"],
            ["instamoney", "paid", "accepted", "verified"],
            ["instamoney", "answer_lost", "unknown", "verified"],
            ["rpi", "paid", "accepted", "confirmed"],
            ["rpi", "answer_lost", "unknown", "confirmed"],
        ]
    );
}

#[test]
fn the_demo_tells_its_story_on_stderr_and_its_result_on_stdout() {
    let output = run(&["demo"]);
    let (story, result) = (text(&output.stderr), text(&output.stdout));
    assert!(story.contains("unknown: it may have happened"), "{story}");
    assert_eq!(result.lines().count(), 11, "{result}");
    // No terminal, no colour.
    assert!(!story.contains('\u{1b}') && !result.contains('\u{1b}'));
}
