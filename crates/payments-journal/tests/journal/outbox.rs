//! What the application is told.

use std::time::Duration;

use payments_core::PaymentStatus;
use payments_journal::{Change, State};

use crate::{
    place::{Place, request},
    provider::{ACCOUNT, Fake, verified},
};

const LEASE: Duration = Duration::from_secs(30);

#[tokio::test]
async fn changes_come_in_order_per_reference_and_again_until_they_are_acknowledged() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.world().status = Some(PaymentStatus::Pending);
    let journal = place.journal(&fake).await;
    for name in ["order-1", "order-2"] {
        journal
            .execute(&*fake, &request(name, 20_000))
            .await
            .unwrap();
    }
    let paid = verified(fake.event("order-1", PaymentStatus::Paid, 20_000));
    journal.receive(&ACCOUNT, &paid).await.unwrap();
    assert_eq!(journal.lag().await.unwrap().count, 3);
    let first = journal.changes(10, LEASE).await.unwrap();
    let names: Vec<_> = first
        .iter()
        .map(|change| change.reference.as_str())
        .collect();
    assert_eq!(names, ["order-1", "order-2"]);
    assert_eq!(first[0].what.state, Some(State::Pending));
    // Leased to somebody; the later change of the first order does not overtake the earlier.
    assert!(journal.changes(10, LEASE).await.unwrap().is_empty());
    fake.clock.advance(LEASE);
    let again = journal.changes(10, LEASE).await.unwrap();
    assert!(again.iter().all(|change| change.attempts == 2));
    let places = |changes: &[Change]| -> Vec<_> {
        let place = |change: &Change| (change.reference.clone(), change.number);
        changes.iter().map(place).collect()
    };
    assert_eq!(places(&again), places(&first));
    for change in &first {
        journal.acknowledge(change).await.unwrap();
        journal.acknowledge(change).await.unwrap();
    }
    let second = journal.changes(10, LEASE).await.unwrap();
    assert_eq!(second.len(), 1);
    assert_eq!(second[0].what.status, Some(PaymentStatus::Paid.into()));
    assert_eq!(
        second[0].what.status_before,
        Some(PaymentStatus::Pending.into())
    );
    let lag = journal.lag().await.unwrap();
    assert_eq!((lag.count, lag.oldest), (1, Some(second[0].at)));
    journal.acknowledge(&second[0]).await.unwrap();
    assert_eq!(journal.lag().await.unwrap().oldest, None);
}
