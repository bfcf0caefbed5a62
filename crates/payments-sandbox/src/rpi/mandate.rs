//! An instruction, how it is shown, and its charges.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::{
    NAME,
    schedule::{Schedule, print_date},
};
use crate::{
    clock,
    outbox::Message,
    payment::{Conflict, Details, Key, Payment, State},
    world::{Event, World},
};

/// What an instruction holds beside the payment.
#[derive(Debug)]
pub(crate) struct Mandate {
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
    /// None: no amount was known, so nothing was taken.
    amount: Option<Decimal>,
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
    match &payment.details {
        Details::Mandate(mandate) => Some(mandate),
        _ => None,
    }
}

/// The customer confirmed: from now on the clock charges.
pub(super) fn confirm(world: &mut World, key: Key, at: DateTime<Utc>) -> Result<(), Conflict> {
    world.change(key, State::Active, at)?;
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
        None => world.change(key, State::Completed, at),
    }
}

/// Takes what is due, tells the merchant and plans what comes next.
pub(crate) fn charge(world: &mut World, key: Key, at: DateTime<Utc>) -> Result<(), Conflict> {
    let (id, reference_number) = (world.identifiers.hex(32), world.identifiers.hex(32));
    let Some(payment) = world
        .book
        .get_mut(key)
        .filter(|payment| payment.state == State::Active)
    else {
        return Err(Conflict("the instruction is not active".to_owned()));
    };
    let Details::Mandate(mandate) = &mut payment.details else {
        return Err(Conflict("only instructions are charged".to_owned()));
    };
    let Some(date) = mandate.next_date() else {
        return Err(Conflict("nothing is due".to_owned()));
    };
    let amount = mandate.amount_on(date);
    let charge = Charge {
        id: id.clone(),
        date,
        amount,
        time: at,
    };
    let details = json!({
        "rpiCode": payment.id,
        // The charge's own; that of the instruction is in the envelope.
        "transactionId": id,
        "chargeDate": print_date(date),
        "amount": amount.map(decimals),
        "currency": payment.currency,
        // 1: success, 4: failed.
        "status": if amount.is_some() { 1 } else { 4 },
    });
    let (customer_id, merchant_code) = (&mandate.customer_id, &mandate.merchant_code);
    let body = json!({
        "code": 200,
        "message": "ok",
        "responseTime": clock::jakarta_digits(at),
        "transactionId": payment.reference,
        "referenceNumber": reference_number,
        "merchantCode": merchant_code,
        "customerId": customer_id,
        "details": details,
    });
    mandate.charges.push(charge);
    if let Some(amount) = amount {
        world.ledger.record_charge(payment, &id, amount, at);
    }
    let message = Message {
        target: world.settings.rpi_callback_url.clone(),
        headers: Vec::new(),
        body,
    };
    world.notify(key, message, at);
    plan_next(world, key, at)
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
        ("status", json!(payment.provider.status(payment))),
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
            "status": if charge.amount.is_some() { "success" } else { "failed" },
            "time": clock::utc_text(charge.time),
        })
    };
    mandate.charges.iter().map(shown).collect()
}

/// Path of the confirmation page.
pub(super) fn page(code: &str) -> String {
    format!("{NAME}/confirm/{code}")
}
