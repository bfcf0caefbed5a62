//! A change of an amount against one answer at a time.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod common;

use common::{CHANGE, REFERENCE, body, date, header, is_id, provider, query, server};
use httpmock::prelude::*;
use payments_core::{ErrorKind, MandateQuery, Mandates, Money, Outcome};
use serde_json::{Value, json};

#[tokio::test]
async fn a_change_sends_two_zeros_and_tells_which_charge_was_changed() {
    let server = server().await;
    let change = server
        .mock_async(|when, then| {
            when.method(PUT)
                .path(CHANGE)
                .header("a-merchant-code", "SHOP01")
                .header("a-channel-id", "WEB")
                .body_includes(r#""amount":25000.00,"#)
                .json_body_includes(
                    r#"{"customerId": "SHOP01CUST001", "rpiCode": "RPI00000000001", "currency": "IDR", "date": "15-02-2030"}"#,
                )
                .is_true(|request| {
                    let flow = header(request, "x-correlation-id").unwrap();
                    let sent: Value = serde_json::from_slice(request.body_ref()).unwrap();
                    let id = sent["transactionId"].as_str().unwrap();
                    is_id(&flow)
                        && header(request, "a-correlation-id").as_ref() == Some(&flow)
                        && is_id(id)
                        && id != REFERENCE
                });
            let mut answer = body("other_update_response");
            answer["transactionId"] = json!(REFERENCE);
            then.status(200).json_body(answer);
        })
        .await;
    let asked = date("15-02-2030");
    let changed = provider(&server)
        .change_amount(&query(), Money::idr(25_000), asked)
        .await
        .unwrap();
    change.assert_async().await;
    assert_eq!((changed.date, changed.amount), (asked, Money::idr(25_000)));
    // Nothing was scheduled on the 15th.
    assert_eq!(changed.applied_on, Some(date("01-03-2030")));
}

#[tokio::test]
async fn a_change_of_another_instruction_or_to_another_amount_is_unknown() {
    for (name, value) in [
        ("rpiCode", json!("RPI00000000002")),
        ("customerId", json!("SHOP01CUST002")),
        ("amount", json!("52000.00")),
        ("amount", json!(-1)),
        ("currency", json!("USD")),
        ("transactionId", json!("f".repeat(32))),
    ] {
        let server = server().await;
        server
            .mock_async(|when, then| {
                when.path(CHANGE);
                let mut answer = body("other_update_response");
                answer["transactionId"] = json!(REFERENCE);
                answer[name] = value;
                then.status(200).json_body(answer);
            })
            .await;
        let error = provider(&server)
            .change_amount(&query(), Money::idr(25_000), date("01-03-2030"))
            .await
            .unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{error:?}");
        assert_eq!(error.kind(), ErrorKind::Integrity);
        assert!(error.to_string().contains(name), "{error}");
    }
}

#[tokio::test]
async fn a_wrong_question_or_change_is_refused_before_sending() {
    let server = MockServer::start_async().await;
    let anything = server
        .mock_async(|_, then| {
            then.status(200);
        })
        .await;
    let provider = provider(&server);
    let bare = MandateQuery::new(query().reference);
    for (query, word) in [
        (bare.clone(), "provider_id"),
        (bare.clone().provider_id("RPI1"), "customer_id"),
        (query().provider_id("bill-amount"), "rpiCode"),
        (query().provider_id(".."), "rpiCode"),
        (query().provider_id(""), "rpiCode"),
        (query().customer_id("a&b"), "customerId"),
    ] {
        let asked = provider.get(&query).await.unwrap_err();
        let changed = provider
            .change_amount(&query, Money::idr(10_000), date("01-02-2030"))
            .await
            .unwrap_err();
        for error in [asked, changed] {
            assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
            assert!(error.to_string().contains(word), "{word}: {error}");
        }
    }
    let too_little = provider
        .change_amount(&query(), Money::idr(9_999), date("01-02-2030"))
        .await
        .unwrap_err();
    assert_eq!(too_little.outcome(), Outcome::NotSent);
    let id = provider.get_rpi("RPI1", "C1", "short").await.unwrap_err();
    assert!(id.to_string().contains("transactionId"), "{id}");
    anything.assert_calls_async(0).await;
}
