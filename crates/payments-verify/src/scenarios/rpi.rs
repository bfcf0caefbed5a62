//! Ayoconnect RPI: tokens, recurring payment instructions, the amount of a charge.

use chrono::{NaiveDate, TimeDelta};
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
        does: "asks for an instruction that does not exist, and once with a wrong token",
        rupiah: 0,
        reads: true,
        play: play!(questions),
    },
    Scenario {
        name: "fixed",
        does: "asks a customer for permission to charge 50,000 rupiah each month from today, twice \
               under one id",
        rupiah: 50_000,
        reads: false,
        play: play!(fixed),
    },
    Scenario {
        name: "variable",
        does: "asks a customer for permission to charge up to 500,000 rupiah each month, and \
               changes the amount of the next charge",
        rupiah: 500_000,
        reads: false,
        play: play!(variable),
    },
    Scenario {
        name: "refused",
        does: "asks for instructions that must be refused: a small amount, missing members, \
               missing headers",
        rupiah: 50_000,
        reads: false,
        play: play!(refused),
    },
    Scenario {
        name: "ends",
        does: "lets customers reject an instruction, let one expire, and end an active one",
        rupiah: 500_000,
        reads: false,
        play: play!(ends),
    },
];

const BOUND: u64 = 60;

async fn token(stage: &mut Stage) {
    let body = json!({
        "client_id": stage.target.key("CLIENT_ID"),
        "client_secret": stage.target.key("CLIENT_SECRET"),
    });
    let draft = Draft::of("get_token")
        .query("grant_type", "client_credentials")
        .form(body)
        .auth(Auth::Absent);
    let answer = stage.send("token", draft).await;
    if let Some(token) = answer.get("accessToken").and_then(Value::as_str) {
        stage.learn(token);
    }
}

async fn questions(stage: &mut Stage) {
    let draft = get(stage, "0000000000000000", "00000000000000");
    stage.send("nobody", draft.clone()).await;
    stage.send("wrong_token", draft.auth(Auth::Wrong)).await;
}

async fn fixed(stage: &mut Stage) {
    let id = id(stage);
    let draft = create(stage, fixed_body(stage, &id));
    let made = stage.send("fixed_made", draft).await;
    let again = create(stage, fixed_body(stage, &id));
    stage.send("fixed_again", again).await;
    let Some((code, customer)) = named(&made) else {
        return;
    };
    let question = get(stage, &code, &customer);
    let is_found = |answer: &Value| answer.get("rpi").is_some();
    stage
        .ask_until_found("fixed_seen", &question, BOUND, is_found)
        .await;
    stage.customer("pay", &id).await;
    let question = get(stage, &code, &customer);
    stage.send("fixed_active", question).await;
    stage.moment().await;
}

async fn variable(stage: &mut Stage) {
    let id = id(stage);
    let body = variable_body(stage, &id);
    let draft = create(stage, body);
    let made = stage.send("variable_made", draft).await;
    let Some((code, customer)) = named(&made) else {
        return;
    };
    stage.customer("pay", &id).await;
    let question = get(stage, &code, &customer);
    stage.send("variable_active", question).await;
    for (name, amount, spelled) in [
        ("change", 25_000.0, ("25000.0", "25000.00")),
        ("change_again", 25_000.0, ("25000.0", "25000.00")),
        ("change_small", 1.0, ("1.0", "1.00")),
    ] {
        let body = json!({
            "transactionId": self::id(stage),
            "customerId": customer,
            "rpiCode": code,
            "amount": amount,
            "currency": "IDR",
            "date": written(today(stage) + TimeDelta::days(2)),
        });
        let draft = headed(stage, "update_bill_amount", body).spelled(spelled.0, spelled.1);
        stage.send(name, draft).await;
    }
    let without = json!({
        "transactionId": self::id(stage),
        "customerId": customer,
        "rpiCode": code,
        "amount": 25_000.0,
        "currency": "IDR",
    });
    let draft = headed(stage, "update_bill_amount", without).spelled("25000.0", "25000.00");
    stage.send("change_without_date", draft).await;
}

