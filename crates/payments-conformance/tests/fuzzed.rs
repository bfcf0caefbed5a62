//! What the fuzzer runs for long is run here for a moment, the same in every run.

#![allow(clippy::unwrap_used)]

use payments::{Name, Settings};
use payments_conformance::{
    SECRET,
    fuzz::{self, Receiver},
};

#[test]
fn no_bytes_as_a_callback_of_any_provider_panic_or_prove_anything() {
    let settings = Settings::sandbox("http://127.0.0.1:1").callback_secret(SECRET);
    for name in Name::ALL {
        let client = name.client(&settings).unwrap();
        let receiver = Receiver::new(name.dictionary(), client.callbacks);
        fuzz::briefly("callbacks", &[name.as_str()], |bytes| {
            receiver.callback(bytes);
        });
    }
}

#[test]
fn no_bytes_as_an_answer_panic_or_tell_that_nothing_was_sent() {
    let dictionaries: Vec<_> = Name::ALL.iter().map(|name| name.dictionary()).collect();
    let providers: Vec<_> = Name::ALL.iter().map(|name| name.as_str()).collect();
    fuzz::briefly("answers", &providers, |bytes| {
        fuzz::answer(&dictionaries, bytes);
    });
}

#[test]
fn no_bytes_as_a_code_or_its_picture_panic_or_pass_for_another_amount() {
    fuzz::briefly("codes", &[], fuzz::code);
}

#[test]
fn whatever_is_read_as_an_amount_is_written_and_read_as_the_same() {
    fuzz::briefly("money", &[], fuzz::money);
}
