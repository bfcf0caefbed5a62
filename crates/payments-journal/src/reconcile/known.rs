//! What is recorded of one intent, as far as a report can differ from it. No I/O here.

use chrono::{DateTime, Utc};
use payments_core::{AccountId, Kind, Money, PaymentStatus, Status};
use serde::Deserialize;

use super::{
    difference::{Compared, Difference, Differs, OnRecord},
    report::{Lists, Reported, Scope},
};
use crate::{
    error::{Error, Result, readable},
    intent::{Entry, State, written},
    store::{Cells, money, time},
};

/// The columns that are read: neither request nor history, of which a report states nothing.
pub(super) const COLUMNS: &str = "reference, account, kind, state, status, amount, currency, \
    created_at, updated_at, finished_at, answer";

/// A recorded intent.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) reference: String,
    pub(super) account: AccountId,
    kind: Kind,
    /// When the provider created it, where it stated that.
    created_at: Option<DateTime<Utc>>,
    /// When it last changed here.
    updated_at: DateTime<Utc>,
    pub(super) recorded: OnRecord,
}

/// The members of an answer of any kind that a report may state, too.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Stated {
    provider_id: Option<String>,
    amount: Option<Money>,
    #[serde(alias = "fees")]
    fee: Option<Money>,
    /// Of a bill; a top-up has a price.
    #[serde(alias = "price")]
    cost: Option<Money>,
    created_at: Option<DateTime<Utc>>,
    paid_at: Option<DateTime<Utc>>,
}

impl Known {
    pub(super) fn read(row: &Cells) -> Result<Self> {
        let text = |name: &str| -> Result<String> { row.try_get(name) };
        let maybe = |name: &str| -> Result<Option<String>> { row.try_get(name) };
        let kind = Kind::read(&text("kind")?).ok_or_else(|| Error::Unreadable("kind".into()))?;
        let state = State::read(&text("state")?);
        let stated: Stated = match maybe("answer")? {
            Some(answer) => readable("answer", serde_json::from_str(&answer))?,
            None => Stated::default(),
        };
        let finished_at: Option<i64> = row.try_get("finished_at")?;
        let asked = money(maybe("amount")?, maybe("currency")?)?;
        Ok(Self {
            reference: text("reference")?,
            account: row.try_get("account")?,
            kind,
            created_at: stated.created_at,
            updated_at: time(row.try_get("updated_at")?)?,
            recorded: OnRecord {
                state: state.ok_or_else(|| Error::Unreadable("state".into()))?,
                status: maybe("status")?.map(|word| Status::read(kind, &word)),
                amount: amount(kind, asked, stated.amount),
                fee: stated.fee,
                cost: stated.cost,
                provider_id: stated.provider_id,
                recorded_at: time(row.try_get("created_at")?)?,
                paid_at: stated.paid_at,
                finished_at: finished_at.map(time).transpose()?,
            },
        })
    }

    /// As it is after somebody looked it up.
    fn of(entry: &Entry) -> Self {
        let answer = entry.answer.as_ref().map(written);
        let stated: Option<Stated> = answer.and_then(|answer| Stated::deserialize(answer).ok());
        let stated = stated.unwrap_or_default();
        Self {
            reference: entry.reference.to_string(),
            account: entry.account.clone(),
            kind: entry.kind,
            created_at: stated.created_at,
            updated_at: entry.updated_at,
            recorded: OnRecord {
                state: entry.state,
                status: entry.status.clone(),
                amount: amount(entry.kind, entry.amount, stated.amount),
                fee: stated.fee,
                cost: stated.cost,
                provider_id: stated.provider_id,
                recorded_at: entry.created_at,
                paid_at: stated.paid_at,
                finished_at: entry.finished_at,
            },
        }
    }

    /// Whether it moves money by itself. A mandate's money moves with its charges, which share its
    /// reference.
    pub(super) fn is_comparable(&self) -> bool {
        !matches!(self.kind, Kind::Mandate | Kind::AmountChange)
    }

    /// Whether a report of this scope must list it.
    pub(super) fn is_of(&self, scope: &Scope) -> bool {
        let OnRecord {
            status,
            recorded_at,
            paid_at,
            finished_at,
            ..
        } = &self.recorded;
        let is_of_day = match (scope.lists, paid_at.or(*finished_at)) {
            (Lists::Paid, _) if !self.has_moved_money() => false,
            (Lists::Paid, Some(at)) => scope.day.contains(&at),
            // Paid while it needs a person: when the journal heard of it is not in its row.
            (Lists::Paid, None) => {
                *recorded_at < scope.day.end && self.updated_at >= scope.day.start
            }
            // Without a status, the provider has not said that it has it.
            (Lists::Created, _) => {
                let at = self.created_at.unwrap_or(*recorded_at);
                status.is_some() && scope.day.contains(&at)
            }
        };
        self.is_comparable() && is_of_day
    }

    /// Whether it is of the scope's day by the provider's time, or was recorded and ended within
    /// it.
    pub(super) fn is_certainly_of(&self, scope: &Scope) -> bool {
        match scope.lists {
            Lists::Paid => {
                let heard = self.recorded.finished_at.unwrap_or(self.updated_at);
                let is_within = self.recorded.recorded_at >= scope.day.start;
                self.recorded.paid_at.is_some() || is_within && heard < scope.day.end
            }
            Lists::Created => self.created_at.is_some(),
        }
    }

