//! Digiswitch EZPay: bills by command on one endpoint, top-ups, balance, price list, deposit
//! tickets, webhooks.
//!
//! The document shows only `pay-pasca`; the rest follows other tenants' pages, real clients, and
//! Digiflazz, whose API this follows.

mod access;
mod bill;
mod codes;
mod customers;
mod desk;
mod members;
mod order;
mod products;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::{
    callbacks, code,
    faults::{Operation, Target, Words},
    identifiers::Identifiers,
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

const NAME: &str = "digiswitch";

/// Bills and top-ups share their references.
const SCOPE: &str = "transaction";

/// What Digiswitch remembers beside its bills.
#[derive(Clone, Debug, Default)]
struct Memory {
    /// From the balance of each account, by payments that did not fail.
    taken: HashMap<String, Decimal>,
    /// By how much top-ups are dearer than at first.
    risen: Decimal,
    tickets: u16,
}

pub(crate) use customers::is_documented;

#[derive(Debug)]
pub(crate) struct Digiswitch;

fn balance(world: &World, account: &str) -> Decimal {
    let memory = world.memories.get::<Memory>();
    let taken = memory.and_then(|memory| memory.taken.get(account).copied());
    Decimal::from(world.settings.digiswitch_balance) - taken.unwrap_or_default()
}

/// What a top-up costs now.
fn price(world: &World, product: &products::Product) -> Decimal {
    let risen = world.memories.get::<Memory>().map(|memory| memory.risen);
    Decimal::from(product.price) + risen.unwrap_or_default()
}

/// Takes an amount from the balance of an account; a negative one comes back.
fn take(world: &mut World, account: &str, amount: Decimal) {
    let memory = world.memories.get_or_insert_default::<Memory>();
    *memory.taken.entry(account.to_owned()).or_default() += amount;
}

/// Clients of this dialect report both 200 and 400.
fn refusal_status(world: &World) -> u16 {
    if world.settings.digiswitch_refuses_with_400 {
        400
    } else {
        200
    }
}

/// The last segment of the path: they all are posted below one prefix.
fn endpoint(request: &Request) -> Option<&str> {
    match (request.method(), request.path_below_provider().as_slice()) {
        ("POST", ["v1", "user", "api", endpoint]) => Some(*endpoint),
        _ => None,
    }
}

impl Provider for Digiswitch {
    fn name(&self) -> &'static str {
        NAME
    }

    fn target(&self, _: &World, request: &Request) -> Option<Target> {
        let members = request.json_members().unwrap_or_default();
        let (operation, reference) = match endpoint(request)? {
            "transaction" => {
                let operation = match members.get("command").and_then(Value::as_str) {
                    Some("inq-pasca") => Operation::Inquire,
                    Some("status-pasca") => Operation::Get,
                    _ => Operation::Create,
                };
                (operation, Some(members::text(&members, "ref_id")))
            }
            "cek-saldo" | "price-list" | "token" => (Operation::Get, None),
            _ => return None,
        };
        Some(Target::new(operation, reference))
    }

    fn account(&self, _: &World, request: &Request) -> Option<String> {
        let username = members::text(&request.members()?, "username");
        Some(username).filter(|username| !username.is_empty())
    }

    /// The token is the key that signs requests, unless the user has set one.
    fn key(&self, _: &Request) -> Option<String> {
        None
    }

    fn handle(&self, world: &mut World, request: &Request) -> Reply {
        let Some(endpoint) = endpoint(request) else {
            let body =
                json!({"data": {"rc": "40", "message": "Path not found", "status": "Gagal"}});
            return Reply::json(404, body);
        };
        let Some(members) = request.members() else {
            return desk::refused(world, codes::PAYLOAD);
        };
        let answer = match endpoint {
            "transaction" => return order::handle(world, &members),
            "cek-saldo" => desk::balance(world, &members),
            "price-list" => desk::price_list(world, &members),
            "deposit" => desk::deposit(world, &members),
            "token" => desk::meter(world, &members),
            _ => Err(codes::PAYLOAD),
        };
        answer.unwrap_or_else(|code| desk::refused(world, code))
    }

