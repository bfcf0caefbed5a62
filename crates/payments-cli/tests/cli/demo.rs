//! `payments demo`.

use ::payments::Name;

use crate::{json_of, run, text};

#[test]
fn the_demo_holds_for_every_provider_with_and_without_the_fault() {
    let output = run(&["demo", "--json"]);
    assert!(output.status.success(), "{output:?}");
    let report = json_of(&output);
    assert_eq!(report["ok"], true);
    let mut scenes: Vec<_> = report["providers"]
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
            ["provider", "kind", "scenario", "outcome", "callback"]
                .map(|key| scene[key].as_str().unwrap())
        })
        .collect();
    let mut new = Vec::new();
    scenes.retain(|scene| {
        let is_new = new_ones().contains(&scene[0]);
        if is_new {
            new.push([scene[0], scene[2], scene[3]]);
        }
        !is_new
    });
    let known = [("paid", "accepted"), ("answer_lost", "unknown")];
    let expected = new_ones().into_iter();
    let expected = expected.flat_map(|name| known.map(|(scenario, known)| [name, scenario, known]));
    assert_eq!(new, expected.collect::<Vec<_>>());
    assert_eq!(
        scenes,
        [
            ["ciputra", "payment", "paid", "accepted", "confirmed"],
            ["ciputra", "payment", "answer_lost", "unknown", "confirmed"],
            ["digiswitch", "bill", "paid", "accepted", "verified"],
            ["digiswitch", "bill", "answer_lost", "unknown", "verified"],
            ["digiswitch", "topup", "paid", "accepted", "verified"],
            ["digiswitch", "topup", "answer_lost", "unknown", "verified"],
            ["fazz", "payment", "paid", "accepted", "verified"],
            ["fazz", "payment", "answer_lost", "unknown", "verified"],
            ["instamoney", "payment", "paid", "accepted", "verified"],
            [
                "instamoney",
                "payment",
                "answer_lost",
                "unknown",
                "verified"
            ],
            ["rpi", "mandate", "paid", "accepted", "confirmed"],
            ["rpi", "mandate", "answer_lost", "unknown", "confirmed"],
        ]
    );
}

/// Those of a provider that is new.
fn new_ones() -> Vec<&'static str> {
    let own = ["ciputra", "digiswitch", "fazz", "instamoney", "rpi"];
    let all = Name::ALL.iter().map(|name| name.as_str());
    all.filter(|name| !own.contains(name)).collect()
}

#[test]
fn the_demo_tells_its_story_on_stderr_and_its_result_on_stdout() {
    let output = run(&["demo"]);
    let (story, result) = (text(&output.stderr), text(&output.stdout));
    assert!(story.contains("unknown: it may have happened"), "{story}");
    assert_eq!(
        result.lines().count(),
        13 + 2 * new_ones().len(),
        "{result}"
    );
    // No terminal, no colour.
    assert!(!story.contains('\u{1b}') && !result.contains('\u{1b}'));
}

/// The picture of the README is recorded, and must be what the demo prints: each of its parts,
/// which `…` separates, in this order.
#[test]
fn the_readme_shows_what_the_demo_prints() {
    let readme = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = std::fs::read_to_string(readme).unwrap();
    let (_, shown) = readme.split_once("<!-- demo: recorded").unwrap();
    let (_, shown) = shown.split_once("```text\n").unwrap();
    let (shown, _) = shown.split_once("```").unwrap();
    let output = run(&["demo"]);
    // The picture is recorded again before a release, and not for each provider that is new.
    let told = text(&output.stdout);
    let rows = told.lines();
    let rows = rows.filter(|row| {
        let name = row.split_whitespace().next().unwrap_or_default();
        !new_ones().contains(&name)
    });
    let rows: String = rows.map(|row| format!("{row}\n")).collect();
    let printed = format!("{}\n{rows}", text(&output.stderr));
    let (mut rest, mut parts) = (printed.as_str(), 0);
    for part in shown.split("…\n") {
        let Some((_, after)) = rest.split_once(part) else {
            panic!("the demo does not print\n{part}\nbut\n{printed}");
        };
        (rest, parts) = (after, parts + 1);
    }
    assert_eq!(parts, 3);
}
