// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

use std::sync::Arc;
use payments_core::{Result, retry::Clock};
use payments_provider::{http::Timeouts, settings};
use crate::Config;
impl Config {
    /// Reads `INSTAMONEY_API_KEY` and, where they are set, `INSTAMONEY_ACCOUNT`, `INSTAMONEY_BASE_URL`, `INSTAMONEY_CALLBACK_TOKENS`, `INSTAMONEY_CALLBACK_HEADERS`, `INSTAMONEY_API_VERSION`, `INSTAMONEY_FOR_USER_ID`, `INSTAMONEY_WITH_FEE_RULE`, `INSTAMONEY_FEE_HEADERS`. [`SETTINGS`](crate::SETTINGS) says what each of them is.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }
    /// As [`from_env`](Self::from_env), from any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut config = Self::new(
            settings::needed(
                variable("INSTAMONEY_API_KEY"),
                "INSTAMONEY_API_KEY",
                "the Instamoney API key",
            )?,
        )?;
        if let Some(name) = variable("INSTAMONEY_ACCOUNT") {
            config = config.account(name);
        }
        if let Some(value) = variable("INSTAMONEY_BASE_URL") {
            config = config.base_url(&value)?;
        }
        if let Some(value) = variable("INSTAMONEY_CALLBACK_TOKENS") {
            config = config.callback_tokens(settings::list(&value))?;
        }
        if let Some(value) = variable("INSTAMONEY_CALLBACK_HEADERS") {
            config = config.callback_headers(settings::list(&value))?;
        }
        if let Some(value) = variable("INSTAMONEY_API_VERSION") {
            config = config
                .version(
                    settings::word(
                        &value,
                        "INSTAMONEY_API_VERSION",
                        "2020-02-01 or 2019-02-04",
                    )?,
                );
        }
        if let Some(value) = variable("INSTAMONEY_FOR_USER_ID") {
            config = config.for_user_id(value);
        }
        if let Some(value) = variable("INSTAMONEY_WITH_FEE_RULE") {
            config = config.with_fee_rule(value);
        }
        if let Some(value) = variable("INSTAMONEY_FEE_HEADERS") {
            config = config.fee_headers(settings::list(&value))?;
        }
        Ok(config)
    }
    /// The merchant's own name for the account, where there are several; `default` if
    /// nothing is said.
    #[must_use]
    pub fn account(mut self, name: impl Into<String>) -> Self {
        self.connection.account = name.into();
        self
    }
    /// Another host, such as a sandbox: https, or http on this machine.
    pub fn base_url(mut self, url: &str) -> Result<Self> {
        self.connection.base_url = url.parse()?;
        Ok(self)
    }
    /// Time-outs.
    #[must_use]
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.connection.timeouts = timeouts;
        self
    }
    /// How many bytes of an answer are read at most,
    /// [`LARGEST_ANSWER`](payments_provider::http::LARGEST_ANSWER) unless this says otherwise. A
    /// larger one is cut off: what a request that writes has done is unknown then.
    #[must_use]
    pub fn largest_answer(mut self, bytes: usize) -> Self {
        self.connection.largest_answer = bytes;
        self
    }
    /// Where the client takes the time from: which day it is in Jakarta, whether a token
    /// has ended. The machine's clock unless this says otherwise; a test brings one that
    /// shows the day that it wants. A date in `Retry-After` is read by the machine's.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.connection.clock = Arc::new(clock);
        self
    }
}
