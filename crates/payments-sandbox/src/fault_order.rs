//! Ordering faults, and which faults exist.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::{
    code::Code,
    faults::{Change, Effect, Fault, Manner, Odd, Operation, Part, Says},
    fields::Fields,
    money,
    provider::Provider,
    registry::{self, PROVIDERS},
    tables::codes_of,
};

const EVERY: &str = "*";

/// What can be ordered: the name, the members that only it has, and what it does.
#[derive(Clone, Copy)]
struct Kind(&'static str, &'static [&'static str], &'static str);

const RESET_BEFORE: &str = "reset_before_commit";
const RESET_AFTER: &str = "reset_after_commit";
const ERROR_BEFORE: &str = "error_before_commit";
const ERROR_AFTER: &str = "error_after_commit";
const HIDDEN: &str = "hidden_after_commit";
const VOID: &str = "void_after_capture";
const REFUND: &str = "partial_refund";
const FAILED_CHARGE: &str = "failed_charge";

const PRICE_RISE: &str = "price_rise";

/// In rupiah, where the order does not say.
const RISE: i64 = 500;

const BEFORE_ANSWER: &str = "told_before_answer";

/// What happens to callbacks only.
const OF_CALLBACKS: [&str; 5] = [
    "duplicate",
    "reorder",
    "drop",
    "unsigned",
    "wrong_signature",
];

/// What happens to the request for a payment or a sale only.
const OF_CREATES: [&str; 3] = ["failure_code", BEFORE_ANSWER, PRICE_RISE];

/// What happens to money in the moment in which it is taken.
const OF_CAPTURES: [&str; 3] = [VOID, REFUND, FAILED_CHARGE];

const KINDS: &[Kind] = &[
    Kind(
        "delay",
        &["delay_ms"],
        "done at once, answered late: 1000 ms if absent; a callback comes late",
    ),
    Kind(
        RESET_BEFORE,
        &[],
        "nothing is done, the connection is reset",
    ),
    Kind(RESET_AFTER, &[], "it is done, the answer is lost"),
    Kind(
        ERROR_BEFORE,
        &["status"],
        "nothing is done; 500 to 599, 503 if absent",
    ),
    Kind(
        ERROR_AFTER,
        &["status"],
        "it is done; 500 to 599, 503 if absent",
    ),
    Kind(
        HIDDEN,
        &["seconds"],
        "the answer is lost, and what was made is not found for a while, 30 s if absent: a repeat makes a second one",
    ),
    Kind("too_many_requests", &[], "429, nothing is done"),
    Kind(
        "html",
        &["status", "commits"],
        "a page for people, under a status from 200 on, 200 if absent; it is done unless `commits` is false",
    ),
    Kind(
        "code",
        &["code", "status", "commits"],
        "a code of the provider's tables; done where they call the outcome unknown, unless `commits` says otherwise",
    ),
    Kind(
        "failure_code",
        &["code"],
        "the payment is taken in, and fails after 1 s with a code of the tables of failures",
    ),
    Kind(
        "another_type",
        &["member"],
        "another JSON type: a number as text, digits as a number, text in a list, an object as text",
    ),
    Kind("null_member", &["member"], "a member is null"),
    Kind("absent_member", &["member"], "a member is not there"),
    Kind(
        "list_member",
        &["member"],
        "a member is an empty list, as PHP writes an object without members",
    ),
    Kind(
        "latin_1",
        &["member"],
        "a text member ends in a byte that is not UTF-8",
    ),
    Kind(
        "half_surrogate",
        &["member"],
        "a text member ends in half of an emoji",
    ),
    Kind("byte_order_mark", &[], "EF BB BF stands before the body"),
    Kind("cut_body", &[], "the second half of the body is missing"),
    Kind(
        "wrong_amount",
        &["amount"],
        "another amount; one more than the true one if absent",
    ),
    Kind(
        "wrong_reference",
        &["wrong"],
        "another reference; one that nobody has if absent",
    ),
    Kind(
        "another_event",
        &["event"],
        "another event, type or status; one that is not about a payment if absent",
    ),
    Kind(
        PRICE_RISE,
        &["amount"],
        "the price of top-ups rises between the list and this sale, by 500 if absent, and stays",
    ),
    Kind(VOID, &[], "all of the next capture goes back after 1 s"),
    Kind(
        REFUND,
        &["amount"],
        "part of the next capture goes back after 1 s; half of it if absent",
    ),
    Kind(
        FAILED_CHARGE,
        &[],
        "the next charge of a mandate fails: nothing is taken, and the callback says so",
    ),
    Kind(
        BEFORE_ANSWER,
        &[],
        "the customer pays at once, and the callback arrives before the answer",
    ),
    Kind("duplicate", &[], "the callback is sent twice"),
    Kind(
        "reorder",
        &[],
        "the callback is sent after the next one of its provider",
    ),
    Kind("drop", &[], "the callback is not sent"),
    Kind("unsigned", &[], "the callback is sent without its proof"),
    Kind(
        "wrong_signature",
        &[],
        "the callback is sent under a proof that is not its sender's",
    ),
];

/// Members that every order may have.
const COMMON: [&str; 5] = ["provider", "operation", "fault", "reference", "times"];

impl Kind {
    /// Whether what the provider says in a callback can be changed like this.
    fn is_change(self) -> bool {
        let Self(name, ..) = self;
        matches!(name, "byte_order_mark" | "cut_body" | "delay")
            || OF_CALLBACKS.contains(&name)
            || name.starts_with("wrong_")
            || name == "another_event"
            || self.is_of_member()
    }

    fn is_of_member(self) -> bool {
        self.1 == ["member"]
    }

    fn providers(self) -> Vec<&'static str> {
        let Self(name, ..) = self;
        let has = |provider: &&dyn Provider| match name {
            name if OF_CAPTURES.contains(&name) => provider.captures().contains(&name),
            // It tells of charges only, long after the answer.
            BEFORE_ANSWER => provider.name() != "rpi",
            PRICE_RISE => provider.has_prices(),
            "unsigned" | "wrong_signature" => !provider.proof_headers().is_empty(),
            "code" => codes_of(provider.name()).any(Code::answers),
            "failure_code" => codes_of(provider.name()).any(Code::fails),
            _ => true,
        };
        PROVIDERS
            .iter()
            .copied()
            .filter(has)
            .map(|provider| provider.name())
            .collect()
    }
}

