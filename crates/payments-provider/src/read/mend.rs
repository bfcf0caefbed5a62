//! Converts a body to the expected shape: scalars become the expected type, and unreadable members
//! that decide nothing are removed.

use std::{borrow::Cow, fmt};

use rust_decimal::Decimal;

use super::{
    node::{Node, Places, begin, put},
    shape::{Holds, Member, Shape, Weight},
    unreadable::{LeftOut, Unreadable},
};
use crate::wire;

/// An item of three bytes takes the room of all members of its type: whoever sends must not decide
/// how much that is. Pages of providers have a hundred.
const MOST_ITEMS: usize = 16_384;

/// The path of a value.
#[derive(Clone, Copy)]
struct Place<'p> {
    within: Option<&'p Place<'p>>,
    step: Step,
}

#[derive(Clone, Copy)]
enum Step {
    Root,
    Member(&'static str),
    Item(usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(within) = self.within {
            within.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Item(index) => write!(f, "[{index}]"),
            Step::Member(name) => {
                let nested = self
                    .within
                    .is_some_and(|within| !matches!(within.step, Step::Root));
                write!(f, "{}{name}", if nested { "." } else { "" })
            }
        }
    }
}

/// Why a value is not the expected one.
enum Odd {
    /// It has another type; names the expected one.
    Another(&'static str),
    /// It is an ambiguous amount.
    Amount(&'static str),
    /// A member in it decides, and cannot be read.
    Within(Unreadable),
}

/// What has been read so far.
struct Mending<'t, 'a> {
    places: &'a mut Places<'t>,
    left_out: &'a mut Vec<LeftOut>,
}

/// Mends a body where it is.
pub(super) fn mend<'t>(
    node: Node<'t>,
    places: &mut Places<'t>,
    shape: &Shape,
    left_out: &mut Vec<LeftOut>,
) -> Result<Node<'t>, Unreadable> {
    let root = Place {
        within: None,
        step: Step::Root,
    };
    let what = node.what();
    let mut mending = Mending { places, left_out };
    match mending.object(node, shape, &root) {
        Ok(node) => Ok(node),
        Err(Odd::Within(unreadable)) => Err(unreadable),
        Err(_) => Err(Unreadable::another("the body", "an object", what)),
    }
}

impl<'t> Mending<'t, '_> {
    fn object(
        &mut self,
        node: Node<'t>,
        shape: &Shape,
        place: &Place<'_>,
    ) -> Result<Node<'t>, Odd> {
        let begin = match node {
            Node::Shaped(begin) => begin,
            Node::Object(members) => self.placed(members, shape),
            _ => return Err(Odd::Another("an object")),
        };
        for (at, member) in (begin..).zip(shape.members) {
            let Some(node) = self.places.get_mut(at) else {
                break;
            };
            if is_as_it_should_be(node, member) {
                continue;
            }
            let here = Place {
                within: Some(place),
                step: Step::Member(member.name),
            };
            let found = std::mem::take(node);
            let node = self.one(found, member, &here).map_err(Odd::Within)?;
            if let Some(place) = self.places.get_mut(at) {
                *place = node;
            }
        }
        Ok(Node::Shaped(begin))
    }

    /// Gives the members that the shape names their places.
    fn placed(&mut self, members: Vec<(Cow<'t, str>, Node<'t>)>, shape: &Shape) -> usize {
        let begin = begin(self.places, shape);
        let mut next = 0;
        for (name, node) in members {
            if let Some((at, _)) = shape.place(&name, next) {
                next = at + 1;
                put(self.places, begin + at, node);
            }
        }
        begin
    }

    /// A member, or nothing if it is not present or cannot be read.
    fn one(
        &mut self,
        node: Node<'t>,
        member: &Member,
        here: &Place<'_>,
    ) -> Result<Node<'t>, Unreadable> {
        let before = self.left_out.len();
        let odd = match node {
            Node::Absent | Node::Null => None,
            // PHP writes an empty object like this.
            Node::List(items) if items.is_empty() && matches!(member.holds, Holds::Object(_)) => {
                None
            }
            node => {
                let what = node.what();
                match self.held(node, &member.holds, here) {
                    Ok(node) => return Ok(node),
                    Err(odd) => Some(odd.at(here, what)),
                }
            }
        };
        match (odd, member.weight) {
            (None, Weight::Required) => Err(Unreadable::missing(&here.to_string())),
            (None, _) => Ok(Node::Absent),
            (Some(odd), Weight::Required | Weight::Decides) => Err(odd),
            (Some(odd), Weight::Optional) => {
                // Members left out inside of something that is left out itself are not reported.
                self.left_out.truncate(before);
                self.left_out.push(LeftOut::new(here.to_string(), odd));
                Ok(Node::Absent)
            }
        }
    }

    fn held(&mut self, node: Node<'t>, holds: &Holds, here: &Place<'_>) -> Result<Node<'t>, Odd> {
        match (holds, node) {
            (Holds::Any, Node::Twice) => Err(Odd::Another("one value")),
            (Holds::Any, node) => Ok(node),
            (Holds::Text | Holds::Secret, node) => text(node),
            (Holds::Integer, node) => integer(node),
            (Holds::Boolean, node) => boolean(node),
            (Holds::Amount, node) => amount(node, false),
            (Holds::FractionalAmount, node) => amount(node, true),
            (Holds::Object(shape), node) => self.object(node, shape, here),
            (Holds::List(_), Node::List(items)) if items.len() > MOST_ITEMS => {
                Err(Odd::Another("a list of at most 16384 items"))
            }
            (Holds::List(each), Node::List(items)) => Ok(self.list(items, each, here)),
            (Holds::List(_), _) => Err(Odd::Another("a list")),
        }
    }

    /// An unreadable item does not lose the others.
    fn list(&mut self, items: Vec<Node<'t>>, each: &Holds, place: &Place<'_>) -> Node<'t> {
        let mut out = Vec::with_capacity(items.len());
        for (index, node) in items.into_iter().enumerate() {
            let here = Place {
                within: Some(place),
                step: Step::Item(index),
            };
            let (what, before) = (node.what(), self.left_out.len());
            let places = self.places.len();
            match self.held(node, each, &here) {
                Ok(node) => out.push(node),
                Err(odd) => {
                    self.places.truncate(places);
                    self.left_out.truncate(before);
                    self.left_out
                        .push(LeftOut::new(here.to_string(), odd.at(&here, what)));
                }
            }
        }
        Node::List(out)
    }
}

