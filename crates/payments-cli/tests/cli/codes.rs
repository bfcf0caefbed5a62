//! What a customer scans, in a terminal.

use std::{fs::File, io::Read, process::Stdio};

use rustix::{
    fs::{Mode, OFlags, open},
    pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt},
};

use crate::{Sandbox, command, text};

const PAY: [&str; 8] = [
    "pay",
    "fazz",
    "--method",
    "qris",
    "--reference",
    "qr-1",
    "--amount",
    "15000",
];

/// What a command writes to a terminal that is its standard output, and to standard error.
fn in_terminal(arguments: &[&str]) -> (String, String) {
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let name = ptsname(&terminal, Vec::new()).unwrap();
    let end = open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
    let mut child = command(arguments)
        .env("TERM", "xterm")
        .stdout(end)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut written = Vec::new();
    // A terminal whose other end is closed ends with an error.
    let _ended = File::from(terminal).read_to_end(&mut written);
    let mut told = Vec::new();
    let mut errors = child.stderr.take().unwrap();
    errors.read_to_end(&mut told).unwrap();
    assert!(child.wait().unwrap().success(), "{}", text(&told));
    (text(&written), text(&told))
}

#[test]
fn a_qris_code_is_drawn_in_a_terminal_and_leads_to_the_page_that_pays_it() {
    let sandbox = Sandbox::start();
    let there = ["--sandbox", &sandbox.url];
    let (written, told) = in_terminal(&[&PAY[..], &there].concat());
    let drawn = written.lines().filter(|line| line.contains('█')).count();
    assert!(drawn > 20, "{written}");
    let page = told
        .lines()
        .find_map(|line| line.split_once("scans it: "))
        .unwrap()
        .1;
    let prefix = format!("{}/scan?content=000201", sandbox.url);
    assert!(page.starts_with(&prefix), "{page}");

    let got = ["get", "fazz", "qr-1", "--method", "qris"];
    let (written, _) = in_terminal(&[&got[..], &there].concat());
    assert!(written.contains('█'), "{written}");
}

#[test]
fn nothing_is_drawn_where_a_program_reads() {
    let sandbox = Sandbox::start();
    let there = ["--sandbox", &sandbox.url];
    let piped = sandbox.run(&PAY);
    assert!(!text(&piped.stdout).contains('█'));
    assert!(text(&piped.stdout).contains("scan the QR code at"));
    let (written, told) = in_terminal(&[&PAY[..], &there, &["--json"]].concat());
    assert!(!written.contains('█') && told.is_empty(), "{written}{told}");
}
