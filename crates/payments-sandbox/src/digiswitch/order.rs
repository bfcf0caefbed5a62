//! `/transaction`: inquiry, payment and status of a bill, and top-ups.

use chrono::TimeDelta;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{
    Digiswitch, NAME, SCOPE, access,
    bill::{self, Bill, details},
    codes::{self, Code, FAILED},
    customers::{self, Fate},
    members::{Members, Order},
    products,
};
use crate::{
    clock, lifecycle, money,
    payment::{Action, Key, Payment, State},
    provider::Provider,
    reply::Reply,
    world::{Event, World},
};

/// How long a test customer's payment stays pending.
const PENDING: TimeDelta = TimeDelta::seconds(60);

/// After that the provider no longer tells of a transaction.
const MEMORY: TimeDelta = TimeDelta::days(90);

#[derive(Clone, Copy)]
enum Command {
    Inquire,
    Pay,
    Status,
    TopUp,
}

/// Any other word, and the words of the dialect that this provider does not speak, are errors:
/// there a body without a command is a top-up, so that a misspelt payment would buy something else.
fn command(members: &Members) -> Result<Command, Code> {
    let foreign = ["commands", "cmd", "buyer_sku_code"];
    if foreign.iter().any(|name| members.contains_key(*name)) {
        return Err(codes::PAYLOAD);
    }
    match members.get("command") {
        None | Some(Value::Null) => Ok(Command::TopUp),
        Some(Value::String(word)) => match word.as_str() {
            "inq-pasca" => Ok(Command::Inquire),
            "pay-pasca" => Ok(Command::Pay),
            "status-pasca" => Ok(Command::Status),
            _ => Err(codes::PAYLOAD),
        },
        Some(_) => Err(codes::PAYLOAD),
    }
}

pub(super) fn handle(world: &mut World, members: &Members) -> Reply {
    let order = Order::read(members);
    match run(world, &order, members) {
        Ok(key) => match world.book.get(key) {
            Some(payment) => bill::answer(world, payment),
            None => refused(world, &order, codes::NOT_FOUND),
        },
        Err(code) => refused(world, &order, code),
    }
}

pub(super) fn refused(world: &World, order: &Order, code: Code) -> Reply {
    let body = json!({"data": bill::six(order, code)});
    Reply::json(super::refusal_status(world), body)
}

fn run(world: &mut World, order: &Order, members: &Members) -> Result<Key, Code> {
    let command = command(members)?;
    let printable = order
        .reference
        .bytes()
        .all(|byte| (0x20..0x7f).contains(&byte));
    // No document limits its length.
    if !printable
        || order.reference.is_empty()
        || order.code.is_empty()
        || order.customer.is_empty()
    {
        return Err(codes::PAYLOAD);
    }
    access::check(world, members, &order.reference)?;
    let earlier = world
        .book
        .find(NAME, &order.username, SCOPE, &order.reference);
    // Whatever is asked: a reference belongs to one product of one customer, but for bills nobody
    // paid in time.
    let earlier = match earlier {
        Some((_, payment)) if payment.state == State::Expired => None,
        Some((key, payment)) if bill::is_of(payment, order) => Some((key, payment)),
        Some(_) if matches!(command, Command::Status) => return Err(codes::NOT_FOUND),
        Some(_) => return Err(codes::REFERENCE_TAKEN),
        None => None,
    };
    let asked = |payment: &Payment| details(payment).is_some_and(|bill| bill.is_asked);
    match (command, earlier) {
        (Command::Inquire, Some((key, payment))) if !asked(payment) => Ok(key),
        (Command::Inquire, Some(_)) => Err(codes::REFERENCE_TAKEN),
        (Command::Inquire, None) => inquire(world, order, members),
        (Command::Pay | Command::TopUp, Some((key, payment))) if asked(payment) => Ok(key),
        (Command::Pay, Some((key, _))) => ask(world, key),
        (Command::Pay, None) if world.settings.digiswitch_pay_without_inquiry => {
            let key = inquire(world, order, members)?;
            ask(world, key)
        }
        (Command::Pay, None) => Err(codes::NOT_INQUIRED),
        (Command::TopUp, Some(_)) => Err(codes::REFERENCE_TAKEN),
        (Command::TopUp, None) => top_up(world, order, members),
        (Command::Status, Some((key, payment))) => status(world, key, payment),
        (Command::Status, None) => Err(codes::NOT_FOUND),
    }
}

