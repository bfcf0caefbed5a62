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
    let mut mandate = Mandate::new(Provider::new("test"), request.reference.clone(), status, "");
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
