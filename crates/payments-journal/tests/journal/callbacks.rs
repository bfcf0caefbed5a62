//! What providers tell by themselves.

use std::time::Duration;

use payments_core::{Event, Money, News, NextAction, PaymentStatus, Provider, Refund, Unmodelled};
use payments_journal::{Change, Delivery, Executed, Journal, Point, Reason, State, Step};
use serde_json::json;

use crate::{
    place::{Place, drain, id, reference, request},
    provider::{ACCOUNT, Does, Fake, verified},
};

async fn state(journal: &Journal) -> (State, String) {
    let entry = journal
        .get(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap();
    let entry = entry.unwrap();
    let status = entry.status.map(|status| status.as_str().to_owned());
    (entry.state, status.unwrap_or_default())
}

#[tokio::test]
async fn callbacks_are_taken_once_in_any_order_and_never_backwards() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.world().status = Some(PaymentStatus::Pending);
    let journal = place.journal(&fake).await;
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    assert_eq!(state(&journal).await, (State::Pending, "pending".into()));
    let event = |status| verified(fake.event("order-1", status, 20_000));
    let settled = event(PaymentStatus::Settled);
    let done = journal.receive(&ACCOUNT, &settled).await.unwrap();
    assert!(matches!(done, Delivery::Applied(_)));
    assert_eq!(
        journal.receive(&ACCOUNT, &settled).await.unwrap(),
        Delivery::Duplicate
    );
    for late in [
        PaymentStatus::Paid,
        PaymentStatus::Pending,
        PaymentStatus::Failed,
    ] {
        let done = journal.receive(&ACCOUNT, &event(late)).await.unwrap();
        assert!(matches!(done, Delivery::NoNews(_)));
    }
    assert_eq!(state(&journal).await, (State::Finished, "settled".into()));
}

#[tokio::test]
async fn a_callback_that_overtakes_the_answer_finishes_the_intent() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.will([Does::Loses]);
    let dying = place
        .journal_with(&fake, |options| {
            options.crash_at(|point| point == Point::AfterSend)
        })
        .await;
    let request = request("order-1", 20_000);
    {
        let call = dying.execute(&*fake, &request);
        let long = Duration::from_millis(300);
        assert!(tokio::time::timeout(long, call).await.is_err());
    }
    let journal = place.journal(&fake).await;
    let event = verified(fake.event("order-1", PaymentStatus::Paid, 20_000));
    let done = journal.receive(&ACCOUNT, &event).await.unwrap();
    assert!(matches!(done, Delivery::Applied(_)));
    assert_eq!(state(&journal).await, (State::Finished, "paid".into()));
    assert_eq!(journal.next_due().await.unwrap(), None);
    let done = journal.execute(&*fake, &request).await.unwrap();
    assert!(matches!(done, Executed::Answered(_)));
    assert_eq!(fake.world().sent, 1);
}

#[tokio::test]
async fn a_callback_about_another_amount_is_for_a_person_and_not_adopted() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.world().status = Some(PaymentStatus::Pending);
    let journal = place.journal(&fake).await;
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    let event = verified(fake.event("order-1", PaymentStatus::Paid, 2_000));
    let Delivery::Mismatch(entry) = journal.receive(&ACCOUNT, &event).await.unwrap() else {
        panic!()
    };
    assert_eq!(entry.reason, Some(Reason::Mismatch));
    assert!(entry.error.unwrap().message.contains("2000"));
    assert_eq!(
        state(&journal).await,
        (State::NeedsAttention, "pending".into())
    );
    // It stays so, whatever else is told, until a person has looked.
    let event = verified(fake.event("order-1", PaymentStatus::Paid, 20_000));
    journal.receive(&ACCOUNT, &event).await.unwrap();
    assert_eq!(
        state(&journal).await,
        (State::NeedsAttention, "paid".into())
    );
}

#[tokio::test]
async fn a_callback_about_nothing_recorded_is_kept_and_told_and_its_reference_is_not_sent_blindly()
{
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    let event = verified(fake.event("order-1", PaymentStatus::Paid, 20_000));
    let done = journal.receive(&ACCOUNT, &event).await.unwrap();
    assert_eq!(done, Delivery::UnknownReference);
    assert_eq!(
        journal.receive(&ACCOUNT, &event).await.unwrap(),
        Delivery::Duplicate
    );
    let changes = journal.changes(10, Duration::from_secs(60)).await.unwrap();
    assert_eq!(changes[0].what.cause, Step::UnknownReference);
    // It is paid already, by somebody who did not record it here.
    let request = request("order-1", 20_000);
    payments_core::Payments::create(&*fake, &request)
        .await
        .unwrap();
    let done = journal.execute(&*fake, &request).await.unwrap();
    assert!(matches!(done, Executed::Answered(_)));
    assert_eq!(fake.effects_of("order-1"), 1);
}

#[tokio::test]
async fn money_that_arrives_after_a_refusal_is_still_money() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.will([Does::Refuses]);
    let journal = place.journal(&fake).await;
    let done = journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    assert!(matches!(done, Executed::Refused(_)));
    drain(&journal, &fake).await;
    let event = verified(fake.event("order-1", PaymentStatus::Paid, 20_000));
    journal.receive(&ACCOUNT, &event).await.unwrap();
    assert_eq!(state(&journal).await, (State::Finished, "paid".into()));
}

