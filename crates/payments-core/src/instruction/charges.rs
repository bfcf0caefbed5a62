//! Merges what is known of a mandate's charges with an answer or a callback: each charge once.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    charge::{Charge, ChargeProof},
    jakarta,
    mandate::{Mandate, MandateAmount, MandateRequest, MandateStatus},
    money::Money,
    schedule::Schedule,
    status::PaymentStatus,
};

/// The charges that are known after `told`, given those of `before`.
pub(super) fn known(
    request: &MandateRequest,
    told: &Mandate,
    before: Option<&Mandate>,
) -> Vec<Charge> {
    let schedule = &request.schedule;
    let last = last_passed(told, schedule);
    let mut charges = before.map_or_else(Vec::new, |before| before.charges.clone());
    let today = day_of(told.answered_at);
    for charge in told.charges.iter().filter(|charge| can_be(charge, today)) {
        let mut charge = placed(charge, schedule, told, &charges);
        if is_part(&charge, &charges) {
            take_part(&mut charges, charge);
            continue;
        }
        if is_borne_out(&charge, request, last) {
            charge.proof = ChargeProof::Told;
        }
        take(&mut charges, charge);
    }
    bear_out(&mut charges, request, last);
    let Some(last) = last else {
        return charges;
    };
    for (number, due_on) in passed(schedule, before, last) {
        if charges.iter().all(|charge| charge.number != Some(number)) {
            let mut seen = Charge::new(PaymentStatus::Pending, "", ChargeProof::Seen);
            seen.number = Some(number);
            seen.due_on = Some(due_on);
            seen.amount = usual(&request.amount);
            charges.push(seen);
        }
    }
    charges.sort_by_key(|charge| charge.number);
    charges
}

/// A claim about a future charge is dropped: once its day has passed, the provider's answer would
/// seem to confirm it.
fn can_be(charge: &Charge, today: NaiveDate) -> bool {
    let told_on = charge.told_at.map(jakarta::day);
    let days = [charge.due_on, told_on];
    charge.proof != ChargeProof::Claimed || days.into_iter().flatten().all(|day| day <= today)
}

/// Adds the charge's number and day: by the day that the provider names, otherwise the last charge
/// that was due when it was reported.
fn placed(charge: &Charge, schedule: &Schedule, told: &Mandate, known: &[Charge]) -> Charge {
    let again = known.iter().find(|known| is_same(known, charge));
    let told_on = day_of(charge.told_at.or(told.answered_at));
    let number = match (again, charge.due_on) {
        (Some(again), _) => again.number,
        (None, Some(day)) => Some(schedule.number_near(day)),
        (None, None) => schedule
            .number_by(told_on)
            .map(|number| unless_paid(number, told_on, schedule, known)),
    };
    let due_on = charge.due_on.or_else(|| schedule.date(number?));
    Charge {
        number,
        due_on: due_on.or(Some(told_on)),
        ..charge.clone()
    }
}

fn is_same(a: &Charge, b: &Charge) -> bool {
    a.provider_id.is_some() && a.provider_id == b.provider_id
}

/// If the charge of that day is already paid and it is not known how the one before ended, it is
/// the one before: a message just after midnight is about the day before.
fn unless_paid(number: u32, told_on: NaiveDate, schedule: &Schedule, known: &[Charge]) -> u32 {
    let find = |number: u32| known.iter().find(|charge| charge.number == Some(number));
    let is_first_told = schedule.date(number) == Some(told_on)
        && number > 1
        && find(number).is_some_and(Charge::is_paid)
        && find(number - 1).is_none_or(|before| !before.has_ended());
    number - u32::from(is_first_told)
}

/// How many parts of one charge are kept: nobody proves them, so they must not fill the record.
const MOST_PARTS: usize = 8;

/// Whether it says that an amount went back which differs from the known amount of the charge.
fn is_part(charge: &Charge, known: &[Charge]) -> bool {
    let is_of_it = |known: &&Charge| is_same(known, charge) || known.number == charge.number;
    let mut paid = known.iter().filter(|known| known.is_paid());
    let paid = paid.find(is_of_it).and_then(|paid| paid.amount);
    charge.status == PaymentStatus::Refunded
        && paid
            .zip(charge.amount)
            .is_some_and(|(paid, part)| paid != part)
}

