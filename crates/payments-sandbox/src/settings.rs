//! The settings of a sandbox.

use std::{
    collections::BTreeMap,
    fmt,
    net::{IpAddr, Ipv4Addr},
};

use chrono::{DateTime, Utc};

use crate::{generated::variables::VARIABLES, variables::Variable};

/// The providers whose callback URL is set in their dashboard.
pub const CALLBACK_URLS: [&str; 4] = ["digiswitch", "fazz", "instamoney", "rpi"];

/// The settings of a sandbox. By default it listens on a free port, in real time, with a fresh
/// seed.
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
    pub(crate) address: IpAddr,
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
    /// The dashboards' callback URLs, by provider.
    pub(crate) callback_urls: BTreeMap<String, String>,
    /// The secrets that sign callbacks, by provider.
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
        let secrets = VARIABLES.iter().flat_map(|table| {
            let proving = table.all.iter().filter(|variable| variable.proves);
            proving.filter_map(|variable| Some((table.provider.into(), variable.sandbox?.into())))
        });
        Self {
            address: Ipv4Addr::LOCALHOST.into(),
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
            callback_secrets: secrets.collect(),
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

    /// Sets the address that it listens on; 127.0.0.1 by default, which no other machine reaches.
    ///
    /// Whoever reaches another one may use the sandbox, without TLS. It still refuses what web
    /// pages send and names that [`allow_host`](Self::allow_host) does not allow. With an
    /// unspecified address (0.0.0.0, as in a container), its own URLs name 127.0.0.1.
    pub fn bind(mut self, address: IpAddr) -> Self {
        self.address = address;
        self
    }

    /// Sets the port; 0 takes a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Sets the seed, so that every run has the same ids, tokens and numbers.
    ///
    /// Without it each start and each reset draws a new seed (`GET /_sandbox/health` shows it): an
    /// application that remembers the `webhook-id` of yesterday's run must not mistake today's for
    /// a repeat.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Uses a clock that starts at `start` and moves only with `POST /_sandbox/clock/advance`.
    pub fn manual_clock(mut self, start: DateTime<Utc>) -> Self {
        self.clock_start = Some(start);
        self
    }

    /// Sets the username for Digiswitch; `sandbox` by default.
    pub fn digiswitch_user(mut self, user: impl Into<String>) -> Self {
        self.digiswitch_user = user.into();
        self
    }

    /// Sets the API key that signs requests to Digiswitch; `sandbox-key` by default.
    pub fn digiswitch_key(mut self, key: impl Into<String>) -> Self {
        self.digiswitch_key = key.into();
        self
    }

    /// Adds a username for Digiswitch with its API key: a separate account with its own balance.
    /// The other providers accept any test key, and each key is an account.
    pub fn digiswitch_account(mut self, user: impl Into<String>, key: impl Into<String>) -> Self {
        self.digiswitch_accounts.push((user.into(), key.into()));
        self
    }

    /// Sets the balance of a Digiswitch account, in rupiah; 1,000,000,000 by default.
    pub fn digiswitch_balance(mut self, rupiah: u64) -> Self {
        self.digiswitch_balance = rupiah;
        self
    }

    /// Makes Digiswitch refuse with the HTTP status 400 instead of 200: clients have seen both.
    pub fn digiswitch_refuses_with_400(mut self, with_400: bool) -> Self {
        self.digiswitch_refuses_with_400 = with_400;
        self
    }

    /// Lets Digiswitch accept a payment without an inquiry on the same day, which its own page does
    /// not require.
    pub fn digiswitch_pay_without_inquiry(mut self, allowed: bool) -> Self {
        self.digiswitch_pay_without_inquiry = allowed;
        self
    }

    /// Sets the URL of a provider's callbacks, as its dashboard would; it is used where a request
    /// has no URL of its own. The provider must be one of [`CALLBACK_URLS`]: requests to Ciputra
    /// contain the URL.
    pub fn callback_url(mut self, provider: &str, url: impl Into<String>) -> Self {
        self.callback_urls.insert(provider.to_owned(), url.into());
        self
    }

    /// Sets the secret for a provider's callbacks: the signing secret of Fazz
    /// (`sandbox-signing-secret` by default), the token of Instamoney (`sandbox-callback-token` by
    /// default), or the secret of Digiswitch, whose callbacks are unsigned without one.
    pub fn callback_secret(mut self, provider: &str, secret: impl Into<String>) -> Self {
        let secret = secret.into();
        self.callback_secrets.insert(provider.to_owned(), secret);
        self
    }

    pub(crate) fn callback_url_of(&self, provider: &str) -> Option<String> {
        self.callback_urls.get(provider).cloned()
    }

    /// What this sandbox takes for a variable of a provider's client.
    pub(crate) fn value_of(&self, provider: &str, variable: &Variable) -> Option<String> {
        match variable.name {
            _ if variable.proves => self.callback_secrets.get(provider).cloned(),
            "DIGISWITCH_USERNAME" => Some(self.digiswitch_user.clone()),
            "DIGISWITCH_API_KEY" => Some(self.digiswitch_key.clone()),
            _ => match self.token.as_deref().zip(variable.token) {
                Some((token, form)) => Some(form.replace("{token}", token)),
                None => variable.sandbox.map(str::to_owned),
            },
        }
    }

    pub(crate) fn secret_of(&self, provider: &str) -> &str {
        self.callback_secrets
            .get(provider)
            .map_or("", String::as_str)
    }

    /// Allows callbacks, over http, to one more host than the loopback ones.
    ///
    /// Callbacks to other hosts are recorded but not sent: a sandbox must not tell a real shop that
    /// it was paid.
    pub fn allow_callback_host(mut self, host: impl Into<String>) -> Self {
        self.callback_hosts.push(host.into());
        self
    }

    /// Accepts requests under another host name, such as that of a container or a tunnel, without a
    /// port.
    ///
    /// Requests with any other `Host` are refused, and so are those that a foreign web page caused.
    pub fn allow_host(mut self, name: impl Into<String>) -> Self {
        self.own_hosts.push(name.into());
        self
    }

    /// Requires this token of every caller. Set one, new for each run, if the secrets above are
    /// also used outside of the sandbox. Otherwise whoever can reach the port could have anything
    /// signed with them.
    ///
    /// The control API expects it as `authorization: Bearer TOKEN`; the API key of a provider that
    /// proves its callbacks must end with it. For Digiswitch, use it as
    /// [`digiswitch_key`](Self::digiswitch_key), which signs requests. Ciputra and RPI sign
    /// nothing.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Sets whether the newest exchanges are kept for the page; true by default. They contain
    /// secrets and personal data of the requests.
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
    /// Prints nothing that may be a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("port", &self.port)
            .field("seed", &self.seed)
            .field("clock_start", &self.clock_start)
            .finish_non_exhaustive()
    }
}
