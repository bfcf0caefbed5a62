//! After a lost answer, the provider's table decides what is done.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use payments_core::{
    Capabilities, EarlierTry, Error, ErrorKind, Outcome, SuggestedAction,
    capabilities::{Lookup, Settlement},
    retry::{Asked, Policy, Progress, Reason, Rules, Sent, Step},
};
use payments_provider::{
    explain::Dictionary,
    http::{Call, Refusal, judge},
    operation::{CodeInfo, Effect},
};

/// A lost answer is settled as the table says, for every row: looked up, sent again or handed to a
/// person.
pub fn every_lost_answer_is_settled_as_the_table_says(capabilities: &Capabilities) {
    let methods = capabilities.methods.iter().map(|method| {
        let name = method.method.to_string();
        (name, method.settlement)
    });
    let bills = capabilities
        .bills
        .map(|bills| ("bills".to_owned(), bills.settlement));
    let mandates = capabilities
        .mandates
        .map(|mandates| ("mandates".to_owned(), mandates.settlement));
    for (name, settlement) in methods.chain(bills).chain(mandates) {
        never_found(&name, settlement);
        repeated(&name, settlement);
    }
}

fn error(kind: ErrorKind, outcome: Outcome) -> Result<(), Error> {
    Err(Error::new(
        kind,
        outcome,
        SuggestedAction::AskByReference,
        "a test",
    ))
}

/// The first answer is lost, and the provider always answers "not found".
fn never_found(name: &str, settlement: Settlement) {
    let lost = error(ErrorKind::Timeout, Outcome::Unknown);
    let (asked, sent_again, reason) = walk(settlement, &lost);
    let delay = TimeDelta::from_std(settlement.visibility_delay).unwrap();
    let by_reference = settlement.lookup == Lookup::ByReference;
    assert_eq!(asked.is_some(), by_reference, "{name}");
    assert_eq!(sent_again.is_some(), settlement.send_again, "{name}");
    assert!(asked.is_none_or(|last| last >= delay), "{name}: {asked:?}");
    assert!(
        sent_again.is_none_or(|at| at >= delay),
        "{name}: {sent_again:?}"
    );
    match (settlement.send_again, by_reference) {
        (true, _) => {}
        (false, true) => assert_eq!(reason, Some(Reason::MustNotSendAgain), "{name}"),
        (false, false) => assert_eq!(reason, Some(Reason::CannotAsk), "{name}"),
    }
}

/// The first answer is that the reference was used before.
fn repeated(name: &str, settlement: Settlement) {
    let duplicate = error(ErrorKind::Duplicate, Outcome::Refused);
    let (asked, sent_again, _) = walk(settlement, &duplicate);
    assert_eq!(
        asked.is_some(),
        settlement.lookup == Lookup::ByReference,
        "{name}"
    );
    assert_eq!(sent_again, None, "{name}");
}

/// Returns when the last lookup before a second send was made, when that send was made, and
/// otherwise why there was none; times since the first answer.
fn walk(
    settlement: Settlement,
    first: &Result<(), Error>,
) -> (Option<TimeDelta>, Option<TimeDelta>, Option<Reason>) {
    let start = DateTime::<Utc>::UNIX_EPOCH;
    let rules = Rules::new(settlement, Policy::within(Duration::from_secs(86_400)));
    let mut progress = Progress::new(start, 1);
    progress.begin();
    progress.sent(first, start, &rules);
    let not_found = error(ErrorKind::NotFound, Outcome::Refused);
    let (mut now, mut asked) = (start, None);
    loop {
        match progress.next(now, &rules) {
            Step::Wait(until) => now = until,
            Step::Ask { .. } => {
                asked = Some(now - start);
                progress.asked(&not_found, now, now, &rules);
            }
            Step::Send { .. } => return (asked, Some(now - start), None),
            Step::Stop(reason) => return (asked, None, Some(reason)),
            Step::Done => panic!("nothing was answered, and it is {:?}", progress.phase()),
        }
    }
}

/// What each code proves of an earlier try, and whether it allows another try, is as in
/// `codes.toml`.
pub fn every_code_proves_what_its_table_says(dictionary: &Dictionary, codes: &[CodeInfo]) {
    for info in codes {
        for bodies in dictionary.operations {
            let call = Call {
                provider: dictionary.provider,
                operation: bodies.operation,
                reference: None,
                codes: dictionary.codes,
            };
            let refusal = || {
                let code = Some(info.code.to_owned());
                Some(Refusal {
                    code,
                    message: None,
                })
            };
            let told: Result<(), Error> = Err(judge(&call, 400, refusal()));
            match bodies.operation.effect {
                Effect::Writes => assert_eq!(Sent::of(&told), send(info), "{}", info.code),
                Effect::Reads => assert_eq!(Asked::of(&told), question(info), "{}", info.code),
            }
            // Under a 5xx it proves nothing.
            let broken: Result<(), Error> = Err(judge(&call, 500, refusal()));
            assert_eq!(Sent::of(&broken), Sent::Lost, "{}", info.code);
            assert_eq!(Asked::of(&broken), Asked::Nothing, "{}", info.code);
        }
    }
}

fn send(info: &CodeInfo) -> Sent {
    match (info.earlier, info.kind, info.outcome) {
        (EarlierTry::Exists, ..) => Sent::Exists,
        (_, ErrorKind::Duplicate, Outcome::Refused) => Sent::Exists,
        (_, ErrorKind::RateLimited, Outcome::Refused) => Sent::RateLimited,
        (_, _, Outcome::Refused) => Sent::Refused,
        (_, _, outcome) => {
            assert_eq!(outcome, Outcome::Unknown, "an answer was sent");
            Sent::Lost
        }
    }
}

fn question(info: &CodeInfo) -> Asked {
    match (info.earlier, info.kind, info.outcome) {
        (EarlierTry::Exists, ..) => Asked::Exists,
        (EarlierTry::Failed, ..) => Asked::Failed,
        (EarlierTry::Nothing, ErrorKind::NotFound, Outcome::Refused) => Asked::NotFound,
        (EarlierTry::Nothing, ..) => Asked::Nothing,
    }
}
