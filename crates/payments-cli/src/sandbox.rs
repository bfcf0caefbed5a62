//! `payments sandbox`: all providers on this machine, until interrupted.

use std::{
    fs,
    net::IpAddr,
    path::{Path, PathBuf},
    str::FromStr,
};

use clap::{Args, builder::FalseyValueParser};
use payments::Name;
use payments_sandbox::{CALLBACK_URLS, Sandbox, Settings};
use serde_json::{Value, json};

use crate::{
    failure::Failure,
    layout::{WIDTH, hanging},
    output::{Output, data, talk},
    providers::{SANDBOX_TOKEN, callback_secrets, singular, variable},
    stopping::Signals,
};

/// The secrets that a sandbox signs with.
pub(crate) fn after_help() -> String {
    let mut lines = vec![(
        "PAYMENTS_SANDBOX_DIGISWITCH_KEY".to_owned(),
        "signs requests to Digiswitch; without it sandbox-key".to_owned(),
    )];
    for name in Name::ALL {
        for secret in callback_secrets(*name) {
            let without = secret.sandbox.unwrap_or("they are hints");
            lines.push((
                format!("PAYMENTS_SANDBOX_{}", singular(secret.variable)),
                format!("proves callbacks of {name}; without it {without}"),
            ));
        }
    }
    let width = lines.iter().map(|(name, _)| name.len()).max();
    let width = width.unwrap_or_default();
    let lines = lines
        .iter()
        .map(|(name, text)| hanging(&format!("  {name:width$}  "), text, WIDTH) + "\n");
    let lines: String = lines.collect();
    format!(
        "\
Secrets of your own come from the environment, where no other user sees them:
{lines}\
With any but the first, whoever asks must know a token: PAYMENTS_SANDBOX_TOKEN, or one that is \
drawn and printed at the start. The other commands take it from that variable, the control API as \
authorization: Bearer TOKEN, and the API key of a provider that proves its callbacks must end with \
it; it is Digiswitch's key, unless you have set that."
    )
}

/// `PROVIDER=URL`.
#[derive(Clone, Debug)]
pub(crate) struct CallbackUrl {
    pub(crate) provider: Name,
    pub(crate) url: String,
}

impl FromStr for CallbackUrl {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = || format!("expected PROVIDER=URL, of {}", CALLBACK_URLS.join(", "));
        let (provider, url) = text.split_once('=').ok_or_else(known)?;
        match CALLBACK_URLS.contains(&provider) && !url.is_empty() {
            true => Ok(Self {
                provider: provider.parse().map_err(|_| known())?,
                url: url.to_owned(),
            }),
            false => Err(known()),
        }
    }
}

#[derive(Args, Debug)]
pub(crate) struct SandboxArguments {
    /// The address to listen on. Any other than a loopback one lets other machines in, without TLS
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "PAYMENTS_SANDBOX_BIND",
        default_value = "127.0.0.1"
    )]
    pub(crate) bind: IpAddr,
    /// The port; 0 takes a free one
    #[arg(long, env = "PAYMENTS_SANDBOX_PORT", default_value_t = 4010)]
    pub(crate) port: u16,
    /// Make ids and tokens repeatable
    #[arg(long, env = "PAYMENTS_SANDBOX_SEED")]
    pub(crate) seed: Option<u64>,
    /// Keep no log of requests and answers: the page shows none, and no secret stays in memory
    #[arg(long, env = "PAYMENTS_SANDBOX_NO_LOG", value_parser = FalseyValueParser::new())]
    pub(crate) no_log: bool,
    /// Write to this file, at the end, what happened: seed, requests, steps of the clock. Secrets
    /// and persons are taken out, so that it can go with a bug report
    #[arg(
        long,
        value_name = "FILE",
        env = "PAYMENTS_SANDBOX_RECORD",
        conflicts_with = "no_log"
    )]
    pub(crate) record: Option<PathBuf>,
    /// Start from such a file; callbacks are not sent again
    #[arg(long, value_name = "FILE", env = "PAYMENTS_SANDBOX_PLAY")]
    pub(crate) play: Option<PathBuf>,
    /// The user name that Digiswitch knows
    #[arg(
        long,
        value_name = "NAME",
        env = "PAYMENTS_SANDBOX_DIGISWITCH_USER",
        default_value = "sandbox"
    )]
    pub(crate) digiswitch_user: String,
    /// Where a provider's callbacks go that have no URL of their own: what its dashboard would say,
    /// such as fazz=http://127.0.0.1:8080/callbacks/fazz; may be repeated, or
    /// hold several with commas
    #[arg(
        long,
        value_name = "PROVIDER=URL",
        env = "PAYMENTS_SANDBOX_CALLBACK_URL",
        value_delimiter = ','
    )]
    pub(crate) callback_url: Vec<CallbackUrl>,
    /// One more host, besides this machine, that callbacks may go to over http
    #[arg(
        long,
        value_name = "HOST",
        env = "PAYMENTS_SANDBOX_CALLBACK_HOST",
        value_delimiter = ','
    )]
    pub(crate) callback_host: Vec<String>,
    /// One more name by which it is addressed, besides this machine's own, such as a container's;
    /// without a port
    #[arg(
        long,
        value_name = "NAME",
        env = "PAYMENTS_SANDBOX_HOST",
        value_delimiter = ','
    )]
    pub(crate) host: Vec<String>,
}

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
