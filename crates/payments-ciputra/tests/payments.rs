//! The common trait against one answer at a time: what goes over the wire, and what comes of it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::sync::Arc;

use httpmock::{Mock, prelude::*};
use payments_ciputra::{BodyFormat, Ciputra, Config, ReturnUrl, types};
use payments_conformance::example;
use payments_core::{
    Callbacks, Customer, ErrorKind, Method, Money, NextAction, Outcome, PaymentQuery,
    PaymentRequest, PaymentStatus, Payments, Received, Reference,
};
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

fn config(server: &MockServer) -> Config {
    Config::new(&server.base_url(), "key", "secret").unwrap()
}

fn provider(server: &MockServer) -> Ciputra {
    Ciputra::new(config(server)).unwrap()
}

fn body(name: &str) -> Value {
    example("ciputra", name).body
}

async fn token<'a>(server: &'a MockServer, token: &str) -> Mock<'a> {
    let mut answer = body("token_response");
    answer["access_token"] = json!(token);
    answer["expires_in"] = json!(3600);
    server
        .mock_async(|when, then| {
            when.method(POST)
                .path("/auth/token")
                .header("api-key", "key")
                .header("api-secret", "secret");
            then.status(200).json_body(answer);
        })
        .await
}

fn request() -> PaymentRequest {
    asking("ECL00001", Money::idr(2_000_000), Method::GOPAY)
}

fn asking(reference: &str, amount: Money, method: Method) -> PaymentRequest {
    PaymentRequest::new(Reference::new(reference).unwrap(), amount, method).customer(
        Customer::default()
            .name("Jhonny")
            .phone("+62 800 000 22233"),
    )
}

fn query(reference: &str) -> PaymentQuery {
    PaymentQuery::new(Reference::new(reference).unwrap(), Method::GOPAY)
}

#[tokio::test]
async fn a_charge_carries_a_token_and_the_providers_two_words_for_the_method() {
    let server = MockServer::start_async().await;
    token(&server, "t-1").await;
    let charge = server
        .mock_async(|when, then| {
            when.method(POST)
                .path("/api/transaction")
                .header("authorization", "Bearer t-1")
                .header_missing("api-version")
                .header_missing("api-secret")
                .json_body(json!({
                    "action": "charge", "paytype": "ewallet", "paycode": "gopay", "external_id": "ECL00001",
                    "name": "Jhonny", "phone": "080000022233", "amount": "2000000",
                }));
            let mut answer = body("other_create_transaction_response");
            answer["data"]["external_id"] = json!("ECL00001");
            then.status(200).json_body(answer);
        })
        .await;
    let provider: Arc<dyn Payments> = Arc::new(provider(&server));
    let payment = provider.create(&request()).await.unwrap();
    charge.assert_async().await;
    // "Success" of a charge means that the order was made.
    assert_eq!(payment.status, PaymentStatus::Pending);
    assert!(payment.provider_id.unwrap().starts_with("TE"));
    assert!(matches!(
        payment.next_actions[0],
        NextAction::Redirect { .. }
    ));
    assert!(payment.expires_at.is_some());
}

