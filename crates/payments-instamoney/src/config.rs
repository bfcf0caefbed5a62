//! Settings, from code or from environment variables.

use payments_core::{Account, Result, Secret, Secrets};
use payments_provider::{http::header_names, settings::Connection};
use reqwest::header::HeaderName;

use crate::{ApiVersion, PROVIDER, SETTINGS};

/// "We will return the fee_rule_id and the fee_id in the header": these names, and the usual
/// spelling of headers.
const FEE_HEADERS: [&str; 4] = ["fee_rule_id", "fee_id", "fee-rule-id", "fee-id"];

/// Settings of the client. Secrets never print.
///
/// ```
/// use payments_instamoney::{Config, Instamoney};
///
/// # fn main() -> payments_instamoney::core::Result<()> {
/// let config = Config::new("xnd_development_me")?
///     .callback_tokens(["from-the-dashboard"])?
///     .account("books");
/// assert!(!format!("{config:?}").contains("xnd_development_me"));
/// let instamoney = Instamoney::new(config)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) api_key: Secret,
    pub(crate) connection: Connection,
    pub(crate) callback_tokens: Option<Secrets>,
    pub(crate) callback_headers: Vec<HeaderName>,
    pub(crate) version: ApiVersion,
    pub(crate) for_user_id: Option<String>,
    pub(crate) with_fee_rule: Option<String>,
    pub(crate) fee_headers: Vec<HeaderName>,
}

impl Config {
    /// Takes the dashboard's secret key, `xnd_development_…` or `xnd_production_…`.
    pub fn new(api_key: impl Into<String>) -> Result<Self> {
        Ok(Self {
            api_key: Secret::new("the Instamoney API key", api_key)?,
            connection: Connection::to(SETTINGS.host(false)?),
            callback_tokens: None,
            callback_headers: SETTINGS.callback_headers(),
            version: ApiVersion::X20200201,
            for_user_id: None,
            with_fee_rule: None,
            fee_headers: FEE_HEADERS.map(HeaderName::from_static).to_vec(),
        })
    }

    /// Sets the dashboard's callback verification token; several during a rotation.
    pub fn callback_tokens<S: Into<String>>(
        mut self,
        tokens: impl IntoIterator<Item = S>,
    ) -> Result<Self> {
        self.callback_tokens = Some(Secrets::new("the Instamoney callback token", tokens)?);
        Ok(self)
    }

    /// Sets the headers that may hold the token; `x-callback-token` by default.
    pub fn callback_headers<'a>(
        mut self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self> {
        self.callback_headers = header_names("callback headers", names)?;
        Ok(self)
    }

    /// Sets the version with which the `Payments` trait creates OVO payments; 2020-02-01 by
    /// default.
    #[must_use]
    pub fn version(mut self, version: ApiVersion) -> Self {
        self.version = version;
        self
    }

    /// Sets the sub-account for which requests are made.
    #[must_use]
    pub fn for_user_id(mut self, id: impl Into<String>) -> Self {
        self.for_user_id = Some(id.into());
        self
    }

    /// Sets the fee rule of new payments.
    #[must_use]
    pub fn with_fee_rule(mut self, id: impl Into<String>) -> Self {
        self.with_fee_rule = Some(id.into());
        self
    }

    /// Sets the headers of an answer that name fees, which no document prints. The default is
    /// `fee_rule_id`, `fee_id`, `fee-rule-id` and `fee-id`.
    pub fn fee_headers<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Result<Self> {
        self.fee_headers = header_names("fee headers", names)?;
        Ok(self)
    }

    /// The account of these settings. A sub-account is an account of its own: the platform's
    /// account knows nothing of what it has done.
    pub(crate) fn account_of(&self) -> Result<Account> {
        let test = SETTINGS.is_test_key(&self.api_key);
        let account = self.connection.account(PROVIDER, test)?;
        match &self.for_user_id {
            Some(id) => Ok(account.sub_account(id)?),
            None => Ok(account),
        }
    }
}
