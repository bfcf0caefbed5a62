//! The judge: compares the ledger of moved money with what the merchant believes.

use std::ops::AddAssign;

use payments::Money;
use serde::Serialize;

/// What a merchant believes of an order in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Belief {
    /// It was paid, so much, and so much of it went back.
    Paid {
        amount: Option<Money>,
        given_back: Option<Money>,
    },
    /// It was paid, and all of it went back.
    GivenBack,
    /// It was not paid, and will not be: failed, expired, cancelled, refused, never sent.
    NotPaid,
    /// It is not known, and known not to be known: a person decides, or somebody still works on it.
    Unresolved,
}

impl Belief {
    pub(super) const fn paid(amount: Option<Money>) -> Self {
        Self::Paid {
            amount,
            given_back: None,
        }
    }
}

/// What the merchant asked for, as far as it decides what may be taken.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked {
    /// The amount, where the customer decided that.
    pub(super) amount: Option<Money>,
    /// The most that it may cost.
    pub(super) highest: Option<Money>,
    /// How much a charge takes after the changes of its amount, as the merchant believes.
    pub(super) changed: Option<Changed>,
    /// Whether the provider's only word of a refund never arrived, so that nobody can know of it.
    pub(super) refund_is_untold: bool,
}

/// How much a charge takes after the changes of its amount, as the merchant believes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Changed {
    To(Money),
    /// It is not known, and known not to be known.
    Unknown,
}

/// The money that moved for an order, under whatever reference.
#[derive(Clone, Debug, Default)]
pub(super) struct Moved {
    pub(super) debits: Vec<Money>,
    pub(super) refunds: Vec<Money>,
    /// How many debits there were on days on which nothing was to be taken.
    pub(super) on_other_days: u64,
}

impl Moved {
    fn given_back(&self) -> Option<Money> {
        sum(&self.refunds)
    }

    /// Whether the customer has all of it again.
    fn is_undone(&self) -> bool {
        !self.debits.is_empty() && sum(&self.debits) == self.given_back()
    }
}

fn sum(amounts: &[Money]) -> Option<Money> {
    let (first, rest) = amounts.split_first()?;
    let total = rest
        .iter()
        .fold(first.amount(), |total, money| total + money.amount());
    Money::new(total, first.currency()).ok()
}

/// Counts over orders, but for debits, refunds, unknown outcomes and crashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Judgement {
    pub(super) orders: u64,
    /// Rows of the ledger.
    pub(super) debits: u64,
    pub(super) refunds: u64,
    /// Charged more than once.
    pub(super) duplicates: u64,
    /// Charged, and the merchant believes that it is not, or that all of it went back.
    pub(super) lost: u64,
    /// Not charged, or given back, and the merchant believes that it is charged.
    pub(super) phantom: u64,
    /// Charged another amount than was ordered, or than the merchant believes; or another part of
    /// it went back than the merchant believes.
    pub(super) wrong_amount: u64,
    /// It cost more than the merchant wanted to pay.
    pub(super) too_dear: u64,
    /// Mandates of which a charge took something that no change was for.
    pub(super) wrong_date: u64,
    /// A charge took another amount than the merchant believes after its changes.
    pub(super) wrong_change: u64,
    /// Mandates whose amounts were to be changed.
    pub(super) changes: u64,
    /// Given back, and the only word of that was lost: nobody can know.
    pub(super) untold: u64,
    /// Left to a person.
    pub(super) unresolved: u64,
    /// Requests after which it was not known what the provider did.
    pub(super) unknown_outcomes: u64,
    /// Workers that died.
    pub(super) crashes: u64,
}

impl Judgement {
    pub(super) fn is_clean(&self) -> bool {
        let charged = (self.duplicates, self.lost, self.phantom, self.wrong_amount);
        let changed = (self.too_dear, self.wrong_date, self.wrong_change);
        (charged, changed) == ((0, 0, 0, 0), (0, 0, 0))
    }

    /// One order: what was asked for, the money that moved for it, and what the merchant believes.
    pub(super) fn judge(&mut self, asked: &Asked, moved: &Moved, belief: Belief) {
        let debits = &moved.debits;
        let ordered = asked.amount;
        self.judge_change(asked, moved);
        let highest = asked.highest.map(|highest| highest.amount());
        let is_dear = |debit: &Money| highest.is_some_and(|highest| debit.amount() > highest);
        self.too_dear += u64::from(debits.iter().any(is_dear));
        self.orders += 1;
        self.debits += debits.len() as u64;
        self.refunds += moved.refunds.len() as u64;
        self.duplicates += u64::from(debits.len() > 1);
        let (believed, part) = match belief {
            Belief::Paid { amount, given_back } => (amount, given_back),
            _ => (None, None),
        };
        let mut amounts = [ordered, believed].into_iter().flatten();
        let is_wrong = amounts.any(|amount| debits.iter().any(|debit| *debit != amount));
        let is_charged = !debits.is_empty() && !moved.is_undone();
        let is_wrong_part = match belief {
            Belief::Paid { .. } => is_charged && part != moved.given_back(),
            _ => false,
        };
        self.wrong_amount += u64::from(is_wrong || is_wrong_part);
        match belief {
            Belief::Unresolved => self.unresolved += 1,
            Belief::Paid { .. } if asked.refund_is_untold && moved.is_undone() => self.untold += 1,
            Belief::Paid { .. } if !is_charged => self.phantom += 1,
            Belief::GivenBack if debits.is_empty() => self.phantom += 1,
            Belief::NotPaid | Belief::GivenBack if is_charged => self.lost += 1,
            _ => {}
        }
    }

