//! Recording an intent and, in the same commit, that its first send begins.

use chrono::{DateTime, Utc};
use payments_core::{
    retry::{Progress, Rules, Step},
    wire::hex,
};
use serde_json::{Value, json};

use crate::{
    crash::Point,
    deed::Deed,
    entry::{Entry, State},
    error::{Error, Result},
    fingerprint::Fingerprint,
    journal::Journal,
    note::Note,
    providers::Api,
    request::{self, Request},
    row::Row,
    store::Commit,
};

/// An intent that can be sent and is not recorded yet; leased to who records it.
pub(crate) struct Draft {
    row: Row,
    rules: Rules,
    seed: u64,
}

/// An intent that is leased to us, and whether its first send began with that.
pub(crate) type Ours = (Row, bool);

impl Journal {
    /// What is to be recorded of a request. An error if it cannot be sent.
    pub(crate) fn draft<R: Request>(
        &self,
        api: Api<'_>,
        request: &R,
        json: &Value,
    ) -> Result<Draft> {
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
        api.check(&request.whole()).map_err(Error::NotSendable)?;
        let rules = Rules::new(deed.settlement(), options.policy);
        Ok(Draft { row, rules, seed })
    }

    /// Records an intent. `None` if its reference is recorded, or a callback told of it before.
    pub(crate) async fn record(&self, draft: &Draft) -> Result<Option<Ours>> {
        self.put(draft, draft.row.progress.clone(), Commit::unless_told)
            .await
    }

    /// Records an intent of which a callback told before: a provider that tells of it has it, so somebody sent it who did not record it here. Ask.
    /// `None` if its reference was recorded in the meantime.
    pub(crate) async fn record_told(&self, draft: &Draft) -> Result<Option<Ours>> {
        let lost = Progress::lost(draft.row.entry.created_at, draft.seed);
        self.put(draft, lost, |commit| commit).await
    }

    async fn put(
        &self,
        draft: &Draft,
        progress: Progress,
        on: fn(Commit) -> Commit,
    ) -> Result<Option<Ours>> {
        let mut row = draft.row.clone();
        row.progress = progress;
        let recorded = Note::new("recorded", json!({"kind": row.entry.kind}));
        let next = row.progress.next(row.entry.created_at, &draft.rules);
        let begun = matches!(next, Step::Send { .. }).then(|| {
            row.version = row.version.saturating_add(1);
            row.begin()
        });
        row.derive();
        self.pass(Point::BeforeCommit).await;
        let commit = on(Commit::record(&row, &recorded, begun.as_ref()));
        if !self.0.database.commit(commit).await? {
            return Ok(None);
        }
        self.pass(Point::AfterCommit).await;
        Ok(Some((row, begun.is_some())))
    }
}

fn entry<R: Request>(api: Api<'_>, request: &R, now: DateTime<Utc>) -> Entry {
    Entry {
        provider: api.capabilities().provider.as_str().to_owned(),
        account: api.account().as_str().to_owned(),
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
