//! Facts altered in a copy of the sandbox's behaviour: a proxy between `verify` and the sandbox
//! changes what is answered. The alterations follow from the table of facts, each from a check that
//! claims a fact; each must be found by the probe of its fact, and by no probe that looks elsewhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod alteration;
mod proxy;

use std::{collections::BTreeSet, time::Duration};

use payments::Name;
use payments_sandbox::{Sandbox, Settings};
use payments_verify::{Check, Claim, Fact, Options, Report, Session, Target, facts, run};

use alteration::Alteration;
use proxy::Proxy;

async fn session(provider: Name, alteration: Option<Alteration>) -> Session {
    let sandbox = Sandbox::start(Settings::new()).await.unwrap();
    let proxy = Proxy::start(provider, sandbox.url(), alteration).await;
    let target = Target::sandbox(provider, &proxy.url, None).unwrap();
    let options = Options {
        listen: Some(([127, 0, 0, 1], proxy.receiver).into()),
        public_url: Some(format!("{}/told", proxy.url)),
        patience: Duration::ZERO,
        ..Options::default()
    };
    run(target, &options, |_| {}).await.unwrap()
}

fn with_verdict(session: &Session, wanted: &str) -> BTreeSet<&'static str> {
    let report = Report::of(session.clone()).unwrap();
    let of_verdict = report.judged.iter();
    let of_verdict = of_verdict.filter(|one| one.verdict.as_str() == wanted);
    of_verdict.map(|one| one.fact.id).collect()
}

fn checks(fact: &Fact) -> Vec<Check> {
    match fact.claim {
        Claim::Probe(checks) => checks.iter().map(|check| check.parse().unwrap()).collect(),
        _ => Vec::new(),
    }
}

/// The steps that a fact's checks look at, and `callback` for callbacks.
fn looked_at(fact: &Fact) -> BTreeSet<String> {
    let all = checks(fact);
    all.iter()
        .flat_map(|check| match check.step.as_str() {
            "callback" => vec!["callback".to_owned()],
            _ => check.steps().into_iter().map(str::to_owned).collect(),
        })
        .collect()
}

/// One alteration of each probed fact: of its check number `nth`, in turns.
async fn each_is_found(provider: Name, nth: usize) -> usize {
    let baseline = session(provider, None).await;
    let mut problems = Vec::new();
    let mut count = 0;
    for fact in facts(provider) {
        let mut checks = checks(fact);
        if checks.is_empty() {
            continue;
        }
        let turn = nth % checks.len();
        checks.rotate_left(turn);
        let mut alterations = checks.iter();
        let alteration = alterations.find_map(|check| Alteration::of(fact, check, &baseline));
        let Some(alteration) = alteration else {
            problems.push(format!("{}: {checks:?} cannot be altered", fact.id));
            continue;
        };
        count += 1;
        let told = format!("{}, {alteration:?}", fact.id);
        let touched = alteration.touches(&baseline);
        // That nothing came again within some minutes refutes nothing: it confirms no more.
        let is_untold = matches!(alteration, Alteration::Once);
        let session = session(provider, Some(alteration)).await;
        let found = match is_untold {
            true => with_verdict(&session, "not told"),
            false => with_verdict(&session, "refuted"),
        };
        if !found.contains(fact.id) {
            problems.push(format!("not found: {told}; but {found:?}"));
        }
        for other in facts(provider).filter(|other| found.contains(other.id)) {
            let looks_there = !looked_at(other).is_disjoint(&touched);
            if other.id != fact.id && !looks_there {
                problems.push(format!("{} is blamed for {told}", other.id));
            }
        }
    }
    assert!(problems.is_empty(), "{provider}:\n{}", problems.join("\n"));
    count
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_altered_fact_of_instamoney_is_found() {
    assert!(each_is_found(Name::Instamoney, 0).await >= 20);
}
