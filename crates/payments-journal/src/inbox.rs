//! What providers tell by themselves: taken once each, in any order, never backwards.

use payments_core::{Event, News, Verified};
use serde_json::json;

use crate::{
    answer,
    crash::Point,
    entry::{Entry, LastError, Reason},
    error::Result,
    journal::Journal,
    kind::Kind,
    note::Note,
    row::Row,
    store::{self, Tx, text},
};

/// What became of a callback. Answer the provider with success to every one of them; only an error is worth another delivery.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Delivery {
    /// It was news, and is recorded.
    Applied(Box<Entry>),
    /// It told nothing new: what is recorded is as far or further.
    NoNews(Box<Entry>),
    /// It was delivered before.
    Duplicate,
    /// It tells of another amount or kind than was recorded: a person is needed.
    Mismatch(Box<Entry>),
    /// The provider charged a mandate. The outbox tells; the mandate stays as it is.
    Charge(Box<Entry>),
    /// Nothing is recorded under its reference. It is kept, and the outbox tells.
    UnknownReference,
}

impl Delivery {
    /// The word in lower case.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Applied(_) => "applied",
            Self::NoNews(_) => "no_news",
            Self::Duplicate => "duplicate",
            Self::Mismatch(_) => "mismatch",
            Self::Charge(_) => "charge",
            Self::UnknownReference => "unknown_reference",
        }
    }
}

impl Journal {
    /// Takes a verified callback, or a confirmed hint ([`Callbacks::confirm`](payments_core::Callbacks::confirm)).
    ///
    /// It is kept and applied in one commit: after an error nothing was taken, and the provider's next delivery counts. It may arrive before
    /// the answer it overtook, twice, and late.
    pub async fn receive(&self, event: &Verified<Event>) -> Result<Delivery> {
        let event = event.get();
        loop {
            let mut tx = self.0.database.begin().await?;
            match self.apply(&mut tx, event).await? {
                Some(Delivery::Duplicate) => {
                    tx.rollback().await?;
                    return Ok(Delivery::Duplicate);
                }
                Some(delivery) => {
                    self.pass(Point::BeforeCommit).await;
                    tx.commit().await?;
                    self.pass(Point::AfterCommit).await;
                    return Ok(delivery);
                }
                // Somebody changed the intent meanwhile.
                None => tx.rollback().await?,
            }
        }
    }

    async fn apply(&self, tx: &mut Tx, event: &Event) -> Result<Option<Delivery>> {
        let (provider, reference) = (event.provider.as_str(), event.news.reference().as_str());
        let now = self.now();
        let Some(row) = store::find(tx, provider, reference).await? else {
            if !keep(tx, event, "unknown_reference", now.timestamp_millis()).await? {
                return Ok(Some(Delivery::Duplicate));
            }
            let told = json!({"cause": "unknown_reference", "news": answer::stored(&event.news)});
            crate::outbox::put(tx, provider, reference, now, &told).await?;
            return Ok(Some(Delivery::UnknownReference));
        };
        let mut new = row.clone();
        let entry = &row.entry;
        let charge = entry.kind == Kind::Mandate && matches!(event.news, News::Payment(_));
        let checked = answer::check(entry.kind, &entry.reference, &row.request, &event.news);
        let (outcome, note) = match &checked {
            Err(_) if charge => ("charge", None),
            Err(error) => {
                new.entry.error = Some(LastError::of(error));
                // Whatever it tells, the provider knows the reference.
                new.progress.exists();
                new.attention(Reason::Mismatch);
                let detail = json!({"key": event.key, "error": new.entry.error});
                ("mismatch", Some(Note::new("callback", detail)))
            }
            Ok(()) => {
                let forward = new.adopt(&event.news, now);
                let detail = json!({"key": event.key, "status": event.news.status()});
                let more = (new.entry.state, &new.entry.answer) != (entry.state, &entry.answer);
                match forward || more {
                    true => ("applied", Some(Note::new("callback", detail))),
                    false => ("no_news", None),
                }
            }
        };
        if !keep(tx, event, outcome, now.timestamp_millis()).await? {
            return Ok(Some(Delivery::Duplicate));
        }
        if charge {
            let told = json!({"cause": "charge", "news": answer::stored(&event.news)});
            crate::outbox::put(tx, provider, reference, now, &told).await?;
        }
        if let Some(note) = note {
            new.version = new.version.saturating_add(1);
            new.entry.updated_at = now;
            new.derive();
            let database = &self.0.database;
            if !database.replace(&mut **tx, &row, &new, &note).await? {
                return Ok(None);
            }
        } else {
            new = row;
        }
        let Row { entry, .. } = new;
        let entry = Box::new(entry);
        Ok(Some(match outcome {
            "applied" => Delivery::Applied(entry),
            "mismatch" => Delivery::Mismatch(entry),
            "charge" => Delivery::Charge(entry),
            _ => Delivery::NoNews(entry),
        }))
    }
}

/// Keeps a callback; false if it was kept before.
async fn keep(tx: &mut Tx, event: &Event, outcome: &str, at: i64) -> Result<bool> {
    let kept = sqlx::query(
        "INSERT INTO journal_inbox (provider, event_key, reference, received_at, outcome, news) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (provider, event_key) DO NOTHING",
    )
    .bind(event.provider.as_str())
    .bind(text(&event.key))
    .bind(event.news.reference().as_str())
    .bind(at)
    .bind(outcome)
    .bind(answer::stored(&event.news).to_string())
    .execute(&mut **tx)
    .await?;
    Ok(kept.rows_affected() == 1)
}
