//! The same work by what one would pick instead.

use std::hint::black_box;

use chrono::Utc;
use http::{HeaderMap, HeaderName};
use serde_json::json;
use standardwebhooks::Webhook;

use crate::{
    Result, by_hand,
    fixture::{KIBIBYTE, example, filled},
};

const SECRET: &str = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

/// The callback of Fazz, signed as standardwebhooks does and read into plain types.
pub fn standard() -> Result<impl Fn() -> bool> {
    let webhook = Webhook::new(SECRET)?;
    let body = filled(
        example!("fazz/examples/callback_paid.json"),
        "/data/attributes/description",
    );
    let now = Utc::now().timestamp();
    let headers = HeaderMap::from_iter([
        (HeaderName::from_static("webhook-id"), "msg_1".parse()?),
        (
            HeaderName::from_static("webhook-timestamp"),
            now.to_string().parse()?,
        ),
        (
            HeaderName::from_static("webhook-signature"),
            webhook.sign("msg_1", now, &body)?.parse()?,
        ),
    ]);
    let work = move || {
        webhook.verify(&body, &headers).is_ok()
            && black_box(serde_json::from_slice::<by_hand::Data<by_hand::FazzPayment>>(&body))
                .is_ok()
    };
    match work() {
        true => Ok(work),
        false => Err("standardwebhooks refuses its callback".into()),
    }
}

/// The smallest event about a payment that async-stripe-webhook reads, filled up.
pub fn stripe() -> Result<impl Fn() -> bool> {
    let event = json!({
        "id": "evt_1PqRs2LkdIwHu7ixAbCdEfGh",
        "object": "event",
        "created": 1_735_689_600,
        "livemode": false,
        "pending_webhooks": 1,
        "type": "payment_intent.succeeded",
        "data": { "object": {
            "id": "pi_3PqRs2LkdIwHu7ix0AbCdEfGh",
            "object": "payment_intent",
            "amount": 100_000,
            "amount_capturable": 0,
            "amount_received": 100_000,
            "capture_method": "automatic",
            "confirmation_method": "automatic",
            "created": 1_735_689_600,
            "currency": "idr",
            "description": "",
            "livemode": false,
            "metadata": { "order": "ORDER_0001" },
            "payment_method_types": ["card"],
            "status": "succeeded",
        } },
    });
    let body = String::from_utf8(filled(event, "/data/object/description"))?;
    if body.len() != KIBIBYTE {
        return Err(format!("the event of Stripe has {} bytes", body.len()).into());
    }
    let header = stripe_webhook::Webhook::generate_test_header(&body, SECRET, None);
    if let Err(error) = stripe_webhook::Webhook::construct_event(&body, &header, SECRET) {
        return Err(format!("async-stripe-webhook refuses its callback: {error}").into());
    }
    Ok(move || {
        black_box(stripe_webhook::Webhook::construct_event(
            &body, &header, SECRET,
        ))
        .is_ok()
    })
}
