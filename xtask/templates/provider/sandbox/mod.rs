//! Exampleco: QRIS payments and signed callbacks.
// example of new-provider: write it from the document, not from the client

mod payment;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::{
    callbacks,
    code::Code,
    faults::{Operation, Target, Words},
    lifecycle,
    outbox::{Headers, Message},
    payment::{Action, Conflict, Key, Payment, State},
    provider::{Lead, Provider},
    reply::Reply,
    request::Request,
    settings::Settings,
    signature,
    world::World,
};

const NAME: &str = "exampleco";

/// References are unique over all of an account's payments.
const SCOPE: &str = "payment";

const TEST_KEY: &str = "test_";

#[derive(Debug)]
pub(crate) struct Exampleco;

enum Route {
    Create,
    Get(String),
}

fn route(request: &Request) -> Option<Route> {
    let path = request.path_below_provider();
    Some(match (request.method(), path.as_slice()) {
        ("POST", ["payments"]) => Route::Create,
        ("GET", ["payments", reference]) => Route::Get((*reference).to_owned()),
        _ => return None,
    })
}

/// Any key of the provider's test mode. The key is the account.
fn account(request: &Request) -> Option<String> {
    let key = request.credentials("Bearer")?;
    key.starts_with(TEST_KEY).then(|| key.to_owned())
}

fn refused(status: u16, code: &str, message: &str) -> Reply {
    Reply::json(status, json!({"code": code, "message": message}))
}

impl Provider for Exampleco {
    fn name(&self) -> &'static str {
        NAME
    }

    fn target(&self, _: &World, request: &Request) -> Option<Target> {
        let (operation, reference) = match route(request)? {
            Route::Create => {
                let members = request.json_members().unwrap_or_default();
                let reference = members.get("reference").and_then(Value::as_str);
                (Operation::Create, reference.map(str::to_owned))
            }
            Route::Get(reference) => (Operation::Get, Some(reference)),
        };
        Some(Target::new(operation, reference))
    }

    fn account(&self, _: &World, request: &Request) -> Option<String> {
        account(request)
    }

    fn key(&self, request: &Request) -> Option<String> {
        Some(request.credentials("Bearer").unwrap_or_default().to_owned())
    }

    fn handle(&self, world: &mut World, request: &Request) -> Reply {
        let Some(account) = account(request) else {
            return refused(401, "UNAUTHORIZED", "the API key is missing or unknown");
        };
        match route(request) {
            Some(Route::Create) => payment::create(world, account, request),
            Some(Route::Get(reference)) => match world.book.find(NAME, &account, SCOPE, &reference)
            {
                Some((_, found)) => Reply::json(200, payment::shown(found)),
                None => refused(404, "NOT_FOUND", "no payment has this reference"),
            },
            None => refused(404, "NO_SUCH_PATH", "there is nothing here"),
        }
    }

    fn act(
        &self,
        world: &mut World,
        key: Key,
        action: Action,
        at: DateTime<Utc>,
    ) -> Result<(), Conflict> {
        let next = match action {
            Action::Pay => State::Paid,
            Action::Decline => State::Failed("declined"),
            Action::Expire => State::Expired,
            Action::Settle | Action::Cancel => return Err(Conflict::unknown(action)),
        };
        lifecycle::change(world, self, key, next, at)
    }

    fn announce(&self, world: &mut World, key: Key, at: DateTime<Utc>) {
        let Some(payment) = world.book.get(key) else {
            return;
        };
        let body = json!({"event": "payment", "data": payment::shown(payment)});
        let headers = self.proof(&world.settings, body.to_string().as_bytes());
        let message = Message::new(payment.callback_url.clone(), headers, body);
        callbacks::notify(world, self, key, message, at);
    }

    fn status(&self, payment: &Payment) -> &'static str {
        match payment.state {
            State::Pending => "PENDING",
            State::Paid | State::Settled => "PAID",
            State::Expired => "EXPIRED",
            _ => "FAILED",
        }
    }

    fn outage(&self, status: u16) -> Reply {
        Reply::json(status, json!({"message": "internal server error"}))
    }

    fn refusal(&self, _: &mut World, _: &Request, code: &Code, http: Option<u16>) -> Reply {
        let status = http.unwrap_or(code.http(|_| true));
        refused(status, code.code, code.meaning)
    }

    fn words(&self) -> Words {
        Words {
            amounts: &["amount"],
            references: &["reference"],
            events: &[("event", "payout")],
        }
    }

    fn callback_pauses(&self) -> &'static [i64] {
        const MINUTE: i64 = 60;
        &[MINUTE, 5 * MINUTE, 15 * MINUTE]
    }

    fn dashboard_url<'a>(&self, _: &'a Settings) -> Option<&'a str> {
        None
    }

    fn proof(&self, settings: &Settings, body: &[u8]) -> Headers {
        let signature = signature::hmac_sha256(settings.secret_of(NAME), body);
        vec![("x-signature", signature)]
    }

    fn proof_headers(&self) -> &'static [&'static str] {
        &["x-signature"]
    }

    fn lead(&self, _: &Payment) -> Lead {
        Lead::Qr
    }

    fn shop(&self, world: &World, reference: &str, buys: bool) -> Option<Request> {
        let end = world.settings.token.as_deref().unwrap_or("sandbox");
        let headers = vec![
            ("authorization", format!("Bearer {TEST_KEY}{end}")),
            ("content-type", "application/json".to_owned()),
        ];
        let (method, path, body) = match buys {
            true => {
                let body = json!({"reference": reference, "amount": 20_000});
                ("POST", "/exampleco/payments".to_owned(), body)
            }
            false => {
                let path = format!("/exampleco/payments/{reference}");
                ("GET", path, Value::Null)
            }
        };
        Request::of(method.parse().ok()?, &path, headers, &body)
    }
}
