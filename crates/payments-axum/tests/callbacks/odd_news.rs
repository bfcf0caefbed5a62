//! What real providers send, as their callbacks arrive: voids that overtake, ids that only a
//! callback tells, trials of a dashboard, odd bytes under a right signature.

use std::{
    convert::Infallible,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, HeaderName, Request},
};
use hmac::{Hmac, KeyInit, Mac};
use payments::{
    Callbacks, Client, Customer, Event, Method, Money, Name, News, PaymentQuery, PaymentRequest,
    PaymentStatus, Received, Settings, Status, Verified,
};
use payments_axum::{InMemoryWindow, Intake};
use payments_journal::{Executed, Journal, Providers, State, Step};
use payments_sandbox::Sandbox;
use serde_json::{Value, json};
use sha1::Sha1;
use sha2::Sha256;
use tower::ServiceExt;

use crate::place::Place;

const SECRET: &str = "ss_test";

fn settings(sandbox: &str) -> Settings {
    Settings::sandbox(sandbox)
        .set("instamoney_callback_tokens", "token")
        .set("fazz_signing_secrets", SECRET)
}

/// A client of nobody: its callbacks are looked at, and nothing is sent.
fn nobodys(name: Name) -> Client {
    name.client(&settings("http://127.0.0.1:1")).unwrap()
}

fn signed_digiswitch() -> Client {
    let settings = settings("http://127.0.0.1:1").set("digiswitch_callback_secrets", SECRET);
    Name::Digiswitch.client(&settings).unwrap()
}

fn header(name: &'static str, value: &str) -> HeaderMap {
    HeaderMap::from_iter([(HeaderName::from_static(name), value.parse().unwrap())])
}

fn token() -> HeaderMap {
    header("x-callback-token", "token")
}

