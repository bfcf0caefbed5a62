//! What the other tests show on SQLite holds on PostgreSQL, too: every call once.

use std::{sync::Arc, time::Duration};

use payments_core::{Kind, PaymentStatus, retry::Clock};
use payments_journal::{
    Decision, Delivery, Error, Executed, Filter, Journal, Options, State, Step,
};

use crate::{
    place::{Place, drain, id, providers, reference, request},
    process::Shared,
    provider::{ACCOUNT, Does, Fake, verified},
};

async fn every_call(shared: &Shared, partitions: u16) {
    let fake = Fake::new(false);
    fake.world().status = Some(PaymentStatus::Pending);
    let options = Options::new()
        .partitions(partitions)
        .keep_requests()
        .not_durable()
        // The clock moves on whenever somebody looks again, and the database takes its own time.
        .patience(Duration::from_secs(3600))
        .lease(Duration::from_secs(4 * 3600))
        .clock(fake.clock.clone());
    let journal = Journal::open_with(&shared.url(), options).await.unwrap();
    let start = journal.now();
    for name in ["order-1", "order-2", "order-3"] {
        let done = journal.execute(&*fake, &request(name, 20_000)).await;
        assert!(matches!(done.unwrap(), Executed::Answered(_)));
    }
    callbacks(&journal, &fake).await;
    let calls = (0..8).map(|_| {
        let (journal, fake) = (journal.clone(), Arc::clone(&fake));
        async move { journal.execute(&*fake, &request("order-4", 20_000)).await }
    });
    for done in futures_util::future::join_all(calls).await {
        assert!(matches!(done.unwrap(), Executed::Answered(_)));
    }
    assert_eq!(fake.effects_of("order-4"), 1);
    people(&journal, &fake).await;
    let filter = Filter::new()
        .state(State::Finished)
        .state(State::Pending)
        .provider("fake")
        .kind(Kind::Payment)
        .recorded_after(start)
        .recorded_before(fake.clock.now() + chrono::TimeDelta::days(1))
        .limit(2);
    let page = journal.list(&filter).await.unwrap();
    assert_eq!(page.len(), 2);
    let mut count = 0;
    let take = |_| {
        count += 1;
        Ok::<_, Error>(())
    };
    let exported = journal.export(&filter, take).await.unwrap();
    assert_eq!(exported, 4);
    assert_eq!(count, 4);
    fake.clock.advance(Duration::from_secs(60));
    let keep = |_: &payments_journal::Record| Ok::<_, Error>(());
    let before = fake.clock.now();
    assert_eq!(journal.archive(before, 10, keep).await.unwrap(), 2);
    assert_eq!(journal.find(&reference("order-1")).await.unwrap().len(), 1);
    journal.close().await;
}

async fn callbacks(journal: &Journal, fake: &Arc<Fake>) {
    let event = |rupiah| verified(fake.event("order-1", PaymentStatus::Paid, rupiah));
    let paid = event(20_000);
    let deliveries = (0..4).map(|_| journal.receive(&ACCOUNT, &paid));
    let mut applied = 0;
    for delivery in futures_util::future::join_all(deliveries).await {
        match delivery.unwrap() {
            Delivery::Applied(_) => applied += 1,
            other => assert_eq!(other, Delivery::Duplicate),
        }
    }
    assert_eq!(applied, 1);
    let wrong = verified(fake.event("order-2", PaymentStatus::Paid, 1));
    let done = journal.receive(&ACCOUNT, &wrong).await.unwrap();
    assert!(matches!(done, Delivery::Mismatch(_)));
    let mut unknown = fake.event("nobody", PaymentStatus::Paid, 1);
    unknown.key = "with a \0 in it".into();
    let done = journal.receive(&ACCOUNT, &verified(unknown)).await.unwrap();
    assert_eq!(done, Delivery::UnknownReference);
    // Two each of the first and the second, one of the third and of the unknown.
    assert_eq!(journal.lag().await.unwrap().count, 6);
    let lease = Duration::from_secs(30);
    let (first, second) = tokio::join!(journal.changes(10, lease), journal.changes(10, lease));
    let (first, second) = (first.unwrap(), second.unwrap());
    assert_eq!(first.len() + second.len(), 4);
    for change in first.iter().chain(&second) {
        journal.acknowledge(change).await.unwrap();
    }
    assert_eq!(journal.changes(10, lease).await.unwrap().len(), 2);
}

async fn people(journal: &Journal, fake: &Arc<Fake>) {
    fake.will([Does::LosesRequest]);
    let lost = request("order-5", 20_000);
    journal.execute(&**fake, &lost).await.unwrap();
    drain(journal, fake).await;
    let name = reference("order-5");
    let decided = Decision::Settled(PaymentStatus::Failed.into());
    let entry = journal
        .resolve(&id("fake/sandbox/default"), &name, decided, "budi", "asked")
        .await;
    assert_eq!(entry.unwrap().state, State::Finished);
    let record = journal
        .record_of(&id("fake/sandbox/default"), &name)
        .await
        .unwrap();
    assert_eq!(record.history.last().unwrap().what, Step::Decided);
    let entry = journal
        .reconcile(
            &providers(fake),
            &id("fake/sandbox/default"),
            &reference("order-3"),
        )
        .await;
    assert_eq!(entry.unwrap().state, State::Pending);
    assert_eq!(journal.counts().await.unwrap()[&State::NeedsAttention], 1);
}

#[tokio::test]
async fn every_call_works_on_sqlite() {
    every_call(&Shared::Sqlite(Place::new()), 0).await;
}

#[tokio::test]
async fn every_call_works_on_postgres() {
    for partitions in [0, 8] {
        if let Some(shared) = Shared::postgres("every call on PostgreSQL").await {
            every_call(&shared, partitions).await;
            // A journal that is there stays as it is.
            let again = Journal::open(&shared.url()).await.unwrap();
            assert!(again.find(&reference("order-1")).await.is_ok());
            again.close().await;
            shared.drop().await;
        }
    }
}

#[tokio::test]
async fn sqlite_has_no_partitions() {
    let options = Options::new().partitions(8);
    let refused = Journal::open_with("sqlite::memory:", options).await;
    assert!(matches!(refused, Err(Error::Configuration(_))));
}

#[tokio::test]
async fn a_journal_can_live_in_memory() {
    let fake = Fake::new(false);
    let options = Options::new().clock(fake.clock.clone());
    let journal = Journal::open_with("sqlite::memory:", options)
        .await
        .unwrap();
    for _ in 0..2 {
        let done = journal.execute(&*fake, &request("order-1", 20_000)).await;
        assert!(matches!(done.unwrap(), Executed::Answered(_)));
    }
    assert_eq!(fake.world().sent, 1);
}
