//! What is altered, made from a check that claims a fact.

use std::collections::BTreeSet;

use payments::{ErrorKind, Name};
use payments_verify::{Check, Fact, Session, What};
use serde_json::{Value, json};

/// The place of a request in its scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) scenario: String,
    pub(crate) nth: usize,
}

impl Place {
    fn of(baseline: &Session, index: usize) -> Self {
        let scenario = baseline.steps[index].scenario.clone();
        let before = baseline.steps[..index].iter();
        let nth = before.filter(|step| step.scenario == scenario).count();
        Self { scenario, nth }
    }
}

/// One fact, altered.
#[derive(Clone, Debug)]
pub(crate) enum Alteration {
    /// Nothing is at the path of an operation.
    Gone { operation: String },
    /// Successes of an operation come with another HTTP status.
    Status { operation: String, to: u16 },
    /// A code comes with another HTTP status, wherever it comes.
    CodeStatus { code: String, to: u16 },
    /// A code is called something else, wherever it comes.
    CodeName { code: String },
    /// A question is answered as one about nothing, for so many seconds after it was asked first.
    Hidden {
        operation: String,
        place: Place,
        seconds: u64,
        as_nobody: Recorded,
    },
    /// One request is answered as another one was.
    Instead { place: Place, answer: Recorded },
    /// In one answer a member holds something else; null takes it away.
    Member { place: Place, at: String, to: Value },
    /// The proof of callbacks comes in another header.
    Header { names: Vec<String> },
    /// Callbacks have another proof than the right one.
    Proof { names: Vec<String> },
    /// A callback that is not accepted does not come again.
    Once,
    /// Callbacks come with a proof.
    Proved,
    /// Callbacks of one name and status have other members.
    Told { name: String },
}

/// An answer as it was recorded.
#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl Alteration {
    /// An alteration that contradicts a check of a fact, if the session without any shows how.
    pub(crate) fn of(fact: &Fact, check: &Check, baseline: &Session) -> Option<Self> {
        if check.step == "callback" {
            return of_callback(fact, check);
        }
        let steps = baseline.steps.iter().enumerate();
        let mut of_name = steps.filter(|(_, step)| step.name == check.step);
        let (index, step) = of_name.next_back()?;
        let place = Place::of(baseline, index);
        let answer = step.answer.as_ref().ok()?;
        let operation = step.operation.clone();
        let body = || answer.json().cloned().unwrap_or_default();
        let member = |at: &String, to| Self::Member {
            place: place.clone(),
            at: at.clone(),
            to,
        };
        let code = || fact.code().map(str::to_owned);
        Some(match &check.what {
            What::Answered => Self::Gone { operation },
            What::Status => {
                let to = if answer.status == 299 { 298 } else { 299 };
                Self::Status { operation, to }
            }
            What::Code => {
                let listed = fact.at.iter().any(|at| at.pointer.ends_with("/http"));
                match (listed, code()?) {
                    (true, code) => Self::CodeStatus { code, to: 418 },
                    (false, code) => Self::CodeName { code },
                }
            }
            What::Accepted | What::Means(_) | What::Reads if answer.is_success() => {
                match &check.what {
                    What::Means(_) => {
                        let at = status(&body())?;
                        member(&at, json!("ALTERED"))
                    }
                    What::Accepted => instead(place, &refusal(baseline, &operation)?),
                    // What decides in every answer: its amount, its status, its id.
                    _ => {
                        let (at, to) = decisive(&body())?;
                        Self::Member { place, at, to }
                    }
                }
            }
            What::Refused | What::Denied | What::NotFound | What::Empty => {
                instead(place, &success(baseline, &operation)?)
            }
            What::Word(at) => member(at, json!("ALTERED")),
            What::Equals(at, _) => member(at, json!("ALTERED")),
            What::Has(at) | What::Tells(at) => member(at, Value::Null),
            What::Lacks(at) => member(at, json!("ALTERED")),
            What::Text(at) => member(at, json!(20_000)),
            What::Number(at) => member(at, json!("20000")),
            What::Time(at, form) => member(
                at,
                json!(match form.as_str() {
                    "date" => "20200114114847",
                    _ => "2020-01-14",
                }),
            ),
            What::Same(at, _) => match body().pointer(at)? {
                Value::Number(_) => member(at, json!(987_654)),
                // Money as text stays money.
                Value::String(text) if text.parse::<f64>().is_ok() => member(at, json!("98765.00")),
                _ => member(at, json!("ALTERED")),
            },
            What::Other(at, other) => {
                let other = baseline.steps(other).last()?.answer.as_ref().ok()?;
                let same = other.json()?.pointer(at)?.clone();
                member(at, same)
            }
            What::FoundWithin(_) => {
                let bound = fact
                    .at
                    .iter()
                    .filter_map(|at| at.value?.parse::<u64>().ok());
                Self::Hidden {
                    operation,
                    place,
                    seconds: bound.max()? * 2,
                    as_nobody: nobody(baseline, &step.operation)?,
                }
            }
            _ => return None,
        })
    }

    /// The steps whose answers are other ones, and `callback` for callbacks.
    pub(crate) fn touches(&self, baseline: &Session) -> BTreeSet<String> {
        let steps = baseline.steps.iter().enumerate();
        let touched = steps.filter(|(index, step)| match self {
            Self::Gone { operation } | Self::Status { operation, .. } => {
                step.operation == *operation
            }
            Self::Hidden { place, .. }
            | Self::Instead { place, .. }
            | Self::Member { place, .. } => Place::of(baseline, *index) == *place,
            Self::CodeStatus { code, .. } | Self::CodeName { code } => {
                let quoted = format!("\"{code}\"");
                let answer = step.answer.as_ref().ok().and_then(|answer| answer.json());
                answer.is_some_and(|json| json.to_string().contains(&quoted))
            }
            _ => false,
        });
        let mut names: BTreeSet<_> = touched.map(|(_, step)| step.name.clone()).collect();
        if names.is_empty() {
            names.insert("callback".to_owned());
        }
        names
    }
}

