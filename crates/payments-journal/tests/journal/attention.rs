//! What cannot be settled by itself, and what a person decides.

use std::{sync::Arc, time::Duration};

use payments_core::{ErrorKind, Money, Outcome, PaymentStatus};
use payments_journal::{Decision, Entry, Error, Executed, Journal, Reason, State, Step};

use crate::{
    place::{Place, drain, id, providers, reference, request},
    provider::{ACCOUNT, Does, Fake, verified},
};
/// A payment that was lost on the way to a provider which may take it twice.
async fn lost() -> (Place, Arc<Fake>, Journal) {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    fake.will([Does::LosesRequest]);
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    drain(&journal, &fake).await;
    (place, fake, journal)
}

async fn decide(journal: &Journal, decision: Decision) -> Result<Entry, Error> {
    let reference = reference("order-1");
    journal
        .resolve(
            &id("fake/sandbox/default"),
            &reference,
            decision,
            "budi",
            "the dashboard shows it",
        )
        .await
}

#[tokio::test]
async fn a_person_finds_everything_that_is_needed() {
    let (_place, fake, journal) = lost().await;
    let entry = journal
        .get(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap();
    let entry = entry.unwrap();
    assert_eq!(entry.state, State::NeedsAttention);
    assert_eq!(entry.reason, Some(Reason::MustNotSendAgain));
    assert_eq!(entry.outcome, Some(Outcome::Unknown));
    assert_eq!(entry.error.as_ref().unwrap().kind, ErrorKind::NotFound);
    assert_eq!((entry.sends, entry.asks > 0), (1, true));
    assert_eq!(fake.world().sent, 1);
    let record = journal
        .record_of(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap();
    assert_eq!(record.query["method"], "ewallet:ovo");
    let steps: Vec<_> = record.history.iter().map(|step| step.what).collect();
    let first = [Step::Recorded, Step::SendBegun, Step::Sent, Step::Asked];
    assert_eq!(steps[..4], first);
    assert_eq!(steps.last(), Some(&Step::NeedsAttention));
}

#[tokio::test]
async fn a_decision_is_recorded_with_who_and_why() {
    let (_place, fake, journal) = lost().await;
    let entry = decide(&journal, Decision::Settled(PaymentStatus::Paid.into()))
        .await
        .unwrap();
    assert_eq!(entry.state, State::Finished);
    let done = journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    assert!(matches!(done, Executed::Answered(payment) if payment.status == PaymentStatus::Paid));
    let record = journal
        .record_of(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap();
    let last = record.history.last().unwrap();
    assert_eq!(last.detail["who"], "budi");
    assert_eq!(last.detail["why"], "the dashboard shows it");
    assert_eq!(fake.world().sent, 1);
    let again = decide(&journal, Decision::TryAgain).await.unwrap_err();
    assert!(matches!(again, Error::NotPossible(_)));
}

#[tokio::test]
async fn that_nothing_happened_ends_it() {
    let (_place, fake, journal) = lost().await;
    let entry = decide(&journal, Decision::NothingHappened).await.unwrap();
    assert_eq!(entry.state, State::Refused);
    assert_eq!(entry.outcome, Some(Outcome::Refused));
    assert_eq!(fake.world().sent, 1);
}

#[tokio::test]
async fn to_try_again_asks_and_does_not_send_where_that_may_happen_twice() {
    let (_place, fake, journal) = lost().await;
    let entry = decide(&journal, Decision::TryAgain).await.unwrap();
    assert_eq!(entry.state, State::Open);
    drain(&journal, &fake).await;
    let entry = journal
        .get(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap();
    assert_eq!(entry.unwrap().state, State::NeedsAttention);
    assert_eq!(fake.world().sent, 1);
}

#[tokio::test]
async fn to_send_again_sends_the_same_reference_once() {
    let (_place, fake, journal) = lost().await;
    decide(&journal, Decision::SendAgain).await.unwrap();
    drain(&journal, &fake).await;
    let entry = journal
        .get(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap();
    assert_eq!(entry.unwrap().state, State::Finished);
    assert_eq!(fake.world().sent, 2);
    assert_eq!(fake.effects_of("order-1"), 1);
}

#[tokio::test]
async fn an_answer_about_another_amount_that_asking_confirms_is_for_a_person() {
    let (place, fake) = (Place::new(), Fake::new(true));
    let journal = place.journal(&fake).await;
    fake.will([Does::TellsAnotherAmount]);
    let request = request("order-1", 20_000);
    {
        // What it shows when it is asked is as wrong as its answer.
        let wrong = crate::provider::Effect {
            reference: reference("order-1"),
            amount: payments_core::Money::idr(1),
            method: payments_core::Method::OVO,
            visible_at: chrono::DateTime::<chrono::Utc>::MIN_UTC,
            status: PaymentStatus::Paid,
        };
        fake.world().effects.push(wrong);
    }
    let done = journal.execute(&*fake, &request).await.unwrap();
    let Executed::NeedsAttention(entry) = done else {
        panic!("{done:?}")
    };
    assert_eq!(entry.reason, Some(Reason::Mismatch));
    assert_eq!(entry.status, None);
}

#[tokio::test]
async fn asking_once_more_tells_what_became_of_a_pending_payment() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.world().status = Some(PaymentStatus::Pending);
    let journal = place.journal(&fake).await;
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    fake.world().effects[0].status = PaymentStatus::Paid;
    let entry = journal
        .reconcile(
            &providers(&fake),
            &id("fake/sandbox/default"),
            &reference("order-1"),
        )
        .await
        .unwrap();
    assert_eq!(entry.state, State::Finished);
}

#[tokio::test]
async fn another_amount_found_by_asking_once_more_is_for_a_person() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.world().status = Some(PaymentStatus::Pending);
    let journal = place.journal(&fake).await;
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    fake.world().effects[0].status = PaymentStatus::Paid;
    fake.world().effects[0].amount = Money::idr(20_001);
    let entry = journal
        .reconcile(
            &providers(&fake),
            &id("fake/sandbox/default"),
            &reference("order-1"),
        )
        .await
        .unwrap();
    assert_eq!(entry.state, State::NeedsAttention);
    assert_eq!(entry.reason, Some(Reason::Mismatch));
}

#[tokio::test]
async fn what_waits_for_its_next_question_is_asked_for_when_somebody_wants_to_know() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    fake.will([Does::Loses]);
    fake.world().deaf.extend([true; 20]);
    let done = journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    let Executed::Open(open) = done else {
        panic!("{done:?}")
    };
    assert!(open.due_at.unwrap() > journal.now());
    fake.world().deaf.clear();
    let entry = journal
        .reconcile(
            &providers(&fake),
            &id("fake/sandbox/default"),
            &reference("order-1"),
        )
        .await
        .unwrap();
    assert_eq!((entry.asks, entry.outcome), (open.asks + 1, None));
    assert!(entry.status.is_some());
}

#[tokio::test]
async fn a_provider_that_is_never_reached_ends_as_not_sent_and_the_same_request_later_is_done() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.will([Does::IsNotReached; 1_000]);
    let journal = place.journal(&fake).await;
    let order = request("order-1", 20_000);
    journal.execute(&*fake, &order).await.unwrap();
    drain(&journal, &fake).await;
    let entry = || async {
        let entry = journal
            .get(&id("fake/sandbox/default"), &order.reference)
            .await;
        entry.unwrap().unwrap()
    };
    let given_up = entry().await;
    assert_eq!(
        (given_up.state, given_up.outcome),
        (State::Refused, Some(Outcome::NotSent))
    );
    assert_eq!(given_up.sends, 0, "nothing was sent");
    assert_eq!(fake.effects_of("order-1"), 0);

    fake.world().sends.clear();
    let done = journal.execute(&*fake, &order).await.unwrap();
    assert!(matches!(done, Executed::Answered(_)), "{done:?}");
    assert_eq!((entry().await.sends, fake.effects_of("order-1")), (1, 1));
}

#[tokio::test]
async fn after_an_outage_of_six_hours_everything_is_sent_once() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place
        .journal_with(&fake, |options| options.keep_requests())
        .await;
    let names = ["order-1", "order-2", "order-3"];
    fake.world().is_down = true;
    for name in names {
        let done = journal.execute(&*fake, &request(name, 20_000)).await;
        assert!(matches!(done.unwrap(), Executed::Open(_)));
    }
    for _ in 0..6 * 60 {
        fake.clock.advance(Duration::from_secs(60));
        while journal
            .recover_one(&providers(&fake))
            .await
            .unwrap()
            .is_some()
        {}
    }
    fake.world().is_down = false;
    drain(&journal, &fake).await;
    for name in names {
        let entry = journal
            .get(&id("fake/sandbox/default"), &reference(name))
            .await;
        let entry = entry.unwrap().unwrap();
        assert_eq!((entry.state, entry.sends), (State::Finished, 1));
        assert_eq!(fake.effects_of(name), 1);
    }
}

