//! Received bodies are read leniently: with unknown words, additional members, and null or missing
//! optional members.

use payments_provider::{
    explain::Dictionary,
    operation::{Body, Form, Member},
};
use serde_json::{Value, json};

/// Every received body is readable with unknown words, with additional members in every object,
/// with amounts in every printed form, and with each optional member null or missing. It is
/// unreadable without a required member, so that this check can fail.
pub fn every_received_body_is_read_leniently(dictionary: &Dictionary) {
    for body in received(dictionary) {
        is_read_leniently(&body);
    }
}

/// Every body that a provider sends.
pub(crate) fn received(dictionary: &Dictionary) -> impl Iterator<Item = Body> {
    let responses = dictionary.operations.iter().map(|bodies| bodies.response);
    let callbacks = dictionary.callbacks.iter().map(|(_, body)| *body);
    let parts = dictionary.parts.iter().copied();
    responses
        .chain(callbacks)
        .chain(parts)
        .chain([dictionary.refusal])
}

fn is_read_leniently(body: &Body) {
    for amount in [json!(1001), json!("1001"), json!("1001.00"), json!(1001.0)] {
        accepts(body, &whole(body, &amount), "amounts as printed");
    }
    let full = whole(body, &json!(1001));

    let mut extended = full.clone();
    extend(&mut extended);
    accepts(body, &extended, "further members");

    let mut minimal = full.clone();
    for member in body.members.iter().filter(|member| !member.required) {
        let mut without = full.clone();
        remove(&mut without, member.path);
        accepts(body, &without, &format!("no {}", member.path));

        let mut null = full.clone();
        set(&mut null, member.path, Value::Null);
        accepts(body, &null, &format!("{} null", member.path));

        remove(&mut minimal, member.path);
    }
    accepts(body, &minimal, "no optional member");

    for member in body.members {
        for odd in [
            json!(true),
            json!([["odd"]]),
            json!({"odd": []}),
            json!("odd"),
        ] {
            let mut changed = full.clone();
            set(&mut changed, member.path, odd.clone());
            let json = changed.to_string();
            if let Err(error) = body.read(json.as_bytes()) {
                assert!(
                    decides(body, member),
                    "{} hides everything when {} is {odd}: {error}",
                    body.name,
                    member.path
                );
            }
        }
    }

    for member in body.members.iter().filter(|member| member.required) {
        let mut without = full.clone();
        remove(&mut without, member.path);
        let json = without.to_string();
        // Inside a member that decides nothing, only that member is left out.
        let read = body.read_all(json.as_bytes());
        assert!(
            read.is_err() || read.is_ok_and(|read| !read.left_out.is_empty()),
            "{} is readable without {}",
            body.name,
            member.path
        );
    }
}

/// Whether the meaning depends on a member, or on one inside of it.
fn decides(body: &Body, member: &Member) -> bool {
    let inside = |other: &&Member| {
        let rest = other.path.strip_prefix(member.path);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let mut inside = body.members.iter().filter(inside);
    member.decides || inside.any(|other| other.decides)
}

fn accepts(body: &Body, json: &Value, with: &str) {
    if let Err(error) = body.read(json.to_string().as_bytes()) {
        panic!("{} with {with} is unreadable: {error}: {json}", body.name);
    }
}

/// A body with every member, with unknown words.
fn whole(body: &Body, amount: &Value) -> Value {
    filled(body, |member| sample(member, amount))
}

/// A body with every member.
pub(crate) fn filled(body: &Body, value: impl Fn(&Member) -> Value) -> Value {
    let mut json = json!({});
    for member in body.members {
        set(&mut json, member.path, value(member));
    }
    json
}

pub(crate) fn sample(member: &Member, amount: &Value) -> Value {
    match member.form {
        Form::Words(_) => json!("A_WORD_OF_TOMORROW"),
        Form::Integer => json!(1),
        Form::Amount => amount.clone(),
        Form::FractionalAmount => json!(116.55),
        Form::Boolean => json!(true),
        Form::Time => json!("2020-02-20T00:00:00.000Z"),
        Form::Object => json!({}),
        Form::List => json!([]),
        _ => json!("text"),
    }
}

/// Sets a member by its path; `[]` is the one item of a list.
fn set(json: &mut Value, path: &str, value: Value) {
    *place(json, path) = value;
}

fn remove(json: &mut Value, path: &str) {
    let (parent, name) = path.rsplit_once('.').unwrap_or(("", path));
    if let Some(object) = place(json, parent).as_object_mut() {
        object.remove(name);
    }
}

fn place<'a>(json: &'a mut Value, path: &str) -> &'a mut Value {
    path.split('.')
        .filter(|step| !step.is_empty())
        .fold(json, |json, step| match step.strip_suffix("[]") {
            Some(name) => {
                let list = &mut json[name];
                if list.as_array().is_none_or(Vec::is_empty) {
                    *list = json!([{}]);
                }
                &mut list[0]
            }
            None => &mut json[step],
        })
}

fn extend(json: &mut Value) {
    match json {
        Value::Object(object) => {
            object.values_mut().for_each(extend);
            object.insert("member_of_tomorrow".into(), json!({"any": ["thing"]}));
        }
        Value::Array(list) => list.iter_mut().for_each(extend),
        _ => {}
    }
}
