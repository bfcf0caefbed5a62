//! What may be adopted after a comparison: the provider's own answer, and never the report's word.

use payments_core::{AccountId, Reference, capabilities::Lookup};

use crate::{
    error::{Error, Result},
    intent::{Entry, LastError, Note, Row, State, Step},
    journal::Journal,
    store::Commit,
    work::{Providers, Round, no_client},
};

impl Journal {
    /// Looks one intent up at the provider and records its answer. **Never sends**, whatever the
    /// intent's state: a report may say that the customer has paid while the provider does not
    /// show it yet.
    ///
    /// [`reconcile`](Self::reconcile) works on an open intent, which may send it again. This does
    /// not; an answer that proves nothing about an open intent is not recorded, and only returned
    /// in [`Entry::error`]. Otherwise the two are the same.
    ///
    /// [`Error::NotPossible`] where the only lookup is a repeat of the request, and the intent is
    /// open.
    ///
    /// # Errors
    /// Nothing is sent, so no error moves money: [`Error::NotFound`], [`Error::NotPossible`],
    /// [`Error::NotSendable`], [`Error::AnotherHost`]; after [`Error::Database`], call it again.
    /// That the provider did not answer is no error: the entry shows it.
    pub async fn confirm(
        &self,
        providers: &Providers,
        account: &AccountId,
        reference: &Reference,
    ) -> Result<Entry> {
        let row = self.row(account, reference).await?;
        if row.entry.state != State::Open {
            return self.reconcile_closed(row, providers).await;
        }
        let worker = providers.get(account, row.entry.kind);
        let worker = worker.ok_or_else(|| no_client(account))?;
        self.admit(worker.account()).await?;
        let deed = worker.take_up(&row).map_err(Error::NotSendable)?;
        if deed.settlement().lookup == Lookup::ByRepeat {
            return Err(Error::NotPossible(
                "it is open, and the only question is to send it again: the workers do that in time"
                    .into(),
            ));
        }
        deed.must_be_askable()?;
        let mut trouble = None;
        let round = Round::of(&row.entry, false);
        let row = round
            .watch(async {
                let told = deed.ask().await;
                trouble = told.as_ref().err().map(LastError::of);
                let adopt = |row: &mut Row, now| {
                    row.adopt(told.as_ref().ok()?, now);
                    row.entry.asks = row.entry.asks.saturating_add(1);
                    Some(Note::of(Step::Reconciled, &told))
                };
                Ok(self.change(row, adopt).await?.0)
            })
            .await?;
        let mut entry = row.entry;
        entry.error = trouble.or(entry.error);
        Ok(entry)
    }

    /// Notes that the provider may have a payment which is not recorded here, because a report
    /// lists it. **It is not recorded as ours.** From now on, [`execute`](Self::execute) with this
    /// reference looks it up before it sends anything, as after a callback about an unknown
    /// reference. So a journal that was restored from a backup does not charge a customer again.
    ///
    /// False if it is recorded, or was noted before.
    ///
    /// # Errors
    /// Nothing is sent. After [`Error::Database`] it may or may not be noted: call it again.
    pub async fn ask_first(&self, account: &AccountId, reference: &Reference) -> Result<bool> {
        let commit = Commit::reported(account, reference, self.now());
        self.0.database.commit(commit).await
    }
}
