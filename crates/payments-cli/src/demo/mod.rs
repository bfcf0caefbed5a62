//! `payments demo`: every provider at work once, and once more with an answer lost.

mod bill;
mod mandate;
mod payment;
mod stage;
mod topup;

use payments::{Client, Kind, Name, Reference};
use payments_sandbox::{CALLBACK_URLS, Sandbox, Settings};
use serde::Serialize;
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, talk},
    providers::proving,
    receiver::Receiver,
};
use stage::Stage;

/// What happens to the answer of the call that writes.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Scenario {
    Paid,
    AnswerLost,
}

impl Scenario {
    /// The merchant's id of a scene.
    fn reference(self) -> &'static str {
        match self {
            Self::Paid => "demo-paid",
            Self::AnswerLost => "demo-lost",
        }
    }
}

/// What was known after it.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Known {
    Accepted,
    Unknown,
}

#[derive(Serialize)]
struct Scene {
    provider: &'static str,
    kind: Kind,
    scenario: Scenario,
    reference: Reference,
    /// What the provider says in the end: paid; for a mandate, active.
    status: String,
    outcome: Known,
    /// How the callback was proved.
    callback: &'static str,
    ledger_rows: usize,
}

impl Scene {
    /// Money moved once, and the loss was known as a loss.
    fn held(&self) -> bool {
        let known = match self.scenario {
            Scenario::Paid => Known::Accepted,
            Scenario::AnswerLost => Known::Unknown,
        };
        matches!(&*self.status, "paid" | "active") && self.ledger_rows == 1 && self.outcome == known
    }
}

pub(crate) async fn run(output: &Output) -> Result<(), Failure> {
    let receiver = Receiver::start().await?;
    let settings = CALLBACK_URLS
        .iter()
        .fold(Settings::new(), |settings, name| {
            settings.callback_url(name, &receiver.url)
        });
    let sandbox = Sandbox::start(proving(settings))
        .await
        .map_err(|error| Failure::failed("the sandbox cannot be started").caused_by(error))?;
    let mut stage = Stage::new(&sandbox.url(), receiver, *output)?;
    if !output.is_json() {
        talk(&format!(
            "a sandbox of the providers runs at {}",
            sandbox.url()
        ));
    }
    let mut scenes = Vec::new();
    for &name in Name::ALL {
        for kind in kinds(&stage.client(name)?) {
            for scenario in [Scenario::Paid, Scenario::AnswerLost] {
                scenes.push(play(&mut stage, (name, kind), scenario).await?);
            }
        }
    }
    drop(stage);
    sandbox.shutdown().await;
    report(&scenes, output)
}

/// What a provider does, each in a scene of its own.
fn kinds(client: &Client) -> Vec<Kind> {
    [
        (Kind::Payment, client.payments.is_some()),
        (Kind::Bill, client.bills.is_some()),
        (Kind::Topup, client.topups.is_some()),
        (Kind::Mandate, client.mandates.is_some()),
    ]
    .into_iter()
    .filter_map(|(kind, does)| does.then_some(kind))
    .collect()
}

async fn play(
    stage: &mut Stage,
    (name, kind): (Name, Kind),
    scenario: Scenario,
) -> Result<Scene, Failure> {
    let client = stage.client(name)?;
    stage.output.heading(&match scenario {
        Scenario::Paid => format!("{name}, {kind}"),
        Scenario::AnswerLost => format!("{name}, {kind}, with the answer lost"),
    });
    if scenario == Scenario::AnswerLost {
        stage.control.lose_next_answer(name).await?;
    }
    let callbacks = client.callbacks.as_ref();
    match (kind, &client) {
        (
            Kind::Payment,
            Client {
                payments: Some(payments),
                ..
            },
        ) => payment::play(stage, name, scenario, payments.as_ref(), callbacks).await,
        (
            Kind::Bill,
            Client {
                bills: Some(bills), ..
            },
        ) => bill::play(stage, name, scenario, bills.as_ref(), callbacks).await,
        (
            Kind::Topup,
            Client {
                topups: Some(topups),
                ..
            },
        ) => topup::play(stage, name, scenario, topups.as_ref(), callbacks).await,
        (
            Kind::Mandate,
            Client {
                mandates: Some(mandates),
                ..
            },
        ) => mandate::play(stage, name, scenario, mandates.as_ref(), callbacks).await,
        _ => Err(Failure::failed(format!("{name} does nothing of all that"))),
    }
}

fn report(scenes: &[Scene], output: &Output) -> Result<(), Failure> {
    let ok = scenes.iter().all(Scene::held);
    if output.is_json() {
        output.json(&json!({"ok": ok, "providers": scenes}))?;
    } else {
        talk("");
        let rows: Vec<_> = scenes.iter().map(row).collect();
        output.table(
            [
                "provider",
                "kind",
                "scenario",
                "reference",
                "after the call",
                "callback",
                "status",
                "ledger",
            ],
            &rows,
        )?;
        let verdict = match ok {
            true => "money moved once for each, and nothing was lost",
            false => "money did not move once for each",
        };
        output.verdict(ok, verdict);
    }
    match ok {
        true => Ok(()),
        false => Err(Failure::failed("the demo did not hold")),
    }
}

fn row(scene: &Scene) -> [String; 8] {
    let scenario = match scene.scenario {
        Scenario::Paid => "paid",
        Scenario::AnswerLost => "answer lost",
    };
    let known = match scene.outcome {
        Known::Accepted => "accepted",
        Known::Unknown => "outcome unknown",
    };
    [
        scene.provider.into(),
        scene.kind.to_string(),
        scenario.into(),
        scene.reference.to_string(),
        known.into(),
        scene.callback.into(),
        scene.status.clone(),
        format!("{} row", scene.ledger_rows),
    ]
}
