//! How a callback can go wrong on its way: twice, late, out of order, unproved, not at all, or
//! before the answer.

use serde_json::{Value, json};

use crate::{
    bench::{Bench, Received, Shop, settings},
    ewallets::ovo,
};

const TOKEN: &str = "sandbox-callback-token";

async fn opened(shop: &Shop) -> Bench {
    Bench::with(settings().callback_url("instamoney", &shop.url)).await
}

async fn order(bench: &Bench, fault: &str) {
    bench
        .fault(json!({"provider": "instamoney", "fault": fault, "operation": "callback"}))
        .await;
}

async fn paid(bench: &Bench, reference: &str) {
    bench.create("2020-02-01", ovo(reference, 20_000)).await;
    bench.act("instamoney", reference, "pay").await;
}

fn references(received: &[Received]) -> Vec<&str> {
    let references = received
        .iter()
        .map(|one| one.body["external_id"].as_str().unwrap());
    references.collect()
}

#[tokio::test]
async fn duplicated_it_comes_twice_to_the_letter() {
    let shop = Shop::open().await;
    let bench = opened(&shop).await;
    order(&bench, "duplicate").await;
    paid(&bench, "a").await;
    let received = shop.received(2).await;
    assert_eq!(received[0].body, received[1].body);
    assert_eq!(
        received[0].headers["webhook-id"],
        received[1].headers["webhook-id"]
    );
    assert_eq!(bench.ledger().await.len(), 1);
}

#[tokio::test]
async fn delayed_it_comes_by_the_clock() {
    let shop = Shop::open().await;
    let bench = opened(&shop).await;
    let fault = json!({"provider": "instamoney", "fault": "delay", "operation": "callback", "delay_ms": 5000});
    bench.fault(fault).await;
    paid(&bench, "a").await;
    bench.advance(4).await;
    assert_eq!(bench.show("callbacks").await[0]["status"], "waiting");
    bench.advance(1).await;
    shop.received(1).await;
}

#[tokio::test]
async fn reordered_it_comes_after_the_next_one() {
    let shop = Shop::open().await;
    let bench = opened(&shop).await;
    order(&bench, "reorder").await;
    paid(&bench, "a").await;
    assert_eq!(bench.show("callbacks").await[0]["status"], "held");
    paid(&bench, "b").await;
    assert_eq!(references(&shop.received(2).await), ["b", "a"]);
}

#[tokio::test]
async fn dropped_it_does_not_come_until_it_is_sent_again() {
    let shop = Shop::open().await;
    let bench = opened(&shop).await;
    order(&bench, "drop").await;
    paid(&bench, "a").await;
    let dropped = bench.show("callbacks/1").await;
    assert_eq!(
        (&dropped["status"], &dropped["reason"]),
        (&json!("not delivered"), &json!("a fault dropped it"))
    );
    bench
        .control("POST", "callbacks/1/resend", Value::Null)
        .await;
    shop.received(1).await;
}

#[tokio::test]
async fn unsigned_or_forged_it_has_no_proof_or_another() {
    let shop = Shop::open().await;
    let bench = opened(&shop).await;
    order(&bench, "unsigned").await;
    order(&bench, "wrong_signature").await;
    paid(&bench, "a").await;
    paid(&bench, "b").await;
    let received = shop.received(2).await;
    let proof = |reference: &str| {
        let one = received
            .iter()
            .find(|one| one.body["external_id"] == reference);
        one.unwrap().headers.get("x-callback-token").cloned()
    };
    assert_eq!(proof("a"), None);
    let forged = proof("b").unwrap();
    assert_eq!(forged.len(), TOKEN.len());
    assert_ne!(forged, TOKEN);
    // What has no proof can lose none.
    for provider in ["ciputra", "rpi"] {
        let fault = json!({"provider": provider, "fault": "unsigned"});
        assert_eq!(bench.control("POST", "faults", fault).await.status, 400);
    }
}

#[tokio::test]
async fn of_a_token_in_the_body_nothing_is_left_or_another_one() {
    let shop = Shop::open().await;
    let bench = opened(&shop).await;
    for (fault, reference) in [("unsigned", "a"), ("wrong_signature", "b")] {
        order(&bench, fault).await;
        let mut body = crate::ewallets::dana(reference);
        body["callback_url"] = json!(shop.url);
        bench.create("2020-02-01", body).await;
        bench.act("instamoney", reference, "pay").await;
    }
    let received = shop.received(2).await;
    for one in received {
        let token = &one.body["callback_authentication_token"];
        match one.body["external_id"].as_str().unwrap() {
            "a" => assert!(token.is_null()),
            _ => assert!(token != TOKEN && token.is_string(), "{token}"),
        }
    }
}

#[tokio::test]
async fn told_before_the_answer_the_merchant_hears_first() {
    let shop = Shop::open().await;
    shop.hesitates(300);
    let bench = opened(&shop).await;
    bench
        .fault(json!({"provider": "instamoney", "fault": "told_before_answer"}))
        .await;
    let answer = bench.create("2020-02-01", ovo("a", 20_000)).await;
    assert_eq!(answer.body["status"], "PENDING");
    let told = bench.show("callbacks/1").await;
    assert_eq!(told["status"], "delivered");
    shop.received(1).await;
}

#[tokio::test]
async fn by_hand_a_callback_is_held_dropped_swapped_and_copied() {
    let shop = Shop::open().await;
    shop.answers(500);
    let bench = opened(&shop).await;
    paid(&bench, "a").await;
    bench.last_callback("waiting").await;
    let step = async |step: &str| {
        bench
            .control("POST", &format!("callbacks/1/{step}"), Value::Null)
            .await
    };
    assert_eq!(step("hold").await.body["status"], "held");
    bench.advance(100_000).await;
    shop.received(1).await;
    assert_eq!(step("swap").await.body["status"], "held");
    shop.answers(200);
    paid(&bench, "b").await;
    assert_eq!(references(&shop.received(3).await), ["a", "b", "a"]);
    for late in ["hold", "swap", "drop"] {
        assert_eq!(step(late).await.status, 409, "{late}");
    }
    for (copy, count) in [("twice", 4), ("unsigned", 5), ("wrong_signature", 6)] {
        assert_eq!(step(copy).await.status, 200, "{copy}");
        shop.received(count).await;
    }
    assert_eq!(step("eat").await.status, 404);
    assert_eq!(bench.show("callbacks").await.as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn a_fault_that_is_armed_can_be_taken_back_alone() {
    let bench = Bench::start().await;
    order(&bench, "drop").await;
    order(&bench, "duplicate").await;
    let left = bench.control("DELETE", "faults/1", Value::Null).await;
    assert_eq!(left.body[0]["fault"], "duplicate");
    assert_eq!(
        bench
            .control("DELETE", "faults/1", Value::Null)
            .await
            .status,
        404
    );
}
