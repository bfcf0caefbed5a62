//! Whose money moves: an account of a merchant at a provider.

use std::{fmt, sync::Arc};

use serde::{Serialize, Serializer};

use crate::{invalid::Invalid, provider::Provider};

/// The account in which money moves: a provider, one of its environments, and the merchant's own
/// name for the account.
///
/// What one account has done, another knows nothing of: "not found" in one says nothing about the
/// other. So whatever is recorded is recorded for an account. A key is not part of it: it may be
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

/// Where an account is.
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
    /// The name of an account to which the merchant gave none.
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

    /// The account of a platform's customer under this one: what it has done, the platform's own
    /// account knows nothing of. Its name is that of the account, `+` and the provider's id of the
    /// customer.
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

    /// The account `default` of a simulation in this process, as a test's own provider has one.
    #[must_use]
    pub fn simulated(provider: Provider) -> Self {
        let (name, host) = (Self::DEFAULT.to_owned(), "127.0.0.1".to_owned());
        Self::of(provider, Environment::Sandbox, name, host)
    }

    /// Who holds it.
    #[must_use]
    pub fn provider(&self) -> Provider {
        self.0.provider
    }

    /// Which of the provider's environments it is in.
    #[must_use]
    pub fn environment(&self) -> Environment {
        self.0.environment
    }

    /// The merchant's name for it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The host that is asked, with its port where it is an unusual one.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.0.host
    }

    /// The whole of it as text: `instamoney/live/default`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.key
    }
}

/// What names an account, or a part of it: nothing that separates parts.
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
