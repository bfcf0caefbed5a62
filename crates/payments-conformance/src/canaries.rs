//! Puts a canary into every text of every body, one at a time. Personal and secret members must not
//! appear anywhere; where others appear is a list that a person has reviewed.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error as StdError,
    fmt::Write,
};

use payments_core::{Error, News};
use payments_provider::{
    explain::{Dictionary, Unexplained},
    operation::{Body, Form, Member},
};
use serde_json::{Value, json};

use crate::{
    examples,
    received::{filled, received, sample},
};

/// One canary as it is, and one far too long, because a refusal quotes the value.
fn canaries() -> [String; 2] {
    ["canary".to_owned(), format!("canary {}", "y".repeat(600))]
}

/// Where a text appeared: `Debug` of the body or of the news, an error (in any form, with its
/// causes), a row of the journal.
type Shown = BTreeMap<String, BTreeSet<&'static str>>;

/// Panics if a member that is marked personal or secret, or that no specification knows, appears
/// anywhere. Returns where the others appear, one line each, for a snapshot: a person must review a
/// new line.
#[must_use]
pub fn what_is_shown(dictionary: &Dictionary) -> String {
    let mut shown = Shown::new();
    for bodies in dictionary.operations {
        if let Some(request) = bodies.request {
            each_member(&request, &mut shown, |bytes| sent(&request, bytes));
        }
        let operation = bodies.operation.name;
        each_member(&bodies.response, &mut shown, |bytes| {
            let mut places = printed(&bodies.response, bytes);
            places.extend(answered(dictionary, operation, 200, bytes));
            places
        });
    }
    for body in received(dictionary) {
        each_member(&body, &mut shown, |bytes| printed(&body, bytes));
    }
    let usual = dictionary.operations.first();
    let usual = usual.map_or("", |bodies| bodies.operation.name);
    each_member(&dictionary.refusal, &mut shown, |bytes| {
        answered(dictionary, usual, 400, bytes)
    });
    for (_, body) in dictionary.callbacks {
        each_member(body, &mut shown, |bytes| told(dictionary, bytes));
    }
    each_example(dictionary, &mut shown);
    shown
        .into_iter()
        .fold(String::new(), |mut text, (member, places)| {
            let places: Vec<_> = places.into_iter().collect();
            let _ = writeln!(text, "{member}: {}", places.join(", "));
            text
        })
}

/// What was printed somewhere, and where.
type Printed = Vec<(&'static str, String)>;

/// Where bytes may appear.
type Places<'a> = dyn Fn(&[u8]) -> Printed + 'a;

fn each_member(body: &Body, shown: &mut Shown, places: impl Fn(&[u8]) -> Printed) {
    for member in body.members {
        for canary in canaries() {
            let json = filled(body, |other| match other.path == member.path {
                true => with_canary(body, member, &canary),
                // One of several alternatives has no form of its own.
                false if other.form == Form::Any => json!({}),
                false => sample(other, &json!(1001)),
            });
            let name = format!("{}.{}", body.name, member.path);
            note(
                &name,
                Some(member.form),
                places(json.to_string().as_bytes()),
                shown,
            );
        }
    }
}

fn with_canary(body: &Body, member: &Member, canary: &str) -> Value {
    let items = format!("{}[]", member.path);
    let of_objects = body.members.iter().any(|one| one.path.starts_with(&items));
    match member.form {
        Form::List if of_objects => json!([{"member_of_tomorrow": canary}]),
        // An object of known members ignores this one; one of any members keeps it.
        Form::Any | Form::Object => json!({"member_of_tomorrow": canary}),
        Form::List => json!([canary]),
        _ => json!(canary),
    }
}

/// Every text of every printed body, in its place: there, states and codes are such as lead on.
fn each_example(dictionary: &Dictionary, shown: &mut Shown) {
    for example in examples(dictionary.provider.as_str()) {
        let words: Vec<_> = example.decodes.split(' ').collect();
        let operation = |id: &str| {
            let mut operations = dictionary.operations.iter();
            operations.find(|bodies| bodies.operation.name == id)
        };
        let places: Box<Places>;
        let body = match words.as_slice() {
            ["operation", id, "request"] => {
                let request = operation(id).and_then(|bodies| bodies.request);
                places = Box::new(move |bytes| {
                    request.map_or(Printed::new(), |body| sent(&body, bytes))
                });
                request
            }
            ["operation", id, "response"] => {
                let id = (*id).to_owned();
                let body = operation(&id).map(|bodies| bodies.response);
                places = Box::new(move |bytes| answered(dictionary, &id, 200, bytes));
                body
            }
            ["operation", id, "refusal"] => {
                let (id, status) = ((*id).to_owned(), example.status.unwrap_or(400));
                places = Box::new(move |bytes| answered(dictionary, &id, status, bytes));
                Some(dictionary.refusal)
            }
            ["callback", name] => {
                places = Box::new(|bytes| told(dictionary, bytes));
                let mut callbacks = dictionary.callbacks.iter();
                callbacks
                    .find(|(known, _)| known == name)
                    .map(|(_, body)| *body)
            }
            _ => continue,
        };
        let Some(body) = body else {
            continue;
        };
        let mut pointers = Vec::new();
        texts(&example.body, String::new(), &mut pointers);
        for (pointer, canary) in pointers
            .iter()
            .flat_map(|at| canaries().map(|canary| (at, canary)))
        {
            let mut json = example.body.clone();
            if let Some(place) = json.pointer_mut(pointer) {
                *place = json!(canary);
            }
            let bytes = json.to_string().into_bytes();
            let places = places(&bytes);
            let path = path_of(pointer);
            // A refusal may come in the place of an answer.
            let is_sent = words.last() == Some(&"request");
            let members = || body.members.iter().chain(dictionary.refusal.members);
            let exactly = members().find(|member| member.path == path);
            // What is one of several alternatives, or a provider's words to programmers, has no
            // form of its own: it is looked at as every other text is.
            let within = members().find(|member| {
                let rest = path.strip_prefix(member.path);
                // What is in an object of any members that is sent, the merchant has chosen.
                let is_open = match member.form {
                    Form::Any => true,
                    Form::Object | Form::List => is_sent,
                    _ => false,
                };
                is_open && rest.is_some_and(|rest| rest.starts_with(['.', '[']))
            });
            let form = exactly.or(within).map(|member| match member.form {
                Form::Any => Form::Text,
                Form::Object | Form::List if is_sent => Form::Text,
                form => form,
            });
            note(&format!("{}.{path}", body.name), form, places, shown);
        }
    }
}

fn texts(json: &Value, at: String, out: &mut Vec<String>) {
    match json {
        Value::String(_) => out.push(at),
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                texts(member, format!("{at}/{name}"), out);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                texts(item, format!("{at}/{index}"), out);
            }
        }
        _ => {}
    }
}

