//! The API under `/_sandbox`, with which a person or a test controls the sandbox.

use serde_json::{Map, Value, json};

use crate::{
    agenda, callbacks, ciputra, clock,
    code::Code,
    fault_order,
    faults::Manner,
    kind::Kind,
    ledger::Row,
    outbox::{About, Plan, Step},
    overview,
    paging::page,
    payment::{Action, Key},
    registry,
    reply::Reply,
    request::Request,
    resign,
    settings::CALLBACK_URLS,
    shop,
    shown::{clock_json, payment_json},
    story::What,
    tables::{CODES, KINDS},
    telling, trigger,
    world::World,
};

/// Answers, and notes what was changed.
pub(crate) fn handle(world: &mut World, request: &Request) -> Reply {
    let reply = answer(world, request);
    let path = request.path_below_provider();
    // Signing changes nothing, and a request of the shop is an exchange of its own.
    let steers = request.method() != "GET" && !matches!(&*path, ["callbacks", "sign"] | ["shop"]);
    if steers && reply.status < 300 {
        let mut what = format!("{} {}", request.method(), path.join("/"));
        let body = String::from_utf8_lossy(request.body());
        if matches!(&*path, ["faults" | "clock", ..]) {
            what = format!("{what} {body}");
        }
        world.note_money();
        world.note(What::Steered(what));
    }
    reply
}

fn answer(world: &mut World, request: &Request) -> Reply {
    match (request.method(), request.path_below_provider().as_slice()) {
        ("GET", ["health"]) => ok(json!({
            "status": "ok",
            "version": env!("CARGO_PKG_VERSION"),
            "seed": world.seed,
            "providers": registry::names(),
        })),
        ("GET", ["payments"]) => page(request, world.book.iter(), |payment| {
            payment_json(payment, &world.base_url)
        }),
        ("POST", ["payments", action]) => with_members(world, request, |world, members| {
            act_on_named(world, members, action)
        }),
        ("POST", ["payments", provider, reference, action]) => {
            let (method, id) = (request.query("method"), request.query("id"));
            act(world, provider, reference, method, id, action)
        }
        ("GET", ["ledger"]) => {
            let (provider, reference) = (request.query("provider"), request.query("reference"));
            page(
                request,
                world.ledger.rows(provider, reference),
                Row::to_json,
            )
        }
        ("GET", ["clock"]) => ok(clock_json(world)),
        ("POST", ["clock", "advance"]) => advance(world, request),
        ("GET", ["callbacks"]) => page(request, world.outbox.all(), |(id, callback)| {
            callback.to_json(id)
        }),
        ("POST", ["callbacks"]) => with_members(world, request, trigger::send),
        ("GET", ["callbacks", "kinds"]) => ok(KINDS.iter().map(Kind::to_json).collect()),
        ("POST", ["callbacks", "sign"]) => with_members(world, request, resign::sign),
        ("GET", ["callbacks", id]) => match id.parse().ok().and_then(|id| world.outbox.one(id)) {
            None => no_callback(id),
            Some(callback) => ok(callback),
        },
        ("POST", ["callbacks", id, "resend"]) => resend(world, id),
        ("POST", ["callbacks", id, step]) => handle_callback(world, id, step),
        ("GET", ["story"]) => {
            let after = request
                .query("after")
                .and_then(|number| number.parse().ok());
            ok(telling::after(world, after.unwrap_or(0)))
        }
        ("GET", ["exchanges", number]) => {
            telling::exchange(world, number, request.query("reveal") == Some("true"))
        }
        ("GET", ["overview"]) => ok(overview::overview(world)),
        ("GET", ["setup"]) => ok(overview::setup(world)),
        ("POST", ["shop"]) => with_members(world, request, shop::ask),
        ("GET", ["faults", "kinds"]) => ok(fault_order::kinds()),
        ("GET", ["faults", "codes"]) => ok(CODES.iter().map(Code::to_json).collect()),
        ("GET", ["faults"]) => ok(world.faults.to_json()),
        ("POST", ["faults"]) => with_members(world, request, order_faults),
        ("DELETE", ["faults", number]) => match world.faults.remove(number) {
            true => ok(world.faults.to_json()),
            false => Reply::sandbox_error(404, format!("there is no fault {number:?}")),
        },
        ("DELETE", ["faults"]) => {
            world.faults.clear();
            ok(world.faults.to_json())
        }
        ("POST", ["registrations"]) => with_members(world, request, register),
        ("POST", ["settings"]) => with_members(world, request, change_settings),
        ("POST", ["reset"]) => {
            world.reset();
            ok(json!({"status": "ok", "seed": world.seed}))
        }
        (method, path) => Reply::sandbox_error(
            404,
            format!(
                "the control API has no {method} /_sandbox/{}",
                path.join("/")
            ),
        ),
    }
}

