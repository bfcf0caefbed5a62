//! The content of a change for the application.

use payments_core::{Charge, Kind, Money, News, Status};
use serde::{Deserialize, Serialize};

use super::{Reason, State, Step};

/// What happened.
///
/// ```
/// use payments_journal::{State, What};
///
/// fn tell(what: &What) {
///     match (what.state, &what.status) {
///         (Some(State::NeedsAttention), _) => println!("a person is needed: {:?}", what.reason),
///         (_, Some(status)) => println!("it is {status}, after {}", what.cause),
///         _ => println!("{}", what.cause),
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
#[non_exhaustive]
pub struct What {
    /// The step that caused it.
    pub cause: Step,
    /// The intent's kind.
    pub kind: Option<Kind>,
    /// The amount, if its request states one.
    pub amount: Option<Money>,
    /// Its state now.
    pub state: Option<State>,
    /// Its status now.
    pub status: Option<Status>,
    /// Its state before.
    pub state_before: Option<State>,
    /// Its status before.
    pub status_before: Option<Status>,
    /// Why a person is needed.
    pub reason: Option<Reason>,
    /// The amount refunded so far, if it is known.
    #[doc(alias = "refund")]
    pub refunded: Option<Money>,
    /// The provider's answer: cost, fee, ids. Without personal data, without the provider's own
    /// JSON, and for a mandate without its charges.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<News>,
    /// The charges of a mandate that this change reports, in order. Each charge is reported once
    /// per status.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub charges: Vec<Charge>,
    /// The total of those charges that were not known to be paid before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charged: Option<Money>,
    /// The news, if it does not change a recorded intent.
    pub news: Option<News>,
}

/// The stored form: which statuses exist depends on the kind.
#[derive(Deserialize)]
struct Written {
    cause: Step,
    kind: Option<Kind>,
    amount: Option<Money>,
    state: Option<State>,
    status: Option<String>,
    state_before: Option<State>,
    status_before: Option<String>,
    reason: Option<Reason>,
    refunded: Option<Money>,
    answer: Option<News>,
    #[serde(default)]
    charges: Vec<Charge>,
    charged: Option<Money>,
    news: Option<News>,
}

impl TryFrom<Written> for What {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let status = |word: Option<String>| match (word, written.kind) {
            (None, _) => Ok(None),
            (Some(word), Some(kind)) => Ok(Some(Status::read(kind, &word))),
            (Some(_), None) => Err("a status of no kind"),
        };
        Ok(Self {
            cause: written.cause,
            kind: written.kind,
            amount: written.amount,
            state: written.state,
            status: status(written.status)?,
            state_before: written.state_before,
            status_before: status(written.status_before)?,
            reason: written.reason,
            refunded: written.refunded,
            answer: written.answer,
            charges: written.charges,
            charged: written.charged,
            news: written.news,
        })
    }
}

impl What {
    pub(crate) fn by(cause: Step) -> Self {
        Self {
            cause,
            kind: None,
            amount: None,
            state: None,
            status: None,
            state_before: None,
            status_before: None,
            reason: None,
            refunded: None,
            answer: None,
            charges: Vec::new(),
            charged: None,
            news: None,
        }
    }

    /// News that changes no intent.
    pub(crate) fn told(cause: Step, news: &News) -> Self {
        Self {
            news: Some(news.without_personal_data()),
            ..Self::by(cause)
        }
    }

    /// The money that arrived with this change: a payment or a bill was paid for the first time, or
    /// a charge of a mandate was.
    ///
    /// For each payment, bill and charge, exactly one change returns it, however often the provider
    /// reports it. The change itself may be handed out again after a crash, with the same account,
    /// reference and number. A charge that is only [claimed](payments_core::ChargeProof::Claimed)
    /// is not money.
    ///
    /// ```
    /// use payments_journal::Change;
    ///
    /// fn fulfil(change: &Change) {
    ///     if let Some(money) = change.what.money_came() {
    ///         println!("{} brought {money}", change.reference);
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn money_came(&self) -> Option<Money> {
        let is_paid = |status: &Option<Status>| status.as_ref().is_some_and(Status::is_paid);
        match is_paid(&self.status) && !is_paid(&self.status_before) {
            true => self.amount,
            false => self.charged,
        }
    }
}
