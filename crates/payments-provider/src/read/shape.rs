//! What a received body looks like, as `specs/` state it: data, so that one reader serves every
//! type.

/// An object that is received.
#[derive(Debug)]
pub struct Shape {
    /// The component's name in the specification.
    pub name: &'static str,
    /// Its members. Others are not looked at.
    pub members: &'static [Member],
}

/// A member of it.
#[derive(Debug)]
pub struct Member {
    /// As it is sent.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether anything depends on it.
    pub weight: Weight,
}

/// Whether anything depends on a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Without it nothing is known: it must be there, and be read.
    Required,
    /// It may be missing; but where it is there, it must be read.
    Decides,
    /// Where it cannot be read, it is left out.
    Optional,
}

/// What a member or an item holds.
#[derive(Debug)]
pub enum Holds {
    /// Text. Any scalar says some.
    Text,
    /// A secret, as text.
    Secret,
    /// A whole number, also as text.
    Integer,
    /// Yes or no, also as `1` and `0`, and as text.
    Boolean,
    /// Money: a number or digits, whole.
    Amount,
    /// The same, of which the provider sends fractions of the smallest unit too.
    FractionalAmount,
    /// An object.
    Object(&'static Shape),
    /// A list of what is alike.
    List(&'static Self),
    /// Any JSON.
    Any,
}

impl Member {
    /// Meant for generated tables.
    #[must_use]
    pub const fn new(name: &'static str, holds: Holds, weight: Weight) -> Self {
        Self {
            name,
            holds,
            weight,
        }
    }
}

impl Shape {
    /// Meant for generated tables.
    #[must_use]
    pub const fn new(name: &'static str, members: &'static [Member]) -> Self {
        Self { name, members }
    }
}
