//! A merchant's account at a provider: the account in which money moves.

use std::{fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Serialize, Serializer};

use crate::{invalid::Invalid, provider::Provider};

/// The account in which money moves: a provider, one of its environments, and the merchant's own
/// name for the account.
///
/// One account knows nothing of what another has done: "not found" in one says nothing about the
/// other. So every record names its account. The API key is not part of the account, so it can be
/// rotated.
///
/// ```
/// use payments_core::{Account, Environment, Provider};
///
/// let fazz = Provider::new("fazz");
/// let books = Account::new(fazz, Environment::Live, "id.xfers.com", "books").expect("short");
/// assert_eq!(books.as_str(), "fazz/live/books");
/// ```
#[derive(Clone)]
pub struct Account(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    id: AccountId,
    host: String,
}

/// Which account: what is written down of one, as `instamoney/live/default`. Where the account is,
/// its [`Account`] tells.
///
/// ```
/// use payments_core::AccountId;
///
/// let account: AccountId = "instamoney/live/books".parse().expect("three parts");
/// assert_eq!(account.name(), "books");
/// assert!("instamoney".parse::<AccountId>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AccountId {
    text: Arc<str>,
    provider: Provider,
    environment: Environment,
}

/// Which system of the provider an account belongs to.
///
/// ```
/// use payments_core::{AccountId, Environment};
///
/// let account: AccountId = "fazz/test/default".parse().expect("three parts");
/// assert_eq!(account.environment(), Environment::Test);
/// ```
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
    const ALL: [Self; 3] = [Self::Live, Self::Test, Self::Sandbox];

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

impl AccountId {
    fn new(provider: Provider, environment: Environment, name: &str) -> Self {
        Self {
            text: format!("{provider}/{environment}/{name}").into(),
            provider,
            environment,
        }
    }

    /// Who holds it.
    #[must_use]
    pub fn provider(&self) -> Provider {
        self.provider
    }

    /// Which of the provider's environments it is in.
    #[must_use]
    pub fn environment(&self) -> Environment {
        self.environment
    }

    /// The merchant's name for it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text.rsplit('/').next().unwrap_or_default()
    }

    /// The whole of it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl FromStr for AccountId {
    type Err = Invalid;

    /// Reads what [`as_str`](Self::as_str) tells.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        let invalid = || Invalid::field("account", text, "provider/environment/name");
        let (provider, rest) = text.split_once('/').ok_or_else(invalid)?;
        let (environment, name) = rest.split_once('/').ok_or_else(invalid)?;
        let environment = Environment::ALL
            .into_iter()
            .find(|known| known.as_str() == environment)
            .ok_or_else(invalid)?;
        match name.split_once('+') {
            Some((own, sub)) => check("the account's name", own)
                .and_then(|()| check("the sub-account's id", sub))?,
            None => check("the account's name", name)?,
        }
        let provider = Provider::read(provider).map_err(|_| invalid())?;
        Ok(Self::new(provider, environment, name))
    }
}

impl TryFrom<String> for AccountId {
    type Error = Invalid;

    fn try_from(text: String) -> Result<Self, Invalid> {
        text.parse()
    }
}

impl From<AccountId> for String {
    fn from(id: AccountId) -> Self {
        id.as_str().to_owned()
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for AccountId {
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
        Ok(Self::of(AccountId::new(provider, environment, name), host))
    }

    /// The sub-account of a platform's customer. It is an account of its own: the platform's
    /// account knows nothing of what it has done. Its name is this account's name, `+` and the
    /// provider's id of the customer.
    pub fn sub_account(&self, id: &str) -> Result<Self, Invalid> {
        check("the sub-account's id", id)?;
        let own = self.name().split('+').next().unwrap_or_default();
        let id = AccountId::new(self.provider(), self.environment(), &format!("{own}+{id}"));
        Ok(Self::of(id, self.host()))
    }

    fn of(id: AccountId, host: &str) -> Self {
        let host = host.to_owned();
        Self(Arc::new(Parts { id, host }))
    }

    /// The account `default` of a provider simulated in this process, for tests.
    #[must_use]
    pub fn simulated(provider: Provider) -> Self {
        let id = AccountId::new(provider, Environment::Sandbox, Self::DEFAULT);
        Self::of(id, "127.0.0.1")
    }

    /// Which account it is.
    #[must_use]
    pub fn id(&self) -> &AccountId {
        &self.0.id
    }

    /// The provider.
    #[must_use]
    pub fn provider(&self) -> Provider {
        self.id().provider()
    }

    /// The provider's environment that it belongs to.
    #[must_use]
    pub fn environment(&self) -> Environment {
        self.id().environment()
    }

    /// The merchant's name for it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.id().name()
    }

    /// The host to which requests go, with its port if that is not the default.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.0.host
    }

    /// The account as text: `instamoney/live/default`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.id().as_str()
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

    #[test]
    fn an_account_is_read_back_as_what_was_written_and_nothing_else_is_one() {
        let fazz = Provider::new("fazz");
        let own = Account::new(fazz, Environment::Test, "sandbox.xfers.com", "books").unwrap();
        for account in [own.sub_account("user-1").unwrap(), own] {
            let written = serde_json::to_string(account.id()).unwrap();
            let read: AccountId = serde_json::from_str(&written).unwrap();
            assert_eq!(&read, account.id());
            let parts = (read.provider(), read.environment(), read.name());
            assert_eq!(parts, (fazz, Environment::Test, account.name()));
        }
        for text in [
            "",
            "fazz",
            "fazz/live",
            "fazz/life/a",
            "Fazz/live/a",
            "fazz/live/a/b",
            "fazz/live/a+",
        ] {
            assert!(text.parse::<AccountId>().is_err(), "{text}");
        }
    }
}
