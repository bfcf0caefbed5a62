//! What the binary offers.

use crate::{json_of, run, text};

#[test]
fn the_whole_surface() {
    let mut surface = String::new();
    show(&[], &mut surface);
    insta::assert_snapshot!(surface);
}

#[test]
fn help_fits_a_terminal_of_80_columns() {
    let mut surface = String::new();
    show(&[], &mut surface);
    // A line of usage is one word after another of what a command takes, and is not wrapped.
    let wide = surface
        .lines()
        .filter(|line| line.chars().count() > 80 && !line.starts_with("Usage: "));
    assert_eq!(wide.collect::<Vec<_>>(), [""; 0]);
}

/// The help of a command, and of all below it.
fn show(command: &[&str], surface: &mut String) {
    let arguments = [command, &["--help"]].concat();
    let help = text(&run(&arguments).stdout);
    *surface += &format!("$ payments {}\n{help}\n", arguments.join(" "));
    let listed = help.split_once("Commands:\n").map(|(_, listed)| listed);
    let lines = listed.unwrap_or_default().lines();
    for line in lines.take_while(|line| !line.is_empty()) {
        let name = line.split_whitespace().next().unwrap();
        // An indented line goes on with the one above.
        if name != "help" && line.starts_with("  ") && !line.starts_with("   ") {
            show(&[command, &[name]].concat(), surface);
        }
    }
}

#[test]
fn what_each_provider_can_do() {
    insta::assert_snapshot!(text(&run(&["providers"]).stdout));
    let json = json_of(&run(&["providers", "--json"]));
    let names: Vec<_> = json["providers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|provider| provider["provider"].as_str().unwrap())
        .collect();
    let specs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../specs");
    let entries = std::fs::read_dir(specs).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut specified: Vec<_> = folders
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    specified.sort();
    assert_eq!(names, specified);
}
