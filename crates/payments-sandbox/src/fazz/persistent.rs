//! `/payment_methods`: permanent accounts and codes, which can be paid repeatedly with any amount.

use chrono::TimeDelta;
use serde_json::{Map, Value, json};

use super::{
    Fazz, Memory, NAME, SCOPE, attributes,
    refusals::{self, Refusal},
    request::{self, Members},
    shapes::{self, Instructions},
    tasks,
};
use crate::{
    clock, lifecycle, money,
    payment::{Action, Payment, State},
    provider::Provider,
    reply::Reply,
    request::Request,
    world::World,
};

const BANKS: &[&str] = &[
    "BCA",
    "BRI",
    "BNI",
    "MANDIRI",
    "SAHABAT_SAMPOERNA",
    "CIMB_NIAGA",
    "DANAMON",
    "PERMATA",
    "HANA",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    VirtualAccount,
    Qris,
}

impl Kind {
    /// The collection is plural for accounts and singular for codes; the word in bodies is singular
    /// for both.
    pub(super) fn named(collection: &str) -> Option<Self> {
        match collection {
            "virtual_bank_accounts" => Some(Self::VirtualAccount),
            "qris" => Some(Self::Qris),
            _ => None,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::VirtualAccount => "virtual_bank_account",
            Self::Qris => "qris",
        }
    }
}

/// A method that stays.
#[derive(Clone, Debug)]
pub(super) struct Method {
    kind: Kind,
    account: String,
    reference: String,
    instructions: Map<String, Value>,
    request: Value,
}

pub(super) fn handle(
    world: &mut World,
    account: &str,
    kind: Kind,
    rest: &[&str],
    request: &Request,
) -> Result<Reply, Refusal> {
    match (request.method(), rest) {
        ("POST", []) => create(world, account, kind, &attributes(request)?),
        ("GET", [id]) => {
            let method = find(world, account, kind, id)?;
            Ok(show(id, method, 200))
        }
        ("GET", [id, "payments"]) => {
            find(world, account, kind, id)?;
            Ok(payments(world, id))
        }
        ("POST", [id, "tasks"]) => receive(world, account, kind, id, &attributes(request)?),
        _ => Err(refusals::NOT_FOUND),
    }
}

fn find<'a>(world: &'a World, account: &str, kind: Kind, id: &str) -> Result<&'a Method, Refusal> {
    let memory = world.memories.get::<Memory>();
    memory
        .and_then(|memory| memory.methods.get(id))
        .filter(|method| method.kind == kind && method.account == account)
        .ok_or(refusals::NOT_FOUND)
}

fn show(id: &str, method: &Method, status: u16) -> Reply {
    let data = json!({
        "id": id,
        "type": method.kind.word(),
        "attributes": {"referenceId": method.reference, "instructions": method.instructions},
    });
    Reply::json(status, json!({ "data": data }))
}

fn create(
    world: &mut World,
    account: &str,
    kind: Kind,
    attributes: &Members,
) -> Result<Reply, Refusal> {
    let reference = request::required(attributes, "referenceId", 255)?;
    let memory = world.memories.get_or_insert_default::<Memory>();
    let earlier = memory.methods.iter().find(|(_, method)| {
        method.kind == kind && method.account == account && method.reference == reference
    });
    if let Some((id, method)) = earlier {
        return match method.request == json!(attributes) {
            true => Ok(show(id, method, 201)),
            false => Err(refusals::invalid(
                "reference_id has been used for another request",
            )),
        };
    }
    let (prefix, (_, instructions)) = match kind {
        Kind::VirtualAccount => {
            let bank = request::one_of(attributes, "bankShortCode", BANKS)?;
            let name = request::required(attributes, "displayName", 24)?;
            let number = request::account_number(world, attributes)?;
            ("va", request::account_instructions(&bank, &number, &name))
        }
        Kind::Qris => {
            let name = request::text(attributes, "displayName");
            ("qr", request::qr_instructions(world, name))
        }
    };
    let method = Method {
        kind,
        account: account.to_owned(),
        reference,
        instructions,
        request: json!(attributes),
    };
    let id = format!("{prefix}_{}", world.identifiers.hex(32));
    let reply = show(&id, &method, 201);
    let memory = world.memories.get_or_insert_default::<Memory>();
    memory.methods.insert(id, method);
    Ok(reply)
}

fn payments(world: &World, id: &str) -> Reply {
    let of_method = |payment: &&Payment| {
        let details = payment.details.downcast_ref::<Instructions>();
        details.is_some_and(|details| details.method_id == id)
    };
    let data: Value = world
        .book
        .iter()
        .filter(of_method)
        .map(|payment| shapes::resource(payment, &world.base_url))
        .collect();
    Reply::json(200, json!({ "data": data }))
}

/// A payment into a method that stays exists from the moment it is paid.
fn receive(
    world: &mut World,
    account: &str,
    kind: Kind,
    id: &str,
    attributes: &Members,
) -> Result<Reply, Refusal> {
    request::one_of(attributes, "action", &["receive_payment"])?;
    let amount = request::amount(
        attributes
            .get("options")
            .and_then(|options| options.get("amount")),
    )?;
    let method = find(world, account, kind, id)?;
    let (method_reference, leads) = (method.reference.clone(), method.instructions.clone());
    let reference = format!("external_id_{}", world.identifiers.hex(10));
    let now = world.now();
    let never = clock::later(now, TimeDelta::days(3650)).unwrap_or(now);
    let payment = Payment {
        provider: NAME,
        account: account.to_owned(),
        scope: SCOPE,
        reference: reference.clone(),
        id: format!("contract_{}", world.identifiers.hex(32)),
        method: match leads.get("bankShortCode").and_then(Value::as_str) {
            Some(bank) => format!("{}:{bank}", kind.word()),
            None => kind.word().to_owned(),
        },
        amount,
        currency: "IDR",
        state: State::Pending,
        created: now,
        changed: now,
        expires: never,
        page: format!("{NAME}/pay/{}", world.identifiers.alphanumeric(8)),
        callback_url: None,
        redirect_url: None,
        failure_redirect_url: None,
        details: Box::new(Instructions {
            kind: kind.word(),
            method_id: id.to_owned(),
            method_reference,
            leads: ("instructions", leads),
            description: None,
            expires: false,
            fees: shapes::fees(kind.word(), amount),
            request: Value::Null,
        }),
    };
    let key = lifecycle::open(world, &Fazz, payment);
    Fazz.act(world, key, Action::Pay, now)
        .map_err(|conflict| refusals::invalid(conflict.0))?;
    let options = json!({"amount": money::digits(amount)});
    let more = match kind {
        Kind::VirtualAccount => json!({"options": options, "referenceId": reference}),
        Kind::Qris => json!({ "options": options }),
    };
    Ok(tasks::task(id, kind.word(), "receive_payment", more))
}