fn hex(bytes: impl AsRef<[u8]>) -> String {
    let bytes = bytes.as_ref().iter();
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

fn sha256(body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(body);
    hex(mac.finalize().into_bytes())
}

fn sha1(body: &[u8]) -> String {
    let mut mac = Hmac::<Sha1>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(body);
    format!("sha1={}", hex(mac.finalize().into_bytes()))
}

fn received(
    callbacks: &dyn Callbacks,
    headers: &HeaderMap,
    body: &[u8],
) -> Option<Verified<Event>> {
    match callbacks.receive(headers, body).ok()? {
        Received::Verified(event) => Some(event),
        _ => None,
    }
}

/// A callback of a charge of 50,000 by ShopeePay.
fn charge(event: &str, reference: &str, changes: Value) -> Value {
    let mut body = json!({
        "event": event,
        "business_id": "b1",
        "created": "2030-01-02T03:04:05Z",
        "data": {
            "id": "ewc_1", "reference_id": reference, "status": "SUCCEEDED", "currency": "IDR",
            "charge_amount": 50_000, "capture_amount": 50_000, "channel_code": "ID_SHOPEEPAY",
        },
    });
    for (name, value) in changes.as_object().unwrap() {
        body["data"][name] = value.clone();
    }
    body
}

fn captured() -> Value {
    charge("ewallet.capture", "order-1", json!({}))
}

fn voided() -> Value {
    let told = json!({"status": "VOIDED", "void_status": "SUCCEEDED", "voided_at": "2030-01-02T05:00:00Z"});
    charge("ewallet.void", "order-1", told)
}

/// Either order, each once and twice.
fn orders() -> [Vec<Value>; 4] {
    let (paid, back) = (captured(), voided());
    [
        vec![back.clone(), paid.clone()],
        vec![paid.clone(), back.clone()],
        vec![back.clone(), back.clone(), paid.clone(), paid.clone()],
        vec![paid.clone(), paid, back.clone(), back],
    ]
}

fn shopeepay(reference: &str) -> PaymentRequest {
    let reference = reference.parse().unwrap();
    PaymentRequest::new(reference, Money::idr(50_000), Method::SHOPEEPAY)
        .customer(Customer::default().phone("08123123123"))
        .callback_url("http://127.0.0.1/callbacks")
        .return_url("http://127.0.0.1/thanks")
}

#[tokio::test]
async fn a_void_and_a_capture_end_as_given_back_in_either_order_and_paid_is_never_told_after_it() {
    for bodies in orders() {
        let place = Place::new();
        let journal = place.journal().await;
        let client = nobodys(Name::Instamoney);
        let payments = client.payments.as_ref().unwrap();
        let done = journal.execute(&**payments, &shopeepay("order-1")).await;
        assert!(matches!(done.unwrap(), Executed::Open(_)));
        for body in &bodies {
            let body = body.to_string();
            let event = received(&*client.callbacks, &token(), body.as_bytes()).unwrap();
            let account = client.callbacks.account();
            journal.receive(account, &event).await.unwrap();
        }
        let account = client.callbacks.account().id();
        let reference = "order-1".parse().unwrap();
        let entry = journal.get(account, &reference).await.unwrap().unwrap();
        assert_eq!(
            entry.status,
            Some(PaymentStatus::Refunded.into()),
            "{bodies:?}"
        );
        let heard = heard(&journal).await;
        let refunded = Some(Status::from(PaymentStatus::Refunded));
        let told: Vec<_> = heard.iter().filter(|status| **status == refunded).collect();
        assert_eq!(
            (told.len(), heard.last()),
            (1, Some(&refunded)),
            "{heard:?}"
        );
        journal.close().await;
    }
}

/// The statuses that the application is told, in their order.
async fn heard(journal: &Journal) -> Vec<Option<Status>> {
    let mut heard = Vec::new();
    loop {
        let changes = journal.changes(10, Duration::from_secs(60)).await.unwrap();
        if changes.is_empty() {
            return heard;
        }
        for change in changes {
            heard.push(change.what.status.clone());
            journal.acknowledge(&change).await.unwrap();
        }
    }
}

#[tokio::test]
async fn without_a_journal_a_void_and_a_capture_are_told_alike() {
    for bodies in orders() {
        let handled = Arc::<Mutex<Vec<String>>>::default();
        let shop = Arc::clone(&handled);
        let intake = Intake::in_memory(InMemoryWindow::default(), move |event: Verified<Event>| {
            let word = event.get().news.status_word().to_string();
            shop.lock().unwrap().push(word);
            async { Ok::<_, Infallible>(()) }
        });
        let route = intake.route(nobodys(Name::Instamoney).callbacks);
        let app = Router::new().route("/instamoney", route);
        for body in &bodies {
            let mut request = Request::post("/instamoney").body(Body::from(body.to_string()));
            *request.as_mut().unwrap().headers_mut() = token();
            let answer = app.clone().oneshot(request.unwrap()).await.unwrap();
            assert_eq!(answer.status(), 200);
        }
        let handled = handled.lock().unwrap();
        let told = handled.iter().filter(|word| *word == "refunded").count();
        assert_eq!(
            (told, handled.last().map(String::as_str)),
            (1, Some("refunded")),
            "{handled:?}"
        );
    }
}

#[tokio::test]
async fn an_id_that_only_the_callback_tells_is_kept_and_asked_by_and_nothing_is_sent_again() {
    let sandbox =
        Sandbox::start(payments_sandbox::Settings::new().callback_secret("instamoney", "token"))
            .await
            .unwrap();
    let client = Name::Instamoney.client(&settings(&sandbox.url())).unwrap();
    let payments = client.payments.clone().unwrap();
    let place = Place::new();
    let journal = place.journal().await;
    let fault =
        json!({"provider": "instamoney", "operation": "create", "fault": "reset_after_commit"});
    sandbox.control("POST", "faults", &fault).unwrap();
    let done = journal.execute(&*payments, &shopeepay("order-8")).await;
    assert!(matches!(done.unwrap(), Executed::Open(_)));
    let nothing = json!({});
    let pay = "payments/instamoney/order-8/pay";
    sandbox.control("POST", pay, &nothing).unwrap();
    let told = sandbox.control("GET", "callbacks", &nothing).unwrap();
    let body = told[0]["body"].to_string();
    let event = received(&*client.callbacks, &token(), body.as_bytes()).unwrap();
    let account = client.callbacks.account();
    journal.receive(account, &event).await.unwrap();
    journal.close().await;

    // The process starts again, and compares.
    let journal = place.journal().await;
    let providers = Providers::new().payments(Arc::clone(&payments));
    let reference = "order-8".parse().unwrap();
    let entry = journal
        .reconcile(&providers, account.id(), &reference)
        .await
        .unwrap();
    assert_eq!(entry.state, State::Finished);
    assert_eq!(entry.status, Some(PaymentStatus::Paid.into()));
    let id = entry.answer.as_ref().and_then(News::provider_id).unwrap();
    assert!(id.starts_with("ewc_"), "{id}");
    let mut query = PaymentQuery::new(reference, Method::SHOPEEPAY);
    query.provider_id = Some(id.to_owned());
    assert_eq!(
        payments.get(&query).await.unwrap().status,
        PaymentStatus::Paid
    );
    let made = sandbox.control("GET", "payments", &nothing).unwrap();
    assert_eq!(made.as_array().unwrap().len(), 1);
    let ledger = sandbox.control("GET", "ledger", &nothing).unwrap();
    assert_eq!(ledger.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_trial_of_a_dashboard_is_acknowledged_kept_and_about_nothing_recorded() {
    let place = Place::new();
    let journal = place.journal().await;
    let client = nobodys(Name::Instamoney);
    let trial = json!({
        "event": "ewallet.capture", "business_id": "b", "created": "2030-10-21T13:59:14.536400713Z",
        "data": {
            "id": "ewc_test", "status": "SUCCEEDED", "reference_id": "test-payload", "charge_amount": 20_000,
            "capture_amount": 20_000, "currency": "IDR", "channel_code": "ID_SHOPEEPAY",
            "created": "2030-10-21T13:57:43.355897123Z", "updated": "2030-10-21T13:57:43.730483Z",
            "metadata": {"branch_code": "x"},
        },
    });
    let body = trial.to_string();
    let event = received(&*client.callbacks, &token(), body.as_bytes()).unwrap();
    let News::Payment(payment) = &event.get().news else {
        panic!("{event:?}");
    };
    let nanoseconds = payment.created_at.unwrap().timestamp_subsec_nanos();
    assert_eq!(nanoseconds, 355_897_123);
    let route = Intake::journal(journal.clone()).route(client.callbacks);
    let app = Router::new().route("/instamoney", route);
    let mut request = Request::post("/instamoney").body(Body::from(body));
    *request.as_mut().unwrap().headers_mut() = token();
    let answer = app.oneshot(request.unwrap()).await.unwrap();
    assert_eq!(answer.status(), 200);
    let changes = journal.changes(10, Duration::from_secs(60)).await.unwrap();
    let causes: Vec<_> = changes.iter().map(|change| change.what.cause).collect();
    assert_eq!(causes, [Step::UnknownReference]);
}

#[test]
fn a_signature_is_that_of_the_bytes_as_they_came() {
    let fazz = nobodys(Name::Fazz);
    let digiswitch = signed_digiswitch();
    let payment = |description: &str, end: &str| {
        format!(
            "{{\"data\": {{\"id\": \"p1\", \"type\": \"payment\", \"attributes\": {{\r\n\"status\": \"paid\", \"amount\": \"50000.0\",\r\n\
             \"referenceId\": \"order-9\", \"description\": \"{description}\", \"paymentMethod\": {{\"type\": \"qris\"}}}}}}}}{end}"
        )
    };
    let bill = |message: &str, end: &str| {
        format!(
            "{{\"data\": {{\"ref_id\": \"R-1\", \"customer_no\": \"530000000001\", \"code\": \"pln\", \"message\": \"{message}\",\r\n\
             \"status\": \"Sukses\", \"rc\": \"00\", \"sn\": \"1\", \"price\": 10500, \"selling_price\": 11000}}}}{end}"
        )
    };
    let odd = ["plain", r"a\/b", "ä", r"\u00e4", "a\tb"];
    for (text, end) in odd.into_iter().zip(["", "\n", "\r\n", " ", ""]) {
        // A raw tab is not a JSON string: what is signed and not JSON is no news, but no forgery
        // either.
        let is_json = text != "a\tb";
        let body = payment(text, end);
        let headers = header("xfers-signature", &sha256(body.as_bytes()));
        let event = received(&*fazz.callbacks, &headers, body.as_bytes());
        let word = event.map(|event| event.get().news.status_word().to_string());
        if is_json {
            assert_eq!(word.as_deref(), Some("paid"), "{text}");
        } else {
            assert_ne!(word.as_deref(), Some("paid"), "{text}");
        }
        // Another spelling of the same JSON is another body.
        let other = body.replace("\r\n", "\n");
        assert!(fazz.callbacks.receive(&headers, other.as_bytes()).is_err());

        let body = bill(text, end);
        let headers = header("x-hub-signature", &sha1(body.as_bytes()));
        let event = received(&*digiswitch.callbacks, &headers, body.as_bytes());
        let word = event.map(|event| event.get().news.status_word().to_string());
        if is_json {
            assert_eq!(word.as_deref(), Some("paid"), "{text}");
        } else {
            assert_ne!(word.as_deref(), Some("paid"), "{text}");
        }
        let other = body.replace("\r\n", "\n");
        let refused = digiswitch.callbacks.receive(&headers, other.as_bytes());
        assert!(refused.is_err());
    }
}

#[test]
fn a_member_that_is_told_twice_is_never_a_success() {
    let fazz = nobodys(Name::Fazz);
    let body = r#"{"data": {"id": "p1", "type": "payment", "attributes": {"status": "pending", "status": "paid",
        "amount": "50000.0", "referenceId": "order-9", "paymentMethod": {"type": "qris"}}}}"#;
    let headers = header("xfers-signature", &sha256(body.as_bytes()));
    let event = received(&*fazz.callbacks, &headers, body.as_bytes());
    let is_paid = |event: Verified<Event>| event.get().news.status_word() == "paid";
    assert!(!event.is_some_and(is_paid));
    let digiswitch = signed_digiswitch();
    let body = r#"{"data": {"ref_id": "R-1", "customer_no": "530000000001", "code": "pln", "rc": "02", "rc": "00",
        "status": "Gagal", "status": "Sukses", "price": 10500, "selling_price": 11000}}"#;
    let headers = header("x-hub-signature", &sha1(body.as_bytes()));
    let event = received(&*digiswitch.callbacks, &headers, body.as_bytes());
    assert!(!event.is_some_and(is_paid));
}

