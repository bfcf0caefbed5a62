//! Settings, from code or from environment variables.

use payments_core::{Account, Result, Secret, Secrets};
use payments_provider::{http::header_names, settings::Connection};
use reqwest::header::HeaderName;

use crate::{PROVIDER, SETTINGS};

/// Settings of the client. Secrets never print.
///
/// ```
/// use payments_exampleco::{Config, Exampleco};
///
/// # fn main() -> payments_exampleco::core::Result<()> {
/// let config = Config::new("test_key")?
///     .callback_secrets(["from-the-dashboard"])?
///     .account("books");
/// assert!(!format!("{config:?}").contains("test_key"));
/// let exampleco = Exampleco::new(config)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) api_key: Secret,
    pub(crate) connection: Connection,
    pub(crate) callback_secrets: Option<Secrets>,
    pub(crate) callback_headers: Vec<HeaderName>,
}

impl Config {
    /// Takes the API key.
    pub fn new(api_key: impl Into<String>) -> Result<Self> {
        Ok(Self {
            api_key: Secret::new("the Exampleco API key", api_key)?,
            connection: Connection::to(SETTINGS.host(false)?),
            callback_secrets: None,
            callback_headers: SETTINGS.callback_headers(),
        })
    }

    /// Sets the secret that signs callbacks; several during a rotation.
    pub fn callback_secrets<S: Into<String>>(
        mut self,
        secrets: impl IntoIterator<Item = S>,
    ) -> Result<Self> {
        self.callback_secrets = Some(Secrets::new("the Exampleco callback secret", secrets)?);
        Ok(self)
    }

    /// Sets the headers that may hold the signature of a callback.
    pub fn callback_headers<'a>(
        mut self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self> {
        self.callback_headers = header_names("callback headers", names)?;
        Ok(self)
    }

    /// The account of these settings.
    pub(crate) fn account_of(&self) -> Result<Account> {
        let test = SETTINGS.is_test_key(&self.api_key);
        self.connection.account(PROVIDER, test)
    }
}
