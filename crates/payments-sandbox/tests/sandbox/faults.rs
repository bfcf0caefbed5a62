//! Faults: what the client sees, and what really happened.

use std::{
    io::{ErrorKind, Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{
    bench::{Bench, basic},
    ewallets::{dana, ovo},
};

fn fault(operation: &str, name: &str) -> Value {
    json!({"provider": "instamoney", "operation": operation, "fault": name})
}

/// Creates a payment whose answer does not arrive.
async fn lost(bench: &Bench, body: Value) {
    let key = basic("xnd_development_a");
    let headers = [
        ("authorization", key.as_str()),
        ("content-type", "application/json"),
        ("x-api-version", "2019-02-04"),
    ];
    let sent = bench
        .try_send("POST", "/instamoney/ewallets", &headers, body.to_string())
        .await;
    let error = sent.expect_err("the answer should have been lost");
    assert!(!error.is_connect(), "{error:?}");
}

#[tokio::test]
async fn a_reset_after_the_commit_loses_the_answer_but_not_the_payment() {
    let bench = Bench::start().await;
    bench.fault(fault("create", "reset_after_commit")).await;
    lost(&bench, ovo("a", 1000)).await;
    assert_eq!(bench.ledger().await, [("debit".into(), "1000".into())]);
    assert_eq!(bench.get("OVO", "a").await.body["status"], "COMPLETED");
    // Used up: the next request is answered, here as a duplicate.
    let repeated = bench.create("2019-02-04", ovo("a", 1000)).await;
    assert_eq!(repeated.refusal(), (400, "DUPLICATE_PAYMENT"));
}

#[tokio::test]
async fn a_reset_before_the_commit_leaves_nothing() {
    let bench = Bench::start().await;
    bench.fault(fault("create", "reset_before_commit")).await;
    lost(&bench, ovo("a", 1000)).await;
    assert_eq!(bench.ledger().await, []);
    assert_eq!(bench.get("OVO", "a").await.status, 404);
    assert_eq!(bench.create("2019-02-04", ovo("a", 1000)).await.status, 200);
}

#[tokio::test]
async fn a_reset_is_a_real_one_and_no_byte_comes_before_it() {
    let bench = Bench::start().await;
    bench.fault(fault("get", "reset_after_commit")).await;
    let address = bench.sandbox.url().replace("http://", "");
    let read = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(&address).unwrap();
        let request = format!("GET /instamoney/ewallets HTTP/1.1\r\nHost: {address}\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        stream.read(&mut [0; 64])
    });
    assert_eq!(
        read.await.unwrap().unwrap_err().kind(),
        ErrorKind::ConnectionReset
    );
}

#[tokio::test]
async fn a_server_error_before_the_commit_leaves_nothing() {
    let bench = Bench::start().await;
    bench.fault(fault("create", "error_before_commit")).await;
    let failed = bench.create("2020-02-01", dana("a")).await;
    assert_eq!(failed.refusal(), (503, "CHANNEL_UNAVAILABLE"));
    assert_eq!(bench.get("DANA", "a").await.status, 404);
}

#[tokio::test]
async fn a_server_error_after_the_commit_hides_a_payment() {
    let bench = Bench::start().await;
    let mut order = fault("create", "error_after_commit");
    order["status"] = json!(502);
    bench.fault(order).await;
    let failed = bench.create("2020-02-01", dana("a")).await;
    assert_eq!(failed.refusal(), (502, "SERVER_ERROR"));
    assert_eq!(bench.get("DANA", "a").await.body["status"], "PENDING");
}

#[tokio::test]
async fn what_is_hidden_is_not_found_for_a_while_and_a_repeat_makes_a_second_payment() {
    let bench = Bench::start().await;
    let mut order = fault("create", "hidden_after_commit");
    order["seconds"] = json!(20);
    bench.fault(order.clone()).await;
    bench.fault(order).await;
    for reference in ["a", "b"] {
        lost(&bench, dana(reference)).await;
        assert_eq!(bench.get("DANA", reference).await.status, 404);
    }
    assert_eq!(bench.create("2020-02-01", dana("a")).await.status, 200);
    bench.advance(19).await;
    assert_eq!(bench.get("DANA", "b").await.status, 404);
    bench.advance(1).await;
    assert_eq!(bench.get("DANA", "b").await.status, 200);
    assert_eq!(bench.show("payments").await.as_array().unwrap().len(), 3);
    let refused = bench.create("2020-02-01", dana("b")).await;
    assert_eq!(refused.body["error_code"], "DUPLICATE_ERROR");
}

#[tokio::test]
async fn garbage_hides_what_was_done_and_too_many_requests_are_not_taken_in() {
    let bench = Bench::start().await;
    bench.fault(fault("create", "html")).await;
    let garbage = bench.create("2020-02-01", dana("a")).await;
    assert_eq!(garbage.status, 200);
    assert!(garbage.body.as_str().unwrap().starts_with("<html>"));
    assert_eq!(bench.get("DANA", "a").await.status, 200);

    bench.fault(fault("create", "too_many_requests")).await;
    let refused = bench.create("2020-02-01", dana("b")).await;
    assert_eq!(
        (refused.status, &refused.headers["retry-after"]),
        (429, &"2".parse().unwrap())
    );
    assert_eq!(bench.get("DANA", "b").await.status, 404);
}

#[tokio::test]
async fn what_was_shown_is_not_hidden_by_a_look_at_it() {
    let bench = Bench::start().await;
    assert_eq!(bench.create("2020-02-01", dana("a")).await.status, 200);
    bench.fault(fault("get", "hidden_after_commit")).await;
    let key = basic("xnd_development_a");
    let path = "/instamoney/ewallets?external_id=a&ewallet_type=DANA";
    let lost = bench
        .try_send("GET", path, &[("authorization", &key)], "")
        .await;
    assert!(lost.is_err());
    assert_eq!(bench.get("DANA", "a").await.status, 200);
}

#[tokio::test]
async fn a_payment_that_lost_its_reference_to_another_is_still_paid_by_its_id() {
    let bench = Bench::start().await;
    bench.fault(fault("create", "hidden_after_commit")).await;
    lost(&bench, dana("a")).await;
    assert_eq!(bench.create("2020-02-01", dana("a")).await.status, 200);
    bench.advance(30).await;
    for payment in bench.show("payments").await.as_array().unwrap() {
        let id = payment["id"].as_str().unwrap();
        bench.act("instamoney", "a", &format!("pay?id={id}")).await;
    }
    assert_eq!(bench.ledger().await.len(), 2);
}

#[tokio::test]
async fn a_program_steers_its_own_sandbox_without_http() {
    let sandbox = Bench::start().await.sandbox;
    let health = sandbox.control("GET", "health", &Value::Null).unwrap();
    assert_eq!(health["seed"], 1);
    let moved = sandbox.control("POST", "clock/advance", &json!({"seconds": 60}));
    assert_eq!(moved.unwrap()["advanced_seconds"], 60);
    let refused = sandbox.control("POST", "faults", &json!({"provider": "x"}));
    assert!(refused.unwrap_err().contains("provider"));
    assert!(sandbox.control("G T", "health", &Value::Null).is_err());
}

#[tokio::test]
async fn a_delay_holds_back_the_answer_only() {
    let bench = Bench::start().await;
    let mut order = fault("create", "delay");
    order["delay_ms"] = json!(300);
    bench.fault(order).await;
    let start = Instant::now();
    let (created, seen) = tokio::join!(bench.create("2020-02-01", dana("a")), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        bench.get("DANA", "a").await
    });
    assert!(start.elapsed() >= Duration::from_millis(300));
    assert_eq!(seen.body["status"], "PENDING");
    assert_eq!(created.status, 200);
}

