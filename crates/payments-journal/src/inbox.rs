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
    store::{Commit, Told, text},
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
            if let Some(delivery) = self.apply(event).await? {
                return Ok(delivery);
            }
            // It was delivered before, or somebody changed the intent meanwhile.
            if self.was_received(event).await? {
                return Ok(Delivery::Duplicate);
            }
        }
    }

    /// Writes a callback down with what it changes. `None`: it was decided on what is not so any more.
    async fn apply(&self, event: &Event) -> Result<Option<Delivery>> {
        let (provider, reference) = (event.provider.as_str(), event.news.reference());
        let database = &self.0.database;
        let found = database.find(provider, reference).await?;
        let (commit, delivery) = match found {
            None => self.unknown_reference(event),
            Some(row) => self.about(row, event),
        };
        self.pass(Point::BeforeCommit).await;
        if !database.commit(commit).await? {
            return Ok(None);
        }
        self.pass(Point::AfterCommit).await;
        Ok(Some(delivery))
    }

    fn unknown_reference(&self, event: &Event) -> (Commit, Delivery) {
        let told = json!({"cause": "unknown_reference", "news": answer::stored(&event.news)});
        let outcome = "unknown_reference";
        let commit = Commit::heard(Told { event, outcome }, None, self.now(), Some(&told));
        (commit, Delivery::UnknownReference)
    }

    /// What a callback makes of the intent that it is about.
    fn about(&self, row: Row, event: &Event) -> (Commit, Delivery) {
        let now = self.now();
        let mut new = row.clone();
        let entry = &row.entry;
        let charge = entry.kind == Kind::Mandate && matches!(event.news, News::Payment(_));
        let checked = answer::check(entry.kind, &entry.reference, &row.request, &event.news);
        let (outcome, note) = match &checked {
            Err(_) if charge => ("charge", Some(Note::charge(&event.key, &event.news))),
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
        let told = Told { event, outcome };
        let commit = match note {
            None => {
                new = row;
                Commit::heard(told, Some(new.version), now, None)
            }
            Some(note) => {
                new.version = new.version.saturating_add(1);
                new.entry.updated_at = now;
                new.derive();
                Commit::replace(&row, &new, &note).counting(told)
            }
        };
        let entry = Box::new(new.entry);
        let delivery = match outcome {
            "applied" => Delivery::Applied(entry),
            "mismatch" => Delivery::Mismatch(entry),
            "charge" => Delivery::Charge(entry),
            _ => Delivery::NoNews(entry),
        };
        (commit, delivery)
    }

    async fn was_received(&self, event: &Event) -> Result<bool> {
        let sql =
            "SELECT 1 FROM journal_inbox WHERE reference = $1 AND account = $2 AND event_key = $3";
        let arguments = vec![
            event.news.reference().as_str().into(),
            event.provider.as_str().into(),
            text(&event.key).into(),
        ];
        let row = self.0.database.row(sql.to_owned(), arguments).await?;
        Ok(row.is_some())
    }
}
