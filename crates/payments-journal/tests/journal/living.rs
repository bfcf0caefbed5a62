//! Workers that ask about what is pending: what one account is in for holds up no other.

use std::{sync::Arc, time::Duration};

use payments_core::PaymentStatus;
use payments_journal::Providers;

use crate::{
    place::{Place, request},
    provider::Fake,
};

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Two accounts, each with three payments whose customers have not paid.
async fn pending(place: &Place) -> ([Arc<Fake>; 2], payments_journal::Journal) {
    let first = Fake::new(true);
    let second = first.account_at("http://127.0.0.1:4010", "second");
    let journal = place
        .journal_with(&first, |options| options.ask_pending(HOUR, HOUR))
        .await;
    for fake in [&first, &second] {
        fake.world().status = Some(PaymentStatus::Pending);
        for number in 0..3 {
            let request = request(&format!("order-{number}"), 20_000);
            journal.execute(&**fake, &request).await.unwrap();
        }
    }
    first.clock.advance(HOUR);
    ([first, second], journal)
}

fn both(fakes: &[Arc<Fake>; 2]) -> Providers {
    let [first, second] = fakes;
    Providers::new()
        .payments(Arc::<Fake>::clone(first))
        .payments(Arc::<Fake>::clone(second))
}

fn asked(fakes: &[Arc<Fake>; 2]) -> [u32; 2] {
    fakes.each_ref().map(|fake| fake.world().asked)
}

#[tokio::test]
async fn a_provider_that_does_not_answer_is_asked_about_one_payment_at_a_time() {
    let place = Place::new();
    let (fakes, journal) = pending(&place).await;
    fakes[0].world().deaf.extend([true; 3]);
    journal.ask_about_living(&both(&fakes)).await.unwrap();
    // The other account's are all asked about.
    assert_eq!(asked(&fakes), [1, 3]);
    fakes[0].world().deaf.clear();
    journal.ask_about_living(&both(&fakes)).await.unwrap();
    assert_eq!(asked(&fakes), [3, 3]);
}

#[tokio::test]
async fn an_account_that_is_at_another_host_now_holds_up_no_other() {
    let place = Place::new();
    let ([first, second], journal) = pending(&place).await;
    // As if its URL had been changed in the settings.
    let moved = first.account_at("http://127.0.0.1:4999", "default");
    let fakes = [moved, second];
    journal.ask_about_living(&both(&fakes)).await.unwrap();
    assert_eq!(asked(&fakes), [0, 3]);
}
