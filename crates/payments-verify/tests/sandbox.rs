//! Sessions with the sandbox of this project.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::{collections::BTreeSet, time::Duration};

use payments::{Name, provider::operation::Effect};
use payments_sandbox::{Sandbox, Settings};
use payments_verify::{
    Check, Claim, Options, Report, Session, Target, Verdict, facts, run, scenarios,
};
use serde_json::Value;

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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_sandbox_confirms_every_fact_of_every_provider() {
    let sessions = Name::ALL.iter().copied().map(everything_is_confirmed);
    let sessions: Vec<_> = sessions.map(tokio::spawn).collect();
    for session in sessions {
        session.await.unwrap();
    }
}

#[tokio::test]
async fn each_check_looks_at_a_step_that_a_scenario_plays() {
    for provider in Name::ALL {
        let session = session(*provider).await;
        let played: BTreeSet<_> = session.steps.iter().map(|step| &*step.name).collect();
        for fact in facts(*provider) {
            let Claim::Probe(checks) = fact.claim else {
                continue;
            };
            for check in checks {
                let read: Check = check.parse().unwrap_or_else(|error| panic!("{error}"));
                for step in read.steps() {
                    assert!(played.contains(step), "{provider} {}: {check}", fact.id);
                }
            }
        }
    }
}

#[tokio::test]
async fn each_scenario_says_the_largest_sum_that_it_asks_for() {
    for provider in Name::ALL {
        let session = session(*provider).await;
        for scenario in scenarios(*provider) {
            let steps = session.steps.iter();
            let steps = steps.filter(|step| step.scenario == scenario.name);
            let sums = steps.filter_map(|step| largest(&step.request.body));
            let largest = sums.max().unwrap_or_default();
            let said = scenario.rupiah;
            assert!(largest <= said, "{provider} {}: {largest}", scenario.name);
        }
    }
}

/// The largest member that is called an amount.
fn largest(body: &Value) -> Option<u64> {
    match body {
        Value::Object(members) => members
            .iter()
            .filter_map(|(name, value)| match (name.to_lowercase(), value) {
                (name, Value::Number(number)) if name.contains("amount") => number.as_u64(),
                (name, Value::String(text)) if name.contains("amount") => text.parse().ok(),
                (_, value) => largest(value),
            })
            .max(),
        _ => None,
    }
}

#[tokio::test]
async fn what_only_reads_changes_nothing() {
    for provider in Name::ALL {
        let reading = scenarios(*provider).iter().filter(|one| one.reads);
        let reading: BTreeSet<_> = reading.map(|one| one.name).collect();
        let session = session(*provider).await;
        let steps = session.steps.iter();
        for step in steps.filter(|step| reading.contains(&*step.scenario)) {
            let mut operations = provider.dictionary().operations.iter();
            let bodies = operations.find(|one| one.operation.name == step.operation);
            let effect = bodies.unwrap().operation.effect;
            assert_eq!(effect, Effect::Reads, "{provider} {}", step.name);
        }
    }
}

#[tokio::test]
async fn a_recording_is_judged_as_the_session_was() {
    let session = session(Name::Instamoney).await;
    let again = Session::from_json(&session.to_json()).unwrap();
    let json = |session| Report::of(session).unwrap().json();
    assert_eq!(json(session), json(again));
    assert!(Session::from_json("{}").is_err());
}

#[tokio::test]
async fn a_sandbox_that_was_used_before_confirms_the_same() {
    let sandbox = Sandbox::start(Settings::new()).await.unwrap();
    // Each session moves the clock of the sandbox.
    for provider in [Name::Rpi, Name::Fazz, Name::Ciputra, Name::Rpi] {
        let target = Target::sandbox(provider, &sandbox.url(), None).unwrap();
        let session = run(target, &options(), |_| {}).await.unwrap();
        let report = Report::of(session).unwrap();
        let [_, refuted, untold] = report.counts();
        assert_eq!((refuted, untold), (0, 0), "{provider}: {:?}", report.text());
    }
}
