//! A provider that answers as it is told to.

use std::{
    collections::VecDeque,
    sync::{LazyLock, Mutex},
};

use async_trait::async_trait;

use super::*;
use crate::{
    Account, Method, Money, Payment, PaymentQuery, PaymentRequest, PaymentStatus, Payments,
    Provider, ProviderClient, Reference,
    capabilities::{Capabilities, MethodCapabilities, PaymentOperation, ReferenceRule},
};

pub(super) const TEST: Provider = Provider::new("test");

/// The capability table of a provider that does nothing yet.
pub(super) const TABLE: Capabilities = Capabilities::new(TEST);

static OVO: Method = Method::OVO;

const fn table(methods: &'static [MethodCapabilities]) -> Capabilities {
    Capabilities { methods, ..TABLE }
}

const fn method(lookup: Lookup, send_again: bool) -> MethodCapabilities {
    MethodCapabilities {
        method: &OVO,
        minimum: None,
        maximum: None,
        operations: &[PaymentOperation::Create, PaymentOperation::Get],
        settlement: Settlement::new(lookup, send_again, DELAY),
        needs: &[],
        reference: ReferenceRule {
            maximum_length: 1000,
            punctuation: "*",
        },
    }
}

/// Takes a reference once, and can be asked.
pub(super) static TAKES_ONCE: Capabilities = table(&[method(Lookup::ByReference, true)]);
/// What a repeat does is not known.
pub(super) static MAY_REPEAT: Capabilities = table(&[method(Lookup::ByReference, false)]);
/// As `TAKES_ONCE`, but only its own id can be asked for.
pub(super) static BY_ID_TAKES_ONCE: Capabilities = table(&[method(Lookup::ByProviderId, true)]);
/// As `MAY_REPEAT`, but only its own id can be asked for.
pub(super) static BY_ID: Capabilities = table(&[method(Lookup::ByProviderId, false)]);

/// What was called, with which reference, when.
pub(super) type Called = (&'static str, String, i64);

#[derive(Debug)]
pub(super) struct Told {
    capabilities: &'static Capabilities,
    clock: VirtualClock,
    sends: Mutex<VecDeque<Result<Payment, Error>>>,
    asks: Mutex<VecDeque<Result<Payment, Error>>>,
    pub(super) calls: Mutex<Vec<Called>>,
}

impl Told {
    /// Answers sends and questions in turn; the last answer for ever.
    pub(super) fn new(
        capabilities: &'static Capabilities,
        sends: Vec<Result<Payment, Error>>,
        asks: Vec<Result<Payment, Error>>,
    ) -> Self {
        Self {
            capabilities,
            clock: VirtualClock::new(start()),
            sends: Mutex::new(sends.into()),
            asks: Mutex::new(asks.into()),
            calls: Mutex::default(),
        }
    }

    pub(super) fn clock(&self) -> VirtualClock {
        self.clock.clone()
    }

    pub(super) fn retry(&self) -> Retry {
        Retry::default().clock(self.clock()).seed(1)
    }

    pub(super) async fn settle(&self) -> Result<Payment, SettleError<PaymentQuery>> {
        let request = request();
        self.retry().settle(self, &request).await
    }

    pub(super) fn called(&self) -> Vec<&'static str> {
        self.calls
            .lock()
            .unwrap()
            .iter()
            .map(|call| call.0)
            .collect()
    }

    pub(super) fn sent(&self) -> usize {
        self.called().iter().filter(|call| **call == "send").count()
    }

    fn next(
        &self,
        name: &'static str,
        reference: &Reference,
        script: &Mutex<VecDeque<Result<Payment, Error>>>,
    ) -> Result<Payment, Error> {
        let seconds = (self.clock.now() - start()).num_seconds();
        let called = (name, reference.as_str().to_owned(), seconds);
        self.calls.lock().unwrap().push(called);
        let mut script = script.lock().unwrap();
        match script.len() {
            0 => panic!("{name} was not expected"),
            1 => script[0].clone(),
            _ => script.pop_front().unwrap(),
        }
    }
}

impl ProviderClient for Told {
    fn capabilities(&self) -> &'static Capabilities {
        self.capabilities
    }

    fn account(&self) -> &Account {
        static ACCOUNT: LazyLock<Account> = LazyLock::new(|| Account::simulated(TEST));
        &ACCOUNT
    }
}

#[async_trait]
impl Payments for Told {
    async fn create(&self, request: &PaymentRequest) -> Result<Payment, Error> {
        self.next("send", &request.reference, &self.sends)
    }

    async fn get(&self, query: &PaymentQuery) -> Result<Payment, Error> {
        self.next("ask", &query.reference, &self.asks)
    }

    async fn cancel(&self, _: &PaymentQuery) -> Result<Payment, Error> {
        unreachable!("nothing is ever cancelled by itself")
    }
}

pub(super) fn request() -> PaymentRequest {
    PaymentRequest::new(
        Reference::new("order-1").unwrap(),
        Money::idr(20_000),
        Method::OVO,
    )
}

pub(super) fn payment(status: PaymentStatus) -> Payment {
    let word = status.as_str().to_owned();
    let mut payment = Payment::new(TEST, request().reference, Method::OVO, status, word);
    payment.amount = Some(Money::idr(20_000));
    payment
}

pub(super) fn pending() -> Payment {
    payment(PaymentStatus::Pending)
}
