//! What nobody signed, somebody else signed, or nobody can read: it never reaches the handler,
//! whoever the provider is.

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    body::Body,
    http::{HeaderName, HeaderValue, Request},
};
use hmac::{Hmac, KeyInit, Mac};
use payments::{Name, Settings};
use payments_axum::{Endpoint, InMemoryWindow, Intake, Rejection};
use payments_conformance::example;
use payments_core::wire::hex;
use proptest::prelude::*;

use crate::fake::answer;

const SECRET: &str = "canary-secret";
const LIMIT: usize = 8 << 10;

/// What reached the handler.
type Handled = Arc<Mutex<Vec<String>>>;

/// All providers; those that sign or share a token do so with the secret. Nobody answers their
/// questions.
fn app() -> (Router, Handled) {
    let settings = Settings::sandbox("http://127.0.0.1:1").callback_secret(SECRET);
    let handled = Handled::default();
    let shop = Arc::clone(&handled);
    let intake = Intake::in_memory(InMemoryWindow::default(), move |event| {
        shop.lock().unwrap().push(event.into_inner().key);
        async { Ok::<_, std::io::Error>(()) }
    });
    let providers = Name::ALL.iter().map(|name| {
        let client = name.client(&settings).unwrap();
        let endpoint = Endpoint::new(client.callbacks).body_limit(LIMIT);
        (format!("/{name}"), endpoint)
    });
    (intake.router(providers), handled)
}

/// A callback that would be taken, by provider: its body, the header of its proof, and the proof.
fn signed(provider: &str) -> (Vec<u8>, &'static str, String) {
    let body = |name| example(provider, name).bytes();
    match provider {
        "fazz" => {
            let body = body("callback_paid");
            let mut mac = Hmac::<sha2::Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
            mac.update(&body);
            (body, "xfers-signature", hex(&mac.finalize().into_bytes()))
        }
        "digiswitch" => {
            let body = body("other_callback_paid");
            let mut mac = Hmac::<sha1::Sha1>::new_from_slice(SECRET.as_bytes()).unwrap();
            mac.update(&body);
            let digits = hex(&mac.finalize().into_bytes());
            (body, "x-hub-signature", format!("sha1={digits}"))
        }
        _ => (
            body("ovo_callback_completed"),
            "x-callback-token",
            SECRET.into(),
        ),
    }
}

const SIGNING: [&str; 3] = ["digiswitch", "fazz", "instamoney"];

fn request(provider: &str, header: Option<(&str, &str)>, body: Vec<u8>) -> Request<Body> {
    let mut request = Request::post(format!("/{provider}"));
    if let Some((name, value)) = header {
        request = request.header(name, value);
    }
    request.body(body.into()).unwrap()
}

/// Refuses, says why to the operator alone, and the handler hears nothing.
async fn refused(provider: &str, header: Option<(&str, &str)>, body: Vec<u8>) -> (u16, Rejection) {
    let (app, handled) = app();
    let (code, why) = answer(&app, request(provider, header, body)).await;
    assert!(handled.lock().unwrap().is_empty(), "{provider}");
    let why = why.unwrap();
    assert!(!format!("{why}{why:?}").contains("canary"), "{why:?}");
    (code.as_u16(), why)
}

#[tokio::test]
async fn what_is_signed_is_handled() {
    let (app, handled) = app();
    for provider in SIGNING {
        let (body, header, proof) = signed(provider);
        let delivery = request(provider, Some((header, &proof)), body);
        assert_eq!(answer(&app, delivery).await.0, 200, "{provider}");
    }
    assert_eq!(handled.lock().unwrap().len(), 3);
}

#[tokio::test]
async fn what_is_not_signed_is_refused() {
    for provider in SIGNING {
        let (body, ..) = signed(provider);
        let (code, why) = refused(provider, None, body).await;
        assert_eq!(code, 401);
        assert!(matches!(why, Rejection::MissingSignature), "{why}");
    }
}

#[tokio::test]
async fn a_wrong_signature_is_refused_and_its_sender_not_told_that_it_was_wrong() {
    for provider in SIGNING {
        let (body, header, proof) = signed(provider);
        for wrong in ["", "0", "sha1=", &proof[1..], &format!("{proof}0")] {
            let (code, why) = refused(provider, Some((header, wrong)), body.clone()).await;
            assert_eq!(code, 401);
            assert!(matches!(why, Rejection::WrongSignature), "{why}");
        }
    }
}

