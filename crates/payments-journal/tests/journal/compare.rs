//! A provider's report of a day against the journal, both ways.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use futures_util::stream;
use payments_core::{Money, PaymentStatus, jakarta};
use payments_journal::{
    Compared, Difference, Differs, Error, Journal, Lists, Options, Reported, Scope,
};
use proptest::prelude::*;

use crate::{
    place::{Place, id, request},
    planted::{Expected, OURS, Planted},
    process::Shared,
    provider::{ACCOUNT, Fake},
};

fn day() -> NaiveDate {
    "2026-11-27".parse().unwrap()
}

fn begin() -> DateTime<Utc> {
    jakarta::bounds(day()).start
}

async fn compare(
    journal: &Journal,
    scope: &Scope,
    rows: Vec<Reported>,
) -> (Compared, Vec<Difference>) {
    let mut found = Vec::new();
    let compared = journal
        .compare(scope, stream::iter(rows.into_iter().map(Ok)), async |one| {
            found.push(one);
            Ok::<_, Error>(())
        })
        .await
        .unwrap();
    assert_eq!(compared.differences, u64::try_from(found.len()).unwrap());
    (compared, found)
}

/// Records what was planted, compares, and returns what was found and is not expected, and what is
/// expected and was not found.
async fn misses(url: &str, planted: &Planted) -> [BTreeSet<Expected>; 2] {
    let options = Options::new().not_durable();
    let journal = Journal::open_with(url, options).await.unwrap();
    planted.record(url).await;
    let scope = Scope::new(id(OURS), day());
    let (compared, found) = compare(&journal, &scope, planted.rows.clone()).await;
    assert_eq!(compared.rows, u64::try_from(planted.rows.len()).unwrap());
    let count = found.len();
    let found: BTreeSet<Expected> = found
        .into_iter()
        .map(|one| (one.reference, one.differs.as_str()))
        .collect();
    assert_eq!(found.len(), count, "each difference is told once");
    journal.close().await;
    let expected = &planted.expected;
    [&found - expected, expected - &found]
}

#[tokio::test]
async fn of_10_000_planted_differences_none_is_missed_and_none_is_false() {
    let planted = Planted::new(begin(), 40_000, 4, 27_112_026);
    assert_eq!(planted.expected.len(), 10_000);
    let wrong = misses(&Place::new().url(), &planted).await;
    assert_eq!(wrong, [BTreeSet::new(), BTreeSet::new()]);
}

