//! What a person decides, and asking once more.

use payments_core::{
    ErrorKind, Reference,
    retry::{Phase, Progress},
};
use serde_json::{Value, json};

use crate::{
    deed::Deed,
    entry::{Entry, LastError, Reason, State},
    error::{Error, Result},
    journal::Journal,
    note::Note,
    providers::Providers,
    recover::no_client,
    row::Row,
    status::Status,
    watch::Round,
};

/// What a person decides about an intent that could not be settled by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Decision {
    /// It happened, and this became of it.
    Settled(Status),
    /// It never happened, and shall not.
    NothingHappened,
    /// Ask again for a while, and send again only where that is safe.
    TryAgain,
    /// Nothing arrived at the provider: **the person vouches for that**. Send the same request again, under the same reference. Where the request
    /// is not stored, it waits until [`execute`](Journal::execute) brings it.
    SendAgain,
}

impl Journal {
    /// Records a person's decision, with who and why; the workers do the rest. Never makes a new reference.
    ///
    /// Possible while the intent needs attention; what is open or pending, and nobody works on, may be settled, too. To send again may have to
    /// wait for the end of a lease, and is refused once the provider is known to have it; so is that nothing happened, once it told what
    /// became of it.
    pub async fn resolve(
        &self,
        account: &str,
        reference: &Reference,
        decision: Decision,
        who: &str,
        why: &str,
    ) -> Result<Entry> {
        let row = self.row(account, reference).await?;
        if let Decision::Settled(status) = &decision
            && !status.suits(row.entry.kind)
        {
            let why = format!("a {} cannot be {}", row.entry.kind, status.as_str());
            return Err(Error::NotPossible(why));
        }
        let seed = self.number();
        let (row, decided) = self
            .change(row, |row, now| {
                let by_itself = matches!(row.entry.state, State::Open | State::Pending)
                    && !row.leased(now)
                    && matches!(decision, Decision::Settled(_));
                if row.entry.state != State::NeedsAttention && !by_itself {
                    return None;
                }
                // The provider has told that it has it: no person undoes that.
                let told = row.entry.status.is_some();
                let exists = matches!(row.progress.phase(), Phase::Answered | Phase::Exists);
                if (decision == Decision::NothingHappened && told)
                    || (decision == Decision::SendAgain && (told || exists))
                {
                    return None;
                }
                if decision == Decision::SendAgain
                    && matches!(row.progress.phase(), Phase::Sending { .. })
                    && now < self.lease_until(row.entry.updated_at)
                {
                    // What begun before may still be on its way.
                    return None;
                }
                let word = match &decision {
                    Decision::Settled(status) => {
                        settle(row, status);
                        match status.is_final() {
                            true => row.finish(State::Finished, now),
                            false => row.rest(State::Pending),
                        }
                        row.entry.reason = None;
                        "settled"
                    }
                    Decision::NothingHappened => {
                        row.finish(State::Refused, now);
                        "nothing_happened"
                    }
                    Decision::TryAgain => {
                        row.progress.renew(now);
                        row.reopen(now);
                        "try_again"
                    }
                    Decision::SendAgain => {
                        row.progress = Progress::new(now, seed);
                        row.reopen(now);
                        "send_again"
                    }
                };
                let status = row.entry.status.as_ref();
                let detail = json!({"decision": word, "status": status, "who": who, "why": why});
                Some(Note::new("decided", detail))
            })
            .await?;
        match decided {
            true => Ok(row.entry),
            false => Err(Error::NotPossible(format!(
                "it is {} and not to be decided by a person now",
                row.entry.state
            ))),
        }
    }

    /// Asks the provider about one intent now, whatever its state, and records what it tells. What is open is worked on as far as it gets
    /// without waiting: [`Entry::asks`] tells whether it could be asked for.
    pub async fn reconcile(
        &self,
        providers: &Providers,
        account: &str,
        reference: &Reference,
    ) -> Result<Entry> {
        let row = self.row(account, reference).await?;
        let entry = &row.entry;
        let api = providers
            .api(&entry.account, entry.kind)
            .ok_or_else(|| no_client(&entry.account))?;
        self.admit(api.account()).await?;
        if entry.state == State::Open {
            let lease = self.lease_name();
            let take = |row: &mut Row, now| {
                (row.entry.state == State::Open && !row.leased(now)).then(|| {
                    row.hold(&lease, self.lease_until(now));
                    row.progress.resume(now);
                    row.progress.ask_now(now);
                    Note::new("taken_up", Value::Null)
                })
            };
            return match self.change(row, take).await? {
                (row, true) => self.work(row, providers).await,
                (row, false) => Ok(row.entry),
            };
        }
        let deed = Deed::new(api, &row, None).map_err(Error::NotSendable)?;
        if !deed.can_ask() {
            return Err(Error::NotPossible(
                "the bill's number is not stored: execute the same request again".into(),
            ));
        }
        let round = Round::of(&row.entry, false);
        let row = round.watch(self.ask_again(row, &deed)).await?;
        Ok(row.entry)
    }

    /// Asks about what is not open.
    async fn ask_again(&self, row: Row, deed: &Deed<'_>) -> Result<Row> {
        let result = deed.ask().await;
        let change = |row: &mut Row, now| {
            row.entry.asks = row.entry.asks.saturating_add(1);
            match &result {
                Ok(news) => {
                    row.adopt(news, now);
                }
                Err(error) => {
                    row.entry.error = Some(LastError::of(error));
                    if error.kind() == ErrorKind::Integrity {
                        // Whatever it tells, the provider has it.
                        row.progress.exists();
                        row.attention(Reason::Mismatch);
                    }
                }
            }
            Some(Note::of("reconciled", &result))
        };
        Ok(self.change(row, change).await?.0)
    }

    pub(crate) async fn row(&self, account: &str, reference: &Reference) -> Result<Row> {
        let found = self.0.database.find(account, reference).await?;
        found.ok_or(Error::NotFound)
    }
}

/// What a person says is kept as if the provider had told it; later news of the provider is still taken upwards.
fn settle(row: &mut Row, status: &Status) {
    let entry = &mut row.entry;
    let mut answer = entry.answer.take().unwrap_or_else(|| json!({}));
    if let Some(members) = answer.as_object_mut() {
        members.insert("reference".into(), json!(entry.reference));
        members.insert("status".into(), json!(status));
        if let Some(method) = row.request.get("method") {
            members.insert("method".into(), method.clone());
        }
    }
    entry.answer = Some(answer);
    entry.status = Some(status.clone());
    entry.error = None;
}
