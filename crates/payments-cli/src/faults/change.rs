//! The merchant with the journal changes the amount of a charge.

use payments::{
    AccountId, AmountChangeRequest, AmountChangeStatus, MandateQuery, News, Reference, Status,
};
use payments_journal::{Entry, Journal, State};

use super::{
    judge::{Belief, Changed},
    order::Order,
};

/// The changes of an order that can be asked for: once the provider's ids of the mandate are known.
pub(super) fn asked(order: &Order, mandate: Option<&Entry>) -> Vec<AmountChangeRequest> {
    let query = mandate.and_then(|entry| match &entry.answer {
        Some(News::Mandate(mandate)) => Some(mandate.query()),
        _ => None,
    });
    query.map_or_else(Vec::new, |query| all(order, &query))
}

fn all(order: &Order, mandate: &MandateQuery) -> Vec<AmountChangeRequest> {
    (1..)
        .zip(order.changes())
        .filter_map(|(number, _)| order.change(number, mandate.clone()))
        .collect()
}

/// How much the charge takes, as the journal says. `None`: it is not changed.
pub(super) async fn believed(
    journal: &Journal,
    account: &AccountId,
    order: &Order,
    mandate: &Reference,
) -> payments_journal::Result<Option<Changed>> {
    let Some(first) = order.unchanged() else {
        return Ok(None);
    };
    let mut takes = Changed::To(first);
    // What they are known by does not depend on the provider's ids.
    for change in all(order, &MandateQuery::new(mandate.clone())) {
        let entry = journal.get(account, change.reference()).await?;
        takes = match entry {
            Some(entry) => after(&entry, &change).unwrap_or(takes),
            None => takes,
        };
    }
    Ok(Some(takes))
}

/// What the merchant believes once it has compared the amount of a charge with what it has set: the
/// provider's answers bear out that a charge was made, not how much it took where that varies.
pub(super) fn compared(order: &Order, belief: Belief, changed: Option<Changed>) -> Belief {
    match (belief, changed) {
        (Belief::Paid { amount, .. }, Some(Changed::To(set))) if amount != Some(set) => {
            Belief::Unresolved
        }
        (Belief::Paid { amount, .. }, Some(Changed::Unknown)) if !order.may_take(amount) => {
            Belief::Unresolved
        }
        (belief, _) => belief,
    }
}

/// How much the charge takes after a change, unless that changes nothing.
fn after(entry: &Entry, change: &AmountChangeRequest) -> Option<Changed> {
    use AmountChangeStatus as S;
    match (entry.state, &entry.status) {
        (State::Finished, Some(Status::AmountChange(S::Applied | S::Accepted))) => {
            Some(Changed::To(change.amount()))
        }
        (State::Finished | State::Refused, _) => None,
        _ => Some(Changed::Unknown),
    }
}
