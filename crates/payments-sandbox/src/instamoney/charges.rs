//! `/ewallets/charges`, the successor (2021-01-25) of `/ewallets`: create, get, void.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{
    Instamoney, NAME, account,
    charge_request::{self, Channel, Echoed},
    magic::{self, ChargeFate},
    moment, page, refusals,
};
use crate::{
    clock, lifecycle, money,
    payment::{Conflict, Key, Payment, State},
    provider::Provider,
    reply::Reply,
    request::Request,
    world::{Event, World},
};

/// Whatever the channel, references are unique over all charges of an account.
const SCOPE: &str = "charge";

/// What a charge holds beside the payment.
#[derive(Debug)]
pub(super) struct Charge {
    channel: Channel,
    pub(super) business_id: String,
    echoed: Echoed,
    void_requested: Option<DateTime<Utc>>,
    /// How much of it has gone back, but for a void.
    refunded: Decimal,
}

pub(super) fn create(world: &mut World, account: &str, request: &Request) -> Reply {
    let Some(members) = request.members() else {
        return refusals::UNREADABLE_BODY.reply();
    };
    let new = match charge_request::read(&members) {
        Ok(new) => new,
        Err(refused) => return refused,
    };
    if world
        .book
        .find(NAME, account, SCOPE, &new.reference)
        .is_some()
    {
        return refusals::DUPLICATE_CHARGE.reply();
    }
    let failure = match magic::charge(new.amount) {
        Some(ChargeFate::Refused(refusal)) => return refusal.reply(),
        Some(ChargeFate::Fails(code)) => Some(code),
        None => None,
    };
    let now = world.now();
    let id = format!("ewc_{}", world.identifiers.uuid());
    let patience = match new.channel {
        Channel::Ovo => TimeDelta::seconds(60),
        Channel::Dana | Channel::Linkaja | Channel::Shopeepay => TimeDelta::hours(24),
    };
    let callback_url = request
        .header("x-callback-url")
        .filter(|url| !url.is_empty())
        .or(Instamoney.dashboard_url(&world.settings))
        .map(str::to_owned);
    let payment = Payment {
        provider: NAME,
        account: account.to_owned(),
        scope: SCOPE,
        reference: new.reference,
        page: page(&id),
        id,
        method: new.channel.code().to_owned(),
        amount: new.amount,
        currency: "IDR",
        state: State::Pending,
        created: now,
        changed: now,
        expires: now + patience,
        callback_url,
        redirect_url: new.success_redirect_url,
        failure_redirect_url: new.failure_redirect_url,
        details: Box::new(Charge {
            channel: new.channel,
            business_id: account::business_id(world, account),
            echoed: new.echoed,
            void_requested: None,
            refunded: Decimal::ZERO,
        }),
    };
    let answer = object(&payment, &world.base_url);
    let key = lifecycle::open(world, &Instamoney, payment);
    if let Some(code) = failure {
        world.plan(moment(now), key, Event::Fail(code));
    }
    Reply::json(202, answer)
}

pub(super) fn get(world: &World, account: &str, id: &str) -> Reply {
    match own(world, account, id) {
        Some((_, payment)) => Reply::json(200, object(payment, &world.base_url)),
        None => refusals::CHARGE_NOT_FOUND.reply(),
    }
}

pub(super) fn void(world: &mut World, account: &str, id: &str) -> Reply {
    let Some((key, _)) = own(world, account, id) else {
        return refusals::CHARGE_NOT_FOUND.reply();
    };
    let now = world.now();
    match (request_void(world, key, now), world.book.get(key)) {
        (Ok(()), Some(payment)) => Reply::json(202, object(payment, &world.base_url)),
        _ => refusals::NOT_VOIDABLE.reply(),
    }
}

/// Takes the request; the money goes back a moment later.
pub(super) fn request_void(world: &mut World, key: Key, at: DateTime<Utc>) -> Result<(), Conflict> {
    let Some(payment) = world.book.get_mut(key) else {
        return Err(Conflict("there is no such payment".to_owned()));
    };
    let Some(charge) = payment.details.downcast_mut::<Charge>() else {
        return Err(Conflict("only charges can be voided".to_owned()));
    };
    if payment.state != State::Paid || charge.void_requested.is_some() {
        return Err(Conflict(
            "only a succeeded charge can be voided, once".to_owned(),
        ));
    }
    if !same_day(payment.changed, at) {
        let message = "a charge can be voided on the day it succeeded, before 23:50 UTC+7";
        return Err(Conflict(message.to_owned()));
    }
    charge.void_requested = Some(at);
    world.plan(moment(at), key, Event::Void);
    Ok(())
}

