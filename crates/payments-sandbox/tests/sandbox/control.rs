//! The API under `/_sandbox`.

use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};

use crate::{
    bench::{Bench, members, specified},
    charges::charge,
    ewallets::{dana, ovo},
};

#[tokio::test]
async fn health_names_the_seed_and_the_providers() {
    let bench = Bench::start().await;
    let health = bench.show("health").await;
    assert_eq!(health["status"], "ok");
    assert_eq!(health["seed"], 1);
    assert_eq!(health["providers"], json!(specified()));
}

#[tokio::test]
async fn payments_are_listed_with_their_page() {
    let bench = Bench::start().await;
    bench.create("2020-02-01", dana("a")).await;
    let payments = bench.show("payments").await;
    assert_eq!(
        members(&payments[0]),
        [
            "account",
            "amount",
            "changed",
            "created",
            "currency",
            "expires",
            "id",
            "method",
            "page",
            "provider",
            "reference",
            "status",
        ]
    );
    assert_eq!(payments[0]["amount"], "1001");
    let page = payments[0]["page"].as_str().unwrap();
    assert!(page.starts_with(&bench.sandbox.url()));
}

#[tokio::test]
async fn a_payment_is_paid_once() {
    let bench = Bench::start().await;
    bench.create("2020-02-01", dana("a")).await;
    bench.act("instamoney", "a", "pay").await;
    for action in ["pay", "settle", "decline", "expire", "cancel"] {
        let path = format!("payments/instamoney/a/{action}");
        let refused = bench.control("POST", &path, Value::Null).await;
        assert_eq!(refused.status, 409, "{action}: {}", refused.body);
    }
    assert_eq!(bench.ledger().await.len(), 1);
}

#[tokio::test]
async fn what_is_unknown_is_not_found() {
    let bench = Bench::start().await;
    bench.create("2020-02-01", dana("a")).await;
    for path in [
        "payments/instamoney/b/pay",
        "payments/xendit/a/pay",
        "payments/instamoney/a/explode",
        "callbacks/1/resend",
        "callbacks/x/resend",
        "nothing",
    ] {
        let missing = bench.control("POST", path, Value::Null).await;
        assert_eq!(missing.status, 404, "{path}");
        assert!(missing.body["error"].is_string());
    }
}

#[tokio::test]
async fn a_reference_of_several_wallets_needs_the_method() {
    let bench = Bench::start().await;
    bench.create("2020-02-01", dana("a")).await;
    bench.create("2020-02-01", ovo("a", 1000)).await;
    bench
        .instamoney(
            "POST",
            "/ewallets/charges",
            &[],
            charge("a", "ID_OVO", 1000),
        )
        .await;
    let unclear = bench
        .control("POST", "payments/instamoney/a/pay", Value::Null)
        .await;
    assert_eq!(unclear.status, 409);
    assert!(
        unclear.body["error"]
            .as_str()
            .unwrap()
            .contains("method=ID_OVO")
    );
    bench.act("instamoney", "a", "pay?method=DANA").await;
    assert_eq!(bench.get("DANA", "a").await.body["status"], "PAID");
    assert_eq!(bench.get("OVO", "a").await.body["status"], "PENDING");
}

#[tokio::test]
async fn a_reference_hard_to_put_in_a_path_goes_in_the_body_or_is_encoded() {
    let bench = Bench::start().await;
    for reference in ["a/b ?#%&", "c//d"] {
        bench.create("2020-02-01", dana(reference)).await;
    }
    let named = json!({"provider": "instamoney", "reference": "a/b ?#%&"});
    assert_eq!(
        bench.control("POST", "payments/pay", named).await.status,
        200
    );
    bench.act("instamoney", "c%2F%2Fd", "pay").await;
    assert_eq!(bench.ledger().await.len(), 2);
    let rows = bench
        .show("ledger?provider=instamoney&reference=c//d")
        .await;
    assert_eq!(rows.as_array().unwrap().len(), 1);
    assert_eq!(
        members(&rows[0]),
        [
            "account",
            "amount",
            "currency",
            "id",
            "kind",
            "method",
            "nth",
            "provider",
            "reference",
            "time",
        ]
    );
}

