//! What providers tell by themselves: taken once each, in any order, never backwards.

use payments_core::{Account, Event, News, PaymentStatus, Reference, Verified};
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
    /// The provider means something that this version does not model, or something that changes no intent. It is kept, and the outbox tells.
    Kept,
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
            Self::Kept => "kept",
        }
    }
}

impl Journal {
    /// Takes a verified callback, or a confirmed hint ([`Callbacks::confirm`](payments_core::Callbacks::confirm)).
    ///
    /// It is kept and applied in one commit: after an error nothing was taken, and the provider's next delivery counts. It may arrive before
    /// the answer it overtook, twice, and late.
    ///
    /// `account` is the one whose callbacks they are ([`Callbacks::account`](payments_core::Callbacks::account)).
    pub async fn receive(&self, account: &Account, event: &Verified<Event>) -> Result<Delivery> {
        let event = event.get();
        self.admit(account).await?;
        let account = account.as_str();
        loop {
            if let Some(delivery) = self.apply(account, event).await? {
                return Ok(delivery);
            }
            // It was delivered before, or somebody changed the intent meanwhile.
            if self.was_received(account, event).await? {
                return Ok(Delivery::Duplicate);
            }
        }
    }

    /// Writes a callback down with what it changes. `None`: it was decided on what is not so any more.
    async fn apply(&self, account: &str, event: &Event) -> Result<Option<Delivery>> {
        let database = &self.0.database;
        let found = self.subject(account, event).await?;
        let about = match &found {
            Some(row) => row.entry.reference.clone(),
            None => filed_under(&event.news),
        };
        let heard = |outcome| Told {
            account,
            event,
            about: &about,
            outcome,
        };
        let (commit, delivery) = match (&event.news, found) {
            (News::Unmodelled(_), None) => (self.told_alone(heard("unmodelled")), Delivery::Kept),
            (_, None) => (
                self.told_alone(heard("unknown_reference")),
                Delivery::UnknownReference,
            ),
            (News::Unmodelled(_), Some(row)) => {
                (self.told_beside(&row, heard("unmodelled")), Delivery::Kept)
            }
            (News::Refund(refund), Some(row)) => {
                let entry = &row.entry;
                let (request, answer) = (&row.request, entry.answer.as_ref());
                let payment = (refund.status == PaymentStatus::Refunded)
                    .then(|| {
                        let provider = event.provider;
                        answer::after_refund(provider, &about, request, answer, refund)
                    })
                    .flatten();
                match payment {
                    Some(payment) => self.about(account, row, &Event::new(&*event.key, payment)),
                    None => (self.told_beside(&row, heard("refund")), Delivery::Kept),
                }
            }
            (_, Some(row)) => self.about(account, row, event),
        };
        self.pass(Point::BeforeCommit).await;
        if !database.commit(commit).await? {
            return Ok(None);
        }
        self.pass(Point::AfterCommit).await;
        Ok(Some(delivery))
    }

    /// The intent that news is about: by the merchant's reference, and a refund that names none by the provider's id of the payment.
    async fn subject(&self, account: &str, event: &Event) -> Result<Option<Row>> {
        let database = &self.0.database;
        match (event.news.reference(), &event.news) {
            (Some(reference), _) => database.find(account, reference).await,
            (None, News::Refund(refund)) => {
                database
                    .find_by_provider_id(account, &refund.provider_id)
                    .await
            }
            (None, _) => Ok(None),
        }
    }

    /// Kept and told, where nothing is recorded.
    fn told_alone(&self, heard: Told<'_>) -> Commit {
        let event = json!({"cause": heard.outcome, "news": answer::stored(&heard.event.news)});
        Commit::heard(heard, None, self.now(), Some(&event))
    }

    /// Kept and told as a step of an intent that stays as it is.
    fn told_beside(&self, row: &Row, heard: Told<'_>) -> Commit {
        let mut new = row.clone();
        new.version = new.version.saturating_add(1);
        new.entry.updated_at = self.now();
        let note = Note::told(heard.outcome, &heard.event.key, &heard.event.news);
        Commit::replace(row, &new, &note).counting(heard)
    }

    /// What a callback makes of the intent that it is about.
    fn about(&self, account: &str, row: Row, event: &Event) -> (Commit, Delivery) {
        let now = self.now();
        let mut new = row.clone();
        let entry = &row.entry;
        let charge = entry.kind == Kind::Mandate && matches!(event.news, News::Payment(_));
        let checked = answer::check(entry.kind, &entry.reference, &row.request, &event.news);
        let (outcome, note) = match &checked {
            Err(_) if charge => (
                "charge",
                Some(Note::told("charge", &event.key, &event.news)),
            ),
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
        let about = row.entry.reference.clone();
        let told = Told {
            account,
            event,
            about: &about,
            outcome,
        };
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

    async fn was_received(&self, account: &str, event: &Event) -> Result<bool> {
        let sql =
            "SELECT 1 FROM journal_inbox WHERE reference = $1 AND account = $2 AND event_key = $3";
        let about = match self.subject(account, event).await? {
            Some(row) => row.entry.reference,
            None => filed_under(&event.news),
        };
        let arguments = vec![
            about.as_str().into(),
            account.into(),
            text(&event.key).into(),
        ];
        let row = self.0.database.row(sql.to_owned(), arguments).await?;
        Ok(row.is_some())
    }
}

/// The reference of news; of what names none, the provider's id of what it is about, so that all of one thing stays together.
fn filed_under(news: &News) -> Reference {
    let id = || Reference::new(news.provider_id()?).ok();
    let named = news.reference().cloned().or_else(id);
    named.unwrap_or_else(Reference::of_nothing)
}
