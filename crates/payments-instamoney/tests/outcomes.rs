//! How far a request got, and what that means: each phase has its outcome.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use payments_core::{
    Customer, Error, ErrorKind, Method, Money, Outcome, PaymentRequest, Payments, Reference,
    SuggestedAction,
};
use payments_instamoney::{Config, Instamoney};
use payments_provider::http::Timeouts;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

fn provider(base_url: &str) -> Instamoney {
    let timeouts = Timeouts::new(Duration::from_millis(400), Duration::from_millis(800));
    let config = Config::new("xnd_development_test")
        .unwrap()
        .base_url(base_url)
        .unwrap()
        .timeouts(timeouts);
    Instamoney::new(config).unwrap()
}

fn request() -> PaymentRequest {
    let reference = Reference::new("order-1").unwrap();
    PaymentRequest::new(reference, Money::idr(1000), Method::OVO)
        .customer(Customer::default().phone("08123123123"))
}

async fn create(base_url: &str) -> Error {
    provider(base_url).create(&request()).await.unwrap_err()
}

/// A server that does one thing to each connection.
async fn server<F, Fut>(scheme: &str, behaviour: F) -> String
where
    F: Fn(TcpStream) -> Fut + Send + 'static,
    Fut: Future<Output = ()> + Send,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            behaviour(stream).await;
        }
    });
    format!("{scheme}://{address}")
}

/// Reads a whole request: head and the announced body.
async fn read_request(stream: &mut TcpStream) -> String {
    let mut read = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let count = stream.read(&mut buffer).await.unwrap_or(0);
        read.extend_from_slice(&buffer[..count]);
        let text = String::from_utf8_lossy(&read).into_owned();
        if count == 0 || (text.contains("\r\n\r\n") && text.ends_with('}')) {
            return text;
        }
    }
}

fn reset(stream: TcpStream) {
    stream.set_zero_linger().unwrap();
    drop(stream);
}

async fn answer(mut stream: TcpStream, answer: String) {
    read_request(&mut stream).await;
    stream.write_all(answer.as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
}

fn http(status: u16, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status} X\r\ncontent-length: {length}\r\ncontent-type: application/json\r\n\r\n{body}"
    )
}

async fn answered(status: u16, body: &'static str) -> Error {
    let url = server("http", move |stream| answer(stream, http(status, body))).await;
    create(&url).await
}

#[track_caller]
fn not_sent(error: &Error, kind: ErrorKind) {
    assert_eq!(error.outcome(), Outcome::NotSent, "{error:?}");
    assert_eq!(error.kind(), kind, "{error:?}");
    assert!(!error.must_ask());
}

#[track_caller]
fn unknown(error: &Error, kind: ErrorKind) {
    assert_eq!(error.outcome(), Outcome::Unknown, "{error:?}");
    assert_eq!(error.kind(), kind, "{error:?}");
    assert_eq!(error.suggested_action(), SuggestedAction::AskByReference);
    assert_eq!(error.reference().unwrap().as_str(), "order-1");
}

#[tokio::test]
async fn a_name_that_does_not_resolve_is_not_sent() {
    not_sent(
        &create("https://provider.invalid").await,
        ErrorKind::Connect,
    );
}

#[tokio::test]
async fn a_refused_connection_is_not_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    not_sent(
        &create(&format!("http://{address}")).await,
        ErrorKind::Connect,
    );
}

#[tokio::test]
async fn a_broken_tls_handshake_is_not_sent() {
    let url = server("https", |mut stream| async move {
        let _ = stream.write_all(b"this is no TLS\r\n").await;
        reset(stream);
    })
    .await;
    not_sent(&create(&url).await, ErrorKind::Connect);
}

#[tokio::test]
async fn a_time_out_while_connecting_is_not_sent() {
    let url = server("https", |stream| async move {
        tokio::time::sleep(Duration::from_secs(2)).await;
        drop(stream);
    })
    .await;
    not_sent(&create(&url).await, ErrorKind::Timeout);
}

#[tokio::test]
async fn a_stale_connection_that_broke_before_anything_was_written_is_not_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let once = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        // Nobody listens any more when the second request comes.
        drop(listener);
        read_request(&mut stream).await;
        stream.write_all(http(500, "{}").as_bytes()).await.unwrap();
        reset(stream);
    });
    let provider = provider(&url);
    let first = provider.create(&request()).await.unwrap_err();
    unknown(&first, ErrorKind::Unavailable);
    once.await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    let second = provider.create(&request()).await.unwrap_err();
    not_sent(&second, ErrorKind::Connect);
}

