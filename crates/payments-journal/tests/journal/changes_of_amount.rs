//! The amount of a charge is changed once: a change whose answer is lost is made again only while
//! its date is that of the next charge, and never after a later change.

use std::{sync::Arc, time::Duration};

use chrono::{NaiveDate, TimeDelta};
use payments_core::{
    AmountChangeRequest, AmountChangeStatus, Customer, IntervalUnit, Mandate, MandateAmount,
    MandateRequest, Mandates, Money, News, Product, Schedule, Status, retry::VirtualClock,
};
use payments_journal::{Error, Executed, Journal, Options, Providers, Reason, State, What};
use payments_rpi::{Config, Rpi};
use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};

const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;

struct Insurer {
    sandbox: Sandbox,
    clock: VirtualClock,
    rpi: Arc<Rpi>,
    journal: Journal,
    mandate: Mandate,
}

/// The day of the first of three weekly charges; the insurer begins at noon of the day before.
fn first() -> NaiveDate {
    "2026-03-03".parse().unwrap()
}

fn week(number: i64) -> NaiveDate {
    first() + TimeDelta::weeks(number)
}

impl Insurer {
    async fn open() -> Self {
        let start = "2026-03-02T05:00:00Z".parse().unwrap();
        let sandbox = Sandbox::start(Settings::new().manual_clock(start));
        let sandbox = sandbox.await.unwrap();
        let clock = VirtualClock::new(start);
        let config = Config::new("shop", "shop", "SHOP01", "WEB").unwrap();
        let config = config.base_url(&format!("{}/rpi", sandbox.url())).unwrap();
        let rpi = Arc::new(Rpi::new(config.clock(clock.clone())).unwrap());
        let options = Options::new().clock(clock.clone()).patience(Duration::ZERO);
        let journal = Journal::open_with("sqlite::memory:", options);
        let journal = journal.await.unwrap();
        let schedule = Schedule {
            start: first(),
            unit: IntervalUnit::Week,
            interval: 1,
            occurrences: Some(3),
        };
        let amount = MandateAmount::Variable {
            maximum: Money::idr(100_000),
            first: Some(Money::idr(30_000)),
        };
        let product = Product {
            name: "Insurance".into(),
            code: "LIFE".into(),
        };
        let reference = format!("{:0<32}", "policy1").parse().unwrap();
        let customer = Customer::default().phone("081234567890");
        let request = MandateRequest::new(reference, amount, schedule, customer, product);
        let mandate = rpi.create(&request).await.unwrap();
        let insurer = Self {
            sandbox,
            clock,
            rpi,
            journal,
            mandate,
        };
        let confirm = format!("payments/rpi/{}/pay", request.reference);
        insurer.control("POST", &confirm, &json!({}));
        insurer
    }

    fn control(&self, method: &str, path: &str, body: &Value) -> Value {
        self.sandbox.control(method, path, body).unwrap()
    }

    fn loses(&self, fault: &str) {
        let order = json!({"provider": "rpi", "operation": "update", "fault": fault});
        self.control("POST", "faults", &order);
    }

    fn pass(&self, seconds: u64) {
        self.control("POST", "clock/advance", &json!({"seconds": seconds}));
        self.clock.advance(Duration::from_secs(seconds));
    }

    fn change(&self, rupiah: u64, date: NaiveDate) -> AmountChangeRequest {
        let query = self.mandate.query();
        AmountChangeRequest::new(query, date, Money::idr(rupiah)).unwrap()
    }

    async fn execute(&self, change: &AmountChangeRequest) -> Result<State, Error> {
        let executed = self.journal.execute(&*self.rpi, change).await?;
        Ok(match executed {
            Executed::Answered(_) => State::Finished,
            Executed::Refused(_) => State::Refused,
            Executed::Open(_) => State::Open,
            other => panic!("{other:?}"),
        })
    }

    async fn work(&self, seconds: u64) {
        let workers = Providers::new().mandates(Arc::<Rpi>::clone(&self.rpi));
        for _ in 0..seconds.div_ceil(61) {
            self.pass(61);
            while (self.journal.recover_one(&workers).await.unwrap()).is_some() {}
        }
    }

    async fn stands(&self, change: &AmountChangeRequest) -> (State, Option<Status>, i64) {
        let found = self.journal.find(change.reference()).await.unwrap();
        let [entry] = &*found else {
            panic!("{found:?}");
        };
        (entry.state, entry.status.clone(), entry.sends)
    }

    async fn told(&self) -> Vec<What> {
        let lease = Duration::from_secs(60);
        let changes = self.journal.changes(100, lease).await.unwrap();
        changes.into_iter().map(|change| change.what).collect()
    }

    /// What the customer was charged, charge by charge.
    fn charged(&self) -> Vec<String> {
        let rows = self.control("GET", "ledger", &Value::Null);
        let amount = |row: &Value| row["amount"].to_string().replace('"', "");
        rows.as_array().unwrap().iter().map(amount).collect()
    }
}

fn applied() -> Option<Status> {
    Some(AmountChangeStatus::Applied.into())
}

