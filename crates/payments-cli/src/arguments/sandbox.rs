//! The command line of the sandbox.

use std::{net::IpAddr, path::PathBuf, str::FromStr};

use clap::{Args, builder::FalseyValueParser};
use payments::Name;
use payments_sandbox::CALLBACK_URLS;

use crate::{
    layout::{WIDTH, hanging},
    providers::{self, singular},
};

/// The secrets that a sandbox signs with.
pub(crate) fn secrets() -> String {
    let mut lines = vec![(
        "PAYMENTS_SANDBOX_DIGISWITCH_KEY".to_owned(),
        "signs requests to Digiswitch; without it sandbox-key".to_owned(),
    )];
    for name in Name::ALL {
        for secret in providers::callback_secrets(*name) {
            let without = secret.sandbox.unwrap_or("they are hints");
            lines.push((
                format!("PAYMENTS_SANDBOX_{}", singular(secret.variable)),
                format!("proves callbacks of {name}; without it {without}"),
            ));
        }
    }
    let width = lines.iter().map(|(name, _)| name.len()).max();
    let width = width.unwrap_or_default();
    let lines = lines
        .iter()
        .map(|(name, text)| hanging(&format!("  {name:width$}  "), text, WIDTH) + "\n");
    let lines: String = lines.collect();
    format!(
        "\
Secrets of your own come from the environment, where no other user sees them:
{lines}\
With any but the first, whoever asks must know a token: PAYMENTS_SANDBOX_TOKEN, or one that is \
drawn and printed at the start. The other commands take it from that variable, the control API as \
authorization: Bearer TOKEN, and keys of Instamoney and Fazz must end with it; it is Digiswitch's \
key, unless you have set that."
    )
}

/// `PROVIDER=URL`.
#[derive(Clone, Debug)]
pub(crate) struct CallbackUrl {
    pub(crate) provider: Name,
    pub(crate) url: String,
}

impl FromStr for CallbackUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = || format!("expected PROVIDER=URL, of {}", CALLBACK_URLS.join(", "));
        let (provider, url) = text.split_once('=').ok_or_else(known)?;
        match CALLBACK_URLS.contains(&provider) && !url.is_empty() {
            true => Ok(Self {
                provider: provider.parse().map_err(|_| known())?,
                url: url.to_owned(),
            }),
            false => Err(known()),
        }
    }
}

#[derive(Args, Debug)]
pub(crate) struct SandboxArguments {
    /// The address to listen on. Any other than a loopback one lets other machines in, without TLS
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "PAYMENTS_SANDBOX_BIND",
        default_value = "127.0.0.1"
    )]
    pub(crate) bind: IpAddr,
    /// The port; 0 takes a free one
    #[arg(long, env = "PAYMENTS_SANDBOX_PORT", default_value_t = 4010)]
    pub(crate) port: u16,
    /// Make ids and tokens repeatable
    #[arg(long, env = "PAYMENTS_SANDBOX_SEED")]
    pub(crate) seed: Option<u64>,
    /// Keep no log of requests and answers: the page shows none, and no secret stays in memory
    #[arg(long, env = "PAYMENTS_SANDBOX_NO_LOG", value_parser = FalseyValueParser::new())]
    pub(crate) no_log: bool,
    /// Write to this file, at the end, what happened: seed, requests, steps of the clock. Secrets
    /// and persons are taken out, so that it can go with a bug report
    #[arg(
        long,
        value_name = "FILE",
        env = "PAYMENTS_SANDBOX_RECORD",
        conflicts_with = "no_log"
    )]
    pub(crate) record: Option<PathBuf>,
    /// Start from such a file; callbacks are not sent again
    #[arg(long, value_name = "FILE", env = "PAYMENTS_SANDBOX_PLAY")]
    pub(crate) play: Option<PathBuf>,
    /// The user name that Digiswitch knows
    #[arg(
        long,
        value_name = "NAME",
        env = "PAYMENTS_SANDBOX_DIGISWITCH_USER",
        default_value = "sandbox"
    )]
    pub(crate) digiswitch_user: String,
    /// Where a provider's callbacks go that have no URL of their own: what its dashboard would say,
    /// such as fazz=http://127.0.0.1:8080/callbacks/fazz; may be repeated, or
    /// hold several with commas
    #[arg(
        long,
        value_name = "PROVIDER=URL",
        env = "PAYMENTS_SANDBOX_CALLBACK_URL",
        value_delimiter = ','
    )]
    pub(crate) callback_url: Vec<CallbackUrl>,
    /// One more host, besides this machine, that callbacks may go to over http
    #[arg(
        long,
        value_name = "HOST",
        env = "PAYMENTS_SANDBOX_CALLBACK_HOST",
        value_delimiter = ','
    )]
    pub(crate) callback_host: Vec<String>,
    /// One more name by which it is addressed, besides this machine's own, such as a container's;
    /// without a port
    #[arg(
        long,
        value_name = "NAME",
        env = "PAYMENTS_SANDBOX_HOST",
        value_delimiter = ','
    )]
    pub(crate) host: Vec<String>,
}
