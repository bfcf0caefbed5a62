//! Facts altered in a copy of the sandbox's behaviour: a proxy between `verify` and the sandbox
//! changes what is answered. The alterations follow from the table of facts, each from a check that
//! claims a fact. The probe of the fact must find it, and no probe that looks elsewhere.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod alteration;
mod proxy;

use std::{collections::BTreeSet, time::Duration};

use payments::Name;
use payments_sandbox::{Sandbox, Settings};
use payments_verify::{Check, Claim, Fact, Options, Report, Scenario, Session, Target, facts, run};

use tokio::task::JoinSet;

use alteration::Alteration;
use proxy::Proxy;

async fn session(provider: Name, alterations: Vec<Alteration>) -> Session {
    let sandbox = Sandbox::start(Settings::new()).await.unwrap();
    let proxy = Proxy::start(provider, sandbox.url(), alterations).await;
    let target = Target::sandbox(provider, &proxy.url, None).unwrap();
    let options = Options {
        listen: Some(([127, 0, 0, 1], proxy.receiver).into()),
        public_url: Some(format!("{}/told", proxy.url)),
        patience: Duration::ZERO,
        ..Options::default()
    };
    let playing = |scenario: &Scenario| proxy.enter(scenario.name);
    run(target, &options, playing).await.unwrap()
}

fn with_verdict(report: &Report, wanted: &str) -> BTreeSet<&'static str> {
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

/// A fact, and how it is altered.
struct Altered {
    fact: &'static Fact,
    alteration: Alteration,
    /// The steps that are answered otherwise.
    touches: BTreeSet<String>,
    /// The scenarios of these steps, and of those that the fact's probe looks at.
    scenarios: BTreeSet<String>,
}

/// One alteration of each probed fact: of its check number `nth`, in turns.
fn altered(provider: Name, nth: usize, baseline: &Session) -> Vec<Altered> {
    let mut all = Vec::new();
    for fact in facts(provider) {
        let mut checks = checks(fact);
        if checks.is_empty() {
            continue;
        }
        let turn = nth % checks.len();
        checks.rotate_left(turn);
        let alteration = checks
            .iter()
            .find_map(|check| Alteration::of(fact, check, baseline));
        let alteration = alteration.unwrap_or_else(|| panic!("{} cannot be altered", fact.id));
        let touches = alteration.touches(baseline);
        let steps: BTreeSet<_> = touches.union(&looked_at(fact)).cloned().collect();
        let scenarios = baseline
            .steps
            .iter()
            .filter(|step| steps.contains(&step.name));
        let mut scenarios: BTreeSet<_> = scenarios.map(|step| step.scenario.clone()).collect();
        if steps.contains("callback") || scenarios.contains("token") {
            // What is told depends on all of them, and they all depend on the token.
            scenarios.extend(baseline.steps.iter().map(|step| step.scenario.clone()));
        }
        all.push(Altered {
            fact,
            alteration,
            touches,
            scenarios,
        });
    }
    all
}

/// Those that have nothing to do with each other are tried in one session.
fn batches(all: Vec<Altered>) -> Vec<Vec<Altered>> {
    let mut batches: Vec<Vec<Altered>> = Vec::new();
    for one in all {
        let apart = |batch: &&mut Vec<Altered>| {
            let mut others = batch.iter();
            others.all(|other| other.scenarios.is_disjoint(&one.scenarios))
        };
        match batches.iter_mut().find(apart) {
            Some(batch) => batch.push(one),
            None => batches.push(vec![one]),
        }
    }
    batches
}

async fn tried(provider: Name, batch: Vec<Altered>) -> Vec<String> {
    let alterations: Vec<_> = batch.iter().map(|one| one.alteration.clone()).collect();
    let told = format!("{alterations:?}");
    let session = session(provider, alterations).await;
    let report = Report::of(session).unwrap();
    let (refuted, untold) = (
        with_verdict(&report, "refuted"),
        with_verdict(&report, "not told"),
    );
    let mut problems = Vec::new();
    for one in &batch {
        // That nothing came again within some minutes refutes nothing: it confirms no more.
        let found = match one.alteration {
            Alteration::Once => &untold,
            _ => &refuted,
        };
        if !found.contains(one.fact.id) {
            problems.push(format!(
                "{} is not found: {:?}",
                one.fact.id, one.alteration
            ));
        }
    }
    for other in facts(provider).filter(|other| refuted.contains(other.id)) {
        let looks_at = looked_at(other);
        let is_altered = batch.iter().any(|one| one.fact.id == other.id);
        let looks_there = batch.iter().any(|one| !looks_at.is_disjoint(&one.touches));
        if !is_altered && !looks_there {
            problems.push(format!("{} is blamed for {told}", other.id));
        }
    }
    problems
}

/// Alters each probed fact, and returns how many there were.
async fn each_is_found(provider: Name, nth: usize) -> usize {
    let (count, problems) = problems(provider, nth).await;
    assert!(problems.is_empty(), "{provider}:\n{}", problems.join("\n"));
    count
}

async fn problems(provider: Name, nth: usize) -> (usize, Vec<String>) {
    let baseline = session(provider, Vec::new()).await;
    let all = altered(provider, nth, &baseline);
    let count = all.len();
    let mut problems = Vec::new();
    let mut sessions = JoinSet::new();
    for batch in batches(all) {
        while sessions.len() >= 3 {
            problems.extend(sessions.join_next().await.unwrap().unwrap());
        }
        sessions.spawn(tried(provider, batch));
    }
    while let Some(told) = sessions.join_next().await {
        problems.extend(told.unwrap());
    }
    (count, problems)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_altered_fact_of_instamoney_is_found() {
    assert!(each_is_found(Name::Instamoney, 0).await >= 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_altered_fact_of_fazz_is_found() {
    assert!(each_is_found(Name::Fazz, 0).await >= 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_altered_fact_of_digiswitch_is_found() {
    assert!(each_is_found(Name::Digiswitch, 0).await >= 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_altered_fact_of_ciputra_is_found() {
    assert!(each_is_found(Name::Ciputra, 0).await >= 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_altered_fact_of_rpi_is_found() {
    assert!(each_is_found(Name::Rpi, 0).await >= 20);
}

/// All that the other tests do in turns. Run it after a change of scenarios or claims:
/// `cargo test -p payments-verify --test altered -- --ignored`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes: each check of each fact"]
async fn each_check_of_each_fact_can_fail() {
    let most = Name::ALL.iter().flat_map(|name| facts(*name));
    let most = most.map(|fact| checks(fact).len()).max().unwrap();
    let mut all = Vec::new();
    for nth in 1..most {
        for name in Name::ALL {
            all.extend(problems(*name, nth).await.1);
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}