    /// Pay and decline end a payment that is pending; expire ends the day of an inquiry.
    fn act(
        &self,
        world: &mut World,
        key: Key,
        action: Action,
        at: DateTime<Utc>,
    ) -> Result<(), Conflict> {
        let asked = world
            .book
            .get(key)
            .and_then(bill::details)
            .is_some_and(|bill| bill.is_asked);
        let next = match (action, asked) {
            (Action::Pay, true) => State::Paid,
            (Action::Decline, true) => State::Failed(codes::FAILED.0),
            (Action::Expire, false) => State::Expired,
            (Action::Pay | Action::Decline, false) => {
                let message = "the bill was only inquired: pay-pasca asks for its payment";
                return Err(Conflict(message.to_owned()));
            }
            (Action::Expire, true) => {
                let message = "a payment that was asked for does not expire";
                return Err(Conflict(message.to_owned()));
            }
            (Action::Cancel | Action::Settle, _) => return Err(Conflict::unknown(action)),
        };
        lifecycle::change(world, self, key, next, at)
    }

    /// The webhook of Digiflazz: what an answer would say now.
    fn announce(&self, world: &mut World, key: Key, at: DateTime<Utc>) {
        let Some(payment) = world.book.get(key) else {
            return;
        };
        let (price, account) = (payment.amount, payment.account.clone());
        let event = match bill::details(payment) {
            Some(bill) if bill.was_pending || payment.state == State::Voided => "update",
            _ => "create",
        };
        match payment.state {
            // What failed is given back before anyone is told.
            State::Failed(_) | State::Voided => take(world, &account, -price),
            State::Paid => {}
            _ => return,
        }
        let balance = balance(world, &account);
        let Some(payment) = world.book.get(key) else {
            return;
        };
        let body = json!({"data": bill::data(payment, balance)});
        let mut headers = vec![("x-digiflazz-event", event.to_owned())];
        headers.extend(self.proof(&world.settings, body.to_string().as_bytes()));
        let target = world.settings.callback_url_of("digiswitch");
        let message = Message::new(target, headers, body);
        callbacks::notify(world, self, key, message, at);
    }

    fn status(&self, payment: &Payment) -> &'static str {
        match (payment.state, bill::details(payment)) {
            (State::Pending, Some(bill)) if !bill.is_asked => "Inquired",
            (State::Pending, _) => "Pending",
            (State::Paid, _) => "Sukses",
            (State::Expired, _) => "Expired",
            _ => "Gagal",
        }
    }

    fn outage(&self, status: u16) -> Reply {
        Reply::json(status, json!({"message": "Server Error"}))
    }

    fn refusal(
        &self,
        world: &mut World,
        request: &Request,
        code: &code::Code,
        http: Option<u16>,
    ) -> Reply {
        let members = request.members().unwrap_or_default();
        let own = codes::Code(code.code, code.meaning);
        let is_pending = own.status() == "Pending";
        let reply = match endpoint(request) {
            Some("transaction") => order::refused(world, &members::Order::read(&members), own),
            _ => desk::refused(world, own),
        };
        match http {
            Some(http) => reply.with_status(http),
            None if is_pending => reply.with_status(200),
            None => reply,
        }
    }

    fn words(&self) -> Words {
        Words {
            amounts: &["price", "selling_price"],
            references: &["ref_id"],
            events: &[("status", "Selesai")],
        }
    }

    fn captures(&self) -> &'static [&'static str] {
        &["void_after_capture"]
    }

    fn void(&self, world: &mut World, key: Key, at: DateTime<Utc>) -> Result<(), Conflict> {
        lifecycle::change(world, self, key, State::Voided, at)
    }

    fn has_prices(&self) -> bool {
        true
    }

    fn raise_prices(&self, world: &mut World, by: Decimal) {
        let memory = world.memories.get_or_insert_default::<Memory>();
        memory.risen += by;
    }

    /// No schedule is known.
    fn callback_pauses(&self) -> &'static [i64] {
        const MINUTE: i64 = 60;
        &[MINUTE, 5 * MINUTE, 15 * MINUTE]
    }

    fn proof_headers(&self) -> &'static [&'static str] {
        &["x-hub-signature"]
    }

    fn proof(&self, settings: &Settings, body: &[u8]) -> Headers {
        let secret = settings.callback_secrets.get("digiswitch").into_iter();
        let signature = secret.map(|secret| signature::hmac_sha1(secret, body));
        signature
            .map(|signature| ("x-hub-signature", format!("sha1={signature}")))
            .collect()
    }

    fn marks(&self, _: &mut Identifiers) -> Headers {
        vec![("x-digiflazz-event", "update".to_owned())]
    }

    fn dashboard_url<'a>(&self, settings: &'a Settings) -> Option<&'a str> {
        settings.callback_urls.get("digiswitch").map(String::as_str)
    }

    fn lead(&self, _: &Payment) -> Lead {
        Lead::Bill
    }

    fn customer_may_act(&self, payment: &Payment) -> bool {
        payment.state == State::Pending && bill::details(payment).is_some_and(|bill| bill.is_asked)
    }
}