/// A server that keeps connections alive: it answers the first request of the first connection with
/// 500, then does to it what `then` does. Counts the requests that it has read.
async fn keeps_alive<F, Fut>(then: F) -> (String, Arc<AtomicUsize>)
where
    F: FnOnce(TcpStream, Arc<AtomicUsize>) -> Fut + Send + 'static,
    Fut: Future<Output = ()> + Send,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let requests = Arc::new(AtomicUsize::new(0));
    let read = Arc::clone(&requests);
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        read_request(&mut stream).await;
        read.fetch_add(1, Ordering::SeqCst);
        stream.write_all(http(500, "{}").as_bytes()).await.unwrap();
        then(stream, Arc::clone(&read)).await;
        while let Ok((mut stream, _)) = listener.accept().await {
            read_request(&mut stream).await;
            read.fetch_add(1, Ordering::SeqCst);
            stream.write_all(http(401, "{}").as_bytes()).await.unwrap();
        }
    });
    (url, requests)
}

#[tokio::test]
async fn a_connection_that_was_closed_while_idle_is_never_a_reason_to_send_twice() {
    let (closed, was_closed) = tokio::sync::oneshot::channel();
    let (url, requests) = keeps_alive(|stream, _| async move {
        drop(stream);
        closed.send(()).unwrap();
    })
    .await;
    let provider = provider(&url);
    unknown(
        &provider.create(&request()).await.unwrap_err(),
        ErrorKind::Unavailable,
    );
    was_closed.await.unwrap();
    let second = provider.create(&request()).await.unwrap_err();
    let read = requests.load(Ordering::SeqCst);
    match second.http_status() {
        // The client had seen the end, or was handed the request back: it went out once, by a new
        // connection.
        Some(status) => assert_eq!((status, read), (401, 2)),
        // Or it wrote before it saw the end.
        None => {
            unknown(&second, ErrorKind::Interrupted);
            assert_eq!(read, 1);
        }
    }
}

