//! Sends callbacks that are requested by kind.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::{
    callbacks,
    identifiers::Identifiers,
    kind::Kind,
    money::{self, written_like},
    outbox::Message,
    payment::Payment,
    provider::Provider,
    registry,
    reply::Reply,
    signature,
    tables::kinds_of,
    times,
    world::World,
};

/// `POST callbacks`: composes a callback, signs it, and puts it into the outbox.
pub(crate) fn send(world: &mut World, members: &Map<String, Value>) -> Reply {
    match queue(world, members) {
        Ok(callback) => Reply::json(200, callback),
        Err((status, message)) => Reply::sandbox_error(status, message),
    }
}

pub(crate) type Refusal = (u16, String);

fn queue(world: &mut World, members: &Map<String, Value>) -> Result<Value, Refusal> {
    if let Some(name) = unknown(
        members,
        &["provider", "event", "reference", "amount", "target"],
    ) {
        return Err((400, format!("a callback has no {name:?}")));
    }
    let provider = named(members)?;
    let event = text(members, "event")?.ok_or((400, "\"event\" is missing".to_owned()))?;
    let reference = match text(members, "reference")? {
        Some(reference) => reference.to_owned(),
        // Every provider takes letters and digits.
        None => format!("order{}", world.identifiers.digits(8)),
    };
    let amount = match members.get("amount") {
        None | Some(Value::Null) => None,
        Some(amount) => {
            let amount = money::parse(amount).filter(|amount| *amount >= Decimal::ZERO);
            let message = "\"amount\" must be a number, or digits in a string";
            Some(amount.ok_or((400, message.to_owned()))?)
        }
    };
    let target = text(members, "target")?.map(str::to_owned);

    let known = world.book.with_reference(provider.name(), &reference);
    let known: Vec<_> = known.into_iter().map(|(_, payment)| payment).collect();
    let (kind, payment) = choose(provider, event, &known)?;
    if amount.is_some() && kind.amount.is_empty() {
        let message = format!("{} of {} tells no amount", kind.event, kind.provider);
        return Err((400, message));
    }
    let known_target = payment.and_then(|payment| payment.callback_url.clone());
    let target = target.or(known_target);
    let account = payment.map(|payment| payment.account.clone());
    let mut body = kind.body();
    put(&mut body, kind.reference, |_| Some(json!(reference)));
    tell_of(&mut body, kind, &reference, payment, amount);
    put(&mut body, kind.new_id, |old| {
        Some(alike(old.as_str()?, &mut world.identifiers).into())
    });
    times::move_to(&mut body, kind.times, world.now());

    let dashboard = provider.dashboard_url(&world.settings).map(str::to_owned);
    let mut headers = provider.marks(&mut world.identifiers);
    put_tokens(world, provider, &mut body);
    headers.extend(provider.proof(&world.settings, body.to_string().as_bytes()));
    let message = Message::new(target.or(dashboard), headers, body);
    let about = (account.as_deref(), &*reference);
    let now = world.now();
    Ok(callbacks::tell(world, provider, about, message, now))
}

/// The kind by its name, or the first one with that status; of the payment that the sandbox knows,
/// if it does.
fn choose<'a>(
    provider: &dyn Provider,
    event: &str,
    known: &[&'a Payment],
) -> Result<(&'static Kind, Option<&'a Payment>), Refusal> {
    let all = || kinds_of(provider.name());
    let mut meant: Vec<_> = all().filter(|kind| kind.event == event).collect();
    if meant.is_empty() {
        meant.extend(all().filter(|kind| kind.status == event));
    }
    let Some(first) = meant.first() else {
        let events: Vec<_> = all().map(|kind| kind.event).collect();
        let (name, events) = (provider.name(), events.join(", "));
        let message = format!("{name} sends no {event:?}; it sends {events}");
        return Err((404, message));
    };
    // The newest goes first: it holds the reference now.
    for payment in known.iter().rev() {
        if let Some(kind) = meant.iter().find(|kind| kind.is_of(&payment.method)) {
            return Ok((kind, Some(payment)));
        }
    }
    match known.last() {
        None => Ok((first, None)),
        Some(payment) => {
            let (reference, method) = (&payment.reference, &payment.method);
            let message = format!("{reference:?} is by {method}, of which {event} is not told");
            Err((409, message))
        }
    }
}

