//! Settings, by hand or from environment variables.

use payments_core::{Account, Error, Result, Secret, Secrets};
use payments_provider::http::{BaseUrl, Client, LARGEST_ANSWER, Timeouts, header_names};
use reqwest::header::HeaderName;

use crate::PROVIDER;

/// Settings of the client. Secrets never print.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) username: String,
    pub(crate) api_key: Secret,
    pub(crate) base_url: BaseUrl,
    pub(crate) testing: bool,
    pub(crate) any_reference: bool,
    pub(crate) callback_secrets: Option<Secrets>,
    pub(crate) callback_headers: Vec<HeaderName>,
    pub(crate) timeouts: Timeouts,
    pub(crate) largest_answer: usize,
    account: String,
}

impl Config {
    /// The user name and the key of the API connection, at the tenant `ezpay`.
    pub fn new(username: impl Into<String>, api_key: impl Into<String>) -> Result<Self> {
        let username = username.into();
        if username.trim().is_empty() {
            return Err(Error::configuration("the Digiswitch user name is empty"));
        }
        Ok(Self {
            username,
            api_key: Secret::new("the Digiswitch API key", api_key)?,
            base_url: host("ezpay")?,
            testing: false,
            any_reference: false,
            callback_secrets: None,
            callback_headers: vec![HeaderName::from_static("x-hub-signature")],
            timeouts: Timeouts::default(),
            largest_answer: LARGEST_ANSWER,
            account: Account::DEFAULT.to_owned(),
        })
    }

    /// Reads `DIGISWITCH_USERNAME`, `DIGISWITCH_API_KEY` and, where they are set,
    /// `DIGISWITCH_ACCOUNT`, `DIGISWITCH_TENANT`, `DIGISWITCH_BASE_URL` (which wins),
    /// `DIGISWITCH_TESTING` and `DIGISWITCH_ANY_REFERENCE` (`true` or `false`),
    /// `DIGISWITCH_CALLBACK_SECRETS` and `DIGISWITCH_CALLBACK_HEADERS` (several, separated by
    /// commas).
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// As [`from_env`](Self::from_env), from any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut config = Self::new(
            variable("DIGISWITCH_USERNAME").unwrap_or_default(),
            variable("DIGISWITCH_API_KEY").unwrap_or_default(),
        )?;
        if let Some(name) = variable("DIGISWITCH_ACCOUNT") {
            config = config.account(name);
        }
        if let Some(tenant) = variable("DIGISWITCH_TENANT") {
            config = config.tenant(&tenant)?;
        }
        if let Some(url) = variable("DIGISWITCH_BASE_URL") {
            config = config.base_url(&url)?;
        }
        if let Some(testing) = variable("DIGISWITCH_TESTING") {
            config.testing = testing.parse().map_err(|_| {
                Error::configuration(format!(
                    "DIGISWITCH_TESTING: expected true or false, got {testing:?}"
                ))
            })?;
        }
        if let Some(any) = variable("DIGISWITCH_ANY_REFERENCE") {
            config.any_reference = any.parse().map_err(|_| {
                Error::configuration(format!(
                    "DIGISWITCH_ANY_REFERENCE: expected true or false, got {any:?}"
                ))
            })?;
        }
        if let Some(secrets) = variable("DIGISWITCH_CALLBACK_SECRETS") {
            config = config.callback_secrets(secrets.split(',').map(str::trim))?;
        }
        if let Some(names) = variable("DIGISWITCH_CALLBACK_HEADERS") {
            config = config.callback_headers(names.split(','))?;
        }
        Ok(config)
    }

    /// The reseller of the platform whose customer the merchant is: the first part of the host's
    /// name.
    pub fn tenant(mut self, tenant: &str) -> Result<Self> {
        let is_label = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if tenant.is_empty() || !tenant.chars().all(is_label) {
            return Err(Error::configuration(format!(
                "the Digiswitch tenant: expected ASCII letters, digits and hyphens, got {tenant:?}"
            )));
        }
        self.base_url = host(tenant)?;
        Ok(self)
    }

    /// Another host, such as a sandbox, with the path before `/transaction`: https, or http on this
    /// machine.
    pub fn base_url(mut self, url: &str) -> Result<Self> {
        self.base_url = url.parse()?;
        Ok(self)
    }

    /// Marks inquiries, payments and top-ups as tests, for the customer numbers of the provider's
    /// test cases.
    #[must_use]
    pub fn testing(mut self, testing: bool) -> Self {
        self.testing = testing;
        self
    }

    /// Whether new bills and sales may have references of any characters and length. No document
    /// limits them; unless this says otherwise, they are kept to 64 letters, digits, `-` and `_`,
    /// which every system takes.
    #[must_use]
    pub fn any_reference(mut self, any: bool) -> Self {
        self.any_reference = any;
        self
    }

    /// The secret that was set for the webhook; several while it is rotated. Without one, a
    /// callback is a hint.
    pub fn callback_secrets<S: Into<String>>(
        mut self,
        secrets: impl IntoIterator<Item = S>,
    ) -> Result<Self> {
        self.callback_secrets = Some(Secrets::new("the Digiswitch callback secret", secrets)?);
        Ok(self)
    }

    /// The headers that may carry the signature of a callback: `X-Hub-Signature`, unless the
    /// provider says otherwise.
    pub fn callback_headers<'a>(
        mut self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self> {
        self.callback_headers = header_names("callback headers", names)?;
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
        self.base_url.account(PROVIDER, self.testing, &self.account)
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

fn host(tenant: &str) -> Result<BaseUrl> {
    format!("https://{tenant}.api.digiswitch.id/v1/user/api").parse()
}
