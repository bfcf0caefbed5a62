//! Callbacks: each is applied once, in any order, and a status never moves backwards.

use payments_core::{Account, AccountId, Bearing, Event, News, Reference, Verified};
use serde_json::json;

use crate::{
    crash::Point,
    error::Result,
    intent::{About, Entry, LastError, Note, Reason, Row, Step, What},
    journal::Journal,
    store::{Commit, Told, text},
};

/// What was done with a callback. Answer the provider with success in every case; only after an
/// error should it deliver again.
///
/// ```
/// use payments_journal::Delivery;
///
/// fn is_news(delivery: &Delivery) -> bool {
///     matches!(delivery, Delivery::Applied(_) | Delivery::Mismatch(_))
/// }
///
/// assert!(!is_news(&Delivery::Duplicate));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Delivery {
    /// It was news, and is recorded.
    Applied(Box<Entry>),
    /// It contained nothing new: the recorded status is the same or further.
    NoNews(Box<Entry>),
    /// It was delivered before.
    Duplicate,
    /// Its amount or kind differs from the record: a person is needed.
    Mismatch(Box<Entry>),
    /// Nothing is recorded under its reference. It is stored, and reported in the outbox.
    UnknownReference,
    /// This version does not model it, or it changes no intent. It is stored, and reported in the
    /// outbox.
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
            Self::UnknownReference => "unknown_reference",
            Self::Kept => "kept",
        }
    }
}

impl Journal {
    /// Records a verified callback, or a confirmed hint
    /// ([`Callbacks::confirm`](payments_core::Callbacks::confirm)).
    ///
    /// It is stored and applied in one commit: after an error nothing was stored, and the
    /// provider's next delivery counts. It may arrive before the answer to the request, twice, or
    /// late.
    ///
    /// `account` is the account to which the callback belongs
    /// ([`ProviderClient::account`](payments_core::ProviderClient::account)).
    ///
    /// ```
    /// use payments_core::{Callbacks, Received, http::HeaderMap};
    /// use payments_journal::{Delivery, Journal};
    ///
    /// /// Answer the provider with success if this succeeds. `payments_axum` does more.
    /// async fn callback(
    ///     journal: &Journal,
    ///     provider: &dyn Callbacks,
    ///     headers: &HeaderMap,
    ///     body: &[u8],
    /// ) -> Result<(), Box<dyn std::error::Error>> {
    ///     let event = match provider.receive(headers, body)? {
    ///         Received::Verified(event) => event,
    ///         Received::Hint(hint) => provider.confirm(&hint).await?,
    ///         _ => return Ok(()),
    ///     };
    ///     let delivery = journal.receive(provider.account(), &event).await?;
    ///     if let Delivery::Mismatch(entry) = &delivery {
    ///         eprintln!("{} needs a person", entry.reference);
    ///     }
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// It sends nothing. After [`Error::Database`](crate::Error::Database), answer the provider
    /// with an error, so that it delivers again.
    /// [`Error::AnotherHost`](crate::Error::AnotherHost): this journal belongs to another host.
    #[doc(alias = "webhook")]
    pub async fn receive(&self, account: &Account, event: &Verified<Event>) -> Result<Delivery> {
        let event = event.get();
        self.admit(account).await?;
        let account = account.id();
        loop {
            if let Some(delivery) = self.apply(account, event).await? {
                return Ok(delivery);
            }
            // It was delivered before, or the intent was changed meanwhile.
            if self.was_received(account, event).await? {
                return Ok(Delivery::Duplicate);
            }
        }
    }

    /// Stores a callback with what it changes. `None`: the row has changed since the decision.
    async fn apply(&self, account: &AccountId, event: &Event) -> Result<Option<Delivery>> {
        let (commit, delivery) = match self.subject(account, event).await? {
            Some(row) => self.about(row, event),
            None => self.about_nothing(account, event),
        };
        self.pass(Point::BeforeCommit).await;
        if !self.0.database.commit(commit).await? {
            return Ok(None);
        }
        self.pass(Point::AfterCommit).await;
        Ok(Some(delivery))
    }

