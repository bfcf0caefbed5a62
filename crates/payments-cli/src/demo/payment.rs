//! Scene: a customer pays a merchant.

use payments::{
    Callbacks, Customer, Item, Kind, Method, Money, Name, Outcome, Payment, PaymentRequest,
    Payments, Reference,
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

    let (event, callback) = stage.prove(callbacks, &reference).await?;
    let payment = payments.get(&created.query()).await?;
    payment.check_against(&request)?;
    let status = payment.status.to_string();
    let ledger_rows = stage.ends(name, &reference, &event, &status).await?;
    Ok(Scene {
        provider: name.as_str(),
        kind: Kind::Payment,
        scenario,
        reference,
        status,
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
        (Name::Ciputra, _) => Method::GOPAY,
        _ => {
            let first = name.capabilities().methods.first();
            first.map_or(Method::ANY, |known| known.method.clone())
        }
    };
    let amount = Money::idr(20_000);
    Ok(
        PaymentRequest::new(Reference::new(scenario.reference())?, amount, method)
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
