//! The merchant that the page has.

use serde_json::{Value, json};

use crate::bench::{Bench, settings, specified};

#[tokio::test]
async fn the_shop_buys_and_asks_at_every_provider_and_the_customer_pays() {
    let bench = Bench::with(settings().token("t").digiswitch_key("k")).await;
    let control =
        |method: &str, path: &str, body: Value| bench.sandbox.control(method, path, &body).unwrap();
    for provider in specified() {
        let order = json!({"provider": provider, "step": "buy"});
        let bought = control("POST", "shop", order);
        assert!(
            bought["status"].as_u64().unwrap() < 300,
            "{provider} {bought}"
        );
        let reference = bought["reference"].as_str().unwrap();
        control(
            "POST",
            &format!("payments/{provider}/{reference}/pay"),
            json!({}),
        );
        let question = json!({"provider": provider, "step": "ask", "reference": reference});
        let asked = control("POST", "shop", question);
        assert_eq!(asked["status"], 200, "{provider}");
        let story = control("GET", "story", json!({}));
        let last = story["entries"].as_array().unwrap().iter().rev();
        let last = last
            .clone()
            .find(|entry| entry["kind"] == "exchange")
            .unwrap();
        assert_eq!(last["reference"], reference, "{last}");
        assert_eq!(last["meaning"]["outcome"], "answered", "{last}");
        let setup = control("GET", "setup", json!({}));
        let setup = setup["providers"].as_array().unwrap().iter();
        let mut of = setup.filter(|one| one["provider"] == *provider);
        assert_eq!(last["account"], of.next().unwrap()["account"], "{last}");
    }
}

#[tokio::test]
async fn a_mandate_whose_answer_was_lost_is_asked_for_once_a_charge_has_named_it() {
    let bench = Bench::start().await;
    let lost = json!({"provider": "rpi", "operation": "create", "fault": "reset_after_commit"});
    bench.fault(lost).await;
    let order = json!({"provider": "rpi", "step": "buy"});
    let bought = bench.control("POST", "shop", order).await.body;
    assert_eq!(bought["lost"], true);
    let reference = bought["reference"].as_str().unwrap();
    let question = json!({"provider": "rpi", "step": "ask", "reference": reference});
    let blind = bench.control("POST", "shop", question.clone()).await;
    assert_eq!(blind.status, 409);
    let why = blind.body["error"].as_str().unwrap();
    assert!(why.contains("rpiCode"), "{why}");
    bench.act("rpi", reference, "pay").await;
    let midnight = json!({"to": "midnight"});
    bench.control("POST", "clock/advance", midnight).await;
    let asked = bench.control("POST", "shop", question).await;
    assert_eq!((asked.status, &asked.body["status"]), (200, &json!(200)));
}

#[tokio::test]
async fn what_the_shop_cannot_do_is_refused() {
    let bench = Bench::start().await;
    for (order, status) in [
        (json!({"provider": "instamoney", "step": "sell"}), 400),
        (json!({"provider": "nobody", "step": "buy"}), 404),
        (json!({"provider": "rpi", "step": "ask"}), 409),
    ] {
        let refused = bench.control("POST", "shop", order).await;
        assert_eq!(refused.status, status);
    }
}

#[tokio::test]
async fn the_set_up_names_every_provider_with_its_base_url() {
    let bench = Bench::start().await;
    let setup = bench.show("setup").await;
    for provider in setup["providers"].as_array().unwrap() {
        let variables = provider["variables"].as_array().unwrap();
        let base = format!(
            "{}_BASE_URL",
            provider["provider"].as_str().unwrap().to_uppercase()
        );
        assert_eq!(
            variables[0],
            json!({"name": base, "value": provider["base_url"]})
        );
    }
}
