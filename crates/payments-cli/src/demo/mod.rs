//! `payments demo`: every provider paid once, and once more with its answer lost.

mod payment;

use std::time::Duration;

use anstream::eprintln;
use payments::{Callbacks, Name, PaymentStatus, Received, Reference};
use payments_sandbox::{Sandbox, Settings};
use serde::Serialize;
use serde_json::json;

use crate::{
    control::Control,
    failure::Failure,
    output::Output,
    providers::{self, SANDBOX_CALLBACK_TOKEN, SANDBOX_SIGNING_SECRET},
    receiver::Receiver,
};

/// Far more than a callback on this machine needs.
const PATIENCE: Duration = Duration::from_secs(20);

/// What happens to the answer of the create.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Scenario {
    Paid,
    AnswerLost,
}

/// What was known after the create.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Known {
    Accepted,
    Unknown,
}

#[derive(Serialize)]
struct Scene {
    provider: &'static str,
    scenario: Scenario,
    reference: Reference,
    status: PaymentStatus,
    outcome: Known,
    /// How the callback was proved.
    callback: &'static str,
    ledger_rows: usize,
}

impl Scene {
    /// Paid once, and the loss was known as a loss.
    fn held(&self) -> bool {
        let known = match self.scenario {
            Scenario::Paid => Known::Accepted,
            Scenario::AnswerLost => Known::Unknown,
        };
        self.status.is_paid() && self.ledger_rows == 1 && self.outcome == known
    }
}

pub(crate) async fn run(output: &Output) -> Result<(), Failure> {
    let receiver = Receiver::start().await?;
    let settings = Settings::new()
        .fazz_callback_url(&receiver.url)
        .fazz_signing_secret(SANDBOX_SIGNING_SECRET)
        .instamoney_callback_url(&receiver.url)
        .instamoney_callback_token(SANDBOX_CALLBACK_TOKEN);
    let sandbox = Sandbox::start(settings)
        .await
        .map_err(|error| Failure::failed("the sandbox cannot be started").caused_by(error))?;
    let mut stage = Stage {
        control: Control::new(&sandbox.url())?,
        sandbox: sandbox.url(),
        receiver,
        output: *output,
    };
    if !output.is_json() {
        eprintln!("a sandbox of the providers runs at {}", sandbox.url());
    }
    let mut scenes = Vec::new();
    for &name in Name::ALL {
        for scenario in [Scenario::Paid, Scenario::AnswerLost] {
            scenes.push(stage.play(name, scenario).await?);
        }
    }
    drop(stage);
    sandbox.shutdown().await;
    report(&scenes, output)
}

fn report(scenes: &[Scene], output: &Output) -> Result<(), Failure> {
    let ok = scenes.iter().all(Scene::held);
    if output.is_json() {
        output.json(&json!({"ok": ok, "providers": scenes}))?;
    } else {
        eprintln!();
        let rows: Vec<_> = scenes.iter().map(row).collect();
        output.table(
            [
                "provider",
                "scenario",
                "reference",
                "after the create",
                "callback",
                "status",
                "ledger",
            ],
            &rows,
        );
        let verdict = match ok {
            true => "every payment was made once, and none was lost",
            false => "not every payment was made once",
        };
        output.verdict(ok, verdict);
    }
    match ok {
        true => Ok(()),
        false => Err(Failure::failed("the demo did not hold")),
    }
}

fn row(scene: &Scene) -> [String; 7] {
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
        scenario.into(),
        scene.reference.to_string(),
        known.into(),
        scene.callback.into(),
        scene.status.to_string(),
        format!("{} row", scene.ledger_rows),
    ]
}

/// Where the scenes are played.
struct Stage {
    control: Control,
    sandbox: String,
    receiver: Receiver,
    output: Output,
}

impl Stage {
    async fn play(&mut self, name: Name, scenario: Scenario) -> Result<Scene, Failure> {
        let client = providers::in_sandbox(name, &self.sandbox)?;
        self.output.heading(&match scenario {
            Scenario::Paid => name.to_string(),
            Scenario::AnswerLost => format!("{name}, with the answer lost"),
        });
        if scenario == Scenario::AnswerLost {
            self.control.lose_next_answer(name).await?;
        }
        let payments = providers::payments(name, &client)?;
        payment::play(
            self,
            name,
            scenario,
            payments.as_ref(),
            client.callbacks.as_ref(),
        )
        .await
    }

    /// Waits for a callback, and reads it.
    async fn callback(&mut self, callbacks: &dyn Callbacks) -> Result<Received, Failure> {
        let callback = tokio::time::timeout(PATIENCE, self.receiver.next())
            .await
            .ok()
            .flatten()
            .ok_or_else(|| Failure::failed("no callback came"))?;
        callbacks
            .receive(&callback.headers, &callback.body)
            .map_err(|error| Failure::failed("the callback was refused").caused_by(error))
    }

    /// The merchant's id of a scene.
    fn reference(scenario: Scenario) -> Result<Reference, Failure> {
        Ok(Reference::new(match scenario {
            Scenario::Paid => "demo-paid",
            Scenario::AnswerLost => "demo-lost",
        })?)
    }
}
