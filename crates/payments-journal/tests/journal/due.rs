//! What the workers will do, and what was finished when.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use payments_core::{PaymentStatus, jakarta, retry::Clock};
use payments_journal::{Filter, Journal, Task};

use crate::{
    place::{Place, providers, request},
    provider::{Does, Fake},
};

const HOUR: Duration = Duration::from_secs(60 * 60);

async fn shown(journal: &Journal, until: DateTime<Utc>) -> Vec<(String, Task)> {
    let due = journal.due(until).await.unwrap();
    due.iter()
        .map(|next| (next.entry.reference.to_string(), next.task))
        .collect()
}

#[tokio::test]
async fn what_is_due_is_told_before_the_workers_do_it_and_is_what_they_do() {
    let (place, fake) = (Place::new(), Fake::new(true));
    let journal = place
        .journal_with(&fake, |options| {
            options.ask_pending(HOUR, HOUR).patience(Duration::ZERO)
        })
        .await;
    let begun = fake.clock.now();
    for (reference, does) in [
        ("pending", Does::Accepts),
        ("lost", Does::LosesRequest),
        ("paid", Does::Accepts),
    ] {
        let is_paid = reference == "paid";
        fake.world().status = (!is_paid).then_some(PaymentStatus::Pending);
        fake.world().sends.push_back(does);
        journal
            .execute(&*fake, &request(reference, 20_000))
            .await
            .unwrap();
    }
    fake.world().status = None;
    let after = |minutes: i64| begun + TimeDelta::minutes(minutes);
    let lost = ("lost".to_owned(), Task::Finish);
    let pending = ("pending".to_owned(), Task::Ask);
    let soon = shown(&journal, after(59)).await;
    assert_eq!(soon, std::slice::from_ref(&lost));
    assert_eq!(shown(&journal, after(61)).await, [lost, pending.clone()]);

    let providers = providers(&fake);
    fake.clock.advance(HOUR / 2);
    while journal.recover_one(&providers).await.unwrap().is_some() {}
    assert_eq!(journal.ask_about_living(&providers).await.unwrap(), 0);
    assert_eq!(shown(&journal, after(61)).await, [pending]);
    fake.clock.advance(HOUR / 2);
    fake.is_paid();
    assert_eq!(journal.ask_about_living(&providers).await.unwrap(), 1);
    assert_eq!(shown(&journal, after(600)).await, []);
}

#[tokio::test]
async fn what_was_finished_on_a_day_is_listed_by_that_day_whenever_it_was_recorded() {
    let (place, fake) = (Place::new(), Fake::new(true));
    let journal = place.journal(&fake).await;
    fake.world().status = Some(PaymentStatus::Pending);
    for reference in ["today", "tomorrow"] {
        let request = request(reference, 20_000);
        journal.execute(&*fake, &request).await.unwrap();
    }
    let today = jakarta::day(journal.now());
    let account = journal.list(&Filter::new()).await.unwrap()[0]
        .account
        .clone();
    let finish = async |reference: &str| {
        fake.is_paid();
        let (workers, reference) = (providers(&fake), reference.parse().unwrap());
        let asked = journal.reconcile(&workers, &account, &reference);
        asked.await.unwrap();
    };
    finish("today").await;
    fake.clock.advance(24 * HOUR);
    finish("tomorrow").await;
    for (day, reference) in [(today, "today"), (today.succ_opt().unwrap(), "tomorrow")] {
        let day = jakarta::bounds(day);
        let filter = Filter::new().finished_after(day.start);
        let listed = journal
            .list(&filter.finished_before(day.end))
            .await
            .unwrap();
        let listed: Vec<_> = listed
            .iter()
            .map(|entry| entry.reference.as_str())
            .collect();
        assert_eq!(listed, [reference]);
    }
}