#[test]
fn a_mark_before_the_body_is_signed_with_it_and_either_header_of_fazz_will_do() {
    let fazz = nobodys(Name::Fazz);
    let plain = json!({"data": {"id": "p1", "type": "payment", "attributes": {
        "status": "paid", "amount": "50000.0", "referenceId": "order-9", "paymentMethod": {"type": "qris"},
    }}})
    .to_string();
    let marked = [b"\xef\xbb\xbf", plain.as_bytes()].concat();
    for name in ["xfers-signature", "x-xfers-signature"] {
        for (body, signature, is_right) in [
            (&*marked, sha256(&marked), true),
            (plain.as_bytes(), sha256(plain.as_bytes()), true),
            (&*marked, sha256(plain.as_bytes()), false),
        ] {
            let headers = header(name, &signature);
            let event = received(&*fazz.callbacks, &headers, body);
            let word = event.map(|event| event.get().news.status_word().to_string());
            assert_eq!(word.as_deref() == Some("paid"), is_right, "{name}");
        }
    }
    // One right value suffices, as while a secret is rotated.
    let mut both = header("xfers-signature", &sha256(b"other"));
    both.extend(header("x-xfers-signature", &sha256(plain.as_bytes())));
    assert!(received(&*fazz.callbacks, &both, plain.as_bytes()).is_some());
}

#[tokio::test]
async fn the_hint_of_a_prepaid_sale_is_not_asked_about_as_a_bill() {
    let client = nobodys(Name::Digiswitch);
    let body = json!({"data": {
        "ref_id": "TU-1", "customer_no": "081200000001", "code": "xld10", "message": "Transaksi Sukses",
        "status": "Sukses", "rc": "00", "sn": "123", "price": 10_200,
    }});
    let headers = header("user-agent", "Digiflazz-Hookshot");
    let received = client
        .callbacks
        .receive(&headers, body.to_string().as_bytes());
    assert!(
        !matches!(received, Ok(Received::Hint(payments::Hint::Bill(_)))),
        "{received:?}"
    );
    assert!(received.is_ok(), "{received:?}");
}
