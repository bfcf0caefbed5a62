//! A step of the history, and the change that the application receives.

use payments_core::{Charge, Money, News, Result};
use serde_json::{Value, json};

use super::{Entry, LastError, Step, What};

/// A step of the history as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) step: Step,
    pub(crate) detail: Value,
    /// News to report in any case, whether the intent changes or not.
    news: Option<News>,
    /// Whether the step is not worth recording.
    pub(crate) says_nothing: bool,
}

impl Note {
    pub(crate) fn new(step: Step, detail: Value) -> Self {
        Self {
            step,
            detail,
            news: None,
            says_nothing: false,
        }
    }

    /// A callback that is reported although it does not change the intent: a failed refund, an
    /// unmodelled message.
    pub(crate) fn told(step: Step, key: &str, news: &News) -> Self {
        Self {
            news: Some(news.without_personal_data()),
            ..Self::new(step, json!({"key": key, "status": news.status_word()}))
        }
    }

    pub(crate) fn of(step: Step, result: &Result<News>) -> Self {
        let detail = match result {
            Ok(news) => json!({"status": news.status_word()}),
            Err(error) => json!({"error": LastError::of(error)}),
        };
        Self::new(step, detail)
    }

    /// The change that the application receives, if there is one.
    pub(crate) fn tells(&self, old: &Entry, entry: &Entry) -> Option<What> {
        if let Some(news) = &self.news {
            return Some(What {
                kind: Some(entry.kind),
                news: Some(news.clone()),
                ..What::by(self.step)
            });
        }
        // A payment stays paid during partial refunds, and a mandate stays active from charge to
        // charge.
        let rung = |entry: &Entry| entry.answer.as_ref().and_then(News::rung);
        let changed = (old.state, &old.status) != (entry.state, &entry.status);
        let charges = charges_told(old, entry);
        (changed || rung(old) != rung(entry) || !charges.is_empty()).then(|| What {
            kind: Some(entry.kind),
            amount: entry.amount,
            state: Some(entry.state),
            status: entry.status.clone(),
            state_before: Some(old.state),
            status_before: old.status.clone(),
            reason: entry.reason,
            refunded: entry.answer.as_ref().and_then(News::refunded),
            answer: entry.answer.as_ref().map(without_charges),
            charged: charged(old, &charges),
            charges,
            ..What::by(self.step)
        })
    }
}

/// Charges are reported separately, each once.
fn without_charges(answer: &News) -> News {
    match answer {
        News::Mandate(mandate) => {
            let mut mandate = mandate.clone();
            mandate.charges = Vec::new();
            News::Mandate(mandate)
        }
        answer => answer.clone(),
    }
}

/// The charges that are new or have changed.
fn charges_told(old: &Entry, new: &Entry) -> Vec<Charge> {
    let is_new = |charge: &&Charge| !charges(old).contains(charge);
    charges(new).iter().filter(is_new).cloned().collect()
}

/// The total of the charges that were not known to be paid before.
fn charged(old: &Entry, told: &[Charge]) -> Option<Money> {
    let was_paid = |charge: &Charge| {
        let mut before = charges(old).iter().filter(|known| known.is_paid());
        before.any(|known| known.number == charge.number)
    };
    told.iter()
        .filter(|charge| charge.is_paid() && !was_paid(charge))
        .filter_map(|charge| charge.amount)
        .reduce(|sum, amount| sum.checked_add(amount).unwrap_or(sum))
}

fn charges(entry: &Entry) -> &[Charge] {
    entry.answer.as_ref().map_or(&[], News::charges)
}
