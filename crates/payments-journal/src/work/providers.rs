//! The clients that perform what is recorded.

use std::{collections::BTreeMap, fmt, sync::Arc};

use payments_core::{
    Account, AccountId, AmountChangeRequest, BillInquiry, Bills, Instruction, Kind, MandateRequest,
    Mandates, PaymentRequest, Payments, ProviderClient, Result, TopupRequest, Topups,
};

use super::deed::{Deed, Typed};
use crate::intent::Row;

/// The clients with which a worker finishes recorded intents, each for its account. The worker
/// leaves intents of other accounts alone: a lookup in the wrong account would return "not found".
///
/// ```
/// use std::sync::Arc;
///
/// use payments_core::{Bills, Payments};
/// use payments_journal::Providers;
///
/// /// A client for each account that the workers finish.
/// fn workers(
///     books: Arc<dyn Payments>,
///     music: Arc<dyn Payments>,
///     bills: Arc<dyn Bills>,
/// ) -> Providers {
///     Providers::new().payments(books).payments(music).bills(bills)
/// }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Providers {
    listed: BTreeMap<(AccountId, Kind), Arc<dyn Works>>,
    finders: Vec<Arc<dyn Finds>>,
}

impl Providers {
    /// Without clients.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a provider of payments, for its account. A later one for the same account replaces it.
    pub fn payments(self, payments: Arc<dyn Payments>) -> Self {
        self.with::<PaymentRequest>(payments)
    }

    /// Adds a provider of bills, for its account.
    pub fn bills(self, bills: Arc<dyn Bills>) -> Self {
        self.with::<BillInquiry>(bills)
    }

    /// Adds a provider of top-ups, for its account.
    pub fn topups(self, topups: Arc<dyn Topups>) -> Self {
        self.with::<TopupRequest>(topups)
    }

    /// Adds a provider of mandates and of changes of their amounts, for its account.
    pub fn mandates(self, mandates: Arc<dyn Mandates>) -> Self {
        self.with::<MandateRequest>(Arc::clone(&mandates))
            .with::<AmountChangeRequest>(mandates)
    }

    /// Adds a client for instructions of one kind, for its account.
    pub fn with<I: Instruction>(mut self, client: Arc<I::Client<'static>>) -> Self {
        let account = client.account().id().clone();
        let worker = Arc::new(Worker::<I>(client));
        self.listed.insert((account, I::KIND), worker);
        self
    }

    /// Adds clients that are made on demand, for a platform with more sub-accounts than it wants to
    /// list: `find` gets an account and returns its client, if there is one.
    pub fn by_account<I: Instruction>(
        mut self,
        find: impl Fn(&AccountId) -> Option<Arc<I::Client<'static>>> + Send + Sync + 'static,
    ) -> Self {
        self.finders.push(Arc::new(Finder::<I>(Box::new(find))));
        self
    }

    pub(crate) fn get(&self, account: &AccountId, kind: Kind) -> Option<Arc<dyn Works>> {
        let listed = self.listed.get(&(account.clone(), kind)).cloned();
        listed.or_else(|| {
            let mut finders = self.finders.iter().filter(|finder| finder.kind() == kind);
            let found = finders.find_map(|finder| finder.find(account))?;
            // A client of another account must not ask about this one.
            (found.account().id() == account).then_some(found)
        })
    }

    /// The accounts that are listed.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.listed.values().map(|worker| worker.account())
    }

    /// Whether clients are made on demand.
    pub(crate) fn are_found(&self) -> bool {
        !self.finders.is_empty()
    }

    pub(crate) fn serves(&self, account: &AccountId) -> bool {
        self.listed.keys().any(|(served, _)| served == account)
            || self
                .finders
                .iter()
                .any(|finder| self.get(account, finder.kind()).is_some())
    }

    /// What is listed: account and kind.
    pub(crate) fn listed(&self) -> impl Iterator<Item = (&AccountId, Kind)> {
        let keys = self.listed.keys();
        keys.map(|(account, kind)| (account, *kind))
    }
}

/// A client for one kind of instruction.
pub(crate) trait Works: fmt::Debug + Send + Sync {
    fn account(&self) -> &Account;

    /// Prepares a recorded intent for this client. An error if the client does not support it.
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

/// Makes clients of one kind.
trait Finds: fmt::Debug + Send + Sync {
    fn kind(&self) -> Kind;

    fn find(&self, account: &AccountId) -> Option<Arc<dyn Works>>;
}

type Find<I> = dyn Fn(&AccountId) -> Option<Arc<<I as Instruction>::Client<'static>>> + Send + Sync;

struct Finder<I: Instruction>(Box<Find<I>>);

impl<I: Instruction> Finds for Finder<I> {
    fn kind(&self) -> Kind {
        I::KIND
    }

    fn find(&self, account: &AccountId) -> Option<Arc<dyn Works>> {
        let client = (self.0)(account)?;
        Some(Arc::new(Worker::<I>(client)))
    }
}

impl<I: Instruction> fmt::Debug for Finder<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Finder({})", I::KIND)
    }
}