/// Whether a member needs no mending, as most do not.
fn is_as_it_should_be(node: &Node<'_>, member: &Member) -> bool {
    match node {
        Node::Text(_) => matches!(member.holds, Holds::Text | Holds::Secret),
        Node::Absent => member.weight != Weight::Required,
        _ => false,
    }
}

impl Odd {
    fn at(self, here: &Place<'_>, what: &'static str) -> Unreadable {
        match self {
            Self::Another(wanted) => Unreadable::another(&here.to_string(), wanted, what),
            Self::Amount(why) => Unreadable::amount(&here.to_string(), why),
            Self::Within(unreadable) => unreadable,
        }
    }
}

fn text(node: Node<'_>) -> Result<Node<'_>, Odd> {
    match node {
        Node::Text(_) => Ok(node),
        Node::Number(digits) => Ok(Node::Text(plain(digits).ok_or(Odd::Another("text"))?)),
        Node::Bool(true) => Ok(Node::Text("true".into())),
        Node::Bool(false) => Ok(Node::Text("false".into())),
        _ => Err(Odd::Another("text")),
    }
}

fn integer(node: Node<'_>) -> Result<Node<'_>, Odd> {
    let odd = || Odd::Another("a whole number");
    match node {
        Node::Number(digits) | Node::Text(digits) => {
            let digits = plain(digits).ok_or_else(odd)?;
            let whole = digits.parse().map_err(|_| odd())?;
            Ok(Node::Integer(whole))
        }
        _ => Err(odd()),
    }
}

fn boolean(node: Node<'_>) -> Result<Node<'_>, Odd> {
    let odd = || Odd::Another("true or false");
    let said = match node {
        Node::Bool(said) => said,
        Node::Number(digits) | Node::Text(digits) => match &*digits {
            "true" | "1" => true,
            "false" | "0" => false,
            _ => return Err(odd()),
        },
        _ => return Err(odd()),
    };
    Ok(Node::Bool(said))
}

fn amount(node: Node<'_>, fractional: bool) -> Result<Node<'_>, Odd> {
    let digits = match node {
        Node::Text(digits) => digits,
        // `5e4` is allowed in a number, but not in a text.
        Node::Number(digits) if digits.contains(['e', 'E']) => {
            plain(digits).ok_or(Odd::Another("an amount"))?
        }
        Node::Number(digits) => digits,
        _ => return Err(Odd::Another("an amount")),
    };
    let read = wire::received(&digits).map_err(|why| Odd::Amount(why.0))?;
    if !fractional && !read.fract().is_zero() {
        return Err(Odd::Amount(
            "it has a fraction, and the provider sends none",
        ));
    }
    Ok(Node::Amount(read))
}

/// Digits without zeros after a point and without an exponent: `3599.0` becomes `3599`. `None` if
/// it is not a number, or would lose digits.
fn plain(digits: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let is_whole = |text: &str| {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        !unsigned.is_empty() && unsigned.bytes().all(|byte| byte.is_ascii_digit())
    };
    if is_whole(&digits) {
        return Some(digits);
    }
    let decimal = match digits.contains(['e', 'E']) {
        true => Decimal::from_scientific(&digits).ok()?,
        false => {
            let (whole, fraction) = digits.split_once('.')?;
            let zeros = fraction.trim_end_matches('0').is_empty() && !fraction.is_empty();
            if zeros && is_whole(whole) {
                return Some(whole.to_owned().into());
            }
            Decimal::from_str_exact(&digits).ok()?
        }
    };
    Some(decimal.normalize().to_string().into())
}
