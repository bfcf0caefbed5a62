//! The shape of received bodies, from `specs/`: as data, so that one reader serves every type.

/// A received object.
#[derive(Debug)]
pub struct Shape {
    /// The component's name in the specification.
    pub name: &'static str,
    /// Its members. Others are ignored.
    pub members: &'static [Member],
}

/// A member of it.
#[derive(Debug)]
pub struct Member {
    /// Its name in the JSON.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether the meaning depends on it.
    pub weight: Weight,
}

/// Whether the meaning depends on a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Without it nothing is known: it must be present and readable.
    Required,
    /// It may be missing, but if it is present, it must be readable.
    Decides,
    /// If it cannot be read, it is left out.
    Optional,
}

/// What a member or an item holds.
#[derive(Debug)]
pub enum Holds {
    /// Text. Any scalar is accepted.
    Text,
    /// A secret, as text.
    Secret,
    /// A whole number, also as text.
    Integer,
    /// Yes or no, also as `1` and `0`, and as text.
    Boolean,
    /// Money: a number or digits, whole.
    Amount,
    /// Money, possibly with fractions of the smallest unit.
    FractionalAmount,
    /// An object.
    Object(&'static Shape),
    /// A list of items of one kind.
    List(&'static Self),
    /// Any JSON.
    Any,
}

impl Member {
    /// For generated tables.
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
    /// For generated tables.
    #[must_use]
    pub const fn new(name: &'static str, members: &'static [Member]) -> Self {
        Self { name, members }
    }

    /// A member and its place; it is looked for at `likely` first.
    pub(super) fn place(&self, name: &str, likely: usize) -> Option<(usize, &'static Member)> {
        let is = |member: &&Member| member.name == name;
        match self.members.get(likely).filter(is) {
            Some(member) => Some((likely, member)),
            None => self
                .members
                .iter()
                .enumerate()
                .find(|(_, member)| is(member)),
        }
    }
}
