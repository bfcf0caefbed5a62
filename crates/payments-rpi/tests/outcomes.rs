//! What a lost or refused answer means: to a create, to a change, to a question.

#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

mod common;

use std::time::Duration;

use common::{REFERENCE, body, change_of, config, date, fixed, query, server};
use httpmock::Then;
use payments_core::{Error, ErrorKind, Mandates, Outcome, SuggestedAction};
use payments_provider::http::Timeouts;
use payments_rpi::Rpi;
use serde_json::{Value, json};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Create,
    Change,
    Get,
}

const WRITES: [Step; 2] = [Step::Create, Step::Change];

fn provider(base_url: &str) -> Rpi {
    let timeouts = Timeouts::new(Duration::from_millis(400), Duration::from_millis(800));
    Rpi::new(config(base_url).timeouts(timeouts)).unwrap()
}

async fn failed(step: Step, base_url: &str) -> Error {
    let provider = provider(base_url);
    let date = date("01-03-2030");
    let error = match step {
        Step::Create => provider.create(&fixed()).await.map(|_| ()),
        Step::Get => provider.get(&query()).await.map(|_| ()),
        Step::Change => provider
            .change_amount(&change_of(25_000, date))
            .await
            .map(|_| ()),
    };
    let error = error.unwrap_err();
    let reference = error.reference().unwrap().as_str();
    assert!(reference.starts_with(REFERENCE), "{error:?}");
    error
}

/// The error of a call that is answered like this. It must be called once and never again.
async fn answered(step: Step, answer: impl FnOnce(Then)) -> Error {
    let server = server().await;
    let call = server
        .mock_async(|when, then| {
            when.path_prefix("/api/v1/rpi");
            answer(then);
        })
        .await;
    let error = failed(step, &server.base_url()).await;
    call.assert_calls_async(1).await;
    error
}

#[track_caller]
fn unknown(error: &Error, kind: ErrorKind) {
    assert_eq!(error.outcome(), Outcome::Unknown, "{error:?}");
    assert_eq!(error.kind(), kind, "{error:?}");
    // There is no asking by reference, and a repeat does no harm.
    assert_eq!(error.suggested_action(), SuggestedAction::RetryLater);
}

#[tokio::test]
async fn a_time_out_of_a_create_or_of_a_change_is_unknown() {
    for step in WRITES {
        let error = answered(step, |then| {
            then.status(200).delay(Duration::from_secs(2));
        })
        .await;
        unknown(&error, ErrorKind::Timeout);
        assert!(error.must_ask());
    }
}

#[tokio::test]
async fn trouble_at_the_provider_is_unknown_whatever_its_body_says() {
    let refusal = body("other_create_validation_refusal");
    for step in WRITES {
        for body in ["", "<html>", &refusal.to_string()] {
            for status in [500, 502, 504] {
                let error = answered(step, |then| {
                    then.status(status).body(body);
                })
                .await;
                unknown(&error, ErrorKind::Unavailable);
            }
        }
    }
}

#[tokio::test]
async fn a_success_that_cannot_be_read_or_contradicts_itself_is_unknown() {
    for step in WRITES {
        for (body, kind) in [
            ("", ErrorKind::Unreadable),
            ("<html>", ErrorKind::Unreadable),
            (
                r#"{"message": 1, "merchantCode": []}"#,
                ErrorKind::Unreadable,
            ),
            (
                r#"{"code": 412, "message": "precondition.failed"}"#,
                ErrorKind::Rejected,
            ),
        ] {
            let error = answered(step, |then| {
                then.status(200).body(body);
            })
            .await;
            unknown(&error, kind);
        }
    }
}

/// A success of a create and of a change, as far as it needs to be one.
fn success() -> Value {
    json!({"url": "https://pay.example/rpi/0001", "rpiCode": "RPI00000000001"})
}