async fn refused(stage: &mut Stage) {
    for (name, member, value) in [
        ("small", "amount", json!(9_999)),
        ("least", "amount", json!(10_000)),
        ("without_phone", "phoneNumber", Value::Null),
        ("without_type", "subscriptionType", Value::Null),
        ("without_currency", "currency", Value::Null),
        ("without_schedule", "schedule", Value::Null),
        ("without_products", "productDetails", Value::Null),
        ("without_notification", "notificationRequired", Value::Null),
        ("long_bank", "bankCode", json!("0008")),
        ("bank", "bankCode", json!("008")),
        ("dollars", "currency", json!("USD")),
        ("short_id", "transactionId", json!("short")),
        ("month_name", "startDate", json!("")),
        ("info", "additionalInfo", json!([{"key": "contract"}])),
        (
            "notification",
            "notificationConfig",
            json!([{"channel": "SMS"}]),
        ),
    ] {
        let id = id(stage);
        let value = match name {
            "month_name" => {
                let day = today(stage) + TimeDelta::days(3);
                json!(day.format("%d-%b-%Y").to_string())
            }
            _ => value,
        };
        let draft = create(stage, fixed_body(stage, &id)).with(member, value);
        stage.send(name, draft).await;
    }
    for (name, header) in [
        ("without_correlation", "X-Correlation-ID"),
        ("without_merchant", "A-Merchant-Code"),
        ("without_channel", "A-Channel-ID"),
    ] {
        let id = id(stage);
        let mut draft = create(stage, fixed_body(stage, &id));
        draft.headers.retain(|(name, _)| *name != header);
        stage.send(name, draft).await;
    }
    // The deprecated name of the correlation id, beside the new one.
    let id = id(stage);
    let draft = create(stage, fixed_body(stage, &id));
    let same = draft
        .headers
        .iter()
        .find(|(name, _)| *name == "X-Correlation-ID");
    let same = same.map(|(_, value)| value.clone()).unwrap_or_default();
    stage
        .send("both_correlations", draft.header("A-Correlation-ID", same))
        .await;
}

async fn ends(stage: &mut Stage) {
    for (made, seen, action) in [
        ("rejected_made", "rejected", "decline"),
        ("expired_made", "expired", "expire"),
    ] {
        let id = id(stage);
        let draft = create(stage, fixed_body(stage, &id));
        let answer = stage.send(made, draft).await;
        let Some((code, customer)) = named(&answer) else {
            return;
        };
        stage.customer(action, &id).await;
        let question = get(stage, &code, &customer);
        stage.send(seen, question).await;
    }
    let id = id(stage);
    let draft = create(stage, variable_body(stage, &id));
    let answer = stage.send("ended_made", draft).await;
    let Some((code, customer)) = named(&answer) else {
        return;
    };
    stage.customer("pay", &id).await;
    stage.customer("cancel", &id).await;
    let question = get(stage, &code, &customer);
    stage.send("ended", question).await;
}

/// 32 letters and digits that nobody has used.
fn id(stage: &mut Stage) -> String {
    format!("{:0<32}", stage.reference())
}

fn today(stage: &Stage) -> NaiveDate {
    (stage.time() + TimeDelta::hours(7)).date_naive()
}

fn written(day: NaiveDate) -> String {
    day.format("%d-%m-%Y").to_string()
}

fn fixed_body(stage: &Stage, id: &str) -> Value {
    json!({
        "transactionId": id,
        "phoneNumber": "628000000001",
        "subscriptionType": 0,
        "amount": 50_000,
        "currency": "IDR",
        "schedule": {"intervalUnit": "MONTH", "interval": 1, "numberOfOccurrences": 12},
        "startDate": written(today(stage)),
        "productDetails": [{"name": "Premium plan", "code": "PLAN-1"}],
        "notificationRequired": "Y",
    })
}

fn variable_body(stage: &Stage, id: &str) -> Value {
    let mut body = fixed_body(stage, id);
    if let Value::Object(members) = &mut body {
        members.insert("subscriptionType".into(), json!(1));
        members.insert("maxBillAmount".into(), json!(500_000));
        members.remove("amount");
        let start = today(stage) + TimeDelta::days(2);
        members.insert("startDate".into(), json!(written(start)));
    }
    body
}

fn create(stage: &mut Stage, body: Value) -> Draft {
    headed(stage, "create_rpi", body)
}

/// With the headers of a write.
fn headed(stage: &mut Stage, operation: &'static str, body: Value) -> Draft {
    let correlation = id(stage);
    Draft::of(operation)
        .header("Accept", "application/json")
        .header("X-Correlation-ID", correlation)
        .header("A-Merchant-Code", stage.target.key("MERCHANT_CODE"))
        .header("A-Channel-ID", stage.target.key("CHANNEL_ID"))
        .body(body)
}

fn get(stage: &mut Stage, code: &str, customer: &str) -> Draft {
    let (correlation, transaction) = (id(stage), id(stage));
    Draft::of("get_rpi")
        .path("rpiCode", code)
        .query("transactionId", transaction)
        .query("customerId", customer)
        .query("merchantCode", stage.target.key("MERCHANT_CODE"))
        .header("Accept", "application/json")
        .header("X-Correlation-ID", correlation)
}

/// The ids of an instruction.
fn named(made: &Value) -> Option<(String, String)> {
    let text = |name: &str| made.get(name).and_then(Value::as_str).map(str::to_owned);
    Some((text("rpiCode")?, text("customerId")?))
}
