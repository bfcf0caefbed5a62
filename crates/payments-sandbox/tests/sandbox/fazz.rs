//! Fazz as its pages and recorded answers show it.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::bench::{Answer, Bench, Shop, members, settings};

const PAYMENTS: &str = "/fazz/api/v4/payments";

async fn send_as(bench: &Bench, key: &str, method: &str, path: &str, body: Value) -> Answer {
    let pair = STANDARD.encode(format!("{key}:any secret"));
    let authorization = format!("Basic {pair}");
    let headers = [
        ("authorization", authorization.as_str()),
        ("content-type", "application/vnd.api+json"),
    ];
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    bench.send(method, path, &headers, body).await
}

async fn send(bench: &Bench, method: &str, path: &str, body: Value) -> Answer {
    send_as(bench, "test_key", method, path, body).await
}

fn enveloped(attributes: Value) -> Value {
    json!({"data": {"attributes": attributes}})
}

/// The request that the document prints, under another reference and time.
fn retail(reference: &str) -> Value {
    json!({
        "paymentMethodType": "retail_outlet",
        "amount": 100_000,
        "currency": "IDR",
        "referenceId": reference,
        "expiredAt": "2026-03-03T09:12:48+07:00",
        "description": "Order Number 0001",
        "paymentMethodOptions": {"retailOutletName": "ALFAMART", "displayName": "Nama Tampilan"},
    })
}

fn account(reference: &str) -> Value {
    json!({
        "paymentMethodType": "virtual_bank_account", "amount": 250_000, "referenceId": reference,
        "paymentMethodOptions": {"bankShortCode": "BNI", "displayName": "Toko Satu", "suffixNo": "12345678"},
    })
}

fn with(mut attributes: Value, pointer: &str, value: Value) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    attributes.pointer_mut(parent).unwrap()[name] = value;
    attributes
}

async fn create(bench: &Bench, attributes: Value) -> Answer {
    send(bench, "POST", PAYMENTS, enveloped(attributes)).await
}

async fn created(bench: &Bench, attributes: Value) -> Value {
    let answer = create(bench, attributes).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.body["data"].clone()
}

async fn task(bench: &Bench, id: &Value, action: &str) -> Answer {
    let path = format!("{PAYMENTS}/{}/tasks", id.as_str().unwrap());
    send(bench, "POST", &path, enveloped(json!({ "action": action }))).await
}

async fn status(bench: &Bench, id: &Value) -> String {
    let path = format!("{PAYMENTS}/{}", id.as_str().unwrap());
    let answer = send(bench, "GET", &path, Value::Null).await;
    let status = answer.body.pointer("/data/attributes/status").unwrap();
    status.as_str().unwrap().to_owned()
}

#[track_caller]
fn refused(answer: &Answer, http: u16, code: &str) {
    assert_eq!(answer.status, http, "{}", answer.body);
    let error = &answer.body["errors"][0];
    assert_eq!(members(error), ["code", "detail", "title"]);
    assert_eq!(error["code"], code, "{error}");
}

#[tokio::test]
async fn a_payment_at_a_shop_has_every_member_of_the_document() {
    let bench = Bench::start().await;
    let payment = created(&bench, retail("ORDER_0001")).await;
    assert_eq!(payment["type"], "payment");
    let attributes = &payment["attributes"];
    assert_eq!(
        members(attributes),
        [
            "amount",
            "createdAt",
            "currency",
            "description",
            "expiredAt",
            "fees",
            "paymentMethod",
            "referenceId",
            "status"
        ]
    );
    assert_eq!(attributes["status"], "pending");
    assert_eq!(attributes["amount"], "100000.0");
    assert_eq!(attributes["fees"], "4400.0");
    assert_eq!(attributes["createdAt"], "2026-03-02T10:00:00+07:00");
    assert_eq!(attributes["expiredAt"], "2026-03-03T02:12:48Z");
    let method = &attributes["paymentMethod"];
    assert_eq!(method["type"], "retail_outlet");
    assert_eq!(method["referenceId"], "ORDER_0001");
    assert_eq!(
        members(&method["instructions"]),
        ["displayName", "paymentCode", "retailOutletName"]
    );
    let code = method["instructions"]["paymentCode"].as_str().unwrap();
    assert_eq!(code.len(), 7, "{code}");
}

