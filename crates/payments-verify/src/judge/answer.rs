//! Checks of answers, read as the client reads them.

use payments::{
    ErrorKind, Name, Outcome,
    provider::explain::{Dictionary, Explanation, Unexplained},
};
use serde_json::Value;

use super::{Finding, Seen, Verdict};
use crate::{
    check::{Check, What, form_of},
    fact::{At, Fact},
    facts::facts,
    session::{Answered, Body, Session, Step},
};

/// A session, and how its provider's bodies are read.
pub(super) struct Reading<'a> {
    pub(super) provider: Name,
    pub(super) session: &'a Session,
    pub(super) dictionary: &'static Dictionary,
    /// Each answer, as the client reads it; none where there was no answer.
    read: Vec<Option<Read>>,
}

type Read = Result<Explanation, Unexplained>;

/// An exchange that was answered by the provider's API.
struct Spoken<'a> {
    index: usize,
    step: &'a Step,
    answer: &'a Answered,
    read: &'a Read,
}

impl<'a> Reading<'a> {
    pub(super) fn of(provider: Name, session: &'a Session) -> Self {
        let dictionary = provider.dictionary();
        let read = |step: &Step| {
            let answer = step.answer.as_ref().ok()?;
            Some(dictionary.answer(&step.operation, answer.status, &answer.bytes()))
        };
        Self {
            provider,
            session,
            dictionary,
            read: session.steps.iter().map(read).collect(),
        }
    }

    fn read(&self, index: usize) -> Option<&Read> {
        self.read.get(index)?.as_ref()
    }

    /// The exchanges of a step, the last one first.
    fn steps(&self, name: &str) -> Vec<(usize, &'a Step)> {
        let all = self.session.steps.iter().enumerate();
        let mut steps: Vec<_> = all.filter(|(_, step)| step.name == name).collect();
        steps.reverse();
        steps
    }

    fn last(&self, name: &str) -> Result<(usize, &'a Step), Finding> {
        let steps = self.steps(name);
        steps.first().copied().ok_or_else(|| {
            let skipped = self.session.skipped.values().next();
            Finding::untold(match skipped {
                Some(why) => format!("{name} was not played: {why}"),
                None => format!("{name} was not played"),
            })
        })
    }

    /// The last exchange of a step, if the API answered it.
    fn spoken(&self, name: &str) -> Result<Spoken<'_>, Finding> {
        let (index, step) = self.last(name)?;
        let answer = match &step.answer {
            Ok(answer) => answer,
            Err(why) => return Err(Finding::untold(format!("{name} got no answer: {why}"))),
        };
        let Some(read) = self.read(index) else {
            return Err(Finding::untold(format!("{name} got no answer")));
        };
        if is_nobody(answer, read) {
            let path = &step.request.path;
            return Err(Finding::untold(format!("{name}: nothing is at {path}")));
        }
        Ok(Spoken {
            index,
            step,
            answer,
            read,
        })
    }

    /// A code of the fact in any answer, with its HTTP status.
    pub(super) fn met(&self, fact: &Fact) -> Option<Verdict> {
        let code = fact.code()?;
        let met = self.session.steps.iter().enumerate().filter(|(index, _)| {
            let read = self.read(*index).and_then(|read| read.as_ref().ok());
            let error = read.and_then(|explained| explained.error.as_ref());
            error.is_some_and(|error| error.code() == Some(code))
        });
        let verdicts = met.filter_map(|(index, step)| {
            let answer = step.answer.as_ref().ok()?;
            Some(match with_code(fact, index, code, answer) {
                Finding::Fails { seen, instead } => Verdict::Refuted { seen, instead },
                Finding::Holds(seen) => Verdict::Confirmed { seen },
                Finding::Untold(why) => Verdict::NotTold { why },
            })
        });
        // One that contradicts counts more than many that agree.
        verdicts.max_by_key(|verdict| matches!(verdict, Verdict::Refuted { .. }))
    }
}

