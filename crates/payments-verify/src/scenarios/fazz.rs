//! Fazz: `/payments` and `/payment_methods`. The test mode has a host of its own, and plays the
//! customer by tasks.

use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};

use super::{Scenario, padded, play};
use crate::{
    draft::{Auth, Draft},
    stage::Stage,
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "questions",
        does: "asks for payments that do not exist, and once with a wrong key",
        rupiah: 0,
        reads: true,
        play: play!(questions),
    },
    Scenario {
        name: "outlet",
        does: "asks for money at Alfamart, twice under one reference, pays and settles it by the \
               tasks of the test mode",
        rupiah: 200_000,
        reads: false,
        play: play!(outlet),
    },
    Scenario {
        name: "methods",
        does: "asks for money by virtual account, QRIS, ShopeePay and OVO, and cancels one account",
        rupiah: 20_000,
        reads: false,
        play: play!(methods),
    },
    Scenario {
        name: "outlet-limits",
        does: "asks for the least and the most at Alfamart and Indomaret, and one rupiah beyond",
        rupiah: 5_000_001,
        reads: false,
        play: play!(outlet_limits),
    },
    Scenario {
        name: "limits",
        does: "asks for the least and the most by the other methods, and one rupiah beyond",
        rupiah: 100_000_001,
        reads: false,
        play: play!(limits),
    },
    Scenario {
        name: "forms",
        does: "makes payments with long and odd references, names and suffixes",
        rupiah: 20_000,
        reads: false,
        play: play!(forms),
    },
    Scenario {
        name: "expiry",
        does: "lets a payment by QRIS expire within two seconds",
        rupiah: 20_000,
        reads: false,
        play: play!(expiry),
    },
    Scenario {
        name: "static",
        does: "makes a virtual account and a QRIS code that stay, and pays 20,000 to each by the \
               tasks of the test mode",
        rupiah: 20_000,
        reads: false,
        play: play!(staying),
    },
];

const BOUND: u64 = 60;

async fn questions(stage: &mut Stage) {
    let nobody = stage.reference();
    stage.send("nobody", list(&nobody)).await;
    stage
        .send("wrong_key", list(&nobody).auth(Auth::Wrong))
        .await;
    let id = "contract_00000000000000000000000000000000";
    stage.send("nobody_by_id", get(id)).await;
}

async fn outlet(stage: &mut Stage) {
    let reference = stage.reference();
    let draft = pay(at_outlet(&reference, "ALFAMART", 100_000));
    let made = stage.send("outlet_made", draft.clone()).await;
    let is_found = |answer: &Value| answer.pointer("/data/0").is_some();
    stage
        .ask_until_found("outlet_listed", &list(&reference), BOUND, is_found)
        .await;
    stage.send("outlet_listed_again", list(&reference)).await;
    let page = Draft::of("list_payments")
        .query("page[number]", "1")
        .query("page[size]", "1")
        .query("sort", "-createdAt");
    stage.send("page", page).await;
    let yesterday = stage.time() - TimeDelta::days(1);
    let tomorrow = stage.time() + TimeDelta::days(1);
    let filtered = list(&reference)
        .query("filter[createdAfter]", written(yesterday))
        .query("filter[createdBefore]", written(tomorrow))
        .query("filter[status]", "pending");
    stage.send("filtered", filtered).await;
    stage.send("outlet_again", draft).await;
    let other = pay(at_outlet(&reference, "ALFAMART", 200_000));
    stage.send("outlet_again_other", other).await;
    let Some(id) = id(&made) else { return };
    stage.send("outlet_seen", get(&id)).await;
    stage.send("outlet_cancel", task(&id, "cancel")).await;
    stage.send("receive", task(&id, "receive_payment")).await;
    stage.moment().await;
    stage.send("outlet_paid", get(&id)).await;
    stage.send("settle", task(&id, "settle")).await;
    stage.moment().await;
    stage.send("outlet_settled", get(&id)).await;
}

