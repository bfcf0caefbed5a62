//! `GET /payments`: pages, order, filters.

use serde_json::{Value, json};

use super::{
    Fazz, NAME,
    refusals::{self, Refusal},
    shapes,
};
use crate::{
    clock, payment::Payment, provider::Provider, reply::Reply, request::Request, world::World,
};

/// A filter, bracketed as documented or bare as one client sends it.
fn filter<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    request
        .query(&format!("filter[{name}]"))
        .or_else(|| request.query(name))
}

pub(super) fn reference(request: &Request) -> Option<&str> {
    filter(request, "referenceId")
}

pub(super) fn page(world: &World, account: &str, request: &Request) -> Result<Reply, Refusal> {
    let number = count(request, "page[number]", 1, usize::MAX)?;
    let size = count(request, "page[size]", 10, 1000)?;
    let time = |name: &str| match filter(request, name) {
        None => Ok(None),
        Some(text) => clock::parse_jakarta(text)
            .map(Some)
            .ok_or_else(|| refusals::invalid(format!("{name} must be a time"))),
    };
    let (after, before) = (time("createdAfter")?, time("createdBefore")?);
    let (reference, status) = (reference(request), filter(request, "status"));
    let wanted = |payment: &&Payment| {
        payment.provider == NAME
            && payment.account == account
            && reference.is_none_or(|reference| payment.reference == reference)
            && status.is_none_or(|status| Fazz.status(payment) == status)
            && after.is_none_or(|after| payment.created > after)
            && before.is_none_or(|before| payment.created < before)
    };
    let mut found: Vec<_> = world.book.visible().filter(wanted).collect();
    match request.query("sort") {
        Some("createdAt") => {}
        None | Some("-createdAt") => found.reverse(),
        Some(_) => return Err(refusals::invalid("sort must be createdAt or -createdAt")),
    }
    let data: Value = found
        .into_iter()
        .skip((number - 1).saturating_mul(size))
        .take(size)
        .map(|payment| shapes::resource(payment, &world.base_url))
        .collect();
    Ok(Reply::json(200, json!({ "data": data })))
}

fn count(request: &Request, name: &str, usual: usize, most: usize) -> Result<usize, Refusal> {
    match request.query(name).map(str::parse) {
        None => Ok(usual),
        Some(Ok(count)) if (1..=most).contains(&count) => Ok(count),
        Some(_) => Err(refusals::invalid(format!("{name} is out of range"))),
    }
}
