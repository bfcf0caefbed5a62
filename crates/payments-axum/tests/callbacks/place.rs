//! Where a test's journal is, taken away afterwards.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use payments_core::{Customer, Method, Money, PaymentRequest, retry::Clock};
use payments_journal::{Executed, Journal, Options};

/// A SQLite file of its own.
pub(crate) struct Place(PathBuf);

impl Place {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("payments-axum-{}-{number}.db", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    pub(crate) fn url(&self) -> String {
        format!("sqlite://{}", self.0.display())
    }

    pub(crate) async fn journal(&self) -> Journal {
        let options = Options::new().not_durable().patience(Duration::ZERO);
        Journal::open_with(&self.url(), options).await.unwrap()
    }

    /// A journal that keeps what a question about a bill needs.
    pub(crate) async fn journal_with_requests(&self) -> Journal {
        let options = Options::new().not_durable().patience(Duration::ZERO);
        let options = options.keep_requests();
        Journal::open_with(&self.url(), options).await.unwrap()
    }

    /// A journal that takes the time from a clock.
    pub(crate) async fn journal_by(&self, clock: impl Clock + 'static) -> Journal {
        let options = Options::new().not_durable().clock(clock);
        Journal::open_with(&self.url(), options).await.unwrap()
    }

    /// A journal in which payments are recorded, which nobody was there to take.
    pub(crate) async fn recording(&self, references: &[&str]) -> Journal {
        let journal = self.journal().await;
        let settings = payments::Settings::new()
            .set("instamoney_api_key", "xnd_development_x")
            .set("instamoney_base_url", "http://127.0.0.1:1");
        let client = payments::Name::Instamoney.client(&settings).unwrap();
        for reference in references {
            let payments = client.payments.as_ref().unwrap();
            let done = journal.execute(&**payments, &ovo(reference)).await.unwrap();
            assert!(matches!(done, Executed::Open(_)), "{done:?}");
        }
        journal
    }
}

/// What is paid by OVO.
pub(crate) fn ovo(reference: &str) -> PaymentRequest {
    PaymentRequest::new(reference.parse().unwrap(), Money::idr(20_000), Method::OVO)
        .customer(Customer::default().phone("08123123123"))
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
