//! Callbacks: who signed them, and what they tell.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use payments_conformance::example;
use payments_core::{CallbackError, Callbacks, Event, Money, News, PaymentStatus, Received};
use payments_fazz::{Config, Fazz};
use reqwest::header::{HeaderMap, HeaderValue};

/// The secret, body and signature of one test vector.
const SECRET: &str = "ss_test_0001";
const BODY: &str = r#"{"data":{"id":"contract_0123456789abcdef0123456789abcdef","type":"payment","attributes":{"status":"paid","amount":"100000.0","currency":"IDR","createdAt":"2024-01-01T10:00:00+07:00","description":null,"expiredAt":"2024-01-02T10:00:00+07:00","referenceId":"ORDER_0001","fees":"4440.0","paymentMethod":{"id":"mst_AbCdEfGhIjKlMnOpQrSt","type":"retail_outlet","referenceId":"ORDER_0001","instructions":{"retailOutletName":"ALFAMART","paymentCode":"81879760","displayName":"Nama Tampilan"}}}}}"#;
const SIGNATURE: &str = "00e11f36f116208aca62197dd79fe4ce606ea9df60784fa20fbd084a93d61616";

fn fazz(secrets: &[&str]) -> Fazz {
    let config = Config::new("test_key", "secret").unwrap();
    let config = config.signing_secrets(secrets.iter().copied()).unwrap();
    Fazz::new(config).unwrap()
}

fn header(signature: &str) -> HeaderMap {
    let value = HeaderValue::from_str(signature).unwrap();
    HeaderMap::from_iter([("xfers-signature".parse().unwrap(), value)])
}

fn event(fazz: &Fazz, headers: &HeaderMap, body: &[u8]) -> Result<Event, CallbackError> {
    match fazz.receive(headers, body)? {
        Received::Verified(event) => Ok(event.into_inner()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_test_vector_holds() {
    let event = event(&fazz(&[SECRET]), &header(SIGNATURE), BODY.as_bytes()).unwrap();
    let payment = event.payment().unwrap();
    assert_eq!(payment.status, PaymentStatus::Paid);
    assert_eq!(payment.amount, Some(Money::idr(100_000)));
    assert_eq!(payment.method.to_string(), "outlet:alfamart");
    assert_eq!(event.key, "contract_0123456789abcdef0123456789abcdef:paid");
}

#[test]
fn an_old_and_a_new_secret_are_good_while_they_are_rotated() {
    let signature = header(SIGNATURE);
    assert!(event(&fazz(&["other", SECRET]), &signature, BODY.as_bytes()).is_ok());
    assert!(event(&fazz(&[SECRET, "other"]), &signature, BODY.as_bytes()).is_ok());
    assert!(matches!(
        event(&fazz(&["other"]), &signature, BODY.as_bytes()),
        Err(CallbackError::WrongProof)
    ));
}

#[test]
fn no_signature_and_a_half_one_are_refused() {
    let fazz = fazz(&[SECRET]);
    assert!(matches!(
        event(&fazz, &HeaderMap::new(), BODY.as_bytes()),
        Err(CallbackError::MissingProof)
    ));
    for half in ["", &SIGNATURE[..63], &format!("{SIGNATURE}0")] {
        assert!(event(&fazz, &header(half), BODY.as_bytes()).is_err());
    }
    let unset = Fazz::new(Config::new("test_key", "secret").unwrap()).unwrap();
    assert!(matches!(
        event(&unset, &header(SIGNATURE), BODY.as_bytes()),
        Err(CallbackError::NotConfigured(_))
    ));
}

#[test]
fn paid_and_completed_are_other_news_with_and_without_the_wrapper() {
    let keys = [
        ("callback_paid", "paid"),
        ("other_callback_bare", "settled"),
    ]
    .map(|(name, status)| {
        let told =
            (payments_fazz::DICTIONARY.callback)(example("fazz", name).body.to_string().as_bytes())
                .unwrap();
        let (found, news) = (told.name, told.news);
        let Some(News::Payment(payment)) = news else {
            panic!("{found} tells of no payment");
        };
        assert_eq!(payment.status.as_str(), status, "{found}");
        (payment.provider_id, payment.raw_status)
    });
    assert_ne!(keys[0], keys[1]);
    assert_eq!(keys[0].0, keys[1].0);
}
