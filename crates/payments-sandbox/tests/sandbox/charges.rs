//! `/ewallets/charges`, the successor of 2021-01-25.

use serde_json::{Value, json};

use crate::bench::{Answer, Bench, basic};

pub(crate) fn charge(reference: &str, channel: &str, amount: u64) -> Value {
    let properties = match channel {
        "ID_OVO" => json!({"mobile_number": "+628123123123"}),
        _ => json!({"success_redirect_url": "https://my-shop.com/home"}),
    };
    json!({
        "reference_id": reference,
        "currency": "IDR",
        "amount": amount,
        "checkout_method": "ONE_TIME_PAYMENT",
        "channel_code": channel,
        "channel_properties": properties,
        "metadata": {"branch": "tree"},
    })
}

async fn post(bench: &Bench, body: Value) -> Answer {
    bench
        .instamoney("POST", "/ewallets/charges", &[], body)
        .await
}

async fn get(bench: &Bench, id: &str) -> Answer {
    let path = format!("/ewallets/charges/{id}");
    bench.instamoney("GET", &path, &[], Value::Null).await
}

async fn void(bench: &Bench, id: &str) -> Answer {
    let path = format!("/ewallets/charges/{id}/void");
    bench.instamoney("POST", &path, &[], Value::Null).await
}

