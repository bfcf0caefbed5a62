//! The common trait and the list against one answer at a time.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::sync::Arc;

use futures_util::TryStreamExt;
use httpmock::prelude::*;
use payments_conformance::example;
use payments_core::{
    Customer, ErrorKind, Money, NextAction, Outcome, PaymentQuery, PaymentRequest, PaymentStatus,
    Payments, Reference,
};
use payments_fazz::{Config, Fazz, Filter, types};
use serde_json::{Value, json};

fn fazz(server: &MockServer) -> Fazz {
    let config = Config::new("test_key", "secret").unwrap();
    Fazz::new(config.base_url(&server.base_url()).unwrap()).unwrap()
}

fn body(name: &str) -> Value {
    example("fazz", name).body
}

fn request(reference: &str, rupiah: u64, method: &str) -> PaymentRequest {
    let reference = Reference::new(reference).unwrap();
    PaymentRequest::new(reference, Money::idr(rupiah), method.parse().unwrap())
}

fn query(reference: &str, method: &str) -> PaymentQuery {
    PaymentQuery::new(Reference::new(reference).unwrap(), method.parse().unwrap())
}

/// A payment of the list by its number.
fn listed(number: usize) -> Value {
    let mut payment = body("other_list_response")["data"][0].clone();
    payment["id"] = json!(format!("contract_{number}"));
    payment["attributes"]["referenceId"] = json!(format!("INV-{number}"));
    payment
}

#[tokio::test]
async fn a_payment_at_a_shop_goes_out_as_the_document_prints_it() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            let mut printed = body("retail_create_request");
            // The document writes the same instant with the offset of Jakarta.
            printed["data"]["attributes"]["expiredAt"] = json!("2020-10-20T02:12:48.000Z");
            when.method(POST)
                .path("/payments")
                // base64 of "test_key:secret"
                .header("authorization", "Basic dGVzdF9rZXk6c2VjcmV0")
                .header("content-type", "application/vnd.api+json")
                .header_missing("api-version")
                .json_body(printed);
            then.status(201).json_body(body("retail_create_response"));
        })
        .await;
    let request = request("ORDER_0001", 100_000, "outlet:alfamart")
        .customer(Customer::default().name("Nama Tampilan"))
        .description("Order Number 0001")
        .expires_at(payments_provider::wire::time("2020-10-20T09:12:48+07:00").unwrap());
    let fazz: Arc<dyn Payments> = Arc::new(fazz(&server));
    let payment = fazz.create(&request).await.unwrap();
    mock.assert_async().await;
    assert_eq!(payment.status, PaymentStatus::Pending);
    assert_eq!(payment.amount, Some(Money::idr(100_000)));
    assert_eq!(payment.fees, Some(Money::idr(4_400)));
    assert_eq!(payment.expires_at, request.expires_at);
    let code = "8887322".into();
    assert_eq!(payment.next_actions, [NextAction::ShowPaymentCode { code }]);
}

#[tokio::test]
async fn every_method_has_its_options_and_its_next_action() {
    for (name, method, action) in [
        ("va", "va:bni", "transfer to account"),
        ("qris", "qris", "scan the QR code at"),
        ("ewallet", "ewallet:shopeepay", "open the app by"),
    ] {
        let server = MockServer::start_async().await;
        let mut sent = body(&format!("other_{name}_create_request"));
        let attributes = sent["data"]["attributes"].as_object_mut().unwrap();
        attributes.remove("expiredAt");
        attributes["paymentMethodOptions"]
            .as_object_mut()
            .unwrap()
            .remove("suffixNo");
        let reference = attributes["referenceId"].as_str().unwrap().to_owned();
        let rupiah = attributes["amount"].as_u64().unwrap();
        let mock = server
            .mock_async(|when, then| {
                when.path("/payments").json_body(sent);
                then.status(201)
                    .json_body(body(&format!("other_{name}_create_response")));
            })
            .await;
        let request = request(&reference, rupiah, method)
            .customer(Customer::default().name("Toko Satu"))
            .return_url("https://shop.example/return");
        // A wallet has no place for a name.
        let payment = fazz(&server).create(&request).await.unwrap();
        mock.assert_async().await;
        assert!(
            payment.next_actions[0].to_string().starts_with(action),
            "{name}"
        );
        assert_eq!(payment.method.to_string(), method);
    }
}

#[tokio::test]
async fn fractions_of_fees_are_exact() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|_, then| {
            then.status(201)
                .json_body(body("other_qris_create_response"));
        })
        .await;
    let payment = fazz(&server)
        .create(&request("INV-1003", 15_000, "qris"))
        .await
        .unwrap();
    assert_eq!(payment.fees.unwrap().to_string(), "IDR 116.55");
}

