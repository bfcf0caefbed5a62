//! The command line of the sandbox.

use clap::Args;

use crate::providers;

pub(crate) const SECRETS: &str = "\
Secrets of your own come from the environment, where no other user sees them:
  PAYMENTS_SANDBOX_DIGISWITCH_KEY              signs requests to Digiswitch; without it sandbox-key
  PAYMENTS_SANDBOX_DIGISWITCH_CALLBACK_SECRET  signs its callbacks; without it they are hints
  PAYMENTS_SANDBOX_FAZZ_SIGNING_SECRET         signs Fazz's callbacks; without it sandbox-signing-secret
  PAYMENTS_SANDBOX_INSTAMONEY_CALLBACK_TOKEN   Instamoney's callback token; without it sandbox-callback-token
With any of the last three, whoever asks must know a token, which is printed at the start: the other commands take it from
PAYMENTS_SANDBOX_TOKEN, the control API as authorization: Bearer TOKEN, and keys of Instamoney and Fazz must end with it; it is
Digiswitch's key, unless you have set that.";

#[derive(Args, Debug)]
pub(crate) struct SandboxArguments {
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 4010)]
    pub(crate) port: u16,
    /// Replay the same ids and tokens
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// Keep no log of requests and answers: the page shows none, and no secret stays in memory
    #[arg(long)]
    pub(crate) no_log: bool,
    /// The user name that Digiswitch knows
    #[arg(long, value_name = "NAME", default_value = providers::SANDBOX_USER)]
    pub(crate) digiswitch_user: String,
    /// Where Digiswitch's callbacks go: what the dashboard would say
    #[arg(long, value_name = "URL")]
    pub(crate) digiswitch_callback_url: Option<String>,
    /// Where Fazz's callbacks go: what the dashboard would say
    #[arg(long, value_name = "URL")]
    pub(crate) fazz_callback_url: Option<String>,
    /// Where Instamoney's callbacks go that have no URL of their own: what the dashboard would say
    #[arg(long, value_name = "URL")]
    pub(crate) instamoney_callback_url: Option<String>,
    /// Where RPI tells of charges
    #[arg(long, value_name = "URL")]
    pub(crate) rpi_callback_url: Option<String>,
    /// One more host, besides this machine, that callbacks may go to over http
    #[arg(long, value_name = "HOST")]
    pub(crate) callback_host: Vec<String>,
    /// One more name by which it is addressed, besides this machine's own, such as a container's;
    /// without a port
    #[arg(long, value_name = "NAME")]
    pub(crate) host: Vec<String>,
}
