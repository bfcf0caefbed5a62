//! Settings, by hand or from environment variables.

use payments_core::{Account, Result, Secret, Secrets};
use payments_provider::http::{BaseUrl, Client, LARGEST_ANSWER, Timeouts, header_names};
use reqwest::header::HeaderName;

use crate::PROVIDER;

const LIVE: &str = "https://id.xfers.com/api/v4";
const SANDBOX: &str = "https://sandbox-id.xfers.com/api/v4";

/// Settings of the client. Secrets never print.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) api_key: Secret,
    pub(crate) secret_key: Secret,
    pub(crate) base_url: BaseUrl,
    pub(crate) signing_secrets: Option<Secrets>,
    pub(crate) signature_headers: Vec<HeaderName>,
    pub(crate) timeouts: Timeouts,
    pub(crate) largest_answer: usize,
    account: String,
}

impl Config {
    /// The pair of keys of the dashboard. A key that begins `test_` belongs to the provider's
    /// sandbox, any other to the live host.
    pub fn new(api_key: impl Into<String>, secret_key: impl Into<String>) -> Result<Self> {
        let api_key = Secret::new("the Fazz API key", api_key)?;
        let host = match api_key.expose().starts_with("test_") {
            true => SANDBOX,
            false => LIVE,
        };
        Ok(Self {
            base_url: host.parse()?,
            api_key,
            secret_key: Secret::new("the Fazz secret key", secret_key)?,
            signing_secrets: None,
            // The first is the documented one; the other is what callbacks of third parties are
            // seen with.
            signature_headers: vec![
                HeaderName::from_static("xfers-signature"),
                HeaderName::from_static("x-xfers-signature"),
            ],
            timeouts: Timeouts::default(),
            largest_answer: LARGEST_ANSWER,
            account: Account::DEFAULT.to_owned(),
        })
    }

    /// Reads `FAZZ_API_KEY`, `FAZZ_SECRET_KEY` and, where they are set, `FAZZ_ACCOUNT`,
    /// `FAZZ_BASE_URL`, `FAZZ_SIGNING_SECRETS` and `FAZZ_SIGNATURE_HEADERS` (several, separated by
    /// commas).
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// As [`from_env`](Self::from_env), from any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut config = Self::new(
            variable("FAZZ_API_KEY").unwrap_or_default(),
            variable("FAZZ_SECRET_KEY").unwrap_or_default(),
        )?;
        if let Some(name) = variable("FAZZ_ACCOUNT") {
            config = config.account(name);
        }
        if let Some(url) = variable("FAZZ_BASE_URL") {
            config = config.base_url(&url)?;
        }
        if let Some(secrets) = variable("FAZZ_SIGNING_SECRETS") {
            config = config.signing_secrets(secrets.split(',').map(str::trim))?;
        }
        if let Some(names) = variable("FAZZ_SIGNATURE_HEADERS") {
            config = config.signature_headers(names.split(','))?;
        }
        Ok(config)
    }

    /// Another host, such as a sandbox, with the path before `/payments`: https, or http on this
    /// machine.
    pub fn base_url(mut self, url: &str) -> Result<Self> {
        self.base_url = url.parse()?;
        Ok(self)
    }

    /// The dashboard's signing secret of callbacks; several while it is rotated.
    pub fn signing_secrets<S: Into<String>>(
        mut self,
        secrets: impl IntoIterator<Item = S>,
    ) -> Result<Self> {
        self.signing_secrets = Some(Secrets::new("the Fazz signing secret", secrets)?);
        Ok(self)
    }

    /// The headers that may hold the signature of a callback; `Xfers-Signature` and
    /// `X-Xfers-Signature` if nothing is said.
    pub fn signature_headers<'a>(
        mut self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self> {
        self.signature_headers = header_names("signature headers", names)?;
        Ok(self)
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
        self.base_url.account(
            PROVIDER,
            self.api_key.expose().starts_with("test_"),
            &self.account,
        )
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
