//! The providers by name: clients for their real hosts or a sandbox, and descriptions of their
//! methods.

use std::{env, sync::Arc};

use clap::{
    Args,
    builder::{PossibleValuesParser, TypedValueParser},
};
use payments::{
    Bills, Client, Error, Mandates, Method, Name, Payments, Result, Settings, Topups,
    provider::settings::Setting, retry::Clock,
};

use payments_journal::Providers;

use crate::configuration;

/// Holds the token of a running sandbox that signs with secrets of its own.
pub(crate) const SANDBOX_TOKEN: &str = "PAYMENTS_SANDBOX_TOKEN";

/// A variable of the environment, unless it is empty.
pub(crate) fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// The provider of a command, and where it is.
#[derive(Args, Clone, Debug)]
pub(crate) struct Target {
    /// The provider
    #[arg(value_parser = parser())]
    pub(crate) provider: Name,
    /// Call a running sandbox instead of the real host, such as http://127.0.0.1:4010
    #[arg(long, value_name = "URL", env = "PAYMENTS_SANDBOX")]
    pub(crate) sandbox: Option<String>,
}

/// Reads a provider's name from the command line.
pub(crate) fn parser() -> impl TypedValueParser<Value = Name> {
    PossibleValuesParser::new(Name::ALL.iter().map(|name| name.as_str()))
        .try_map(|text| text.parse::<Name>())
}

/// A client by the provider's name, at its real host or in a sandbox. The name of the account comes
/// from the environment or the file for both.
pub(crate) fn client(name: Name, sandbox: Option<&str>) -> Result<Client> {
    name.client(&settings(name, sandbox))
}

/// The settings of that client.
pub(crate) fn settings(name: Name, sandbox: Option<&str>) -> Settings {
    let Some(url) = sandbox else {
        return configuration::settings();
    };
    let account = format!("{}_ACCOUNT", name.as_str().to_uppercase());
    let settings = checking_settings(url);
    match configuration::settings().get(&account) {
        Some(value) => settings.set(&account, value),
        None => settings,
    }
}

/// A client of a sandbox, which checks callbacks with the sandbox's own secrets.
pub(crate) fn in_sandbox(name: Name, url: &str) -> Result<Client> {
    name.client(&checking_settings(url))
}

/// Two clients of a sandbox, by its clock, whose keys are two accounts there; `second` is what the
/// second one is called here.
pub(crate) fn two_in_sandbox(
    name: Name,
    url: &str,
    second: &str,
    clock: impl Clock + 'static,
) -> Result<[Client; 2]> {
    let settings = checking_settings(url).clock(clock);
    let first = name.client(&settings)?;
    let settings = settings.as_second();
    let second = name.client(&settings.set(&format!("{name}_account"), second))?;
    Ok([first, second])
}

/// With a secret wherever callbacks can be signed: the sandboxes of this program sign them all.
fn checking_settings(url: &str) -> Settings {
    let secrets = Name::ALL.iter().flat_map(|name| callback_secrets(*name));
    secrets.fold(sandbox_settings(url), |settings, secret| {
        settings.set(secret.variable, sandbox_secret(secret))
    })
}

/// The settings by which a provider's callbacks are checked.
pub(crate) fn callback_secrets(name: Name) -> impl Iterator<Item = &'static Setting> {
    let all = name.settings().all.iter();
    all.filter(|setting| setting.callbacks && setting.secret)
}

/// A client accepts several secrets, and a sandbox signs with one.
pub(crate) fn singular(variable: &str) -> &str {
    variable.strip_suffix('S').unwrap_or(variable)
}

/// What a sandbox signs with, where nothing else is set.
pub(crate) fn sandbox_secret(secret: &Setting) -> &'static str {
    secret.sandbox.unwrap_or("sandbox-signing-secret")
}

/// A sandbox of this program, which proves the callbacks of all that can prove them.
pub(crate) fn proving(settings: payments_sandbox::Settings) -> payments_sandbox::Settings {
    Name::ALL.iter().fold(settings, |settings, name| {
        callback_secrets(*name).fold(settings, |settings, secret| {
            settings.callback_secret(name.as_str(), sandbox_secret(secret))
        })
    })
}

/// What a sandbox takes from every client.
pub(crate) fn sandbox_settings(url: &str) -> Settings {
    // One that wants a token takes it for the end of a key, or for the whole.
    let settings = match variable(SANDBOX_TOKEN) {
        Some(token) => Settings::sandbox_with_token(url, &token),
        None => Settings::sandbox(url),
    };
    match variable("PAYMENTS_SANDBOX_DIGISWITCH_KEY") {
        Some(key) => settings.set("digiswitch_api_key", key),
        None => settings,
    }
}

/// What a journal's workers do with a client.
pub(crate) fn employ(mut workers: Providers, client: &Client) -> Providers {
    if let Some(payments) = &client.payments {
        workers = workers.payments(Arc::clone(payments));
    }
    if let Some(bills) = &client.bills {
        workers = workers.bills(Arc::clone(bills));
    }
    if let Some(topups) = &client.topups {
        workers = workers.topups(Arc::clone(topups));
    }
    if let Some(mandates) = &client.mandates {
        workers = workers.mandates(Arc::clone(mandates));
    }
    workers
}

/// One of the traits of a command's target, or an error for a provider that has none of these.
macro_rules! role {
    ($member:ident, $role:ident, $what:literal) => {
        pub(crate) fn $member(target: &Target) -> Result<Arc<dyn $role>> {
            let name = target.provider;
            client(name, target.sandbox.as_deref())?
                .$member
                .ok_or_else(|| {
                    Error::unsupported(format!(
                        "{name} has no {}; see `payments providers {name}`",
                        $what
                    ))
                })
        }
    };
}

role!(payments, Payments, "payments");
role!(bills, Bills, "bills");
role!(topups, Topups, "top-ups");
role!(mandates, Mandates, "mandates");

/// A method by its whole name, or by its channel alone where only one method has it.
pub(crate) fn method(name: Name, text: &str) -> Result<Method> {
    if let Ok(method) = text.parse() {
        return Ok(method);
    }
    let methods = name.capabilities().methods;
    let mut short = methods
        .iter()
        .map(|known| known.method)
        .filter(|method| method.channel() == text);
    match (short.next(), short.next()) {
        (Some(method), None) => Ok(method.clone()),
        _ => {
            let known: Vec<_> = methods
                .iter()
                .map(|known| known.method.to_string())
                .collect();
            let expected = format!("one of {}", known.join(", "));
            Err(Error::invalid("method", text, &expected))
        }
    }
}
