//! A shop on this machine, against `payments sandbox`: create, redirect, callback, fulfil. `shop [SANDBOX_URL] [JOURNAL_URL]`

use std::{collections::HashSet, env, error::Error, io, sync::Arc, sync::Mutex};

use axum::{Router, extract::Path, extract::State, http::StatusCode, response::Redirect, routing};
use payments::{Customer, Method, Money, Name, NextAction, PaymentRequest, Payments, Settings};
use payments_axum::{Intake, Runner};
use payments_journal::{Change, Executed, Journal};

const SHOP: &str = "127.0.0.1:8080";
type Shop = (Journal, Arc<dyn Payments>);

/// What the sandbox takes from every client, in `{}` its URL; a real shop has `Settings::from_env()`.
const SETTINGS: &str = "ciputra_base_url={}/ciputra ciputra_api_key=shop ciputra_api_secret=shop \
    digiswitch_base_url={}/digiswitch/v1/user/api digiswitch_username=sandbox digiswitch_api_key=sandbox-key \
    fazz_base_url={}/fazz/api/v4 fazz_api_key=test_shop fazz_secret_key=shop fazz_signing_secrets=sandbox-signing-secret \
    instamoney_base_url={}/instamoney instamoney_api_key=xnd_development_shop instamoney_callback_tokens=sandbox-callback-token \
    rpi_base_url={}/rpi rpi_client_id=shop rpi_client_secret=shop rpi_merchant_code=SHOP01 rpi_channel_id=WEB";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = env::args().nth(1).unwrap_or("http://127.0.0.1:4010".into());
    let file = env::temp_dir().join(format!("shop-{}.db", std::process::id()));
    let url = env::args().nth(2);
    let journal = Journal::open(&url.unwrap_or(format!("sqlite://{}", file.display()))).await?;
    let settings = SETTINGS.replace("{}", sandbox.trim_end_matches('/'));
    let settings = settings
        .split_whitespace()
        .filter_map(|pair| pair.split_once('='));
    let settings = settings.fold(Settings::new(), |all, (name, value)| all.set(name, value));

    // Every provider at a path of its own, stored before it is acknowledged.
    let mut callbacks = Vec::new();
    for name in Name::ALL {
        callbacks.push((
            format!("/callbacks/{name}"),
            name.client(&settings)?.callbacks,
        ));
    }
    let instamoney = Name::Instamoney.client(&settings)?.payments;
    let shop: Shop = (journal.clone(), instamoney.ok_or("no payments")?);
    let app = Router::new()
        .route("/buy/{reference}", routing::get(buy))
        .merge(Intake::journal(journal.clone()).router(callbacks))
        .with_state(shop);

    // What was told is handled from the journal, once per payment.
    let fulfilled = Arc::new(Mutex::new(HashSet::new()));
    let runner =
        Runner::new(journal).on_failure(|change, error| eprintln!("{}: {error}", change.reference));
    let handler = move |change| {
        let fulfilled = fulfilled.clone();
        async move { fulfil(&fulfilled, &change) }
    };
    let runner = tokio::spawn(async move { runner.run(handler, stop()).await });

    println!(
        "buy at http://{SHOP}/buy/order-1; callbacks go to http://{SHOP}/callbacks/<provider>"
    );
    let listener = tokio::net::TcpListener::bind(SHOP).await?;
    axum::serve(listener, app)
        .with_graceful_shutdown(stop())
        .await?;
    runner.await??;
    Ok(())
}

/// Creates the payment, once however often the customer clicks, and sends the customer to the page where it is paid.
async fn buy(
    State((journal, payments)): State<Shop>,
    Path(reference): Path<String>,
) -> Result<Redirect, StatusCode> {
    let reference = reference.parse().map_err(|_| StatusCode::NOT_FOUND)?;
    let request = PaymentRequest::new(reference, Money::idr(20_000), Method::DANA)
        .customer(Customer::default().phone("08123123123"))
        .callback_url(format!("http://{SHOP}/callbacks/instamoney"))
        .return_url(format!("http://{SHOP}/"));
    let done = journal.execute(&*payments, &request).await;
    let Executed::Answered(payment) = done.map_err(|_| StatusCode::CONFLICT)? else {
        return Err(StatusCode::SERVICE_UNAVAILABLE);
    };
    let page = payment.next_actions.iter().find_map(|action| match action {
        NextAction::Redirect { url } => Some(Redirect::to(url)),
        _ => None,
    });
    page.ok_or(StatusCode::CONFLICT)
}

/// A change may come twice, and a payment is paid before it is settled. The set is what the shop's own orders would say.
fn fulfil(fulfilled: &Mutex<HashSet<String>>, change: &Change) -> Result<(), io::Error> {
    let news = change
        .what
        .news
        .as_ref()
        .and_then(|news| news["status"].as_str());
    let paid = matches!(
        change.what.status.as_deref().or(news),
        Some("paid" | "settled" | "active")
    );
    let order = format!("{} {}", change.provider, change.reference);
    if paid
        && fulfilled
            .lock()
            .map_err(|_| io::ErrorKind::Other)?
            .insert(order.clone())
    {
        println!("fulfil {order}");
    }
    Ok(())
}

async fn stop() {
    let _ = tokio::signal::ctrl_c().await;
}
