//! Who does what is recorded.

use std::{collections::BTreeMap, fmt, sync::Arc};

use payments_core::{
    Account, BillInquiry, Bills, Instruction, Kind, MandateRequest, Mandates, PaymentRequest,
    Payments, ProviderClient, Result,
};

use super::deed::{Deed, Typed};
use crate::intent::Row;

/// The clients by which a worker finishes what is recorded, each for its account. What is recorded for other accounts it leaves alone: asking
/// about it in the wrong account would be told "not found".
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Providers(BTreeMap<(String, Kind), Arc<dyn Works>>);

impl Providers {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a provider of payments, for its account. Another one for the same account takes its place.
    pub fn payments(self, payments: Arc<dyn Payments>) -> Self {
        self.with::<PaymentRequest>(payments)
    }

    /// Adds a provider of bills, for its account.
    pub fn bills(self, bills: Arc<dyn Bills>) -> Self {
        self.with::<BillInquiry>(bills)
    }

    /// Adds a provider of mandates, for its account.
    pub fn mandates(self, mandates: Arc<dyn Mandates>) -> Self {
        self.with::<MandateRequest>(mandates)
    }

    /// Adds a client for instructions of one kind, for its account.
    pub fn with<I: Instruction>(mut self, client: Arc<I::Client<'static>>) -> Self {
        let account = client.account().as_str().to_owned();
        self.0
            .insert((account, I::KIND), Arc::new(Worker::<I>(client)));
        self
    }

    pub(crate) fn get(&self, account: &str, kind: Kind) -> Option<&dyn Works> {
        let worker = self.0.get(&(account.to_owned(), kind))?;
        Some(&**worker)
    }

    /// The accounts.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.0.values().map(|worker| worker.account())
    }

    pub(crate) fn serves(&self, account: &str) -> bool {
        self.0.keys().any(|(served, _)| served == account)
    }

    /// What can be worked on: account and kind.
    pub(crate) fn served(&self) -> impl Iterator<Item = (&str, Kind)> {
        self.0
            .keys()
            .map(|(account, kind)| (account.as_str(), *kind))
    }
}

/// A client, for whatever kind of instruction it is.
pub(crate) trait Works: fmt::Debug + Send + Sync {
    fn account(&self) -> &Account;

    /// What is recorded, to be done by it. An error where it cannot do that at all.
    fn take_up(&self, row: &Row) -> Result<Box<dyn Deed + '_>>;
}

struct Worker<I: Instruction>(Arc<I::Client<'static>>);

impl<I: Instruction> Works for Worker<I> {
    fn account(&self) -> &Account {
        self.0.account()
    }

    fn take_up(&self, row: &Row) -> Result<Box<dyn Deed + '_>> {
        Ok(Box::new(Typed::<I>::recorded(&*self.0, row)?))
    }
}

impl<I: Instruction> fmt::Debug for Worker<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}
