//! The story as JSON, for `GET story`, the stream of events and `GET exchanges/{n}`.

pub(crate) mod hide;
mod meaning;

use serde_json::{Map, Value, json};

use crate::{
    clock,
    ledger::account_name,
    registry,
    reply::{Reply, object},
    shown::payment_json,
    story::{Entry, Exchange, What},
    world::World,
};

/// The most entries that one answer or event shows.
pub(crate) const MOST_SHOWN: usize = 500;

/// What makes a lane of the page: references of two accounts are two things.
const LANE: [&str; 3] = ["provider", "account", "reference"];

/// The newest entries after a number, oldest first, and the number of the newest.
pub(crate) fn after(world: &World, number: u64) -> Value {
    let newest = world.story.after(number).rev().take(MOST_SHOWN);
    let mut entries: Vec<&Entry> = newest.collect();
    entries.reverse();
    let first = entries
        .first()
        .map_or(world.story.newest() + 1, |entry| entry.number);
    object([
        ("newest", world.story.newest().into()),
        // Whoever follows has missed some, and looks at everything again.
        ("missed", (first > number + 1).into()),
        ("kept", world.story.is_kept().into()),
        (
            "entries",
            entries.into_iter().map(|entry| one(world, entry)).collect(),
        ),
    ])
}

fn one(world: &World, entry: &Entry) -> Value {
    let mut shown = Map::new();
    shown.insert("n".to_owned(), entry.number.into());
    shown.insert("at".to_owned(), clock::utc_text(entry.at).into());
    let (kind, what) = match &entry.what {
        What::Exchange(exchange) => ("exchange", summary(world, entry.number, exchange)),
        What::Payment(key, became) => {
            let payment = world.book.get(*key);
            let payment = payment.map(|payment| payment_json(payment, &world.base_url));
            let member = |name: &str| {
                payment
                    .as_ref()
                    .and_then(|payment| payment.get(name).cloned())
            };
            let [of, whose, about] = LANE.map(|name| member(name).unwrap_or_default());
            let what = json!({
                "provider": of, "account": whose, "reference": about,
                "became": became, "payment": payment,
            });
            ("payment", what)
        }
        What::Money(place) => ("money", world.ledger.at(*place).unwrap_or_default()),
        What::Callback(id, became) => {
            let callback = callback(world, *id);
            let [of, whose, about] =
                LANE.map(|name| callback.get(name).cloned().unwrap_or_default());
            let what = json!({
                "provider": of, "account": whose, "reference": about,
                "became": became, "callback": callback,
            });
            ("callback", what)
        }
        What::Steered(text) => ("steered", json!({"what": text})),
    };
    shown.insert("kind".to_owned(), kind.into());
    if let Value::Object(what) = what {
        // A row of the ledger has a kind, too: which way the money went.
        let what = what.into_iter().map(|(name, value)| match (&*name, kind) {
            ("kind", "money") => ("way".to_owned(), value),
            _ => (name, value),
        });
        shown.extend(what);
    }
    shown.into()
}

/// A callback, without secrets and persons.
pub(crate) fn callback(world: &World, id: usize) -> Value {
    let mut callback = world.outbox.one(id).unwrap_or_default();
    let Some(members) = callback.as_object_mut() else {
        return callback;
    };
    if let Some(Value::Object(headers)) = members.get("headers") {
        let pairs = headers
            .iter()
            .filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)));
        let headers = hide::headers(pairs, false);
        members.insert("headers".to_owned(), headers.into());
    }
    members.remove("bytes");
    match members.get_mut("body") {
        Some(Value::String(text)) => *text = hide::body(text.as_bytes(), false),
        Some(body) => hide::members(body),
        None => {}
    }
    callback
}

fn summary(world: &World, number: u64, exchange: &Exchange) -> Value {
    let provider = exchange.provider.and_then(registry::named);
    let request = exchange.request.request();
    let target = provider.and_then(|provider| provider.target(world, &request));
    let account = provider.and_then(|provider| provider.account(world, &request));
    let did = world
        .story
        .after(exchange.began.saturating_sub(1))
        .take_while(|entry| entry.number < number)
        .any(|entry| matches!(entry.what, What::Payment(..) | What::Money(_)));
    // What changed nothing that is noted was done all the same where the fault says so.
    let after = exchange
        .fault
        .as_deref()
        .is_some_and(|fault| fault.contains("after"));
    let meaning = provider.map(|_| {
        let operation = target.as_ref().map(|target| target.operation);
        let meaning = meaning::of(exchange, operation, did || after);
        json!({"outcome": meaning.outcome, "says": meaning.says, "may": meaning.may})
    });
    json!({
        "provider": exchange.provider,
        "operation": target.as_ref().map(|target| target.operation.name()),
        "account": account.map(|account| account_name(&account)),
        "reference": target.and_then(|target| target.reference),
        "method": request.method(),
        "path": hide_query(request.target()),
        "status": exchange.answer.as_ref().map(|answer| answer.status),
        "delay_ms": u64::try_from(exchange.delay.as_millis()).unwrap_or(u64::MAX),
        "fault": exchange.fault,
        "began": exchange.began,
        "meaning": meaning,
    })
}

fn hide_query(target: &str) -> String {
    match target.split_once('?') {
        Some((path, query)) => format!("{path}?{}", hide::body(query.as_bytes(), false)),
        None => target.to_owned(),
    }
}

/// `GET exchanges/{n}`: all of it, and with `?reveal=true` what is hidden, too.
pub(crate) fn exchange(world: &World, number: &str, reveals: bool) -> Reply {
    let found = number
        .parse()
        .ok()
        .and_then(|number| world.story.exchange(number));
    let Some((entry, exchange)) = found else {
        let message = format!("there is no exchange {number:?}, or none that is kept");
        return Reply::sandbox_error(404, message);
    };
    let mut shown = one(world, entry);
    let request = exchange.request.request();
    let target = if reveals {
        request.target().to_owned()
    } else {
        hide_query(request.target())
    };
    let asked = json!({
        "method": request.method(),
        "path": target,
        "headers": hide::headers(hide::received(request.headers()), reveals),
        "body": hide::body(request.body(), reveals),
    });
    let answered = exchange.answer.as_ref().map(|answer| {
        let headers = answer
            .headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()));
        let headers = headers.chain([("content-type", answer.kind)]);
        json!({
            "status": answer.status,
            "headers": hide::headers(headers, reveals),
            "body": hide::body(&answer.body, reveals),
        })
    });
    if let Some(members) = shown.as_object_mut() {
        members.insert("request".to_owned(), asked);
        members.insert("answer".to_owned(), answered.unwrap_or_default());
        members.insert("revealed".to_owned(), reveals.into());
    }
    Reply::json(200, shown)
}
