//! Reading what is recorded.

use std::{collections::BTreeMap, fmt::Write};

use chrono::{DateTime, Utc};
use payments_core::{AccountId, Kind, Reference};
use serde::Serialize;
use serde_json::Value;

use crate::{
    error::{Error, Result, readable},
    intent::{Entry, Row, State, Step, query},
    journal::Journal,
    store::{self, Argument, UNFINISHED, json, time},
};

/// The wording must match the index, or the database does not use it.
const ACTIVE: &str = "status = 'active'";

/// How many intents are read at a time.
const PAGE: u32 = 100;

/// Which intents to list: by default all, 100 at a time, oldest first.
///
/// ```
/// use payments_core::Kind;
/// use payments_journal::{Filter, State};
///
/// let filter = Filter::new()
///     .state(State::NeedsAttention)
///     .provider("ciputra")
///     .kind(Kind::Payment)
///     .limit(50);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Filter {
    states: Vec<State>,
    provider: Option<String>,
    account: Option<String>,
    kind: Option<Kind>,
    active: bool,
    recorded_before: Option<DateTime<Utc>>,
    recorded_after: Option<DateTime<Utc>>,
    finished_before: Option<DateTime<Utc>>,
    finished_after: Option<DateTime<Utc>>,
    due_by: Option<DateTime<Utc>>,
    after: Option<(i64, String, AccountId)>,
    limit: Option<u32>,
}

impl Filter {
    /// Lists all.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only those in a state; call it again to add another state.
    pub fn state(mut self, state: State) -> Self {
        self.states.push(state);
        self
    }

    /// Only those of a provider.
    pub fn provider(mut self, provider: impl Into<String>) -> Self {
        self.provider = Some(provider.into());
        self
    }

    /// Only those of an account, as `instamoney/live/default`.
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// Only those of a kind.
    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// Only mandates that may still be charged; their customers may cancel them at any time.
    pub fn active(mut self) -> Self {
        self.active = true;
        self
    }

    /// Only those recorded before a time.
    pub fn recorded_before(mut self, time: DateTime<Utc>) -> Self {
        self.recorded_before = Some(time);
        self
    }

    /// Only those recorded at a time or later.
    pub fn recorded_after(mut self, time: DateTime<Utc>) -> Self {
        self.recorded_after = Some(time);
        self
    }

    /// Only those finished or refused before a time.
    pub fn finished_before(mut self, time: DateTime<Utc>) -> Self {
        self.finished_before = Some(time);
        self
    }

    /// Only those finished or refused at a time or later: with
    /// [`jakarta::bounds`](payments_core::jakarta::bounds), those of a day.
    pub fn finished_after(mut self, time: DateTime<Utc>) -> Self {
        self.finished_after = Some(time);
        self
    }

    /// Only those that are due for the workers at a time or earlier.
    pub(crate) fn due_by(mut self, time: DateTime<Utc>) -> Self {
        self.due_by = Some(time);
        self
    }

    /// The next page: what follows the last entry of the previous page.
    pub fn after(mut self, last: &Entry) -> Self {
        self.after = Some(place_of(last));
        self
    }

    /// Sets the page size.
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }
}

/// A step of an intent's history.
///
/// ```
/// use payments_journal::{Record, Step};
///
/// /// Whether a person has decided about it.
/// fn was_decided(record: &Record) -> bool {
///     record.history.iter().any(|step| step.what == Step::Decided)
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct HistoryStep {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: Step,
    /// The result, and the reason.
    pub detail: Value,
}

/// An intent with its history, as it is exported.
///
/// ```
/// use payments_journal::Record;
///
/// fn print(record: &Record) {
///     println!("{} is {}", record.entry.reference, record.entry.state);
///     for step in &record.history {
///         println!("  {}: {}", step.at, step.what);
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Record {
    /// What is recorded of it.
    #[serde(flatten)]
    pub entry: Entry,
    /// The stored part of the status query: reference, method, the provider's ids.
    pub query: Value,
    /// What happened to it, oldest first.
    pub history: Vec<HistoryStep>,
}

