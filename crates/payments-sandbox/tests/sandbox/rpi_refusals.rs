//! What RPI refuses: 400 for headers, 412 for parameters.

use serde_json::{Value, json};

use crate::{
    bench::Bench,
    rpi::{CREATE, change, create, created, fixed, refused, send_with, variable},
};

#[tokio::test]
async fn a_change_beyond_the_limits_is_refused() {
    let bench = Bench::start().await;
    let made = created(&bench, variable(1)).await;
    for (amount, date, named) in [
        ("30000", "10-03-2026", "two decimals"),
        ("9999.00", "10-03-2026", "10000"),
        ("100001.00", "10-03-2026", "maxBillAmount"),
        ("30000.00", "2026-03-10", "DD-MM-YYYY"),
    ] {
        refused(&change(&bench, &made, amount, date).await, 412, named);
    }
    let other = Bench::start().await;
    let made = created(&other, fixed(1)).await;
    refused(
        &change(&other, &made, "30000.00", "10-03-2026").await,
        412,
        "fixed",
    );
}

#[tokio::test]
async fn the_first_date_stands_beside_the_schedule_or_in_it() {
    for (beside, inside, is_right) in [
        (json!("03-03-2026"), json!(null), true),
        (json!(null), json!("03-03-2026"), true),
        (json!("03-03-2026"), json!("03-03-2026"), true),
        (json!("03-03-2026"), json!("04-03-2026"), false),
        (json!(null), json!(null), false),
        (json!(null), json!("01-03-2026"), false),
    ] {
        let bench = Bench::start().await;
        let mut body = fixed(1);
        body["startDate"] = beside;
        body["schedule"]["startDate"] = inside;
        let answer = create(&bench, 1, body.clone()).await;
        match is_right {
            true => assert_eq!(answer.status, 201, "{body}: {}", answer.body),
            false => refused(&answer, 412, "startDate"),
        }
    }
}

#[tokio::test]
async fn a_maximum_of_a_fixed_instruction_is_taken_and_bounds_its_amount() {
    for (maximum, status) in [(25_000, 201), (24_000, 412)] {
        let bench = Bench::start().await;
        let mut body = fixed(1);
        body["maxBillAmount"] = json!(maximum);
        let answer = create(&bench, 1, body).await;
        assert_eq!(answer.status, status, "{}", answer.body);
    }
}

#[tokio::test]
async fn wrong_headers_are_400_and_wrong_parameters_412() {
    let bench = Bench::start().await;
    let body = fixed(1).to_string();
    for (name, value) in [
        ("x-correlation-id", ""),
        ("x-correlation-id", "short"),
        ("a-correlation-id", "ffffffffffffffffffffffffffffffff"),
        ("a-merchant-code", "12345"),
        ("a-channel-id", ""),
        ("content-type", "text/plain"),
        ("content-type", "application/json; charset=utf-8"),
        ("accept", "*/*"),
        ("accept", "application/json, text/plain"),
        ("accept", ""),
    ] {
        let answer = send_with(&bench, "POST", CREATE, &[(name, value)], &body).await;
        let named = if name == "a-correlation-id" {
            "x-correlation-id"
        } else {
            name
        };
        assert_eq!(answer.status, 400, "{name}");
        let text = answer.body["errors"].to_string().to_lowercase();
        assert!(text.contains(named), "{text}");
    }
    for (name, value) in [
        ("transactionId", json!("short")),
        ("phoneNumber", json!("081234567890")),
        ("phoneNumber", json!("6281234567")),
        ("subscriptionType", json!(2)),
        ("amount", json!(9_999)),
        ("amount", Value::Null),
        ("currency", json!("USD")),
        ("schedule", json!([])),
        ("startDate", json!("01-03-2026")),
        ("productDetails", json!([])),
        ("notificationRequired", json!("X")),
        ("notificationConfig", json!([])),
        ("bankCode", json!("1")),
    ] {
        let mut wrong = fixed(1);
        wrong[name] = value;
        refused(&create(&bench, 1, wrong).await, 412, name);
    }
    let mut wrong = variable(1);
    wrong["amount"] = json!(100_001);
    refused(&create(&bench, 1, wrong).await, 412, "maxBillAmount");
    let mut today = variable(1);
    today["startDate"] = json!("02-03-2026");
    refused(&create(&bench, 1, today).await, 412, "amount");
    assert_eq!(bench.show("payments").await, json!([]));
}

#[tokio::test]
async fn a_transaction_and_a_flow_are_used_once() {
    let bench = Bench::start().await;
    created(&bench, fixed(1)).await;
    refused(&create(&bench, 1, fixed(1)).await, 412, "used before");
    refused(&create(&bench, 1, fixed(2)).await, 400, "earlier flow");
    assert_eq!(create(&bench, 2, fixed(2)).await.status, 201);
}
