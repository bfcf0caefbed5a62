//! What callbacks are checked and signed with on this machine, and the sandbox that signs them.

use payments::Settings;
use payments_sandbox::InProcess;

use crate::{
    control::Control,
    failure::Failure,
    providers::{SANDBOX_CALLBACK_TOKEN, SANDBOX_SIGNING_SECRET, variable},
};

/// The secrets of the environment as the clients read them, several separated by commas; otherwise
/// the sandbox's.
struct Secrets {
    digiswitch: Option<String>,
    fazz: String,
    instamoney: String,
}

impl Secrets {
    fn from_env() -> Self {
        let or = |name, usual: &str| variable(name).unwrap_or_else(|| usual.to_owned());
        Self {
            digiswitch: variable("DIGISWITCH_CALLBACK_SECRETS"),
            fazz: or("FAZZ_SIGNING_SECRETS", SANDBOX_SIGNING_SECRET),
            instamoney: or("INSTAMONEY_CALLBACK_TOKENS", SANDBOX_CALLBACK_TOKEN),
        }
    }
}

/// Settings of clients, with what they check callbacks with.
pub(crate) fn checking(settings: Settings) -> Settings {
    let secrets = Secrets::from_env();
    let settings = settings
        .set("fazz_signing_secrets", secrets.fazz)
        .set("instamoney_callback_tokens", secrets.instamoney);
    match secrets.digiswitch {
        Some(secrets) => settings.set("digiswitch_callback_secrets", secrets),
        None => settings,
    }
}

/// A sandbox that signs: a running one, or one within this process, which nobody else can ask
/// anything.
pub(crate) fn signer(running: Option<&str>) -> Result<Control, Failure> {
    match running {
        Some(url) => Control::new(url.trim_end_matches('/')),
        None => Ok(Control::within(InProcess::start(signing()))),
    }
}

fn signing() -> payments_sandbox::Settings {
    let secrets = Secrets::from_env();
    let settings = payments_sandbox::Settings::new()
        .fazz_signing_secret(first(&secrets.fazz))
        .instamoney_callback_token(first(&secrets.instamoney));
    match &secrets.digiswitch {
        Some(secrets) => settings.digiswitch_callback_secret(first(secrets)),
        None => settings,
    }
}

fn first(secrets: &str) -> &str {
    secrets.split(',').next().unwrap_or_default().trim()
}
