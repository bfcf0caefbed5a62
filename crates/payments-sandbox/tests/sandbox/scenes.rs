//! Scenes: a run that is saved, and played again.

use std::time::Duration;

use payments_sandbox::{Fault, InProcess, Sandbox, Settings};
use serde_json::{Value, json};

use crate::{
    bench::{Bench, Shop, basic, settings},
    ewallets::ovo,
};

/// What a request or a setting of `live` holds and nobody else may read.
const SECRETS: [&str; 8] = [
    "s3cret-key",
    "my-token",
    "my-digi-key",
    "my-client",
    "08123123123",
    "081377788899",
    "Sitiwati",
    "hook-secret",
];

/// Every provider takes it.
const REFERENCE: &str = "order000000000000000000000000007";

fn control(sandbox: &Sandbox, method: &str, path: &str, body: Value) -> Value {
    let answer = sandbox.control(method, path, &body);
    answer.unwrap_or_else(|why| panic!("{method} {path}: {why}"))
}

/// What has become of everything, but for names of accounts, which follow from keys.
fn state(show: impl Fn(&str) -> Value) -> Value {
    let without = |mut rows: Value| {
        for row in rows.as_array_mut().unwrap() {
            let members = row.as_object_mut().unwrap();
            // Addresses of this sandbox, what was signed, and what was taken out.
            for name in ["account", "page", "headers", "target", "body"] {
                members.remove(name);
            }
        }
        rows
    };
    ["payments", "ledger", "callbacks", "faults"]
        .map(|path| without(show(path)))
        .to_vec()
        .into()
}

fn secret(settings: Settings, shop: &Shop) -> Settings {
    settings
        .token("my-token")
        .digiswitch_key("my-digi-key")
        .callback_url("instamoney", &shop.url)
        .callback_url("fazz", format!("{}&key=hook-secret", shop.url))
        .callback_secret("digiswitch", "hook-secret")
        .callback_secret("fazz", "hook-secret")
}

fn lines_that_differ(one: &str, other: &str) -> Vec<(String, String)> {
    assert_eq!(one.lines().count(), other.lines().count());
    let pairs = one.lines().zip(other.lines());
    pairs
        .filter(|(one, other)| one != other)
        .map(|(one, other)| (one.to_owned(), other.to_owned()))
        .collect()
}