    /// Finds the intent that the news is about: by the merchant's reference, or for a refund that
    /// names none, by the provider's id of the payment.
    async fn subject(&self, account: &AccountId, event: &Event) -> Result<Option<Row>> {
        let database = &self.0.database;
        match (event.news.reference(), &event.news) {
            (Some(reference), _) => database.find_heard(account, reference).await,
            (None, News::Refund(refund)) => {
                database
                    .find_by_provider_id(account, &refund.provider_id)
                    .await
            }
            (None, _) => Ok(None),
        }
    }

    /// Stores and reports news about something that is not recorded.
    fn about_nothing(&self, account: &AccountId, event: &Event) -> (Commit, Delivery) {
        let (step, delivery) = match event.news {
            News::Unmodelled(_) => (Step::Unmodelled, Delivery::Kept),
            _ => (Step::UnknownReference, Delivery::UnknownReference),
        };
        let told = Told {
            account,
            event,
            about: &filed_under(&event.news),
            outcome: step.as_str(),
        };
        let what = What::told(step, &event.news);
        (Commit::heard(told, None, self.now(), Some(&what)), delivery)
    }

    /// What a callback changes in its intent.
    fn about(&self, row: Row, event: &Event) -> (Commit, Delivery) {
        let now = self.now();
        let mut new = row.clone();
        let entry = &row.entry;
        let about = About {
            kind: entry.kind,
            request: &row.request,
            before: entry.answer.as_ref(),
            news: &event.news,
        };
        // Recorded as a step; the intent does not change.
        let beside = |step: Step| Some(Note::told(step, &event.key, &event.news));
        let mut mismatch = |error: payments_core::Error| {
            new.entry.error = Some(LastError::of(&error));
            // Whatever it says, the provider knows the reference.
            new.progress.exists();
            new.attention(Reason::Mismatch);
            let detail = json!({"key": event.key, "error": new.entry.error});
            ("mismatch", Some(Note::new(Step::Callback, detail)))
        };
        let (outcome, note) = match about.checked() {
            Err(error) => mismatch(error),
            Ok(Bearing::Answer(told)) => {
                let forward = new.adopt(&told, now);
                let step = match event.news {
                    News::Charge(_) => Step::Charge,
                    _ => Step::Callback,
                };
                let detail = json!({"key": event.key, "status": event.news.status_word()});
                let more = (new.entry.state, &new.entry.answer) != (entry.state, &entry.answer);
                match forward || more {
                    true => ("applied", Some(Note::new(step, detail))),
                    false => ("no_news", None),
                }
            }
            Ok(Bearing::Refund) => ("refund", beside(Step::Refund)),
            Ok(Bearing::Unmodelled) => ("unmodelled", beside(Step::Unmodelled)),
            Ok(_) => {
                let kind = entry.kind.as_str();
                mismatch(payments_core::Error::integrity("subject", kind, "another"))
            }
        };
        let (account, about) = (row.entry.account.clone(), row.entry.reference.clone());
        let told = Told {
            account: &account,
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
            "no_news" => Delivery::NoNews(entry),
            _ => Delivery::Kept,
        };
        (commit, delivery)
    }

    async fn was_received(&self, account: &AccountId, event: &Event) -> Result<bool> {
        let sql =
            "SELECT 1 FROM journal_inbox WHERE reference = $1 AND account = $2 AND event_key = $3";
        let (account, about) = match self.subject(account, event).await? {
            Some(row) => (row.entry.account, row.entry.reference),
            None => (account.clone(), filed_under(&event.news)),
        };
        let arguments = vec![
            about.as_str().into(),
            account.as_str().into(),
            text(&event.key).into(),
        ];
        let row = self.0.database.row(sql.to_owned(), arguments).await?;
        Ok(row.is_some())
    }
}

/// The reference of news; if it names none, the provider's id of its subject, so that news about
/// one thing stays together.
fn filed_under(news: &News) -> Reference {
    let id = || Reference::new(news.provider_id()?).ok();
    let named = news.reference().cloned().or_else(id);
    named.unwrap_or_else(Reference::of_nothing)
}
