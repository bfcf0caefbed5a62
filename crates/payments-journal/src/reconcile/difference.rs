//! What a comparison finds.

use std::fmt;

use chrono::{DateTime, Utc};
use payments_core::{AccountId, Money, Status};
use serde::Serialize;

use super::report::Reported;
use crate::intent::State;

/// One difference between a report and what is recorded.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// The reference, as the report writes it.
    pub reference: String,
    /// What differs.
    #[serde(flatten)]
    pub differs: Differs,
    /// What is recorded, if anything is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub here: Option<OnRecord>,
    /// The row of the report, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub there: Option<Reported>,
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "difference", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Differs {
    /// The report has it, and nothing is recorded under the reference in this account.
    MissingHere {
        /// Other accounts in which the reference is recorded: perhaps the report is theirs.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        recorded_in: Vec<AccountId>,
    },
    /// It is recorded, and the report does not have it.
    MissingThere {
        /// Whether it certainly belongs to this day. If not, the provider stated no time, and it
        /// may be in the report of an earlier day, or for [`Lists::Created`](super::Lists), of a
        /// later one.
        is_certain: bool,
    },
    /// What the customer pays differs.
    Amount,
    /// The provider's fee differs.
    Fee,
    /// What is taken from the deposit differs.
    Cost,
    /// Whether money came, or went back, differs.
    Status,
    /// The provider's id differs: it may be another payment under the same reference.
    ProviderId,
    /// An earlier row of the report has the same reference. If their ids differ, the customer may
    /// have paid twice. Only the first row is compared with what is recorded.
    Twice {
        /// The line of the first row.
        first: u64,
        /// Whether both rows state the same id, or none.
        is_same_id: bool,
    },
}

impl Differs {
    /// The word in lower case.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::MissingHere { .. } => "missing_here",
            Self::MissingThere { .. } => "missing_there",
            Self::Amount => "amount",
            Self::Fee => "fee",
            Self::Cost => "cost",
            Self::Status => "status",
            Self::ProviderId => "provider_id",
            Self::Twice { .. } => "twice",
        }
    }
}

impl fmt::Display for Differs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is recorded of the intent that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct OnRecord {
    /// Its state.
    pub state: State,
    /// Its status, once there is one.
    pub status: Option<Status>,
    /// What the customer pays.
    pub amount: Option<Money>,
    /// The provider's fee, where it stated one.
    pub fee: Option<Money>,
    /// What was taken from the deposit, where the provider stated it.
    pub cost: Option<Money>,
    /// The provider's id, where it stated one.
    pub provider_id: Option<String>,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// When the customer paid, where the provider stated it.
    pub paid_at: Option<DateTime<Utc>>,
    /// When it was finished or refused here.
    pub finished_at: Option<DateTime<Utc>>,
}

/// What was compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Compared {
    /// Rows of the report.
    pub rows: u64,
    /// References of the report that are of other days, here as there; they were not compared.
    pub of_other_days: u64,
    /// Pairs of a row and an intent that were compared.
    pub pairs: u64,
    /// References of the report that are those of mandates, or of changes of their amounts. They
    /// are not compared: the charges of a mandate share its reference.
    pub mandates: u64,
    /// Pairs whose fee could not be compared, because the provider never stated it here.
    pub without_fee: u64,
    /// Intents of the day in this account that the report should list.
    pub recorded: u64,
    /// Differences found.
    pub differences: u64,
}
