//! Who does what is recorded.

use std::{collections::BTreeMap, sync::Arc};

use payments_core::{
    BillInquiry, Bills, Capabilities, MandateRequest, Mandates, PaymentRequest, Payments,
};

use crate::{kind::Kind, request::Request};

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

impl Api<'_> {
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

/// The providers by which a worker finishes what is recorded. It leaves alone what is recorded for others.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Providers {
    payments: BTreeMap<&'static str, Arc<dyn Payments>>,
    bills: BTreeMap<&'static str, Arc<dyn Bills>>,
    mandates: BTreeMap<&'static str, Arc<dyn Mandates>>,
}

impl Providers {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a provider of payments, under its own name.
    pub fn payments(mut self, payments: Arc<dyn Payments>) -> Self {
        self.payments.insert(payments.provider().as_str(), payments);
        self
    }

    /// Adds a provider of bills, under its own name.
    pub fn bills(mut self, bills: Arc<dyn Bills>) -> Self {
        self.bills.insert(bills.provider().as_str(), bills);
        self
    }

    /// Adds a provider of mandates, under its own name.
    pub fn mandates(mut self, mandates: Arc<dyn Mandates>) -> Self {
        self.mandates.insert(mandates.provider().as_str(), mandates);
        self
    }

    pub(crate) fn api(&self, provider: &str, kind: Kind) -> Option<Api<'_>> {
        match kind {
            Kind::Payment => Some(Api::Payments(&**self.payments.get(provider)?)),
            Kind::Bill => Some(Api::Bills(&**self.bills.get(provider)?)),
            Kind::Mandate => Some(Api::Mandates(&**self.mandates.get(provider)?)),
        }
    }

    /// What can be worked on: provider and kind.
    pub(crate) fn served(&self) -> Vec<(&'static str, Kind)> {
        let payments = self.payments.keys().map(|name| (*name, Kind::Payment));
        let bills = self.bills.keys().map(|name| (*name, Kind::Bill));
        let mandates = self.mandates.keys().map(|name| (*name, Kind::Mandate));
        payments.chain(bills).chain(mandates).collect()
    }
}