#[tokio::test]
async fn on_postgresql_none_is_missed_and_none_is_false() {
    let Some(shared) = Shared::postgres("compare").await else {
        return;
    };
    let planted = Planted::new(begin(), 4_000, 4, 1);
    let wrong = misses(&shared.url(), &planted).await;
    assert_eq!(wrong, [BTreeSet::new(), BTreeSet::new()]);
    shared.drop().await;
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whatever_is_planted_is_found_and_nothing_else(
        orders in 0_u64..1_200,
        each in 1_u64..5,
        seed in any::<u64>(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let planted = Planted::new(begin(), orders, each, seed);
        let wrong = runtime.block_on(misses(&Place::new().url(), &planted));
        prop_assert_eq!(wrong, [BTreeSet::new(), BTreeSet::new()]);
    }
}

/// A journal in which `order-1` was paid now, by the provider's clock.
async fn paid_now(place: &Place) -> (Journal, DateTime<Utc>) {
    let fake = Fake::new(false);
    let journal = place.journal(&fake).await;
    fake.world().status = Some(PaymentStatus::Paid);
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    let now = journal.now();
    (journal, now)
}

fn row(reference: &str) -> Reported {
    Reported::new(2, reference)
        .amount(Money::idr(20_000))
        .status(PaymentStatus::Paid)
}

fn words(found: &[Difference]) -> Vec<(&str, &str)> {
    found
        .iter()
        .map(|one| (one.reference.as_str(), one.differs.as_str()))
        .collect()
}

#[tokio::test]
async fn a_row_is_of_the_day_in_jakarta_to_the_second() {
    let place = Place::new();
    let (journal, now) = paid_now(&place).await;
    let day = jakarta::day(now);
    let midnight = jakarta::bounds(day).start;
    let scope = Scope::new(ACCOUNT.id().clone(), day);
    let second = TimeDelta::seconds(1);
    let rows = vec![
        row("order-1"),
        row("before").at(midnight - second),
        row("first").at(midnight),
        row("last").at(midnight + TimeDelta::days(1) - second),
        row("after").at(midnight + TimeDelta::days(1)),
    ];
    let (compared, found) = compare(&journal, &scope, rows).await;
    let expected = [("first", "missing_here"), ("last", "missing_here")];
    assert_eq!(words(&found), expected);
    assert_eq!((compared.of_other_days, compared.pairs), (2, 1));
}

#[tokio::test]
async fn an_intent_of_another_day_or_account_is_not_missing_there() {
    let place = Place::new();
    let (journal, now) = paid_now(&place).await;
    let today = jakarta::day(now);
    let missing = [("order-1", "missing_there")];
    for (account, day, expected) in [
        (ACCOUNT.id().clone(), today, &missing[..]),
        (ACCOUNT.id().clone(), today.pred_opt().unwrap(), &[]),
        (ACCOUNT.id().clone(), today.succ_opt().unwrap(), &[]),
        (id("fake/sandbox/another"), today, &[]),
    ] {
        let scope = Scope::new(account, day);
        let (_, found) = compare(&journal, &scope, Vec::new()).await;
        assert_eq!(words(&found), expected, "{day}");
    }
}

#[tokio::test]
async fn what_was_recorded_before_the_day_may_be_in_an_earlier_report() {
    let place = Place::new();
    let (journal, now) = paid_now(&place).await;
    let scope = Scope::new(ACCOUNT.id().clone(), jakarta::day(now));
    let (_, found) = compare(&journal, &scope, Vec::new()).await;
    assert_eq!(found[0].differs, Differs::MissingThere { is_certain: true });

    let place = Place::new();
    let fake = Fake::new(false);
    let journal = place.journal(&fake).await;
    fake.world().status = Some(PaymentStatus::Pending);
    journal
        .execute(&*fake, &request("order-1", 20_000))
        .await
        .unwrap();
    fake.clock.advance(std::time::Duration::from_secs(86_400));
    fake.is_paid();
    let providers = crate::place::providers(&fake);
    let reference = crate::place::reference("order-1");
    journal
        .reconcile(&providers, ACCOUNT.id(), &reference)
        .await
        .unwrap();
    let scope = Scope::new(ACCOUNT.id().clone(), jakarta::day(journal.now()));
    let (_, found) = compare(&journal, &scope, Vec::new()).await;
    assert_eq!(
        found[0].differs,
        Differs::MissingThere { is_certain: false }
    );
}

#[tokio::test]
async fn a_list_of_what_was_created_must_hold_what_the_provider_has_answered() {
    let place = Place::new();
    let fake = Fake::new(false);
    let journal = place.journal(&fake).await;
    fake.world().status = Some(PaymentStatus::Pending);
    for order in ["order-1", "order-2"] {
        journal
            .execute(&*fake, &request(order, 20_000))
            .await
            .unwrap();
    }
    let scope = Scope::new(ACCOUNT.id().clone(), jakarta::day(journal.now()));
    let rows = vec![row("order-1").status(PaymentStatus::Pending)];
    let (_, found) = compare(&journal, &scope, rows.clone()).await;
    assert_eq!(words(&found), []);
    let scope = scope.lists(Lists::Created);
    let (_, found) = compare(&journal, &scope, rows).await;
    assert_eq!(words(&found), [("order-2", "missing_there")]);
}

#[tokio::test]
async fn a_second_payment_under_one_reference_is_told_with_its_line() {
    let place = Place::new();
    let (journal, now) = paid_now(&place).await;
    let scope = Scope::new(ACCOUNT.id().clone(), jakarta::day(now));
    let mut rows: Vec<_> = ["id-order-1", "id-order-1", "id-other"]
        .map(|id| row("order-1").provider_id(id))
        .into();
    for (line, row) in (2..).zip(&mut rows) {
        row.line = line;
    }
    // Rows without a reference are no repetition of each other.
    rows.extend([row(""), row("")]);
    let (_, found) = compare(&journal, &scope, rows).await;
    let twice = |is_same_id| Differs::Twice {
        first: 2,
        is_same_id,
    };
    let nowhere = || Differs::MissingHere {
        recorded_in: Vec::new(),
    };
    let differs: Vec<_> = found.into_iter().map(|one| one.differs).collect();
    assert_eq!(differs, [nowhere(), nowhere(), twice(true), twice(false)]);
}

#[tokio::test]
async fn what_another_account_has_recorded_is_told_with_its_name() {
    let place = Place::new();
    let (journal, now) = paid_now(&place).await;
    let scope = Scope::new(id("fake/live/default"), jakarta::day(now));
    let (_, found) = compare(&journal, &scope, vec![row("order-1")]).await;
    let recorded_in = vec![ACCOUNT.id().clone()];
    assert_eq!(found[0].differs, Differs::MissingHere { recorded_in });
}

#[tokio::test]
async fn the_first_unreadable_row_stops_the_comparison_before_anything_is_told() {
    let place = Place::new();
    let (journal, now) = paid_now(&place).await;
    let scope = Scope::new(ACCOUNT.id().clone(), jakarta::day(now));
    let rows = vec![Ok(row("unknown")), Err(Error::NotPossible("line 3".into()))];
    let told = journal
        .compare(&scope, stream::iter(rows), async |_| {
            panic!("nothing is told")
        })
        .await;
    assert!(matches!(told, Err(Error::NotPossible(_))));
}
