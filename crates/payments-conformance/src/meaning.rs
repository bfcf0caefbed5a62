//! Odd members: if one member of a printed body is changed, the meaning stays the same or becomes
//! unknown. It is never a different one.

use payments_core::{Money, News, Outcome};
use payments_provider::explain::{Dictionary, Listed, Meaning};
use serde_json::{Value, json};

use crate::{Example, examples};

/// How many changes were tried, and how many kept the meaning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Changes tried: a printed body, a member, a change.
    pub tried: usize,
    /// Changes that kept the meaning.
    pub kept: usize,
}

/// Takes every printed answer, refusal and callback, and replaces each member by: another type of
/// scalar, `null`, nothing, a list, an object, an unknown word, a text with a Latin-1 byte or half
/// a surrogate pair. Also puts a byte order mark before the body.
///
/// Status, amounts, reference and outcome stay or become unknown: never a different status, amount
/// or outcome.
pub fn no_odd_member_changes_the_meaning(dictionary: &Dictionary) -> Kept {
    let mut counted = Kept::default();
    for example in examples(dictionary.provider.as_str()) {
        if example.decodes.ends_with(" request") {
            continue;
        }
        let before = told(dictionary, &example, &example.bytes());
        let marked = [b"\xef\xbb\xbf", &*example.bytes()].concat();
        let mut places = Vec::new();
        walk(&example.body, String::new(), &mut places);
        let mut changes = vec![("a byte order mark".to_owned(), String::new(), marked)];
        for place in places.iter().filter(|place| !place.is_empty()) {
            for (what, body) in changed(&example.body, place) {
                changes.push((format!("{what} at {place}"), place.clone(), body));
            }
        }
        for (what, place, body) in changes {
            let after = told(dictionary, &example, &body);
            let said = said(&body, &place);
            counted.tried += 1;
            counted.kept += usize::from(after == before);
            if let Err(why) = before.allows(&after, said.as_deref()) {
                let text = String::from_utf8_lossy(&body);
                let name = &example.name;
                panic!("{name} with {what}: {why}: {before:?} became {after:?}: {text}");
            }
        }
    }
    println!(
        "{}: {} changes of members tried, {} kept the meaning",
        dictionary.provider, counted.tried, counted.kept
    );
    counted
}

/// What a body means.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    /// The outcome of the call, if the body leads to an error.
    outcome: Option<Outcome>,
    news: Vec<One>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct One {
    status: String,
    reference: Option<String>,
    amounts: [Option<Money>; 3],
}

/// Statuses on which nobody acts: they are looked up again.
fn is_open(status: &str) -> bool {
    const KNOWN: [&str; 12] = [
        "expired",
        "failed",
        "cancelled",
        "paid",
        "settled",
        "refunded",
        "active",
        "completed",
        "rejected",
        "terminated",
        "owed",
        "applied",
    ];
    !KNOWN.contains(&status)
}

impl Told {
    /// `said`: the text of the changed member, which may have been the reference.
    fn allows(&self, after: &Self, said: Option<&str>) -> Result<(), &'static str> {
        match (self.outcome, after.outcome) {
            (_, Some(Outcome::Unknown)) => return Ok(()),
            (before, after) if before == after => {}
            _ => return Err("another outcome"),
        }
        // A missing value is unknown.
        for one in &after.news {
            if is_open(&one.status) {
                continue;
            }
            let same = |before: &&One| before.status == one.status;
            let Some(before) = self.news.iter().find(same) else {
                return Err("another status");
            };
            let told = one.reference.as_deref();
            let known = self
                .news
                .iter()
                .any(|before| before.reference == one.reference);
            if !known && told.is_some() && told != said {
                return Err("another reference");
            }
            let another = |(before, after): (&Option<Money>, &Option<Money>)| {
                after.is_some() && before != after
            };
            if self.news.len() == 1 && before.amounts.iter().zip(&one.amounts).any(another) {
                return Err("another amount");
            }
        }
        Ok(())
    }
}

