//! Recording the host of an account.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use payments_core::Account;

use super::batch::{Batch, Statement, Step, Write};

/// Records an account's host, unless one is recorded already.
#[derive(Debug)]
pub(crate) struct Admission(Write);

impl Admission {
    pub(crate) fn new(account: &Account, at: DateTime<Utc>) -> Self {
        let write = Write::new(&BATCH)
            .set("account", account.as_str())
            .set("host", account.host())
            .set("at", at.timestamp_millis());
        Self(write)
    }

    pub(super) fn into_write(self) -> Write {
        self.0
    }
}

/// How an [`Admission`] is written.
pub(super) static BATCH: LazyLock<Batch> = LazyLock::new(|| {
    let insert = Statement::Insert {
        into: "journal_account",
        columns: "account, host, since".to_owned(),
        rows: vec!["NEW.account, NEW.host, NEW.at".to_owned()],
        may_be_there: true,
    };
    let steps = vec![(&[][..], Step::Decide(insert))];
    Batch::new("journal_admit", &["at"], &["account", "host"], steps)
});
