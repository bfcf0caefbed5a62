//! Answers and callbacks that are odd on purpose, over something that happened; and money that goes
//! back.

use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::{
    bench::{Answer, Bench, settings},
    charges::charge,
    digiswitch,
    ewallets::{dana, ovo},
    rpi,
};

fn order(fault: &str, more: Value) -> Value {
    let mut order = json!({"provider": "instamoney", "fault": fault});
    let (order_of, more) = (order.as_object_mut().unwrap(), more);
    for (name, member) in more.as_object().unwrap() {
        order_of.insert(name.clone(), member.clone());
    }
    order
}

/// OVO 2019 takes the money at once: what is answered tells of something that happened.
async fn paid_under(fault: &str, more: Value) -> Answer {
    let bench = Bench::start().await;
    bench.fault(order(fault, more)).await;
    let answer = bench.create("2019-02-04", ovo("order-1", 1000)).await;
    let debits = bench.ledger().await;
    assert_eq!(debits, [("debit".into(), "1000".into())], "{fault}");
    let asked = bench.get("OVO", "order-1").await;
    assert_eq!(asked.body["status"], "COMPLETED", "{fault}");
    answer
}

#[tokio::test]
async fn an_odd_answer_does_not_undo_what_was_done() {
    let odd = paid_under("another_type", json!({"member": "amount"})).await;
    assert_eq!((odd.status, &odd.body["amount"]), (200, &json!("1000")));
    let odd = paid_under("null_member", json!({"member": "external_id"})).await;
    assert!(odd.body["external_id"].is_null());
    let odd = paid_under("absent_member", json!({"member": "/phone"})).await;
    assert!(odd.body.get("phone").is_none());
    let odd = paid_under("list_member", json!({"member": "business_id"})).await;
    assert_eq!(odd.body["business_id"], json!([]));
    let odd = paid_under("byte_order_mark", json!({})).await;
    assert!(odd.bytes.starts_with(b"\xef\xbb\xbf{"));
    let odd = paid_under("latin_1", json!({"member": "external_id"})).await;
    assert!(odd.bytes.windows(3).any(|three| three == b"1\xe9\""));
    let odd = paid_under("half_surrogate", json!({"member": "phone"})).await;
    assert!(odd.bytes.windows(7).any(|text| text == br#"\ud83d""#));
    let odd = paid_under("cut_body", json!({})).await;
    assert!(odd.bytes.starts_with(b"{") && !odd.bytes.ends_with(b"}"));
    let odd = paid_under("wrong_amount", json!({})).await;
    assert_eq!(odd.body["amount"], 1001);
    let odd = paid_under("wrong_amount", json!({"amount": "7"})).await;
    assert_eq!(odd.body["amount"], 7);
    let odd = paid_under("wrong_reference", json!({})).await;
    assert_eq!(odd.body["external_id"], "order-2");
    let odd = paid_under("wrong_reference", json!({"wrong": "other"})).await;
    assert_eq!(odd.body["external_id"], "other");
    let odd = paid_under("another_type", json!({})).await;
    assert_ne!(
        odd.body,
        paid_under("delay", json!({"delay_ms": 0})).await.body
    );
}

#[tokio::test]
async fn a_page_stands_in_for_the_answer_under_any_status_whether_it_was_done_or_not() {
    for status in [200, 302, 403, 404, 413, 502] {
        let page = paid_under("html", json!({"status": status})).await;
        assert_eq!(page.status, status);
        assert!(page.body.as_str().unwrap().starts_with("<html>"));
        assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
    }
    let bench = Bench::start().await;
    bench
        .fault(order("html", json!({"status": 403, "commits": false})))
        .await;
    assert_eq!(bench.create("2019-02-04", ovo("a", 1000)).await.status, 403);
    assert_eq!(bench.ledger().await, []);
}

#[tokio::test]
async fn another_event_is_told_of_by_the_same_provider_with_a_right_signature() {
    let settings = settings().callback_secret("fazz", "secret");
    let bench = Bench::with(settings).await;
    for (fault, more) in [
        ("another_event", json!({})),
        ("byte_order_mark", json!({})),
        ("wrong_amount", json!({})),
        ("cut_body", json!({})),
    ] {
        let mut order = order(fault, more);
        order["provider"] = json!("fazz");
        order["operation"] = json!("callback");
        bench.fault(order).await;
        let body = json!({"provider": "fazz", "event": "paid", "amount": 100});
        let sent = bench.control("POST", "callbacks", body).await.body;
        let bytes = bytes_of(&sent);
        let mut mac = Hmac::<Sha256>::new_from_slice(b"secret").unwrap();
        mac.update(&bytes);
        let digest = mac.finalize().into_bytes();
        let right: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(sent["headers"]["xfers-signature"], right, "{fault}");
        match fault {
            "another_event" => assert_eq!(sent["body"]["data"]["type"], "disbursement"),
            "byte_order_mark" => assert!(bytes.starts_with(b"\xef\xbb\xbf{")),
            "wrong_amount" => assert_eq!(sent["body"]["data"]["attributes"]["amount"], "101.0"),
            _ => assert!(serde_json::from_slice::<Value>(&bytes).is_err()),
        }
    }
    assert_eq!(bench.show("faults").await, json!([]));
}

fn bytes_of(callback: &Value) -> Vec<u8> {
    use base64::{Engine, engine::general_purpose::STANDARD};
    STANDARD
        .decode(callback["bytes"].as_str().unwrap())
        .unwrap()
}

#[tokio::test]
async fn a_fault_of_every_request_leaves_callbacks_alone() {
    let bench = Bench::start().await;
    bench.fault(order("wrong_amount", json!({}))).await;
    let body = json!({"provider": "instamoney", "event": "paid", "amount": 100});
    let sent = bench.control("POST", "callbacks", body).await.body;
    assert!(sent["bytes"].is_null(), "{sent}");
    assert_eq!(bench.show("faults").await.as_array().unwrap().len(), 1);
}

/// What was posted, or would have been: the bodies of all callbacks so far.
async fn told(bench: &Bench) -> Vec<Value> {
    let callbacks = bench.show("callbacks").await;
    let callbacks = callbacks.as_array().unwrap().iter();
    callbacks.map(|callback| callback["body"].clone()).collect()
}

#[tokio::test]
async fn a_capture_is_voided_a_moment_later_and_the_merchant_is_told() {
    let bench = Bench::start().await;
    bench.fault(order("void_after_capture", json!({}))).await;
    // A wallet of the older interface has no word for it: the fault waits for a charge.
    bench.create("2020-02-01", dana("a")).await;
    bench.act("instamoney", "a", "pay").await;
    let body = charge("b", "ID_SHOPEEPAY", 1000);
    let created = bench
        .instamoney("POST", "/ewallets/charges", &[], body)
        .await;
    bench.act("instamoney", "b", "pay").await;
    bench.advance(1).await;
    assert_eq!(
        bench.ledger().await[1..],
        [
            ("debit".to_owned(), "1000".to_owned()),
            ("refund".to_owned(), "1000".to_owned()),
        ]
    );
    let told = told(&bench).await;
    let events: Vec<_> = told
        .iter()
        .filter_map(|body| body["event"].as_str())
        .collect();
    assert_eq!(events, ["ewallet.capture", "ewallet.void"]);
    assert_eq!(told.last().unwrap()["data"]["void_status"], "SUCCEEDED");
    let path = format!("/ewallets/charges/{}", created.body["id"].as_str().unwrap());
    let asked = bench.instamoney("GET", &path, &[], Value::Null).await;
    assert_eq!(asked.body["status"], "VOIDED");
}

#[tokio::test]
async fn a_part_of_a_capture_goes_back_and_is_told_by_the_provider_s_id_alone() {
    for (more, part) in [(json!({}), 500), (json!({"amount": 300}), 300)] {
        let bench = Bench::start().await;
        bench.fault(order("partial_refund", more)).await;
        let body = charge("b", "ID_SHOPEEPAY", 1000);
        let created = bench
            .instamoney("POST", "/ewallets/charges", &[], body)
            .await;
        bench.act("instamoney", "b", "pay").await;
        bench.advance(1).await;
        assert_eq!(
            bench.ledger().await[1],
            ("refund".to_owned(), part.to_string())
        );
        let told = told(&bench).await;
        let told = told.last().unwrap();
        assert_eq!(told["event"], "ewallet.refund");
        assert_eq!(told["data"]["charge_id"], created.body["id"]);
        assert_eq!(told["data"]["refund_amount"], part);
        assert!(told["data"].get("reference_id").is_none());
        let path = format!("/ewallets/charges/{}", created.body["id"].as_str().unwrap());
        let asked = bench.instamoney("GET", &path, &[], Value::Null).await;
        assert_eq!(
            (&asked.body["status"], &asked.body["refunded_amount"]),
            (&json!("SUCCEEDED"), &json!(part))
        );
    }
}

#[tokio::test]
async fn a_bill_and_the_charge_of_a_mandate_can_be_given_back_too() {
    let bench = Bench::start().await;
    for provider in ["digiswitch", "rpi"] {
        bench
            .fault(json!({"provider": provider, "fault": "void_after_capture"}))
            .await;
    }
    digiswitch::pay(&bench, "pln", "530000000001").await;
    bench.advance(1).await;
    let asked = json!({"data": told(&bench).await.pop().unwrap()["data"]});
    assert_eq!(
        (&asked["data"]["rc"], &asked["data"]["status"]),
        (&json!("74"), &json!("Gagal"))
    );
    let order = digiswitch::order("status-pasca", "pln", "530000000001", "a");
    let status = digiswitch::post(&bench, "transaction", order).await;
    assert_eq!(status.body["data"]["rc"], "74");
    let kinds: Vec<_> = bench
        .ledger()
        .await
        .into_iter()
        .map(|(kind, _)| kind)
        .collect();
    assert_eq!(kinds, ["debit", "refund"]);

    rpi::created(&bench, rpi::fixed(1)).await;
    bench.act("rpi", &format!("{:032}", 1), "pay").await;
    bench.advance(86_400).await;
    let charge = &told(&bench).await.pop().unwrap()["details"];
    assert_eq!(
        (&charge["status"], &charge["amount"]),
        (&json!(2), &json!("25000.00"))
    );
    let ledger = bench.ledger().await;
    assert_eq!(
        ledger[2..],
        [
            ("debit".to_owned(), "25000".to_owned()),
            ("refund".to_owned(), "25000".to_owned()),
        ]
    );
}

#[tokio::test]
async fn everything_in_the_list_of_faults_can_be_ordered_of_the_providers_named_there_and_of_no_other()
 {
    let bench = Bench::start().await;
    let codes = bench.show("faults/codes").await;
    let code = |provider: &Value, fails: bool| {
        let fits = |code: &&Value| {
            let listed = code["listed"].as_array().unwrap().iter();
            let mut tables = listed.map(|listed| listed["table"].as_str().unwrap());
            code["provider"] == *provider && tables.any(|table| table.ends_with("failure") == fails)
        };
        let found = codes.as_array().unwrap().iter().find(fits);
        found.map_or(Value::Null, |code| code["code"].clone())
    };
    let providers = json!(["ciputra", "digiswitch", "fazz", "instamoney", "rpi"]);
    for kind in bench.show("faults/kinds").await.as_array().unwrap() {
        for provider in providers.as_array().unwrap() {
            let mut order = json!({"provider": provider, "fault": kind["fault"]});
            if kind["members"].as_array().unwrap().contains(&json!("code")) {
                order["code"] = code(provider, kind["fault"] == "failure_code");
            }
            let is_named = kind["providers"].as_array().unwrap().contains(provider);
            let answer = bench.control("POST", "faults", order.clone()).await;
            assert_eq!(answer.status == 200, is_named, "{order}: {}", answer.body);
            order["operation"] = json!("callback");
            let answer = bench.control("POST", "faults", order.clone()).await;
            let is_of_callbacks = is_named && kind["of_callbacks"] == true;
            assert_eq!(
                answer.status == 200,
                is_of_callbacks,
                "{order}: {}",
                answer.body
            );
        }
    }
}

#[tokio::test]
async fn every_code_of_a_table_of_failures_is_why_a_payment_fails() {
    let bench = Bench::start().await;
    let mut count = 0;
    for code in bench.show("faults/codes").await.as_array().unwrap() {
        for listed in code["listed"].as_array().unwrap() {
            let reference = format!("order-{count}");
            let created = match listed["table"].as_str().unwrap() {
                "ovo callback failure" => ("/ewallets", ovo(&reference, 1000)),
                "charges failure" => ("/ewallets/charges", charge(&reference, "ID_OVO", 1000)),
                _ => continue,
            };
            count += 1;
            bench
                .fault(order("failure_code", json!({"code": code["code"]})))
                .await;
            let headers = [("x-api-version", "2020-02-01")];
            let created = bench
                .instamoney("POST", created.0, &headers, created.1)
                .await;
            assert_eq!(created.body["status"], "PENDING", "{code}");
            bench.advance(1).await;
            let told = told(&bench).await.pop().unwrap();
            let told = told.get("data").unwrap_or(&told).clone();
            assert_eq!(told["failure_code"], code["code"], "{told}");
        }
    }
    assert_eq!(bench.ledger().await, []);
    assert!(count >= 10, "{count}");
}

#[tokio::test]
async fn a_code_is_answered_under_the_status_that_its_table_prints_for_the_wallet() {
    let bench = Bench::start().await;
    let code = json!({"code": "API_VALIDATION_ERROR"});
    for (wallet, body, http) in [
        ("OVO", ovo("a", 1000), 422),
        ("DANA", dana("a"), 422),
        ("charge", charge("a", "ID_OVO", 1000), 400),
    ] {
        bench.fault(order("code", code.clone())).await;
        let path = if wallet == "charge" {
            "/ewallets/charges"
        } else {
            "/ewallets"
        };
        let refused = bench.instamoney("POST", path, &[], body).await;
        assert_eq!(
            refused.refusal(),
            (http, "API_VALIDATION_ERROR"),
            "{wallet}"
        );
    }
    // Refused means not done; an unknown outcome is done unless the order says otherwise.
    assert_eq!(bench.show("payments").await, json!([]));
    let unknown = |commits: Value| {
        order(
            "code",
            json!({"code": "CHECKOUT_ERROR", "commits": commits}),
        )
    };
    bench.fault(unknown(json!(false))).await;
    let answer = bench.create("2020-02-01", dana("a")).await;
    assert_eq!(answer.refusal(), (400, "CHECKOUT_ERROR"));
    assert_eq!(bench.get("DANA", "a").await.status, 404);
    bench.fault(unknown(Value::Null)).await;
    bench.create("2020-02-01", dana("a")).await;
    assert_eq!(bench.get("DANA", "a").await.status, 200);
    let under = json!({"code": "CHECKOUT_ERROR", "status": 502});
    bench.fault(order("code", under)).await;
    assert_eq!(bench.create("2020-02-01", dana("b")).await.status, 502);
}

#[tokio::test]
async fn what_no_document_has_a_word_for_is_refused_in_words() {
    let bench = Bench::start().await;
    let orders = [
        (
            json!({"provider": "fazz", "fault": "void_after_capture"}),
            "fazz",
        ),
        (
            json!({"provider": "ciputra", "fault": "code", "code": "14"}),
            "ciputra",
        ),
        (
            json!({"provider": "instamoney", "fault": "code", "code": "NEW"}),
            "\"NEW\"",
        ),
        (
            json!({"provider": "rpi", "fault": "failure_code", "code": "1"}),
            "rpi",
        ),
        (
            json!({"provider": "fazz", "fault": "html", "operation": "callback"}),
            "callback",
        ),
        (
            json!({"provider": "fazz", "fault": "wrong_amount", "operation": "capture"}),
            "capture",
        ),
        (
            json!({"provider": "fazz", "fault": "wrong_amount", "amount": "much"}),
            "amount",
        ),
        (
            json!({"provider": "fazz", "fault": "html", "status": 600}),
            "status",
        ),
        (
            json!({"provider": "fazz", "fault": "html", "commits": 1}),
            "commits",
        ),
        (
            json!({"provider": "fazz", "fault": "cut_body", "membr": "x"}),
            "membr",
        ),
    ];
    for (order, named) in orders {
        let refused = bench.control("POST", "faults", order).await;
        assert_eq!(refused.status, 400, "{named}");
        let error = refused.body["error"].as_str().unwrap();
        assert!(error.contains(named), "{error}");
    }
    assert_eq!(bench.show("faults").await, json!([]));
}