async fn paid(bench: &Bench, reference: &str) -> String {
    let created = post(bench, charge(reference, "ID_DANA", 1000)).await;
    bench.act("instamoney", reference, "pay").await;
    created.body["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_charge_is_accepted_with_every_member() {
    let bench = Bench::start().await;
    let created = post(&bench, charge("a", "ID_OVO", 1000)).await;
    assert_eq!(created.status, 202);
    assert_eq!(
        created.members(),
        [
            "actions",
            "basket",
            "business_id",
            "callback_url",
            "capture_amount",
            "capture_now",
            "channel_code",
            "channel_properties",
            "charge_amount",
            "checkout_method",
            "created",
            "currency",
            "customer_id",
            "failure_code",
            "id",
            "is_redirect_required",
            "metadata",
            "payment_method_id",
            "reference_id",
            "refunded_amount",
            "status",
            "updated",
            "void_status",
            "voided_at",
        ]
    );
    assert!(created.body["id"].as_str().unwrap().starts_with("ewc_"));
    assert_eq!(created.body["status"], "PENDING");
    assert_eq!(created.body["charge_amount"], 1000);
    assert_eq!(created.body["metadata"], json!({"branch": "tree"}));
    let id = created.body["id"].as_str().unwrap();
    assert_eq!(get(&bench, id).await.body, created.body);
}

#[tokio::test]
async fn each_channel_tells_the_customer_another_way() {
    let bench = Bench::start().await;
    let names = [
        "desktop_web_checkout_url",
        "mobile_web_checkout_url",
        "mobile_deeplink_checkout_url",
        "qr_checkout_string",
    ];
    let cases = [
        ("ID_DANA", [true, true, false, false]),
        ("ID_LINKAJA", [true, true, false, false]),
        ("ID_SHOPEEPAY", [false, false, true, true]),
    ];
    for (channel, present) in cases {
        let created = post(&bench, charge(channel, channel, 1000)).await;
        let actions = &created.body["actions"];
        assert_eq!(
            names.map(|name| actions[name].is_string()),
            present,
            "{channel}"
        );
        assert_eq!(created.body["is_redirect_required"], true);
    }
    let created = post(&bench, charge("o", "ID_OVO", 1000)).await;
    assert_eq!(created.body["actions"], Value::Null);
    assert_eq!(created.body["is_redirect_required"], false);
}

#[tokio::test]
async fn invalid_charges_are_refused_with_the_path_of_the_field() {
    let bench = Bench::start().await;
    let mut body = charge("a", "ID_OVO", 1000);
    body["channel_properties"]["mobile_number"] = json!("08123123123");
    let refused = post(&bench, body).await;
    assert_eq!(refused.refusal(), (400, "API_VALIDATION_ERROR"));
    assert_eq!(
        refused.body["message"],
        "Failed to validate the request, 1 error occurred."
    );
    assert_eq!(
        refused.body["errors"][0]["path"],
        "body.channel_properties.mobile_number"
    );

    let cases = [
        ("currency", json!("USD"), "UNSUPPORTED_CURRENCY"),
        ("amount", json!(0), "API_VALIDATION_ERROR"),
        ("channel_code", json!("ID_GOPAY"), "API_VALIDATION_ERROR"),
        ("channel_properties", json!({}), "API_VALIDATION_ERROR"),
        ("checkout_method", json!("LATER"), "API_VALIDATION_ERROR"),
        (
            "checkout_method",
            json!("TOKENIZED_PAYMENT"),
            "INVALID_PAYMENT_METHOD_ID",
        ),
        (
            "reference_id",
            json!("a".repeat(256)),
            "API_VALIDATION_ERROR",
        ),
    ];
    for (name, value, code) in cases {
        let mut body = charge("a", "ID_DANA", 1000);
        body[name] = value;
        assert_eq!(post(&bench, body).await.refusal(), (400, code), "{name}");
    }
}

#[tokio::test]
async fn a_repeated_reference_is_a_conflict_even_on_another_channel() {
    let bench = Bench::start().await;
    post(&bench, charge("a", "ID_OVO", 1000)).await;
    let repeated = post(&bench, charge("a", "ID_DANA", 2000)).await;
    assert_eq!(repeated.refusal(), (409, "DUPLICATE_ERROR"));
}

#[tokio::test]
async fn magic_amounts_refuse_or_fail_a_charge() {
    let bench = Bench::start().await;
    let refused = [
        (10100, (403, "CHANNEL_NOT_ACTIVATED")),
        (10101, (503, "CHANNEL_UNAVAILABLE")),
        (10102, (500, "SERVER_ERROR")),
    ];
    for (amount, refusal) in refused {
        assert_eq!(
            post(&bench, charge("r", "ID_DANA", amount)).await.refusal(),
            refusal
        );
    }
    let failing = [
        (20103, "ACCOUNT_ACCESS_BLOCKED"),
        (20104, "INVALID_MERCHANT_CREDENTIALS"),
        (20105, "USER_DECLINED_PAYMENT"),
        (20106, "INVALID_ACCOUNT_DETAILS"),
        (20107, "MAXIMUM_LIMIT_REACHED"),
        (20110, "INSUFFICIENT_BALANCE"),
    ];
    for (amount, code) in failing {
        let created = post(&bench, charge(code, "ID_OVO", amount)).await;
        assert_eq!(created.body["status"], "PENDING");
        bench.advance(1).await;
        let failed = get(&bench, created.body["id"].as_str().unwrap()).await;
        assert_eq!(failed.body["status"], "FAILED");
        assert_eq!(failed.body["failure_code"], code);
    }
    assert_eq!(bench.ledger().await, []);
}

#[tokio::test]
async fn an_unapproved_ovo_charge_fails_after_a_minute() {
    let bench = Bench::start().await;
    let created = post(&bench, charge("a", "ID_OVO", 1000)).await;
    bench.advance(60).await;
    let failed = get(&bench, created.body["id"].as_str().unwrap()).await;
    assert_eq!(
        failed.body["failure_code"],
        "USER_DID_NOT_AUTHORIZE_THE_PAYMENT"
    );
}

#[tokio::test]
async fn a_void_gives_the_money_back_a_moment_later() {
    let bench = Bench::start().await;
    let id = paid(&bench, "a").await;
    let pending = void(&bench, &id).await;
    assert_eq!(pending.status, 202);
    assert_eq!(pending.body["status"], "SUCCEEDED");
    assert_eq!(pending.body["void_status"], "PENDING");
    assert_eq!(
        void(&bench, &id).await.refusal(),
        (403, "INELIGIBLE_TRANSACTION")
    );

    bench.advance(1).await;
    let voided = get(&bench, &id).await;
    assert_eq!(voided.body["status"], "VOIDED");
    assert_eq!(voided.body["void_status"], "SUCCEEDED");
    assert_eq!(voided.body["voided_at"], "2026-03-02T03:00:01.000Z");
    let rows = [
        ("debit".into(), "1000".into()),
        ("refund".into(), "1000".into()),
    ];
    assert_eq!(bench.ledger().await, rows);
}

#[tokio::test]
async fn a_void_needs_a_succeeded_charge_of_the_same_day_before_ten_to_midnight() {
    let bench = Bench::start().await;
    let created = post(&bench, charge("p", "ID_DANA", 1000)).await;
    let pending = created.body["id"].as_str().unwrap();
    assert_eq!(void(&bench, pending).await.status, 403);
    assert_eq!(
        void(&bench, "ewc_none").await.refusal(),
        (404, "DATA_NOT_FOUND")
    );

    let (early, late) = (paid(&bench, "early").await, paid(&bench, "late").await);
    // From 10:00:00 to 23:49:59 in Jakarta.
    bench.advance(13 * 3600 + 50 * 60 - 1).await;
    assert_eq!(void(&bench, &early).await.status, 202);
    bench.advance(1).await;
    assert_eq!(void(&bench, &late).await.status, 403);
    bench.advance(3600).await;
    assert_eq!(void(&bench, &late).await.status, 403);
}

#[tokio::test]
async fn a_charge_is_hidden_from_other_keys() {
    let bench = Bench::start().await;
    let id = paid(&bench, "a").await;
    let other = basic("xnd_development_b");
    let headers = [("authorization", other.as_str())];
    let path = format!("/ewallets/charges/{id}");
    let hidden = bench.instamoney("GET", &path, &headers, Value::Null).await;
    assert_eq!(hidden.refusal(), (404, "DATA_NOT_FOUND"));
}

#[tokio::test]
async fn an_amount_above_two_to_the_53_is_exact() {
    let bench = Bench::start().await;
    let created = post(&bench, charge("a", "ID_DANA", 9_007_199_254_740_993)).await;
    assert_eq!(created.body["charge_amount"], 9_007_199_254_740_993_u64);
    bench.act("instamoney", "a", "pay").await;
    assert_eq!(
        bench.ledger().await,
        [("debit".into(), "9007199254740993".into())]
    );
}