pub(super) fn found(fact: &Fact, check: &Check, reading: &Reading<'_>) -> Finding {
    let tried = match &check.what {
        What::Answered => answered(check, reading),
        What::Empty => empty(fact, check, reading),
        What::FoundWithin(after) => found_within(fact, &check.step, after, reading),
        What::Same(at, other) => compared(check, at, other, true, reading),
        What::Other(at, other) => compared(check, at, other, false, reading),
        _ => reading
            .spoken(&check.step)
            .and_then(|spoken| of_answer(fact, check, &spoken, reading)),
    };
    tried.unwrap_or_else(|finding| finding)
}

fn of_answer(
    fact: &Fact,
    check: &Check,
    spoken: &Spoken<'_>,
    reading: &Reading<'_>,
) -> Result<Finding, Finding> {
    Ok(match &check.what {
        What::Status => status(fact, spoken),
        What::Code => code(fact, spoken, reading),
        What::Accepted => match spoken.refusal() {
            None => spoken.holds("accepted"),
            Some(error) if spoken.is_trouble() => Finding::untold(error),
            Some(error) => spoken.fails(error, None),
        },
        What::Done => {
            spoken.accepted()?;
            spoken.holds("accepted")
        }
        What::Refused => match spoken.refusal() {
            None => spoken.fails("accepted", None),
            Some(error) if spoken.is_trouble() => Finding::untold(error),
            Some(error) => spoken.holds(error),
        },
        What::Denied => match spoken.refusal() {
            None => spoken.fails("accepted", None),
            Some(error) if spoken.answer.status < 500 => spoken.holds(error),
            Some(error) => Finding::untold(error),
        },
        What::NotFound => match spoken.refusal() {
            Some(error) if spoken.kind() == Some(ErrorKind::NotFound) => spoken.holds(error),
            Some(error) if spoken.is_trouble() => Finding::untold(error),
            Some(error) => spoken.fails(error, None),
            None => spoken.fails("accepted", None),
        },
        What::Reads => reads(spoken),
        What::Means(status) => {
            let explained = spoken.accepted()?;
            let news = explained.news.as_ref();
            match news.map(|news| news.status_word().to_owned()) {
                Some(word) if word == *status => spoken.holds(format!("it means {word}")),
                Some(word) => spoken.fails(format!("it means {word}"), None),
                None => Finding::untold(format!("{} is no news", check.step)),
            }
        }
        What::Word(at) => word(fact, at, spoken, reading)?,
        What::Has(at) => match spoken.at(at)? {
            Some(_) => spoken.holds(format!("{at} is there")),
            None => spoken.fails(format!("{at} is not there"), None),
        },
        What::Tells(at) => match (spoken.refusal(), spoken.pointed(at)) {
            (None, _) => Finding::untold("accepted"),
            (Some(_), Some(_)) => spoken.holds(format!("{at} is there")),
            (Some(_), None) => spoken.fails(format!("{at} is not there"), None),
        },
        What::Lacks(at) => match spoken.pointed(at) {
            None => spoken.holds(format!("{at} is not there")),
            Some(_) => spoken.fails(format!("{at} is there"), None),
        },
        What::Text(at) => spoken.typed(at, "a text", Value::is_string)?,
        What::Number(at) => spoken.typed(at, "a number", Value::is_number)?,
        What::Equals(at, wanted) => match spoken.at(at)?.map(plain) {
            Some(is) if is == *wanted => spoken.holds(format!("{at} is {is}")),
            Some(is) => spoken.fails(format!("{at} is {is}"), None),
            None => spoken.fails(format!("{at} is not there"), None),
        },
        What::Time(at, form) => {
            let text = spoken.at(at)?.and_then(Value::as_str);
            match text {
                Some(text) if form_of(text) == Some(form) => {
                    spoken.holds(format!("{at} is {text}"))
                }
                Some(text) => spoken.fails(format!("{at} is {text}"), None),
                None => Finding::untold(format!("{at} is not there")),
            }
        }
        _ => Finding::untold("this check is not about an answer"),
    })
}

