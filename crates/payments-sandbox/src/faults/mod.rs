//! The ordered faults, and which request, callback or payment each one hits.

mod change;
mod effect;

use serde_json::{Map, Value};

pub(crate) use change::{Change, Odd, Words, another};
pub(crate) use effect::{Effect, MOMENT, Manner, Part, Says};

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

impl Target {
    pub(crate) fn new(operation: Operation, reference: Option<String>) -> Self {
        Self {
            operation,
            reference,
        }
    }
}

impl Operation {
    pub(crate) const ALL: [Self; 8] = [
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
pub(crate) struct Fault {
    /// Given when it is taken up.
    pub(crate) number: u64,
    /// Of those in one group, one hits, and the others are gone.
    pub(crate) group: Option<u64>,
    pub(crate) provider: &'static str,
    /// None: every request.
    pub(crate) operation: Option<Operation>,
    pub(crate) reference: Option<String>,
    pub(crate) effect: Effect,
    /// None: until it is deleted.
    pub(crate) left: Option<u64>,
    /// As it was ordered, in full.
    pub(crate) shown: Map<String, Value>,
}

/// The faults that wait for a request, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    waiting: Vec<Fault>,
    ordered: u64,
}

impl Faults {
    /// Takes up what was ordered, and shows it; what was refused counts as well.
    pub(crate) fn add(&mut self, order: Result<Fault, String>) -> Result<Value, String> {
        match order {
            Ok(fault) => Ok(self.take_up(fault)),
            Err(why) => {
                self.ordered += 1;
                Err(why)
            }
        }
    }

    fn take_up(&mut self, fault: Fault) -> Value {
        self.ordered += 1;
        let fault = Fault {
            number: self.ordered,
            ..fault
        };
        let shown = fault.to_json();
        self.waiting.push(fault);
        shown
    }

    /// Takes several up, and lets one of them hit; which one is open until then.
    pub(crate) fn add_one_of(&mut self, faults: impl Iterator<Item = Fault>) {
        self.ordered += 1;
        let group = Some(self.ordered);
        for fault in faults {
            self.take_up(Fault { group, ..fault });
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
    pub(crate) fn take_if(
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