#[tokio::test]
async fn the_same_status_with_more_to_tell_is_kept() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.world().status = Some(PaymentStatus::Pending);
    let journal = place.journal(&fake).await;
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    let mut event = fake.event("order-1", PaymentStatus::Pending, 20_000);
    let News::Payment(payment) = &mut event.news else {
        panic!("{event:?}");
    };
    payment.next_actions = vec![NextAction::ShowPaymentCode {
        code: "8887322".into(),
    }];
    event.key = "with the code".into();
    let done = journal.receive(&ACCOUNT, &verified(event)).await.unwrap();
    let Delivery::Applied(entry) = done else {
        panic!("{done:?}");
    };
    assert_eq!(entry.state, State::Pending);
    let answer = serde_json::to_string(&entry.answer).unwrap();
    assert!(answer.contains("8887322"));
}

/// What the application is told, and takes in.
async fn taken_in(journal: &Journal) -> Vec<Change> {
    let mut all = Vec::new();
    loop {
        // Of each reference only the oldest is handed out.
        let changes = journal.changes(10, Duration::from_secs(60)).await.unwrap();
        if changes.is_empty() {
            return all;
        }
        for change in changes {
            journal.acknowledge(&change).await.unwrap();
            all.push(change);
        }
    }
}

#[tokio::test]
async fn what_goes_back_is_news_part_by_part_and_finds_its_payment_by_the_providers_id() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.world().status = Some(PaymentStatus::Pending);
    let journal = place.journal(&fake).await;
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    let told = |key: &str, status, refunded: u64| {
        let mut event = fake.event("order-1", status, 20_000);
        key.clone_into(&mut event.key);
        if let News::Payment(payment) = &mut event.news {
            payment.provider_id = Some("ewc_1".into());
            payment.refunded = (refunded > 0).then(|| Money::idr(refunded));
        }
        verified(event)
    };
    let receive = async |event| journal.receive(&ACCOUNT, &event).await.unwrap();
    assert!(matches!(
        receive(told("paid", PaymentStatus::Settled, 0)).await,
        Delivery::Applied(_)
    ));
    taken_in(&journal).await;
    // The payment stays settled, and the application hears of the part.
    let part = receive(told("part", PaymentStatus::Paid, 5_000)).await;
    assert!(matches!(part, Delivery::Applied(_)), "{part:?}");
    let changes = taken_in(&journal).await;
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].what.refunded, Some(Money::idr(5_000)));
    assert_eq!(state(&journal).await, (State::Finished, "settled".into()));
    // Less than is known is no news.
    let less = receive(told("less", PaymentStatus::Paid, 4_000)).await;
    assert!(matches!(less, Delivery::NoNews(_)), "{less:?}");
    let refund = |key: &str, id: &str| {
        let went = (PaymentStatus::Refunded, "SUCCEEDED");
        let refund = Refund::new(Provider::new("fake"), id, "ewr_1", Money::idr(20_000), went);
        verified(Event::new(key, refund))
    };
    let unknown = receive(refund("r0", "ewc_2")).await;
    assert_eq!(unknown, Delivery::UnknownReference);
    taken_in(&journal).await;
    let whole = receive(refund("r1", "ewc_1")).await;
    assert!(matches!(whole, Delivery::Applied(_)), "{whole:?}");
    assert_eq!(receive(refund("r1", "ewc_1")).await, Delivery::Duplicate);
    assert_eq!(state(&journal).await, (State::Finished, "refunded".into()));
    assert_eq!(taken_in(&journal).await.len(), 1);
}

#[tokio::test]
async fn what_is_not_modelled_is_kept_once_and_told_and_changes_nothing() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.world().status = Some(PaymentStatus::Pending);
    let journal = place.journal(&fake).await;
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    taken_in(&journal).await;
    for reference in [Some("order-1"), Some("order-2"), None] {
        let message = Unmodelled::new(Provider::new("fake"), "payout.done", "it is none")
            .about(reference, None)
            .raw(json!({"amount": 1}).into());
        let event = verified(message.event(format!("{reference:?}").as_bytes()));
        let done = journal.receive(&ACCOUNT, &event).await.unwrap();
        assert_eq!(done, Delivery::Kept);
        let again = journal.receive(&ACCOUNT, &event).await.unwrap();
        assert_eq!(again, Delivery::Duplicate);
        let changes = taken_in(&journal).await;
        assert_eq!(changes.len(), 1, "{reference:?}");
        assert_eq!(changes[0].what.cause, Step::Unmodelled);
        assert_eq!(changes[0].reference.as_str(), reference.unwrap_or("-"));
        let Some(News::Unmodelled(message)) = &changes[0].what.news else {
            panic!("{:?}", changes[0]);
        };
        assert_eq!(message.raw.json()["amount"], 1);
    }
    assert_eq!(state(&journal).await, (State::Pending, "pending".into()));
}
