//! The common trait and the account's own operations against one answer at a time.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod common;

use std::sync::Arc;

use chrono::{Duration, Utc};
use common::{answers, bill, body, digiswitch, order, six};
use httpmock::prelude::*;
use payments_core::{
    BillInquiry, Bills, ErrorKind, Money, Outcome, PaymentStatus, ProviderClient, Topups,
    retry::{Clock, VirtualClock},
};
use payments_digiswitch::{Config, Details, Digiswitch, PROVIDER, bodies, types};
use payments_provider::operation::Operation;
use serde_json::{Value, json};

/// What is sent, whatever is answered.
async fn is_sent(server: &MockServer, expected: Value, answer: Value) -> httpmock::Mock<'_> {
    server
        .mock_async(|when, then| {
            when.method(POST).path("/transaction").json_body(expected);
            then.status(200).json_body(answer);
        })
        .await
}

#[tokio::test]
async fn a_bill_is_inquired_paid_and_asked_for_under_one_reference_each_by_its_own_command() {
    let server = MockServer::start_async().await;
    let sent = |command: &str| {
        json!({
            "command": command, "username": "user1", "code": "pln", "customer_no": "530000000001", "ref_id": "r1",
            "sign": "6e98ccfde4ac4569ce6ae7c52f9d062c",
        })
    };
    let mut answer = body("pln_pay_response");
    answer["data"]["ref_id"] = json!("r1");
    let mut mocks = Vec::new();
    for command in ["inq-pasca", "pay-pasca", "status-pasca"] {
        mocks.push(is_sent(&server, sent(command), answer.clone()).await);
    }
    let bills: Arc<dyn Bills> = Arc::new(digiswitch(&server));
    let bill = bill("r1", "pln", "530000000001");
    let inquiry = bills.inquire(&bill).await.unwrap();
    let payment = bills.pay(&inquiry).await.unwrap();
    assert_eq!(bills.status(&bill).await.unwrap(), payment);
    for mock in mocks {
        mock.assert_async().await;
    }
    assert_eq!(inquiry.amount, Some(Money::idr(11_000)));
    assert_eq!(payment.amount, inquiry.amount);
    assert_eq!(payment.cost, Some(Money::idr(10_000)));
    assert_eq!(payment.fee, Some(Money::idr(2_500)));
    assert_eq!(payment.status, PaymentStatus::Paid);
    assert_eq!(payment.receipt, None, "an empty serial number is none");
    let Some(Details::Pln(details)) = Details::of(&bill, &payment.raw) else {
        panic!("{payment:?}");
    };
    assert_eq!(
        details.detail.unwrap()[0].meter_awal.as_deref(),
        Some("00080000")
    );
}

#[tokio::test]
async fn every_printed_payment_is_paid_and_typed_by_the_product_of_its_request() {
    for product in digiswitch(&MockServer::start_async().await)
        .capabilities()
        .bills
        .unwrap()
        .products
    {
        let answer = body(&format!("{}_pay_response", product.code));
        let member = |name: &str| answer["data"][name].as_str().unwrap().to_owned();
        let bill = bill(&member("ref_id"), product.code, &member("customer_no"));
        let server = MockServer::start_async().await;
        answers(&server, 200, answer).await;
        let inquiry = BillInquiry::made_elsewhere(bill.clone());
        let payment = digiswitch(&server).pay(&inquiry).await.unwrap();
        assert_eq!(payment.status, PaymentStatus::Paid, "{}", product.code);
        assert!(
            payment.amount.is_some() && payment.cost.is_some(),
            "{}",
            product.code
        );
        let details = Details::of(&bill, &payment.raw).unwrap();
        assert!(!matches!(details, Details::Other(_)), "{}", product.code);
    }
}

#[tokio::test]
async fn the_printed_request_of_samsat_goes_out_without_the_blank_of_its_table() {
    let server = MockServer::start_async().await;
    let printed = body("samsat_pay_request");
    let number = printed["customer_no"].as_str().unwrap().to_owned();
    let reference = printed["ref_id"].as_str().unwrap().to_owned();
    let mut answer = body("samsat_pay_response");
    answer["data"]["ref_id"] = json!(reference);
    let mock = server
        .mock_async(|when, then| {
            when.json_body_includes(
                json!({"command": "pay-pasca", "customer_no": number}).to_string(),
            );
            then.status(200).json_body(answer);
        })
        .await;
    let spaced = number.replace(',', ", ");
    let inquiry = BillInquiry::made_elsewhere(bill(&reference, "samsat", &spaced));
    digiswitch(&server).pay(&inquiry).await.unwrap();
    mock.assert_async().await;
}