    /// In what a row of the same reference differs.
    pub(super) fn differences(&self, row: &Reported, compared: &mut Compared) -> Vec<Differs> {
        let here = &self.recorded;
        compared.without_fee += u64::from(row.fee.is_some() && here.fee.is_none());
        let another_id = differs(&here.provider_id, &row.provider_id);
        let another_status = (row.status.as_ref())
            .is_some_and(|status| !self.stage().agrees_with(Stage::of(status)));
        [
            (differs(&here.amount, &row.amount), Differs::Amount),
            (differs(&here.fee, &row.fee), Differs::Fee),
            (differs(&here.cost, &row.cost), Differs::Cost),
            (another_status, Differs::Status),
            (another_id, Differs::ProviderId),
        ]
        .into_iter()
        .filter_map(|(is_so, differs)| is_so.then_some(differs))
        .collect()
    }

    fn has_moved_money(&self) -> bool {
        matches!(self.stage(), Stage::Came | Stage::WentBack)
    }

    fn stage(&self) -> Stage {
        match (&self.recorded.status, self.recorded.state) {
            (Some(Status::Payment(status)), _) => Stage::of(status),
            (Some(_), _) => Stage::Waits,
            (None, State::Refused) => Stage::Nothing,
            (None, _) => Stage::Unknown,
        }
    }
}

/// What the customer pays. Of a bill, the amount that the provider states holds the fee, too. Of a
/// top-up only the highest accepted price is recorded, which is not an amount.
fn amount(kind: Kind, asked: Option<Money>, stated: Option<Money>) -> Option<Money> {
    match kind {
        Kind::Topup => None,
        _ => stated.or(asked),
    }
}

impl Difference {
    /// Whether it is still one after its intent was looked up
    /// ([`Journal::confirm`](crate::Journal::confirm)). It remains while the entry has an error:
    /// the provider did not answer, or a person is needed.
    #[must_use]
    pub fn remains(&self, scope: &Scope, entry: &Entry) -> bool {
        let known = Known::of(entry);
        match (&self.differs, &self.there) {
            _ if entry.error.is_some() => true,
            (Differs::MissingThere { .. }, _) => known.is_of(scope),
            (Differs::Twice { .. } | Differs::MissingHere { .. }, _) | (_, None) => true,
            (differs, Some(row)) => {
                let mut compared = Compared::default();
                known.differences(row, &mut compared).contains(differs)
            }
        }
    }
}

/// What a status means for money. Reports say "settled" where a callback said "paid", and "failed"
/// where an answer said "expired": that is no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// There is no answer yet.
    Unknown,
    /// The provider waits for the customer, or says a word that nobody knows.
    Waits,
    /// No money came.
    Nothing,
    /// Money came.
    Came,
    /// Money came, and went back.
    WentBack,
}

impl Stage {
    fn of(status: &PaymentStatus) -> Self {
        match status {
            PaymentStatus::Expired | PaymentStatus::Failed | PaymentStatus::Cancelled => {
                Self::Nothing
            }
            PaymentStatus::Paid | PaymentStatus::Settled => Self::Came,
            PaymentStatus::Refunded => Self::WentBack,
            _ => Self::Waits,
        }
    }

    /// A report of the day on which it was paid does not say that it went back later.
    fn agrees_with(self, there: Self) -> bool {
        self == there || (self, there) == (Self::WentBack, Self::Came)
    }
}

/// Whether both sides state it, and not alike.
fn differs<T: PartialEq>(here: &Option<T>, there: &Option<T>) -> bool {
    matches!((here, there), (Some(here), Some(there)) if here != there)
}

#[cfg(test)]
mod tests {
    use payments_core::{
        BillPayment, BillRequest, Method, News, Payment, Provider, Reference, Topup,
    };

    use super::*;

    fn stated(news: impl Into<News>) -> Stated {
        Stated::deserialize(written(&news.into())).unwrap()
    }

    #[test]
    fn what_an_answer_of_every_kind_states_is_read() {
        let (provider, reference) = (Provider::new("test"), Reference::new("order-1").unwrap());
        let paid = PaymentStatus::Paid;
        let at = DateTime::from_timestamp(1_700_000_000, 0);
        let mut payment = Payment::new(provider, reference.clone(), Method::OVO, paid.clone(), "");
        payment.provider_id = Some("id-1".into());
        payment.fees = Some(Money::idr(1));
        (payment.created_at, payment.paid_at) = (at, at);
        let read = stated(payment);
        assert_eq!(read.provider_id.as_deref(), Some("id-1"));
        assert_eq!(read.fee, Some(Money::idr(1)));
        assert_eq!((read.created_at, read.paid_at), (at, at));

        let bill = BillRequest::new(reference.clone(), "pln", "1");
        let mut bill = BillPayment::new(provider, bill, paid.clone(), "");
        (bill.amount, bill.fee) = (Some(Money::idr(2)), Some(Money::idr(3)));
        bill.cost = Some(Money::idr(4));
        let read = stated(bill);
        let amounts = [read.amount, read.fee, read.cost];
        assert_eq!(amounts, [2, 3, 4].map(|rupiah| Some(Money::idr(rupiah))));

        let mut topup = Topup::new(provider, reference, "pulsa", paid, "");
        topup.price = Some(Money::idr(5));
        assert_eq!(stated(topup).cost, Some(Money::idr(5)));
    }

    #[test]
    fn statuses_agree_if_they_mean_the_same_for_money() {
        use Stage::{Came, Nothing, Unknown, Waits, WentBack};
        let all = [Unknown, Waits, Nothing, Came, WentBack];
        for here in all {
            for there in all {
                let same = here == there || (here, there) == (WentBack, Came);
                assert_eq!(here.agrees_with(there), same, "{here:?} {there:?}");
            }
        }
        let word = PaymentStatus::Other("PAID?".into());
        assert_eq!(Stage::of(&word), Waits);
        assert_eq!(
            Stage::of(&PaymentStatus::Settled),
            Stage::of(&PaymentStatus::Paid)
        );
    }
}
