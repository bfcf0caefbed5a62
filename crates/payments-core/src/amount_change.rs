//! Changing the amount of one charge of a mandate.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    invalid::Invalid, mandate::MandateQuery, money::Money, provider::Provider, raw::Raw,
    reference::Reference,
};

/// A request to change the amount of one charge of a mandate.
///
/// A change has no reference chosen by the merchant. Its reference is the charge, `MANDATE:DATE`; a
/// further change of the same charge adds its [number](Self::number), `MANDATE:DATE:2`. So the same
/// change made twice is one change, whoever makes it. Another amount under the same number is
/// refused as a different request. And the references show the order of two changes, which matters:
/// a first change whose answer was lost may be sent again, and would undo a second one. A journal
/// begins the second only once the first has ended.
///
/// ```
/// use payments_core::{AmountChangeRequest, MandateQuery, Money};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mandate = MandateQuery::new("policy-7781".parse()?);
/// let date = "2026-03-01".parse()?;
/// let first = AmountChangeRequest::new(mandate.clone(), date, Money::idr(75_000))?;
/// assert_eq!(first.reference().as_str(), "policy-7781:2026-03-01");
/// // Corrects the first one.
/// let second = AmountChangeRequest::new(mandate, date, Money::idr(57_000))?.number(2)?;
/// assert_eq!(second.reference().as_str(), "policy-7781:2026-03-01:2");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct AmountChangeRequest {
    reference: Reference,
    mandate: MandateQuery,
    date: NaiveDate,
    number: u32,
    amount: Money,
}

#[derive(Deserialize)]
struct Written {
    mandate: MandateQuery,
    date: NaiveDate,
    number: u32,
    amount: Money,
}

impl TryFrom<Written> for AmountChangeRequest {
    type Error = Invalid;

    fn try_from(written: Written) -> Result<Self, Invalid> {
        Self::new(written.mandate, written.date, written.amount)?.number(written.number)
    }
}

impl AmountChangeRequest {
    /// The first change of the charge on a date, in Jakarta.
    ///
    /// The mandate with the provider's ids, where the provider knows it by those: see
    /// [`Mandate::query`](crate::Mandate::query).
    pub fn new(mandate: MandateQuery, date: NaiveDate, amount: Money) -> Result<Self, Invalid> {
        Ok(Self {
            reference: key(&mandate.reference, date, 1)?,
            mandate,
            date,
            number: 1,
            amount,
        })
    }

    /// Sets the number of the change among those of the same charge: 2 corrects the first, and so
    /// on.
    pub fn number(mut self, number: u32) -> Result<Self, Invalid> {
        if number == 0 {
            return Err(Invalid::field("number", "0", "1 or more"));
        }
        self.reference = key(&self.mandate.reference, self.date, number)?;
        self.number = number;
        Ok(self)
    }

    /// The change's reference: the mandate's reference, the date, and the number from the second
    /// change on.
    #[must_use]
    pub fn reference(&self) -> &Reference {
        &self.reference
    }

    /// The mandate.
    #[must_use]
    pub fn mandate(&self) -> &MandateQuery {
        &self.mandate
    }

    /// The date of the charge.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.date
    }

    /// The new amount of the charge.
    #[must_use]
    pub fn amount(&self) -> Money {
        self.amount
    }

    /// The reference of the change that must have ended before this one is sent: a repeat of it
    /// would undo this one.
    pub(crate) fn change_before(&self) -> Option<Reference> {
        let number = self.number.checked_sub(1).filter(|number| *number > 0)?;
        key(&self.mandate.reference, self.date, number).ok()
    }
}

fn key(mandate: &Reference, date: NaiveDate, number: u32) -> Result<Reference, Invalid> {
    match number {
        1 => Reference::new(format!("{mandate}:{date}")),
        _ => Reference::new(format!("{mandate}:{date}:{number}")),
    }
}

/// What became of a change of an amount.
///
/// ```
/// use payments_core::{AmountChange, AmountChangeStatus};
///
/// fn is_applied(change: &AmountChange) -> bool {
///     change.status == AmountChangeStatus::Applied
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AmountChangeStatus {
    /// It has no effect any more: the mandate ended before the date.
    Void,
    /// The provider accepted it, and does not say which charge was changed.
    Accepted,
    /// The charge on the date was changed.
    Applied,
    /// Another charge was changed, because none is scheduled on the date.
    AppliedElsewhere,
    /// A word that this version does not know. Never a success.
    Other(String),
}

impl AmountChangeStatus {
    /// The words that this version knows.
    pub const KNOWN: [Self; 4] = [
        Self::Void,
        Self::Accepted,
        Self::Applied,
        Self::AppliedElsewhere,
    ];

    /// Reads the word of [`as_str`](Self::as_str); one that is not known is [`Other`](Self::Other).
    #[must_use]
    pub fn read(word: &str) -> Self {
        let known = Self::KNOWN
            .into_iter()
            .find(|status| status.as_str() == word);
        known.unwrap_or_else(|| Self::Other(word.to_owned()))
    }