/// Somebody answered who is not the API: no such path, or a page for people.
fn is_nobody(answer: &Answered, read: &Read) -> bool {
    let error = read.as_ref().ok().and_then(|read| read.error.as_ref());
    let has_code = error.is_some_and(|error| error.code().is_some());
    let is_page = matches!(answer.body, Body::Other(length) if length > 0);
    (matches!(answer.status, 404 | 405 | 501) && !has_code) || is_page
}

fn answered(check: &Check, reading: &Reading<'_>) -> Result<Finding, Finding> {
    let (index, step) = reading.last(&check.step)?;
    let answer = match &step.answer {
        Ok(answer) => answer,
        Err(why) => return Ok(Finding::untold(format!("no answer: {why}"))),
    };
    let seen = |what: String| Seen {
        step: Some(index),
        what,
    };
    let (method, path) = (&step.request.method, &step.request.path);
    let told = format!("{method} {path} was answered with {}", answer.status);
    Ok(
        match reading
            .read(index)
            .is_none_or(|read| is_nobody(answer, read))
        {
            true => Finding::Fails {
                seen: seen(format!("{told}: nothing is there")),
                instead: None,
            },
            false => Finding::Holds(seen(told)),
        },
    )
}

/// An answer without a body.
fn empty(fact: &Fact, check: &Check, reading: &Reading<'_>) -> Result<Finding, Finding> {
    let (index, step) = reading.last(&check.step)?;
    let answer = match &step.answer {
        Ok(answer) => answer,
        Err(why) => return Ok(Finding::untold(format!("no answer: {why}"))),
    };
    let status = answer.status.to_string();
    let is_empty = answer.body == Body::Other(0);
    let seen = Seen {
        step: Some(index),
        what: match is_empty {
            true => format!("HTTP status {status} without a body"),
            false => format!("HTTP status {status} with a body"),
        },
    };
    Ok(
        match is_empty && fact.values().any(|value| value == status) {
            true => Finding::Holds(seen),
            false => Finding::Fails {
                seen,
                instead: None,
            },
        },
    )
}

fn status(fact: &Fact, spoken: &Spoken<'_>) -> Finding {
    let status = spoken.answer.status.to_string();
    // An OpenAPI document has the status as a name.
    let is_named = |at: &At| at.pointer.rsplit('/').next() == Some(&*status);
    let is_stated = fact.values().any(|value| value == status) || fact.at.iter().any(is_named);
    match is_stated {
        true => spoken.holds(format!("HTTP status {status}")),
        false if spoken.answer.is_success() => {
            spoken.fails(format!("HTTP status {status}"), Some(status))
        }
        false => Finding::untold(spoken.refusal().unwrap_or(status)),
    }
}

fn code(fact: &Fact, spoken: &Spoken<'_>, reading: &Reading<'_>) -> Finding {
    let Some(code) = fact.code() else {
        return Finding::untold("the fact is about no code");
    };
    match (spoken.code(), spoken.refusal()) {
        (Some(is), _) if is == code => with_code(fact, spoken.index, code, spoken.answer),
        // Trouble that is known tells nothing; a code that nobody knows takes the place of this.
        (Some(is), Some(error)) if spoken.is_trouble() && is_known(&is, reading) => {
            Finding::untold(error)
        }
        (None, Some(error)) if spoken.is_trouble() => Finding::untold(error),
        (Some(is), _) => spoken.fails(format!("answered with {is}"), Some(is)),
        (None, Some(error)) => spoken.fails(error, None),
        (None, None) => spoken.fails("accepted", None),
    }
}

/// Whether the tables have a word or a code.
fn is_known(word: &str, reading: &Reading<'_>) -> bool {
    facts(reading.provider).any(|one| one.word() == Some(word) || one.code() == Some(word))
}