#[tokio::test]
async fn a_kept_connection_that_is_closed_after_the_request_was_read_is_unknown_and_nothing_is_sent_twice()
 {
    let (url, requests) = keeps_alive(|mut stream, read| async move {
        read_request(&mut stream).await;
        read.fetch_add(1, Ordering::SeqCst);
        drop(stream);
    })
    .await;
    let provider = provider(&url);
    unknown(
        &provider.create(&request()).await.unwrap_err(),
        ErrorKind::Unavailable,
    );
    unknown(
        &provider.create(&request()).await.unwrap_err(),
        ErrorKind::Interrupted,
    );
    // Neither the HTTP library nor anything below has sent it again.
    assert_eq!(requests.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_reset_after_writing_is_unknown() {
    let url = server("http", |mut stream| async move {
        read_request(&mut stream).await;
        reset(stream);
    })
    .await;
    unknown(&create(&url).await, ErrorKind::Interrupted);
}

#[tokio::test]
async fn a_time_out_after_writing_is_unknown() {
    let url = server("http", |mut stream| async move {
        read_request(&mut stream).await;
        tokio::time::sleep(Duration::from_secs(2)).await;
    })
    .await;
    unknown(&create(&url).await, ErrorKind::Timeout);
}

#[tokio::test]
async fn a_time_out_within_the_answer_is_unknown() {
    let url = server("http", |mut stream| async move {
        read_request(&mut stream).await;
        let _ = stream
            .write_all(&http(200, &" ".repeat(50)).as_bytes()[..90])
            .await;
        tokio::time::sleep(Duration::from_secs(2)).await;
    })
    .await;
    unknown(&create(&url).await, ErrorKind::Timeout);
}

#[tokio::test]
async fn a_cut_answer_is_unknown() {
    let cut = http(200, &" ".repeat(50));
    let cut = cut[..cut.len() - 10].to_owned();
    let url = server("http", move |stream| answer(stream, cut.clone())).await;
    unknown(&create(&url).await, ErrorKind::Interrupted);
}

#[tokio::test]
async fn a_success_that_cannot_be_read_is_unknown() {
    for body in ["", "{}", "<html>", "null", r#"{"external_id": 1}"#] {
        unknown(&answered(200, body).await, ErrorKind::Unreadable);
    }
}

#[tokio::test]
async fn an_answer_that_is_no_http_is_unknown() {
    let url = server("http", |stream| answer(stream, "garbage\r\n\r\n".into())).await;
    unknown(&create(&url).await, ErrorKind::Interrupted);
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_leaves_the_outcome_unknown() {
    let redirect = "HTTP/1.1 307 X\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n";
    let url = server("http", move |stream| answer(stream, redirect.into())).await;
    let error = create(&url).await;
    assert_eq!(error.http_status(), Some(307));
    unknown(&error, ErrorKind::Unavailable);
}

#[tokio::test]
async fn trouble_at_the_provider_is_unknown_whatever_its_body_says() {
    for status in [500, 502, 503, 504] {
        for body in ["", "<html>", r#"{"error_code": "NEW"}"#] {
            unknown(&answered(status, body).await, ErrorKind::Unavailable);
        }
    }
    // "Nothing happened" under "something broke" proves nothing.
    let validation = r#"{"error_code": "API_VALIDATION_ERROR", "message": "no"}"#;
    unknown(&answered(500, validation).await, ErrorKind::Unavailable);
}

#[tokio::test]
async fn a_refusal_with_a_known_code_did_nothing() {
    let validation = r#"{"error_code": "API_VALIDATION_ERROR", "message": "amount is required"}"#;
    for status in [400, 422] {
        let error = answered(status, validation).await;
        assert_eq!(error.outcome(), Outcome::Refused);
        assert_eq!(error.kind(), ErrorKind::Invalid);
        assert_eq!(error.code(), Some("API_VALIDATION_ERROR"));
        assert_eq!(error.http_status(), Some(status));
        assert_eq!(
            error.to_string(),
            format!(
                "instamoney create_ewallet_payment: amount is required (HTTP {status}, API_VALIDATION_ERROR)"
            )
        );
    }
}

#[tokio::test]
async fn a_refusal_whose_code_nobody_knows_is_unknown_unless_its_status_ends_a_request() {
    let new = r#"{"error_code": "NEW_CODE", "message": "?"}"#;
    for status in [400, 402, 408, 409, 422] {
        assert_eq!(
            answered(status, new).await.outcome(),
            Outcome::Unknown,
            "{status}"
        );
    }
    for status in [401, 403, 405, 413, 415, 429] {
        assert_eq!(
            answered(status, new).await.outcome(),
            Outcome::Refused,
            "{status}"
        );
    }
}

#[tokio::test]
async fn a_firewall_that_answers_for_the_provider_refuses_nothing() {
    for body in ["<html><title>403 Forbidden</title></html>", "", "{}"] {
        for status in [401, 403, 404, 405, 406] {
            let error = answered(status, body).await;
            assert_eq!(error.outcome(), Outcome::Unknown, "{status} {body}");
            assert_eq!(error.suggested_action(), SuggestedAction::AskByReference);
        }
        for status in [411, 413, 414, 415, 429, 431] {
            assert_eq!(answered(status, body).await.outcome(), Outcome::Refused);
        }
    }
}

#[tokio::test]
async fn a_wait_is_told_whatever_form_the_provider_gives_it() {
    let date = chrono::Utc::now() + chrono::TimeDelta::seconds(90);
    let date = date.format("%a, %d %b %Y %H:%M:%S GMT");
    let limited = format!(
        "HTTP/1.1 429 X\r\nretry-after: {date}\r\nrate-limit-reset: 3\r\ncontent-length: 0\r\n\r\n"
    );
    let url = server("http", move |stream| answer(stream, limited.clone())).await;
    let wait = create(&url).await.retry_after().unwrap().as_secs();
    assert!((85..=91).contains(&wait), "{wait}");
}

#[tokio::test]
async fn a_wait_that_the_provider_asks_for_is_told() {
    let limited = "HTTP/1.1 429 X\r\nrate-limit-reset: 58.37\r\ncontent-length: 0\r\n\r\n";
    let url = server("http", move |stream| answer(stream, limited.into())).await;
    let error = create(&url).await;
    assert_eq!(error.kind(), ErrorKind::RateLimited);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(59)));
}

#[tokio::test]
async fn a_lost_answer_to_a_question_only_asks_to_repeat_it() {
    let url = server("http", |mut stream| async move {
        let mut buffer = [0; 64];
        let _ = stream.read(&mut buffer).await;
        reset(stream);
    })
    .await;
    let error = provider(&url).get(&request().query()).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert_eq!(error.suggested_action(), SuggestedAction::RetryLater);
}

#[tokio::test]
async fn a_code_decides_whatever_the_shape_of_the_errors_beside_it() {
    for (code, body, outcome, asks) in [
        (
            "API_VALIDATION_ERROR",
            r#"{"error_code": "API_VALIDATION_ERROR", "message": "m", "errors": ["amount must be greater than 0"]}"#,
            Outcome::Refused,
            false,
        ),
        (
            "DUPLICATE_PAYMENT_REQUEST_ERROR",
            r#"{"error_code": "DUPLICATE_PAYMENT_REQUEST_ERROR", "message": "dup", "errors": {"external_id": "used"}}"#,
            Outcome::Refused,
            true,
        ),
        (
            "CHECKOUT_ERROR",
            r#"{"error_code": "CHECKOUT_ERROR", "message": "try again in a few minutes", "errors": 7}"#,
            Outcome::Unknown,
            true,
        ),
    ] {
        let error = answered(400, body).await;
        assert_eq!(error.code(), Some(code), "{error:?}");
        assert_eq!(
            (error.outcome(), error.must_ask()),
            (outcome, asks),
            "{code}"
        );
    }
}
