//! A customer pays a merchant.

use payments::{
    Callbacks, Customer, Event, Item, Method, Money, Name, Outcome, Payment, PaymentRequest,
    Payments, Received, Reference, Verified,
};

use super::{Known, Scenario, Scene, Stage};
use crate::failure::Failure;

pub(super) async fn play(
    stage: &mut Stage,
    name: Name,
    scenario: Scenario,
    payments: &dyn Payments,
    callbacks: &dyn Callbacks,
) -> Result<Scene, Failure> {
    let request = request(stage, name, scenario)?;
    let reference = request.reference.clone();
    let (created, outcome) = create(stage, payments, &request).await?;
    for action in &created.next_actions {
        stage.output.step("customer", &action.to_string());
    }

    stage.control.pay(name, &reference).await?;
    stage
        .output
        .step("pays", &format!("{} for {reference}", request.amount));

    let (event, callback) = prove(stage, callbacks, &reference).await?;
    let payment = payments.get(&created.query()).await?;
    payment.check_against(&request)?;
    if payment.status.as_str() != event.get().news.status() {
        return Err(Failure::failed(format!(
            "the callback of {reference} and the provider's answer disagree"
        )));
    }
    let ledger_rows = stage.control.ledger_rows(name, &reference).await?;
    stage.output.step(
        "status",
        &format!("{}; money moved {ledger_rows} time", payment.status),
    );
    Ok(Scene {
        provider: name.as_str(),
        scenario,
        reference,
        status: payment.status,
        outcome,
        callback,
        ledger_rows,
    })
}

fn request(stage: &Stage, name: Name, scenario: Scenario) -> Result<PaymentRequest, Failure> {
    // A page, an app on the phone, a code at the till, an account: many ways of paying are seen.
    let method = match (name, scenario) {
        (Name::Fazz, Scenario::Paid) => Method::retail_outlet("alfamart")?,
        (Name::Fazz, Scenario::AnswerLost) => Method::virtual_account("bca")?,
        (Name::Instamoney, Scenario::Paid) => Method::DANA,
        (Name::Instamoney, Scenario::AnswerLost) => Method::OVO,
        _ => Method::GOPAY,
    };
    let amount = Money::idr(20_000);
    Ok(
        PaymentRequest::new(Stage::reference(scenario)?, amount, method)
            .customer(Customer::default().name("Siti").phone("08123123123"))
            .item(Item {
                id: "1".into(),
                name: "Coffee".into(),
                price: amount,
                quantity: 1,
            })
            .callback_url(&stage.receiver.url)
            .return_url("http://127.0.0.1/thanks"),
    )
}

/// Creates a payment; if the answer is lost, asks for it by its reference and adopts what is there.
async fn create(
    stage: &Stage,
    payments: &dyn Payments,
    request: &PaymentRequest,
) -> Result<(Payment, Known), Failure> {
    let error = match payments.create(request).await {
        Ok(payment) => {
            let text = format!(
                "{} by {}: {}",
                request.amount, request.method, payment.status
            );
            stage.output.step("create", &text);
            return Ok((payment, Known::Accepted));
        }
        Err(error) if error.outcome() == Outcome::Unknown => error,
        Err(error) => return Err(error.into()),
    };
    stage.output.step("create", &error.to_string());
    stage
        .output
        .step("outcome", "unknown: it may have happened");
    let payment = payments.get(&request.query()).await?;
    payment.check_against(request)?;
    stage
        .output
        .step("ask", &format!("by reference: it is {}", payment.status));
    Ok((payment, Known::Unknown))
}

/// Waits for the callback about a payment, and makes sure of it.
async fn prove(
    stage: &mut Stage,
    callbacks: &dyn Callbacks,
    reference: &Reference,
) -> Result<(Verified<Event>, &'static str), Failure> {
    let (event, proof) = match stage.callback(callbacks).await? {
        Received::Verified(event) => (event, "verified"),
        Received::Hint(hint) => (callbacks.confirm(&hint).await?, "confirmed"),
        other => return Err(Failure::failed(format!("an unknown callback: {other:?}"))),
    };
    let told = &event.get().news;
    if told.reference() != reference {
        return Err(Failure::failed(format!(
            "the callback is about {} and not about {reference}",
            told.reference()
        )));
    }
    stage
        .output
        .step("callback", &format!("{proof}: {}", told.status()));
    Ok((event, proof))
}