#[tokio::test]
async fn every_method_leads_its_customer_in_its_own_way() {
    let bench = Bench::start().await;
    let va = created(&bench, account("va")).await;
    let shown = va
        .pointer("/attributes/paymentMethod/instructions")
        .unwrap();
    assert_eq!(shown["accountNo"], "8848095712345678");
    assert_eq!(shown["displayName"], "IKN-Toko Satu");

    let qris = json!({
        "paymentMethodType": "qris", "amount": "15000", "referenceId": "qr", "paymentMethodOptions": {"displayName": null},
    });
    let qris = created(&bench, qris).await;
    assert_eq!(qris["attributes"]["fees"], "116.55");
    assert!(
        qris.pointer("/attributes/paymentMethod/instructions/imageUrl")
            .is_some()
    );

    let wallet = json!({
        "paymentMethodType": "e-wallet", "amount": 15_000, "referenceId": "w",
        "paymentMethodOptions": {"provider_code": "SHOPEEPAY", "afterSettlementReturnUrl": "https://shop.example/"},
    });
    let wallet = created(&bench, wallet).await;
    let method = &wallet["attributes"]["paymentMethod"];
    assert_eq!(method["instructions"], Value::Null);
    assert_eq!(
        members(&method["settlement"]),
        ["afterSettlementUrl", "httpUrl", "mobileUrl"]
    );
}

