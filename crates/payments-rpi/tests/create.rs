//! A create against one answer at a time: what goes over the wire, and what comes of it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod common;

use std::{
    collections::HashSet,
    sync::{Arc, Mutex},
};

use chrono::{NaiveDate, TimeDelta, Utc};
use common::{
    CHANGE, CREATE, REFERENCE, asking, body, change_of, config, date, fixed, header, is_id,
    provider, query, server, variable,
};
use httpmock::{Mock, prelude::*};
use payments_core::{
    Customer, ErrorKind, MandateAmount, MandateRequest, MandateStatus, Mandates, Money, NextAction,
    Outcome, Reference,
};
use payments_rpi::{
    DateFormat, Rpi, StartDatePlace,
    types::{CreateInstructionRequest, FixedInstruction},
};
use serde_json::{Value, json};

async fn created<'a>(server: &'a MockServer, answer: Value) -> Mock<'a> {
    server
        .mock_async(|when, then| {
            when.method(POST).path(CREATE);
            then.status(201).json_body(answer);
        })
        .await
}

#[tokio::test]
async fn a_fixed_instruction_carries_every_header_and_no_maximum() {
    let server = server().await;
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
    let server = server().await;
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
    let provider = Rpi::new(config(&server.base_url()).date_format(DateFormat::MonthName)).unwrap();
    let mut request = variable(500_000, Some(75_000));
    request.bank_code = Some("008".into());
    request.notify = false;
    provider.create(&request).await.unwrap();
    create.assert_async().await;
}

#[tokio::test]
async fn the_first_date_and_the_schedule_are_sent_as_configured() {
    let server = server().await;
    let mut sent = body("other_create_fixed_request");
    let members = sent.as_object_mut().unwrap();
    let start = members.remove("startDate").unwrap();
    let every = json!({"every": 1, "of": "M", "times": 12, "startDate": start});
    members.insert("schedule".into(), every);
    let create = server
        .mock_async(|when, then| {
            when.path(CREATE).json_body(sent);
            then.status(201).json_body(body("other_create_response"));
        })
        .await;
    let config = config(&server.base_url())
        .start_date(StartDatePlace::Inside)
        .schedule_words("of,every,times,D,W,M".parse().unwrap());
    let provider = Rpi::new(config).unwrap();
    provider.create(&fixed()).await.unwrap();
    create.assert_async().await;
    // What is sent by hand may have its date in either place, but must have one.
    let mut request: CreateInstructionRequest =
        serde_json::from_value(body("other_create_fixed_request")).unwrap();
    if let CreateInstructionRequest::FixedInstruction(fixed) = &mut request {
        fixed.start_date = None;
    }
    let error = provider.create_rpi(&request).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(error.to_string().contains("startDate"), "{error}");
}

#[tokio::test]
async fn a_fixed_instruction_can_carry_a_maximum_although_it_needs_none() {
    let server = server().await;
    let mut sent = body("other_create_fixed_request");
    sent["maxBillAmount"] = json!(100_000);
    let whole = sent.clone();
    let create = server
        .mock_async(|when, then| {
            when.path(CREATE).json_body(whole);
            then.status(201).json_body(body("other_create_response"));
        })
        .await;
    sent.as_object_mut().unwrap().remove("maxBillAmount");
    let mut fixed: FixedInstruction = serde_json::from_value(sent).unwrap();
    fixed.max_bill_amount = Some(Money::idr(100_000).amount().into());
    let request = CreateInstructionRequest::FixedInstruction(fixed);
    provider(&server).create_rpi(&request).await.unwrap();
    create.assert_async().await;
}

#[tokio::test]
async fn the_calls_of_one_flow_carry_the_correlation_id_that_the_caller_chose() {
    let server = server().await;
    let flow = Rpi::new_flow().unwrap();
    let (create_flow, get_flow) = (flow.clone(), flow.clone());
    let create = server
        .mock_async(|when, then| {
            when.path(CREATE)
                .header("x-correlation-id", create_flow.clone())
                .header("a-correlation-id", create_flow);
            then.status(201).json_body(body("other_create_response"));
        })
        .await;
    let get = server
        .mock_async(|when, then| {
            when.path(common::INSTRUCTION)
                .header("x-correlation-id", get_flow);
            then.status(200).json_body(body("other_get_response"));
        })
        .await;
    let provider = provider(&server).in_flow(&flow).unwrap();
    provider.create(&fixed()).await.unwrap();
    // The mock repeats another id of the question: that the id arrived is what counts.
    let _ = provider.get(&query()).await;
    create.assert_async().await;
    get.assert_async().await;
    for wrong in ["", "short", "0123456789abcdef0123456789abcde-"] {
        let error = provider.in_flow(wrong).unwrap_err();
        assert!(error.to_string().contains("flow"), "{error}");
    }
}

#[tokio::test]
async fn the_page_is_found_wherever_it_stands() {
    for name in ["", "lower_case_url_", "bare_url_"] {
        let server = server().await;
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
        let server = server().await;
        created(&server, answer).await;
        let error = provider(&server).create(&fixed()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{error:?}");
        assert_eq!(error.kind(), ErrorKind::Integrity);
        assert_eq!(error.reference().unwrap().as_str(), REFERENCE);
        assert!(error.to_string().contains(field), "{error}");
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
        (
            with(|request| request.customer = Customer::default().phone("+62 0812 3456 789")),
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

#[test]
fn a_new_reference_is_what_the_provider_takes() {
    let reference = Rpi::new_reference().unwrap();
    assert!(is_id(reference.as_str()));
    assert_ne!(reference, Rpi::new_reference().unwrap());
}

#[tokio::test]
async fn a_phone_number_is_that_of_its_owner_however_it_is_written() {
    for written in [
        "08123456789",
        "+62 812-3456-789",
        "628123456789",
        "8123456789",
        "0062 812 3456 789",
    ] {
        let server = server().await;
        let create = server
            .mock_async(|when, then| {
                when.path(CREATE)
                    .json_body_includes(r#"{"phoneNumber": "628123456789"}"#);
                then.status(201).json_body(body("other_create_response"));
            })
            .await;
        let mut request = fixed();
        request.customer = Customer::default().phone(written);
        provider(&server).create(&request).await.unwrap();
        create.assert_async().await;
    }
}

#[tokio::test]
async fn the_deprecated_correlation_id_can_be_left_out() {
    let server = server().await;
    for (method, path, answer) in [
        (POST, CREATE, body("other_create_response")),
        (PUT, CHANGE, json!({"rpiCode": "RPI00000000001"})),
    ] {
        server
            .mock_async(|when, then| {
                when.method(method)
                    .path(path)
                    .header_exists("x-correlation-id")
                    .header_missing("a-correlation-id");
                then.status(200).json_body(answer);
            })
            .await;
    }
    let config = config(&server.base_url()).deprecated_correlation_id(false);
    let provider = Rpi::new(config).unwrap();
    provider.create(&fixed()).await.unwrap();
    provider
        .change_amount(&change_of(25_000, date("01-03-2030")))
        .await
        .unwrap();
}