pub(crate) fn kinds() -> Value {
    let shown = |kind: &Kind| {
        let Kind(name, members, text) = *kind;
        json!({
            "fault": name,
            "members": members,
            "text": text,
            "providers": kind.providers(),
            "of_callbacks": kind.is_change(),
        })
    };
    KINDS.iter().map(shown).collect()
}

pub(crate) fn read(members: &Map<String, Value>) -> Result<Fault, String> {
    let mut fields = Fields::new(members);
    let name = fields.text("provider").unwrap_or_default();
    let provider = registry::named(name).ok_or_else(|| {
        let names = registry::names().join(", ");
        format!("\"provider\" must be one of {names}, not {name:?}")
    })?;
    let kind = kind(fields.text("fault").unwrap_or_default())?;
    let Kind(name, own, _) = kind;
    let known = |member: &&String| COMMON.iter().chain(own).all(|known| known != member);
    if let Some(unknown) = members.keys().find(known) {
        return Err(match own {
            [] => format!("{name} has no {unknown:?}"),
            own => format!("{name} has no {unknown:?}; it has {}", own.join(", ")),
        });
    }
    if !kind.providers().contains(&provider.name()) {
        let provider = provider.name();
        return Err(format!(
            "the documents of {provider} have no word for {name}"
        ));
    }
    let operation = match fields.text("operation").unwrap_or(EVERY) {
        EVERY if OF_CAPTURES.contains(&name) => Some(Operation::Capture),
        EVERY if OF_CALLBACKS.contains(&name) => Some(Operation::Callback),
        EVERY if OF_CREATES.contains(&name) => Some(Operation::Create),
        EVERY => None,
        name => Some(operation(name)?),
    };
    let fits = match operation {
        Some(Operation::Capture) => OF_CAPTURES.contains(&name),
        Some(Operation::Callback) => kind.is_change(),
        _ if OF_CALLBACKS.contains(&name) || OF_CAPTURES.contains(&name) => false,
        Some(Operation::Create) => true,
        _ => !OF_CREATES.contains(&name),
    };
    if let (Some(operation), false) = (operation, fits) {
        return Err(format!("{name} cannot happen to \"{}\"", operation.name()));
    }
    let effect = effect(name, provider, &mut fields)?;
    let reference = fields.text("reference").map(str::to_owned);
    let times = count(&fields, "times")?.unwrap_or(1);
    if let Some(problem) = fields.problems.first() {
        return Err(problem.message.clone());
    }
    let mut shown = members.clone();
    for (member, value) in [
        ("operation", json!(operation.map_or(EVERY, Operation::name))),
        ("reference", json!(reference)),
    ] {
        shown.insert(member.to_owned(), value);
    }
    Ok(Fault {
        // Given when it is taken in.
        number: 0,
        group: None,
        provider: provider.name(),
        operation,
        reference,
        effect,
        left: (times > 0).then_some(times),
        shown,
    })
}