fn told(dictionary: &Dictionary, example: &Example, body: &[u8]) -> Told {
    let words: Vec<_> = example.decodes.split(' ').collect();
    let explained = match words.as_slice() {
        ["callback", _] => dictionary.callback(body),
        [_, operation, kind] => {
            let refused = if *kind == "refusal" { 400 } else { 200 };
            dictionary.answer(operation, example.status.unwrap_or(refused), body)
        }
        other => panic!("{other:?} says nothing known"),
    };
    let Ok(explained) = explained else {
        return Told {
            outcome: Some(Outcome::Unknown),
            news: Vec::new(),
        };
    };
    let mut news: Vec<_> = explained.news.iter().map(one).collect();
    match &explained.more {
        Meaning::Inquiry(inquiry) => news.push(One {
            status: "owed".into(),
            reference: Some(inquiry.bill.reference.to_string()),
            amounts: [inquiry.amount, inquiry.cost, None],
        }),
        Meaning::Balance(balance) => news.push(One {
            status: "owed".into(),
            reference: None,
            amounts: [Some(*balance), None, None],
        }),
        Meaning::List(listed) => news.extend(listed.iter().filter_map(|listed| match listed {
            Listed::News(news) => Some(one(news)),
            Listed::Error(_) => None,
        })),
        _ => {}
    }
    Told {
        outcome: explained.error.as_ref().map(payments_core::Error::outcome),
        news,
    }
}

fn one(news: &News) -> One {
    let amounts = match news {
        News::Payment(payment) => [payment.amount, payment.captured, payment.refunded],
        News::Bill(payment) => [payment.amount, payment.cost, None],
        News::Charge(told) => [told.charge.amount, None, None],
        News::AmountChange(change) => [Some(change.amount), None, None],
        News::Refund(refund) => [Some(refund.amount), refund.captured, None],
        _ => [None; 3],
    };
    let reference = match news {
        // Its own reference is made from the mandate's reference and the date.
        News::AmountChange(change) => Some(&change.mandate),
        news => news.reference(),
    };
    One {
        status: news.status_word().to_owned(),
        reference: reference.map(ToString::to_string),
        amounts,
    }
}

/// A body with one member changed, in every way.
fn changed(body: &Value, place: &str) -> Vec<(&'static str, Vec<u8>)> {
    let old = body.pointer(place).unwrap();
    let scalar = match old {
        Value::Number(number) => Some(json!(number.to_string())),
        Value::Bool(bool) => Some(json!(bool.to_string())),
        Value::String(text) => Some(match serde_json::from_str(text) {
            Ok(number @ Value::Number(_)) => number,
            _ => json!(true),
        }),
        _ => None,
    };
    let with = |text: &str| json!(format!("{}{text}", old.as_str().unwrap_or_default()));
    let values = [
        ("another scalar", scalar),
        ("null", Some(Value::Null)),
        ("a list", Some(json!([["odd"]]))),
        ("an object", Some(json!({"odd": []}))),
        ("an unknown word", Some(json!("A_WORD_OF_TOMORROW"))),
        ("Latin-1", old.is_string().then(|| with("@latin@"))),
        ("half a pair", old.is_string().then(|| with("@half@"))),
    ];
    let mut all: Vec<_> = values
        .into_iter()
        .filter_map(|(what, value)| {
            let mut changed = body.clone();
            *changed.pointer_mut(place).unwrap() = value?;
            Some((what, bytes(&changed)))
        })
        .collect();
    let (parent, name) = place.rsplit_once('/').unwrap();
    let mut without = body.clone();
    match without.pointer_mut(parent) {
        Some(Value::Object(members)) => drop(members.remove(name)),
        Some(Value::Array(items)) => drop(items.remove(name.parse().unwrap())),
        _ => {}
    }
    all.push(("nothing", bytes(&without)));
    all
}

fn bytes(body: &Value) -> Vec<u8> {
    let text = body.to_string().replace("@half@", "\\ud83d");
    match text.split_once("@latin@") {
        Some((before, after)) => [before.as_bytes(), b"\xe9", after.as_bytes()].concat(),
        None => text.into_bytes(),
    }
}

/// The text of a member, as it is read.
fn said(body: &[u8], place: &str) -> Option<String> {
    let text = String::from_utf8_lossy(body).replace("\\ud83d", "\u{fffd}");
    let json: Value = serde_json::from_str(&text).ok()?;
    match json.pointer(place)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(bool) => Some(bool.to_string()),
        _ => None,
    }
}

/// The JSON pointer of every value.
fn walk(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, below) in object {
                let name = name.replace('~', "~0").replace('/', "~1");
                walk(below, format!("{place}/{name}"), places);
            }
        }
        Value::Array(list) => {
            for (index, below) in list.iter().enumerate() {
                walk(below, format!("{place}/{index}"), places);
            }
        }
        _ => {}
    }
    places.push(place);
}
