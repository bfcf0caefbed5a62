//! The charges of a mandate: each is paid, failed or given back by itself.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{money::Money, payment::Failure, status::PaymentStatus};

/// One charge of a mandate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Charge {
    /// Which one of its mandate; the first one is number 1. Known where the schedule is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The day it is due on, in Jakarta.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// The provider's own id of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// How much it takes, where that is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// What became of it. `Pending` also where its day has passed and nobody told. A part that went
    /// back stands beside its charge, which stays paid: refunded, with the amount of the part.
    pub status: PaymentStatus,
    /// The provider's own word for that; empty where nobody told.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub raw_status: String,
    /// Why it failed, where that is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
    /// How that is known.
    pub proof: ChargeProof,
    /// When the provider told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_at: Option<DateTime<Utc>>,
}

/// How it is known what became of a charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChargeProof {
    /// Anybody may have said it: a callback without a proof, which the provider's own answer does
    /// not bear out. **Never money**; ask again later, or compare with the provider's report.
    Claimed,
    /// By asking about the mandate: the day of the charge has passed, and the provider goes on to
    /// the next one. How it ended is not told.
    Seen,
    /// By a callback without a proof that fits all that is recorded (ids, amount), and by asking:
    /// the provider has made the charge of that day. The most that a provider gives whose callbacks
    /// prove nothing and that cannot be asked about a charge.
    Told,
    /// By a callback whose sender was proved.
    Signed,
}

impl ChargeProof {
    /// The word in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::Seen => "seen",
            Self::Told => "told",
            Self::Signed => "signed",
        }
    }
}

impl Charge {
    /// A charge of which only this is known.
    #[must_use]
    pub fn new(status: PaymentStatus, raw_status: impl Into<String>, proof: ChargeProof) -> Self {
        Self {
            number: None,
            due_on: None,
            provider_id: None,
            amount: None,
            status,
            raw_status: raw_status.into(),
            failure: None,
            proof,
            told_at: None,
        }
    }

    /// Whether its money came and stayed, by more than a claim.
    #[must_use]
    pub fn is_paid(&self) -> bool {
        self.status.is_paid() && self.proof != ChargeProof::Claimed
    }

    /// What tells news of it from other news of the same mandate.
    pub(crate) fn distinction(&self) -> String {
        let id = self.provider_id.as_deref().unwrap_or_default();
        let told_at = self.told_at.map(|at| at.timestamp()).unwrap_or_default();
        match id {
            "" => format!("charge {told_at}:{}", self.status),
            id => format!("charge {id}:{}", self.status),
        }
    }

    /// Whether somebody told how it ended.
    pub(crate) fn has_ended(&self) -> bool {
        self.status != PaymentStatus::Pending
    }

    /// Whether this is news where `known` is known. A claim takes the place of nothing that was
    /// borne out; from then on it only goes up the ladder of payments.
    pub(crate) fn follows(&self, known: &Self) -> bool {
        let weight = |charge: &Self| match (charge.has_ended(), charge.proof) {
            (false, _) => 0,
            (true, ChargeProof::Claimed) => 1,
            (true, _) => 2,
        };
        let (new, old) = (weight(self), weight(known));
        new > old || (new == old && self.status.can_follow(&known.status))
    }
}
