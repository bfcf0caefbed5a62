//! Authorisation of requests: the key pair to get a token, the token for everything else.

use std::sync::Arc;

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use chrono::{DateTime, TimeDelta, Utc};
use payments_core::Result;
use payments_provider::http::{
    BuildError, Request, Token, TokenCache, announce_empty_body, sensitive,
};
use reqwest::header::{AUTHORIZATION, HeaderValue};
use serde::Deserialize;

use crate::{BodyFormat, Config, form, generated::types};

/// Shared by the clones of a client, so that they share one token.
#[derive(Clone, Debug)]
pub(crate) struct Auth {
    pub(crate) tokens: Arc<TokenCache>,
    /// Marked sensitive, like the secret.
    key: HeaderValue,
    secret: HeaderValue,
    body_format: BodyFormat,
}

impl Auth {
    pub(crate) fn new(config: &Config) -> Result<Self> {
        Ok(Self {
            tokens: Arc::new(TokenCache::new(Arc::clone(&config.connection.clock))),
            key: sensitive("the API key", config.api_key.expose())?,
            secret: sensitive("the API secret", config.api_secret.expose())?,
            body_format: config.body_format,
        })
    }

    /// Authorises a request for a token.
    pub(crate) fn introduce<T>(&self, request: Request<T>) -> Request<T> {
        request.with(|request| {
            announce_empty_body(request);
            let headers = request.headers_mut();
            headers.insert("api-key", self.key.clone());
            headers.insert("api-secret", self.secret.clone());
        })
    }

    /// Authorises any other request.
    pub(crate) fn authorize<T>(
        &self,
        request: Request<T>,
        token: Token,
    ) -> Result<Request<T>, BuildError> {
        let request = request.with(|request| {
            announce_empty_body(request);
            request.headers_mut().insert(AUTHORIZATION, token.header);
        });
        match (self.body_format, request.body()) {
            (BodyFormat::Form, Some(json)) => {
                let form =
                    form::from_json(json).map_err(|_| BuildError::new("the body is not JSON"))?;
                Ok(request.with_body("application/x-www-form-urlencoded", form))
            }
            _ => Ok(request),
        }
    }
}

/// The token in an answer, with its expiry.
pub(crate) fn token(answer: &types::TokenResponse, now: DateTime<Utc>) -> Option<Result<Token>> {
    let access_token = answer.access_token.as_ref()?.expose();
    Some(
        sensitive("the access token", &format!("Bearer {access_token}"))
            .map(|header| Token::new(header, expires_at(access_token, answer.expires_in, now))),
    )
}

/// The expiry stated in the token itself. Otherwise `expires_in`: the document's sample is a Unix
/// time although the name suggests a duration, so a large number is a Unix time. Otherwise a minute
/// less than the sample's hour.
fn expires_at(token: &str, expires_in: Option<i64>, now: DateTime<Utc>) -> DateTime<Utc> {
    const YEAR_2001: i64 = 1_000_000_000;
    let stated = claims(token).and_then(|claims| DateTime::from_timestamp(claims.exp, 0));
    let announced = expires_in.and_then(|number| match number {
        YEAR_2001.. => DateTime::from_timestamp(number, 0),
        _ => now.checked_add_signed(TimeDelta::try_seconds(number)?),
    });
    stated
        .or(announced)
        .unwrap_or_else(|| now + TimeDelta::minutes(59))
}

#[derive(Deserialize)]
struct Claims {
    exp: i64,
}

/// The payload of a JWT. It is read, not trusted: the server decides.
fn claims(token: &str) -> Option<Claims> {
    let payload = token.split('.').nth(1)?;
    let json = BASE64_URL_SAFE_NO_PAD.decode(payload).ok()?;
    serde_json::from_slice(&json).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jwt(claims: &str) -> String {
        format!("e30.{}.x", BASE64_URL_SAFE_NO_PAD.encode(claims))
    }

    #[test]
    fn the_end_of_a_token_is_its_own_claim_before_the_answers_number() {
        let end = expires_at(
            &jwt(r#"{"exp": 1614674539}"#),
            Some(1_635_915_352),
            Utc::now(),
        );
        assert_eq!(end.timestamp(), 1_614_674_539);
    }

    #[test]
    fn expires_in_is_read_as_a_point_in_time_or_a_duration() {
        assert_eq!(
            expires_at("opaque", Some(1_635_915_352), Utc::now()).timestamp(),
            1_635_915_352
        );
        let now = Utc::now();
        let in_an_hour = expires_at("opaque", Some(3600), now) - now;
        assert_eq!(in_an_hour.num_seconds(), 3600);
    }

    #[test]
    fn an_odd_token_or_number_is_no_panic() {
        for token in ["", ".", "a.b.c", &jwt("[]"), &jwt(r#"{"exp": 9e99}"#)] {
            for number in [None, Some(i64::MAX), Some(i64::MIN)] {
                expires_at(token, number, Utc::now());
            }
        }
    }
}
