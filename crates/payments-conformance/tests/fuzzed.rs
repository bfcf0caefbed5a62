//! What the fuzzer runs for long is run here for a moment, the same in every run.

#![allow(clippy::unwrap_used)]

use payments::{Name, Settings};
use payments_conformance::fuzz::{self, Receiver, SETTINGS};

fn callbacks(name: Name) {
    let client = name
        .client(&Settings::from_toml(SETTINGS).unwrap())
        .unwrap();
    let receiver = Receiver::new(name.dictionary(), client.callbacks);
    fuzz::briefly(name.as_str(), &[name.as_str()], |bytes| {
        receiver.callback(bytes)
    });
}

#[test]
fn no_bytes_as_a_callback_of_ciputra_panic_or_prove_anything() {
    callbacks(Name::Ciputra);
}

#[test]
fn no_bytes_as_a_callback_of_digiswitch_panic_or_prove_anything() {
    callbacks(Name::Digiswitch);
}

#[test]
fn no_bytes_as_a_callback_of_fazz_panic_or_prove_anything() {
    callbacks(Name::Fazz);
}

#[test]
fn no_bytes_as_a_callback_of_instamoney_panic_or_prove_anything() {
    callbacks(Name::Instamoney);
}

#[test]
fn no_bytes_as_a_callback_of_rpi_panic_or_prove_anything() {
    callbacks(Name::Rpi);
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
fn whatever_is_read_as_an_amount_is_written_and_read_as_the_same() {
    fuzz::briefly("money", &[], fuzz::money);
}
