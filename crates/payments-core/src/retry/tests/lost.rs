//! After a lost answer: what is asked, what is believed, and when it is sent again.

use super::{
    provider::{BY_ID, BY_ID_TAKES_ONCE, MAY_REPEAT, TAKES_ONCE, Told, payment, pending, request},
    *,
};
use crate::{Money, PaymentStatus, Reference};

#[tokio::test]
async fn a_lost_answer_is_asked_for_and_adopted() {
    // What was asked for may have failed: that is an answer, too.
    for status in [
        PaymentStatus::Pending,
        PaymentStatus::Paid,
        PaymentStatus::Failed,
    ] {
        let found = payment(status.clone());
        let provider = Told::new(
            &MAY_REPEAT,
            vec![Err(lost())],
            vec![Err(not_found()), Ok(found)],
        );
        assert_eq!(provider.settle().await.unwrap().status, status);
        assert_eq!(provider.called(), ["send", "ask", "ask"]);
    }
}

#[tokio::test]
async fn a_duplicate_means_that_it_exists_for_a_first_send_and_for_a_second() {
    let provider = Told::new(&MAY_REPEAT, vec![Err(duplicate())], vec![Ok(pending())]);
    provider.settle().await.unwrap();
    assert_eq!(provider.called(), ["send", "ask"]);

    let sends = vec![Err(lost()), Err(duplicate())];
    let mut asks = vec![Err(not_found()); 8];
    asks.push(Ok(pending()));
    let provider = Told::new(&TAKES_ONCE, sends, asks);
    provider.settle().await.unwrap();
    assert_eq!(provider.sent(), 2);
    assert_eq!(provider.called().last(), Some(&"ask"));
}

#[tokio::test]
async fn what_is_not_found_is_sent_again_after_the_delay_where_a_reference_is_taken_once() {
    let sends = vec![Err(lost()), Ok(pending())];
    let provider = Told::new(&TAKES_ONCE, sends, vec![Err(not_found())]);
    provider.settle().await.unwrap();
    let calls = provider.calls.lock().unwrap();
    let (last, before) = (calls.last().unwrap(), &calls[calls.len() - 2]);
    assert_eq!((last.0, before.0), ("send", "ask"));
    assert!(before.2 >= 60, "asked after {} s", before.2);
}

#[tokio::test]
async fn what_is_not_found_goes_to_the_caller_where_a_repeat_is_not_safe() {
    let provider = Told::new(&MAY_REPEAT, vec![Err(lost())], vec![Err(not_found())]);
    let settled = provider.settle().await.unwrap_err();
    assert_eq!(settled.outcome(), Outcome::Unknown);
    assert_eq!(settled.reason(), Some(Reason::MustNotSendAgain));
    assert_eq!(
        settled.error().suggested_action(),
        SuggestedAction::AskByReference
    );
    assert_eq!(settled.error().kind(), ErrorKind::Timeout, "the send's own");
    assert_eq!(provider.sent(), 1);
}

#[tokio::test]
async fn a_question_that_fails_or_proves_nothing_leaves_it_unknown() {
    for proof in [
        error(ErrorKind::Unauthorized, Outcome::Refused),
        error(ErrorKind::Rejected, Outcome::Refused),
        error(ErrorKind::Invalid, Outcome::NotSent),
        error(ErrorKind::NotFound, Outcome::Unknown),
        not_sent(),
    ] {
        let provider = Told::new(&TAKES_ONCE, vec![Err(lost())], vec![Err(proof)]);
        let settled = provider.settle().await.unwrap_err();
        assert_eq!(settled.outcome(), Outcome::Unknown);
        assert_eq!(settled.error().kind(), ErrorKind::Timeout, "the send's own");
        assert_eq!(provider.sent(), 1);
    }
}

#[tokio::test]
async fn a_code_that_proves_a_failure_settles_it() {
    let failed = error(ErrorKind::Unavailable, Outcome::Unknown).with_earlier(EarlierTry::Failed);
    let provider = Told::new(&TAKES_ONCE, vec![Err(lost())], vec![Err(failed)]);
    let settled = provider.settle().await.unwrap_err();
    assert_eq!(
        (settled.outcome(), settled.reason()),
        (Outcome::Refused, None)
    );
    assert_eq!(provider.called(), ["send", "ask"]);
}

