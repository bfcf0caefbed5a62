//! What `POST /ewallets` requires, per wallet and version.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::wallet::{Version, Wallet};
use crate::{
    clock,
    fields::{Fields, Problem},
    money,
};

const LONGEST_REFERENCE: usize = 1000;
const LONGEST_OVO_2020_REFERENCE: usize = 50;
const LARGEST_AMOUNT: i64 = 10_000_000;

/// URLs are opaque to the provider: a published PHP sample sends "https =>//…".
const LONGEST_URL: usize = 4096;

/// A create request that passed.
#[derive(Debug)]
pub(super) struct NewPayment {
    pub(super) reference: String,
    pub(super) amount: Decimal,
    pub(super) phone: String,
    pub(super) callback_url: Option<String>,
    pub(super) redirect_url: Option<String>,
    pub(super) expiration: Option<DateTime<Utc>>,
    pub(super) items: Value,
}

pub(super) fn read(
    wallet: Wallet,
    version: Version,
    members: &Map<String, Value>,
) -> Result<NewPayment, Vec<Problem>> {
    let mut fields = Fields::new(members);
    let mut new = NewPayment {
        reference: reference(&mut fields, wallet, version),
        amount: amount(&mut fields, wallet),
        phone: String::new(),
        callback_url: None,
        redirect_url: None,
        expiration: None,
        items: Value::Null,
    };
    if wallet != Wallet::Dana {
        new.phone = phone(&mut fields, wallet);
    }
    if wallet != Wallet::Ovo {
        let mut url = |name| Some(fields.required_text(name, LONGEST_URL).to_owned());
        new.callback_url = url("callback_url");
        new.redirect_url = url("redirect_url");
    }
    match wallet {
        Wallet::Ovo => {}
        Wallet::Dana => new.expiration = expiration(&mut fields),
        Wallet::Linkaja => new.items = items(&mut fields),
    }
    if fields.problems.is_empty() {
        Ok(new)
    } else {
        Err(fields.problems)
    }
}

fn reference(fields: &mut Fields<'_>, wallet: Wallet, version: Version) -> String {
    let maximum = match (wallet, version) {
        (Wallet::Ovo, Version::Asynchronous) => LONGEST_OVO_2020_REFERENCE,
        _ => LONGEST_REFERENCE,
    };
    let reference = fields.required_text("external_id", maximum);
    let plain = |character: char| character.is_ascii_alphanumeric() || character == '-';
    if wallet == Wallet::Ovo && !reference.chars().all(plain) {
        let message = "\"external_id\" must only contain alphanumeric characters and -";
        fields.problem("external_id", "string.regex.base", message);
    }
    reference.to_owned()
}

fn amount(fields: &mut Fields<'_>, wallet: Wallet) -> Decimal {
    let minimum = match wallet {
        Wallet::Ovo | Wallet::Dana => 1,
        Wallet::Linkaja => 100,
    };
    fields.required_amount("amount", minimum, LARGEST_AMOUNT)
}

/// OVO wants 08…, never +62; for LINKAJA the document gives an example only.
fn phone(fields: &mut Fields<'_>, wallet: Wallet) -> String {
    let phone = fields.required_text("phone", LONGEST_REFERENCE);
    if phone.is_empty() {
        return String::new();
    }
    let digits = match wallet {
        Wallet::Ovo => phone,
        _ => phone.strip_prefix('+').unwrap_or(phone),
    };
    let local = wallet != Wallet::Ovo || phone.starts_with('0');
    if !local || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = "\"phone\" must be digits, like 08123123123";
        fields.problem("phone", "string.regex.base", message);
    } else if phone.len() < 9 {
        let message = "\"phone\" length must be at least 9 characters long";
        fields.problem("phone", "string.min", message);
    }
    phone.to_owned()
}

/// A time in the past is taken: the payment has then expired when it is created.
fn expiration(fields: &mut Fields<'_>) -> Option<DateTime<Utc>> {
    let text = fields
        .text("expiration_date")
        .filter(|text| !text.is_empty())?;
    let at = clock::parse(text);
    if at.is_none() {
        let message = "\"expiration_date\" must be a valid ISO 8601 date";
        fields.problem("expiration_date", "date.isoDate", message);
    }
    at
}

/// Their sum need not be the amount: a published sample sends 32000 with items worth 300000.
fn items(fields: &mut Fields<'_>) -> Value {
    let items = match fields.value("items") {
        Some(Value::Array(items)) if !items.is_empty() => items,
        Some(_) => {
            fields.problem("items", "array.base", "\"items\" must be an array of items");
            return Value::Null;
        }
        None => {
            fields.missing("items");
            return Value::Null;
        }
    };
    let mut taken = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Value::Object(members) = item else {
            let message = format!("\"{index}\" must be an object");
            fields.problem("items", "object.base", message);
            continue;
        };
        let prefix = vec!["items".to_owned(), index.to_string()];
        let mut item = Fields::nested(members, prefix);
        taken.push(json!({
            "id": item.required_text("id", LONGEST_REFERENCE),
            "name": item.required_text("name", LONGEST_REFERENCE),
            "price": number(&mut item, "price"),
            "quantity": number(&mut item, "quantity"),
        }));
        fields.problems.append(&mut item.problems);
    }
    taken.into()
}

/// A number, kept as it came when it is one already.
fn number(item: &mut Fields<'_>, name: &str) -> Value {
    match item.value(name) {
        Some(value @ Value::Number(_)) => value.clone(),
        Some(value) => match money::parse(value) {
            Some(amount) => money::number(amount),
            None => {
                item.problem(name, "number.base", format!("\"{name}\" must be a number"));
                Value::Null
            }
        },
        None => {
            item.missing(name);
            Value::Null
        }
    }
}
