//! A sandbox, the clients of its providers, and a clock on which nobody waits.

use payments_ciputra::Ciputra;
use payments_core::{
    Customer, Method, Money, Payment, PaymentIntent, PaymentQuery, PaymentRequest, Payments,
    Reference, Retry, SettleError,
    retry::{Policy, Progress, VirtualClock},
};
use payments_fazz::Fazz;
use payments_instamoney::Instamoney;
use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};

const START: &str = "2026-03-02T03:00:00Z";

pub(crate) struct Stand {
    sandbox: Sandbox,
    control: reqwest::Client,
    pub(crate) clock: VirtualClock,
}

impl Stand {
    pub(crate) async fn open() -> Self {
        let start = START.parse().unwrap();
        let settings = Settings::new().seed(1).manual_clock(start);
        let sandbox = Sandbox::start(settings).await.unwrap();
        let base = sandbox.url().parse().unwrap();
        Self {
            control: payments_core::http::client(&base, Default::default()).unwrap(),
            sandbox,
            clock: VirtualClock::new(start),
        }
    }

    pub(crate) fn client(&self, provider: &str) -> Box<dyn Payments> {
        let url = |path: &str| format!("{}/{path}", self.sandbox.url());
        match provider {
            "ciputra" => {
                let config = payments_ciputra::Config::new(&url("ciputra"), "key", "secret");
                Box::new(Ciputra::new(config.unwrap()).unwrap())
            }
            "fazz" => {
                let config = payments_fazz::Config::new("test_key", "secret").unwrap();
                Box::new(Fazz::new(config.base_url(&url("fazz/api/v4")).unwrap()).unwrap())
            }
            "instamoney" => {
                let config = payments_instamoney::Config::new("xnd_development_key").unwrap();
                let config = config.base_url(&url("instamoney")).unwrap();
                Box::new(Instamoney::new(config).unwrap())
            }
            other => panic!("no client of {other}"),
        }
    }

    pub(crate) fn retry(&self) -> Retry {
        Retry::new(Policy::default())
            .clock(self.clock.clone())
            .seed(1)
    }

    pub(crate) async fn settle(
        &self,
        provider: &str,
        request: &PaymentRequest,
    ) -> Result<Payment, SettleError<PaymentQuery>> {
        let client = self.client(provider);
        self.retry()
            .settle(&PaymentIntent::new(&*client, request))
            .await
    }

    pub(crate) async fn resolve(
        &self,
        provider: &str,
        request: &PaymentRequest,
        progress: Progress,
    ) -> Result<Payment, SettleError<PaymentQuery>> {
        let client = self.client(provider);
        let intent = PaymentIntent::new(&*client, request);
        self.retry().resolve(&intent, progress).await
    }

    async fn control(&self, method: &str, path: &str, body: Value) -> Value {
        let url = format!("{}/_sandbox/{path}", self.sandbox.url());
        let request = self.control.request(method.parse().unwrap(), url);
        let request = match body {
            Value::Null => request,
            body => request.json(&body),
        };
        let answer = request.send().await.unwrap();
        assert!(
            answer.status().is_success(),
            "{path}: {:?}",
            answer.text().await
        );
        answer.json().await.unwrap()
    }

    pub(crate) async fn fault(&self, provider: &str, operation: &str, fault: &str, times: u32) {
        let order = json!({
            "provider": provider, "operation": operation, "fault": fault, "times": times,
        });
        self.control("POST", "faults", order).await;
    }

    /// How many payments the provider has made.
    pub(crate) async fn payments(&self) -> usize {
        let payments = self.control("GET", "payments", Value::Null).await;
        payments.as_array().unwrap().len()
    }

    /// Lets the customer pay, and counts the debits.
    pub(crate) async fn pay(&self, provider: &str, reference: &Reference) -> usize {
        let path = format!("payments/{provider}/{reference}/pay");
        self.control("POST", &path, Value::Null).await;
        self.debits().await
    }

    pub(crate) async fn debits(&self) -> usize {
        let rows = self.control("GET", "ledger", Value::Null).await;
        rows.as_array().unwrap().len()
    }
}

pub(crate) fn request(method: Method) -> PaymentRequest {
    let reference = Reference::new("order-1").unwrap();
    PaymentRequest::new(reference, Money::idr(20_000), method)
        .customer(Customer::default().name("Siti").phone("08123123123"))
        .callback_url("http://127.0.0.1/callbacks")
        .return_url("http://127.0.0.1/thanks")
}
