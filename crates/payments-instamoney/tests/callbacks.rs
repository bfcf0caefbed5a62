//! Callbacks: who sent them, and what they tell.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::sync::LazyLock;

use payments_conformance::{Example, example};
use payments_core::{CallbackError, Callbacks, Event, Money, PaymentStatus, Received};
use payments_instamoney::{Config, Instamoney};
use proptest::prelude::*;
use reqwest::header::{HeaderMap, HeaderValue};

fn provider(tokens: &[&str]) -> Instamoney {
    let config = Config::new("xnd_development_test")
        .unwrap()
        .callback_tokens(tokens.iter().copied())
        .unwrap();
    Instamoney::new(config).unwrap()
}

fn header(token: &str) -> HeaderMap {
    let token = HeaderValue::from_str(token).unwrap();
    HeaderMap::from_iter([("x-callback-token".parse().unwrap(), token)])
}

fn printed(name: &str) -> Example {
    example("instamoney", name)
}

fn event(provider: &Instamoney, headers: &HeaderMap, body: &[u8]) -> Result<Event, CallbackError> {
    match provider.receive(headers, body)? {
        Received::Verified(event) => Ok(event.into_inner()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_printed_callback_tells_its_payment() {
    let provider = provider(&["token"]);
    for (name, method, status, rupiah) in [
        (
            "ovo_callback_completed",
            "ewallet:ovo",
            PaymentStatus::Paid,
            20_000,
        ),
        (
            "ovo_callback_failed",
            "ewallet:ovo",
            PaymentStatus::Failed,
            20_000,
        ),
        (
            "dana_callback_paid",
            "ewallet:dana",
            PaymentStatus::Paid,
            1001,
        ),
        (
            "linkaja_callback_completed",
            "ewallet:linkaja",
            PaymentStatus::Paid,
            300_000,
        ),
    ] {
        let event = event(&provider, &header("token"), &printed(name).bytes()).unwrap();
        assert_eq!(event.payment().unwrap().method.to_string(), method);
        assert_eq!(event.payment().unwrap().status, status);
        assert_eq!(event.payment().unwrap().amount, Some(Money::idr(rupiah)));
    }
}

#[test]
fn a_failed_payment_says_why() {
    let body = printed("ovo_callback_failed").bytes();
    let event = event(&provider(&["token"]), &header("token"), &body).unwrap();
    let failure = event.payment().unwrap().failure.clone().unwrap();
    assert_eq!(failure.code, "USER_DECLINED_THE_TRANSACTION");
    assert!(failure.meaning.is_some());
}

#[test]
fn the_token_counts_in_the_header_and_in_the_body() {
    // The document prints this token in the bodies of DANA and LINKAJA.
    let provider = provider(&["sample-token-id=="]);
    let dana = printed("dana_callback_paid").bytes();
    let ovo = printed("ovo_callback_completed").bytes();
    assert!(event(&provider, &HeaderMap::new(), &dana).is_ok());
    assert!(event(&provider, &header("sample-token-id=="), &ovo).is_ok());
    assert!(matches!(
        event(&provider, &HeaderMap::new(), &ovo),
        Err(CallbackError::MissingProof)
    ));
}

#[test]
fn a_wrong_token_is_refused_wherever_it_stands() {
    let provider = provider(&["right"]);
    let dana = printed("dana_callback_paid").bytes();
    let ovo = printed("ovo_callback_completed").bytes();
    for (headers, body) in [
        (HeaderMap::new(), &dana),
        (header("wrong"), &dana),
        (header("wrong"), &ovo),
        (header(""), &ovo),
        (header("right "), &ovo),
    ] {
        let refused = event(&provider, &headers, body);
        assert!(
            matches!(refused, Err(CallbackError::WrongProof)),
            "{refused:?}"
        );
    }
}

#[test]
fn an_old_and_a_new_token_are_good_while_they_are_rotated() {
    let provider = provider(&["old", "new"]);
    let ovo = printed("ovo_callback_completed").bytes();
    assert!(event(&provider, &header("old"), &ovo).is_ok());
    assert!(event(&provider, &header("new"), &ovo).is_ok());
}

#[test]
fn without_a_configured_token_nothing_is_taken() {
    let config = Config::new("xnd_development_test").unwrap();
    let provider = Instamoney::new(config).unwrap();
    let ovo = printed("ovo_callback_completed").bytes();
    assert!(matches!(
        event(&provider, &header("any"), &ovo),
        Err(CallbackError::NotConfigured(_))
    ));
}

#[test]
fn news_has_a_key_that_repeats_with_it_and_differs_from_other_news() {
    let provider = provider(&["token"]);
    let key = |name: &str| {
        event(&provider, &header("token"), &printed(name).bytes())
            .unwrap()
            .key
    };
    assert_eq!(key("dana_callback_paid"), key("dana_callback_paid"));
    assert_ne!(key("ovo_callback_completed"), key("ovo_callback_failed"));
    assert_ne!(key("dana_callback_paid"), key("linkaja_callback_completed"));
}

#[test]
fn a_charge_that_was_given_back_is_told_whatever_the_event_is_called() {
    let mut body = printed("other_charge_callback_captured").body;
    body["event"] = "ewallet.void".into();
    body["data"]["status"] = "VOIDED".into();
    let event = event(
        &provider(&["token"]),
        &header("token"),
        body.to_string().as_bytes(),
    )
    .unwrap();
    assert_eq!(event.payment().unwrap().status, PaymentStatus::Refunded);
}

#[test]
fn only_a_paid_payment_has_a_time_of_payment() {
    for (name, word, created) in [
        ("ovo_callback_failed", "status", "created"),
        ("dana_callback_paid", "payment_status", "transaction_date"),
    ] {
        let mut body = printed(name).body;
        body[created] = "2020-01-01T00:00:00Z".into();
        body[word] = "EXPIRED".into();
        let event = event(
            &provider(&["token"]),
            &header("token"),
            body.to_string().as_bytes(),
        )
        .unwrap();
        assert_eq!(event.payment().unwrap().paid_at, None);
    }
}

#[test]
fn the_token_is_not_kept_in_the_payment() {
    let provider = provider(&["sample-token-id=="]);
    for name in ["dana_callback_paid", "linkaja_callback_completed"] {
        let event = event(&provider, &HeaderMap::new(), &printed(name).bytes()).unwrap();
        assert!(
            !event
                .payment()
                .unwrap()
                .raw
                .json()
                .to_string()
                .contains("sample-token")
        );
        assert!(!format!("{event:?}").contains("sample-token"));
    }
}

proptest! {
    #[test]
    fn a_proved_sender_of_nonsense_is_no_panic(body: Vec<u8>, cut in 0usize..400) {
        static PROVIDER: LazyLock<Instamoney> = LazyLock::new(|| provider(&["token"]));
        static PRINTED: LazyLock<Vec<u8>> =
            LazyLock::new(|| printed("linkaja_callback_completed").bytes());
        // What is JSON is kept, and means nothing.
        let told = event(&PROVIDER, &header("token"), &body);
        prop_assert!(told.is_err() || told.is_ok_and(|event| event.news.status_word() == "unmodelled"));
        let cut = &PRINTED[..cut.min(PRINTED.len() - 1)];
        prop_assert!(event(&PROVIDER, &header("token"), cut).is_err());
    }
}
