//! Requests, from their construction until an answer arrives.

use std::{fmt, marker::PhantomData, pin::Pin};

use http::{
    HeaderMap, Method,
    header::{ACCEPT, CONTENT_TYPE, HeaderValue},
};
use hyper::body::Bytes;
use reqwest::Url;
use serde::Serialize;

use super::{
    answer::Reply,
    bound::{self, Client},
    build_error::BuildError,
    failure::{broken, unbuilt},
};
use crate::call::Call;
use payments_core::Result;

/// A request that is ready to be sent, with the type of its answer. Generated code makes it without
/// touching the network.
pub struct Request<T> {
    request: reqwest::Request,
    answer: PhantomData<fn() -> T>,
}

impl<T> Request<T> {
    /// A request that accepts JSON. For generated code.
    #[must_use]
    pub fn new(method: Method, url: Url) -> Self {
        let mut request = reqwest::Request::new(method, url);
        let json = HeaderValue::from_static("application/json");
        request.headers_mut().insert(ACCEPT, json);
        Self {
            request,
            answer: PhantomData,
        }
    }

    /// Adds a parameter to the query, if it has a value. For generated code.
    #[must_use]
    pub fn query(self, name: &str, value: Option<impl fmt::Display>) -> Self {
        let value = value.map(|value| value.to_string());
        self.with(|request| {
            if let Some(value) = &value {
                request.url_mut().query_pairs_mut().append_pair(name, value);
            }
        })
    }

    /// Sets the body. For generated code.
    pub fn json(self, body: &impl Serialize) -> Result<Self, BuildError> {
        // Bodies have some hundred bytes: it seldom grows.
        let mut json = Vec::with_capacity(512);
        serde_json::to_writer(&mut json, body)?;
        Ok(self.with_body("application/json", json))
    }

    /// Adds headers. For generated code.
    #[must_use]
    pub fn headers(self, headers: HeaderMap) -> Self {
        self.with(|request| request.headers_mut().extend(headers))
    }

    /// Adds what every call of the provider carries and no operation specifies: keys, tokens.
    #[must_use]
    pub fn with(mut self, add: impl FnOnce(&mut reqwest::Request)) -> Self {
        add(&mut self.request);
        self
    }

    /// The body, if there is one.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.request.body()?.as_bytes()
    }

    /// Replaces the body and the media type.
    #[must_use]
    pub fn with_body(self, media_type: &'static str, body: impl Into<reqwest::Body>) -> Self {
        let body = body.into();
        self.with(|request| {
            *request.body_mut() = Some(body);
            let media_type = HeaderValue::from_static(media_type);
            request.headers_mut().insert(CONTENT_TYPE, media_type);
        })
    }
}

/// A running exchange. It is boxed because it is large, and every future around it would contain
/// it.
pub type Exchange<'a> = Pin<Box<dyn Future<Output = Result<Reply>> + Send + 'a>>;

/// Sends a request and receives whatever comes back. It is the only place that sends to a provider.
pub fn send<'a, T>(
    call: Call<'a>,
    client: &Client,
    request: Result<Request<T>, BuildError>,
) -> Exchange<'a> {
    exchange(call, client, request.map(|request| request.request))
}

/// Not generic, so it is compiled once.
fn exchange<'a>(
    call: Call<'a>,
    client: &Client,
    request: Result<reqwest::Request, BuildError>,
) -> Exchange<'a> {
    // Outside of the future: the request is larger than the future that waits for its answer, and
    // would be kept in this one.
    let waiting = request.map(|request| client.execute(request));
    let bound = client.largest_answer();
    Box::pin(async move {
        let call = &call;
        let waiting = waiting.map_err(|error| unbuilt(call, error))?;
        let mut response = waiting.await.map_err(|cause| broken(call, cause))?;
        let status = response.status().as_u16();
        // Moved, not copied: the body is read without them.
        let headers = std::mem::take(response.headers_mut());
        let (body, cut) = match bound::body(response, bound).await {
            Ok(body) => (body, None),
            Err(cause) => (Bytes::new(), Some(cause)),
        };
        Ok(Reply {
            status,
            headers,
            body,
            cut,
        })
    })
}
