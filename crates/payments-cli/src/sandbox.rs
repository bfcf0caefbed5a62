//! `payments sandbox`: all providers on this machine, until interrupted.

use std::{fs, net::IpAddr, path::Path};

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
    let (bind, port) = (arguments.bind, arguments.port);
    let mut signals = Signals::listen();
    let (record, play) = (arguments.record.take(), arguments.play.take());
    if let Some(file) = &record {
        // Sooner than at the end of a long run.
        fs::write(file, "").map_err(|error| unwritten(file).caused_by(error))?;
    }
    let played = play.map(|file| read(&file).map(|scene| (file, scene)));
    let played = played.transpose()?;
    let (settings, token) = with_secrets(settings(arguments))?;
    let sandbox = Sandbox::start(settings).await.map_err(|error| {
        Failure::failed(format!("port {port} of {bind} cannot be taken"))
            .caused_by(error)
            .advise("choose another one with --port, or 0 for a free one")
    })?;
    warn_of(bind);
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
    match greet(&sandbox, token.as_deref(), output) {
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

/// Where everything is, as lines that can be pasted into a shell: what is no setting of a client
/// is a comment there.
fn greet(sandbox: &Sandbox, token: Option<&str>, output: &Output) -> Result<(), Failure> {
    let url = sandbox.url();
    if output.is_json() {
        let control = format!("{url}/_sandbox");
        let drawn = token.filter(|_| variable(SANDBOX_TOKEN).is_none());
        return output.json(&json!({"url": url, "control": control, "token": drawn}));
    }
    let is_drawn = variable(SANDBOX_TOKEN).is_none();
    // What stands behind # is not sent anywhere.
    let own = token.map(|token| match is_drawn {
        true => format!("#token={token}"),
        false => format!("#token=${SANDBOX_TOKEN}"),
    });
    data(&format!("# page       {url}/{}", own.unwrap_or_default()))?;
    data(&format!("# control    {url}/_sandbox"))?;
    let setup = sandbox
        .control("GET", "setup", &Value::Null)
        .map_err(|why| Failure::failed("the sandbox does not answer").advise(why))?;
    let providers = setup.get("providers").and_then(Value::as_array);
    for provider in providers.into_iter().flatten() {
        let name = provider.get("provider").and_then(Value::as_str);
        data(&format!("\n# {}", name.unwrap_or_default()))?;
        let variables = provider.get("variables").and_then(Value::as_array);
        for variable in variables.into_iter().flatten() {
            let text = |key| variable.get(key).and_then(Value::as_str);
            if let (Some(name), Some(value)) = (text("name"), text("value")) {
                data(&setting(name, value))?;
            }
        }
    }
    let bearer = match token {
        None => String::new(),
        Some(token) => {
            data(
                "\n# it signs with secrets of your own, or was given a token: it answers only who knows that",
            )?;
            if is_drawn {
                data(&export(SANDBOX_TOKEN, token))?;
            }
            format!(" -H \"authorization: Bearer ${SANDBOX_TOKEN}\"")
        }
    };
    data(&format!(
        "\n# try: payments pay instamoney --sandbox {url} --method ovo --reference order-1 --amount 20000 --phone 08123123123"
    ))?;
    data(&format!(
        "#      curl -X POST{bearer} {url}/_sandbox/payments/instamoney/order-1/pay"
    ))
}

/// A setting of a client. A secret of the user's own, and a token that is part of it, is not
/// printed: whoever set it knows it.
fn setting(name: &str, value: &str) -> String {
    if let Some(token) = variable(SANDBOX_TOKEN)
        && let Some(begin) = value.strip_suffix(&*token)
    {
        return format!("export {name}=\"{begin}${SANDBOX_TOKEN}\"");
    }
    let own = match name {
        "DIGISWITCH_API_KEY" => "PAYMENTS_SANDBOX_DIGISWITCH_KEY".to_owned(),
        name => format!("PAYMENTS_SANDBOX_{}", singular(name)),
    };
    match variable(&own) {
        Some(_) => format!("export {name}=\"${own}\""),
        None => export(name, value),
    }
}

fn export(name: &str, value: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:=@%+,".contains(c);
    match value.chars().all(plain) {
        true => format!("export {name}={value}"),
        false => format!("export {name}='{}'", value.replace('\'', r"'\''")),
    }
}

/// What whoever starts it should know before others reach it.
fn warn_of(address: IpAddr) {
    if !address.is_loopback() {
        talk(&format!(
            "warning: it listens on {address}, so whoever reaches this machine may use it, and can let it post callbacks to this machine's own ports: there is no TLS, and a token is asked for only if PAYMENTS_SANDBOX_TOKEN or secrets of your own are set"
        ));
    }
}

fn settings(arguments: SandboxArguments) -> Settings {
    let mut settings = Settings::new()
        .bind(arguments.bind)
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

/// The secrets of the environment, and its token, or one that they ask for.
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
    let token = match variable(SANDBOX_TOKEN) {
        Some(token) => Some(token),
        None => signs.then(draw).transpose()?,
    };
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
