//! Exampleco: QRIS payments.
// example of new-provider: what a session asks, for the probes of specs/exampleco/evidence.toml

use serde_json::{Value, json};

use super::{Scenario, play};
use crate::{
    draft::{Auth, Draft},
    stage::Stage,
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        name: "questions",
        does: "asks for a payment that does not exist, and once with a wrong key",
        rupiah: 0,
        reads: true,
        play: play!(questions),
    },
    Scenario {
        name: "payment",
        does: "asks for money by QRIS",
        rupiah: 20_000,
        reads: false,
        play: play!(payment),
    },
];

const BOUND: u64 = 60;

async fn questions(stage: &mut Stage) {
    let nobody = stage.reference();
    let draft = get(stage, &nobody);
    stage.send("nobody", draft).await;
    let wrong = Draft::of("get_payment")
        .path("reference", nobody)
        .header("authorization", "Bearer nobodys-key-0000")
        .auth(Auth::Absent);
    stage.send("wrong_key", wrong).await;
}

async fn payment(stage: &mut Stage) {
    let reference = stage.reference();
    let body = json!({"reference": reference, "amount": 20_000});
    let draft = with_key(stage, Draft::of("create_payment").body(body));
    stage.send("made", draft).await;
    let draft = get(stage, &reference);
    let is_found = |answer: &Value| answer.get("status").is_some();
    stage
        .ask_until_found("seen", &draft, BOUND, is_found)
        .await;
    stage.customer("pay", &reference).await;
    stage.send("paid", draft).await;
}

fn get(stage: &Stage, reference: &str) -> Draft {
    with_key(stage, Draft::of("get_payment").path("reference", reference))
}

/// The key goes with every request.
fn with_key(stage: &Stage, draft: Draft) -> Draft {
    let key = stage.target.key("API_KEY");
    draft
        .header("authorization", format!("Bearer {key}"))
        .auth(Auth::Absent)
}
