//! `payments sandbox`: all providers on this machine, until interrupted.

use payments::Name;
use payments_sandbox::{Sandbox, Settings};
use serde_json::json;

use crate::{
    arguments::SandboxArguments,
    failure::Failure,
    output::{Output, data},
};

pub(crate) async fn run(arguments: SandboxArguments, output: &Output) -> Result<(), Failure> {
    let port = arguments.port;
    let sandbox = Sandbox::start(settings(arguments)).await.map_err(|error| {
        Failure::failed(format!("port {port} cannot be taken"))
            .caused_by(error)
            .advise("choose another one with --port, or 0 for a free one")
    })?;
    let url = sandbox.url();
    match greet(&url, output) {
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
fn greet(url: &str, output: &Output) -> Result<(), Failure> {
    if output.is_json() {
        return output.json(&json!({"url": url, "control": format!("{url}/_sandbox")}));
    }
    for name in Name::ALL {
        data(&format!("{:<11} {url}/{}", name.as_str(), name.as_str()))?;
    }
    data(&format!("{:<11} {url}/_sandbox", "control"))?;
    data(&format!(
        "\ntry: payments pay instamoney --sandbox {url} --method ovo --reference order-1 --amount 20000 --phone 08123123123"
    ))?;
    data(&format!(
        "     curl -X POST {url}/_sandbox/payments/instamoney/order-1/pay"
    ))
}

fn settings(arguments: SandboxArguments) -> Settings {
    let mut settings = Settings::new()
        .port(arguments.port)
        .digiswitch_user(arguments.digiswitch_user)
        .digiswitch_key(arguments.digiswitch_key)
        .fazz_signing_secret(arguments.fazz_signing_secret)
        .instamoney_callback_token(arguments.instamoney_callback_token);
    if let Some(seed) = arguments.seed {
        settings = settings.seed(seed);
    }
    if let Some(url) = arguments.digiswitch_callback_url {
        settings = settings.digiswitch_callback_url(url);
    }
    if let Some(secret) = arguments.digiswitch_callback_secret {
        settings = settings.digiswitch_callback_secret(secret);
    }
    if let Some(url) = arguments.fazz_callback_url {
        settings = settings.fazz_callback_url(url);
    }
    if let Some(url) = arguments.instamoney_callback_url {
        settings = settings.instamoney_callback_url(url);
    }
    if let Some(url) = arguments.rpi_callback_url {
        settings = settings.rpi_callback_url(url);
    }
    arguments
        .callback_host
        .into_iter()
        .fold(settings, Settings::allow_callback_host)
}
