//! Prepaid sales: sold once, and asked for by the same request, whose answer is then judged as that
//! to a question.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod common;

use common::{answers, body, digiswitch, is_about_something_else, six, with};
use httpmock::prelude::*;
use payments_core::{
    Error, Money, Outcome, Reference, Result, SuggestedAction, Topup, TopupRequest, Topups,
};
use payments_digiswitch::{
    Config, Digiswitch,
    types::{self, BillResponse},
};
use payments_provider::http::Answer;
use serde_json::{Value, json};

/// The sale of the answers that [`six`] makes.
fn sale() -> TopupRequest {
    let reference = Reference::new("order-1001").unwrap();
    TopupRequest::new(reference, "xld10", "530000000001").maximum_price(Money::idr(11_000))
}

/// What a sale, and then the question for it, make of an answer.
async fn sold_and_asked(status: u16, answer: Value) -> [Result<Answer<BillResponse>>; 2] {
    let server = MockServer::start_async().await;
    answers(&server, status, answer).await;
    let digiswitch = digiswitch(&server);
    let sale = types::TopupRequest::new("xld10", "530000000001", "order-1001")
        .max_price(Money::idr(11_000).amount());
    [
        digiswitch.topup(&sale).await,
        digiswitch.topup_status(&sale).await,
    ]
}

/// The same, in the common terms.
async fn bought_and_asked(status: u16, answer: Value) -> [Result<Topup>; 2] {
    let server = MockServer::start_async().await;
    answers(&server, status, answer).await;
    let digiswitch = digiswitch(&server);
    [
        digiswitch.buy(&sale()).await,
        digiswitch.status(&sale()).await,
    ]
}

#[tokio::test]
async fn a_sale_and_its_question_are_one_request_without_a_command_and_a_test_says_so() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.path("/transaction").json_body(json!({
                "username": "user1", "code": "xld10", "customer_no": "087800001233", "ref_id": "r1", "testing": true,
                "max_price": 11_000, "sign": "6e98ccfde4ac4569ce6ae7c52f9d062c",
            }));
            let answer = with(six("Pending", "03"), "ref_id", json!("r1"));
            then.status(200)
                .json_body(with(answer, "customer_no", json!("087800001233")));
        })
        .await;
    let config = Config::new("user1", "k3y").unwrap().testing(true);
    let config = config.base_url(&server.base_url()).unwrap();
    let digiswitch = Digiswitch::new(config).unwrap();
    let topup = TopupRequest::new(Reference::new("r1").unwrap(), "xld10", "0878 00001233")
        .maximum_price(Money::idr(11_000));
    let bought = digiswitch.buy(&topup).await.unwrap();
    assert_eq!(bought.raw_status, "Pending");
    digiswitch.status(&topup).await.unwrap();
    mock.assert_calls_async(2).await;
}

#[tokio::test]
async fn a_sale_that_failed_is_refused_and_the_question_for_it_is_answered() {
    for code in ["02", "53", "74"] {
        let [sold, asked] = sold_and_asked(200, six("Gagal", code)).await;
        assert_eq!(sold.unwrap_err().outcome(), Outcome::Refused, "{code}");
        assert_eq!(asked.unwrap().body.data.rc, code);
    }
    // The biller may have been reached: only the question settles that.
    let [sold, asked] = sold_and_asked(200, six("Gagal", "01")).await;
    assert_eq!(sold.unwrap_err().outcome(), Outcome::Unknown);
    assert_eq!(asked.unwrap().body.data.rc, "01");
}

#[tokio::test]
async fn a_refused_question_says_nothing_of_the_sale() {
    for (status, code) in [
        (200, "45"),
        (400, "41"),
        (200, "44"),
        (200, "49"),
        (200, "46"),
    ] {
        let [_, asked] = sold_and_asked(status, six("Gagal", code)).await;
        let error = asked.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{code}");
        assert_eq!(error.code(), Some(code));
        assert!(error.must_ask());
    }
}

fn errors<T: std::fmt::Debug>(results: [Result<T>; 2]) -> [Error; 2] {
    results.map(Result::unwrap_err)
}

#[tokio::test]
async fn a_sale_to_somebody_else_or_under_another_reference_is_no_answer() {
    for (member, foreign) in [("ref_id", "order-2002"), ("customer_no", "530000000002")] {
        for answer in [
            six("Sukses", "00"),
            six("Pending", "03"),
            six("Gagal", "02"),
        ] {
            let answer = with(answer, member, json!(foreign));
            for error in errors(sold_and_asked(200, answer).await) {
                is_about_something_else(&error, "order-1001", foreign);
            }
        }
    }
}

#[tokio::test]
async fn a_sale_that_took_more_than_it_was_allowed_to_is_no_answer_and_a_failed_one_took_nothing() {
    let dear = |word, code| with(six(word, code), "price", json!(11_001));
    for (word, code) in [("Sukses", "00"), ("Pending", "03")] {
        for error in errors(bought_and_asked(200, dear(word, code)).await) {
            is_about_something_else(&error, "order-1001", "530000000001");
        }
    }
    let [_, asked] = bought_and_asked(200, dear("Gagal", "02")).await;
    assert!(asked.is_ok());
    let fits = with(six("Sukses", "00"), "price", json!(11_000));
    let [sold, asked] = bought_and_asked(200, fits).await;
    assert!(sold.is_ok() && asked.is_ok());
}

#[tokio::test]
async fn what_a_sale_gets_wrong_is_told_by_field_and_reference_before_sending() {
    let server = MockServer::start_async().await;
    let mock = answers(&server, 200, body("other_topup_response")).await;
    let mut wrong = sale();
    wrong.maximum_price = Some(Money::idr(0));
    let error = digiswitch(&server).buy(&wrong).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert_eq!(error.suggested_action(), SuggestedAction::FixRequest);
    assert_eq!(error.reference(), Some(&wrong.reference));
    assert!(error.to_string().contains("max_price"), "{error}");
    mock.assert_calls_async(0).await;
}

#[tokio::test]
async fn a_reference_that_the_provider_does_not_take_is_sent_by_no_operation() {
    let server = MockServer::start_async().await;
    let mock = answers(&server, 200, six("Pending", "03")).await;
    let digiswitch = digiswitch(&server);
    let (sku, customer, reference) = ("xld10", "530000000001", "order 1001");
    let sale = types::TopupRequest::new(sku, customer, reference);
    let inquiry = types::InquiryRequest::new("pln", customer, reference);
    let payment = types::PaymentRequest::new("pln", customer, reference);
    for refused in [
        digiswitch.topup(&sale).await,
        digiswitch.topup_status(&sale).await,
        digiswitch.inquire_bill(&inquiry).await,
        digiswitch.pay_bill(&payment).await,
    ] {
        assert_eq!(refused.unwrap_err().outcome(), Outcome::NotSent);
    }
    mock.assert_calls_async(0).await;
}
