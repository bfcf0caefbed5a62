//! What `specs/` say of a provider, and what that stands on.

/// Something that `specs/` says of a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The provider.
    pub provider: &'static str,
    /// Its name, unique for the provider: `visibility_delay`, `codes.DUPLICATE_ERROR`.
    pub id: &'static str,
    /// The fact, in a sentence.
    pub says: &'static str,
    /// What it stands on.
    pub evidence: Evidence,
    /// Where it stands in `specs/<provider>/`.
    pub at: &'static [At],
    /// How it is found out.
    pub claim: Claim,
}

/// A place in `specs/<provider>/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The file.
    pub file: &'static str,
    /// The member; items of lists by their id, code, method, event or name.
    pub pointer: &'static str,
    /// What stands there, if it is a single value.
    pub value: Option<&'static str>,
}

/// What a fact stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The provider's document.
    Doc,
    /// Other pages and libraries of the provider.
    Official,
    /// A recorded exchange.
    Recorded,
    /// Clients and pages of others.
    ThirdParty,
    /// It follows from something else.
    Inferred,
    /// Nothing.
    Assumed,
}

impl Evidence {
    /// Neither a document nor a recording shows it.
    #[must_use]
    pub const fn is_weak(self) -> bool {
        !matches!(self, Self::Doc | Self::Recorded)
    }

    /// For people.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Doc => "document",
            Self::Official => "official",
            Self::Recorded => "recorded",
            Self::ThirdParty => "third party",
            Self::Inferred => "inferred",
            Self::Assumed => "assumed",
        }
    }

    /// As in the tables of `specs/`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Doc => "doc",
            Self::ThirdParty => "third_party",
            other => other.as_str(),
        }
    }
}

/// How a fact is found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// No scenario looks at it: a document or a recording shows it.
    Nothing,
    /// What must hold in a session; see [`Check`](crate::Check).
    Probe(&'static [&'static str]),
    /// Why no scenario can tell.
    NoProbe(&'static str),
}

impl Fact {
    /// The single values that it states.
    pub(crate) fn values(&self) -> impl Iterator<Item = &'static str> {
        self.at.iter().filter_map(|at| at.value)
    }

    /// The code, of a fact about one.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        self.id.strip_prefix("codes.")
    }

    /// The word, of a fact about a status.
    #[must_use]
    pub fn word(&self) -> Option<&'static str> {
        let (_, word) = self.id.strip_prefix("statuses.")?.split_once('.')?;
        Some(word)
    }
}
