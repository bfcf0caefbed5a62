//! `payments sandbox`: all providers on this machine, until interrupted.

use payments::Name;
use payments_sandbox::{Sandbox, Settings};
use serde_json::json;

use crate::{
    arguments::{CallbackUrl, SandboxArguments},
    failure::Failure,
    output::{Output, data},
    providers::{SANDBOX_TOKEN, callback_secrets, singular, variable},
};

pub(crate) async fn run(arguments: SandboxArguments, output: &Output) -> Result<(), Failure> {
    let port = arguments.port;
    let (settings, token) = with_secrets(settings(arguments))?;
    let sandbox = Sandbox::start(settings).await.map_err(|error| {
        Failure::failed(format!("port {port} cannot be taken"))
            .caused_by(error)
            .advise("choose another one with --port, or 0 for a free one")
    })?;
    let url = sandbox.url();
    match greet(&url, token.as_deref(), output) {
        // Whoever started it has read the first line, and no other.
        Err(failure) if !failure.is_no_failure() => return Err(failure),
        _ => {}
    }
    tokio::signal::ctrl_c()
        .await
        .map_err(|error| Failure::failed("no signal can be waited for").caused_by(error))?;
    sandbox.shutdown().await;
    Ok(())
}

/// Where everything is.
fn greet(url: &str, token: Option<&str>, output: &Output) -> Result<(), Failure> {
    if output.is_json() {
        let control = format!("{url}/_sandbox");
        return output.json(&json!({"url": url, "control": control, "token": token}));
    }
    for name in Name::ALL {
        data(&format!("{:<11} {url}/{}", name.as_str(), name.as_str()))?;
    }
    data(&format!("{:<11} {url}/_sandbox", "control"))?;
    // What stands behind # is not sent anywhere.
    let own = token.map(|token| format!("#token={token}"));
    data(&format!("{:<11} {url}/{}", "page", own.unwrap_or_default()))?;
    let bearer = match token {
        None => String::new(),
        Some(token) => {
            data(&format!(
                "\nit signs with secrets of your own, and answers only who knows its token:\n{SANDBOX_TOKEN}={token}"
            ))?;
            format!(" -H \"authorization: Bearer ${SANDBOX_TOKEN}\"")
        }
    };
    data(&format!(
        "\ntry: payments pay instamoney --sandbox {url} --method ovo --reference order-1 --amount 20000 --phone 08123123123"
    ))?;
    data(&format!(
        "     curl -X POST{bearer} {url}/_sandbox/payments/instamoney/order-1/pay"
    ))
}

fn settings(arguments: SandboxArguments) -> Settings {
    let mut settings = Settings::new()
        .port(arguments.port)
        .log(!arguments.no_log)
        .digiswitch_user(arguments.digiswitch_user);
    if let Some(seed) = arguments.seed {
        settings = settings.seed(seed);
    }
    for CallbackUrl { provider, url } in arguments.callback_url {
        settings = settings.callback_url(provider.as_str(), url);
    }
    let hosts = arguments.callback_host.into_iter();
    let settings = hosts.fold(settings, Settings::allow_callback_host);
    let names = arguments.host.into_iter();
    names.fold(settings, Settings::allow_host)
}

/// The secrets of the environment, and the token that they ask for.
fn with_secrets(mut settings: Settings) -> Result<(Settings, Option<String>), Failure> {
    let own = |name: &str| variable(&format!("PAYMENTS_SANDBOX_{name}"));
    let mut signs = false;
    for name in Name::ALL {
        for secret in callback_secrets(*name) {
            if let Some(value) = own(singular(secret.variable)) {
                settings = settings.callback_secret(name.as_str(), value);
                signs = true;
            }
        }
    }
    let token = signs.then(draw).transpose()?;
    if let Some(token) = &token {
        settings = settings.token(token).digiswitch_key(token);
    }
    if let Some(key) = own("DIGISWITCH_KEY") {
        settings = settings.digiswitch_key(key);
    }
    Ok((settings, token))
}

fn draw() -> Result<String, Failure> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|error| Failure::failed("no token can be drawn").caused_by(error))?;
    Ok(payments::wire::hex(&bytes))
}
