//! Ciputra Life "E-Payment": tokens, charges, cancellation, status of transactions and
//! registrations.
//!
//! The public page names no paths, no error codes and no statuses but `paid` and `cancel`; what is
//! assumed is listed in this crate's README.

mod expiry;
mod order;
mod refusals;
mod registration;
mod token;
mod transaction;

use std::{borrow::Cow, collections::HashMap};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

pub(crate) use self::registration::register;
use crate::{
    callbacks,
    code::Code,
    faults::{Operation, Target, Words},
    lifecycle,
    outbox::{Headers, Message},
    payment::{Action, Conflict, Key, Payment, State},
    provider::{Lead, Provider},
    reply::{Reply, object},
    request::Request,
    settings::Settings,
    world::World,
};

const NAME: &str = "ciputra";

/// References are unique over all of an account's orders.
const SCOPE: &str = "order";

/// The one broker that every key pair belongs to.
const BROKER_ID: u64 = 1;
const BROKER_NAME: &str = "Sandbox Broker";

/// What Ciputra remembers beside its orders.
#[derive(Clone, Debug, Default)]
struct Memory {
    tokens: HashMap<String, token::Grant>,
    registrations: HashMap<String, Value>,
    orders: u64,
}

#[derive(Debug)]
pub(crate) struct Ciputra;

enum Route {
    Token,
    Transaction,
    TransactionStatus(String),
    RegistrationStatus(String),
}

fn route(request: &Request) -> Option<Route> {
    // The page leaves open whether the reference is a segment or a query parameter.
    let query = || request.query("external_id").unwrap_or_default().to_owned();
    Some(
        match (request.method(), request.path_below_provider().as_slice()) {
            ("GET" | "POST", ["auth", "token"]) => Route::Token,
            ("POST", ["api", "transaction"]) => Route::Transaction,
            ("GET", ["api", "transaction"]) => Route::TransactionStatus(query()),
            ("GET", ["api", "transaction", reference]) => {
                Route::TransactionStatus((*reference).to_owned())
            }
            ("GET", ["api", "registration"]) => Route::RegistrationStatus(query()),
            ("GET", ["api", "registration", reference]) => {
                Route::RegistrationStatus((*reference).to_owned())
            }
            _ => return None,
        },
    )
}

/// The envelope round every answer that succeeded.
fn success(data: Value) -> Value {
    object([
        ("code", "00".into()),
        ("status", true.into()),
        ("data", data),
        ("message", "Success".into()),
    ])
}

impl Provider for Ciputra {
    fn name(&self) -> &'static str {
        NAME
    }

    fn target(&self, _: &World, request: &Request) -> Option<Target> {
        let (operation, reference) = match route(request)? {
            Route::Token => (Operation::Token, None),
            Route::TransactionStatus(reference) | Route::RegistrationStatus(reference) => {
                (Operation::Get, Some(reference))
            }
            Route::Transaction => {
                let members = request.members().unwrap_or_default();
                let operation = match transaction::action(&members).as_deref() {
                    Some("cancel") => Operation::Cancel,
                    _ => Operation::Create,
                };
                let reference = transaction::text(&members, "external_id");
                (operation, reference.map(Cow::into_owned))
            }
        };
        Some(Target::new(operation, reference))
    }

    fn account(&self, world: &World, request: &Request) -> Option<String> {
        token::holder(world, request).map(str::to_owned)
    }

    /// Its callbacks prove nothing.
    fn key(&self, _: &Request) -> Option<String> {
        None
    }

    fn handle(&self, world: &mut World, request: &Request) -> Reply {
        let Some(route) = route(request) else {
            return refusals::NO_SUCH_PATH.reply();
        };
        if matches!(route, Route::Token) {
            return token::issue(world, request);
        }
        let account = match token::check(world, request) {
            Ok(account) => account,
            Err(refusal) => return refusal.reply(),
        };
        match route {
            Route::Token => token::issue(world, request),
            Route::Transaction => transaction::post(world, &account, request),
            Route::TransactionStatus(reference) => transaction::status(world, &account, &reference),
            Route::RegistrationStatus(reference) => registration::status(world, &reference),
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
            Action::Settle => return Err(Conflict::unknown(action)),
            Action::Decline => State::Failed("declined"),
            Action::Expire => State::Expired,
            Action::Cancel => State::Cancelled,
        };
        lifecycle::change(world, self, key, next, at)
    }

    fn lead(&self, payment: &Payment) -> Lead {
        order::lead(payment)
    }

    /// No document shows a callback; the status object in its envelope is assumed.
    fn announce(&self, world: &mut World, key: Key, at: DateTime<Utc>) {
        let Some(payment) = world.book.get(key) else {
            return;
        };
        let body = success(order::status_data(payment));
        let message = Message::new(payment.callback_url.clone(), Headers::new(), body);
        callbacks::notify(world, self, key, message, at);
    }

    fn status(&self, payment: &Payment) -> &'static str {
        match payment.state {
            State::Pending => "pending",
            State::Paid | State::Settled => "paid",
            State::Failed(_) => "failed",
            State::Expired => "expired",
            _ => "cancel",
        }
    }

    fn outage(&self, status: u16) -> Reply {
        let body = json!({
            "code": status.to_string(),
            "status": false,
            "message": "Internal Server Error",
        });
        Reply::json(status, body)
    }

    /// No document shows a code, so that none can be ordered.
    fn refusal(&self, _: &mut World, _: &Request, code: &Code, http: Option<u16>) -> Reply {
        let body = json!({"code": code.code, "status": false, "message": code.meaning});
        Reply::json(http.unwrap_or(code.http(|_| true)), body)
    }

    fn words(&self) -> Words {
        Words {
            amounts: &["amount"],
            references: &["external_id"],
            events: &[("action", "registration"), ("status", "on_hold")],
        }
    }

    fn callback_pauses(&self) -> &'static [i64] {
        const MINUTE: i64 = 60;
        &[MINUTE, 5 * MINUTE, 15 * MINUTE]
    }

    fn dashboard_url<'a>(&self, _: &'a Settings) -> Option<&'a str> {
        None
    }
}
