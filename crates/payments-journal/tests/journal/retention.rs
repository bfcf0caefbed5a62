//! What stays, what goes, and that much of it slows nobody.

use std::time::{Duration, Instant};

use payments_core::retry::Clock;
use payments_journal::{Error, Executed, Filter, State};

use crate::{
    beside::beside,
    place::{Place, id, providers, reference, request},
    provider::{Does, Fake},
};

#[tokio::test]
async fn what_is_archived_still_refuses_a_repeat() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    for number in 0..3 {
        let request = request(&format!("order-{number}"), 20_000);
        journal.execute(&*fake, &request).await.unwrap();
    }
    fake.clock.advance(Duration::from_secs(10));
    let before = fake.clock.now();
    let mut lines = Vec::new();
    let failed = journal
        .archive(before, 10, |_| {
            Err(Error::Configuration("disk full".into()))
        })
        .await;
    assert!(failed.is_err());
    let mut keep = |record: &payments_journal::Record| {
        lines.push(record.line());
        Ok::<_, Error>(())
    };
    assert_eq!(journal.archive(before, 2, &mut keep).await.unwrap(), 2);
    assert_eq!(journal.archive(before, 2, &mut keep).await.unwrap(), 1);
    assert_eq!(journal.archive(before, 2, &mut keep).await.unwrap(), 0);
    assert_eq!(lines.len(), 3);
    assert!(lines[0].contains("send_begun"));
    let done = journal
        .execute(&*fake, &request("order-0", 20_000))
        .await
        .unwrap();
    assert!(matches!(done, Executed::Answered(_)));
    let other = journal.execute(&*fake, &request("order-0", 30_000)).await;
    assert!(matches!(other, Err(Error::Mismatch { .. })));
    assert_eq!(fake.world().sent, 3);
    let record = journal
        .record_of(&id("fake/sandbox/default"), &reference("order-0"))
        .await;
    assert_eq!(record.unwrap().history.len(), 1);
}

#[tokio::test]
async fn a_listing_goes_page_by_page_and_an_export_takes_all() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    for number in 0..7 {
        let request = request(&format!("order-{number}"), 20_000);
        journal.execute(&*fake, &request).await.unwrap();
    }
    let mut filter = Filter::new().state(State::Finished).limit(3);
    let mut seen = Vec::new();
    loop {
        let page = journal.list(&filter).await.unwrap();
        let Some(last) = page.last() else { break };
        filter = filter.after(last);
        seen.extend(page.into_iter().map(|entry| entry.reference.to_string()));
    }
    let all: Vec<_> = (0..7).map(|number| format!("order-{number}")).collect();
    assert_eq!(seen, all);
    let mut lines = 0;
    let take = |record: payments_journal::Record| {
        let line: serde_json::Value = serde_json::from_str(&record.line()).unwrap();
        assert_eq!(line["history"][0]["what"], "recorded");
        lines += 1;
        Ok::<_, Error>(())
    };
    let filter = Filter::new().provider("fake").limit(2);
    assert_eq!(journal.export(&filter, take).await.unwrap(), 7);
    assert_eq!(lines, 7);
    assert_eq!(journal.counts().await.unwrap()[&State::Finished], 7);
    assert_eq!(journal.find(&reference("order-3")).await.unwrap().len(), 1);
}

#[tokio::test]
async fn much_that_is_finished_slows_no_worker_and_no_page() {
    const ROWS: i64 = 50_000;
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    let pool = beside(&place.url()).await;
    sqlx::query(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1) \
         INSERT INTO journal_intent SELECT reference || '-' || i, account, version, kind, state, status, amount, currency, due_at, \
         lease, sends, asks, created_at, updated_at, finished_at, round_at, archived, whole, request, fingerprint, progress, answer, trouble \
         FROM journal_intent, n WHERE reference = 'order-1'",
    )
    .bind(ROWS)
    .execute(&pool)
    .await
    .unwrap();
    pool.close().await;
    fake.will([Does::IsNotReached; 8]);
    journal
        .execute(&*fake, &request("order-2", 20_000))
        .await
        .unwrap();
    // Reading every row takes longer than all of this, even here.
    let start = Instant::now();
    for _ in 0..100 {
        fake.clock.advance(Duration::from_secs(1));
        journal.recover_one(&providers(&fake)).await.unwrap();
        let page = Filter::new().state(State::NeedsAttention);
        assert!(journal.list(&page).await.unwrap().is_empty());
        journal.next_due().await.unwrap();
    }
    let took = start.elapsed();
    assert!(took < Duration::from_secs(2), "{took:?}");
}
