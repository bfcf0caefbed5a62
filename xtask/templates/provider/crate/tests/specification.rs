//! The crate against `specs/exampleco`, and the tables of the provider's document against both.

#![allow(clippy::unwrap_used)]

use payments_conformance::{
    every_code_proves_what_its_table_says, every_example_decodes,
    every_lost_answer_is_settled_as_the_table_says, every_operation_and_callback_has_an_example,
    every_received_body_is_read_leniently, no_odd_body_panics, no_odd_member_changes_the_meaning,
    no_received_body_prints_a_secret_or_a_person,
};
use payments_core::PaymentStatus;
use payments_exampleco::{CAPABILITIES, DICTIONARY, codes, statuses::StatusTable};

/// Every JSON body that the document prints.
// example of new-provider: the names of specs/exampleco/examples/ that do not begin with other_
const PRINTED: [&str; 8] = [
    "callback_expired",
    "callback_failed",
    "callback_paid",
    "create_refusal",
    "create_request",
    "create_response",
    "get_refusal",
    "get_response",
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
fn the_document_lists_these_codes_and_no_others() {
    // example of new-provider: the document's tables, by hand and not from specs/
    let printed = [
        "INVALID_REQUEST",
        "UNAUTHORIZED",
        "DUPLICATE_REFERENCE",
        "NOT_FOUND",
    ];
    let listed: Vec<_> = codes::ALL.iter().map(|info| info.code).collect();
    assert_eq!(listed, printed);
}

#[test]
fn every_status_word_has_its_meaning_and_no_other_word_is_a_success() {
    let table = StatusTable::Payment;
    // example of new-provider: the document's words, by hand and not from specs/
    assert_eq!(table.read("PENDING"), PaymentStatus::Pending);
    assert_eq!(table.read("PAID"), PaymentStatus::Paid);
    assert_eq!(table.read("FAILED"), PaymentStatus::Failed);
    assert_eq!(table.read("EXPIRED"), PaymentStatus::Expired);
    for word in ["", "paid", "SUCCESS"] {
        assert_eq!(table.read(word), PaymentStatus::Other(word.into()));
    }
}

#[test]
fn a_lost_answer_and_every_code_are_settled_as_the_tables_say() {
    every_lost_answer_is_settled_as_the_table_says(&CAPABILITIES);
    every_code_proves_what_its_table_says(&DICTIONARY, codes::ALL);
}

#[test]
fn no_odd_member_changes_what_a_body_means() {
    let counted = no_odd_member_changes_the_meaning(&DICTIONARY);
    assert!(counted.kept > 0, "{counted:?}");
}