fn kind(name: &str) -> Result<Kind, String> {
    let known = KINDS.iter().find(|Kind(known, ..)| *known == name);
    known.copied().ok_or_else(|| {
        let mut names = String::new();
        for Kind(name, ..) in KINDS {
            let _never_fails = write!(names, "{name}, ");
        }
        format!("\"fault\" must be one of {names}not {name:?}")
    })
}

fn operation(name: &str) -> Result<Operation, String> {
    // The words of bills for the same two things.
    let name = match name {
        "pay" => Operation::Create.name(),
        "status" => Operation::Get.name(),
        name => name,
    };
    let mut known = Operation::ALL.into_iter();
    known.find(|known| known.name() == name).ok_or_else(|| {
        let names = Operation::ALL.map(Operation::name).join(", ");
        format!("\"operation\" must be one of {names}, {EVERY}, not {name:?}")
    })
}

fn effect(name: &str, provider: &dyn Provider, fields: &mut Fields<'_>) -> Result<Effect, String> {
    let (acts, says) = match name {
        "delay" => (
            true,
            Says::Late(count(fields, "delay_ms")?.unwrap_or(1_000)),
        ),
        RESET_BEFORE => (false, Says::Nothing),
        RESET_AFTER => (true, Says::Nothing),
        ERROR_BEFORE => (false, Says::Outage(status(fields, 500)?.unwrap_or(503))),
        ERROR_AFTER => (true, Says::Outage(status(fields, 500)?.unwrap_or(503))),
        HIDDEN => {
            let seconds = count(fields, "seconds")?.unwrap_or(30);
            (true, Says::NothingAndHides(seconds))
        }
        "too_many_requests" => (false, Says::TooManyRequests),
        "html" => {
            let status = status(fields, 200)?.unwrap_or(200);
            (commits(fields)?.unwrap_or(true), Says::Page(status))
        }
        "code" => {
            let code = code(provider, fields, Code::answers)?;
            let status = status(fields, 200)?;
            let acts = commits(fields)?.unwrap_or(!code.is_refused());
            (acts, Says::Code(code, status))
        }
        "failure_code" => return Ok(Effect::Fails(code(provider, fields, Code::fails)?)),
        PRICE_RISE => {
            let by = amount(fields)?.unwrap_or_else(|| RISE.into());
            return Ok(Effect::RaisesPrices(by));
        }
        VOID => return Ok(Effect::GivesBack { part: None }),
        REFUND => {
            let part = amount(fields)?.map_or(Part::Half, Part::So);
            return Ok(Effect::GivesBack { part: Some(part) });
        }
        FAILED_CHARGE => return Ok(Effect::FailsCharge),
        BEFORE_ANSWER => return Ok(Effect::TellsFirst),
        "duplicate" => return Ok(Effect::Told(Manner::Twice)),
        "reorder" => return Ok(Effect::Told(Manner::Swapped)),
        "drop" => return Ok(Effect::Told(Manner::Dropped)),
        "unsigned" => return Ok(Effect::Told(Manner::Unsigned)),
        "wrong_signature" => return Ok(Effect::Told(Manner::Forged)),
        name => (true, Says::Changed(change(name, fields)?)),
    };
    Ok(Effect::Request { acts, says })
}

