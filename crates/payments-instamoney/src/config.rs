//! Settings, by hand or from environment variables.

use payments_core::{
    Result, Secret, Secrets,
    http::{BaseUrl, Timeouts},
};

use crate::ApiVersion;

/// The provider's only host: the key tells test from live.
const BASE_URL: &str = "https://api.instamoney.co";

/// Settings of the client. Secrets never print.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) api_key: Secret,
    pub(crate) base_url: BaseUrl,
    pub(crate) callback_tokens: Option<Secrets>,
    pub(crate) version: ApiVersion,
    pub(crate) for_user_id: Option<String>,
    pub(crate) with_fee_rule: Option<String>,
    pub(crate) timeouts: Timeouts,
}

impl Config {
    /// The secret key of the dashboard, `xnd_development_…` or `xnd_production_…`.
    pub fn new(api_key: impl Into<String>) -> Result<Self> {
        Ok(Self {
            api_key: Secret::new("the Instamoney API key", api_key)?,
            base_url: BASE_URL.parse()?,
            callback_tokens: None,
            version: ApiVersion::X20200201,
            for_user_id: None,
            with_fee_rule: None,
            timeouts: Timeouts::default(),
        })
    }

    /// Reads `INSTAMONEY_API_KEY` and, where they are set, `INSTAMONEY_BASE_URL`, `INSTAMONEY_CALLBACK_TOKENS` (several, separated by
    /// commas), `INSTAMONEY_FOR_USER_ID`, `INSTAMONEY_WITH_FEE_RULE`.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// As [`from_env`](Self::from_env), from any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut config = Self::new(variable("INSTAMONEY_API_KEY").unwrap_or_default())?;
        if let Some(url) = variable("INSTAMONEY_BASE_URL") {
            config = config.base_url(&url)?;
        }
        if let Some(tokens) = variable("INSTAMONEY_CALLBACK_TOKENS") {
            config = config.callback_tokens(tokens.split(',').map(str::trim))?;
        }
        config.for_user_id = variable("INSTAMONEY_FOR_USER_ID");
        config.with_fee_rule = variable("INSTAMONEY_WITH_FEE_RULE");
        Ok(config)
    }

    /// Another host, such as a sandbox: https, or http on this machine.
    pub fn base_url(mut self, url: &str) -> Result<Self> {
        self.base_url = url.parse()?;
        Ok(self)
    }

    /// The dashboard's callback verification token; several while it is rotated.
    pub fn callback_tokens<S: Into<String>>(
        mut self,
        tokens: impl IntoIterator<Item = S>,
    ) -> Result<Self> {
        self.callback_tokens = Some(Secrets::new("the Instamoney callback token", tokens)?);
        Ok(self)
    }

    /// The version by which the `Payments` trait creates OVO payments; 2020-02-01 if nothing is said.
    #[must_use]
    pub fn version(mut self, version: ApiVersion) -> Self {
        self.version = version;
        self
    }

    /// The sub-account that requests are made for.
    #[must_use]
    pub fn for_user_id(mut self, id: impl Into<String>) -> Self {
        self.for_user_id = Some(id.into());
        self
    }

    /// The fee rule that new payments fall under.
    #[must_use]
    pub fn with_fee_rule(mut self, id: impl Into<String>) -> Self {
        self.with_fee_rule = Some(id.into());
        self
    }

    /// Time-outs. A synchronous OVO payment (2019-02-04) waits up to a minute for the customer.
    #[must_use]
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }
}
