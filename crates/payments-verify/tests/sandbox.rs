//! Sessions with the sandbox of this project.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::time::Duration;

use payments::Name;
use payments_sandbox::{Sandbox, Settings};
use payments_verify::{Claim, Options, Report, Session, Target, Verdict, facts, run};

fn options() -> Options {
    Options {
        listen: Some("127.0.0.1:0".parse().unwrap()),
        patience: Duration::ZERO,
        ..Options::default()
    }
}

async fn session(provider: Name) -> Session {
    let sandbox = Sandbox::start(Settings::new()).await.unwrap();
    let target = Target::sandbox(provider, &sandbox.url(), None).unwrap();
    run(target, &options(), |_| {}).await.unwrap()
}

fn told(report: &Report, wanted: &str) -> Vec<String> {
    let of = report.judged.iter();
    let of = of.filter(|one| one.verdict.as_str() == wanted);
    of.map(|one| match &one.verdict {
        Verdict::Confirmed { seen } | Verdict::Refuted { seen, .. } => {
            format!("{}: {}", one.fact.id, seen.what)
        }
        Verdict::NotTold { why } => format!("{}: {why}", one.fact.id),
    })
    .collect()
}

async fn everything_is_confirmed(provider: Name) {
    let report = Report::of(session(provider).await).unwrap();
    for wrong in ["refuted", "not told"] {
        let told = told(&report, wrong);
        assert!(told.is_empty(), "{provider}, {wrong}:\n{}", told.join("\n"));
    }
    let probed = facts(provider).filter(|fact| matches!(fact.claim, Claim::Probe(_)));
    assert!(report.judged.len() >= probed.count());
}

#[tokio::test]
async fn the_sandbox_confirms_every_fact_of_instamoney() {
    everything_is_confirmed(Name::Instamoney).await;
}

#[tokio::test]
async fn the_sandbox_confirms_every_fact_of_fazz() {
    everything_is_confirmed(Name::Fazz).await;
}

#[tokio::test]
async fn the_sandbox_confirms_every_fact_of_digiswitch() {
    everything_is_confirmed(Name::Digiswitch).await;
}

#[tokio::test]
async fn the_sandbox_confirms_every_fact_of_ciputra() {
    everything_is_confirmed(Name::Ciputra).await;
}

#[tokio::test]
async fn the_sandbox_confirms_every_fact_of_rpi() {
    everything_is_confirmed(Name::Rpi).await;
}
