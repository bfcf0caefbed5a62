//! The command line of the sandbox.

use clap::Args;

use crate::providers;

#[derive(Args, Debug)]
pub(crate) struct SandboxArguments {
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 4010)]
    pub(crate) port: u16,
    /// Replay the same ids and tokens
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// The user name that Digiswitch knows
    #[arg(long, value_name = "NAME", default_value = providers::SANDBOX_USER)]
    pub(crate) digiswitch_user: String,
    /// The key that signs requests to Digiswitch
    #[arg(long, value_name = "KEY", default_value = providers::SANDBOX_KEY)]
    pub(crate) digiswitch_key: String,
    /// Where Digiswitch's callbacks go: what the dashboard would say
    #[arg(long, value_name = "URL")]
    pub(crate) digiswitch_callback_url: Option<String>,
    /// The secret that signs Digiswitch's callbacks; without one they are not signed
    #[arg(long, value_name = "SECRET")]
    pub(crate) digiswitch_callback_secret: Option<String>,
    /// Where Fazz's callbacks go: what the dashboard would say
    #[arg(long, value_name = "URL")]
    pub(crate) fazz_callback_url: Option<String>,
    /// The secret that signs Fazz's callbacks
    #[arg(long, value_name = "SECRET", default_value = providers::SANDBOX_SIGNING_SECRET)]
    pub(crate) fazz_signing_secret: String,
    /// Where Instamoney's callbacks go that have no URL of their own: what the dashboard would say
    #[arg(long, value_name = "URL")]
    pub(crate) instamoney_callback_url: Option<String>,
    /// Instamoney's callback token
    #[arg(long, value_name = "TOKEN", default_value = providers::SANDBOX_CALLBACK_TOKEN)]
    pub(crate) instamoney_callback_token: String,
    /// Where RPI tells of charges
    #[arg(long, value_name = "URL")]
    pub(crate) rpi_callback_url: Option<String>,
    /// One more host, besides this machine, that callbacks may go to over http
    #[arg(long, value_name = "HOST")]
    pub(crate) callback_host: Vec<String>,
}
