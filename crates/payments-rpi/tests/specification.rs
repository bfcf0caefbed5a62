//! The crate against `specs/rpi`.

#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use payments_conformance::{
    every_example_decodes, every_operation_and_callback_has_an_example,
    every_received_body_is_read_leniently, example, no_odd_body_panics,
    no_odd_member_changes_the_meaning, no_received_body_prints_a_secret_or_a_person,
};
use payments_core::{ErrorKind, MandateStatus, News, Outcome, PaymentStatus};
use payments_provider::explain::Explanation;
use payments_rpi::{DICTIONARY, codes, statuses::StatusTable, types::InstructionStatus};
use serde_json::json;

/// The document prints no body: these are written from its list of fields, from its other pages and
/// from siblings of the product.
const SHOWN: [&str; 19] = [
    "other_callback_charge_failed",
    "other_callback_charge_paid",
    "other_callback_charge_processing",
    "other_create_bare_url_response",
    "other_create_fixed_request",
    "other_create_header_refusal",
    "other_create_lower_case_url_response",
    "other_create_response",
    "other_create_token_refusal",
    "other_create_validation_refusal",
    "other_create_variable_first_amount_request",
    "other_create_variable_request",
    "other_get_pending_response",
    "other_get_response",
    "other_token_refusal",
    "other_token_request",
    "other_token_response",
    "other_update_request",
    "other_update_response",
];

#[test]
fn every_body_decodes_and_every_request_is_written_as_shown() {
    let mut decoded = every_example_decodes(&DICTIONARY);
    // Sessions of `payments verify` add what they have recorded.
    decoded.retain(|name| !name.starts_with("other_recorded_"));
    assert_eq!(decoded, SHOWN);
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
fn the_document_lists_no_error_code_and_three_statuses_that_refuse() {
    assert!(codes::ALL.is_empty());
    let rules: Vec<_> = codes::HTTP
        .iter()
        .map(|rule| (rule.status, rule.kind, rule.outcome))
        .collect();
    assert_eq!(
        rules,
        [
            (400, ErrorKind::Invalid, Outcome::Refused),
            (401, ErrorKind::Unauthorized, Outcome::Refused),
            (412, ErrorKind::Invalid, Outcome::Refused),
        ]
    );
}

#[test]
fn a_charge_is_told_by_its_own_status_and_never_by_the_code_of_the_envelope() {
    for (name, word, status) in [
        ("paid", "1", PaymentStatus::Paid),
        ("failed", "4", PaymentStatus::Failed),
        ("processing", "0", PaymentStatus::Pending),
    ] {
        let body = example("rpi", &format!("other_callback_charge_{name}")).bytes();
        let news = DICTIONARY.callback(&body).unwrap().news.unwrap();
        assert_eq!(news.status_word(), status.as_str());
        assert_eq!(StatusTable::Charge.read(word), status);
    }
    assert_eq!(StatusTable::Charge.read("2"), PaymentStatus::Refunded);
    assert_eq!(StatusTable::Charge.read("3"), PaymentStatus::Cancelled);
    for word in ["5", "200", "success", ""] {
        let other = PaymentStatus::Other(word.into());
        assert_eq!(StatusTable::Charge.read(word), other);
    }
}

fn explained(operation: &str, body: &[u8]) -> Explanation {
    DICTIONARY.answer(operation, 200, body).unwrap()
}

#[test]
fn every_word_of_an_instruction_is_told_and_an_unknown_one_is_never_active() {
    use MandateStatus as S;
    let known = [
        ("PENDING_CONFIRMATION", S::Pending),
        ("ACTIVE", S::Active),
        ("COMPLETED", S::Completed),
        ("EXPIRED", S::Expired),
        ("REJECTED", S::Rejected),
        ("TERMINATED", S::Terminated),
    ];
    assert_eq!(InstructionStatus::KNOWN.len(), known.len());
    let unknown = ["active", "2", ""].map(|word| (word, S::Other(word.into())));
    for (word, status) in known.into_iter().chain(unknown) {
        let mut answer = example("rpi", "other_get_response").body;
        answer["rpi"]["status"] = json!(word);
        let body = answer.to_string();
        let Some(News::Mandate(mandate)) = explained("get_rpi", body.as_bytes()).news else {
            panic!("an instruction is a mandate");
        };
        assert_eq!((&*mandate.raw_status, mandate.status), (word, status));
    }
}

#[test]
fn a_success_that_lists_what_is_wrong_is_explained_as_a_contradiction() {
    for body in [
        json!({"rpiCode": "RPI1", "errors": [{"code": "0002"}]}),
        json!({"rpiCode": "RPI1", "ErrorCode": "0002"}),
    ] {
        let body = body.to_string();
        let error = explained("update_bill_amount", body.as_bytes()).error;
        assert_eq!(error.unwrap().outcome(), Outcome::Unknown, "{body}");
    }
}

#[test]
fn an_envelope_that_says_no_under_a_success_contradicts_it_and_any_other_code_decides_nothing() {
    for code in [json!(412), json!("500"), json!(300)] {
        let body = json!({"code": code, "message": "?"}).to_string();
        let error = explained("update_bill_amount", body.as_bytes())
            .error
            .unwrap();
        assert_eq!(error.outcome(), Outcome::Unknown, "{code}");
    }
    for code in [
        json!(200),
        json!("202"),
        json!("0001"),
        json!("0304"),
        json!(true),
    ] {
        let body = json!({"code": code}).to_string();
        assert!(
            explained("update_bill_amount", body.as_bytes())
                .error
                .is_none(),
            "{code}"
        );
    }
}

#[test]
fn no_odd_member_changes_what_a_body_means() {
    let counted = no_odd_member_changes_the_meaning(&DICTIONARY);
    // What decides nothing is most of a body.
    assert!(counted.kept * 2 > counted.tried, "{counted:?}");
}
