//! The crate against `specs/instamoney`, and the tables of the provider's document against both.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use payments_conformance::{
    every_code_proves_what_its_table_says, every_example_decodes,
    every_lost_answer_is_settled_as_the_table_says, every_operation_and_callback_has_an_example,
    every_received_body_is_read_leniently, no_odd_body_panics, no_odd_member_changes_the_meaning,
    no_received_body_prints_a_secret_or_a_person,
};
use payments_core::{
    EarlierTry, ErrorKind, Method, Outcome, PaymentStatus, SuggestedAction, capabilities::Lookup,
};
use payments_instamoney::{
    CAPABILITIES, DICTIONARY,
    codes::{self, Code},
    statuses::{self, StatusTable},
};

/// Every JSON body that the document prints, by version and wallet.
const PRINTED: [&str; 27] = [
    "dana_2019_create_refusal",
    "dana_2019_create_request",
    "dana_2019_create_response",
    "dana_2020_create_refusal",
    "dana_2020_create_request",
    "dana_2020_create_response",
    "dana_callback_paid",
    "dana_get_response",
    "get_refusal",
    "linkaja_2019_create_refusal",
    "linkaja_2019_create_request",
    "linkaja_2019_create_response",
    "linkaja_2020_create_refusal",
    "linkaja_2020_create_request",
    "linkaja_2020_create_response",
    "linkaja_callback_completed",
    "linkaja_get_response_completed",
    "linkaja_get_response_pending",
    "ovo_2019_create_refusal",
    "ovo_2019_create_request",
    "ovo_2019_create_response",
    "ovo_2020_create_refusal",
    "ovo_2020_create_request",
    "ovo_2020_create_response",
    "ovo_callback_completed",
    "ovo_callback_failed",
    "ovo_get_response",
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

/// A table's name; each code with its HTTP status.
type Table = (&'static str, &'static [(&'static str, Option<u16>)]);

/// The error tables of the document, as printed there.
#[rustfmt::skip]
const TABLES: [Table; 9] = [
    ("ovo 2019-02-04 create", &[
        ("API_VALIDATION_ERROR", Some(422)),
        ("USER_DID_NOT_AUTHORIZE_THE_PAYMENT", Some(400)),
        ("USER_DECLINED_THE_TRANSACTION", Some(400)),
        ("PHONE_NUMBER_NOT_REGISTERED", Some(400)),
        ("EWALLET_APP_UNREACHABLE", Some(400)),
        ("DUPLICATE_PAYMENT", Some(400)),
        ("OVO_TIMEOUT_ERROR", Some(400)),
        ("CREDENTIALS_ERROR", Some(400)),
        ("ACCOUNT_AUTHENTICATION_ERROR", Some(400)),
        ("ACCOUNT_BLOCKED_ERROR", Some(400)),
        ("EWALLET_TYPE_NOT_SUPPORTED", Some(422)),
        ("REQUEST_FORBIDDEN", Some(403)),
    ]),
    ("dana 2019-02-04 create", &[
        ("API_VALIDATION_ERROR", Some(422)),
        ("DUPLICATE_ERROR", Some(400)),
        ("EWALLET_TYPE_NOT_SUPPORTED", Some(422)),
        ("REQUEST_FORBIDDEN", Some(403)),
    ]),
    ("linkaja 2019-02-04 create", &[
        ("API_VALIDATION_ERROR", Some(400)),
        ("GENERATE_CHECKOUT_TOKEN_ERROR", Some(422)),
        ("DUPLICATE_PAYMENT_ERROR", Some(400)),
        ("EWALLET_TYPE_NOT_SUPPORTED", Some(422)),
        ("REQUEST_FORBIDDEN", Some(403)),
    ]),
    ("2019-02-04 status", &[
        ("PAYMENT_NOT_FOUND_ERROR", Some(404)),
        ("REQUEST_FORBIDDEN", Some(403)),
    ]),
    ("ovo 2020-02-01 create", &[
        ("API_VALIDATION_ERROR", Some(422)),
        ("EWALLET_TYPE_NOT_SUPPORTED", Some(422)),
        ("DUPLICATE_PAYMENT_REQUEST_ERROR", Some(400)),
        ("REQUEST_FORBIDDEN", Some(403)),
    ]),
    ("dana 2020-02-01 create", &[
        ("API_VALIDATION_ERROR", Some(422)),
        ("EWALLET_TYPE_NOT_SUPPORTED", Some(422)),
        ("DUPLICATE_ERROR", Some(400)),
        ("CHECKOUT_ERROR", Some(400)),
        ("REQUEST_FORBIDDEN", Some(403)),
    ]),
    ("linkaja 2020-02-01 create", &[
        ("API_VALIDATION_ERROR", Some(400)),
        ("GENERATE_CHECKOUT_TOKEN_ERROR", Some(422)),
        ("EWALLET_TYPE_NOT_SUPPORTED", Some(422)),
        ("DUPLICATE_PAYMENT_ERROR", Some(400)),
        ("REQUEST_FORBIDDEN", Some(403)),
    ]),
    ("2020-02-01 status", &[
        ("PAYMENT_NOT_FOUND_ERROR", Some(404)),
        ("REQUEST_FORBIDDEN", Some(403)),
    ]),
    ("ovo callback failure", &[
        ("USER_DID_NOT_AUTHORIZE_THE_PAYMENT", None),
        ("USER_DECLINED_THE_TRANSACTION", None),
        ("PHONE_NUMBER_NOT_REGISTERED", None),
        ("EWALLET_APP_UNREACHABLE", None),
        ("OVO_TIMEOUT_ERROR", None),
        ("CREDENTIALS_ERROR", None),
        ("ACCOUNT_AUTHENTICATION_ERROR", None),
        ("ACCOUNT_BLOCKED_ERROR", None),
        ("SENDING_TRANSACTION_ERROR", None),
        ("EXTERNAL_ERROR", None),
    ]),
];

/// Tables of other pages than the document.
const OTHER_TABLES: [&str; 4] = [
    "charges create",
    "charges get",
    "charges failure",
    "recorded",
];

#[test]
fn every_code_of_every_table_is_known_with_its_http_status() {
    for (table, printed) in TABLES {
        for (code, http) in printed {
            let info = Code::from(*code)
                .info()
                .unwrap_or_else(|| panic!("{table}: {code} is not known"));
            let listed = info
                .listed
                .iter()
                .any(|at| at.table == table && at.http == *http);
            assert!(listed, "{code} is not listed in {table} with {http:?}");
        }
    }
}

#[test]
fn no_table_lists_a_code_that_the_document_does_not_print() {
    for info in codes::ALL {
        assert!(!info.listed.is_empty(), "{} is in no table", info.code);
        for at in info.listed {
            let printed = TABLES.iter().find(|(table, _)| *table == at.table);
            match printed {
                Some((_, printed)) => assert!(
                    printed.contains(&(info.code, at.http)),
                    "{} is not printed in {}",
                    info.code,
                    at.table
                ),
                None => assert!(OTHER_TABLES.contains(&at.table), "{}", at.table),
            }
        }
    }
}

#[test]
fn only_codes_that_leave_no_doubt_are_refusals() {
    let unknown: Vec<_> = codes::ALL
        .iter()
        .filter(|info| info.outcome == Outcome::Unknown)
        .map(|info| info.code)
        .collect();
    assert_eq!(
        unknown,
        [
            "OVO_TIMEOUT_ERROR",
            "SENDING_TRANSACTION_ERROR",
            "EXTERNAL_ERROR",
            "CHECKOUT_ERROR",
            "GENERATE_CHECKOUT_TOKEN_ERROR",
            "SERVER_ERROR",
            "CHANNEL_UNAVAILABLE",
            "DEVELOPMENT_MODE_PAYMENT_ACKNOWLEDGED",
            "DEVELOPMENT_MODE_PAYMENT_SIMULATION_ACKNOWLEDGED",
        ]
    );
    for info in codes::ALL {
        let asks = info.action == SuggestedAction::AskByReference;
        let doubt = info.outcome == Outcome::Unknown || info.kind == ErrorKind::Duplicate;
        assert_eq!(asks, doubt, "{}", info.code);
    }
}

#[test]
fn a_duplicate_proves_that_the_earlier_try_arrived() {
    for info in codes::ALL {
        let proves = info.earlier == EarlierTry::Exists;
        assert_eq!(proves, info.kind == ErrorKind::Duplicate, "{}", info.code);
    }
}

#[test]
fn every_status_word_has_its_meaning_and_no_other_word_is_a_success() {
    use PaymentStatus as S;
    use StatusTable as T;
    let printed = [
        (T::Ovo, "COMPLETED", S::Paid),
        (T::Ovo, "PENDING", S::Pending),
        (T::Ovo, "FAILED", S::Failed),
        (T::Dana, "PAID", S::Paid),
        (T::Dana, "PENDING", S::Pending),
        (T::Dana, "FAILED", S::Failed),
        (T::Dana, "EXPIRED", S::Expired),
        (T::Linkaja, "COMPLETED", S::Paid),
        (T::Linkaja, "PENDING", S::Pending),
        (T::Linkaja, "FAILED", S::Failed),
        (T::Linkaja, "EXPIRED", S::Expired),
        (T::OvoCallback, "COMPLETED", S::Paid),
        (T::OvoCallback, "FAILED", S::Failed),
        (T::DanaCallback, "PAID", S::Paid),
        (T::DanaCallback, "EXPIRED", S::Expired),
        (T::LinkajaCallback, "SUCCESS_COMPLETED", S::Paid),
        (T::LinkajaCallback, "FAILED", S::Failed),
        (T::Charge, "PENDING", S::Pending),
        (T::Charge, "SUCCEEDED", S::Paid),
        (T::Charge, "FAILED", S::Failed),
        (T::Charge, "VOIDED", S::Refunded),
        (T::Charge, "REFUNDED", S::Refunded),
        (T::Void, "PENDING", S::Pending),
        (T::Void, "SUCCEEDED", S::Refunded),
        (T::Void, "FAILED", S::Failed),
        (T::Refund, "PENDING", S::Pending),
        (T::Refund, "SUCCEEDED", S::Refunded),
        (T::Refund, "FAILED", S::Failed),
    ];
    for (table, word, status) in &printed {
        assert_eq!(table.read(word), *status, "{table:?} {word}");
    }
    assert_eq!(statuses::ALL.len(), printed.len());
    for word in ["", "paid", "SUCCEEDED ", "SUCCESS"] {
        assert_eq!(T::Dana.read(word), S::Other(word.into()));
    }
}

#[test]
fn a_lost_answer_and_every_code_are_settled_as_the_tables_say() {
    every_lost_answer_is_settled_as_the_table_says(&CAPABILITIES);
    every_code_proves_what_its_table_says(&DICTIONARY, codes::ALL);
}

#[test]
fn a_repeat_is_refused_so_it_is_safe_and_only_shopeepay_cannot_be_asked_for() {
    for method in CAPABILITIES.methods {
        let by_id = method.settlement.lookup == Lookup::ByProviderId;
        assert_eq!(by_id, *method.method == Method::SHOPEEPAY);
        assert!(method.settlement.send_again, "{}", method.method);
    }
}

#[test]
fn no_odd_member_changes_what_a_body_means() {
    let counted = no_odd_member_changes_the_meaning(&DICTIONARY);
    // What decides nothing is most of a body.
    assert!(counted.kept * 2 > counted.tried, "{counted:?}");
}
