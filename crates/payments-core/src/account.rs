//! A merchant's account at a provider: the account in which money moves.

use std::{fmt, sync::Arc};

use serde::{Serialize, Serializer};

use crate::{invalid::Invalid, provider::Provider};

/// The account in which money moves: a provider, one of its environments, and the merchant's own
/// name for the account.
///
/// One account knows nothing of what another has done: "not found" in one says nothing about the
/// other. So every record names its account. The API key is not part of the account, so it can be
/// rotated.
#[derive(Clone)]
pub struct Account(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    provider: Provider,
    environment: Environment,
    name: String,
    host: String,
    key: String,
}

/// Which system of the provider an account belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Environment {
    /// Real money moves.
    Live,
    /// The provider's own test mode.
    Test,
    /// A simulation on this machine.
    Sandbox,
}

impl Environment {
    /// The word in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Test => "test",
            Self::Sandbox => "sandbox",
        }
    }
}

impl fmt::Display for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Account {
    /// The name of an account that the merchant did not name.
    pub const DEFAULT: &'static str = "default";

    /// An account at a host of its provider. A name has 1 to 64 ASCII letters, digits, `-`, `_`,
    /// `.`.
    pub fn new(
        provider: Provider,
        environment: Environment,
        host: &str,
        name: &str,
    ) -> Result<Self, Invalid> {
        check("the account's name", name)?;
        Ok(Self::of(provider, environment, name.into(), host.into()))
    }

    /// The sub-account of a platform's customer. It is an account of its own: the platform's
    /// account knows nothing of what it has done. Its name is this account's name, `+` and the
    /// provider's id of the customer.
    pub fn sub_account(&self, id: &str) -> Result<Self, Invalid> {
        check("the sub-account's id", id)?;
        let own = self.name().split('+').next().unwrap_or_default();
        let Parts {
            provider,
            environment,
            host,
            ..
        } = &*self.0;
        let name = format!("{own}+{id}");
        Ok(Self::of(*provider, *environment, name, host.clone()))
    }

    fn of(provider: Provider, environment: Environment, name: String, host: String) -> Self {
        let key = format!("{provider}/{environment}/{name}");
        Self(Arc::new(Parts {
            provider,
            environment,
            name,
            host,
            key,
        }))
    }

    /// The account `default` of a provider simulated in this process, for tests.
    #[must_use]
    pub fn simulated(provider: Provider) -> Self {
        let (name, host) = (Self::DEFAULT.to_owned(), "127.0.0.1".to_owned());
        Self::of(provider, Environment::Sandbox, name, host)
    }

    /// The provider.
    #[must_use]
    pub fn provider(&self) -> Provider {
        self.0.provider
    }

    /// The provider's environment that it belongs to.
    #[must_use]
    pub fn environment(&self) -> Environment {
        self.0.environment
    }

    /// The merchant's name for it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The host to which requests go, with its port if that is not the default.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.0.host
    }

    /// The account as text: `instamoney/live/default`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.key
    }
}

/// A name may not contain a character that separates the parts of an account.
fn check(what: &str, name: &str) -> Result<(), Invalid> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    if (1..=64).contains(&name.len()) && name.bytes().all(is_plain) {
        return Ok(());
    }
    Err(Invalid::setting(
        what,
        name,
        "1 to 64 ASCII letters, digits, '-', '_', '.'",
    ))
}

impl PartialEq for Account {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Account {}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Account {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_could_be_taken_for_another_account_is_refused() {
        for name in ["", "a/b", "a+b", "a b", "ä", &"a".repeat(65)] {
            let fazz = Provider::new("fazz");
            let account = Account::new(fazz, Environment::Live, "id.xfers.com", name);
            assert!(account.is_err(), "{name}");
        }
    }
}
