//! The ordered faults, and which request, callback or payment each one hits.

mod change;
mod effect;
mod order;
mod told;

use serde_json::{Map, Value};

pub(crate) use change::Words;
pub(crate) use effect::{Effect, Manner, capture, charge_fails, request};
pub(crate) use told::{spoil, tell};

/// What is hit, in words that hold for every provider.
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
    /// Not a request: what the provider posts to the merchant.
    Callback,
    /// Not a request: the moment in which money is taken from the customer.
    Capture,
}

/// What a fault is aimed at.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) operation: Operation,
    pub(crate) reference: Option<String>,
}

impl Operation {
    const ALL: [Self; 8] = [
        Self::Token,
        Self::Create,
        Self::Get,
        Self::Cancel,
        Self::Inquire,
        Self::Update,
        Self::Callback,
        Self::Capture,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Create => "create",
            Self::Get => "get",
            Self::Cancel => "cancel",
            Self::Inquire => "inquire",
            Self::Update => "update",
            Self::Callback => "callback",
            Self::Capture => "capture",
        }
    }

    fn is_request(self) -> bool {
        !matches!(self, Self::Callback | Self::Capture)
    }
}

#[derive(Debug)]
struct Fault {
    number: u64,
    /// Of those in one group, one hits, and the others are gone.
    group: Option<u64>,
    provider: &'static str,
    /// None: every request.
    operation: Option<Operation>,
    reference: Option<String>,
    effect: Effect,
    /// None: until it is deleted.
    left: Option<u64>,
    /// As it was ordered, in full.
    shown: Map<String, Value>,
}

/// The faults that wait for a request, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    waiting: Vec<Fault>,
    ordered: u64,
}

impl Faults {
    /// Takes an order; the text of the error says what was expected.
    pub(crate) fn add(&mut self, members: &Map<String, Value>) -> Result<Value, String> {
        self.ordered += 1;
        let fault = Fault {
            number: self.ordered,
            ..order::read(members)?
        };
        let shown = fault.to_json();
        self.waiting.push(fault);
        Ok(shown)
    }

    /// Takes the orders of which each can be carried out, and lets one of them hit; which one is
    /// open until then.
    pub(crate) fn add_one_of(&mut self, orders: impl Iterator<Item = Value>) {
        self.ordered += 1;
        let group = self.ordered;
        for order in orders {
            let fault = order.as_object().map(order::read);
            if let Some(Ok(fault)) = fault {
                self.ordered += 1;
                let (number, group) = (self.ordered, Some(group));
                self.waiting.push(Fault {
                    number,
                    group,
                    ..fault
                });
            }
        }
    }

    /// Takes one back, by its number.
    pub(crate) fn remove(&mut self, number: &str) -> bool {
        let before = self.waiting.len();
        self.waiting
            .retain(|fault| fault.number.to_string() != number);
        self.waiting.len() < before
    }

    pub(crate) fn clear(&mut self) {
        self.waiting.clear();
    }

    pub(crate) fn to_json(&self) -> Value {
        self.waiting.iter().map(Fault::to_json).collect()
    }

    /// Whether anything may be hit.
    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Name and effect of the fault that hits this target, which uses it up once.
    pub(crate) fn take(&mut self, provider: &str, target: &Target) -> Option<(String, Effect)> {
        self.take_if(provider, target, |_| true)
    }

    /// The same, where the effect is one of these.
    fn take_if(
        &mut self,
        provider: &str,
        target: &Target,
        wanted: fn(&Effect) -> bool,
    ) -> Option<(String, Effect)> {
        let index = self
            .waiting
            .iter()
            .position(|fault| fault.hits(provider, target) && wanted(&fault.effect))?;
        let fault = self.waiting.get_mut(index)?;
        let name = fault.shown.get("fault").and_then(Value::as_str);
        let hit = (name.unwrap_or_default().to_owned(), fault.effect.clone());
        let group = fault.group;
        if let Some(left) = &mut fault.left {
            *left -= 1;
            if *left == 0 {
                self.waiting.remove(index);
            }
        }
        if let Some(group) = group {
            self.waiting.retain(|fault| fault.group != Some(group));
        }
        Some(hit)
    }
}

impl Fault {
    fn hits(&self, provider: &str, target: &Target) -> bool {
        let operation = match self.operation {
            Some(operation) => operation == target.operation,
            None => target.operation.is_request(),
        };
        self.provider == provider
            && operation
            && (self.reference.is_none() || self.reference == target.reference)
    }

    fn to_json(&self) -> Value {
        let mut shown = self.shown.clone();
        let left = self.left.unwrap_or_default();
        shown.insert("id".to_owned(), self.number.into());
        shown.insert("times".to_owned(), left.into());
        shown.into()
    }
}

/// Every fault that can be ordered: its name, its own members, the providers that have it, and what
/// it does.
pub(crate) fn kinds() -> Value {
    order::kinds()
}
