//! The public view of a recorded intent.

use std::fmt;

use chrono::{DateTime, Utc};
use payments_core::{
    AccountId, ErrorKind, Kind, Money, News, Outcome, Provider, Reference, Status, SuggestedAction,
    retry,
};
use serde::{Deserialize, Serialize, Serializer};

use super::written;

/// A recorded intent. Contains no personal data.
///
/// ```
/// use payments_journal::{Entry, State};
///
/// fn explain(entry: &Entry) -> String {
///     match (entry.state, entry.reason, &entry.status) {
///         (State::NeedsAttention, Some(reason), _) => format!("a person is needed: {reason}"),
///         (_, _, Some(status)) => format!("it is {status}"),
///         (state, ..) => format!("it is {state}"),
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Entry {
    /// The provider.
    pub provider: Provider,
    /// The account.
    pub account: AccountId,
    /// The merchant's reference, the idempotency key.
    pub reference: Reference,
    /// Its kind.
    pub kind: Kind,
    /// The amount, if the request states one.
    pub amount: Option<Money>,
    /// Its state.
    pub state: State,
    /// The provider's status, once there is one.
    pub status: Option<Status>,
    /// Whether money may have moved, while there is no answer.
    pub outcome: Option<Outcome>,
    /// Why a person is needed.
    pub reason: Option<Reason>,
    /// The last error.
    pub error: Option<LastError>,
    /// How often it was sent.
    pub sends: i64,
    /// How often it was looked up.
    pub asks: i64,
    /// When it was recorded.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// When the next automatic step is due, if there is one.
    pub due_at: Option<DateTime<Utc>>,
    /// When it was finished or refused.
    pub finished_at: Option<DateTime<Utc>>,
    /// Whether its history was deleted.
    pub archived: bool,
    /// The provider's last answer, without personal data and without its own JSON.
    #[serde(serialize_with = "as_written")]
    pub answer: Option<News>,
}

fn as_written<S: Serializer>(answer: &Option<News>, serializer: S) -> Result<S::Ok, S::Error> {
    answer.as_ref().map(written).serialize(serializer)
}

/// The state of an intent.
///
/// ```
/// use payments_journal::State;
///
/// fn may_deliver_the_goods_later(state: State) -> bool {
///     matches!(state, State::Open | State::Pending | State::NeedsAttention)
/// }
///
/// assert!(!may_deliver_the_goods_later(State::Refused));
/// assert_eq!(State::NeedsAttention.to_string(), "needs_attention");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// There is no answer yet; the workers continue.
    Open,
    /// The provider has it and waits for the customer: a callback or a lookup will tell.
    Pending,
    /// A person must decide.
    NeedsAttention,
    /// The provider has reported how it ended. Money may still move (settled, refunded).
    Finished,
    /// Nothing happened, and nothing will happen automatically.
    Refused,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Pending,
        Self::NeedsAttention,
        Self::Finished,
        Self::Refused,
    ];

    /// The word in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Pending => "pending",
            Self::NeedsAttention => "needs_attention",
            Self::Finished => "finished",
            Self::Refused => "refused",
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a person is needed.
///
/// ```
/// use payments_journal::Reason;
///
/// let advice = Reason::MustNotSendAgain.advice();
/// assert!(advice.starts_with("the provider does not know the reference"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// The policy allows no further try.
    Attempts,
    /// It has been open for longer than the policy allows.
    Deadline,
    /// It cannot be looked up by its reference, and no callback came.
    CannotAsk,
    /// The provider does not know the reference, and a repeat might have a second effect.
    MustNotSendAgain,
    /// The provider reported another amount, reference or kind than the recorded one.
    Mismatch,
}

impl Reason {
    /// The reason as a sentence for people.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Attempts | Self::Deadline => {
                "no answer of the provider proved anything: ask the provider, then resolve it"
            }
            Self::CannotAsk => {
                "no callback came, and it cannot be looked up: check the provider's dashboard, then resolve it"
            }
            Self::MustNotSendAgain => {
                "the provider does not know the reference: make sure that nothing arrived, then resolve it as not happened, or send it again"
            }
            Self::Mismatch => {
                "the provider reported another amount, reference or kind: compare with its dashboard, then resolve it"
            }
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.advice())
    }
}

impl From<retry::Reason> for Reason {
    fn from(reason: retry::Reason) -> Self {
        match reason {
            retry::Reason::Attempts => Self::Attempts,
            retry::Reason::CannotAsk => Self::CannotAsk,
            retry::Reason::MustNotSendAgain => Self::MustNotSendAgain,
            // `Deadline`, and future reasons.
            _ => Self::Deadline,
        }
    }
}

/// An error as it is recorded.
///
/// ```
/// use payments_journal::Entry;
///
/// fn why(entry: &Entry) -> String {
///     match &entry.error {
///         Some(error) => format!("{}; {}", error.message, error.action.advice()),
///         None => "no error".to_owned(),
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LastError {
    /// What is known of the effect of that one request.
    pub outcome: Outcome,
    /// What went wrong.
    pub kind: ErrorKind,
    /// What the provider's crate advises.
    pub action: SuggestedAction,
    /// The provider's own code.
    pub code: Option<String>,
    /// The HTTP status.
    pub http_status: Option<u16>,
    /// The error in words, without personal data.
    pub message: String,
}

impl LastError {
    pub(crate) fn of(error: &payments_core::Error) -> Self {
        Self {
            outcome: error.outcome(),
            kind: error.kind(),
            action: error.suggested_action(),
            code: error.code().map(str::to_owned),
            http_status: error.http_status(),
            message: error.to_string(),
        }
    }
}