fn ok(body: Value) -> Reply {
    Reply::json(200, body)
}

/// Answers by the members of the body.
fn with_members(
    world: &mut World,
    request: &Request,
    answer: impl FnOnce(&mut World, &Map<String, Value>) -> Reply,
) -> Reply {
    match request.json_members() {
        Some(members) => answer(world, &members),
        None => Reply::sandbox_error(400, "the body must be a JSON object"),
    }
}

fn order_faults(world: &mut World, members: &Map<String, Value>) -> Reply {
    if let Some(orders) = members.get("one_of") {
        let orders = orders.as_array().into_iter().flatten();
        let faults = orders.filter_map(|order| fault_order::read(order.as_object()?).ok());
        world.faults.add_one_of(faults);
        return ok(world.faults.to_json());
    }
    match world.faults.add(fault_order::read(members)) {
        Ok(fault) => ok(fault),
        Err(problem) => Reply::sandbox_error(400, problem),
    }
}

/// The same as `payments/{provider}/{reference}/{action}`, for references that are hard to put into
/// a path.
fn act_on_named(world: &mut World, members: &Map<String, Value>, action: &str) -> Reply {
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    let (Some(provider), Some(reference)) = (text("provider"), text("reference")) else {
        return Reply::sandbox_error(400, "\"provider\" and \"reference\" must be strings");
    };
    act(
        world,
        provider,
        reference,
        text("method"),
        text("id"),
        action,
    )
}

fn act(
    world: &mut World,
    provider: &str,
    reference: &str,
    method: Option<&str>,
    id: Option<&str>,
    action: &str,
) -> Reply {
    let Some(action) = Action::from_name(action) else {
        let message =
            format!("an action is pay, settle, decline, expire or cancel, not {action:?}");
        return Reply::sandbox_error(404, message);
    };
    let mut found = match (id, registry::named(provider)) {
        // An id names one that has lost its reference to another, too.
        (Some(id), Some(provider)) => world
            .book
            .find_id(provider.name(), id)
            .filter(|(_, payment)| payment.reference == reference)
            .into_iter()
            .collect(),
        _ => world.book.with_reference(provider, reference),
    };
    found.retain(|(_, payment)| {
        method.is_none_or(|method| payment.method.eq_ignore_ascii_case(method))
    });
    let key = match found.as_slice() {
        [] => {
            let message = format!("{provider} has no payment with the reference {reference:?}");
            return Reply::sandbox_error(404, message);
        }
        [(key, _)] => *key,
        several => {
            let choices: Vec<String> = several
                .iter()
                .map(|(_, payment)| format!("?method={}&id={}", payment.method, payment.id))
                .collect();
            let message = format!(
                "{} payments have this reference; choose by {}",
                several.len(),
                choices.join(" or ")
            );
            return Reply::sandbox_error(409, message);
        }
    };
    act_on(world, key, action)
}

fn act_on(world: &mut World, key: Key, action: Action) -> Reply {
    let now = world.now();
    let found = registry::of(world, key).map(|(provider, _)| provider);
    let done = found.map(|provider| provider.act(world, key, action, now));
    match (done, world.book.get(key)) {
        (Some(Ok(())), Some(payment)) => ok(payment_json(payment, &world.base_url)),
        (Some(Err(conflict)), _) => Reply::sandbox_error(409, conflict.0),
        _ => Reply::sandbox_error(404, "no such payment"),
    }
}

/// The seconds to a moment that has a name; None for an unknown name, or if there is no such
/// moment.
fn seconds_to(world: &World, name: &str) -> Option<u64> {
    let [expiry, callback] = world.next_times();
    let at = match name {
        "next_expiry" => expiry?,
        "next_callback" => callback?,
        "midnight" => clock::next_jakarta_day(world.now())?,
        _ => return None,
    };
    // A second more rather than less: it has come then.
    let wait = (at - world.now()).num_milliseconds().max(0);
    u64::try_from(wait).ok().map(|wait| wait.div_ceil(1_000))
}

