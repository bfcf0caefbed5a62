//! The secrets with which callbacks are checked and signed on this machine, and the sandbox that
//! signs them.

use payments::{Name, Settings, provider::settings::Setting};
use payments_sandbox::InProcess;

use crate::{
    configuration,
    control::Control,
    failure::Failure,
    layout::{WIDTH, hanging},
    providers::callback_secrets,
};

/// The secrets of the environment or the file as the clients read them, several separated by
/// commas; otherwise the sandbox's, where it signs with one.
fn secrets() -> impl Iterator<Item = (Name, &'static Setting, String)> {
    let all = Name::ALL.iter();
    let all = all.flat_map(|name| callback_secrets(*name).map(|secret| (*name, secret)));
    all.filter_map(|(name, secret)| {
        let own = configuration::settings().get(secret.variable);
        let own = own.filter(|value| !value.is_empty());
        let value = own.or(secret.sandbox.map(str::to_owned))?;
        Some((name, secret, value))
    })
}

/// Settings of clients, with what they check callbacks with.
pub(crate) fn checking(settings: Settings) -> Settings {
    secrets().fold(settings, |settings, (_, secret, value)| {
        settings.set(secret.variable, value)
    })
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
    let settings = payments_sandbox::Settings::new();
    secrets().fold(settings, |settings, (name, _, value)| {
        settings.callback_secret(name.as_str(), first(&value))
    })
}

fn first(secrets: &str) -> &str {
    secrets.split(',').next().unwrap_or_default().trim()
}

/// What callbacks are checked with.
pub(crate) fn checked_with() -> String {
    let all = Name::ALL.iter().flat_map(|name| callback_secrets(*name));
    let all = all.map(|secret| match secret.sandbox {
        Some(_) => secret.variable.to_owned(),
        None => format!("{} (none: its callbacks are hints)", secret.variable),
    });
    let all: Vec<_> = all.collect();
    let all = hanging("  ", &all.join(", "), WIDTH);
    format!(
        "Callbacks are checked with the secrets of the environment, and otherwise with those of \
         `payments sandbox`:\n{all}"
    )
}

/// The same, and what callbacks are signed with.
pub(crate) fn signed_with() -> String {
    checked_with()
        + "\nWhat is signed here is signed with the first of them, in this process, unless a running sandbox does it: one with secrets of \
its own wants the token that it has printed at its start, in PAYMENTS_SANDBOX_TOKEN."
}