/// Gives a part back. What is left must be more than nothing: all of it would be a void.
pub(super) fn refund(
    world: &mut World,
    key: Key,
    part: Decimal,
    at: DateTime<Utc>,
) -> Result<(), Conflict> {
    let Some(payment) = world.book.get_mut(key) else {
        return Err(Conflict("there is no such payment".to_owned()));
    };
    let (amount, state) = (payment.amount, payment.state);
    let Some(charge) = payment.details.downcast_mut::<Charge>() else {
        return Err(Conflict("only charges are given back".to_owned()));
    };
    if state != State::Paid || part.is_zero() || charge.refunded + part >= amount {
        return Err(Conflict(
            "only a part of a succeeded charge goes back".to_owned(),
        ));
    }
    charge.refunded += part;
    world.ledger.record_part(payment, part, at);
    Ok(())
}

/// Whether `at` lies on the day of `paid` in Jakarta and before 23:50:00 there.
fn same_day(paid: DateTime<Utc>, at: DateTime<Utc>) -> bool {
    let (paid, at) = (clock::jakarta(paid), clock::jakarta(at));
    let closing = NaiveTime::from_hms_opt(23, 50, 0).unwrap_or_default();
    paid.date() == at.date() && at.time() < closing
}

/// The charge, when it belongs to this account.
fn own<'a>(world: &'a World, account: &str, id: &str) -> Option<(Key, &'a Payment)> {
    let found = world.book.find_id(NAME, id)?;
    (found.1.account == account && found.1.scope == SCOPE).then_some(found)
}

pub(super) fn details(payment: &Payment) -> Option<&Charge> {
    payment.details.downcast_ref()
}

/// The charge object, the same in every answer and callback.
pub(super) fn object(payment: &Payment, base_url: &str) -> Value {
    let Some(charge) = details(payment) else {
        return Value::Null;
    };
    let amount = money::number(payment.amount);
    let updated = charge.void_requested.max(Some(payment.changed));
    let (void_status, voided_at) = match (payment.state, charge.void_requested) {
        (State::Voided, _) => (Some("SUCCEEDED"), Some(clock::utc_text(payment.changed))),
        (_, Some(_)) => (Some("PENDING"), None),
        (_, None) => (None, None),
    };
    let refunded = match charge.refunded.is_zero() {
        true => Value::Null,
        false => money::number(charge.refunded),
    };
    let failure_code = match payment.state {
        State::Failed(code) => Some(code),
        _ => None,
    };
    json!({
        "id": payment.id,
        "business_id": charge.business_id,
        "reference_id": payment.reference,
        "status": Instamoney.status(payment),
        "currency": payment.currency,
        "charge_amount": amount,
        "capture_amount": amount,
        "refunded_amount": refunded,
        "checkout_method": "ONE_TIME_PAYMENT",
        "channel_code": charge.channel.code(),
        "channel_properties": charge.echoed.channel_properties,
        "actions": actions(charge.channel, &format!("{base_url}/{}", payment.page)),
        "is_redirect_required": charge.channel != Channel::Ovo,
        "callback_url": payment.callback_url.as_deref().unwrap_or_default(),
        "created": clock::utc_text(payment.created),
        "updated": updated.map(clock::utc_text),
        "void_status": void_status,
        "voided_at": voided_at,
        "capture_now": charge.echoed.capture_now,
        "customer_id": charge.echoed.customer_id,
        "payment_method_id": null,
        "failure_code": failure_code,
        "basket": charge.echoed.basket,
        "metadata": charge.echoed.metadata,
    })
}

/// What the customer does next: approve in the OVO app, open a web page, or open the ShopeePay app
/// or scan.
fn actions(channel: Channel, page: &str) -> Value {
    let (web, app, code) = match channel {
        Channel::Ovo => return Value::Null,
        Channel::Dana | Channel::Linkaja => (Some(page), None, None),
        Channel::Shopeepay => (None, Some(page), Some(page)),
    };
    json!({
        "desktop_web_checkout_url": web,
        "mobile_web_checkout_url": web,
        "mobile_deeplink_checkout_url": app,
        "qr_checkout_string": code,
    })
}
