//! A client of a mock that gives tokens, and what it is asked.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

use chrono::NaiveDate;
use httpmock::{HttpMockRequest, prelude::*};
use payments_conformance::example;
use payments_core::{
    AmountChangeRequest, Customer, IntervalUnit, MandateAmount, MandateQuery, MandateRequest,
    Money, Product, Reference, Schedule,
};
use payments_rpi::{Config, DateFormat, Rpi};
use serde_json::Value;

pub const REFERENCE: &str = "0123456789abcdef0123456789abcdef";
pub const TOKEN: &str = "/v1/oauth/client_credential/accesstoken";
pub const CREATE: &str = "/api/v1/rpi";
pub const INSTRUCTION: &str = "/api/v1/rpi/RPI00000000001";
pub const CHANGE: &str = "/api/v1/rpi/bill-amount";

/// A provider that gives a token to everybody, and has nothing else yet.
pub async fn server() -> MockServer {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path(TOKEN);
            then.status(200).json_body(body("other_token_response"));
        })
        .await;
    server
}

pub fn config(base_url: &str) -> Config {
    let config = Config::new("id", "secret", "SHOP01", "WEB").unwrap();
    config.base_url(base_url).unwrap()
}

pub fn provider(server: &MockServer) -> Rpi {
    Rpi::new(config(&server.base_url())).unwrap()
}

pub fn body(name: &str) -> Value {
    example("rpi", name).body
}

pub fn date(text: &str) -> NaiveDate {
    DateFormat::read(text).unwrap()
}

pub fn reference() -> Reference {
    Reference::new(REFERENCE).unwrap()
}

pub fn change_of(rupiah: u64, date: NaiveDate) -> AmountChangeRequest {
    AmountChangeRequest::new(query(), date, Money::idr(rupiah)).unwrap()
}

pub fn fixed() -> MandateRequest {
    asking(MandateAmount::Fixed {
        amount: Money::idr(50_000),
    })
}

pub fn variable(maximum: u64, first: Option<u64>) -> MandateRequest {
    asking(MandateAmount::Variable {
        maximum: Money::idr(maximum),
        first: first.map(Money::idr),
    })
}

pub fn asking(amount: MandateAmount) -> MandateRequest {
    MandateRequest::new(
        reference(),
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

pub fn query() -> MandateQuery {
    MandateQuery::new(reference())
        .provider_id("RPI00000000001")
        .customer_id("SHOP01CUST001")
}

pub fn header(request: &HttpMockRequest, name: &str) -> Option<String> {
    let headers = request.headers();
    Some(headers.get(name)?.to_str().unwrap().to_owned())
}

pub fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