#[tokio::test]
async fn another_body_under_the_same_signature_is_refused() {
    for provider in ["digiswitch", "fazz"] {
        let (body, header, proof) = signed(provider);
        let half = body[..body.len() / 2].to_vec();
        let (mut changed, mut longer) = (body.clone(), body);
        changed[20] ^= 1;
        longer.push(b' ');
        for other in [half, changed, longer, Vec::new()] {
            let (code, why) = refused(provider, Some((header, &proof)), other).await;
            assert_eq!(code, 401);
            assert!(matches!(why, Rejection::WrongSignature), "{why}");
        }
    }
}

#[tokio::test]
async fn a_truncated_body_is_refused_where_a_token_is_all_the_proof() {
    let (body, header, proof) = signed("instamoney");
    for length in 0..body.len() {
        let cut = body[..length].to_vec();
        let (code, why) = refused("instamoney", Some((header, &proof)), cut).await;
        assert_eq!(code, 400);
        assert!(matches!(why, Rejection::NotJson), "{why}");
    }
}

#[tokio::test]
async fn what_is_proved_and_not_modelled_is_acknowledged_and_told_as_that() {
    let (_, header, proof) = signed("instamoney");
    let (app, handled) = app();
    let other = br#"{"event": "payouts.done", "data": {"id": "p-1"}}"#.to_vec();
    let request = request("instamoney", Some((header, &proof)), other);
    assert_eq!(answer(&app, request).await.0.as_u16(), 200);
    let handled = handled.lock().unwrap();
    assert_eq!(handled.len(), 1);
}

#[tokio::test]
async fn a_body_above_the_limit_is_refused_before_anything_else() {
    for name in Name::ALL {
        let (code, why) = refused(name.as_str(), None, vec![b' '; LIMIT + 1]).await;
        assert_eq!(code, 413);
        assert!(matches!(why, Rejection::TooLarge(LIMIT)), "{why}");
    }
}

#[tokio::test]
async fn a_provider_without_its_secret_takes_nothing() {
    let settings = Settings::new()
        .set("fazz_api_key", "test_key")
        .set("fazz_secret_key", "secret");
    let fazz = Name::Fazz.client(&settings).unwrap().callbacks;
    let intake = Intake::in_memory(InMemoryWindow::default(), |_| async {
        Err::<(), _>("must not be called")
    });
    let (body, header, proof) = signed("fazz");
    let delivery = request("fazz", Some((header, &proof)), body);
    let (code, why) = answer(&intake.router([("/fazz", fazz)]), delivery).await;
    assert_eq!(code, 503);
    assert!(matches!(why, Some(Rejection::NotConfigured(_))));
}

#[tokio::test]
async fn only_posts_are_callbacks() {
    let (app, _) = app();
    let get = Request::get("/fazz").body(Body::empty()).unwrap();
    assert_eq!(answer(&app, get).await.0, 405);
}

/// Bytes of all kinds, some of them near to what a provider sends.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let near =
        (0..5usize, any::<prop::sample::Index>(), any::<u8>()).prop_map(|(which, at, byte)| {
            let mut body = match which {
                0 => example("ciputra", "other_callback_bare").bytes(),
                1 => example("rpi", "other_callback_charge_paid").bytes(),
                other => signed(SIGNING[other - 2]).0,
            };
            let at = at.index(body.len());
            body[at] = byte;
            body
        });
    prop_oneof![any::<Vec<u8>>(), near]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]
    #[test]
    fn no_bytes_in_body_or_header_panic_or_reach_the_handler(body in bytes(), proof: Vec<u8>) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (app, handled) = app();
        for name in Name::ALL {
            let mut request = request(name.as_str(), None, body.clone());
            for header in ["xfers-signature", "x-hub-signature", "x-callback-token", "content-type"] {
                if let Ok(value) = HeaderValue::from_bytes(&proof) {
                    request.headers_mut().insert(HeaderName::from_static(header), value);
                }
            }
            let (code, why) = runtime.block_on(answer(&app, request));
            // What nobody models may be acknowledged; it is handled by nobody.
            prop_assert_eq!(code.is_success(), why.is_none());
        }
        prop_assert!(handled.lock().unwrap().is_empty());
    }
}