/// Id, amount and channel of a payment. Of one that nobody made the id follows from the reference:
/// all that is told of it is told of one.
fn tell_of(
    body: &mut Value,
    kind: &Kind,
    reference: &str,
    payment: Option<&Payment>,
    amount: Option<Decimal>,
) {
    if let Some(amount) = amount.or(payment.map(|payment| payment.amount)) {
        put(body, kind.amount, |old| written_like(old, amount));
    }
    match payment {
        Some(payment) => {
            let (_, channel) = payment
                .method
                .split_once(':')
                .unwrap_or(("", &payment.method));
            put(body, kind.id, |_| Some(json!(payment.id)));
            put(body, kind.channel, |_| Some(json!(channel)));
        }
        None => {
            let digest = signature::md5(&format!("{}:{reference}", kind.provider));
            let seed = digest
                .get(..16)
                .and_then(|hex| u64::from_str_radix(hex, 16).ok());
            let mut own = Identifiers::new(seed.unwrap_or_default());
            put(body, kind.id, |old| {
                Some(alike(old.as_str()?, &mut own).into())
            });
        }
    }
}

pub(crate) fn put_tokens(world: &World, provider: &dyn Provider, body: &mut Value) {
    let Some(token) = provider.token(&world.settings) else {
        return;
    };
    for kind in kinds_of(provider.name()) {
        put(body, kind.token, |_| Some(json!(token)));
    }
}

/// Replaces what is there; what is not there stays so.
fn put(body: &mut Value, pointers: &[&str], mut value: impl FnMut(&Value) -> Option<Value>) {
    for pointer in pointers {
        if let Some(old) = body.pointer_mut(pointer)
            && let Some(new) = value(old)
        {
            *old = new;
        }
    }
}

/// Another id of the same shape: what stands before the last `_` and every letter that is no
/// hexadecimal digit stays.
fn alike(example: &str, identifiers: &mut Identifiers) -> String {
    let (before, own) = match example.rfind('_') {
        Some(place) => example.split_at(place + 1),
        None => ("", example),
    };
    if own.len() == 36 && own.matches('-').count() == 4 {
        return format!("{before}{}", identifiers.uuid());
    }
    let is_hexadecimal =
        |character: char| character.is_ascii_digit() || ('a'..='f').contains(&character);
    let own = own.chars().map(|character| match character {
        '0'..='9' if !own.contains(|other| ('a'..='f').contains(&other)) => identifiers.digits(1),
        character if is_hexadecimal(character) => identifiers.hex(1),
        character => character.to_string(),
    });
    format!("{before}{}", own.collect::<String>())
}

pub(crate) fn named(members: &Map<String, Value>) -> Result<&'static dyn Provider, Refusal> {
    let name = text(members, "provider")?.unwrap_or_default();
    registry::named(name).ok_or_else(|| {
        let known = registry::names().join(", ");
        (
            404,
            format!("there is no provider {name:?}; there are {known}"),
        )
    })
}

pub(crate) fn text<'a>(
    members: &'a Map<String, Value>,
    name: &str,
) -> Result<Option<&'a str>, Refusal> {
    match members.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if !text.is_empty() => Ok(Some(text)),
        Some(_) => Err((400, format!("{name:?} must be text"))),
    }
}

fn unknown<'a>(members: &'a Map<String, Value>, known: &[&str]) -> Option<&'a String> {
    members.keys().find(|name| !known.contains(&name.as_str()))
}
