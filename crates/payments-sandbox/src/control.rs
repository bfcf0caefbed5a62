//! The API under `/_sandbox`, with which a person or a test steers the world.

use serde_json::{Value, json};

use crate::{
    clock,
    code::{CODES, Code},
    faults,
    kind::{KINDS, Kind},
    ledger::Row,
    money,
    paging::page,
    payment::{Action, Key, Payment},
    provider,
    reply::Reply,
    request::Request,
    resign,
    settings::CALLBACK_URLS,
    trigger,
    world::World,
};

pub(crate) fn handle(world: &mut World, request: &Request) -> Reply {
    match (request.method(), request.path_below_provider().as_slice()) {
        ("GET", ["health"]) => ok(json!({
            "status": "ok",
            "version": env!("CARGO_PKG_VERSION"),
            "seed": world.seed,
            "providers": provider::PROVIDERS.map(|provider| provider.name()),
        })),
        ("GET", ["payments"]) => page(request, world.book.iter(), |payment| {
            show(payment, &world.base_url)
        }),
        ("POST", ["payments", action]) => act_on_named(world, request, action),
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
        ("GET", ["clock"]) => ok(clock(world)),
        ("POST", ["clock", "advance"]) => advance(world, request),
        ("GET", ["callbacks"]) => page(request, world.outbox.all(), |(id, callback)| {
            callback.to_json(id)
        }),
        ("POST", ["callbacks"]) => match request.json_members() {
            None => not_json(),
            Some(members) => trigger::send(world, &members),
        },
        ("GET", ["callbacks", "kinds"]) => ok(KINDS.iter().map(Kind::to_json).collect()),
        ("POST", ["callbacks", "sign"]) => match request.json_members() {
            None => not_json(),
            Some(members) => resign::sign(world, &members),
        },
        ("GET", ["callbacks", id]) => match id.parse().ok().and_then(|id| world.outbox.one(id)) {
            None => no_callback(id),
            Some(callback) => ok(callback),
        },
        ("POST", ["callbacks", id, "resend"]) => resend(world, id),
        ("GET", ["faults", "kinds"]) => ok(faults::kinds()),
        ("GET", ["faults", "codes"]) => ok(CODES.iter().map(Code::to_json).collect()),
        ("GET", ["faults"]) => ok(world.faults.to_json()),
        ("POST", ["faults"]) => match request.json_members() {
            None => not_json(),
            Some(members) => match world.faults.add(&members) {
                Ok(fault) => ok(fault),
                Err(problem) => Reply::sandbox_error(400, problem),
            },
        },
        ("DELETE", ["faults"]) => {
            world.faults.clear();
            ok(world.faults.to_json())
        }
        ("POST", ["registrations"]) => register(world, request),
        ("POST", ["settings"]) => change_settings(world, request),
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

fn not_json() -> Reply {
    Reply::sandbox_error(400, "the body must be a JSON object")
}

fn show(payment: &Payment, base_url: &str) -> Value {
    let mut shown = json!({
        "provider": payment.provider.name(),
        "reference": payment.reference,
        "id": payment.id,
        "method": payment.method,
        "amount": money::digits(payment.amount),
        "currency": payment.currency,
        "status": payment.provider.status(payment),
        "created": clock::utc_text(payment.created),
        "changed": clock::utc_text(payment.changed),
        "expires": clock::utc_text(payment.expires),
        "page": format!("{base_url}/{}", payment.page),
    });
    if let (Some(shown), Some(charges)) = (shown.as_object_mut(), payment.provider.charges(payment))
    {
        shown.insert("charges".to_owned(), charges);
    }
    shown
}

/// The same as `payments/{provider}/{reference}/{action}`, for references that are hard to put into
/// a path.
fn act_on_named(world: &mut World, request: &Request, action: &str) -> Reply {
    let Some(members) = request.json_members() else {
        return not_json();
    };
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
    let mut found = match (id, provider::named(provider)) {
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
    let provider = world.book.get(key).map(|payment| payment.provider);
    let done = provider.map(|provider| provider.act(world, key, action, now));
    match (done, world.book.get(key)) {
        (Some(Ok(())), Some(payment)) => ok(show(payment, &world.base_url)),
        (Some(Err(conflict)), _) => Reply::sandbox_error(409, conflict.0),
        _ => Reply::sandbox_error(404, "no such payment"),
    }
}

fn clock(world: &World) -> Value {
    json!({
        "now": clock::utc_text(world.now()),
        "manual": world.clock.is_manual(),
        "advanced_seconds": world.clock.offset_seconds(),
    })
}

fn advance(world: &mut World, request: &Request) -> Reply {
    let members = request.json_members().unwrap_or_default();
    let Some(seconds) = members.get("seconds").and_then(Value::as_u64) else {
        let message = "\"seconds\" must be a whole number; the clock never goes back";
        return Reply::sandbox_error(400, message);
    };
    if world.advance(seconds) {
        ok(clock(world))
    } else {
        Reply::sandbox_error(400, "the clock cannot go beyond the year 9999")
    }
}

fn resend(world: &mut World, id: &str) -> Reply {
    let now = world.now();
    let fallback = |name: &str| {
        let url = provider::named(name)?.dashboard_url(&world.settings)?;
        Some(url.to_owned())
    };
    let resent = id
        .parse()
        .ok()
        .and_then(|number| world.outbox.resend(number, fallback, now));
    match resent {
        Some(callback) => ok(callback),
        None => no_callback(id),
    }
}

fn no_callback(id: &str) -> Reply {
    Reply::sandbox_error(404, format!("there is no callback {id:?}"))
}

fn register(world: &mut World, request: &Request) -> Reply {
    let Some(members) = request.json_members() else {
        return not_json();
    };
    match crate::ciputra::register(world, &members) {
        Ok(registration) => ok(registration),
        Err(problem) => Reply::sandbox_error(400, problem),
    }
}

/// Sets what the providers' dashboards would; a member that is not there stays as it is.
fn change_settings(world: &mut World, request: &Request) -> Reply {
    let Some(members) = request.json_members() else {
        return not_json();
    };
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
