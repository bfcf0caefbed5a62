//! What the binary offers.

use crate::{json_of, run, text};

#[test]
fn the_whole_surface() {
    let mut surface = String::new();
    for command in [
        "",
        "demo",
        "sandbox",
        "providers",
        "pay",
        "get",
        "cancel",
        "bill inquire",
        "bill pay",
        "bill status",
        "mandate create",
        "mandate get",
        "mandate change-amount",
        "journal list",
        "journal show",
        "journal resolve",
        "journal export",
        "reconcile",
        "faults",
        "listen",
        "trigger",
        "callbacks list",
        "callbacks show",
        "callbacks replay",
        "callbacks resend",
        "explain",
    ] {
        let arguments: Vec<_> = command.split_whitespace().chain(["--help"]).collect();
        surface += &format!(
            "$ payments {}\n{}\n",
            arguments.join(" "),
            text(&run(&arguments).stdout)
        );
    }
    insta::assert_snapshot!(surface);
}

#[test]
fn what_each_provider_can_do() {
    insta::assert_snapshot!(text(&run(&["providers"]).stdout));
    let json = json_of(&run(&["providers", "--json"]));
    let names: Vec<_> = json["providers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|provider| &provider["provider"])
        .collect();
    assert_eq!(
        names,
        ["ciputra", "digiswitch", "fazz", "instamoney", "rpi"]
    );
}