#[tokio::test]
async fn a_fault_hits_only_what_it_is_aimed_at_and_as_often_as_ordered() {
    let bench = Bench::start().await;
    let mut order = fault("create", "error_before_commit");
    order["reference"] = json!("b");
    order["times"] = json!(2);
    bench.fault(order).await;
    assert_eq!(bench.create("2020-02-01", dana("a")).await.status, 200);
    assert_eq!(bench.get("DANA", "b").await.status, 404);
    assert_eq!(bench.create("2020-02-01", dana("b")).await.status, 503);
    assert_eq!(bench.show("faults").await[0]["times"], 1);
    assert_eq!(bench.create("2020-02-01", dana("b")).await.status, 503);
    assert_eq!(bench.show("faults").await, json!([]));
    assert_eq!(bench.create("2020-02-01", dana("b")).await.status, 200);
}

#[tokio::test]
async fn zero_times_means_until_deleted() {
    let bench = Bench::start().await;
    let mut order = fault("*", "error_before_commit");
    order["times"] = json!(0);
    bench.fault(order).await;
    for _ in 0..3 {
        assert_eq!(bench.get("DANA", "a").await.status, 503);
    }
    bench.control("DELETE", "faults", Value::Null).await;
    assert_eq!(bench.get("DANA", "a").await.status, 404);
}

#[tokio::test]
async fn an_order_that_makes_no_sense_is_refused_in_words() {
    let bench = Bench::start().await;
    let orders = [
        (json!({"provider": "xendit", "fault": "delay"}), "provider"),
        (json!({"provider": "ciputra", "fault": "explode"}), "fault"),
        (
            json!({"provider": "ciputra", "fault": "delay", "operation": "bill"}),
            "operation",
        ),
        (
            json!({"provider": "ciputra", "fault": "delay", "times": -1}),
            "times",
        ),
        (
            json!({"provider": "ciputra", "fault": "error_before_commit", "status": 200}),
            "status",
        ),
        (
            json!({"provider": "ciputra", "fault": "delay", "reference": 1}),
            "reference",
        ),
        (json!([]), "JSON object"),
    ];
    for (order, named) in orders {
        let refused = bench.control("POST", "faults", order).await;
        assert_eq!(refused.status, 400);
        let error = refused.body["error"].as_str().unwrap();
        assert!(error.contains(named), "{error}");
    }
    assert_eq!(bench.show("faults").await, json!([]));
}

#[tokio::test]
async fn the_token_of_ciputra_can_be_lost_too() {
    let bench = Bench::start().await;
    let order = json!({"provider": "ciputra", "operation": "token", "fault": "error_after_commit", "status": 500});
    bench.fault(order).await;
    let keys = [("api-key", "k"), ("api-secret", "s")];
    let failed = bench.send("POST", "/ciputra/auth/token", &keys, "").await;
    assert_eq!(failed.status, 500);
    assert_eq!(failed.body["status"], false);
    assert_eq!(
        bench
            .send("POST", "/ciputra/auth/token", &keys, "")
            .await
            .status,
        200
    );
}
