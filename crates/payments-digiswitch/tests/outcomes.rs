//! Whether money may have moved: by response code, status word, HTTP status and broken connections.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod common;

use std::time::Duration;

use common::{answers, body, digiswitch, order, six};
use httpmock::prelude::*;
use payments_core::{
    BillInquiry, BillPayment, Bills, EarlierTry, ErrorKind, Outcome, PaymentStatus, Result,
    SuggestedAction, retry::Sent,
};
use payments_digiswitch::{Config, DICTIONARY, Digiswitch, codes};
use payments_provider::{http::Timeouts, operation::CodeInfo};
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
            if info.code == "74" {
                // The only code that may follow a success.
                assert_eq!(answer.unwrap().status, PaymentStatus::Refunded);
            } else if info.earlier == EarlierTry::Failed {
                let payment = answer.unwrap();
                assert_eq!(payment.status, PaymentStatus::Failed);
                let failure = payment.failure.unwrap();
                assert_eq!(failure.code, info.code);
                assert_eq!(failure.meaning.as_deref(), Some(info.meaning));
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
async fn a_code_that_nobody_knows_refuses_no_payment_whatever_its_http_status() {
    let wordless = json!({"data": {"rc": "46", "message": "?"}});
    for status in [200, 400, 401, 403, 404, 405, 429, 500] {
        for answer in [six("Gagal", "46"), wordless.clone()] {
            let error = pay(status, answer).await.unwrap_err();
            assert_eq!(error.outcome(), Outcome::Unknown, "{status} {error:?}");
            assert!(error.must_ask());
        }
    }
}

#[tokio::test]
async fn a_code_of_a_formed_transaction_refuses_only_with_its_word() {
    for info in codes::ALL {
        let wordless = json!({"data": {"rc": info.code, "message": "?"}});
        let forms_one = info.earlier == EarlierTry::Failed || info.code == "50";
        let expected = match forms_one {
            true => Outcome::Unknown,
            false => info.outcome,
        };
        for status in [200, 400, 403] {
            let error = pay(status, wordless.clone()).await.unwrap_err();
            assert_eq!(error.outcome(), expected, "{} {status}", info.code);
        }
    }
}

#[tokio::test]
async fn a_rate_limit_that_may_have_formed_a_transaction_is_asked_for_and_never_sent_again() {
    for code in ["85", "86"] {
        let result = pay(200, six("Gagal", code)).await;
        assert_eq!(Sent::of(&result), Sent::Lost, "{code}");
        let error = result.unwrap_err();
        assert_eq!(error.suggested_action(), SuggestedAction::AskByReference);
    }
}

#[test]
fn no_failure_of_a_formed_transaction_advises_to_repeat_it() {
    for info in codes::ALL {
        let repeats = info.action == SuggestedAction::RetryLater;
        let is_formed = info.earlier != EarlierTry::Nothing;
        assert!(!(repeats && is_formed), "{}", info.code);
    }
    let action = |code: &str| codes::Code::from(code).info().unwrap().action;
    for code in ["02", "53", "55", "58", "71", "74"] {
        assert_eq!(action(code), SuggestedAction::AskCustomer, "{code}");
    }
    assert_eq!(action("50"), SuggestedAction::FixRequest);
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
async fn a_notice_of_the_server_s_language_before_the_answer_leaves_it_open_until_it_is_asked_for()
{
    let server = MockServer::start_async().await;
    let paid = body("pln_pay_response");
    let told = format!(
        "<br />\n<b>Warning</b>: Undefined variable in /var/www/x.php on line 12<br />\n{paid}"
    );
    let pay = server
        .mock_async(|when, then| {
            when.path("/transaction").body_includes("pay-pasca");
            then.status(200)
                .header("content-type", "text/html")
                .body(told);
        })
        .await;
    let status = server
        .mock_async(|when, then| {
            when.path("/transaction").body_includes("status-pasca");
            then.status(200).json_body(paid.clone());
        })
        .await;
    let text = |name: &str| paid["data"][name].as_str().unwrap().to_owned();
    let bill = common::bill(&text("ref_id"), &text("code"), &text("customer_no"));
    let client = digiswitch(&server);
    let inquiry = BillInquiry::made_elsewhere(bill);
    let error = client.pay(&inquiry).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(
        !format!("{error} {error:?}").contains("/var/www"),
        "{error:?}"
    );
    // Asking settles it, and the payment is sent once.
    let retry = payments_core::Retry::default()
        .clock(payments_core::retry::VirtualClock::new(chrono::Utc::now()))
        .seed(1);
    let settled = retry.settle(&client, &inquiry).await.unwrap();
    assert_eq!(settled.status, PaymentStatus::Paid);
    // Once by hand above, once by `settle`.
    pay.assert_calls_async(2).await;
    assert!(status.calls_async().await >= 1);
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
async fn a_payment_whose_answer_does_not_come_in_time_is_unknown_and_sent_once() {
    let server = MockServer::start_async().await;
    let paid = server
        .mock_async(|when, then| {
            when.path("/transaction");
            then.status(200)
                .delay(Duration::from_secs(2))
                .json_body(six("Sukses", "00"));
        })
        .await;
    let timeouts = Timeouts::new(Duration::from_millis(400), Duration::from_millis(800));
    let config = Config::new("user1", "k3y").unwrap().timeouts(timeouts);
    let digiswitch = Digiswitch::new(config.base_url(&server.base_url()).unwrap()).unwrap();
    let inquiry = BillInquiry::made_elsewhere(order());
    let error = digiswitch.pay(&inquiry).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.suggested_action(), SuggestedAction::AskByReference);
    assert_eq!(error.reference(), Some(&order().reference));
    paid.assert_calls_async(1).await;
}

#[tokio::test]
async fn trouble_at_the_provider_is_unknown_and_its_wait_is_kept() {
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
}

#[tokio::test]
async fn a_provider_that_cannot_be_reached_was_sent_nothing() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = nobody.local_addr().unwrap();
    drop(nobody);
    let config = Config::new("user1", "k3y").unwrap();
    let config = config.base_url(&format!("http://{address}")).unwrap();
    let digiswitch = Digiswitch::new(config).unwrap();
    let inquiry = BillInquiry::made_elsewhere(order());
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
    assert_eq!(failed.news.unwrap().status_word(), "failed");
    assert!(failed.error.is_none());
    let refused = explained("bill_status", 200, six("Gagal", "45"));
    assert!(refused.news.is_none());
    assert_eq!(refused.error.unwrap().outcome(), Outcome::Unknown);
    let refused = explained("pay_bill", 400, six("Gagal", "41"));
    assert_eq!(refused.error.unwrap().outcome(), Outcome::Refused);
    for refunded in ["bill_status", "topup_status"] {
        let refunded = explained(refunded, 200, six("Gagal", "74"));
        assert_eq!(refunded.news.unwrap().status_word(), "refunded");
        assert!(refunded.error.is_none());
    }
    // A payment that fails tells of nothing but its failure.
    for code in ["02", "74"] {
        let refused = explained("pay_bill", 200, six("Gagal", code));
        assert_eq!(refused.error.unwrap().outcome(), Outcome::Refused);
        assert!(refused.news.is_none());
    }
    let paid = explained("pay_bill", 200, body("pln_pay_response"));
    assert_eq!(paid.news.unwrap().status_word(), "paid");
    let inquired = explained("inquire_bill", 200, body("other_inquiry_response"));
    assert!(inquired.news.is_none() && inquired.error.is_none());
}

/// Answers one request with a status and half a body.
fn cut_off(status: &'static str) -> (String, std::thread::JoinHandle<()>) {
    use std::io::{Read, Write};

    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4096]).unwrap();
        let head = "Content-Type: application/json\r\nContent-Length: 500";
        write!(stream, "HTTP/1.1 {status}\r\n{head}\r\n\r\n{{\"data\": {{").unwrap();
    });
    (url, server)
}

#[tokio::test]
async fn a_reply_that_was_cut_off_leaves_the_outcome_open_whatever_its_status() {
    for status in ["200 OK", "403 Forbidden", "404 Not Found", "429 Slow Down"] {
        let (url, server) = cut_off(status);
        let config = Config::new("user", "key").unwrap().base_url(&url).unwrap();
        let inquiry = BillInquiry::made_elsewhere(order());
        let paid = Digiswitch::new(config).unwrap().pay(&inquiry).await;
        let error = paid.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Unknown, "{status}");
        assert_eq!(error.kind(), ErrorKind::Interrupted, "{status}");
        server.join().unwrap();
    }
}
