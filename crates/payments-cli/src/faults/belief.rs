//! What the merchant believes about an order, according to its record.

use payments::{ChargeProof, Money, News, PaymentStatus, Status};
use payments_journal::{Entry, State};

use super::{
    judge::Belief,
    order::{Order, Wish},
};

/// What the journal says of an order. `is_not_asked`: its provider could not be asked about it.
pub(super) fn of(order: &Order, entry: &Entry, is_not_asked: bool) -> Belief {
    match entry.state {
        State::NeedsAttention => Belief::Unresolved,
        State::Pending if is_not_asked => Belief::Unresolved,
        // Still open after all that time: nobody will ever learn.
        State::Open | State::Refused => Belief::NotPaid,
        State::Pending | State::Finished => match &entry.status {
            Some(Status::Mandate(_)) => charged(entry),
            Some(Status::Payment(PaymentStatus::Refunded)) => Belief::GivenBack,
            Some(status) if status.is_paid() => Belief::Paid {
                amount: amount(order, entry),
                given_back: given_back(entry),
            },
            _ => Belief::NotPaid,
        },
    }
}

/// What is believed of the first charge of a mandate, the only one that is to take something: that
/// the mandate is active is no payment, and a claim that nothing bears out is known to be one.
fn charged(entry: &Entry) -> Belief {
    let mut charges = entry.answer.as_ref().map_or(&[][..], News::charges).iter();
    let Some(charge) = charges.find(|charge| charge.number == Some(1)) else {
        return match entry.status.as_ref().is_some_and(Status::is_active) {
            true => Belief::Unresolved,
            false => Belief::NotPaid,
        };
    };
    match &charge.status {
        _ if charge.is_paid() => Belief::paid(charge.amount),
        PaymentStatus::Refunded if charge.proof != ChargeProof::Claimed => Belief::GivenBack,
        PaymentStatus::Failed | PaymentStatus::Cancelled
            if charge.proof != ChargeProof::Claimed =>
        {
            Belief::NotPaid
        }
        _ => Belief::Unresolved,
    }
}

/// How much the merchant believes to have moved: of a bill, what it cost the deposit.
fn amount(order: &Order, entry: &Entry) -> Option<Money> {
    match (&entry.answer, &order.wish) {
        (Some(News::Bill(payment)), _) => payment.cost,
        (Some(News::Topup(topup)), _) => topup.price,
        (_, Wish::Bill { .. } | Wish::Topup { .. }) => None,
        (Some(News::Payment(payment)), _) => payment.amount.or(entry.amount),
        _ => entry.amount,
    }
}

/// How much of it went back, as the provider last told.
fn given_back(entry: &Entry) -> Option<Money> {
    match &entry.answer {
        Some(News::Payment(payment)) => payment.refunded,
        _ => None,
    }
}
