//! Row `callback`: a callback of 1 KiB, from its bytes to the news in it.

use std::{hint::black_box, sync::Arc};

use chrono::Utc;
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, HeaderName, HeaderValue};
use payments_core::{CallbackError, Callbacks, wire::hex};
use serde_json::json;
use sha1::Sha1;
use sha2::Sha256;
use standardwebhooks::Webhook;

use crate::{
    Result, Run, by_hand,
    cpu::{self, Meter},
    figure::{Budget, Figure},
    fixture::{KIBIBYTE, example, filled},
    interleave::{Variant, interleave, median},
};

const SECRET: &str = "0123456789abcdef0123456789abcdef";
const STRIPE_SECRET: &str = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

/// A provider's client, and a callback of that provider.
struct Case {
    what: &'static str,
    callbacks: Arc<dyn Callbacks>,
    headers: HeaderMap,
    /// The same, by somebody else; none where nothing proves the sender.
    forged: Option<HeaderMap>,
    note: Option<&'static str>,
    body: Vec<u8>,
}

pub fn run(run: &Run) -> Result<()> {
    cpu::pin(0);
    let cases = cases()?;
    for case in &cases {
        let received = case.callbacks.receive(&case.headers, &case.body);
        received.map_err(|error| format!("{}: {error}", case.what))?;
    }
    let standard = standard()?;
    let stripe = stripe()?;
    let times = if run.quick { 100 } else { 5_000 };

    let mut variants: Vec<Variant<'_, f64>> = Vec::new();
    for case in &cases {
        variants.push(Box::new(move || {
            each(times, || {
                case.callbacks.receive(&case.headers, &case.body).is_ok()
            })
        }));
    }
    variants.push(Box::new(|| each(times, &standard)));
    variants.push(Box::new(|| each(times, &stripe)));
    let samples = interleave(run.rounds(3, 41), &mut variants);
    let medians: Vec<f64> = samples.into_iter().map(median).collect();
    let (ours, theirs) = medians.split_at(cases.len());

    let names = ["standardwebhooks and serde_json", "async-stripe-webhook"];
    for (case, &ours) in cases.iter().zip(ours) {
        for (name, &theirs) in names.iter().zip(theirs) {
            Figure::new("callback", case.what, "µs", ours)
                .against(*name, theirs)
                .within(Budget::AbsoluteAndLess(5.0))
                .print()?;
        }
    }
    for case in &cases {
        let Some(forged) = &case.forged else { continue };
        let refused = || {
            matches!(
                case.callbacks.receive(forged, &case.body),
                Err(CallbackError::WrongProof)
            )
        };
        let figure = Figure::new(
            "callback",
            format!("{}: allocations until a forged one is refused", case.what),
            "",
            allocations(refused)?,
        )
        .within(Budget::Absolute(0.0));
        case.note
            .iter()
            .fold(figure, |figure, note| figure.note(*note))
            .print()?;
    }
    for case in &cases {
        let received = || case.callbacks.receive(&case.headers, &case.body).is_ok();
        Figure::new(
            "callback",
            format!("{}: allocations", case.what),
            "",
            allocations(received)?,
        )
        .against(names[0], allocations(&standard)?)
        .print()?;
    }
    Ok(())
}

/// Microseconds of computing for each.
fn each(times: usize, work: impl Fn() -> bool) -> f64 {
    let meter = Meter::start();
    for _ in 0..times {
        black_box(work());
    }
    meter.stop().cpu_micros(times)
}

fn allocations(work: impl Fn() -> bool) -> Result<f64> {
    let mut worked = false;
    let counted = allocation_counter::measure(|| worked = work());
    match worked {
        true => Ok(counted.count_total as f64),
        false => Err("what is counted did not happen".into()),
    }
}

