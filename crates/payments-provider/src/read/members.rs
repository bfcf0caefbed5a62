//! From the mended body to the generated types: member by member, in the order of the shape.

use std::{borrow::Cow, ops::Range};

use payments_core::{Personal, Raw, Secret};
use serde_json::Value;

use super::{
    Received,
    node::{Node, Places},
    unreadable::Unreadable,
};
use crate::wire::Amount;

/// The members of a received object that are not yet taken, in the order of its shape.
#[derive(Debug)]
pub struct Members<'t> {
    places: Places<'t>,
    /// The place of the next one.
    at: usize,
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
pub(super) fn body<T: Received>(node: Node<'_>, places: Places<'_>) -> Result<T, Unreadable> {
    let mut members = Members {
        places,
        at: 0,
        odd: false,
    };
    let body = members.object(node);
    match members.odd {
        false => Ok(body),
        true => Err(Unreadable::another("a member", "a value", "a value")),
    }
}

impl<'t> Members<'t> {
    /// Takes the next member.
    pub fn take<T: Held>(&mut self) -> T {
        T::held(self)
    }

    /// Takes the text of the next member.
    pub fn text(&mut self) -> Cow<'t, str> {
        match self.node() {
            Node::Text(text) => text,
            _ => self.empty(),
        }
    }

    fn node(&mut self) -> Node<'t> {
        let node = self.places.get_mut(self.at).map(std::mem::take);
        self.at += 1;
        node.unwrap_or_default()
    }

    /// Reads an object, and comes back.
    fn object<T: Received>(&mut self, node: Node<'_>) -> T {
        let back = self.at;
        self.at = self.begin(&node);
        let body = T::of(self);
        self.at = back;
        body
    }

    fn begin(&mut self, node: &Node<'_>) -> usize {
        match node {
            Node::Shaped(begin) => *begin,
            _ => {
                self.odd = true;
                self.places.len()
            }
        }
    }

    fn empty<T: Default>(&mut self) -> T {
        self.odd = true;
        T::default()
    }

    /// Whether the next member is there; if it is not, it is passed over.
    fn is_there(&mut self) -> bool {
        let there = !matches!(self.places.get(self.at), Some(Node::Absent));
        self.at += usize::from(!there);
        there
    }

    /// Gives the items of a list places of their own, and returns these.
    fn items(&mut self) -> Range<usize> {
        let begin = self.places.len();
        match self.node() {
            Node::List(items) => self.places.extend(items),
            _ => self.odd = true,
        }
        begin..self.places.len()
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
        match members.node() {
            Node::Integer(whole) => whole,
            _ => members.empty(),
        }
    }
}

impl Held for bool {
    fn held(members: &mut Members<'_>) -> Self {
        match members.node() {
            Node::Bool(said) => said,
            _ => members.empty(),
        }
    }
}

impl Held for Amount {
    fn held(members: &mut Members<'_>) -> Self {
        match members.node() {
            Node::Amount(amount) => amount.into(),
            _ => members.empty::<rust_decimal::Decimal>().into(),
        }
    }
}

impl Held for Value {
    fn held(members: &mut Members<'_>) -> Self {
        members.node().value()
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
        let items = members.items();
        let back = members.at;
        members.at = items.start;
        let read = items.map(|_| T::held(members)).collect();
        members.at = back;
        read
    }
}

impl<T: Received> Held for T {
    fn held(members: &mut Members<'_>) -> Self {
        let node = members.node();
        members.object(node)
    }
}