/// The code is that of the fact: its HTTP status must be a listed one.
fn with_code(fact: &Fact, index: usize, code: &str, answer: &Answered) -> Finding {
    let status = answer.status.to_string();
    let listed = fact.at.iter().filter(|at| at.pointer.ends_with("/http"));
    let listed: Vec<_> = listed.filter_map(|at| at.value).collect();
    let seen = Seen {
        step: Some(index),
        what: format!("{code} with HTTP status {status}"),
    };
    match listed.is_empty() || listed.contains(&&*status) {
        true => Finding::Holds(seen),
        false => Finding::Fails {
            seen,
            instead: Some(status),
        },
    }
}

fn reads(spoken: &Spoken<'_>) -> Finding {
    match spoken.read {
        Ok(explained) => match (&explained.error, explained.left_out.first()) {
            (None, None) => spoken.holds(format!("read as {}", explained.type_name)),
            (None, Some(left_out)) => spoken.fails(left_out.to_string(), None),
            (Some(error), _) if spoken.answer.is_success() && error.code().is_none() => {
                spoken.fails(error.to_string(), None)
            }
            (Some(error), _) => Finding::untold(error.to_string()),
        },
        Err(error) => spoken.fails(error.to_string(), None),
    }
}

fn word(
    fact: &Fact,
    at: &str,
    spoken: &Spoken<'_>,
    reading: &Reading<'_>,
) -> Result<Finding, Finding> {
    let Some(wanted) = fact.word().or(fact.code()) else {
        return Ok(Finding::untold("the fact is about no word"));
    };
    let is = spoken.at(at)?.filter(|value| !value.is_null()).map(plain);
    // Another word that is known tells that the payment is elsewhere, and not that this is wrong.
    Ok(match is {
        Some(is) if is == wanted => spoken.holds(format!("{at} is {is}")),
        Some(is) if is_known(&is, reading) => Finding::untold(format!("{at} is {is}")),
        Some(is) => spoken.fails(format!("{at} is {is}"), Some(is)),
        None => Finding::untold(format!("{at} is not there")),
    })
}

fn found_within(
    fact: &Fact,
    name: &str,
    after: &str,
    reading: &Reading<'_>,
) -> Result<Finding, Finding> {
    let begin = reading.spoken(after)?;
    begin.accepted()?;
    let stated = fact.values().filter_map(|value| value.parse::<u64>().ok());
    let Some(bound) = stated.max() else {
        return Ok(Finding::untold("the fact states no seconds"));
    };
    let mut asked = reading.steps(name);
    asked.reverse();
    let since = |step: &Step| step.at.saturating_sub(begin.step.until);
    // A list without items is an answer, too.
    let is_list_of_none = |step: &Step| {
        let answer = step.answer.as_ref().ok().and_then(Answered::json);
        let items = answer
            .and_then(|json| json.pointer("/data"))
            .and_then(Value::as_array);
        items.is_some_and(Vec::is_empty)
    };
    let is_found = |index: usize, step: &Step| {
        let is_read = matches!(reading.read(index), Some(Ok(read)) if read.error.is_none());
        is_read && !is_list_of_none(step)
    };
    let last = asked.last().copied();
    let found = asked
        .into_iter()
        .find(|(index, step)| is_found(*index, step));
    let seen = |index: usize, what: String| Seen {
        step: Some(index),
        what,
    };
    Ok(match (found, last) {
        (Some((index, step)), _) => {
            let after = since(step);
            let what = format!(
                "found {}.{:03} s after it was made",
                after / 1000,
                after % 1000
            );
            match after <= bound.saturating_mul(1000) {
                true => Finding::Holds(seen(index, what)),
                false => Finding::Fails {
                    seen: seen(index, what),
                    instead: Some(after.div_ceil(1000).to_string()),
                },
            }
        }
        (None, Some((index, step))) if since(step) > bound.saturating_mul(1000) => Finding::Fails {
            seen: seen(
                index,
                format!("not found {} s after it was made", since(step) / 1000),
            ),
            instead: None,
        },
        (None, Some(_)) => Finding::untold(format!("{name} was not found, and not asked for long")),
        (None, None) => Finding::untold(format!("{name} was not played")),
    })
}

