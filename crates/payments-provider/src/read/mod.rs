//! How what a provider sends is read: as a person would.
//!
//! Bytes become text (a byte order mark is skipped; what is no UTF-8 and half a surrogate pair
//! become U+FFFD), text becomes JSON whose numbers keep their digits, and JSON is brought into the
//! [`Shape`] that `specs/` state: a scalar is read from any scalar that says the same, and a member
//! that cannot be read and decides nothing is left out. One reader, of no type, does so for every
//! body; what it makes is handed to the generated types.

mod arrived;
mod form;
mod json;
mod mend;
mod shape;
mod typed;
mod unreadable;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use serde::{Serialize, de::DeserializeOwned};

use self::json::Node;
pub use self::{
    arrived::{Arrived, Item},
    shape::{Holds, Member, Shape, Weight},
    unreadable::{LeftOut, Unreadable, decoding, says_nothing},
};

/// A body that is received; generated code implements it.
pub trait Received: DeserializeOwned + Serialize {
    /// What it looks like.
    const SHAPE: &'static Shape;
}

/// A body that was read.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Read<T> {
    /// It.
    pub body: T,
    /// What was left out of it.
    pub left_out: Vec<LeftOut>,
}

impl<T> Read<T> {
    /// A body of which nothing was left out.
    pub fn new(body: T) -> Self {
        Self {
            body,
            left_out: Vec::new(),
        }
    }

    /// The same, as something else.
    pub fn map<U>(self, other: impl FnOnce(T) -> U) -> Read<U> {
        Read {
            body: other(self.body),
            left_out: self.left_out,
        }
    }
}

/// Reads a body.
pub fn read<T: Received>(body: &[u8]) -> Result<Read<T>, Unreadable> {
    let text = text(body);
    Tree::parse(&text)?.read()
}

/// A body's text: without a byte order mark, and with a mark for every byte that is no text.
#[must_use]
pub fn text(body: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body))
}

/// A message that was taken apart, not yet read into a type: what it is, its marks tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree<'t>(Node<'t>);

impl<'t> Tree<'t> {
    /// Takes JSON apart.
    pub fn parse(text: &'t str) -> Result<Self, Unreadable> {
        json::parse(text)
            .map(Self)
            .map_err(|json::NotJson(at)| Unreadable::not_json(text, at))
    }

    /// Takes JSON apart, or a form of `name=value`, whose brackets nest: `data[id]=1`.
    pub fn parse_any(text: &'t str) -> Result<Self, Unreadable> {
        Self::parse(text).or_else(|not_json| form::parse(text).map(Self).ok_or(not_json))
    }

    /// What stands at a place, names from the outside in.
    #[must_use]
    pub fn mark(&self, place: &[&str]) -> Mark<'_> {
        let mut node = &self.0;
        for name in place {
            let Node::Object(members) = node else {
                return Mark(None);
            };
            let mut named = members.iter().filter(|(member, _)| member == name);
            node = match (named.next(), named.next()) {
                (Some((_, node)), None) => node,
                (Some(_), Some(_)) => &Node::Twice,
                (None, _) => return Mark(None),
            };
        }
        Mark(Some(node))
    }

    /// Reads it into a type.
    pub fn read<T: Received>(self) -> Result<Read<T>, Unreadable> {
        let mut left_out = Vec::new();
        let mended = mend::mend(self.0, T::SHAPE, &mut left_out)?;
        let body = T::deserialize(mended)?;
        Ok(Read { body, left_out })
    }
}

/// A member, as far as it tells what a message is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark<'n>(Option<&'n Node<'n>>);

impl<'n> Mark<'n> {
    /// Whether the member is there, and not `null`.
    #[must_use]
    pub fn is_there(self) -> bool {
        self.0.is_some_and(|node| *node != Node::Null)
    }

    /// The member's text, if it is one; the digits of a number.
    #[must_use]
    pub fn text(self) -> Option<&'n str> {
        match self.0? {
            Node::Text(text) | Node::Number(text) => Some(text),
            _ => None,
        }
    }
}
