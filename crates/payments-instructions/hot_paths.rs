//! How many instructions the hot paths take, counted by callgrind: the same on every run, unlike a
//! time. `cargo xtask bench --instructions` compares them with those kept in `counts.toml`.
//!
//! Of a journal's step this is the decision. What its database does is left out: SQLite's driver
//! works on a thread of its own, which is woken more often in one run than in the next.

use std::hint::black_box;

use chrono::{DateTime, TimeDelta, Utc};
use gungraun::{library_benchmark, library_benchmark_group, main};
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, HeaderName};
use payments_core::{CallbackError, Callbacks, Error, Method, Outcome, Received, capabilities::Settlement, retry::{Policy, Progress, Rules, Step}, wire::hex};
use payments_provider::{http::{Call, refused}, read};
use payments_fazz::{CAPABILITIES, Config, DICTIONARY, Fazz, PROVIDER, bodies, types};
use serde_json::Value;
use sha2::Sha256;

#[allow(dead_code)]
#[path = "../payments-bench/src/fixture.rs"]
mod fixture;

use fixture::{example, filled};

const SECRET: &str = "0123456789abcdef0123456789abcdef";

fn request() -> types::CreatePayment {
    let example = example!("fazz/examples/other_ewallet_create_request.json");
    serde_json::from_value(example).unwrap()
}

#[library_benchmark]
#[bench::fazz(request())]
fn encode(request: types::CreatePayment) -> Vec<u8> {
    request.check().unwrap();
    serde_json::to_vec(black_box(&request)).unwrap()
}

fn bytes(json: Value) -> Vec<u8> {
    json.to_string().into_bytes()
}

#[library_benchmark]
#[bench::fazz(bytes(fixture::fazz_answer()))]
fn decode(answer: Vec<u8>) -> types::PaymentDocument {
    read::read(black_box(&answer)).unwrap().body
}

/// A client, and a callback of 1 KiB that somebody with this secret has signed.
fn signed_with(secret: &str) -> (Fazz, HeaderMap, Vec<u8>) {
    let config = Config::new("test_key", "secret").unwrap();
    let client = Fazz::new(config.signing_secrets([SECRET]).unwrap()).unwrap();
    let callback = example!("fazz/examples/callback_paid.json");
    let body = filled(callback, "/data/attributes/description");
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(&body);
    let signature = hex(&mac.finalize().into_bytes()).parse().unwrap();
    let name = HeaderName::from_static("xfers-signature");
    (client, HeaderMap::from_iter([(name, signature)]), body)
}

// A forged callback is refused before anything of it is read: what is counted is the check of its
// signature.
#[library_benchmark]
#[bench::fazz(signed_with("another"))]
fn verify(forged: (Fazz, HeaderMap, Vec<u8>)) -> (Result<Received, CallbackError>, Fazz) {
    let (client, headers, body) = forged;
    (
        client.receive(black_box(&headers), black_box(&body)),
        client,
    )
}

// Verified, read and brought into the common words.
#[library_benchmark]
#[bench::fazz(signed_with(SECRET))]
fn receive(callback: (Fazz, HeaderMap, Vec<u8>)) -> (Result<Received, CallbackError>, Fazz) {
    let (client, headers, body) = callback;
    (
        client.receive(black_box(&headers), black_box(&body)),
        client,
    )
}

// What a refusal proves, from its body.
#[library_benchmark]
#[bench::fazz(bytes(example!("fazz/examples/other_parameter_refusal.json")))]
fn classify(body: Vec<u8>) -> Error {
    let call = Call {
        provider: PROVIDER,
        operation: &bodies::CREATE_PAYMENT,
        reference: None,
        codes: DICTIONARY.codes,
    };
    refused(&call, 400, &HeaderMap::new(), black_box(&body))
}

fn lost() -> (Progress, Rules, DateTime<Utc>) {
    let settlement: Settlement = CAPABILITIES.method(&Method::SHOPEEPAY).unwrap().settlement;
    let now = DateTime::from_timestamp(1_900_000_000, 0).unwrap();
    (
        Progress::new(now, 7),
        Rules::new(settlement, Policy::default()),
        now,
    )
}

// From the first send, whose answer is lost, to what is done next.
#[library_benchmark]
#[bench::decision(lost())]
fn journal_step(intent: (Progress, Rules, DateTime<Utc>)) -> (Step, Step) {
    let (mut progress, rules, now) = intent;
    let first = progress.next(now, &rules);
    progress.begin();
    let error = Error::integrity("reference", "order-1", "another");
    debug_assert_eq!(error.outcome(), Outcome::Unknown);
    progress.sent(&Err::<(), _>(error), now, &rules);
    (first, progress.next(now + TimeDelta::minutes(5), &rules))
}

library_benchmark_group!(
    name = hot,
    benchmarks = [encode, decode, verify, receive, classify, journal_step]
);

main!(library_benchmark_groups = hot);
