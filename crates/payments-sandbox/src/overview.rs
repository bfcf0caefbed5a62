//! The data that the page needs first, and the settings with which a program uses the sandbox.

use serde_json::{Value, json};

use crate::{
    generated::variables::VARIABLES,
    ledger::account_name,
    settings::CALLBACK_URLS,
    shown::{clock_json, payment_json},
    telling,
    variables::Variables,
    world::World,
};

/// How many of each list are shown, the newest.
const NEWEST: usize = 300;

pub(crate) fn overview(world: &World) -> Value {
    let [rows, again] = world.ledger.counts();
    let newest = |length: usize| length.saturating_sub(NEWEST);
    let payments = world.book.iter().skip(newest(world.book.len()));
    let payments = payments.map(|payment| payment_json(payment, &world.base_url));
    let ledger = world.ledger.rows(None, None);
    let ledger = ledger.skip(newest(usize::try_from(rows).unwrap_or_default()));
    let callbacks = world.outbox.all().skip(newest(world.outbox.len()));
    let callbacks = callbacks.map(|(id, _)| telling::callback(world, id));
    json!({
        "version": env!("CARGO_PKG_VERSION"),
        "seed": world.seed,
        "clock": clock_json(world),
        "rows": rows,
        "debited_again": again,
        "payments": payments.collect::<Value>(),
        "ledger": ledger.map(|row| row.to_json()).collect::<Value>(),
        "callbacks": callbacks.collect::<Value>(),
        "faults": world.faults.to_json(),
        "story": telling::after(world, 0),
    })
}

/// The base URL of each provider, and the variables that its client reads.
pub(crate) fn setup(world: &World) -> Value {
    let of = |table: &Variables| {
        let name = table.provider;
        let base = format!("{}/{name}{}", world.base_url, table.path);
        let own: Vec<_> = table
            .all
            .iter()
            .filter_map(|variable| Some((variable.name, world.settings.value_of(name, variable)?)))
            .collect();
        // Whose requests these variables make, and those of the shop on the page.
        let (_, first) = own.first().cloned().unwrap_or_default();
        let account = match name {
            // It is the key and a sub-account.
            "instamoney" => format!("{first}:"),
            _ => first,
        };
        let base_url = format!("{}_BASE_URL", name.to_uppercase());
        let variables = [(&*base_url, base.clone())].into_iter().chain(own);
        let variables = variables.map(|(name, value)| json!({"name": name, "value": value}));
        json!({
            "provider": name,
            "account": account_name(&account),
            "base_url": base,
            "variables": variables.collect::<Value>(),
        })
    };
    let providers: Value = VARIABLES.iter().map(of).collect();
    let callback_urls = CALLBACK_URLS.map(|provider| {
        let url = world.settings.callback_url_of(provider);
        (format!("{provider}_callback_url"), json!(url))
    });
    let callback_urls: Value = callback_urls.into_iter().collect();
    json!({
        "control": format!("{}/_sandbox", world.base_url),
        "providers": providers,
        "callback_urls": callback_urls,
    })
}
