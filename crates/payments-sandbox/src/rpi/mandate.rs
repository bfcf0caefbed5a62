//! An instruction, its JSON, and its charges.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::{
    NAME, Rpi,
    schedule::{Schedule, print_date},
};
use crate::{
    callbacks, clock,
    ledger::Kind,
    lifecycle,
    outbox::Message,
    payment::{Conflict, Key, Payment, State},
    provider::Provider,
    world::{Event, World},
};

/// What an instruction holds beside the payment.
#[derive(Debug)]
pub(super) struct Mandate {
    pub(super) merchant_code: String,
    pub(super) customer_id: String,
    pub(super) schedule: Schedule,
    pub(super) amount: Option<Decimal>,
    pub(super) maximum: Option<Decimal>,
    /// Bill amounts of single dates.
    pub(super) changed_amounts: BTreeMap<NaiveDate, Decimal>,
    pub(super) charges: Vec<Charge>,
    /// Comes back as it was sent.
    pub(super) request: Map<String, Value>,
}

/// One charge that fell due.
#[derive(Debug)]
pub(super) struct Charge {
    id: String,
    date: NaiveDate,
    amount: Option<Decimal>,
    /// Nothing was taken: no amount was known, or the customer's bank declined.
    fails: bool,
    is_given_back: bool,
    time: DateTime<Utc>,
}

