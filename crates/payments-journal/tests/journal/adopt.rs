//! After a comparison: the provider's answer is adopted, a report's word never.

use std::time::Duration;

use payments_core::{PaymentStatus, retry::Clock};
use payments_journal::{Executed, State};

use crate::{
    place::{Place, drain, providers, reference, request},
    provider::{ACCOUNT, DELAY, Does, Fake},
};

#[tokio::test]
async fn confirming_an_open_intent_asks_and_never_sends() {
    let (place, fake) = (Place::new(), Fake::new(true));
    let journal = place.journal(&fake).await;
    fake.will([Does::LosesRequest]);
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    let order = reference("order-1");
    let entry = journal.get(ACCOUNT.id(), &order).await.unwrap().unwrap();
    assert_eq!(entry.state, State::Open);
    // A worker would send it again now: the provider does not know it.
    fake.clock.advance(DELAY * 100);
    let sent = fake.world().sent;
    for _ in 0..5 {
        let told = journal
            .confirm(&providers(&fake), ACCOUNT.id(), &order)
            .await
            .unwrap();
        assert_eq!((told.state, told.status), (State::Open, None));
        assert!(told.error.is_some(), "not found");
        fake.clock.advance(DELAY);
    }
    assert_eq!(fake.world().sent, sent);
    let after = journal.get(ACCOUNT.id(), &order).await.unwrap().unwrap();
    assert_eq!(
        after, entry,
        "an answer that proves nothing is not recorded"
    );
    drain(&journal, &fake).await;
    assert_eq!(fake.effects_of("order-1"), 1);
}

#[tokio::test]
async fn confirming_records_what_the_provider_answers() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    fake.will([Does::Loses]);
    for order in ["order-1", "order-2"] {
        fake.world().status = Some(PaymentStatus::Pending);
        journal
            .execute(&*fake, &request(order, 20_000))
            .await
            .unwrap();
    }
    fake.is_paid();
    for order in ["order-1", "order-2"] {
        let order = reference(order);
        let told = journal
            .confirm(&providers(&fake), ACCOUNT.id(), &order)
            .await
            .unwrap();
        assert_eq!(told.state, State::Finished);
        assert_eq!(told.status, Some(PaymentStatus::Paid.into()));
    }
}

#[tokio::test]
async fn a_reported_payment_that_a_restored_journal_lacks_is_not_paid_again() {
    let fake = Fake::new(false);
    let lost = Place::new();
    let before = lost.journal(&fake).await;
    before
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();

    let place = Place::new();
    let restored = place.journal(&fake).await;
    let order = reference("order-1");
    assert!(restored.ask_first(ACCOUNT.id(), &order).await.unwrap());
    assert!(!restored.ask_first(ACCOUNT.id(), &order).await.unwrap());
    // Nothing is recorded as ours, and nobody is told.
    assert_eq!(restored.get(ACCOUNT.id(), &order).await.unwrap(), None);
    assert_eq!(restored.lag().await.unwrap().count, 0);

    restored
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    fake.clock.advance(Duration::from_secs(3600));
    drain(&restored, &fake).await;
    let done = restored
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    assert!(matches!(done, Executed::Answered(_)), "{done:?}");
    assert_eq!(fake.effects_of("order-1"), 1, "at {}", fake.clock.now());
}

#[tokio::test]
async fn what_is_recorded_is_not_noted_as_unknown() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    let noted = journal.ask_first(ACCOUNT.id(), &reference("order-1")).await;
    assert!(!noted.unwrap());
}
