//! Calls that are not transactions: balance, price list, deposit ticket, and the owner of an
//! electricity meter.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{
    Memory, access,
    codes::{self, Code},
    members::{Members, text},
    products::{BILLS, Product, TOPUP},
};
use crate::{money, reply::Reply, world::World};

/// Here a refusal has a code and a message only.
pub(super) fn refused(world: &World, code: Code) -> Reply {
    let Code(rc, message) = code;
    let body = json!({"data": {"rc": rc, "message": message, "status": "Gagal"}});
    Reply::json(super::refusal_status(world), body)
}

fn answer(data: Value) -> Result<Reply, Code> {
    Ok(Reply::json(200, json!({ "data": data })))
}

pub(super) fn balance(world: &World, members: &Members) -> Result<Reply, Code> {
    access::check(world, members, "depo")?;
    let account = text(members, "username");
    let left = super::balance(world, &account);
    answer(json!({"deposit": money::number(left)}))
}

/// Any command that is neither of the two documented ones gets both lists: real clients send
/// `pricelist`.
pub(super) fn price_list(world: &World, members: &Members) -> Result<Reply, Code> {
    access::check(world, members, "pricelist")?;
    let (command, code) = (text(members, "command"), text(members, "code"));
    let wanted = |product: &&Product| code.is_empty() || product.code == code;
    let mut items = Vec::new();
    if command != "pasca" {
        items.extend(
            [&TOPUP]
                .into_iter()
                .filter(wanted)
                .map(|product| prepaid(world, product)),
        );
    }
    if command != "prepaid" {
        items.extend(BILLS.iter().filter(wanted).map(postpaid));
    }
    answer(items.into())
}

fn prepaid(world: &World, product: &Product) -> Value {
    json!({
        "name": product.name,
        "category": "Pulsa",
        "brand": product.brand,
        "type": "Umum",
        "price": money::number(super::price(world, product)),
        "code": product.code,
        "status": true,
        "unlimited_stock": true,
        "stock": 0,
        "multi": true,
        "start_cut_off": "0:0",
        "end_cut_off": "0:0",
        "desc": "-",
    })
}

/// The page that shows these is not public in whole: the members are Digiflazz's, renamed.
fn postpaid(product: &Product) -> Value {
    json!({
        "name": product.brand,
        "category": "Pascabayar",
        "brand": product.brand,
        "admin": product.admin,
        "commission": product.selling_price - product.price,
        "code": product.code,
        "status": true,
        "desc": "-",
    })
}

/// The money itself would come by a bank: the balance does not change.
pub(super) fn deposit(world: &mut World, members: &Members) -> Result<Reply, Code> {
    let named = |name| !text(members, name).is_empty();
    if !named("bank") || !named("owner_name") {
        return Err(codes::PAYLOAD);
    }
    access::check(world, members, "depo")?;
    let amount = members
        .get("amount")
        .and_then(money::parse)
        .and_then(money::whole)
        .filter(|amount| *amount > Decimal::ZERO)
        .ok_or(codes::TICKET)?;
    // Digits of its own tell each transfer apart.
    let memory = world.memories.get_or_insert_default::<Memory>();
    memory.tickets = memory.tickets % 999 + 1;
    let amount = amount + Decimal::from(memory.tickets);
    let notes = world.identifiers.alphanumeric(8);
    answer(json!({"rc": "00", "amount": money::number(amount), "notes": notes}))
}

pub(super) fn meter(world: &mut World, members: &Members) -> Result<Reply, Code> {
    let customer = text(members, "customer_no");
    if customer.is_empty() {
        return Err(codes::PAYLOAD);
    }
    access::check(world, members, &customer)?;
    answer(json!({
        "customer_no": customer,
        "meter_no": customer,
        "subscriber_id": "523300817840",
        "name": "DAVID",
        "segment_power": "R1 /000001300",
    }))
}
