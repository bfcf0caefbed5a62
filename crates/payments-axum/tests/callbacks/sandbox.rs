//! All providers, simulated, which post their callbacks themselves.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::Router;
use payments::{BillRequest, Client, Name, Settings};
use payments_axum::{Endpoint, InMemoryWindow, Intake, Runner};
use payments_journal::{Change, Executed, Journal, Step};
use payments_sandbox::{CALLBACK_URLS, Sandbox};
use serde_json::{Value, json};
use tokio::{
    net::TcpListener,
    time::{sleep, timeout},
};

use crate::{
    orders::{mandate, payment, reference},
    place::Place,
};

/// A shop that listens, the sandbox that knows where, and a client of each provider.
struct Stage {
    sandbox: Sandbox,
    callbacks: String,
    settings: Settings,
}

impl Stage {
    /// Digiswitch signs its callbacks if there is a secret.
    async fn set(listener: &TcpListener, secret: Option<&str>) -> Self {
        let callbacks = format!("http://{}/callbacks", listener.local_addr().unwrap());
        let mut dashboard = payments_sandbox::Settings::new();
        for name in CALLBACK_URLS {
            dashboard = dashboard.callback_url(name, format!("{callbacks}/{name}"));
        }
        if let Some(secret) = secret {
            dashboard = dashboard.callback_secret("digiswitch", secret);
        }
        let sandbox = Sandbox::start(dashboard).await.unwrap();
        let mut settings = Settings::sandbox(&sandbox.url());
        if let Some(secret) = secret {
            settings = settings.set("digiswitch_callback_secrets", secret);
        }
        Self {
            sandbox,
            callbacks,
            settings,
        }
    }

    fn client(&self, name: Name) -> Client {
        name.client(&self.settings).unwrap()
    }

    fn serve(&self, listener: TcpListener, intake: &Intake) {
        let providers = Name::ALL.iter().map(|name| {
            let endpoint = Endpoint::new(self.client(*name).callbacks);
            // Its clock is set forward by minutes.
            (format!("/callbacks/{name}"), endpoint.pause(Duration::ZERO))
        });
        let app: Router = intake.router(providers);
        tokio::spawn(axum::serve(listener, app).into_future());
    }

    fn control(&self, method: &str, path: &str) -> Value {
        self.sandbox.control(method, path, &json!({})).unwrap()
    }

    /// A customer pays with every provider, by way of the journal if there is one.
    async fn pay_everywhere(&self, journal: Option<&Journal>) -> Vec<String> {
        let mut orders = Vec::new();
        for name in Name::ALL {
            let client = self.client(*name);
            let reference = reference(*name);
            if let Some(payments) = &client.payments {
                let request = payment(*name, &self.callbacks);
                match journal {
                    Some(journal) => answered(journal.execute(&**payments, &request).await),
                    None => drop(payments.create(&request).await.unwrap()),
                }
            }
            if let Some(bills) = &client.bills {
                let bill = BillRequest::new(reference.parse().unwrap(), "pln", "630000000001");
                let inquiry = bills.inquire(&bill).await.unwrap();
                match journal {
                    Some(journal) => answered(journal.execute(&**bills, &inquiry).await),
                    None => drop(bills.pay(&inquiry).await.unwrap()),
                }
            }
            if let Some(mandates) = &client.mandates {
                let request = mandate(&reference);
                match journal {
                    Some(journal) => answered(journal.execute(&**mandates, &request).await),
                    None => drop(mandates.create(&request).await.unwrap()),
                }
            }
            // Where the customer has paid already it is a conflict.
            let path = format!("payments/{name}/{reference}/pay");
            let paid = self.sandbox.control("POST", &path, &json!({}));
            assert!(paid.is_ok() || paid.unwrap_err().contains("cannot become"));
            orders.push(format!("{name} {reference}"));
        }
        orders
    }

    /// Every callback was delivered, at the first attempt or a later one.
    async fn all_are_delivered(&self) -> usize {
        let delivered = async {
            loop {
                let callbacks = self.control("GET", "callbacks");
                let callbacks = callbacks.as_array().unwrap();
                let arrived = |callback: &Value| callback["status"] == "delivered";
                if callbacks.len() >= 5 && callbacks.iter().all(arrived) {
                    return callbacks.len();
                }
                self.control_seconds(60);
                sleep(Duration::from_millis(50)).await;
            }
        };
        let patience = timeout(Duration::from_secs(20), delivered).await;
        patience.unwrap_or_else(|_| panic!("{}", self.control("GET", "callbacks")))
    }

