//! Customers who buy, and remember what they were told.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::Duration,
};

use crate::provider::get;

/// How long a customer waits.
const PATIENCE: Duration = Duration::from_secs(5);

/// What customers were told. Clones share it.
#[derive(Clone, Default)]
pub(crate) struct Customers {
    closed: Arc<AtomicBool>,
    number: Arc<AtomicU32>,
    paid: Arc<Mutex<Vec<String>>>,
    others: Arc<Mutex<Vec<String>>>,
}

impl Customers {
    /// Buys one thing after the other until the shop closes.
    pub(crate) async fn buy(self, port: u16) {
        while !self.closed.load(Ordering::Relaxed) {
            self.buy_one(port).await;
        }
    }

    /// Whether it was told that it is paid.
    pub(crate) async fn buy_one(&self, port: u16) -> bool {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let reference = format!("order-{number}");
        let (status, said) = get(port, &format!("/buy/{reference}"), PATIENCE).await;
        let is_paid = (status, said.as_str()) == (200, "paid");
        match is_paid {
            true => self.paid.lock().unwrap().push(reference),
            false => self
                .others
                .lock()
                .unwrap()
                .push(format!("{reference}: {status} {said}")),
        }
        is_paid
    }

    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
    }

    /// What they were told is paid.
    pub(crate) fn paid(&self) -> Vec<String> {
        self.paid.lock().unwrap().clone()
    }

    /// What else they were told.
    pub(crate) fn told_otherwise(&self) -> Vec<String> {
        self.others.lock().unwrap().clone()
    }
}
