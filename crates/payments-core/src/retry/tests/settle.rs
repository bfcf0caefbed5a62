//! The loop, with a provider that answers as it is told to.

use super::{
    provider::{MAY_REPEAT, TAKES_ONCE, Told, pending, request},
    *,
};

#[tokio::test]
async fn what_was_never_sent_is_sent_again() {
    let provider = Told::new(
        &MAY_REPEAT,
        vec![Err(not_sent()), Err(not_sent()), Ok(pending())],
        vec![],
    );
    provider.settle().await.unwrap();
    assert_eq!(provider.called(), ["send", "send", "send"]);
}

#[tokio::test]
async fn wrong_input_and_settings_are_not_sent_again() {
    for kind in [ErrorKind::Invalid, ErrorKind::Configuration] {
        let provider = Told::new(
            &TAKES_ONCE,
            vec![Err(error(kind, Outcome::NotSent))],
            vec![],
        );
        let settled = provider.settle().await.unwrap_err();
        assert_eq!(
            (settled.outcome(), settled.reason()),
            (Outcome::NotSent, None)
        );
        assert_eq!(provider.called(), ["send"]);
    }
}

#[tokio::test]
async fn a_refusal_is_the_end() {
    let declined = error(ErrorKind::Declined, Outcome::Refused);
    let provider = Told::new(&TAKES_ONCE, vec![Err(declined)], vec![]);
    let settled = provider.settle().await.unwrap_err();
    assert_eq!(
        (settled.outcome(), settled.reason()),
        (Outcome::Refused, None)
    );
    assert_eq!(settled.progress().phase(), Phase::Refused);
    assert_eq!(provider.called(), ["send"]);
}

#[tokio::test]
async fn retry_after_is_waited_for() {
    let provider = Told::new(&MAY_REPEAT, vec![Err(limited(47)), Ok(pending())], vec![]);
    provider.settle().await.unwrap();
    let calls = provider.calls.lock().unwrap();
    assert_eq!(calls[1].2, 47);
}

#[tokio::test]
async fn a_retry_after_beyond_the_deadline_ends_it_at_once() {
    for seconds in [301, u64::MAX] {
        let provider = Told::new(&MAY_REPEAT, vec![Err(limited(seconds))], vec![]);
        let settled = provider.settle().await.unwrap_err();
        assert_eq!(settled.outcome(), Outcome::Refused);
        assert_eq!(settled.reason(), Some(Reason::Deadline));
        assert_eq!(provider.called(), ["send"]);
    }
}

#[tokio::test]
async fn the_caller_always_holds_the_reference_and_the_means_to_ask_again() {
    let provider = Told::new(&MAY_REPEAT, vec![Err(lost())], vec![Err(lost())]);
    let settled = provider.settle().await.unwrap_err();
    let request = request();
    assert_eq!(settled.outcome(), Outcome::Unknown);
    assert_eq!(settled.error().reference(), Some(&request.reference));
    assert_eq!(settled.query(), &request.query());

    let later = Told::new(&MAY_REPEAT, vec![], vec![Ok(pending())]);
    later
        .retry()
        .resolve(&later, &request, settled.progress().clone())
        .await
        .unwrap();
    later
        .retry()
        .resolve(&later, &request, Progress::lost(start(), 1))
        .await
        .unwrap();
    assert_eq!(later.called(), ["ask", "ask"]);
}

#[tokio::test]
async fn what_was_answered_before_is_asked_for_and_what_was_refused_stays_refused() {
    let request = request();
    let rules = Rules::new(settlement(Lookup::ByReference, true), Policy::default());
    let provider = Told::new(&TAKES_ONCE, vec![], vec![Ok(pending())]);
    let mut answered = Progress::new(start(), 1);
    let mut refused = answered.clone();
    answered.begin();
    answered.sent(&Ok(()), start(), &rules);
    provider
        .retry()
        .resolve(&provider, &request, answered)
        .await
        .unwrap();

    refused.begin();
    let declined = error(ErrorKind::Declined, Outcome::Refused);
    refused.sent::<()>(&Err(declined), start(), &rules);
    let settled = provider
        .retry()
        .resolve(&provider, &request, refused)
        .await
        .unwrap_err();
    assert_eq!(settled.outcome(), Outcome::Refused);
    assert_eq!(provider.called(), ["ask"]);
}

#[tokio::test]
async fn what_was_sent_is_not_undone_because_the_provider_cannot_do_it_any_more() {
    let mut request = request();
    request.method = crate::Method::DANA;
    let provider = Told::new(&TAKES_ONCE, vec![], vec![]);
    let sent = Progress::lost(start(), 1);
    let settled = provider
        .retry()
        .resolve(&provider, &request, sent)
        .await
        .unwrap_err();
    assert_eq!(settled.outcome(), Outcome::Unknown);
    let settled = provider
        .retry()
        .settle(&provider, &request)
        .await
        .unwrap_err();
    assert_eq!(settled.outcome(), Outcome::NotSent);
}

#[tokio::test]
async fn every_send_and_question_carries_the_reference_of_the_request() {
    let provider = Told::new(&TAKES_ONCE, vec![Err(lost())], vec![Err(not_found())]);
    provider.settle().await.unwrap_err();
    let calls = provider.calls.lock().unwrap();
    assert!(calls.len() > 10);
    assert!(calls.iter().all(|call| call.1 == "order-1"));
}

#[tokio::test]
async fn a_provider_that_is_down_is_not_stormed_by_all_who_wait_for_it() {
    let provider = Told::new(&TAKES_ONCE, vec![Err(not_sent())], vec![]);
    let budget = Budget::new(5, Duration::from_secs(10));
    let retry = provider.retry().budget(budget);
    let request = request();
    for _ in 0..20 {
        let settled = retry.clone().settle(&provider, &request).await.unwrap_err();
        assert_eq!(settled.outcome(), Outcome::NotSent);
    }
    let calls = provider.calls.lock().unwrap();
    let repeats = calls.len() - 20;
    let seconds = usize::try_from(calls.last().unwrap().2).unwrap();
    assert!(repeats <= 5 + seconds / 10, "{repeats} in {seconds} s");
    assert!(repeats > 20, "and it is tried again, within the budget");
}

#[tokio::test]
async fn neither_the_error_nor_the_progress_prints_who_pays() {
    let provider = Told::new(&MAY_REPEAT, vec![Err(lost())], vec![Err(not_found())]);
    let customer = crate::Customer::default()
        .name("Canary")
        .phone("0812-canary");
    let request = request().customer(customer);
    let settled = provider
        .retry()
        .settle(&provider, &request)
        .await
        .unwrap_err();
    let printed = format!("{settled} {settled:?} {request:?}");
    assert!(!printed.to_lowercase().contains("canary"), "{printed}");
}
