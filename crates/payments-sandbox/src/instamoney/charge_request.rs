//! What `POST /ewallets/charges` requires.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::refusals::{self, NO_SUCH_PAYMENT_METHOD, UNSUPPORTED_CURRENCY};
use crate::{fields::Fields, reply::Reply};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channel {
    Ovo,
    Dana,
    Linkaja,
    Shopeepay,
}

impl Channel {
    const ALL: [Self; 4] = [Self::Ovo, Self::Dana, Self::Linkaja, Self::Shopeepay];

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Ovo => "ID_OVO",
            Self::Dana => "ID_DANA",
            Self::Linkaja => "ID_LINKAJA",
            Self::Shopeepay => "ID_SHOPEEPAY",
        }
    }
}

/// A charge request that passed.
#[derive(Debug)]
pub(super) struct NewCharge {
    pub(super) reference: String,
    pub(super) amount: Decimal,
    pub(super) channel: Channel,
    pub(super) success_redirect_url: Option<String>,
    pub(super) failure_redirect_url: Option<String>,
    pub(super) echoed: Echoed,
}

/// Members that come back as they were sent.
#[derive(Debug)]
pub(super) struct Echoed {
    pub(super) channel_properties: Value,
    pub(super) capture_now: bool,
    pub(super) customer_id: Value,
    pub(super) basket: Value,
    pub(super) metadata: Value,
}

const LONGEST_REFERENCE: usize = 255;
const LONGEST_URL: usize = 4096;

/// The wallet decides, as `specs/` assume; a third party's copy of the reference says 100. No
/// largest amount is documented for charges.
const SMALLEST_AMOUNT: i64 = 1;

pub(super) fn read(members: &Map<String, Value>) -> Result<NewCharge, Reply> {
    let mut fields = Fields::new(members);
    let reference = fields.required_text("reference_id", LONGEST_REFERENCE);
    let currency = fields.required_text("currency", LONGEST_REFERENCE);
    let amount = fields.required_amount("amount", SMALLEST_AMOUNT, i64::MAX);
    let method = fields.required_text("checkout_method", LONGEST_REFERENCE);
    if !matches!(method, "" | "ONE_TIME_PAYMENT" | "TOKENIZED_PAYMENT") {
        let message = "\"checkout_method\" must be ONE_TIME_PAYMENT or TOKENIZED_PAYMENT";
        fields.problem("checkout_method", "any.only", message);
    }
    // No wallet can be linked in the sandbox, so no id of a linked wallet can be right.
    if method == "TOKENIZED_PAYMENT" {
        return Err(NO_SUCH_PAYMENT_METHOD.reply());
    }
    let channel = channel(&mut fields);
    let urls = channel.map(|channel| properties(&mut fields, channel));
    let capture_now = match fields.value("capture_now") {
        None | Some(Value::Bool(true)) => true,
        Some(Value::Bool(false)) => false,
        Some(_) => {
            fields.problem(
                "capture_now",
                "boolean.base",
                "\"capture_now\" must be a boolean",
            );
            true
        }
    };
    let (Some(channel), Some((success, failure)), []) = (channel, urls, fields.problems.as_slice())
    else {
        return Err(refusals::invalid_charge(&fields.problems));
    };
    if currency != "IDR" {
        return Err(UNSUPPORTED_CURRENCY.reply());
    }
    let echo = |name| fields.value(name).cloned().unwrap_or_default();
    Ok(NewCharge {
        reference: reference.to_owned(),
        amount,
        channel,
        success_redirect_url: success,
        failure_redirect_url: failure,
        echoed: Echoed {
            channel_properties: echo("channel_properties"),
            capture_now,
            customer_id: echo("customer_id"),
            basket: echo("basket"),
            metadata: echo("metadata"),
        },
    })
}

fn channel(fields: &mut Fields<'_>) -> Option<Channel> {
    let code = fields.required_text("channel_code", LONGEST_REFERENCE);
    let known = Channel::ALL
        .into_iter()
        .find(|channel| channel.code() == code);
    if known.is_none() && !code.is_empty() {
        let codes = Channel::ALL.map(Channel::code).join(", ");
        let message = format!("\"channel_code\" must be one of {codes}");
        fields.problem("channel_code", "any.only", message);
    }
    known
}

/// Checks what the channel needs; answers where the browser goes after success and after failure.
fn properties(fields: &mut Fields<'_>, channel: Channel) -> (Option<String>, Option<String>) {
    let empty = Map::new();
    let members = match fields.value("channel_properties") {
        None => &empty,
        Some(Value::Object(members)) => members,
        Some(_) => {
            let message = "\"channel_properties\" must be an object";
            fields.problem("channel_properties", "object.base", message);
            return (None, None);
        }
    };
    let mut inner = Fields::nested(members, vec!["channel_properties".to_owned()]);
    let success = match channel {
        Channel::Ovo => {
            let number = inner.required_text("mobile_number", LONGEST_REFERENCE);
            if !number.is_empty() && !is_e164(number) {
                let message = r"must match pattern ^\+?[1-9]\d{1,14}$";
                inner.problem("mobile_number", "string.pattern", message);
            }
            None
        }
        Channel::Dana | Channel::Linkaja | Channel::Shopeepay => Some(
            inner
                .required_text("success_redirect_url", LONGEST_URL)
                .to_owned(),
        ),
    };
    let failure = inner.text("failure_redirect_url").map(str::to_owned);
    fields.problems.append(&mut inner.problems);
    (success, failure)
}

/// `^\+?[1-9]\d{1,14}$`, as the twin's server quotes it.
fn is_e164(number: &str) -> bool {
    let digits = number.strip_prefix('+').unwrap_or(number);
    (2..=15).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}
