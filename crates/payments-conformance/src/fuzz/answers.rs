//! Any bytes as an answer: judged, and explained.

use http::{HeaderMap, HeaderValue, header::RETRY_AFTER};
use payments_core::{Error, Outcome};
use payments_provider::{
    explain::Dictionary,
    http::{Call, refused},
    operation::{Bodies, Effect},
};

use super::Input;

const STATUSES: [u16; 9] = [200, 202, 302, 400, 404, 409, 422, 429, 500];

/// Treats an input as the answer to the operation that its head names, or to an arbitrary one.
pub fn answer(dictionaries: &[&'static Dictionary], bytes: &[u8]) {
    let input = Input::of(bytes);
    let (head, choice) = (String::from_utf8_lossy(input.head), input.choice());
    let named = |bodies: &&Bodies| head.contains(&format!(" {} ", bodies.operation.name));
    let mut answered = Vec::new();
    for dictionary in dictionaries {
        answered.extend(
            dictionary
                .operations
                .iter()
                .find(named)
                .map(|bodies| (dictionary, bodies)),
        );
    }
    if answered.is_empty() {
        let dictionary = &dictionaries[choice % dictionaries.len()];
        let operations = dictionary.operations;
        answered.push((dictionary, &operations[choice / 8 % operations.len()]));
    }
    for (dictionary, bodies) in answered {
        for status in [200, 400, 500, STATUSES[choice % STATUSES.len()]] {
            judged(dictionary, bodies, status, &input);
        }
    }
}

fn judged(dictionary: &Dictionary, bodies: &Bodies, status: u16, input: &Input<'_>) {
    let call = Call {
        provider: dictionary.provider,
        operation: bodies.operation,
        reference: None,
        codes: dictionary.codes,
    };
    let judged = (dictionary.judge)(&call, status, input.body);
    let success = (200..300).contains(&status);
    // Digiswitch also answers under 4xx.
    assert!(judged.is_some() || status < 500, "{status} is no error");
    let mut headers = HeaderMap::new();
    if let Ok(value) = HeaderValue::from_bytes(input.head) {
        headers.insert(RETRY_AFTER, value);
    }
    let general = (!success).then(|| refused(&call, status, &headers, input.body));
    let explained = dictionary.answer(bodies.operation.name, status, input.body);
    let explained = explained.ok().and_then(|explained| explained.error);
    for error in [judged, general, explained].into_iter().flatten() {
        holds(&error, status, bodies.operation.effect);
    }
}

/// An answer means that it was sent; and after a 5xx it may have been done.
fn holds(error: &Error, status: u16, effect: Effect) {
    assert_ne!(error.outcome(), Outcome::NotSent, "{error:?}");
    if status >= 500 && effect == Effect::Writes {
        assert_eq!(error.outcome(), Outcome::Unknown, "{error:?}");
    }
    assert!(!error.to_string().is_empty());
}
