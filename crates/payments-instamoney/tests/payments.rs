//! The common trait against one answer at a time: what goes over the wire, and what comes of it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::sync::Arc;

use httpmock::prelude::*;
use payments_conformance::example;
use payments_core::{
    Customer, Error, ErrorKind, Item, Method, Money, NextAction, Outcome, Payment, PaymentIntent,
    PaymentQuery, PaymentRequest, PaymentStatus, Payments, Reference, Retry, SuggestedAction,
    retry::VirtualClock,
};
use payments_instamoney::{ApiVersion, Config, Instamoney, types};
use serde_json::{Value, json};

const KEY: &str = "xnd_development_test";

fn config(server: &MockServer) -> Config {
    Config::new(KEY)
        .unwrap()
        .base_url(&server.base_url())
        .unwrap()
}

fn provider(server: &MockServer) -> Arc<dyn Payments> {
    Arc::new(Instamoney::new(config(server)).unwrap())
}

fn body(name: &str) -> Value {
    example("instamoney", name).body
}

fn request(reference: &str, rupiah: u64, method: Method) -> PaymentRequest {
    PaymentRequest::new(
        Reference::new(reference).unwrap(),
        Money::idr(rupiah),
        method,
    )
    .customer(Customer::default().phone("08123123123"))
}

/// Sends and asks as the core does, without waiting.
async fn settle(server: &MockServer, asked: &PaymentRequest) -> Result<Payment, Error> {
    let clock = VirtualClock::new("2026-03-02T03:00:00Z".parse().unwrap());
    let retry = Retry::default().clock(clock).seed(1);
    let provider = provider(server);
    let intent = PaymentIntent::new(&*provider, asked);
    Ok(retry.settle(&intent).await?)
}

fn query(reference: &str, method: Method) -> PaymentQuery {
    PaymentQuery::new(Reference::new(reference).unwrap(), method)
}

#[tokio::test]
async fn an_ovo_payment_goes_out_as_the_document_prints_it() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.method(POST)
                .path("/ewallets")
                // base64 of "xnd_development_test:"
                .header("authorization", "Basic eG5kX2RldmVsb3BtZW50X3Rlc3Q6")
                .header("x-api-version", "2020-02-01")
                .header("content-type", "application/json")
                .header_missing("api-version")
                .header_missing("for-user-id")
                .json_body(body("ovo_2020_create_request"));
            then.status(200).json_body(body("ovo_2020_create_response"));
        })
        .await;
    let payment = provider(&server)
        .create(&request("ovo-ewallet", 1000, Method::OVO))
        .await
        .unwrap();
    mock.assert_async().await;
    assert_eq!(payment.status, PaymentStatus::Pending);
    assert_eq!(payment.raw_status, "PENDING");
    assert_eq!(payment.amount, Some(Money::idr(1000)));
    assert_eq!(payment.next_actions, [NextAction::ApproveOnPhone]);
    assert!(payment.created_at.is_some());
}

#[tokio::test]
async fn a_synchronous_ovo_payment_is_paid_only_with_a_transaction_to_show() {
    for (transaction, status) in [(true, PaymentStatus::Paid), (false, PaymentStatus::Pending)] {
        let server = MockServer::start_async().await;
        let mut answer = body("ovo_2019_create_response");
        if !transaction {
            answer
                .as_object_mut()
                .unwrap()
                .remove("ewallet_transaction_id");
        }
        server
            .mock_async(|when, then| {
                when.path("/ewallets").header("x-api-version", "2019-02-04");
                then.status(200).json_body(answer);
            })
            .await;
        let config = config(&server).version(ApiVersion::X20190204);
        let payment = Instamoney::new(config)
            .unwrap()
            .create(&request("ovo-ewallet", 1000, Method::OVO))
            .await
            .unwrap();
        assert_eq!(payment.status, status);
    }
}

