//! Authorisation of requests: the client's id and secret to get a token, the token for everything
//! else.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use form_urlencoded::Serializer;
use payments_core::Result;
use payments_provider::http::{BuildError, Request, Token, TokenCache, sensitive};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};

use crate::{Config, generated::types};

/// Shared by the clones of a client, so that they share one token.
#[derive(Clone, Debug)]
pub(crate) struct Auth {
    pub(crate) tokens: Arc<TokenCache>,
    pub(crate) credentials: types::TokenRequest,
}

impl Auth {
    pub(crate) fn new(config: &Config) -> Self {
        Self {
            tokens: Arc::new(TokenCache::new(Arc::clone(&config.connection.clock))),
            credentials: types::TokenRequest {
                client_id: config.client_id.clone(),
                client_secret: config.client_secret.clone(),
            },
        }
    }

    /// Adds a token to a request.
    pub(crate) fn authorize<T>(&self, request: Request<T>, token: Token) -> Request<T> {
        request.with(|request| {
            let headers = request.headers_mut();
            headers.insert(AUTHORIZATION, token.header);
            // Every page lists it, even that of the get, which has no body.
            headers
                .entry(CONTENT_TYPE)
                .or_insert(HeaderValue::from_static("application/json"));
        })
    }
}

/// Makes the form body of a request for a token.
pub(crate) fn as_form<T>(request: Request<T>) -> Result<Request<T>, BuildError> {
    match request.body().and_then(form) {
        Some(form) => Ok(request.with_body("application/x-www-form-urlencoded", form)),
        None => Err(BuildError::new("the token request is not a form")),
    }
}

/// Converts the specified JSON, whose members are text, to the form that the provider reads.
fn form(json: &[u8]) -> Option<String> {
    let members: BTreeMap<String, String> = serde_json::from_slice(json).ok()?;
    Some(
        Serializer::new(String::new())
            .extend_pairs(members)
            .finish(),
    )
}

/// The token in an answer, with its expiry; `None` if it is empty.
pub(crate) fn token(answer: &types::TokenResponse, now: DateTime<Utc>) -> Option<Result<Token>> {
    // It is opaque: the document calls it a JWT, but the stated length is not one of a JWT.
    let access_token = Some(answer.access_token.expose()).filter(|token| !token.is_empty())?;
    Some(
        sensitive("the access token", &format!("Bearer {access_token}"))
            .map(|header| Token::new(header, expires_at(answer.expires_in.as_deref(), now))),
    )
}

/// Seconds from now, in digits. If they are missing, a minute less than the hour that was observed.
fn expires_at(expires_in: Option<&str>, now: DateTime<Utc>) -> DateTime<Utc> {
    expires_in
        .and_then(|digits| digits.parse().ok())
        .and_then(TimeDelta::try_seconds)
        .and_then(|lifetime| now.checked_add_signed(lifetime))
        .unwrap_or_else(|| now + TimeDelta::minutes(59))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_escapes_what_json_would_not() {
        let json = br#"{"client_secret": "a&b=c+d", "client_id": "me"}"#;
        assert_eq!(
            form(json).unwrap(),
            "client_id=me&client_secret=a%26b%3Dc%2Bd"
        );
    }

    #[test]
    fn a_token_lives_as_long_as_the_digits_say_and_odd_ones_are_no_panic() {
        let now = Utc::now();
        let minutes = |digits| (expires_at(digits, now) - now).num_minutes();
        assert_eq!(minutes(Some("601")), 10);
        for odd in [
            None,
            Some(""),
            Some("soon"),
            Some("3599.5"),
            Some("9223372036854775807"),
        ] {
            assert_eq!(minutes(odd), 59, "{odd:?}");
        }
        assert!(minutes(Some("-9223372036854775807")) <= 59);
    }
}
