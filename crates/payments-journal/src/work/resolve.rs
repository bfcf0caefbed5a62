//! What a person decides, and asking once more.

use payments_core::{
    AccountId, ErrorKind, Instruction, News, Performs, ProviderClient, Reference, Status,
    capabilities::{Lookup, Settlement},
    retry::{Phase, Progress, Rules},
};
use serde_json::{Value, json};

use super::{
    Executed, Providers,
    deed::{Deed, Typed},
    executed::recorded,
    recover::no_client,
    round::Round,
};
use crate::{
    error::{Error, Result, readable},
    intent::{self, Entry, LastError, Note, Reason, Row, State, Step, later},
    journal::Journal,
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
    /// Nothing arrived at the provider: **the person vouches for that**. Send the same request
    /// again, under the same reference. Where the request is not stored, it waits until
    /// [`execute`](Journal::execute) brings it.
    SendAgain,
}

impl Journal {
    /// Records a person's decision, with who and why; the workers do the rest. Never makes a new
    /// reference.
    ///
    /// Possible while the intent needs attention; what is open or pending, and nobody works on, may
    /// be settled, too. To send again may have to wait for the end of a lease, and is refused once
    /// the provider is known to have it; so is that nothing happened, once it told what became of
    /// it.
    pub async fn resolve(
        &self,
        account: &AccountId,
        reference: &Reference,
        decision: Decision,
        who: &str,
        why: &str,
    ) -> Result<Entry> {
        let row = self.row(account, reference).await?;
        let settled = match &decision {
            Decision::Settled(status) => Some(told(&row, status)?),
            _ => None,
        };
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
                        row.entry.answer.clone_from(&settled);
                        row.entry.status = Some(status.clone());
                        row.entry.error = None;
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
                Some(Note::new(Step::Decided, detail))
            })
            .await?;
        match decided {
            true => Ok(row.entry),
            false => Err(Error::NotPossible(format!(
                "{reference} is {}; only what needs attention can be decided by a person now",
                row.entry.state
            ))),
        }
    }

    /// Asks the provider about one intent now, whatever its state, and records what it tells. What
    /// is open is worked on as far as it gets without waiting: [`Entry::asks`] tells whether it
    /// could be asked for.
    pub async fn reconcile(
        &self,
        providers: &Providers,
        account: &AccountId,
        reference: &Reference,
    ) -> Result<Entry> {
        let row = self.row(account, reference).await?;
        let entry = &row.entry;
        let worker = providers
            .get(&entry.account, entry.kind)
            .ok_or_else(|| no_client(&entry.account))?;
        self.admit(worker.account()).await?;
        if entry.state == State::Open {
            let lease = self.lease_name();
            let take = |row: &mut Row, now| {
                (row.entry.state == State::Open && !row.leased(now)).then(|| {
                    row.hold(&lease, self.lease_until(now));
                    row.progress.resume(now);
                    row.progress.ask_now(now);
                    Note::new(Step::TakenUp, Value::Null)
                })
            };
            return match self.change(row, take).await? {
                (row, true) => self.work(row, providers).await,
                (row, false) => Ok(row.entry),
            };
        }
        let deed = worker.take_up(&row).map_err(Error::NotSendable)?;
        if !deed.can_ask() {
            return Err(Error::NotPossible(
                "the number that it is asked for by is not stored: ask with the same request"
                    .into(),
            ));
        }
        self.may_be_asked(&row, &deed.settlement())?;
        let round = Round::of(&row.entry, false);
        let row = round.watch(self.ask_again(row, &*deed)).await?;
        Ok(row.entry)
    }

    /// Asks the provider about what is recorded, with the whole request: what is stored may lack
    /// the number that it is asked for by. What is open is worked on as [`execute`](Self::execute)
    /// does. [`Error::NotFound`] where nothing is recorded: nothing is sent then.
    pub async fn ask<I: Instruction>(
        &self,
        provider: &(impl Performs<I> + ?Sized),
        request: &I,
    ) -> Result<Executed<I::Answer>> {
        let client = provider.client();
        let account = client.account();
        let row = self.row(account.id(), request.reference()).await?;
        if row.entry.state == State::Open {
            return self.execute(provider, request).await;
        }
        self.admit(account).await?;
        self.same(
            &row,
            request,
            &readable("request", serde_json::to_value(request))?,
        )?;
        let deed = Typed::new(client, request, &row).map_err(Error::NotSendable)?;
        self.may_be_asked(&row, &deed.settlement())?;
        let round = Round::of(&row.entry, false);
        let row = round.watch(self.ask_again(row, &deed)).await?;
        recorded(request, row, deed.told())
    }

    /// Where the only question is the same request again, it does what was refused, and does again
    /// what is asked for too early or too late.
    pub(super) fn may_be_asked(&self, row: &Row, settlement: &Settlement) -> Result<()> {
        if settlement.lookup != Lookup::ByRepeat {
            return Ok(());
        }
        let now = self.now();
        let within = settlement.repeat_within;
        let last = within.map(|time| later(row.entry.created_at, time));
        let first = row.progress.asks_by_repeat_from(settlement);
        let why = match first.filter(|_| row.entry.state != State::Refused) {
            None => "nothing happened, and the question would do it",
            Some(first) if now < first => "it is too early: the question could do it again",
            Some(_) if last.is_some_and(|last| now > last) => {
                "it is too old to be asked for: the question would do it again"
            }
            Some(_) => return Ok(()),
        };
        Err(Error::NotPossible(why.into()))
    }

    /// Asks about what is not open.
    async fn ask_again(&self, row: Row, deed: &dyn Deed) -> Result<Row> {
        self.ask_and_note(row, deed, false).await
    }

    /// The same; an answer that changes nothing is no step of the history.
    pub(super) async fn ask_quietly(&self, row: Row, deed: &dyn Deed) -> Result<Row> {
        self.ask_and_note(row, deed, true).await
    }

    async fn ask_and_note(&self, row: Row, deed: &dyn Deed, quietly: bool) -> Result<Row> {
        let asked_at = self.now();
        let result = deed.ask().await;
        let rules = Rules::new(deed.settlement(), self.0.options.policy);
        let by_repeat = rules.settlement.lookup == Lookup::ByRepeat;
        let change = |row: &mut Row, now| {
            let before = row.entry.clone();
            row.entry.asks = row.entry.asks.saturating_add(1);
            if by_repeat && result.is_err() {
                // A question that may have had the effect begins the delay anew.
                row.progress.asked(&result, asked_at, now, &rules);
            }
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
            let mut note = Note::of(Step::Reconciled, &result);
            // Times and ids of the provider's answer differ each time, and are no news.
            let is_news =
                note.tells(&before, &row.entry).is_some() || before.error != row.entry.error;
            note.says_nothing = quietly && !is_news;
            Some(note)
        };
        Ok(self.change(row, change).await?.0)
    }

    pub(crate) async fn row(&self, account: &AccountId, reference: &Reference) -> Result<Row> {
        let found = self.0.database.find(account, reference).await?;
        found.ok_or(Error::NotFound)
    }
}

/// What a person says is kept as if the provider had told it; later news of the provider is still
/// taken upwards.
fn told(row: &Row, status: &Status) -> Result<News> {
    let entry = &row.entry;
    intent::settled(
        entry.kind,
        &row.request,
        entry.provider,
        entry.answer.as_ref(),
        status,
    )
    .ok_or_else(|| Error::NotPossible(format!("a {} cannot be {status}", entry.kind)))
}
