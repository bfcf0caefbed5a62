//! The common trait against one answer at a time: what goes over the wire, and what comes of it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::{
    collections::HashSet,
    sync::{Arc, Mutex},
};

use chrono::{NaiveDate, TimeDelta, Utc};
use httpmock::{HttpMockRequest, Mock, prelude::*};
use payments_conformance::example;
use payments_core::{
    Customer, ErrorKind, IntervalUnit, MandateAmount, MandateQuery, MandateRequest, MandateStatus,
    Mandates, Money, NextAction, Outcome, Product, Reference, Schedule,
};
use payments_rpi::{Config, DateFormat, Rpi};
use serde_json::{Value, json};

const REFERENCE: &str = "0123456789abcdef0123456789abcdef";
const CREATE: &str = "/api/v1/rpi";
const INSTRUCTION: &str = "/api/v1/rpi/RPI00000000001";
const CHANGE: &str = "/api/v1/rpi/bill-amount";

fn config(server: &MockServer) -> Config {
    Config::new("id", "secret", "SHOP01", "WEB")
        .unwrap()
        .base_url(&server.base_url())
        .unwrap()
}

fn provider(server: &MockServer) -> Rpi {
    Rpi::new(config(server)).unwrap()
}

fn body(name: &str) -> Value {
    example("rpi", name).body
}

async fn token(server: &MockServer) {
    server
        .mock_async(|when, then| {
            when.path("/v1/oauth/client_credential/accesstoken");
            then.status(200).json_body(body("other_token_response"));
        })
        .await;
}

fn date(text: &str) -> NaiveDate {
    DateFormat::read(text).unwrap()
}

fn fixed() -> MandateRequest {
    asking(MandateAmount::Fixed {
        amount: Money::idr(50_000),
    })
}

fn variable(maximum: u64, first: Option<u64>) -> MandateRequest {
    asking(MandateAmount::Variable {
        maximum: Money::idr(maximum),
        first: first.map(Money::idr),
    })
}

fn asking(amount: MandateAmount) -> MandateRequest {
    MandateRequest::new(
        Reference::new(REFERENCE).unwrap(),
        amount,
        Schedule {
            start: date("01-02-2030"),
            unit: IntervalUnit::Month,
            interval: 1,
            occurrences: Some(12),
        },
        Customer::default().phone("08000000001"),
        Product {
            name: "Premium plan".into(),
            code: "PLAN-1".into(),
        },
    )
}

fn query() -> MandateQuery {
    MandateQuery::new(Reference::new(REFERENCE).unwrap())
        .provider_id("RPI00000000001")
        .customer_id("SHOP01CUST001")
}

fn header(request: &HttpMockRequest, name: &str) -> Option<String> {
    let headers = request.headers();
    Some(headers.get(name)?.to_str().unwrap().to_owned())
}

fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

