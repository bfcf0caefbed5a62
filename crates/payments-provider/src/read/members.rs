//! From the mended body to the generated types: member by member, in the order of the shape.

use std::{borrow::Cow, vec};

use payments_core::{Personal, Raw, Secret};
use serde_json::Value;

use super::{Received, json::Node, unreadable::Unreadable};
use crate::wire::Amount;

/// The members of a received object that are not yet taken, in the order of its shape.
#[derive(Debug)]
pub struct Members<'t> {
    nodes: vec::IntoIter<Node<'t>>,
    /// Whether one had another type than the shape says: the tables contradict each other.
    odd: bool,
}

/// What a member can be read into. If the member holds something else, the value is an empty one,
/// and the body is unreadable: so reading a member has no branch for an error, of which a body
/// would have as many as members.
pub trait Held: Sized {
    /// Takes the next member.
    fn held(members: &mut Members<'_>) -> Self;
}

/// Reads a mended body.
pub(super) fn body<T: Received>(node: Node<'_>) -> Result<T, Unreadable> {
    let mut members = Members::of(node);
    let body = T::of(&mut members);
    match members.odd {
        false => Ok(body),
        true => Err(Unreadable::another("a member", "a value", "a value")),
    }
}

impl<'t> Members<'t> {
    fn of(node: Node<'t>) -> Self {
        match node {
            Node::Shaped(members) => Self {
                nodes: members.into_iter(),
                odd: false,
            },
            _ => Self {
                nodes: Vec::new().into_iter(),
                odd: true,
            },
        }
    }

    /// Takes the next member.
    pub fn next<T: Held>(&mut self) -> T {
        T::held(self)
    }

    /// Takes the text of the next member.
    pub fn text(&mut self) -> Cow<'t, str> {
        match self.nodes.next() {
            Some(Node::Text(text)) => text,
            _ => self.empty(),
        }
    }

    fn list(&mut self) -> Vec<Node<'t>> {
        match self.nodes.next() {
            Some(Node::List(items)) => items,
            _ => self.empty(),
        }
    }

    fn below(&mut self) -> Self {
        Self::of(self.nodes.next().unwrap_or(Node::Absent))
    }

    fn empty<T: Default>(&mut self) -> T {
        self.odd = true;
        T::default()
    }

    /// Whether the next member is there; if it is not, it is passed over.
    fn is_there(&mut self) -> bool {
        let there = !matches!(self.nodes.as_slice().first(), Some(Node::Absent));
        if !there {
            self.nodes.next();
        }
        there
    }
}

impl Held for String {
    fn held(members: &mut Members<'_>) -> Self {
        members.text().into_owned()
    }
}

impl Held for Personal {
    fn held(members: &mut Members<'_>) -> Self {
        String::held(members).into()
    }
}

impl Held for Secret {
    fn held(members: &mut Members<'_>) -> Self {
        Self::received(members.text())
    }
}

impl Held for i64 {
    fn held(members: &mut Members<'_>) -> Self {
        match members.nodes.next() {
            Some(Node::Integer(whole)) => whole,
            _ => members.empty(),
        }
    }
}

impl Held for bool {
    fn held(members: &mut Members<'_>) -> Self {
        match members.nodes.next() {
            Some(Node::Bool(said)) => said,
            _ => members.empty(),
        }
    }
}

impl Held for Amount {
    fn held(members: &mut Members<'_>) -> Self {
        match members.nodes.next() {
            Some(Node::Amount(amount)) => amount.into(),
            _ => members.empty::<rust_decimal::Decimal>().into(),
        }
    }
}

impl Held for Value {
    fn held(members: &mut Members<'_>) -> Self {
        match members.nodes.next() {
            Some(node) => node.value(),
            None => members.empty(),
        }
    }
}

impl Held for Raw {
    fn held(members: &mut Members<'_>) -> Self {
        Value::held(members).into()
    }
}

impl<T: Held> Held for Option<T> {
    // One call for each member, instead of a copy of what it does.
    #[inline(never)]
    fn held(members: &mut Members<'_>) -> Self {
        match members.is_there() {
            true => Some(T::held(members)),
            false => None,
        }
    }
}

impl<T: Held> Held for Vec<T> {
    fn held(members: &mut Members<'_>) -> Self {
        let mut items = Members {
            nodes: members.list().into_iter(),
            odd: false,
        };
        let read = (0..items.nodes.len()).map(|_| T::held(&mut items));
        let read = read.collect();
        members.odd |= items.odd;
        read
    }
}

impl<T: Received> Held for T {
    fn held(members: &mut Members<'_>) -> Self {
        let mut below = members.below();
        let body = T::of(&mut below);
        members.odd |= below.odd;
        body
    }
}
