//! Instamoney: `/ewallets` and `/ewallets/charges`. One host; the key tells test from live.

use serde_json::{Value, json};

use super::{Scenario, padded, play};
use crate::{
    draft::{Auth, Draft},
    stage::Stage,
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "questions",
        does: "asks for a payment and a charge that do not exist, and once with a wrong key",
        rupiah: 0,
        reads: true,
        play: play!(questions),
    },
    Scenario {
        name: "ovo",
        does: "asks an OVO customer of the test mode for money, twice under one reference, and \
               tries references and phone numbers that should be refused",
        rupiah: 80_001,
        reads: false,
        play: play!(ovo),
    },
    Scenario {
        name: "ovo-limits",
        does: "asks an OVO customer for 0, 1, 10,000,000 and 10,000,001 rupiah",
        rupiah: 10_000_001,
        reads: false,
        play: play!(ovo_limits),
    },
    Scenario {
        name: "ovo-2019",
        does: "makes OVO payments by version 2019-02-04 fail with the amounts of the test mode",
        rupiah: 80_001,
        reads: false,
        play: play!(ovo_2019),
    },
    Scenario {
        name: "dana",
        does: "asks for money by DANA, twice under one reference, once until a time without a zone",
        rupiah: 20_000,
        reads: false,
        play: play!(dana),
    },
    Scenario {
        name: "linkaja",
        does: "asks for money by LinkAja, twice under one reference, once without items",
        rupiah: 20_000,
        reads: false,
        play: play!(linkaja),
    },
    Scenario {
        name: "charges",
        does: "makes charges of ShopeePay and OVO, repeats one, and makes some that should be \
               refused",
        rupiah: 20_000,
        reads: false,
        play: play!(charges),
    },
    Scenario {
        name: "charge-failures",
        does: "makes charges that fail, with the amounts of the test mode",
        rupiah: 20_110,
        reads: false,
        play: play!(charge_failures),
    },
    Scenario {
        name: "void",
        does: "gives a paid charge of ShopeePay back on the same day",
        rupiah: 20_000,
        reads: false,
        play: play!(void),
    },
];

const PHONE: &str = "08123123123";

const BOUND: u64 = 120;

async fn questions(stage: &mut Stage) {
    let nobody = stage.reference();
    stage.send("nobody", get(&nobody, "OVO")).await;
    let without_wallet = Draft::of("get_ewallet_payment").query("external_id", &*nobody);
    stage.send("without_wallet", without_wallet).await;
    let wrong_key = get(&nobody, "OVO").auth(Auth::Wrong);
    stage.send("wrong_key", wrong_key).await;
    let nobody = "ewc_00000000-0000-4000-8000-000000000000";
    stage.send("charge_nobody", get_charge(nobody)).await;
}

async fn ovo(stage: &mut Stage) {
    let reference = stage.reference();
    let draft = create_ovo(&reference, 80_001);
    stage.send("ovo_made", draft.clone()).await;
    let is_found = |answer: &Value| answer.get("status").is_some();
    stage
        .ask_until_found("ovo_seen", &get(&reference, "OVO"), BOUND, is_found)
        .await;
    stage.send("ovo_again", draft).await;
    stage.customer("pay", &reference).await;
    stage.send("ovo_paid", get(&reference, "OVO")).await;
    stage
        .send("ovo_again_paid", create_ovo(&reference, 80_001))
        .await;

    let reference = stage.reference();
    stage
        .send("ovo_declined_made", create_ovo(&reference, 4_030))
        .await;
    stage.moment().await;
    stage.send("ovo_declined", get(&reference, "OVO")).await;
    stage
        .send("ovo_again_declined", create_ovo(&reference, 80_001))
        .await;

    let hyphen = format!("{}-1", stage.reference());
    stage.send("ovo_hyphen", create_ovo(&hyphen, 80_001)).await;
    let underscore = format!("{}_1", stage.reference());
    stage
        .send("ovo_underscore", create_ovo(&underscore, 80_001))
        .await;
    let longest = padded(&stage.reference(), 50);
    stage
        .send("ovo_longest", create_ovo(&longest, 80_001))
        .await;
    let too_long = padded(&stage.reference(), 51);
    stage
        .send("ovo_too_long", create_ovo(&too_long, 80_001))
        .await;
    for (name, phone) in [
        ("ovo_phone_short", "081231231"),
        ("ovo_phone_long", "08123456789012"),
        ("ovo_phone_foreign", "+628123123123"),
    ] {
        let reference = stage.reference();
        let draft = create_ovo(&reference, 80_001).with("phone", phone);
        stage.send(name, draft).await;
    }
}

