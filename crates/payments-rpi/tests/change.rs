//! A change of an amount against one answer at a time.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod common;

use chrono::{NaiveDate, TimeDelta, Utc};
use common::{
    CHANGE, REFERENCE, body, change_of, config, date, header, is_id, provider, query, server,
};
use httpmock::{Mock, prelude::*};
use payments_core::{
    AmountChangeRequest, AmountChangeStatus, ErrorKind, MandateQuery, Mandates, Money, Outcome,
    retry::VirtualClock,
};
use payments_rpi::Rpi;
use serde_json::{Value, json};

fn change_by(mandate: MandateQuery, rupiah: u64, date: NaiveDate) -> AmountChangeRequest {
    AmountChangeRequest::new(mandate, date, Money::idr(rupiah)).unwrap()
}

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
        .change_amount(&change_of(25_000, asked))
        .await
        .unwrap();
    change.assert_async().await;
    assert_eq!((changed.date, changed.amount), (asked, Money::idr(25_000)));
    assert_eq!(changed.status, AmountChangeStatus::AppliedElsewhere);
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
            .change_amount(&change_of(25_000, date("01-03-2030")))
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
            .change_amount(&change_by(query, 10_000, date("01-02-2030")))
            .await
            .unwrap_err();
        for error in [asked, changed] {
            assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
            assert!(error.to_string().contains(word), "{word}: {error}");
        }
    }
    let too_little = provider
        .change_amount(&change_of(9_999, date("01-02-2030")))
        .await
        .unwrap_err();
    assert_eq!(too_little.outcome(), Outcome::NotSent);
    let id = provider.get_rpi("RPI1", "C1", "short").await.unwrap_err();
    assert!(id.to_string().contains("transactionId"), "{id}");
    anything.assert_calls_async(0).await;
}

/// The answer to a change that succeeds.
async fn changes(server: &MockServer, answer: Value) -> Mock<'_> {
    server
        .mock_async(|when, then| {
            when.path(CHANGE);
            then.status(200).json_body(answer);
        })
        .await
}

#[tokio::test]
async fn a_change_for_a_day_that_has_begun_is_refused_before_sending() {
    // The charge of that day may be made: the next one would be changed in its place.
    let server = server().await;
    let change = changes(&server, json!({"rpiCode": "RPI00000000001"})).await;
    let today = (Utc::now() + TimeDelta::hours(7)).date_naive();
    let provider = provider(&server);
    let to = async |date| provider.change_amount(&change_of(25_000, date)).await;
    for late in [today, today - TimeDelta::days(1)] {
        let error = to(late).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent);
        let change = change_of(25_000, late);
        assert_eq!(error.reference(), Some(change.reference()));
        assert!(error.to_string().contains("date"), "{error}");
    }
    change.assert_calls_async(0).await;
    to(today + TimeDelta::days(1)).await.unwrap();
    change.assert_async().await;
}

#[tokio::test]
async fn the_day_is_that_of_the_configured_clock_and_of_when_a_change_arrives() {
    let server = server().await;
    let change = changes(&server, json!({"rpiCode": "RPI00000000001"})).await;
    let to = async |date: &str, now: &str| {
        let clock = VirtualClock::new(now.parse().unwrap());
        let config = config(&server.base_url()).clock(clock);
        let change = change_of(25_000, date.parse().unwrap());
        Rpi::new(config).unwrap().change_amount(&change).await
    };
    // Midnight in Jakarta is at 17:00.
    to("2020-02-15", "2020-02-14T16:54:00Z").await.unwrap();
    for late in ["2020-02-14T16:56:00Z", "2020-02-14T17:00:00Z"] {
        let error = to("2020-02-15", late).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    }
    change.assert_async().await;
}

#[tokio::test]
async fn a_change_that_nothing_of_the_answer_repeats_is_unknown() {
    for (answer, is_told) in [
        (json!({}), false),
        (
            json!({"code": 200, "message": "ok", "merchantCode": "SHOP01"}),
            false,
        ),
        (
            json!({"transactionId": REFERENCE, "currency": "IDR"}),
            false,
        ),
        (json!({"rpiCode": "RPI00000000001"}), true),
        (json!({"amount": "25000.00"}), true),
        (json!({"date": "01-03-2030"}), true),
    ] {
        let server = server().await;
        changes(&server, answer.clone()).await;
        let changed = provider(&server)
            .change_amount(&change_of(25_000, date("01-03-2030")))
            .await;
        match is_told {
            true => assert!(changed.is_ok(), "{answer}"),
            false => assert_eq!(changed.unwrap_err().outcome(), Outcome::Unknown, "{answer}"),
        }
    }
}

#[tokio::test]
async fn the_amount_of_somebody_else_is_not_quoted() {
    let server = server().await;
    changes(&server, json!({"amount": "987654.00"})).await;
    let error = provider(&server)
        .change_amount(&change_of(25_000, date("01-03-2030")))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity);
    assert!(!error.to_string().contains("987654"), "{error}");
}
