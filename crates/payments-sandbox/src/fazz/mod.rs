//! Fazz payments (Xfers v4, Indonesia): one-time payments, their list and tasks, permanent methods,
//! signed callbacks.

mod callbacks;
mod list;
mod persistent;
mod refusals;
mod request;
mod shapes;
mod tasks;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use self::refusals::Refusal;
use crate::{
    code::Code,
    faults::{Operation, Target, Words},
    lifecycle,
    outbox::Headers,
    payment::{Action, Conflict, Key, Payment, State},
    provider::{Lead, Provider},
    reply::Reply,
    request::Request,
    settings::Settings,
    world::World,
};

const NAME: &str = "fazz";

/// References are unique over all of an account's payments.
const SCOPE: &str = "payment";

const TEST_KEY: &str = "test_";

/// What Fazz remembers beside its payments.
#[derive(Clone, Debug, Default)]
struct Memory {
    /// Methods that stay, by id.
    methods: HashMap<String, persistent::Method>,
}

#[derive(Debug)]
pub(crate) struct Fazz;

enum Route<'a> {
    Create,
    List,
    Get(&'a str),
    Task(&'a str),
    Persistent(persistent::Kind, &'a [&'a str]),
}

fn route<'a>(method: &str, path: &'a [&'a str]) -> Option<Route<'a>> {
    let below = path.strip_prefix(&["api", "v4"])?;
    Some(match (method, below) {
        ("POST", ["payments"]) => Route::Create,
        ("GET", ["payments"]) => Route::List,
        ("GET", ["payments", id]) => Route::Get(id),
        ("POST", ["payments", id, "tasks"]) => Route::Task(id),
        (_, ["payment_methods", collection, rest @ ..]) => {
            Route::Persistent(persistent::Kind::named(collection)?, rest)
        }
        _ => return None,
    })
}

/// The attributes within the data/attributes envelope of a body.
fn attributes(request: &Request) -> Result<Map<String, Value>, Refusal> {
    let members = request.json_members();
    members
        .as_ref()
        .and_then(|members| members.get("data")?.get("attributes")?.as_object())
        .cloned()
        .ok_or_else(|| refusals::invalid("data.attributes must be an object"))
}

/// Any key of the provider's test mode with any secret. The key is the account.
fn account(request: &Request) -> Result<String, Refusal> {
    match request.basic() {
        Some((key, _)) if key.starts_with(TEST_KEY) => Ok(key),
        _ => Err(refusals::ACCESS_DENIED),
    }
}

impl Provider for Fazz {
    fn name(&self) -> &'static str {
        NAME
    }

    fn target(&self, world: &World, request: &Request) -> Option<Target> {
        let path = request.path_below_provider();
        let by_id = |id: &str| {
            let (_, payment) = world.book.find_id(NAME, id)?;
            Some(payment.reference.clone())
        };
        let sent = |name: &str| {
            let attributes = attributes(request).ok()?;
            attributes.get(name)?.as_str().map(str::to_owned)
        };
        let (operation, reference) = match route(request.method(), &path)? {
            Route::Create => (Operation::Create, sent("referenceId")),
            Route::List => (Operation::Get, list::reference(request).map(str::to_owned)),
            Route::Get(id) => (Operation::Get, by_id(id)),
            Route::Task(id) => match sent("action").as_deref() {
                Some("cancel") => (Operation::Cancel, by_id(id)),
                _ => return None,
            },
            Route::Persistent(..) => return None,
        };
        Some(Target::new(operation, reference))
    }

    fn account(&self, _: &World, request: &Request) -> Option<String> {
        account(request).ok()
    }

    fn key(&self, request: &Request) -> Option<String> {
        let (key, _) = request.basic().unwrap_or_default();
        Some(key)
    }

    fn handle(&self, world: &mut World, request: &Request) -> Reply {
        let path = request.path_below_provider();
        let Some(route) = route(request.method(), &path) else {
            return refusals::NOT_FOUND.reply();
        };
        let answer = account(request).and_then(|account| match route {
            Route::Create => request::create(world, &account, &attributes(request)?),
            Route::List => list::page(world, &account, request),
            Route::Get(id) => shapes::answer(find(world, &account, id)?, 200, world),
            Route::Task(id) => tasks::act(world, &account, id, &attributes(request)?),
            Route::Persistent(kind, rest) => {
                persistent::handle(world, &account, kind, rest, request)
            }
        });
        answer.unwrap_or_else(|refusal| refusal.reply())
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
            Action::Settle => State::Settled,
            Action::Decline => State::Failed("declined"),
            Action::Expire => State::Expired,
            Action::Cancel => State::Cancelled,
        };
        lifecycle::change(world, self, key, next, at)
    }

    fn announce(&self, world: &mut World, key: Key, at: DateTime<Utc>) {
        callbacks::announce(world, key, at);
    }

    fn status(&self, payment: &Payment) -> &'static str {
        match payment.state {
            State::Pending => "pending",
            State::Paid => "paid",
            State::Settled => "completed",
            State::Failed(_) => "failed",
            State::Expired => "expired",
            _ => "cancelled",
        }
    }

    fn outage(&self, status: u16) -> Reply {
        let body = json!({"errors": [{
            "code": "001", "title": "Internal server error", "detail": "something went wrong",
        }]});
        Reply::json(status, body)
    }

    fn refusal(&self, _: &mut World, _: &Request, code: &Code, http: Option<u16>) -> Reply {
        let body = json!({"errors": [{
            "code": code.code, "title": code.meaning, "detail": code.meaning,
        }]});
        Reply::json(http.unwrap_or(code.http(|_| true)), body)
    }

    fn words(&self) -> Words {
        Words {
            amounts: &["amount"],
            references: &["referenceId"],
            events: &[("type", "disbursement")],
        }
    }

    fn callback_pauses(&self) -> &'static [i64] {
        &callbacks::PAUSES
    }

    fn lead(&self, payment: &Payment) -> Lead {
        shapes::lead(payment)
    }

    fn proof_headers(&self) -> &'static [&'static str] {
        &["xfers-signature"]
    }

    fn proof(&self, settings: &Settings, body: &[u8]) -> Headers {
        callbacks::proof(settings, body)
    }

    fn dashboard_url<'a>(&self, settings: &'a Settings) -> Option<&'a str> {
        settings.callback_urls.get("fazz").map(String::as_str)
    }
}

/// A payment of an account; another's does not exist for it.
fn find<'a>(world: &'a World, account: &str, id: &str) -> Result<&'a Payment, Refusal> {
    find_key(world, account, id).map(|(_, payment)| payment)
}

fn find_key<'a>(world: &'a World, account: &str, id: &str) -> Result<(Key, &'a Payment), Refusal> {
    world
        .book
        .find_id(NAME, id)
        .filter(|(_, payment)| payment.account == account)
        .ok_or(refusals::NOT_FOUND)
}
