//! Ciputra as its page and a recorded answer show it, and as this crate assumes it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::bench::{Answer, Bench, Shop, members, settings};

const KEYS: [(&str, &str); 2] = [("api-key", "k"), ("api-secret", "s")];
const PATH: &str = "/ciputra/api/transaction";

async fn token(bench: &Bench) -> String {
    let issued = bench.send("POST", "/ciputra/auth/token", &KEYS, "").await;
    format!("Bearer {}", issued.body["access_token"].as_str().unwrap())
}

async fn send(bench: &Bench, method: &str, path: &str, body: Value) -> Answer {
    let token = token(bench).await;
    let headers = [
        ("authorization", token.as_str()),
        ("content-type", "application/json"),
    ];
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    bench.send(method, path, &headers, body).await
}

/// The request that the page prints.
fn charge(reference: &str) -> Value {
    json!({
        "action": "charge",
        "paytype": "ewallet",
        "paycode": "gopay",
        "external_id": reference,
        "name": "Jhonny",
        "phone": "080000022233",
        "refno": "0000000001",
        "description": {"text_1": "Testing", "text_2": "Payment", "text_3": "Due 1"},
        "amount": "2000000",
        "exptype": "D",
        "expval": "3",
        "send_email": "0",
        "send_sms": "0",
        "send_wa": "0",
        "notification_timing": "after",
    })
}

async fn status(bench: &Bench, reference: &str) -> Value {
    send(bench, "GET", &format!("{PATH}/{reference}"), Value::Null)
        .await
        .body["data"]
        .clone()
}

fn refusal(answer: &Answer) -> (u16, &str) {
    assert_eq!(answer.members(), ["code", "message", "status"]);
    assert_eq!(answer.body["status"], false);
    (answer.status, answer.body["code"].as_str().unwrap())
}

#[tokio::test]
async fn any_pair_of_keys_gets_a_token_for_an_hour() {
    let bench = Bench::start().await;
    for method in ["GET", "POST"] {
        let issued = bench.send(method, "/ciputra/auth/token", &KEYS, "").await;
        assert_eq!(
            issued.members(),
            [
                "access_token",
                "code",
                "expires_in",
                "message",
                "status",
                "token_type",
            ]
        );
        // Absolute, as in the sample.
        assert_eq!(issued.body["expires_in"], 1_772_420_400 + 3600);
        let token = issued.body["access_token"].as_str().unwrap();
        let claims = token.split('.').nth(1).unwrap();
        let claims: Value =
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();
        assert_eq!(members(&claims), ["br_id", "exp", "iat", "iss", "sub"]);
        assert_eq!(claims["exp"], 1_772_420_400 + 3600);
    }
    for keys in [
        vec![],
        vec![KEYS[0]],
        vec![("api-key", "k"), ("api-secret", " ")],
    ] {
        let refused = bench.send("POST", "/ciputra/auth/token", &keys, "").await;
        assert_eq!(refusal(&refused), (401, "401"));
    }
}

#[tokio::test]
async fn a_token_is_demanded_and_ends_by_the_clock() {
    let bench = Bench::start().await;
    let token = token(&bench).await;
    let ask = async |token: &str| {
        let headers = [("authorization", token)];
        bench.send("GET", &format!("{PATH}/a"), &headers, "").await
    };
    assert_eq!(refusal(&ask("Bearer made.up.token").await), (401, "401"));
    bench.advance(3599).await;
    assert_eq!(refusal(&ask(&token).await), (404, "404"));
    bench.advance(1).await;
    assert_eq!(refusal(&ask(&token).await), (401, "401"));
}

#[tokio::test]
async fn expires_in_can_be_switched_to_seconds() {
    let bench = Bench::with(settings().ciputra_expires_in_seconds(true)).await;
    let issued = bench.send("POST", "/ciputra/auth/token", &KEYS, "").await;
    assert_eq!(issued.body["expires_in"], 3600);
}