    pub(crate) fn is_known(&self) -> bool {
        !matches!(self, Self::Other(_))
    }

    /// Whether `self` may replace `current`: only upwards on the ladder other, void, accepted,
    /// applied.
    #[must_use]
    pub fn can_follow(&self, current: &Self) -> bool {
        self.rung() > current.rung()
    }

    fn rung(&self) -> u8 {
        match self {
            Self::Other(_) => 0,
            Self::Void => 1,
            Self::Accepted => 2,
            Self::Applied | Self::AppliedElsewhere => 3,
        }
    }

    /// Whether it is final.
    #[must_use]
    pub fn is_final(&self) -> bool {
        self.is_known()
    }

    /// The word in lower case; for [`Other`](Self::Other), the provider's word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Void => "void",
            Self::Accepted => "accepted",
            Self::Applied => "applied",
            Self::AppliedElsewhere => "applied_elsewhere",
            Self::Other(word) => word,
        }
    }
}

impl fmt::Display for AmountChangeStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The result of a change of an amount.
///
/// ```
/// use payments_core::{AmountChange, AmountChangeRequest};
///
/// /// If nothing was due on the date, the provider has changed the next charge instead.
/// fn hit_the_wrong_charge(change: &AmountChange, asked: &AmountChangeRequest) -> bool {
///     change.applied_on.is_some_and(|applied| applied != asked.date())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AmountChange {
    /// The provider.
    pub provider: Provider,
    /// The change's own reference.
    pub reference: Reference,
    /// The merchant's reference of the mandate.
    pub mandate: Reference,
    /// What became of it.
    pub status: AmountChangeStatus,
    /// The requested amount.
    pub amount: Money,
    /// The requested date.
    pub date: NaiveDate,
    /// The date of the charge that was changed, where the provider says it. It may differ from the
    /// requested date.
    pub applied_on: Option<NaiveDate>,
    /// The provider's answer.
    #[serde(default)]
    pub raw: Raw,
}

impl AmountChange {
    /// Makes a result: for clients, and for providers in tests.
    #[must_use]
    pub fn new(
        provider: Provider,
        request: &AmountChangeRequest,
        status: AmountChangeStatus,
    ) -> Self {
        Self {
            provider,
            reference: request.reference.clone(),
            mandate: request.mandate.reference.clone(),
            status,
            amount: request.amount,
            date: request.date,
            applied_on: None,
            raw: Raw::default(),
        }
    }

    /// A change that the provider accepted, for the charge on the date that it names.
    #[must_use]
    pub fn taken(
        provider: Provider,
        request: &AmountChangeRequest,
        applied_on: Option<NaiveDate>,
    ) -> Self {
        let status = match applied_on {
            None => AmountChangeStatus::Accepted,
            Some(date) if date == request.date => AmountChangeStatus::Applied,
            Some(_) => AmountChangeStatus::AppliedElsewhere,
        };
        let mut change = Self::new(provider, request, status);
        change.applied_on = applied_on;
        change
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change() -> AmountChangeRequest {
        let mandate = MandateQuery::new("policy-1".parse().unwrap()).provider_id("m");
        let date = "2026-03-03".parse().unwrap();
        AmountChangeRequest::new(mandate, date, Money::idr(45_000)).unwrap()
    }

    #[test]
    fn each_change_of_a_charge_has_a_reference_of_its_own_and_names_the_one_before() {
        let first = change();
        assert_eq!(first.reference().as_str(), "policy-1:2026-03-03");
        assert_eq!(first.change_before(), None);
        let second = first.clone().number(2).unwrap();
        assert_eq!(second.reference().as_str(), "policy-1:2026-03-03:2");
        assert_eq!(second.change_before().as_ref(), Some(first.reference()));
        let third = second.clone().number(3).unwrap();
        assert_eq!(third.change_before().as_ref(), Some(second.reference()));
        assert!(first.number(0).is_err());
    }

    #[test]
    fn what_is_read_back_has_the_reference_of_its_parts_whatever_is_written() {
        let second = change().number(2).unwrap();
        let mut written = serde_json::to_value(&second).unwrap();
        written["reference"] = "another".into();
        let read: AmountChangeRequest = serde_json::from_value(written.clone()).unwrap();
        assert_eq!(read, second);
        written["number"] = 0.into();
        assert!(serde_json::from_value::<AmountChangeRequest>(written).is_err());
    }

    #[test]
    fn a_change_is_applied_only_where_the_provider_names_its_date() {
        use AmountChangeStatus as S;
        let change = change();
        let taken = |on: Option<&str>| {
            let on = on.map(|date| date.parse().unwrap());
            AmountChange::taken(Provider::new("test"), &change, on).status
        };
        assert_eq!(taken(Some("2026-03-03")), S::Applied);
        assert_eq!(taken(Some("2026-03-10")), S::AppliedElsewhere);
        assert_eq!(taken(None), S::Accepted);
        assert!(S::Applied.can_follow(&S::Accepted) && !S::Void.can_follow(&S::Applied));
    }
}
