//! Maps the provider's answers to the common mandate.

use payments_core::{Error, Mandate, MandateStatus, NextAction, Raw, Reference, Result};
use serde_json::Value;

use crate::{
    DateFormat, PROVIDER, dates,
    types::{InstructionCreated, InstructionState, InstructionStatus},
};

/// The mandate in the answer of a create. Without a confirmation page, it is unknown what was
/// created.
pub(crate) fn created(
    answer: &InstructionCreated,
    raw: Raw,
    asked: Option<&Reference>,
) -> Result<Mandate> {
    let url = page(answer).ok_or_else(|| Error::integrity("webview", "a URL", "none"))?;
    let reference = known(asked, answer.transaction_id.as_deref())?;
    let mut mandate = Mandate::new(PROVIDER, reference, MandateStatus::Pending, "");
    mandate.provider_id.clone_from(&answer.rpi_code);
    mandate.customer_id.clone_from(&answer.customer_id);
    mandate.next_actions = vec![NextAction::Redirect { url }];
    mandate.answered_at = answer.response_time.as_deref().and_then(dates::time);
    mandate.raw = raw;
    Ok(mandate)
}

/// The page on which the customer confirms. Neither its place in the answer nor the case of its
/// name is documented.
fn page(answer: &InstructionCreated) -> Option<String> {
    let inside = ["URL", "url"]
        .iter()
        .filter_map(|name| answer.webview.as_ref()?.json().get(name)?.as_str());
    inside
        .chain(answer.url.as_deref())
        .find(|url| !url.is_empty())
        .map(str::to_owned)
}

/// The mandate in the answer of a get.
pub(crate) fn told(
    answer: &InstructionState,
    raw: Raw,
    asked: Option<&Reference>,
) -> Result<Mandate> {
    let rpi = answer
        .rpi
        .as_ref()
        .ok_or_else(|| Error::integrity("rpi", "an instruction", "none"))?;
    let reference = known(asked, rpi.transaction_id.as_deref())?;
    let status = rpi.status.clone().unwrap_or_else(|| "".into());
    let mut mandate = Mandate::new(PROVIDER, reference, meaning(&status), status.as_str());
    mandate.provider_id.clone_from(&rpi.rpi_code);
    mandate.customer_id.clone_from(&rpi.customer_id);
    mandate.next_charge_on = rpi.next_charge_date.as_deref().and_then(DateFormat::read);
    mandate.answered_at = answer.response_time.as_deref().and_then(dates::time);
    mandate.raw = raw;
    Ok(mandate)
}

/// Whether the answer itself contains the mandate's reference; otherwise the reference is the
/// query's.
pub(crate) fn is_repeated(mandate: &Mandate) -> bool {
    let told = mandate.raw.json().pointer("/rpi/transactionId");
    let reference = mandate.reference.as_str();
    // A number counts as its digits, as everywhere.
    told.is_some_and(|told| match told {
        Value::String(text) => text == reference,
        Value::Number(number) => number.to_string() == reference,
        _ => false,
    })
}

/// The reference of the query; without a query, that of the answer.
fn known(asked: Option<&Reference>, told: Option<&str>) -> Result<Reference> {
    asked.map_or_else(|| reference(told), |asked| Ok(asked.clone()))
}

/// The id in an answer or a callback. An invalid one is not quoted, because it may be anything.
pub(crate) fn reference(told: Option<&str>) -> Result<Reference> {
    told.and_then(|id| Reference::new(id).ok())
        .ok_or_else(|| Error::integrity("transactionId", "an id", "none"))
}

fn meaning(status: &InstructionStatus) -> MandateStatus {
    match status {
        InstructionStatus::PendingConfirmation => MandateStatus::Pending,
        InstructionStatus::Active => MandateStatus::Active,
        InstructionStatus::Completed => MandateStatus::Completed,
        InstructionStatus::Expired => MandateStatus::Expired,
        InstructionStatus::Rejected => MandateStatus::Rejected,
        InstructionStatus::Terminated => MandateStatus::Terminated,
        InstructionStatus::Other(word) => MandateStatus::Other(word.clone()),
    }
}
