//! Values that an answer repeats from its request must be equal: otherwise the answer is about
//! something else, and nothing is known. Missing values say nothing. But an answer to a change that
//! repeats nothing is not accepted.

use payments_core::{Error, MandateQuery, Money, Result};
use payments_provider::wire::Amount;

use crate::types::{
    BillAmountUpdated, InstructionCreated, InstructionState, UpdateBillAmountRequest,
};

pub(crate) fn created(
    answer: &InstructionCreated,
    reference: &str,
    merchant_code: &str,
) -> Result<()> {
    same("transactionId", &answer.transaction_id, reference)?;
    same("merchantCode", &answer.merchant_code, merchant_code)
}

/// `id` is the query's; the envelope may repeat the instruction's instead.
pub(crate) fn state(
    answer: &InstructionState,
    query: &MandateQuery,
    id: &str,
    merchant_code: &str,
) -> Result<()> {
    let reference = query.reference.as_str();
    one_of("transactionId", &answer.transaction_id, &[id, reference])?;
    same("merchantCode", &answer.merchant_code, merchant_code)?;
    let Some(rpi) = &answer.rpi else {
        return Ok(());
    };
    same("transactionId", &rpi.transaction_id, reference)?;
    for (field, told, asked) in [
        ("rpiCode", &rpi.rpi_code, &query.provider_id),
        ("customerId", &rpi.customer_id, &query.customer_id),
    ] {
        same(field, told, asked.as_deref().unwrap_or_default())?;
    }
    Ok(())
}

/// `reference` is the instruction's, which the envelope may repeat instead of the request's id.
pub(crate) fn changed(
    answer: &BillAmountUpdated,
    request: &UpdateBillAmountRequest,
    reference: &str,
    merchant_code: &str,
) -> Result<()> {
    one_of(
        "transactionId",
        &answer.transaction_id,
        &[&request.transaction_id, reference],
    )?;
    same("merchantCode", &answer.merchant_code, merchant_code)?;
    same("rpiCode", &answer.rpi_code, &request.rpi_code)?;
    same("customerId", &answer.customer_id, &request.customer_id)?;
    same("currency", &answer.currency, &request.currency.to_string())?;
    // By the document, the date may differ: nothing was scheduled on the requested date.
    if answer.rpi_code.is_none() && answer.amount.is_none() && answer.date.is_none() {
        let needed = "rpiCode, amount or date";
        return Err(Error::integrity(needed, "one of the request's", "none"));
    }
    Ok(())
}

/// The amount in an answer must be the one that was sent.
pub(crate) fn amount(told: Option<Amount>, sent: &Money) -> Result<()> {
    match told {
        Some(told) if Money::new(told.into(), sent.currency()).ok() != Some(*sent) => {
            Err(Error::integrity("amount", &sent.to_string(), "another"))
        }
        _ => Ok(()),
    }
}

fn same(field: &str, told: &Option<String>, sent: &str) -> Result<()> {
    one_of(field, told, &[sent])
}

/// The other value is not quoted: it may be another customer's.
fn one_of(field: &str, told: &Option<String>, sent: &[&str]) -> Result<()> {
    match told.as_deref() {
        Some(other) if !sent.contains(&other) => {
            Err(Error::integrity(field, "the request's", "another"))
        }
        _ => Ok(()),
    }
}
