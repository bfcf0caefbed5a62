//! Digiswitch EZPay: bills, top-ups and the desk. Writes are marked as tests and use the customers
//! of the sibling's test cases.

use md5::{Digest, Md5};
use serde_json::{Value, json};

use super::{Scenario, padded, play};
use crate::{draft::Draft, stage::Stage};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "desk",
        does: "asks for the balance, the price lists and the owner of a meter, and with a wrong \
               signature and user",
        rupiah: 0,
        reads: true,
        play: play!(desk),
    },
    Scenario {
        name: "questions",
        does: "asks for the payment of a bill that does not exist",
        rupiah: 0,
        reads: true,
        play: play!(questions),
    },
    Scenario {
        name: "bill",
        does: "inquires and pays a test customer's electricity bill, twice under one reference",
        rupiah: 100_000,
        reads: false,
        play: play!(bill),
    },
    Scenario {
        name: "bill-pending",
        does: "pays two test bills that stay pending for a while",
        rupiah: 100_000,
        reads: false,
        play: play!(pending),
    },
    Scenario {
        name: "bill-refused",
        does: "inquires and pays test bills that must be refused",
        rupiah: 100_000,
        reads: false,
        play: play!(refused),
    },
    Scenario {
        name: "topup",
        does: "sells a prepaid product to test customers, once more under one reference, and once \
               with a price limit of 1 rupiah",
        rupiah: 20_000,
        reads: false,
        play: play!(topup),
    },
    Scenario {
        name: "deposit",
        does: "announces a bank transfer to the deposit, which nobody makes",
        rupiah: 200_000,
        reads: false,
        play: play!(deposit),
    },
];

const BOUND: u64 = 60;

const CUSTOMER: &str = "530000000001";

async fn desk(stage: &mut Stage) {
    let balance = desk_call(stage, "balance", "depo", json!({}));
    stage.send("balance", balance).await;
    let command = json!({"command": "deposit"});
    let balance = desk_call(stage, "balance", "depo", command);
    stage.send("balance_command", balance).await;
    let lists = [
        ("prices_prepaid", "price_list_prepaid", "prepaid"),
        ("prices_postpaid", "price_list_postpaid", "pasca"),
    ];
    for (name, operation, command) in lists {
        let members = json!({ "command": command });
        let list = desk_call(stage, operation, "pricelist", members);
        stage.send(name, list).await;
    }
    let meter = "32100000001";
    let members = json!({ "customer_no": meter });
    let owner = desk_call(stage, "inquire_pln", meter, members);
    stage.send("meter", owner).await;
    let wrong = desk_call(stage, "balance", "nothing", json!({}));
    stage.send("wrong_sign", wrong).await;
    let wrong = desk_call(stage, "balance", "depo", json!({})).with("username", "nobody-at-all");
    stage.send("wrong_user", wrong).await;
}

async fn questions(stage: &mut Stage) {
    let nobody = stage.reference();
    let draft = status(stage, &nobody, CUSTOMER);
    stage.send("nobody", draft).await;
}

async fn bill(stage: &mut Stage) {
    let reference = stage.reference();
    let inquiry = inquire(stage, &reference, "pln", CUSTOMER);
    stage.send("inquiry", inquiry.clone()).await;
    stage.send("inquiry_again", inquiry).await;
    let payment = pay(stage, &reference, CUSTOMER);
    stage.send("paid", payment.clone()).await;
    let question = status(stage, &reference, CUSTOMER);
    let is_found = |answer: &Value| answer.pointer("/data/rc").is_some_and(|rc| rc != "50");
    stage
        .ask_until_found("seen", &question, BOUND, is_found)
        .await;
    stage.wait(60).await;
    stage.send("pay_again", payment).await;
    let other = inquire(stage, &reference, "pln", "530000000002");
    stage.send("other_customer", other).await;
    stage.moment().await;
}

async fn pending(stage: &mut Stage) {
    for (made, ended, customer) in [
        ("pending", "pending_paid", "630000000001"),
        ("pending_other", "pending_failed", "630000000006"),
    ] {
        let reference = stage.reference();
        let inquiry = inquire(stage, &reference, "pln", customer);
        stage.send("pending_inquiry", inquiry).await;
        let payment = pay(stage, &reference, customer);
        stage.send(made, payment).await;
        stage.wait(61).await;
        stage.moment().await;
        let question = status(stage, &reference, customer);
        stage.send(ended, question).await;
    }
}

