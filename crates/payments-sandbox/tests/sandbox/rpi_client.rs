//! The client of RPI against the simulator: both were written from the document, and they must
//! agree.

use std::time::Duration;

use chrono::{NaiveDate, Utc};
use payments_core::{
    AmountChangeRequest, AmountChangeStatus, Callbacks, Customer, ErrorKind, Hint, IntervalUnit,
    Mandate, MandateAmount, MandateQuery, MandateRequest, MandateStatus, Mandates, Money,
    NextAction, Outcome, Product, Received, Retry, Schedule, retry::VirtualClock,
};
use payments_provider::http::Timeouts;
use payments_rpi::{Config, DateFormat, Rpi};
use payments_sandbox::Settings;
use reqwest::header::HeaderMap;
use serde_json::json;

use crate::bench::{Bench, Shop, settings};

const DAY: u64 = 86_400;

/// The client takes "today" from the clock of the machine, and changes nothing that is due before
/// tomorrow: so the simulator's lies far ahead.
fn ahead() -> Settings {
    settings().manual_clock("2096-03-02T03:00:00Z".parse().unwrap())
}

fn config(bench: &Bench) -> Config {
    let url = format!("{}/rpi", bench.sandbox.url());
    let config = Config::new("id", "secret", "SHOP01", "WEB").unwrap();
    config.base_url(&url).unwrap()
}

fn client(bench: &Bench) -> Rpi {
    Rpi::new(config(bench)).unwrap()
}

/// Three charges a week apart, from the day after the clock's.
fn request(amount: MandateAmount) -> MandateRequest {
    MandateRequest::new(
        Rpi::new_reference().unwrap(),
        amount,
        Schedule {
            start: DateFormat::read("03-03-2096").unwrap(),
            unit: IntervalUnit::Week,
            interval: 1,
            occurrences: Some(3),
        },
        Customer::default().phone("081234567890"),
        Product {
            name: "Premi".into(),
            code: "P1".into(),
        },
    )
}

fn fixed() -> MandateRequest {
    request(MandateAmount::Fixed {
        amount: Money::idr(25_000),
    })
}

fn variable() -> MandateRequest {
    request(MandateAmount::Variable {
        maximum: Money::idr(100_000),
        first: Some(Money::idr(30_000)),
    })
}

fn change(mandate: &MandateQuery, rupiah: u64, date: NaiveDate) -> AmountChangeRequest {
    AmountChangeRequest::new(mandate.clone(), date, Money::idr(rupiah)).unwrap()
}

/// The customer opens the page and confirms.
async fn confirm(bench: &Bench, mandate: &Mandate) {
    let [NextAction::Redirect { url }] = &*mandate.next_actions else {
        panic!("a page to confirm on: {:?}", mandate.next_actions);
    };
    let page = url.strip_prefix(&bench.sandbox.url()).unwrap();
    let form = [("content-type", "application/x-www-form-urlencoded")];
    bench.send("POST", page, &form, "action=pay").await;
}

async fn charged(bench: &Bench) -> Vec<String> {
    let rows = bench.ledger().await.into_iter();
    rows.map(|(_, amount)| amount).collect()
}

#[tokio::test]
async fn a_mandate_lives_from_its_creation_to_its_last_charge() {
    for format in [DateFormat::Digits, DateFormat::MonthName] {
        let bench = Bench::with(ahead()).await;
        let rpi = Rpi::new(config(&bench).date_format(format)).unwrap();
        let created = rpi.create(&variable()).await.unwrap();
        assert_eq!(created.status, MandateStatus::Pending);
        let query = created.query();
        assert_eq!(
            rpi.get(&query).await.unwrap().status,
            MandateStatus::Pending
        );

        confirm(&bench, &created).await;
        let active = rpi.get(&query).await.unwrap();
        assert_eq!(active.status, MandateStatus::Active);
        assert_eq!(active.next_charge_on, DateFormat::read("03-03-2096"));

        // The token has ended meanwhile: it is renewed without a word.
        bench.advance(DAY).await;
        let charged_once = rpi.get(&query).await.unwrap();
        assert_eq!(charged_once.next_charge_on, DateFormat::read("10-03-2096"));
        assert_eq!(charged(&bench).await, ["30000"]);

        let next = charged_once.next_charge_on.unwrap();
        let changed = rpi.change_amount(&change(&query, 45_000, next)).await;
        let changed = changed.unwrap();
        assert_eq!(changed.applied_on, Some(next));
        // Nothing is due on that date: the charge after it is changed.
        let between = DateFormat::read("11-03-2096").unwrap();
        bench.advance(7 * DAY).await;
        let changed = rpi.change_amount(&change(&query, 55_000, between)).await;
        let changed = changed.unwrap();
        assert_eq!(changed.applied_on, DateFormat::read("17-03-2096"));
        bench.advance(7 * DAY).await;
        assert_eq!(charged(&bench).await, ["30000", "45000", "55000"]);
        let ended = rpi.get(&query).await.unwrap();
        assert_eq!(ended.status, MandateStatus::Completed);
        assert_eq!(ended.next_charge_on, None);
    }
}

