//! The patch of a session is one that `git` applies, and says what the session has shown.

#![allow(clippy::unwrap_used)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use payments::Name;
use payments_sandbox::{Sandbox, Settings};
use payments_verify::{Body, Options, Place, Report, Session, Target, patch, run};

async fn session() -> Session {
    let sandbox = Sandbox::start(Settings::new()).await.unwrap();
    let target = Target::sandbox(Name::Instamoney, &sandbox.url(), None).unwrap();
    let options = Options {
        patience: Duration::ZERO,
        ..Options::default()
    };
    let mut session = run(target, &options, |_| {}).await.unwrap();
    // As if it had been the provider's own test mode.
    session.place = Place::Test;
    session
}

fn specs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs")
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let name = entry.unwrap().file_name();
            copy(&from.join(&name), &to.join(&name));
        }
    } else {
        fs::copy(from, to).unwrap();
    }
}

/// `specs/` with the patch in it.
fn applied(name: &str, session: Session) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    copy(&specs(), &root.join("specs"));
    let patch = patch(&Report::of(session).unwrap(), &root.join("specs")).unwrap();
    fs::write(root.join("session.diff"), patch.diff).unwrap();
    let done = Command::new("git")
        .args(["apply", "--verbose", "session.diff"])
        .env("GIT_CEILING_DIRECTORIES", root.parent().unwrap())
        .current_dir(&root)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
    root.join("specs/instamoney")
}

fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap()
}

#[tokio::test]
async fn what_is_confirmed_is_recorded_with_the_day_and_the_account() {
    let session = session().await;
    let on = session.began.format("%Y-%m-%d, test account").to_string();
    let folder = applied("confirmed", session);
    let recorded = format!("evidence = \"recorded\" # {on}");
    for (file, fact) in [
        ("evidence.toml", "id = \"visibility_delay.ovo\""),
        ("codes.toml", "code = \"UNSUPPORTED_CURRENCY\""),
        ("statuses.toml", "[void.PENDING]"),
    ] {
        let text = read(&folder, file);
        let (_, below) = text.split_once(fact).unwrap();
        let entry = below.split("\n[").next().unwrap();
        assert!(entry.contains(&recorded), "{file}: {fact}{entry}");
    }
    // What no session has looked at stays as it was.
    let text = read(&folder, "evidence.toml");
    let (_, below) = text.split_once("id = \"fee_headers\"").unwrap();
    assert!(below.starts_with("\nsays"), "{below}");
    assert!(below.split("\n[").next().unwrap().contains("\"inferred\""));
    let example = read(&folder, "examples/other_recorded_ovo_made.json");
    assert!(
        example.contains("operation create_ewallet_payment response"),
        "{example}"
    );
    assert!(!example.contains("08123123123"), "{example}");
}

#[tokio::test]
async fn a_value_that_is_refuted_is_corrected_on_its_line() {
    let mut session = session().await;
    for step in &mut session.steps {
        if let ("void", Ok(answer)) = (&*step.name, &mut step.answer) {
            answer.status = 201;
        }
        if let ("charge_nobody", Ok(answer)) = (&*step.name, &mut step.answer) {
            answer.status = 410;
        }
    }
    let folder = applied("corrected", session);
    let operations = read(&folder, "operations.toml");
    let (_, void) = operations
        .split_once("id = \"void_ewallet_charge\"")
        .unwrap();
    assert!(
        void.split("\n[").next().unwrap().contains("status = 201"),
        "{void}"
    );
    let codes = read(&folder, "codes.toml");
    let (_, code) = codes.split_once("code = \"DATA_NOT_FOUND\"").unwrap();
    let entry = code.split("[[").next().unwrap();
    assert!(
        entry.contains("{ table = \"recorded\", http = 410 }"),
        "{entry}"
    );
}

#[tokio::test]
async fn what_no_value_corrects_is_left_to_a_person() {
    let mut session = session().await;
    for step in &mut session.steps {
        if let ("charge_seen", Ok(answer)) = (&*step.name, &mut step.answer) {
            answer.status = 404;
            answer.body = Body::Other(20);
        }
    }
    let report = Report::of(session.clone()).unwrap();
    let by_hand = patch(&report, &specs()).unwrap().by_hand;
    assert!(
        by_hand.iter().any(|line| line.starts_with("charges.get: ")),
        "{by_hand:?}"
    );
    let folder = applied("by-hand", session);
    let text = read(&folder, "evidence.toml");
    assert!(
        text.contains("[[refuted]]\nfact = \"charges.get\""),
        "{text}"
    );
}

#[tokio::test]
async fn a_sandbox_is_no_evidence() {
    let mut session = session().await;
    session.place = Place::Sandbox;
    let refused = patch(&Report::of(session).unwrap(), &specs()).unwrap_err();
    assert!(refused.contains("no evidence"), "{refused}");
}
