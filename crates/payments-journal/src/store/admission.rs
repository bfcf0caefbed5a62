//! Writing down at which host an account is.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use payments_core::Account;

use super::batch::{Batch, Part, Write};

/// That an account is at a host, unless it is written down already.
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
    Batch {
    name: "journal_admit",
    numbers: &["at"],
    texts: &["account", "host"],
    when: "NOT EXISTS (SELECT 1 FROM journal_account WHERE account = NEW.account)".into(),
    look_if: "FALSE",
    first: Part {
        only_if: "TRUE",
        sql: "INSERT INTO journal_account (account, host, since) SELECT NEW.account, NEW.host, NEW.at WHERE {if} \
              ON CONFLICT (account) DO NOTHING"
            .into(),
    },
    rest: Vec::new(),
}
});
