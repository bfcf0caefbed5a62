//! Settings of clients: the parts common to all clients, and the table of variables, as in
//! `specs/`.

use std::{str::FromStr, sync::Arc};

use http::HeaderName;
use payments_core::{
    Account, CallbackError, Error, Provider, Result, Secret, Secrets,
    retry::{Clock, SystemClock},
};

use crate::http::{BaseUrl, Client, LARGEST_ANSWER, Timeouts};

/// The settings of a provider's clients.
#[derive(Clone, Copy, Debug)]
pub struct ClientSettings {
    /// The live host, with its path, where a document names one.
    pub live: Option<&'static str>,
    /// The host of the provider's own test mode, if it differs.
    pub test: Option<&'static str>,
    /// The prefix of test keys, if they have one.
    pub test_keys_begin: Option<&'static str>,
    /// The path of the API in a sandbox, after the provider's name.
    pub sandbox_path: &'static str,
    /// The headers that may hold the proof of a callback, unless a setting says otherwise.
    pub callback_headers: &'static [&'static str],
    /// The algorithm that signs callbacks, as it may precede the signature.
    pub callback_algorithm: Option<&'static str>,
    /// Every setting, the needed ones first.
    pub all: &'static [Setting],
}

/// One setting of a client.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The variable of the environment: `FAZZ_API_KEY`.
    pub variable: &'static str,
    /// Its description.
    pub text: &'static str,
    /// Whether a client cannot be made without it.
    pub needed: bool,
    /// Whether it is a secret.
    pub secret: bool,
    /// Whether it is for checking callbacks.
    pub callbacks: bool,
    /// Its value for a sandbox, if it has one.
    pub sandbox: Option<&'static str>,
    /// Its value for a sandbox with a token; `{token}` is replaced by the token.
    pub token: Option<&'static str>,
    /// Its value for a second account in a sandbox.
    pub second: Option<&'static str>,
}

impl ClientSettings {
    /// Whether a key belongs to the provider's test mode.
    #[must_use]
    pub fn is_test_key(&self, key: &Secret) -> bool {
        let begin = self.test_keys_begin;
        begin.is_some_and(|begin| key.expose().starts_with(begin))
    }

    /// The host that is used unless another is set.
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

    /// The keys for checking callbacks; without them, an error that names the variable to set.
    pub fn callback_keys<'k>(
        &self,
        keys: Option<&'k CallbackKeys>,
    ) -> Result<&'k CallbackKeys, CallbackError> {
        keys.ok_or_else(|| {
            let all = self.all.iter();
            let secrets = all.filter(|setting| setting.callbacks && setting.secret);
            let variables: Vec<_> = secrets.map(|setting| setting.variable).collect();
            let variables = variables.join(", ");
            CallbackError::NotConfigured(Error::configuration(format!(
                "no secret is set to check callbacks with ({variables})"
            )))
        })
    }
}

/// The keys for checking callbacks.
#[derive(Clone, Debug)]
pub struct CallbackKeys {
    /// The accepted secrets or tokens.
    pub secrets: Secrets,
    /// The headers that may hold the proof.
    pub headers: Vec<HeaderName>,
}

/// The settings of every client: host, time-outs, answer limit, account, clock.
#[derive(Clone, Debug)]
pub struct Connection {
    /// The base URL of the API.
    pub base_url: BaseUrl,
    /// Time-outs.
    pub timeouts: Timeouts,
    /// The largest answer that is read, in bytes.
    pub largest_answer: usize,
    /// The merchant's own name for the account.
    pub account: String,
    /// The clock.
    pub clock: Arc<dyn Clock>,
}

impl Connection {
    /// A connection to a host, with the defaults.
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

    /// Makes the HTTP client.
    pub fn client(&self) -> Result<Client> {
        let client = Client::new(&self.base_url, self.timeouts, self.largest_answer)?;
        Ok(client.clock(Arc::clone(&self.clock)))
    }

    /// The account of the client.
    pub fn account(&self, provider: Provider, test: bool) -> Result<Account> {
        self.base_url.account(provider, test, &self.account)
    }
}

/// The value of a needed setting, or an error.
pub fn needed(value: Option<String>, variable: &str, text: &str) -> Result<String> {
    value.ok_or_else(|| Error::configuration(format!("{text} is missing: set {variable}")))
}

/// Reads yes or no.
pub fn flag(value: &str, variable: &str) -> Result<bool> {
    word(value, variable, "true or false")
}

/// Reads one of a set of words.
pub fn word<T: FromStr>(value: &str, variable: &str, words: &str) -> Result<T> {
    value
        .parse()
        .map_err(|_| Error::configuration(format!("{variable}: expected {words}, got {value:?}")))
}

/// Reads several values, separated by commas.
pub fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim)
}
