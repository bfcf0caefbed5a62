//! The name of a provider.

use std::{
    collections::BTreeSet,
    fmt,
    sync::{Mutex, PoisonError},
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::invalid::Invalid;

/// Names that were read at run time. A program knows a handful; data with more of them is not one
/// of our journals.
static READ: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
const MOST: usize = 256;

/// A provider by its short name, such as `instamoney`: the name of its crate after `payments-`.
///
/// ```
/// use payments_core::Provider;
///
/// let fazz = Provider::new("fazz");
/// assert_eq!(fazz.as_str(), "fazz");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Provider(&'static str);

impl Provider {
    /// Makes a provider from its lower-case name, as in the name of its crate.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// Reads a name, for example a recorded one: 1 to 32 lower-case letters, digits and hyphens.
    pub fn read(name: &str) -> Result<Self, Invalid> {
        let invalid = || Invalid::field("provider", name, "the name of a provider");
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read.get(name) {
            return Ok(Self(known));
        }
        let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if name.is_empty() || name.len() > 32 || !name.bytes().all(is_plain) || read.len() >= MOST {
            return Err(invalid());
        }
        let name: &'static str = Box::leak(name.into());
        read.insert(name);
        Ok(Self(name))
    }

    /// The name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for Provider {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for Provider {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::read(&name).map_err(de::Error::custom)
    }
}
