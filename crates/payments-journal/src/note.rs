//! A step of the history.

use payments_core::{News, Result};
use serde_json::{Value, json};

use crate::{
    answer,
    entry::{Entry, LastError},
    row::{Row, refunded},
};

/// A step of the history.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) what: &'static str,
    pub(crate) detail: Value,
    /// What is told besides, whether the intent changes or not.
    news: Option<Value>,
}

impl Note {
    pub(crate) fn new(what: &'static str, detail: Value) -> Self {
        Self {
            what,
            detail,
            news: None,
        }
    }

    /// A callback that does not change the intent, and is told: a charge of a mandate, a refund that failed, what is not modelled.
    pub(crate) fn told(what: &'static str, key: &str, news: &News) -> Self {
        Self {
            news: Some(answer::stored(news)),
            ..Self::new(what, json!({"key": key, "status": news.status()}))
        }
    }

    pub(crate) fn of(what: &'static str, result: &Result<News>) -> Self {
        let detail = match result {
            Ok(news) => json!({"status": news.status()}),
            Err(error) => json!({"error": LastError::of(error)}),
        };
        Self::new(what, detail)
    }

    /// What the application is told of a change, if anything.
    pub(crate) fn tells(&self, old: &Row, new: &Row) -> Option<Value> {
        if let Some(news) = &self.news {
            return Some(json!({"cause": self.what, "news": news}));
        }
        let (old, entry) = (&old.entry, &new.entry);
        let changed = (old.state, &old.status) != (entry.state, &entry.status);
        // A mandate stays active from charge to charge.
        let charged = next_charge(old) != next_charge(entry);
        // A payment stays paid while parts of it go back.
        let refunded = |entry: &Entry| refunded(entry.answer.as_ref()).map(|money| money.amount());
        let went_back = refunded(old) < refunded(entry);
        (changed || charged || went_back).then(|| {
            json!({
                "cause": self.what,
                "kind": entry.kind,
                "state": entry.state,
                "status": entry.status,
                "state_before": old.state,
                "status_before": old.status,
                "reason": entry.reason,
                "refunded": entry.answer.as_ref().and_then(|answer| answer.get("refunded")),
            })
        })
    }
}

fn next_charge(entry: &Entry) -> Option<&Value> {
    entry.answer.as_ref()?.get("next_charge_on")
}
