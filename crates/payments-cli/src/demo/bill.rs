//! Scene: a merchant pays a customer's bill.

use payments::{
    BillInquiry, BillPayment, BillRequest, Bills, Callbacks, Kind, Name, Outcome, PaymentStatus,
    Reference,
};

use super::{Known, Scenario, Scene, Stage};
use crate::failure::Failure;

pub(super) async fn play(
    stage: &mut Stage,
    name: Name,
    scenario: Scenario,
    bills: &dyn Bills,
    callbacks: &dyn Callbacks,
) -> Result<Scene, Failure> {
    let reference = Reference::new(scenario.reference())?;
    // The test customers of electricity: one is paid for at once, the other when the biller
    // answers.
    let customer = match scenario {
        Scenario::Paid => "530000000001",
        Scenario::AnswerLost => "630000000001",
    };
    let bill = BillRequest::new(reference.clone(), "pln", customer);
    let inquiry = bills.inquire(&bill).await?;
    let owed = inquiry
        .amount
        .map_or_else(|| "an amount".into(), |amount| amount.to_string());
    stage
        .output
        .step("inquire", &format!("{owed} for electricity"));
    let (paid, outcome) = pay(stage, bills, &inquiry).await?;
    if paid.status == PaymentStatus::Pending {
        stage.control.pay(name, &reference).await?;
        stage.output.step("biller", "answers at last");
    }

    let (event, callback) = stage.prove(callbacks, &reference).await?;
    let payment = bills.status(&bill).await?;
    payment.check_against(&inquiry)?;
    let status = payment.status.to_string();
    let ledger_rows = stage.ends(name, &reference, &event, &status).await?;
    Ok(Scene {
        provider: name.as_str(),
        kind: Kind::Bill,
        scenario,
        reference,
        status,
        outcome,
        callback,
        ledger_rows,
    })
}

/// Pays; if the answer is lost, asks for the status and never pays again.
async fn pay(
    stage: &Stage,
    bills: &dyn Bills,
    inquiry: &BillInquiry,
) -> Result<(BillPayment, Known), Failure> {
    let error = match bills.pay(inquiry).await {
        Ok(payment) => {
            stage
                .output
                .step("pay", &format!("it is {}", payment.status));
            return Ok((payment, Known::Accepted));
        }
        Err(error) if error.outcome() == Outcome::Unknown => error,
        Err(error) => return Err(error.into()),
    };
    stage.output.step("pay", &error.to_string());
    stage
        .output
        .step("outcome", "unknown: it may have happened");
    let payment = bills.status(&inquiry.bill).await?;
    stage
        .output
        .step("ask", &format!("by reference: it is {}", payment.status));
    Ok((payment, Known::Unknown))
}
