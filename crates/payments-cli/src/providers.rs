//! The providers by name: at their real hosts, in a sandbox, and their methods for people.

use std::{env, sync::Arc};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use payments::{Bills, Client, Error, Mandates, Method, Name, Payments, Result, Settings, Topups};

use payments_journal::Providers;

use crate::arguments::Target;

pub(crate) const SANDBOX_USER: &str = "sandbox";
pub(crate) const SANDBOX_KEY: &str = "sandbox-key";
/// Of another account at Digiswitch, where a sandbox has two.
pub(crate) const SECOND_USER: &str = "second";
pub(crate) const SECOND_KEY: &str = "second-key";
pub(crate) const SANDBOX_CALLBACK_TOKEN: &str = "sandbox-callback-token";
pub(crate) const SANDBOX_SIGNING_SECRET: &str = "sandbox-signing-secret";

/// Holds the token of a running sandbox that signs with secrets of its own.
pub(crate) const SANDBOX_TOKEN: &str = "PAYMENTS_SANDBOX_TOKEN";

/// A variable of the environment, unless it is empty.
pub(crate) fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// Reads a provider's name from the command line.
pub(crate) fn parser() -> impl TypedValueParser<Value = Name> {
    PossibleValuesParser::new(Name::ALL.iter().map(|name| name.as_str()))
        .try_map(|text| text.parse::<Name>())
}

/// A client by the provider's name, at its real host or in a sandbox. The name of the account comes
/// from the environment for both.
pub(crate) fn client(name: Name, sandbox: Option<&str>) -> Result<Client> {
    let Some(url) = sandbox else {
        return name.client(&Settings::from_env());
    };
    let account = format!("{}_ACCOUNT", name.as_str().to_uppercase());
    let settings = checking_settings(url);
    name.client(&match env::var(&account) {
        Ok(value) => settings.set(&account, value),
        Err(_) => settings,
    })
}

/// A client of a sandbox, which checks callbacks with the sandbox's own secrets.
pub(crate) fn in_sandbox(name: Name, url: &str) -> Result<Client> {
    name.client(&checking_settings(url))
}

/// A client of a sandbox with other keys, which are another account there; whatever it is called
/// here.
pub(crate) fn second_in_sandbox(name: Name, url: &str, account: &str) -> Result<Client> {
    let settings = checking_settings(url)
        .set("ciputra_api_key", SECOND_USER)
        .set("digiswitch_username", SECOND_USER)
        .set("digiswitch_api_key", SECOND_KEY)
        .set("fazz_api_key", "test_second")
        .set("instamoney_api_key", "xnd_development_second")
        .set("rpi_client_id", SECOND_USER);
    name.client(&settings.set(&format!("{name}_account"), account))
}

fn checking_settings(url: &str) -> Settings {
    sandbox_settings(url)
        .set("digiswitch_callback_secrets", SANDBOX_SIGNING_SECRET)
        .set("fazz_signing_secrets", SANDBOX_SIGNING_SECRET)
        .set("instamoney_callback_tokens", SANDBOX_CALLBACK_TOKEN)
}

/// What a sandbox takes from every client.
pub(crate) fn sandbox_settings(url: &str) -> Settings {
    let url = url.trim_end_matches('/');
    // One that wants a token takes it for the end of a key, or for the whole.
    let token = variable(SANDBOX_TOKEN);
    let key = variable("PAYMENTS_SANDBOX_DIGISWITCH_KEY").or_else(|| token.clone());
    let token = token.as_deref().unwrap_or("sandbox");
    Settings::new()
        .set("ciputra_base_url", format!("{url}/ciputra"))
        .set("ciputra_api_key", "sandbox")
        .set("ciputra_api_secret", "sandbox")
        .set(
            "digiswitch_base_url",
            format!("{url}/digiswitch/v1/user/api"),
        )
        .set("digiswitch_username", SANDBOX_USER)
        .set("digiswitch_api_key", key.as_deref().unwrap_or(SANDBOX_KEY))
        .set("fazz_base_url", format!("{url}/fazz/api/v4"))
        .set("fazz_api_key", format!("test_{token}"))
        .set("fazz_secret_key", "sandbox")
        .set("instamoney_base_url", format!("{url}/instamoney"))
        .set("instamoney_api_key", format!("xnd_development_{token}"))
        .set("rpi_base_url", format!("{url}/rpi"))
        .set("rpi_client_id", "sandbox")
        .set("rpi_client_secret", "sandbox")
        .set("rpi_merchant_code", "SHOP01")
        .set("rpi_channel_id", "WEB")
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
                .ok_or_else(|| Error::unsupported(format!("{name} is no provider of {}", $what)))
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
