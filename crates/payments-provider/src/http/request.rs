//! Requests, from their construction until an answer arrives.

use std::{marker::PhantomData, pin::Pin};

use http::header::{CONTENT_TYPE, HeaderValue};
use hyper::body::Bytes;

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
    /// For generated code.
    #[must_use]
    pub fn new(request: reqwest::Request) -> Self {
        Self {
            request,
            answer: PhantomData,
        }
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
        self.with(|request| {
            *request.body_mut() = Some(body.into());
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
