//! A client of a mock, and answers for it.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used
)]

use httpmock::{Mock, prelude::*};
use payments_conformance::example;
use payments_core::{BillRequest, Error, ErrorKind, Outcome, Reference};
use payments_digiswitch::{Config, Digiswitch, PROVIDER};
use serde_json::{Value, json};

pub fn digiswitch(server: &MockServer) -> Digiswitch {
    let config = Config::new("user1", "k3y").unwrap();
    Digiswitch::new(config.base_url(&server.base_url()).unwrap()).unwrap()
}

pub fn body(name: &str) -> Value {
    example("digiswitch", name).body
}

pub fn bill(reference: &str, product: &str, customer_number: &str) -> BillRequest {
    BillRequest::new(Reference::new(reference).unwrap(), product, customer_number)
}

/// The bill of the answers that [`six`] makes.
pub fn order() -> BillRequest {
    bill("order-1001", "pln", "530000000001")
}

/// A failed or pending answer: it has six members only.
pub fn six(word: &str, code: &str) -> Value {
    json!({"data": {
        "ref_id": "order-1001", "customer_no": "530000000001", "code": "pln",
        "message": "Pesan", "status": word, "rc": code,
    }})
}

/// An answer with another value of one member.
pub fn with(mut answer: Value, member: &str, value: Value) -> Value {
    answer["data"][member] = value;
    answer
}

pub async fn answers(server: &MockServer, status: u16, body: Value) -> Mock<'_> {
    server
        .mock_async(|when, then| {
            when.method(POST).path("/transaction");
            then.status(status).json_body(body);
        })
        .await
}

/// An answer about something else proves nothing, names what was asked, and quotes nobody.
#[track_caller]
pub fn is_about_something_else(error: &Error, reference: &str, foreign: &str) {
    assert_eq!(error.kind(), ErrorKind::Integrity, "{error:?}");
    assert_eq!(error.outcome(), Outcome::Unknown, "{error:?}");
    assert_eq!(error.reference().unwrap().as_str(), reference);
    assert_eq!(error.provider(), Some(PROVIDER));
    assert!(!error.to_string().contains(foreign), "{error}");
}