impl Record {
    /// One line of JSON.
    #[must_use]
    pub fn line(&self) -> String {
        json(self)
    }
}

impl Journal {
    /// A page of what is recorded. Later pages cost no more than the first.
    ///
    /// ```
    /// use payments_journal::{Entry, Error, Filter, Journal, State};
    ///
    /// /// All pages.
    /// async fn open(journal: &Journal) -> Result<Vec<Entry>, Error> {
    ///     let (mut all, mut filter) = (Vec::new(), Filter::new().state(State::Open));
    ///     loop {
    ///         let page = journal.list(&filter).await?;
    ///         let Some(last) = page.last() else {
    ///             return Ok(all);
    ///         };
    ///         filter = filter.after(last);
    ///         all.extend(page);
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn list(&self, filter: &Filter) -> Result<Vec<Entry>> {
        let rows = self.rows(filter).await?;
        Ok(rows.into_iter().map(|row| row.entry).collect())
    }

    async fn rows(&self, filter: &Filter) -> Result<Vec<Row>> {
        let states: Vec<_> = filter.states.iter().map(|state| state.as_str()).collect();
        // Our own words, not somebody's text.
        let mut sql = match states.as_slice() {
            [] => String::new(),
            states => format!(" AND state IN ('{}')", states.join("', '")),
        };
        if !states.is_empty() && !filter.states.contains(&State::Finished) {
            sql += " AND ";
            sql += UNFINISHED;
        }
        if filter.active {
            sql += " AND ";
            sql += ACTIVE;
        }
        let (from, to) = match &filter.provider {
            Some(name) => (Some(format!("{name}/")), Some(format!("{name}0"))),
            None => (None, None),
        };
        let texts = [
            ("account =", filter.account.as_deref()),
            // Everything between `fazz/` and `fazz0` begins with `fazz/`.
            ("account >", from.as_deref()),
            ("account <", to.as_deref()),
            ("kind =", filter.kind.map(Kind::as_str)),
        ];
        let times = [
            ("created_at <", filter.recorded_before),
            ("created_at >=", filter.recorded_after),
            ("finished_at <", filter.finished_before),
            ("finished_at >=", filter.finished_after),
            ("due_at <=", filter.due_by),
        ];
        let mut arguments: Vec<Argument> = vec![i64::from(filter.limit.unwrap_or(PAGE)).into()];
        for (name, text) in texts {
            if let Some(text) = text {
                arguments.push(text.into());
                // Writing to a `String` cannot fail.
                let _ = write!(sql, " AND {name} ${}", arguments.len());
            }
        }
        for (test, time) in times {
            if let Some(time) = time {
                arguments.push(time.timestamp_millis().into());
                let _ = write!(sql, " AND {test} ${}", arguments.len());
            }
        }
        if let Some((at, reference, account)) = &filter.after {
            let number = arguments.len();
            let _ = write!(
                sql,
                " AND (created_at, reference, account) > (${}, ${}, ${})",
                number + 1,
                number + 2,
                number + 3
            );
            arguments.extend([
                (*at).into(),
                reference.as_str().into(),
                account.as_str().into(),
            ]);
        }
        let sql = store::select(&format!(
            "TRUE{sql} ORDER BY created_at, reference, account LIMIT $1"
        ));
        let rows = self.0.database.rows(sql, arguments).await?;
        rows.iter().map(store::read).collect()
    }

    /// What is recorded under a reference, in all accounts.
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn find(&self, reference: &Reference) -> Result<Vec<Entry>> {
        let sql = store::select("reference = $1 ORDER BY created_at, account");
        let arguments = vec![reference.as_str().into()];
        let rows = self.0.database.rows(sql, arguments).await?;
        rows.iter()
            .map(|row| store::read(row).map(|row| row.entry))
            .collect()
    }

    /// What is recorded under a reference in an account.
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn get(&self, account: &AccountId, reference: &Reference) -> Result<Option<Entry>> {
        let found = self.0.database.find(account, reference).await?;
        Ok(found.map(|row| row.entry))
    }

