//! The HTTP runtime of the provider crates: client and base URL, sending and reading, the judgement
//! of failures, cached tokens.
#![doc = include_str!("table.md")]

mod answer;
mod base_url;
mod bound;
mod build_error;
mod failure;
mod judgement;
mod request;
mod token;
mod wait;

use std::time::Duration;

pub use answer::{Answer, Headers, Reply};
pub use base_url::BaseUrl;
pub use bound::{Client, LARGEST_ANSWER, TooLarge};
pub use build_error::BuildError;
pub use failure::{contradiction, judge, no_token, refused, unreadable, without_token};
pub use request::{Exchange, Request, send};
pub use token::{Token, TokenCache};
pub use wait::retry_after;

pub use http::Method;
pub use reqwest::Url;

pub use crate::call::{Call, Codes, Refusal};

use payments_core::{Error, Result};

/// Time-outs of the HTTP client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeouts {
    /// For reaching the provider: name lookup, connection, TLS. A failure here is `NotSent`.
    pub connect: Duration,
    /// For one exchange, request and answer; a call that needs a token first has two or more. A
    /// failure after connecting is `Unknown` for an operation that writes.
    pub total: Duration,
}

impl Default for Timeouts {
    /// 10 s to connect; 75 s in all, because a synchronous wallet waits up to a minute for its
    /// customer.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            total: Duration::from_secs(75),
        }
    }
}

impl Timeouts {
    /// Sets both.
    #[must_use]
    pub fn new(connect: Duration, total: Duration) -> Self {
        Self { connect, total }
    }
}

/// A client suitable for payments: no redirects (they would send keys to another host), no
/// automatic retries, and TLS unless the host is this machine.
pub fn client(base: &BaseUrl, timeouts: Timeouts) -> Result<reqwest::Client> {
    let builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .connect_timeout(timeouts.connect)
        .timeout(timeouts.total)
        .tcp_nodelay(true);
    let builder = if base.is_loopback() {
        // A proxy cannot reach this machine's own loopback.
        builder.no_proxy()
    } else {
        builder.https_only(true)
    };
    tls(builder, base)?.build().map_err(|cause| {
        Error::configuration("the HTTP client cannot be set up").with_source(cause)
    })
}

#[cfg(feature = "rustls")]
fn tls(builder: reqwest::ClientBuilder, base: &BaseUrl) -> Result<reqwest::ClientBuilder> {
    use std::sync::Arc;

    use rustls_platform_verifier::BuilderVerifierExt;

    let failed = |cause| Error::configuration("TLS cannot be set up").with_source(cause);
    let config = rustls::ClientConfig::builder_with_provider(Arc::new(
        rustls::crypto::ring::default_provider(),
    ))
    .with_safe_default_protocol_versions()
    .map_err(failed)?;
    let config = if base.is_loopback() {
        // Plain HTTP: no certificates are needed, and none is trusted.
        config.with_root_certificates(rustls::RootCertStore::empty())
    } else {
        config.with_platform_verifier().map_err(failed)?
    };
    Ok(builder.tls_backend_preconfigured(config.with_no_client_auth()))
}

#[cfg(not(feature = "rustls"))]
fn tls(builder: reqwest::ClientBuilder, _: &BaseUrl) -> Result<reqwest::ClientBuilder> {
    Ok(builder)
}

/// Sets the length of a POST without a body to 0: servers may refuse one without a length.
pub fn announce_empty_body(request: &mut reqwest::Request) {
    if request.method() == http::Method::POST && request.body().is_none() {
        request.headers_mut().insert(
            http::header::CONTENT_LENGTH,
            http::HeaderValue::from_static("0"),
        );
    }
}

/// A header value that HTTP libraries will not print.
pub fn sensitive(name: &str, value: &str) -> Result<http::HeaderValue> {
    let mut value = http::HeaderValue::from_str(value).map_err(|_| {
        Error::configuration(format!("{name} holds characters that no header can carry"))
    })?;
    value.set_sensitive(true);
    Ok(value)
}

/// Reads names of headers from settings.
pub fn header_names<'a>(
    setting: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<http::HeaderName>> {
    let names = names.into_iter().map(str::trim);
    let names = names.map(|name| {
        name.parse()
            .map_err(|_| Error::invalid(setting, name, "the name of a header"))
    });
    let names: Vec<_> = names.collect::<Result<_>>()?;
    match names.is_empty() {
        true => Err(Error::invalid(setting, "", "at least one name")),
        false => Ok(names),
    }
}