/// Adds a partial refund beside its charge, which stays paid. Without proof it stays a claim: the
/// provider cannot be asked about it.
fn take_part(known: &mut Vec<Charge>, part: Charge) {
    let is_it = |known: &Charge| {
        known.number == part.number && (&known.status, known.amount) == (&part.status, part.amount)
    };
    let is_of_it =
        |known: &&Charge| known.number == part.number && known.status == PaymentStatus::Refunded;
    if !known.iter().any(is_it) && known.iter().filter(is_of_it).count() < MOST_PARTS {
        known.push(part);
    }
}

/// Adds a charge, if it is news. A second one that was paid on the same day is kept as a claim: the
/// provider's answer confirms one charge a day.
fn take(known: &mut Vec<Charge>, charge: Charge) {
    let place = known
        .iter()
        .position(|known| is_same(known, &charge))
        .or_else(|| known.iter().position(|known| known.number == charge.number));
    let Some(found) = place.and_then(|place| known.get_mut(place)) else {
        known.push(charge);
        return;
    };
    let is_another = !is_same(found, &charge) && found.is_paid() && charge.status.is_paid();
    if charge.follows(found) {
        *found = charge;
    } else if is_another && charge.provider_id.is_some() {
        let of_it = |known: &&Charge| known.number == charge.number;
        if known.iter().filter(of_it).count() == 1 {
            known.push(Charge {
                proof: ChargeProof::Claimed,
                ..charge
            });
        }
    }
}

/// Whether the provider's answer confirms a claim: the provider has moved past the day of the
/// charge, and the charge takes what the customer has permitted.
fn is_borne_out(charge: &Charge, request: &MandateRequest, last_passed: Option<u32>) -> bool {
    let has_passed = charge
        .number
        .zip(last_passed)
        .is_some_and(|(number, last)| number <= last);
    charge.proof == ChargeProof::Claimed && has_passed && fits(charge, &request.amount)
}

/// Confirms what was claimed before.
fn bear_out(charges: &mut [Charge], request: &MandateRequest, last_passed: Option<u32>) {
    let paid: Vec<_> = charges
        .iter()
        .filter(|charge| charge.is_paid())
        .map(|charge| charge.number)
        .collect();
    for charge in charges {
        if !paid.contains(&charge.number) && is_borne_out(charge, request, last_passed) {
            charge.proof = ChargeProof::Told;
        }
    }
}

/// The number of the last charge that the provider has moved past: its next charge is a later one,
/// or there is none.
fn last_passed(told: &Mandate, schedule: &Schedule) -> Option<u32> {
    match (&told.status, told.next_charge_on) {
        (MandateStatus::Active, Some(next)) => schedule.number_near(next).checked_sub(1),
        (MandateStatus::Completed | MandateStatus::Terminated, None) => {
            schedule.number_by(day_of(told.answered_at))
        }
        _ => None,
    }
}

/// The charges whose day has passed since `before`, with their days.
fn passed(
    schedule: &Schedule,
    before: Option<&Mandate>,
    last: u32,
) -> impl Iterator<Item = (u32, NaiveDate)> {
    let next = before.and_then(|before| before.next_charge_on);
    let first = match next {
        Some(next) => schedule.number_near(next),
        // It was not active before: all charges are new.
        None if before.is_none_or(|before| !before.status.is_active()) => 1,
        None => last.saturating_add(1),
    };
    let day = move |number: u32| match next.filter(|_| number == first) {
        Some(next) => Some(next),
        None => schedule.date(number),
    };
    (first..=last).filter_map(move |number| Some((number, day(number)?)))
}

/// Whether it takes what the customer has permitted.
fn fits(charge: &Charge, permitted: &MandateAmount) -> bool {
    let Some(amount) = charge.amount else {
        return !charge.status.is_paid();
    };
    match permitted {
        MandateAmount::Fixed { amount: fixed } => amount == *fixed,
        MandateAmount::Variable { maximum, .. } => {
            amount.currency() == maximum.currency() && amount.amount() <= maximum.amount()
        }
    }
}

