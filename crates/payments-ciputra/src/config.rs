//! Settings, by hand or from environment variables.

use std::str::FromStr;

use payments_core::{Account, Error, Result, Secret};
use payments_provider::http::{BaseUrl, Client, LARGEST_ANSWER, Timeouts};

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

/// Which member carries the page that the customer comes back to. The document says of
/// `redirect_url` that it is "use for redirect **to** cashier page", and of `back_url` nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReturnUrl {
    /// `redirect_url`.
    #[default]
    RedirectUrl,
    /// `back_url`.
    BackUrl,
    /// Both of them.
    Both,
}

impl ReturnUrl {
    pub(crate) fn as_redirect(self, url: &Option<String>) -> Option<String> {
        url.clone().filter(|_| self != Self::BackUrl)
    }

    pub(crate) fn as_back(self, url: &Option<String>) -> Option<String> {
        url.clone().filter(|_| self != Self::RedirectUrl)
    }
}

impl FromStr for ReturnUrl {
    type Err = Error;

    /// Reads `redirect_url`, `back_url` or `both`.
    fn from_str(text: &str) -> Result<Self> {
        match text {
            "redirect_url" => Ok(Self::RedirectUrl),
            "back_url" => Ok(Self::BackUrl),
            "both" => Ok(Self::Both),
            other => Err(Error::configuration(format!(
                "the member of the return URL: expected redirect_url, back_url or both, got {other:?}"
            ))),
        }
    }
}

/// Settings of the client. Secrets never print.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) base_url: BaseUrl,
    pub(crate) api_key: Secret,
    pub(crate) api_secret: Secret,
    pub(crate) body_format: BodyFormat,
    pub(crate) return_url: ReturnUrl,
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
            return_url: ReturnUrl::default(),
            timeouts: Timeouts::default(),
            largest_answer: LARGEST_ANSWER,
            account: Account::DEFAULT.to_owned(),
        })
    }

    /// Reads `CIPUTRA_BASE_URL`, `CIPUTRA_API_KEY`, `CIPUTRA_API_SECRET` and, where they are set,
    /// `CIPUTRA_ACCOUNT`, `CIPUTRA_BODY_FORMAT` (`json` or `form`) and `CIPUTRA_RETURN_URL`
    /// (`redirect_url`, `back_url` or `both`).
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
        if let Some(member) = variable("CIPUTRA_RETURN_URL") {
            config = config.return_url(member.parse()?);
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

    /// Which member carries the page that the customer comes back to.
    #[must_use]
    pub fn return_url(mut self, member: ReturnUrl) -> Self {
        self.return_url = member;
        self
    }

    /// The merchant's own name for the account, where there are several; `default` if nothing is
    /// said.
    #[must_use]
    pub fn account(mut self, name: impl Into<String>) -> Self {
        self.account = name.into();
        self
    }

    /// The account that these settings are about.
    pub(crate) fn account_of(&self) -> Result<Account> {
        self.base_url.account(PROVIDER, false, &self.account)
    }

    /// Time-outs.
    #[must_use]
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// How many bytes of an answer are read at most, [`LARGEST_ANSWER`] unless this says otherwise.
    /// A larger one is cut off: what a request that writes has done is unknown then.
    #[must_use]
    pub fn largest_answer(mut self, bytes: usize) -> Self {
        self.largest_answer = bytes;
        self
    }

    pub(crate) fn client(&self) -> Result<Client> {
        Client::new(&self.base_url, self.timeouts, self.largest_answer)
    }
}