fn advance(world: &mut World, request: &Request) -> Reply {
    let members = request.json_members().unwrap_or_default();
    let seconds = match members.get("to").and_then(Value::as_str) {
        Some(to) => match seconds_to(world, to) {
            Some(seconds) => seconds,
            None => {
                let message = format!(
                    "\"to\" must be midnight, or next_callback or next_expiry where there is one, not {to:?}"
                );
                return Reply::sandbox_error(400, message);
            }
        },
        None => match members.get("seconds").and_then(Value::as_u64) {
            Some(seconds) => seconds,
            None => {
                let message = "\"seconds\" must be a whole number; the clock never goes back";
                return Reply::sandbox_error(400, message);
            }
        },
    };
    if agenda::advance(world, seconds) {
        ok(clock_json(world))
    } else {
        Reply::sandbox_error(400, "the clock cannot go beyond the year 9999")
    }
}

fn resend(world: &mut World, id: &str) -> Reply {
    let now = world.now();
    let fallback = |name: &str| {
        let url = registry::named(name)?.dashboard_url(&world.settings)?;
        Some(url.to_owned())
    };
    let resent = id
        .parse()
        .ok()
        .and_then(|number| world.outbox.resend(number, fallback, now));
    match resent {
        Some(callback) => {
            if let Ok(number) = id.parse() {
                world.note(What::Callback(number, "changed"));
            }
            ok(callback)
        }
        None => no_callback(id),
    }
}

/// Holds, drops, swaps or copies a callback.
fn handle_callback(world: &mut World, id: &str, step: &str) -> Reply {
    let Some(number) = id.parse::<usize>().ok() else {
        return no_callback(id);
    };
    let (waiting, copy) = match step {
        "hold" => (Some(Step::Hold), None),
        "swap" => (Some(Step::Swap), None),
        "drop" => (Some(Step::Drop), None),
        "twice" => (None, Some(Manner::Twice)),
        "unsigned" => (None, Some(Manner::Unsigned)),
        "wrong_signature" => (None, Some(Manner::Forged)),
        _ => {
            let message = format!(
                "a callback can be resent (resend), held (hold), swapped with the next (swap), dropped (drop), and copied (twice, unsigned, wrong_signature), not {step:?}"
            );
            return Reply::sandbox_error(404, message);
        }
    };
    if let Some(step) = waiting {
        return match world.outbox.replan(number, step) {
            None => no_callback(id),
            Some(Err(why)) => Reply::sandbox_error(409, why),
            Some(Ok(())) => {
                world.note(What::Callback(number, "changed"));
                ok(world.outbox.one(number).unwrap_or_default())
            }
        };
    }
    let parts = world.outbox.parts(number);
    let parts = parts.and_then(|parts| Some((registry::named(parts.0.provider)?, parts)));
    let Some((provider, (about, message))) = parts else {
        return no_callback(id);
    };
    let (account, reference) = (about.account.map(str::to_owned), about.reference.to_owned());
    let mut message = message.clone();
    if message.target.is_none() {
        message.target = provider.dashboard_url(&world.settings).map(str::to_owned);
    }
    if let Some(manner @ (Manner::Unsigned | Manner::Forged)) = copy {
        if provider.proof_headers().is_empty() {
            let message = format!("callbacks of {} carry no proof", provider.name());
            return Reply::sandbox_error(409, message);
        }
        callbacks::spoil(provider, &mut message, manner);
    }
    let now = world.now();
    let about = About {
        provider: provider.name(),
        pauses: provider.callback_pauses(),
        account: account.as_deref(),
        reference: &reference,
    };
    ok(world.post(about, message, Plan::At(now)))
}

fn no_callback(id: &str) -> Reply {
    Reply::sandbox_error(404, format!("there is no callback {id:?}"))
}

fn register(world: &mut World, members: &Map<String, Value>) -> Reply {
    match ciputra::register(world, members) {
        Ok(registration) => ok(registration),
        Err(problem) => Reply::sandbox_error(400, problem),
    }
}

/// Sets what the providers' dashboards would; a member that is not there stays as it is.
fn change_settings(world: &mut World, members: &Map<String, Value>) -> Reply {
    let urls = &mut world.settings.callback_urls;
    let names = CALLBACK_URLS.map(|provider| (provider, format!("{provider}_callback_url")));
    if let Some(name) = members
        .keys()
        .find(|name| names.iter().all(|(_, known)| known != *name))
    {
        return Reply::sandbox_error(400, format!("there is no setting {name:?}"));
    }
    for (provider, name) in &names {
        match members.get(name) {
            None => {}
            Some(Value::String(text)) => {
                urls.insert((*provider).to_owned(), text.clone());
            }
            Some(Value::Null) => {
                urls.remove(*provider);
            }
            Some(_) => {
                let message = format!("{name:?} must be a URL, or null for none");
                return Reply::sandbox_error(400, message);
            }
        }
    }
    let shown = names.map(|(provider, name)| (name, json!(urls.get(provider))));
    ok(Value::Object(shown.into_iter().collect()))
}
