//! What callbacks are checked and signed with on this machine, and the sandbox that signs them.

use payments::Settings;
use payments_sandbox::Sandbox;

use crate::{
    control::Control,
    failure::Failure,
    providers::{SANDBOX_CALLBACK_TOKEN, SANDBOX_SIGNING_SECRET},
};

/// The secrets of the environment as the clients read them, several separated by commas; otherwise the sandbox's.
struct Secrets {
    digiswitch: Option<String>,
    fazz: String,
    instamoney: String,
}

impl Secrets {
    fn from_env() -> Self {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
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

/// A sandbox that signs: a running one, or one of the command's own, which ends with it.
pub(crate) struct Signer {
    pub(crate) control: Control,
    _own: Option<Sandbox>,
}

impl Signer {
    pub(crate) async fn find(running: Option<&str>) -> Result<Self, Failure> {
        let own = match running {
            Some(_) => None,
            None => Some(start().await?),
        };
        let url = own.as_ref().map(Sandbox::url);
        let url = url.as_deref().or(running).unwrap_or_default();
        Ok(Self {
            control: Control::new(url.trim_end_matches('/'))?,
            _own: own,
        })
    }
}

async fn start() -> Result<Sandbox, Failure> {
    let secrets = Secrets::from_env();
    let mut settings = payments_sandbox::Settings::new()
        .fazz_signing_secret(first(&secrets.fazz))
        .instamoney_callback_token(first(&secrets.instamoney));
    if let Some(secrets) = &secrets.digiswitch {
        settings = settings.digiswitch_callback_secret(first(secrets));
    }
    Sandbox::start(settings)
        .await
        .map_err(|error| Failure::failed("no port can be taken").caused_by(error))
}

fn first(secrets: &str) -> &str {
    secrets.split(',').next().unwrap_or_default().trim()
}