/// Answers of the simulator come too late by these.
fn impatient(bench: &Bench) -> Rpi {
    let wait = Duration::from_millis(500);
    Rpi::new(config(bench).timeouts(Timeouts::new(wait, wait))).unwrap()
}

async fn late(bench: &Bench, operation: &str) {
    let fault =
        json!({"provider": "rpi", "operation": operation, "fault": "delay", "delay_ms": 1500});
    bench.fault(fault).await;
}

#[tokio::test]
async fn a_create_whose_answer_was_lost_is_made_again_and_charges_once() {
    let bench = Bench::with(ahead()).await;
    let rpi = impatient(&bench);
    let mut request = fixed();
    late(&bench, "create").await;
    let lost = rpi.create(&request).await.unwrap_err();
    assert_eq!(
        (lost.outcome(), lost.kind()),
        (Outcome::Unknown, ErrorKind::Timeout)
    );
    // The simulator takes an id once; the page of the first instruction was shown to nobody.
    let used = rpi.create(&request).await.unwrap_err();
    assert_eq!(used.outcome(), Outcome::Refused);
    assert!(used.to_string().contains("transactionId"), "{used}");
    request.reference = Rpi::new_reference().unwrap();
    let created = rpi.create(&request).await.unwrap();
    confirm(&bench, &created).await;
    bench.advance(DAY).await;
    assert_eq!(charged(&bench).await, ["25000"]);
}

#[tokio::test]
async fn a_change_whose_answer_was_lost_is_made_again_and_sets_once() {
    let bench = Bench::with(ahead()).await;
    let rpi = impatient(&bench);
    let created = rpi.create(&variable()).await.unwrap();
    confirm(&bench, &created).await;
    let query = created.query();
    let date = DateFormat::read("03-03-2096").unwrap();
    late(&bench, "update").await;
    let change = change(&query, 45_000, date);
    let clock = VirtualClock::new(Utc::now());
    let retry = Retry::default().clock(clock).seed(1);
    let changed = retry.settle(&rpi, &change).await.unwrap();
    assert_eq!(changed.status, AmountChangeStatus::Applied);
    bench.advance(DAY).await;
    assert_eq!(charged(&bench).await, ["45000"]);
}

#[tokio::test]
async fn what_the_provider_refuses_did_nothing() {
    let bench = Bench::with(ahead()).await;
    let rpi = client(&bench);
    let created = rpi.create(&fixed()).await.unwrap();
    let query = created.query();
    let date = DateFormat::read("03-03-2096").unwrap();
    let fixed_amount = rpi.change_amount(&change(&query, 45_000, date)).await;
    let stranger = query.clone().customer_id("1");
    for error in [
        fixed_amount.map(|_| ()),
        rpi.get(&stranger).await.map(|_| ()),
    ] {
        let error = error.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Refused, "{error:?}");
        assert_eq!(error.http_status(), Some(412));
    }
}

#[tokio::test]
async fn the_callback_of_a_charge_is_confirmed_by_asking() {
    let shop = Shop::open().await;
    let bench = Bench::with(ahead().callback_url("rpi", &shop.url)).await;
    let rpi = client(&bench);
    let created = rpi.create(&fixed()).await.unwrap();
    confirm(&bench, &created).await;
    bench.advance(8 * DAY).await;
    let mut keys = Vec::new();
    for callback in shop.received(2).await {
        let body = callback.body.to_string().into_bytes();
        let received = rpi.receive(&HeaderMap::new(), &body).unwrap();
        let Received::Hint(hint @ Hint::Charge(..)) = received else {
            panic!("nothing proves who sent {received:?}");
        };
        // It tells everything that the question needs.
        let event = rpi.confirm(&hint).await.unwrap().into_inner();
        assert_eq!(event.news.reference(), Some(&created.reference));
        keys.push(event.key);
        // Each charge has an id of its own.
        assert_ne!(
            callback.body["details"]["transactionId"],
            callback.body["transactionId"]
        );
    }
    assert_ne!(
        keys[0], keys[1],
        "both were asked about after the second charge, and each is told"
    );
}
