//! Scene: a customer permits repeated charges.

use chrono::Utc;
use payments::{
    Callbacks, Customer, IntervalUnit, Kind, Mandate, MandateAmount, MandateRequest, Mandates,
    Money, Name, Outcome, Product, Reference, Schedule, jakarta,
};

use super::{Known, Scenario, Scene, Stage};
use crate::failure::Failure;

pub(super) async fn play(
    stage: &mut Stage,
    name: Name,
    scenario: Scenario,
    mandates: &dyn Mandates,
    callbacks: &dyn Callbacks,
) -> Result<Scene, Failure> {
    let (created, outcome) = create(stage, scenario, mandates).await?;
    let reference = created.reference.clone();
    for action in &created.next_actions {
        stage.output.step("customer", &action.to_string());
    }
    stage.control.pay(name, &reference).await?;
    stage
        .output
        .step("confirms", "and is charged for the first time today");

    let (event, callback) = stage.prove(callbacks, &reference).await?;
    let mandate = mandates.get(&created.query()).await?;
    let status = mandate.status.to_string();
    let mut ledger_rows = stage.ends(name, &reference, &event, &status).await?;
    let lost = numbered(scenario, 1)?;
    if reference != lost {
        ledger_rows += stage.control.ledger_rows(name, &lost).await?;
    }
    Ok(Scene {
        provider: name.as_str(),
        kind: Kind::Mandate,
        scenario,
        reference,
        status,
        outcome,
        callback,
        ledger_rows,
    })
}

/// Asks for permission. It moves no money, so after a lost answer the same request is sent again,
/// under the same reference. If that is refused as used, a new reference is harmless, because
/// nobody can confirm a page that was never shown. That is true of permissions alone, never of
/// money.
async fn create(
    stage: &Stage,
    scenario: Scenario,
    mandates: &dyn Mandates,
) -> Result<(Mandate, Known), Failure> {
    let mut request = request(numbered(scenario, 1)?);
    let error = match mandates.create(&request).await {
        Ok(mandate) => {
            stage
                .output
                .step("create", &format!("a mandate, {}", mandate.status));
            return Ok((mandate, Known::Accepted));
        }
        Err(error) if error.outcome() == Outcome::Unknown => error,
        Err(error) => return Err(error.into()),
    };
    stage.output.step("create", &error.to_string());
    stage.output.step(
        "outcome",
        "unknown: there may be a mandate that nobody can confirm",
    );
    let mandate = match mandates.create(&request).await {
        Err(used) if used.outcome() == Outcome::Refused => {
            stage.output.step("again", &used.to_string());
            request.reference = numbered(scenario, 2)?;
            mandates.create(&request).await?
        }
        answer => answer?,
    };
    stage
        .output
        .step("create", &format!("another mandate, {}", mandate.status));
    Ok((mandate, Known::Unknown))
}

fn request(reference: Reference) -> MandateRequest {
    let amount = Money::idr(20_000);
    let schedule = Schedule {
        start: jakarta::day(Utc::now()),
        unit: IntervalUnit::Month,
        interval: 1,
        occurrences: Some(12),
    };
    let product = Product {
        name: "Coffee club".into(),
        code: "COFFEE".into(),
    };
    let customer = Customer::default().phone("08123123123");
    MandateRequest::new(
        reference,
        MandateAmount::Fixed { amount },
        schedule,
        customer,
        product,
    )
}

/// The provider wants 32 letters and digits.
fn numbered(scenario: Scenario, number: u8) -> Result<Reference, Failure> {
    let name = scenario.reference().replace('-', "");
    Ok(Reference::new(format!(
        "{name}{number:0>width$}",
        width = 32 - name.len()
    ))?)
}
