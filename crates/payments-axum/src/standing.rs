//! What an event is about, and whether it is news there.

use payments_core::{MandateStatus, News, PaymentStatus, Provider, Reference};

/// What events are about. Events of one subject are handled one after the other.
///
/// The provider's id belongs to it, because one reference may be paid many times: a virtual account that stays.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Subject {
    provider: Provider,
    kind: &'static str,
    reference: Reference,
    id: Option<String>,
}

impl Subject {
    pub(crate) fn of(provider: Provider, news: &News) -> Self {
        let (kind, id) = match news {
            News::Payment(payment) => ("payment", payment.provider_id.clone()),
            News::Bill(_) => ("bill", None),
            _ => ("mandate", None),
        };
        Self {
            provider,
            kind,
            reference: news.reference().clone(),
            id,
        }
    }
}

/// How far a subject has come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Standing {
    Money(PaymentStatus),
    Mandate(MandateStatus),
}

impl Standing {
    pub(crate) fn of(news: &News) -> Option<Self> {
        match news {
            News::Payment(payment) => Some(Self::Money(payment.status.clone())),
            News::Bill(payment) => Some(Self::Money(payment.status.clone())),
            News::Mandate(mandate) => Some(Self::Mandate(mandate.status.clone())),
            _ => None,
        }
    }

    /// Whether it is news after `current`: upwards only, where money is; a mandate may tell the same word of another charge.
    pub(crate) fn can_follow(&self, current: &Self) -> bool {
        match (self, current) {
            (Self::Money(status), Self::Money(current)) => status.can_follow(current),
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
