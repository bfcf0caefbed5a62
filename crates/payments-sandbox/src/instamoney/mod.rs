//! Instamoney eWallets: `/ewallets` in the versions 2019-02-04 and 2020-02-01, and `/ewallets/charges`.

mod account;
mod callbacks;
mod charge_request;
mod charges;
mod ewallets;
mod magic;
mod refusals;
mod validation;
mod wallet;

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

pub(crate) use self::{charges::Charge, ewallets::Ewallet};
use self::{
    refusals::{DECLINED, NOT_AUTHORIZED},
    wallet::Wallet,
};
use crate::{
    faults::{Operation, Target},
    identifiers::Identifiers,
    outbox::Headers,
    payment::{Action, Conflict, Details, Key, Payment, State},
    provider::Provider,
    reply::Reply,
    request::Request,
    settings::Settings,
    world::World,
};

const NAME: &str = "instamoney";

/// What Instamoney remembers beside its payments.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    business_ids: HashMap<String, String>,
}

#[derive(Debug)]
pub(crate) struct Instamoney;

enum Route<'a> {
    CreateEwallet,
    GetEwallet,
    CreateCharge,
    GetCharge(&'a str),
    VoidCharge(&'a str),
}

fn route<'a>(method: &str, path: &[&'a str]) -> Option<Route<'a>> {
    Some(match (method, path) {
        ("POST", ["ewallets"]) => Route::CreateEwallet,
        ("GET", ["ewallets"]) => Route::GetEwallet,
        ("POST", ["ewallets", "charges"]) => Route::CreateCharge,
        ("GET", ["ewallets", "charges", id]) => Route::GetCharge(id),
        ("POST", ["ewallets", "charges", id, "void"]) => Route::VoidCharge(id),
        _ => return None,
    })
}

/// The moment after which an asynchronous outcome arrives.
fn moment(now: DateTime<Utc>) -> DateTime<Utc> {
    now + TimeDelta::seconds(1)
}

/// Path of the customer's page. OVO answers name none, but a person may approve there all the same.
fn page(id: &str) -> String {
    format!("{NAME}/checkout/{id}")
}

impl Provider for Instamoney {
    fn name(&self) -> &'static str {
        NAME
    }

    fn target(&self, world: &World, request: &Request) -> Option<Target> {
        let member = |name: &str| {
            let members = request.members()?;
            members.get(name).and_then(Value::as_str).map(str::to_owned)
        };
        let held_by = |id: &str| {
            let (_, payment) = world.book.find_id(NAME, id)?;
            Some(payment.reference.clone())
        };
        let path = request.path_below_provider();
        let (operation, reference) = match route(request.method(), &path)? {
            Route::CreateEwallet => (Operation::Create, member("external_id")),
            Route::CreateCharge => (Operation::Create, member("reference_id")),
            Route::GetEwallet => {
                let reference = request.query("external_id").map(str::to_owned);
                (Operation::Get, reference)
            }
            Route::GetCharge(id) => (Operation::Get, held_by(id)),
            Route::VoidCharge(id) => (Operation::Cancel, held_by(id)),
        };
        Some(Target {
            operation,
            reference,
        })
    }

    fn handle(&self, world: &mut World, request: &Request) -> Reply {
        let path = request.path_below_provider();
        let Some(route) = route(request.method(), &path) else {
            return refusals::NO_SUCH_PATH.reply();
        };
        let account = match account::identify(request) {
            Ok(account) => account,
            Err(refusal) => return refusal.reply(),
        };
        match route {
            Route::CreateEwallet => {
                let reply = ewallets::create(world, &account, request);
                with_fee(world, request, reply)
            }
            Route::GetEwallet => ewallets::get(world, &account, request),
            Route::CreateCharge => {
                let reply = charges::create(world, &account, request);
                with_fee(world, request, reply)
            }
            Route::GetCharge(id) => charges::get(world, &account, id),
            Route::VoidCharge(id) => charges::void(world, &account, id),
        }
    }

    fn act(
        &self,
        world: &mut World,
        key: Key,
        action: Action,
        at: DateTime<Utc>,
    ) -> Result<(), Conflict> {
        let Some(payment) = world.book.get(key) else {
            return Err(Conflict("there is no such payment".to_owned()));
        };
        let wallet = match &payment.details {
            Details::Ewallet(ewallet) => Some(ewallet.wallet),
            _ => None,
        };
        let next = match (action, wallet) {
            (Action::Pay, _) => State::Paid,
            (Action::Settle, _) => return Err(Conflict::unknown(action)),
            (Action::Decline, Some(_)) => State::Failed(DECLINED.code),
            (Action::Decline, None) => State::Failed("USER_DECLINED_PAYMENT"),
            (Action::Expire, Some(Wallet::Dana | Wallet::Linkaja)) => State::Expired,
            // Neither OVO nor charges know the word expired.
            (Action::Expire, Some(Wallet::Ovo) | None) => State::Failed(NOT_AUTHORIZED.code),
            (Action::Cancel, None) => return charges::request_void(world, key, at),
            (Action::Cancel, Some(_)) => {
                let message = "the provider cannot cancel a payment of /ewallets";
                return Err(Conflict(message.to_owned()));
            }
        };
        world.change(key, next, at)
    }

    fn announce(&self, world: &mut World, key: Key, at: DateTime<Utc>) {
        callbacks::announce(world, key, at);
    }

    fn status(&self, payment: &Payment) -> &'static str {
        match (&payment.details, payment.state) {
            (Details::Ewallet(ewallet), state) => ewallet.status(state),
            (_, State::Pending) => "PENDING",
            (_, State::Paid | State::Settled) => "SUCCEEDED",
            (_, State::Voided) => "VOIDED",
            (_, _) => "FAILED",
        }
    }

    fn outage(&self, status: u16) -> Reply {
        match status {
            503 => refusals::CHANNEL_UNAVAILABLE.reply(),
            _ => refusals::SERVER.with_status(status),
        }
    }

    /// Six, a day in all, each counted from the one before.
    fn callback_pauses(&self) -> &'static [i64] {
        const MINUTE: i64 = 60;
        const HOUR: i64 = 60 * MINUTE;
        &[
            15 * MINUTE,
            45 * MINUTE,
            2 * HOUR,
            3 * HOUR,
            6 * HOUR,
            12 * HOUR,
        ]
    }

    fn token<'a>(&self, settings: &'a Settings) -> Option<&'a str> {
        Some(&settings.instamoney_callback_token)
    }

    fn proof_headers(&self) -> &'static [&'static str] {
        &["x-callback-token"]
    }

    fn proof(&self, settings: &Settings, _: &str) -> Headers {
        callbacks::proof(&settings.instamoney_callback_token)
    }

    fn marks(&self, identifiers: &mut Identifiers) -> Headers {
        callbacks::marks(identifiers)
    }

    fn dashboard_url<'a>(&self, settings: &'a Settings) -> Option<&'a str> {
        settings.instamoney_callback_url.as_deref()
    }
}

/// "We will return the fee_rule_id and the fee_id in the header": the headers' names are assumed.
fn with_fee(world: &mut World, request: &Request, reply: Reply) -> Reply {
    match request.header("with-fee-rule") {
        Some(rule) if reply.status < 300 => reply
            .with_header("fee-rule-id", rule)
            .with_header("fee-id", format!("fee_{}", world.identifiers.uuid())),
        _ => reply,
    }
}
