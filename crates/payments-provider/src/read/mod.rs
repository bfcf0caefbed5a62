//! Lenient reading of received bodies.
//!
//! Bytes become text (a byte order mark is skipped; invalid UTF-8 and half surrogate pairs become
//! U+FFFD). Text becomes JSON whose numbers keep their digits. JSON is converted to the [`Shape`]
//! from `specs/`: a scalar is read from any scalar that says the same, and an unreadable member
//! that decides nothing is left out. One non-generic reader does this for every body; the generated
//! types take their members from its result, by their place and not by their name.

mod arrived;
mod form;
mod json;
mod members;
mod mend;
mod node;
mod shape;
mod unreadable;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;

use self::node::{Node, Places};
pub use self::{
    arrived::{Arrived, Item},
    members::{Held, Members},
    shape::{Holds, Member, Shape, Weight},
    unreadable::{LeftOut, Unreadable, decoding, says_nothing},
};

/// A received body; generated code implements it.
pub trait Received: Serialize + Sized {
    /// Its shape.
    const SHAPE: &'static Shape;

    /// Makes it of its members, which it takes in the order of its shape.
    fn of(members: &mut Members<'_>) -> Self;
}

/// A body that was read.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Read<T> {
    /// The body.
    pub body: T,
    /// The members that were left out.
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

    /// Converts the body.
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
    let (node, places, left_out) = shaped(&text, T::SHAPE)?;
    let body = members::body(node, places)?;
    Ok(Read { body, left_out })
}

/// Not generic, so it is compiled once.
fn shaped<'t>(text: &'t str, shape: &Shape) -> Result<Shaped<'t>, Unreadable> {
    let (node, mut places) = json::parse_shaped(text, shape)
        .map_err(|json::NotJson(at)| Unreadable::not_json(text, at))?;
    let mut left_out = Vec::new();
    let node = mend::mend(node, &mut places, shape, &mut left_out)?;
    Ok((node, places, left_out))
}

/// A mended body, the members of its objects, and what was left out.
type Shaped<'t> = (Node<'t>, Places<'t>, Vec<LeftOut>);

/// Reads any JSON.
pub(crate) fn any(body: &[u8]) -> Result<Value, Unreadable> {
    let text = text(body);
    match json::parse(&text) {
        Ok(node) => Ok(node.value()),
        Err(json::NotJson(at)) => Err(Unreadable::not_json(&text, at)),
    }
}

/// A body's text: without a byte order mark, and with U+FFFD for every invalid byte.
#[must_use]
pub fn text(body: &[u8]) -> Cow<'_, str> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    match std::str::from_utf8(body) {
        Ok(text) => text.into(),
        Err(_) => String::from_utf8_lossy(body),
    }
}

/// A parsed message that is not yet read into a type; its marks show which type it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree<'t>(Node<'t>);

impl<'t> Tree<'t> {
    /// Parses JSON.
    pub fn parse(text: &'t str) -> Result<Self, Unreadable> {
        json::parse(text)
            .map(Self)
            .map_err(|json::NotJson(at)| Unreadable::not_json(text, at))
    }

    /// Parses JSON, or a form of `name=value` with nested brackets: `data[id]=1`.
    pub fn parse_any(text: &'t str) -> Result<Self, Unreadable> {
        Self::parse(text).or_else(|not_json| form::parse(text).map(Self).ok_or(not_json))
    }

    /// The member at a path of names, from the outside in.
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
        let (mut places, mut left_out) = (Vec::new(), Vec::new());
        let mended = mend::mend(self.0, &mut places, T::SHAPE, &mut left_out)?;
        let body = members::body(mended, places)?;
        Ok(Read { body, left_out })
    }
}

/// A member that shows what a message is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark<'n>(Option<&'n Node<'n>>);

impl<'n> Mark<'n> {
    /// Whether the member is present and not `null`.
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
