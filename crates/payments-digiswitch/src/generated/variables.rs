// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

use std::sync::Arc;
use payments_core::{Result, retry::Clock};
use payments_provider::{http::Timeouts, settings};
use crate::Config;
impl Config {
    /// Reads `DIGISWITCH_USERNAME`, `DIGISWITCH_API_KEY` and, where they are set, `DIGISWITCH_ACCOUNT`, `DIGISWITCH_TENANT`, `DIGISWITCH_BASE_URL`, `DIGISWITCH_TESTING`, `DIGISWITCH_ANY_REFERENCE`, `DIGISWITCH_CALLBACK_SECRETS`, `DIGISWITCH_CALLBACK_HEADERS`. [`SETTINGS`](crate::SETTINGS) says what each of them is.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }
    /// As [`from_env`](Self::from_env), from any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut config = Self::new(
            settings::needed(
                variable("DIGISWITCH_USERNAME"),
                "DIGISWITCH_USERNAME",
                "the Digiswitch user name",
            )?,
            settings::needed(
                variable("DIGISWITCH_API_KEY"),
                "DIGISWITCH_API_KEY",
                "the Digiswitch API key",
            )?,
        )?;
        if let Some(name) = variable("DIGISWITCH_ACCOUNT") {
            config = config.account(name);
        }
        if let Some(value) = variable("DIGISWITCH_TENANT") {
            config = config.tenant(&value)?;
        }
        if let Some(value) = variable("DIGISWITCH_BASE_URL") {
            config = config.base_url(&value)?;
        }
        if let Some(value) = variable("DIGISWITCH_TESTING") {
            config = config.testing(settings::flag(&value, "DIGISWITCH_TESTING")?);
        }
        if let Some(value) = variable("DIGISWITCH_ANY_REFERENCE") {
            config = config
                .any_reference(settings::flag(&value, "DIGISWITCH_ANY_REFERENCE")?);
        }
        if let Some(value) = variable("DIGISWITCH_CALLBACK_SECRETS") {
            config = config.callback_secrets(settings::list(&value))?;
        }
        if let Some(value) = variable("DIGISWITCH_CALLBACK_HEADERS") {
            config = config.callback_headers(settings::list(&value))?;
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
    /// Another host, such as a sandbox, with the path before `/transaction`; it wins over the tenant: https, or http on this machine.
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
