//! Settings, from code or from environment variables.

use payments_core::{Account, Result, Secret, Secrets};
use payments_provider::{http::header_names, settings::Connection};
use reqwest::header::HeaderName;

use crate::{PROVIDER, SETTINGS};

/// Settings of the client. Secrets never print.
///
/// ```
/// use payments_fazz::{Config, Fazz};
///
/// # fn main() -> payments_fazz::core::Result<()> {
/// // A key that begins with `test_` belongs to the provider's sandbox.
/// let config = Config::new("test_key", "secret")?
///     // During a rotation, both are accepted.
///     .signing_secrets(["old", "new"])?;
/// let fazz = Fazz::new(config)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) api_key: Secret,
    pub(crate) secret_key: Secret,
    pub(crate) connection: Connection,
    pub(crate) signing_secrets: Option<Secrets>,
    pub(crate) signature_headers: Vec<HeaderName>,
}

impl Config {
    /// Takes the dashboard's pair of keys. A key that begins with `test_` belongs to the provider's
    /// sandbox, any other to the live host.
    pub fn new(api_key: impl Into<String>, secret_key: impl Into<String>) -> Result<Self> {
        let api_key = Secret::new("the Fazz API key", api_key)?;
        let host = SETTINGS.host(SETTINGS.is_test_key(&api_key))?;
        Ok(Self {
            connection: Connection::to(host),
            api_key,
            secret_key: Secret::new("the Fazz secret key", secret_key)?,
            signing_secrets: None,
            signature_headers: SETTINGS.callback_headers(),
        })
    }

    /// Sets the dashboard's signing secret of callbacks; several during a rotation.
    pub fn signing_secrets<S: Into<String>>(
        mut self,
        secrets: impl IntoIterator<Item = S>,
    ) -> Result<Self> {
        self.signing_secrets = Some(Secrets::new("the Fazz signing secret", secrets)?);
        Ok(self)
    }

    /// Sets the headers that may hold the signature of a callback; `Xfers-Signature` and
    /// `X-Xfers-Signature` by default.
    pub fn signature_headers<'a>(
        mut self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self> {
        self.signature_headers = header_names("signature headers", names)?;
        Ok(self)
    }

    /// The account of these settings.
    pub(crate) fn account_of(&self) -> Result<Account> {
        let test = SETTINGS.is_test_key(&self.api_key);
        self.connection.account(PROVIDER, test)
    }
}