#[tokio::test]
async fn a_lost_answer_is_settled_by_the_list_filtered_by_reference() {
    let server = MockServer::start_async().await;
    let list = server
        .mock_async(|when, then| {
            when.method(GET)
                .path("/payments")
                .query_param("filter[referenceId]", "INV-1002");
            then.status(200).json_body(body("other_list_response"));
        })
        .await;
    let payment = fazz(&server)
        .get(&query("INV-1002", "va:bni"))
        .await
        .unwrap();
    list.assert_async().await;
    assert_eq!(payment.status, PaymentStatus::Paid);
    assert_eq!(payment.provider_id.as_deref(), Some("contract_0002"));
}

#[tokio::test]
async fn an_empty_list_is_not_found_and_a_list_of_others_is_no_answer() {
    for (list, kind, outcome) in [
        (json!([]), ErrorKind::NotFound, Outcome::Refused),
        (json!([listed(1)]), ErrorKind::Integrity, Outcome::Unknown),
    ] {
        let server = MockServer::start_async().await;
        server
            .mock_async(|_, then| {
                then.status(200).json_body(json!({ "data": list }));
            })
            .await;
        let error = fazz(&server)
            .get(&query("INV-1002", "va:bni"))
            .await
            .unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (kind, outcome));
    }
}

#[tokio::test]
async fn two_payments_of_one_reference_are_no_answer() {
    let server = MockServer::start_async().await;
    let mut twice = [listed(1), listed(2)];
    twice[1]["attributes"]["referenceId"] = json!("INV-1");
    server
        .mock_async(|_, then| {
            then.status(200).json_body(json!({ "data": twice }));
        })
        .await;
    let error = fazz(&server)
        .get(&query("INV-1", "qris"))
        .await
        .unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
}

#[tokio::test]
async fn the_list_turns_its_pages_until_one_is_short() {
    let server = MockServer::start_async().await;
    let mut pages = Vec::new();
    for (page, numbers) in [("1", 1..4), ("2", 4..7), ("3", 7..8)] {
        let data: Vec<_> = numbers.map(listed).collect();
        pages.push(
            server
                .mock_async(|when, then| {
                    when.path("/payments")
                        .query_param("page[number]", page)
                        .query_param("page[size]", "3")
                        .query_param("sort", "createdAt")
                        .query_param("filter[status]", "paid");
                    then.status(200).json_body(json!({ "data": data }));
                })
                .await,
        );
    }
    let filter = Filter::new().page_size(3).oldest_first().status("paid");
    let all: Vec<_> = fazz(&server)
        .list_payments(filter)
        .try_collect()
        .await
        .unwrap();
    let ids: Vec<_> = all.iter().map(|payment| payment.id.as_str()).collect();
    let expected: Vec<_> = (1..8).map(|number| format!("contract_{number}")).collect();
    assert_eq!(ids, expected);
    for page in pages {
        page.assert_async().await;
    }
}

#[tokio::test]
async fn a_server_that_does_not_turn_pages_is_not_asked_for_ever() {
    let server = MockServer::start_async().await;
    let page = server
        .mock_async(|_, then| {
            then.status(200).json_body(json!({ "data": [listed(1)] }));
        })
        .await;
    let list = fazz(&server).list_payments(Filter::new().page_size(1));
    let error = list.try_collect::<Vec<_>>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Integrity);
    page.assert_calls_async(2).await;
}

#[tokio::test]
async fn a_cancel_that_lost_against_the_customer_is_a_payment() {
    for (status, word, expected) in [
        (201, "cancelled", PaymentStatus::Cancelled),
        (400, "paid", PaymentStatus::Paid),
    ] {
        let server = MockServer::start_async().await;
        let mut payment = body("other_get_response");
        payment["data"]["attributes"]["status"] = json!(word);
        server
            .mock_async(|when, then| {
                when.method(GET).path("/payments/contract_0002");
                then.status(200).json_body(payment);
            })
            .await;
        let task = server
            .mock_async(|when, then| {
                when.method(POST)
                    .path("/payments/contract_0002/tasks")
                    .json_body(body("other_task_request"));
                then.status(status).json_body(match status {
                    201 => body("other_task_response"),
                    _ => body("other_parameter_refusal"),
                });
            })
            .await;
        let query = query("INV-1002", "va:bni").provider_id("contract_0002");
        let payment = fazz(&server).cancel(&query).await.unwrap();
        task.assert_async().await;
        assert_eq!(payment.status, expected);
    }
}

