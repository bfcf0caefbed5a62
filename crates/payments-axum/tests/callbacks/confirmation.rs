//! Hints: asked about, within bounds.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use axum::Router;
use payments_axum::{Endpoint, InMemoryWindow, Intake, Rejection};
use payments_core::PaymentStatus;
use tower::ServiceExt;

use crate::{
    fake::{Fake, PAUSE, answer, post, status},
    place::Place,
    window::Shop,
};

fn app(shop: &Arc<Shop>, endpoint: impl Into<Endpoint>) -> Router {
    let intake = shop.intake(InMemoryWindow::default());
    Router::new().route("/fake", intake.route(endpoint))
}

#[tokio::test]
async fn what_a_hint_claims_is_thrown_away_and_what_the_provider_says_is_handled() {
    let (shop, fake) = (Shop::open(), Fake::hints(Duration::ZERO));
    let app = app(&shop, Arc::clone(&fake));
    fake.knows("order-1", PaymentStatus::Failed);
    assert_eq!(status(&app, "order-1 id paid").await, 200);
    assert_eq!(shop.handled(), ["order-1:id:failed"]);
}

#[tokio::test(start_paused = true)]
async fn a_hint_that_is_not_confirmed_is_delivered_again() {
    let (shop, fake) = (Shop::open(), Fake::hints(Duration::ZERO));
    let app = app(&shop, Arc::clone(&fake));
    let (code, why) = answer(&app, post("order-1 id paid")).await;
    assert_eq!(code, 503);
    assert!(matches!(why, Some(Rejection::NotConfirmed(_))));
    fake.knows("order-1", PaymentStatus::Paid);
    tokio::time::sleep(Duration::from_secs(5)).await;
    assert_eq!(status(&app, "order-1 id paid").await, 200);
    assert_eq!(shop.handled(), ["order-1:id:paid"]);
}

#[tokio::test(start_paused = true)]
async fn the_provider_is_asked_about_a_reference_once_a_pause_however_many_hints_come() {
    for (stated, pause) in [(false, 5), (true, PAUSE.as_secs())] {
        let mut fake = Fake::hints(Duration::from_millis(10));
        Arc::get_mut(&mut fake).unwrap().states_a_pause = stated;
        for reference in ["order-1", "order-2"] {
            fake.knows(reference, PaymentStatus::Pending);
        }
        let app = app(&Shop::open(), Arc::clone(&fake));
        let begun = tokio::time::Instant::now();
        let mut refused = 0;
        for _ in 0..100 {
            for reference in ["order-1", "order-2"] {
                let (code, why) = answer(&app, post(&format!("{reference} id paid"))).await;
                let early = matches!(why, Some(Rejection::AskedJustNow));
                assert_eq!(early, code == 503, "{why:?}");
                refused += usize::from(early);
            }
        }
        let asked = fake.asked.load(Ordering::SeqCst);
        assert_eq!(asked + refused, 200);
        let pauses = begun.elapsed().as_secs() / pause;
        assert!(
            asked as u64 <= 2 * (pauses + 1),
            "{asked} in {pauses} pauses"
        );
    }
}

#[tokio::test]
async fn references_that_nobody_recorded_are_asked_about_a_few_times_a_second() {
    let place = Place::new();
    let journal = place.recording(&["order-1"]).await;
    let fake = Fake::hints(Duration::ZERO);
    fake.knows("order-1", PaymentStatus::Paid);
    let app = Router::new().route("/fake", Intake::journal(journal).route(Arc::clone(&fake)));
    let begun = std::time::Instant::now();
    let storm: Vec<_> = (0..200)
        .map(|number| post(&format!("forged-{number} id paid")))
        .map(|request| tokio::spawn(app.clone().oneshot(request)))
        .collect();
    for answer in storm {
        assert_eq!(answer.await.unwrap().unwrap().status(), 503);
    }
    let most = 10 + usize::try_from(begun.elapsed().as_secs()).unwrap() + 1;
    assert!(fake.asked.load(Ordering::SeqCst) <= most);
    assert_eq!(status(&app, "order-1 id paid").await, 200);
}

#[tokio::test(start_paused = true)]
async fn a_confirmation_that_takes_too_long_is_given_up() {
    let (shop, fake) = (Shop::open(), Fake::hints(Duration::from_secs(60)));
    let endpoint = Endpoint::new(fake).confirmations(8, Duration::from_secs(2));
    let (code, why) = answer(&app(&shop, endpoint), post("order-1 id paid")).await;
    assert_eq!(code, 503);
    assert!(matches!(why, Some(Rejection::ConfirmationTimedOut(_))));
    assert!(shop.handled().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_storm_of_forged_hints_asks_few_questions_at_once_and_is_over_soon() {
    let (shop, fake) = (Shop::open(), Fake::hints(Duration::from_secs(1)));
    let endpoint = Endpoint::new(Arc::<Fake>::clone(&fake));
    let app = app(&shop, endpoint.confirmations(4, Duration::from_secs(5)));
    let storm: Vec<_> = (0..1000)
        .map(|number| post(&format!("forged-{number} id paid")))
        .map(|request| tokio::spawn(app.clone().oneshot(request)))
        .collect();
    let mut busy = 0;
    for answer in storm {
        let answer = answer.await.unwrap().unwrap();
        assert_eq!(answer.status(), 503);
        let why = answer.extensions().get::<Rejection>();
        busy += usize::from(matches!(why, Some(Rejection::Busy)));
    }
    // Four are asked about, eight times as many wait, and nobody is asked when nobody waits any
    // more.
    assert_eq!(busy, 1000 - 4 * 9);
    assert_eq!(fake.most_asking.load(Ordering::SeqCst), 4);
    assert!(fake.asked.load(Ordering::SeqCst) <= 4 * 5);
}

#[tokio::test(start_paused = true)]
async fn one_reference_is_asked_about_once_at_a_time() {
    let (shop, fake) = (Shop::open(), Fake::hints(Duration::from_secs(1)));
    fake.knows("order-1", PaymentStatus::Paid);
    let app = app(&shop, Arc::clone(&fake));
    let first = tokio::spawn(app.clone().oneshot(post("order-1 id paid")));
    tokio::time::sleep(Duration::from_millis(1)).await;
    let (code, why) = answer(&app, post("order-1 id paid")).await;
    assert_eq!(code, 503);
    assert!(matches!(why, Some(Rejection::Busy)));
    assert_eq!(first.await.unwrap().unwrap().status(), 200);
    tokio::time::sleep(Duration::from_secs(5)).await;
    assert_eq!(status(&app, "order-1 id paid").await, 200);
    assert_eq!(shop.handled().len(), 1);
}

#[tokio::test]
async fn forged_references_do_not_keep_recorded_ones_waiting() {
    let place = Place::new();
    let journal = place.recording(&["order-1"]).await;
    let fake = Fake::hints(Duration::from_millis(500));
    fake.knows("order-1", PaymentStatus::Paid);
    let endpoint = Endpoint::new(Arc::<Fake>::clone(&fake));
    let endpoint = endpoint.confirmations(4, Duration::from_secs(5));
    let app = Router::new().route("/fake", Intake::journal(journal).route(endpoint));
    for number in 0..200 {
        let request = post(&format!("forged-{number} id paid"));
        tokio::spawn(app.clone().oneshot(request));
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    let begun = std::time::Instant::now();
    assert_eq!(status(&app, "order-1 id paid").await, 200);
    assert!(begun.elapsed() < Duration::from_millis(1500));
    assert!(fake.most_asking.load(Ordering::SeqCst) <= 2);
}
