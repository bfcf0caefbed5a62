//! Checks of the callbacks that came.

use super::{Finding, Seen, reading::Reading};
use crate::{
    check::What,
    fact::Fact,
    session::{Body, Heard},
};

pub(super) fn found(fact: &Fact, what: &What, reading: &Reading<'_>) -> Finding {
    let heard = &reading.session.callbacks;
    if heard.is_empty() {
        return Finding::untold("no callback came");
    }
    match what {
        What::Header => header(fact, heard),
        What::Proved => {
            let proofs = heard.iter().filter_map(|one| one.proved);
            all(proofs.collect(), "the sender is proved")
        }
        What::Unproved => unproved(heard),
        What::Repeated => repeated(heard),
        What::Told(name, status) => told(name, status, reading),
        _ => Finding::untold("this check is about an answer"),
    }
}

fn seen(what: impl Into<String>) -> Seen {
    Seen {
        step: None,
        what: what.into(),
    }
}

/// The first header counts: others are there because a stored callback may have them.
fn header(fact: &Fact, heard: &[Heard]) -> Finding {
    let wanted: Vec<_> = fact.values().map(str::to_lowercase).collect();
    let has = |one: &Heard| wanted.iter().find(|name| one.headers.contains_key(*name));
    match heard.iter().find(|one| has(one).is_none()) {
        None => {
            let name = heard.first().and_then(has).cloned().unwrap_or_default();
            Finding::Holds(seen(format!("each callback has the header {name}")))
        }
        Some(other) => {
            let names: Vec<_> = other.headers.keys().map(String::as_str).collect();
            Finding::Fails {
                seen: seen(format!("a callback has the headers {}", names.join(", "))),
                instead: None,
            }
        }
    }
}

fn all(proofs: Vec<bool>, what: &str) -> Finding {
    match proofs.is_empty() {
        true => Finding::untold("there is no key to check callbacks with"),
        false if proofs.iter().all(|holds| *holds) => Finding::Holds(seen(what)),
        false => Finding::Fails {
            seen: seen(format!("not of every callback: {what}")),
            instead: None,
        },
    }
}

/// No header looks like a proof, and the client knows of none.
fn unproved(heard: &[Heard]) -> Finding {
    const SIGNS: [&str; 5] = ["signature", "hmac", "token", "authorization", "x-hub"];
    let sign = |one: &Heard| {
        let names = one.headers.keys();
        let mut signs = names.filter(|name| SIGNS.iter().any(|sign| name.contains(sign)));
        signs.next().cloned()
    };
    match heard.iter().find_map(sign) {
        Some(name) => Finding::Fails {
            seen: seen(format!("a callback has the header {name}")),
            instead: None,
        },
        None => Finding::Holds(seen("no header looks like a proof")),
    }
}

/// One that was answered with an error, and the same body later.
fn repeated(heard: &[Heard]) -> Finding {
    let refused = heard
        .iter()
        .enumerate()
        .find(|(_, one)| one.answered >= 300);
    let Some((index, first)) = refused else {
        return Finding::untold("every callback was accepted at once");
    };
    let later = heard.iter().skip(index + 1);
    match later.clone().find(|one| one.body == first.body) {
        Some(again) => {
            let seconds = again.at.saturating_sub(first.at) / 1000;
            Finding::Holds(seen(format!("it came again after {seconds} s")))
        }
        None => Finding::untold("one that was not accepted has not come again yet"),
    }
}

fn told(name: &str, status: &str, reading: &Reading<'_>) -> Finding {
    let mut others = Vec::new();
    for one in &reading.session.callbacks {
        let Body::Json(json) = &one.body else {
            continue;
        };
        let bytes = json.to_string().into_bytes();
        match reading.dictionary.callback(&bytes) {
            Ok(read) => {
                let callback = read.callback.as_deref().unwrap_or_default();
                let word = read.news.as_ref().map(payments::News::status_word);
                let word = word.unwrap_or("nothing");
                if callback == name && word == status {
                    return Finding::Holds(seen(format!("{name} tells that it is {status}")));
                }
                others.push(format!("{callback} {word}"));
            }
            Err(error) => others.push(error.to_string()),
        }
    }
    // One that is not read, or tells something else, may be the one that was expected.
    let unread = others
        .iter()
        .find(|other| other.starts_with(' ') || !other.contains(' '));
    match unread {
        Some(_) => Finding::Fails {
            seen: seen(format!("came: {}", others.join("; "))),
            instead: None,
        },
        None => Finding::untold(format!("came: {}", others.join("; "))),
    }
}
