//! Changes of what a provider says, as they occur in practice and in no document.

use rust_decimal::Decimal;
use serde_json::Value;

use crate::{
    identifiers::Identifiers,
    money::{self, written_like},
};

/// How a body differs from the one that the provider meant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    /// A byte order mark stands before the first letter.
    ByteOrderMark,
    /// Only the first half arrived, and looks complete.
    Cut,
    /// One member is odd: the one of this name or JSON pointer, or one by chance.
    Member(Option<String>, Odd),
    /// Another amount: this one, or one more than the true one.
    Amount(Option<Decimal>),
    /// Another reference: this one, or one that differs in its last letter.
    Reference(Option<String>),
    /// Another event, type or status: this word, or one that is not about a payment.
    Event(Option<String>),
}

/// What is odd about a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Odd {
    /// A number as text, digits as a number, text in a list; an object as text.
    Type,
    Null,
    LeftOut,
    /// `[]`, as PHP writes an object without members.
    List,
    /// A letter that is Latin-1 where everything else is UTF-8.
    Latin1,
    /// Half of an emoji, which no encoding can write.
    HalfSurrogate,
}

/// Where a provider's bodies say what: the names of the members, wherever they stand.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) amounts: &'static [&'static str],
    pub(crate) references: &'static [&'static str],
    /// The first name that is there says what kind of message it is; with a word that tells of
    /// something else.
    pub(crate) events: &'static [(&'static str, &'static str)],
}

/// Stands in a text for what no text can hold, until it is written as bytes. No provider uses
/// letters for private use.
const PLACE: char = '\u{e000}';

impl Change {
    /// The bytes that are sent instead of the body. A body without what would change stays as it
    /// is.
    pub(crate) fn apply(
        &self,
        mut body: Value,
        words: &Words,
        identifiers: &mut Identifiers,
    ) -> Vec<u8> {
        match self {
            Self::ByteOrderMark => [b"\xef\xbb\xbf", &*bytes(&body)].concat(),
            Self::Cut => {
                let mut bytes = bytes(&body);
                bytes.truncate(bytes.len() / 2);
                bytes
            }
            Self::Member(name, odd) => {
                odd.apply(&mut body, name.as_deref(), identifiers);
                let instead: &[u8] = match odd {
                    Odd::Latin1 => b"\xe9",
                    _ => br"\ud83d",
                };
                replace(&bytes(&body), instead)
            }
            Self::Amount(amount) => {
                each(&mut body, words.amounts, &|old| {
                    let wrong = || money::parse(old).map(|amount| amount + Decimal::ONE);
                    written_like(old, (*amount).or_else(wrong)?)
                });
                bytes(&body)
            }
            Self::Reference(reference) => {
                each(&mut body, words.references, &|old| {
                    let wrong = || old.as_str().map(another);
                    reference.clone().or_else(wrong).map(Value::from)
                });
                bytes(&body)
            }
            Self::Event(event) => {
                let said = words.events.iter();
                let found = said
                    .filter_map(|(name, other)| Some((find(&body, name)?, *other)))
                    .find(|(pointer, _)| {
                        let old = body.pointer(pointer);
                        old.is_some_and(|old| old.is_string() || old.is_number())
                    });
                if let Some((pointer, other)) = found
                    && let Some(old) = body.pointer_mut(&pointer)
                {
                    let word = event.as_deref().unwrap_or(other);
                    *old = match (&*old, word.parse::<u64>()) {
                        (Value::Number(_), Ok(number)) => number.into(),
                        _ => word.into(),
                    };
                }
                bytes(&body)
            }
        }
    }
}

impl Odd {
    fn apply(self, body: &mut Value, name: Option<&str>, identifiers: &mut Identifiers) {
        let pointer = match name {
            Some(pointer) if pointer.starts_with('/') => Some(pointer.to_owned()),
            Some(name) => find(body, name),
            None => {
                let mut all = Vec::new();
                members(body, String::new(), &mut all);
                all.retain(|pointer| self.can_be(body.pointer(pointer)));
                let count = all.len();
                (count > 0).then(|| all.swap_remove(identifiers.below(count)))
            }
        };
        let Some(pointer) = pointer else {
            return;
        };
        if self == Self::LeftOut {
            let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
            let parent = body.pointer_mut(parent).and_then(Value::as_object_mut);
            if let Some(parent) = parent {
                parent.remove(&unescaped(name));
            }
            return;
        }
        if let Some(old) = body.pointer_mut(&pointer) {
            *old = self.instead_of(old);
        }
    }

    /// Whether it makes a difference to this member.
    fn can_be(self, member: Option<&Value>) -> bool {
        match self {
            Self::Latin1 | Self::HalfSurrogate => member.is_some_and(Value::is_string),
            Self::Null | Self::Type => member.is_some_and(|member| !member.is_null()),
            Self::LeftOut | Self::List => member.is_some(),
        }
    }

    fn instead_of(self, old: &Value) -> Value {
        match (self, old) {
            (Self::Type, Value::String(text)) => match text.parse::<u64>() {
                // Leading zeros would be lost, and with them what it says.
                Ok(number) if number.to_string() == *text => number.into(),
                _ => vec![old.clone()].into(),
            },
            (Self::Type, Value::Array(_)) => serde_json::Map::new().into(),
            (Self::Type, _) => old.to_string().into(),
            (Self::List, _) => Value::Array(Vec::new()),
            (Self::Latin1 | Self::HalfSurrogate, Value::String(text)) => {
                format!("{text}{PLACE}").into()
            }
            (Self::Latin1 | Self::HalfSurrogate, _) => old.clone(),
            (Self::Null | Self::LeftOut, _) => Value::Null,
        }
    }
}