/// What every charge takes, if that is a fixed amount.
fn usual(amount: &MandateAmount) -> Option<Money> {
    match amount {
        MandateAmount::Fixed { amount } => Some(*amount),
        MandateAmount::Variable { .. } => None,
    }
}

fn day_of(time: Option<DateTime<Utc>>) -> NaiveDate {
    jakarta::day(time.unwrap_or_else(Utc::now))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;
    use crate::{
        mandate::Product, payment::Customer, provider::Provider, reference::Reference,
        schedule::IntervalUnit,
    };

    const PRICE: u64 = 50_000;

    fn request(unit: IntervalUnit, occurrences: u32) -> MandateRequest {
        let schedule = Schedule {
            start: "2026-01-31".parse().unwrap(),
            unit,
            interval: 1,
            occurrences: Some(occurrences),
        };
        let amount = MandateAmount::Fixed {
            amount: Money::idr(PRICE),
        };
        let product = Product {
            name: "Insurance".into(),
            code: "P1".into(),
        };
        let reference = Reference::new("policy-1").unwrap();
        MandateRequest::new(reference, amount, schedule, Customer::default(), product)
    }

    /// The mandate as the provider reports it after `made` charges.
    fn told(request: &MandateRequest, made: u32, at: DateTime<Utc>) -> Mandate {
        let next = request.schedule.date(made + 1);
        let status = match next {
            Some(_) => MandateStatus::Active,
            None => MandateStatus::Completed,
        };
        let mut mandate =
            Mandate::new(Provider::new("test"), request.reference.clone(), status, "");
        mandate.next_charge_on = next;
        mandate.answered_at = Some(at);
        mandate
    }

    fn claim(request: &MandateRequest, number: u32, status: PaymentStatus) -> Charge {
        let mut charge = Charge::new(status, "", ChargeProof::Claimed);
        charge.provider_id = Some(format!("charge-{number}"));
        charge.amount = Some(Money::idr(PRICE));
        charge.told_at = Some(time_of(request, number));
        charge
    }

    /// Noon in Jakarta of its day.
    fn time_of(request: &MandateRequest, number: u32) -> DateTime<Utc> {
        let day = request.schedule.date(number).unwrap();
        day.and_hms_opt(5, 0, 0).unwrap().and_utc()
    }

    /// What is recorded after an answer, as a journal keeps it.
    fn record(request: &MandateRequest, before: &mut Option<Mandate>, told: Mandate) {
        let charges = known(request, &told, before.as_ref());
        *before = Some(Mandate { charges, ..told });
    }

    #[derive(Clone, Debug)]
    struct Delivery {
        number: u32,
        days_late: i64,
    }

    fn deliveries() -> impl Strategy<Value = Vec<Delivery>> {
        let delivery = (1_u32..=12, prop_oneof![3 => Just(0_i64), 1 => 0_i64..90])
            .prop_map(|(number, days_late)| Delivery { number, days_late });
        proptest::collection::vec(delivery, 0..40)
    }

    proptest! {
        #[test]
        fn every_charge_is_told_once_and_as_it_ended_whatever_callbacks_do(
            unit in prop_oneof![Just(IntervalUnit::Day), Just(IntervalUnit::Month)],
            failed in proptest::collection::hash_set(1_u32..=12, 0..5),
            mut deliveries in deliveries(),
            asks in proptest::collection::vec(0_i64..400, 0..20),
            names_its_day in any::<bool>(),
            told_before_it_moves_on in any::<bool>(),
        ) {
            let request = request(unit, 12);
            let status = |number: &u32| match failed.contains(number) {
                true => PaymentStatus::Failed,
                false => PaymentStatus::Paid,
            };
            let arrives = |delivery: &Delivery| {
                time_of(&request, delivery.number) + TimeDelta::days(delivery.days_late)
            };
            deliveries.sort_by_key(arrives);
            let first = time_of(&request, 1);
            let mut steps: Vec<(DateTime<Utc>, Option<u32>)> = deliveries
                .iter()
                .map(|delivery| (arrives(delivery), Some(delivery.number)))
                .chain(asks.iter().map(|day| (first + TimeDelta::days(*day), None)))
                .collect();
            let end = time_of(&request, 12) + TimeDelta::days(100);
            steps.push((end, None));
            steps.sort();
            let mut recorded = None;
            let mut paid = std::collections::BTreeMap::new();
            for (at, delivered) in steps {
                let today = day_of(Some(at));
                let mut made = request.schedule.number_by(today).unwrap();
                if told_before_it_moves_on && request.schedule.date(made) == Some(today) {
                    made -= 1;
                }
                let mut mandate = told(&request, made, at);
                if let Some(number) = delivered {
                    let mut charge = claim(&request, number, status(&number));
                    charge.due_on = request.schedule.date(number).filter(|_| names_its_day);
                    mandate.charges = vec![charge];
                }
                let before: Vec<Charge> = recorded
                    .as_ref()
                    .map_or_else(Vec::new, |mandate: &Mandate| mandate.charges.clone());
                record(&request, &mut recorded, mandate);
                for charge in &recorded.as_ref().unwrap().charges {
                    if charge.is_paid() && !before.contains(charge) {
                        *paid.entry(charge.number.unwrap()).or_insert(0) += 1;
                    }
                }
            }
            let charges = recorded.unwrap().charges;
            prop_assert_eq!(charges.len(), 12);
            for (number, charge) in (1_u32..).zip(&charges) {
                prop_assert_eq!(charge.number, Some(number));
                let was_told = deliveries.iter().any(|delivery| delivery.number == number);
                let expected = match was_told {
                    true => status(&number),
                    false => PaymentStatus::Pending,
                };
                prop_assert_eq!(&charge.status, &expected);
                prop_assert_ne!(charge.proof, ChargeProof::Claimed);
                let times = paid.get(&number).copied().unwrap_or_default();
                prop_assert_eq!(times, i32::from(charge.is_paid()));
            }
        }
    }

    fn at(day: &str) -> DateTime<Utc> {
        let day: NaiveDate = day.parse().unwrap();
        day.and_hms_opt(5, 0, 0).unwrap().and_utc()
    }

    #[test]
    fn a_claim_is_no_money_until_the_provider_has_moved_on_and_never_of_another_amount() {
        let request = request(IntervalUnit::Month, 12);
        let mut recorded = None;
        record(&request, &mut recorded, told(&request, 0, at("2026-01-31")));
        let mut early = told(&request, 0, at("2026-01-31"));
        early.charges = vec![claim(&request, 1, PaymentStatus::Paid)];
        record(&request, &mut recorded, early);
        let charge = |recorded: &Option<Mandate>| recorded.as_ref().unwrap().charges[0].clone();
        assert!(!charge(&recorded).is_paid());
        record(&request, &mut recorded, told(&request, 1, at("2026-02-01")));
        assert!(charge(&recorded).is_paid());

        let mut odd = told(&request, 2, at("2026-03-01"));
        let mut claim = claim(&request, 2, PaymentStatus::Paid);
        claim.amount = Some(Money::idr(PRICE + 1));
        odd.charges = vec![claim];
        record(&request, &mut recorded, odd);
        let second = &recorded.unwrap().charges[1];
        assert!(!second.is_paid() && second.status.is_paid(), "{second:?}");
    }

    #[test]
    fn nobody_can_tell_today_how_a_charge_to_come_ended() {
        let request = request(IntervalUnit::Month, 12);
        let mut recorded = None;
        let mut forged = told(&request, 1, at("2026-02-01"));
        let mut charge = claim(&request, 2, PaymentStatus::Paid);
        charge.due_on = request.schedule.date(2);
        forged.charges = vec![charge, claim(&request, 3, PaymentStatus::Paid)];
        record(&request, &mut recorded, forged);
        // The day comes, and the charge fails without a message.
        record(&request, &mut recorded, told(&request, 3, at("2026-04-01")));
        let charges = recorded.unwrap().charges;
        assert_eq!(charges.len(), 3);
        assert!(!charges.iter().any(Charge::is_paid), "{charges:?}");
    }

    #[test]
    fn claims_of_parts_that_went_back_do_not_fill_the_record() {
        let request = request(IntervalUnit::Month, 12);
        let mut recorded = None;
        let mut claimed = |status, amount| {
            let mut mandate = told(&request, 1, at("2026-02-02"));
            let mut charge = claim(&request, 1, status);
            charge.amount = Some(Money::idr(amount));
            mandate.charges = vec![charge];
            record(&request, &mut recorded, mandate);
        };
        claimed(PaymentStatus::Paid, PRICE);
        for amount in 1..=100 {
            claimed(PaymentStatus::Refunded, amount);
        }
        let charges = recorded.unwrap().charges;
        assert!(charges.iter().any(Charge::is_paid));
        assert_eq!(charges.len(), 1 + MOST_PARTS);
    }

    #[test]
    fn a_second_charge_of_one_day_is_kept_as_a_claim() {
        let request = request(IntervalUnit::Month, 12);
        let mut recorded = None;
        for id in ["a", "b", "c", "a"] {
            let mut mandate = told(&request, 1, at("2026-02-01"));
            let mut charge = claim(&request, 1, PaymentStatus::Paid);
            charge.provider_id = Some(id.into());
            mandate.charges = vec![charge];
            record(&request, &mut recorded, mandate);
        }
        let charges = recorded.unwrap().charges;
        let shown: Vec<_> = charges
            .iter()
            .map(|charge| (charge.provider_id.as_deref().unwrap(), charge.is_paid()))
            .collect();
        assert_eq!(shown, [("a", true), ("b", false)]);
    }

    #[test]
    fn a_failed_charge_that_is_tried_again_is_paid_and_one_given_back_is_not() {
        let request = request(IntervalUnit::Month, 12);
        let mut recorded = None;
        let mut shown = Vec::new();
        for (id, status) in [
            ("a", PaymentStatus::Failed),
            ("b", PaymentStatus::Paid),
            ("a", PaymentStatus::Failed),
            ("b", PaymentStatus::Refunded),
            ("b", PaymentStatus::Paid),
        ] {
            let mut mandate = told(&request, 1, at("2026-02-02"));
            let mut charge = claim(&request, 1, status);
            charge.provider_id = Some(id.into());
            mandate.charges = vec![charge];
            record(&request, &mut recorded, mandate);
            let charges = &recorded.as_ref().unwrap().charges;
            assert_eq!(charges.len(), 1);
            shown.push(charges[0].status.to_string());
        }
        assert_eq!(shown, ["failed", "paid", "paid", "refunded", "refunded"]);
    }

    #[test]
    fn a_part_that_went_back_stands_beside_the_charge_and_is_told_once() {
        let fixed = request(IntervalUnit::Month, 12);
        let mut variable = fixed.clone();
        variable.amount = MandateAmount::Variable {
            maximum: Money::idr(2 * PRICE),
            first: None,
        };
        for request in [fixed, variable] {
            let mut recorded = None;
            for (status, amount) in [
                (PaymentStatus::Paid, PRICE),
                (PaymentStatus::Refunded, 10_000),
                (PaymentStatus::Refunded, 10_000),
            ] {
                let mut mandate = told(&request, 1, at("2026-02-02"));
                let mut charge = claim(&request, 1, status);
                charge.amount = Some(Money::idr(amount));
                mandate.charges = vec![charge];
                record(&request, &mut recorded, mandate);
            }
            record(&request, &mut recorded, told(&request, 2, at("2026-03-05")));
            let charges = recorded.unwrap().charges;
            let [paid, part, second] = &*charges else {
                panic!("{charges:?}");
            };
            assert!(paid.is_paid(), "{paid:?}");
            assert_eq!(
                (part.number, part.amount),
                (Some(1), Some(Money::idr(10_000)))
            );
            assert_eq!(part.proof, ChargeProof::Claimed);
            assert_eq!(second.number, Some(2));
        }
    }
}
