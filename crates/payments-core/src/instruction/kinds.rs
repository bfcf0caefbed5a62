//! The kinds of instructions that there are. Every list of them is here.

use std::{fmt, time::Duration};

use serde::{Deserialize, Serialize};

use super::{Answer, Event, Instruction, Rung, Status};
use crate::{
    amount_change::{AmountChange, AmountChangeRequest},
    bill::{BillInquiry, BillPayment, BillRequest},
    capabilities::Capabilities,
    charge::Charge,
    error::{Error, Result},
    mandate::{Mandate, MandateCharge, MandateQuery, MandateRequest},
    money::Money,
    payment::{Payment, PaymentQuery, PaymentRequest},
    proof::Verified,
    provider::Provider,
    reference::Reference,
    refund::Refund,
    topup::{Topup, TopupRequest},
    unmodelled::Unmodelled,
};

/// What an instruction is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// A payment by a customer.
    Payment,
    /// The payment of a bill.
    Bill,
    /// The sale of a prepaid product.
    Topup,
    /// A mandate.
    Mandate,
    /// A change of the amount of one charge of a mandate.
    AmountChange,
}

/// Something that is done with an instruction of any kind.
pub trait Visitor {
    /// What comes of it.
    type Output;

    /// Does it with one kind.
    fn visit<I: Instruction>(self) -> Self::Output;
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Payment,
        Self::Bill,
        Self::Topup,
        Self::Mandate,
        Self::AmountChange,
    ];

    /// The word in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Payment => "payment",
            Self::Bill => "bill",
            Self::Topup => "topup",
            Self::Mandate => "mandate",
            Self::AmountChange => "amount_change",
        }
    }

    /// The kind of that word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Does something with the instructions of this kind.
    pub fn visit<V: Visitor>(self, visitor: V) -> V::Output {
        match self {
            Self::Payment => visitor.visit::<PaymentRequest>(),
            Self::Bill => visitor.visit::<BillInquiry>(),
            Self::Topup => visitor.visit::<TopupRequest>(),
            Self::Mandate => visitor.visit::<MandateRequest>(),
            Self::AmountChange => visitor.visit::<AmountChangeRequest>(),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a callback is about. Check its amount against your own record before fulfilling.
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
    /// Money of a payment that went back, told by the provider's own ids.
    Refund(Box<Refund>),
    /// The sender is proved, and this version does not model what it says. It is never a success;
    /// look at it, or let a person do so.
    Unmodelled(Box<Unmodelled>),
}

/// Does the same with the answer in news, whatever its kind; where it is the answer to no
/// instruction, what stands at the end.
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
    /// What it is about, where it tells what became of an instruction.
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

    /// Who tells.
    #[must_use]
    pub fn provider(&self) -> Provider {
        of_answer!(self, answer => answer.provider(),
            Self::Charge(told) => told.mandate.provider,
            Self::Refund(refund) => refund.provider,
            Self::Unmodelled(message) => message.provider,
        )
    }

    /// The merchant's reference, where the message names it.
    #[must_use]
    pub fn reference(&self) -> Option<&Reference> {
        of_answer!(self, answer => Some(answer.reference()),
            Self::Charge(told) => Some(&told.mandate.reference),
            Self::Refund(refund) => refund.reference.as_ref(),
            Self::Unmodelled(message) => message.reference.as_ref(),
        )
    }

    /// The provider's own id of what it is about, where the message names it.
    #[must_use]
    pub fn provider_id(&self) -> Option<&str> {
        of_answer!(self, answer => answer.provider_id(),
            Self::Charge(told) => told.mandate.provider_id.as_deref(),
            Self::Refund(refund) => Some(&refund.provider_id),
            Self::Unmodelled(message) => message.provider_id.as_deref(),
        )
    }

    /// What became of the instruction that it is about.
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

    /// How much of it went back so far, where it tells that.
    #[must_use]
    pub fn refunded(&self) -> Option<Money> {
        of_answer!(self, answer => answer.refunded(), _ => None)
    }

    /// The charges that are known of, where it tells of a mandate.
    #[must_use]
    pub fn charges(&self) -> &[Charge] {
        of_answer!(self, answer => answer.charges(),
            Self::Charge(told) => std::slice::from_ref(&told.charge),
            _ => &[],
        )
    }

    /// How far what it is about has come.
    #[must_use]
    pub fn rung(&self) -> Option<Rung> {
        of_answer!(self, answer => Some(answer.rung()), _ => None)
    }

    /// The same without personal data and without the provider's own JSON. Of a message that is not
    /// modelled nobody knows which part is either, and there is nothing else to keep: it stays
    /// whole.
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

/// A callback of a provider that proves nothing: anybody may have sent it. It says what to ask for,
/// and no more; see [`Callbacks::confirm`](crate::Callbacks::confirm).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Hint {
    /// It may be about this payment.
    Payment(PaymentQuery),
    /// It may be about the payment of this bill, as the message tells it. The provider's code of
    /// the product may differ from that of the request, and nobody proved the rest: put the product
    /// that was kept under this reference in its place before confirming.
    Bill(BillRequest),
    /// It may be about this mandate.
    Mandate(MandateQuery),
    /// It may be about a charge of this mandate, of which it claims this.
    Charge(MandateQuery, Box<Charge>),
}

impl Hint {
    /// The merchant's reference.
    #[must_use]
    pub fn reference(&self) -> &Reference {
        match self {
            Self::Payment(query) => &query.reference,
            Self::Bill(bill) => &bill.reference,
            Self::Mandate(query) | Self::Charge(query, _) => &query.reference,
        }
    }

    /// How long the provider wants nobody to ask again about what it is about, where it states
    /// that.
    #[must_use]
    pub fn minimum_pause(&self, of: &Capabilities) -> Option<Duration> {
        let settlement = match self {
            Self::Payment(query) => of.method(&query.method)?.settlement,
            Self::Bill(_) => of.bills?.settlement,
            Self::Mandate(_) | Self::Charge(..) => of.mandates?.settlement,
        };
        Some(settlement.minimum_pause).filter(|pause| !pause.is_zero())
    }

    /// Asks the provider about an instruction of one kind: what
    /// [`Callbacks::confirm`](crate::Callbacks::confirm) of a client does.
    pub async fn ask<I: Instruction>(&self, client: &I::Client<'_>) -> Result<Verified<Event>> {
        let query = I::hinted(self).ok_or_else(|| {
            Error::unsupported("this provider cannot be asked about that")
                .with_reference(self.reference())
        })?;
        let answer = I::look_up(query, client).await?;
        let (asked, named) = (self.reference(), answer.reference());
        if named != asked {
            let error = Error::integrity("reference", asked.as_str(), named.as_str());
            return Err(error.with_reference(asked));
        }
        let answer = I::without_claims(answer);
        let key = format!("{asked}:{}", answer.distinction());
        let event = match (self, answer.into()) {
            (Self::Charge(_, claim), News::Mandate(mandate)) => {
                let charge = (**claim).clone();
                let key = format!("{key}:{}", charge.distinction());
                Event::new(key, MandateCharge::new(charge, *mandate))
            }
            (_, news) => Event::new(key, news),
        };
        Ok(Verified::by_asking(event))
    }
}