async fn created<'a>(server: &'a MockServer, answer: Value) -> Mock<'a> {
    server
        .mock_async(|when, then| {
            when.method(POST).path(CREATE);
            then.status(201).json_body(answer);
        })
        .await
}

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
async fn a_fixed_instruction_carries_every_header_and_no_maximum() {
    let server = MockServer::start_async().await;
    token(&server).await;
    let flows = Arc::new(Mutex::new(HashSet::new()));
    let seen = Arc::clone(&flows);
    let create = server
        .mock_async(|when, then| {
            when.method(POST)
                .path(CREATE)
                .header("content-type", "application/json")
                .header("accept", "application/json")
                .header("authorization", "Bearer sample-token-of-28-character")
                .header("a-merchant-code", "SHOP01")
                .header("a-channel-id", "WEB")
                .header_missing("api-version")
                .json_body(body("other_create_fixed_request"))
                .is_true(move |request| {
                    let flow = header(request, "x-correlation-id").unwrap();
                    let deprecated = header(request, "a-correlation-id");
                    let right = is_id(&flow) && deprecated.as_ref() == Some(&flow);
                    seen.lock().unwrap().insert(flow);
                    right
                });
            then.status(201).json_body(body("other_create_response"));
        })
        .await;
    let provider: Arc<dyn Mandates> = Arc::new(provider(&server));
    let mandate = provider.create(&fixed()).await.unwrap();
    assert_eq!(mandate.status, MandateStatus::Pending);
    assert_eq!(
        mandate.answered_at.unwrap().to_rfc3339(),
        "2030-01-01T03:00:00+00:00"
    );
    provider.create(&fixed()).await.unwrap();
    create.assert_calls_async(2).await;
    // A correlation id is never used again.
    assert_eq!(flows.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn a_variable_instruction_carries_its_maximum_and_dates_as_configured() {
    let server = MockServer::start_async().await;
    token(&server).await;
    let mut sent = body("other_create_variable_first_amount_request");
    let members = sent.as_object_mut().unwrap();
    members.remove("notificationConfig");
    members.remove("additionalInfo");
    members.insert("transactionId".into(), json!(REFERENCE));
    members.insert("notificationRequired".into(), json!("N"));
    let create = server
        .mock_async(|when, then| {
            when.path(CREATE).json_body(sent);
            then.status(201).json_body(body("other_create_response"));
        })
        .await;
    let provider = Rpi::new(config(&server).date_format(DateFormat::MonthName)).unwrap();
    let mut request = variable(500_000, Some(75_000));
    request.bank_code = Some("008".into());
    request.notify = false;
    provider.create(&request).await.unwrap();
    create.assert_async().await;
}

#[tokio::test]
async fn the_page_is_found_wherever_it_stands() {
    for name in ["", "lower_case_url_", "bare_url_"] {
        let server = MockServer::start_async().await;
        token(&server).await;
        created(&server, body(&format!("other_create_{name}response"))).await;
        let mandate = provider(&server).create(&fixed()).await.unwrap();
        let url = "https://pay.example/rpi/0001".into();
        assert_eq!(mandate.next_actions, [NextAction::Redirect { url }]);
    }
}

#[tokio::test]
async fn a_create_without_a_page_or_for_somebody_else_is_unknown() {
    let odd = |name: &str, value: Value| {
        let mut answer = body("other_create_response");
        answer[name] = value;
        answer
    };
    for (answer, field) in [
        (odd("webview", json!({"URL": ""})), "webview"),
        (odd("webview", json!("https://pay.example")), "webview"),
        (odd("transactionId", json!("f".repeat(32))), "transactionId"),
        (odd("merchantCode", json!("SHOP02")), "merchantCode"),
    ] {
        let server = MockServer::start_async().await;
        token(&server).await;
        created(&server, answer).await;
        let error = provider(&server).create(&fixed()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{error:?}");
        assert_eq!(error.kind(), ErrorKind::Integrity);
        assert_eq!(error.reference().unwrap().as_str(), REFERENCE);
        assert!(error.to_string().contains(field), "{error}");
    }
}

#[tokio::test]
async fn a_question_has_an_id_of_its_own_and_tells_the_next_charge() {
    let server = MockServer::start_async().await;
    token(&server).await;
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
    let server = MockServer::start_async().await;
    token(&server).await;
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
        let server = MockServer::start_async().await;
        token(&server).await;
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
    let server = MockServer::start_async().await;
    token(&server).await;
    told(&server, json!({"code": 200, "message": "ok"})).await;
    let error = provider(&server).get(&query()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity, "{error:?}");
}

#[tokio::test]
async fn an_envelope_with_the_id_of_another_call_is_no_answer() {
    let server = MockServer::start_async().await;
    token(&server).await;
    server
        .mock_async(|when, then| {
            when.path(INSTRUCTION);
            then.status(200).json_body(body("other_get_response"));
        })
        .await;
    let error = provider(&server).get(&query()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity, "{error:?}");
}

#[tokio::test]
async fn a_change_sends_two_zeros_and_tells_which_charge_was_changed() {
    let server = MockServer::start_async().await;
    token(&server).await;
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
        let server = MockServer::start_async().await;
        token(&server).await;
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
async fn a_wrong_request_is_refused_before_sending_naming_field_and_value() {
    let server = MockServer::start_async().await;
    let anything = server
        .mock_async(|_, then| {
            then.status(200);
        })
        .await;
    let provider = provider(&server);
    let with = |change: fn(&mut MandateRequest)| {
        let mut request = fixed();
        change(&mut request);
        request
    };
    let amount = |amount| asking(MandateAmount::Fixed { amount });
    let cents = Money::new("10000.5".parse().unwrap(), payments_core::Currency::IDR).unwrap();
    let mut today = variable(500_000, None);
    today.schedule.start = (Utc::now() + TimeDelta::hours(7)).date_naive();
    for (request, word) in [
        (
            amount(Money::idr(9_999)),
            "amount: expected at least IDR 10000",
        ),
        (amount(cents), "IDR 10000.5"),
        (variable(9_999, None), "maximum.amount"),
        (variable(500_000, Some(9_999)), "first.amount"),
        (variable(500_000, Some(500_001)), "first.amount"),
        (today, "first"),
        (
            with(|request| request.customer = Customer::default()),
            "customer.phone",
        ),
        (with(|request| request.products.clear()), "productDetails"),
        (
            with(|request| request.products[0].name.clear()),
            "productDetails.name",
        ),
        (
            with(|request| request.schedule.interval = 0),
            "schedule.interval",
        ),
        (
            with(|request| request.schedule.occurrences = Some(0)),
            "schedule.numberOfOccurrences",
        ),
        (
            with(|request| request.schedule.start = NaiveDate::MAX),
            "startDate",
        ),
        (
            with(|request| request.bank_code = Some("BCA".into())),
            "bankCode",
        ),
        (
            with(|request| request.reference = Reference::new("order-1").unwrap()),
            "transactionId",
        ),
    ] {
        let error = provider.create(&request).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        assert_eq!(error.reference(), Some(&request.reference));
        assert!(
            error.to_string().contains(word),
            "{word} is not in: {error}"
        );
    }
    anything.assert_calls_async(0).await;
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

#[test]
fn a_new_reference_is_what_the_provider_takes() {
    let reference = Rpi::new_reference().unwrap();
    assert!(is_id(reference.as_str()));
    assert_ne!(reference, Rpi::new_reference().unwrap());
}
