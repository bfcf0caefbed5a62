//! The charge in a callback.

use payments_core::{Charge, ChargeProof, Error, Failure, Money, Result};
use payments_provider::wire::Amount;
use serde_json::Value;

use crate::{
    CAPABILITIES, DateFormat, dates,
    statuses::StatusTable,
    types::{ChargeCallback, ErrorEntry},
};

/// The charge without proof: [`ChargeProof::Claimed`].
pub(crate) fn claimed(body: &ChargeCallback) -> Result<Charge> {
    let details = &body.details;
    let currency = CAPABILITIES.currency.as_str();
    if let Some(told) = details.currency.as_deref()
        && told != currency
    {
        return Err(Error::integrity("currency", currency, told));
    }
    let word = details.status.to_string();
    let status = StatusTable::Charge.read(&word);
    let mut charge = Charge::new(status, word, ChargeProof::Claimed);
    charge.provider_id.clone_from(&details.transaction_id);
    charge.amount = details.amount.map(money).transpose()?;
    charge.due_on = details.charge_date.as_deref().and_then(DateFormat::read);
    charge.failure = details.errors.iter().flatten().find_map(failure);
    charge.told_at = body.response_time.as_deref().and_then(dates::time);
    Ok(charge)
}

pub(crate) fn money(amount: Amount) -> Result<Money> {
    amount.money("amount", CAPABILITIES.currency)
}

/// The first error.
fn failure(error: &ErrorEntry) -> Option<Failure> {
    let details = error.details.as_ref().map(|details| details.json());
    let details = details.and_then(Value::as_str).map(str::to_owned);
    Some(Failure {
        code: error.code.clone()?,
        meaning: None,
        message: details.or_else(|| error.message.clone()),
    })
}