async fn ovo_limits(stage: &mut Stage) {
    for (name, amount) in [
        ("ovo_zero", 0),
        ("ovo_least", 1),
        ("ovo_most", 10_000_000),
        ("ovo_above", 10_000_001),
    ] {
        let reference = stage.reference();
        stage.send(name, create_ovo(&reference, amount)).await;
    }
    let reference = stage.reference();
    let half = create_ovo(&reference, 80_001).with("amount", 80_001.5);
    stage.send("ovo_half", half).await;
}

async fn ovo_2019(stage: &mut Stage) {
    let reference = stage.reference();
    let draft = |reference: &str, amount| {
        create_ovo(reference, amount).header("X-API-VERSION", "2019-02-04")
    };
    for (name, amount) in [
        ("ovo_2019_unauthorised", 4_000),
        ("ovo_2019_sending", 4_020),
        ("ovo_2019_declined", 4_030),
        ("ovo_2019_external", 5_000),
    ] {
        stage.send(name, draft(&reference, amount)).await;
    }
    stage.send("ovo_2019_made", draft(&reference, 80_001)).await;
    stage
        .send("ovo_2019_again", draft(&reference, 80_001))
        .await;
    stage.send("ovo_2019_seen", get(&reference, "OVO")).await;
    // None of the amounts that the test mode knows.
    let reference = stage.reference();
    stage
        .send("ovo_2019_other", draft(&reference, 12_345))
        .await;
}

async fn dana(stage: &mut Stage) {
    let reference = stage.reference();
    let draft = create_dana(stage, &reference);
    stage.send("dana_made", draft.clone()).await;
    let is_found = |answer: &Value| answer.get("status").is_some();
    stage
        .ask_until_found("dana_seen", &get(&reference, "DANA"), BOUND, is_found)
        .await;
    stage.send("dana_again", draft).await;
    stage.customer("pay", &reference).await;
    stage.send("dana_paid", get(&reference, "DANA")).await;

    let reference = stage.reference();
    let naive = stage.time() + chrono::TimeDelta::hours(20);
    let naive = naive.format("%Y-%m-%dT%H:%M:%S").to_string();
    let draft = create_dana(stage, &reference).with("expiration_date", naive);
    stage.send("dana_naive_made", draft).await;
    stage.send("dana_naive", get(&reference, "DANA")).await;
    stage.customer("expire", &reference).await;
    stage.send("dana_expired", get(&reference, "DANA")).await;
    let draft = create_dana(stage, &reference);
    stage.send("dana_again_expired", draft).await;
}

async fn linkaja(stage: &mut Stage) {
    let reference = stage.reference();
    let draft = create_linkaja(stage, &reference);
    stage.send("linkaja_made", draft.clone()).await;
    let is_found = |answer: &Value| answer.get("status").is_some();
    stage
        .ask_until_found("linkaja_seen", &get(&reference, "LINKAJA"), BOUND, is_found)
        .await;
    stage.send("linkaja_again", draft).await;
    stage.customer("pay", &reference).await;
    stage.send("linkaja_paid", get(&reference, "LINKAJA")).await;
    let items = [
        ("linkaja_no_items", json!([])),
        ("linkaja_without_items", Value::Null),
    ];
    for (name, items) in items {
        let reference = stage.reference();
        let draft = create_linkaja(stage, &reference).with("items", items);
        stage.send(name, draft).await;
    }
    let reference = stage.reference();
    stage
        .send("linkaja_declined_made", create_linkaja(stage, &reference))
        .await;
    stage.customer("decline", &reference).await;
    stage
        .send("linkaja_declined", get(&reference, "LINKAJA"))
        .await;
}

async fn charges(stage: &mut Stage) {
    let reference = stage.reference();
    let draft = create_charge(stage, &reference, 20_000);
    let made = stage.send("charge_made", draft.clone()).await;
    let Some(id) = made.get("id").and_then(Value::as_str) else {
        return;
    };
    let is_found = |answer: &Value| answer.get("status").is_some();
    stage
        .ask_until_found("charge_seen", &get_charge(id), BOUND, is_found)
        .await;
    stage.send("charge_again", draft).await;
    stage.customer("pay", &reference).await;
    stage.send("charge_paid", get_charge(id)).await;

    let reference = stage.reference();
    stage
        .send("charge_least", create_charge(stage, &reference, 1))
        .await;
    let longest = padded(&stage.reference(), 255);
    stage
        .send("charge_longest", create_charge(stage, &longest, 20_000))
        .await;
    let too_long = padded(&stage.reference(), 256);
    stage
        .send("charge_too_long", create_charge(stage, &too_long, 20_000))
        .await;
    let reference = stage.reference();
    let foreign = create_charge(stage, &reference, 20_000).with("currency", "USD");
    stage.send("charge_foreign", foreign).await;
    let reference = stage.reference();
    let linked = create_charge(stage, &reference, 20_000)
        .with("checkout_method", "TOKENIZED_PAYMENT")
        .with(
            "payment_method_id",
            "pm-00000000-0000-4000-8000-000000000000",
        );
    stage.send("charge_linked", linked).await;
    let reference = stage.reference();
    let phone = create_ovo_charge(stage, &reference, 20_000).with(
        "channel_properties",
        json!({"mobile_number": "08123123123"}),
    );
    stage.send("charge_phone", phone).await;
    let reference = stage.reference();
    let as_text = create_charge(stage, &reference, 20_000).with("basket", json!([item()]));
    stage.send("charge_basket", as_text).await;
}

