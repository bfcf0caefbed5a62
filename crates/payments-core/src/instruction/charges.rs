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
mod tests;
