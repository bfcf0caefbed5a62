//! What requests carry: the client's id and secret for a token, the token for everything else.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};
use form_urlencoded::Serializer;
use payments_core::{
    Result,
    http::{Token, TokenCache, sensitive},
};
use progenitor_client::{ClientHooks, Error, OperationInfo};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};

use crate::{
    Config, bodies,
    generated::{client::Client, types},
};

/// Shared by the clones of a client, so that they share one token.
#[derive(Clone, Debug)]
pub(crate) struct Auth {
    pub(crate) tokens: Arc<TokenCache>,
    pub(crate) credentials: types::TokenRequest,
}

impl Auth {
    pub(crate) fn new(config: &Config) -> Self {
        Self {
            tokens: Arc::default(),
            credentials: types::TokenRequest {
                client_id: config.client_id.clone(),
                client_secret: config.client_secret.clone(),
            },
        }
    }
}

impl ClientHooks<Auth> for Client {
    async fn pre<E>(
        &self,
        request: &mut reqwest::Request,
        info: &OperationInfo,
    ) -> std::result::Result<(), Error<E>> {
        if info.operation_id == bodies::GET_TOKEN.name {
            let json = request.body().and_then(reqwest::Body::as_bytes);
            let form = json
                .and_then(form)
                .ok_or_else(|| Error::InvalidRequest("the token request is no form".into()))?;
            *request.body_mut() = Some(form.into());
            request.headers_mut().insert(
                CONTENT_TYPE,
                HeaderValue::from_static("application/x-www-form-urlencoded"),
            );
            return Ok(());
        }
        let token = self
            .inner
            .tokens
            .current()
            .ok_or_else(|| Error::Custom("there is no access token".into()))?;
        let headers = request.headers_mut();
        headers.insert(AUTHORIZATION, token.header.clone());
        // Every page lists it, that of the get, which has no body, too.
        headers
            .entry(CONTENT_TYPE)
            .or_insert(HeaderValue::from_static("application/json"));
        Ok(())
    }
}

/// The described JSON, whose members are texts, as the form that the provider reads.
fn form(json: &[u8]) -> Option<String> {
    let members: BTreeMap<String, String> = serde_json::from_slice(json).ok()?;
    Some(
        Serializer::new(String::new())
            .extend_pairs(members)
            .finish(),
    )
}

/// The token of an answer, with its end; none if it is empty.
pub(crate) fn token(answer: &types::TokenResponse) -> Option<Result<Token>> {
    // It is opaque: the document calls it a JWT, and gives it the length of none.
    let access_token = Some(answer.access_token.expose()).filter(|token| !token.is_empty())?;
    Some(
        sensitive("the access token", &format!("Bearer {access_token}")).map(|header| Token {
            header,
            expires_at: expires_at(answer.expires_in.as_deref()),
        }),
    )
}

/// So many seconds from now, in digits. Failing that, a minute less than the hour that was seen.
fn expires_at(expires_in: Option<&str>) -> DateTime<Utc> {
    expires_in
        .and_then(|digits| digits.parse().ok())
        .and_then(TimeDelta::try_seconds)
        .and_then(|lifetime| Utc::now().checked_add_signed(lifetime))
        .unwrap_or_else(|| Utc::now() + TimeDelta::minutes(59))
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
        let minutes = |digits| (expires_at(digits) - Utc::now()).num_minutes();
        assert_eq!(minutes(Some("601")), 10);
        for odd in [
            None,
            Some(""),
            Some("soon"),
            Some("3599.5"),
            Some("9223372036854775807"),
        ] {
            assert_eq!(minutes(odd), 58, "{odd:?}");
        }
        assert!(minutes(Some("-9223372036854775807")) <= 58);
    }
}