/// Two accounts, a lost answer, a token, a wrong one, signatures, persons, callbacks, days.
async fn live(bench: &Bench, shop: &Shop) {
    let sandbox = &bench.sandbox;
    sandbox.fails_next(Fault::AnswerLost);
    for end in ["s3cret-key", "other"] {
        let key = basic(&format!("xnd_development_{end}-my-token"));
        let headers = [
            ("authorization", &*key),
            ("content-type", "application/json"),
            ("cookie", "hook-secret"),
        ];
        for _ in 0..2 {
            let body = ovo("order-1", 20_000).to_string();
            let path = "/instamoney/ewallets";
            let _lost_once = bench.try_send("POST", path, &headers, body).await;
        }
    }
    for provider in ["ciputra", "digiswitch", "fazz", "rpi"] {
        for step in ["buy", "ask"] {
            let order = json!({"provider": provider, "step": step, "reference": REFERENCE});
            let shown = control(sandbox, "POST", "shop", order);
            assert!(shown["status"].as_u64().unwrap() < 300, "{provider}");
        }
    }
    let keys = [("api-key", "my-client"), ("api-secret", "hook-secret")];
    let token = bench.send("POST", "/ciputra/auth/token", &keys, "").await;
    let bearer = format!("Bearer {}", token.body["access_token"].as_str().unwrap());
    let charge = json!({
        "action": "charge", "paytype": "ewallet", "paycode": "gopay", "external_id": "order-9",
        "name": "Sitiwati", "phone": "081377788899", "refno": "0000000001", "amount": "30000",
        "description": {"text_1": "an order"}, "exptype": "D", "expval": "1",
        "send_email": "0", "send_sms": "0", "send_wa": "0", "notification_timing": "after",
        "callback_url": format!("{}&key=hook-secret", shop.url),
    });
    let path = "/ciputra/api/transaction";
    let json = ("content-type", "application/json");
    let headers = [("authorization", &*bearer), json];
    let made = bench.send("POST", path, &headers, charge.to_string()).await;
    assert_eq!(made.status, 200, "{made:?}");
    let wrong = [("authorization", "Bearer my-token-of-nobody"), json];
    let refused = bench.send("POST", path, &wrong, charge.to_string()).await;
    assert_eq!(refused.status, 401);
    let payments = control(sandbox, "GET", "payments", Value::Null);
    for payment in payments.as_array().unwrap() {
        let named = json!({
            "provider": payment["provider"], "reference": payment["reference"], "id": payment["id"],
        });
        control(sandbox, "POST", "payments/pay", named);
    }
    control(sandbox, "POST", "clock/advance", json!({"to": "midnight"}));
    control(sandbox, "POST", "clock/advance", json!({"seconds": 120}));
    let waits = || {
        let callbacks = control(sandbox, "GET", "callbacks", Value::Null);
        let mut callbacks = callbacks.as_array().unwrap().clone().into_iter();
        callbacks.any(|one| one["status"] == "waiting" || one["status"] == "in flight")
    };
    for _ in 0..500 {
        if !waits() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(!waits());
}

#[tokio::test]
async fn a_scene_played_again_comes_to_the_same_with_every_answer_the_same_to_the_byte() {
    for clock in [settings(), Settings::new().seed(3), Settings::new()] {
        let shop = Shop::open().await;
        let bench = Bench::with(secret(clock, &shop)).await;
        live(&bench, &shop).await;
        let scene = bench.sandbox.scene().unwrap();
        let received = shop.received_so_far();
        let again = InProcess::start(Settings::new().seed(99));
        again.play(&scene).unwrap();
        let differs = lines_that_differ(&again.scene().unwrap(), &scene);
        assert!(differs.is_empty(), "{differs:?}");
        let was = state(|path| control(&bench.sandbox, "GET", path, Value::Null));
        let is = state(|path| again.control("GET", path, &Value::Null).unwrap());
        assert_eq!(is, was);
        let notes = serde_json::from_str::<Value>(&scene).unwrap()["notes"].clone();
        assert_eq!(notes, json!([]), "what was taken out changed nothing");
        // Whoever plays a scene tells nobody that something was paid.
        assert_eq!(shop.received_so_far(), received);
    }
}

#[tokio::test]
async fn a_scene_holds_no_secret_and_no_person() {
    let shop = Shop::open().await;
    let bench = Bench::with(secret(settings(), &shop)).await;
    live(&bench, &shop).await;
    let scene = bench.sandbox.scene().unwrap();
    for secret in SECRETS {
        assert!(!scene.contains(secret), "{secret} in {scene}");
        for padded in [
            secret.to_owned(),
            format!("a{secret}"),
            format!("ab{secret}"),
        ] {
            let encoded = basic(&padded);
            let inner: String = encoded.chars().skip(10).take(8).collect();
            assert!(!scene.contains(&inner), "{secret} in {scene}");
        }
    }
    assert!(scene.contains("order-1") && scene.contains(REFERENCE));
}

#[tokio::test]
async fn what_is_no_scene_and_what_was_answered_otherwise_is_said() {
    let bench = Bench::start().await;
    bench.create("2020-02-01", ovo("order-1", 20_000)).await;
    let scene = bench.sandbox.scene().unwrap();
    let changed = scene.replacen("order-1", "order-2", 1);
    let why = bench.sandbox.play(&changed).unwrap_err();
    assert!(why.starts_with("step 1 was answered HTTP 200 ("), "{why}");
    for text in ["", "[]", "{}", r#"{"scene": 2}"#, r#"{"scene": 1}"#] {
        assert!(bench.sandbox.play(text).is_err(), "{text}");
    }
    let cut = scene.replacen("\"at\": 0", "\"at\": \"now\"", 1);
    let why = bench.sandbox.play(&cut).unwrap_err();
    assert_eq!(why, "step 1 of the scene cannot be read");
}

#[tokio::test]
async fn a_reset_begins_another_scene_and_without_a_log_there_is_none() {
    let bench = Bench::start().await;
    bench.create("2020-02-01", ovo("order-1", 20_000)).await;
    bench.control("POST", "reset", Value::Null).await;
    bench.create("2020-02-01", ovo("order-2", 20_000)).await;
    let scene = bench.sandbox.scene().unwrap();
    assert!(!scene.contains("order-1") && scene.contains("order-2"));
    InProcess::start(Settings::new()).play(&scene).unwrap();
    let silent = Bench::with(settings().log(false)).await;
    let why = silent.sandbox.scene().unwrap_err();
    assert!(why.contains("no log"), "{why}");
}

#[tokio::test]
async fn whoever_follows_hears_of_a_scene_that_is_played_and_goes_on_from_it() {
    let bench = Bench::start().await;
    bench.create("2020-02-01", ovo("order-1", 20_000)).await;
    let scene = bench.sandbox.scene().unwrap();
    for _ in 0..5 {
        bench.get("OVO", "order-1").await;
    }
    let before = bench.show("story").await["newest"].as_u64().unwrap();
    bench.sandbox.play(&scene).unwrap();
    let story = bench.show(&format!("story?after={before}")).await;
    let last = story["entries"].as_array().unwrap().last().unwrap();
    assert_eq!(last["what"], "POST scene");
    assert!(story["newest"].as_u64().unwrap() > before);
    bench.advance(61).await;
    let payments = bench.show("payments").await;
    assert_eq!(payments[0]["status"], "FAILED");
    bench.sandbox.play(&bench.sandbox.scene().unwrap()).unwrap();
    assert_eq!(bench.show("payments").await[0]["status"], "FAILED");
}