#[tokio::test]
async fn a_charge_is_an_order_and_the_status_has_every_member() {
    let bench = Bench::start().await;
    let created = send(&bench, "POST", PATH, charge("ECL00001")).await;
    assert_eq!(created.status, 200);
    assert_eq!(created.members(), ["code", "data", "message", "status"]);
    let data = &created.body["data"];
    assert_eq!(
        members(data),
        [
            "expired_date",
            "external_id",
            "order_id",
            "shortlink",
            "virtual_account_number",
        ]
    );
    assert_eq!(data["order_id"], "TE202600000001");
    assert_eq!(data["expired_date"], "2026-03-05 10:00:00");
    assert_eq!(data["virtual_account_number"], "");

    assert_eq!(
        status(&bench, "ECL00001").await,
        json!({
            "broker_id": 1,
            "broker_name": "Sandbox Broker",
            "order_id": "TE202600000001",
            "external_id": "ECL00001",
            "action": "charge",
            "payment_channel": "gopay",
            "status": "pending",
            "name": "Jhonny",
            "phone": "080000022233",
            "reference_number": "0000000001",
            "description": {"text_1": "Testing", "text_2": "Payment", "text_3": "Due 1"},
            "virtual_account": "",
            "credit_card_number": "",
            "month_end": "",
            "year_end": "",
            "amount": 2000000,
            "created_time": "2026-03-02 10:00:00",
            "transaction_time": "",
            "expired_time": "2026-03-05 10:00:00",
            "remark": "",
            "callback_url": "",
        })
    );

    bench.act("ciputra", "ECL00001", "pay").await;
    let paid = status(&bench, "ECL00001").await;
    assert_eq!(paid["status"], "paid");
    assert_eq!(paid["transaction_time"], "2026-03-02 10:00:00");
    assert_eq!(bench.ledger().await, [("debit".into(), "2000000".into())]);
    let by_query = send(
        &bench,
        "GET",
        &format!("{PATH}?external_id=ECL00001"),
        Value::Null,
    )
    .await;
    assert_eq!(by_query.body["data"], paid);
}

