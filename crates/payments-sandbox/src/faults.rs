//! Faults that were ordered, and which request they hit.

use std::time::Duration;

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
}

/// What a fault is aimed at.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) operation: Operation,
    pub(crate) reference: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// The state changes at once, the answer comes late.
    Delay(Duration),
    ResetBeforeCommit,
    ResetAfterCommit,
    ErrorBeforeCommit(u16),
    ErrorAfterCommit(u16),
}

const OPERATIONS: [(&str, Option<Operation>); 5] = [
    ("token", Some(Operation::Token)),
    ("create", Some(Operation::Create)),
    ("get", Some(Operation::Get)),
    ("cancel", Some(Operation::Cancel)),
    ("*", None),
];

const EFFECTS: &str =
    "delay, reset_before_commit, reset_after_commit, error_before_commit, error_after_commit";

#[derive(Debug)]
struct Fault {
    provider: &'static str,
    /// None: every operation.
    operation: Option<Operation>,
    reference: Option<String>,
    effect: Effect,
    /// None: until it is deleted.
    left: Option<u64>,
    order: Value,
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
        let mut shown = self.order.clone();
        if let Some(shown) = shown.as_object_mut() {
            shown.insert("times".to_owned(), self.left.unwrap_or_default().into());
        }
        shown
    }
}

fn read(members: &Map<String, Value>) -> Result<Fault, String> {
    let mut fields = Fields::new(members);
    let names = || PROVIDERS.map(|provider| provider.name()).join(", ");
    let provider = fields.text("provider").unwrap_or_default();
    let provider = provider::named(provider)
        .ok_or_else(|| format!("\"provider\" must be one of {}, not {provider:?}", names()))?
        .name();
    let name = fields.text("operation").unwrap_or("*");
    let (operation_name, operation) = OPERATIONS
        .into_iter()
        .find(|(known, _)| *known == name)
        .ok_or_else(|| {
            format!("\"operation\" must be one of token, create, get, cancel, *, not {name:?}")
        })?;
    let status = count(&fields, "status")?.unwrap_or(503);
    let status = u16::try_from(status)
        .ok()
        .filter(|status| (500..=599).contains(status))
        .ok_or_else(|| format!("\"status\" must be between 500 and 599, not {status}"))?;
    let delay = count(&fields, "delay_ms")?.unwrap_or(1_000);
    let effect_name = fields.text("fault").unwrap_or_default();
    let effect = match effect_name {
        "delay" => Effect::Delay(Duration::from_millis(delay)),
        "reset_before_commit" => Effect::ResetBeforeCommit,
        "reset_after_commit" => Effect::ResetAfterCommit,
        "error_before_commit" => Effect::ErrorBeforeCommit(status),
        "error_after_commit" => Effect::ErrorAfterCommit(status),
        _ => {
            return Err(format!(
                "\"fault\" must be one of {EFFECTS}, not {effect_name:?}"
            ));
        }
    };
    let times = count(&fields, "times")?.unwrap_or(1);
    let reference = fields.text("reference").map(str::to_owned);
    if let Some(problem) = fields.problems.first() {
        return Err(problem.message.clone());
    }
    let mut order = json!({
        "provider": provider,
        "operation": operation_name,
        "fault": effect_name,
        "reference": reference,
    });
    let detail = match effect {
        Effect::Delay(_) => Some(("delay_ms", delay)),
        Effect::ErrorBeforeCommit(_) | Effect::ErrorAfterCommit(_) => {
            Some(("status", status.into()))
        }
        Effect::ResetBeforeCommit | Effect::ResetAfterCommit => None,
    };
    if let (Some((name, value)), Some(order)) = (detail, order.as_object_mut()) {
        order.insert(name.to_owned(), value.into());
    }
    Ok(Fault {
        provider,
        operation,
        reference,
        effect,
        left: (times > 0).then_some(times),
        order,
    })
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
