//! What is refused here or by the provider, and what cannot be done.

use httpmock::prelude::*;
use payments_core::{Customer, ErrorKind, Method, Money, Outcome, SuggestedAction};
use payments_instamoney::{
    Instamoney,
    types::{self, EwalletChargeRequestCheckoutMethod::OneTimePayment},
};
use serde_json::json;

use crate::stand::{body, config, provider, query, request};

#[tokio::test]
async fn an_answer_about_another_payment_leaves_the_outcome_unknown() {
    for (member, wrong) in [("amount", json!(999)), ("external_id", json!("other"))] {
        let server = MockServer::start_async().await;
        let mut answer = body("ovo_2020_create_response");
        answer[member] = wrong;
        server
            .mock_async(|_, then| {
                then.status(200).json_body(answer);
            })
            .await;
        let error = provider(&server)
            .create(&request("ovo-ewallet", 1000, Method::OVO))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Integrity, "{member}");
        assert_eq!(error.outcome(), Outcome::Unknown, "{member}");
        assert_eq!(error.reference().unwrap().as_str(), "ovo-ewallet");
    }
}

#[tokio::test]
async fn a_wrong_request_is_refused_before_sending_naming_field_and_value() {
    let server = MockServer::start_async().await;
    let anything = server
        .mock_async(|_, then| {
            then.status(200);
        })
        .await;
    let provider = provider(&server);
    let ovo = |reference: &str, rupiah| request(reference, rupiah, Method::OVO);
    let without_phone = ovo("a", 1).customer(Customer::default());
    let foreign_phone = ovo("a", 1).customer(Customer::default().phone("+6591234567"));
    let late =
        ovo("a", 1).expires_at(payments_provider::wire::time("2030-01-01T00:00:00Z").unwrap());
    for (request, words) in [
        (ovo("demo_1", 1), vec!["reference", "demo_1"]),
        (ovo(&"a".repeat(51), 1), vec!["reference", "at most 50"]),
        (ovo("a", 0), vec!["amount", "IDR 0", "at least"]),
        (ovo("a", 10_000_001), vec!["amount", "10000001", "at most"]),
        (
            request("a", 99, Method::LINKAJA),
            vec!["amount", "IDR 99", "at least IDR 100"],
        ),
        (request("a", 100, Method::DANA), vec!["callback_url"]),
        (without_phone, vec!["customer.phone"]),
        (foreign_phone, vec!["customer.phone", "not shown"]),
        (late, vec!["expires_at"]),
        (
            request("a", 1, Method::GOPAY),
            vec!["ewallet:gopay", "ewallet:ovo"],
        ),
    ] {
        let error = provider.create(&request).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        for word in words {
            assert!(
                error.to_string().contains(word),
                "{word} is not in: {error}"
            );
        }
        assert!(!error.to_string().contains("91234567"), "{error}");
    }
    anything.assert_calls_async(0).await;
}

#[tokio::test]
async fn a_duplicate_is_asked_for_and_not_paid_again() {
    for (name, status) in [
        ("ovo_2020_create_refusal", 400),
        ("dana_2019_create_refusal", 400),
        ("linkaja_2020_create_refusal", 400),
        ("other_charge_duplicate_refusal", 409),
    ] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|_, then| {
                then.status(status).json_body(body(name));
            })
            .await;
        let error = provider(&server)
            .create(&request("ovo-ewallet", 1000, Method::OVO))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Duplicate, "{name}");
        assert_eq!(error.outcome(), Outcome::Refused, "{name}");
        assert!(error.must_ask(), "{name}");
        assert_eq!(error.suggested_action(), SuggestedAction::AskByReference);
    }
}

#[tokio::test]
async fn a_payment_that_is_not_there_is_told_from_a_wrong_address() {
    for (answer, kind) in [
        (body("get_refusal").to_string(), ErrorKind::NotFound),
        (String::new(), ErrorKind::Rejected),
        ("<html>".into(), ErrorKind::Rejected),
    ] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|_, then| {
                then.status(404).body(answer);
            })
            .await;
        let error = provider(&server)
            .get(&query("ovo-ewallet", Method::OVO))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), kind);
    }
}

#[tokio::test]
async fn what_a_method_cannot_do_is_said_without_sending() {
    let server = MockServer::start_async().await;
    let error = provider(&server)
        .cancel(&query("a", Method::OVO))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert_eq!(error.outcome(), Outcome::NotSent);
}

#[tokio::test]
async fn a_charge_id_never_reaches_another_path() {
    let server = MockServer::start_async().await;
    let anything = server
        .mock_async(|_, then| {
            then.status(200);
        })
        .await;
    let instamoney = Instamoney::new(config(&server)).unwrap();
    for id in ["", "..", ".", "a/b", r"..\..\ewallets"] {
        let error = instamoney.void_ewallet_charge(id).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{id}");
    }
    anything.assert_calls_async(0).await;
}

#[tokio::test]
async fn a_void_is_posted_without_a_body_and_any_2xx_is_a_success() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.method(POST)
                .path("/ewallets/charges/ewc_1/void")
                .header("content-length", "0");
            then.status(202)
                .json_body(body("other_charge_void_response"));
        })
        .await;
    let answer = Instamoney::new(config(&server))
        .unwrap()
        .void_ewallet_charge("ewc_1")
        .await
        .unwrap();
    mock.assert_async().await;
    assert_eq!(answer.status, 202);
}

#[tokio::test]
async fn the_providers_own_request_is_checked_too() {
    let server = MockServer::start_async().await;
    let request = |rupiah| {
        types::EwalletChargeRequest::new("a", Money::idr(rupiah).amount(), OneTimePayment)
            .channel_code(types::EwalletChargeRequestChannelCode::IdOvo)
            .channel_properties(types::ChannelProperties::new().mobile_number("0812"))
    };
    let instamoney = Instamoney::new(config(&server)).unwrap();
    let error = instamoney
        .create_ewallet_charge(None, &request(0))
        .await
        .unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(error.to_string().contains("amount"), "{error}");
    let error = instamoney
        .create_ewallet_charge(None, &request(100))
        .await
        .unwrap_err();
    let text = error.to_string();
    assert!(text.contains("channel_properties.mobile_number"), "{text}");
}
