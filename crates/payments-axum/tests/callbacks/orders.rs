//! What customers want of each provider.

use chrono::Utc;
use payments::{
    Customer, IntervalUnit, Item, MandateAmount, MandateRequest, Method, Money, Name,
    PaymentRequest, Product, Schedule,
};

pub(crate) fn reference(name: Name) -> String {
    // RPI wants 32 letters and digits.
    match name {
        Name::Rpi => format!("{:0>32}", "order1"),
        _ => "order-1".into(),
    }
}

pub(crate) fn payment(name: Name, callbacks: &str) -> PaymentRequest {
    let method = match name {
        Name::Fazz => Method::retail_outlet("alfamart").unwrap(),
        Name::Instamoney => Method::DANA,
        _ => Method::GOPAY,
    };
    let amount = Money::idr(20_000);
    let item = Item {
        id: "1".into(),
        name: "Coffee".into(),
        price: amount,
        quantity: 1,
    };
    PaymentRequest::new(reference(name).parse().unwrap(), amount, method)
        .customer(Customer::default().name("Siti").phone("08123123123"))
        .item(item)
        .callback_url(format!("{callbacks}/{name}"))
        .return_url("http://127.0.0.1/thanks")
}

pub(crate) fn mandate(reference: &str) -> MandateRequest {
    let amount = Money::idr(20_000);
    let schedule = Schedule {
        start: Utc::now()
            .with_timezone(&payments::wire::wib())
            .date_naive(),
        unit: IntervalUnit::Month,
        interval: 1,
        occurrences: Some(12),
    };
    let product = Product {
        name: "Coffee club".into(),
        code: "COFFEE".into(),
    };
    MandateRequest::new(
        reference.parse().unwrap(),
        MandateAmount::Fixed { amount },
        schedule,
        Customer::default().phone("08123123123"),
        product,
    )
}
