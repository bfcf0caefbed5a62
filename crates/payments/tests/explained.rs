//! What `payments explain` has to say: of every operation of every provider, by its printed answers
//! and with each of their members odd.

#![cfg(all(
    feature = "ciputra",
    feature = "dictionary",
    feature = "digiswitch",
    feature = "fazz",
    feature = "instamoney",
    feature = "rpi"
))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::collections::BTreeSet;

use payments::{
    Name,
    provider::explain::{Explanation, Meaning},
};
use payments_conformance::{Example, examples};
use serde_json::{Value, json};

/// The printed answers of operations: the operation, the status, the body.
fn answers(provider: &str) -> Vec<(String, u16, Value)> {
    let answer = |example: Example| {
        let operation = example.decodes.strip_prefix("operation ")?;
        let operation = operation.strip_suffix(" response")?.to_owned();
        Some((operation, example.status.unwrap_or(200), example.body))
    };
    examples(provider).into_iter().filter_map(answer).collect()
}

fn tells(explanation: &Explanation) -> bool {
    explanation.news.is_some() || !matches!(explanation.more, Meaning::Nothing)
}

#[test]
fn every_operation_is_told_in_words_that_are_the_same_for_every_provider() {
    for name in Name::ALL {
        let dictionary = name.dictionary();
        let mut told = BTreeSet::new();
        for (operation, status, body) in answers(name.as_str()) {
            let explanation = dictionary.answer(&operation, status, body.to_string().as_bytes());
            let explanation = explanation.unwrap_or_else(|error| panic!("{operation}: {error}"));
            if tells(&explanation) {
                assert!(explanation.left_out.is_empty(), "{operation}");
                told.insert(operation);
            } else {
                assert!(explanation.error.is_some(), "{name} {operation}: {body}");
            }
        }
        let all = dictionary.operations.iter();
        let all: BTreeSet<_> = all.map(|bodies| bodies.operation.name.to_owned()).collect();
        assert_eq!(told, all, "{name}");
    }
}

/// The pointers to every member, and to what it holds.
fn members(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(all) => {
            for (name, member) in all {
                let pointer = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
                found.push(pointer.clone());
                members(member, &pointer, found);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                members(item, &format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

/// Whether a text names the member, or one that holds it.
fn is_about(text: &str, pointer: &str) -> bool {
    let mut names = pointer.split('/').filter(|name| !name.is_empty());
    names.any(|name| text.contains(name))
}

#[test]
fn a_member_that_cannot_be_read_is_named_as_left_out_or_as_the_cause() {
    let mut counts = [0_u32; 3];
    for name in Name::ALL {
        let dictionary = name.dictionary();
        for (operation, status, body) in answers(name.as_str()) {
            let usual = dictionary.answer(&operation, status, body.to_string().as_bytes());
            let usual = usual.unwrap();
            if usual.error.is_some() {
                continue;
            }
            let mut pointers = Vec::new();
            members(&body, "", &mut pointers);
            for pointer in pointers {
                let own = pointer.rsplit('/').next().unwrap();
                let mut odd = body.clone();
                let member = odd.pointer_mut(&pointer).unwrap();
                let instead = match member.is_object() {
                    true => json!([[1]]),
                    false => json!({"odd": [1]}),
                };
                member.clone_from(&instead);
                let context = format!("{name} {operation} {pointer}");
                match dictionary.answer(&operation, status, odd.to_string().as_bytes()) {
                    Ok(explanation) => {
                        let left_out = explanation.left_out.iter();
                        let is_named = left_out
                            .map(ToString::to_string)
                            .any(|text| text.contains(own));
                        // A member whose shape nobody states takes any, and what nobody reads is
                        // not missed.
                        let is_taken = explanation.understood.pointer(&pointer) == Some(&instead)
                            || usual.understood.pointer(&pointer).is_none();
                        let in_error = explanation
                            .error
                            .as_ref()
                            .is_some_and(|error| is_about(&error.to_string(), &pointer));
                        // One odd item of a list is that item's error.
                        let in_list = matches!(&explanation.more, Meaning::List(_));
                        assert!(is_named || is_taken || in_error || in_list, "{context}");
                        counts[usize::from(!is_named)] += 1;
                    }
                    Err(error) => {
                        let text = error.to_string();
                        assert!(text.contains(own), "{context}: {text}");
                        assert!(!text.contains("line 0"), "{context}: {text}");
                        counts[2] += 1;
                    }
                }
            }
        }
    }
    println!(
        "left out {}, taken or an error {}, undecodable {}",
        counts[0], counts[1], counts[2]
    );
    assert!(counts[0] > 300 && counts[2] > 50, "{counts:?}");
}
