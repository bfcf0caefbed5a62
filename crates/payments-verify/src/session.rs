//! What was sent and answered, without secrets and personal data. Everything that is judged is in
//! it, so that a recording is judged as the session was.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A session with one provider.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The version of the format: 1.
    pub format: u32,
    /// The provider.
    pub provider: String,
    /// Whose host it was.
    pub place: Place,
    /// The host.
    pub host: String,
    /// When it began.
    pub began: DateTime<Utc>,
    /// The exchanges, in their order.
    pub steps: Vec<Step>,
    /// The callbacks, in their order.
    #[serde(default)]
    pub callbacks: Vec<Heard>,
    /// Scenarios that were not played, and why.
    #[serde(default)]
    pub skipped: BTreeMap<String, String>,
}

/// Whose host a session was held with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// A sandbox of this project.
    Sandbox,
    /// The provider's test mode.
    Test,
    /// Real money.
    Live,
}

impl Place {
    /// For people.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sandbox => "the sandbox",
            Self::Test => "test account",
            Self::Live => "live account",
        }
    }
}

/// One exchange.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The scenario.
    pub scenario: String,
    /// The step; a question that is asked again has the same name.
    pub name: String,
    /// The operation of the specification.
    pub operation: String,
    /// When the request was sent, in milliseconds since the session began.
    pub at: u64,
    /// When the answer was there.
    pub until: u64,
    /// The request.
    pub request: Sent,
    /// The answer, or why there is none.
    pub answer: Result<Answered, String>,
}

/// A request.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// The HTTP method.
    pub method: String,
    /// The path behind the base URL, with its query.
    pub path: String,
    /// The headers.
    pub headers: BTreeMap<String, String>,
    /// The body.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub body: Value,
}

/// An answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: Body,
}

/// A body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// JSON.
    Json(Value),
    /// Something else, of this many bytes. It is not kept: nobody knows what is in it.
    Other(usize),
}

impl Answered {
    /// The JSON, if it is that.
    #[must_use]
    pub fn json(&self) -> Option<&Value> {
        match &self.body {
            Body::Json(json) => Some(json),
            Body::Other(_) => None,
        }
    }

    /// The bytes as a client would read them.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        match &self.body {
            Body::Json(json) => json.to_string().into_bytes(),
            Body::Other(0) => Vec::new(),
            Body::Other(_) => b"(no JSON)".to_vec(),
        }
    }

    /// Whether it is a success by its HTTP status.
    #[must_use]
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// A callback as it arrived.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heard {
    /// When, in milliseconds since the session began.
    pub at: u64,
    /// The headers; in the place of most values stands their length.
    pub headers: BTreeMap<String, String>,
    /// Whether the client accepts it as proved by its sender; none if it has no key for that.
    pub proved: Option<bool>,
    /// The HTTP status that it was answered with.
    pub answered: u16,
    /// The body.
    pub body: Body,
}

impl Session {
    /// The exchanges of a step.
    pub fn steps(&self, name: &str) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(move |step| step.name == name)
    }

    /// A recording as it was written.
    ///
    /// # Errors
    /// If it is none.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let session: Self = serde_json::from_str(text)
            .map_err(|error| format!("line {}: no recording of a session", error.line()))?;
        match session.format {
            1 => Ok(session),
            other => Err(format!("format {other}: expected format 1")),
        }
    }

    /// The recording, to be written.
    #[must_use]
    pub fn to_json(&self) -> String {
        let text = serde_json::to_string_pretty(self).unwrap_or_default();
        format!("{text}\n")
    }
}
