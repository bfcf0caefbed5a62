//! The status of an instruction of any kind, and which status may follow which.

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::Kind;
use crate::{
    amount_change::AmountChangeStatus, mandate::MandateStatus, money::Money, status::PaymentStatus,
};

/// The status of an instruction, according to the provider.
///
/// ```
/// use payments_core::{Kind, Status};
///
/// let paid = Status::read(Kind::Payment, "paid");
/// assert!(paid.is_paid());
/// assert!(!Status::read(Kind::Mandate, "active").is_paid());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// Of a payment, a bill or a top-up.
    Payment(PaymentStatus),
    /// Of a mandate.
    Mandate(MandateStatus),
    /// Of a change of an amount.
    AmountChange(AmountChangeStatus),
}

impl From<PaymentStatus> for Status {
    /// A provider's unknown word that equals one of ours would be read back as ours, so it is
    /// marked.
    fn from(status: PaymentStatus) -> Self {
        Self::Payment(match status {
            PaymentStatus::Other(word) if PaymentStatus::read(&word).is_known() => {
                PaymentStatus::Other(format!("other:{word}"))
            }
            status => status,
        })
    }
}

impl From<MandateStatus> for Status {
    /// As for payments.
    fn from(status: MandateStatus) -> Self {
        Self::Mandate(match status {
            MandateStatus::Other(word) if MandateStatus::read(&word).is_known() => {
                MandateStatus::Other(format!("other:{word}"))
            }
            status => status,
        })
    }
}

impl From<AmountChangeStatus> for Status {
    /// As for payments.
    fn from(status: AmountChangeStatus) -> Self {
        Self::AmountChange(match status {
            AmountChangeStatus::Other(word) if AmountChangeStatus::read(&word).is_known() => {
                AmountChangeStatus::Other(format!("other:{word}"))
            }
            status => status,
        })
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Status {
    /// Reads the word of [`as_str`](Self::as_str). An unknown word is the provider's own: never a
    /// success.
    #[must_use]
    pub fn read(kind: Kind, word: &str) -> Self {
        match kind {
            Kind::Mandate => Self::Mandate(MandateStatus::read(word)),
            Kind::AmountChange => Self::AmountChange(AmountChangeStatus::read(word)),
            _ => Self::Payment(PaymentStatus::read(word)),
        }
    }

    /// The word in lower case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Payment(status) => status.as_str(),
            Self::Mandate(status) => status.as_str(),
            Self::AmountChange(status) => status.as_str(),
        }
    }

    /// Whether money arrived and stayed: paid or settled. Never true for a mandate or a change of
    /// its amount, which move none.
    #[must_use]
    pub fn is_paid(&self) -> bool {
        matches!(self, Self::Payment(status) if status.is_paid())
    }

    /// Whether it is a mandate that may still be charged.
    #[must_use]
    pub fn is_active(&self) -> bool {
        matches!(self, Self::Mandate(status) if status.is_active())
    }

    /// Whether nothing is awaited any more: no payment by a customer, no confirmation of a mandate.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match self {
            Self::Payment(status) => status.is_final(),
            Self::Mandate(status) => status.is_final(),
            Self::AmountChange(status) => status.is_final(),
        }
    }

    /// Whether `self` may replace `current`: only upwards on the ladder of its kind.
    #[must_use]
    pub fn can_follow(&self, current: &Self) -> bool {
        match (self, current) {
            (Self::Payment(news), Self::Payment(current)) => news.can_follow(current),
            (Self::Mandate(news), Self::Mandate(current)) => news.can_follow(current),
            (Self::AmountChange(news), Self::AmountChange(current)) => news.can_follow(current),
            _ => false,
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How far an instruction has come. It decides whether a later message is news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    pub(super) status: Status,
    pub(super) refunded: Option<Money>,
    pub(super) next_charge_on: Option<NaiveDate>,
}

impl Rung {
    /// Whether `self` may be news after `current`: the status is higher on the ladder, or more was
    /// refunded and the status is not lower. A mandate stays active from charge to charge.
    #[must_use]
    pub fn can_follow(&self, current: &Self) -> bool {
        let is_earlier = current.status.can_follow(&self.status);
        let went_further_back = went_back(self.refunded) > went_back(current.refunded);
        let may_be_another_charge = self.status == current.status && self.status.is_active();
        self.status.can_follow(&current.status)
            || may_be_another_charge
            || (!is_earlier && went_further_back)
    }
}

fn went_back(refunded: Option<Money>) -> Decimal {
    refunded.map_or(Decimal::ZERO, |money| money.amount())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back_as_what_was_written() {
        let payments = "pending expired failed cancelled paid settled refunded odd";
        let mandates = "pending active completed rejected expired terminated odd";
        let changes = "void accepted applied applied_elsewhere odd";
        for (kind, words) in [
            (Kind::Payment, payments),
            (Kind::Bill, payments),
            (Kind::Mandate, mandates),
            (Kind::AmountChange, changes),
        ] {
            for word in words.split(' ') {
                let status = Status::read(kind, word);
                assert_eq!(status.as_str(), word);
                assert!(!status.can_follow(&status));
                assert_eq!(status.is_final(), !["pending", "odd"].contains(&word));
            }
        }
    }

    #[test]
    fn a_providers_own_word_is_never_read_back_as_a_success() {
        for word in ["settled", "paid", "odd", "active", "applied"] {
            for (kind, told) in [
                (
                    Kind::Payment,
                    Status::from(PaymentStatus::Other(word.into())),
                ),
                (
                    Kind::Mandate,
                    Status::from(MandateStatus::Other(word.into())),
                ),
                (
                    Kind::AmountChange,
                    Status::from(AmountChangeStatus::Other(word.into())),
                ),
            ] {
                let read = Status::read(kind, told.as_str());
                assert!(!read.is_final() && !read.is_paid(), "{word}");
            }
        }
    }

    fn told(status: PaymentStatus, refunded: u64) -> Rung {
        Rung {
            status: status.into(),
            refunded: (refunded > 0).then(|| Money::idr(refunded)),
            next_charge_on: None,
        }
    }

    #[test]
    fn a_part_that_went_back_is_news_once_and_never_lowers_anything() {
        let order = [
            told(PaymentStatus::Paid, 0),
            told(PaymentStatus::Paid, 5_000),
            told(PaymentStatus::Settled, 10_000),
            told(PaymentStatus::Refunded, 20_000),
        ];
        for (a, earlier) in order.iter().enumerate() {
            for (b, later) in order.iter().enumerate() {
                assert_eq!(later.can_follow(earlier), b > a, "{a} {b}");
            }
        }
        assert!(!told(PaymentStatus::Failed, 5_000).can_follow(&order[0]));
    }

    #[test]
    fn a_mandate_that_was_active_can_only_end() {
        use MandateStatus as S;
        let [pending, expired, active, completed] =
            [S::Pending, S::Expired, S::Active, S::Completed].map(Status::from);
        assert!(active.can_follow(&pending) && active.can_follow(&expired));
        assert!(completed.can_follow(&active) && completed.can_follow(&expired));
        for late in [&pending, &expired] {
            assert!(!late.can_follow(&active) && !late.can_follow(&completed));
        }
        assert!(!active.can_follow(&completed));
    }
}
