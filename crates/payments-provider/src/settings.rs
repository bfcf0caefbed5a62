//! What a client is set up with: the same parts of every client, and the table of its variables, as
//! `specs/` state them.

use std::{str::FromStr, sync::Arc};

use http::HeaderName;
use payments_core::{
    Account, Error, Provider, Result, Secret, Secrets,
    retry::{Clock, SystemClock},
};

use crate::http::{BaseUrl, Client, LARGEST_ANSWER, Timeouts};

/// The settings of a provider's clients.
#[derive(Clone, Copy, Debug)]
pub struct ClientSettings {
    /// The live host, with its path, where a document names one.
    pub live: Option<&'static str>,
    /// The host of the provider's own test mode, where that is another one.
    pub test: Option<&'static str>,
    /// How a test key begins, where keys tell.
    pub test_keys_begin: Option<&'static str>,
    /// Where the API is in a sandbox, behind the provider's name.
    pub sandbox_path: &'static str,
    /// The headers that may hold the proof of a callback, unless a setting says otherwise.
    pub callback_headers: &'static [&'static str],
    /// The algorithm that signs a callback, as it may stand before the signature.
    pub callback_algorithm: Option<&'static str>,
    /// Every setting, those that are needed first.
    pub all: &'static [Setting],
}

/// One setting of a client.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The variable of the environment: `FAZZ_API_KEY`.
    pub variable: &'static str,
    /// What it is.
    pub text: &'static str,
    /// Whether there is no client without it.
    pub needed: bool,
    /// Whether nobody may see it.
    pub secret: bool,
    /// Whether it is there to check callbacks.
    pub callbacks: bool,
    /// What a sandbox takes, where it has a value of its own.
    pub sandbox: Option<&'static str>,
    /// The same in a sandbox that wants a token: `{token}` stands for it.
    pub token: Option<&'static str>,
    /// What another account of a sandbox has.
    pub second: Option<&'static str>,
}

impl ClientSettings {
    /// Whether a key belongs to the provider's test mode.
    #[must_use]
    pub fn is_test_key(&self, key: &Secret) -> bool {
        let begin = self.test_keys_begin;
        begin.is_some_and(|begin| key.expose().starts_with(begin))
    }

    /// The host that is asked unless another is named.
    pub fn host(&self, test: bool) -> Result<BaseUrl> {
        let host = self.test.filter(|_| test).or(self.live);
        let none = || Error::configuration("no document names the provider's host");
        host.ok_or_else(none)?.parse()
    }

    /// The headers that may hold the proof of a callback, unless a setting says otherwise.
    #[must_use]
    pub fn callback_headers(&self) -> Vec<HeaderName> {
        let names = self.callback_headers.iter();
        names.map(|name| HeaderName::from_static(name)).collect()
    }
}

/// What callbacks are checked with.
#[derive(Clone, Debug)]
pub struct CallbackKeys {
    /// The secrets or tokens that are accepted.
    pub secrets: Secrets,
    /// The headers that may hold the proof.
    pub headers: Vec<HeaderName>,
}

/// What every client has: where it asks, how long it waits, how much it reads, as whom.
#[derive(Clone, Debug)]
pub struct Connection {
    /// Where the API is.
    pub base_url: BaseUrl,
    /// Time-outs.
    pub timeouts: Timeouts,
    /// How many bytes of an answer are read at most.
    pub largest_answer: usize,
    /// The merchant's own name for the account.
    pub account: String,
    /// Where the time is taken from.
    pub clock: Arc<dyn Clock>,
}

impl Connection {
    /// To a host, with what is usual.
    #[must_use]
    pub fn to(base_url: BaseUrl) -> Self {
        Self {
            base_url,
            timeouts: Timeouts::default(),
            largest_answer: LARGEST_ANSWER,
            account: Account::DEFAULT.to_owned(),
            clock: Arc::new(SystemClock),
        }
    }

    /// A client of HTTP.
    pub fn client(&self) -> Result<Client> {
        let client = Client::new(&self.base_url, self.timeouts, self.largest_answer)?;
        Ok(client.clock(Arc::clone(&self.clock)))
    }

    /// The account that is asked for.
    pub fn account(&self, provider: Provider, test: bool) -> Result<Account> {
        self.base_url.account(provider, test, &self.account)
    }
}

/// The value of a setting without which there is no client.
pub fn needed(value: Option<String>, variable: &str, text: &str) -> Result<String> {
    value.ok_or_else(|| Error::configuration(format!("{text} is missing: set {variable}")))
}

/// Yes or no.
pub fn flag(value: &str, variable: &str) -> Result<bool> {
    word(value, variable, "true or false")
}

/// One of some words.
pub fn word<T: FromStr>(value: &str, variable: &str, words: &str) -> Result<T> {
    value
        .parse()
        .map_err(|_| Error::configuration(format!("{variable}: expected {words}, got {value:?}")))
}

/// Several values, separated by commas.
pub fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim)
}
