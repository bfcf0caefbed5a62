//! A payment that a provider takes, so that a test over all providers has no request of its own for
//! each.

use payments_core::{
    Capabilities, Customer, Item, Method, Money, PaymentRequest, Reference,
    capabilities::MethodCapabilities,
};

/// A price at which nothing in the sandbox misbehaves, where the limits allow it.
const PRICE: u64 = 20_000;

/// A request by the first method of the provider. It has every member that a method may need.
pub fn sample(capabilities: &Capabilities) -> PaymentRequest {
    let first = capabilities.methods.first();
    sample_of(first.expect("it is a provider of payments"))
}

/// The same by another of its methods.
pub fn sample_by(capabilities: &Capabilities, method: &Method) -> PaymentRequest {
    sample_of(capabilities.method(method).expect("it has this method"))
}

fn sample_of(method: &MethodCapabilities) -> PaymentRequest {
    let (least, most) = (method.minimum, method.maximum);
    let price = PRICE.clamp(least.unwrap_or(1), most.unwrap_or(u64::MAX));
    let amount = Money::idr(price);
    // Every rule allows letters and digits.
    let mut reference = "order1".to_owned();
    reference.truncate(method.reference.maximum_length);
    let customer = Customer::default()
        .name("Siti")
        .phone("08123123123")
        .email("siti@shop.example");
    let item = Item {
        id: "1".into(),
        name: "Coffee".into(),
        price: amount,
        quantity: 1,
    };
    let reference = Reference::new(reference).expect("letters and digits");
    PaymentRequest::new(reference, amount, method.method.clone())
        .customer(customer)
        .item(item)
        .callback_url("http://127.0.0.1/callbacks")
        .return_url("http://127.0.0.1/thanks")
}
