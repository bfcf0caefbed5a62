//! A year of a mandate, of a real client: charges are paid and fail, and what tells of them is
//! lost, doubled and late.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use http::HeaderMap;
use payments_core::{
    Account, Callbacks, ChargeProof, Customer, IntervalUnit, MandateAmount, MandateRequest, Money,
    Product, ProviderClient, Received, Schedule, jakarta, retry::Clock,
};
use payments_journal::{Change, Journal, Options, Providers};
use payments_rpi::{Config, Rpi};
use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};

use crate::{place::Place, process::Ahead};

const PREMIUM: u64 = 50_000;
const FAILS: [u32; 3] = [3, 7, 11];

struct Insurer {
    sandbox: Sandbox,
    rpi: Arc<Rpi>,
    journal: Journal,
    clock: Ahead,
    account: Account,
    request: MandateRequest,
    /// What its own books say of each charge, and what came by it.
    books: BTreeMap<u32, (String, u64)>,
    _place: Place,
}

impl Insurer {
    async fn open(options: Options) -> Self {
        let settings = Settings::new()
            .manual_clock(Utc::now())
            .callback_url("rpi", "http://127.0.0.1:1/nobody-listens");
        let sandbox = Sandbox::start(settings).await.unwrap();
        let config = Config::new("shop", "shop", "SHOP01", "WEB").unwrap();
        let config = config.base_url(&format!("{}/rpi", sandbox.url())).unwrap();
        let rpi = Arc::new(Rpi::new(config).unwrap());
        let (place, clock) = (Place::new(), Ahead::new(0));
        let options = options.clock(clock.clone()).not_durable();
        let journal = Journal::open_with(&place.url(), options).await.unwrap();
        let schedule = Schedule {
            start: jakarta::day(Utc::now()) + TimeDelta::days(2),
            unit: IntervalUnit::Month,
            interval: 1,
            occurrences: Some(12),
        };
        let amount = MandateAmount::Fixed {
            amount: Money::idr(PREMIUM),
        };
        let product = Product {
            name: "Insurance".into(),
            code: "LIFE".into(),
        };
        let reference = format!("{:0<32}", "policy1").parse().unwrap();
        let customer = Customer::default().phone("08123123123");
        let request = MandateRequest::new(reference, amount, schedule, customer, product);
        journal.execute(&*rpi, &request).await.unwrap();
        let insurer = Self {
            account: rpi.account().clone(),
            sandbox,
            rpi,
            journal,
            clock,
            request,
            books: BTreeMap::new(),
            _place: place,
        };
        let confirm = format!("payments/rpi/{}/pay", insurer.request.reference);
        insurer.control("POST", &confirm, json!({}));
        insurer
    }

    fn control(&self, method: &str, path: &str, body: Value) -> Value {
        self.sandbox.control(method, path, &body).unwrap()
    }