    fn judge_change(&mut self, asked: &Asked, moved: &Moved) {
        self.wrong_date += u64::from(moved.on_other_days > 0);
        let Some(changed) = asked.changed else {
            return;
        };
        self.changes += 1;
        let is_wrong =
            |debit: &Money| changed != Changed::Unknown && changed != Changed::To(*debit);
        self.wrong_change += u64::from(moved.debits.iter().any(is_wrong));
    }
}

impl AddAssign for Judgement {
    fn add_assign(&mut self, other: Self) {
        self.orders += other.orders;
        self.debits += other.debits;
        self.refunds += other.refunds;
        self.duplicates += other.duplicates;
        self.lost += other.lost;
        self.phantom += other.phantom;
        self.wrong_amount += other.wrong_amount;
        self.too_dear += other.too_dear;
        self.wrong_date += other.wrong_date;
        self.wrong_change += other.wrong_change;
        self.changes += other.changes;
        self.untold += other.untold;
        self.unresolved += other.unresolved;
        self.unknown_outcomes += other.unknown_outcomes;
        self.crashes += other.crashes;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(debits: &[u64], refunds: &[u64], belief: Belief) -> Judgement {
        let money = |amounts: &[u64]| amounts.iter().copied().map(Money::idr).collect();
        let moved = Moved {
            debits: money(debits),
            refunds: money(refunds),
            on_other_days: 0,
        };
        let asked = Asked {
            amount: Some(Money::idr(3)),
            ..Asked::default()
        };
        judged_as(&asked, &moved, belief)
    }

    fn judged_as(asked: &Asked, moved: &Moved, belief: Belief) -> Judgement {
        let mut judgement = Judgement::default();
        judgement.judge(asked, moved, belief);
        judgement
    }

    fn paid(rupiah: u64) -> Belief {
        Belief::paid(Some(Money::idr(rupiah)))
    }

    #[test]
    fn every_way_to_be_wrong_about_money_is_seen() {
        assert!(judged(&[3], &[], paid(3)).is_clean());
        assert!(judged(&[], &[], Belief::NotPaid).is_clean());
        assert_eq!(judged(&[3, 3], &[], paid(3)).duplicates, 1);
        assert_eq!(judged(&[3, 3], &[], Belief::Unresolved).duplicates, 1);
        assert_eq!(judged(&[3], &[], Belief::NotPaid).lost, 1);
        assert_eq!(judged(&[], &[], paid(3)).phantom, 1);
        assert_eq!(judged(&[2], &[], paid(2)).wrong_amount, 1);
        assert_eq!(judged(&[3], &[], paid(2)).wrong_amount, 1);
        let open = judged(&[3], &[], Belief::Unresolved);
        assert!(open.is_clean() && open.unresolved == 1);
    }

    #[test]
    fn a_price_above_the_highest_and_a_change_that_went_wrong_are_seen() {
        let mut moved = Moved {
            debits: vec![Money::idr(3)],
            ..Moved::default()
        };
        let highest = |rupiah| Asked {
            highest: Some(Money::idr(rupiah)),
            ..Asked::default()
        };
        assert!(judged_as(&highest(3), &moved, paid(3)).is_clean());
        let dear = judged_as(&highest(2), &moved, paid(3));
        assert!(dear.too_dear == 1 && !dear.is_clean());

        let changed = |changed| Asked {
            changed: Some(changed),
            ..Asked::default()
        };
        let to = |rupiah| changed(Changed::To(Money::idr(rupiah)));
        assert!(judged_as(&to(3), &moved, paid(3)).is_clean());
        assert!(judged_as(&changed(Changed::Unknown), &moved, paid(3)).is_clean());
        let wrong = judged_as(&to(2), &moved, paid(3));
        assert!(wrong.wrong_change == 1 && !wrong.is_clean());
        moved.on_other_days = 1;
        let wrong = judged_as(&to(3), &moved, paid(3));
        assert!(wrong.wrong_date == 1 && !wrong.is_clean());
    }

    #[test]
    fn money_that_went_back_without_a_word_is_known_by_nobody() {
        let moved = Moved {
            debits: vec![Money::idr(3)],
            refunds: vec![Money::idr(3)],
            on_other_days: 0,
        };
        let untold = Asked {
            refund_is_untold: true,
            ..Asked::default()
        };
        let judged = judged_as(&untold, &moved, paid(3));
        assert!(judged.untold == 1 && judged.is_clean());
        assert_eq!(judged_as(&Asked::default(), &moved, paid(3)).phantom, 1);
    }

    #[test]
    fn money_that_went_back_is_no_longer_charged_and_a_part_must_be_known_exactly() {
        assert!(judged(&[3], &[3], Belief::GivenBack).is_clean());
        assert!(judged(&[3], &[1, 2], Belief::NotPaid).is_clean());
        assert_eq!(judged(&[3], &[3], paid(3)).phantom, 1);
        assert_eq!(judged(&[], &[], Belief::GivenBack).phantom, 1);
        assert_eq!(judged(&[3], &[], Belief::GivenBack).lost, 1);
        assert_eq!(judged(&[3], &[1], Belief::GivenBack).lost, 1);
        let part = |rupiah| Belief::Paid {
            amount: Some(Money::idr(3)),
            given_back: Some(Money::idr(rupiah)),
        };
        assert!(judged(&[3], &[1], part(1)).is_clean());
        for wrong in [paid(3), part(2)] {
            assert_eq!(judged(&[3], &[1], wrong).wrong_amount, 1);
        }
        assert_eq!(judged(&[3], &[], part(1)).wrong_amount, 1);
    }
}
