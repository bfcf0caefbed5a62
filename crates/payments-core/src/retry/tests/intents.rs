//! Bills and mandates go the same way as payments.

use std::{
    fmt,
    sync::{LazyLock, Mutex},
};

use async_trait::async_trait;

use super::{
    provider::{TABLE, TEST},
    *,
};
use crate::{
    Account, AmountChange, AmountChangeRequest, BillInquiry, BillPayment, BillRequest, Bills,
    Customer, IntervalUnit, Mandate, MandateAmount, MandateQuery, MandateRequest, MandateStatus,
    Mandates, Money, PaymentStatus, Product, ProviderClient, Reference, Schedule,
    capabilities::{BillCapabilities, Capabilities, MandateCapabilities},
};

static CAPABILITIES: Capabilities = Capabilities {
    bills: Some(BillCapabilities {
        operations: &[],
        settlement: Settlement::new(Lookup::ByReference, false, DELAY),
        products: &[],
    }),
    mandates: Some(MandateCapabilities {
        operations: &[],
        minimum: None,
        change: None,
        settlement: Settlement::new(Lookup::ByProviderId, true, DELAY),
    }),
    ..TABLE
};

/// Loses the first answer; a question is answered with `found`.
#[derive(Debug)]
struct Loses<T> {
    capabilities: &'static Capabilities,
    found: T,
    calls: Mutex<Vec<&'static str>>,
}

impl<T: Clone> Loses<T> {
    fn new(found: T) -> Self {
        Self {
            capabilities: &CAPABILITIES,
            found,
            calls: Mutex::default(),
        }
    }

    fn sent(&self) -> Result<T, Error> {
        let mut calls = self.calls.lock().unwrap();
        calls.push("send");
        match calls.len() {
            1 => Err(lost()),
            _ => Ok(self.found.clone()),
        }
    }

    fn asked(&self) -> Result<T, Error> {
        self.calls.lock().unwrap().push("ask");
        Ok(self.found.clone())
    }
}

impl<T: fmt::Debug + Send + Sync> ProviderClient for Loses<T> {
    fn capabilities(&self) -> &'static Capabilities {
        self.capabilities
    }

    fn account(&self) -> &Account {
        static ACCOUNT: LazyLock<Account> = LazyLock::new(|| Account::simulated(TEST));
        &ACCOUNT
    }
}

#[async_trait]
impl Bills for Loses<BillPayment> {
    async fn inquire(&self, _: &BillRequest) -> Result<BillInquiry, Error> {
        unreachable!("what is owed is known")
    }

    async fn pay(&self, _: &BillInquiry) -> Result<BillPayment, Error> {
        self.sent()
    }

    async fn status(&self, _: &BillRequest) -> Result<BillPayment, Error> {
        self.asked()
    }
}

#[async_trait]
impl Mandates for Loses<Mandate> {
    async fn create(&self, _: &MandateRequest) -> Result<Mandate, Error> {
        self.sent()
    }

    async fn get(&self, _: &MandateQuery) -> Result<Mandate, Error> {
        self.asked()
    }

    async fn change_amount(&self, _: &AmountChangeRequest) -> Result<AmountChange, Error> {
        unreachable!("no amount is changed")
    }
}

fn retry() -> Retry {
    Retry::default().clock(VirtualClock::new(start())).seed(1)
}

fn reference(text: &str) -> Reference {
    Reference::new(text).unwrap()
}

fn inquiry() -> BillInquiry {
    let bill = BillRequest::new(reference("bill-1"), "pln", "530000000001");
    let mut inquiry = BillInquiry::new(bill, start());
    inquiry.cost = Some(Money::idr(50_000));
    inquiry
}

fn paid(reference_told: &str, rupiah: u64) -> BillPayment {
    let mut bill = inquiry().bill;
    bill.reference = reference(reference_told);
    let mut payment = BillPayment::new(TEST, bill, PaymentStatus::Paid, "Sukses");
    payment.cost = Some(Money::idr(rupiah));
    payment
}

fn mandate_request() -> MandateRequest {
    MandateRequest::new(
        reference("mandate1"),
        MandateAmount::Fixed {
            amount: Money::idr(50_000),
        },
        Schedule {
            start: start().date_naive(),
            unit: IntervalUnit::Month,
            interval: 1,
            occurrences: None,
        },
        Customer::default(),
        Product {
            name: "Insurance".into(),
            code: "P1".into(),
        },
    )
}

#[tokio::test]
async fn a_bill_whose_answer_was_lost_is_asked_for_and_not_paid_again() {
    let provider = Loses::new(paid("bill-1", 50_000));
    let inquiry = inquiry();
    let settled = retry().settle(&provider, &inquiry).await;
    assert_eq!(settled.unwrap().status, PaymentStatus::Paid);
    assert_eq!(*provider.calls.lock().unwrap(), ["send", "ask"]);
}

#[tokio::test]
async fn a_bill_of_another_reference_or_cost_is_not_adopted() {
    for other in [paid("bill-2", 50_000), paid("bill-1", 5_000)] {
        let provider = Loses::new(other);
        let inquiry = inquiry();
        let settled = retry().settle(&provider, &inquiry).await;
        let settled = settled.unwrap_err();
        assert_eq!(settled.outcome(), Outcome::Unknown);
        assert_eq!(settled.error().kind(), ErrorKind::Integrity);
        assert_eq!(settled.query(), &inquiry.bill);
    }
}

#[tokio::test]
async fn a_mandate_whose_answer_was_lost_is_made_again_under_its_reference_after_the_delay() {
    let mandate = Mandate::new(
        TEST,
        reference("mandate1"),
        MandateStatus::Pending,
        "PENDING",
    );
    let provider = Loses::new(mandate);
    let request = mandate_request();
    let settled = retry().settle(&provider, &request).await;
    assert_eq!(settled.unwrap().status, MandateStatus::Pending);
    assert_eq!(*provider.calls.lock().unwrap(), ["send", "send"]);
}

#[tokio::test]
async fn a_mandate_of_another_reference_is_not_adopted() {
    let mandate = Mandate::new(
        TEST,
        reference("mandate2"),
        MandateStatus::Pending,
        "PENDING",
    );
    let provider = Loses::new(mandate);
    let request = mandate_request();
    let settled = retry().settle(&provider, &request).await;
    assert_eq!(settled.unwrap_err().outcome(), Outcome::Unknown);
}

#[tokio::test]
async fn a_provider_without_bills_or_mandates_is_asked_for_nothing() {
    let mut provider = Loses::new(paid("bill-1", 50_000));
    provider.capabilities = &TABLE_WITHOUT;
    let inquiry = inquiry();
    let settled = retry().settle(&provider, &inquiry).await;
    let settled = settled.unwrap_err();
    assert_eq!(settled.outcome(), Outcome::NotSent);
    assert_eq!(settled.error().kind(), ErrorKind::Unsupported);
    assert!(provider.calls.lock().unwrap().is_empty());
}

static TABLE_WITHOUT: Capabilities = TABLE;
