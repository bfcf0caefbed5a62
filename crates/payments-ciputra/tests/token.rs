//! The access token: fetched once for any number of callers, renewed once when the provider no
//! longer takes it.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

use std::{error::Error as _, time::Duration};

use httpmock::prelude::*;
use payments_ciputra::{Ciputra, Config};
use payments_conformance::example;
use payments_core::{
    Customer, ErrorKind, Method, Money, Outcome, PaymentRequest, Payments, Reference,
};
use serde_json::{Value, json};

fn provider(server: &MockServer) -> Ciputra {
    Ciputra::new(Config::new(&server.base_url(), "key-canary", "secret-canary").unwrap()).unwrap()
}

fn request() -> PaymentRequest {
    let reference = Reference::new("ECL00001").unwrap();
    PaymentRequest::new(reference, Money::idr(2_000_000), Method::GOPAY)
        .customer(Customer::default().name("Jhonny"))
}

fn token(token: &str) -> Value {
    json!({"code": "00", "status": true, "access_token": token, "expires_in": 3600})
}

fn charged() -> Value {
    let mut answer = example("ciputra", "other_create_transaction_response").body;
    answer["data"]["external_id"] = json!("ECL00001");
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_callers_cause_one_token_request() {
    let server = MockServer::start_async().await;
    let tokens = server
        .mock_async(|when, then| {
            when.path("/auth/token");
            then.status(200)
                .delay(Duration::from_millis(50))
                .json_body(token("t-1"));
        })
        .await;
    server
        .mock_async(|when, then| {
            when.path("/api/transaction")
                .header("authorization", "Bearer t-1");
            then.status(200).json_body(charged());
        })
        .await;
    let provider = provider(&server);
    let callers: Vec<_> = (0..1000)
        .map(|_| {
            let provider = provider.clone();
            tokio::spawn(async move { provider.create(&request()).await.map(|_| ()) })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap().unwrap();
    }
    tokens.assert_calls_async(1).await;
}

#[tokio::test]
async fn a_token_that_is_no_longer_taken_is_renewed_once_and_the_charge_sent_again() {
    let server = MockServer::start_async().await;
    let first = server
        .mock_async(|when, then| {
            when.path("/auth/token");
            then.status(200).json_body(token("old"));
        })
        .await;
    let refused = server
        .mock_async(|when, then| {
            when.path("/api/transaction")
                .header("authorization", "Bearer old");
            then.status(401)
                .json_body(json!({"code": "401", "status": false}));
        })
        .await;
    let provider = provider(&server);
    // A renewal that brings the same token again ends in the refusal: one renewal, no more.
    let error = provider.create(&request()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert_eq!(error.outcome(), Outcome::Refused);
    first.assert_calls_async(2).await;
    refused.assert_calls_async(2).await;

    first.delete_async().await;
    let renewed = server
        .mock_async(|when, then| {
            when.path("/auth/token");
            then.status(200).json_body(token("new"));
        })
        .await;
    let taken = server
        .mock_async(|when, then| {
            when.path("/api/transaction")
                .header("authorization", "Bearer new");
            then.status(200).json_body(charged());
        })
        .await;
    provider.create(&request()).await.unwrap();
    provider.create(&request()).await.unwrap();
    renewed.assert_calls_async(1).await;
    taken.assert_calls_async(2).await;
}

#[tokio::test]
async fn a_charge_without_a_token_is_not_sent_and_tells_why() {
    let wrong = json!({"code": "99", "status": false, "message": "wrong key"});
    for (status, body, kind) in [
        (401, wrong.to_string(), ErrorKind::Unauthorized),
        (500, String::new(), ErrorKind::Unavailable),
        (200, wrong.to_string(), ErrorKind::Rejected),
        (200, "{}".into(), ErrorKind::Unreadable),
        (
            200,
            json!({"code": "00", "status": true}).to_string(),
            ErrorKind::Rejected,
        ),
    ] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.path("/auth/token");
                then.status(status).body(body);
            })
            .await;
        let charge = server
            .mock_async(|when, then| {
                when.path("/api/transaction");
                then.status(200);
            })
            .await;
        let error = provider(&server).create(&request()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error:?}");
        assert_eq!(error.kind(), kind, "{error:?}");
        assert!(error.source().is_some());
        charge.assert_calls_async(0).await;
    }
}

#[tokio::test]
async fn neither_keys_nor_token_show() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path("/auth/token");
            then.status(200).json_body(token("token-canary"));
        })
        .await;
    let config = Config::new(&server.base_url(), "key-canary", "secret-canary").unwrap();
    let provider = Ciputra::new(config.clone()).unwrap();
    let error = provider.create(&request()).await.unwrap_err();
    let mut shown = format!("{config:?}{provider:?}{error}{error:?}");
    let mut cause = error.source();
    while let Some(error) = cause {
        shown += &format!("{error}{error:?}");
        cause = error.source();
    }
    assert!(!shown.contains("canary"), "{shown}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_refusal_is_told_to_each_caller_and_nothing_goes_round_in_circles() {
    let server = MockServer::start_async().await;
    let tokens = server
        .mock_async(|when, then| {
            when.path("/auth/token");
            then.status(200)
                .delay(Duration::from_millis(50))
                .json_body(token("t-1"));
        })
        .await;
    let charges = server
        .mock_async(|when, then| {
            when.path("/api/transaction");
            then.status(401)
                .json_body(json!({"code": "401", "status": false, "message": "Token revoked"}));
        })
        .await;
    let provider = provider(&server);
    let callers: Vec<_> = (0..100)
        .map(|_| {
            let provider = provider.clone();
            tokio::spawn(async move { provider.create(&request()).await.unwrap_err() })
        })
        .collect();
    for caller in callers {
        let error = caller.await.unwrap();
        assert_eq!(error.kind(), ErrorKind::Unauthorized, "{error}");
        assert_eq!(error.outcome(), Outcome::Refused);
    }
    // Each sends twice; a token is fetched once for all who came back with the one before.
    assert_eq!(charges.calls_async().await, 200);
    assert!(tokens.calls_async().await <= 4);
}

#[tokio::test]
async fn a_lifetime_in_text_costs_no_token() {
    let server = MockServer::start_async().await;
    let tokens = server
        .mock_async(|when, then| {
            when.path("/auth/token");
            then.status(200).json_body(json!({
                "status": true, "code": "00", "message": "ok", "access_token": "opaque-1",
                "token_type": "Bearer", "expires_in": "3600",
            }));
        })
        .await;
    let charge = server
        .mock_async(|when, then| {
            when.path("/api/transaction")
                .header("authorization", "Bearer opaque-1");
            then.status(200).json_body(charged());
        })
        .await;
    let provider = provider(&server);
    for _ in 0..2 {
        provider.create(&request()).await.unwrap();
    }
    charge.assert_calls_async(2).await;
    // It lives for an hour.
    tokens.assert_calls_async(1).await;
}

#[tokio::test]
async fn a_notice_of_the_server_s_language_before_the_answer_leaves_it_open_and_shows_no_path() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path("/auth/token");
            then.status(200).json_body(token("t-1"));
        })
        .await;
    let charge = server
        .mock_async(|when, then| {
            when.method(POST).path("/api/transaction");
            then.status(200).header("content-type", "text/html").body(format!(
                "<br />\n<b>Warning</b>: Undefined variable in /var/www/x.php on line 12<br />\n{}",
                charged()
            ));
        })
        .await;
    let error = provider(&server).create(&request()).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(
        !format!("{error} {error:?}").contains("/var/www"),
        "{error:?}"
    );
    charge.assert_calls_async(1).await;
}
