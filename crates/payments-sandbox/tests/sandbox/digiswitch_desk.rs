//! Digiswitch beside its bills: balance, top-ups, prices, webhooks, and what real clients send.

use payments_sandbox::Settings;
use serde_json::{Value, json};

use crate::{
    bench::{Answer, Bench, Received, Shop, members, settings},
    digiswitch::{GAGAL, order, pay, post, rc, sign},
};

#[tokio::test]
async fn the_balance_pays_and_what_fails_comes_back() {
    let bench = Bench::with(settings().digiswitch_balance(15_000)).await;
    let balance = async || {
        let body = json!({"username": "sandbox", "sign": sign("depo")});
        let answer = post(&bench, "cek-saldo", body).await;
        answer.body["data"]["deposit"].clone()
    };
    assert_eq!(balance().await, 15_000);
    assert_eq!(rc(&pay(&bench, "pln", "630000000006").await).1, "03");
    assert_eq!(balance().await, 5_000);
    let second = order("inq-pasca", "pln", "530000000001", "b");
    post(&bench, "transaction", second).await;
    let second = order("pay-pasca", "pln", "530000000001", "b");
    let poor = post(&bench, "transaction", second.clone()).await;
    assert_eq!(rc(&poor.body["data"]), (GAGAL, "44"));
    bench.advance(60).await;
    assert_eq!(balance().await, 15_000);
    // What was refused for want of money formed no transaction: the reference is free.
    let paid = post(&bench, "transaction", second).await;
    assert_eq!(paid.body["data"]["balance"], 5_000);
}

#[tokio::test]
async fn without_a_command_it_is_a_top_up_unless_another_dialect_is_spoken() {
    let bench = Bench::start().await;
    let mut body = order("", "xld10", "087800001230", "a");
    body.as_object_mut().unwrap().remove("command");
    for name in ["commands", "cmd", "buyer_sku_code"] {
        let mut foreign = body.clone();
        foreign[name] = json!("pay-pasca");
        let refused = post(&bench, "transaction", foreign).await;
        assert_eq!(rc(&refused.body["data"]), (GAGAL, "40"), "{name}");
    }
    let bought = post(&bench, "transaction", body.clone()).await;
    assert_eq!(bought.body["data"]["status"], "Sukses");
    // The same again is how the status of a top-up is asked.
    let again = post(&bench, "transaction", body.clone()).await;
    assert_eq!(again.body, bought.body);
    assert_eq!(bench.ledger().await.len(), 1);
    body["code"] = json!("pln");
    body["ref_id"] = json!("b");
    body["sign"] = json!(sign("b"));
    let unknown = post(&bench, "transaction", body).await;
    assert_eq!(rc(&unknown.body["data"]), (GAGAL, "43"));
}

#[tokio::test]
async fn the_desk_answers_for_prices_tickets_and_meters() {
    let bench = Bench::start().await;
    let list = |command: &str| json!({"command": command, "username": "sandbox", "sign": sign("pricelist")});
    let count = |answer: &Answer| answer.body["data"].as_array().unwrap().len();
    assert_eq!(count(&post(&bench, "price-list", list("prepaid")).await), 1);
    let bills = post(&bench, "price-list", list("pasca")).await;
    assert_eq!(count(&bills), 13);
    assert_eq!(
        members(&bills.body["data"][0]),
        [
            "admin",
            "brand",
            "category",
            "code",
            "commission",
            "desc",
            "name",
            "status"
        ]
    );
    assert_eq!(
        count(&post(&bench, "price-list", list("pricelist")).await),
        14
    );

    let mut ticket = json!({
        "username": "sandbox", "amount": 10_000_000, "bank": "BCA", "owner_name": "Budi", "sign": sign("depo"),
    });
    let answer = post(&bench, "deposit", ticket.clone()).await;
    assert_eq!(answer.body["data"]["amount"], 10_000_001);
    ticket["amount"] = json!(-1);
    let refused = post(&bench, "deposit", ticket).await;
    assert_eq!(refused.body["data"]["rc"], "64");

    let meter =
        json!({"username": "sandbox", "customer_no": "530000000001", "sign": sign("530000000001")});
    let answer = post(&bench, "token", meter).await;
    assert_eq!(
        members(&answer.body["data"]),
        [
            "customer_no",
            "meter_no",
            "name",
            "segment_power",
            "subscriber_id"
        ]
    );
}

