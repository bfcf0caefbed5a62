//! `payments verify`: finds out which facts about a provider hold.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use clap::Args;
use payments::Name;
use payments_verify::{Options, Place, Refused, Report, Session, Target, patch, plan, run};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, data, talk},
    providers::{SANDBOX_TOKEN, variable},
};

/// What each exit code means here.
pub(crate) fn after_help() -> String {
    "\
Keys come from the environment only; `payments pay --help` lists them. Nothing
secret or personal is printed or recorded.

Exit codes:
  0  nothing is refuted, and something is confirmed; what the session does not
     tell is listed
  1  a fact is refuted, or the session tells of none
  2  the command line is wrong
  3  not sent: the host moves real money, a key is missing, or callbacks cannot
     be received"
        .to_owned()
}

#[derive(Args, Debug)]
pub(crate) struct VerifyArguments {
    /// The provider
    #[arg(value_parser = crate::providers::parser())]
    pub(crate) provider: Name,
    /// Try a running sandbox, such as http://127.0.0.1:4010. Its clock is moved, and its callbacks
    /// come here
    #[arg(long, value_name = "URL", env = "PAYMENTS_SANDBOX")]
    pub(crate) sandbox: Option<String>,
    /// Say only what would be done
    #[arg(long)]
    pub(crate) plan: bool,
    /// The account is one of the provider's test mode; for providers whose keys do not tell
    #[arg(long)]
    pub(crate) test_account: bool,
    /// It is a live host, and only what reads shall be done there; needs --limit
    #[arg(long, requires = "limit")]
    pub(crate) i_know: bool,
    /// Leave out what asks for more than this, in rupiah
    #[arg(long, value_name = "RUPIAH")]
    pub(crate) limit: Option<u64>,
    /// Receive callbacks here, such as 127.0.0.1:4021; the first is answered with 503, so that its
    /// repeat is seen. With --sandbox a free port is taken without it
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) listen: Option<SocketAddr>,
    /// The URL at which the provider reaches that, such as a tunnel's
    #[arg(long, value_name = "URL", requires = "listen")]
    pub(crate) public_url: Option<String>,
    /// How long to wait, at a provider's host, for each customer or test mode to pay
    #[arg(long, value_name = "SECONDS", default_value_t = 5)]
    pub(crate) wait: u64,
    /// Write what was sent and answered to a file
    #[arg(long, value_name = "FILE", conflicts_with_all = ["plan", "replay"])]
    pub(crate) record: Option<PathBuf>,
    /// Send nothing: judge what --record has written
    #[arg(long, value_name = "FILE", conflicts_with = "plan")]
    pub(crate) replay: Option<PathBuf>,
    /// Write what it changes in specs/ to a file, as a diff for `git apply`
    #[arg(long, value_name = "FILE", conflicts_with = "plan")]
    pub(crate) patch: Option<PathBuf>,
    /// The folder that is patched
    #[arg(long, value_name = "FOLDER", default_value = "specs")]
    pub(crate) specs: PathBuf,
}

pub(crate) async fn verify(arguments: VerifyArguments, output: &Output) -> Result<(), Failure> {
    let session = match &arguments.replay {
        Some(file) => recorded(&arguments, file)?,
        None => {
            let target = target(&arguments)?;
            let options = options(&arguments, &target);
            announce(&target, &options, &arguments, output)?;
            if arguments.plan {
                return Ok(());
            }
            held(target, &options).await?
        }
    };
    if let Some(file) = &arguments.record {
        write(file, &session.to_json())?;
        talk(&format!("recorded in {}", file.display()));
    }
    let report = Report::of(session).map_err(Failure::failed)?;
    match output.is_json() {
        true => output.json(&report.json())?,
        false => data(&report.text().join("\n"))?,
    }
    if let Some(file) = &arguments.patch {
        patched(&report, &arguments.specs, file)?;
    }
    match report.counts() {
        [_, refuted, _] if refuted > 0 => Err(Failure::failed(format!(
            "{refuted} of the facts in specs/ do not hold"
        ))
        .advise("--patch FILE writes the correction; CONTRIBUTING.md says how to hand it in")),
        [0, _, _] => Err(Failure::failed("no exchange tells of any fact")
            .advise("look at the reasons above: the key, the host, --limit")),
        _ => Ok(()),
    }
}

