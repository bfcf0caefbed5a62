//! `/ewallets` as the document of Instamoney describes it.

use serde_json::{Value, json};

use crate::bench::Bench;

pub(crate) const V2019: &str = "2019-02-04";
pub(crate) const V2020: &str = "2020-02-01";

pub(crate) fn ovo(reference: &str, amount: u64) -> Value {
    json!({"external_id": reference, "amount": amount, "phone": "08123123123", "ewallet_type": "OVO"})
}

pub(crate) fn dana(reference: &str) -> Value {
    json!({
        "external_id": reference,
        "amount": 1001,
        "callback_url": "https://my-shop.com/callbacks",
        "redirect_url": "https://my-shop.com/home",
        "ewallet_type": "DANA",
    })
}

pub(crate) fn linkaja(reference: &str) -> Value {
    json!({
        "external_id": reference,
        "phone": "081245671234",
        "amount": 300000,
        "items": [
            {"id": "123123", "name": "Phone Case", "price": 100000, "quantity": 1},
            {"id": "345678", "name": "Powerbank", "price": 200000, "quantity": 1},
        ],
        "callback_url": "https://yourwebsite.com/callback",
        "redirect_url": "https://yourwebsite.com/order/123",
        "ewallet_type": "LINKAJA",
    })
}

pub(crate) fn replaced(mut body: Value, name: &str, value: Value) -> Value {
    body[name] = value;
    body
}

#[tokio::test]
async fn ovo_2019_is_paid_in_the_answer() {
    let bench = Bench::start().await;
    let created = bench.create(V2019, ovo("ovo-ewallet", 1000)).await;
    assert_eq!(created.status, 200);
    assert_eq!(
        created.members(),
        [
            "amount",
            "business_id",
            "ewallet_transaction_id",
            "ewallet_type",
            "external_id",
            "phone",
            "transaction_date",
        ]
    );
    assert_eq!(created.body["amount"], 1000);
    assert_eq!(created.body["transaction_date"], "2026-03-02T03:00:00.000Z");
    assert_eq!(
        created.headers["content-type"],
        "application/json; charset=utf-8"
    );
    assert_eq!(bench.ledger().await, [("debit".into(), "1000".into())]);
    assert_eq!(
        bench.get("OVO", "ovo-ewallet").await.body["status"],
        "COMPLETED"
    );
    assert_eq!(bench.show("callbacks").await, json!([]));
}

#[tokio::test]
async fn ovo_2020_is_pending_until_the_customer_approves() {
    let bench = Bench::start().await;
    let created = bench.create(V2020, ovo("ovo-ewallet", 1000)).await;
    assert_eq!(created.status, 200);
    assert_eq!(
        created.members(),
        [
            "amount",
            "business_id",
            "created",
            "ewallet_type",
            "external_id",
            "phone",
            "status",
        ]
    );
    assert_eq!(created.body["status"], "PENDING");
    assert_eq!(bench.ledger().await, []);

    bench.act("instamoney", "ovo-ewallet", "pay").await;
    let status = bench.get("OVO", "ovo-ewallet").await;
    assert_eq!(
        status.members(),
        [
            "amount",
            "business_id",
            "ewallet_type",
            "external_id",
            "status",
            "transaction_date",
        ]
    );
    assert_eq!(status.body["amount"], "1000");
    assert_eq!(status.body["status"], "COMPLETED");
    assert_eq!(bench.ledger().await, [("debit".into(), "1000".into())]);
}

#[tokio::test]
async fn without_a_version_header_ovo_is_asynchronous() {
    let bench = Bench::start().await;
    let created = bench
        .instamoney("POST", "/ewallets", &[], ovo("a", 1000))
        .await;
    assert_eq!(created.body["status"], "PENDING");
    let unknown = bench.create("2018-01-01", ovo("b", 1000)).await;
    assert_eq!(unknown.refusal(), (422, "API_VALIDATION_ERROR"));
}