fn cases() -> Result<Vec<Case>> {
    let ciputra = payments_ciputra::Config::new("https://ciputra.example", "key", "secret")?;
    let fazz = payments_fazz::Config::new("test_key", "secret")?.signing_secrets([SECRET])?;
    let digiswitch = payments_digiswitch::Config::new("user", "key")?.callback_secrets([SECRET])?;
    let instamoney = payments_instamoney::Config::new("key")?.callback_tokens([SECRET])?;
    let rpi = payments_rpi::Config::new("id", "secret", "SHOP01", "channel")?;

    let ciputra_body = filled(
        example!("ciputra/examples/other_callback_enveloped.json"),
        "/data/description/text_1",
    );
    let fazz_body = filled(
        example!("fazz/examples/callback_paid.json"),
        "/data/attributes/description",
    );
    let digiswitch_body = filled(
        example!("digiswitch/examples/other_callback_paid.json"),
        "/data/message",
    );
    let instamoney_body = filled(
        example!("instamoney/examples/other_charge_callback_captured.json"),
        "/data/actions/qr_checkout_string",
    );
    let rpi_body = filled(
        example!("rpi/examples/other_callback_charge_paid.json"),
        "/message",
    );

    let sha256 = |secret: &str| signed::<Hmac<Sha256>>(secret, &fazz_body);
    let sha1 = |secret: &str| signed::<Hmac<Sha1>>(secret, &digiswitch_body);
    let fazz_header = HeaderName::from_static("xfers-signature");
    let digiswitch_header = HeaderName::from_static("x-hub-signature");
    let instamoney_header = HeaderName::from_static("x-callback-token");
    let with = |name: &HeaderName, value: &str| -> Result<HeaderMap> {
        Ok(HeaderMap::from_iter([(
            name.clone(),
            HeaderValue::from_str(value)?,
        )]))
    };
    Ok(vec![
        Case {
            what: "Ciputra, a hint",
            callbacks: Arc::new(payments_ciputra::Ciputra::new(ciputra)?),
            headers: HeaderMap::new(),
            forged: None,
            note: None,
            body: ciputra_body,
        },
        Case {
            what: "Digiswitch, HMAC-SHA1",
            callbacks: Arc::new(payments_digiswitch::Digiswitch::new(digiswitch)?),
            headers: with(&digiswitch_header, &sha1(SECRET)?)?,
            forged: Some(with(&digiswitch_header, &sha1("another")?)?),
            note: None,
            body: digiswitch_body.clone(),
        },
        Case {
            what: "Fazz, HMAC-SHA256",
            callbacks: Arc::new(payments_fazz::Fazz::new(fazz)?),
            headers: with(&fazz_header, &sha256(SECRET)?)?,
            forged: Some(with(&fazz_header, &sha256("another")?)?),
            note: None,
            body: fazz_body.clone(),
        },
        Case {
            what: "Instamoney, shared token",
            callbacks: Arc::new(payments_instamoney::Instamoney::new(instamoney)?),
            headers: with(&instamoney_header, SECRET)?,
            forged: Some(with(&instamoney_header, "another")?),
            note: Some(
                "serde_json's stack of open brackets: a token that is wrong in the header may be right in the body",
            ),
            body: instamoney_body,
        },
        Case {
            what: "RPI, a hint",
            callbacks: Arc::new(payments_rpi::Rpi::new(rpi)?),
            headers: HeaderMap::new(),
            forged: None,
            note: None,
            body: rpi_body,
        },
    ])
}

fn signed<M: Mac + KeyInit>(secret: &str, body: &[u8]) -> Result<String> {
    let mut mac = <M as KeyInit>::new_from_slice(secret.as_bytes())?;
    mac.update(body);
    Ok(hex(&mac.finalize().into_bytes()))
}

/// The callback of Fazz, signed as standardwebhooks does and read into plain types.
fn standard() -> Result<impl Fn() -> bool> {
    let webhook = Webhook::new(STRIPE_SECRET)?;
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
fn stripe() -> Result<impl Fn() -> bool> {
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
    let header = stripe_webhook::Webhook::generate_test_header(&body, STRIPE_SECRET, None);
    if let Err(error) = stripe_webhook::Webhook::construct_event(&body, &header, STRIPE_SECRET) {
        return Err(format!("async-stripe-webhook refuses its callback: {error}").into());
    }
    Ok(move || {
        black_box(stripe_webhook::Webhook::construct_event(
            &body,
            &header,
            STRIPE_SECRET,
        ))
        .is_ok()
    })
}