async fn charge_failures(stage: &mut Stage) {
    for (name, amount) in [
        ("charge_not_activated", 10_100),
        ("charge_unavailable", 10_101),
        ("charge_server_error", 10_102),
    ] {
        let reference = stage.reference();
        let draft = create_charge(stage, &reference, amount);
        stage.send(name, draft).await;
    }
    for (made, failed, amount) in [
        ("charge_blocked_made", "charge_blocked", 20_103),
        ("charge_credentials_made", "charge_credentials", 20_104),
        ("charge_declined_made", "charge_declined", 20_105),
        ("charge_details_made", "charge_details", 20_106),
        ("charge_limit_made", "charge_limit", 20_107),
        ("charge_balance_made", "charge_balance", 20_110),
    ] {
        let reference = stage.reference();
        let draft = create_charge(stage, &reference, amount);
        let made = stage.send(made, draft).await;
        let Some(id) = made.get("id").and_then(Value::as_str) else {
            continue;
        };
        stage.moment().await;
        stage.send(failed, get_charge(id)).await;
    }
}

async fn void(stage: &mut Stage) {
    let reference = stage.reference();
    let draft = create_charge(stage, &reference, 20_000);
    let made = stage.send("void_made", draft).await;
    let Some(id) = made.get("id").and_then(Value::as_str) else {
        return;
    };
    stage.send("void_unpaid", void_charge(id)).await;
    stage.customer("pay", &reference).await;
    stage.send("void_paid", get_charge(id)).await;
    stage.send("void", void_charge(id)).await;
    stage.moment().await;
    stage.send("voided", get_charge(id)).await;
}

fn get(reference: &str, wallet: &str) -> Draft {
    Draft::of("get_ewallet_payment")
        .query("external_id", reference)
        .query("ewallet_type", wallet)
}

fn get_charge(id: &str) -> Draft {
    Draft::of("get_ewallet_charge").path("id", id)
}

fn void_charge(id: &str) -> Draft {
    Draft::of("void_ewallet_charge").path("id", id)
}

fn create_ovo(reference: &str, amount: u64) -> Draft {
    Draft::of("create_ewallet_payment").body(json!({
        "external_id": reference,
        "amount": amount,
        "phone": PHONE,
        "ewallet_type": "OVO",
    }))
}

fn create_dana(stage: &Stage, reference: &str) -> Draft {
    Draft::of("create_ewallet_payment").body(json!({
        "external_id": reference,
        "amount": 20_000,
        "callback_url": stage.callback_url(),
        "redirect_url": "https://example.com/thanks",
        "ewallet_type": "DANA",
    }))
}

fn create_linkaja(stage: &Stage, reference: &str) -> Draft {
    Draft::of("create_ewallet_payment").body(json!({
        "external_id": reference,
        "amount": 20_000,
        "phone": PHONE,
        "items": [{"id": "1", "name": "Tea", "price": 20_000, "quantity": 1}],
        "callback_url": stage.callback_url(),
        "redirect_url": "https://example.com/thanks",
        "ewallet_type": "LINKAJA",
    }))
}

fn create_charge(stage: &Stage, reference: &str, amount: u64) -> Draft {
    Draft::of("create_ewallet_charge")
        .header("x-callback-url", stage.callback_url())
        .body(json!({
            "reference_id": reference,
            "currency": "IDR",
            "amount": amount,
            "checkout_method": "ONE_TIME_PAYMENT",
            "channel_code": "ID_SHOPEEPAY",
            "channel_properties": {"success_redirect_url": "https://example.com/thanks"},
        }))
}

fn create_ovo_charge(stage: &Stage, reference: &str, amount: u64) -> Draft {
    create_charge(stage, reference, amount)
        .with("channel_code", "ID_OVO")
        .with(
            "channel_properties",
            json!({"mobile_number": "+628123123123"}),
        )
}

/// An item without the members that may be left out.
fn item() -> Value {
    json!({
        "reference_id": "1",
        "name": "Tea",
        "category": "drinks",
        "currency": "IDR",
        "price": 20_000,
        "quantity": 1,
        "type": "PRODUCT",
    })
}
