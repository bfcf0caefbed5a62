//! Leads a request to the control API, or to the providers and their customers' pages.

use std::sync::Arc;

use crate::{
    agenda, control,
    exchange::{self, Served},
    request::{Kept, Request},
    world::World,
};

/// Answers a request; `kept` is the request, if somebody else holds it already.
pub(crate) fn serve(world: &mut World, request: &Request, kept: Option<&Arc<Kept>>) -> Served {
    if request.place() != Some("_sandbox") {
        return exchange::serve(world, request, kept);
    }
    agenda::tick(world);
    let reply = control::handle(world, request);
    world.note_money();
    Served::at_once(reply)
}
