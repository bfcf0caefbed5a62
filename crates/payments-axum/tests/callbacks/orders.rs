//! What customers want of each provider.

use chrono::Utc;
use payments::{
    Customer, IntervalUnit, MandateAmount, MandateRequest, Method, Money, Name, PaymentRequest,
    Product, Schedule,
};
use payments_conformance::{sample, sample_by};

pub(crate) fn reference(name: Name) -> String {
    // RPI wants 32 letters and digits.
    match name {
        Name::Rpi => format!("{:0>32}", "order1"),
        _ => "order-1".into(),
    }
}

pub(crate) fn payment(name: Name, callbacks: &str) -> PaymentRequest {
    let capabilities = name.capabilities();
    let mut request = match name {
        // OVO's callbacks do not go to the request's URL.
        Name::Instamoney => sample_by(capabilities, &Method::DANA),
        _ => sample(capabilities),
    };
    request.reference = reference(name).parse().unwrap();
    request.callback_url(format!("{callbacks}/{name}"))
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
