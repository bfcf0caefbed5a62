//! Tokens, and the headers of every call.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{Memory, refusals::Refusal};
use crate::{clock, reply::Reply, request::Request, world::World};

const LIFETIME: TimeDelta = TimeDelta::seconds(3599);

/// The header is 35 characters long with its scheme.
const TOKEN_LENGTH: usize = 28;

/// Whose each token is, and until when.
pub(super) type Tokens = HashMap<String, (String, DateTime<Utc>)>;

/// Any client with any secret gets a token; a form or JSON, `grant_type` in the query or in the
/// body.
pub(super) fn issue(world: &mut World, request: &Request) -> Reply {
    let members = request.members().unwrap_or_default();
    let text = |name: &str| {
        members
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let grant = request.query("grant_type").unwrap_or(text("grant_type"));
    let (client, secret) = (text("client_id"), text("client_secret"));
    let refused = |status, code: &str, message: &str| {
        Reply::json(status, json!({"ErrorCode": code, "Error": message}))
    };
    if grant != "client_credentials" {
        return refused(
            400,
            "invalid_request",
            "grant_type must be client_credentials",
        );
    }
    if client.is_empty() || secret.is_empty() {
        return refused(401, "invalid_client", "ClientId is Invalid");
    }
    let token = world.identifiers.token(client, TOKEN_LENGTH);
    let now = world.now();
    let memory = world.memories.get_or_insert_default::<Memory>();
    memory
        .tokens
        .insert(token.clone(), (client.to_owned(), now + LIFETIME));
    let body = json!({
        "accessToken": token,
        "expiresIn": LIFETIME.num_seconds().to_string(),
        "tokenType": "BearerToken",
        "clientId": client,
        "responseTime": clock::jakarta_digits(now),
        "apiProductList": "[rpi]",
        "organizationName": "sandbox",
        "developer.email": "developer@sandbox.invalid",
    });
    Reply::json(200, body)
}

fn grant<'a>(world: &'a World, request: &Request) -> Option<&'a (String, DateTime<Utc>)> {
    let token = request.credentials("Bearer")?;
    world.memories.get::<Memory>()?.tokens.get(token)
}

/// Whose bearer token it is, or was.
pub(super) fn holder<'a>(world: &'a World, request: &Request) -> Option<&'a str> {
    grant(world, request).map(|(client, _)| &**client)
}

/// The client behind the bearer token.
pub(super) fn client(world: &World, request: &Request) -> Result<String, Refusal> {
    grant(world, request)
        .filter(|(_, expires)| *expires > world.now())
        .map(|(client, _)| client.clone())
        .ok_or(Refusal::Token)
}

/// The id of the flow: from the new header or from the deprecated one, and the same in both if both
/// are there.
pub(super) fn correlation(request: &Request) -> Result<String, Refusal> {
    let [new, old] = ["X-Correlation-ID", "A-Correlation-ID"].map(|name| request.header(name));
    let id = new.or(old).unwrap_or_default();
    if !is_id(id) || old.is_some_and(|old| old != id) {
        let message = "X-Correlation-ID must be 32 alphanumeric characters, the same as A-Correlation-ID if both are sent";
        return Err(Refusal::Header(message.to_owned()));
    }
    Ok(id.to_owned())
}

/// "Only 'application/json' is supported", with a length between 16 and 16: no charset, no list, no
/// `*/*`.
pub(super) fn content_types(request: &Request) -> Result<(), Refusal> {
    for name in ["Content-Type", "Accept"] {
        let kind = request.header(name).unwrap_or_default();
        if !kind.eq_ignore_ascii_case("application/json") {
            return Err(Refusal::Header(format!("{name} must be application/json")));
        }
    }
    Ok(())
}

/// The merchant's code, and that there is a channel.
pub(super) fn merchant(request: &Request) -> Result<String, Refusal> {
    let code = request.header("A-Merchant-Code").unwrap_or_default();
    if !is_merchant_code(code) {
        let message = "A-Merchant-Code must be 6 alphanumeric characters";
        return Err(Refusal::Header(message.to_owned()));
    }
    let channel = request.header("A-Channel-ID").unwrap_or_default();
    if !(1..=20).contains(&channel.len()) {
        let message = "A-Channel-ID must be 1 to 20 characters";
        return Err(Refusal::Header(message.to_owned()));
    }
    Ok(code.to_owned())
}

pub(super) fn is_id(text: &str) -> bool {
    is_alphanumeric(text, 32)
}

pub(super) fn is_merchant_code(text: &str) -> bool {
    is_alphanumeric(text, 6)
}

fn is_alphanumeric(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
