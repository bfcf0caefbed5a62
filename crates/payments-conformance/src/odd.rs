//! Odd answers: nothing that a provider sends may cause a panic.

use payments_provider::explain::Dictionary;
use serde_json::{Value, json};

use crate::examples;

/// Takes every printed answer and callback, replaces each member by odd values, and reads the
/// result completely: to the common payment or to an error. Only a panic is a failure.
pub fn no_odd_body_panics(dictionary: &Dictionary) {
    let odd = [
        Value::Null,
        json!(-1),
        json!(116.55),
        json!(1e300),
        json!(u64::MAX),
        json!(""),
        json!("-0.5"),
        json!("79228162514264337593543950336"),
        json!("+262142-12-31 23:59:59"),
        json!("é\u{0}\n"),
        json!([[]]),
        json!({}),
        json!(true),
    ];
    for example in examples(dictionary.provider.as_str()) {
        let mut paths = Vec::new();
        walk(&example.body, String::new(), &mut paths);
        for path in paths {
            for value in &odd {
                let mut body = example.body.clone();
                if let Some(place) = body.pointer_mut(&path) {
                    *place = value.clone();
                }
                read(dictionary, &example.decodes, &body);
            }
        }
    }
}

fn read(dictionary: &Dictionary, decodes: &str, body: &Value) {
    let bytes = body.to_string().into_bytes();
    // Whether it can be read does not matter here.
    if let Some(operation) = decodes.split(' ').nth(1) {
        let _ = dictionary.answer(operation, 200, &bytes);
        let _ = dictionary.answer(operation, 400, &bytes);
    }
    let _ = dictionary.callback(&bytes);
}

/// The JSON pointer of every value.
fn walk(value: &Value, path: String, paths: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, below) in object {
                walk(below, format!("{path}/{name}"), paths);
            }
        }
        Value::Array(list) => {
            for (index, below) in list.iter().enumerate() {
                walk(below, format!("{path}/{index}"), paths);
            }
        }
        _ => {}
    }
    paths.push(path);
}
