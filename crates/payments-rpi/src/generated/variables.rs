// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

use std::sync::Arc;
use payments_core::{Result, retry::Clock};
use payments_provider::{http::Timeouts, settings};
use crate::Config;
impl Config {
    /// Reads `RPI_CLIENT_ID`, `RPI_CLIENT_SECRET`, `RPI_MERCHANT_CODE`, `RPI_CHANNEL_ID` and, where they are set, `RPI_ACCOUNT`, `RPI_BASE_URL`, `RPI_DATE_FORMAT`, `RPI_START_DATE`, `RPI_SCHEDULE`, `RPI_DEPRECATED_CORRELATION_ID`. [`SETTINGS`](crate::SETTINGS) says what each of them is.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }
    /// As [`from_env`](Self::from_env), from any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut config = Self::new(
            settings::needed(
                variable("RPI_CLIENT_ID"),
                "RPI_CLIENT_ID",
                "the RPI client id",
            )?,
            settings::needed(
                variable("RPI_CLIENT_SECRET"),
                "RPI_CLIENT_SECRET",
                "the RPI client secret",
            )?,
            settings::needed(
                variable("RPI_MERCHANT_CODE"),
                "RPI_MERCHANT_CODE",
                "the RPI merchant code",
            )?,
            settings::needed(
                variable("RPI_CHANNEL_ID"),
                "RPI_CHANNEL_ID",
                "the RPI channel id",
            )?,
        )?;
        if let Some(name) = variable("RPI_ACCOUNT") {
            config = config.account(name);
        }
        if let Some(value) = variable("RPI_BASE_URL") {
            config = config.base_url(&value)?;
        }
        if let Some(value) = variable("RPI_DATE_FORMAT") {
            config = config.date_format(value.parse()?);
        }
        if let Some(value) = variable("RPI_START_DATE") {
            config = config.start_date(value.parse()?);
        }
        if let Some(value) = variable("RPI_SCHEDULE") {
            config = config.schedule_words(value.parse()?);
        }
        if let Some(value) = variable("RPI_DEPRECATED_CORRELATION_ID") {
            config = config
                .deprecated_correlation_id(
                    settings::flag(&value, "RPI_DEPRECATED_CORRELATION_ID")?,
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