#[tokio::test]
async fn a_dana_payment_sends_its_customer_to_the_checkout_page() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.path("/ewallets")
                .header("for-user-id", "sub-account")
                .header("with-fee-rule", "fees")
                .json_body(body("dana_2020_create_request"));
            let mut answer = body("dana_2020_create_response");
            // The document's answer repeats another amount than its request.
            answer["amount"] = json!(1001);
            then.status(200).header("fee-id", "fee_1").json_body(answer);
        })
        .await;
    let expires_at = payments_core::wire::time("2020-02-20T00:00:00.000Z").unwrap();
    let request = request("dana-ewallet", 1001, Method::DANA)
        .expires_at(expires_at)
        .callback_url("https://my-shop.com/callbacks")
        .return_url("https://my-shop.com/home");
    let config = config(&server)
        .for_user_id("sub-account")
        .with_fee_rule("fees");
    let payment = Instamoney::new(config)
        .unwrap()
        .create(&request)
        .await
        .unwrap();
    mock.assert_async().await;
    let url = "https://dana.id/m/portal/cashier/checkout?id=5d34079d51a9ed12c78a78d3".into();
    assert_eq!(payment.next_actions, [NextAction::Redirect { url }]);
}

#[tokio::test]
async fn a_linkaja_payment_carries_its_items() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.path("/ewallets")
                .json_body(body("linkaja_2020_create_request"));
            then.status(200)
                .json_body(body("linkaja_2020_create_response"));
        })
        .await;
    let item = |id: &str, name: &str, price| Item {
        id: id.into(),
        name: name.into(),
        price: Money::idr(price),
        quantity: 1,
    };
    let request = request("linkaja-ewallet", 300_000, Method::LINKAJA)
        .customer(Customer::default().phone("081245671234"))
        .item(item("123123", "Phone Case", 100_000))
        .item(item("345678", "Powerbank", 200_000))
        .callback_url("https://yourwebsite.com/callback")
        .return_url("https://yourwebsite.com/order/123");
    provider(&server).create(&request).await.unwrap();
    mock.assert_async().await;
}

#[tokio::test]
async fn shopeepay_is_a_charge_with_its_callback_url_in_a_header() {
    let server = MockServer::start_async().await;
    let answer = body("other_charge_shopeepay_response");
    let reference = answer["reference_id"].as_str().unwrap().to_owned();
    let rupiah = answer["charge_amount"].as_u64().unwrap();
    let create = server
        .mock_async(|when, then| {
            when.method(POST)
                .path("/ewallets/charges")
                .header("x-callback-url", "https://my-shop.com/callbacks")
                .json_body_includes(
                    r#"{"channel_code": "ID_SHOPEEPAY", "checkout_method": "ONE_TIME_PAYMENT", "currency": "IDR",
                        "channel_properties": {"success_redirect_url": "https://my-shop.com/home"}}"#,
                );
            then.status(202).json_body(answer.clone());
        })
        .await;
    let provider = provider(&server);
    let request = request(&reference, rupiah, Method::SHOPEEPAY)
        .callback_url("https://my-shop.com/callbacks")
        .return_url("https://my-shop.com/home");
    let payment = provider.create(&request).await.unwrap();
    create.assert_async().await;
    assert!(matches!(
        payment.next_actions[0],
        NextAction::DeepLink { .. }
    ));

    let id = payment.provider_id.clone().unwrap();
    let get = server
        .mock_async(|when, then| {
            when.method(GET).path(format!("/ewallets/charges/{id}"));
            then.status(200).json_body(answer);
        })
        .await;
    provider.get(&payment.query()).await.unwrap();
    get.assert_async().await;

    // Without the id nothing is sent, and the error says what is missing.
    let error = provider.get(&request.query()).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(error.to_string().contains("provider_id"));
}

