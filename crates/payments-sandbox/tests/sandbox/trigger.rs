//! Callbacks that are asked for by their kind.

use serde_json::{Value, json};

use crate::{
    bench::{Bench, Shop, settings, specified},
    ewallets::{dana, ovo},
};

async fn trigger(bench: &Bench, order: Value) -> Value {
    let answer = bench.control("POST", "callbacks", order).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

async fn refused(bench: &Bench, order: Value) -> (u16, String) {
    let answer = bench.control("POST", "callbacks", order).await;
    let error = answer.body["error"].as_str().unwrap_or_default();
    (answer.status, error.to_owned())
}

#[tokio::test]
async fn every_kind_is_delivered_with_the_reference_and_amount_that_were_asked_for() {
    let shop = Shop::open().await;
    let bench = Bench::start().await;
    let kinds = bench.show("callbacks/kinds").await;
    let kinds = kinds.as_array().unwrap();
    for (count, kind) in (1..).zip(kinds) {
        let mut order = json!({
            "provider": kind["provider"],
            "event": kind["event"],
            "reference": "order7",
            "target": shop.url,
        });
        order["amount"] = json!("12345");
        if kind["provider"] == "digiswitch" && kind["event"] != "paid" {
            order["amount"] = Value::Null;
        }
        trigger(&bench, order.clone()).await;
        let received = shop.received(count).await.remove(count - 1);
        let body = received.body.to_string();
        // A refund may be told by the provider's ids alone.
        let is_named = kind["event"] != "refunded-by-id";
        assert_eq!(body.contains("order7"), is_named, "{kind}: {body}");
        assert_eq!(
            body.contains("12345"),
            !order["amount"].is_null(),
            "{kind}: {body}"
        );
        bench.last_callback("delivered").await;
    }
    let providers: std::collections::BTreeSet<_> =
        kinds.iter().map(|kind| kind["provider"].as_str()).collect();
    assert_eq!(providers.len(), specified().len());
}

#[tokio::test]
async fn what_is_told_of_one_reference_is_told_of_one_id_and_of_another_of_another() {
    let bench = Bench::start().await;
    let id = async |event: &str, reference: &str| {
        let order = json!({"provider": "fazz", "event": event, "reference": reference});
        trigger(&bench, order).await["body"]["data"]["id"].clone()
    };
    let first = id("paid", "a").await;
    assert_eq!(first, id("settled", "a").await);
    assert_ne!(first, id("paid", "b").await);
    let text = first.as_str().unwrap();
    assert!(text.starts_with("contract_") && text.len() == 41, "{text}");

    let order = json!({"provider": "rpi", "event": "paid", "reference": "a"});
    let (one, two) = (
        trigger(&bench, order.clone()).await,
        trigger(&bench, order).await,
    );
    assert_eq!(
        one["body"]["details"]["rpiCode"],
        two["body"]["details"]["rpiCode"]
    );
    let charge = |callback: &Value| callback["body"]["details"]["transactionId"].clone();
    assert_ne!(charge(&one), charge(&two), "each charge is another one");
}

#[tokio::test]
async fn a_payment_that_the_sandbox_knows_lends_its_id_amount_and_url() {
    let shop = Shop::open().await;
    let bench = Bench::start().await;
    let mut payment = dana("a");
    payment["callback_url"] = json!(shop.url);
    bench.create("2020-02-01", payment).await;
    // The status alone: the first kind that is told of such a payment.
    let order = json!({"provider": "instamoney", "event": "paid", "reference": "a"});
    trigger(&bench, order).await;
    let received = shop.received(1).await.remove(0);
    assert_eq!(received.body["ewallet_type"], "DANA");
    assert_eq!(received.body["amount"], 1001);

    bench.create("2020-02-01", ovo("b", 20000)).await;
    let made = bench.show("payments").await[1].clone();
    let order = json!({"provider": "instamoney", "event": "paid-ovo", "reference": "b"});
    let told = trigger(&bench, order).await["body"].clone();
    assert_eq!((&told["amount"], &told["id"]), (&json!(20000), &made["id"]));
    let order = json!({"provider": "instamoney", "event": "paid-dana", "reference": "b"});
    let (status, error) = refused(&bench, order).await;
    assert!(status == 409 && error.contains("OVO"), "{error}");
}

#[tokio::test]
async fn amounts_and_times_are_written_as_in_the_example() {
    let bench = Bench::start().await;
    let told = async |provider: &str, event: &str| {
        let order = json!({"provider": provider, "event": event, "amount": 20000});
        trigger(&bench, order).await["body"].clone()
    };
    let fazz = told("fazz", "paid").await["data"]["attributes"].clone();
    assert_eq!(fazz["amount"], "20000.0");
    assert_eq!(fazz["createdAt"], "2026-03-02T10:00:00+07:00");
    let charge = told("instamoney", "paid-charge").await;
    assert_eq!(charge["created"], "2026-03-02T03:00:00.000Z");
    for member in ["charge_amount", "capture_amount", "payer_charged_amount"] {
        assert_eq!(charge["data"][member], 20000, "{member}");
    }
    assert_eq!(told("rpi", "paid").await["responseTime"], "20260302100000");
    let ciputra = told("ciputra", "expired").await["data"].clone();
    assert_eq!(ciputra["expired_time"], "2026-03-02 10:00:00");
    let made = ciputra["created_time"].as_str().unwrap();
    assert!(made < "2026-03-02", "made before it expired: {made}");
}

#[tokio::test]
async fn what_no_provider_sends_is_refused_with_the_names_of_what_it_sends() {
    let bench = Bench::start().await;
    for (order, status, words) in [
        (
            json!({"provider": "fazz", "event": "expired"}),
            404,
            "paid-va",
        ),
        (
            json!({"provider": "nobody", "event": "paid"}),
            404,
            "instamoney",
        ),
        (json!({"provider": "fazz"}), 400, "event"),
        (json!({"event": "paid"}), 404, "provider"),
        (json!({"provider": "fazz", "event": 7}), 400, "event"),
        (
            json!({"provider": "fazz", "event": "paid", "amount": "x"}),
            400,
            "amount",
        ),
        (
            json!({"provider": "fazz", "event": "paid", "amount": -1}),
            400,
            "amount",
        ),
        (
            json!({"provider": "fazz", "event": "paid", "to": "x"}),
            400,
            "to",
        ),
        (
            json!({"provider": "digiswitch", "event": "failed", "amount": 1}),
            400,
            "no amount",
        ),
        (
            json!({"provider": "fazz", "event": "paid", "reference": ""}),
            400,
            "reference",
        ),
    ] {
        let (told, error) = refused(&bench, order.clone()).await;
        assert!(
            told == status && error.contains(words),
            "{order}: {told} {error}"
        );
    }
    assert_eq!(bench.show("callbacks").await, json!([]));
}

#[tokio::test]
async fn without_a_url_it_is_recorded_and_not_delivered() {
    let bench = Bench::start().await;
    let order = json!({"provider": "ciputra", "event": "paid"});
    let id = trigger(&bench, order).await["id"].clone();
    bench.last_callback("not delivered").await;
    let shown = bench.show(&format!("callbacks/{id}")).await;
    assert_eq!(shown["reason"], "no callback URL is set");
    for id in ["0", "2", "x"] {
        let answer = bench
            .control("GET", &format!("callbacks/{id}"), Value::Null)
            .await;
        assert_eq!(answer.status, 404);
    }
}

#[tokio::test]
async fn a_body_is_signed_with_the_times_and_the_secret_of_now() {
    let secrets = settings()
        .callback_secret("fazz", "another")
        .callback_secret("instamoney", "next")
        .callback_secret("digiswitch", "third");
    let bench = Bench::with(secrets).await;
    let sign = async |provider: &str, body: String| {
        let order = json!({"provider": provider, "body": body});
        let answer = bench.control("POST", "callbacks/sign", order).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body
    };
    let dana = json!({
        "external_id": "a", "amount": 1, "payment_status": "PAID", "ewallet_type": "DANA",
        "transaction_date": "2020-03-20T04:54:10+07:00", "callback_authentication_token": "old",
    });
    let signed = sign("instamoney", dana.to_string()).await;
    assert_eq!(signed["headers"], json!({"x-callback-token": "next"}));
    let body: Value = serde_json::from_str(signed["body"].as_str().unwrap()).unwrap();
    assert_eq!(body["callback_authentication_token"], "next");
    assert_eq!(body["transaction_date"], "2026-03-02T10:00:00+07:00");
    assert_eq!(body["amount"], 1);

    // What is not JSON is signed as it is. Digests by another implementation.
    let signed = sign("fazz", "{".to_owned()).await;
    assert_eq!(signed["body"], "{");
    assert_eq!(
        signed["headers"]["xfers-signature"],
        "4c4d7946ba44760cbf752f4922d833bf05ed1ee2a38cef55a80f91ac8f0a7f1e"
    );
    let signed = sign("digiswitch", "{}".to_owned()).await;
    assert_eq!(
        signed["headers"]["x-hub-signature"],
        "sha1=40a70f2072ca1bd3049b6c8e0f9888f8b8303a1d"
    );
    assert_eq!(sign("rpi", "{}".to_owned()).await["headers"], json!({}));
}

#[tokio::test]
async fn signing_again_changes_the_times_and_not_a_letter_beside_them() {
    let bench = Bench::start().await;
    let body = r#"{ "data": {"status":"expired", "external_id":"a", "amount":15000.00 ,
        "long": 123456789012345678901234567890, "created_time": "2021-12-01 10:00:00",
        "expired_time":"2021-12-01 11:00:00", "b\u0061nk":"x", "transaction_time":""}, "code":"00"}"#;
    let order = json!({"provider": "ciputra", "body": body});
    let answer = bench.control("POST", "callbacks/sign", order).await.body;
    let expected = body
        .replace("2021-12-01 11:00:00", "2026-03-02 10:00:00")
        .replace("2021-12-01 10:00:00", "2026-03-02 09:00:00");
    assert_eq!(answer["body"], expected);
    assert_eq!(answer["proof"], json!([]));
    // Without a secret there is nothing to put in the place of the old signature.
    let order = json!({"provider": "digiswitch", "body": "{}"});
    let answer = bench.control("POST", "callbacks/sign", order).await.body;
    assert_eq!(
        (&answer["headers"], &answer["proof"]),
        (&json!({}), &json!(["x-hub-signature"]))
    );
}
