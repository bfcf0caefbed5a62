//! A client before a server that answers what a test tells it to.

use std::sync::Arc;

use httpmock::prelude::*;
use payments_conformance::example;
use payments_core::{
    Customer, Error, Method, Money, Payment, PaymentQuery, PaymentRequest, Payments, Reference,
    Retry, retry::VirtualClock,
};
use payments_instamoney::{Config, Instamoney};
use serde_json::Value;

pub(crate) const KEY: &str = "xnd_development_test";

pub(crate) fn config(server: &MockServer) -> Config {
    Config::new(KEY)
        .unwrap()
        .base_url(&server.base_url())
        .unwrap()
}

pub(crate) fn provider(server: &MockServer) -> Arc<dyn Payments> {
    Arc::new(Instamoney::new(config(server)).unwrap())
}

pub(crate) fn body(name: &str) -> Value {
    example("instamoney", name).body
}

pub(crate) fn request(reference: &str, rupiah: u64, method: Method) -> PaymentRequest {
    PaymentRequest::new(
        Reference::new(reference).unwrap(),
        Money::idr(rupiah),
        method,
    )
    .customer(Customer::default().phone("08123123123"))
}

/// Sends and asks as the core does, without waiting.
pub(crate) async fn settle(server: &MockServer, asked: &PaymentRequest) -> Result<Payment, Error> {
    let clock = VirtualClock::new("2026-03-02T03:00:00Z".parse().unwrap());
    let retry = Retry::default().clock(clock).seed(1);
    let provider = provider(server);
    Ok(retry.settle(&provider, asked).await?)
}

pub(crate) fn query(reference: &str, method: Method) -> PaymentQuery {
    PaymentQuery::new(Reference::new(reference).unwrap(), method)
}