#[tokio::test]
async fn a_success_that_lists_what_is_wrong_contradicts_itself() {
    for (member, wrong) in [
        (
            "errors",
            json!([{"code": "0002", "message": "wrong value"}]),
        ),
        ("errors", json!({"phoneNumber": "wrong"})),
        ("errors", json!("wrong")),
        ("ErrorCode", json!("invalid_client")),
        ("Error", json!("wrong")),
    ] {
        for step in WRITES {
            let mut answer = success();
            answer[member] = wrong.clone();
            let error = answered(step, |then| {
                then.status(200).json_body(answer);
            })
            .await;
            unknown(&error, ErrorKind::Rejected);
        }
    }
}

#[tokio::test]
async fn an_empty_list_of_what_is_wrong_and_a_code_that_is_no_http_status_contradict_nothing() {
    for (member, value) in [
        ("errors", json!([])),
        ("errors", json!({})),
        ("errors", json!("")),
        ("errors", Value::Null),
        ("Error", json!("")),
        ("code", json!("0304")),
        ("code", json!("0412")),
        ("code", json!(10404)),
    ] {
        let server = server().await;
        let mut answer = success();
        answer[member] = value;
        server
            .mock_async(|when, then| {
                when.path_prefix("/api/v1/rpi");
                then.status(201).json_body(answer.clone());
            })
            .await;
        let provider = provider(&server.base_url());
        let created = provider.create(&fixed()).await;
        assert!(created.is_ok(), "{answer}: {created:?}");
    }
}

#[tokio::test]
async fn a_documented_refusal_did_nothing_and_names_the_field() {
    for step in [Step::Create, Step::Change, Step::Get] {
        let header = body("other_create_header_refusal");
        let error = answered(step, |then| {
            then.status(400).json_body(header);
        })
        .await;
        assert_eq!(error.outcome(), Outcome::Refused);
        assert_eq!(error.code(), Some("0001"));
        assert!(error.to_string().contains("X-Correlation-ID"), "{error}");

        let parameter = body("other_create_validation_refusal");
        let error = answered(step, |then| {
            then.status(412).json_body(parameter);
        })
        .await;
        assert_eq!(error.outcome(), Outcome::Refused);
        assert_eq!(error.kind(), ErrorKind::Invalid);
        assert_eq!(error.suggested_action(), SuggestedAction::FixRequest);
        assert!(error.to_string().contains("wrong value: amount"), "{error}");
    }
}

#[tokio::test]
async fn a_status_that_the_document_lists_under_anothers_body_refuses_nothing_that_was_written() {
    for step in WRITES {
        for status in [400, 401, 403, 412] {
            for foreign in ["<html>Bad Request</html>", "", "[]"] {
                let error = answered(step, |then| {
                    then.status(status).body(foreign);
                })
                .await;
                assert_eq!(error.outcome(), Outcome::Unknown, "{status} {foreign}");
            }
        }
    }
}

#[tokio::test]
async fn a_status_that_the_document_does_not_list_is_a_refusal_only_if_it_ends_a_request() {
    let body = json!({"code": 409, "message": "?"});
    for (status, outcome) in [
        (403, Outcome::Refused),
        (429, Outcome::Refused),
        (409, Outcome::Unknown),
        (422, Outcome::Unknown),
    ] {
        for step in WRITES {
            let error = answered(step, |then| {
                then.status(status).json_body(body.clone());
            })
            .await;
            assert_eq!(error.outcome(), outcome, "{error:?}");
        }
    }
}

#[tokio::test]
async fn a_provider_that_cannot_be_reached_was_sent_nothing() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    for step in [Step::Create, Step::Change, Step::Get] {
        let error = failed(step, &url).await;
        assert_eq!(error.outcome(), Outcome::NotSent, "{error:?}");
        assert_eq!(error.kind(), ErrorKind::Connect, "{error:?}");
    }
}

#[tokio::test]
async fn a_lost_answer_to_a_question_only_asks_to_repeat_it() {
    let error = answered(Step::Get, |then| {
        then.status(200).delay(Duration::from_secs(2));
    })
    .await;
    unknown(&error, ErrorKind::Timeout);
}
