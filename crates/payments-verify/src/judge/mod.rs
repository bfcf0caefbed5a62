//! Judges a session: a pure function of what was recorded.

mod across;
mod answer;
mod callback;
mod finding;
mod reading;

use payments::Name;

use crate::{
    check::{Check, What},
    fact::{Claim, Fact},
    facts::facts,
    session::Session,
};

pub use finding::{Finding, Seen, Verdict};
use reading::Reading;

/// What became of one fact.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The fact.
    pub fact: &'static Fact,
    /// What was found.
    pub verdict: Verdict,
}

/// What a session tells of each fact that has a probe, or whose code was met.
///
/// # Errors
/// If the session names a provider that this program does not have.
pub fn judge(session: &Session) -> Result<Vec<Judged>, String> {
    let provider: Name = session
        .provider
        .parse()
        .map_err(|error: payments::Error| error.to_string())?;
    let reading = Reading::of(provider, session);
    let judged = facts(provider).filter_map(|fact| {
        let verdict = match fact.claim {
            Claim::Probe(checks) => probed(fact, checks, &reading),
            // Nothing makes the provider answer it, but it was met.
            Claim::Nothing | Claim::NoProbe(_) => reading.met(fact)?,
        };
        Some(Judged { fact, verdict })
    });
    Ok(judged.collect())
}

/// All checks hold: confirmed. Each presupposes those before it, so the first one that does not
/// hold, or tells nothing, decides.
fn probed(fact: &Fact, checks: &[&str], reading: &Reading<'_>) -> Verdict {
    let mut last = None;
    for check in checks {
        let finding = match check.parse::<Check>() {
            Ok(check) => found(fact, &check, reading),
            Err(error) => Finding::untold(error.to_string()),
        };
        match finding {
            Finding::Holds(seen) => last = Some(seen),
            Finding::Fails { seen, instead } => return Verdict::Refuted { seen, instead },
            Finding::Untold(why) => return Verdict::NotTold { why },
        }
    }
    match last {
        Some(seen) => Verdict::Confirmed { seen },
        None => Verdict::NotTold {
            why: "nothing looks at it".to_owned(),
        },
    }
}

fn found(fact: &Fact, check: &Check, reading: &Reading<'_>) -> Finding {
    match &check.what {
        What::Header | What::Proved | What::Unproved | What::Repeated | What::Told(..) => {
            callback::found(fact, &check.what, reading)
        }
        _ => answer::found(fact, check, reading),
    }
}
