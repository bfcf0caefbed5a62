//! The comparison: every row of the report is looked for here, and every intent of the day in the
//! report. What is held in memory does not grow with either.

use std::{collections::BTreeMap, fmt::Write, pin::pin};

use chrono::TimeDelta;
use futures_util::{Stream, TryStreamExt};
use payments_core::{AccountId, Reference};

use super::{
    difference::{Compared, Difference, Differs},
    known::{COLUMNS, Known},
    report::{Lists, Reported, Scope},
    shelf::{Shelf, Shelved},
};
use crate::{
    error::{Error, Result},
    journal::Journal,
    store::Argument,
};

/// How many rows or intents are held at a time.
const PAGE: u32 = 500;

/// How far a provider's clock may be from ours.
const CLOCKS: TimeDelta = TimeDelta::hours(1);

/// How long after it was recorded an intent is sent at the latest: a policy's day, and once more.
const SENT_LATE: TimeDelta = TimeDelta::days(2);

impl Journal {
    /// Compares a provider's report of a day with what is recorded, in both directions, and passes
    /// each difference to `take`: first those of the report's rows, by reference, then what the
    /// report lacks. **Changes nothing.** Stops at the first error of the rows or of `take`.
    ///
    /// A row and an intent belong together if their references are the same, whatever day each of
    /// them is of; they are compared if one of them is of the scope's day. So a report with some
    /// rows of the days before and after decides what happened around midnight. An intent is of
    /// the day on which the provider says that it was paid; if the provider did not say it, of the
    /// day on which this journal heard of it.
    ///
    /// The rows are put in order in a temporary file, in the folder that `SQLITE_TMPDIR` or
    /// `TMPDIR` names; 1 million rows take some 300 MB there, and none of them stays in memory. A
    /// day long past takes longer: all that finished since is read.
    ///
    /// # Errors
    /// It only reads, so no error moves money: the first error of the rows or of `take`, or
    /// [`Error::Database`](crate::Error::Database).
    pub async fn compare<E: From<Error>>(
        &self,
        scope: &Scope,
        rows: impl Stream<Item = Result<Reported, E>>,
        mut take: impl AsyncFnMut(Difference) -> Result<(), E>,
    ) -> Result<Compared, E> {
        let shelf = Shelf::new().await?;
        let mut compared = Compared {
            rows: shelve(scope, rows, &shelf).await?,
            ..Compared::default()
        };
        self.look_for_rows(scope, &shelf, &mut compared, &mut take)
            .await?;
        self.look_for_intents(scope, &shelf, &mut compared, &mut take)
            .await?;
        Ok(compared)
    }

    /// Looks for each row of the report here.
    async fn look_for_rows<E: From<Error>>(
        &self,
        scope: &Scope,
        shelf: &Shelf,
        compared: &mut Compared,
        take: &mut impl AsyncFnMut(Difference) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut last: Option<Shelved> = None;
        // The first row of the reference that is being read.
        let mut first: Option<First> = None;
        loop {
            let page = shelf.next(last.as_ref(), PAGE).await?;
            let Some(end) = page.last() else {
                return Ok(());
            };
            last = Some(end.clone());
            let mut known = self.known(scope, &page).await?;
            for Shelved { row, .. } in page {
                let again = first.as_ref().filter(|first| first.has(&row));
                let found = match again {
                    Some(first) => first.again(row),
                    None => {
                        let known = known.remove(&row.reference).unwrap_or_default();
                        let (one, found) = First::of(scope, row, known, compared);
                        first = Some(one);
                        found
                    }
                };
                for difference in found {
                    compared.differences += 1;
                    take(difference).await?;
                }
            }
        }
    }

