//! The crate against `specs/digiswitch`.

#![allow(clippy::unwrap_used)]

use payments_conformance::{
    every_example_decodes, every_operation_and_callback_has_an_example,
    every_received_body_is_read_leniently, example, no_odd_body_panics,
    no_odd_member_changes_the_meaning, no_received_body_prints_a_secret_or_a_person,
};
use payments_core::{EarlierTry, ErrorKind, Outcome, PaymentStatus};
use payments_digiswitch::{
    CAPABILITIES, DICTIONARY, Details,
    codes::{self, Code},
    statuses::{self, StatusTable},
};
use serde_json::Value;

/// Every JSON body that the document prints.
const PRINTED: [&str; 15] = [
    "bpjs_pay_response",
    "emoney_pay_response",
    "hp_pay_response",
    "internet_pay_response",
    "kirimuang_pay_response",
    "multifinance_pay_response",
    "pbb_pay_response",
    "pdam_pay_response",
    "pgas_pay_response",
    "pln_pay_request",
    "pln_pay_response",
    "plnnontaglis_pay_response",
    "samsat_pay_request",
    "samsat_pay_response",
    "tv_pay_response",
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
fn the_details_of_every_printed_answer_are_typed_and_no_printed_member_is_lost() {
    for product in CAPABILITIES.bills.unwrap().products {
        let printed = example("digiswitch", &format!("{}_pay_response", product.code));
        let desc = printed.body.pointer("/data/desc").unwrap();
        let details = Details::new(product.code, desc);
        assert!(!matches!(details, Details::Other(_)), "{}", product.code);

        let mut parts = DICTIONARY.parts.iter();
        let shape = parts.find(|part| part.name == product.details).unwrap();
        let kept = shape.read(desc.to_string().as_bytes()).unwrap();
        assert_eq!(members(&kept), members(desc), "{}", product.code);
    }
}

/// The members of every object, with the objects that hold them.
fn members(json: &Value) -> Vec<String> {
    let below = |name: &str, json: &Value| -> Vec<String> {
        let inner = members(json).into_iter();
        inner.map(|path| format!("{name}.{path}")).collect()
    };
    let mut paths: Vec<_> = match json {
        Value::Object(object) => object
            .iter()
            .flat_map(|(name, json)| [vec![name.clone()], below(name, json)].concat())
            .collect(),
        Value::Array(list) => list.iter().flat_map(|json| below("[]", json)).collect(),
        _ => Vec::new(),
    };
    paths.sort();
    paths
}

#[test]
fn a_code_that_proves_a_failure_forms_a_transaction_and_one_of_the_question_does_not() {
    let earlier = |code: &str| Code::from(code).info().unwrap().earlier;
    for code in ["01", "02", "51", "57", "70", "74", "84"] {
        assert_eq!(earlier(code), EarlierTry::Failed, "{code}");
    }
    for code in [
        "40", "41", "42", "44", "45", "50", "63", "83", "85", "86", "87",
    ] {
        assert_eq!(earlier(code), EarlierTry::Nothing, "{code}");
    }
    for code in ["03", "49", "99"] {
        assert_eq!(earlier(code), EarlierTry::Exists, "{code}");
    }
}

#[test]
fn what_may_have_reached_the_biller_is_unknown_and_all_else_that_is_listed_is_refused() {
    for info in codes::ALL {
        let may_have = matches!(info.code, "01" | "03" | "70" | "85" | "86" | "99");
        let expected = match may_have {
            true => Outcome::Unknown,
            false => Outcome::Refused,
        };
        assert_eq!(info.outcome, expected, "{}", info.code);
    }
    assert!(Code::from("46").info().is_none());
    assert_eq!(Code::from("49").info().unwrap().kind, ErrorKind::Duplicate);
}

#[test]
fn three_words_and_the_code_of_a_refund_are_known_and_no_other_is_a_success() {
    let table = StatusTable::Bill;
    assert_eq!(table.read("Sukses"), PaymentStatus::Paid);
    assert_eq!(table.read("Pending"), PaymentStatus::Pending);
    assert_eq!(table.read("Gagal"), PaymentStatus::Failed);
    assert_eq!(StatusTable::Code.read("74"), PaymentStatus::Refunded);
    assert_eq!(statuses::ALL.len(), 4);
    for word in ["", "sukses", "SUKSES", "Berhasil"] {
        assert_eq!(table.read(word), PaymentStatus::Other(word.into()));
    }
}

#[test]
fn no_odd_member_changes_what_a_body_means() {
    let counted = no_odd_member_changes_the_meaning(&DICTIONARY);
    // What decides nothing is most of a body.
    assert!(counted.kept * 2 > counted.tried, "{counted:?}");
}