    /// Until noon of the day of a charge.
    async fn advance_to(&self, number: u32) {
        let day = self.request.schedule.date(number).unwrap();
        let noon = day.and_hms_opt(5, 0, 0).unwrap().and_utc();
        let now: DateTime<Utc> = self.control("GET", "clock", json!({}))["now"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        let ahead = noon - now;
        let seconds = ahead.num_seconds();
        self.control("POST", "clock/advance", json!({"seconds": seconds}));
        self.clock.sleep(ahead.to_std().unwrap()).await;
    }

    /// The bodies of all callbacks so far, in the order of the charges.
    fn told(&self) -> Vec<Value> {
        let callbacks = self.control("GET", "callbacks?limit=1000", json!({}));
        let callbacks = callbacks.as_array().unwrap();
        callbacks.iter().map(|told| told["body"].clone()).collect()
    }

    async fn receives(&self, body: &Value) {
        let received = self
            .rpi
            .receive(&HeaderMap::new(), body.to_string().as_bytes())
            .unwrap();
        let Received::Hint(hint) = received else {
            panic!("nothing proves who sent {received:?}");
        };
        let recorded = self
            .journal
            .recorded(self.account.id(), hint.reference())
            .await
            .unwrap();
        let hint = recorded.unwrap().hint(hint);
        let event = self.rpi.confirm(&hint).await.unwrap();
        self.journal.receive(&self.account, &event).await.unwrap();
    }

    async fn asks(&self) {
        let providers = Providers::new().mandates(Arc::<Rpi>::clone(&self.rpi));
        self.journal
            .reconcile(&providers, self.account.id(), &self.request.reference)
            .await
            .unwrap();
    }

    /// Takes what the journal tells into its books: typed, without another question.
    async fn books(&mut self) -> Vec<Change> {
        let lease = Duration::from_secs(60);
        let mut all = Vec::new();
        loop {
            let changes = self.journal.changes(10, lease).await.unwrap();
            if changes.is_empty() {
                return all;
            }
            for change in changes {
                for charge in &change.what.charges {
                    let number = charge.number.unwrap();
                    let book = self.books.entry(number).or_default();
                    book.0 = charge.status.to_string();
                }
                if let Some(money) = change.what.money_came() {
                    let paid = change.what.charges.iter().find(|charge| charge.is_paid());
                    let book = self.books.entry(paid.unwrap().number.unwrap());
                    book.or_default().1 += money.whole_units().unwrap();
                }
                self.journal.acknowledge(&change).await.unwrap();
                all.push(change);
            }
        }
    }
}

#[tokio::test]
async fn of_a_years_charges_each_is_told_once_and_none_that_failed_is_money() {
    let mut insurer = Insurer::open(Options::new()).await;
    for number in 1..=12 {
        if FAILS.contains(&number) {
            let fault = json!({"provider": "rpi", "fault": "failed_charge"});
            insurer.control("POST", "faults", fault);
        }
        insurer.advance_to(number).await;
        let told = insurer.told();
        let told = told.last().unwrap();
        match number % 4 {
            // At once, and again.
            0 => {
                insurer.receives(told).await;
                insurer.receives(told).await;
            }
            // Somebody asks before it arrives.
            1 => {
                insurer.asks().await;
                insurer.receives(told).await;
            }
            // Lost; asking tells that there was a charge, and not how it ended.
            2 => insurer.asks().await,
            // Lost, and nobody asks.
            _ => {}
        }
        insurer.books().await;
    }
    insurer.asks().await;
    insurer.books().await;
    let unknown = |insurer: &Insurer| {
        let open = insurer
            .books
            .values()
            .filter(|(status, _)| status == "pending");
        open.count()
    };
    // 2, 3, 6, 7, 10 and 11 are known to have been due.
    assert_eq!((insurer.books.len(), unknown(&insurer)), (12, 6));

    // The provider sends what was lost again, the last one first, and everything else, too.
    for told in insurer.told().iter().rev() {
        insurer.receives(told).await;
    }
    let changes = insurer.books().await;
    let paid = insurer.books.values().filter(|book| book.1 == PREMIUM);
    assert_eq!(paid.count(), 9, "{:?}", insurer.books);
    for (number, (status, came)) in &insurer.books {
        let expected = match FAILS.contains(number) {
            true => ("failed", 0),
            false => ("paid", PREMIUM),
        };
        assert_eq!((&**status, *came), expected, "{number}");
    }
    let mut charges = changes.iter().flat_map(|change| &change.what.charges);
    assert!(charges.all(|charge| charge.proof == ChargeProof::Told));
    let ledger = insurer.control("GET", "ledger?limit=1000", json!({}));
    assert_eq!(ledger.as_array().unwrap().len(), 9);
}

#[tokio::test]
async fn workers_ask_about_what_lives_and_write_nothing_where_nothing_changed() {
    let hour = Duration::from_secs(60 * 60);
    let mut insurer = Insurer::open(Options::new().ask_pending(hour, hour)).await;
    let providers = Providers::new().mandates(Arc::<Rpi>::clone(&insurer.rpi));
    let ask = async |insurer: &Insurer| {
        let asked = insurer.journal.ask_about_living(&providers).await.unwrap();
        let (account, reference) = (insurer.account.id(), &insurer.request.reference);
        let record = insurer.journal.record_of(account, reference).await.unwrap();
        (asked, record.history.len())
    };
    // It has only just been made.
    assert_eq!(ask(&insurer).await, (0, 3));
    // Nobody told that the customer has confirmed it, nor that it was charged.
    insurer.advance_to(1).await;
    assert_eq!(ask(&insurer).await, (1, 4));
    assert_eq!(ask(&insurer).await, (0, 4));
    let told = insurer.books().await.pop().unwrap();
    assert_eq!(told.what.status.as_ref().unwrap().as_str(), "active");
    assert_eq!(told.what.charges[0].proof, ChargeProof::Seen);
    assert_eq!(told.what.money_came(), None);
    // Once a day, without a step.
    insurer.clock.sleep(23 * hour).await;
    assert_eq!(ask(&insurer).await, (0, 4));
    insurer.clock.sleep(2 * hour).await;
    // The provider's answer has another time in it each time.
    insurer.control("POST", "clock/advance", json!({"seconds": 60}));
    assert_eq!(ask(&insurer).await, (1, 4));
    insurer.advance_to(2).await;
    assert_eq!(ask(&insurer).await, (1, 5));
    assert_eq!(insurer.books().await[0].what.charges[0].number, Some(2));
}
