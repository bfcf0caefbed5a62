//! An answer of the world, before it is serialised.

use std::time::Duration;

use axum::{
    body::{Body, Bytes},
    http::{HeaderName, HeaderValue, Response, StatusCode, header},
};
use serde_json::{Value, json};

/// An answer of a provider, of a page or of the control API.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    headers: Vec<(&'static str, String)>,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Json(Value),
    Html(String),
    /// A PNG.
    Picture(Vec<u8>),
    /// JSON that a fault has changed.
    Bytes(Vec<u8>),
    Empty,
}

impl Reply {
    pub(crate) fn json(status: u16, body: Value) -> Self {
        Self {
            status,
            headers: Vec::new(),
            content: Content::Json(body),
        }
    }

    pub(crate) fn html(body: String) -> Self {
        Self {
            status: 200,
            headers: Vec::new(),
            content: Content::Html(body),
        }
    }

    /// A PNG.
    pub(crate) fn picture(bytes: Vec<u8>) -> Self {
        Self {
            status: 200,
            headers: Vec::new(),
            content: Content::Picture(bytes),
        }
    }

    /// JSON that is a text already.
    pub(crate) fn text(body: String) -> Self {
        Self {
            status: 200,
            headers: Vec::new(),
            content: Content::Bytes(body.into_bytes()),
        }
    }

    /// A status, and no body.
    pub(crate) fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            content: Content::Empty,
        }
    }

    /// Sends a browser elsewhere with GET.
    pub(crate) fn see_other(location: &str) -> Self {
        Self::empty(303).with_header("location", location)
    }

    /// A refusal of the sandbox itself, not of a provider.
    pub(crate) fn sandbox_error(status: u16, message: impl Into<String>) -> Self {
        Self::json(status, json!({"error": message.into()}))
    }

    pub(crate) fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// Another body instead of one of JSON; any other stays.
    pub(crate) fn changed(mut self, change: impl FnOnce(Value) -> Vec<u8>) -> Self {
        self.content = match self.content {
            Content::Json(body) => Content::Bytes(change(body)),
            other => other,
        };
        self
    }

    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// As bytes, which can be shown and sent.
    pub(crate) fn into_sent(self) -> Sent {
        let (kind, body) = match self.content {
            Content::Json(body) => ("application/json; charset=utf-8", bytes(&body)),
            Content::Bytes(body) => ("application/json; charset=utf-8", body),
            Content::Html(body) => ("text/html; charset=utf-8", body.into_bytes()),
            Content::Picture(body) => ("image/png", body),
            Content::Empty => ("text/plain; charset=utf-8", Vec::new()),
        };
        Sent {
            status: self.status,
            headers: self.headers,
            kind,
            body: body.into(),
        }
    }
}

/// An answer as it goes over the wire.
#[derive(Clone, Debug)]
pub(crate) struct Sent {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    /// The content-type.
    pub(crate) kind: &'static str,
    pub(crate) body: Bytes,
}

impl Sent {
    pub(crate) fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        for (name, value) in self.headers {
            // What no header can hold is left out rather than answered with an error.
            if let Ok(value) = HeaderValue::try_from(value) {
                headers.insert(HeaderName::from_static(name), value);
            }
        }
        response
    }
}

/// An object of these members, which are moved: `json!` copies what is a value already, and sorts
/// them in one by one.
pub(crate) fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    members.into_iter().collect()
}

/// Most answers fit, and need no larger place while they are written.
const USUAL_LENGTH: usize = 1024;

fn bytes(body: &Value) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(USUAL_LENGTH);
    // A value always has a form, and a vector takes it; its `to_string` is slower, by way of the
    // formatter.
    let _cannot_fail = serde_json::to_writer(&mut bytes, body);
    bytes
}

/// What happens on the wire: a fault may hold an answer back or lose it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) delay: Duration,
    /// None: the connection is reset and no byte of the answer arrives.
    pub(crate) reply: Option<Reply>,
    /// The answer waits until the merchant has been told by these callbacks.
    pub(crate) after: Vec<usize>,
    /// The name of the fault that hit the request.
    pub(crate) fault: Option<String>,
    /// It is of a customer's page, not of a provider.
    pub(crate) is_page: bool,
}

impl Answer {
    pub(crate) const RESET: Self = Self {
        delay: Duration::ZERO,
        reply: None,
        after: Vec::new(),
        fault: None,
        is_page: false,
    };
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        Self {
            reply: Some(reply),
            ..Self::RESET
        }
    }
}
