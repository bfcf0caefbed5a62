//! Faults that were ordered, and which request they hit.

use serde_json::{Map, Value, json};

use crate::{
    fields::Fields,
    provider::{self, PROVIDERS},
};

/// What a request does, in words that hold for every provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    Token,
    Create,
    Get,
    Cancel,
    /// Of a bill, before it is paid.
    Inquire,
    /// Of the next charge of a mandate.
    Update,
}

/// What a fault is aimed at.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) operation: Operation,
    pub(crate) reference: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// The state changes at once, the answer comes so many milliseconds late.
    Delay(u64),
    ResetBeforeCommit,
    ResetAfterCommit,
    ErrorBeforeCommit(u16),
    ErrorAfterCommit(u16),
    /// The answer is lost, and for so many seconds nobody finds what was made.
    HiddenAfterCommit(u64),
    /// The answer is a page for people, as a proxy in between would send it.
    GarbageAfterCommit,
    TooManyRequests,
}

impl Operation {
    const ALL: [Self; 6] = [
        Self::Token,
        Self::Create,
        Self::Get,
        Self::Cancel,
        Self::Inquire,
        Self::Update,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Create => "create",
            Self::Get => "get",
            Self::Cancel => "cancel",
            Self::Inquire => "inquire",
            Self::Update => "update",
        }
    }
}

#[derive(Debug)]
struct Fault {
    provider: &'static str,
    /// None: every operation.
    operation: Option<Operation>,
    reference: Option<String>,
    effect: Effect,
    /// None: until it is deleted.
    left: Option<u64>,
}

/// The faults that wait for a request, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    waiting: Vec<Fault>,
}

impl Faults {
    /// Takes an order; the text of the error says what was expected.
    pub(crate) fn add(&mut self, members: &Map<String, Value>) -> Result<Value, String> {
        let fault = read(members)?;
        let shown = fault.to_json();
        self.waiting.push(fault);
        Ok(shown)
    }

    pub(crate) fn clear(&mut self) {
        self.waiting.clear();
    }

    pub(crate) fn to_json(&self) -> Value {
        self.waiting.iter().map(Fault::to_json).collect()
    }

    /// Whether any request may be hit.
    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The fault that hits this request, which uses it up once.
    pub(crate) fn take(&mut self, provider: &str, target: &Target) -> Option<Effect> {
        let index = self
            .waiting
            .iter()
            .position(|fault| fault.hits(provider, target))?;
        let fault = self.waiting.get_mut(index)?;
        let effect = fault.effect;
        if let Some(left) = &mut fault.left {
            *left -= 1;
            if *left == 0 {
                self.waiting.remove(index);
            }
        }
        Some(effect)
    }
}

impl Fault {
    fn hits(&self, provider: &str, target: &Target) -> bool {
        self.provider == provider
            && self
                .operation
                .is_none_or(|operation| operation == target.operation)
            && (self.reference.is_none() || self.reference == target.reference)
    }

    fn to_json(&self) -> Value {
        let (name, detail) = match self.effect {
            Effect::Delay(milliseconds) => ("delay", Some(("delay_ms", json!(milliseconds)))),
            Effect::ResetBeforeCommit => ("reset_before_commit", None),
            Effect::ResetAfterCommit => ("reset_after_commit", None),
            Effect::ErrorBeforeCommit(status) => {
                ("error_before_commit", Some(("status", json!(status))))
            }
            Effect::ErrorAfterCommit(status) => {
                ("error_after_commit", Some(("status", json!(status))))
            }
            Effect::HiddenAfterCommit(seconds) => {
                ("hidden_after_commit", Some(("seconds", json!(seconds))))
            }
            Effect::GarbageAfterCommit => ("garbage_after_commit", None),
            Effect::TooManyRequests => ("too_many_requests", None),
        };
        let mut shown = json!({
            "provider": self.provider,
            "operation": self.operation.map_or(EVERY, Operation::name),
            "fault": name,
            "reference": self.reference,
            "times": self.left.unwrap_or_default(),
        });
        if let (Some(shown), Some((name, value))) = (shown.as_object_mut(), detail) {
            shown.insert(name.to_owned(), value);
        }
        shown
    }
}

const EVERY: &str = "*";

fn read(members: &Map<String, Value>) -> Result<Fault, String> {
    let mut fields = Fields::new(members);
    let name = fields.text("provider").unwrap_or_default();
    let provider = provider::named(name).ok_or_else(|| {
        let names = PROVIDERS.map(|provider| provider.name()).join(", ");
        format!("\"provider\" must be one of {names}, not {name:?}")
    })?;
    let operation = match fields.text("operation").unwrap_or(EVERY) {
        EVERY => None,
        name => Some(operation(name)?),
    };
    let effect = effect(&mut fields)?;
    let reference = fields.text("reference").map(str::to_owned);
    let times = count(&fields, "times")?.unwrap_or(1);
    match fields.problems.first() {
        Some(problem) => Err(problem.message.clone()),
        None => Ok(Fault {
            provider: provider.name(),
            operation,
            reference,
            effect,
            left: (times > 0).then_some(times),
        }),
    }
}

fn operation(name: &str) -> Result<Operation, String> {
    // The words of bills for the same two things.
    let name = match name {
        "pay" => Operation::Create.name(),
        "status" => Operation::Get.name(),
        name => name,
    };
    let mut known = Operation::ALL.into_iter();
    known.find(|known| known.name() == name).ok_or_else(|| {
        let names = Operation::ALL.map(Operation::name).join(", ");
        format!("\"operation\" must be one of {names}, {EVERY}, not {name:?}")
    })
}

fn effect(fields: &mut Fields<'_>) -> Result<Effect, String> {
    let status = count(fields, "status")?.unwrap_or(503);
    let status = u16::try_from(status)
        .ok()
        .filter(|status| (500..=599).contains(status))
        .ok_or_else(|| format!("\"status\" must be between 500 and 599, not {status}"))?;
    let delay = count(fields, "delay_ms")?.unwrap_or(1_000);
    let seconds = count(fields, "seconds")?.unwrap_or(30);
    match fields.text("fault").unwrap_or_default() {
        "delay" => Ok(Effect::Delay(delay)),
        "reset_before_commit" => Ok(Effect::ResetBeforeCommit),
        "reset_after_commit" => Ok(Effect::ResetAfterCommit),
        "error_before_commit" => Ok(Effect::ErrorBeforeCommit(status)),
        "error_after_commit" => Ok(Effect::ErrorAfterCommit(status)),
        "hidden_after_commit" => Ok(Effect::HiddenAfterCommit(seconds)),
        "garbage_after_commit" => Ok(Effect::GarbageAfterCommit),
        "too_many_requests" => Ok(Effect::TooManyRequests),
        name => Err(format!(
            "\"fault\" must be one of delay, reset_before_commit, reset_after_commit, \
             error_before_commit, error_after_commit, hidden_after_commit, garbage_after_commit, \
             too_many_requests, not {name:?}"
        )),
    }
}

fn count(fields: &Fields<'_>, name: &str) -> Result<Option<u64>, String> {
    let Some(value) = fields.value(name) else {
        return Ok(None);
    };
    match value.as_u64() {
        Some(count) => Ok(Some(count)),
        None => Err(format!("\"{name}\" must be a whole number, not {value}")),
    }
}