fn compared(
    check: &Check,
    at: &str,
    other: &str,
    same: bool,
    reading: &Reading<'_>,
) -> Result<Finding, Finding> {
    let (one, other) = (reading.spoken(&check.step)?, reading.spoken(other)?);
    let (Some(is), Some(was)) = (one.at(at)?, other.at(at)?) else {
        return Ok(Finding::untold(format!("{at} is not in both")));
    };
    Ok(match (is == was, same) {
        (true, true) => one.holds(format!("{at} is the same")),
        (false, false) => one.holds(format!("{at} is another")),
        (true, false) => one.fails(format!("{at} is the same"), None),
        (false, true) => one.fails(format!("{at} is another"), None),
    })
}

impl Spoken<'_> {
    fn seen(&self, what: impl Into<String>) -> Seen {
        Seen {
            step: Some(self.index),
            what: what.into(),
        }
    }

    fn holds(&self, what: impl Into<String>) -> Finding {
        Finding::Holds(self.seen(what))
    }

    fn fails(&self, what: impl Into<String>, instead: Option<String>) -> Finding {
        Finding::Fails {
            seen: self.seen(what),
            instead,
        }
    }

    fn error(&self) -> Option<&payments::Error> {
        self.read.as_ref().ok().and_then(|read| read.error.as_ref())
    }

    /// Why it is no success, in words.
    fn refusal(&self) -> Option<String> {
        match self.read {
            Ok(explained) => explained.error.as_ref().map(ToString::to_string),
            Err(error) => Some(error.to_string()),
        }
    }

    fn code(&self) -> Option<String> {
        self.error()?.code().map(str::to_owned)
    }

    fn kind(&self) -> Option<ErrorKind> {
        self.error().map(payments::Error::kind)
    }

    /// What it says is about the account or the provider's health, not about what was sent.
    fn is_trouble(&self) -> bool {
        let Some(error) = self.error() else {
            return true;
        };
        let about_us = matches!(
            error.kind(),
            ErrorKind::Unauthorized
                | ErrorKind::Forbidden
                | ErrorKind::RateLimited
                | ErrorKind::Unavailable
        );
        let is_known = error.code().is_some_and(|code| !code.is_empty());
        about_us || (error.outcome() == Outcome::Unknown && !is_known)
    }

    /// The body of a success, as the client reads it.
    fn accepted(&self) -> Result<&Explanation, Finding> {
        match self.read {
            Ok(explained) if explained.error.is_none() => Ok(explained),
            _ => Err(Finding::untold(self.refusal().unwrap_or_default())),
        }
    }

    /// What stands in the body, whatever it is.
    fn pointed(&self, pointer: &str) -> Option<&Value> {
        let value = self.answer.json()?.pointer(pointer)?;
        (!value.is_null()).then_some(value)
    }

    /// What stands in the body; a refusal that lacks it tells nothing.
    fn at(&self, pointer: &str) -> Result<Option<&Value>, Finding> {
        match self.pointed(pointer) {
            None if !self.answer.is_success() => {
                Err(Finding::untold(self.refusal().unwrap_or_default()))
            }
            value => Ok(value),
        }
    }

    fn typed(&self, at: &str, name: &str, is: impl Fn(&Value) -> bool) -> Result<Finding, Finding> {
        Ok(match self.at(at)? {
            Some(value) if is(value) => self.holds(format!("{at} is {name}")),
            Some(_) => self.fails(format!("{at} is not {name}"), None),
            None => Finding::untold(format!("{at} is not there")),
        })
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
