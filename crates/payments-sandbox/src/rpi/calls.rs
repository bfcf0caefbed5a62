//! Create, get, and change of the next bill amount.

use chrono::TimeDelta;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::{
    Memory, NAME, Rpi, SCOPE, access,
    create_request::{self, SMALLEST_AMOUNT},
    mandate::{self, Mandate},
    refusals::{Refusal, parameter},
    schedule::{parse_date, print_date},
};
use crate::{
    clock,
    fields::Fields,
    lifecycle,
    payment::{Key, Payment, State},
    reply::Reply,
    request::Request,
    world::World,
};

/// How long the customer has to confirm: assumed.
const PATIENCE: TimeDelta = TimeDelta::hours(24);

fn members(request: &Request) -> Result<Map<String, Value>, Refusal> {
    request
        .json_members()
        .ok_or_else(|| parameter("body", "the body must be a JSON object"))
}

fn envelope(world: &mut World, code: u16, transaction_id: &str, more: Value) -> Reply {
    let mut body = json!({
        "code": code,
        "message": "ok",
        "responseTime": clock::jakarta_digits(world.now()),
        "transactionId": transaction_id,
        "referenceNumber": world.identifiers.hex(32),
    });
    if let (Some(body), Value::Object(more)) = (body.as_object_mut(), more) {
        body.extend(more);
    }
    Reply::json(code, body)
}

pub(super) fn create(world: &mut World, client: &str, request: &Request) -> Result<Reply, Refusal> {
    access::content_types(request)?;
    let flow = access::correlation(request)?;
    let merchant_code = access::merchant(request)?;
    let members = members(request)?;
    let now = world.now();
    let new = create_request::read(&members, clock::jakarta(now).date())?;
    if world
        .book
        .find(NAME, client, SCOPE, &new.transaction_id)
        .is_some()
    {
        return Err(parameter(
            "transactionId",
            "\"transactionId\" has been used before",
        ));
    }
    let memory = world.memories.get_or_insert_default::<Memory>();
    if !memory.flows.insert((client.to_owned(), flow)) {
        let message = "X-Correlation-ID belongs to an earlier flow";
        return Err(Refusal::Header(message.to_owned()));
    }
    let code = world.identifiers.digits(16);
    let customer_id = world.identifiers.digits(14);
    let page = mandate::page(&world.identifiers.alphanumeric(24));
    let more = json!({
        "merchantCode": merchant_code,
        "rpiCode": code,
        "customerId": customer_id,
        "webview": {"URL": format!("{}/{page}", world.base_url)},
    });
    let reply = envelope(world, 201, &new.transaction_id, more);
    let payment = Payment {
        provider: NAME,
        account: client.to_owned(),
        scope: SCOPE,
        reference: new.transaction_id,
        id: code,
        method: if new.maximum.is_some() {
            "variable"
        } else {
            "fixed"
        }
        .to_owned(),
        // The most that one charge takes.
        amount: new.maximum.or(new.amount).unwrap_or_default(),
        currency: "IDR",
        state: State::Pending,
        created: now,
        changed: now,
        expires: clock::later(now, PATIENCE).unwrap_or(now),
        page,
        callback_url: None,
        redirect_url: None,
        failure_redirect_url: None,
        details: Box::new(Mandate {
            merchant_code,
            customer_id,
            schedule: new.schedule,
            amount: new.amount,
            maximum: new.maximum,
            changed_amounts: Default::default(),
            charges: Vec::new(),
            request: members,
        }),
    };
    lifecycle::open(world, &Rpi, payment);
    Ok(reply)
}

/// The instruction of this client, when the customer's id is right as well.
fn find<'a>(
    world: &'a World,
    client: &str,
    code: &str,
    customer_id: &str,
) -> Result<(Key, &'a Payment, &'a Mandate), Refusal> {
    world
        .book
        .find_id(NAME, code)
        .filter(|(_, payment)| payment.account == client)
        .and_then(|(key, payment)| Some((key, payment, mandate::details(payment)?)))
        .filter(|(_, _, mandate)| mandate.customer_id == customer_id)
        .ok_or_else(|| parameter("rpiCode", "there is no such instruction of this customer"))
}

