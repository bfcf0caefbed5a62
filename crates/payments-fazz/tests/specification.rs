//! The crate against `specs/fazz`.

#![allow(clippy::unwrap_used)]

use payments_conformance::{
    every_code_proves_what_its_table_says, every_example_decodes,
    every_lost_answer_is_settled_as_the_table_says, every_operation_and_callback_has_an_example,
    every_received_body_is_read_leniently, no_odd_body_panics, no_odd_member_changes_the_meaning,
    no_received_body_prints_a_secret_or_a_person,
};
use payments_core::{ErrorKind, Outcome, PaymentStatus, SuggestedAction, capabilities::Lookup};
use payments_fazz::{
    CAPABILITIES, DICTIONARY,
    codes::{self, Code},
    statuses::{self, StatusTable},
};

/// Every JSON body that the document prints.
const PRINTED: [&str; 3] = [
    "callback_paid",
    "retail_create_request",
    "retail_create_response",
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
fn every_known_code_has_its_class_and_doubt_is_unknown() {
    use ErrorKind as K;
    use Outcome::{Refused, Unknown};
    let known = [
        ("000", K::Unavailable, Unknown),
        ("001", K::Unavailable, Unknown),
        ("002", K::Unauthorized, Refused),
        ("003", K::Unsupported, Refused),
        ("004", K::NotFound, Refused),
        ("005", K::Invalid, Refused),
        ("010", K::Unavailable, Unknown),
        ("TXN0001", K::Rejected, Refused),
        ("TXN0002", K::Invalid, Refused),
        ("TXN0003", K::Rejected, Refused),
        ("TXN0004", K::Rejected, Refused),
        ("TXN0005", K::Unavailable, Unknown),
        ("TXN0006", K::Invalid, Refused),
        ("TXN0007", K::Invalid, Refused),
    ];
    for (code, kind, outcome) in known {
        let info = Code::from(code).info().unwrap();
        assert_eq!((info.kind, info.outcome), (kind, outcome), "{code}");
        let asks = info.action == SuggestedAction::AskByReference;
        assert_eq!(asks, outcome == Unknown, "{code}");
    }
    assert_eq!(codes::ALL.len(), known.len());
}

#[test]
fn paid_is_not_yet_settled_and_no_other_word_is_a_success() {
    use PaymentStatus as S;
    let table = StatusTable::Payment;
    let known = [
        ("pending", S::Pending),
        ("processing", S::Pending),
        ("paid", S::Paid),
        ("completed", S::Settled),
        ("cancelled", S::Cancelled),
        ("expired", S::Expired),
        ("failed", S::Failed),
    ];
    for (word, status) in &known {
        assert_eq!(table.read(word), *status, "{word}");
    }
    assert_eq!(statuses::ALL.len(), known.len());
    for word in ["", "PAID", "success"] {
        assert_eq!(table.read(word), S::Other(word.into()));
    }
}

#[test]
fn a_lost_answer_and_every_code_are_settled_as_the_tables_say() {
    every_lost_answer_is_settled_as_the_table_says(&CAPABILITIES);
    every_code_proves_what_its_table_says(&DICTIONARY, codes::ALL);
}

#[test]
fn a_payment_that_is_not_found_is_sent_again_because_a_repeat_gives_the_first_payment() {
    for method in CAPABILITIES.methods {
        assert_eq!(method.settlement.lookup, Lookup::ByReference);
        assert!(method.settlement.send_again, "{}", method.method);
    }
}

#[test]
fn no_odd_member_changes_what_a_body_means() {
    let counted = no_odd_member_changes_the_meaning(&DICTIONARY);
    // What decides nothing is most of a body.
    assert!(counted.kept * 2 > counted.tried, "{counted:?}");
}
