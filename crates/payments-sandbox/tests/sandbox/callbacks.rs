//! What the merchant is told, where, and how often.

use serde_json::{Value, json};

use crate::{
    bench::{Bench, Shop, members, settings},
    charges::charge,
    ewallets::{dana, linkaja, ovo},
};

const TOKEN: &str = "sandbox-callback-token";

fn calling(mut body: Value, shop: &Shop) -> Value {
    body["callback_url"] = json!(shop.url);
    body
}

async fn with_dashboard(shop: &Shop) -> Bench {
    Bench::with(settings().callback_url("instamoney", &shop.url)).await
}

#[tokio::test]
async fn ovo_calls_the_dashboard_url_with_the_token_in_the_header() {
    let shop = Shop::open().await;
    let bench = with_dashboard(&shop).await;
    bench.create("2020-02-01", ovo("a", 20000)).await;
    bench.act("instamoney", "a", "pay").await;
    let received = shop.received(1).await.remove(0);
    assert_eq!(received.headers["x-callback-token"], TOKEN);
    assert!(received.headers.contains_key("webhook-id"));
    assert_eq!(received.headers["content-type"], "application/json");
    assert_eq!(
        members(&received.body),
        [
            "amount",
            "business_id",
            "created",
            "event",
            "ewallet_type",
            "external_id",
            "id",
            "phone",
            "status",
        ]
    );
    assert_eq!(received.body["event"], "ewallet.payment");
    assert_eq!(received.body["status"], "COMPLETED");
    assert_eq!(received.body["amount"], 20000);
    let delivered = bench.last_callback("delivered").await;
    assert_eq!(delivered["attempts"][0]["status"], 200);
}

#[tokio::test]
async fn a_failed_ovo_payment_says_why() {
    let shop = Shop::open().await;
    let bench = with_dashboard(&shop).await;
    bench.create("2020-02-01", ovo("a", 4040)).await;
    bench.advance(1).await;
    let received = shop.received(1).await.remove(0);
    assert_eq!(received.body["status"], "FAILED");
    assert_eq!(received.body["failure_code"], "PHONE_NUMBER_NOT_REGISTERED");
    assert_eq!(received.body.get("created"), None);
}

#[tokio::test]
async fn dana_calls_the_url_of_the_request_with_the_token_in_the_body() {
    let shop = Shop::open().await;
    let bench = Bench::start().await;
    bench.create("2020-02-01", calling(dana("a"), &shop)).await;
    bench.create("2020-02-01", calling(dana("b"), &shop)).await;
    bench.act("instamoney", "a", "pay").await;
    let paid = shop.received(1).await.remove(0);
    let business_id = paid.body["business_id"].clone();
    assert_eq!(
        paid.body,
        json!({
            "external_id": "a",
            "amount": 1001,
            "business_id": business_id,
            "payment_status": "PAID",
            "transaction_date": "2026-03-02T10:00:00+07:00",
            "ewallet_type": "DANA",
            "callback_authentication_token": TOKEN,
        })
    );
    bench.advance(86_400).await;
    let expired = shop.received(2).await.remove(1);
    assert_eq!(expired.body["payment_status"], "EXPIRED");
    assert_ne!(expired.headers["webhook-id"], paid.headers["webhook-id"]);
}

#[tokio::test]
async fn linkaja_calls_with_the_items() {
    let shop = Shop::open().await;
    let bench = Bench::start().await;
    bench
        .create("2020-02-01", calling(linkaja("a"), &shop))
        .await;
    bench.act("instamoney", "a", "pay").await;
    let paid = shop.received(1).await.remove(0);
    assert_eq!(
        paid.body,
        json!({
            "external_id": "a",
            "amount": 300000,
            "items": linkaja("a")["items"],
            "status": "SUCCESS_COMPLETED",
            "ewallet_type": "LINKAJA",
            "callback_authentication_token": TOKEN,
        })
    );
}

#[tokio::test]
async fn wallets_without_a_word_for_it_send_nothing() {
    let shop = Shop::open().await;
    let bench = with_dashboard(&shop).await;
    bench.create("2020-02-01", calling(dana("d"), &shop)).await;
    bench.act("instamoney", "d", "decline").await;
    bench
        .create("2020-02-01", calling(linkaja("l"), &shop))
        .await;
    bench.act("instamoney", "l", "expire").await;
    bench.create("2019-02-04", ovo("o", 1000)).await;
    assert_eq!(bench.show("callbacks").await, json!([]));
}

#[tokio::test]
async fn a_charge_calls_the_url_of_its_header() {
    let shop = Shop::open().await;
    let bench = Bench::start().await;
    let headers = [("X-Callback-Url", shop.url.as_str())];
    let body = charge("a", "ID_DANA", 1000);
    let created = bench
        .instamoney("POST", "/ewallets/charges", &headers, body)
        .await;
    assert_eq!(created.body["callback_url"], shop.url);
    bench.act("instamoney", "a", "pay").await;
    let captured = shop.received(1).await.remove(0);
    assert_eq!(
        members(&captured.body),
        ["api_version", "business_id", "created", "data", "event",]
    );
    assert_eq!(captured.body["event"], "ewallet.capture");
    assert_eq!(captured.body["data"]["id"], created.body["id"]);
    assert_eq!(captured.body["data"]["status"], "SUCCEEDED");

    bench.act("instamoney", "a", "cancel").await;
    bench.advance(1).await;
    let voided = shop.received(2).await.remove(1);
    assert_eq!(voided.body["event"], "ewallet.void");
    assert_eq!(voided.body["data"]["status"], "VOIDED");
}

