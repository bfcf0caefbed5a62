//! The judge: the ledger of the money that moved against what the merchant believes.

use std::ops::AddAssign;

use payments::Money;
use serde::Serialize;

/// What a merchant believes of an order in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Belief {
    /// It was paid, so much.
    Paid(Option<Money>),
    /// It was not paid, and will not be: failed, expired, cancelled, refused, never sent.
    NotPaid,
    /// It is not known, and known not to be known: a person decides, or somebody still works on it.
    Unresolved,
}

/// Counts over orders, but for debits, unknown outcomes and crashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Judgement {
    pub(super) orders: u64,
    /// Rows of the ledger.
    pub(super) debits: u64,
    /// Charged more than once.
    pub(super) duplicates: u64,
    /// Charged, and the merchant believes that it is not.
    pub(super) lost: u64,
    /// Not charged, and the merchant believes that it is.
    pub(super) phantom: u64,
    /// Charged another amount than was ordered, or than the merchant believes.
    pub(super) wrong_amount: u64,
    /// Left to a person.
    pub(super) unresolved: u64,
    /// Requests after which it was not known what the provider did.
    pub(super) unknown_outcomes: u64,
    /// Workers that died.
    pub(super) crashes: u64,
}

impl Judgement {
    pub(super) fn is_clean(&self) -> bool {
        (self.duplicates, self.lost, self.phantom, self.wrong_amount) == (0, 0, 0, 0)
    }

    /// One order: its amount where the customer decided that, the amounts that moved for it, under whatever reference, and what the merchant
    /// believes.
    pub(super) fn judge(&mut self, ordered: Option<Money>, debits: &[Money], belief: Belief) {
        self.orders += 1;
        self.debits += debits.len() as u64;
        self.duplicates += u64::from(debits.len() > 1);
        let believed = match belief {
            Belief::Paid(amount) => amount,
            _ => None,
        };
        let mut amounts = [ordered, believed].into_iter().flatten();
        let is_wrong = amounts.any(|amount| debits.iter().any(|debit| *debit != amount));
        self.wrong_amount += u64::from(is_wrong);
        match (debits, belief) {
            (_, Belief::Unresolved) => self.unresolved += 1,
            ([], Belief::Paid(_)) => self.phantom += 1,
            (_, Belief::NotPaid) if !debits.is_empty() => self.lost += 1,
            _ => {}
        }
    }
}

impl AddAssign for Judgement {
    fn add_assign(&mut self, other: Self) {
        self.orders += other.orders;
        self.debits += other.debits;
        self.duplicates += other.duplicates;
        self.lost += other.lost;
        self.phantom += other.phantom;
        self.wrong_amount += other.wrong_amount;
        self.unresolved += other.unresolved;
        self.unknown_outcomes += other.unknown_outcomes;
        self.crashes += other.crashes;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(debits: &[u64], belief: Belief) -> Judgement {
        let debits: Vec<_> = debits.iter().copied().map(Money::idr).collect();
        let mut judgement = Judgement::default();
        judgement.judge(Some(Money::idr(1)), &debits, belief);
        judgement
    }

    #[test]
    fn every_way_to_be_wrong_about_money_is_seen() {
        let paid = |rupiah| Belief::Paid(Some(Money::idr(rupiah)));
        assert!(judged(&[1], paid(1)).is_clean());
        assert!(judged(&[], Belief::NotPaid).is_clean());
        assert_eq!(judged(&[1, 1], paid(1)).duplicates, 1);
        assert_eq!(judged(&[1, 1], Belief::Unresolved).duplicates, 1);
        assert_eq!(judged(&[1], Belief::NotPaid).lost, 1);
        assert_eq!(judged(&[], paid(1)).phantom, 1);
        assert_eq!(judged(&[2], paid(2)).wrong_amount, 1);
        assert_eq!(judged(&[1], paid(2)).wrong_amount, 1);
        let open = judged(&[1], Belief::Unresolved);
        assert!(open.is_clean() && open.unresolved == 1);
    }
}
