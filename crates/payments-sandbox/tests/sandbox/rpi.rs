//! RPI as its page lists the members, and as siblings of the product and this crate's assumptions
//! complete it.

use serde_json::{Value, json};

use crate::bench::{Answer, Bench, Shop, members, settings};

const TOKEN: &str = "/rpi/v1/oauth/client_credential/accesstoken";
pub(crate) const CREATE: &str = "/rpi/api/v1/rpi";
const AMOUNT: &str = "/rpi/api/v1/rpi/bill-amount";

async fn token(bench: &Bench) -> String {
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let path = format!("{TOKEN}?grant_type=client_credentials");
    let body = "client_id=c&client_secret=s";
    let issued = bench.send("POST", &path, &form, body).await;
    format!("Bearer {}", issued.body["accessToken"].as_str().unwrap())
}

/// With every header of the page, under the given correlation id; an empty value leaves a header
/// out.
pub(crate) async fn send_with(
    bench: &Bench,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Answer {
    let token = token(bench).await;
    let usual = [
        ("content-type", "application/json"),
        ("accept", "application/json"),
        ("authorization", token.as_str()),
        ("x-correlation-id", "0123456789abcdef0123456789abcdef"),
        ("a-merchant-code", "AYOPOP"),
        ("a-channel-id", "APIGATEWAY"),
    ];
    let mut all: Vec<_> = usual
        .into_iter()
        .filter(|(name, _)| headers.iter().all(|(given, _)| given != name))
        .collect();
    all.extend(headers.iter().filter(|(_, value)| !value.is_empty()));
    bench.send(method, path, &all, body.to_owned()).await
}

fn id(number: u8) -> String {
    format!("{number:032}")
}

pub(crate) async fn create(bench: &Bench, number: u8, body: Value) -> Answer {
    let flow = id(number);
    let headers = [("x-correlation-id", flow.as_str())];
    send_with(bench, "POST", CREATE, &headers, &body.to_string()).await
}

/// Tomorrow, three charges of 25,000 a week apart.
pub(crate) fn fixed(number: u8) -> Value {
    json!({
        "transactionId": id(number),
        "phoneNumber": "6281234567890",
        "subscriptionType": 0,
        "amount": 25_000,
        "currency": "IDR",
        "schedule": {"intervalUnit": "WEEK", "interval": 1, "numberOfOccurrences": 3},
        "startDate": "03-03-2026",
        "productDetails": [{"name": "Premi", "code": "P1"}],
        "notificationRequired": "Y",
    })
}

pub(crate) fn variable(number: u8) -> Value {
    let mut body = fixed(number);
    body["subscriptionType"] = json!(1);
    body["maxBillAmount"] = json!(100_000);
    body.as_object_mut().unwrap().remove("amount");
    body
}

pub(crate) async fn created(bench: &Bench, body: Value) -> Value {
    let answer = create(bench, 1, body).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.body
}

async fn get(bench: &Bench, made: &Value) -> Value {
    let text = |name: &str| made[name].as_str().unwrap().to_owned();
    let path = format!(
        "{CREATE}/{}?transactionId={}&customerId={}&merchantCode=AYOPOP",
        text("rpiCode"),
        id(9),
        text("customerId")
    );
    let answer = send_with(bench, "GET", &path, &[], r#"{"msg":null}"#).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body["rpi"].clone()
}

/// The amount goes as it is written, two zeros and all.
pub(crate) async fn change(bench: &Bench, made: &Value, amount: &str, date: &str) -> Answer {
    let body = format!(
        r#"{{"transactionId":"{}","customerId":{},"rpiCode":{},"amount":{amount},"currency":"IDR","date":"{date}"}}"#,
        id(8),
        made["customerId"],
        made["rpiCode"]
    );
    send_with(bench, "PUT", AMOUNT, &[], &body).await
}

pub(crate) fn refused(answer: &Answer, status: u16, named: &str) {
    assert_eq!(answer.status, status, "{}", answer.body);
    let text = answer.body["errors"].to_string();
    assert!(text.contains(named), "{named}: {text}");
    assert_eq!(answer.body["code"].is_string(), status == 401);
}

const DAY: u64 = 86_400;

#[tokio::test]
async fn a_token_makes_a_header_of_35_characters_and_ends_by_the_clock() {
    let bench = Bench::start().await;
    let token = token(&bench).await;
    assert_eq!(token.len(), 35);
    let body = json!({"grant_type": "client_credentials", "client_id": "c", "client_secret": "s"});
    let json = [("content-type", "application/json")];
    let issued = bench.send("POST", TOKEN, &json, body.to_string()).await;
    assert_eq!(issued.body["expiresIn"], "3599");
    for body in ["{}", r#"{"grant_type":"client_credentials"}"#] {
        let none = bench.send("POST", TOKEN, &json, body).await;
        assert_eq!(none.members(), ["Error", "ErrorCode"]);
    }
    let path = format!("{CREATE}/1");
    let headers = [("authorization", token.as_str())];
    refused(
        &send_with(&bench, "GET", &path, &headers, "").await,
        412,
        "transactionId",
    );
    bench.advance(3599).await;
    refused(
        &send_with(&bench, "GET", &path, &headers, "").await,
        401,
        "token",
    );
}

#[tokio::test]
async fn a_new_instruction_leads_to_its_confirmation_page() {
    let bench = Bench::start().await;
    let made = created(&bench, fixed(1)).await;
    assert_eq!(
        members(&made),
        [
            "code",
            "customerId",
            "merchantCode",
            "message",
            "referenceNumber",
            "responseTime",
            "rpiCode",
            "transactionId",
            "webview"
        ]
    );
    assert_eq!(made["transactionId"], id(1));
    assert_eq!(made["responseTime"], "20260302100000");
    let shown = get(&bench, &made).await;
    assert_eq!(shown["status"], "PENDING_CONFIRMATION");
    assert_eq!(shown["nextChargeDate"], "03-03-2026");
    assert_eq!(shown["amount"], "25000.00");
    let url = made["webview"]["URL"].as_str().unwrap();
    let page = url.strip_prefix(&bench.sandbox.url()).unwrap();
    let seen = bench.send("GET", page, &[], "").await;
    let html = seen.body.as_str().unwrap();
    assert!(
        html.contains(">Confirm<") && html.contains(">Reject<"),
        "{html}"
    );
    let form = [("content-type", "application/x-www-form-urlencoded")];
    bench.send("POST", page, &form, "action=pay").await;
    assert_eq!(get(&bench, &made).await["status"], "ACTIVE");
}

#[tokio::test]
async fn the_clock_charges_by_the_schedule_one_row_each() {
    let bench = Bench::start().await;
    let made = created(&bench, fixed(1)).await;
    bench.act("rpi", &id(1), "pay").await;
    assert_eq!(bench.ledger().await, []);
    // 10:00 in Jakarta: the day of the first charge begins fourteen hours later.
    bench.advance(14 * 3600 - 1).await;
    assert_eq!(bench.ledger().await, []);
    bench.advance(1).await;
    let debit = ("debit".to_owned(), "25000".to_owned());
    assert_eq!(bench.ledger().await, std::slice::from_ref(&debit));
    assert_eq!(get(&bench, &made).await["nextChargeDate"], "10-03-2026");
    bench.advance(365 * DAY).await;
    assert_eq!(bench.ledger().await, vec![debit; 3]);
    let listed = &bench.show("payments").await[0];
    assert_eq!(listed["status"], "COMPLETED");
    let dates: Vec<_> = listed["charges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|charge| charge["date"].clone())
        .collect();
    assert_eq!(dates, ["03-03-2026", "10-03-2026", "17-03-2026"]);
}

#[tokio::test]
async fn a_charge_of_today_comes_with_the_confirmation_and_months_keep_their_day() {
    let bench = Bench::with(settings().manual_clock("2026-01-31T03:00:00Z".parse().unwrap())).await;
    let mut body = fixed(1);
    body["startDate"] = json!("31-Jan-2026");
    body["schedule"] = json!({"intervalUnit": "MONTH", "numberOfOccurrences": "3"});
    created(&bench, body).await;
    bench.act("rpi", &id(1), "pay").await;
    bench.advance(0).await;
    assert_eq!(bench.ledger().await.len(), 1);
    bench.advance(60 * DAY).await;
    let listed = &bench.show("payments").await[0];
    assert_eq!(listed["charges"][1]["date"], "28-02-2026");
    assert_eq!(listed["charges"][2]["date"], "31-03-2026");
}

#[tokio::test]
async fn each_charge_is_called_back_and_tried_again() {
    let shop = Shop::open().await;
    let bench = Bench::with(settings().callback_url("rpi", &shop.url)).await;
    created(&bench, variable(1)).await;
    bench.act("rpi", &id(1), "pay").await;
    shop.answers(500);
    bench.advance(DAY).await;
    bench.last_callback("waiting").await;
    shop.answers(200);
    bench.advance(60).await;
    bench.last_callback("delivered").await;
    for received in shop.received(2).await {
        assert_eq!(received.body["transactionId"], id(1));
        assert_eq!(received.body["details"]["chargeDate"], "03-03-2026");
        // No amount was set for a variable bill: nothing was taken.
        assert_eq!(received.body["details"]["status"], 4);
        assert_eq!(received.body["details"]["amount"], Value::Null);
    }
    assert_eq!(bench.ledger().await, []);
}

#[tokio::test]
async fn a_changed_amount_is_charged_once_on_its_date_or_on_the_next() {
    let bench = Bench::start().await;
    let made = created(&bench, variable(1)).await;
    bench.act("rpi", &id(1), "pay").await;
    let changed = change(&bench, &made, "30000.00", "10-03-2026").await;
    assert_eq!(
        (changed.status, &changed.body["date"]),
        (200, &json!("10-03-2026"))
    );
    // Nothing is due on that date: the next charge is changed.
    let changed = change(&bench, &made, "\"20000.00\"", "05-03-2026").await;
    assert_eq!(
        (changed.status, &changed.body["date"]),
        (200, &json!("03-03-2026"))
    );
    bench.advance(30 * DAY).await;
    let amounts: Vec<_> = bench
        .ledger()
        .await
        .into_iter()
        .map(|(_, amount)| amount)
        .collect();
    assert_eq!(amounts, ["20000", "30000"]);
    refused(
        &change(&bench, &made, "20000.00", "05-03-2026").await,
        412,
        "closed",
    );
}

#[tokio::test]
async fn only_what_waits_is_confirmed_and_only_what_is_active_ends() {
    for (first, status, then) in [
        ("decline", "REJECTED", "pay"),
        ("expire", "EXPIRED", "pay"),
        ("pay", "ACTIVE", "decline"),
    ] {
        let bench = Bench::start().await;
        let made = created(&bench, fixed(1)).await;
        let path = |action: &str| format!("payments/rpi/{}/{action}", id(1));
        assert_eq!(
            bench
                .control("POST", &path("cancel"), Value::Null)
                .await
                .status,
            409
        );
        bench.act("rpi", &id(1), first).await;
        assert_eq!(get(&bench, &made).await["status"], status);
        assert_eq!(
            bench.control("POST", &path(then), Value::Null).await.status,
            409
        );
        if first == "pay" {
            bench.act("rpi", &id(1), "cancel").await;
            assert_eq!(get(&bench, &made).await["status"], "TERMINATED");
        }
        bench.advance(30 * DAY).await;
        assert_eq!(bench.ledger().await, []);
    }
    let bench = Bench::start().await;
    let made = created(&bench, fixed(1)).await;
    bench.advance(DAY).await;
    assert_eq!(get(&bench, &made).await["status"], "EXPIRED");
}

#[tokio::test]
async fn a_lost_change_may_have_happened() {
    let bench = Bench::start().await;
    let made = created(&bench, variable(1)).await;
    bench.act("rpi", &id(1), "pay").await;
    bench
        .fault(json!({"provider": "rpi", "operation": "update", "fault": "error_after_commit", "reference": id(1)}))
        .await;
    assert_eq!(
        change(&bench, &made, "30000.00", "03-03-2026").await.status,
        503
    );
    // The change sets: the same again does no harm.
    assert_eq!(
        change(&bench, &made, "30000.00", "03-03-2026").await.status,
        200
    );
    bench.advance(DAY).await;
    assert_eq!(
        bench.ledger().await,
        [("debit".to_owned(), "30000".to_owned())]
    );
}