#[tokio::test]
async fn an_inquiry_of_another_day_is_refused_before_sending_unless_somebody_vouches_for_it() {
    let server = MockServer::start_async().await;
    let mock = answers(&server, 200, six("Pending", "03")).await;
    let old = BillInquiry::new(order(), Utc::now() - Duration::days(1));
    let error = digiswitch(&server).pay(&old).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(error.to_string().contains("inquired_at"), "{error}");
    mock.assert_calls_async(0).await;

    let vouched = BillInquiry::made_elsewhere(order());
    let payment = digiswitch(&server).pay(&vouched).await.unwrap();
    assert_eq!(payment.status, PaymentStatus::Pending);
}

#[tokio::test]
async fn the_day_of_an_inquiry_is_that_of_the_configured_clock_in_jakarta() {
    let server = MockServer::start_async().await;
    let mock = answers(&server, 200, six("Pending", "03")).await;
    // Midnight in Jakarta is at 17:00.
    let clock = VirtualClock::new("2020-02-14T16:59:00Z".parse().unwrap());
    let config = Config::new("user1", "k3y").unwrap().clock(clock.clone());
    let digiswitch = Digiswitch::new(config.base_url(&server.base_url()).unwrap()).unwrap();
    let inquiry = BillInquiry::new(order(), clock.now());
    digiswitch.pay(&inquiry).await.unwrap();
    clock.advance(std::time::Duration::from_secs(60));
    let error = digiswitch.pay(&inquiry).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    mock.assert_async().await;
}

#[tokio::test]
async fn the_account_tells_balance_prices_tickets_and_meters() {
    let server = MockServer::start_async().await;
    let serve = |path: &'static str, expected: Value, name: &'static str| {
        let server = &server;
        async move {
            server
                .mock_async(|when, then| {
                    when.path(path).json_body_includes(expected.to_string());
                    then.status(200).json_body(body(name));
                })
                .await
        }
    };
    let depo = json!({"sign": "4aedc1a8ebe2483d9c880c80c2389f5b"});
    let list = |command| json!({"command": command, "sign": "2a6f4e7766bb57b0077ab88bec411ae7"});
    serve("/cek-saldo", depo.clone(), "other_balance_response").await;
    serve("/deposit", depo, "other_deposit_ticket_response").await;
    serve(
        "/price-list",
        list("prepaid"),
        "other_prepaid_price_list_response",
    )
    .await;
    serve(
        "/price-list",
        list("pasca"),
        "other_postpaid_price_list_response",
    )
    .await;
    serve(
        "/token",
        json!({"customer_no": "32100000001"}),
        "other_pln_inquiry_response",
    )
    .await;

    let digiswitch = digiswitch(&server);
    let deposit = &body("other_balance_response")["data"]["deposit"];
    let balance = Topups::balance(&digiswitch).await.unwrap();
    assert_eq!(
        json!(balance.amount().to_string()),
        json!(deposit.to_string())
    );
    let ticket = types::DepositTicketRequest::new(Money::idr(10_000_000).amount(), "BCA", "Nama");
    let ticket = digiswitch.deposit_ticket(&ticket).await;
    let ticket = ticket.unwrap().body.data;
    assert_eq!(ticket.amount.to_string(), "10000001");
    assert!(!digiswitch.prepaid_prices(None).await.unwrap().is_empty());
    assert!(!digiswitch.postpaid_prices(None).await.unwrap().is_empty());
    let meter = types::PlnInquiryRequest::new("32100000001");
    assert!(digiswitch.inquire_pln(&meter).await.is_ok());
}

#[tokio::test]
async fn a_refusal_in_place_of_a_price_list_is_told_by_its_code() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path("/price-list");
            then.status(200)
                .json_body(body("other_price_list_limit_response"));
        })
        .await;
    let error = digiswitch(&server).prepaid_prices(None).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.code()),
        (ErrorKind::RateLimited, Some("83"))
    );
}

#[tokio::test]
async fn a_price_list_that_is_null_is_no_empty_list() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path("/price-list");
            then.status(200).json_body(json!({"data": null}));
        })
        .await;
    let error = digiswitch(&server).postpaid_prices(None).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
}

