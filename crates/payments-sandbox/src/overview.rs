//! The data that the page needs first, and the settings with which a program uses the sandbox.

use serde_json::{Value, json};

use crate::{
    ledger::account_name,
    registry::PROVIDERS,
    settings::CALLBACK_URLS,
    shown::{clock_json, payment_json},
    telling,
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
    let of = |name: &str| {
        let url = &world.base_url;
        let settings = &world.settings;
        let end = settings.token.as_deref().unwrap_or("sandbox");
        let base = match name {
            "digiswitch" => format!("{url}/digiswitch/v1/user/api"),
            "fazz" => format!("{url}/fazz/api/v4"),
            name => format!("{url}/{name}"),
        };
        let secret = settings.callback_secrets.get("digiswitch");
        let mut variables = vec![(format!("{}_BASE_URL", name.to_uppercase()), base.clone())];
        let own: Vec<(&str, String)> = match name {
            "ciputra" => vec![
                ("CIPUTRA_API_KEY", "sandbox".to_owned()),
                ("CIPUTRA_API_SECRET", "sandbox".to_owned()),
            ],
            "digiswitch" => [
                Some(("DIGISWITCH_USERNAME", settings.digiswitch_user.clone())),
                Some(("DIGISWITCH_API_KEY", settings.digiswitch_key.clone())),
                secret.map(|secret| ("DIGISWITCH_CALLBACK_SECRETS", secret.clone())),
            ]
            .into_iter()
            .flatten()
            .collect(),
            "fazz" => vec![
                ("FAZZ_API_KEY", format!("test_{end}")),
                ("FAZZ_SECRET_KEY", "sandbox".to_owned()),
                (
                    "FAZZ_SIGNING_SECRETS",
                    settings.secret_of("fazz").to_owned(),
                ),
            ],
            "instamoney" => vec![
                ("INSTAMONEY_API_KEY", format!("xnd_development_{end}")),
                (
                    "INSTAMONEY_CALLBACK_TOKENS",
                    settings.secret_of("instamoney").to_owned(),
                ),
            ],
            _ => vec![
                ("RPI_CLIENT_ID", "sandbox".to_owned()),
                ("RPI_CLIENT_SECRET", "sandbox".to_owned()),
                ("RPI_MERCHANT_CODE", "SHOP01".to_owned()),
                ("RPI_CHANNEL_ID", "WEB".to_owned()),
            ],
        };
        // Whose requests these variables make, and those of the shop on the page.
        let account = match name {
            "digiswitch" => settings.digiswitch_user.clone(),
            "fazz" => format!("test_{end}"),
            "instamoney" => format!("xnd_development_{end}:"),
            _ => "sandbox".to_owned(),
        };
        variables.extend(
            own.into_iter()
                .map(|(name, value)| (name.to_owned(), value)),
        );
        let variables = variables
            .into_iter()
            .map(|(name, value)| json!({"name": name, "value": value}));
        json!({
            "provider": name,
            "account": account_name(&account),
            "base_url": base,
            "variables": variables.collect::<Value>(),
        })
    };
    let providers: Value = PROVIDERS
        .iter()
        .map(|provider| of(provider.name()))
        .collect();
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
