//! Where a test's journal is, taken away afterwards.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use payments_core::{AccountId, Method, Money, PaymentRequest, Reference};
use payments_journal::{Journal, Options, Providers};

use crate::provider::Fake;
use std::sync::Arc;

/// A SQLite file of its own.
pub(crate) struct Place(PathBuf);

impl Place {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("payments-journal-{}-{number}.db", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    pub(crate) fn url(&self) -> String {
        format!("sqlite://{}", self.0.display())
    }

    /// A journal for simulations, by the provider's clock.
    pub(crate) async fn journal(&self, fake: &Fake) -> Journal {
        self.journal_with(fake, |options| options).await
    }

    pub(crate) async fn journal_with(
        &self,
        fake: &Fake,
        options: impl FnOnce(Options) -> Options,
    ) -> Journal {
        let plain = Options::new().not_durable().clock(fake.clock.clone());
        Journal::open_with(&self.url(), options(plain))
            .await
            .unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let mut path = self.0.clone().into_os_string();
            path.push(end);
            let _ = std::fs::remove_file(path);
        }
    }
}

pub(crate) fn request(reference: &str, rupiah: u64) -> PaymentRequest {
    PaymentRequest::new(reference.parse().unwrap(), Money::idr(rupiah), Method::OVO)
}

pub(crate) fn reference(text: &str) -> Reference {
    text.parse().unwrap()
}

pub(crate) fn providers(fake: &Arc<Fake>) -> Providers {
    Providers::new().payments(Arc::<Fake>::clone(fake))
}

/// Lets the workers do what there is to do, however long it takes by the provider's clock.
pub(crate) async fn drain(journal: &Journal, fake: &Arc<Fake>) {
    let providers = providers(fake);
    for _ in 0..2000 {
        while journal.recover_one(&providers).await.unwrap().is_some() {}
        let Some(due) = journal.next_due().await.unwrap() else {
            return;
        };
        let wait = due - payments_core::retry::Clock::now(&fake.clock);
        fake.clock.advance(wait.to_std().unwrap_or_default());
    }
    panic!("there is always something due");
}

/// An account by its text.
pub(crate) fn id(account: &str) -> AccountId {
    account.parse().unwrap()
}
