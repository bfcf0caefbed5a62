//! The access token: fetched once for any number of callers, renewed once when the provider no
//! longer takes it.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

mod common;

use std::{
    error::Error as _,
    sync::{Arc, Mutex},
    time::Duration,
};

use common::{CREATE, INSTRUCTION, TOKEN, body, query};
use httpmock::prelude::*;
use payments_core::{ErrorKind, Mandates, Outcome};
use payments_rpi::{Config, Rpi, types};
use serde_json::{Value, json};

fn config(server: &MockServer) -> Config {
    Config::new("id-canary&1", "s+canary=2", "SHOP01", "WEB")
        .unwrap()
        .base_url(&server.base_url())
        .unwrap()
}

fn provider(server: &MockServer) -> Rpi {
    Rpi::new(config(server)).unwrap()
}

fn token(token: &str) -> Value {
    json!({"accessToken": token, "expiresIn": "3599", "tokenType": "BearerToken"})
}

fn told() -> Value {
    let mut answer = body("other_get_response");
    answer["transactionId"] = json!(query().reference);
    answer
}

#[tokio::test]
async fn the_token_is_asked_for_by_a_form_and_sent_as_a_bearer() {
    let server = MockServer::start_async().await;
    let tokens = server
        .mock_async(|when, then| {
            when.method(POST)
                .path(TOKEN)
                .query_param("grant_type", "client_credentials")
                .header("content-type", "application/x-www-form-urlencoded")
                .header_missing("authorization")
                .body("client_id=id-canary%261&client_secret=s%2Bcanary%3D2");
            then.status(200).json_body(body("other_token_response"));
        })
        .await;
    let get = server
        .mock_async(|when, then| {
            when.path(INSTRUCTION)
                .header("authorization", "Bearer sample-token-of-28-character");
            then.status(200).json_body(told());
        })
        .await;
    let provider = provider(&server);
    provider.get(&query()).await.unwrap();
    provider.get(&query()).await.unwrap();
    tokens.assert_calls_async(1).await;
    get.assert_calls_async(2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_callers_cause_one_token_request() {
    let server = MockServer::start_async().await;
    let tokens = server
        .mock_async(|when, then| {
            when.path(TOKEN);
            then.status(200)
                .delay(Duration::from_millis(50))
                .json_body(token("t-1"));
        })
        .await;
    server
        .mock_async(|when, then| {
            when.path(INSTRUCTION).header("authorization", "Bearer t-1");
            then.status(200).json_body(told());
        })
        .await;
    let provider = provider(&server);
    let callers: Vec<_> = (0..1000)
        .map(|_| {
            let provider = provider.clone();
            tokio::spawn(async move { provider.get(&query()).await.map(|_| ()) })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap().unwrap();
    }
    tokens.assert_calls_async(1).await;
}

#[tokio::test]
async fn a_token_that_is_no_longer_taken_is_renewed_once_and_the_call_sent_again() {
    let server = MockServer::start_async().await;
    let first = server
        .mock_async(|when, then| {
            when.path(TOKEN);
            then.status(200).json_body(token("old"));
        })
        .await;
    let refused = server
        .mock_async(|when, then| {
            when.path(INSTRUCTION).header("authorization", "Bearer old");
            then.status(401)
                .json_body(body("other_create_token_refusal"));
        })
        .await;
    let provider = provider(&server);
    // A renewal that brings the same token again ends in the refusal: one renewal, no more.
    let error = provider.get(&query()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert_eq!(error.outcome(), Outcome::Refused);
    first.assert_calls_async(2).await;
    refused.assert_calls_async(2).await;

    first.delete_async().await;
    let renewed = server
        .mock_async(|when, then| {
            when.path(TOKEN);
            then.status(200).json_body(token("new"));
        })
        .await;
    let taken = server
        .mock_async(|when, then| {
            when.path(INSTRUCTION).header("authorization", "Bearer new");
            then.status(200).json_body(told());
        })
        .await;
    provider.get(&query()).await.unwrap();
    provider.get(&query()).await.unwrap();
    renewed.assert_calls_async(1).await;
    taken.assert_calls_async(2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn callers_whose_token_ends_at_the_same_time_share_one_renewal() {
    let server = MockServer::start_async().await;
    let first = server
        .mock_async(|when, then| {
            when.path(TOKEN);
            then.status(200).json_body(token("old"));
        })
        .await;
    for (old_or_new, status) in [("old", 401), ("new", 200)] {
        server
            .mock_async(|when, then| {
                when.path(INSTRUCTION)
                    .header("authorization", format!("Bearer {old_or_new}"));
                then.status(status).json_body(told());
            })
            .await;
    }
    let provider = provider(&server);
    provider.get(&query()).await.unwrap_err();
    first.delete_async().await;
    let renewed = server
        .mock_async(|when, then| {
            when.path(TOKEN);
            then.status(200)
                .delay(Duration::from_millis(50))
                .json_body(token("new"));
        })
        .await;
    let callers: Vec<_> = (0..100)
        .map(|_| {
            let provider = provider.clone();
            tokio::spawn(async move { provider.get(&query()).await.map(|_| ()) })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap().unwrap();
    }
    renewed.assert_calls_async(1).await;
}

#[tokio::test]
async fn a_create_that_is_sent_again_keeps_its_reference_and_begins_a_new_flow() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path(TOKEN);
            then.status(200).json_body(token("t-1"));
        })
        .await;
    let sent = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&sent);
    server
        .mock_async(|when, then| {
            when.path(CREATE).is_true(move |request| {
                let flow = request.headers()["x-correlation-id"].clone();
                seen.lock().unwrap().push((flow, request.body_vec()));
                true
            });
            then.status(401)
                .body(r#"{"code": "401", "message": "Unauthorized"}"#);
        })
        .await;
    let request = body("other_create_fixed_request");
    let request: types::CreateInstructionRequest = serde_json::from_value(request).unwrap();
    provider(&server).create_rpi(&request).await.unwrap_err();
    let sent = sent.lock().unwrap();
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[0].1, sent[1].1);
    // A request whose flow was begun before would be refused.
    assert_ne!(sent[0].0, sent[1].0);
}

#[tokio::test]
async fn a_create_that_somebody_else_refused_is_unknown_and_costs_the_token() {
    let server = MockServer::start_async().await;
    let fetched = server
        .mock_async(|when, then| {
            when.path(TOKEN);
            then.status(200).json_body(token("old"));
        })
        .await;
    // A firewall in front of the provider: it may have replaced the answer to a create that was
    // done.
    let created = server
        .mock_async(|when, then| {
            when.path(CREATE);
            then.status(401).body("<html>401</html>");
        })
        .await;
    let request = body("other_create_fixed_request");
    let request: types::CreateInstructionRequest = serde_json::from_value(request).unwrap();
    let provider = provider(&server);
    for calls in 1..=2 {
        let error = provider.create_rpi(&request).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert_eq!(error.kind(), ErrorKind::Unauthorized);
        created.assert_calls_async(calls).await;
        // If it was the token after all, the next call has another.
        fetched.assert_calls_async(calls).await;
    }
}

#[tokio::test]
async fn a_call_without_a_token_is_not_sent_and_tells_why() {
    let wrong = body("other_token_refusal");
    for (status, body, kind) in [
        (401, wrong.to_string(), ErrorKind::Unauthorized),
        (500, String::new(), ErrorKind::Unavailable),
        (200, wrong.to_string(), ErrorKind::Unreadable),
        (200, "{}".into(), ErrorKind::Unreadable),
        (200, token("").to_string(), ErrorKind::Rejected),
    ] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.path(TOKEN);
                then.status(status).body(body);
            })
            .await;
        let get = server
            .mock_async(|when, then| {
                when.path(INSTRUCTION);
                then.status(200);
            })
            .await;
        let error = provider(&server).get(&query()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error:?}");
        assert_eq!(error.kind(), kind, "{error:?}");
        assert!(error.source().is_some());
        get.assert_calls_async(0).await;
    }
}
