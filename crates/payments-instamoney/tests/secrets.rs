//! A secret or a customer never shows, wherever the client is printed.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::error::Error as _;

use httpmock::prelude::*;
use payments_core::{Customer, Method, Money, PaymentRequest, Payments, Reference};
use payments_instamoney::{Config, Instamoney};
use serde_json::json;

const CANARY: &str = "xnd_development_canary";
/// base64 of "xnd_development_canary:"
const CANARY_HEADER: &str = "eG5kX2RldmVsb3BtZW50X2NhbmFyeTo=";
const PHONE: &str = "08777000111";

fn is_clean(text: &str) {
    for secret in ["canary", CANARY_HEADER, PHONE] {
        assert!(!text.contains(secret), "{secret} shows in: {text}");
    }
}

#[tokio::test]
async fn neither_client_nor_error_nor_payment_prints_a_secret() {
    let server = MockServer::start_async().await;
    let config = Config::new(CANARY)
        .unwrap()
        .callback_tokens(["token-canary"])
        .unwrap()
        .base_url(&server.base_url())
        .unwrap();
    is_clean(&format!("{config:?}"));
    let provider = Instamoney::new(config).unwrap();
    is_clean(&format!("{provider:?}"));

    let reference = Reference::new("order-1").unwrap();
    let request = PaymentRequest::new(reference, Money::idr(1000), Method::OVO)
        .customer(Customer::default().phone(PHONE));
    is_clean(&format!("{request:?}"));

    let bodies = [
        (
            200,
            json!({"external_id": "order-1", "amount": 1000, "ewallet_type": "OVO", "phone": PHONE}),
        ),
        (
            200,
            json!({"external_id": "other", "amount": 1000, "ewallet_type": "OVO", "phone": PHONE}),
        ),
        (200, json!({"phone": PHONE})),
        (
            400,
            json!({"error_code": "NEW", "errors": [{"phone": PHONE}]}),
        ),
        (500, json!({"phone": PHONE})),
        (
            400,
            json!({"error_code": "API_VALIDATION_ERROR", "message": format!("phone {PHONE}, is wrong")}),
        ),
        (
            200,
            json!({"external_id": "order-1", "amount": PHONE.parse::<u64>().unwrap(), "ewallet_type": [PHONE]}),
        ),
        (
            200,
            json!({"external_id": "order-1", "amount": format!("x{PHONE}"), "ewallet_type": "OVO"}),
        ),
    ];
    for (status, body) in bodies {
        let mock = server
            .mock_async(|_, then| {
                then.status(status).header("x-echo", CANARY).json_body(body);
            })
            .await;
        match provider.create(&request).await {
            Ok(payment) => is_clean(&format!("{payment:?}")),
            Err(error) => {
                is_clean(&format!("{error}{error:?}{error:#?}"));
                let mut cause = error.source();
                while let Some(error) = cause {
                    is_clean(&format!("{error}{error:?}"));
                    cause = error.source();
                }
            }
        }
        mock.delete_async().await;
    }
}

#[test]
fn a_wrong_setting_is_told_without_its_value() {
    let newline = Config::new("canary\n")
        .and_then(Instamoney::new)
        .unwrap_err();
    is_clean(&format!("{newline}{newline:?}"));
    let variables = |name: &str| match name {
        "INSTAMONEY_API_KEY" => Some(CANARY.to_owned()),
        "INSTAMONEY_BASE_URL" => Some("http://user:canary@example.com".to_owned()),
        _ => None,
    };
    let url = Config::from_variables(variables).unwrap_err();
    is_clean(&format!("{url}{url:?}"));
    let missing = Config::from_variables(|_| None).unwrap_err();
    assert!(missing.to_string().contains("Instamoney API key"));
}
