//! Replaces one value of a JSON text and changes nothing else.

use std::{borrow::Cow, collections::HashMap};

use serde_json::{Value, value::RawValue};

/// The text with another value at the pointer; none if there is nothing.
pub(crate) fn put(text: &str, pointer: &str, value: &Value) -> Option<String> {
    let old = find(text, pointer)?;
    // A part of the text: as far from its beginning as their addresses are.
    let start = old.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    let (before, after) = (text.get(..start)?, text.get(start + old.len()..)?);
    Some(format!("{before}{value}{after}"))
}

/// The text of the value at a pointer through objects. Of a name that comes twice the last one
/// counts, as for every reader.
fn find<'a>(text: &'a str, pointer: &str) -> Option<&'a str> {
    let mut names = pointer.strip_prefix('/')?.split('/');
    names.try_fold(text, |text, name| {
        let members: HashMap<Cow<'_, str>, &RawValue> = serde_json::from_str(text).ok()?;
        members.get(name).map(|member| member.get())
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn not_a_letter_changes_beside_the_value() {
        let text = r#" { "b":15000.00,"n": 123456789012345678901234567890,
            "a" : {"t" : "old" , "t\u0062": "x", "e": 1e3} ,"b":[ {"t":1} ] } "#;
        let new = put(text, "/a/t", &json!("n\"ew")).unwrap();
        assert_eq!(new, text.replace(r#""old""#, r#""n\"ew""#));
        let last = put(text, "/b", &json!(1)).unwrap();
        assert_eq!(last, text.replace(r#"[ {"t":1} ]"#, "1"));
        let escaped = put(text, "/a/tb", &json!("y")).unwrap();
        assert_eq!(escaped, text.replace(r#""x""#, r#""y""#));
        for nowhere in ["/c", "/a/t/x", "/b/0", ""] {
            assert_eq!(put(text, nowhere, &json!(1)), None, "{nowhere}");
        }
    }
}