#[tokio::test]
async fn a_refused_callback_is_repeated_on_the_providers_schedule() {
    let shop = Shop::open().await;
    shop.answers(500);
    let bench = Bench::start().await;
    bench.create("2020-02-01", calling(dana("a"), &shop)).await;
    bench.act("instamoney", "a", "pay").await;
    shop.received(1).await;
    let minutes = [15, 45, 120, 180, 360, 720];
    for (pause, sent) in minutes.into_iter().zip(1..) {
        bench.last_callback("waiting").await;
        bench.advance(pause * 60 - 1).await;
        shop.received(sent).await;
        bench.advance(1).await;
        shop.received(sent + 1).await;
    }
    let given_up = bench.last_callback("failed").await;
    assert_eq!(given_up["attempts"].as_array().unwrap().len(), 7);

    let received = shop.received(7).await;
    let ids = received
        .iter()
        .map(|received| &received.headers["webhook-id"]);
    assert!(
        ids.clone()
            .all(|id| *id == received[0].headers["webhook-id"])
    );

    shop.answers(204);
    let path = format!("callbacks/{}/resend", given_up["id"]);
    assert_eq!(bench.control("POST", &path, Value::Null).await.status, 200);
    shop.received(8).await;
    bench.last_callback("delivered").await;
}

#[tokio::test]
async fn a_shop_out_of_reach_is_tried_again() {
    let closed = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let bench = Bench::with(settings().callback_url("instamoney", closed)).await;
    bench.create("2020-02-01", ovo("a", 1000)).await;
    bench.act("instamoney", "a", "pay").await;
    let waiting = loop {
        let callback = bench.last_callback("waiting").await;
        if !callback["attempts"].as_array().unwrap().is_empty() {
            break callback;
        }
    };
    assert_eq!(waiting["next_attempt"], "2026-03-02T03:15:00.000Z");
    let error = waiting["attempts"][0]["error"].as_str().unwrap();
    assert!(error.starts_with("could not connect"), "{error}");
}

#[tokio::test]
async fn a_real_shop_is_never_called() {
    let bench = Bench::start().await;
    bench.create("2020-02-01", dana("a")).await;
    bench.act("instamoney", "a", "pay").await;
    let held = bench.last_callback("not delivered").await;
    assert_eq!(held["target"], "https://my-shop.com/callbacks");
    assert_eq!(held["attempts"], json!([]));
    assert!(held["reason"].as_str().unwrap().contains("http://"));
}

#[tokio::test]
async fn a_callback_without_a_url_can_be_sent_once_one_is_set() {
    let shop = Shop::open().await;
    let bench = Bench::start().await;
    bench.create("2020-02-01", ovo("a", 1000)).await;
    bench.act("instamoney", "a", "pay").await;
    let held = bench.last_callback("not delivered").await;
    assert_eq!(held["reason"], "no callback URL is set");
    let url = json!({"instamoney_callback_url": shop.url});
    assert_eq!(bench.control("POST", "settings", url).await.status, 200);
    bench
        .control("POST", "callbacks/1/resend", Value::Null)
        .await;
    shop.received(1).await;
}

#[tokio::test]
async fn a_callback_that_is_being_posted_is_not_posted_again() {
    let shop = Shop::open().await;
    shop.hesitates(200);
    let bench = with_dashboard(&shop).await;
    bench.create("2020-02-01", ovo("a", 1000)).await;
    bench.act("instamoney", "a", "pay").await;
    bench.last_callback("in flight").await;
    let path = "callbacks/1/resend";
    let resent = bench.control("POST", path, Value::Null).await;
    assert_eq!(resent.body["status"], "in flight");
    let delivered = bench.last_callback("delivered").await;
    assert_eq!(delivered["attempts"].as_array().unwrap().len(), 1);
    shop.received(1).await;
}

#[tokio::test]
async fn an_answer_from_before_a_reset_belongs_to_no_callback_after_it() {
    let shop = Shop::open().await;
    shop.hesitates(200);
    let bench = with_dashboard(&shop).await;
    bench.create("2020-02-01", ovo("a", 1000)).await;
    bench.act("instamoney", "a", "pay").await;
    bench.last_callback("in flight").await;
    bench.control("POST", "reset", Value::Null).await;
    bench.create("2020-02-01", dana("a")).await;
    bench.act("instamoney", "a", "pay").await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let held = bench.last_callback("not delivered").await;
    assert_eq!((&held["id"], &held["attempts"]), (&json!(1), &json!([])));
}

#[tokio::test]
async fn with_a_real_clock_what_is_due_happens_by_itself() {
    let shop = Shop::open().await;
    let settings = payments_sandbox::Settings::new().callback_url("instamoney", &shop.url);
    let bench = Bench::with(settings).await;
    bench.create("2020-02-01", ovo("a", 4030)).await;
    let received = shop.received(1).await.remove(0);
    assert_eq!(
        received.body["failure_code"],
        "USER_DECLINED_THE_TRANSACTION"
    );
}
