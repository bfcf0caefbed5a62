//! A commit is whole or it is nothing, whoever fails, goes away or comes at the same time.

use std::{sync::Arc, time::Duration};

use payments_core::PaymentStatus;
use payments_journal::{Error, Executed, Journal, Options, State};
use sqlx::Executor;

use crate::{
    beside::beside,
    place::{Place, drain, id, reference, request},
    process::Shared,
    provider::{ACCOUNT, Fake, verified},
};

async fn journal(url: &str, fake: &Fake) -> Journal {
    let options = Options::new().not_durable().clock(fake.clock.clone());
    Journal::open_with(url, options).await.unwrap()
}

async fn steps(journal: &Journal, name: &str) -> Vec<String> {
    let record = journal
        .record_of(&id("fake/sandbox/default"), &reference(name))
        .await
        .unwrap();
    record
        .history
        .into_iter()
        .map(|step| step.what.to_string())
        .collect()
}

/// The application cannot be told, so nothing is written down of what it would have been told.
async fn a_part_fails(shared: &Shared) {
    let fake = Fake::new(false);
    let journal = journal(&shared.url(), &fake).await;
    let beside = beside(&shared.url()).await;
    let (refuse, allow) = match shared {
        Shared::Sqlite(_) => (
            "CREATE TRIGGER full BEFORE INSERT ON journal_outbox BEGIN SELECT RAISE(ABORT, 'full'); END",
            "DROP TRIGGER full",
        ),
        Shared::Postgres { .. } => (
            "ALTER TABLE journal_outbox ADD CONSTRAINT full_up CHECK (number < 0)",
            "ALTER TABLE journal_outbox DROP CONSTRAINT full_up",
        ),
    };
    beside.execute(refuse).await.unwrap();
    let request = request("order-1", 20_000);
    let error = journal.execute(&*fake, &request).await.unwrap_err();
    assert!(matches!(error, Error::Database(_)), "{error}");
    // Another process is not kept waiting.
    beside.execute(allow).await.unwrap();
    beside.close().await;
    let entry = journal
        .get(&id("fake/sandbox/default"), &request.reference)
        .await
        .unwrap();
    assert_eq!(entry.unwrap().state, State::Open);
    assert_eq!(steps(&journal, "order-1").await, ["recorded", "send_begun"]);
    assert_eq!(journal.lag().await.unwrap().count, 0);
    drain(&journal, &fake).await;
    let done = journal.execute(&*fake, &request).await.unwrap();
    assert!(matches!(done, Executed::Answered(_)));
    assert_eq!(journal.lag().await.unwrap().count, 1);
    assert_eq!(fake.effects_of("order-1"), 1);
    journal.close().await;
}

async fn a_callback_came_first(shared: &Shared) {
    let fake = Fake::new(false);
    let journal = journal(&shared.url(), &fake).await;
    let request = request("order-1", 20_000);
    payments_core::Payments::create(&*fake, &request)
        .await
        .unwrap();
    let event = verified(fake.event("order-1", PaymentStatus::Paid, 20_000));
    journal.receive(&ACCOUNT, &event).await.unwrap();
    let done = journal.execute(&*fake, &request).await.unwrap();
    assert!(matches!(done, Executed::Open(_) | Executed::Answered(_)));
    drain(&journal, &fake).await;
    let steps = steps(&journal, "order-1").await;
    assert_eq!(steps.first().unwrap(), "recorded");
    assert_eq!(steps.last().unwrap(), "asked");
    assert!(!steps.iter().any(|step| step == "send_begun"), "{steps:?}");
    assert_eq!(fake.effects_of("order-1"), 1);
    journal.close().await;
}

/// Two journals, as in two processes.
async fn two_come_at_once(url: &str) {
    let fake = Fake::new(false);
    // By the machine's clock: who comes second is to wait for the first.
    let journal = || Journal::open_with(url, Options::new().not_durable());
    let (first, second) = (journal().await.unwrap(), journal().await.unwrap());
    for number in 0..20 {
        let name = format!("order-{number}");
        let request = request(&name, 20_000);
        let both = [&first, &second, &first, &second].map(|journal| {
            let (fake, request) = (Arc::clone(&fake), &request);
            async move { journal.execute(&*fake, request).await }
        });
        for done in futures_util::future::join_all(both).await {
            assert!(matches!(done.unwrap(), Executed::Answered(_)));
        }
        assert_eq!(fake.effects_of(&name), 1);
        assert_eq!(
            steps(&first, &name).await,
            ["recorded", "send_begun", "sent"]
        );
    }
    assert_eq!(first.lag().await.unwrap().count, 20);
    first.close().await;
    second.close().await;
}

#[tokio::test]
async fn a_commit_of_which_a_part_fails_leaves_nothing_on_sqlite() {
    a_part_fails(&Shared::Sqlite(Place::new())).await;
}

#[tokio::test]
async fn a_commit_of_which_a_part_fails_leaves_nothing_on_postgres() {
    if let Some(shared) = Shared::postgres("a commit that fails on PostgreSQL").await {
        a_part_fails(&shared).await;
        shared.drop().await;
    }
}

#[tokio::test]
async fn what_a_callback_told_before_is_asked_for_and_not_sent_on_sqlite() {
    a_callback_came_first(&Shared::Sqlite(Place::new())).await;
}

#[tokio::test]
async fn what_a_callback_told_before_is_asked_for_and_not_sent_on_postgres() {
    if let Some(shared) = Shared::postgres("a callback that came first on PostgreSQL").await {
        a_callback_came_first(&shared).await;
        shared.drop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_that_record_a_reference_at_once_send_it_once_on_sqlite() {
    two_come_at_once(&Place::new().url()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_that_record_a_reference_at_once_send_it_once_on_postgres() {
    if let Some(shared) = Shared::postgres("two at once on PostgreSQL").await {
        two_come_at_once(&shared.url()).await;
        shared.drop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_fails_because_transactions_are_serializable_by_default_on_postgres() {
    if let Some(shared) = Shared::postgres("serializable by default").await {
        let stricter = "default_transaction_isolation = 'serializable'";
        shared.begin_with(stricter).await;
        two_come_at_once(&shared.url()).await;
        shared.drop().await;
    }
}

#[tokio::test]
async fn a_call_that_is_dropped_while_it_commits_leaves_all_of_it_and_keeps_nobody_waiting() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    let beside = beside(&place.url()).await;
    // Where the account is, is written down before the first intent.
    journal
        .execute(&*fake, &request("order-0", 20_000))
        .await
        .unwrap();
    let request = request("order-1", 20_000);
    let mut busy = beside.begin_with("BEGIN IMMEDIATE").await.unwrap();
    let write = "UPDATE journal_migration SET version = version";
    busy.execute(write).await.unwrap();
    {
        // It waits for the other process, and is dropped before its turn comes.
        let call = journal.execute(&*fake, &request);
        let long = Duration::from_millis(300);
        assert!(tokio::time::timeout(long, call).await.is_err());
    }
    busy.commit().await.unwrap();
    // The writer has it already, and does all of it; a worker will ask what became of it.
    while journal.next_due().await.unwrap().is_none() {
        tokio::task::yield_now().await;
    }
    assert_eq!(steps(&journal, "order-1").await, ["recorded", "send_begun"]);
    beside.execute(write).await.unwrap();
    beside.close().await;
    let entry = journal
        .get(&id("fake/sandbox/default"), &request.reference)
        .await
        .unwrap();
    assert_eq!(entry.unwrap().sends, 1);
    assert_eq!(fake.world().sent, 1);
    assert!(journal.next_due().await.unwrap().is_some());
}
