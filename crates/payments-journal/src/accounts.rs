//! Accounts: each one stays at the host at which it was first used.

use std::sync::PoisonError;

use payments_core::{Account, AccountId};
use serde::Serialize;

use crate::{
    error::{Error, Result},
    journal::Journal,
    store::{Admission, UNFINISHED},
    work::Providers,
};

/// Open intents for which no client is given here.
///
/// ```
/// use payments_journal::{Journal, Providers, Result};
///
/// async fn warn(journal: &Journal, providers: &Providers) -> Result<()> {
///     for unserved in journal.unserved(providers).await? {
///         eprintln!("nobody works on {} intents of {}", unserved.count, unserved.account);
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Unserved {
    /// The account.
    pub account: AccountId,
    /// How many there are.
    pub count: i64,
}

impl Journal {
    /// The accounts that were used with this journal.
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn accounts(&self) -> Result<Vec<AccountId>> {
        let sql = "SELECT account FROM journal_account ORDER BY account".to_owned();
        let rows = self.0.database.rows(sql, Vec::new()).await?;
        rows.iter().map(|row| row.try_get(0)).collect()
    }

    /// Open intents of accounts without a client in `providers`: workers with these providers leave
    /// them alone. Monitor this.
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn unserved(&self, providers: &Providers) -> Result<Vec<Unserved>> {
        let sql = format!(
            "SELECT account, COUNT(*) FROM journal_intent WHERE {UNFINISHED} AND state = 'open' GROUP BY account ORDER BY account"
        );
        let rows = self.0.database.rows(sql, Vec::new()).await?;
        let mut unserved = Vec::new();
        for row in rows {
            let account = row.try_get(0)?;
            if !providers.serves(&account) {
                let count = row.try_get(1)?;
                unserved.push(Unserved { account, count });
            }
        }
        Ok(unserved)
    }

    /// Records an account's host, or compares it with the recorded one. One host knows nothing of
    /// what another has done, so its "not found" would prove nothing.
    pub(crate) async fn admit(&self, account: &Account) -> Result<()> {
        let admitted = || {
            let admitted = self.0.admitted.lock();
            admitted.unwrap_or_else(PoisonError::into_inner)
        };
        let here = (account.as_str().to_owned(), account.host().to_owned());
        if admitted().contains(&here) {
            return Ok(());
        }
        let recorded = match self.host_of(account).await? {
            Some(host) => host,
            None => {
                let admission = Admission::new(account, self.now());
                self.0.database.admit(admission).await?;
                // Another process may have been faster.
                self.host_of(account).await?.ok_or(Error::NotFound)?
            }
        };
        if recorded != account.host() {
            return Err(Error::AnotherHost {
                account: account.id().clone(),
                recorded,
                given: account.host().to_owned(),
            });
        }
        admitted().insert(here);
        Ok(())
    }

    async fn host_of(&self, account: &Account) -> Result<Option<String>> {
        let sql = "SELECT host FROM journal_account WHERE account = $1".to_owned();
        let row = self
            .0
            .database
            .row(sql, vec![account.as_str().into()])
            .await?;
        row.map(|row| row.try_get(0)).transpose()
    }
}
