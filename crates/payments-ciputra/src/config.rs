//! Settings, from code or from environment variables.

use std::str::FromStr;

use payments_core::{Account, Error, Result, Secret};
use payments_provider::settings::Connection;

use crate::PROVIDER;

/// The format of bodies. The document shows JSON; a form has been seen to work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BodyFormat {
    /// JSON.
    #[default]
    Json,
    /// A form with nested members in brackets: `description[text_1]=…`.
    Form,
}

impl FromStr for BodyFormat {
    type Err = Error;

    /// Reads `json` or `form`.
    fn from_str(text: &str) -> Result<Self> {
        match text {
            "json" => Ok(Self::Json),
            "form" => Ok(Self::Form),
            other => Err(Error::configuration(format!(
                "the form of bodies: expected json or form, got {other:?}"
            ))),
        }
    }
}

/// The member that holds the page to which the customer returns. The document says that
/// `redirect_url` is "use for redirect **to** cashier page", and does not explain `back_url`.
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
///
/// ```
/// use payments_ciputra::{Ciputra, Config, ReturnUrl};
///
/// # fn main() -> payments_ciputra::core::Result<()> {
/// let config = Config::new("https://the-host-that-they-name.example", "key", "secret")?
///     .return_url(ReturnUrl::Both)
///     .account("books");
/// let ciputra = Ciputra::new(config)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) connection: Connection,
    pub(crate) api_key: Secret,
    pub(crate) api_secret: Secret,
    pub(crate) body_format: BodyFormat,
    pub(crate) return_url: ReturnUrl,
}

impl Config {
    /// Takes the host, which Ciputra Life tells you (no document names it), and the pair of keys.
    pub fn new(
        base_url: &str,
        api_key: impl Into<String>,
        api_secret: impl Into<String>,
    ) -> Result<Self> {
        Ok(Self {
            connection: Connection::to(base_url.parse()?),
            api_key: Secret::new("the Ciputra API key", api_key)?,
            api_secret: Secret::new("the Ciputra API secret", api_secret)?,
            body_format: BodyFormat::Json,
            return_url: ReturnUrl::default(),
        })
    }

    /// Sets the format of bodies.
    #[must_use]
    pub fn body_format(mut self, format: BodyFormat) -> Self {
        self.body_format = format;
        self
    }

    /// Sets the member that holds the page to which the customer returns.
    #[must_use]
    pub fn return_url(mut self, member: ReturnUrl) -> Self {
        self.return_url = member;
        self
    }

    /// The account of these settings.
    pub(crate) fn account_of(&self) -> Result<Account> {
        self.connection.account(PROVIDER, false)
    }
}
