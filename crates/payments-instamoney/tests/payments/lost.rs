//! Answers that are lost, or about something else.

use httpmock::prelude::*;
use payments_core::{ErrorKind, Method, Outcome, PaymentStatus, SuggestedAction};
use serde_json::json;

use crate::stand::{body, provider, query, request, settle};

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