async fn methods(stage: &mut Stage) {
    let reference = stage.reference();
    let made = stage
        .send("va_made", pay(by_account(&reference, 20_000)))
        .await;
    if let Some(id) = id(&made) {
        stage.send("va_cancel", task(&id, "cancel")).await;
        stage.send("va_cancelled", get(&id)).await;
    }
    let reference = stage.reference();
    let made = stage
        .send("va_paid_made", pay(by_account(&reference, 20_000)))
        .await;
    if let Some(id) = id(&made) {
        stage.send("receive_va", task(&id, "receive_payment")).await;
        stage.moment().await;
    }
    let reference = stage.reference();
    stage
        .send("qris_made", pay(by_qris(&reference, 20_000)))
        .await;
    for (name, wallet) in [("shopeepay_made", "SHOPEEPAY"), ("ovo_made", "OVO")] {
        let reference = stage.reference();
        let draft = pay(by_wallet(&reference, wallet, 20_000));
        stage.send(name, draft).await;
    }
}

async fn outlet_limits(stage: &mut Stage) {
    for (name, outlet, amount) in [
        ("alfamart_below", "ALFAMART", 14_999),
        ("alfamart_least", "ALFAMART", 15_000),
        ("alfamart_most", "ALFAMART", 2_500_000),
        ("alfamart_above", "ALFAMART", 2_500_001),
        ("indomaret_below", "INDOMARET", 9_999),
        ("indomaret_least", "INDOMARET", 10_000),
        ("indomaret_most", "INDOMARET", 5_000_000),
        ("indomaret_above", "INDOMARET", 5_000_001),
    ] {
        let reference = stage.reference();
        let draft = pay(at_outlet(&reference, outlet, amount));
        stage.send(name, draft).await;
    }
}

async fn limits(stage: &mut Stage) {
    for (name, amount) in [
        ("va_below", 9_999),
        ("va_least", 10_000),
        ("va_most", 100_000_000),
        ("va_above", 100_000_001),
    ] {
        let reference = stage.reference();
        stage.send(name, pay(by_account(&reference, amount))).await;
    }
    for (name, amount) in [
        ("qris_below", 1_499),
        ("qris_least", 1_500),
        ("qris_most", 5_000_000),
        ("qris_above", 5_000_001),
    ] {
        let reference = stage.reference();
        stage.send(name, pay(by_qris(&reference, amount))).await;
    }
    for (name, amount) in [
        ("shopeepay_least", 1),
        ("shopeepay_most", 10_000_000),
        ("shopeepay_above", 10_000_001),
    ] {
        let reference = stage.reference();
        let draft = pay(by_wallet(&reference, "SHOPEEPAY", amount));
        stage.send(name, draft).await;
    }
}

async fn forms(stage: &mut Stage) {
    let longest = padded(&stage.reference(), 255);
    let too_long = padded(&stage.reference(), 256);
    let odd = format!("{}/#&=+", stage.reference());
    for (name, reference) in [
        ("longest", longest),
        ("too_long", too_long),
        ("odd_reference", odd),
    ] {
        stage.send(name, pay(by_qris(&reference, 20_000))).await;
    }
    for (name, options) in [
        ("va_long_name", json!({"displayName": "N".repeat(24)})),
        ("va_too_long_name", json!({"displayName": "N".repeat(25)})),
        (
            "va_long_suffix",
            json!({"displayName": "Toko", "suffixNo": "123456789"}),
        ),
    ] {
        let reference = stage.reference();
        let mut attributes = by_account(&reference, 20_000);
        let mut options = options;
        set(&mut options, "bankShortCode", json!("BNI"));
        set(&mut attributes, "paymentMethodOptions", options);
        stage.send(name, pay(attributes)).await;
    }
    let reference = stage.reference();
    let mut attributes = at_outlet(&reference, "ALFAMART", 20_000);
    let options = json!({"retailOutletName": "ALFAMART"});
    set(&mut attributes, "paymentMethodOptions", options);
    stage.send("outlet_without_name", pay(attributes)).await;
    let reference = stage.reference();
    let mut attributes = at_outlet(&reference, "ALFAMART", 20_000);
    set(&mut attributes, "currency", Value::Null);
    stage.send("outlet_without_currency", pay(attributes)).await;
}