impl Mandate {
    pub(super) fn done(&self) -> u32 {
        u32::try_from(self.charges.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn next_date(&self) -> Option<NaiveDate> {
        self.schedule.date(self.done())
    }

    /// A variable instruction takes its amount once; later bills need one of their own.
    fn amount_on(&self, date: NaiveDate) -> Option<Decimal> {
        let changed = self.changed_amounts.get(&date).copied();
        let usual = self
            .amount
            .filter(|_| self.maximum.is_none() || self.charges.is_empty());
        changed.or(usual)
    }
}

pub(super) fn details(payment: &Payment) -> Option<&Mandate> {
    payment.details.downcast_ref()
}

/// The customer confirmed: from now on the clock charges.
pub(super) fn confirm(world: &mut World, key: Key, at: DateTime<Utc>) -> Result<(), Conflict> {
    lifecycle::change(world, &Rpi, key, State::Active, at)?;
    plan_next(world, key, at)
}

fn plan_next(world: &mut World, key: Key, at: DateTime<Utc>) -> Result<(), Conflict> {
    let next = world
        .book
        .get(key)
        .and_then(details)
        .and_then(Mandate::next_date)
        .and_then(clock::start_of_jakarta_day);
    match next {
        Some(date) => {
            world.plan(date.max(at), key, Event::Charge);
            Ok(())
        }
        None => lifecycle::change(world, &Rpi, key, State::Completed, at),
    }
}

/// Takes what is due, tells the merchant and plans what comes next.
pub(super) fn charge(world: &mut World, key: Key, at: DateTime<Utc>) -> Result<(), Conflict> {
    let id = world.identifiers.hex(32);
    let reference = world.book.get(key).map(|payment| payment.reference.clone());
    let declined = |reference: String| lifecycle::charge_fails(world, NAME, &reference);
    let declined = reference.is_some_and(declined);
    let Some(payment) = world
        .book
        .get_mut(key)
        .filter(|payment| payment.state == State::Active)
    else {
        return Err(Conflict("the instruction is not active".to_owned()));
    };
    let Some(mandate) = payment.details.downcast_mut::<Mandate>() else {
        return Err(Conflict("only instructions are charged".to_owned()));
    };
    let Some(date) = mandate.next_date() else {
        return Err(Conflict("nothing is due".to_owned()));
    };
    let amount = mandate.amount_on(date);
    mandate.charges.push(Charge {
        id: id.clone(),
        date,
        amount,
        fails: declined || amount.is_none(),
        is_given_back: false,
        time: at,
    });
    let taken = amount.filter(|_| !declined);
    if let Some(amount) = taken {
        world
            .ledger
            .record_charge(Kind::Debit, payment, &id, amount, at);
    }
    announce(world, key, at);
    if let Some(amount) = taken {
        lifecycle::captured(world, &Rpi, key, amount, at);
    }
    plan_next(world, key, at)
}

/// Gives the last charge back.
pub(super) fn give_back(world: &mut World, key: Key, at: DateTime<Utc>) -> Result<(), Conflict> {
    let nothing = || Conflict("there is no charge to give back".to_owned());
    let payment = world.book.get_mut(key).ok_or_else(nothing)?;
    let Some(mandate) = payment.details.downcast_mut::<Mandate>() else {
        return Err(nothing());
    };
    let charge = mandate.charges.last_mut().ok_or_else(nothing)?;
    let amount = charge
        .amount
        .filter(|_| !charge.fails && !charge.is_given_back)
        .ok_or_else(nothing)?;
    charge.is_given_back = true;
    let id = charge.id.clone();
    world
        .ledger
        .record_charge(Kind::Refund, payment, &id, amount, at);
    announce(world, key, at);
    Ok(())
}

/// Tells the merchant of the last charge.
fn announce(world: &mut World, key: Key, at: DateTime<Utc>) {
    let reference_number = world.identifiers.hex(32);
    let told = world.book.get(key).and_then(|payment| {
        let mandate = details(payment)?;
        Some((payment, mandate, mandate.charges.last()?))
    });
    let Some((payment, mandate, charge)) = told else {
        return;
    };
    let errors = (charge.fails && charge.amount.is_some()).then(|| {
        json!([{
            "code": "0401",
            "message": "charge failed",
            "details": "Account does not have sufficient balance",
        }])
    });
    let details = json!({
        "rpiCode": payment.id,
        // The charge's own; that of the instruction is in the envelope.
        "transactionId": charge.id,
        "chargeDate": print_date(charge.date),
        "amount": charge.amount.map(decimals),
        "currency": payment.currency,
        // 1: success, 2: given back, 4: failed.
        "status": match charge {
            Charge { fails: true, .. } => 4,
            Charge { is_given_back: true, .. } => 2,
            _ => 1,
        },
        "errors": errors,
    });
    let body = json!({
        "code": 200,
        "message": "ok",
        "responseTime": clock::jakarta_digits(at),
        "transactionId": payment.reference,
        "referenceNumber": reference_number,
        "merchantCode": mandate.merchant_code,
        "customerId": mandate.customer_id,
        "details": details,
    });
    let target = world.settings.callback_url_of("rpi");
    let message = Message::new(target, Vec::new(), body);
    callbacks::notify(world, &Rpi, key, message, at);
}

/// Two decimals, as the vendor writes money in answers.
fn decimals(amount: Decimal) -> String {
    format!("{amount:.2}")
}

/// The instruction, as it is asked for.
pub(super) fn resource(payment: &Payment, mandate: &Mandate) -> Value {
    let mut members = mandate.request.clone();
    for (name, amount) in [
        ("amount", mandate.amount),
        ("maxBillAmount", mandate.maximum),
    ] {
        members.remove(name);
        if let Some(amount) = amount {
            members.insert(name.to_owned(), decimals(amount).into());
        }
    }
    let next = matches!(payment.state, State::Pending | State::Active)
        .then(|| mandate.next_date().map(print_date));
    for (name, value) in [
        ("rpiCode", json!(payment.id)),
        ("customerId", json!(mandate.customer_id)),
        ("status", json!(Rpi.status(payment))),
        ("nextChargeDate", json!(next.flatten())),
    ] {
        members.insert(name.to_owned(), value);
    }
    members.into()
}

/// As the control API lists them.
pub(super) fn charges(mandate: &Mandate) -> Value {
    let shown = |charge: &Charge| {
        json!({
            "id": charge.id,
            "date": print_date(charge.date),
            "amount": charge.amount.map(crate::money::digits),
            "status": match charge {
                Charge { fails: true, .. } => "failed",
                Charge { is_given_back: true, .. } => "given back",
                _ => "success",
            },
            "time": clock::utc_text(charge.time),
        })
    };
    mandate.charges.iter().map(shown).collect()
}

/// Path of the confirmation page.
pub(super) fn page(code: &str) -> String {
    format!("{NAME}/confirm/{code}")
}
