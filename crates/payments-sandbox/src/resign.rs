//! Sends the news of a callback again: with new times, token and signature, and otherwise unchanged
//! to the letter.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use crate::{
    kind::Kind,
    provider::Provider,
    reply::Reply,
    splice,
    tables::kinds_of,
    times,
    trigger::{Refusal, named, put_tokens, text},
    world::World,
};

/// `POST callbacks/sign`: the same news with the times of now, the token and the signature of now.
pub(crate) fn sign(world: &mut World, members: &Map<String, Value>) -> Reply {
    match signed(world, members) {
        Ok(signed) => Reply::json(200, signed),
        Err((status, message)) => Reply::sandbox_error(status, message),
    }
}

fn signed(world: &mut World, members: &Map<String, Value>) -> Result<Value, Refusal> {
    let provider = named(members)?;
    let missing = (400, "\"body\" must be the text of a callback".to_owned());
    let body = text(members, "body")?.ok_or(missing)?;
    let body = match serde_json::from_str::<Value>(body) {
        Ok(json) => renewed(world, provider, body, json),
        // Nobody knows where anything is in it.
        Err(_) => body.to_owned(),
    };
    let proof = provider.proof(&world.settings, body.as_bytes()).into_iter();
    let headers: Map<_, _> = proof
        .map(|(name, value)| (name.to_owned(), value.into()))
        .collect();
    Ok(json!({"body": body, "headers": headers, "proof": provider.proof_headers()}))
}

/// Nothing is written anew but what changes: a number keeps its digits, and everything its place.
fn renewed(world: &World, provider: &dyn Provider, body: &str, mut json: Value) -> String {
    let kind = told(provider, &json);
    move_times(kind, &mut json, world.now());
    put_tokens(world, provider, &mut json);
    let times = kind.map(|kind| kind.times).unwrap_or_default();
    let tokens = kinds_of(provider.name()).flat_map(|kind| kind.token);
    let mut pointers: Vec<&str> = times.iter().chain(tokens).copied().collect();
    pointers.sort_unstable();
    pointers.dedup();
    pointers.iter().fold(body.to_owned(), |text, pointer| {
        let new = json.pointer(pointer);
        new.and_then(|new| splice::put(&text, pointer, new))
            .unwrap_or(text)
    })
}

fn move_times(kind: Option<&Kind>, json: &mut Value, now: DateTime<Utc>) {
    if let Some(kind) = kind {
        times::move_to(json, kind.times, now);
    }
}

/// The kind that says what the body says; of words that none says, the one whose times are there.
fn told(provider: &dyn Provider, json: &Value) -> Option<&'static Kind> {
    let has_times = |kind: &&Kind| times::are_in(json, kind.times);
    let mut said = kinds_of(provider.name()).filter(|kind| kind.is_said_by(json));
    said.next().or_else(|| {
        let shaped = kinds_of(provider.name()).filter(has_times);
        shaped.reduce(|best, kind| match kind.times.len() > best.times.len() {
            true => kind,
            false => best,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{registry, settings::Settings, tables::KINDS};

    /// What differs between two bodies of one shape.
    fn differing(one: &Value, other: &Value, at: &str, found: &mut Vec<String>) {
        match (one, other) {
            (Value::Object(members), Value::Object(others)) => {
                assert!(members.keys().eq(others.keys()), "{at}");
                for (name, member) in members {
                    differing(member, &others[name], &format!("{at}/{name}"), found);
                }
            }
            _ if one == other => {}
            _ => found.push(at.to_owned()),
        }
    }

    #[test]
    fn every_kind_moves_the_same_times_again_as_when_it_is_triggered() {
        let mut world = World::new(Settings::new(), String::new());
        for kind in KINDS {
            let order = json!({"provider": kind.provider, "body": kind.body});
            let signed = signed(&mut world, order.as_object().unwrap()).unwrap();
            let signed: Value = serde_json::from_str(signed["body"].as_str().unwrap()).unwrap();
            let mut triggered = kind.body();
            times::move_to(&mut triggered, kind.times, world.now());
            let provider = registry::named(kind.provider).unwrap();
            put_tokens(&world, provider, &mut triggered);
            let mut found = Vec::new();
            differing(&signed, &triggered, "", &mut found);
            let moved: Vec<_> = found
                .into_iter()
                // The clock goes on between the two.
                .filter(|at| !is_about_the_same(&signed, &triggered, at))
                .collect();
            assert!(
                moved.is_empty(),
                "{} {}: {moved:?}",
                kind.provider,
                kind.event
            );
        }
    }

    fn is_about_the_same(one: &Value, other: &Value, at: &str) -> bool {
        let seconds = |body: &Value| times::seconds_at(body, at);
        matches!((seconds(one), seconds(other)), (Some(one), Some(other)) if (one - other).abs() < 60)
    }
}
