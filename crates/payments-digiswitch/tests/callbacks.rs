//! Callbacks: hints without a secret, events with one, and nothing at all from anybody else.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod common;

use std::sync::LazyLock;

use common::{answers, bill, body, digiswitch, order, six};
use httpmock::prelude::*;
use payments_core::{CallbackError, Callbacks, Hint, Money, News, Outcome, Received};
use payments_digiswitch::{Config, Digiswitch};
use proptest::prelude::*;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue, USER_AGENT};

/// A vector computed with another implementation.
const SECRET: &str = "hook-secret";
const BODY: &str = r#"{"data":{"ref_id":"order-1001","customer_no":"530000000001","code":"pln","message":"Transaksi Sukses","status":"Sukses","rc":"00"}}"#;
const SIGNATURE: &str = "fa68e8fa7d0d1809bacc24719af22ccd28a90f4f";

fn signed(secrets: &[&str]) -> Digiswitch {
    let config = Config::new("user1", "k3y").unwrap();
    let config = config.callback_secrets(secrets.iter().copied()).unwrap();
    Digiswitch::new(config).unwrap()
}

fn header(signature: &str) -> HeaderMap {
    let value = HeaderValue::from_str(signature).unwrap();
    HeaderMap::from_iter([(HeaderName::from_static("x-hub-signature"), value)])
}

fn sign(body: impl AsRef<[u8]>) -> HeaderMap {
    use hmac::{Hmac, KeyInit, Mac};
    let mut mac = Hmac::<sha1::Sha1>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(body.as_ref());
    let digits = payments_core::wire::hex(&mac.finalize().into_bytes());
    header(&format!("sha1={digits}"))
}

#[test]
fn a_signed_callback_is_an_event_with_or_without_the_prefix_of_its_signature() {
    for signature in [SIGNATURE.to_owned(), format!("sha1={SIGNATURE}")] {
        let received = signed(&["old", SECRET]).receive(&header(&signature), BODY.as_bytes());
        let Received::Verified(event) = received.unwrap() else {
            panic!("a hint");
        };
        assert_eq!(event.get().key, "order-1001:Sukses:00");
        let News::Bill(payment) = &event.get().news else {
            panic!("{event:?}");
        };
        assert_eq!(payment.status.as_str(), "paid");
    }
}

#[test]
fn the_header_of_the_signature_is_a_setting() {
    let config = Config::new("user1", "k3y").unwrap();
    let config = config.callback_secrets([SECRET]).unwrap();
    let config = config.callback_headers(["X-Signature"]).unwrap();
    let digiswitch = Digiswitch::new(config).unwrap();
    let value = HeaderValue::from_static(SIGNATURE);
    let headers = HeaderMap::from_iter([(HeaderName::from_static("x-signature"), value)]);
    assert!(digiswitch.receive(&headers, BODY.as_bytes()).is_ok());
    assert!(matches!(
        digiswitch.receive(&header(SIGNATURE), BODY.as_bytes()),
        Err(CallbackError::MissingProof)
    ));
}

#[test]
fn without_a_secret_or_without_a_decision_a_callback_is_a_hint() {
    let config = Config::new("user1", "k3y").unwrap();
    let unsigned = Digiswitch::new(config).unwrap();
    let bill = Received::Hint(Hint::Bill(order()));
    let received = unsigned.receive(&HeaderMap::new(), BODY.as_bytes());
    assert_eq!(received.unwrap(), bill);

    // A refused question, a time-out of the biller, a contradiction, an unknown code: signed or
    // not, nothing is decided.
    for (word, code) in [
        ("Gagal", "45"),
        ("Gagal", "01"),
        ("Gagal", "00"),
        ("Gagal", "46"),
    ] {
        let body = six(word, code).to_string();
        let received = signed(&[SECRET]).receive(&sign(&body), body.as_bytes());
        assert_eq!(received.unwrap(), bill, "{word} {code}");
    }
    for (word, code) in [("Gagal", "02"), ("Gagal", "74"), ("Pending", "03")] {
        let body = six(word, code).to_string();
        let received = signed(&[SECRET]).receive(&sign(&body), body.as_bytes());
        assert!(
            matches!(received, Ok(Received::Verified(_))),
            "{word} {code}"
        );
    }
}

