//! Bodies of the specifications' examples, and the requests that go with them.

use payments_core::{Customer, Method, Money, PaymentRequest, Reference};
use serde_json::Value;

/// The length of a callback.
pub const KIBIBYTE: usize = 1024;

/// The body of an example of the specifications.
macro_rules! example {
    ($path:literal) => {
        $crate::fixture::body(include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../specs/",
            $path
        )))
    };
}
pub(crate) use example;

/// An example, without what the specification says about it.
pub fn body(example: &str) -> Value {
    match serde_json::from_str::<Value>(example) {
        Ok(mut example) => example["body"].take(),
        Err(_) => Value::Null,
    }
}

/// A callback of exactly 1 KiB: one of its texts is filled up.
pub fn filled(mut callback: Value, text: &str) -> Vec<u8> {
    if let Some(member) = callback.pointer_mut(text) {
        *member = "".into();
    }
    let missing = KIBIBYTE.saturating_sub(callback.to_string().len());
    if let Some(member) = callback.pointer_mut(text) {
        *member = "Invoice 7, two shirts. ".repeat(KIBIBYTE)[..missing].into();
    }
    callback.to_string().into_bytes()
}

/// What is asked of Fazz: a payment by wallet.
pub fn fazz_request() -> payments_core::Result<PaymentRequest> {
    Ok(PaymentRequest::new(
        Reference::new("INV-1004")?,
        Money::idr(15_000),
        Method::SHOPEEPAY,
    )
    .description("Invoice 1004")
    .return_url("https://shop.example/return"))
}

/// What is asked of Ciputra: a payment by virtual account.
pub fn ciputra_request() -> payments_core::Result<PaymentRequest> {
    let method = "va:bca".parse()?;
    let reference = Reference::new("order-1002")?;
    Ok(PaymentRequest::new(reference, Money::idr(150_000), method)
        .customer(
            Customer::default()
                .name("Sample Customer")
                .email("customer@shop.example")
                .phone("080000000001"),
        )
        .description("Invoice 7")
        .return_url("https://shop.example/paid")
        .callback_url("https://shop.example/callbacks"))
}

/// What Fazz answers to its request.
pub fn fazz_answer() -> Value {
    example!("fazz/examples/other_ewallet_create_response.json")
}

/// What Stripe answers to a refund, about as long as Fazz's answer.
pub fn stripe_answer() -> Value {
    serde_json::json!({
        "id": "re_0123456789abcdef01234567", "object": "refund", "amount": 15_000,
        "balance_transaction": "txn_0123456789abcdef01234567",
        "charge": "ch_0123456789abcdef01234567", "created": 1_796_000_000, "currency": "idr",
        "metadata": {
            "description": "Invoice 1004", "provider_code": "SHOPEEPAY",
            "return_url": "https://shop.example/return",
        },
        "payment_intent": "pi_0123456789abcdef01234567", "reason": null, "receipt_number": null,
        "source_transfer_reversal": null, "status": "succeeded", "transfer_reversal": null,
    })
}

/// What Ciputra answers to its request.
pub fn ciputra_answer() -> Value {
    example!("ciputra/examples/other_create_transaction_response_va.json")
}
