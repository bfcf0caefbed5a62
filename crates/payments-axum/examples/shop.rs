//! A shop on this machine, against `payments sandbox`: create, redirect, callback, fulfil.
//! `shop [SANDBOX_URL] [JOURNAL_URL]`

use std::{convert::Infallible, env, error::Error};

use axum::{Router, extract::Path, extract::State, http::StatusCode, response::Redirect, routing};
use payments::{Client, Customer, Method, Money, Name, NextAction, PaymentRequest, Settings};
use payments_axum::{Intake, run, serve};
use payments_journal::{Change, Executed, Journal};

const SHOP: &str = "127.0.0.1:8080";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let [sandbox, journal] = [1, 2].map(|number| env::args().nth(number));
    let sandbox = sandbox.unwrap_or_else(|| "http://127.0.0.1:4010".into());
    let file = env::temp_dir().join(format!("shop-{}.db", std::process::id()));
    let journal = journal.unwrap_or_else(|| format!("sqlite://{}", file.display()));
    let journal = Journal::open(&journal).await?;
    let settings = Settings::sandbox(&sandbox);

    // Every provider's callbacks at a path of their own, stored before they are acknowledged.
    let mut app = Router::new().route("/buy/{reference}", routing::get(buy));
    let intake = Intake::journal(journal.clone());
    for name in Name::ALL {
        let callbacks = name.client(&settings)?.callbacks;
        app = app.route(&format!("/callbacks/{name}"), intake.route(callbacks));
    }
    let shop = (journal.clone(), Name::Instamoney.client(&settings)?);
    let app = app.with_state(shop);
    println!("buy at http://{SHOP}/buy/order-1");
    let listener = tokio::net::TcpListener::bind(SHOP).await?;
    // What was told is handled from the journal, until it succeeds.
    let runner = tokio::spawn(async move { run(&journal, fulfil, stop()).await });
    // Neither slow nor idle connections keep anybody out, and none holds up the end.
    serve(listener, app, stop()).await;
    runner.await??;
    Ok(())
}

/// Creates the payment, once however often the customer clicks, and sends the customer to the page
/// where it is paid.
async fn buy(
    State((journal, instamoney)): State<(Journal, Client)>,
    Path(reference): Path<String>,
) -> Result<Redirect, StatusCode> {
    let reference = reference.parse().map_err(|_| StatusCode::NOT_FOUND)?;
    let request = PaymentRequest::new(reference, Money::idr(20_000), Method::DANA)
        .customer(Customer::default().phone("08123123123"))
        .callback_url(format!("http://{SHOP}/callbacks/instamoney"))
        .return_url(format!("http://{SHOP}/thanks"));
    let payments = instamoney.payments.ok_or(StatusCode::NOT_FOUND)?;
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

/// Of each payment one change tells that its money came. After a crash that change may come again:
/// a real shop asks its own orders.
async fn fulfil(change: Change) -> Result<(), Infallible> {
    if change.what.money_came().is_some() {
        println!("fulfil {} {}", change.provider, change.reference);
    }
    Ok(())
}

async fn stop() {
    let _ = tokio::signal::ctrl_c().await;
}
