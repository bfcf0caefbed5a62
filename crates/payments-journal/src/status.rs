//! What became of an intent of any kind, in one type.

use payments_core::{MandateStatus, News, PaymentStatus};
use serde::{Serialize, Serializer};

use crate::kind::Kind;

/// What the provider says became of an intent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Status {
    /// Of a payment or a bill.
    Payment(PaymentStatus),
    /// Of a mandate.
    Mandate(MandateStatus),
}

impl From<PaymentStatus> for Status {
    fn from(status: PaymentStatus) -> Self {
        Self::Payment(status)
    }
}

impl From<MandateStatus> for Status {
    fn from(status: MandateStatus) -> Self {
        Self::Mandate(status)
    }
}

impl Serialize for Status {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Status {
    pub(crate) fn of(news: &News) -> Option<Self> {
        let (kind, status): (_, Self) = match news {
            News::Payment(payment) => (Kind::Payment, payment.status.clone().into()),
            News::Bill(payment) => (Kind::Bill, payment.status.clone().into()),
            News::Mandate(mandate) => (Kind::Mandate, mandate.status.clone().into()),
            _ => return None,
        };
        // A word of the provider's own that is also one of ours must not be read back as ours.
        Some(match status {
            Self::Payment(PaymentStatus::Other(word)) if Self::read(kind, &word).is_ours() => {
                PaymentStatus::Other(format!("other:{word}")).into()
            }
            Self::Mandate(MandateStatus::Other(word)) if Self::read(kind, &word).is_ours() => {
                MandateStatus::Other(format!("other:{word}")).into()
            }
            status => status,
        })
    }

    fn is_ours(&self) -> bool {
        !matches!(
            self,
            Self::Payment(PaymentStatus::Other(_)) | Self::Mandate(MandateStatus::Other(_))
        )
    }

    /// Reads the word of [`as_str`](Self::as_str); one that is not known is [`Other`](PaymentStatus::Other).
    #[must_use]
    pub fn read(kind: Kind, word: &str) -> Self {
        match kind {
            Kind::Mandate => Self::Mandate(match word {
                "pending" => MandateStatus::Pending,
                "active" => MandateStatus::Active,
                "completed" => MandateStatus::Completed,
                "rejected" => MandateStatus::Rejected,
                "expired" => MandateStatus::Expired,
                "terminated" => MandateStatus::Terminated,
                other => MandateStatus::Other(other.into()),
            }),
            Kind::Payment | Kind::Bill => Self::Payment(match word {
                "pending" => PaymentStatus::Pending,
                "expired" => PaymentStatus::Expired,
                "failed" => PaymentStatus::Failed,
                "cancelled" => PaymentStatus::Cancelled,
                "paid" => PaymentStatus::Paid,
                "settled" => PaymentStatus::Settled,
                "refunded" => PaymentStatus::Refunded,
                other => PaymentStatus::Other(other.into()),
            }),
        }
    }

    /// The word in lower case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Payment(status) => status.as_str(),
            Self::Mandate(status) => status.as_str(),
        }
    }

    /// Whether nobody waits for anything any more: no customer for a payment, no confirmation for a mandate.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match self {
            Self::Payment(status) => status.is_final(),
            Self::Mandate(status) => {
                !matches!(status, MandateStatus::Pending | MandateStatus::Other(_))
            }
        }
    }

    /// Whether news of `self` may replace `current`: only upwards on the ladder, see [`PaymentStatus::can_follow`].
    #[must_use]
    pub fn can_follow(&self, current: &Self) -> bool {
        match (self, current) {
            (Self::Payment(news), Self::Payment(current)) => news.can_follow(current),
            (Self::Mandate(news), Self::Mandate(current)) => rung(news) > rung(current),
            _ => false,
        }
    }

    pub(crate) fn suits(&self, kind: Kind) -> bool {
        matches!(self, Self::Mandate(_)) == (kind == Kind::Mandate)
    }
}

/// A mandate that was active can only end; one that was confirmed late was still confirmed.
fn rung(status: &MandateStatus) -> u8 {
    match status {
        MandateStatus::Pending => 0,
        MandateStatus::Expired => 2,
        MandateStatus::Rejected => 3,
        MandateStatus::Active => 4,
        MandateStatus::Completed | MandateStatus::Terminated => 5,
        // `Other`, and words to come.
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_read_back_as_what_was_written() {
        for (kind, words) in [
            (
                Kind::Payment,
                &[
                    "pending",
                    "expired",
                    "failed",
                    "cancelled",
                    "paid",
                    "settled",
                    "refunded",
                    "odd",
                ][..],
            ),
            (
                Kind::Mandate,
                &[
                    "pending",
                    "active",
                    "completed",
                    "rejected",
                    "expired",
                    "terminated",
                    "odd",
                ][..],
            ),
        ] {
            for word in words {
                let status = Status::read(kind, word);
                assert_eq!(status.as_str(), *word);
                assert!(status.suits(kind));
                assert!(!status.can_follow(&status));
                assert_eq!(status.is_final(), !["pending", "odd"].contains(word));
            }
        }
    }

    #[test]
    fn a_providers_own_word_is_never_read_back_as_a_success() {
        let reference = payments_core::Reference::new("order-1").unwrap();
        let provider = payments_core::Provider::new("test");
        for word in ["settled", "paid", "odd"] {
            let status = PaymentStatus::Other(word.into());
            let method = payments_core::Method::OVO;
            let news =
                payments_core::Payment::new(provider, reference.clone(), method, status, word);
            let told = Status::of(&news.into()).unwrap();
            assert!(
                !Status::read(Kind::Payment, told.as_str()).is_ours(),
                "{word}"
            );
        }
    }
}