async fn refused(stage: &mut Stage) {
    let reference = stage.reference();
    let draft = inquire(stage, &reference, "pln", "530000000003");
    stage.send("no_bill", draft).await;

    let reference = stage.reference();
    let draft = inquire(stage, &reference, "pln", "530000000006");
    stage.send("fails_inquiry", draft).await;
    let draft = pay(stage, &reference, "530000000006");
    stage.send("fails", draft).await;
    stage.moment().await;
    let draft = status(stage, &reference, "530000000006");
    stage.send("failed", draft).await;

    let reference = stage.reference();
    let draft = pay(stage, &reference, CUSTOMER);
    stage.send("not_inquired", draft).await;
    let reference = stage.reference();
    let draft = inquire(stage, &reference, "nothing-of-this-name", CUSTOMER);
    stage.send("no_product", draft).await;
    let reference = stage.reference();
    let draft = inquire(stage, &reference, "pln", CUSTOMER).with("customer_no", Value::Null);
    stage.send("no_customer", draft).await;
    let reference = stage.reference();
    let draft = inquire(stage, &reference, "emoney", "082100000001").with("amount", 10_500);
    stage.send("uneven", draft).await;
    let reference = stage.reference();
    let draft = inquire(stage, &reference, "emoney", "082100000001").with("amount", 20_000);
    stage.send("even", draft).await;
    let longest = padded(&stage.reference(), 64);
    let draft = inquire(stage, &longest, "pln", CUSTOMER);
    stage.send("longest", draft).await;
}

async fn topup(stage: &mut Stage) {
    let reference = stage.reference();
    let draft = sell(stage, "topup", &reference, "087800001230");
    stage.send("sold", draft).await;
    let again = sell(stage, "topup_status", &reference, "087800001230");
    stage.send("sold_again", again).await;
    let reference = stage.reference();
    let dear = sell(stage, "topup", &reference, "087800001230").with("max_price", 1);
    stage.send("too_dear", dear).await;
    for (made, ended, customer) in [
        ("sale_pending", "sale_paid", "087800001233"),
        ("sale_pending_other", "sale_failed", "087800001234"),
    ] {
        let reference = stage.reference();
        let draft = sell(stage, "topup", &reference, customer);
        stage.send(made, draft).await;
        stage.wait(61).await;
        stage.moment().await;
        let again = sell(stage, "topup_status", &reference, customer);
        stage.send(ended, again).await;
    }
}

async fn deposit(stage: &mut Stage) {
    let members = json!({"amount": 200_000, "bank": "BCA", "owner_name": "Toko Satu"});
    let ticket = desk_call(stage, "deposit_ticket", "depo", members);
    stage.send("ticket", ticket.clone()).await;
    stage.send("ticket_zero", ticket.with("amount", 0)).await;
}

/// Signed with a word.
fn desk_call(stage: &Stage, operation: &'static str, signed: &str, members: Value) -> Draft {
    Draft::of(operation)
        .body(members)
        .with("username", stage.target.key("USERNAME"))
        .with("sign", sign(stage, signed))
}

fn transaction(
    stage: &Stage,
    operation: &'static str,
    reference: &str,
    code: &str,
    customer: &str,
) -> Draft {
    let members = json!({"code": code, "customer_no": customer, "ref_id": reference});
    desk_call(stage, operation, reference, members)
}

fn inquire(stage: &Stage, reference: &str, code: &str, customer: &str) -> Draft {
    transaction(stage, "inquire_bill", reference, code, customer)
        .with("command", "inq-pasca")
        .with("testing", true)
}

fn pay(stage: &Stage, reference: &str, customer: &str) -> Draft {
    transaction(stage, "pay_bill", reference, "pln", customer)
        .with("command", "pay-pasca")
        .with("testing", true)
}

fn status(stage: &Stage, reference: &str, customer: &str) -> Draft {
    transaction(stage, "bill_status", reference, "pln", customer).with("command", "status-pasca")
}

fn sell(stage: &Stage, operation: &'static str, reference: &str, customer: &str) -> Draft {
    transaction(stage, operation, reference, "xld10", customer).with("testing", true)
}

fn sign(stage: &Stage, signed: &str) -> String {
    let target = &stage.target;
    let text = format!(
        "{}{}{signed}",
        target.key("USERNAME"),
        target.key("API_KEY")
    );
    let digest = Md5::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
