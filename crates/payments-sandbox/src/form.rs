//! Form bodies with PHP's bracket nesting: `description[text_1]=a`, `items[0][name]=b`,
//! `items[][name]=c`.

use serde_json::{Map, Value};

/// Deeper brackets stay part of the last name, so that no body can exhaust the stack.
const DEEPEST: usize = 6;

/// Reads a form into the shape that the same request has as JSON; every leaf is a string.
pub(crate) fn parse(body: &[u8]) -> Map<String, Value> {
    let mut members = Map::new();
    for (name, value) in form_urlencoded::parse(body) {
        // A blank round the `=` of a hand-written `curl -d 'amount = 1'` belongs to neither side.
        insert(&mut members, &path(name.trim()), value.trim());
    }
    members
        .into_iter()
        .map(|(name, value)| (name, lists(value)))
        .collect()
}

/// `a[b][]` → `a`, `b`, ``.
fn path(name: &str) -> Vec<&str> {
    let Some((first, mut rest)) = name.split_once('[') else {
        return vec![name];
    };
    let mut path = vec![first];
    while let Some((key, after)) = rest.split_once(']') {
        path.push(key);
        match after.strip_prefix('[') {
            Some(next) if path.len() < DEEPEST => rest = next,
            _ => break,
        }
    }
    path
}

fn insert(members: &mut Map<String, Value>, path: &[&str], value: &str) {
    let Some((key, deeper)) = path.split_first() else {
        return;
    };
    let key = if key.is_empty() {
        members.len().to_string()
    } else {
        (*key).to_owned()
    };
    if deeper.is_empty() {
        members.insert(key, value.into());
        return;
    }
    let child = members
        .entry(key)
        .or_insert_with(|| Value::Object(Map::new()));
    // `a=1&a[b]=2`: the later one wins, as in PHP.
    if !child.is_object() {
        *child = Value::Object(Map::new());
    }
    if let Value::Object(child) = child {
        insert(child, deeper, value);
    }
}

/// Turns objects whose names are all numbers into lists, in the order of the numbers.
fn lists(value: Value) -> Value {
    let Value::Object(members) = value else {
        return value;
    };
    let mut numbered: Vec<(usize, Value)> = Vec::new();
    for (name, value) in &members {
        match name.parse() {
            Ok(number) => numbered.push((number, value.clone())),
            Err(_) => {
                let nested = members
                    .into_iter()
                    .map(|(name, value)| (name, lists(value)));
                return Value::Object(nested.collect());
            }
        }
    }
    numbered.sort_by_key(|(number, _)| *number);
    numbered
        .into_iter()
        .map(|(_, value)| lists(value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn brackets_nest_as_in_php() {
        let members = parse(
            b"amount=1000&description[text_1]=a+b&items[1][id]=y&items[0][id]=x&tags[]=p&tags[]=q",
        );
        let expected = json!({
            "amount": "1000",
            "description": {"text_1": "a b"},
            "items": [{"id": "x"}, {"id": "y"}],
            "tags": ["p", "q"],
        });
        assert_eq!(Value::Object(members), expected);
    }

    #[test]
    fn broken_brackets_are_names_like_any_other() {
        assert_eq!(
            Value::Object(parse(b"a[=1&c=3&c[d]=4")),
            json!({
                "a": "1", "c": {"d": "4"},
            })
        );
        let deep = format!("a{}=1", "[b]".repeat(10_000));
        assert!(parse(deep.as_bytes()).contains_key("a"));
    }
}
