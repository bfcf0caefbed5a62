//! The trusting merchant: believes every message, and compares no reference, amount or event with
//! the order. It shows that the judge detects what odd answers do.

use std::collections::BTreeMap;

use payments::Client;
use serde_json::{Value, json};

use super::{
    judge::{Belief, Judgement},
    order::Order,
    schedule::{Callback, Schedule},
    theatre::Theatre,
    trace::{Conclusion, Deed, Event, Part},
};
use crate::failure::Failure;

/// What the providers call the merchant's reference, an amount, and where a payment stands.
const REFERENCES: [&str; 5] = [
    "external_id",
    "reference_id",
    "referenceId",
    "ref_id",
    "transactionId",
];
const AMOUNTS: [&str; 3] = ["charge_amount", "amount", "price"];
const STATUSES: [&str; 2] = ["payment_status", "status"];

/// The providers' words for a success.
const PAID: [&str; 7] = [
    "paid",
    "completed",
    "PAID",
    "COMPLETED",
    "SUCCESS_COMPLETED",
    "SUCCEEDED",
    "Sukses",
];

pub(super) async fn play(theatre: &Theatre, seed: u64) -> Result<Judgement, Failure> {
    let mut schedule = Schedule::begin(theatre, seed).await?;
    let mut beliefs = BTreeMap::new();
    for (number, order) in schedule.orders.clone().into_iter().enumerate() {
        schedule.place(number, &order)?;
        send(&schedule, &order).await?;
        beliefs.insert(order.reference(1)?.to_string(), Belief::NotPaid);
    }
    for round in 1..=schedule.rounds {
        schedule.begins(Part::Round(round));
        schedule.customers_act()?;
        schedule.time_passes();
        receive(&mut schedule, &mut beliefs)?;
    }
    schedule.calm()?;
    schedule.customers_act()?;
    receive(&mut schedule, &mut beliefs)?;
    for order in schedule.orders.clone() {
        let reference = order.reference(1)?;
        let belief = beliefs.get(reference.as_str()).copied();
        let belief = belief.unwrap_or(Belief::NotPaid);
        schedule.judge(&order, belief, None)?;
    }
    Ok(schedule.judgement)
}

/// Sends once; whatever comes of it, a callback will tell.
async fn send(schedule: &Schedule<'_>, order: &Order) -> Result<(), Failure> {
    let Some(Client {
        payments: Some(payments),
        ..
    }) = schedule
        .theatre
        .client(order.provider.as_str(), order.account)
    else {
        return Ok(());
    };
    if let Some(request) = order.payment(order.reference(1)?) {
        let theatre = schedule.theatre;
        theatre.note(|| Event::Does(order.name.clone(), Deed::SendOnce));
        let _ = payments.create(&request).await;
    }
    Ok(())
}

fn receive(
    schedule: &mut Schedule<'_>,
    beliefs: &mut BTreeMap<String, Belief>,
) -> Result<(), Failure> {
    schedule.collect()?;
    while let Some(callback) = schedule.delivery() {
        if let Some((reference, belief)) = claimed(&callback)
            && let Some(believed) = beliefs.get_mut(&reference)
        {
            *believed = belief;
            let conclusion = Conclusion::Believes(belief);
            let theatre = schedule.theatre;
            theatre.note(|| Event::Concludes(reference, conclusion));
        }
    }
    Ok(())
}

/// What a callback claims, of which reference.
fn claimed(callback: &Callback) -> Option<(String, Belief)> {
    let body: Value = serde_json::from_slice(&callback.body).ok()?;
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let reference = find(&body, &REFERENCES)?;
    let is_paid = find(&body, &STATUSES).is_some_and(|status| PAID.contains(&&*text(status)));
    let amount = find(&body, &AMOUNTS).and_then(|amount| {
        let money = json!({"amount": text(amount), "currency": "IDR"});
        serde_json::from_value(money).ok()
    });
    let belief = match is_paid {
        true => Belief::paid(amount),
        false => Belief::NotPaid,
    };
    Some((text(reference), belief))
}

/// The outermost member of one of these names that is text or a number.
fn find<'a>(body: &'a Value, names: &[&str]) -> Option<&'a Value> {
    let members = body.as_object()?;
    let own = names.iter().find_map(|name| {
        let member = members.get(*name);
        member.filter(|member| member.is_string() || member.is_number())
    });
    own.or_else(|| members.values().find_map(|member| find(member, names)))
}
