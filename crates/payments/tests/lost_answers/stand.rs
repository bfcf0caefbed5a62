//! A sandbox, the clients of its providers, and one clock for both, on which nobody waits.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use payments::{
    Client, Customer, Method, Money, Name, Payment, PaymentQuery, PaymentRequest, Reference, Retry,
    Settings, SettleError, async_trait,
    retry::{Clock, Progress, VirtualClock},
};
use payments_sandbox::Sandbox;
use serde_json::{Value, json};

pub(crate) struct Stand {
    sandbox: Arc<Sandbox>,
    pub(crate) clock: SharedClock,
}

/// To wait is to move on the sandbox, too.
#[derive(Clone, Debug)]
pub(crate) struct SharedClock {
    sandbox: Arc<Sandbox>,
    client: VirtualClock,
}

#[async_trait]
impl Clock for SharedClock {
    fn now(&self) -> DateTime<Utc> {
        self.client.now()
    }

    async fn sleep(&self, time: Duration) {
        // The sandbox counts in seconds.
        let seconds = time.as_secs() + 1;
        let step = json!({"seconds": seconds});
        self.sandbox
            .control("POST", "clock/advance", &step)
            .unwrap();
        self.client.sleep(Duration::from_secs(seconds)).await;
    }
}

impl Stand {
    pub(crate) async fn open() -> Self {
        // Far from any end of a day, and never the real day.
        let start = "2026-03-02T03:00:00Z".parse().unwrap();
        let settings = payments_sandbox::Settings::new()
            .seed(1)
            .digiswitch_account("second", "second-key")
            .manual_clock(start);
        let sandbox = Arc::new(Sandbox::start(settings).await.unwrap());
        Self {
            clock: SharedClock {
                sandbox: Arc::clone(&sandbox),
                client: VirtualClock::new(start),
            },
            sandbox,
        }
    }

    pub(crate) fn client(&self, provider: &str) -> Client {
        let settings = self.settings();
        provider.parse::<Name>().unwrap().client(&settings).unwrap()
    }

    /// A client of the same provider with another key.
    pub(crate) fn second(&self, provider: &str) -> Client {
        let settings = self.settings().as_second();
        provider.parse::<Name>().unwrap().client(&settings).unwrap()
    }

    fn settings(&self) -> Settings {
        Settings::sandbox(&self.sandbox.url())
    }

    pub(crate) fn retry(&self) -> Retry {
        Retry::default().clock(self.clock.clone()).seed(1)
    }

    pub(crate) async fn settle(
        &self,
        provider: &str,
        request: &PaymentRequest,
    ) -> Result<Payment, SettleError<PaymentQuery>> {
        let payments = self.client(provider).payments.unwrap();
        self.retry().settle(&payments, request).await
    }

    pub(crate) async fn resolve(
        &self,
        provider: &str,
        request: &PaymentRequest,
        progress: Progress,
    ) -> Result<Payment, SettleError<PaymentQuery>> {
        let payments = self.client(provider).payments.unwrap();
        self.retry().resolve(&payments, request, progress).await
    }

    fn rows(&self, path: &str) -> usize {
        let rows = self.sandbox.control("GET", path, &Value::Null).unwrap();
        rows.as_array().unwrap().len()
    }

    pub(crate) fn fault(&self, provider: &str, operation: &str, fault: &str, times: u32) {
        let order = json!({
            "provider": provider, "operation": operation, "fault": fault, "times": times,
        });
        self.order(&order);
    }

    /// A fault with members of its own.
    pub(crate) fn order(&self, order: &Value) {
        self.sandbox.control("POST", "faults", order).unwrap();
    }

    /// Every code that can be answered on demand.
    pub(crate) fn codes(&self) -> Value {
        let codes = self.sandbox.control("GET", "faults/codes", &Value::Null);
        codes.unwrap()
    }

    /// How many payments the provider has made.
    pub(crate) fn payments(&self) -> usize {
        self.rows("payments")
    }

    /// Lets the customer pay, and counts the debits.
    pub(crate) fn pay(&self, provider: &str, reference: &Reference) -> usize {
        let path = format!("payments/{provider}/{reference}/pay");
        self.sandbox.control("POST", &path, &json!({})).unwrap();
        self.debits()
    }

    /// How often money moved.
    pub(crate) fn debits(&self) -> usize {
        self.rows("ledger")
    }
}

/// Every provider of payments.
pub(crate) fn paying() -> impl Iterator<Item = &'static str> {
    let of_payments = |name: &&Name| !name.capabilities().methods.is_empty();
    Name::ALL
        .iter()
        .filter(of_payments)
        .map(|name| name.as_str())
}

pub(crate) fn request(method: Method) -> PaymentRequest {
    let reference = Reference::new("order-1").unwrap();
    PaymentRequest::new(reference, Money::idr(20_000), method)
        .customer(Customer::default().name("Siti").phone("08123123123"))
        .callback_url("http://127.0.0.1/callbacks")
        .return_url("http://127.0.0.1/thanks")
}
