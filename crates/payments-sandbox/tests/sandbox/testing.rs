//! What a shop's own tests use.

use payments_sandbox::{Fault, Sandbox};
use serde_json::{Value, json};

fn buy(sandbox: &Sandbox, provider: &str) -> Value {
    let order = json!({"provider": provider, "step": "buy", "reference": "order-1"});
    sandbox.control("POST", "shop", &order).unwrap()
}

#[tokio::test]
async fn the_next_payment_of_whichever_provider_fails_once() {
    let sandbox = payments_sandbox::test().await.unwrap();
    sandbox.fails_next(Fault::AnswerLost);
    assert_eq!(buy(&sandbox, "fazz")["lost"], true);
    assert_eq!(buy(&sandbox, "fazz")["lost"], false);
    assert_eq!(buy(&sandbox, "instamoney")["lost"], false);
    sandbox.customer_pays("order-1").unwrap();
    assert_eq!(sandbox.ledger().debits("order-1"), 1);
    assert_eq!(sandbox.ledger().debits("order-2"), 0);
    assert_eq!(sandbox.ledger().refunds("order-1"), 0);
    assert!(
        sandbox
            .customer_pays("order-2")
            .unwrap_err()
            .contains("order-2")
    );
}

#[tokio::test]
async fn two_that_are_ordered_hit_one_after_the_other() {
    let sandbox = payments_sandbox::test().await.unwrap();
    sandbox.fails_next(Fault::Outage);
    sandbox.fails_next(Fault::TooManyRequests);
    assert_eq!(buy(&sandbox, "instamoney")["status"], 503);
    assert_eq!(buy(&sandbox, "ciputra")["status"], 429);
    assert_eq!(buy(&sandbox, "instamoney")["status"], 200);
}

#[tokio::test]
async fn every_fault_can_be_ordered_of_at_least_four_providers() {
    for fault in [
        Fault::AnswerLost,
        Fault::AnswerLostAndHidden,
        Fault::RequestLost,
        Fault::Outage,
        Fault::TooManyRequests,
        Fault::CallbackTwice,
        Fault::CallbackDropped,
        Fault::CallbackBeforeAnswer,
    ] {
        let sandbox = payments_sandbox::test().await.unwrap();
        sandbox.fails_next(fault);
        let armed = sandbox.control("GET", "faults", &Value::Null).unwrap();
        assert!(armed.as_array().unwrap().len() >= 4, "{fault:?}: {armed}");
    }
}
