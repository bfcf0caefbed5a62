//! Accounts know nothing of each other, so nobody asks about what is recorded for another one.

use std::{sync::Arc, time::Duration};

use payments_core::{PaymentRequest, PaymentStatus, Payments, ProviderClient};
use payments_journal::{Delivery, Error, Executed, Filter, Providers, State};

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
    assert_eq!((&unserved.account, unserved.count), (ACCOUNT.id(), 1));
    let refused = journal
        .reconcile(&providers(&second), ACCOUNT.id(), &order.reference)
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
    let event = verified(second.event("order-1", PaymentStatus::Refunded, 30_000));
    let account = second.account();
    journal.receive(account, &event).await.unwrap();
    let entry = journal.get(ACCOUNT.id(), &reference("order-1")).await;
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

#[tokio::test]
async fn a_platforms_callback_about_a_sub_accounts_payment_finds_it() {
    let (place, platform) = (Place::new(), Fake::new(true));
    let [one, other] = ["one", "other"].map(|id| platform.sub_account(id));
    let journal = place.journal(&platform).await;
    let told = |name: &str| verified(one.event(name, PaymentStatus::Settled, 20_000));
    // Of what nobody has recorded the platform is told, and it is asked for before it is sent.
    let early = journal.receive(&ACCOUNT, &told("order-2")).await.unwrap();
    assert_eq!(early, Delivery::UnknownReference);
    one.create(&request("order-2", 20_000)).await.unwrap();
    for name in ["order-1", "order-2"] {
        let done = journal.execute(&*one, &request(name, 20_000)).await;
        assert!(matches!(done.unwrap(), Executed::Answered(_)));
        assert_eq!(one.effects_of(name), 1);
    }
    assert_eq!(one.world().sent, 2, "one of them not by the journal");

    let event = told("order-1");
    let done = journal.receive(&ACCOUNT, &event).await.unwrap();
    let Delivery::Applied(entry) = done else {
        panic!("{done:?}");
    };
    assert_eq!(&entry.account, one.account().id());
    let again = journal.receive(&ACCOUNT, &event).await.unwrap();
    assert_eq!(again, Delivery::Duplicate);

    // Where two of them have the reference, nobody can say whose it is.
    let done = journal.execute(&*other, &request("order-1", 30_000)).await;
    assert!(matches!(done.unwrap(), Executed::Answered(_)));
    let unclear = verified(one.event("order-1", PaymentStatus::Refunded, 20_000));
    let unclear = journal.receive(&ACCOUNT, &unclear).await.unwrap();
    assert_eq!(unclear, Delivery::UnknownReference);
}

#[tokio::test]
async fn a_client_that_is_made_when_it_is_needed_finishes_what_is_due_in_its_account_alone() {
    let (place, platform) = (Place::new(), Fake::new(true));
    let journal = place
        .journal_with(&platform, |options| options.patience(Duration::ZERO))
        .await;
    let fakes = ["one", "other"].map(|id| platform.sub_account(id));
    for fake in &fakes {
        fake.will([Does::LosesAndDoesLater(DELAY * 9 / 10)]);
        let done = journal.execute(&**fake, &request("order-1", 20_000)).await;
        assert!(matches!(done.unwrap(), Executed::Open(_)));
    }
    let found = Arc::clone(&fakes[0]);
    let providers = Providers::new().by_account::<PaymentRequest>(move |account| {
        (account == found.account().id()).then(|| -> Arc<dyn Payments> { found.clone() })
    });
    for _ in 0..5 {
        platform.clock.advance(DELAY);
        while journal.recover_one(&providers).await.unwrap().is_some() {}
    }
    for (fake, state) in fakes.iter().zip([State::Finished, State::Open]) {
        let entry = journal
            .get(fake.account().id(), &reference("order-1"))
            .await;
        assert_eq!(entry.unwrap().unwrap().state, state);
    }
    assert_eq!(fakes[1].world().asked, 1, "by its caller alone");
    let unserved = journal.unserved(&providers).await.unwrap();
    assert_eq!(unserved.len(), 1);
    assert_eq!(&unserved[0].account, fakes[1].account().id());
}
