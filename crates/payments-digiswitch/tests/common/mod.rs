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
use payments_core::{BillRequest, Reference};
use payments_digiswitch::{Config, Digiswitch};
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

pub async fn answers(server: &MockServer, status: u16, body: Value) -> Mock<'_> {
    server
        .mock_async(|when, then| {
            when.method(POST).path("/transaction");
            then.status(status).json_body(body);
        })
        .await
}
