// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use payments_core::Result;
use payments_provider::{http::Timeouts, settings::{self, ClientSettings, Setting}};
use crate::Config;
/// What a client is set up with.
pub static SETTINGS: ClientSettings = ClientSettings {
    live: Some("https://id.xfers.com/api/v4"),
    test: Some("https://sandbox-id.xfers.com/api/v4"),
    test_keys_begin: Some("test_"),
    sandbox_path: "/api/v4",
    callback_headers: &["xfers-signature", "x-xfers-signature"],
    callback_algorithm: Some("sha256"),
    all: &[
        Setting {
            variable: "FAZZ_API_KEY",
            text: "the Fazz API key; one that begins `test_` belongs to the provider's sandbox",
            needed: true,
            secret: true,
            callbacks: false,
            sandbox: Some("test_sandbox"),
            token: Some("test_{token}"),
            second: Some("test_second"),
        },
        Setting {
            variable: "FAZZ_SECRET_KEY",
            text: "the Fazz secret key",
            needed: true,
            secret: true,
            callbacks: false,
            sandbox: Some("sandbox"),
            token: None,
            second: None,
        },
        Setting {
            variable: "FAZZ_BASE_URL",
            text: "another host, such as a sandbox, with the path before `/payments`",
            needed: false,
            secret: false,
            callbacks: false,
            sandbox: None,
            token: None,
            second: None,
        },
        Setting {
            variable: "FAZZ_SIGNING_SECRETS",
            text: "the dashboard's signing secret of callbacks; several, separated by commas",
            needed: false,
            secret: true,
            callbacks: true,
            sandbox: Some("sandbox-signing-secret"),
            token: None,
            second: None,
        },
        Setting {
            variable: "FAZZ_SIGNATURE_HEADERS",
            text: "the headers that may hold the signature of a callback; several, separated by commas",
            needed: false,
            secret: false,
            callbacks: true,
            sandbox: None,
            token: None,
            second: None,
        },
    ],
};
impl Config {
    /// Reads `FAZZ_API_KEY`, `FAZZ_SECRET_KEY` and, where they are set, `FAZZ_ACCOUNT`, `FAZZ_BASE_URL`, `FAZZ_SIGNING_SECRETS`, `FAZZ_SIGNATURE_HEADERS`. [`SETTINGS`] says what each of them is.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }
    /// As [`from_env`](Self::from_env), from any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let mut config = Self::new(
            settings::needed(
                variable("FAZZ_API_KEY"),
                "FAZZ_API_KEY",
                "the Fazz API key",
            )?,
            settings::needed(
                variable("FAZZ_SECRET_KEY"),
                "FAZZ_SECRET_KEY",
                "the Fazz secret key",
            )?,
        )?;
        if let Some(name) = variable("FAZZ_ACCOUNT") {
            config = config.account(name);
        }
        if let Some(value) = variable("FAZZ_BASE_URL") {
            config = config.base_url(&value)?;
        }
        if let Some(value) = variable("FAZZ_SIGNING_SECRETS") {
            config = config.signing_secrets(settings::list(&value))?;
        }
        if let Some(value) = variable("FAZZ_SIGNATURE_HEADERS") {
            config = config.signature_headers(settings::list(&value))?;
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
    /// Another host, such as a sandbox, with the path before `/payments`: https, or http on this machine.
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
}
