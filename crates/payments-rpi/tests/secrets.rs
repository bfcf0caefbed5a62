//! A secret or a customer never shows, wherever the client is printed.

#![allow(clippy::unwrap_used)]

mod common;

use std::error::Error as _;

use httpmock::prelude::*;
use payments_core::{Callbacks, Customer, MandateRequest, Mandates};
use payments_rpi::{Config, Rpi};
use reqwest::header::HeaderMap;
use serde_json::json;

const PHONE: &str = "628777000111";
const NATIONAL: &str = "08777000111";

fn is_clean(text: &str) {
    for secret in ["canary", PHONE, NATIONAL, "8777000111"] {
        assert!(!text.contains(secret), "{secret} shows in: {text}");
    }
}

fn all_is_clean(error: &payments_core::Error) {
    is_clean(&format!("{error}{error:?}{error:#?}"));
    let mut cause = error.source();
    while let Some(error) = cause {
        is_clean(&format!("{error}{error:?}"));
        cause = error.source();
    }
}

fn config() -> Config {
    Config::new("id-canary", "secret-canary", "SHOP01", "WEB").unwrap()
}

fn request(phone: &str) -> MandateRequest {
    let mut request = common::fixed();
    request.customer = Customer::default().phone(phone);
    request
}

#[tokio::test]
async fn neither_client_nor_error_nor_mandate_prints_a_secret() {
    let server = MockServer::start_async().await;
    let config = config().base_url(&server.base_url()).unwrap();
    is_clean(&format!("{config:?}"));
    let provider = Rpi::new(config).unwrap();
    is_clean(&format!("{:?}", request(NATIONAL)));
    server
        .mock_async(|when, then| {
            when.path(common::TOKEN);
            then.status(200).json_body(json!({
                "accessToken": "token-canary", "clientId": "id-canary", "developer.email": "canary@shop.example",
            }));
        })
        .await;

    let url = "https://pay.example/rpi/0001";
    for (status, body) in [
        (201, json!({"url": url, "phoneNumber": PHONE})),
        (201, json!({"url": url, "transactionId": PHONE})),
        (201, json!({"url": url, "merchantCode": PHONE})),
        (201, json!({"url": [PHONE]})),
        (201, json!({"phone": PHONE})),
        (201, json!({"code": 412, "message": PHONE})),
        (
            412,
            json!({"code": 412, "errors": [{"code": "0002", "message": format!("phoneNumber {PHONE}, is wrong")}]}),
        ),
        (
            412,
            json!({"code": 412, "errors": [{"message": "wrong value", "details": PHONE}]}),
        ),
        (500, json!({"phone": PHONE})),
    ] {
        let create = server
            .mock_async(|when, then| {
                when.path("/api/v1/rpi");
                then.status(status)
                    .header("x-echo", "canary")
                    .json_body(body);
            })
            .await;
        match provider.create(&request(NATIONAL)).await {
            Ok(mandate) => is_clean(&format!("{mandate:?}{mandate:#?}")),
            Err(error) => all_is_clean(&error),
        }
        create.assert_calls_async(1).await;
        create.delete_async().await;
    }
    is_clean(&format!("{provider:?}{provider:#?}"));
}

#[tokio::test]
async fn a_wrong_phone_number_is_told_without_its_value() {
    let provider = Rpi::new(config()).unwrap();
    for phone in [
        "+1 8777000111",
        "628777",
        "6208777000111",
        "08777000111000111",
    ] {
        let error = provider.create(&request(phone)).await.unwrap_err();
        assert!(error.to_string().contains("customer.phone"), "{error}");
        all_is_clean(&error);
    }
}

#[test]
fn a_callback_that_cannot_be_read_is_not_quoted() {
    let provider = Rpi::new(config()).unwrap();
    for body in [
        json!({"transactionId": format!("{PHONE} canary"), "details": {"status": 1}}),
        json!({"transactionId": [PHONE], "details": {"status": 1}}),
        json!({"transactionId": "1", "details": {"status": PHONE}}),
    ] {
        let body = body.to_string();
        let received = provider.receive(&HeaderMap::new(), body.as_bytes());
        is_clean(&format!("{received:?}"));
        if let Err(error) = received {
            is_clean(&error.to_string());
        }
    }
}

#[test]
fn a_wrong_setting_is_told_without_its_value() {
    for error in [
        Config::new("canary\n", "s", "SHOP01", "WEB").unwrap_err(),
        Config::new("i", "canary ", "SHOP01", "WEB").unwrap_err(),
        config()
            .base_url("http://user:canary@example.com")
            .unwrap_err(),
    ] {
        is_clean(&format!("{error}{error:?}"));
    }
    let missing = Config::from_variables(|_| None).unwrap_err();
    assert!(missing.to_string().contains("RPI_CLIENT_ID"));
}