fn target(arguments: &VerifyArguments) -> Result<Target, Failure> {
    let provider = arguments.provider;
    let target = match &arguments.sandbox {
        Some(url) => Target::sandbox(provider, url, variable(SANDBOX_TOKEN).as_deref()),
        None => Target::at_provider(provider, variable, arguments.test_account),
    };
    Ok(target?)
}

fn options(arguments: &VerifyArguments, target: &Target) -> Options {
    let own = target.sandbox.as_ref().map(|_| ([127, 0, 0, 1], 0).into());
    Options {
        limit: arguments.limit,
        knows: arguments.i_know,
        listen: arguments.listen.or(own),
        public_url: arguments.public_url.clone(),
        patience: Duration::from_secs(arguments.wait),
    }
}

/// Says beforehand what each scenario will do, in rupiah.
fn announce(
    target: &Target,
    options: &Options,
    arguments: &VerifyArguments,
    output: &Output,
) -> Result<(), Failure> {
    let planned = plan(target, options).map_err(not_sent)?;
    if arguments.plan && output.is_json() {
        let all = planned.iter().map(|(scenario, why)| {
            json!({
                "scenario": scenario.name,
                "does": scenario.does,
                "rupiah": scenario.rupiah,
                "reads": scenario.reads,
                "left_out": why,
            })
        });
        let all: Vec<_> = all.collect();
        return output.json(&json!({ "host": target.base_url.host(), "scenarios": all }));
    }
    let whose = match target.place {
        Place::Sandbox => "a sandbox: no money moves",
        Place::Test => "the provider's test mode: no money moves",
        Place::Live => "LIVE: only what reads is done",
    };
    let tell = |line: &str| match arguments.plan {
        true => data(line),
        false => {
            talk(line);
            Ok(())
        }
    };
    tell(&format!("{} ({whose})", target.base_url.host()))?;
    for (scenario, why) in planned {
        let sum = match scenario.rupiah {
            0 => "no money".to_owned(),
            rupiah => format!("up to Rp {rupiah}"),
        };
        let line = match why {
            Some(why) => format!("  {}: left out, {why}", scenario.name),
            None => format!("  {}: {} ({sum})", scenario.name, scenario.does),
        };
        tell(&line)?;
    }
    Ok(())
}

async fn held(target: Target, options: &Options) -> Result<Session, Failure> {
    let playing = |scenario: &payments_verify::Scenario| talk(&format!("{} …", scenario.name));
    run(target, options, playing).await.map_err(not_sent)
}

fn recorded(arguments: &VerifyArguments, file: &Path) -> Result<Session, Failure> {
    let text = fs::read_to_string(file).map_err(|error| unusable(file).caused_by(error))?;
    let session = Session::from_json(&text)
        .map_err(|why| Failure::failed(format!("{}: {why}", file.display())))?;
    match session.provider == arguments.provider.as_str() {
        true => Ok(session),
        false => Err(Failure::usage(format!(
            "{} is a session with {}",
            file.display(),
            session.provider
        ))),
    }
}

fn patched(report: &Report, specs: &Path, file: &Path) -> Result<(), Failure> {
    let patch = patch(report, specs).map_err(|why| {
        Failure::failed(format!("no patch: {why}"))
            .advise("run it in a checkout of the project, or name its specs/ with --specs")
    })?;
    write(file, &patch.diff)?;
    for line in &patch.by_hand {
        talk(&format!("to be corrected by hand: {line}"));
    }
    talk(&format!("the changes of specs/ are in {}", file.display()));
    Ok(())
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    fs::write(file, text).map_err(|error| unusable(file).caused_by(error))
}

fn unusable(file: &Path) -> Failure {
    Failure::failed(format!("{} cannot be used", file.display()))
}

fn not_sent(refused: Refused) -> Failure {
    match refused {
        Refused::Client(error) => error.into(),
        Refused::Live(_) => Failure::not_sent(refused.to_string())
            .advise("use a test key or --test-account; --i-know with --limit does what only reads"),
        _ => Failure::not_sent(refused.to_string()),
    }
}
