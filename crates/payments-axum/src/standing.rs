//! What an event is about, and whether it is news there.

use payments_core::{MandateStatus, Money, News, PaymentStatus, Provider, Reference};

/// What events are about. Events of one subject are handled one after the other.
///
/// The provider's id belongs to it, because one reference may be paid many times: a virtual account that stays.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Subject {
    provider: Provider,
    kind: &'static str,
    /// None of news that names no reference.
    reference: Option<Reference>,
    id: Option<String>,
}

impl Subject {
    pub(crate) fn of(provider: Provider, news: &News) -> Self {
        let (kind, id) = match news {
            News::Payment(payment) => ("payment", payment.provider_id.clone()),
            News::Bill(_) => ("bill", None),
            // On its own: it is handled beside what it is about, and holds nothing up.
            News::Refund(refund) => ("refund", Some(refund.refund_id.clone())),
            News::Unmodelled(message) => ("unmodelled", message.provider_id.clone()),
            _ => ("mandate", None),
        };
        Self {
            provider,
            kind,
            reference: news.reference().cloned(),
            id,
        }
    }
}

/// How far a subject has come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Standing {
    /// The status, and how much went back so far.
    Money(PaymentStatus, Option<Money>),
    Mandate(MandateStatus),
}

impl Standing {
    pub(crate) fn of(news: &News) -> Option<Self> {
        match news {
            News::Payment(payment) => Some(Self::Money(payment.status.clone(), payment.refunded)),
            News::Bill(payment) => Some(Self::Money(payment.status.clone(), None)),
            News::Mandate(mandate) => Some(Self::Mandate(mandate.status.clone())),
            _ => None,
        }
    }

    /// Whether it is news after `current`: upwards only, where money is; a mandate may tell the same word of another charge.
    pub(crate) fn can_follow(&self, current: &Self) -> bool {
        match (self, current) {
            (Self::Money(status, refunded), Self::Money(current, before)) => {
                let went_back = |money: &Option<Money>| money.map(|money| money.amount());
                status.can_follow(current)
                    || (!current.can_follow(status) && went_back(refunded) > went_back(before))
            }
            (Self::Mandate(_), Self::Mandate(current)) => !matches!(
                current,
                MandateStatus::Completed
                    | MandateStatus::Rejected
                    | MandateStatus::Expired
                    | MandateStatus::Terminated
            ),
            _ => true,
        }
    }
}
