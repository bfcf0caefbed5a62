//! Instamoney eWallets: `/ewallets` in the versions 2019-02-04 and 2020-02-01, and
//! `/ewallets/charges`.

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
use rust_decimal::Decimal;
use serde_json::{Value, json};

use self::{
    charges::Charge,
    ewallets::Ewallet,
    refusals::{DECLINED, NOT_AUTHORIZED},
    wallet::Wallet,
};
use crate::{
    code::Code,
    faults::{Operation, Target, Words},
    identifiers::Identifiers,
    lifecycle,
    outbox::Headers,
    payment::{Action, Conflict, Key, Payment, State},
    provider::Provider,
    reply::Reply,
    request::Request,
    settings::Settings,
    world::World,
};

const NAME: &str = "instamoney";

/// What Instamoney remembers beside its payments.
#[derive(Clone, Debug, Default)]
struct Memory {
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
        Some(Target::new(operation, reference))
    }

    fn account(&self, _: &World, request: &Request) -> Option<String> {
        account::identify(request).ok()
    }

    fn key(&self, request: &Request) -> Option<String> {
        let (key, _) = request.basic().unwrap_or_default();
        Some(key)
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
        let ewallet = payment.details.downcast_ref::<Ewallet>();
        let wallet = ewallet.map(|ewallet| ewallet.wallet);
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
        lifecycle::change(world, self, key, next, at)
    }

    fn announce(&self, world: &mut World, key: Key, at: DateTime<Utc>) {
        callbacks::announce(world, key, at);
    }

    fn status(&self, payment: &Payment) -> &'static str {
        match (payment.details.downcast_ref::<Ewallet>(), payment.state) {
            (Some(ewallet), state) => ewallet.status(state),
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

    fn refusal(&self, _: &mut World, request: &Request, code: &Code, http: Option<u16>) -> Reply {
        let table = table(request);
        let http = http.unwrap_or_else(|| code.http(|listed| listed == table));
        let body = json!({"error_code": code.code, "message": code.meaning});
        Reply::json(http, body)
    }

    fn words(&self) -> Words {
        Words {
            amounts: &["amount", "charge_amount", "capture_amount"],
            references: &["external_id", "reference_id"],
            events: &[
                ("event", "ewallet.archive"),
                ("payment_status", "ON_HOLD"),
                ("status", "ON_HOLD"),
            ],
        }
    }

    fn captures(&self) -> &'static [&'static str] {
        &["void_after_capture", "partial_refund"]
    }

    /// Only charges: nothing that a wallet of the older interface says can tell of it.
    fn can_give_back(&self, payment: &Payment) -> bool {
        payment.details.is::<Charge>()
    }

    fn void(&self, world: &mut World, key: Key, at: DateTime<Utc>) -> Result<(), Conflict> {
        lifecycle::change(world, self, key, State::Voided, at)
    }

    fn refund(
        &self,
        world: &mut World,
        key: Key,
        part: Decimal,
        at: DateTime<Utc>,
    ) -> Result<(), Conflict> {
        charges::refund(world, key, part, at)?;
        callbacks::announce_refund(world, key, part, at);
        Ok(())
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
        Some(settings.secret_of("instamoney"))
    }

    fn proof_headers(&self) -> &'static [&'static str] {
        &["x-callback-token"]
    }

    fn proof(&self, settings: &Settings, _: &[u8]) -> Headers {
        callbacks::proof(settings.secret_of("instamoney"))
    }

    fn marks(&self, identifiers: &mut Identifiers) -> Headers {
        callbacks::marks(identifiers)
    }

    fn dashboard_url<'a>(&self, settings: &'a Settings) -> Option<&'a str> {
        settings.callback_urls.get("instamoney").map(String::as_str)
    }
}

/// The table of the document that a request's refusals are listed in.
fn table(request: &Request) -> String {
    let path = request.path_below_provider();
    let version = request
        .header("x-api-version")
        .filter(|version| !version.is_empty())
        .unwrap_or("2020-02-01");
    match route(request.method(), &path) {
        Some(Route::CreateCharge) => "charges create".to_owned(),
        Some(Route::GetCharge(_) | Route::VoidCharge(_)) => "charges get".to_owned(),
        Some(Route::GetEwallet) => format!("{version} status"),
        Some(Route::CreateEwallet) | None => {
            let members = request.members().unwrap_or_default();
            let wallet = members.get("ewallet_type").and_then(Value::as_str);
            let wallet = wallet.unwrap_or_default().to_lowercase();
            format!("{wallet} {version} create")
        }
    }
}

/// "We will return the fee_rule_id and the fee_id in the header": the words of the document are
/// taken for the headers' names.
fn with_fee(world: &mut World, request: &Request, reply: Reply) -> Reply {
    match request.header("with-fee-rule") {
        Some(rule) if reply.status < 300 => reply
            .with_header("fee_rule_id", rule)
            .with_header("fee_id", format!("fee_{}", world.identifiers.uuid())),
        _ => reply,
    }
}