#[tokio::test]
async fn a_lost_change_is_made_again_while_its_date_is_that_of_the_next_charge() {
    for fault in ["reset_before_commit", "reset_after_commit"] {
        let insurer = Insurer::open().await;
        let change = insurer.change(45_000, first());
        insurer.loses(fault);
        assert_eq!(insurer.execute(&change).await.unwrap(), State::Open);
        // Not before the delay: the first may be under way.
        assert_eq!(insurer.stands(&change).await.2, 1);
        insurer.work(300).await;
        let (state, status, sends) = insurer.stands(&change).await;
        assert_eq!((state, status, sends), (State::Finished, applied(), 2));
        let told = insurer.told().await;
        let [what] = &*told else {
            panic!("{told:?}");
        };
        let Some(News::AmountChange(answer)) = &what.answer else {
            panic!("{what:?}");
        };
        assert_eq!(answer.applied_on, Some(first()));
        assert_eq!((what.status.clone(), what.money_came()), (applied(), None));
        insurer.pass(DAY);
        assert_eq!(insurer.charged(), ["45000"]);
    }
}

#[tokio::test]
async fn a_lost_change_whose_day_has_come_is_never_sent_again() {
    let insurer = Insurer::open().await;
    let change = insurer.change(45_000, first());
    insurer.loses("reset_before_commit");
    insurer.execute(&change).await.unwrap();
    // Nobody works meanwhile: the next charge is the second one.
    insurer.pass(13 * HOUR);
    insurer.work(30 * HOUR).await;
    let (state, _, sends) = insurer.stands(&change).await;
    assert_eq!((state, sends), (State::NeedsAttention, 1));
    // The merchant sets the second one itself, and the change that was lost leaves it alone.
    let second = insurer.change(50_000, week(1));
    assert_eq!(insurer.execute(&second).await.unwrap(), State::Finished);
    insurer.pass(7 * DAY);
    assert_eq!(insurer.charged(), ["30000", "50000"]);
}

#[tokio::test]
async fn a_lost_change_that_was_applied_elsewhere_changes_no_second_charge() {
    let insurer = Insurer::open().await;
    // Nothing is scheduled on that day: the first charge is changed.
    let change = insurer.change(45_000, week(1) + TimeDelta::days(1));
    insurer.loses("reset_after_commit");
    insurer.execute(&change).await.unwrap();
    insurer.pass(13 * HOUR);
    insurer.work(30 * HOUR).await;
    let (state, _, sends) = insurer.stands(&change).await;
    assert_eq!((state, sends), (State::NeedsAttention, 1));
    insurer.pass(7 * DAY);
    // The second one has no amount of its own, and fails.
    assert_eq!(insurer.charged(), ["45000"]);
}

#[tokio::test]
async fn a_later_change_of_a_charge_waits_until_no_repeat_of_the_first_can_undo_it() {
    let insurer = Insurer::open().await;
    let change = insurer.change(45_000, first());
    let corrected = insurer.change(60_000, first()).number(2).unwrap();
    let unrecorded = insurer.execute(&corrected).await;
    assert!(
        matches!(unrecorded, Err(Error::NotPossible(_))),
        "{unrecorded:?}"
    );
    insurer.loses("reset_before_commit");
    insurer.execute(&change).await.unwrap();
    let early = insurer.execute(&corrected).await;
    assert!(matches!(early, Err(Error::NotPossible(_))), "{early:?}");
    // Another amount under the same number is another request.
    let another = insurer.execute(&insurer.change(60_000, first())).await;
    assert!(
        matches!(another, Err(Error::Mismatch { .. })),
        "{another:?}"
    );
    insurer.work(300).await;
    assert_eq!(insurer.execute(&corrected).await.unwrap(), State::Finished);
    // The first one brought once more is what it was.
    assert_eq!(insurer.execute(&change).await.unwrap(), State::Finished);
    insurer.work(300).await;
    insurer.pass(DAY);
    assert_eq!(insurer.charged(), ["60000"]);
}

#[tokio::test]
async fn a_change_that_was_never_sent_may_still_be_and_so_none_follows_it() {
    let insurer = Insurer::open().await;
    let late = insurer.change(45_000, week(1));
    let order = json!({
        "provider": "rpi", "operation": "update", "fault": "too_many_requests", "times": 0,
    });
    insurer.control("POST", "faults", &order);
    let state = insurer.execute(&late).await;
    assert!(matches!(state, Ok(State::Open)), "{state:?}");
    insurer.work(26 * HOUR).await;
    assert_eq!(insurer.stands(&late).await.0, State::Refused);
    let corrected = insurer.change(60_000, week(1)).number(2).unwrap();
    let early = insurer.execute(&corrected).await;
    assert!(matches!(early, Err(Error::NotPossible(_))), "{early:?}");
}

#[tokio::test]
async fn a_change_of_a_mandate_that_has_ended_is_void_and_one_applied_elsewhere_says_so() {
    let insurer = Insurer::open().await;
    // Nothing is scheduled on that day.
    let between = insurer.change(45_000, week(1) + TimeDelta::days(1));
    assert_eq!(insurer.execute(&between).await.unwrap(), State::Finished);
    let elsewhere = Some(AmountChangeStatus::AppliedElsewhere.into());
    assert_eq!(insurer.stands(&between).await.1, elsewhere);
    let void = insurer.change(45_000, week(1));
    insurer.loses("reset_before_commit");
    insurer.execute(&void).await.unwrap();
    let end = format!("payments/rpi/{}/cancel", insurer.mandate.reference);
    insurer.control("POST", &end, &json!({}));
    insurer.work(300).await;
    let (state, status, sends) = insurer.stands(&void).await;
    let told = Some(AmountChangeStatus::Void.into());
    assert_eq!((state, status, sends), (State::Finished, told, 1));
    let reasons: Vec<Option<Reason>> = insurer
        .told()
        .await
        .iter()
        .map(|what| what.reason)
        .collect();
    assert_eq!(reasons, [None, None]);
}
