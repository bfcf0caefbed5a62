//! Settings, by hand or from environment variables.

use payments_core::{
    Account, Error, Result, Secret,
    http::{BaseUrl, Client, LARGEST_ANSWER, Timeouts},
};

use crate::PROVIDER;

/// How bodies are written. The document shows JSON; a form is what was seen to work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BodyFormat {
    /// JSON.
    #[default]
    Json,
    /// A form with nested members in brackets: `description[text_1]=…`.
    Form,
}

/// Settings of the client. Secrets never print.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) base_url: BaseUrl,
    pub(crate) api_key: Secret,
    pub(crate) api_secret: Secret,
    pub(crate) body_format: BodyFormat,
    pub(crate) timeouts: Timeouts,
    pub(crate) largest_answer: usize,
    account: String,
}

impl Config {
    /// The host that Ciputra Life names (no document does) and the pair of keys.
    pub fn new(
        base_url: &str,
        api_key: impl Into<String>,
        api_secret: impl Into<String>,
    ) -> Result<Self> {
        Ok(Self {
            base_url: base_url.parse()?,
            api_key: Secret::new("the Ciputra API key", api_key)?,
            api_secret: Secret::new("the Ciputra API secret", api_secret)?,
            body_format: BodyFormat::Json,
            timeouts: Timeouts::default(),
            largest_answer: LARGEST_ANSWER,
            account: Account::DEFAULT.to_owned(),
        })
    }

    /// Reads `CIPUTRA_BASE_URL`, `CIPUTRA_API_KEY`, `CIPUTRA_API_SECRET` and, where they are set, `CIPUTRA_ACCOUNT` and `CIPUTRA_BODY_FORMAT` (`json` or `form`).
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// As [`from_env`](Self::from_env), from any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let needed = |name: &str| {
            variable(name).ok_or_else(|| Error::configuration(format!("{name} is not set")))
        };
        let mut config = Self::new(
            &needed("CIPUTRA_BASE_URL")?,
            needed("CIPUTRA_API_KEY")?,
            needed("CIPUTRA_API_SECRET")?,
        )?;
        if let Some(name) = variable("CIPUTRA_ACCOUNT") {
            config = config.account(name);
        }
        match variable("CIPUTRA_BODY_FORMAT").as_deref() {
            None | Some("json") => Ok(config),
            Some("form") => Ok(config.body_format(BodyFormat::Form)),
            Some(other) => Err(Error::configuration(format!(
                "CIPUTRA_BODY_FORMAT: expected json or form, got {other:?}"
            ))),
        }
    }

    /// How bodies are written.
    #[must_use]
    pub fn body_format(mut self, format: BodyFormat) -> Self {
        self.body_format = format;
        self
    }

    /// The merchant's own name for the account, where there are several; `default` if nothing is said.
    #[must_use]
    pub fn account(mut self, name: impl Into<String>) -> Self {
        self.account = name.into();
        self
    }

    /// The account that these settings are about.
    pub(crate) fn account_of(&self) -> Result<Account> {
        Account::new(PROVIDER, &self.base_url, false, &self.account)
    }

    /// Time-outs.
    #[must_use]
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// How many bytes of an answer are read at most, [`LARGEST_ANSWER`] unless this says otherwise. A larger one is cut off: what a request
    /// that writes has done is unknown then.
    #[must_use]
    pub fn largest_answer(mut self, bytes: usize) -> Self {
        self.largest_answer = bytes;
        self
    }

    pub(crate) fn client(&self) -> Result<Client> {
        Client::new(&self.base_url, self.timeouts, self.largest_answer)
    }
}