#[tokio::test]
async fn a_repeat_of_a_reference_gives_the_first_payment_and_another_request_is_refused() {
    let bench = Bench::start().await;
    let first = created(&bench, retail("a")).await;
    assert_eq!(created(&bench, retail("a")).await["id"], first["id"]);
    let other = create(&bench, with(retail("a"), "/amount", json!(100_001))).await;
    refused(&other, 400, "005");
    // The references of another account are its own.
    let body = enveloped(retail("a"));
    let theirs = send_as(&bench, "test_other", "POST", PAYMENTS, body).await;
    assert_ne!(theirs.body["data"]["id"], first["id"]);
    assert_eq!(bench.show("payments").await.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn wrong_requests_are_refused_with_the_field_in_snake_case() {
    let bench = Bench::start().await;
    let option = "/paymentMethodOptions";
    for (attributes, code, word) in [
        (
            with(retail("a"), "/amount", json!(14_999)),
            "TXN0002",
            "amount",
        ),
        (with(retail("a"), "/amount", json!(0)), "005", "amount"),
        (with(retail("a"), "/amount", json!("x")), "005", "amount"),
        (
            with(retail("a"), "/referenceId", json!(null)),
            "005",
            "reference_id",
        ),
        (
            with(retail("a"), "/currency", json!("SGD")),
            "005",
            "currency",
        ),
        (
            with(retail("a"), "/currency", Value::Null),
            "005",
            "currency",
        ),
        (
            with(
                retail("a"),
                "/paymentMethodOptions/displayName",
                Value::Null,
            ),
            "005",
            "display_name",
        ),
        (
            with(retail("a"), "/paymentMethodType", json!("ewallet")),
            "005",
            "payment_method_type",
        ),
        (
            with(retail("a"), "/expiredAt", json!("2026-03-01T00:00:00Z")),
            "005",
            "expired_at",
        ),
        (
            with(
                retail("a"),
                &format!("{option}/retailOutletName"),
                json!("X"),
            ),
            "005",
            "retail_outlet_name",
        ),
        (
            with(
                account("a"),
                &format!("{option}/bankShortCode"),
                json!("DANAMON"),
            ),
            "005",
            "bank_short_code",
        ),
        (
            with(
                account("a"),
                &format!("{option}/suffixNo"),
                json!("123456789"),
            ),
            "TXN0007",
            "suffix_no",
        ),
        (
            with(
                account("a"),
                "/expiredAt",
                json!("2026-03-02T10:30:00+07:00"),
            ),
            "005",
            "expired_at",
        ),
    ] {
        let answer = create(&bench, attributes).await;
        refused(&answer, 400, code);
        let detail = answer.body["errors"][0]["detail"].as_str().unwrap();
        assert!(detail.contains(word), "{word} is not in {detail}");
    }
    refused(
        &send(&bench, "POST", PAYMENTS, json!({"data": 1})).await,
        400,
        "005",
    );
    assert_eq!(bench.show("payments").await, json!([]));
}

#[tokio::test]
async fn a_time_without_an_offset_is_jakartas() {
    let bench = Bench::start().await;
    let attributes = with(retail("a"), "/expiredAt", json!("2026-03-02T10:00:01"));
    let payment = created(&bench, attributes).await;
    assert_eq!(payment["attributes"]["expiredAt"], "2026-03-02T03:00:01Z");
}

#[tokio::test]
async fn only_a_test_key_gets_in() {
    let bench = Bench::start().await;
    for key in ["live_key", "", "xnd_development_a"] {
        let answer = send_as(&bench, key, "GET", PAYMENTS, Value::Null).await;
        refused(&answer, 401, "002");
    }
    refused(&bench.send("GET", PAYMENTS, &[], "").await, 401, "002");
}

#[tokio::test]
async fn the_list_is_filtered_sorted_and_paged_bracketed_or_not() {
    let bench = Bench::start().await;
    for number in 1..=12 {
        created(&bench, retail(&format!("r{number}"))).await;
        bench.advance(1).await;
    }
    bench.act("fazz", "r3", "pay").await;
    for (query, references) in [
        ("", "r12 r11 r10 r9 r8 r7 r6 r5 r4 r3"),
        (
            "?page[number]=2&page[size]=5&sort=createdAt",
            "r6 r7 r8 r9 r10",
        ),
        ("?page%5Bnumber%5D=3&page%5Bsize%5D=5", "r2 r1"),
        ("?filter[referenceId]=r7", "r7"),
        ("?referenceId=r7", "r7"),
        ("?filter[status]=paid", "r3"),
        ("?filter[createdAfter]=2026-03-02T10:00:10%2B07:00", "r12"),
        ("?filter[createdBefore]=2026-03-02T03:00:01Z", "r1"),
        ("?filter[referenceId]=nobody", ""),
    ] {
        // A trailing slash and a body on a GET do no harm.
        let path = format!("{PAYMENTS}/{query}");
        let answer = send(&bench, "GET", &path, json!({})).await;
        let listed: Vec<_> = answer.body["data"]
            .as_array()
            .unwrap()
            .iter()
            .map(|payment| {
                payment
                    .pointer("/attributes/referenceId")
                    .unwrap()
                    .as_str()
                    .unwrap()
            })
            .collect();
        assert_eq!(listed.join(" "), references, "{query}");
    }
    for query in ["?page[number]=0", "?page[size]=1001", "?sort=amount"] {
        let answer = send(&bench, "GET", &format!("{PAYMENTS}{query}"), Value::Null).await;
        refused(&answer, 400, "005");
    }
}

#[tokio::test]
async fn a_payment_is_received_then_settled_and_money_moves_once() {
    let bench = Bench::start().await;
    let id = created(&bench, retail("a")).await["id"].clone();
    refused(&task(&bench, &id, "settle").await, 400, "005");
    let received = task(&bench, &id, "receive_payment").await;
    assert_eq!(received.status, 201);
    assert_eq!(
        received.body,
        json!({"data": {"type": "task", "attributes": {"targetId": id, "targetType": "payment", "action": "receive_payment"}}})
    );
    assert_eq!(status(&bench, &id).await, "paid");
    task(&bench, &id, "settle").await;
    assert_eq!(status(&bench, &id).await, "completed");
    refused(&task(&bench, &id, "receive_payment").await, 400, "005");
    assert_eq!(bench.ledger().await, [("debit".into(), "100000".into())]);
}

#[tokio::test]
async fn only_an_unpaid_virtual_account_is_cancelled() {
    let bench = Bench::start().await;
    let shop = created(&bench, retail("shop")).await["id"].clone();
    refused(&task(&bench, &shop, "cancel").await, 400, "005");
    let open = created(&bench, account("open")).await["id"].clone();
    assert_eq!(task(&bench, &open, "cancel").await.status, 201);
    assert_eq!(status(&bench, &open).await, "cancelled");
    let paid = created(&bench, account("paid")).await["id"].clone();
    bench.act("fazz", "paid", "pay").await;
    refused(&task(&bench, &paid, "cancel").await, 400, "005");
}

#[tokio::test]
async fn a_payment_expires_by_the_clock() {
    let bench = Bench::start().await;
    let id = created(&bench, account("a")).await["id"].clone();
    bench.advance(24 * 3600 - 1).await;
    assert_eq!(status(&bench, &id).await, "pending");
    bench.advance(1).await;
    assert_eq!(status(&bench, &id).await, "expired");
    refused(&task(&bench, &id, "receive_payment").await, 400, "005");
}

#[tokio::test]
async fn paid_and_completed_are_called_back_with_a_signature_and_tried_again() {
    let shop = Shop::open().await;
    let bench = Bench::with(settings().callback_url("fazz", &shop.url)).await;
    created(&bench, retail("a")).await;
    shop.answers(500);
    bench.act("fazz", "a", "pay").await;
    bench.last_callback("waiting").await;
    shop.answers(200);
    bench.advance(300).await;
    bench.last_callback("delivered").await;
    bench.act("fazz", "a", "settle").await;
    let received = shop.received(3).await;
    let statuses: Vec<_> = received
        .iter()
        .map(|callback| callback.body.pointer("/data/attributes/status").unwrap())
        .collect();
    assert_eq!(statuses, ["paid", "paid", "completed"]);
    for callback in received {
        let signature = callback.headers["xfers-signature"].to_str().unwrap();
        assert_eq!(signature.len(), 64);
        assert!(signature.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }
}

#[tokio::test]
async fn nothing_is_called_back_for_what_is_not_paid() {
    let bench = Bench::start().await;
    for action in ["decline", "expire"] {
        created(&bench, retail(action)).await;
        bench.act("fazz", action, action).await;
    }
    assert_eq!(bench.show("callbacks").await, json!([]));
}

#[tokio::test]
async fn methods_that_stay_are_paid_again_and_again_with_any_amount() {
    let bench = Bench::start().await;
    for (collection, attributes, kind) in [
        (
            "virtual_bank_accounts",
            json!({"referenceId": "CUST-7", "bankShortCode": "BRI", "displayName": "Toko Satu"}),
            "virtual_bank_account",
        ),
        (
            "qris",
            json!({"referenceId": "CUST-7", "displayName": "Toko Satu"}),
            "qris",
        ),
    ] {
        let base = format!("/fazz/api/v4/payment_methods/{collection}");
        let opened = send(&bench, "POST", &base, enveloped(attributes.clone())).await;
        assert_eq!(opened.status, 201, "{}", opened.body);
        assert_eq!(opened.body["data"]["type"], kind);
        let again = send(&bench, "POST", &base, enveloped(attributes)).await;
        assert_eq!(again.body, opened.body);
        let path = format!("{base}/{}", opened.body["data"]["id"].as_str().unwrap());
        assert_eq!(
            send(&bench, "GET", &path, Value::Null).await.body,
            opened.body
        );
        for amount in [99_000, 1] {
            let receive = json!({"action": "receive_payment", "options": {"amount": amount}});
            let done = send(&bench, "POST", &format!("{path}/tasks"), enveloped(receive)).await;
            let attributes = &done.body["data"]["attributes"];
            assert_eq!(attributes["options"]["amount"], amount.to_string());
            assert_eq!(attributes["targetType"], kind);
        }
        let payments = send(&bench, "GET", &format!("{path}/payments"), Value::Null).await;
        let payments = payments.body["data"].as_array().unwrap().clone();
        assert_eq!(payments.len(), 2);
        let first = &payments[0]["attributes"];
        assert_eq!(first["status"], "paid");
        assert_eq!(first["expiredAt"], Value::Null);
        assert_eq!(first["paymentMethod"]["referenceId"], "CUST-7");
    }
    assert_eq!(bench.ledger().await.len(), 4);
    let missing = send(
        &bench,
        "GET",
        "/fazz/api/v4/payment_methods/qris/nobody",
        Value::Null,
    )
    .await;
    refused(&missing, 404, "004");
}

#[tokio::test]
async fn a_lost_answer_leaves_the_payment_and_the_list_finds_it() {
    let bench = Bench::start().await;
    bench
        .fault(json!({"provider": "fazz", "operation": "create", "fault": "error_after_commit", "reference": "a"}))
        .await;
    let lost = create(&bench, retail("a")).await;
    refused(&lost, 503, "001");
    let path = format!("{PAYMENTS}?filter[referenceId]=a");
    let found = send(&bench, "GET", &path, Value::Null).await;
    assert_eq!(found.body["data"].as_array().unwrap().len(), 1);
    assert_eq!(bench.ledger().await, []);
}

#[tokio::test]
async fn a_hidden_payment_is_not_listed_either() {
    let bench = Bench::start().await;
    let order = json!({"provider": "fazz", "operation": "create", "fault": "hidden_after_commit", "seconds": 20});
    bench.fault(order).await;
    let authorization = format!("Basic {}", STANDARD.encode("test_key:any secret"));
    let headers = [("authorization", authorization.as_str())];
    let body = enveloped(retail("hidden")).to_string();
    let lost = bench.try_send("POST", PAYMENTS, &headers, body).await;
    assert!(lost.is_err());
    let listed = async || {
        let answer = send(&bench, "GET", PAYMENTS, Value::Null).await;
        answer.body["data"].as_array().unwrap().len()
    };
    assert_eq!(listed().await, 0);
    bench.advance(20).await;
    assert_eq!(listed().await, 1);
}
