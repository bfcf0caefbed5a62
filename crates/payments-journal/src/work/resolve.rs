//! A person's decisions, and lookups on demand.

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

/// What a person decides about an intent that could not be settled automatically.
///
/// ```
/// use payments_core::PaymentStatus;
/// use payments_journal::Decision;
///
/// // The provider's dashboard shows that it was paid.
/// let paid = Decision::Settled(PaymentStatus::Paid.into());
/// // The dashboard knows nothing of it, and it must not happen any more.
/// let nothing = Decision::NothingHappened;
/// assert_ne!(paid, nothing);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Decision {
    /// It happened, with this status.
    Settled(Status),
    /// It never happened, and must not happen.
    NothingHappened,
    /// Look it up again for a while, and send again only where that is safe.
    TryAgain,
    /// Nothing arrived at the provider: **the person guarantees that**. Send the same request
    /// again, under the same reference. If the request is not stored, it waits until
    /// [`execute`](Journal::execute) brings it.
    SendAgain,
}

impl Journal {
    /// Records a person's decision, with the name and the reason; the workers do the rest. Never
    /// makes a new reference.
    ///
    /// Possible while the intent needs attention. An open or pending intent without a lease can be
    /// settled, too. `SendAgain` may have to wait for the end of a lease, and is refused once the
    /// provider is known to have the intent. `NothingHappened` is refused once the provider has
    /// reported a status.
    ///
    /// ```
    /// use payments_journal::{Decision, Error, Filter, Journal, State};
    ///
    /// /// What a person does with what needs attention, here after a look at the dashboard.
    /// async fn decide(journal: &Journal, who: &str) -> Result<(), Error> {
    ///     for entry in journal.list(&Filter::new().state(State::NeedsAttention)).await? {
    ///         println!("{}: {:?}", entry.reference, entry.reason);
    ///         let why = "not in the dashboard at 03:10, ticket 4711";
    ///         journal
    ///             .resolve(&entry.account, &entry.reference, Decision::NothingHappened, who, why)
    ///             .await?;
    ///     }
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// It sends nothing. [`Error::NotFound`]: nothing is recorded; [`Error::NotPossible`]: the
    /// state does not allow the decision; [`Error::Database`]: it may or may not be recorded.
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
                // The provider has reported that it has it: a person cannot undo that.
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
                    // An earlier send may still be running.
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

    /// Looks one intent up at the provider now, whatever its state, and records the answer. An open
    /// intent is worked on until it would have to wait; [`Entry::asks`] shows whether it could be
    /// looked up.
    ///
    /// ```
    /// use payments_journal::{Entry, Error, Journal, Providers};
    ///
    /// /// The customer says "I have paid", and no callback came.
    /// async fn look(
    ///     journal: &Journal,
    ///     providers: &Providers,
    ///     entry: &Entry,
    /// ) -> Result<Entry, Error> {
    ///     journal.reconcile(providers, &entry.account, &entry.reference).await
    /// }
    /// ```
    ///
    /// # Errors
    /// - `NotSent`: [`Error::NotFound`], [`Error::AnotherHost`], and [`Error::NotPossible`] (no
    ///   client, or it cannot be looked up).
    /// - `Unknown`: [`Error::Database`]; an open intent may have been sent.
    ///
    /// That the provider did not answer is no error: the entry shows it.
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
        self.reconcile_closed(row, providers).await
    }

    /// Looks up an intent that is not open: nothing is sent.
    pub(crate) async fn reconcile_closed(&self, row: Row, providers: &Providers) -> Result<Entry> {
        let worker = providers.get(&row.entry.account, row.entry.kind);
        let worker = worker.ok_or_else(|| no_client(&row.entry.account))?;
        self.admit(worker.account()).await?;
        let deed = worker.take_up(&row).map_err(Error::NotSendable)?;
        deed.must_be_askable()?;
        self.may_be_asked(&row, &deed.settlement())?;
        let round = Round::of(&row.entry, false);
        let row = round.watch(self.ask_again(row, &*deed)).await?;
        Ok(row.entry)
    }

    /// Looks a recorded intent up with the whole request: the stored one may lack the customer
    /// number that the lookup needs. An open intent is worked on as in [`execute`](Self::execute).
    /// [`Error::NotFound`] if nothing is recorded; then nothing is sent.
    ///
    /// ```
    /// use payments_core::{BillInquiry, Bills};
    /// use payments_journal::{Executed, Journal, Result};
    ///
    /// /// A bill can be looked up only with its number, which the journal does not store.
    /// async fn is_paid(journal: &Journal, bills: &dyn Bills, bill: &BillInquiry) -> Result<bool> {
    ///     let executed = journal.ask(bills, bill).await?;
    ///     Ok(matches!(executed, Executed::Answered(payment) if payment.status.is_paid()))
    /// }
    /// ```
    ///
    /// # Errors
    /// As [`execute`](Self::execute), and [`Error::NotFound`] or [`Error::NotPossible`] (too early
    /// for a provider's only lookup): nothing was sent.
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

    /// Whether a lookup is allowed. Where the only lookup is a repeat of the request, it would
    /// perform what was refused, and perform a second time what is looked up too early or too late.
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
                "it is too old to be looked up: the lookup would be a new sale"
            }
            Some(_) => return Ok(()),
        };
        Err(Error::NotPossible(why.into()))
    }

    /// Looks up an intent that is not open.
    async fn ask_again(&self, row: Row, deed: &dyn Deed) -> Result<Row> {
        self.ask_and_note(row, deed, false).await
    }

    /// The same, but an answer that changes nothing is not recorded as a step.
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
                // A lookup that may have had the effect starts the delay anew.
                row.progress.asked(&result, asked_at, now, &rules);
            }
            match &result {
                Ok(news) => {
                    row.adopt(news, now);
                }
                Err(error) => {
                    row.entry.error = Some(LastError::of(error));
                    if error.kind() == ErrorKind::Integrity {
                        // Whatever it says, the provider has it.
                        row.progress.exists();
                        row.attention(Reason::Mismatch);
                    }
                }
            }
            let mut note = Note::of(Step::Reconciled, &result);
            // Times and ids differ in each answer of the provider, and are not news.
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

/// A person's statement is stored as if it came from the provider; later news of the provider still
/// moves the status upwards.
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
