//! Fingerprints: they show whether two requests differ, without revealing the values.

use std::collections::BTreeMap;

use hmac::{Hmac, KeyInit, Mac};
use payments_core::{Secret, wire::hex};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::Sha256;

/// A salted hash per field of a request: differing fields can be named, and precomputed tables do
/// not help.
///
/// The salt is stored beside it, so whoever has the row can still try out all values of a small set
/// (phone numbers), unless the journal has its own key
/// ([`Options::fingerprint_key`](crate::Options::fingerprint_key)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fingerprint {
    salt: String,
    fields: BTreeMap<String, String>,
}

impl Fingerprint {
    /// Makes the fingerprint of a request as JSON, without the members in `aside`. An absent member
    /// and a null member are the same.
    pub(crate) fn new(request: &Value, aside: &[&str], salt: String, key: Option<&Secret>) -> Self {
        let mut fields = BTreeMap::new();
        // HMAC takes keys of any length, so this never fails.
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(salt.as_bytes()) {
            update(&mut mac, key.map(Secret::expose).unwrap_or_default());
            let mut take = |path: String, value: String| {
                fields.insert(path.clone(), hash(mac.clone(), &path, &value));
            };
            match request {
                Value::Object(members) => {
                    for (name, value) in members {
                        if !aside.contains(&name.as_str()) {
                            flatten(value, name.clone(), &mut take);
                        }
                    }
                }
                other => flatten(other, String::new(), &mut take),
            }
        }
        Self { salt, fields }
    }

    /// The names of the fields in which a request differs. Empty: it is the same.
    pub(crate) fn differences(
        &self,
        request: &Value,
        aside: &[&str],
        key: Option<&Secret>,
    ) -> Vec<String> {
        let other = Self::new(request, aside, self.salt.clone(), key);
        let mut names: Vec<_> = self
            .fields
            .keys()
            .chain(other.fields.keys())
            .filter(|name| self.fields.get(*name) != other.fields.get(*name))
            .cloned()
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// The fields whose values are shown: what is bought, for how much and when. No person is in them,
/// and nothing that the application writes freely.
const SHOWN: [&str; 6] = [
    "amount",
    "date",
    "maximum_price",
    "method",
    "product",
    "schedule",
];

/// Of these fields what is recorded and what was given, where it may be shown.
pub(crate) fn values(
    fields: &[String],
    recorded: &Value,
    given: &Value,
) -> BTreeMap<String, [String; 2]> {
    let is_shown = |name: &String| {
        let name = name.strip_prefix("bill.").unwrap_or(name);
        let field = name.split('.').next().unwrap_or_default();
        SHOWN.contains(&field)
    };
    let texts = |request: &Value| {
        let mut texts = BTreeMap::new();
        flatten(request, String::new(), &mut |path, value| {
            // Text stands there without quotes.
            let text = serde_json::from_str(&value).unwrap_or(value);
            texts.insert(path, text);
        });
        texts
    };
    let (mut recorded, mut given) = (texts(recorded), texts(given));
    let pairs = fields.iter().filter(|name| is_shown(name));
    let pairs = pairs.filter_map(|name| {
        let values = [recorded.remove(name)?, given.remove(name)?];
        Some((name.clone(), values))
    });
    pairs.collect()
}

fn flatten(value: &Value, path: String, take: &mut impl FnMut(String, String)) {
    match value {
        Value::Null => {}
        Value::Object(members) => {
            for (name, value) in members {
                let path = match path.as_str() {
                    "" => name.clone(),
                    path => format!("{path}.{name}"),
                };
                flatten(value, path, take);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                flatten(value, format!("{path}[{index}]"), take);
            }
        }
        leaf => take(path, leaf.to_string()),
    }
}

/// How many bytes of a hash are kept: enough that two values never match by chance.
const KEPT: usize = 12;

fn hash(mut mac: Hmac<Sha256>, path: &str, value: &str) -> String {
    update(&mut mac, path);
    update(&mut mac, value);
    let hash = mac.finalize().into_bytes();
    hex(hash.get(..KEPT).unwrap_or_default())
}

fn update(mac: &mut Hmac<Sha256>, part: &str) {
    mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
    mac.update(part.as_bytes());
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(request: &Value) -> Fingerprint {
        Fingerprint::new(request, &[], "salt".into(), None)
    }

    #[test]
    fn the_fields_that_differ_are_named() {
        let first = of(&json!({"a": 1, "b": {"c": "x", "d": null}, "e": [1, 2]}));
        let same = json!({"e": [1, 2], "b": {"c": "x"}, "a": 1, "new": null});
        assert_eq!(first.differences(&same, &[], None), Vec::<String>::new());
        let other = json!({"a": 1, "b": {"c": "y"}, "e": [1]});
        assert_eq!(first.differences(&other, &[], None), ["b.c", "e[1]"]);
        let aside = Fingerprint::new(&other, &["b"], "salt".into(), None);
        assert!(!aside.fields.contains_key("b.c"));
    }

    #[test]
    fn the_same_value_looks_different_in_another_row_field_or_journal() {
        let request = json!({"a": "0812", "b": "0812"});
        let first = of(&request);
        let second = Fingerprint::new(&request, &[], "pepper".into(), None);
        let key = Secret::new("key", "k").unwrap();
        let keyed = Fingerprint::new(&request, &[], "salt".into(), Some(&key));
        let hashes: std::collections::BTreeSet<_> = [&first, &second, &keyed]
            .into_iter()
            .flat_map(|print| print.fields.values())
            .collect();
        assert_eq!(hashes.len(), 6);
        assert!(!serde_json::to_string(&first).unwrap().contains("0812"));
    }
}
