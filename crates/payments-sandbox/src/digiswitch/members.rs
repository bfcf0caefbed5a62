//! The members of a body: who asks about what.

use serde_json::{Map, Value};

pub(super) type Members = Map<String, Value>;

/// A member as text: clients send customer numbers as JSON numbers, too.
pub(super) fn text(members: &Members, name: &str) -> String {
    match members.get(name) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Who asks about what; empty where the body does not say.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) username: String,
    pub(super) code: String,
    pub(super) customer: String,
    pub(super) reference: String,
}

impl Order {
    pub(super) fn read(members: &Members) -> Self {
        let customer = text(members, "customer_no");
        Self {
            username: text(members, "username"),
            code: text(members, "code"),
            // SAMSAT: the document's table has a blank after the comma, its sample has none.
            customer: customer
                .split(',')
                .map(str::trim)
                .collect::<Vec<_>>()
                .join(","),
            reference: text(members, "ref_id"),
        }
    }
}