pub(super) fn get(
    world: &mut World,
    client: &str,
    code: &str,
    request: &Request,
) -> Result<Reply, Refusal> {
    access::correlation(request)?;
    let query = |name: &str| request.query(name).unwrap_or_default();
    let asked: Map<String, Value> = ["transactionId", "customerId", "merchantCode"]
        .map(|name| (name.to_owned(), query(name).into()))
        .into_iter()
        .collect();
    let mut fields = Fields::new(&asked);
    let transaction_id = fields.required_text("transactionId", 32);
    let customer_id = fields.required_text("customerId", 32);
    let merchant_code = fields.required_text("merchantCode", 6);
    if !fields.problems.is_empty() {
        return Err(Refusal::Parameters(fields.problems));
    }
    let (_, payment, mandate) = find(world, client, code, customer_id)?;
    if mandate.merchant_code != merchant_code {
        return Err(parameter(
            "merchantCode",
            "the instruction is of another merchant",
        ));
    }
    let more = json!({"merchantCode": merchant_code, "rpi": mandate::resource(payment, mandate)});
    Ok(envelope(world, 200, transaction_id, more))
}

/// Changes the charge of that date, and where none is due on it, the next one.
pub(super) fn change_amount(
    world: &mut World,
    client: &str,
    request: &Request,
) -> Result<Reply, Refusal> {
    access::content_types(request)?;
    access::correlation(request)?;
    let members = members(request)?;
    let mut fields = Fields::new(&members);
    let transaction_id = fields.required_text("transactionId", 32);
    if !transaction_id.is_empty() && !access::is_id(transaction_id) {
        let message = "\"transactionId\" must be 32 alphanumeric characters";
        fields.problem("transactionId", "string.length", message);
    }
    let customer_id = fields.required_text("customerId", 32);
    let code = fields.required_text("rpiCode", 16);
    let amount = fields.required_amount("amount", SMALLEST_AMOUNT, i64::MAX);
    if fields
        .value("amount")
        .is_some_and(|amount| amount.is_i64() || amount.is_u64())
    {
        let message = "\"amount\" must have two decimals, as in 100.00";
        fields.problem("amount", "number.precision", message);
    }
    if !matches!(fields.required_text("currency", 3), "" | "IDR") {
        fields.problem("currency", "any.only", "\"currency\" must be IDR");
    }
    let text = fields.required_text("date", 11);
    let date = parse_date(text);
    if date.is_none() && !text.is_empty() {
        fields.problem("date", "date.format", "\"date\" must be DD-MM-YYYY");
    }
    let Some(date) = date.filter(|_| fields.problems.is_empty()) else {
        return Err(Refusal::Parameters(fields.problems));
    };
    let (key, payment, mandate) = find(world, client, code, customer_id)?;
    if !matches!(payment.state, State::Pending | State::Active) {
        return Err(parameter("rpiCode", "the instruction is closed"));
    }
    let within = |maximum: Decimal| amount <= maximum;
    if !mandate.maximum.is_some_and(within) {
        let message = "\"amount\" is above maxBillAmount, or the instruction is fixed";
        return Err(parameter("amount", message));
    }
    let remaining = || mandate.schedule.remaining(mandate.done());
    let Some(applied) = remaining().find(|due| *due == date).or(remaining().next()) else {
        return Err(parameter("date", "no charge is to come"));
    };
    let payment = world.book.get_mut(key);
    if let Some(mandate) = payment.and_then(|payment| payment.details.downcast_mut::<Mandate>()) {
        mandate.changed_amounts.insert(applied, amount);
    }
    let more = json!({
        "rpiCode": code, "customerId": customer_id, "date": print_date(applied),
        "amount": format!("{amount:.2}"), "currency": "IDR",
    });
    Ok(envelope(world, 200, transaction_id, more))
}
