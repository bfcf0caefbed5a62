//! The crate against `specs/ciputra`.

#![allow(clippy::unwrap_used)]

use payments_ciputra::{CAPABILITIES, DICTIONARY, codes, statuses::StatusTable};
use payments_conformance::{
    every_code_proves_what_its_table_says, every_example_decodes,
    every_lost_answer_is_settled_as_the_table_says, every_operation_and_callback_has_an_example,
    every_received_body_is_read_leniently, no_odd_body_panics, no_odd_member_changes_the_meaning,
    no_received_body_prints_a_secret_or_a_person,
};
use payments_core::{PaymentStatus, capabilities::Lookup};

/// Every JSON body that the document prints.
const PRINTED: [&str; 5] = [
    "cancel_transaction_response",
    "create_transaction_request",
    "get_registration_response",
    "get_transaction_response",
    "token_response",
];

#[test]
fn every_printed_body_decodes_and_every_request_is_written_as_printed() {
    let mut names = every_example_decodes(&DICTIONARY);
    names.retain(|name| !name.starts_with("other_"));
    assert_eq!(names, PRINTED);
}

#[test]
fn nothing_is_generated_that_no_example_shows() {
    every_operation_and_callback_has_an_example(&DICTIONARY);
}

#[test]
fn everything_received_is_read_leniently() {
    every_received_body_is_read_leniently(&DICTIONARY);
}

#[test]
fn whatever_the_provider_sends_nothing_panics() {
    no_odd_body_panics(&DICTIONARY);
}

#[test]
fn no_secret_and_nobodys_data_prints() {
    no_received_body_prints_a_secret_or_a_person(&DICTIONARY);
}

#[test]
fn the_document_lists_no_error_code() {
    assert!(codes::ALL.is_empty());
}

#[test]
fn the_printed_words_mean_paid_and_cancelled_and_no_other_word_is_a_success() {
    let table = StatusTable::Transaction;
    assert_eq!(table.read("paid"), PaymentStatus::Paid);
    assert_eq!(
        StatusTable::Cancellation.read("cancel"),
        PaymentStatus::Cancelled
    );
    for word in ["success", "PAID", "settlement", ""] {
        assert_eq!(table.read(word), PaymentStatus::Other(word.into()));
    }
}

#[test]
fn a_lost_answer_and_every_code_are_settled_as_the_tables_say() {
    every_lost_answer_is_settled_as_the_table_says(&CAPABILITIES);
    every_code_proves_what_its_table_says(&DICTIONARY, codes::ALL);
}

#[test]
fn a_charge_that_is_not_found_is_never_sent_again_because_no_document_says_what_a_repeat_does() {
    for method in CAPABILITIES.methods {
        assert_eq!(method.settlement.lookup, Lookup::ByReference);
        assert!(!method.settlement.send_again, "{}", method.method);
    }
}

#[test]
fn no_odd_member_changes_what_a_body_means() {
    let counted = no_odd_member_changes_the_meaning(&DICTIONARY);
    // What decides nothing is most of a body.
    assert!(counted.kept * 2 > counted.tried, "{counted:?}");
}
