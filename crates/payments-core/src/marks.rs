//! The members that tell a provider's callbacks apart, read before the whole and without keeping anything.

use std::{borrow::Cow, fmt};

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A member of a JSON object, as far as it tells what the object is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark<'a>(Found<'a>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Found<'a> {
    /// Not there, or `null`.
    #[default]
    Nothing,
    Text(Cow<'a, str>),
    Other,
}

impl Mark<'_> {
    /// Whether the member is there, and not `null`.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.0 != Found::Nothing
    }

    /// The member's text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.0 {
            Found::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The members with these names, of a JSON object. Of two with the same name the later counts.
pub fn marks<'a, const N: usize>(
    json: &'a [u8],
    names: [&str; N],
) -> Result<[Mark<'a>; N], serde_json::Error> {
    let mut json = serde_json::Deserializer::from_slice(json);
    let marks = (&mut json).deserialize_map(Members(names))?;
    json.end()?;
    Ok(marks)
}

struct Members<'n, const N: usize>([&'n str; N]);

impl<'de, const N: usize> Visitor<'de> for Members<'_, N> {
    type Value = [Mark<'de>; N];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut marks = std::array::from_fn(|_| Mark::default());
        while let Some(index) = map.next_key_seed(Name(&self.0))? {
            match index.and_then(|index| marks.get_mut(index)) {
                Some(mark) => *mark = map.next_value_seed(Member)?,
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(marks)
    }
}

/// Finds a name among those that are looked for.
struct Name<'n>(&'n [&'n str]);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.iter().position(|known| *known == name))
    }
}

struct Member;

impl<'de> DeserializeSeed<'de> for Member {
    type Value = Mark<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Member {
    type Value = Mark<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(Mark(Found::Nothing))
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Mark(Found::Text(text.into())))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Mark(Found::Text(text.to_owned().into())))
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Mark(Found::Other))
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Mark(Found::Other))
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Mark(Found::Other))
    }

    // The parser's form of a number with a point; it is thrown away, and no amount is read here.
    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Mark(Found::Other))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Mark(Found::Other))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Mark(Found::Other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_there_unless_it_is_null_and_only_text_has_a_text() {
        for (json, there, text) in [
            ("{}", false, None),
            (r#"{"a": null}"#, false, None),
            (r#"{"a": ""}"#, true, Some("")),
            (r#"{"b": {"a": 1}, "\u0061": "\u0062c"}"#, true, Some("bc")),
            (r#"{"a": 1}"#, true, None),
            (r#"{"a": -1}"#, true, None),
            (r#"{"a": 1.5}"#, true, None),
            (r#"{"a": true}"#, true, None),
            (r#"{"a": [{"a": "b"}]}"#, true, None),
            (r#"{"a": {"b": [1]}}"#, true, None),
            (r#"{"a": "first", "a": "last"}"#, true, Some("last")),
        ] {
            let [mark] = marks(json.as_bytes(), ["a"]).unwrap();
            assert_eq!((mark.is_there(), mark.text()), (there, text), "{json}");
        }
    }

    #[test]
    fn what_is_no_object_has_no_marks() {
        for json in [
            "", "null", "[]", r#"["a"]"#, r#""a""#, "{", "{} {}", "\u{0}",
        ] {
            assert!(marks(json.as_bytes(), ["a"]).is_err(), "{json}");
        }
    }
}
