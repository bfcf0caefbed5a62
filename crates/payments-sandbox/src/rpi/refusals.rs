//! Refusals of RPI. Only the HTTP statuses are documented; the envelope is from sibling products,
//! and the codes are invented.

use serde_json::{Value, json};

use crate::{clock, fields::Problem, reply::Reply, world::World};

/// Why a request is refused; each kind has its own HTTP status.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Headers are missing or wrong.
    Header(String),
    /// The token is missing, unknown or too old.
    Token,
    /// Parameters are missing or wrong.
    Parameters(Vec<Problem>),
}

/// One parameter that is wrong for a reason that no form of it could mend.
pub(super) fn parameter(name: &str, message: impl Into<String>) -> Refusal {
    Refusal::Parameters(vec![Problem {
        path: vec![name.to_owned()],
        rule: "any.invalid",
        message: message.into(),
    }])
}

impl Refusal {
    pub(super) fn reply(&self, world: &mut World, transaction_id: Option<&str>) -> Reply {
        let (http, code, message, errors): (u16, Value, _, Vec<Value>) = match self {
            Self::Header(problem) => {
                let error = json!({"code": "4000", "message": problem, "details": problem});
                (400, 400.into(), "Bad request", vec![error])
            }
            Self::Token => {
                let details = "the token is missing, unknown or expired";
                let error = json!({"code": "4010", "message": "Unauthorized", "details": details});
                // The family writes this code as text.
                (401, "401".into(), "Unauthorized", vec![error])
            }
            Self::Parameters(problems) => {
                let shown = |problem: &Problem| {
                    let code = match problem.rule {
                        "any.required" => "4120",
                        _ => "4121",
                    };
                    json!({"code": code, "message": problem.message, "details": problem.path.join(".")})
                };
                let errors = problems.iter().map(shown).collect();
                (412, 412.into(), "Precondition failed", errors)
            }
        };
        let mut body = json!({
            "code": code,
            "message": message,
            "responseTime": clock::jakarta_digits(world.now()),
            "errors": errors,
        });
        if let (Some(body), false) = (body.as_object_mut(), http == 401) {
            let number = world.identifiers.hex(32);
            body.insert("referenceNumber".to_owned(), number.into());
            if let Some(id) = transaction_id {
                body.insert("transactionId".to_owned(), id.into());
            }
        }
        Reply::json(http, body)
    }
}
