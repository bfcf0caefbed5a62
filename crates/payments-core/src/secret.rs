//! Secrets and personal data: types that never print their value.

use std::{fmt, ops::Deref};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::error::Error;

/// A key, token or password. `Debug` prints `Secret(..)`.
///
/// Its own copy in memory is wiped when it is dropped. Other copies are not: the text that it was
/// made from, the environment, what serde reads and writes, and the header or body that is sent,
/// which the HTTP client owns until the request is done. Whoever can read the process's memory,
/// core dump or swap can find a secret that is in use.
///
/// ```
/// use payments_core::Secret;
///
/// let key = Secret::new("the API key", "xnd_development_1")?;
/// assert_eq!(format!("{key:?}"), "Secret(..)");
/// assert!(Secret::new("the API key", "copied with a blank ").is_err());
/// # Ok::<(), payments_core::Error>(())
/// ```
#[derive(Clone)]
pub struct Secret(Zeroizing<Box<str>>);

impl Secret {
    /// Refuses an empty secret, which would let anybody in, and one with blanks or line ends, which
    /// come from careless copying. `name` is the setting.
    pub fn new(name: &str, value: impl Into<String>) -> Result<Self, Error> {
        let value = value.into();
        if value.is_empty() {
            return Err(Error::configuration(format!("{name} is missing or empty")));
        }
        if value.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(Error::configuration(format!(
                "{name} holds a blank or a line end"
            )));
        }
        Ok(Self::received(value))
    }

    /// A secret that was received, not configured: it may be empty, and then matches no configured
    /// one. For generated code.
    #[doc(hidden)]
    #[must_use]
    pub fn received(value: impl Into<String>) -> Self {
        Self(Zeroizing::new(value.into().into_boxed_str()))
    }

    /// The secret itself. Never log it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Compares in a time that does not reveal how much of `presented` was right.
    #[must_use]
    pub fn matches(&self, presented: &[u8]) -> bool {
        self.expose().as_bytes().ct_eq(presented).into()
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.matches(other.expose().as_bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> Deserialize<'de> for Secret {
    /// As [`Secret::received`].
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::received)
    }
}

/// One or more accepted secrets, so that the old and the new one are both valid during a rotation.
///
/// ```
/// use payments_core::Secrets;
///
/// // During a rotation, both are accepted.
/// let tokens = Secrets::new("the callback token", ["old", "new"])?;
/// assert!(tokens.accept(b"old") && tokens.accept(b"new"));
/// assert!(!tokens.accept(b"other"));
/// # Ok::<(), payments_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Secrets(Vec<Secret>);

impl Secrets {
    /// Needs at least one; each is checked as by [`Secret::new`].
    pub fn new<S: Into<String>>(
        name: &str,
        values: impl IntoIterator<Item = S>,
    ) -> Result<Self, Error> {
        let secrets: Vec<_> = values
            .into_iter()
            .map(|value| Secret::new(name, value))
            .collect::<Result<_, _>>()?;
        if secrets.is_empty() {
            return Err(Error::configuration(format!(
                "expected at least one value for {name}"
            )));
        }
        Ok(Self(secrets))
    }

    /// Each secret, to compute a signature with.
    pub fn iter(&self) -> impl Iterator<Item = &Secret> {
        self.0.iter()
    }

    /// Whether `presented` is one of them. Compares with all of them, so that the time does not
    /// reveal which one matched.
    #[must_use]
    pub fn accept(&self, presented: &[u8]) -> bool {
        self.0
            .iter()
            .fold(false, |found, secret| found | secret.matches(presented))
    }
}

/// Whether a URL may contain a token, or the name of a user: then it is not recorded.
pub(crate) fn may_hold_a_token(url: &str) -> bool {
    url.contains(['?', '#', '@'])
}

/// Personal data: a name, a phone number, an e-mail address. `Debug` prints `Personal(..)`; it
/// deliberately has no `Display`.
///
/// ```
/// use payments_core::Personal;
///
/// let name = Personal::from("Budi");
/// assert_eq!(&*name, "Budi");
/// assert_eq!(format!("{name:?}"), "Personal(..)");
/// ```
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Personal(String);

impl Deref for Personal {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<String> for Personal {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for Personal {
    fn from(value: &str) -> Self {
        Self(value.into())
    }
}

impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Personal(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_and_personal_data_never_print() {
        let secret = Secret::new("token", "canary").unwrap();
        let secrets = Secrets::new("token", ["canary"]).unwrap();
        let personal = Personal::from("canary");
        assert!(!format!("{secret:?}{secrets:?}{personal:?}").contains("canary"));
    }

    #[test]
    fn an_empty_secret_is_refused() {
        assert!(Secret::new("token", "").is_err());
        for careless in [" ", "key\n", " key"] {
            assert!(Secret::new("token", careless).is_err());
        }
        assert!(Secrets::new("token", Vec::<String>::new()).is_err());
    }

    #[test]
    fn every_secret_of_a_rotation_is_accepted_and_nothing_else() {
        let secrets = Secrets::new("token", ["old", "new"]).unwrap();
        assert!(secrets.accept(b"old") && secrets.accept(b"new"));
        for other in ["", "ol", "oldd", "OLD"] {
            assert!(!secrets.accept(other.as_bytes()), "{other}");
        }
    }
}
