//! The charges of a mandate. Each has its own status: paid, failed, refunded.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{money::Money, payment::Failure, status::PaymentStatus};

/// One charge of a mandate.
///
/// ```
/// use payments_core::{Charge, ChargeProof, PaymentStatus};
///
/// // Anybody may have said so: it is no money.
/// let claimed = Charge::new(PaymentStatus::Paid, "1", ChargeProof::Claimed);
/// assert!(!claimed.is_paid());
/// let told = Charge::new(PaymentStatus::Paid, "1", ChargeProof::Told);
/// assert!(told.is_paid());
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Charge {
    /// Its number within the mandate; the first charge is 1. Known if the schedule is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The day it is due on, in Jakarta.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// The provider's own id of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<String>,
    /// The amount, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The status. Also `Pending` if its day has passed and no message came. A partial refund is a
    /// separate entry beside its charge, which stays paid: it is refunded, with the amount of the
    /// part.
    pub status: PaymentStatus,
    /// The provider's word for the status; empty if no message came.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub raw_status: String,
    /// Why it failed, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
    /// How the status is known.
    pub proof: ChargeProof,
    /// When the provider reported it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_at: Option<DateTime<Utc>>,
}

/// How the status of a charge is known.
///
/// ```
/// use payments_core::ChargeProof;
///
/// assert_eq!(ChargeProof::Claimed.as_str(), "claimed");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChargeProof {
    /// From a callback without proof, which anybody may have sent and which the provider's own
    /// answer does not confirm. **Never money**: ask again later, or compare with the provider's
    /// report.
    Claimed,
    /// From a status query about the mandate: the day of the charge has passed and the provider has
    /// moved on to the next one. How it ended is unknown.
    Seen,
    /// From a callback without proof that matches everything recorded (ids, amount), and from a
    /// status query: the provider has made the charge of that day. This is the strongest proof
    /// available from a provider whose callbacks prove nothing and that cannot be asked about a
    /// single charge.
    Told,
    /// From a callback whose sender was proved.
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
    /// Makes a charge with only these members.
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

    /// Whether its money arrived and stayed, proved by more than a claim.
    #[must_use]
    pub fn is_paid(&self) -> bool {
        self.status.is_paid() && self.proof != ChargeProof::Claimed
    }

    /// What distinguishes news of this charge from other news of the same mandate.
    pub(crate) fn distinction(&self) -> String {
        let id = self.provider_id.as_deref().unwrap_or_default();
        let told_at = self.told_at.map(|at| at.timestamp()).unwrap_or_default();
        match id {
            "" => format!("charge {told_at}:{}", self.status),
            id => format!("charge {id}:{}", self.status),
        }
    }

    /// Whether it is known how it ended.
    pub(crate) fn has_ended(&self) -> bool {
        self.status != PaymentStatus::Pending
    }

    /// Whether this is news when `known` is known. A claim never replaces a confirmed status;
    /// otherwise the status only moves up the ladder of payments.
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
