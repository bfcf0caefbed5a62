//! A provider's own list of a day's payments. Only Fazz documents one that is filtered by time; it
//! tells when a payment was created, and not when it was paid.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use futures_util::{Stream, StreamExt};
use payments::{
    AccountId, Error, Name, ProviderClient, Result,
    fazz::{self, CAPABILITIES, Fazz, Filter, statuses::StatusTable, types::PaymentResource},
    jakarta,
};
use payments_journal::Reported;

use crate::{failure::Failure, providers};

/// Payments of the hours before and after the day are listed, too: they decide what happened
/// around midnight by two clocks.
const AROUND: TimeDelta = TimeDelta::hours(1);

/// The list of an account's payments that were created on a day, and around it.
pub(super) fn of_day(
    account: &AccountId,
    day: NaiveDate,
    sandbox: Option<&str>,
) -> Result<impl Stream<Item = Result<Reported, Failure>> + use<>, Failure> {
    if account.provider().as_str() != Name::Fazz.as_str() {
        return Err(Failure::usage(format!(
            "the document of {} shows no list of payments by day",
            account.provider()
        ))
        .advise("export a file from its dashboard, and compare that: --file and --columns"));
    }
    let settings = providers::settings(Name::Fazz, sandbox);
    let config = fazz::Config::from_variables(|name| settings.get(name))?;
    let fazz = Fazz::new(config)?;
    super::adopting::same_account(account, fazz.account().id())?;
    let bounds = jakarta::bounds(day);
    let filter = Filter::new()
        .created(bounds.start - AROUND, bounds.end + AROUND)
        .oldest_first()
        .page_size(1000);
    let rows = fazz.list_payments(filter).enumerate();
    Ok(rows.map(|(number, payment)| {
        let number = u64::try_from(number).unwrap_or(u64::MAX).saturating_add(1);
        payment
            .and_then(|payment| row(number, &payment))
            .map_err(Failure::from)
    }))
}

fn row(number: u64, payment: &PaymentResource) -> Result<Reported> {
    let state = &payment.attributes;
    let currency = CAPABILITIES.currency;
    if state
        .currency
        .as_deref()
        .is_some_and(|told| told != currency.as_str())
    {
        return Err(Error::integrity("currency", currency.as_str(), "another"));
    }
    let mut row = Reported::new(number, &*state.reference_id)
        .provider_id(&*payment.id)
        .amount(state.amount.money("amount", currency)?)
        .status(StatusTable::Payment.read(&state.status));
    row.fee = state
        .fees
        .map(|fees| fees.money("fees", currency))
        .transpose()?;
    row.at = state.created_at.as_deref().and_then(time);
    Ok(row)
}

/// One that cannot be read is of the day: it was asked for.
fn time(text: &str) -> Option<DateTime<Utc>> {
    Some(DateTime::parse_from_rfc3339(text).ok()?.to_utc())
}