#[test]
fn a_signed_sale_is_told_as_a_top_up_and_an_unsigned_one_is_not_asked_for() {
    let body = six("Sukses", "00").to_string();
    let mut headers = sign(&body);
    headers.insert(USER_AGENT, HeaderValue::from_static("DigiFlazz-Hookshot"));
    let received = signed(&[SECRET]).receive(&headers, body.as_bytes());
    let Received::Verified(event) = received.unwrap() else {
        panic!("it is signed");
    };
    assert!(matches!(event.get().news, News::Topup(_)));

    let unsigned = Digiswitch::new(Config::new("user1", "k3y").unwrap()).unwrap();
    let received = unsigned.receive(&headers, body.as_bytes()).unwrap();
    assert!(matches!(received, Received::Unmodelled(_)), "{received:?}");
}

#[tokio::test]
async fn a_hint_is_confirmed_by_the_status_call_and_not_by_what_it_claims() {
    let hint = Hint::Bill(order());
    let server = MockServer::start_async().await;
    answers(&server, 200, six("Gagal", "02")).await;
    let event = digiswitch(&server).confirm(&hint).await.unwrap();
    assert_eq!(event.get().news.status_word(), "failed");

    let server = MockServer::start_async().await;
    answers(&server, 200, body("other_status_address_refusal")).await;
    let error = digiswitch(&server).confirm(&hint).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
}

#[tokio::test]
async fn of_a_hint_nothing_is_left_in_what_was_confirmed() {
    let server = MockServer::start_async().await;
    answers(&server, 200, six("Gagal", "02")).await;
    let forged = bill("order-1001", "EMONEY100", "530000000001");
    let hint = Hint::Bill(forged.amount(Money::idr(99_999)));
    let event = digiswitch(&server).confirm(&hint).await.unwrap();
    let News::Bill(payment) = &event.get().news else {
        panic!("{event:?}");
    };
    assert_eq!(payment.bill, order());
    let told = serde_json::to_string(event.get()).unwrap();
    assert!(
        !told.contains("EMONEY100") && !told.contains("99999"),
        "{told}"
    );

    // Where the answer names no product, none is told.
    let server = MockServer::start_async().await;
    let mut silent = six("Gagal", "02");
    silent["data"].as_object_mut().unwrap().remove("code");
    answers(&server, 200, silent).await;
    let event = digiswitch(&server).confirm(&hint).await.unwrap();
    let told = serde_json::to_value(event.get()).unwrap();
    assert!(!told.to_string().contains("EMONEY100"), "{told}");
}

#[test]
fn a_refund_is_news_of_its_own() {
    let body = six("Gagal", "74").to_string();
    let received = signed(&[SECRET]).receive(&sign(&body), body.as_bytes());
    let Ok(Received::Verified(event)) = received else {
        panic!("a hint");
    };
    assert_eq!(event.get().news.status_word(), "refunded");
}

/// Bytes that are no callback, and those that nearly are one.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let broken = (0..BODY.len(), any::<u8>()).prop_map(|(place, byte)| {
        let mut body = BODY.as_bytes().to_vec();
        body[place] = byte;
        body
    });
    prop_oneof![any::<Vec<u8>>(), broken]
}

/// A client takes its time to make, and no state.
static UNSIGNED: LazyLock<Digiswitch> =
    LazyLock::new(|| Digiswitch::new(Config::new("user1", "k3y").unwrap()).unwrap());
static SIGNED: LazyLock<Digiswitch> = LazyLock::new(|| signed(&[SECRET]));

proptest! {
    #[test]
    fn no_bytes_panic_signed_or_not(body in bytes()) {
        let hint = UNSIGNED.receive(&HeaderMap::new(), &body);
        prop_assert!(!matches!(hint, Ok(Received::Verified(_))));
        // What is readable without a signature is readable with one; what is proved is kept even if
        // nobody understands it.
        let event = SIGNED.receive(&sign(&body), &body);
        let is_json = body.first() == Some(&BODY.as_bytes()[0]);
        prop_assert!(event.is_ok() || hint.is_err() || !is_json);
    }
}
