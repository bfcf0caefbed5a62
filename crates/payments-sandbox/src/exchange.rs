//! Answers requests to the providers and to their customers' pages, and notes each exchange.

use std::{sync::Arc, time::Duration};

use crate::{
    agenda, fault_request, page, registry,
    reply::{Answer, Reply, Sent},
    request::{Kept, Request},
    story::{Exchange, What},
    world::World,
};

/// What goes back over the wire.
#[derive(Debug)]
pub(crate) struct Served {
    pub(crate) delay: Duration,
    /// The answer waits until the merchant has been told by these callbacks.
    pub(crate) after: Vec<usize>,
    /// None: the connection is reset.
    pub(crate) reply: Option<Sent>,
}

impl Served {
    pub(crate) fn at_once(reply: Reply) -> Self {
        Self {
            delay: Duration::ZERO,
            after: Vec::new(),
            reply: Some(reply.into_sent()),
        }
    }
}

/// Answers a request and notes what came of it; `kept` is the request, if somebody else holds it
/// already.
pub(crate) fn serve(world: &mut World, request: &Request, kept: Option<&Arc<Kept>>) -> Served {
    let began = world.story.newest() + 1;
    let answer = handle(world, request);
    world.note_money();
    let reply = answer.reply.map(Reply::into_sent);
    let provider = request.place().and_then(registry::named);
    let provider = provider.map(|provider| provider.name());
    let is_noted = world.story.is_kept() && provider.is_some();
    if is_noted {
        let exchange = Exchange {
            request: kept.map_or_else(|| Arc::new(request.kept()), Arc::clone),
            provider: provider.filter(|_| !answer.is_page),
            answer: reply.clone(),
            delay: answer.delay,
            fault: answer.fault,
            began,
        };
        world.note(What::Exchange(Box::new(exchange)));
    }
    Served {
        delay: answer.delay,
        after: answer.after,
        reply,
    }
}

fn handle(world: &mut World, request: &Request) -> Answer {
    agenda::tick(world);
    let path = request.path();
    if let Some((key, _)) = world.book.find_page(&path.join("/")) {
        return of_page(page::handle(world, key, request));
    }
    if let Some(reply) = page::scan(world, request) {
        return of_page(reply);
    }
    if (request.method(), path.as_slice()) == ("GET", &[]) {
        return page::home().into();
    }
    let Some(provider) = path.first().and_then(|name| registry::named(name)) else {
        let message = format!(
            "nothing here: providers live under /{}, the control API under /_sandbox",
            registry::names().join(", /")
        );
        return Reply::sandbox_error(404, message).into();
    };
    // To find the target, the body is read; where nothing waits to go wrong, nobody needs it.
    let target = match world.faults.is_empty() {
        true => None,
        false => provider.target(world, request),
    };
    let hit = target.and_then(|target| {
        let (name, effect) = world.faults.take(provider.name(), &target)?;
        Some((target, name, effect))
    });
    match hit {
        None => provider.handle(world, request).into(),
        Some((target, name, effect)) => Answer {
            fault: Some(name),
            ..fault_request::answer(world, provider, (request, target), effect)
        },
    }
}

fn of_page(reply: Reply) -> Answer {
    Answer {
        is_page: true,
        ..reply.into()
    }
}