fn inquire(world: &mut World, order: &Order, members: &Members) -> Result<Key, Code> {
    let product = products::bill(&order.code).ok_or(codes::NO_SUCH_PRODUCT)?;
    let amount = match members.get("amount").filter(|amount| !amount.is_null()) {
        Some(amount) if matches!(product.code, "emoney" | "kirimuang") => Some(
            money::parse(amount)
                .and_then(money::whole)
                .filter(|amount| *amount > Decimal::ZERO && *amount < Decimal::from(1_i64 << 53))
                .ok_or(codes::PAYLOAD)?,
        ),
        _ => None,
    };
    let uneven =
        |amount: Decimal| product.code == "emoney" && !(amount % Decimal::from(1000)).is_zero();
    if amount.is_some_and(uneven) {
        return Err(codes::MULTIPLE);
    }
    if customers::fate(product.code, &order.customer) == Fate::InquiryFails {
        return Err(codes::NO_BILL);
    }
    let payment = bill::inquired(world, order, product, amount);
    Ok(lifecycle::open(world, &Digiswitch, payment))
}

fn top_up(world: &mut World, order: &Order, members: &Members) -> Result<Key, Code> {
    if order.code != products::TOPUP.code {
        return Err(codes::NO_SUCH_PRODUCT);
    }
    let price = super::price(world, &products::TOPUP);
    let highest = match members.get("max_price").filter(|price| !price.is_null()) {
        Some(highest) => Some(money::parse(highest).ok_or(codes::PAYLOAD)?),
        None => None,
    };
    if highest.is_some_and(|highest| price > highest) {
        return Err(codes::TOO_DEAR);
    }
    if super::balance(world, &order.username) < price {
        return Err(codes::BALANCE);
    }
    let payment = bill::topup(world, order, &products::TOPUP);
    let key = lifecycle::open(world, &Digiswitch, payment);
    ask(world, key)
}

/// Takes the money from the balance, and plays the customer's fate.
fn ask(world: &mut World, key: Key) -> Result<Key, Code> {
    let account = world.book.get(key).map(|payment| payment.account.clone());
    let account = account.ok_or(codes::NOT_FOUND)?;
    let balance = super::balance(world, &account);
    let now = world.now();
    let Some(payment) = world.book.get_mut(key) else {
        return Err(codes::NOT_FOUND);
    };
    let (price, Some(bill)) = (payment.amount, payment.details.downcast_mut::<Bill>()) else {
        return Err(codes::NOT_FOUND);
    };
    if balance < price {
        return Err(codes::BALANCE);
    }
    bill.is_asked = true;
    payment.changed = now;
    let fate = customers::fate(&payment.method, &bill.customer);
    bill.was_pending = matches!(fate, Fate::PendingThenPaid | Fate::PendingThenFailed);
    super::take(world, &account, price);
    let later = clock::later(now, PENDING).unwrap_or(now);
    // What has just become pending can take any of these steps.
    let _taken = match fate {
        Fate::Paid | Fate::InquiryFails => Digiswitch.act(world, key, Action::Pay, now),
        Fate::PaymentFails => Digiswitch.act(world, key, Action::Decline, now),
        Fate::PendingThenPaid => {
            world.plan(later, key, Event::Pay);
            Ok(())
        }
        Fate::PendingThenFailed => {
            world.plan(later, key, Event::Fail(FAILED.0));
            Ok(())
        }
    };
    Ok(key)
}

fn status(world: &World, key: Key, payment: &Payment) -> Result<Key, Code> {
    let bill = details(payment).ok_or(codes::NOT_FOUND)?;
    if !bill.is_asked || !bill.is_postpaid {
        return Err(codes::NOT_FOUND);
    }
    if world.now() - payment.created > MEMORY {
        return Err(codes::TOO_OLD);
    }
    Ok(key)
}
