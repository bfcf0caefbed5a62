//! What is in the database, and for how long.

use std::time::Duration;

use payments_core::{Customer, PaymentRequest};
use payments_journal::{Executed, Reason, State};

use crate::{
    place::{Place, drain, id, providers, reference, request},
    provider::{Does, Fake},
};

fn personal(name: &str) -> PaymentRequest {
    let customer = Customer::default()
        .name("Canary Name")
        .phone("0812canary")
        .email("canary@example.com");
    request(name, 20_000).customer(customer)
}

/// Whether the closed database's file holds it.
fn holds(place: &Place) -> bool {
    let path = place.url();
    let bytes = std::fs::read(path.trim_start_matches("sqlite://")).unwrap();
    let text = String::from_utf8_lossy(&bytes).to_lowercase();
    assert!(text.contains("order-1"));
    text.contains("canary")
}

#[tokio::test]
async fn personal_data_is_not_stored() {
    let (place, fake) = (Place::new(), Fake::new(true));
    let journal = place.journal(&fake).await;
    fake.will([Does::Loses]);
    let request = personal("order-1");
    journal.execute(&*fake, &request).await.unwrap();
    let record = journal
        .record_of(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap();
    assert!(!record.line().to_lowercase().contains("canary"));
    journal.close().await;
    assert!(!holds(&place));
}

#[tokio::test]
async fn a_request_that_is_kept_is_erased_when_it_is_finished() {
    let (place, fake) = (Place::new(), Fake::new(true));
    let journal = place
        .journal_with(&fake, payments_journal::Options::keep_requests)
        .await;
    fake.will([Does::LosesRequest]);
    let request = personal("order-1");
    let done = journal.execute(&*fake, &request).await.unwrap();
    assert!(matches!(done, Executed::Open(_)));
    journal.close().await;
    assert!(holds(&place));
    let journal = place.journal(&fake).await;
    // Any worker can send it again.
    drain(&journal, &fake).await;
    assert_eq!(fake.effects_of("order-1"), 1);
    journal.close().await;
    assert!(!holds(&place));
}

#[tokio::test]
async fn what_a_worker_cannot_send_without_the_request_waits_for_the_same_call() {
    let (place, fake) = (Place::new(), Fake::new(true));
    let journal = place.journal(&fake).await;
    fake.will([Does::LosesRequest]);
    journal.execute(&*fake, &personal("order-1")).await.unwrap();
    for _ in 0..20 {
        fake.clock.advance(Duration::from_secs(600));
        while journal
            .recover_one(&providers(&fake))
            .await
            .unwrap()
            .is_some()
        {}
    }
    let state = |entry: Option<payments_journal::Entry>| entry.unwrap().state;
    let entry = journal
        .get(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap();
    assert_eq!(state(entry), State::Open);
    assert_eq!(fake.world().sent, 1);
    let done = journal.execute(&*fake, &personal("order-1")).await.unwrap();
    assert!(matches!(done, Executed::Answered(_)));
    assert_eq!(fake.effects_of("order-1"), 1);
}

#[tokio::test]
async fn what_waits_too_long_for_its_request_needs_a_person() {
    let (place, fake) = (Place::new(), Fake::new(true));
    let journal = place.journal(&fake).await;
    fake.will([Does::LosesRequest]);
    journal.execute(&*fake, &personal("order-1")).await.unwrap();
    drain(&journal, &fake).await;
    let entry = journal
        .get(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(entry.state, State::NeedsAttention);
    assert_eq!(entry.reason, Some(Reason::Deadline));
    assert_eq!(fake.world().sent, 1);
}
