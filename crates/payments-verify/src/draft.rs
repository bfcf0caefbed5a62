//! A request that a scenario sends.

use serde_json::Value;

/// A request of one operation. Method and path are those of the specification.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) operation: &'static str,
    pub(crate) path: Vec<(&'static str, String)>,
    pub(crate) query: Vec<(&'static str, String)>,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Option<Value>,
    pub(crate) is_form: bool,
    pub(crate) auth: Auth,
    /// A number that must be written in another way than JSON usually is.
    pub(crate) spelling: Option<(&'static str, &'static str)>,
}

/// Whose credentials a request carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Auth {
    /// Those of the account.
    Right,
    /// Of the same form, and nobody's.
    Wrong,
    /// None.
    Absent,
}

impl Draft {
    pub(crate) fn of(operation: &'static str) -> Self {
        Self {
            operation,
            path: Vec::new(),
            query: Vec::new(),
            headers: Vec::new(),
            body: None,
            is_form: false,
            auth: Auth::Right,
            spelling: None,
        }
    }

    /// Fills a parameter of the path.
    pub(crate) fn path(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.path.push((name, value.into()));
        self
    }

    pub(crate) fn query(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query.push((name, value.into()));
        self
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn body(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    /// The body is sent as a form.
    pub(crate) fn form(mut self, body: Value) -> Self {
        self.is_form = true;
        self.body(body)
    }

    /// Sets a member of the body; null takes it away.
    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        if let Some(Value::Object(members)) = &mut self.body {
            match value.into() {
                Value::Null => members.remove(name),
                value => members.insert(name.to_owned(), value),
            };
        }
        self
    }

    /// Writes a number of the body in another way, such as `25000.00`.
    pub(crate) fn spelled(mut self, from: &'static str, to: &'static str) -> Self {
        self.spelling = Some((from, to));
        self
    }

    pub(crate) fn auth(mut self, auth: Auth) -> Self {
        self.auth = auth;
        self
    }
}
