//! `/auth/token`: any pair of keys gets a token for an hour.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::{
    BROKER_ID, Memory,
    refusals::{NO_CREDENTIALS, NO_TOKEN, Refusal, TOKEN_EXPIRED},
};
use crate::{reply::Reply, request::Request, world::World};

const LIFETIME: TimeDelta = TimeDelta::hours(1);

/// Whose token it is, and until when.
#[derive(Clone, Debug)]
pub(super) struct Grant {
    account: String,
    expires: DateTime<Utc>,
}

pub(super) fn issue(world: &mut World, request: &Request) -> Reply {
    let header = |name| request.header(name).filter(|value| !value.is_empty());
    let (Some(account), Some(_secret)) = (header("api-key"), header("api-secret")) else {
        return NO_CREDENTIALS.reply();
    };
    let issued = world.now();
    let expires = issued + LIFETIME;
    let claims = json!({
        "iss": "lumen-jwt",
        "sub": world.identifiers.token(account, 64),
        "iat": issued.timestamp(),
        "exp": expires.timestamp(),
        "br_id": BROKER_ID,
    });
    // Only the provider checks the signature, and it knows its tokens by heart: random bytes do.
    let token = [
        br#"{"typ":"JWT","alg":"HS256"}"#.to_vec(),
        claims.to_string().into_bytes(),
        world.identifiers.bytes(32),
    ]
    .map(|part| URL_SAFE_NO_PAD.encode(part))
    .join(".");
    let grant = Grant {
        account: account.to_owned(),
        expires,
    };
    let memory = world.memories.get_or_insert_default::<Memory>();
    memory.tokens.insert(token.clone(), grant);
    // The sample's `expires_in` is a point in time, not a number of seconds.
    let expires_in = if world.settings.ciputra_expires_in_seconds {
        LIFETIME.num_seconds()
    } else {
        expires.timestamp()
    };
    let body = json!({
        "code": "00",
        "status": true,
        "access_token": token,
        "expires_in": expires_in,
        "token_type": "Bearer",
        "message": "Success",
    });
    Reply::json(200, body)
}

fn grant<'a>(world: &'a World, request: &Request) -> Option<&'a Grant> {
    let token = request.credentials("Bearer")?;
    world.memories.get::<Memory>()?.tokens.get(token)
}

/// Whose bearer token it is, or was.
pub(super) fn holder<'a>(world: &'a World, request: &Request) -> Option<&'a str> {
    Some(&grant(world, request)?.account)
}

/// The account behind the bearer token.
pub(super) fn check(world: &World, request: &Request) -> Result<String, Refusal> {
    let grant = grant(world, request).ok_or(NO_TOKEN)?;
    if grant.expires <= world.now() {
        return Err(TOKEN_EXPIRED);
    }
    Ok(grant.account.clone())
}