#[tokio::test]
async fn a_refusal_is_no_balance_though_it_tells_a_deposit() {
    let server = MockServer::start_async().await;
    let refusal = json!({"data": {"deposit": 0, "status": "Gagal", "rc": "45", "message": "IP"}});
    server
        .mock_async(|when, then| {
            when.path("/cek-saldo");
            then.status(200).json_body(refusal);
        })
        .await;
    let error = Topups::balance(&digiswitch(&server)).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.code()),
        (ErrorKind::Forbidden, Some("45"))
    );
}

#[tokio::test]
async fn a_balance_beside_something_that_cannot_be_read_is_no_balance() {
    let server = MockServer::start_async().await;
    let odd = json!({"data": {"deposit": 0, "status": "Gagal", "rc": "45", "customer_no": {}}});
    server
        .mock_async(|when, then| {
            when.path("/cek-saldo");
            then.status(200).json_body(odd);
        })
        .await;
    let error = Topups::balance(&digiswitch(&server)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
}

fn money(json: Value) -> Money {
    serde_json::from_value(json).unwrap()
}

#[tokio::test]
async fn what_the_provider_would_not_take_is_refused_before_sending_by_field_and_never_quotes_the_customer()
 {
    let server = MockServer::start_async().await;
    let mock = answers(&server, 200, six("Pending", "03")).await;
    let digiswitch = digiswitch(&server);
    let canary = "530000000001";
    for (bill, field) in [
        (bill("a/b", "pln", canary), "reference"),
        (bill(&"r".repeat(65), "pln", canary), "reference"),
        (bill("r1", "", canary), "code"),
        (bill("r1", "pln", " "), "customer_no"),
        (order().amount(Money::idr(0)), "amount"),
        (
            order().amount(money(json!({"amount": "1.5", "currency": "IDR"}))),
            "amount",
        ),
        (
            order().amount(money(json!({"amount": "15", "currency": "USD"}))),
            "amount",
        ),
    ] {
        let error = digiswitch.inquire(&bill).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        assert_eq!(error.reference(), Some(&bill.reference), "{error}");
        assert_eq!(error.provider(), Some(PROVIDER), "{error}");
        assert!(error.to_string().contains(field), "{error}");
        assert!(!format!("{error}{error:?}").contains(canary), "{error}");
    }
    mock.assert_calls_async(0).await;
}

#[test]
fn no_secret_and_no_personal_data_prints() {
    let config = Config::new("user1", "canary").unwrap();
    let config = config.callback_secrets(["canary"]).unwrap();
    let printed = format!("{config:?} {:?}", Digiswitch::new(config.clone()).unwrap());
    assert!(!printed.contains("canary"), "{printed}");
    let bill = bill("r1", "pln", "canary");
    assert!(!format!("{bill:?}").contains("canary"));
    let details = Details::new("other", &json!("canary"));
    assert!(!format!("{details:?}").contains("canary"));
}

#[test]
fn settings_that_cannot_be_right_are_refused_by_name() {
    let set = |name: &'static str, value: &'static str| {
        Config::from_variables(move |variable| match variable {
            variable if variable == name => Some(value.into()),
            "DIGISWITCH_USERNAME" => Some("user1".into()),
            "DIGISWITCH_API_KEY" => Some("k3y".into()),
            _ => None,
        })
    };
    assert!(set("DIGISWITCH_TENANT", "webpulsa").is_ok());
    for (name, value) in [
        ("DIGISWITCH_USERNAME", " "),
        ("DIGISWITCH_API_KEY", ""),
        ("DIGISWITCH_TENANT", "evil.example/"),
        ("DIGISWITCH_BASE_URL", "http://evil.example"),
        ("DIGISWITCH_TESTING", "yes"),
        ("DIGISWITCH_CALLBACK_SECRETS", "a,,b"),
        ("DIGISWITCH_CALLBACK_HEADERS", "X Signature"),
    ] {
        let error = set(name, value).unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{name}: {error}");
    }
}

#[test]
fn only_a_payment_a_topup_its_repeat_and_a_ticket_write() {
    let writing: Vec<_> = bodies::ALL
        .iter()
        .map(|bodies| bodies.operation)
        .filter(|operation| operation.effect == payments_provider::operation::Effect::Writes)
        .collect();
    let expected: [&Operation; 4] = [
        &bodies::DEPOSIT_TICKET,
        &bodies::PAY_BILL,
        &bodies::TOPUP,
        &bodies::TOPUP_STATUS,
    ];
    assert_eq!(writing, expected);
}
