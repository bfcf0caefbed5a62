//! An answer about another bill, customer or amount than the request's proves nothing, whatever it
//! says.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod common;

use common::{answers, bill, body, digiswitch, is_about_something_else, order, six, with};
use httpmock::prelude::*;
use payments_core::{BillInquiry, BillPayment, Bills, Error, Instruction, Money, Result};
use payments_digiswitch::types;
use serde_json::{Value, json};

/// The bill of the printed payment of electricity.
fn printed() -> BillInquiry {
    let mut inquiry = BillInquiry::made_elsewhere(bill("ref-pasca4", "pln", "530000000001"));
    inquiry.amount = Some(Money::idr(11_000));
    inquiry.cost = Some(Money::idr(10_000));
    inquiry
}

async fn paid(inquiry: &BillInquiry, answer: Value) -> Result<BillPayment> {
    let server = MockServer::start_async().await;
    answers(&server, 200, answer).await;
    digiswitch(&server).pay(inquiry).await
}

#[tokio::test]
async fn a_payment_of_another_bill_or_another_amount_is_no_answer() {
    for (member, value) in [
        ("ref_id", json!("ref-pasca5")),
        ("customer_no", json!("530000000002")),
        ("selling_price", json!(11_001)),
        ("price", json!(10_001)),
        ("price", json!(-1)),
    ] {
        let answer = with(body("pln_pay_response"), member, value);
        let error = paid(&printed(), answer).await.unwrap_err();
        is_about_something_else(&error, "ref-pasca4", "530000000002");
        assert!(!error.to_string().contains("ref-pasca5"), "{error}");
    }
}

#[tokio::test]
async fn the_product_of_an_answer_may_differ() {
    // The inquiry of `pln` is answered as `dspln`.
    let answer = with(body("pln_pay_response"), "code", json!("dspln"));
    assert!(paid(&printed(), answer).await.is_ok());
}

/// What each call with the bill [`order`] makes of an answer.
async fn every_call(status: u16, answer: &Value) -> [Option<Error>; 3] {
    let server = MockServer::start_async().await;
    answers(&server, status, answer.clone()).await;
    let digiswitch = digiswitch(&server);
    let inquiry = BillInquiry::made_elsewhere(order());
    [
        digiswitch.inquire(&order()).await.err(),
        digiswitch.pay(&inquiry).await.err(),
        digiswitch.status(&order()).await.err(),
    ]
}

#[tokio::test]
async fn a_refusal_of_another_bill_refuses_nothing() {
    for (member, foreign) in [("ref_id", "order-2002"), ("customer_no", "530000000002")] {
        for (word, code) in [("Gagal", "02"), ("Gagal", "40"), ("Gagal", "74")] {
            for status in [200, 400] {
                let whole = with(six(word, code), member, json!(foreign));
                // A refusal with fewer members than a payment.
                let mut short = whole.clone();
                short["data"].as_object_mut().unwrap().remove("message");
                for answer in [whole, short] {
                    for error in every_call(status, &answer).await {
                        is_about_something_else(&error.unwrap(), "order-1001", foreign);
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn a_refusal_that_does_not_say_whose_it_is_is_that_of_the_request() {
    let answer = json!({"data": {"rc": "41", "message": "Signature tidak valid"}});
    let [_, paid, _] = every_call(400, &answer).await;
    assert_eq!(paid.unwrap().outcome(), payments_core::Outcome::Refused);
}

#[tokio::test]
async fn a_meter_of_another_number_is_no_answer() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path("/token");
            then.status(200)
                .json_body(body("other_pln_inquiry_response"));
        })
        .await;
    let meter = types::PlnInquiryRequest::new("32100000002");
    let asked = digiswitch(&server).inquire_pln(&meter).await;
    let error = asked.unwrap_err();
    assert_eq!(error.kind(), payments_core::ErrorKind::Integrity);
    assert!(!error.to_string().contains("32100000001"), "{error}");
}

/// A transfer whose amount the customer chose, and the printed answer to its payment: 2,500 of
/// 35,000 are the fee.
fn transfer(chosen: u64) -> BillInquiry {
    let bill = bill("ref-pasca091212183", "kirimuang", "5830000004");
    BillInquiry::made_elsewhere(bill.amount(Money::idr(chosen)))
}

#[tokio::test]
async fn an_amount_that_the_customer_chose_is_inquired_with_or_without_the_fee_and_nothing_else() {
    for (chosen, fits) in [
        (32_499, false),
        (32_500, true),
        (35_000, true),
        (35_001, false),
    ] {
        let server = MockServer::start_async().await;
        answers(&server, 200, body("kirimuang_pay_response")).await;
        let inquired = digiswitch(&server).inquire(&transfer(chosen).bill).await;
        match fits {
            true => assert_eq!(inquired.unwrap().amount, Some(Money::idr(35_000))),
            false => {
                is_about_something_else(&inquired.unwrap_err(), "ref-pasca091212183", "5830000004")
            }
        }
    }
}

#[tokio::test]
async fn an_amount_that_the_customer_chose_is_paid_though_no_inquiry_told_it() {
    let answer = body("kirimuang_pay_response");
    assert!(paid(&transfer(35_000), answer.clone()).await.is_ok());
    for chosen in [350_000, 3_500] {
        let error = paid(&transfer(chosen), answer.clone()).await.unwrap_err();
        is_about_something_else(&error, "ref-pasca091212183", "5830000004");

        // A status call after a lost answer tells of the same payment.
        let server = MockServer::start_async().await;
        answers(&server, 200, answer.clone()).await;
        let (digiswitch, inquiry) = (digiswitch(&server), transfer(chosen));
        let asked = inquiry.ask(None, &digiswitch).await;
        is_about_something_else(&asked.unwrap_err(), "ref-pasca091212183", "5830000004");
    }
}

#[tokio::test]
async fn the_printed_answers_fit_the_amounts_of_their_kind() {
    let inquiry = BillInquiry::made_elsewhere(
        bill("ref-pasca091212183", "emoney", "082100000001").amount(Money::idr(100_000)),
    );
    assert!(paid(&inquiry, body("emoney_pay_response")).await.is_ok());
}
