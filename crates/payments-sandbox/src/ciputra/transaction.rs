//! `/api/transaction`: charge, cancel, status.

use std::borrow::Cow;

use chrono::Datelike;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::{
    Ciputra, Memory, NAME, SCOPE,
    expiry::{self, Expiry},
    order::{self, Order},
    refusals, success,
};
use crate::{
    clock, lifecycle, money,
    payment::{Action, Payment, State},
    provider::Provider,
    reply::Reply,
    request::Request,
    world::World,
};

const PAYTYPES: &[&str] = &["all", "va", "cc", "ib", "ewallet", "otc", "qris"];

// Which code goes with which type is not stated anywhere, so every pair is taken.
const PAYCODES: &[&str] = &[
    "all",
    "bca",
    "bni",
    "permata",
    "bri",
    "mandiri",
    "credit_card",
    "cimb_niaga",
    "jenius",
    "gopay",
    "ovo",
    "dana",
    "alfamart",
    "indomaret",
];

const SWITCH: &[&str] = &["", "0", "1"];

const TIMINGS: &[&str] = &["", "default", "before", "after", "before_after"];

type Members = Map<String, Value>;

/// A member as text. The real server is PHP and a recorded client sends a form: 3 and "3" are the
/// same there.
pub(super) fn text<'a>(members: &'a Members, name: &str) -> Option<Cow<'a, str>> {
    match members.get(name)? {
        Value::String(text) => Some(text.trim().into()),
        Value::Number(number) => Some(number.to_string().into()),
        _ => None,
    }
}

/// What the transaction is to do; without it, it is a charge.
pub(super) fn action(members: &Members) -> Option<Cow<'_, str>> {
    text(members, "action").filter(|action| !action.is_empty())
}

pub(super) fn post(world: &mut World, account: &str, request: &Request) -> Reply {
    let Some(members) = request.members() else {
        return refusals::INVALID.saying("The body must be a JSON object or a form");
    };
    match action(&members).as_deref() {
        None | Some("charge") => charge(world, account, &members),
        Some("cancel") => cancel(world, account, &members),
        Some(_) => refusals::INVALID.saying("action must be charge or cancel"),
    }
}

pub(super) fn status(world: &World, account: &str, reference: &str) -> Reply {
    match world.book.find(NAME, account, SCOPE, reference) {
        Some((_, payment)) => Reply::json(200, success(order::status_data(payment))),
        None => refusals::TRANSACTION_NOT_FOUND.reply(),
    }
}

/// "TE", the year, eight digits: so do all samples.
pub(super) fn next_order_id(world: &mut World) -> String {
    let year = clock::jakarta(world.now()).year();
    let memory = world.memories.get_or_insert_default::<Memory>();
    memory.orders += 1;
    format!("TE{year:04}{:08}", memory.orders)
}

struct Charge<'a> {
    reference: String,
    paytype: Cow<'a, str>,
    amount: Decimal,
    expiry: Expiry,
    callback_url: Option<String>,
    redirect_url: Option<String>,
    back_url: Option<String>,
    order: Order,
}

fn charge(world: &mut World, account: &str, members: &Members) -> Reply {
    let charge = match read(world, members) {
        Ok(charge) => charge,
        Err(problem) => return refusals::INVALID.saying(&problem),
    };
    if let Some((_, earlier)) = world.book.find(NAME, account, SCOPE, &charge.reference) {
        return match earlier.state {
            State::Pending if earlier.amount == charge.amount => {
                Reply::json(200, success(order::charge_data(earlier, &world.base_url)))
            }
            State::Pending => refusals::ANOTHER_AMOUNT.reply(),
            _ => refusals::CLOSED.reply(),
        };
    }
    let payment = payment(world, account, charge);
    let answer = order::charge_data(&payment, &world.base_url);
    lifecycle::open(world, &Ciputra, payment);
    Reply::json(200, success(answer))
}

