//! Each method as it goes over the wire, and the payment that its answers become.

use httpmock::prelude::*;
use payments_core::{Customer, Item, Method, Money, NextAction, Outcome, PaymentStatus, Payments};
use payments_instamoney::{ApiVersion, Instamoney, types};
use serde_json::json;

use crate::stand::{body, config, provider, query, request};

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
            then.status(200)
                .header("fee_id", "fee_1")
                .header("fee-rule-id", "rule_1")
                .json_body(answer);
        })
        .await;
    let expires_at = payments_provider::wire::time("2020-02-20T00:00:00.000Z").unwrap();
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
    // By the document's word and by the usual spelling of it.
    assert_eq!(payment.identifiers["fee_id"], "fee_1");
    assert_eq!(payment.identifiers["fee-rule-id"], "rule_1");
}

#[tokio::test]
async fn a_time_of_dana_can_be_sent_by_hand_without_a_zone_and_a_long_id_is_not_asked_about() {
    let server = MockServer::start_async().await;
    let zoneless = "2030-02-20T00:00:00";
    let sent = server
        .mock_async(|when, then| {
            when.path("/ewallets")
                .json_body_includes(r#"{"expiration_date": "2030-02-20T00:00:00"}"#);
            then.status(200)
                .json_body(body("dana_2020_create_response"));
        })
        .await;
    let mut request = body("dana_2020_create_request");
    request["expiration_date"] = json!(zoneless);
    let dana: types::DanaPaymentRequest = serde_json::from_value(request.clone()).unwrap();
    let client = Instamoney::new(config(&server)).unwrap();
    let answer = client.create_ewallet_payment(None, &dana.into()).await;
    answer.unwrap();
    sent.assert_async().await;
    for wrong in ["tomorrow", "2030-02-20", "20-02-2030T00:00:00Z", ""] {
        request["expiration_date"] = json!(wrong);
        let dana: types::DanaPaymentRequest = serde_json::from_value(request.clone()).unwrap();
        let answer = client.create_ewallet_payment(None, &dana.into()).await;
        let error = answer.unwrap_err();
        assert!(error.to_string().contains("expiration_date"), "{error}");
    }
    let wallet = types::GetEwalletPaymentEwalletType::Dana;
    for id in [String::new(), "a".repeat(1001)] {
        let error = client.get_ewallet_payment(wallet, &id).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
        assert!(error.to_string().contains("1000"), "{error}");
    }
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
        .customer(Customer::default().phone("+62 812-4567-1234"))
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
async fn asking_tells_when_ovo_was_paid_by_the_time_that_the_provider_gives() {
    let server = MockServer::start_async().await;
    let answer = body("ovo_get_response");
    server
        .mock_async(|when, then| {
            when.path("/ewallets");
            then.status(200).json_body(answer.clone());
        })
        .await;
    let reference = answer["external_id"].as_str().unwrap();
    let told = provider(&server)
        .get(&query(reference, Method::OVO))
        .await
        .unwrap();
    assert_eq!(told.status, PaymentStatus::Paid);
    let printed = answer["transaction_date"].as_str().unwrap();
    assert_eq!(told.paid_at, payments_provider::wire::time(printed));
    assert!(told.paid_at.is_some());
}

#[tokio::test]
async fn each_wallet_has_its_own_rule_for_references() {
    let server = MockServer::start_async().await;
    let sent = server
        .mock_async(|when, then| {
            when.path("/ewallets")
                .json_body_includes(r#"{"external_id": "shop_1601"}"#);
            let mut answer = body("dana_2020_create_response");
            answer["external_id"] = json!("shop_1601");
            answer["amount"] = json!(2000);
            then.status(200).json_body(answer);
        })
        .await;
    let dana = request("shop_1601", 2000, Method::DANA)
        .callback_url("https://my-shop.com/callbacks")
        .return_url("https://my-shop.com/home");
    provider(&server).create(&dana).await.unwrap();
    sent.assert_async().await;
    let ovo = request("shop_1601", 2000, Method::OVO);
    let error = provider(&server).create(&ovo).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
}
