//! The settings of a sandbox.

use std::{collections::BTreeMap, fmt};

use chrono::{DateTime, Utc};

/// The providers whose callback URL is a setting of their dashboard.
pub const CALLBACK_URLS: [&str; 4] = ["digiswitch", "fazz", "instamoney", "rpi"];

/// How a sandbox starts; the default listens on a free port, in real time, with a fresh seed.
///
/// ```
/// use payments_sandbox::Settings;
///
/// let settings = Settings::new()
///     .port(4010)
///     .seed(7)
///     .callback_url("instamoney", "http://127.0.0.1:8080/callbacks/instamoney");
/// ```
#[derive(Clone)]
pub struct Settings {
    pub(crate) port: u16,
    pub(crate) seed: Option<u64>,
    pub(crate) clock_start: Option<DateTime<Utc>>,
    pub(crate) digiswitch_user: String,
    pub(crate) digiswitch_key: String,
    /// More usernames and their keys.
    pub(crate) digiswitch_accounts: Vec<(String, String)>,
    pub(crate) digiswitch_balance: u64,
    pub(crate) digiswitch_refuses_with_400: bool,
    pub(crate) digiswitch_pay_without_inquiry: bool,
    /// What a dashboard says, by provider.
    pub(crate) callback_urls: BTreeMap<String, String>,
    /// What callbacks are signed with, by provider.
    pub(crate) callback_secrets: BTreeMap<String, String>,
    pub(crate) callback_hosts: Vec<String>,
    pub(crate) own_hosts: Vec<String>,
    pub(crate) token: Option<String>,
    pub(crate) keeps_log: bool,
    pub(crate) ciputra_expires_in_seconds: bool,
}

impl Default for Settings {
    fn default() -> Self {
        // Digiswitch signs only where a secret is set.
        let secrets = [
            ("fazz", "sandbox-signing-secret"),
            ("instamoney", "sandbox-callback-token"),
        ];
        Self {
            port: 0,
            seed: None,
            clock_start: None,
            digiswitch_user: "sandbox".to_owned(),
            digiswitch_key: "sandbox-key".to_owned(),
            digiswitch_accounts: Vec::new(),
            digiswitch_balance: 1_000_000_000,
            digiswitch_refuses_with_400: false,
            digiswitch_pay_without_inquiry: false,
            callback_urls: BTreeMap::new(),
            callback_secrets: secrets
                .map(|(name, secret)| (name.into(), secret.into()))
                .into(),
            callback_hosts: Vec::new(),
            own_hosts: Vec::new(),
            token: None,
            keeps_log: true,
            ciputra_expires_in_seconds: false,
        }
    }
}

impl Settings {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// The port on 127.0.0.1; 0 takes a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Replays the same ids, tokens and numbers run after run.
    ///
    /// Without it each start and each reset draws a new seed (`GET /_sandbox/health` shows it): an
    /// application that remembers the `webhook-id` of yesterday's run must not take today's for a
    /// repetition.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// A clock that stands at `start` and moves only by `POST /_sandbox/clock/advance`.
    pub fn manual_clock(mut self, start: DateTime<Utc>) -> Self {
        self.clock_start = Some(start);
        self
    }

    /// The username of Digiswitch; `sandbox` unless set.
    pub fn digiswitch_user(mut self, user: impl Into<String>) -> Self {
        self.digiswitch_user = user.into();
        self
    }

    /// The API key that signs requests to Digiswitch; `sandbox-key` unless set.
    pub fn digiswitch_key(mut self, key: impl Into<String>) -> Self {
        self.digiswitch_key = key.into();
        self
    }

    /// One more username of Digiswitch with its API key: an account of its own, with a balance of
    /// its own. The other providers take any test key, and each is an account.
    pub fn digiswitch_account(mut self, user: impl Into<String>, key: impl Into<String>) -> Self {
        self.digiswitch_accounts.push((user.into(), key.into()));
        self
    }

    /// The balance, in rupiah, that Digiswitch takes payments of an account from; 1,000,000,000
    /// unless set.
    pub fn digiswitch_balance(mut self, rupiah: u64) -> Self {
        self.digiswitch_balance = rupiah;
        self
    }

    /// Makes Digiswitch refuse with the HTTP status 400 instead of 200: clients have seen both.
    pub fn digiswitch_refuses_with_400(mut self, with_400: bool) -> Self {
        self.digiswitch_refuses_with_400 = with_400;
        self
    }

    /// Lets Digiswitch take a payment without an inquiry of the same day, which its own page does
    /// not demand.
    pub fn digiswitch_pay_without_inquiry(mut self, allowed: bool) -> Self {
        self.digiswitch_pay_without_inquiry = allowed;
        self
    }

    /// Where a provider's callbacks go that have no URL of their own: what its dashboard would say.
    /// One of [`CALLBACK_URLS`]: a request to Ciputra carries the URL.
    pub fn callback_url(mut self, provider: &str, url: impl Into<String>) -> Self {
        self.callback_urls.insert(provider.to_owned(), url.into());
        self
    }

    /// What a provider's callbacks are proved with: the signing secret of Fazz
    /// (`sandbox-signing-secret` unless set), the token of Instamoney (`sandbox-callback-token`
    /// unless set), the secret of Digiswitch, whose callbacks carry no signature without one.
    pub fn callback_secret(mut self, provider: &str, secret: impl Into<String>) -> Self {
        let secret = secret.into();
        self.callback_secrets.insert(provider.to_owned(), secret);
        self
    }

    pub(crate) fn callback_url_of(&self, provider: &str) -> Option<String> {
        self.callback_urls.get(provider).cloned()
    }

    pub(crate) fn secret_of(&self, provider: &str) -> &str {
        self.callback_secrets
            .get(provider)
            .map_or("", String::as_str)
    }

    /// Allows callbacks, over http, to one more host than the loopback ones.
    ///
    /// Everything else is recorded but not sent: a sandbox must not tell a real shop that it was
    /// paid.
    pub fn allow_callback_host(mut self, host: impl Into<String>) -> Self {
        self.callback_hosts.push(host.into());
        self
    }

    /// Takes requests under one more name than that of this machine, such as that of a container or
    /// a tunnel; without a port.
    ///
    /// Requests with any other `Host` are refused, and so are those that a web page of somebody
    /// else made a browser send.
    pub fn allow_host(mut self, name: impl Into<String>) -> Self {
        self.own_hosts.push(name.into());
        self
    }

    /// Answers only who knows this token: give one, drawn anew for each run, wherever the secrets
    /// above are not for the sandbox alone. Whoever can reach the port could otherwise have
    /// anything signed with them.
    ///
    /// The control API takes it as `authorization: Bearer TOKEN`; keys of Instamoney and Fazz must
    /// end with it. For Digiswitch, make it [`digiswitch_key`](Self::digiswitch_key): its requests
    /// are signed with that. Ciputra and RPI sign nothing.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Whether exchanges are kept for the page, the newest of them; true unless set. What is kept
    /// holds secrets and personal data of the requests.
    pub fn log(mut self, is_kept: bool) -> Self {
        self.keeps_log = is_kept;
        self
    }

    /// Makes Ciputra's `expires_in` a number of seconds instead of the absolute time that the
    /// document's sample shows.
    pub fn ciputra_expires_in_seconds(mut self, seconds: bool) -> Self {
        self.ciputra_expires_in_seconds = seconds;
        self
    }
}

impl fmt::Debug for Settings {
    /// Without what may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("port", &self.port)
            .field("seed", &self.seed)
            .field("clock_start", &self.clock_start)
            .finish_non_exhaustive()
    }
}
