//! `payments sandbox`: all providers on this machine, until interrupted.

use std::{fs, path::Path};

use payments::Name;
use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};

use crate::{
    arguments::{CallbackUrl, SandboxArguments},
    failure::Failure,
    output::{Output, data, talk},
    providers::{SANDBOX_TOKEN, callback_secrets, singular, variable},
    stopping::Signals,
};

pub(crate) async fn run(mut arguments: SandboxArguments, output: &Output) -> Result<(), Failure> {
    let port = arguments.port;
    let (record, play) = (arguments.record.take(), arguments.play.take());
    if let Some(file) = &record {
        // Sooner than at the end of a long run.
        fs::write(file, "").map_err(|error| unwritten(file).caused_by(error))?;
    }
    let played = play.map(|file| read(&file).map(|scene| (file, scene)));
    let played = played.transpose()?;
    let (settings, token) = with_secrets(settings(arguments))?;
    let sandbox = Sandbox::start(settings).await.map_err(|error| {
        Failure::failed(format!("port {port} cannot be taken"))
            .caused_by(error)
            .advise("choose another one with --port, or 0 for a free one")
    })?;
    let mut signals = Signals::listen();
    if let Some((file, scene)) = played {
        let file = file.display();
        let played = sandbox
            .control("POST", "scene", &scene)
            .map_err(|why| Failure::failed(format!("{file} cannot be played")).advise(why))?;
        talk(&match played.get("difference").and_then(Value::as_str) {
            None => format!("{file}: played, and each step was answered as when it was recorded"),
            Some(difference) => format!(
                "{file}: played, but {difference}: another version of the sandbox may answer otherwise"
            ),
        });
    }
    let url = sandbox.url();
    match greet(&url, token.as_deref(), output) {
        // Whoever started it has read the first line, and no other.
        Err(failure) if !failure.is_no_failure() => return Err(failure),
        _ => {}
    }
    signals.next().await;
    let recorded = record.map(|file| write(&sandbox, &file)).transpose();
    sandbox.shutdown().await;
    recorded.map(drop)
}

fn read(file: &Path) -> Result<Value, Failure> {
    let unread = || Failure::failed(format!("{} cannot be read", file.display()));
    let text = fs::read(file).map_err(|error| unread().caused_by(error))?;
    serde_json::from_slice(&text).map_err(|error| unread().caused_by(error))
}

fn write(sandbox: &Sandbox, file: &Path) -> Result<(), Failure> {
    let scene = sandbox.scene().map_err(|why| unwritten(file).advise(why))?;
    fs::write(file, scene).map_err(|error| unwritten(file).caused_by(error))
}

fn unwritten(file: &Path) -> Failure {
    Failure::failed(format!("{} cannot be written", file.display()))
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
