//! A bill or a top-up, from the inquiry to its end, and its JSON.

use chrono::TimeDelta;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{
    NAME, SCOPE,
    codes::{self, Code},
    customers,
    members::Order,
    products::{self, Product},
};
use crate::{
    clock, money,
    payment::{Payment, State},
    reply::Reply,
    world::World,
};

/// What a bill holds beside the payment.
#[derive(Debug)]
pub(super) struct Bill {
    pub(super) customer: String,
    /// False for a top-up, which has no inquiry.
    pub(super) is_postpaid: bool,
    /// An inquired bill is a payment only once it has been asked for.
    pub(super) is_asked: bool,
    /// It has been answered as pending, so that its end is news.
    pub(super) was_pending: bool,
    pub(super) serial_number: &'static str,
    /// The members that only a success shows.
    shown: Value,
}

pub(super) fn details(payment: &Payment) -> Option<&Bill> {
    payment.details.downcast_ref()
}

/// Whether the order is for the same product and customer.
pub(super) fn is_of(payment: &Payment, order: &Order) -> bool {
    payment.method == order.code
        && details(payment).is_some_and(|bill| bill.customer == order.customer)
}

/// What was inquired can be paid until the day ends in Jakarta.
pub(super) fn inquired(
    world: &mut World,
    order: &Order,
    product: &Product,
    amount: Option<Decimal>,
) -> Payment {
    let two = customers::owes_two_sheets(product.code, &order.customer);
    let times = Decimal::from(if two { 2 } else { 1 });
    let admin = times * Decimal::from(product.admin);
    let (price, selling_price) = match amount {
        // The three products that take an amount leave the merchant 500, as in the samples.
        Some(amount) => (amount + admin - Decimal::from(500), amount + admin),
        // The second sheet of electricity differs from the first.
        None if two && product.code == "pln" => (23_000.into(), 25_000.into()),
        None => (
            times * Decimal::from(product.price),
            times * Decimal::from(product.selling_price),
        ),
    };
    let mut shown = json!({
        "name": product.name,
        "admin": money::number(admin),
        "price": money::number(price),
        "selling_price": money::number(selling_price),
        "desc": products::description(product.code, &order.customer, two),
    });
    if let (Some(shown), Some(commission)) = (shown.as_object_mut(), product.base_commission) {
        shown.insert("base_commission".to_owned(), commission.into());
    }
    let now = world.now();
    let mut payment = payment(world, order, price, product.serial_number, shown);
    payment.expires = clock::end_of_jakarta_day(clock::jakarta(now).date()).unwrap_or(now);
    payment
}

/// A top-up is asked for without an inquiry, and never expires.
pub(super) fn topup(world: &mut World, order: &Order, product: &Product) -> Payment {
    let price = super::price(world, product);
    let shown = json!({"price": money::number(price)});
    let mut payment = payment(world, order, price, product.serial_number, shown);
    if let Some(bill) = payment.details.downcast_mut::<Bill>() {
        bill.is_postpaid = false;
    }
    payment
}

fn payment(
    world: &mut World,
    order: &Order,
    amount: Decimal,
    serial_number: &'static str,
    shown: Value,
) -> Payment {
    let now = world.now();
    let id = world.identifiers.digits(12);
    Payment {
        provider: NAME,
        account: order.username.clone(),
        scope: SCOPE,
        reference: order.reference.clone(),
        page: format!("{NAME}/bill/{id}"),
        id,
        method: order.code.clone(),
        amount,
        currency: "IDR",
        state: State::Pending,
        created: now,
        changed: now,
        expires: clock::later(now, TimeDelta::days(3650)).unwrap_or(now),
        callback_url: None,
        redirect_url: None,
        failure_redirect_url: None,
        details: Box::new(Bill {
            customer: order.customer.clone(),
            is_postpaid: true,
            is_asked: false,
            was_pending: false,
            serial_number,
            shown,
        }),
    }
}

/// Failed and pending answers carry six members only.
pub(super) fn six(order: &Order, code: Code) -> Value {
    let Code(rc, message) = code;
    json!({
        "ref_id": order.reference,
        "customer_no": order.customer,
        "code": order.code,
        "message": message,
        "status": code.status(),
        "rc": rc,
    })
}

/// What is inside of `data`, for answers and callbacks.
pub(super) fn data(payment: &Payment, balance: Decimal) -> Value {
    let Some(bill) = details(payment) else {
        return Value::Null;
    };
    let order = Order {
        username: payment.account.clone(),
        code: payment.method.clone(),
        customer: bill.customer.clone(),
        reference: payment.reference.clone(),
    };
    let code = match payment.state {
        State::Pending if bill.is_asked => codes::PENDING,
        State::Pending | State::Paid => codes::SUCCESS,
        State::Voided => codes::GIVEN_BACK,
        _ => codes::FAILED,
    };
    let mut data = six(&order, code);
    if code != codes::SUCCESS {
        return data;
    }
    if let (Some(data), Some(shown)) = (data.as_object_mut(), bill.shown.as_object()) {
        let serial_number = if bill.is_asked {
            bill.serial_number
        } else {
            ""
        };
        data.insert("sn".into(), serial_number.into());
        data.insert("balance".into(), money::number(balance));
        data.extend(shown.clone());
    }
    // The sample of an inquiry about electricity has no meters.
    if !bill.is_asked && payment.method == "pln" {
        let detail = data
            .pointer_mut("/desc/detail")
            .and_then(Value::as_array_mut);
        for sheet in detail.into_iter().flatten() {
            if let Some(sheet) = sheet.as_object_mut() {
                sheet.retain(|name, _| !name.starts_with("meter_"));
            }
        }
    }
    data
}

pub(super) fn answer(world: &World, payment: &Payment) -> Reply {
    let data = data(payment, super::balance(world, &payment.account));
    let failed = data.get("status").is_some_and(|status| status == "Gagal");
    let http = if failed {
        super::refusal_status(world)
    } else {
        200
    };
    Reply::json(http, json!({ "data": data }))
}
