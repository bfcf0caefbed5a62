//! What `POST /api/v1/rpi` requires.

use chrono::NaiveDate;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde_json::{Map, Value};

use super::{
    access,
    refusals::Refusal,
    schedule::{self, Schedule},
};
use crate::{fields::Fields, money};

pub(super) const SMALLEST_AMOUNT: i64 = 10_000;

/// A request that passed.
#[derive(Debug)]
pub(super) struct NewMandate {
    pub(super) transaction_id: String,
    pub(super) schedule: Schedule,
    /// Of each charge of a fixed instruction, of the first one of a variable one.
    pub(super) amount: Option<Decimal>,
    /// Only a variable instruction has one.
    pub(super) maximum: Option<Decimal>,
}

pub(super) fn read(members: &Map<String, Value>, today: NaiveDate) -> Result<NewMandate, Refusal> {
    let mut fields = Fields::new(members);
    let id = fields.required_text("transactionId", 32);
    if !id.is_empty() && !access::is_id(id) {
        let message = "\"transactionId\" must be 32 alphanumeric characters";
        fields.problem("transactionId", "string.length", message);
    }
    let phone = fields.required_text("phoneNumber", 13);
    if !phone.is_empty() && !is_phone(phone) {
        let message = "\"phoneNumber\" must be 62 and 9 to 11 digits";
        fields.problem("phoneNumber", "string.pattern", message);
    }
    let kind = fields.value("subscriptionType").and_then(money::parse);
    let is_variable = match kind.as_ref().and_then(ToPrimitive::to_u8) {
        Some(0) => false,
        Some(1) => true,
        _ => {
            let message = "\"subscriptionType\" must be 0 (fixed) or 1 (variable)";
            fields.problem("subscriptionType", "any.only", message);
            false
        }
    };
    if !matches!(fields.required_text("currency", 3), "" | "IDR") {
        fields.problem("currency", "any.only", "\"currency\" must be IDR");
    }
    let schedule = schedule::read(&mut fields, today);
    // "Not Mandatory for fixed type", which it does nothing to but must not be below the amount of
    // a charge.
    let given = (is_variable || fields.value("maxBillAmount").is_some())
        .then(|| fields.required_amount("maxBillAmount", SMALLEST_AMOUNT, i64::MAX));
    // A variable instruction needs an amount only for a charge of today.
    let starts_today = schedule
        .as_ref()
        .is_some_and(|schedule| schedule.start == today);
    let amount = (!is_variable || starts_today || fields.value("amount").is_some())
        .then(|| fields.required_amount("amount", SMALLEST_AMOUNT, i64::MAX));
    if amount
        .zip(given)
        .is_some_and(|(amount, maximum)| amount > maximum)
    {
        let message = "\"amount\" must not exceed maxBillAmount";
        fields.problem("amount", "number.max", message);
    }
    products(&mut fields);
    if !matches!(
        fields.required_text("notificationRequired", 1),
        "" | "Y" | "N"
    ) {
        let message = "\"notificationRequired\" must be Y or N";
        fields.problem("notificationRequired", "any.only", message);
    }
    if fields.text("bankCode").is_some_and(|code| code.len() != 3) {
        fields.problem(
            "bankCode",
            "string.length",
            "\"bankCode\" must be 3 characters",
        );
    }
    for name in ["notificationConfig", "additionalInfo"] {
        if fields.value(name).is_some_and(|list| !is_list(list)) {
            let message = format!("\"{name}\" must have at least one object");
            fields.problem(name, "array.min", message);
        }
    }
    match schedule {
        Some(schedule) if fields.problems.is_empty() => Ok(NewMandate {
            transaction_id: id.to_owned(),
            schedule,
            amount,
            maximum: given.filter(|_| is_variable),
        }),
        _ => Err(Refusal::Parameters(fields.problems)),
    }
}

/// "length between 9 and 13" and "62 and at least 9 digits": what satisfies both.
fn is_phone(phone: &str) -> bool {
    phone.strip_prefix("62").is_some_and(|rest| {
        (9..=11).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn is_list(value: &Value) -> bool {
    let list = value.as_array();
    list.is_some_and(|list| !list.is_empty() && list.iter().all(Value::is_object))
}

fn products(fields: &mut Fields<'_>) {
    let list = match fields.value("productDetails") {
        None => return fields.missing("productDetails"),
        Some(value) if is_list(value) => value.as_array(),
        Some(_) => None,
    };
    let Some(list) = list else {
        let message = "\"productDetails\" must have at least one object";
        return fields.problem("productDetails", "array.min", message);
    };
    for members in list.iter().filter_map(Value::as_object) {
        let mut product = Fields::nested(members, vec!["productDetails".to_owned()]);
        product.required_text("name", 50);
        product.required_text("code", 20);
        fields.problems.append(&mut product.problems);
    }
}
