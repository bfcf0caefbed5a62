//! Recording an intent and doing it.

use std::time::Duration;

use chrono::{DateTime, Utc};
use payments_core::{
    Reference,
    retry::{Progress, Rules, Step},
    wire::hex,
};
use serde_json::{Value, json};
use sqlx::Row as _;

use crate::{
    crash::Point,
    deed::Deed,
    entry::{Entry, State},
    error::{Error, Result, readable},
    executed::{Executed, recorded},
    fingerprint::Fingerprint,
    journal::Journal,
    note::Note,
    providers::{Api, Performs},
    request::{self, Request, Whole},
    row::{Row, later},
    store,
    watch::Round,
};

/// How often a caller looks whether somebody else has finished.
const LOOK: Duration = Duration::from_millis(100);

impl Journal {
    /// Does something once, whatever happens on the way: a payment, a bill, a mandate.
    ///
    /// It is recorded before it is sent. The same request again, here or on another machine, never does it twice: it returns what is
    /// recorded, or goes on where a crash left it. The same reference with another request is refused before sending
    /// ([`Error::Mismatch`]), so keep the request, its expiry too, and do not build it anew.
    ///
    /// If this future is dropped, or the program dies, [`recover`](Self::recover) finishes it.
    pub async fn execute<R: Request, P: Performs<R> + ?Sized>(
        &self,
        provider: &P,
        request: &R,
    ) -> Result<Executed<R::Answer>> {
        let api = provider.api();
        let name = api.capabilities().provider;
        let json = readable("request", serde_json::to_value(request))?;
        let options = &self.0.options;
        let patience = later(self.now(), options.patience.min(options.lease / 3));
        loop {
            let found = self
                .0
                .database
                .find(name.as_str(), request.reference().as_str())
                .await?;
            let row = match found {
                None => self.record(api, request, &json).await?,
                Some(row) => {
                    self.same(&row, R::KIND, request.reference(), &json)?;
                    if row.entry.state != State::Open {
                        return recorded(request, name, row, None);
                    }
                    if row.leased(self.now()) {
                        if self.now() >= patience {
                            return recorded(request, name, row, None);
                        }
                        self.sleep(LOOK).await;
                        continue;
                    }
                    self.take_up(row, &json).await?
                }
            };
            let Some((row, begun)) = row else { continue };
            let Ok(deed) = Deed::new(api, &row, Some(request.whole())) else {
                // The provider has lost a method since it was recorded: the workers leave it to a person.
                return recorded(request, name, row, None);
            };
            let round = Round::of(&row.entry, begun);
            let row = round
                .watch(async {
                    let row = match (begun, row.lease.clone()) {
                        (true, Some(lease)) => {
                            let rules = Rules::new(deed.settlement(), options.policy);
                            self.sending(row, &deed, &rules, &lease).await?
                        }
                        _ => row,
                    };
                    self.drive(row, &deed, patience).await
                })
                .await?;
            return recorded(request, name, row, deed.told());
        }
    }

    /// Refuses a request that is not the recorded one.
    fn same(
        &self,
        row: &Row,
        kind: crate::Kind,
        reference: &Reference,
        json: &Value,
    ) -> Result<()> {
        let mut fields = row.fingerprint.differences(
            &request::identity(kind, json),
            self.0.options.fingerprint_key.as_ref(),
        );
        if row.entry.kind != kind {
            fields = vec!["kind".into()];
        }
        if fields.is_empty() {
            return Ok(());
        }
        Err(Error::Mismatch {
            reference: reference.clone(),
            fields,
        })
    }

    /// Records an intent and, in the same commit, that its first send begins. `None` if the reference was recorded in the meantime.
    async fn record<R: Request>(
        &self,
        api: Api<'_>,
        request: &R,
        json: &Value,
    ) -> Result<Option<(Row, bool)>> {
        let options = &self.0.options;
        let now = self.now();
        let chance = self.chance()?;
        let [a, b, c, d, e, f, g, h, ..] = chance;
        let seed = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
        let salt = hex(&chance);
        let mut stored = json.clone();
        let mut whole = true;
        if !options.keep_requests {
            whole = request::redact(R::KIND, &mut stored);
        }
        let key = options.fingerprint_key.as_ref();
        let lease = self.lease_name();
        let mut row = Row {
            entry: entry(api, request, now),
            version: 1,
            progress: Progress::new(now, seed),
            request: stored,
            whole,
            fingerprint: Fingerprint::new(&request::identity(R::KIND, json), salt, key),
            lease: None,
            round_at: now,
        };
        row.hold(&lease, self.lease_until(now));
        let deed = Deed::new(api, &row, Some(request.whole())).map_err(Error::NotSendable)?;
        if let Whole::Payment(request) = request.whole() {
            api.capabilities()
                .check(&request)
                .map_err(Error::NotSendable)?;
        }
        let rules = Rules::new(deed.settlement(), options.policy);
        let mut tx = self.0.database.begin().await?;
        let told = sqlx::query(
            "SELECT COUNT(*) FROM journal_inbox WHERE provider = $1 AND reference = $2",
        )
        .bind(row.entry.provider.as_str())
        .bind(row.entry.reference.as_str())
        .fetch_one(&mut *tx)
        .await?;
        let mut notes = vec![Note::new("recorded", json!({"kind": R::KIND}))];
        if told.try_get::<i64, _>(0)? > 0 {
            // A provider that tells of it has it: somebody sent it who did not record it here. Ask.
            row.progress = Progress::lost(now, seed);
        }
        let begun = matches!(row.progress.next(now, &rules), Step::Send { .. });
        if begun {
            notes.push(row.begin());
            row.version = row.version.saturating_add(1);
        }
        row.derive();
        match store::insert(&mut tx, &row, &notes).await? {
            Some(id) => {
                self.pass(Point::BeforeCommit).await;
                tx.commit().await?;
                self.pass(Point::AfterCommit).await;
                row.entry.id = id;
                Ok(Some((row, begun)))
            }
            None => {
                tx.rollback().await?;
                Ok(None)
            }
        }
    }

    /// Leases an open intent that nobody works on. `None` if somebody was faster.
    async fn take_up(&self, row: Row, json: &Value) -> Result<Option<(Row, bool)>> {
        let lease = self.lease_name();
        let keep = self.0.options.keep_requests;
        let (row, taken) = self
            .change(row, |row, now| {
                (row.entry.state == State::Open && !row.leased(now)).then(|| {
                    row.hold(&lease, self.lease_until(now));
                    if keep && !row.whole {
                        row.request = json.clone();
                        row.whole = true;
                    }
                    Note::new("taken_up", Value::Null)
                })
            })
            .await?;
        Ok(taken.then_some((row, false)))
    }
}

fn entry<R: Request>(api: Api<'_>, request: &R, now: DateTime<Utc>) -> Entry {
    Entry {
        id: 0,
        provider: api.capabilities().provider.as_str().to_owned(),
        reference: request.reference().clone(),
        kind: R::KIND,
        amount: request.amount(),
        state: State::Open,
        status: None,
        outcome: None,
        reason: None,
        error: None,
        sends: 0,
        asks: 0,
        created_at: now,
        updated_at: now,
        due_at: None,
        finished_at: None,
        archived: false,
        query: Value::Null,
        answer: None,
    }
}
