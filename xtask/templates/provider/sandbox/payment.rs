//! A payment: how it is made, and how it is shown.

use chrono::TimeDelta;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::{Exampleco, NAME, SCOPE, refused};
use crate::{
    clock, lifecycle, money,
    payment::{Payment, State},
    provider::Provider,
    qris,
    reply::Reply,
    request::Request,
    world::World,
};

/// How long a code can be paid by.
const LIFETIME: TimeDelta = TimeDelta::days(1);

struct Order {
    reference: String,
    amount: Decimal,
    callback_url: Option<String>,
}

pub(super) fn create(world: &mut World, account: String, request: &Request) -> Reply {
    let members = request.json_members().unwrap_or_default();
    let order = match read(&members) {
        Ok(order) => order,
        Err(wrong) => return refused(400, "INVALID_REQUEST", wrong),
    };
    let earlier = world.book.find(NAME, &account, SCOPE, &order.reference);
    if earlier.is_some() {
        return refused(409, "DUPLICATE_REFERENCE", "this reference was used before");
    }
    let now = world.now();
    let payment = Payment {
        provider: NAME,
        account,
        scope: SCOPE,
        reference: order.reference,
        id: format!("pay_{}", world.identifiers.alphanumeric(16)),
        method: "qris".to_owned(),
        amount: order.amount,
        currency: "IDR",
        state: State::Pending,
        created: now,
        changed: now,
        expires: clock::later(now, LIFETIME).unwrap_or(now),
        page: format!("{NAME}/q/{}", world.identifiers.alphanumeric(8)),
        callback_url: order.callback_url,
        redirect_url: None,
        failure_redirect_url: None,
        details: Box::new(()),
    };
    let answer = shown(&payment);
    lifecycle::open(world, &Exampleco, payment);
    Reply::json(201, answer)
}

/// The text of the error names the first member that is wrong.
fn read(members: &Map<String, Value>) -> Result<Order, &'static str> {
    let text = |name: &str| {
        let text = members.get(name).and_then(Value::as_str);
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let amount = members
        .get("amount")
        .and_then(money::parse)
        .and_then(money::whole)
        .filter(|amount| *amount > Decimal::ZERO);
    Ok(Order {
        reference: text("reference").ok_or("reference is required")?,
        amount: amount.ok_or("amount must be a whole number above 0")?,
        callback_url: text("callback_url"),
    })
}

pub(super) fn shown(payment: &Payment) -> Value {
    let mut shown = json!({
        "id": payment.id,
        "reference": payment.reference,
        "amount": money::number(payment.amount),
        "status": Exampleco.status(payment),
        "qr_content": qris::content(Some(payment.amount), &payment.page),
        "created_at": clock::jakarta_offset_text(payment.created),
    });
    if let Some(members) = shown.as_object_mut()
        && payment.state == State::Paid
    {
        let at = clock::jakarta_offset_text(payment.changed);
        members.insert("paid_at".to_owned(), at.into());
    }
    shown
}