    /// Looks for each intent of the day in the report.
    async fn look_for_intents<E: From<Error>>(
        &self,
        scope: &Scope,
        shelf: &Shelf,
        compared: &mut Compared,
        take: &mut impl AsyncFnMut(Difference) -> Result<(), E>,
    ) -> Result<(), E> {
        for which in Which::of(scope) {
            let mut last = None;
            loop {
                let (page, end) = self.recorded_page(scope, *which, last).await?;
                if end.is_none() {
                    break;
                }
                last = end;
                let of_day: Vec<_> = page
                    .into_iter()
                    .filter(|known| known.is_of(scope))
                    .collect();
                compared.recorded += u64::try_from(of_day.len()).unwrap_or_default();
                let references = of_day.iter().map(|known| known.reference.clone());
                let absent = shelf.without(references.collect()).await?;
                for known in of_day {
                    if absent.contains(&known.reference) {
                        compared.differences += 1;
                        take(known.missing_there(scope)).await?;
                    }
                }
            }
        }
        Ok(())
    }

    /// What is recorded under the references of a page, in whatever account.
    async fn known(&self, scope: &Scope, page: &[Shelved]) -> Result<BTreeMap<String, Found>> {
        let mut references: Vec<&str> = page
            .iter()
            .map(|shelved| shelved.row.reference.as_str())
            .filter(|text| Reference::new(*text).is_ok())
            .collect();
        references.dedup();
        let mut found: BTreeMap<String, Found> = BTreeMap::new();
        if references.is_empty() {
            return Ok(found);
        }
        let arguments: Vec<Argument> = references.iter().map(|one| (*one).into()).collect();
        let places: Vec<_> = (1..=arguments.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "SELECT {COLUMNS} FROM journal_intent WHERE reference IN ({})",
            places.join(", ")
        );
        for cells in self.0.database.rows(sql, arguments).await? {
            let known = Known::read(&cells)?;
            let found = found.entry(known.reference.clone()).or_default();
            match known.account == scope.account {
                true => found.known = Some(known),
                false => found.elsewhere.push(known.account),
            }
        }
        Ok(found)
    }

    /// A page of the intents that may be of the day, and where the next one begins.
    async fn recorded_page(
        &self,
        scope: &Scope,
        which: Which,
        last: Option<(i64, String)>,
    ) -> Result<(Vec<Known>, Option<(i64, String)>)> {
        let (column, only, from, to) = match which {
            // It was paid before this journal heard of it, however late that was.
            Which::Finished => (
                "finished_at",
                "archived = 0",
                scope.day.start - CLOCKS,
                None,
            ),
            Which::Archived => (
                "finished_at",
                "archived = 1",
                scope.day.start - CLOCKS,
                None,
            ),
            Which::Recorded => (
                "created_at",
                "TRUE",
                scope.day.start - SENT_LATE,
                Some(scope.day.end + CLOCKS),
            ),
        };
        let mut arguments: Vec<Argument> = vec![
            i64::from(PAGE).into(),
            scope.account.as_str().into(),
            // SQLite begins where this bound is, and not at the place below: with that of the
            // first page, each page would read all the ones before it.
            (last.as_ref())
                .map_or(from.timestamp_millis(), |(at, _)| *at)
                .into(),
        ];
        // The words of the condition are those of the index.
        let mut sql = format!(
            "SELECT {COLUMNS} FROM journal_intent WHERE {only} AND {column} IS NOT NULL \
             AND account = $2 AND {column} >= $3"
        );
        if let Some(to) = to {
            arguments.push(to.timestamp_millis().into());
            // Writing to a `String` cannot fail.
            let _ = write!(sql, " AND {column} < ${}", arguments.len());
        }
        if let Some((at, reference)) = last {
            arguments.extend([at.into(), reference.into()]);
            let (at, reference) = (arguments.len() - 1, arguments.len());
            let _ = write!(sql, " AND ({column}, reference) > (${at}, ${reference})");
        }
        let _ = write!(sql, " ORDER BY {column}, reference LIMIT $1");
        let rows = self.0.database.rows(sql, arguments).await?;
        let end = match rows.last() {
            Some(row) => Some((row.try_get(column)?, row.try_get("reference")?)),
            None => None,
        };
        let page = rows.iter().map(Known::read).collect::<Result<_>>()?;
        Ok((page, end))
    }
}