async fn expiry(stage: &mut Stage) {
    let reference = stage.reference();
    let mut attributes = by_qris(&reference, 20_000);
    let soon = stage.time() + TimeDelta::seconds(3);
    set(&mut attributes, "expiredAt", json!(written(soon)));
    let made = stage.send("expiry_made", pay(attributes)).await;
    if let Some(id) = id(&made) {
        stage.wait(5).await;
        stage.send("expired", get(&id)).await;
    }
}

async fn staying(stage: &mut Stage) {
    let reference = stage.reference();
    let attributes = json!({
        "referenceId": reference,
        "bankShortCode": "BRI",
        "displayName": "Toko Satu",
    });
    let draft = Draft::of("create_virtual_account").body(enveloped(attributes));
    let made = stage.send("static_va_made", draft).await;
    let received = json!({"action": "receive_payment", "options": {"amount": 20_000}});
    if let Some(id) = id(&made) {
        let of = |operation| Draft::of(operation).path("id", &*id);
        stage
            .send("static_va_seen", of("get_virtual_account"))
            .await;
        let task = of("create_virtual_account_task").body(enveloped(received.clone()));
        stage.send("static_va_task", task).await;
        stage.moment().await;
        let payments = of("list_virtual_account_payments");
        stage.send("static_va_payments", payments).await;
    }
    let reference = stage.reference();
    let attributes = json!({"referenceId": reference, "displayName": "Toko Satu"});
    let draft = Draft::of("create_qris").body(enveloped(attributes));
    let made = stage.send("static_qris_made", draft).await;
    if let Some(id) = id(&made) {
        let of = |operation| Draft::of(operation).path("id", &*id);
        stage.send("static_qris_seen", of("get_qris")).await;
        let task = of("create_qris_task").body(enveloped(received));
        stage.send("static_qris_task", task).await;
        stage.moment().await;
        stage
            .send("static_qris_payments", of("list_qris_payments"))
            .await;
    }
}

fn enveloped(attributes: Value) -> Value {
    json!({"data": {"attributes": attributes}})
}

fn pay(attributes: Value) -> Draft {
    Draft::of("create_payment").body(enveloped(attributes))
}

fn get(id: &str) -> Draft {
    Draft::of("get_payment").path("id", id)
}

fn list(reference: &str) -> Draft {
    Draft::of("list_payments").query("filter[referenceId]", reference)
}

fn task(id: &str, action: &str) -> Draft {
    Draft::of("create_payment_task")
        .path("id", id)
        .body(enveloped(json!({"action": action})))
}

fn at_outlet(reference: &str, outlet: &str, amount: u64) -> Value {
    json!({
        "paymentMethodType": "retail_outlet",
        "amount": amount,
        "currency": "IDR",
        "referenceId": reference,
        "paymentMethodOptions": {"retailOutletName": outlet, "displayName": "Toko Satu"},
    })
}

fn by_account(reference: &str, amount: u64) -> Value {
    json!({
        "paymentMethodType": "virtual_bank_account",
        "amount": amount,
        "currency": "IDR",
        "referenceId": reference,
        "paymentMethodOptions": {"bankShortCode": "BNI", "displayName": "Toko Satu"},
    })
}

fn by_qris(reference: &str, amount: u64) -> Value {
    json!({
        "paymentMethodType": "qris",
        "amount": amount,
        "currency": "IDR",
        "referenceId": reference,
        "paymentMethodOptions": {"displayName": "Toko Satu"},
    })
}

fn by_wallet(reference: &str, wallet: &str, amount: u64) -> Value {
    json!({
        "paymentMethodType": "e-wallet",
        "amount": amount,
        "currency": "IDR",
        "referenceId": reference,
        "paymentMethodOptions": {
            "providerCode": wallet,
            "afterSettlementReturnUrl": "https://example.com/thanks",
        },
    })
}

fn id(made: &Value) -> Option<String> {
    made.pointer("/data/id")?.as_str().map(str::to_owned)
}

fn set(members: &mut Value, name: &str, value: Value) {
    if let Value::Object(members) = members {
        match value {
            Value::Null => members.remove(name),
            value => members.insert(name.to_owned(), value),
        };
    }
}

fn written(at: chrono::DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