fn payment(world: &mut World, account: &str, charge: Charge<'_>) -> Payment {
    let now = world.now();
    let mut order = charge.order;
    if charge.paytype == "va" {
        order.virtual_account = format!("8808{}", world.identifiers.digits(12));
    }
    Payment {
        provider: NAME,
        account: account.to_owned(),
        scope: SCOPE,
        reference: charge.reference,
        id: next_order_id(world),
        method: format!("{}:{}", charge.paytype, order.paycode),
        amount: charge.amount,
        currency: "IDR",
        state: State::Pending,
        created: now,
        changed: now,
        expires: charge.expiry.at,
        page: order::page(&world.identifiers.alphanumeric(8)),
        callback_url: charge.callback_url,
        redirect_url: charge.redirect_url,
        failure_redirect_url: charge.back_url,
        details: Box::new(order),
    }
}

/// The text of the error names the first member that is wrong.
fn read<'a>(world: &World, members: &'a Members) -> Result<Charge<'a>, String> {
    let optional = |name| text(members, name).unwrap_or_default();
    let required = |name| {
        let text = optional(name);
        (!text.is_empty())
            .then_some(text)
            .ok_or_else(|| format!("{name} is required"))
    };
    let one_of = |name, words: &[&str], text: Cow<'a, str>| {
        let known = words.contains(&&*text);
        known
            .then_some(text)
            .ok_or_else(|| format!("{name} is not one of {}", words.join(", ")))
    };
    let paytype = one_of("paytype", PAYTYPES, required("paytype")?)?;
    let paycode = one_of("paycode", PAYCODES, required("paycode")?)?;
    let reference = required("external_id")?;
    let name = required("name")?;
    required("amount")?;
    let amount = members
        .get("amount")
        .and_then(money::parse)
        .and_then(money::whole)
        .filter(|amount| *amount > Decimal::ZERO)
        .ok_or("amount must be a whole number above 0")?;
    for name in ["send_email", "send_sms", "send_wa"] {
        one_of(name, SWITCH, optional(name))?;
    }
    one_of(
        "notification_timing",
        TIMINGS,
        optional("notification_timing"),
    )?;
    let description = match members.get("description") {
        None | Some(Value::Null) => [const { String::new() }; 3],
        Some(Value::Object(texts)) => {
            ["text_1", "text_2", "text_3"].map(|name| text(texts, name).unwrap_or_default().into())
        }
        Some(_) => return Err("description must be an object".to_owned()),
    };
    let expiry = expiry::read(&optional("exptype"), &optional("expval"), world.now())?;
    let url = |name| Some(optional(name).into_owned()).filter(|url| !url.is_empty());
    Ok(Charge {
        reference: reference.into_owned(),
        paytype,
        amount,
        callback_url: url("callback_url"),
        redirect_url: url("redirect_url"),
        back_url: url("back_url"),
        order: Order {
            paycode: paycode.into_owned(),
            name: name.into_owned(),
            phone: optional("phone").into_owned(),
            policy_number: optional("refno").into_owned(),
            description,
            virtual_account: String::new(),
            printed_expiry: expiry.printed.clone(),
        },
        expiry,
    })
}

fn cancel(world: &mut World, account: &str, members: &Members) -> Reply {
    let reference = text(members, "external_id").unwrap_or_default();
    if reference.is_empty() {
        return refusals::INVALID.saying("external_id is required");
    }
    let Some((key, payment)) = world.book.find(NAME, account, SCOPE, &reference) else {
        return refusals::TRANSACTION_NOT_FOUND.reply();
    };
    // A repeated cancellation is answered like the first: its answer may have been lost.
    if payment.state != State::Cancelled {
        let now = world.now();
        if Ciputra.act(world, key, Action::Cancel, now).is_err() {
            return refusals::NOT_CANCELLABLE.reply();
        }
    }
    match world.book.get(key) {
        Some(payment) => Reply::json(200, success(order::cancel_data(payment))),
        None => refusals::TRANSACTION_NOT_FOUND.reply(),
    }
}
