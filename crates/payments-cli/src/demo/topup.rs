//! Scene: a merchant sells a prepaid product.

use payments::{
    Callbacks, Kind, Name, Outcome, PaymentStatus, Reference, Retry, Topup, TopupRequest, Topups,
    retry::{Clock, Progress, SystemClock, VirtualClock},
};

use super::{Known, Scenario, Scene, Stage};
use crate::failure::Failure;

const PRODUCT: &str = "xld10";

pub(super) async fn play(
    stage: &mut Stage,
    name: Name,
    scenario: Scenario,
    topups: &dyn Topups,
    callbacks: &dyn Callbacks,
) -> Result<Scene, Failure> {
    // Bills and top-ups share their references.
    let reference = Reference::new(format!("{}-topup", scenario.reference()))?;
    // The test customers of the product: one is served at once, the other when the seller answers.
    let customer = match scenario {
        Scenario::Paid => "087800001230",
        Scenario::AnswerLost => "087800001233",
    };
    let mut prices = topups.prices(Some(PRODUCT)).await?.into_iter();
    let listed = prices
        .next()
        .ok_or_else(|| Failure::failed(format!("{name} does not sell {PRODUCT}")))??;
    stage
        .output
        .step("prices", &format!("{PRODUCT} costs {}", listed.price));
    let request = TopupRequest::new(reference.clone(), PRODUCT, customer);
    let request = request.maximum_price(listed.price);
    let (sold, outcome) = buy(stage, topups, &request).await?;
    if sold.status == PaymentStatus::Pending {
        stage.control.pay(name, &reference).await?;
        stage.output.step("seller", "answers at last");
    }

    let (event, callback) = stage.prove(callbacks, &reference).await?;
    let status = event.get().news.status_word().to_owned();
    let ledger_rows = stage.ends(name, &reference, &event, &status).await?;
    Ok(Scene {
        provider: name.as_str(),
        kind: Kind::Topup,
        scenario,
        reference,
        status,
        outcome,
        callback,
        ledger_rows,
    })
}

/// Buys; if the answer is lost, lets the visibility delay pass and asks: the question is the same
/// request, and put earlier it could be a second sale.
async fn buy(
    stage: &Stage,
    topups: &dyn Topups,
    request: &TopupRequest,
) -> Result<(Topup, Known), Failure> {
    let error = match topups.buy(request).await {
        Ok(topup) => {
            stage.output.step("buy", &format!("it is {}", topup.status));
            return Ok((topup, Known::Accepted));
        }
        Err(error) if error.outcome() == Outcome::Unknown => error,
        Err(error) => return Err(error.into()),
    };
    stage.output.step("buy", &error.to_string());
    stage
        .output
        .step("outcome", "unknown: it may have happened");
    // A clock on which nobody waits.
    let (now, clock) = (SystemClock.now(), VirtualClock::new(SystemClock.now()));
    let retry = Retry::default().clock(clock.clone());
    let asked = retry.resolve(topups, request, Progress::lost(now, 1)).await;
    let topup = asked.map_err(|open| open.error().clone())?;
    let waited = (clock.now() - now).num_seconds();
    stage
        .output
        .step("wait", &format!("{waited} s, which here pass at once"));
    stage.output.step(
        "ask",
        &format!("by the same request: it is {}", topup.status),
    );
    Ok((topup, Known::Unknown))
}
