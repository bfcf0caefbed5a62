//! News of an instruction of any kind.

use serde::{Deserialize, Serialize};

use super::{Answer, Rung, Status};
use crate::{
    amount_change::AmountChange,
    bill::BillPayment,
    charge::Charge,
    kind::Kind,
    mandate::{Mandate, MandateCharge},
    money::Money,
    payment::Payment,
    provider::Provider,
    reference::Reference,
    refund::Refund,
    topup::Topup,
    unmodelled::Unmodelled,
};

/// What a callback is about. Check its amount against your own record before fulfilling.
///
/// ```
/// use payments_core::News;
///
/// fn tell(news: &News) {
///     match news {
///         News::Payment(payment) => println!("{} is {}", payment.reference, payment.status),
///         News::Bill(bill) => println!("{} is {}", bill.bill.reference, bill.status),
///         other => println!("{:?}: {}", other.reference(), other.status_word()),
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum News {
    /// A payment by a customer.
    Payment(Box<Payment>),
    /// The payment of a bill.
    Bill(Box<BillPayment>),
    /// The sale of a prepaid product.
    Topup(Box<Topup>),
    /// A mandate.
    Mandate(Box<Mandate>),
    /// A change of the amount of one charge of a mandate.
    AmountChange(Box<AmountChange>),
    /// One charge of a mandate.
    Charge(Box<MandateCharge>),
    /// A refund of a payment, named by the provider's own ids.
    #[doc(alias = "refund")]
    Refund(Box<Refund>),
    /// The sender is proved, but this version does not model the message. It is never a success; a
    /// person should look at it.
    Unmodelled(Box<Unmodelled>),
}

/// Evaluates one expression for an answer of any kind; the last arms are for news that is not an
/// answer.
macro_rules! of_answer {
    ($news:expr, $answer:ident => $with:expr, $($rest:tt)*) => {
        match $news {
            News::Payment($answer) => $with,
            News::Bill($answer) => $with,
            News::Topup($answer) => $with,
            News::Mandate($answer) => $with,
            News::AmountChange($answer) => $with,
            $($rest)*
        }
    };
}

impl News {
    /// The kind of instruction, if the news is an answer about one.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        match self {
            Self::Payment(_) => Some(Kind::Payment),
            Self::Bill(_) => Some(Kind::Bill),
            Self::Topup(_) => Some(Kind::Topup),
            Self::Mandate(_) => Some(Kind::Mandate),
            Self::AmountChange(_) => Some(Kind::AmountChange),
            Self::Charge(_) | Self::Refund(_) | Self::Unmodelled(_) => None,
        }
    }

    /// The provider.
    #[must_use]
    pub fn provider(&self) -> Provider {
        of_answer!(self, answer => answer.provider(),
            Self::Charge(told) => told.mandate.provider,
            Self::Refund(refund) => refund.provider,
            Self::Unmodelled(message) => message.provider,
        )
    }

    /// The merchant's reference, if the message names it.
    #[must_use]
    pub fn reference(&self) -> Option<&Reference> {
        of_answer!(self, answer => Some(answer.reference()),
            Self::Charge(told) => Some(&told.mandate.reference),
            Self::Refund(refund) => refund.reference.as_ref(),
            Self::Unmodelled(message) => message.reference.as_ref(),
        )
    }

    /// The provider's id of its subject, if the message names it.
    #[must_use]
    pub fn provider_id(&self) -> Option<&str> {
        of_answer!(self, answer => answer.provider_id(),
            Self::Charge(told) => told.mandate.provider_id.as_deref(),
            Self::Refund(refund) => Some(&refund.provider_id),
            Self::Unmodelled(message) => message.provider_id.as_deref(),
        )
    }

    /// The status of the instruction.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        of_answer!(self, answer => Some(answer.status()), _ => None)
    }

    /// The status in lower case; `unmodelled` where none is known.
    #[must_use]
    pub fn status_word(&self) -> &str {
        of_answer!(self, answer => answer.status.as_str(),
            Self::Charge(told) => told.charge.status.as_str(),
            Self::Refund(refund) => refund.status.as_str(),
            Self::Unmodelled(_) => "unmodelled",
        )
    }

    /// The amount refunded so far, if it is stated.
    #[must_use]
    pub fn refunded(&self) -> Option<Money> {
        of_answer!(self, answer => answer.refunded(), _ => None)
    }

    /// The known charges, for a mandate.
    #[must_use]
    pub fn charges(&self) -> &[Charge] {
        of_answer!(self, answer => answer.charges(),
            Self::Charge(told) => std::slice::from_ref(&told.charge),
            _ => &[],
        )
    }

    /// How far its subject has come on the ladder.
    #[must_use]
    pub fn rung(&self) -> Option<Rung> {
        of_answer!(self, answer => Some(answer.rung()), _ => None)
    }

    /// The same without personal data and without the provider's own JSON. An unmodelled message
    /// stays whole: which parts of it are personal is unknown, and there is nothing else to keep.
    #[must_use]
    pub fn without_personal_data(&self) -> Self {
        of_answer!(self, answer => answer.without_personal_data().into(),
            Self::Charge(told) => MandateCharge {
                charge: told.charge.clone(),
                mandate: told.mandate.without_personal_data(),
            }
            .into(),
            Self::Refund(refund) => Refund { raw: Default::default(), ..(**refund).clone() }.into(),
            Self::Unmodelled(_) => self.clone(),
        )
    }
}

impl From<Payment> for News {
    fn from(payment: Payment) -> Self {
        Self::Payment(Box::new(payment))
    }
}

impl From<BillPayment> for News {
    fn from(payment: BillPayment) -> Self {
        Self::Bill(Box::new(payment))
    }
}

impl From<Topup> for News {
    fn from(topup: Topup) -> Self {
        Self::Topup(Box::new(topup))
    }
}

impl From<Mandate> for News {
    fn from(mandate: Mandate) -> Self {
        Self::Mandate(Box::new(mandate))
    }
}

impl From<AmountChange> for News {
    fn from(change: AmountChange) -> Self {
        Self::AmountChange(Box::new(change))
    }
}

impl From<MandateCharge> for News {
    fn from(told: MandateCharge) -> Self {
        Self::Charge(Box::new(told))
    }
}

impl From<Refund> for News {
    fn from(refund: Refund) -> Self {
        Self::Refund(Box::new(refund))
    }
}

impl From<Unmodelled> for News {
    fn from(message: Unmodelled) -> Self {
        Self::Unmodelled(Box::new(message))
    }
}