#[tokio::test]
async fn a_wrong_request_is_refused_before_sending_naming_field_and_value() {
    let server = MockServer::start_async().await;
    let anything = server
        .mock_async(|_, then| {
            then.status(201);
        })
        .await;
    let fazz = fazz(&server);
    let half = Money::new("15000.5".parse().unwrap(), payments_core::Currency::IDR).unwrap();
    let mut broken = request("a", 1, "qris");
    broken.amount = half;
    for (request, words) in [
        (
            request("a", 14_999, "outlet:alfamart"),
            ["amount", "IDR 14999"],
        ),
        (
            request("a", 9_999, "outlet:indomaret"),
            ["amount", "IDR 9999"],
        ),
        (request("a", 5_000_001, "qris"), ["amount", "IDR 5000001"]),
        (
            request("a", 15_000, "ewallet:shopeepay"),
            ["return_url", "needs"],
        ),
        (request("a", 15_000, "va:bca"), ["customer.name", "needs"]),
        (
            request("a", 15_000, "va:cimb_niaga"),
            ["va:cimb_niaga", "va:bca"],
        ),
        (broken, ["amount", "IDR 15000.5"]),
    ] {
        let error = fazz.create(&request).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        for word in words {
            assert!(
                error.to_string().contains(word),
                "{word} is not in: {error}"
            );
        }
    }
    let long = request("a", 15_000, "va:bca").customer(Customer::default().name("x".repeat(25)));
    let error = fazz.create(&long).await.unwrap_err();
    let field = "data.attributes.paymentMethodOptions.displayName";
    assert!(error.to_string().contains(field), "{error}");
    anything.assert_calls_async(0).await;
}

#[tokio::test]
async fn a_refusal_names_the_field_and_did_nothing() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|_, then| {
            then.status(400).json_body(body("other_parameter_refusal"));
        })
        .await;
    let error = fazz(&server)
        .create(&request("a", 15_000, "qris"))
        .await
        .unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    assert_eq!(error.code(), Some("005"));
    assert!(error.to_string().contains("amount must be greater than 0"));
    assert_eq!(error.reference().unwrap().as_str(), "a");
}

#[tokio::test]
async fn methods_that_stay_are_opened_shown_and_paid() {
    let server = MockServer::start_async().await;
    for (path, name) in [
        ("virtual_bank_accounts", "virtual_account"),
        ("qris", "qris"),
    ] {
        let base = format!("/payment_methods/{path}");
        for (method, path, answer) in [
            (POST, base.clone(), "create_response"),
            (GET, format!("{base}/id"), "get_response"),
            (GET, format!("{base}/id/payments"), "payments_response"),
            (POST, format!("{base}/id/tasks"), "task_response"),
        ] {
            server
                .mock_async(|when, then| {
                    when.method(method).path(path);
                    then.status(200)
                        .json_body(body(&format!("other_static_{name}_{answer}")));
                })
                .await;
        }
    }
    let fazz = fazz(&server);
    let bri = types::VirtualAccountAttributesBankShortCode::Bri;
    let account = types::VirtualAccountAttributes::new("CUST-7", bri, "Toko Satu");
    assert_eq!(
        fazz.create_virtual_account(&account.into())
            .await
            .unwrap()
            .body
            .data
            .id,
        "virtual_account_0007"
    );
    assert_eq!(
        fazz.get_virtual_account("id")
            .await
            .unwrap()
            .body
            .data
            .attributes
            .reference_id,
        "CUST-7"
    );
    assert_eq!(fazz.virtual_account_payments("id").await.unwrap().len(), 1);
    fazz.receive_into_virtual_account("id", Money::idr(99_000))
        .await
        .unwrap();
    let code = types::QrisAttributes::new("CUST-7");
    let made = fazz.create_qris(&code.into()).await.unwrap();
    assert_eq!(made.body.data.id, "qris_0007");
    assert_eq!(
        fazz.get_qris("id")
            .await
            .unwrap()
            .body
            .data
            .attributes
            .reference_id,
        "CUST-7"
    );
    assert_eq!(fazz.qris_payments("id").await.unwrap().len(), 1);
    fazz.receive_by_qris("id", Money::idr(99_000))
        .await
        .unwrap();
    assert!(fazz.get_qris("../payments").await.is_err());
}

#[test]
fn the_key_tells_the_host() {
    for (key, host) in [
        ("test_a", "sandbox-id.xfers.com"),
        ("live_a", "//id.xfers.com"),
    ] {
        let config = Config::new(key, "secret").unwrap();
        assert!(format!("{config:?}").contains(host));
        assert!(!format!("{config:?}").contains(key));
    }
}