    fn control_seconds(&self, seconds: u64) {
        // What is to be delivered again is due later.
        let _ = self
            .sandbox
            .control("POST", "clock/advance", &json!({"seconds": seconds}));
    }

    /// The provider sends everything again.
    fn resend(&self) {
        for callback in self.control("GET", "callbacks").as_array().unwrap() {
            self.control(
                "POST",
                &format!(
                    "callbacks/{}/resend",
                    callback["id"]
                        .as_str()
                        .map_or_else(|| callback["id"].to_string(), ToOwned::to_owned)
                ),
            );
        }
    }
}

fn answered<T: std::fmt::Debug>(done: payments_journal::Result<Executed<T>>) {
    let done = done.unwrap();
    assert!(matches!(done, Executed::Answered(_)), "{done:?}");
}

async fn until(what: impl Fn() -> bool) {
    let done = async {
        while !what() {
            sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(Duration::from_secs(20), done).await.unwrap();
}

/// Whether it is money, or a mandate that brings it.
fn is_paid(status: &str) -> bool {
    matches!(status, "paid" | "active")
}

#[tokio::test]
async fn in_memory_every_provider_that_is_paid_is_fulfilled_once() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let stage = Stage::set(&listener, None).await;
    let fulfilled: Arc<Mutex<Vec<String>>> = Arc::default();
    let shop = Arc::clone(&fulfilled);
    let intake = Intake::in_memory(InMemoryWindow::default(), move |event| {
        let event = event.into_inner();
        if is_paid(event.news.status_word()) {
            let order = format!("{} {}", event.provider, event.news.reference().unwrap());
            shop.lock().unwrap().push(order);
        }
        async { Ok::<_, std::io::Error>(()) }
    });
    stage.serve(listener, &intake);
    let mut orders = stage.pay_everywhere(None).await;
    until(|| fulfilled.lock().unwrap().len() >= 5).await;
    stage.resend();
    assert!(stage.all_are_delivered().await >= 5);
    let mut fulfilled = fulfilled.lock().unwrap().clone();
    fulfilled.sort();
    orders.sort();
    assert_eq!(fulfilled, orders);
}

/// Whatever happens to a callback on its way, and with every provider that it can happen to: who
/// paid gets his order once. What was dropped or refused comes again.
#[tokio::test]
async fn whatever_happens_to_callbacks_every_provider_that_is_paid_is_fulfilled_once() {
    for fault in [
        "duplicate",
        "delay",
        "reorder",
        "drop",
        "unsigned",
        "wrong_signature",
        "cut_body",
        "wrong_amount",
        "told_before_answer",
    ] {
        fulfilled_once_in_spite_of(fault).await;
    }
}

async fn fulfilled_once_in_spite_of(fault: &str) {
    let (place, listener) = (
        Place::new(),
        TcpListener::bind("127.0.0.1:0").await.unwrap(),
    );
    let stage = Stage::set(&listener, Some("digiswitch-secret")).await;
    let journal = place.journal().await;
    stage.serve(listener, &Intake::journal(journal.clone()));
    let mut hit = 0;
    for name in Name::ALL {
        let mut order = json!({"provider": name.as_str(), "fault": fault});
        if fault != "told_before_answer" {
            order["operation"] = json!("callback");
        }
        // Some have no proof that could be wrong, and RPI tells of nothing before its answer.
        hit += usize::from(stage.sandbox.control("POST", "faults", &order).is_ok());
    }
    assert!(hit >= 3, "{fault} hits {hit}");
    let fulfilled: Arc<Mutex<Vec<String>>> = Arc::default();
    let shop = Arc::clone(&fulfilled);
    let handler = move |change: Change| {
        let status = change.what.status.as_ref();
        if status.is_some_and(|status| is_paid(status.as_str())) {
            let order = format!("{} {}", change.provider, change.reference);
            shop.lock().unwrap().push(order);
        }
        async { Ok::<_, std::io::Error>(()) }
    };
    let mut orders = stage.pay_everywhere(Some(&journal)).await;
    let runner = Runner::new(journal.clone()).idle(Duration::from_millis(10));
    let delivered = async {
        for _ in 0..3 {
            stage.resend();
            // Past every pause between two attempts.
            stage.control_seconds(3_600);
            sleep(Duration::from_millis(200)).await;
        }
        // What was spoiled stays so when it is sent again: the same news as they should be.
        for name in Name::ALL {
            let order = json!({"provider": name.as_str(), "event": "paid", "reference": reference(*name),
                "target": format!("{}/{name}", stage.callbacks)});
            stage.sandbox.control("POST", "callbacks", &order).unwrap();
        }
        let begin = std::time::Instant::now();
        while fulfilled.lock().unwrap().len() < 5 && begin.elapsed() < Duration::from_secs(20) {
            sleep(Duration::from_millis(10)).await;
        }
        while journal.lag().await.unwrap().count > 0 {
            sleep(Duration::from_millis(10)).await;
        }
    };
    runner.run(handler, delivered).await.unwrap();
    let mut fulfilled = fulfilled.lock().unwrap().clone();
    fulfilled.sort();
    orders.sort();
    let callbacks = stage.control("GET", "callbacks");
    assert_eq!(fulfilled, orders, "{fault}: {callbacks:#}");
}

#[tokio::test]
async fn from_the_journal_every_provider_that_is_paid_is_fulfilled_once() {
    let (place, listener) = (
        Place::new(),
        TcpListener::bind("127.0.0.1:0").await.unwrap(),
    );
    let stage = Stage::set(&listener, Some("digiswitch-secret")).await;
    let journal = place.journal().await;
    stage.serve(listener, &Intake::journal(journal.clone()));
    let fulfilled: Arc<Mutex<Vec<String>>> = Arc::default();
    let shop = Arc::clone(&fulfilled);
    let handler = move |change: Change| {
        assert_ne!(change.what.cause, Step::UnknownReference);
        let status = change.what.status.as_ref();
        if status.is_some_and(|status| is_paid(status.as_str())) {
            let order = format!("{} {}", change.provider, change.reference);
            shop.lock().unwrap().push(order);
        }
        async { Ok::<_, std::io::Error>(()) }
    };
    let mut orders = stage.pay_everywhere(Some(&journal)).await;
    let runner = Runner::new(journal.clone()).idle(Duration::from_millis(10));
    let delivered = async {
        until(|| fulfilled.lock().unwrap().len() >= 5).await;
        stage.resend();
        assert!(stage.all_are_delivered().await >= 5);
        while journal.lag().await.unwrap().count > 0 {
            sleep(Duration::from_millis(10)).await;
        }
    };
    runner.run(handler, delivered).await.unwrap();
    let mut fulfilled = fulfilled.lock().unwrap().clone();
    fulfilled.sort();
    orders.sort();
    assert_eq!(fulfilled, orders);
}

#[tokio::test]
async fn a_forged_product_is_asked_about_as_the_one_that_is_recorded() {
    let (place, listener) = (
        Place::new(),
        TcpListener::bind("127.0.0.1:0").await.unwrap(),
    );
    let stage = Stage::set(&listener, None).await;
    let journal = place.journal().await;
    let client = stage.client(Name::Digiswitch);
    let bills = client.bills.unwrap();
    let bill = BillRequest::new("order-1".parse().unwrap(), "pln", "630000000001");
    let inquiry = bills.inquire(&bill).await.unwrap();
    answered(journal.execute(&*bills, &inquiry).await);
    let app = Intake::journal(journal.clone()).router([("/fake", client.callbacks)]);
    let hint = json!({"data": {"ref_id": "order-1", "code": "EMONEY100", "customer_no": "630000000001", "status": "Sukses", "rc": "00"}});
    let (status, why) = crate::fake::answer(&app, crate::fake::post(&hint.to_string())).await;
    assert_eq!(status, 200, "{why:?}");
    let told = format!(
        "{:?}",
        journal.changes(10, Duration::from_secs(1)).await.unwrap()
    );
    assert!(!told.contains("EMONEY100"), "{told}");
}