#[tokio::test]
async fn a_form_with_brackets_is_taken_like_json() {
    let bench = Bench::start().await;
    let token = token(&bench).await;
    let headers = [
        ("authorization", token.as_str()),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let body = "action=charge&paytype=all&paycode=all&external_id=a&name=J&amount=1\
        &description%5Btext_1%5D=Testing&exptype=SD&expval=2026-07-08";
    let created = bench.send("POST", PATH, &headers, body).await;
    assert_eq!(created.body["data"]["expired_date"], "2026-07-08");
    let shown = status(&bench, "a").await;
    assert_eq!(
        shown["description"],
        json!({"text_1": "Testing", "text_2": "", "text_3": ""})
    );
    assert_eq!(shown["expired_time"], "2026-07-08 23:59:59");
}

#[tokio::test]
async fn a_virtual_account_has_a_number() {
    let bench = Bench::start().await;
    let mut body = charge("a");
    body["paytype"] = json!("va");
    body["paycode"] = json!("bca");
    let created = send(&bench, "POST", PATH, body).await;
    let number = &created.body["data"]["virtual_account_number"];
    assert_eq!(number.as_str().unwrap().len(), 16);
    assert_eq!(status(&bench, "a").await["virtual_account"], *number);
}

#[tokio::test]
async fn the_same_charge_again_is_the_same_order_and_anything_else_is_refused() {
    let bench = Bench::start().await;
    let first = send(&bench, "POST", PATH, charge("a")).await;
    assert_eq!(
        send(&bench, "POST", PATH, charge("a")).await.body,
        first.body
    );
    let mut other = charge("a");
    other["amount"] = json!("2000001");
    assert_eq!(
        refusal(&send(&bench, "POST", PATH, other).await),
        (422, "01")
    );
    bench.act("ciputra", "a", "pay").await;
    assert_eq!(
        refusal(&send(&bench, "POST", PATH, charge("a")).await),
        (422, "01")
    );
    assert_eq!(bench.ledger().await.len(), 1);
}

#[tokio::test]
async fn invalid_charges_name_the_field() {
    let bench = Bench::start().await;
    let cases = [
        ("paytype", json!("gold")),
        ("paycode", Value::Null),
        ("external_id", json!("")),
        ("name", Value::Null),
        ("amount", json!("0")),
        ("amount", json!("10.5")),
        ("exptype", json!("Y")),
        ("expval", json!("soon")),
        ("send_wa", json!("2")),
        ("notification_timing", json!("never")),
        ("description", json!("text")),
        ("action", json!("refund")),
    ];
    for (name, value) in cases {
        let mut body = charge("a");
        body[name] = value;
        let refused = send(&bench, "POST", PATH, body).await;
        assert_eq!(refusal(&refused), (422, "422"), "{name}");
        assert!(
            refused.body["message"].as_str().unwrap().contains(name),
            "{}",
            refused.body
        );
    }
}

#[tokio::test]
async fn an_open_order_can_be_cancelled_and_cancelled_again() {
    let bench = Bench::start().await;
    send(&bench, "POST", PATH, charge("a")).await;
    let cancel = json!({"action": "cancel", "external_id": "a"});
    let cancelled = send(&bench, "POST", PATH, cancel.clone()).await;
    assert_eq!(
        cancelled.body["data"],
        json!({
            "order_id": "TE202600000001",
            "status_payment": "cancel",
            "expired_date": "2026-03-05 10:00:00",
            "cancel_date": "2026-03-02 10:00:00",
        })
    );
    bench.advance(60).await;
    assert_eq!(
        send(&bench, "POST", PATH, cancel).await.body,
        cancelled.body
    );
    assert_eq!(status(&bench, "a").await["status"], "cancel");
}

#[tokio::test]
async fn a_paid_order_cannot_be_cancelled() {
    let bench = Bench::start().await;
    send(&bench, "POST", PATH, charge("a")).await;
    bench.act("ciputra", "a", "pay").await;
    let cancel = |reference| json!({"action": "cancel", "external_id": reference});
    assert_eq!(
        refusal(&send(&bench, "POST", PATH, cancel("a")).await),
        (422, "01")
    );
    assert_eq!(
        refusal(&send(&bench, "POST", PATH, cancel("b")).await),
        (404, "404")
    );
    assert_eq!(status(&bench, "a").await["status"], "paid");
}

#[tokio::test]
async fn an_order_expires_by_the_clock() {
    let bench = Bench::start().await;
    send(&bench, "POST", PATH, charge("a")).await;
    bench.advance(3 * 86_400 - 1).await;
    assert_eq!(status(&bench, "a").await["status"], "pending");
    bench.advance(1).await;
    assert_eq!(status(&bench, "a").await["status"], "expired");
}

#[tokio::test]
async fn the_callback_holds_the_status_object_and_is_repeated_after_1_5_and_15_minutes() {
    let shop = Shop::open().await;
    shop.answers(500);
    let bench = Bench::start().await;
    let mut body = charge("a");
    body["callback_url"] = json!(shop.url);
    send(&bench, "POST", PATH, body).await;
    bench.act("ciputra", "a", "pay").await;
    let received = shop.received(1).await.remove(0);
    assert_eq!(received.body["code"], "00");
    assert_eq!(received.body["data"], status(&bench, "a").await);
    for (minutes, sent) in [(1, 2), (5, 3), (15, 4)] {
        bench.last_callback("waiting").await;
        bench.advance(minutes * 60).await;
        shop.received(sent).await;
    }
    bench.last_callback("failed").await;
}

#[tokio::test]
async fn registrations_come_from_the_control_api() {
    let bench = Bench::start().await;
    let path = "/ciputra/api/registration/R1";
    assert_eq!(
        refusal(&send(&bench, "GET", path, Value::Null).await),
        (404, "404")
    );
    let order = json!({"external_id": "R1", "name": "Budi"});
    assert_eq!(
        bench.control("POST", "registrations", order).await.status,
        200
    );
    let registered = send(&bench, "GET", path, Value::Null).await;
    assert_eq!(
        members(&registered.body["data"]),
        [
            "account_number",
            "action",
            "broker_id",
            "broker_name",
            "callback_url",
            "created_time",
            "description",
            "expired_time",
            "external_id",
            "name",
            "order_id",
            "phone",
            "reference_number",
            "registration_channel",
            "registration_time",
            "remark",
            "status",
            "transaction_time",
        ]
    );
    assert_eq!(registered.body["data"]["name"], "Budi");
    assert_eq!(registered.body["data"]["status"], "success");
}

#[tokio::test]
async fn the_short_link_is_a_page_to_pay_on() {
    let bench = Bench::start().await;
    let mut body = charge("a");
    body["redirect_url"] = json!("http://127.0.0.1/thanks");
    let created = send(&bench, "POST", PATH, body).await;
    let link = created.body["data"]["shortlink"].as_str().unwrap();
    let page = link.strip_prefix(&bench.sandbox.url()).unwrap();
    assert_eq!(page.len(), "/ciputra/s/12345678".len());
    let clicked = bench.send("POST", page, &[], "action=pay").await;
    assert_eq!(clicked.headers["location"], "http://127.0.0.1/thanks");
    assert_eq!(status(&bench, "a").await["status"], "paid");
}
