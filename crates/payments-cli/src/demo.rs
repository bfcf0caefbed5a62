//! `payments demo`: every provider paid once, and once more with its answer lost.

use std::time::Duration;

use anstream::eprintln;
use payments_core::{
    Customer, Event, Item, Method, Money, Outcome, Payment, PaymentRequest, PaymentStatus,
    Received, Reference, Verified,
};
use payments_sandbox::{Sandbox, Settings};
use serde::Serialize;
use serde_json::json;

use crate::{
    control::Control,
    failure::Failure,
    output::Output,
    providers::{Client, Name, SANDBOX_CALLBACK_TOKEN},
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
    for name in Name::ALL {
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
        let client = name.in_sandbox(&self.sandbox)?;
        let provider = client.payments.provider();
        let request = self.request(name, scenario)?;
        let reference = request.reference.clone();
        self.output.heading(
            match scenario {
                Scenario::Paid => provider.as_str().to_owned(),
                Scenario::AnswerLost => format!("{provider}, with the answer lost"),
            }
            .as_str(),
        );

        if scenario == Scenario::AnswerLost {
            self.control.lose_next_answer(provider).await?;
        }
        let (created, outcome) = self.create(&client, &request).await?;
        for action in &created.next_actions {
            self.output.step("customer", &action.to_string());
        }

        self.control.pay(provider, &reference).await?;
        self.output
            .step("pays", &format!("{} for {reference}", request.amount));

        let (event, callback) = self.callback(&client, &reference).await?;
        let payment = client.payments.get(&created.query()).await?;
        payment.check_against(&request)?;
        if payment.status != event.get().payment.status {
            return Err(Failure::failed(format!(
                "the callback of {reference} and the provider's answer disagree"
            )));
        }
        let ledger_rows = self.control.ledger_rows(provider, &reference).await?;
        self.output.step(
            "status",
            &format!("{}; money moved {ledger_rows} time", payment.status),
        );
        Ok(Scene {
            provider: provider.as_str(),
            scenario,
            reference,
            status: payment.status,
            outcome,
            callback,
            ledger_rows,
        })
    }

    fn request(&self, name: Name, scenario: Scenario) -> Result<PaymentRequest, Failure> {
        let reference = match scenario {
            Scenario::Paid => "demo-paid",
            Scenario::AnswerLost => "demo-lost",
        };
        // A page for the one, an app on the phone for the other: both ways of paying are seen.
        let method = match (name, scenario) {
            (Name::Ciputra, _) => Method::GOPAY,
            (Name::Instamoney, Scenario::Paid) => Method::DANA,
            (Name::Instamoney, Scenario::AnswerLost) => Method::OVO,
        };
        let amount = Money::idr(20_000);
        Ok(
            PaymentRequest::new(Reference::new(reference)?, amount, method)
                .customer(Customer::default().name("Siti").phone("08123123123"))
                .item(Item {
                    id: "1".into(),
                    name: "Coffee".into(),
                    price: amount,
                    quantity: 1,
                })
                .callback_url(&self.receiver.url)
                .return_url("http://127.0.0.1/thanks"),
        )
    }

    /// Creates a payment; if the answer is lost, asks for it by its reference and adopts what is there.
    async fn create(
        &self,
        client: &Client,
        request: &PaymentRequest,
    ) -> Result<(Payment, Known), Failure> {
        let error = match client.payments.create(request).await {
            Ok(payment) => {
                let text = format!(
                    "{} by {}: {}",
                    request.amount, request.method, payment.status
                );
                self.output.step("create", &text);
                return Ok((payment, Known::Accepted));
            }
            Err(error) if error.outcome() == Outcome::Unknown => error,
            Err(error) => return Err(error.into()),
        };
        self.output.step("create", &error.to_string());
        self.output.step("outcome", "unknown: it may have happened");
        let payment = client.payments.get(&request.query()).await?;
        payment.check_against(request)?;
        self.output
            .step("ask", &format!("by reference: it is {}", payment.status));
        Ok((payment, Known::Unknown))
    }

    /// Waits for the callback about a payment, and makes sure of it.
    async fn callback(
        &mut self,
        client: &Client,
        reference: &Reference,
    ) -> Result<(Verified<Event>, &'static str), Failure> {
        let late = || Failure::failed(format!("no callback came for {reference}"));
        let callback = tokio::time::timeout(PATIENCE, self.receiver.next())
            .await
            .ok()
            .flatten()
            .ok_or_else(late)?;
        let received = client
            .callbacks
            .receive(&callback.headers, &callback.body)
            .map_err(|error| Failure::failed("the callback was refused").caused_by(error))?;
        let (event, proof) = match received {
            Received::Verified(event) => (event, "verified"),
            Received::Hint(hint) => (hint.confirm(client.payments.as_ref()).await?, "confirmed"),
            other => return Err(Failure::failed(format!("an unknown callback: {other:?}"))),
        };
        let told = &event.get().payment;
        told.check_reference(reference)?;
        self.output
            .step("callback", &format!("{proof}: {}", told.status));
        Ok((event, proof))
    }
}