/// Which intents are read to find those of a day, each by its own index.
#[derive(Clone, Copy)]
enum Which {
    Finished,
    Archived,
    Recorded,
}

impl Which {
    fn of(scope: &Scope) -> &'static [Self] {
        match scope.lists {
            Lists::Paid => &[Self::Finished, Self::Archived],
            Lists::Created => &[Self::Recorded],
        }
    }
}

/// What is recorded under one reference.
#[derive(Default)]
struct Found {
    known: Option<Known>,
    /// Other accounts that have it.
    elsewhere: Vec<AccountId>,
}

/// The first row of a reference: it is compared, and later ones are told as repeated.
struct First {
    reference: String,
    line: u64,
    id: Option<String>,
    /// Whether it, or its intent, is of the day.
    is_of_day: bool,
}

impl First {
    fn of(
        scope: &Scope,
        row: Reported,
        found: Found,
        compared: &mut Compared,
    ) -> (Self, Vec<Difference>) {
        let is_row_of_day = scope.has(&row);
        let is_known_of_day = (found.known.as_ref()).is_some_and(|known| known.is_of(scope));
        let first = Self {
            reference: row.reference.clone(),
            line: row.line,
            id: row.provider_id.clone(),
            is_of_day: is_row_of_day || is_known_of_day,
        };
        if !first.is_of_day {
            compared.of_other_days += 1;
            return (first, Vec::new());
        }
        let differences = match found.known {
            None => vec![Difference {
                reference: row.reference.clone(),
                differs: Differs::MissingHere {
                    recorded_in: found.elsewhere,
                },
                here: None,
                there: Some(row),
            }],
            Some(known) if !known.is_comparable() => {
                compared.mandates += 1;
                // The charges of a mandate are no repetition of each other.
                let first = Self {
                    is_of_day: false,
                    ..first
                };
                return (first, Vec::new());
            }
            Some(known) => {
                compared.pairs += 1;
                let differs = known.differences(&row, compared).into_iter();
                let difference = |differs| Difference {
                    reference: row.reference.clone(),
                    differs,
                    here: Some(known.recorded.clone()),
                    there: Some(row.clone()),
                };
                differs.map(difference).collect()
            }
        };
        (first, differences)
    }

    /// Rows without a reference have nothing in common.
    fn has(&self, row: &Reported) -> bool {
        self.reference == row.reference && !row.reference.is_empty()
    }

    /// Another row of the same reference.
    fn again(&self, row: Reported) -> Vec<Difference> {
        let differs = Differs::Twice {
            first: self.line,
            is_same_id: self.id == row.provider_id,
        };
        let difference = || Difference {
            reference: row.reference.clone(),
            differs,
            here: None,
            there: Some(row),
        };
        self.is_of_day.then(difference).into_iter().collect()
    }
}

impl Known {
    fn missing_there(self, scope: &Scope) -> Difference {
        Difference {
            differs: Differs::MissingThere {
                is_certain: self.is_certainly_of(scope),
            },
            reference: self.reference,
            here: Some(self.recorded),
            there: None,
        }
    }
}

/// Puts the rows of a report in order, and returns how many there are.
async fn shelve<E: From<Error>>(
    scope: &Scope,
    rows: impl Stream<Item = Result<Reported, E>>,
    shelf: &Shelf,
) -> Result<u64, E> {
    let mut rows = pin!(rows);
    let (mut waiting, mut count) = (Vec::new(), 0);
    while let Some(row) = rows.try_next().await? {
        waiting.push(Shelved {
            is_elsewhen: !scope.has(&row),
            number: count,
            row,
        });
        count += 1;
        if waiting.len() >= PAGE as usize {
            shelf.add(std::mem::take(&mut waiting)).await?;
        }
    }
    shelf.add(waiting).await?;
    shelf.sort().await?;
    Ok(count.unsigned_abs())
}
