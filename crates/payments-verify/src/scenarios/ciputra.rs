//! Ciputra Life: tokens, orders, cancellations, registrations.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{Scenario, play};
use crate::{
    draft::{Auth, Draft},
    stage::Stage,
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "token",
        does: "asks for a token",
        rupiah: 0,
        reads: true,
        play: play!(token),
    },
    Scenario {
        name: "questions",
        does: "asks for an order and a registration that do not exist, and once with a wrong token",
        rupiah: 0,
        reads: true,
        play: play!(questions),
    },
    Scenario {
        name: "order",
        does: "asks for money by virtual account, twice under one reference",
        rupiah: 20_000,
        reads: false,
        play: play!(order),
    },
    Scenario {
        name: "methods",
        does: "makes an order by each kind of method",
        rupiah: 20_000,
        reads: false,
        play: play!(methods),
    },
    Scenario {
        name: "cancel",
        does: "makes an order by virtual account and one by QRIS, and cancels both",
        rupiah: 20_000,
        reads: false,
        play: play!(cancel),
    },
    Scenario {
        name: "forms",
        does: "makes orders with other forms of amounts, references, times and bodies",
        rupiah: 20_000,
        reads: false,
        play: play!(forms),
    },
    Scenario {
        name: "ends",
        does: "lets an order expire after a minute, and another one fail",
        rupiah: 20_000,
        reads: false,
        play: play!(ends),
    },
];

const BOUND: u64 = 60;

async fn token(stage: &mut Stage) {
    let draft = Draft::of("get_token")
        .header("api-key", stage.target.key("API_KEY"))
        .header("api-secret", stage.target.key("API_SECRET"))
        .auth(Auth::Absent);
    let answer = stage.send("token", draft).await;
    if let Some(token) = answer.get("access_token").and_then(Value::as_str) {
        stage.learn(token);
    }
}

async fn questions(stage: &mut Stage) {
    let nobody = stage.reference();
    stage.send("nobody", get(&nobody)).await;
    stage
        .send("wrong_token", get(&nobody).auth(Auth::Wrong))
        .await;
    let registration = Draft::of("get_registration").path("external_id", &*nobody);
    stage.send("registration_nobody", registration).await;
}

async fn order(stage: &mut Stage) {
    let reference = stage.reference();
    let draft = make(stage, &reference, "va", "bca");
    stage.send("made", draft.clone()).await;
    let is_found = |answer: &Value| answer.pointer("/data/status").is_some();
    stage
        .ask_until_found("seen", &get(&reference), BOUND, is_found)
        .await;
    stage.send("again", draft).await;
    stage.customer("pay", &reference).await;
    stage.send("paid", get(&reference)).await;
}

async fn methods(stage: &mut Stage) {
    for (name, paytype, paycode) in [
        ("any_made", "all", "all"),
        ("card_made", "cc", "credit_card"),
        ("wallet_made", "ewallet", "gopay"),
        ("outlet_made", "otc", "alfamart"),
        ("qris_made", "qris", "all"),
        ("cimb_made", "ib", "cimb_niaga"),
        ("jenius_made", "ib", "jenius"),
    ] {
        let reference = stage.reference();
        let draft = make(stage, &reference, paytype, paycode);
        stage.send(name, draft).await;
    }
}

async fn cancel(stage: &mut Stage) {
    for (made, cancelled, seen, paytype, paycode) in [
        ("cancel_made", "cancel", "cancelled", "va", "bca"),
        (
            "cancel_qris_made",
            "cancel_qris",
            "cancelled_qris",
            "qris",
            "all",
        ),
    ] {
        let reference = stage.reference();
        let draft = make(stage, &reference, paytype, paycode);
        stage.send(made, draft).await;
        let draft = Draft::of("cancel_transaction")
            .body(json!({"action": "cancel", "external_id": reference}));
        stage.send(cancelled, draft).await;
        stage.moment().await;
        stage.send(seen, get(&reference)).await;
    }
}

async fn forms(stage: &mut Stage) {
    let reference = stage.reference();
    let least = make(stage, &reference, "va", "bca").with("amount", "1");
    stage.send("least", least).await;
    let reference = stage.reference();
    let half = make(stage, &reference, "va", "bca").with("amount", "20000.5");
    stage.send("half", half).await;
    let longest = format!("{:-<64}", format!("{}_", stage.reference()));
    stage
        .send("longest", make(stage, &longest, "va", "bca"))
        .await;
    stage.send("longest_seen", get(&longest)).await;
    let reference = stage.reference();
    let tomorrow = stage.time() + TimeDelta::days(2);
    let day = tomorrow.format("%Y-%m-%d").to_string();
    let until = make(stage, &reference, "va", "bca")
        .with("exptype", "SD")
        .with("expval", day);
    stage.send("until_day", until).await;
    let reference = stage.reference();
    let abroad = make(stage, &reference, "va", "bca").with("phone", "+6591234567");
    stage.send("abroad", abroad).await;
    let reference = stage.reference();
    let mut form = make(stage, &reference, "va", "bca");
    form.is_form = true;
    stage.send("as_form", form).await;
}

async fn ends(stage: &mut Stage) {
    let reference = stage.reference();
    let draft = make(stage, &reference, "va", "bca")
        .with("exptype", "M")
        .with("expval", "1");
    stage.send("expiry_made", draft).await;
    stage.wait(70).await;
    stage.moment().await;
    stage.send("expired", get(&reference)).await;
    let reference = stage.reference();
    stage
        .send("failing_made", make(stage, &reference, "va", "bca"))
        .await;
    stage.customer("decline", &reference).await;
    stage.send("failed", get(&reference)).await;
}

fn get(reference: &str) -> Draft {
    Draft::of("get_transaction").path("external_id", reference)
}

fn make(stage: &Stage, reference: &str, paytype: &str, paycode: &str) -> Draft {
    Draft::of("create_transaction").body(json!({
        "action": "charge",
        "paytype": paytype,
        "paycode": paycode,
        "external_id": reference,
        "name": "Toko Satu",
        "email": "customer@example.com",
        "phone": "080000000001",
        "description": {"text_1": "Tea"},
        "amount": "20000",
        "redirect_url": "https://example.com/thanks",
        "callback_url": stage.callback_url(),
    }))
}
