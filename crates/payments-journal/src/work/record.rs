//! Recording an intent and, in the same commit, that its first send begins.

use std::sync::{Arc, atomic::Ordering};

use chrono::{DateTime, Utc};
use payments_core::{
    Instruction, ProviderClient, observe,
    retry::{Progress, Rules, Step as Next},
    wire::hex,
};
use serde_json::{Value, json};

use crate::{
    crash::Point,
    error::{Error, Result, readable},
    intent::{Entry, Fingerprint, Note, Row, State, Step},
    journal::Journal,
    store::Commit,
};

/// An intent that can be sent and is not recorded yet; leased to the process that records it.
pub(crate) struct Draft {
    row: Row,
    rules: Rules,
    seed: u64,
}

/// An intent leased to us, and whether its first send began in the same commit.
pub(crate) type Ours = (Row, bool);

impl Journal {
    /// Prepares the record of a request. An error if it cannot be sent.
    pub(crate) fn draft<I: Instruction>(
        &self,
        client: &I::Client<'_>,
        request: &I,
        json: &Value,
    ) -> Result<Draft> {
        let options = &self.0.options;
        let capabilities = client.capabilities();
        let unsendable = |error: payments_core::Error| {
            Error::NotSendable(error.with_reference(request.reference()))
        };
        let settlement = request.settlement(capabilities).map_err(unsendable)?;
        request.check(client).map_err(unsendable)?;
        let now = self.now();
        let chance = self.chance()?;
        let [a, b, c, d, e, f, g, h, ..] = chance;
        let seed = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
        let salt = hex(&chance);
        let (stored, whole) = match options.keep_requests {
            true => (json.clone(), true),
            false => {
                let stripped = request.without_personal_data();
                let whole = stripped == *request;
                (readable("request", serde_json::to_value(stripped))?, whole)
            }
        };
        let key = options.fingerprint_key.as_ref();
        if key.is_none() && !whole && !self.0.told_of_key.swap(true, Ordering::Relaxed) {
            observe::fingerprints_without_a_key();
        }
        let lease = self.lease_name();
        let mut row = Row {
            entry: entry(client, request, now),
            version: 1,
            progress: Progress::new(now, seed),
            request: Arc::new(stored),
            whole,
            fingerprint: Arc::new(Fingerprint::new(json, I::INCIDENTAL, salt, key)),
            lease: None,
            round_at: now,
        };
        row.hold(&lease, self.lease_until(now));
        let rules = Rules::new(settlement, options.policy);
        Ok(Draft { row, rules, seed })
    }

    /// Records an intent. `None` if its reference is already recorded, or a callback about it has
    /// arrived.
    pub(crate) async fn record(&self, draft: &Draft) -> Result<Option<Ours>> {
        self.put(draft, draft.row.progress.clone(), Commit::unless_told)
            .await
    }

    /// Records an intent about which a callback has already arrived: the provider has it, so it was
    /// sent without being recorded here. It is looked up. `None` if its reference was recorded
    /// meanwhile.
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
        let recorded = Note::new(Step::Recorded, json!({"kind": row.entry.kind}));
        let next = row.progress.next(row.entry.created_at, &draft.rules);
        let begun = matches!(next, Next::Send { .. }).then(|| {
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

fn entry<I: Instruction>(client: &I::Client<'_>, request: &I, now: DateTime<Utc>) -> Entry {
    Entry {
        provider: client.provider(),
        account: client.account().id().clone(),
        reference: request.reference().clone(),
        kind: I::KIND,
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
        answer: None,
    }
}