#[tokio::test]
async fn looking_at_what_waits_writes_nothing() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place
        .journal_with(&fake, |options| options.patience(Duration::ZERO))
        .await;
    fake.world().is_down = true;
    let order = request("order-1", 20_000);
    let steps = || async {
        let record = journal
            .record_of(&id("fake/sandbox/default"), &order.reference)
            .await;
        record.unwrap().history.len()
    };
    journal.execute(&*fake, &order).await.unwrap();
    let before = steps().await;
    for _ in 0..10 {
        let done = journal.execute(&*fake, &order).await.unwrap();
        assert!(matches!(done, Executed::Open(_)));
    }
    assert_eq!(steps().await, before);
}

#[tokio::test]
async fn what_the_provider_has_told_is_neither_sent_again_nor_undone_by_a_person() {
    let (place, fake) = (Place::new(), Fake::new(false));
    fake.world().status = Some(PaymentStatus::Pending);
    let journal = place.journal(&fake).await;
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    let other = verified(fake.event("order-1", PaymentStatus::Paid, 20_001));
    journal.receive(&ACCOUNT, &other).await.unwrap();
    for decision in [Decision::SendAgain, Decision::NothingHappened] {
        let refused = journal
            .resolve(
                &id("fake/sandbox/default"),
                &reference("order-1"),
                decision,
                "Ani",
                "a test",
            )
            .await;
        assert!(matches!(refused, Err(Error::NotPossible(_))), "{refused:?}");
    }
    assert_eq!(fake.world().sent, 1);
}
