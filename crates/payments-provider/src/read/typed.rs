//! From the converted body to the generated types, through serde.

use std::borrow::Cow;

use serde::{
    Deserializer,
    de::{
        IntoDeserializer, Visitor,
        value::{CowStrDeserializer, MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

use super::{json::Node, unreadable::Unreadable};

impl<'de> IntoDeserializer<'de, Unreadable> for Node<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// A member's name.
pub(super) struct Name<'t>(Cow<'t, str>);

impl<'de> IntoDeserializer<'de, Unreadable> for Name<'de> {
    type Deserializer = CowStrDeserializer<'de, Unreadable>;

    fn into_deserializer(self) -> Self::Deserializer {
        CowStrDeserializer::new(self.0)
    }
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Self::Null | Self::Twice => visitor.visit_unit(),
            Self::Bool(bool) => visitor.visit_bool(bool),
            Self::Number(digits) => number(&digits, visitor),
            Self::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Self::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Self::List(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter())),
            Self::Object(members) => {
                let members = members.into_iter().map(|(name, node)| (Name(name), node));
                visitor.visit_map(MapDeserializer::new(members))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Self::Null => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct enum
        identifier ignored_any
    }
}

/// Passes a number on as JSON parsers do; amounts are not read this way.
fn number<'de, V: Visitor<'de>>(digits: &str, visitor: V) -> Result<V::Value, Unreadable> {
    if let Ok(whole) = digits.parse::<u64>() {
        return visitor.visit_u64(whole);
    }
    if let Ok(whole) = digits.parse::<i64>() {
        return visitor.visit_i64(whole);
    }
    match digits.parse::<f64>() {
        Ok(number) if number.is_finite() => visitor.visit_f64(number),
        _ => visitor.visit_unit(),
    }
}
