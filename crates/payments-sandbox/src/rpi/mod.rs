//! Ayoconnect RPI: recurring payment instructions. A customer confirms one on a page, and the
//! provider then charges by its schedule.
//!
//! The document shows the body of create and the statuses; paths, headers, answers and callbacks
//! follow sibling products.

mod access;
mod calls;
mod create_request;
mod mandate;
mod refusals;
mod schedule;

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use self::refusals::Refusal;
use crate::{
    code::Code,
    faults::{Operation, Target, Words},
    lifecycle,
    payment::{Action, Conflict, Key, Payment, State},
    provider::{Lead, Provider},
    reply::Reply,
    request::Request,
    settings::Settings,
    world::World,
};

const NAME: &str = "rpi";

/// `transactionId` is the reference of an instruction.
const SCOPE: &str = "instruction";

/// What RPI remembers beside its instructions.
#[derive(Clone, Debug, Default)]
struct Memory {
    tokens: access::Tokens,
    /// Correlation ids that began with a create, per client.
    flows: HashSet<(String, String)>,
}

#[derive(Debug)]
pub(crate) struct Rpi;

enum Route<'a> {
    Token,
    Create,
    Get(&'a str),
    ChangeAmount,
}

fn route<'a>(method: &str, path: &[&'a str]) -> Option<Route<'a>> {
    Some(match (method, path) {
        ("POST", ["v1", "oauth", "client_credential", "accesstoken"]) => Route::Token,
        ("POST", ["api", "v1", "rpi"]) => Route::Create,
        ("PUT", ["api", "v1", "rpi", "bill-amount"]) => Route::ChangeAmount,
        ("GET", ["api", "v1", "rpi", code]) => Route::Get(code),
        _ => return None,
    })
}

fn transaction_id(request: &Request) -> Option<String> {
    let members = request.json_members().unwrap_or_default();
    let text = members.get("transactionId").and_then(Value::as_str);
    text.or(request.query("transactionId")).map(str::to_owned)
}

impl Provider for Rpi {
    fn name(&self) -> &'static str {
        NAME
    }

    fn target(&self, world: &World, request: &Request) -> Option<Target> {
        let held_by = |code: &str| {
            let (_, payment) = world.book.find_id(NAME, code)?;
            Some(payment.reference.clone())
        };
        let path = request.path_below_provider();
        let (operation, reference) = match route(request.method(), &path)? {
            Route::Token => (Operation::Token, None),
            Route::Create => (Operation::Create, transaction_id(request)),
            Route::Get(code) => (Operation::Get, held_by(code)),
            Route::ChangeAmount => {
                let members = request.json_members().unwrap_or_default();
                let code = members.get("rpiCode").and_then(Value::as_str);
                (Operation::Update, code.and_then(held_by))
            }
        };
        Some(Target::new(operation, reference))
    }

    fn account(&self, world: &World, request: &Request) -> Option<String> {
        access::holder(world, request).map(str::to_owned)
    }

    /// Its callbacks prove nothing.
    fn key(&self, _: &Request) -> Option<String> {
        None
    }

    fn handle(&self, world: &mut World, request: &Request) -> Reply {
        let path = request.path_below_provider();
        let Some(route) = route(request.method(), &path) else {
            return Reply::json(404, json!({"code": 404, "message": "Path not found"}));
        };
        let client = match access::client(world, request) {
            _ if matches!(route, Route::Token) => return access::issue(world, request),
            Ok(client) => client,
            Err(refusal) => return refusal.reply(world, None),
        };
        let answer = match route {
            Route::Get(code) => calls::get(world, &client, code, request),
            Route::ChangeAmount => calls::change_amount(world, &client, request),
            Route::Create | Route::Token => calls::create(world, &client, request),
        };
        answer.unwrap_or_else(|refusal| refusal.reply(world, transaction_id(request).as_deref()))
    }

    /// Pay confirms, decline rejects, expire lets the page expire, cancel ends an instruction at
    /// the customer's bank.
    fn act(
        &self,
        world: &mut World,
        key: Key,
        action: Action,
        at: DateTime<Utc>,
    ) -> Result<(), Conflict> {
        let is_active = world
            .book
            .get(key)
            .is_some_and(|payment| payment.state == State::Active);
        let mut change = |next| lifecycle::change(world, self, key, next, at);
        match action {
            Action::Pay => mandate::confirm(world, key, at),
            Action::Decline => change(State::Failed("rejected")),
            Action::Expire => change(State::Expired),
            Action::Cancel if is_active => change(State::Cancelled),
            Action::Cancel => Err(Conflict("only an active instruction is ended".to_owned())),
            Action::Settle => Err(Conflict::unknown(action)),
        }
    }

    /// Only charges are called back: nothing is known of the rest.
    fn announce(&self, _: &mut World, _: Key, _: DateTime<Utc>) {}

    fn status(&self, payment: &Payment) -> &'static str {
        match payment.state {
            State::Pending => "PENDING_CONFIRMATION",
            State::Failed(_) => "REJECTED",
            State::Expired => "EXPIRED",
            State::Cancelled => "TERMINATED",
            State::Completed => "COMPLETED",
            _ => "ACTIVE",
        }
    }

    fn outage(&self, status: u16) -> Reply {
        Reply::json(
            status,
            json!({"code": status, "message": "Server error", "errors": []}),
        )
    }

    /// The document explains HTTP statuses and lists no code.
    fn refusal(
        &self,
        world: &mut World,
        request: &Request,
        code: &Code,
        http: Option<u16>,
    ) -> Reply {
        let refusal = match code.code {
            "401" => Refusal::Token,
            "412" => refusals::parameter("parameters", code.meaning),
            _ => Refusal::Header(code.meaning.to_owned()),
        };
        let reply = refusal.reply(world, transaction_id(request).as_deref());
        match http {
            Some(http) => reply.with_status(http),
            None => reply,
        }
    }

    fn words(&self) -> Words {
        Words {
            amounts: &["amount", "maxBillAmount"],
            references: &["transactionId"],
            events: &[("status", "99")],
        }
    }

    fn captures(&self) -> &'static [&'static str] {
        &["void_after_capture", "failed_charge"]
    }

    fn charge(&self, world: &mut World, key: Key, at: DateTime<Utc>) -> Result<(), Conflict> {
        mandate::charge(world, key, at)
    }

    fn void(&self, world: &mut World, key: Key, at: DateTime<Utc>) -> Result<(), Conflict> {
        mandate::give_back(world, key, at)
    }

    /// At once, and 1, 2 and 5 minutes later.
    fn callback_pauses(&self) -> &'static [i64] {
        &[60, 120, 300]
    }

    fn dashboard_url<'a>(&self, settings: &'a Settings) -> Option<&'a str> {
        settings.callback_urls.get("rpi").map(String::as_str)
    }

    fn lead(&self, _: &Payment) -> Lead {
        Lead::Mandate
    }

    fn choices(&self) -> [&'static str; 2] {
        ["Confirm", "Reject"]
    }

    fn charges(&self, payment: &Payment) -> Option<Value> {
        mandate::details(payment).map(mandate::charges)
    }
}
