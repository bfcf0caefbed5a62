//! Converts JSON to a form with nested members in brackets: `description[text_1]=Testing`.

use form_urlencoded::Serializer;
use serde_json::Value;

/// The form of a JSON body, without null members.
pub(crate) fn from_json(json: &[u8]) -> Result<String, serde_json::Error> {
    let mut form = Serializer::new(String::new());
    write("", &serde_json::from_slice(json)?, &mut form);
    Ok(form.finish())
}

fn write(name: &str, value: &Value, form: &mut Serializer<'_, String>) {
    let below = |key: &str| match name {
        "" => key.to_owned(),
        _ => format!("{name}[{key}]"),
    };
    match value {
        Value::Null => {}
        Value::Object(members) => {
            for (key, value) in members {
                write(&below(key), value, form);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                write(&below(&index.to_string()), value, form);
            }
        }
        Value::String(text) => {
            form.append_pair(name, text);
        }
        Value::Bool(_) | Value::Number(_) => {
            form.append_pair(name, &value.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_members_are_written_in_brackets() {
        let form = from_json(
            br#"{"name": "A & B", "description": {"text_1": "1", "text_2": null}, "n": [2, true]}"#,
        );
        // Members come in alphabetical order, brackets are escaped.
        assert_eq!(
            form.unwrap(),
            "description%5Btext_1%5D=1&n%5B0%5D=2&n%5B1%5D=true&name=A+%26+B"
        );
    }
}