#[tokio::test]
async fn dana_answers_as_the_document_prints() {
    let bench = Bench::start().await;
    let created = bench.create(V2020, dana("dana-ewallet")).await;
    assert_eq!(created.status, 200);
    assert_eq!(
        created.members(),
        ["amount", "checkout_url", "ewallet_type", "external_id"]
    );
    assert_eq!(created.body["amount"], 1001);

    let pending = bench.get("DANA", "dana-ewallet").await;
    assert_eq!(
        pending.members(),
        [
            "amount",
            "business_id",
            "checkout_url",
            "expiration_date",
            "external_id",
            "status",
        ]
    );
    assert_eq!(pending.body["amount"], "1001");
    assert_eq!(pending.body["status"], "PENDING");
    assert_eq!(pending.body["expiration_date"], "2026-03-03T10:00:00+07:00");
    assert_eq!(pending.body["checkout_url"], created.body["checkout_url"]);

    bench.act("instamoney", "dana-ewallet", "pay").await;
    assert_eq!(
        bench.get("DANA", "dana-ewallet").await.body["status"],
        "PAID"
    );
}

#[tokio::test]
async fn linkaja_answers_as_the_document_prints() {
    let bench = Bench::start().await;
    let created = bench.create(V2020, linkaja("linkaja-ewallet")).await;
    assert_eq!(created.status, 200);
    assert_eq!(
        created.members(),
        [
            "amount",
            "checkout_url",
            "ewallet_type",
            "external_id",
            "transaction_date",
        ]
    );

    let pending = bench.get("LINKAJA", "linkaja-ewallet").await;
    assert_eq!(
        pending.members(),
        [
            "amount",
            "business_id",
            "checkout_url",
            "expired_at",
            "external_id",
            "status",
        ]
    );
    assert_eq!(pending.body["amount"], 300000);
    assert_eq!(pending.body["expired_at"], "2026-03-02T03:05:00.000Z");

    bench.act("instamoney", "linkaja-ewallet", "pay").await;
    let paid = bench.get("LINKAJA", "linkaja-ewallet").await;
    assert_eq!(
        paid.members(),
        [
            "amount",
            "business_id",
            "external_id",
            "payment_timestamp",
            "status",
        ]
    );
    assert_eq!(paid.body["status"], "COMPLETED");
}

#[tokio::test]
async fn magic_amounts_fail_ovo_2020_a_moment_later() {
    let bench = Bench::start().await;
    assert_eq!(
        bench.create(V2020, ovo("a", 4030)).await.body["status"],
        "PENDING"
    );
    assert_eq!(bench.get("OVO", "a").await.body["status"], "PENDING");
    bench.advance(1).await;
    assert_eq!(bench.get("OVO", "a").await.body["status"], "FAILED");
    let refused = bench.create(V2020, ovo("b", 4010)).await;
    assert_eq!(refused.refusal(), (400, "DUPLICATE_PAYMENT_REQUEST_ERROR"));
    // Unlike in 2019 the reference stays taken.
    assert_eq!(bench.create(V2020, ovo("a", 1000)).await.status, 400);
    assert_eq!(bench.ledger().await, []);
}

#[tokio::test]
async fn unapproved_payments_end_by_the_clock() {
    let bench = Bench::start().await;
    bench.create(V2020, ovo("o", 1000)).await;
    bench.create(V2020, linkaja("l")).await;
    bench.create(V2020, dana("d")).await;
    let early = "2026-03-02T11:00:00+07:00";
    bench
        .create(V2020, replaced(dana("e"), "expiration_date", json!(early)))
        .await;
    let status = async |wallet, reference| {
        let answer = bench.get(wallet, reference).await;
        answer.body["status"].as_str().unwrap().to_owned()
    };

    bench.advance(59).await;
    assert_eq!(status("OVO", "o").await, "PENDING");
    bench.advance(1).await;
    assert_eq!(status("OVO", "o").await, "FAILED");
    bench.advance(239).await;
    assert_eq!(status("LINKAJA", "l").await, "PENDING");
    bench.advance(1).await;
    assert_eq!(status("LINKAJA", "l").await, "EXPIRED");
    bench.advance(3300).await;
    assert_eq!(status("DANA", "e").await, "EXPIRED");
    bench.advance(82_799).await;
    assert_eq!(status("DANA", "d").await, "PENDING");
    bench.advance(1).await;
    assert_eq!(status("DANA", "d").await, "EXPIRED");

    let late = bench
        .control("POST", "payments/instamoney/d/pay", Value::Null)
        .await;
    assert_eq!(late.status, 409);
    assert_eq!(bench.ledger().await, []);
}

