//! Callbacks: hints, confirmed by asking.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use common::{INSTRUCTION, body, config, provider, server};
use httpmock::{Mock, prelude::*};
use payments_core::{
    Callbacks, ChargeProof, ErrorKind, Event, Hint, MandateStatus, Mandates, News, Outcome,
    Received,
};
use payments_rpi::Rpi;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

const CALLBACKS: [&str; 3] = [
    "other_callback_charge_failed",
    "other_callback_charge_paid",
    "other_callback_charge_processing",
];

fn hint(provider: &Rpi, callback: &Value) -> Hint {
    let bytes = callback.to_string().into_bytes();
    match provider.receive(&HeaderMap::new(), &bytes).unwrap() {
        Received::Hint(hint) => hint,
        received => panic!("nothing proves who sent {received:?}"),
    }
}

async fn told<'a>(server: &'a MockServer, status: &str, next: Option<&str>) -> Mock<'a> {
    let mut answer = body("other_get_response");
    answer["transactionId"] = Value::Null;
    answer["rpi"]["status"] = json!(status);
    answer["rpi"]["nextChargeDate"] = json!(next);
    answers(server, answer).await
}

async fn answers<'a>(server: &'a MockServer, answer: Value) -> Mock<'a> {
    server
        .mock_async(|when, then| {
            when.path(INSTRUCTION)
                .query_param("customerId", "SHOP01CUST001");
            then.status(200).json_body(answer);
        })
        .await
}

async fn confirmed(provider: &Rpi, hint: &Hint) -> Event {
    provider.confirm(hint).await.unwrap().into_inner()
}

#[tokio::test]
async fn a_callback_is_a_hint_until_the_provider_confirms_it() {
    let server = server().await;
    let provider = provider(&server);
    // The callback may claim what it likes: the provider's answer counts.
    told(&server, "TERMINATED", None).await;
    for name in CALLBACKS {
        let hint = hint(&provider, &body(name));
        let News::Charge(told) = confirmed(&provider, &hint).await.news else {
            panic!("a charge is news of its own");
        };
        assert_eq!(told.mandate.reference, *hint.reference());
        assert_eq!(told.mandate.status, MandateStatus::Terminated);
        assert_eq!(told.charge.proof, ChargeProof::Claimed);
        assert!(!told.charge.is_paid());
    }
}

#[tokio::test]
async fn each_charge_of_an_active_mandate_is_news_of_its_own() {
    let server = server().await;
    let provider = provider(&server);
    let hint = hint(&provider, &body(CALLBACKS[1]));
    let mut keys = Vec::new();
    for next in ["01-03-2030", "01-03-2030", "01-04-2030"] {
        let get = told(&server, "ACTIVE", Some(next)).await;
        keys.push(confirmed(&provider, &hint).await.key);
        get.delete_async().await;
    }
    assert_eq!(keys[0], keys[1]);
    assert_ne!(keys[1], keys[2]);
}

#[tokio::test]
async fn a_callback_about_an_instruction_of_another_reference_is_not_confirmed() {
    let server = server().await;
    let provider = provider(&server);
    told(&server, "ACTIVE", None).await;
    let mut callback = body(CALLBACKS[1]);
    callback["transactionId"] = json!("f".repeat(32));
    let hint = hint(&provider, &callback);
    let error = provider.confirm(&hint).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity);
}

#[tokio::test]
async fn what_only_the_callback_claims_is_not_confirmed() {
    // Every id of a callback may be made up: an answer that does not repeat the reference is about
    // nobody knows what.
    let server = server().await;
    let provider = provider(&server);
    let mut answer = body("other_get_response");
    answer["transactionId"] = Value::Null;
    answer["rpi"]["transactionId"] = Value::Null;
    answers(&server, answer).await;
    let mut callback = body(CALLBACKS[1]);
    callback["transactionId"] = json!("f".repeat(32));
    for callback in [callback, body(CALLBACKS[1])] {
        let hint = hint(&provider, &callback);
        let error = provider.confirm(&hint).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Integrity);
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert_eq!(error.reference(), Some(hint.reference()));
        // Who asks for a mandate of its own knows whose the ids are.
        let Hint::Charge(query, _) = hint else {
            panic!("a charge is news of its own");
        };
        provider.get(&query).await.unwrap();
    }
}

#[tokio::test]
async fn each_day_is_news_of_its_own_where_no_next_charge_is_told() {
    let server = server().await;
    let provider = provider(&server);
    let hint = hint(&provider, &body(CALLBACKS[1]));
    let mut keys = Vec::new();
    for answered in ["20300101000000", "20300101235959", "20300102000000"] {
        let mut answer = body("other_get_response");
        answer["transactionId"] = Value::Null;
        answer["responseTime"] = json!(answered);
        answer["rpi"]["nextChargeDate"] = Value::Null;
        let get = answers(&server, answer).await;
        keys.push(confirmed(&provider, &hint).await.key);
        get.delete_async().await;
    }
    assert_eq!(keys[0], keys[1]);
    assert_ne!(keys[1], keys[2]);
}

#[tokio::test]
async fn a_callback_without_the_providers_ids_is_asked_for_by_those_that_were_kept() {
    let server = server().await;
    let provider = provider(&server);
    told(&server, "ACTIVE", None).await;
    let mut callback = body(CALLBACKS[1]);
    callback["customerId"] = Value::Null;
    let hint = hint(&provider, &callback);
    let error = provider.confirm(&hint).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    let Hint::Charge(query, claim) = hint else {
        panic!("a charge is news of its own");
    };
    let kept = Hint::Charge(query.customer_id("SHOP01CUST001"), claim);
    confirmed(&provider, &kept).await;
}

#[test]
fn a_callback_of_any_bytes_is_no_panic() {
    let provider = Rpi::new(config("https://rpi.example")).unwrap();
    let whole = body(CALLBACKS[1]).to_string().into_bytes();
    for end in 0..whole.len() {
        assert!(provider.receive(&HeaderMap::new(), &whole[..end]).is_err());
    }
    for odd in [
        "null",
        "[]",
        "{}",
        r#"{"details": 1}"#,
        r#"{"details": {}}"#,
        r#"{"details": {"status": 1}}"#,
        r#"{"details": {"status": 1}, "transactionId": ""}"#,
        "\u{0}",
    ] {
        assert!(provider.receive(&HeaderMap::new(), odd.as_bytes()).is_err());
    }
}
