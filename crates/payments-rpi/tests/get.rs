//! A question against one answer at a time.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod common;

use common::{INSTRUCTION, REFERENCE, body, date, header, is_id, provider, query, server};
use httpmock::{Mock, prelude::*};
use payments_core::{ErrorKind, MandateStatus, Mandates};
use serde_json::{Value, json};

async fn told<'a>(server: &'a MockServer, mut answer: Value) -> Mock<'a> {
    // The id of the question is new every time: here the envelope repeats the instruction's.
    answer["transactionId"] = json!(REFERENCE);
    server
        .mock_async(|when, then| {
            when.method(GET).path(INSTRUCTION);
            then.status(200).json_body(answer);
        })
        .await
}

#[tokio::test]
async fn a_question_has_an_id_of_its_own_and_tells_the_next_charge() {
    let server = server().await;
    let get = server
        .mock_async(|when, then| {
            when.method(GET)
                .path(INSTRUCTION)
                .query_param("customerId", "SHOP01CUST001")
                .query_param("merchantCode", "SHOP01")
                .header("content-type", "application/json")
                .header_missing("a-correlation-id")
                .is_true(|request| {
                    let params = request.query_params();
                    let id = params.iter().find(|(name, _)| name == "transactionId");
                    id.is_some_and(|(_, id)| is_id(id) && id != REFERENCE)
                        && is_id(&header(request, "x-correlation-id").unwrap())
                });
            let mut answer = body("other_get_response");
            answer["transactionId"] = json!(REFERENCE);
            then.status(200).json_body(answer);
        })
        .await;
    let mandate = provider(&server).get(&query()).await.unwrap();
    get.assert_async().await;
    assert_eq!(mandate.status, MandateStatus::Active);
    assert_eq!(mandate.raw_status, "ACTIVE");
    assert_eq!(mandate.next_charge_on, Some(date("01-02-2030")));
    assert_eq!(mandate.query(), query());
}

#[tokio::test]
async fn an_answer_that_says_little_is_about_what_was_asked() {
    let server = server().await;
    told(
        &server,
        json!({"rpi": {"nextChargeDate": "01-Feb-2030", "amount": null}}),
    )
    .await;
    let mandate = provider(&server).get(&query()).await.unwrap();
    assert_eq!(mandate.query(), query());
    assert_eq!(mandate.status, MandateStatus::Other(String::new()));
    assert_eq!(mandate.next_charge_on, Some(date("01-02-2030")));
}

#[tokio::test]
async fn an_answer_about_another_instruction_is_no_answer() {
    for (pointer, value) in [
        ("/rpi/rpiCode", "RPI00000000002"),
        ("/rpi/customerId", "SHOP01CUST002"),
        ("/rpi/transactionId", "fedcba9876543210fedcba9876543210"),
        ("/merchantCode", "SHOP02"),
    ] {
        let server = server().await;
        let mut answer = body("other_get_response");
        *answer.pointer_mut(pointer).unwrap() = json!(value);
        told(&server, answer).await;
        let error = provider(&server).get(&query()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Integrity, "{error:?}");
        let field = pointer.rsplit('/').next().unwrap();
        assert!(error.to_string().contains(field), "{error}");
        assert!(!error.to_string().contains(value), "{error}");
    }
}

#[tokio::test]
async fn an_answer_without_an_instruction_is_no_answer() {
    let server = server().await;
    told(&server, json!({"code": 200, "message": "ok"})).await;
    let error = provider(&server).get(&query()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity, "{error:?}");
}

#[tokio::test]
async fn an_envelope_with_the_id_of_another_call_is_no_answer() {
    let server = server().await;
    server
        .mock_async(|when, then| {
            when.path(INSTRUCTION);
            then.status(200).json_body(body("other_get_response"));
        })
        .await;
    let error = provider(&server).get(&query()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity, "{error:?}");
}