fn change(name: &str, fields: &mut Fields<'_>) -> Result<Change, String> {
    let odd = match name {
        "byte_order_mark" => return Ok(Change::ByteOrderMark),
        "cut_body" => return Ok(Change::Cut),
        "wrong_amount" => return Ok(Change::Amount(amount(fields)?)),
        "wrong_reference" => {
            let wrong = fields.text("wrong").map(str::to_owned);
            return Ok(Change::Reference(wrong));
        }
        "another_event" => return Ok(Change::Event(fields.text("event").map(str::to_owned))),
        "null_member" => Odd::Null,
        "absent_member" => Odd::LeftOut,
        "list_member" => Odd::List,
        "latin_1" => Odd::Latin1,
        "half_surrogate" => Odd::HalfSurrogate,
        "another_type" => Odd::Type,
        name => return Err(format!("nothing is done for {name}")),
    };
    Ok(Change::Member(
        fields.text("member").map(str::to_owned),
        odd,
    ))
}

fn code(
    provider: &dyn Provider,
    fields: &mut Fields<'_>,
    fits: impl Fn(&Code) -> bool,
) -> Result<&'static Code, String> {
    let wanted = fields.text("code").unwrap_or_default();
    let mut known = codes_of(provider.name()).filter(|code| fits(code));
    known.find(|code| code.code == wanted).ok_or_else(|| {
        let name = provider.name();
        format!("\"code\" must be one that the tables of {name} list for this, not {wanted:?}: see GET faults/codes")
    })
}

fn status(fields: &Fields<'_>, least: u16) -> Result<Option<u16>, String> {
    let Some(status) = count(fields, "status")? else {
        return Ok(None);
    };
    let fits = u16::try_from(status).ok();
    let fits = fits.filter(|status| (least..=599).contains(status));
    fits.map(Some)
        .ok_or_else(|| format!("\"status\" must be between {least} and 599, not {status}"))
}

fn commits(fields: &Fields<'_>) -> Result<Option<bool>, String> {
    match fields.value("commits") {
        None => Ok(None),
        Some(Value::Bool(commits)) => Ok(Some(*commits)),
        Some(value) => Err(format!("\"commits\" must be true or false, not {value}")),
    }
}

fn amount(fields: &Fields<'_>) -> Result<Option<rust_decimal::Decimal>, String> {
    match fields.value("amount") {
        None => Ok(None),
        Some(value) => match money::parse(value).filter(|amount| !amount.is_sign_negative()) {
            Some(amount) => Ok(Some(amount)),
            None => Err(format!("\"amount\" must be an amount, not {value}")),
        },
    }
}

fn count(fields: &Fields<'_>, name: &str) -> Result<Option<u64>, String> {
    let Some(value) = fields.value(name) else {
        return Ok(None);
    };
    match value.as_u64() {
        Some(count) => Ok(Some(count)),
        None => Err(format!("\"{name}\" must be a whole number, not {value}")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_fault_that_is_listed_does_something_and_stands_in_the_readme() {
        let readme = include_str!("../README.md");
        for kind in KINDS {
            let Kind(name, ..) = kind;
            assert!(readme.contains(&format!("`{name}`")), "{name}");
            let provider = kind.providers()[0];
            let order = json!({"provider": provider, "fault": name});
            if let Err(why) = read(order.as_object().unwrap()) {
                // Those need one more member.
                assert!(["code", "failure_code"].contains(name), "{why}");
            }
        }
    }
}
