//! Accounts know nothing of each other, so nobody asks about what is recorded for another one.

use std::time::Duration;

use payments_journal::{Error, Executed, Filter, State};

use crate::{
    place::{Place, drain, providers, reference, request},
    provider::{ACCOUNT, DELAY, Does, Fake, verified},
};

#[tokio::test]
async fn a_worker_of_another_account_leaves_an_intent_alone_and_says_whose_it_is() {
    let (place, first) = (Place::new(), Fake::new(true));
    let second = first.account_at("http://127.0.0.1:4010", "second");
    let journal = place
        .journal_with(&first, |options| options.patience(Duration::ZERO))
        .await;
    first.will([Does::LosesAndDoesLater(DELAY * 9 / 10)]);
    let order = request("order-1", 20_000);
    let done = journal.execute(&*first, &order).await.unwrap();
    assert!(matches!(done, Executed::Open(_)));
    for _ in 0..5 {
        first.clock.advance(DELAY);
        let done = journal.recover_one(&providers(&second)).await.unwrap();
        assert_eq!(done, None);
    }
    let counts = |fake: &Fake| {
        let world = fake.world();
        (world.asked, world.sent)
    };
    assert_eq!(counts(&second), (0, 0));
    let unserved = journal.unserved(&providers(&second)).await.unwrap();
    let [unserved] = unserved.as_slice() else {
        panic!("{unserved:?}");
    };
    assert_eq!(
        (unserved.account.as_str(), unserved.count),
        (ACCOUNT.as_str(), 1)
    );
    let refused = journal
        .reconcile(&providers(&second), ACCOUNT.as_str(), &order.reference)
        .await;
    let error = refused.unwrap_err();
    assert!(error.to_string().contains(ACCOUNT.as_str()), "{error}");
    // Its own account settles it.
    drain(&journal, &first).await;
    assert_eq!(first.effects_of("order-1"), 1);
    assert!(
        journal
            .unserved(&providers(&second))
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn one_reference_in_two_accounts_is_two_intents() {
    let (place, first) = (Place::new(), Fake::new(false));
    let second = first.account_at("http://127.0.0.1:4010", "second");
    let journal = place.journal(&first).await;
    for (fake, rupiah) in [(&first, 20_000), (&second, 30_000)] {
        let done = journal.execute(&**fake, &request("order-1", rupiah)).await;
        assert!(matches!(done.unwrap(), Executed::Answered(_)));
        assert_eq!(fake.effects_of("order-1"), 1);
    }
    let entries = journal.find(&reference("order-1")).await.unwrap();
    assert_eq!(entries.len(), 2);
    let of_one = Filter::new().account(ACCOUNT.as_str());
    assert_eq!(journal.list(&of_one).await.unwrap().len(), 1);
    let of_all = Filter::new().provider("fake").state(State::Finished);
    assert_eq!(journal.list(&of_all).await.unwrap().len(), 2);
    // A callback counts in the account whose it is.
    let event = verified(second.event("order-1", payments_core::PaymentStatus::Refunded, 30_000));
    let account = payments_core::ProviderClient::account(&*second);
    journal.receive(account, &event).await.unwrap();
    let entry = journal.get(ACCOUNT.as_str(), &reference("order-1")).await;
    assert_eq!(entry.unwrap().unwrap().status.unwrap().as_str(), "paid");
}

#[tokio::test]
async fn an_account_that_was_used_at_another_host_is_refused_before_anything_is_sent() {
    let (place, first) = (Place::new(), Fake::new(false));
    let live = first.account_at("https://api.example.com", "shop");
    let elsewhere = first.account_at("https://other.example.com", "shop");
    let journal = place.journal(&first).await;
    journal
        .execute(&*live, &request("order-1", 20_000))
        .await
        .unwrap();
    journal.close().await;
    let journal = place.journal(&first).await;
    let error = journal
        .execute(&*elsewhere, &request("order-2", 20_000))
        .await
        .unwrap_err();
    assert!(matches!(error, Error::AnotherHost { .. }));
    let text = error.to_string();
    assert!(
        text.contains("api.example.com") && text.contains("other.example.com"),
        "{text}"
    );
    assert_eq!(elsewhere.world().sent, 0);
    assert!(journal.recover_one(&providers(&elsewhere)).await.is_err());
    // Another key of the same host changes nothing.
    let rotated = first.account_at("https://api.example.com/", "shop");
    journal
        .execute(&*rotated, &request("order-3", 20_000))
        .await
        .unwrap();
}
