//! The file of a journal on SQLite: its owner's alone, the same all the time, and never made by
//! accident.

use std::{fs, path::PathBuf};

use payments_journal::{Error, Executed, Journal, Options};
use sqlx::Executor;

use crate::{
    beside::beside,
    place::{Place, reference, request},
    provider::Fake,
};

fn path(place: &Place, end: &str) -> PathBuf {
    let url = place.url();
    PathBuf::from(format!("{}{end}", url.trim_start_matches("sqlite://")))
}

fn message(error: &Error) -> String {
    assert!(matches!(error, Error::Database(_)), "{error:?}");
    error.to_string()
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_but_its_owner_reads_a_journal() {
    use std::os::unix::fs::PermissionsExt;

    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    let copy = path(&place, "-copy");
    journal.backup(&copy).await.unwrap();
    for path in ["", "-wal", "-shm", "-copy"].map(|end| path(&place, end)) {
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", path.display());
    }
    fs::remove_file(copy).unwrap();
}

#[tokio::test]
async fn a_backup_has_what_was_written_a_moment_ago_and_replaces_nothing() {
    let (place, copy, fake) = (Place::new(), Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    let order = request("order-1", 20_000);
    journal.execute(&*fake, &order).await.unwrap();
    journal.backup(path(&copy, "")).await.unwrap();
    assert!(journal.backup(path(&copy, "")).await.is_err());
    let restored = copy.journal(&fake).await;
    let done = restored.execute(&*fake, &order).await.unwrap();
    assert!(matches!(done, Executed::Answered(_)));
    assert_eq!(fake.world().sent, 1);
}

#[tokio::test]
async fn nothing_is_sent_once_the_file_was_deleted_or_replaced() {
    for replaced in [false, true] {
        let (place, fake) = (Place::new(), Fake::new(false));
        let journal = place.journal(&fake).await;
        journal
            .execute(&*fake, &request("order-1", 20_000))
            .await
            .unwrap();
        fs::rename(path(&place, ""), path(&place, "-away")).unwrap();
        if replaced {
            fs::copy(path(&place, "-away"), path(&place, "")).unwrap();
        }
        for name in ["order-2", "order-3"] {
            let error = journal.execute(&*fake, &request(name, 20_000)).await;
            let message = message(&error.unwrap_err());
            assert!(
                message.contains("deleted, moved or replaced") || message.contains("no such file"),
                "{message}"
            );
        }
        assert_eq!(fake.world().sent, 1);
        assert!(!journal.health().is_ok());
        assert_eq!(path(&place, "").exists(), replaced, "it makes no other one");
        fs::remove_file(path(&place, "-away")).unwrap();
    }
}

#[tokio::test]
async fn a_program_that_only_reads_makes_no_journal() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let reading = || Options::new().create(false);
    let error = Journal::open_with(&place.url(), reading()).await;
    let message = message(&error.unwrap_err());
    assert!(message.contains("no such file"), "{message}");
    assert!(!path(&place, "").exists());
    // A file in which there is none.
    fs::write(path(&place, ""), "").unwrap();
    let error = Journal::open_with(&place.url(), reading()).await;
    assert!(matches!(error.unwrap_err(), Error::NotPossible(_)));
    place.journal(&fake).await.close().await;
    let journal = Journal::open_with(&place.url(), reading()).await.unwrap();
    let found = journal.find(&reference("order-1")).await.unwrap();
    assert!(found.is_empty());
}

#[tokio::test]
async fn why_a_journal_cannot_be_opened_is_told_at_once() {
    let begun = std::time::Instant::now();
    let place = Place::new();
    fs::write(
        path(&place, ""),
        "this is no database, but a letter".repeat(99),
    )
    .unwrap();
    for (url, expected) in [
        (place.url(), "file is not a database (code 26)"),
        (
            "sqlite:///nowhere/at/all.db".into(),
            "no such file or folder",
        ),
        (
            format!("sqlite://{}", std::env::temp_dir().display()),
            "it is a folder",
        ),
        (
            "postgres://nobody@127.0.0.1:1/nothing".into(),
            "connection refused",
        ),
    ] {
        let error = Journal::open(&url).await.unwrap_err();
        assert!(message(&error).contains(expected), "{error}");
    }
    assert!(begun.elapsed().as_secs() < 10);
}

#[tokio::test]
async fn tables_of_another_version_are_not_used() {
    let (place, fake) = (Place::new(), Fake::new(false));
    place.journal(&fake).await.close().await;
    let beside = beside(&place.url()).await;
    let another = "UPDATE journal_migration SET checksum = 'another'";
    beside.execute(another).await.unwrap();
    beside.close().await;
    let error = Journal::open(&place.url()).await.unwrap_err();
    assert!(matches!(error, Error::Unreadable(_)), "{error}");
    assert!(error.to_string().contains("migration 1"), "{error}");
}
