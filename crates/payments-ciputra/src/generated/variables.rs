// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

use std::sync::Arc;
use payments_core::{Result, retry::Clock};
use payments_provider::{http::Timeouts, settings};
use crate::Config;
impl Config {
    /// Reads `CIPUTRA_BASE_URL`, `CIPUTRA_API_KEY`, `CIPUTRA_API_SECRET` and, where they are set, `CIPUTRA_ACCOUNT`, `CIPUTRA_RETURN_URL`, `CIPUTRA_BODY_FORMAT`. [`SETTINGS`](crate::SETTINGS) says what each of them is.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }
    /// As [`from_env`](Self::from_env), from any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut config = Self::new(
            &settings::needed(
                variable("CIPUTRA_BASE_URL"),
                "CIPUTRA_BASE_URL",
                "the host that Ciputra Life names",
            )?,
            settings::needed(
                variable("CIPUTRA_API_KEY"),
                "CIPUTRA_API_KEY",
                "the Ciputra API key",
            )?,
            settings::needed(
                variable("CIPUTRA_API_SECRET"),
                "CIPUTRA_API_SECRET",
                "the Ciputra API secret",
            )?,
        )?;
        if let Some(name) = variable("CIPUTRA_ACCOUNT") {
            config = config.account(name);
        }
        if let Some(value) = variable("CIPUTRA_RETURN_URL") {
            config = config.return_url(value.parse()?);
        }
        if let Some(value) = variable("CIPUTRA_BODY_FORMAT") {
            config = config
                .body_format(
                    settings::word(&value, "CIPUTRA_BODY_FORMAT", "json or form")?,
                );
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