#[tokio::test]
async fn every_printed_status_answer_becomes_a_payment() {
    for (name, method, status) in [
        ("ovo_get_response", Method::OVO, PaymentStatus::Paid),
        ("dana_get_response", Method::DANA, PaymentStatus::Paid),
        (
            "linkaja_get_response_completed",
            Method::LINKAJA,
            PaymentStatus::Paid,
        ),
        (
            "linkaja_get_response_pending",
            Method::LINKAJA,
            PaymentStatus::Pending,
        ),
    ] {
        let server = MockServer::start_async().await;
        let answer = body(name);
        let reference = answer["external_id"].as_str().unwrap().to_owned();
        server
            .mock_async(|when, then| {
                when.method(GET)
                    .path("/ewallets")
                    .query_param("external_id", &reference)
                    .query_param("ewallet_type", method.channel().to_uppercase());
                then.status(200).json_body(answer);
            })
            .await;
        let payment = provider(&server)
            .get(&query(&reference, method))
            .await
            .unwrap();
        assert_eq!(payment.status, status, "{name}");
        assert_eq!(payment.amount, Some(Money::idr(10_000)), "{name}");
    }
}

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
    let foreign_phone = ovo("a", 1).customer(Customer::default().phone("+628123123123"));
    let late = ovo("a", 1).expires_at(payments_core::wire::time("2030-01-01T00:00:00Z").unwrap());
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
        (foreign_phone, vec!["phone", "not shown"]),
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
        assert!(!error.to_string().contains("628123123123"), "{error}");
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
    let request = types::EwalletChargeRequest {
        amount: "0".parse().unwrap(),
        basket: None,
        capture_now: None,
        channel_code: Some(types::EwalletChargeRequestChannelCode::IdOvo),
        channel_properties: Some(types::ChannelProperties {
            mobile_number: Some("0812".into()),
            ..Default::default()
        }),
        checkout_method: types::EwalletChargeRequestCheckoutMethod::OneTimePayment,
        currency: types::EwalletChargeRequestCurrency::Idr,
        customer_id: None,
        metadata: None,
        payment_method_id: None,
        reference_id: "a".into(),
    };
    let instamoney = Instamoney::new(config(&server)).unwrap();
    let error = instamoney
        .create_ewallet_charge(&request, None)
        .await
        .unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(error.to_string().contains("amount"), "{error}");
    let request = types::EwalletChargeRequest {
        amount: "100".parse().unwrap(),
        ..request
    };
    let error = instamoney
        .create_ewallet_charge(&request, None)
        .await
        .unwrap_err();
    let text = error.to_string();
    assert!(text.contains("channel_properties.mobile_number"), "{text}");
}

#[tokio::test]
async fn a_payment_by_another_wallet_is_not_the_one_that_was_asked_for() {
    for (path_is_create, wallet) in [(true, "GOPAY"), (true, "DANA"), (false, "DANA")] {
        let server = MockServer::start_async().await;
        let answer = json!({
            "external_id": "a", "amount": 1000, "ewallet_type": wallet, "status": "COMPLETED",
        });
        server
            .mock_async(|_, then| {
                then.status(200).json_body(answer);
            })
            .await;
        let provider = provider(&server);
        let told = match path_is_create {
            true => provider.create(&request("a", 1000, Method::OVO)).await,
            false => provider.get(&query("a", Method::OVO)).await,
        };
        let error = told.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{wallet}");
        assert_eq!(error.kind(), ErrorKind::Integrity, "{wallet}");
    }
}

#[tokio::test]
async fn a_question_that_fails_never_takes_the_place_of_an_unknown_create() {
    // Nothing is found yet, the question is refused, the question fails: the create is what counts.
    for status in [404, 403, 500] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.method(POST);
                then.status(502);
            })
            .await;
        server
            .mock_async(|when, then| {
                when.method(GET);
                then.status(status).json_body(body("get_refusal"));
            })
            .await;
        let asked = request("a", 1000, Method::OVO);
        let error = settle(&server, &asked).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{status}");
        assert_eq!(error.operation(), Some("create_ewallet_payment"));
        assert_eq!(error.http_status(), Some(502));
    }
}

#[tokio::test]
async fn a_lost_or_repeated_create_is_found_and_adopted_if_it_is_the_same() {
    for (status, rupiah, adopted) in [
        (502, 10_000, true),
        (400, 10_000, true),
        (502, 9_999, false),
    ] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|when, then| {
                when.method(POST);
                then.status(status)
                    .json_body(body("ovo_2020_create_refusal"));
            })
            .await;
        server
            .mock_async(|when, then| {
                when.method(GET);
                then.status(200).json_body(body("ovo_get_response"));
            })
            .await;
        let asked = request("ovo-payment", rupiah, Method::OVO);
        match settle(&server, &asked).await {
            Ok(payment) => assert!(adopted && payment.status == PaymentStatus::Paid),
            Err(error) => assert!(!adopted && error.kind() == ErrorKind::Integrity, "{error}"),
        }
    }
}

#[tokio::test]
async fn a_lost_charge_is_never_advised_to_be_asked_for_by_reference() {
    for status in [409, 500] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|_, then| {
                then.status(status)
                    .json_body(body("other_charge_duplicate_refusal"));
            })
            .await;
        let asked = request("a", 1000, Method::SHOPEEPAY).return_url("https://my-shop.com/");
        let error = settle(&server, &asked).await.unwrap_err();
        assert!(error.must_ask(), "{status}");
        assert_eq!(error.suggested_action(), SuggestedAction::AwaitCallback);
    }
}
