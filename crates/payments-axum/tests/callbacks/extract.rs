//! The extractors in a handler of the application's own.

use std::{sync::Arc, time::Duration};

use axum::{Router, extract::FromRef, routing::post as route};
use payments_axum::{Confirmed, Delivered, Endpoint};
use payments_core::{PaymentStatus, Received};

use crate::fake::{Fake, answer, post, status};

/// An application's state, of which the endpoint is a part.
#[derive(Clone)]
struct App {
    fake: Endpoint,
}

impl FromRef<App> for Endpoint {
    fn from_ref(app: &App) -> Self {
        app.fake.clone()
    }
}

#[tokio::test]
async fn a_handler_sees_what_was_verified_or_is_only_a_hint() {
    let seen = |fake| {
        let handler = |Delivered(received): Delivered| async move {
            assert!(matches!(received, Received::Verified(_)));
        };
        let state = App {
            fake: Endpoint::new(fake),
        };
        Router::new()
            .route("/fake", route(handler))
            .with_state(state)
    };
    assert_eq!(
        status(&seen(Fake::verified()), "order-1 id paid").await,
        200
    );
    let mut unsigned = post("order-1 id paid");
    unsigned.headers_mut().clear();
    let (code, why) = answer(&seen(Fake::verified()), unsigned).await;
    assert_eq!(code, 401);
    assert!(why.unwrap().to_string().contains("no proof"));
}

#[tokio::test]
async fn a_handler_of_confirmed_events_never_sees_a_hint() {
    let fake = Fake::hints(Duration::ZERO);
    let handler = |Confirmed(event): Confirmed| async move {
        assert_eq!(event.get().news.status_word(), "failed");
    };
    let app = Router::new().route("/fake", route(handler));
    let app = app.with_state(App {
        fake: Endpoint::new(Arc::<Fake>::clone(&fake)).pause(Duration::ZERO),
    });
    assert_eq!(status(&app, "order-1 id paid").await, 503);
    fake.knows("order-1", PaymentStatus::Failed);
    assert_eq!(status(&app, "order-1 id paid").await, 200);
}
