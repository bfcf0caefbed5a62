//! Whether money may have moved: by response code, status word, HTTP status and broken connections.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod common;

use common::{answers, body, digiswitch, order, six};
use httpmock::prelude::*;
use payments_core::{
    BillInquiry, BillPayment, Bills, ErrorKind, Outcome, PaymentStatus, Result,
    operation::{CodeInfo, EarlierTry},
};
use payments_digiswitch::{DICTIONARY, codes};
use serde_json::{Value, json};

async fn pay(status: u16, answer: Value) -> Result<BillPayment> {
    let server = MockServer::start_async().await;
    answers(&server, status, answer).await;
    let inquiry = BillInquiry::made_elsewhere(order());
    digiswitch(&server).pay(&inquiry).await
}

async fn ask(status: u16, answer: Value) -> Result<BillPayment> {
    let server = MockServer::start_async().await;
    answers(&server, status, answer).await;
    digiswitch(&server).status(&order()).await
}

fn goes_on(info: &CodeInfo) -> bool {
    matches!(info.code, "03" | "99")
}

#[tokio::test]
async fn a_payment_that_failed_was_refused_by_every_listed_code_except_a_time_out_of_the_biller() {
    for info in codes::ALL.iter().filter(|info| !goes_on(info)) {
        for status in [200, 400] {
            let error = pay(status, six("Gagal", info.code)).await.unwrap_err();
            assert_eq!(error.outcome(), info.outcome, "{} {status}", info.code);
            assert_eq!(error.kind(), info.kind, "{} {status}", info.code);
            assert_eq!(error.code(), Some(info.code));
            assert_eq!(error.reference().unwrap().as_str(), "order-1001");
        }
    }
}

#[tokio::test]
async fn a_status_call_tells_of_a_failure_only_by_a_code_that_forms_a_transaction() {
    for info in codes::ALL.iter().filter(|info| !goes_on(info)) {
        for status in [200, 400] {
            let answer = ask(status, six("Gagal", info.code)).await;
            if info.earlier == EarlierTry::Failed {
                let payment = answer.unwrap();
                assert_eq!(payment.status, PaymentStatus::Failed);
                let failure = payment.failure.unwrap();
                assert_eq!(failure.code, info.code);
                assert_eq!(failure.meaning, Some(info.meaning));
            } else {
                let error = answer.unwrap_err();
                assert_eq!(error.outcome(), Outcome::Unknown, "{}", info.code);
                assert_eq!(error.code(), Some(info.code));
            }
        }
    }
}

#[tokio::test]
async fn pending_is_not_failed() {
    for code in ["03", "99"] {
        for answer in [
            pay(200, six("Pending", code)).await,
            ask(200, six("Pending", code)).await,
        ] {
            assert_eq!(answer.unwrap().status, PaymentStatus::Pending, "{code}");
        }
    }
}

#[tokio::test]
async fn word_and_code_that_contradict_each_other_are_unknown_whatever_was_asked() {
    for (status, word, code) in [
        (200, "Gagal", "00"),
        (200, "Gagal", "03"),
        (200, "Sukses", "02"),
        (200, "Sukses", "03"),
        (200, "Sukses", "46"),
        (200, "Pending", "00"),
        (200, "Pending", "02"),
        (200, "Berhasil", "00"),
        (200, "", ""),
        (400, "Sukses", "00"),
        (400, "Pending", "03"),
        (500, "Gagal", "02"),
        (200, "Gagal", "46"),
        (200, "Gagal", "a code of tomorrow"),
    ] {
        for answer in [
            pay(status, six(word, code)).await,
            ask(status, six(word, code)).await,
        ] {
            let error = answer.unwrap_err();
            assert_eq!(error.outcome(), Outcome::Unknown, "{status} {word} {code}");
        }
    }
}

#[tokio::test]
async fn answers_that_cannot_be_read_are_unknown_and_refusals_with_fewer_members_are_not() {
    for answer in [
        json!({}),
        json!({"data": null}),
        json!({"data": {"status": "Sukses"}}),
    ] {
        let error = pay(200, answer.clone()).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{answer}");
    }
    let short = json!({"data": {"rc": "41", "message": "Signature tidak valid"}});
    for status in [200, 400] {
        let error = pay(status, short.clone()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unauthorized, "{error}");
        assert_eq!(error.outcome(), Outcome::Refused);
    }
}

#[tokio::test]
async fn an_inquiry_that_finds_no_bill_is_refused_and_a_pending_one_tells_nothing() {
    let inquire = async |answer: Value| {
        let server = MockServer::start_async().await;
        answers(&server, 200, answer).await;
        digiswitch(&server).inquire(&order()).await
    };
    let error = inquire(six("Gagal", "60")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Refused);
    let error = inquire(six("Pending", "03")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    let error = inquire(body("other_duplicate_refusal")).await.unwrap_err();
    assert!(error.must_ask());
}

#[tokio::test]
async fn an_answer_that_never_came_is_unknown_and_a_provider_that_cannot_be_reached_is_not_sent() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.path("/transaction");
            then.status(503)
                .header("retry-after", "7")
                .body("<html>busy</html>");
        })
        .await;
    let inquiry = BillInquiry::made_elsewhere(order());
    let error = digiswitch(&server).pay(&inquiry).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.retry_after().unwrap().as_secs(), 7);

    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = nobody.local_addr().unwrap();
    drop(nobody);
    let config = payments_digiswitch::Config::new("user1", "k3y").unwrap();
    let config = config.base_url(&format!("http://{address}")).unwrap();
    let digiswitch = payments_digiswitch::Digiswitch::new(config).unwrap();
    let error = digiswitch.pay(&inquiry).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
}

#[test]
fn explain_tells_the_same_as_the_call() {
    let explained = |operation: &str, status, answer: Value| {
        let answer = answer.to_string();
        DICTIONARY
            .answer(operation, status, answer.as_bytes())
            .unwrap()
    };
    let failed = explained("bill_status", 200, six("Gagal", "02"));
    assert_eq!(failed.news.unwrap().status(), "failed");
    assert!(failed.error.is_none());
    let refused = explained("bill_status", 200, six("Gagal", "45"));
    assert!(refused.news.is_none());
    assert_eq!(refused.error.unwrap().outcome(), Outcome::Unknown);
    let refused = explained("pay_bill", 400, six("Gagal", "41"));
    assert_eq!(refused.error.unwrap().outcome(), Outcome::Refused);
    let paid = explained("pay_bill", 200, body("pln_pay_response"));
    assert_eq!(paid.news.unwrap().status(), "paid");
    let inquired = explained("inquire_bill", 200, body("other_inquiry_response"));
    assert!(inquired.news.is_none() && inquired.error.is_none());
}
