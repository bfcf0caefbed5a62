//! Settings, from code or from environment variables.

use payments_core::{Account, Error, Result, Secret, Secrets};
use payments_provider::{
    http::{BaseUrl, header_names},
    settings::Connection,
};
use reqwest::header::HeaderName;

use crate::{PROVIDER, SETTINGS};

/// Settings of the client. Secrets never print.
///
/// ```
/// use payments_digiswitch::{Config, Digiswitch};
///
/// # fn main() -> payments_digiswitch::core::Result<()> {
/// let config = Config::new("reseller", "key")?
///     .callback_secrets(["set-for-the-webhook"])?
///     .testing(true);
/// let digiswitch = Digiswitch::new(config)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) username: String,
    pub(crate) api_key: Secret,
    pub(crate) connection: Connection,
    pub(crate) testing: bool,
    pub(crate) any_reference: bool,
    pub(crate) callback_secrets: Option<Secrets>,
    pub(crate) callback_headers: Vec<HeaderName>,
}

impl Config {
    /// Takes the user name and the key of the API connection; the tenant is `ezpay`.
    pub fn new(username: impl Into<String>, api_key: impl Into<String>) -> Result<Self> {
        let username = username.into();
        if username.trim().is_empty() {
            return Err(Error::configuration("the Digiswitch user name is empty"));
        }
        Ok(Self {
            username,
            api_key: Secret::new("the Digiswitch API key", api_key)?,
            connection: Connection::to(SETTINGS.host(false)?),
            testing: false,
            any_reference: false,
            callback_secrets: None,
            callback_headers: SETTINGS.callback_headers(),
        })
    }

    /// Sets the tenant, the platform's reseller that serves the merchant: the first part of the
    /// host's name.
    pub fn tenant(mut self, tenant: &str) -> Result<Self> {
        let is_label = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if tenant.is_empty() || !tenant.chars().all(is_label) {
            return Err(Error::configuration(format!(
                "the Digiswitch tenant: expected ASCII letters, digits and hyphens, got {tenant:?}"
            )));
        }
        self.connection.base_url = host(tenant)?;
        Ok(self)
    }

    /// Marks inquiries, payments and top-ups as tests, for the customer numbers of the provider's
    /// test cases.
    #[must_use]
    pub fn testing(mut self, testing: bool) -> Self {
        self.testing = testing;
        self
    }

    /// Allows references of any characters and length for new bills and sales. No document limits
    /// them; by default they are limited to 64 letters, digits, `-` and `_`, which every system
    /// accepts.
    #[must_use]
    pub fn any_reference(mut self, any: bool) -> Self {
        self.any_reference = any;
        self
    }

    /// Sets the webhook's secret; several during a rotation. Without one, a callback is a hint.
    pub fn callback_secrets<S: Into<String>>(
        mut self,
        secrets: impl IntoIterator<Item = S>,
    ) -> Result<Self> {
        self.callback_secrets = Some(Secrets::new("the Digiswitch callback secret", secrets)?);
        Ok(self)
    }

    /// Sets the headers that may hold the signature of a callback; `X-Hub-Signature` by default.
    pub fn callback_headers<'a>(
        mut self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self> {
        self.callback_headers = header_names("callback headers", names)?;
        Ok(self)
    }

    /// The account of these settings.
    pub(crate) fn account_of(&self) -> Result<Account> {
        self.connection.account(PROVIDER, self.testing)
    }
}

fn host(tenant: &str) -> Result<BaseUrl> {
    let host = SETTINGS.live.unwrap_or_default();
    host.replace("//ezpay.", &format!("//{tenant}.")).parse()
}
