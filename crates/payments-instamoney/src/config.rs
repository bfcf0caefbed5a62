//! Settings, by hand or from environment variables.

use payments_core::{Account, Error, Result, Secret, Secrets};
use payments_provider::http::{BaseUrl, Client, LARGEST_ANSWER, Timeouts, header_names};
use reqwest::header::HeaderName;

use crate::{ApiVersion, generated::capabilities::PROVIDER};

/// The provider's only host: the key tells test from live.
const BASE_URL: &str = "https://api.instamoney.co";

/// "We will return the fee_rule_id and the fee_id in the header": these words, and as headers are
/// usually written.
const FEE_HEADERS: [&str; 4] = ["fee_rule_id", "fee_id", "fee-rule-id", "fee-id"];

/// Settings of the client. Secrets never print.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) api_key: Secret,
    pub(crate) base_url: BaseUrl,
    pub(crate) callback_tokens: Option<Secrets>,
    pub(crate) callback_headers: Vec<HeaderName>,
    pub(crate) version: ApiVersion,
    pub(crate) for_user_id: Option<String>,
    pub(crate) with_fee_rule: Option<String>,
    pub(crate) fee_headers: Vec<HeaderName>,
    pub(crate) timeouts: Timeouts,
    pub(crate) largest_answer: usize,
    account: String,
}

impl Config {
    /// The secret key of the dashboard, `xnd_development_…` or `xnd_production_…`.
    pub fn new(api_key: impl Into<String>) -> Result<Self> {
        Ok(Self {
            api_key: Secret::new("the Instamoney API key", api_key)?,
            base_url: BASE_URL.parse()?,
            callback_tokens: None,
            callback_headers: vec![HeaderName::from_static("x-callback-token")],
            version: ApiVersion::X20200201,
            for_user_id: None,
            with_fee_rule: None,
            fee_headers: FEE_HEADERS.map(HeaderName::from_static).to_vec(),
            timeouts: Timeouts::default(),
            largest_answer: LARGEST_ANSWER,
            account: Account::DEFAULT.to_owned(),
        })
    }

    /// Reads `INSTAMONEY_API_KEY` and, where they are set, `INSTAMONEY_ACCOUNT`,
    /// `INSTAMONEY_BASE_URL`, `INSTAMONEY_CALLBACK_TOKENS` and `INSTAMONEY_CALLBACK_HEADERS`
    /// (several, separated by commas), `INSTAMONEY_API_VERSION` (`2020-02-01` or `2019-02-04`),
    /// `INSTAMONEY_FOR_USER_ID`, `INSTAMONEY_WITH_FEE_RULE`, `INSTAMONEY_FEE_HEADERS` (several,
    /// separated by commas).
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// As [`from_env`](Self::from_env), from any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut config = Self::new(variable("INSTAMONEY_API_KEY").unwrap_or_default())?;
        if let Some(name) = variable("INSTAMONEY_ACCOUNT") {
            config = config.account(name);
        }
        if let Some(url) = variable("INSTAMONEY_BASE_URL") {
            config = config.base_url(&url)?;
        }
        if let Some(tokens) = variable("INSTAMONEY_CALLBACK_TOKENS") {
            config = config.callback_tokens(tokens.split(',').map(str::trim))?;
        }
        if let Some(names) = variable("INSTAMONEY_CALLBACK_HEADERS") {
            config = config.callback_headers(names.split(','))?;
        }
        if let Some(version) = variable("INSTAMONEY_API_VERSION") {
            config = config.version(version.parse().map_err(|_| {
                Error::invalid(
                    "INSTAMONEY_API_VERSION",
                    &version,
                    "2020-02-01 or 2019-02-04",
                )
            })?);
        }
        if let Some(names) = variable("INSTAMONEY_FEE_HEADERS") {
            config = config.fee_headers(names.split(','))?;
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

    /// The headers that may hold the token; `x-callback-token` if nothing is said.
    pub fn callback_headers<'a>(
        mut self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self> {
        self.callback_headers = header_names("callback headers", names)?;
        Ok(self)
    }

    /// The version by which the `Payments` trait creates OVO payments; 2020-02-01 if nothing is
    /// said.
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

    /// The headers of an answer that name fees; no document prints them. `fee_rule_id`, `fee_id`,
    /// `fee-rule-id` and `fee-id` if nothing is said.
    pub fn fee_headers<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Result<Self> {
        self.fee_headers = header_names("fee headers", names)?;
        Ok(self)
    }

    /// The merchant's own name for the account, where there are several; `default` if nothing is
    /// said.
    #[must_use]
    pub fn account(mut self, name: impl Into<String>) -> Self {
        self.account = name.into();
        self
    }

    /// The account that these settings are about. A sub-account is one of its own: what it has
    /// done, the platform's account knows nothing of.
    pub(crate) fn account_of(&self) -> Result<Account> {
        let test = self.api_key.expose().starts_with("xnd_development_");
        let account = self.base_url.account(PROVIDER, test, &self.account)?;
        match &self.for_user_id {
            Some(id) => Ok(account.sub_account(id)?),
            None => Ok(account),
        }
    }

    /// Time-outs. A synchronous OVO payment (2019-02-04) waits up to a minute for the customer.
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