fn bytes(body: &Value) -> Vec<u8> {
    body.to_string().into_bytes()
}

fn replace(bytes: &[u8], instead: &[u8]) -> Vec<u8> {
    let mut place = [0; 4];
    let place = PLACE.encode_utf8(&mut place).as_bytes();
    let at = bytes
        .windows(place.len())
        .position(|window| window == place);
    match at.and_then(|at| bytes.split_at_checked(at)) {
        Some((before, after)) => {
            let after = after.get(place.len()..).unwrap_or_default();
            [before, instead, after].concat()
        }
        None => bytes.to_owned(),
    }
}

/// Another text of the same kind: a digit stays a digit, and a letter a letter.
pub(crate) fn another(text: &str) -> String {
    let mut text = text.to_owned();
    match text.pop() {
        Some(last @ '0'..='8') => text.push(char::from(last as u8 + 1)),
        Some('9') => text.push('0'),
        Some('a') => text.push('b'),
        _ => text.push('a'),
    }
    text
}

/// Replaces every member of these names, wherever it stands.
fn each(body: &mut Value, names: &[&str], instead: &dyn Fn(&Value) -> Option<Value>) {
    match body {
        Value::Object(members) => {
            for (name, member) in members {
                if names.contains(&name.as_str())
                    && let Some(new) = instead(member)
                {
                    *member = new;
                } else {
                    each(member, names, instead);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each(item, names, instead)),
        _ => {}
    }
}

/// The pointer to the outermost member of a name.
fn find(body: &Value, name: &str) -> Option<String> {
    let mut all = Vec::new();
    members(body, String::new(), &mut all);
    let is_named = |pointer: &&String| {
        let own = pointer.rsplit('/').next().unwrap_or_default();
        unescaped(own) == name
    };
    let depth = |pointer: &&String| pointer.matches('/').count();
    all.iter().filter(is_named).min_by_key(depth).cloned()
}

/// The pointers to all members, and to what they hold.
fn members(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members_of) => {
            for (name, member) in members_of {
                let pointer = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
                found.push(pointer.clone());
                members(member, pointer, found);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                members(item, format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

fn unescaped(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const WORDS: Words = Words {
        amounts: &["amount"],
        references: &["reference"],
        events: &[("type", "payout")],
    };

    fn changed(change: &Change) -> Vec<u8> {
        let body = json!({"data": {
            "type": "payment", "amount": "100.0", "reference": "order-1", "fee": 5, "of": {"amount": 100}, "who": {},
        }});
        change.apply(body, &WORDS, &mut Identifiers::new(1))
    }

    fn json_of(change: &Change) -> Value {
        serde_json::from_slice(&changed(change)).unwrap()
    }

    fn member(name: &str, odd: Odd) -> Change {
        Change::Member(Some(name.to_owned()), odd)
    }

    #[test]
    fn what_is_said_wrongly_is_said_so_everywhere_and_in_the_same_form() {
        let wrong = json_of(&Change::Amount(None));
        assert_eq!(wrong["data"]["amount"], "101.0");
        assert_eq!(wrong["data"]["of"]["amount"], 101);
        let so = json_of(&Change::Amount(Some(7.into())));
        assert_eq!(
            (&so["data"]["amount"], &so["data"]["fee"]),
            (&json!("7.0"), &json!(5))
        );
        assert_eq!(
            json_of(&Change::Reference(None))["data"]["reference"],
            "order-2"
        );
        assert_eq!(json_of(&Change::Event(None))["data"]["type"], "payout");
        let event = Change::Event(Some("other".to_owned()));
        assert_eq!(json_of(&event)["data"]["type"], "other");
    }

    #[test]
    fn a_member_is_odd_by_its_name_or_its_place() {
        assert_eq!(json_of(&member("fee", Odd::Type))["data"]["fee"], "5");
        assert_eq!(
            json_of(&member("/data/of/amount", Odd::Type))["data"]["of"]["amount"],
            "100"
        );
        assert_eq!(
            json_of(&member("type", Odd::Type))["data"]["type"],
            json!(["payment"])
        );
        assert_eq!(json_of(&member("data", Odd::List))["data"], json!([]));
        assert!(json_of(&member("fee", Odd::Null))["data"]["fee"].is_null());
        assert!(
            json_of(&member("fee", Odd::LeftOut))["data"]
                .get("fee")
                .is_none()
        );
    }

    #[test]
    fn bytes_are_what_no_text_can_hold() {
        let text = |change: &Change| String::from_utf8_lossy(&changed(change)).into_owned();
        assert!(text(&member("reference", Odd::HalfSurrogate)).contains(r#""order-1\ud83d""#));
        let latin = changed(&member("reference", Odd::Latin1));
        assert!(latin.windows(2).any(|pair| pair == b"1\xe9"));
        assert!(std::str::from_utf8(&latin).is_err());
        assert!(changed(&Change::ByteOrderMark).starts_with(b"\xef\xbb\xbf{"));
        assert!(serde_json::from_slice::<Value>(&changed(&Change::Cut)).is_err());
    }

    #[test]
    fn every_member_has_its_turn_by_chance() {
        let mut identifiers = Identifiers::new(1);
        let body = json!({"a": 1, "b": {"c": 2}});
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..100 {
            let change = Change::Member(None, Odd::LeftOut);
            seen.insert(change.apply(body.clone(), &WORDS, &mut identifiers));
        }
        assert_eq!(seen.len(), 3);
    }
}