#[tokio::test]
async fn electronic_money_comes_in_thousands() {
    let bench = Bench::start().await;
    let mut body = order("inq-pasca", "emoney", "082100000001", "a");
    body["amount"] = json!(50_500);
    let refused = post(&bench, "transaction", body.clone()).await;
    assert_eq!(rc(&refused.body["data"]), (GAGAL, "87"));
    body["amount"] = json!(50_000);
    let inquired = post(&bench, "transaction", body).await;
    assert_eq!(inquired.body["data"]["selling_price"], 52_500);
    assert_eq!(inquired.body["data"]["price"], 52_000);
}

#[tokio::test]
async fn what_real_clients_send_is_taken() {
    let bench = Bench::start().await;
    let mut body = order(
        "inq-pasca",
        "samsat",
        "9658548523568703, 0212502110170100",
        "a",
    );
    body["testing"] = json!(true);
    body["msg"] = Value::Null;
    body["amount"] = Value::Null;
    let path = "transaction/?";
    let inquired = post(&bench, path, body).await;
    let data = &inquired.body["data"];
    assert_eq!(data["customer_no"], "9658548523568703,0212502110170100");
    let mut body = order("inq-pasca", "pln", "", "b");
    body["customer_no"] = json!(530_000_000_001_u64);
    let inquired = post(&bench, "transaction", body).await;
    assert_eq!(inquired.body["data"]["rc"], "00");
}

async fn webhooks(settings: Settings) -> Vec<Received> {
    let shop = Shop::open().await;
    let bench = Bench::with(settings.callback_url("digiswitch", &shop.url)).await;
    pay(&bench, "pln", "630000000001").await;
    shop.answers(500);
    bench.act("digiswitch", "a", "pay").await;
    bench.last_callback("waiting").await;
    shop.answers(200);
    bench.advance(60).await;
    bench.last_callback("delivered").await;
    shop.received(2).await
}

#[tokio::test]
async fn the_end_of_a_pending_payment_is_posted_and_tried_again() {
    for received in webhooks(settings()).await {
        assert_eq!(received.body["data"]["status"], "Sukses");
        assert_eq!(received.body["data"]["price"], 10000);
        assert_eq!(received.headers["x-digiflazz-event"], "update");
        assert!(!received.headers.contains_key("x-hub-signature"));
    }
}

#[tokio::test]
async fn with_a_secret_the_webhook_is_signed() {
    for received in webhooks(settings().callback_secret("digiswitch", "s")).await {
        let signature = received.headers["x-hub-signature"].to_str().unwrap();
        let digits = signature.strip_prefix("sha1=").unwrap();
        assert_eq!(digits.len(), 40);
        assert!(digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }
}

#[tokio::test]
async fn a_price_moves_between_the_list_and_the_sale_and_the_highest_price_holds() {
    let bench = Bench::start().await;
    let list = json!({"command": "prepaid", "username": "sandbox", "sign": sign("pricelist")});
    let listed = async || {
        let answer = post(&bench, "price-list", list.clone()).await;
        answer.body["data"][0]["price"].as_i64().unwrap()
    };
    let sold = async |reference: &str, highest: Option<i64>| {
        let mut body = order("", "xld10", "087800001230", reference);
        body.as_object_mut().unwrap().remove("command");
        body["max_price"] = json!(highest);
        post(&bench, "transaction", body).await.body["data"].clone()
    };
    let rises = async |reference: &str| {
        let fault =
            json!({"provider": "digiswitch", "fault": "price_rise", "reference": reference});
        bench.fault(fault).await;
    };
    let before = listed().await;
    // Whoever names no highest price pays more than the list said.
    rises("a").await;
    assert_eq!(sold("a", None).await["price"], before + 500);
    assert_eq!(listed().await, before + 500);
    rises("b").await;
    let refused = sold("b", Some(before + 500)).await;
    assert_eq!(rc(&refused), (GAGAL, "69"));
    assert_eq!(bench.ledger().await.len(), 1);
    // Nothing was formed: the reference is free for another price.
    assert_eq!(sold("b", Some(before + 1000)).await["price"], before + 1000);
    // What was sold is shown at its own price.
    rises("a").await;
    assert_eq!(sold("a", None).await["price"], before + 500);
}
