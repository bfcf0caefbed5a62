//! What the application is told of a change.

use payments_core::{Charge, Kind, Money, News, Status};
use serde::{Deserialize, Serialize};

use super::{Reason, State, Step};

/// What happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
#[non_exhaustive]
pub struct What {
    /// By what.
    pub cause: Step,
    /// What the intent is about.
    pub kind: Option<Kind>,
    /// How much, where its request tells.
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
    /// How much of it went back so far, where that is told.
    pub refunded: Option<Money>,
    /// What the provider tells of it now: what it cost, its fee, the provider's id. No personal
    /// data, and not the provider's own JSON. Of a mandate without its charges.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<News>,
    /// The charges of a mandate that this tells of, the first one first. Each is told once for each
    /// status that it comes to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub charges: Vec<Charge>,
    /// How much those of them took that were not known to be paid before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charged: Option<Money>,
    /// What was told, where it is no change of a recorded intent.
    pub news: Option<News>,
}

/// As it is written: which statuses there are depends on the kind.
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

    /// The money that came by this change: a payment or a bill was paid that was not paid before,
    /// or one charge of a mandate was.
    ///
    /// Of each payment, bill and charge one change tells it, however often its provider does. The
    /// change itself may be handed out again after a crash: account, reference and number are then
    /// the same. A charge that is only [claimed](payments_core::ChargeProof::Claimed) is no money.
    #[must_use]
    pub fn money_came(&self) -> Option<Money> {
        let is_paid = |status: &Option<Status>| status.as_ref().is_some_and(Status::is_paid);
        match is_paid(&self.status) && !is_paid(&self.status_before) {
            true => self.amount,
            false => self.charged,
        }
    }
}
