//! A JSON value, before and while it is brought into its shape.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::shape::Shape;

/// A JSON value that borrows from its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Node<'t> {
    /// A member of a shape that the object does not have.
    #[default]
    Absent,
    Null,
    Bool(bool),
    /// The digits as in the text.
    Number(Cow<'t, str>),
    Text(Cow<'t, str>),
    List(Vec<Self>),
    Object(Vec<(Cow<'t, str>, Self)>),
    /// An object of a known shape: where its members begin among those of the whole body. They
    /// are in the order of the shape, and no others.
    Shaped(usize),
    /// A member that occurs more than once: it is unknown which is meant.
    Twice,
    /// A number that was mended: it fits the type that it is read into.
    Integer(i64),
    Amount(Decimal),
}

/// The members of all objects of a body that have a shape: one list instead of one for each
/// object.
pub(super) type Places<'t> = Vec<Node<'t>>;

/// Makes a place for each member of a shape, and returns where they begin.
pub(super) fn begin(places: &mut Places<'_>, shape: &Shape) -> usize {
    let begin = places.len();
    places.resize_with(begin + shape.members.len(), Node::default);
    begin
}

/// Puts a member into its place. It is unknown which of two is meant.
pub(super) fn put<'t>(places: &mut Places<'t>, at: usize, node: Node<'t>) {
    if let Some(place) = places.get_mut(at) {
        *place = match place {
            Node::Absent => node,
            _ => Node::Twice,
        };
    }
}

/// As serde_json reads it, for what is kept as any JSON: no amount is read from that, but from the
/// digits. Its own parser of floats is as large as all of this module, and the standard library's
/// as exact.
fn number(digits: &str) -> Value {
    match (digits.parse::<u64>(), digits.parse::<i64>()) {
        (Ok(whole), _) => whole.into(),
        // `-0` is a float.
        (_, Ok(whole)) if whole != 0 => whole.into(),
        _ => digits.parse::<f64>().unwrap_or(f64::NAN).into(),
    }
}

impl Node<'_> {
    /// Converts to serde_json's value, whose numbers have the precision of a float. Of two members
    /// with the same name, the later one counts.
    pub(super) fn value(&self) -> Value {
        match self {
            // What has a shape is read into a type, and never into any JSON.
            Self::Absent | Self::Null | Self::Twice | Self::Shaped(_) => Value::Null,
            Self::Bool(bool) => (*bool).into(),
            Self::Integer(whole) => (*whole).into(),
            Self::Amount(amount) => amount.to_string().into(),
            Self::Number(digits) => number(digits),
            Self::Text(text) => text.as_ref().into(),
            Self::List(items) => items.iter().map(Self::value).collect(),
            Self::Object(members) => {
                let members = members.iter();
                let members = members.map(|(name, node)| (name.clone().into_owned(), node.value()));
                Value::Object(members.collect::<Map<_, _>>())
            }
        }
    }

    /// Its type, in words.
    pub(super) fn what(&self) -> &'static str {
        match self {
            Self::Absent => "nothing",
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) | Self::Integer(_) | Self::Amount(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Object(_) | Self::Shaped(_) => "an object",
            Self::Twice => "several of one name",
        }
    }
}
