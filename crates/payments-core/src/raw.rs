//! The provider's own JSON.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// The provider's own JSON: a whole answer, or a member whose shape is unknown. `Debug` does not
/// print it, because it may hold personal data.
///
/// ```
/// use payments_core::Payment;
///
/// /// What only the provider has a name for.
/// fn fee_rule(payment: &Payment) -> Option<&str> {
///     payment.raw.json().get("fee_rule_id")?.as_str()
/// }
/// ```
#[derive(Clone, Default)]
pub struct Raw {
    /// Serialised as JSON on demand. Most answers are never looked at again.
    body: Option<Arc<dyn Body>>,
    json: OnceLock<Value>,
}

/// A typed body that can be written.
trait Body: Send + Sync {
    fn json(&self) -> serde_json::Result<Value>;
}

impl<T: Serialize + Send + Sync> Body for T {
    fn json(&self) -> serde_json::Result<Value> {
        serde_json::to_value(self)
    }
}

impl Raw {
    /// A typed body as JSON.
    #[must_use]
    pub fn of(body: impl Serialize + Send + Sync + 'static) -> Self {
        Self {
            body: Some(Arc::new(body)),
            json: OnceLock::new(),
        }
    }

    /// The JSON.
    #[must_use]
    pub fn json(&self) -> &Value {
        self.json.get_or_init(|| self.read())
    }

    /// The JSON itself.
    #[must_use]
    pub fn into_json(mut self) -> Value {
        self.json.take().unwrap_or_else(|| self.read())
    }

    fn read(&self) -> Value {
        let json = self.body.as_ref().map(|body| body.json());
        // What was read can be written. If it ever cannot, the news of a payment must not be lost
        // for that.
        json.and_then(Result::ok).unwrap_or_default()
    }
}

impl PartialEq for Raw {
    fn eq(&self, other: &Self) -> bool {
        self.json() == other.json()
    }
}

impl Serialize for Raw {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}

impl From<Value> for Raw {
    fn from(json: Value) -> Self {
        Self {
            body: None,
            json: json.into(),
        }
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Raw(..)")
    }
}