#[tokio::test]
async fn the_clock_moves_forward_only() {
    let bench = Bench::start().await;
    bench.advance(90).await;
    let clock = json!({
        "now": "2026-03-02T03:01:30.000Z", "jakarta": "2026-03-02 10:01:30", "manual": true,
        "advanced_seconds": 90, "next_callback": null, "next_expiry": null,
        "midnight": "2026-03-02T17:00:00.000Z",
    });
    assert_eq!(bench.show("clock").await, clock);
    for body in [
        json!({"seconds": -1}),
        json!({"seconds": u64::MAX}),
        json!({}),
        Value::Null,
    ] {
        assert_eq!(
            bench.control("POST", "clock/advance", body).await.status,
            400
        );
    }
    assert_eq!(bench.show("clock").await, clock);
}

#[tokio::test]
async fn the_clock_goes_to_what_comes_next() {
    let bench = Bench::start().await;
    let to = async |name: &str| {
        bench
            .control("POST", "clock/advance", json!({"to": name}))
            .await
    };
    for nothing in ["next_expiry", "next_callback", "tomorrow"] {
        assert_eq!(to(nothing).await.status, 400, "{nothing}");
    }
    bench.create("2020-02-01", ovo("a", 20000)).await;
    let moved = to("next_expiry").await;
    assert_eq!(moved.body["now"], "2026-03-02T03:01:00.000Z");
    assert_eq!(bench.get("OVO", "a").await.body["status"], "FAILED");
    assert_eq!(moved.body["next_expiry"], Value::Null);
    let midnight = to("midnight").await;
    assert_eq!(midnight.body["jakarta"], "2026-03-03 00:00:00");
}

#[tokio::test]
async fn a_json_body_is_taken_whatever_its_type_claims_to_be() {
    let bench = Bench::start().await;
    let curl = [("content-type", "application/x-www-form-urlencoded")];
    let path = "/_sandbox/clock/advance";
    let advanced = bench.send("POST", path, &curl, r#"{"seconds": 5}"#).await;
    assert_eq!(advanced.body["advanced_seconds"], 5);
}

#[tokio::test]
async fn a_reset_forgets_everything_but_the_settings() {
    let bench = Bench::start().await;
    bench.create("2019-02-04", ovo("a", 1000)).await;
    bench
        .fault(json!({"provider": "instamoney", "fault": "delay"}))
        .await;
    bench.advance(5).await;
    let url = json!({"instamoney_callback_url": "http://127.0.0.1:1/"});
    bench.control("POST", "settings", url).await;
    assert_eq!(
        bench.control("POST", "reset", Value::Null).await.status,
        200
    );
    for list in ["payments", "ledger", "callbacks", "faults"] {
        assert_eq!(bench.show(list).await, json!([]), "{list}");
    }
    assert_eq!(bench.show("clock").await["advanced_seconds"], 0);
    bench.create("2020-02-01", ovo("a", 1000)).await;
    bench.act("instamoney", "a", "pay").await;
    assert_eq!(
        bench.show("callbacks").await[0]["target"],
        "http://127.0.0.1:1/"
    );
}

#[tokio::test]
async fn a_sandbox_stops_when_told_and_when_dropped() {
    let first = Sandbox::start(Settings::new()).await.unwrap();
    let port = first.port();
    assert!(Sandbox::start(Settings::new().port(port)).await.is_err());
    first.shutdown().await;
    let second = Sandbox::start(Settings::new().port(port)).await.unwrap();
    drop(second);
    for _ in 0..100 {
        if Sandbox::start(Settings::new().port(port)).await.is_ok() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("the port is still taken");
}