fn of_callback(fact: &Fact, check: &Check) -> Option<Alteration> {
    let names = fact.at.iter().filter_map(|at| at.value.map(str::to_owned));
    let names: Vec<_> = names.collect();
    Some(match &check.what {
        What::Header => Alteration::Header { names },
        What::Proved => Alteration::Proof { names },
        What::Unproved => Alteration::Proved,
        What::Repeated => Alteration::Once,
        What::Told(name, _) => Alteration::Told { name: name.clone() },
        _ => return None,
    })
}

fn instead(place: Place, answer: &Recorded) -> Alteration {
    Alteration::Instead {
        place,
        answer: answer.clone(),
    }
}

/// A refusal of an operation because of what was sent, as the sandbox has answered one.
fn refusal(baseline: &Session, operation: &str) -> Option<Recorded> {
    let dictionary = baseline.provider.parse::<Name>().unwrap().dictionary();
    let kind = |answer: &Recorded| {
        let read = dictionary.answer(operation, answer.status, answer.body.as_bytes());
        read.ok()?.error.map(|error| error.kind())
    };
    let mut all: Vec<_> = answers(baseline, operation).collect();
    // Another operation's will do, if it is read as one of this.
    let others = baseline.steps.iter().map(|step| &*step.operation);
    all.extend(others.flat_map(|other| answers(baseline, other)));
    let of_kind = |wanted| all.iter().find(|answer| kind(answer) == Some(wanted));
    let found = of_kind(ErrorKind::Invalid).or(of_kind(ErrorKind::NotFound));
    found.or(of_kind(ErrorKind::Rejected)).cloned()
}

/// What a question about nothing is answered.
fn nobody(baseline: &Session, operation: &str) -> Option<Recorded> {
    let steps = baseline.steps.iter();
    let asked = steps.filter(|step| step.operation == operation && step.name.contains("nobody"));
    let mut answers = asked.filter_map(|step| {
        let answer = step.answer.as_ref().ok()?;
        Some(Recorded {
            status: answer.status,
            body: answer.json()?.to_string(),
        })
    });
    answers.next().or_else(|| refusal(baseline, operation))
}

fn success(baseline: &Session, operation: &str) -> Option<Recorded> {
    let dictionary = baseline.provider.parse::<Name>().unwrap().dictionary();
    answers(baseline, operation).find(|answer| {
        let read = dictionary.answer(operation, answer.status, answer.body.as_bytes());
        read.is_ok_and(|read| read.error.is_none())
    })
}

fn answers<'a>(baseline: &'a Session, operation: &'a str) -> impl Iterator<Item = Recorded> + 'a {
    let steps = baseline.steps.iter();
    let steps = steps.filter(move |step| step.operation == operation);
    steps.filter_map(|step| {
        let answer = step.answer.as_ref().ok()?;
        Some(Recorded {
            status: answer.status,
            body: answer.json()?.to_string(),
        })
    })
}

/// Where the word of a payment's state stands.
fn status(body: &Value) -> Option<String> {
    const NAMES: [&str; 4] = [
        "/data/attributes/status",
        "/data/status",
        "/rpi/status",
        "/status",
    ];
    let named = NAMES
        .iter()
        .find(|at| body.pointer(at).is_some_and(Value::is_string))?;
    Some((*named).to_owned())
}

/// A member without which an answer says nothing, in a form that nobody reads.
fn decisive(body: &Value) -> Option<(String, Value)> {
    const NAMES: [&str; 12] = [
        "/amount",
        "/charge_amount",
        "/status",
        "/data/status",
        "/data/amount",
        "/data/id",
        "/data/attributes/amount",
        "/data/attributes/status",
        "/accessToken",
        "/data/access_token",
        "/rpi/amount",
        "/data",
    ];
    let named = NAMES.iter().find(|at| body.pointer(at).is_some())?;
    Some(((*named).to_owned(), json!({"altered": [true]})))
}