#[tokio::test]
async fn a_phone_number_of_another_country_keeps_its_code_and_one_that_is_unclear_is_not_sent() {
    let server = MockServer::start_async().await;
    token(&server, "t-1").await;
    let charge = server
        .mock_async(|when, then| {
            when.path("/api/transaction")
                .json_body_includes(r#"{"phone": "+6591234567"}"#);
            let mut answer = body("other_create_transaction_response");
            answer["data"]["external_id"] = json!("ECL00001");
            then.status(200).json_body(answer);
        })
        .await;
    let provider = provider(&server);
    let with = |phone: &str| {
        let customer = Customer::default().name("Jhonny").phone(phone);
        request().customer(customer)
    };
    provider.create(&with("+65 9123-4567")).await.unwrap();
    for unclear in ["6598765432", "620812345678", "0812345"] {
        let error = provider.create(&with(unclear)).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        assert!(error.to_string().contains("customer.phone"), "{error}");
        assert!(!format!("{error} {error:?}").contains(unclear), "{error}");
    }
    charge.assert_async().await;
}

#[tokio::test]
async fn the_page_to_come_back_to_goes_into_the_member_of_the_setting() {
    for (setting, redirect, back) in [
        (ReturnUrl::RedirectUrl, true, false),
        (ReturnUrl::BackUrl, false, true),
        (ReturnUrl::Both, true, true),
    ] {
        let server = MockServer::start_async().await;
        token(&server, "t-1").await;
        let charge = server
            .mock_async(|when, then| {
                when.path("/api/transaction").is_true(move |request| {
                    let body: Value = serde_json::from_slice(request.body_ref()).unwrap();
                    let is =
                        |name: &str| body.get(name) == Some(&json!("https://shop.example/back"));
                    (is("redirect_url"), is("back_url")) == (redirect, back)
                });
                then.status(200)
                    .json_body(body("other_create_transaction_response"));
            })
            .await;
        let provider = Ciputra::new(config(&server).return_url(setting)).unwrap();
        let mut request = request();
        request.return_url = Some("https://shop.example/back".into());
        let _ = provider.create(&request).await;
        charge.assert_async().await;
    }
}

#[tokio::test]
async fn any_action_and_description_can_be_sent_by_hand_but_no_cancel_as_a_charge() {
    let server = MockServer::start_async().await;
    token(&server, "t-1").await;
    let charge = server
        .mock_async(|when, then| {
            when.path("/api/transaction").json_body_includes(
                r#"{"action": "registration", "description": {"text_4": "more"}}"#,
            );
            then.status(200)
                .json_body(body("other_create_transaction_response"));
        })
        .await;
    let mut sent = body("create_transaction_request");
    sent["action"] = json!("registration");
    sent["description"] = json!({"text_4": "more"});
    let mut request: types::TransactionRequest = serde_json::from_value(sent).unwrap();
    let provider = provider(&server);
    let _ = provider.create_transaction(&request).await;
    charge.assert_async().await;
    request.action = Some("cancel".into());
    let error = provider.create_transaction(&request).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(error.to_string().contains("action"), "{error}");
}

#[tokio::test]
async fn a_form_nests_members_in_brackets() {
    let server = MockServer::start_async().await;
    token(&server, "t-1").await;
    let charge = server
        .mock_async(|when, then| {
            when.path("/api/transaction")
                .header("content-type", "application/x-www-form-urlencoded")
                .form_urlencoded_tuple("amount", "2000000")
                .form_urlencoded_tuple("description[text_1]", "Testing")
                .form_urlencoded_tuple("description[text_3]", "Due 1");
            then.status(200)
                .json_body(body("other_create_transaction_response"));
        })
        .await;
    let provider = Ciputra::new(config(&server).body_format(BodyFormat::Form)).unwrap();
    let request: types::TransactionRequest =
        serde_json::from_value(body("create_transaction_request")).unwrap();
    provider.create_transaction(&request).await.unwrap();
    charge.assert_async().await;
}

#[tokio::test]
async fn a_virtual_account_shows_its_number_first() {
    let server = MockServer::start_async().await;
    token(&server, "t-1").await;
    let answer = body("other_create_transaction_response_va");
    let reference = answer["data"]["external_id"].as_str().unwrap().to_owned();
    server
        .mock_async(|when, then| {
            when.path("/api/transaction")
                .json_body_includes(r#"{"paytype": "va", "paycode": "bca"}"#);
            then.status(200).json_body(answer);
        })
        .await;
    let bca = Method::virtual_account("bca").unwrap();
    let request = asking(&reference, Money::idr(2_000_000), bca);
    let payment = provider(&server).create(&request).await.unwrap();
    assert!(matches!(
        payment.next_actions[0],
        NextAction::ShowAccountNumber { .. }
    ));
}

#[tokio::test]
async fn the_printed_status_answer_is_a_paid_payment() {
    let server = MockServer::start_async().await;
    token(&server, "t-1").await;
    server
        .mock_async(|when, then| {
            when.method(GET).path("/api/transaction/TEST00001111114");
            then.status(200).json_body(body("get_transaction_response"));
        })
        .await;
    let payment = provider(&server)
        .get(&query("TEST00001111114"))
        .await
        .unwrap();
    assert_eq!(payment.status, PaymentStatus::Paid);
    assert_eq!(payment.amount, Some(Money::idr(300_000)));
    assert_eq!(payment.method, Method::GOPAY);
    assert_eq!(payment.provider_id.as_deref(), Some("TE202100000001"));
}

#[tokio::test]
async fn the_printed_registration_answer_decodes() {
    let server = MockServer::start_async().await;
    token(&server, "t-1").await;
    server
        .mock_async(|when, then| {
            when.method(GET).path("/api/registration/TEST00001111114");
            then.status(200)
                .json_body(body("get_registration_response"));
        })
        .await;
    let answer = provider(&server)
        .get_registration("TEST00001111114")
        .await
        .unwrap();
    assert_eq!(answer.body.data.unwrap().status, "success");
}

#[tokio::test]
async fn a_success_that_says_no_or_contradicts_itself_is_unknown() {
    for (code, status) in [("99", false), ("00", false), ("99", true)] {
        let server = MockServer::start_async().await;
        token(&server, "t-1").await;
        server
            .mock_async(|when, then| {
                when.path("/api/transaction");
                then.status(200)
                    .json_body(json!({"code": code, "status": status, "message": "?"}));
            })
            .await;
        let error = provider(&server).create(&request()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{code} {status}");
        assert_eq!(error.code(), Some(code));
        assert!(error.must_ask());
    }
}

#[tokio::test]
async fn an_order_that_the_provider_does_not_know_is_not_found() {
    let server = MockServer::start_async().await;
    token(&server, "t-1").await;
    server
        .mock_async(|when, then| {
            when.path_prefix("/api/transaction");
            then.status(404)
                .json_body(body("other_get_transaction_refusal"));
        })
        .await;
    let error = provider(&server).get(&query("nobody")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_404_that_is_not_the_providers_own_is_a_wrong_address() {
    for answer in ["", "<html>", "{}", r#"{"code": "404"}"#] {
        let server = MockServer::start_async().await;
        token(&server, "t-1").await;
        server
            .mock_async(|when, then| {
                when.path_prefix("/api/transaction");
                then.status(404).body(answer);
            })
            .await;
        let error = provider(&server).get(&query("a")).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Rejected, "{answer}");
    }
}

#[tokio::test]
async fn a_cancel_that_lost_against_the_customer_is_a_payment() {
    for (cancelled, word, status) in [
        (200, "cancel", PaymentStatus::Cancelled),
        (422, "paid", PaymentStatus::Paid),
    ] {
        let server = MockServer::start_async().await;
        token(&server, "t-1").await;
        let cancel = server
            .mock_async(|when, then| {
                when.method(POST)
                    .path("/api/transaction")
                    .json_body(json!({"action": "cancel", "external_id": "TEST00001111114"}));
                let answer = match cancelled {
                    200 => body("cancel_transaction_response"),
                    _ => json!({"code": "99", "status": false}),
                };
                then.status(cancelled).json_body(answer);
            })
            .await;
        server
            .mock_async(|when, then| {
                when.method(GET).path("/api/transaction/TEST00001111114");
                let mut answer = body("get_transaction_response");
                answer["data"]["status"] = json!(word);
                then.status(200).json_body(answer);
            })
            .await;
        let payment = provider(&server)
            .cancel(&query("TEST00001111114"))
            .await
            .unwrap();
        cancel.assert_async().await;
        assert_eq!(payment.status, status);
    }
}

#[tokio::test]
async fn a_cancel_that_was_accepted_is_never_told_as_refused_or_not_sent() {
    let server = MockServer::start_async().await;
    token(&server, "t-1").await;
    server
        .mock_async(|when, then| {
            when.method(POST).path("/api/transaction");
            then.status(200)
                .json_body(body("cancel_transaction_response"));
        })
        .await;
    server
        .mock_async(|when, then| {
            when.method(GET);
            then.status(429);
        })
        .await;
    let error = provider(&server).cancel(&query("a")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.operation(), Some("cancel_transaction"));
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
    let past = payments_provider::wire::time("2020-01-01T00:00:00Z").unwrap();
    let half = Money::new("0.5".parse().unwrap(), payments_core::Currency::IDR).unwrap();
    for (request, word) in [
        (request().customer(Customer::default()), "customer.name"),
        (request().expires_at(past), "expires_at"),
        (asking("a", half, Method::GOPAY), "IDR 0.5"),
        (
            asking("a", Money::idr(1), Method::LINKAJA),
            "ewallet:linkaja",
        ),
        (asking("a/../b", Money::idr(1), Method::GOPAY), "a/../b"),
    ] {
        let error = provider.create(&request).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        assert!(
            error.to_string().contains(word),
            "{word} is not in: {error}"
        );
    }
    anything.assert_calls_async(0).await;
}

#[tokio::test]
async fn a_callback_is_a_hint_until_the_provider_confirms_it() {
    let server = MockServer::start_async().await;
    token(&server, "t-1").await;
    let provider = provider(&server);
    for name in ["other_callback_bare", "other_callback_enveloped"] {
        let callback = example("ciputra", name);
        let received = provider
            .receive(&HeaderMap::new(), &callback.bytes())
            .unwrap();
        let Received::Hint(hint) = received else {
            panic!("nothing proves who sent {name}");
        };
        let reference = hint.reference().clone();
        let mut answer = body("get_transaction_response");
        answer["data"]["external_id"] = json!(reference.as_str());
        // The callback may claim what it likes: the provider's answer counts.
        answer["data"]["status"] = json!("pending");
        let get = server
            .mock_async(|when, then| {
                when.method(GET)
                    .path(format!("/api/transaction/{reference}"));
                then.status(200).json_body(answer);
            })
            .await;
        let event = provider.confirm(&hint).await.unwrap().into_inner();
        assert_eq!(event.payment().unwrap().status, PaymentStatus::Pending);
        get.delete_async().await;
    }
}

#[test]
fn a_callback_of_any_bytes_is_no_panic() {
    let config = Config::new("https://epay.example", "key", "secret").unwrap();
    let provider = Ciputra::new(config).unwrap();
    let whole = example("ciputra", "other_callback_enveloped").bytes();
    for end in 0..whole.len() {
        assert!(provider.receive(&HeaderMap::new(), &whole[..end]).is_err());
    }
    for odd in [
        "null",
        "[]",
        "{}",
        r#"{"data": 1}"#,
        r#"{"data": {}}"#,
        "\u{0}",
    ] {
        assert!(provider.receive(&HeaderMap::new(), odd.as_bytes()).is_err());
    }
}