/// `/items/0/price` is `items[].price`.
fn path_of(pointer: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').skip(1) {
        match step.parse::<usize>() {
            Ok(_) => path += "[]",
            Err(_) if path.is_empty() => path += step,
            Err(_) => path = format!("{path}.{step}"),
        }
    }
    path
}

/// Records an appearance, or panics.
fn note(name: &str, form: Option<Form>, places: Printed, shown: &mut Shown) {
    for (place, text) in places {
        if !text.contains("canary") {
            continue;
        }
        let may_show = !matches!(
            form,
            None | Some(Form::Personal | Form::Secret | Form::Any | Form::Object)
        );
        assert!(may_show, "{name} ({form:?}) shows in {place}: {text}");
        shown.entry(name.to_owned()).or_default().insert(place);
    }
}

fn sent(request: &Body, bytes: &[u8]) -> Printed {
    let mut places = printed(request, bytes);
    places.extend(request.check(bytes).map(|error| of_error(&error)));
    places
}

fn printed(body: &Body, bytes: &[u8]) -> Printed {
    match body.debug(bytes) {
        Ok(debug) => vec![("Debug", debug)],
        Err(error) => vec![("error", format!("{error} {error:?}"))],
    }
}

fn answered(dictionary: &Dictionary, operation: &str, status: u16, bytes: &[u8]) -> Printed {
    match dictionary.answer(operation, status, bytes) {
        Ok(explained) => {
            let error = explained.error.iter().map(of_error);
            let news = explained.news.iter().flat_map(of_news);
            error.chain(news).collect()
        }
        Err(unexplained) => of_unexplained(&unexplained),
    }
}

fn told(dictionary: &Dictionary, bytes: &[u8]) -> Printed {
    match (dictionary.callback)(bytes) {
        Ok(told) => told.news.iter().flat_map(of_news).collect(),
        Err(error) => vec![("error", format!("{error} {error:?}"))],
    }
}

fn of_unexplained(unexplained: &Unexplained) -> Printed {
    match unexplained {
        Unexplained::Undecodable(error) => vec![("error", with_causes(&**error))],
        other => vec![("error", format!("{other:?}"))],
    }
}

fn of_error(error: &Error) -> (&'static str, String) {
    // What a program gets as JSON, a span as fields and a journal as its last error is the text and
    // the code.
    let code = error.code().unwrap_or_default();
    ("error", format!("{} {code}", with_causes(error)))
}

fn with_causes(error: &(dyn StdError + 'static)) -> String {
    let mut text = String::new();
    let mut next = Some(error);
    while let Some(error) = next {
        let _ = write!(text, "{error} {error:?} ");
        next = error.source();
    }
    text
}

fn of_news(news: &News) -> Printed {
    let debug = ("Debug of news", format!("{news:?}"));
    match news {
        // It is unknown which parts are personal, so it is kept whole.
        News::Unmodelled(_) => vec![debug],
        news => {
            let row = serde_json::to_string(&news.without_personal_data()).unwrap_or_default();
            vec![debug, ("journal", row)]
        }
    }
}
