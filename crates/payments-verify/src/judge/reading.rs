//! A session as the client reads it, and what each answer says.

use payments::{
    ErrorKind, Name, Outcome,
    provider::explain::{Dictionary, Explanation, Unexplained},
};
use serde_json::Value;

use super::{Finding, Seen, Verdict};
use crate::{
    fact::Fact,
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

pub(super) type Read = Result<Explanation, Unexplained>;

/// An exchange that was answered by the provider's API.
pub(super) struct Spoken<'a> {
    provider: Name,
    pub(super) index: usize,
    pub(super) step: &'a Step,
    pub(super) answer: &'a Answered,
    pub(super) read: &'a Read,
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

    pub(super) fn read(&self, index: usize) -> Option<&Read> {
        self.read.get(index)?.as_ref()
    }

    /// The exchanges of a step, the last one first.
    pub(super) fn steps(&self, name: &str) -> Vec<(usize, &'a Step)> {
        let all = self.session.steps.iter().enumerate();
        let mut steps: Vec<_> = all.filter(|(_, step)| step.name == name).collect();
        steps.reverse();
        steps
    }

    pub(super) fn last(&self, name: &str) -> Result<(usize, &'a Step), Finding> {
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
    pub(super) fn spoken(&self, name: &str) -> Result<Spoken<'_>, Finding> {
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
            provider: self.provider,
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

/// Somebody answered who is not the API: no such path, or a page for people.
pub(super) fn is_nobody(answer: &Answered, read: &Read) -> bool {
    let error = read.as_ref().ok().and_then(|read| read.error.as_ref());
    let has_code = error.is_some_and(|error| error.code().is_some());
    let is_page = matches!(answer.body, Body::Other(length) if length > 0);
    (matches!(answer.status, 404 | 405 | 501) && !has_code) || is_page
}

/// Whether the tables have a word or a code.
pub(super) fn is_known(word: &str, provider: Name) -> bool {
    facts(provider).any(|one| one.word() == Some(word) || one.code() == Some(word))
}

/// The code is that of the fact: its HTTP status must be a listed one.
pub(super) fn with_code(fact: &Fact, index: usize, code: &str, answer: &Answered) -> Finding {
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

impl Spoken<'_> {
    pub(super) fn seen(&self, what: impl Into<String>) -> Seen {
        Seen {
            step: Some(self.index),
            what: what.into(),
        }
    }

    pub(super) fn holds(&self, what: impl Into<String>) -> Finding {
        Finding::Holds(self.seen(what))
    }

    pub(super) fn fails(&self, what: impl Into<String>, instead: Option<String>) -> Finding {
        Finding::Fails {
            seen: self.seen(what),
            instead,
        }
    }

    fn error(&self) -> Option<&payments::Error> {
        self.read.as_ref().ok().and_then(|read| read.error.as_ref())
    }

    /// Why it is no success, in words.
    pub(super) fn refusal(&self) -> Option<String> {
        match self.read {
            Ok(explained) => explained.error.as_ref().map(ToString::to_string),
            Err(error) => Some(error.to_string()),
        }
    }

    pub(super) fn code(&self) -> Option<String> {
        self.error()?.code().map(str::to_owned)
    }

    pub(super) fn kind(&self) -> Option<ErrorKind> {
        self.error().map(payments::Error::kind)
    }

    /// What it says is about the account or the provider's health, not about what was sent.
    pub(super) fn is_trouble(&self) -> bool {
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

    /// Why a success does not hold together for the client.
    pub(super) fn unsound(&self) -> Option<String> {
        match self.read {
            _ if !self.answer.is_success() => None,
            Ok(explained) => {
                let error = explained.error.as_ref();
                // Nor does one that leaves open what was done, without a code that is known.
                let is_unsound = |error: &&payments::Error| {
                    let code = error.code();
                    let is_listed = code.is_some_and(|code| is_known(code, self.provider));
                    error.outcome() == Outcome::Unknown && !is_listed
                };
                error.filter(is_unsound).map(ToString::to_string)
            }
            Err(error) => Some(error.to_string()),
        }
    }

    /// The body of a success, as the client reads it.
    pub(super) fn accepted(&self) -> Result<&Explanation, Finding> {
        match self.read {
            Ok(explained) if explained.error.is_none() => Ok(explained),
            _ => Err(Finding::untold(self.refusal().unwrap_or_default())),
        }
    }

    /// What stands in the body, whatever it is.
    pub(super) fn pointed(&self, pointer: &str) -> Option<&Value> {
        let value = self.answer.json()?.pointer(pointer)?;
        (!value.is_null()).then_some(value)
    }

    /// What stands in the body; a refusal that lacks it tells nothing.
    pub(super) fn at(&self, pointer: &str) -> Result<Option<&Value>, Finding> {
        match self.pointed(pointer) {
            None if !self.answer.is_success() => {
                Err(Finding::untold(self.refusal().unwrap_or_default()))
            }
            value => Ok(value),
        }
    }

    pub(super) fn typed(
        &self,
        at: &str,
        name: &str,
        is: impl Fn(&Value) -> bool,
    ) -> Result<Finding, Finding> {
        Ok(match self.at(at)? {
            Some(value) if is(value) => self.holds(format!("{at} is {name}")),
            Some(_) => self.fails(format!("{at} is not {name}"), None),
            None => Finding::untold(format!("{at} is not there")),
        })
    }
}
