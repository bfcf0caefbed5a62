//! `POST /payments`: what a request must contain, per method.

use chrono::{DateTime, TimeDelta, Utc};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::{
    Fazz, NAME, SCOPE,
    refusals::{self, Refusal},
    shapes::{self, Instructions},
};
use crate::{
    clock, lifecycle, money,
    payment::{Payment, State},
    reply::Reply,
    world::World,
};

pub(super) type Members = Map<String, Value>;

const ONE_TIME_BANKS: &[&str] = &["BCA", "BRI", "BNI", "MANDIRI", "SAHABAT_SAMPOERNA"];

/// What a method asks and shows.
struct Method {
    kind: &'static str,
    /// As `?method=` of the control API names it.
    name: String,
    limits: (i64, i64),
    /// Shortest and longest time to pay, and the one when none is asked for.
    times: (TimeDelta, TimeDelta, TimeDelta),
    leads: (&'static str, Members),
    redirect_url: Option<String>,
}

pub(super) fn create(
    world: &mut World,
    account: &str,
    attributes: &Members,
) -> Result<Reply, Refusal> {
    let reference = required(attributes, "referenceId", 255)?;
    if let Some((_, earlier)) = world.book.find(NAME, account, SCOPE, &reference) {
        let details = earlier.details.downcast_ref::<Instructions>();
        let same = details.is_some_and(|details| details.request == json!(attributes));
        return match same {
            // The reference is the idempotency key: a repeat changes nothing and gives the first
            // result.
            true => shapes::answer(earlier, 201, world),
            false => Err(refusals::invalid(
                "reference_id has been used for another request",
            )),
        };
    }
    let payment = read(world, account, reference, attributes)?;
    let answer = shapes::answer(&payment, 201, world);
    lifecycle::open(world, &Fazz, payment);
    answer
}

fn read(
    world: &mut World,
    account: &str,
    reference: String,
    attributes: &Members,
) -> Result<Payment, Refusal> {
    let method = method(world, attributes)?;
    match text(attributes, "currency").as_deref() {
        None | Some("IDR") => {}
        Some(_) => return Err(refusals::invalid("currency must be IDR")),
    }
    let amount = amount(attributes.get("amount"))?;
    let (minimum, maximum) = method.limits;
    if amount < minimum.into() || amount > maximum.into() {
        let detail = format!("amount must be between {minimum} and {maximum}");
        return Err(refusals::amount(detail));
    }
    let now = world.now();
    let expires = expiry(attributes, &method, now)?;
    let prefix = match method.kind {
        "virtual_bank_account" => "va",
        "qris" => "qr",
        "e-wallet" if method.name.ends_with(":OVO") => "ovo",
        "e-wallet" => "shopeepay",
        _ => "mst",
    };
    Ok(Payment {
        provider: NAME,
        account: account.to_owned(),
        scope: SCOPE,
        id: format!("contract_{}", world.identifiers.hex(32)),
        method: method.name,
        amount,
        currency: "IDR",
        state: State::Pending,
        created: now,
        changed: now,
        expires,
        page: format!("fazz/pay/{}", world.identifiers.alphanumeric(8)),
        callback_url: None,
        redirect_url: method.redirect_url,
        failure_redirect_url: None,
        details: Box::new(Instructions {
            kind: method.kind,
            method_id: format!("{prefix}_{}", world.identifiers.hex(32)),
            method_reference: reference.clone(),
            leads: method.leads,
            description: text(attributes, "description"),
            expires: true,
            fees: shapes::fees(method.kind, amount),
            request: json!(attributes),
        }),
        reference,
    })
}

fn method(world: &mut World, attributes: &Members) -> Result<Method, Refusal> {
    let empty = Members::new();
    let options = attributes
        .get("paymentMethodOptions")
        .and_then(Value::as_object)
        .unwrap_or(&empty);
    let display_name = text(options, "displayName");
    let days = |days| TimeDelta::days(days);
    let any_time = (TimeDelta::seconds(1), days(3650), days(1));
    let kind = text(attributes, "paymentMethodType").unwrap_or_default();
    Ok(match kind.as_str() {
        "retail_outlet" => {
            // "Optional" stands beside expiredAt and description alone.
            required(attributes, "currency", 3)?;
            let outlet = one_of(options, "retailOutletName", &["ALFAMART", "INDOMARET"])?;
            let display_name = required(options, "displayName", 255)?;
            Method {
                kind: "retail_outlet",
                name: format!("retail_outlet:{outlet}"),
                limits: if outlet == "ALFAMART" {
                    (15_000, 2_500_000)
                } else {
                    (10_000, 5_000_000)
                },
                times: any_time,
                leads: instructions(json!({
                    "retailOutletName": outlet,
                    "paymentCode": world.identifiers.digits(7),
                    "displayName": display_name,
                })),
                redirect_url: None,
            }
        }
        "virtual_bank_account" => {
            let bank = one_of(options, "bankShortCode", ONE_TIME_BANKS)?;
            let name = required(options, "displayName", 24)?;
            let account = account_number(world, options)?;
            Method {
                kind: "virtual_bank_account",
                name: format!("virtual_bank_account:{bank}"),
                limits: (10_000, 100_000_000),
                times: (TimeDelta::hours(1), days(30), days(1)),
                leads: account_instructions(&bank, &account, &name),
                redirect_url: None,
            }
        }
        "qris" => Method {
            kind: "qris",
            name: "qris".to_owned(),
            limits: (1_500, 5_000_000),
            times: any_time,
            // Where the picture is, its page says.
            leads: instructions(json!({"displayName": display_name})),
            redirect_url: None,
        },
        "e-wallet" => {
            // The server writes its fields in snake_case itself, and takes them so.
            let options = renamed(options, "provider_code", "providerCode");
            let wallet = one_of(&options, "providerCode", &["SHOPEEPAY", "OVO"])?;
            let url = required(&options, "afterSettlementReturnUrl", 2_000)?;
            Method {
                kind: "e-wallet",
                name: format!("e-wallet:{wallet}"),
                limits: (1, 10_000_000),
                times: (
                    TimeDelta::minutes(1),
                    TimeDelta::hours(1),
                    TimeDelta::hours(1),
                ),
                leads: ("settlement", members(json!({"afterSettlementUrl": url}))),
                redirect_url: Some(url),
            }
        }
        _ => {
            return Err(refusals::invalid(
                "payment_method_type must be retail_outlet, virtual_bank_account, qris or e-wallet",
            ));
        }
    })
}

/// Eight digits of the bank, then the merchant's suffix or one of the provider's.
pub(super) fn account_number(world: &mut World, options: &Members) -> Result<String, Refusal> {
    let suffix = match text(options, "suffixNo") {
        None => world.identifiers.digits(8),
        Some(suffix) if !suffix.bytes().all(|byte| byte.is_ascii_digit()) => {
            return Err(refusals::invalid("suffix_no must all be numbers"));
        }
        Some(suffix) if suffix.len() > 8 => return Err(refusals::SUFFIX_TOO_LONG),
        Some(suffix) => suffix,
    };
    Ok(format!("88480957{suffix}"))
}

pub(super) fn account_instructions(
    bank: &str,
    account: &str,
    name: &str,
) -> (&'static str, Members) {
    instructions(json!({
        "bankShortCode": bank,
        "accountNo": account,
        // The provider puts its own letters before the name.
        "displayName": format!("IKN-{name}"),
    }))
}

/// Of a code that stays.
pub(super) fn qr_instructions(
    world: &mut World,
    display_name: Option<String>,
) -> (&'static str, Members) {
    let code = world.identifiers.alphanumeric(12);
    let path = format!("fazz/qr/{code}.png");
    let image = format!("{}/{path}", world.base_url);
    world.codes_that_stay.insert(path);
    instructions(json!({"imageUrl": image, "displayName": display_name}))
}

fn instructions(value: Value) -> (&'static str, Members) {
    ("instructions", members(value))
}

fn members(value: Value) -> Members {
    match value {
        Value::Object(members) => members,
        _ => Members::new(),
    }
}

fn renamed(options: &Members, from: &str, to: &str) -> Members {
    let mut options = options.clone();
    if let Some(value) = options.remove(from) {
        options.entry(to).or_insert(value);
    }
    options
}

fn expiry(
    attributes: &Members,
    method: &Method,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>, Refusal> {
    let (shortest, longest, usual) = method.times;
    let wrong = || refusals::invalid("expired_at is outside of the time that the method allows");
    let Some(asked) = text(attributes, "expiredAt") else {
        return clock::later(now, usual).ok_or_else(wrong);
    };
    let at = clock::parse_jakarta(&asked)
        .ok_or_else(|| refusals::invalid("expired_at must be a time"))?;
    match at - now {
        wait if wait >= shortest && wait <= longest => Ok(at),
        _ => Err(wrong()),
    }
}

/// A whole amount above zero, as a number or a string.
pub(super) fn amount(value: Option<&Value>) -> Result<Decimal, Refusal> {
    value
        .and_then(money::parse)
        .and_then(money::whole)
        .filter(|amount| *amount > Decimal::ZERO)
        .ok_or_else(|| refusals::invalid("amount must be a whole number greater than 0"))
}

/// A member with some text; `null` and "" count as absent.
pub(super) fn text(members: &Members, name: &str) -> Option<String> {
    let text = members.get(name)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

pub(super) fn required(members: &Members, name: &str, maximum: usize) -> Result<String, Refusal> {
    let text = text(members, name)
        .ok_or_else(|| refusals::invalid(format!("{} can't be blank", snake(name))))?;
    if text.chars().count() > maximum {
        let detail = format!(
            "{} is too long (maximum is {maximum} characters)",
            snake(name)
        );
        return Err(refusals::invalid(detail));
    }
    Ok(text)
}

pub(super) fn one_of(members: &Members, name: &str, words: &[&str]) -> Result<String, Refusal> {
    text(members, name)
        .filter(|text| words.contains(&text.as_str()))
        .ok_or_else(|| {
            refusals::invalid(format!(
                "{} must be one of {}",
                snake(name),
                words.join(", ")
            ))
        })
}

fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}
