//! Printed bodies contain no secret and no personal data.

use payments_provider::{
    explain::Dictionary,
    operation::{Form, Member},
};
use serde_json::{Value, json};

use crate::received::{filled, received, sample};

const CANARY: &str = "canary";

/// No received body prints a member marked secret or personal, nor a member that is any JSON, in
/// which nothing can be marked.
pub fn no_received_body_prints_a_secret_or_a_person(dictionary: &Dictionary) {
    for body in received(dictionary) {
        let json = filled(&body, kept_quiet).to_string();
        let printed = body
            .debug(json.as_bytes())
            .unwrap_or_else(|error| panic!("{} is unreadable: {error}: {json}", body.name));
        assert!(printed.contains(body.name), "{printed}");
        assert!(!printed.contains(CANARY), "{} prints: {printed}", body.name);
    }
}

fn kept_quiet(member: &Member) -> Value {
    match member.form {
        Form::Secret | Form::Personal => json!(CANARY),
        // An object of known members ignores this one; one of any members keeps it.
        Form::Any | Form::Object => json!({"member_of_tomorrow": CANARY}),
        _ => sample(member, &json!(1001)),
    }
}