    /// An intent with all that happened to it.
    ///
    /// ```
    /// use payments_core::{AccountId, Reference};
    /// use payments_journal::{Error, Journal};
    ///
    /// async fn show(journal: &Journal, id: &AccountId, order: &Reference) -> Result<(), Error> {
    ///     let record = journal.record_of(id, order).await?;
    ///     for step in &record.history {
    ///         println!("{}: {}", step.at, step.what);
    ///     }
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// It only reads. [`Error::NotFound`]: nothing is recorded; [`Error::Database`]: try again.
    pub async fn record_of(&self, account: &AccountId, reference: &Reference) -> Result<Record> {
        let row = self.row(account, reference).await?;
        self.with_history(row).await
    }

    /// Passes each intent of a filter, with its history, to `take`, page by page; [`Record::line`]
    /// makes a JSON line of it. Stops at the first error of `take`.
    ///
    /// # Errors
    /// It only reads. The first error of `take`, or [`Error::Database`].
    pub async fn export<E: From<Error>>(
        &self,
        filter: &Filter,
        mut take: impl FnMut(Record) -> Result<(), E>,
    ) -> Result<u64, E> {
        let mut filter = filter.clone();
        filter.limit = Some(filter.limit.unwrap_or(PAGE).min(PAGE));
        let mut count = 0;
        loop {
            let page = self.rows(&filter).await?;
            let Some(last) = page.last() else {
                return Ok(count);
            };
            filter.after = Some(place_of(&last.entry));
            for row in page {
                take(self.with_history(row).await?)?;
                count += 1;
            }
        }
    }

    /// How many intents are in each state. It counts rows, so do not call it every second.
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn counts(&self) -> Result<BTreeMap<State, i64>> {
        // Finished rows have no index of their own; their number is the rest.
        let sql = format!(
            "SELECT state, COUNT(*) FROM journal_intent WHERE {UNFINISHED} GROUP BY state \
             UNION ALL SELECT 'finished', COUNT(*) FROM journal_intent"
        );
        let rows = self.0.database.rows(sql, Vec::new()).await?;
        let mut counts = BTreeMap::new();
        for row in rows {
            let state: String = row.try_get(0)?;
            let state = State::read(&state).ok_or_else(|| Error::Unreadable("state".into()))?;
            counts.insert(state, row.try_get::<i64>(1)?);
        }
        let of = |(state, count): (&State, &i64)| (*state != State::Finished).then_some(*count);
        let unfinished: i64 = counts.iter().filter_map(of).sum();
        if let Some(all) = counts.get_mut(&State::Finished) {
            *all -= unfinished;
        }
        counts.retain(|_, count| *count > 0);
        Ok(counts)
    }

    pub(crate) async fn with_history(&self, row: Row) -> Result<Record> {
        let query = query(row.entry.kind, &row.request, row.entry.answer.as_ref());
        let entry = row.entry;
        let sql = "SELECT at, what, detail FROM journal_history WHERE reference = $1 AND account = $2 ORDER BY version";
        let arguments = vec![
            entry.reference.as_str().into(),
            entry.account.as_str().into(),
        ];
        let rows = self.0.database.rows(sql.to_owned(), arguments).await?;
        let mut history = Vec::with_capacity(rows.len());
        for row in rows {
            let detail: String = row.try_get("detail")?;
            history.push(HistoryStep {
                at: time(row.try_get("at")?)?,
                what: step(&row.try_get::<String>("what")?)?,
                detail: readable("history", serde_json::from_str(&detail))?,
            });
        }
        Ok(Record {
            entry,
            query,
            history,
        })
    }
}

fn step(word: &str) -> Result<Step> {
    Step::read(word).ok_or_else(|| Error::Unreadable("history".into()))
}

/// The position of an intent in a listing.
fn place_of(entry: &Entry) -> (i64, String, AccountId) {
    (
        entry.created_at.timestamp_millis(),
        entry.reference.to_string(),
        entry.account.clone(),
    )
}
