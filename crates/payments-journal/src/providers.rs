//! Who does what is recorded.

use std::{collections::BTreeMap, sync::Arc};

use payments_core::{
    Account, BillInquiry, Bills, Capabilities, Error, MandateRequest, Mandates, PaymentRequest,
    Payments,
};

use crate::{
    kind::Kind,
    request::{Request, Whole},
};

/// A provider that can do what is asked for: every [`Payments`], [`Bills`] and [`Mandates`] for its own requests. Of an
/// `Arc<dyn Payments>` pass what is in it: `&*provider`.
pub trait Performs<R: Request> {
    #[doc(hidden)]
    fn api(&self) -> Api<'_>;
}

#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Api<'a> {
    Payments(&'a dyn Payments),
    Bills(&'a dyn Bills),
    Mandates(&'a dyn Mandates),
}

impl<'a> Api<'a> {
    pub(crate) fn account(&self) -> &'a Account {
        match self {
            Self::Payments(payments) => payments.account(),
            Self::Bills(bills) => bills.account(),
            Self::Mandates(mandates) => mandates.account(),
        }
    }

    /// Whether a request can be sent at all.
    pub(crate) fn check(&self, request: &Whole) -> Result<(), Error> {
        match (self, request) {
            (Self::Payments(payments), Whole::Payment(request)) => payments.check(request),
            (Self::Bills(bills), Whole::Bill(inquiry)) => bills.check(inquiry),
            (Self::Mandates(mandates), Whole::Mandate(request)) => mandates.check(request),
            _ => Ok(()),
        }
    }

    pub(crate) fn capabilities(&self) -> &'static Capabilities {
        match self {
            Self::Payments(payments) => payments.capabilities(),
            Self::Bills(bills) => bills.capabilities(),
            Self::Mandates(mandates) => mandates.capabilities(),
        }
    }
}

impl<P: Payments> Performs<PaymentRequest> for P {
    fn api(&self) -> Api<'_> {
        Api::Payments(self)
    }
}

impl<'p> Performs<PaymentRequest> for dyn Payments + 'p {
    fn api(&self) -> Api<'_> {
        Api::Payments(self)
    }
}

impl<B: Bills> Performs<BillInquiry> for B {
    fn api(&self) -> Api<'_> {
        Api::Bills(self)
    }
}

impl<'p> Performs<BillInquiry> for dyn Bills + 'p {
    fn api(&self) -> Api<'_> {
        Api::Bills(self)
    }
}

impl<M: Mandates> Performs<MandateRequest> for M {
    fn api(&self) -> Api<'_> {
        Api::Mandates(self)
    }
}

impl<'p> Performs<MandateRequest> for dyn Mandates + 'p {
    fn api(&self) -> Api<'_> {
        Api::Mandates(self)
    }
}

/// The clients by which a worker finishes what is recorded, each for its account. What is recorded for other accounts it leaves alone: asking
/// about it in the wrong account would be told "not found".
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Providers {
    payments: BTreeMap<String, Arc<dyn Payments>>,
    bills: BTreeMap<String, Arc<dyn Bills>>,
    mandates: BTreeMap<String, Arc<dyn Mandates>>,
}

impl Providers {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a provider of payments, for its account. Another one for the same account takes its place.
    pub fn payments(mut self, payments: Arc<dyn Payments>) -> Self {
        let account = payments.account().as_str().to_owned();
        self.payments.insert(account, payments);
        self
    }

    /// Adds a provider of bills, for its account.
    pub fn bills(mut self, bills: Arc<dyn Bills>) -> Self {
        let account = bills.account().as_str().to_owned();
        self.bills.insert(account, bills);
        self
    }

    /// Adds a provider of mandates, for its account.
    pub fn mandates(mut self, mandates: Arc<dyn Mandates>) -> Self {
        let account = mandates.account().as_str().to_owned();
        self.mandates.insert(account, mandates);
        self
    }

    pub(crate) fn api(&self, account: &str, kind: Kind) -> Option<Api<'_>> {
        match kind {
            Kind::Payment => Some(Api::Payments(&**self.payments.get(account)?)),
            Kind::Bill => Some(Api::Bills(&**self.bills.get(account)?)),
            Kind::Mandate => Some(Api::Mandates(&**self.mandates.get(account)?)),
        }
    }

    /// The accounts.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = &Account> {
        let payments = self.payments.values().map(|payments| payments.account());
        let bills = self.bills.values().map(|bills| bills.account());
        let mandates = self.mandates.values().map(|mandates| mandates.account());
        payments.chain(bills).chain(mandates)
    }

    pub(crate) fn serves(&self, account: &str) -> bool {
        self.accounts().any(|served| served.as_str() == account)
    }

    /// What can be worked on: account and kind.
    pub(crate) fn served(&self) -> Vec<(&str, Kind)> {
        let payments = self
            .payments
            .keys()
            .map(|name| (name.as_str(), Kind::Payment));
        let bills = self.bills.keys().map(|name| (name.as_str(), Kind::Bill));
        let mandates = self
            .mandates
            .keys()
            .map(|name| (name.as_str(), Kind::Mandate));
        payments.chain(bills).chain(mandates).collect()
    }
}