#[tokio::test]
async fn a_code_that_proves_an_arrival_ends_all_sending() {
    let arrived = error(ErrorKind::Unavailable, Outcome::Unknown).with_earlier(EarlierTry::Exists);
    let asks = vec![Err(arrived), Err(not_found())];
    let provider = Told::new(&TAKES_ONCE, vec![Err(lost())], asks);
    let settled = provider.settle().await.unwrap_err();
    assert_eq!(settled.progress().phase(), Phase::Exists);
    assert_eq!(settled.outcome(), Outcome::Unknown);
    assert_eq!(provider.sent(), 1);
}

#[tokio::test]
async fn another_amount_or_reference_is_not_adopted() {
    let mut other_amount = pending();
    other_amount.amount = Some(Money::idr(2_000));
    let mut other_reference = pending();
    other_reference.reference = Reference::new("order-2").unwrap();
    for other in [other_amount, other_reference] {
        let provider = Told::new(&MAY_REPEAT, vec![Err(lost())], vec![Ok(other.clone())]);
        let settled = provider.settle().await.unwrap_err();
        assert_eq!(settled.outcome(), Outcome::Unknown);
        assert_eq!(settled.error().kind(), ErrorKind::Integrity);

        // The same in the answer to the send itself: it is asked for.
        let provider = Told::new(&MAY_REPEAT, vec![Ok(other)], vec![Ok(pending())]);
        provider.settle().await.unwrap();
        assert_eq!(provider.called(), ["send", "ask"]);
    }
}

#[tokio::test]
async fn another_amount_that_was_told_once_is_not_forgotten_for_a_question_that_fails() {
    let mut other = pending();
    other.amount = Some(Money::idr(2_000));
    let provider = Told::new(&MAY_REPEAT, vec![Err(lost())], vec![Ok(other), Err(lost())]);
    let settled = provider.settle().await.unwrap_err();
    assert_eq!(settled.error().kind(), ErrorKind::Integrity);
}

#[tokio::test]
async fn the_last_question_is_kept_for_a_time_when_its_answer_counts() {
    let sends = vec![Err(lost()), Ok(pending())];
    let provider = Told::new(&TAKES_ONCE, sends, vec![Err(not_found())]);
    let policy = Policy::default().asks(3);
    let retry = Retry::new(policy).clock(provider.clock()).seed(1);
    let request = request();
    retry.settle(&provider, &request).await.unwrap();
    assert_eq!(provider.called(), ["send", "ask", "ask", "ask", "send"]);
    assert_eq!(provider.calls.lock().unwrap()[3].2, 60);
}

#[tokio::test]
async fn what_can_only_be_asked_for_by_a_lost_id_is_left_to_the_callback() {
    let provider = Told::new(&BY_ID, vec![Err(lost())], vec![]);
    let settled = provider.settle().await.unwrap_err();
    assert_eq!(settled.outcome(), Outcome::Unknown);
    assert_eq!(settled.reason(), Some(Reason::CannotAsk));
    assert_eq!(
        settled.error().suggested_action(),
        SuggestedAction::AwaitCallback
    );
    assert_eq!(provider.called(), ["send"]);
}

#[tokio::test]
async fn without_a_lookup_the_answer_to_a_repeat_tells_where_a_reference_is_taken_once() {
    let provider = Told::new(&BY_ID_TAKES_ONCE, vec![Err(lost()), Ok(pending())], vec![]);
    provider.settle().await.unwrap();
    assert_eq!(provider.calls.lock().unwrap()[1].2, 60, "after the delay");

    let provider = Told::new(
        &BY_ID_TAKES_ONCE,
        vec![Err(lost()), Err(duplicate())],
        vec![],
    );
    let settled = provider.settle().await.unwrap_err();
    assert_eq!(settled.outcome(), Outcome::Unknown);
    assert_eq!(
        settled.error().suggested_action(),
        SuggestedAction::AwaitCallback
    );
    assert_eq!(provider.sent(), 2);
}

#[tokio::test]
async fn a_refused_repeat_says_nothing_of_the_first_send() {
    let refused = error(ErrorKind::Rejected, Outcome::Refused);
    let sends = vec![Err(lost()), Err(refused)];
    let provider = Told::new(&TAKES_ONCE, sends, vec![Err(not_found())]);
    let settled = provider.settle().await.unwrap_err();
    assert_eq!(settled.outcome(), Outcome::Unknown);
    assert_eq!(settled.error().kind(), ErrorKind::Timeout);
}