#[tokio::test]
async fn an_expiration_date_in_the_past_expires_the_payment_at_once() {
    let bench = Bench::start().await;
    let printed = "2020-02-20T00:00:00.000Z";
    let created = bench
        .create(
            V2020,
            replaced(dana("d"), "expiration_date", json!(printed)),
        )
        .await;
    assert_eq!(created.status, 200);
    assert_eq!(bench.get("DANA", "d").await.body["status"], "EXPIRED");
    // It expires when it is created, not in the past.
    let payment = &bench.show("payments").await[0];
    assert_eq!(payment["changed"], payment["created"]);
}

#[tokio::test]
async fn a_person_pays_on_the_page_and_is_sent_back_to_the_shop() {
    let bench = Bench::start().await;
    let created = bench.create(V2020, dana("<d>")).await;
    let url = created.body["checkout_url"].as_str().unwrap();
    let page = url.strip_prefix(&bench.sandbox.url()).unwrap();
    assert!(page.starts_with("/instamoney/checkout/"));

    let shown = bench.send("GET", page, &[], "").await;
    let html = shown.body.as_str().unwrap();
    assert!(html.contains("IDR 1,001") && html.contains("&lt;d&gt;") && !html.contains("<d>"));

    let form = [("content-type", "application/x-www-form-urlencoded")];
    let clicked = bench.send("POST", page, &form, "action=pay").await;
    assert_eq!(clicked.status, 303);
    assert_eq!(clicked.headers["location"], "https://my-shop.com/home");
    // A second click changes nothing and shows the page, which says so.
    let again = bench.send("POST", page, &form, "action=pay").await;
    assert_eq!(again.headers["location"], page);
    assert_eq!(bench.ledger().await.len(), 1);
    let shown = bench.send("GET", page, &[], "").await;
    assert!(!shown.body.as_str().unwrap().contains("<button"));
}

#[tokio::test]
async fn a_question_without_a_wallet_is_404_without_a_word_that_could_be_taken_for_a_proof() {
    let bench = Bench::start().await;
    bench.create("2020-02-01", dana("a")).await;
    for query in ["", "&ewallet_type="] {
        let path = format!("/ewallets?external_id=a{query}");
        let answer = bench.instamoney("GET", &path, &[], Value::Null).await;
        assert_eq!((answer.status, answer.bytes.len()), (404, 0), "{query}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_422_but_for_linkaja() {
    let bench = Bench::start().await;
    for (body, http) in [
        (ovo("a", 1000), 422),
        (dana("a"), 422),
        (linkaja("a"), 400),
        (json!({}), 422),
    ] {
        let refused = bench.create("2018-01-01", body).await;
        assert_eq!(refused.refusal(), (http, "API_VALIDATION_ERROR"));
    }
    let refused = bench.create("2020-02-01", json!([1])).await;
    assert_eq!(refused.refusal(), (422, "API_VALIDATION_ERROR"));
}

#[tokio::test]
async fn a_fee_rule_comes_back_in_the_headers() {
    let bench = Bench::start().await;
    let headers = [("with-fee-rule", "xpfeeru_1")];
    let created = bench
        .instamoney("POST", "/ewallets", &headers, dana("a"))
        .await;
    assert_eq!(created.headers["fee_rule_id"], "xpfeeru_1");
    assert!(created.headers.contains_key("fee_id"));
}
