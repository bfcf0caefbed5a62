//! The same reference again.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use payments_core::{Customer, PaymentStatus, Payments};
use payments_journal::{Error, Executed, Filter, Point, State};

use crate::{
    place::{Place, drain, id, providers, reference, request},
    provider::{Does, Fake},
};

#[tokio::test]
async fn the_same_request_again_returns_what_is_recorded_and_sends_nothing() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    let request = request("order-1", 20_000);
    let first = journal.execute(&*fake, &request).await.unwrap();
    let dynamic: &dyn Payments = &*fake;
    let again = place
        .journal(&fake)
        .await
        .execute(dynamic, &request)
        .await
        .unwrap();
    assert!(matches!(&first, Executed::Answered(payment) if payment.status == PaymentStatus::Paid));
    assert_eq!(first, again);
    assert_eq!(fake.world().sent, 1);
}

#[tokio::test]
async fn another_request_under_the_same_reference_is_refused_by_field_without_personal_values() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    let customer = |phone: &str| Customer::default().phone(phone);
    let first = request("order-1", 20_000).customer(customer("0812canary1"));
    journal.execute(&*fake, &first).await.unwrap();
    let other = request("order-1", 30_000).customer(customer("0812canary2"));
    let error = journal.execute(&*fake, &other).await.unwrap_err();
    let Error::Mismatch { fields, .. } = &error else {
        panic!("{error}")
    };
    assert_eq!(fields, &["amount.amount", "customer.phone"]);
    assert!(!format!("{error} {error:?}").contains("canary"));
    assert_eq!(
        error.to_string(),
        "reference order-1 is recorded with another amount.amount (recorded: 20000, given: 30000), \
         customer.phone; nothing was sent"
    );
    assert_eq!(fake.world().sent, 1);
}

#[tokio::test]
async fn a_phone_number_written_another_way_is_no_other_request() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    let order = |phone: &str| {
        let customer = Customer::default().phone(phone);
        request("order-1", 20_000).customer(customer)
    };
    let first = journal.execute(&*fake, &order("08123123123")).await;
    let first = first.unwrap();
    for again in ["+62 812-3123-123", "628123123123", "\u{200e}8123123123"] {
        let again = journal.execute(&*fake, &order(again)).await.unwrap();
        assert_eq!(again, first);
    }
    let other = order("+62 812-3123-124");
    let error = journal.execute(&*fake, &other).await.unwrap_err();
    let Error::Mismatch { fields, .. } = &error else {
        panic!("{error}")
    };
    assert_eq!(fields, &["customer.phone"]);
    assert_eq!(fake.world().sent, 1);
}

#[tokio::test]
async fn a_request_that_cannot_be_sent_is_not_recorded() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    let error = journal
        .execute(&*fake, &request("order-1", 2_000_000))
        .await
        .unwrap_err();
    assert!(matches!(error, Error::NotSendable(_)), "{error}");
    assert!(journal.list(&Filter::new()).await.unwrap().is_empty());
    assert_eq!(fake.world().sent, 0);
}

#[tokio::test]
async fn a_request_that_cannot_be_sent_is_first_of_all_another_one_than_is_recorded() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    let first = request("order-1", 20_000);
    journal.execute(&*fake, &first).await.unwrap();
    let other = request("order-1", 2_000_000);
    let error = journal.execute(&*fake, &other).await.unwrap_err();
    assert!(matches!(error, Error::Mismatch { .. }), "{error}");
}

#[tokio::test]
async fn many_callers_at_once_send_once() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    let request = request("order-1", 20_000);
    let calls = (0..8).map(|_| journal.execute(&*fake, &request));
    for done in futures_util::future::join_all(calls).await {
        assert!(matches!(done.unwrap(), Executed::Answered(_)));
    }
    assert_eq!(fake.world().sent, 1);
}

#[tokio::test]
async fn what_somebody_works_on_is_left_to_him_while_his_lease_lasts() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let busy = place
        .journal_with(&fake, |options| {
            options.crash_at(|point| point == Point::BeforeSend)
        })
        .await;
    let request = request("order-1", 20_000);
    let long = std::time::Duration::from_millis(300);
    let call = busy.execute(&*fake, &request);
    let _ = tokio::time::timeout(long, call).await;
    let journal = place.journal(&fake).await;
    let done = journal.execute(&*fake, &request).await.unwrap();
    assert!(matches!(done, Executed::Open(_)));
    let nothing = journal.recover_one(&providers(&fake)).await.unwrap();
    assert_eq!(nothing, None);
    let world = fake.world();
    assert_eq!((world.sent, world.asked), (0, 0));
}

#[tokio::test]
async fn what_a_dropped_call_left_is_finished_by_any_worker() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let dying = place
        .journal_with(&fake, |options| {
            options.crash_at(|point| point == Point::AfterSend)
        })
        .await;
    let request = request("order-1", 20_000);
    {
        let call = dying.execute(&*fake, &request);
        let long = std::time::Duration::from_millis(300);
        assert!(tokio::time::timeout(long, call).await.is_err());
    }
    let journal = place.journal(&fake).await;
    let entry = journal
        .get(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!((entry.state, entry.sends), (State::Open, 1));
    drain(&journal, &fake).await;
    let entry = journal
        .get(&id("fake/sandbox/default"), &reference("order-1"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(entry.state, State::Finished);
    assert_eq!(fake.effects_of("order-1"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_lost_its_lease_never_begins_a_send() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let place = Arc::new(place);
    fake.will([Does::IsNotReached]);
    let journal = place
        .journal_with(&fake, |options| options.patience(std::time::Duration::ZERO))
        .await;
    let request = request("order-1", 20_000);
    journal.execute(&*fake, &request).await.unwrap();
    fake.clock.advance(std::time::Duration::from_secs(5));
    // The slow worker has just taken the lease when it is held up for longer than the lease lasts,
    // and another one comes.
    let held_up = {
        let (place, fake) = (Arc::clone(&place), Arc::clone(&fake));
        let once = AtomicBool::new(true);
        let handle = Mutex::new(Some(tokio::runtime::Handle::current()));
        move |point| {
            if point == Point::AfterCommit && once.swap(false, Ordering::Relaxed) {
                let (place, fake) = (Arc::clone(&place), Arc::clone(&fake));
                let handle = handle.lock().unwrap().take().unwrap();
                let other = std::thread::spawn(move || {
                    handle.block_on(async {
                        fake.clock.advance(std::time::Duration::from_secs(301));
                        let journal = place.journal(&fake).await;
                        journal.recover_one(&providers(&fake)).await.unwrap()
                    })
                });
                let done = tokio::task::block_in_place(|| other.join().unwrap());
                assert_eq!(done.unwrap().state, State::Finished);
            }
            false
        }
    };
    let slow = place
        .journal_with(&fake, |options| options.crash_at(held_up))
        .await;
    let entry = slow.recover_one(&providers(&fake)).await.unwrap().unwrap();
    assert_eq!(entry.state, State::Finished);
    assert_eq!(fake.effects_of("order-1"), 1);
}
