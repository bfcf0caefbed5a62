//! Without a journal: once, one after the other, and again after a failure.

use std::{
    io,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::Router;
use payments_axum::{InMemoryWindow, Intake, Rejection};
use payments_core::{Event, Verified};
use tokio::{sync::Semaphore, time::sleep};
use tower::ServiceExt;

use crate::fake::{Fake, answer, post, status};

/// What a handler has done, and what it is to do.
#[derive(Debug)]
pub(crate) struct Shop {
    pub(crate) handled: Mutex<Vec<String>>,
    pub(crate) begun: AtomicUsize,
    pub(crate) fails: AtomicBool,
    panics: AtomicBool,
    gate: Semaphore,
}

impl Shop {
    pub(crate) fn open() -> Arc<Self> {
        let shop = Self::closed();
        shop.gate.add_permits(10_000);
        shop
    }

    /// Its handler waits at the gate.
    pub(crate) fn closed() -> Arc<Self> {
        Arc::new(Self {
            handled: Mutex::default(),
            begun: AtomicUsize::default(),
            fails: AtomicBool::default(),
            panics: AtomicBool::default(),
            gate: Semaphore::new(0),
        })
    }

    pub(crate) fn opens(&self) {
        self.gate.add_permits(1);
    }

    pub(crate) async fn handle(self: Arc<Self>, event: Verified<Event>) -> io::Result<()> {
        self.begun.fetch_add(1, Ordering::SeqCst);
        self.gate.acquire().await.unwrap().forget();
        if self.panics.load(Ordering::SeqCst) {
            panic!("a bug of the shop");
        }
        if self.fails.load(Ordering::SeqCst) {
            return Err(io::Error::other("canary of the shop"));
        }
        let key = event.get().key.clone();
        self.handled.lock().unwrap().push(key);
        Ok(())
    }

    pub(crate) fn intake(self: &Arc<Self>, window: InMemoryWindow) -> Intake {
        let shop = Arc::clone(self);
        Intake::in_memory(window, move |event| Arc::clone(&shop).handle(event))
    }

    pub(crate) fn app(self: &Arc<Self>, window: InMemoryWindow) -> Router {
        Router::new().route("/fake", self.intake(window).route(Fake::verified()))
    }

    pub(crate) fn handled(&self) -> Vec<String> {
        self.handled.lock().unwrap().clone()
    }

    pub(crate) async fn has_begun(&self, count: usize) {
        while self.begun.load(Ordering::SeqCst) < count {
            sleep(Duration::from_millis(1)).await;
        }
    }
}

#[tokio::test]
async fn an_event_is_handled_once_and_every_delivery_acknowledged() {
    let shop = Shop::open();
    let app = shop.app(InMemoryWindow::default());
    for _ in 0..5 {
        assert_eq!(status(&app, "order-1 id paid").await, 200);
    }
    assert_eq!(shop.handled(), ["order-1:id:paid"]);
}

#[tokio::test]
async fn a_delivery_that_comes_while_the_handler_is_at_work_is_delivered_again() {
    let shop = Shop::closed();
    let app = shop.app(InMemoryWindow::default());
    let first = tokio::spawn(app.clone().oneshot(post("order-1 id paid")));
    shop.has_begun(1).await;
    let (code, why) = answer(&app, post("order-1 id paid")).await;
    assert_eq!(code, 503);
    assert!(matches!(why, Some(Rejection::InProgress)));
    // Later news of the same payment does not overtake; that of others does.
    assert_eq!(status(&app, "order-1 id settled").await, 503);
    let other = tokio::spawn(app.clone().oneshot(post("order-2 id paid")));
    shop.has_begun(2).await;
    shop.opens();
    shop.opens();
    assert_eq!(first.await.unwrap().unwrap().status(), 200);
    assert_eq!(other.await.unwrap().unwrap().status(), 200);
    assert_eq!(status(&app, "order-1 id paid").await, 200);
    assert_eq!(shop.handled().len(), 2);
}

#[tokio::test]
async fn after_a_failure_or_a_panic_the_next_delivery_is_handled() {
    let shop = Shop::open();
    let app = shop.app(InMemoryWindow::default());
    shop.fails.store(true, Ordering::SeqCst);
    let (code, why) = answer(&app, post("order-1 id paid")).await;
    let why = why.unwrap();
    assert_eq!(code, 500);
    // What the shop said is for who asks for it.
    assert!(!format!("{why}{why:?}").contains("canary"));
    let source = std::error::Error::source(&why).unwrap();
    assert!(source.to_string().contains("canary"));
    shop.fails.store(false, Ordering::SeqCst);
    shop.panics.store(true, Ordering::SeqCst);
    assert_eq!(status(&app, "order-1 id paid").await, 500);
    shop.panics.store(false, Ordering::SeqCst);
    assert_eq!(status(&app, "order-1 id paid").await, 200);
    assert_eq!(shop.handled(), ["order-1:id:paid"]);
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_outlives_its_lease_has_failed() {
    let shop = Shop::closed();
    let app = shop.app(InMemoryWindow::default().lease(Duration::from_secs(20)));
    assert_eq!(status(&app, "order-1 id paid").await, 500);
    shop.opens();
    assert_eq!(status(&app, "order-1 id paid").await, 200);
    assert_eq!(shop.handled().len(), 1);
}

#[tokio::test]
async fn what_was_handled_longest_ago_is_forgotten_first_and_what_is_being_handled_never() {
    let shop = Shop::open();
    let app = shop.app(InMemoryWindow::new(2));
    for reference in ["a", "b", "a", "c"] {
        assert_eq!(status(&app, &format!("{reference} id paid")).await, 200);
    }
    assert_eq!(shop.handled(), ["a:id:paid", "b:id:paid", "c:id:paid"]);
    assert_eq!(status(&app, "b id paid").await, 200);
    assert_eq!(shop.handled().len(), 3);
    assert_eq!(status(&app, "a id paid").await, 200);
    assert_eq!(shop.handled().len(), 4);

    let shop = Shop::closed();
    let app = shop.app(InMemoryWindow::new(1));
    tokio::spawn(app.clone().oneshot(post("a id paid")));
    shop.has_begun(1).await;
    let (_, why) = answer(&app, post("b id paid")).await;
    assert!(matches!(why, Some(Rejection::WindowFull)));
}

#[tokio::test]
async fn what_tells_of_an_earlier_state_is_acknowledged_and_not_handled() {
    let shop = Shop::open();
    let app = shop.app(InMemoryWindow::default());
    for body in [
        "order-1 id settled",
        "order-1 id failed",
        "order-1 id paid",
        "order-1 id refunded",
    ] {
        assert_eq!(status(&app, body).await, 200);
    }
    assert_eq!(
        shop.handled(),
        ["order-1:id:settled", "order-1:id:refunded"]
    );
}

#[tokio::test]
async fn one_reference_that_is_paid_twice_is_two_payments() {
    let shop = Shop::open();
    let app = shop.app(InMemoryWindow::default());
    assert_eq!(status(&app, "account-1 first paid").await, 200);
    assert_eq!(status(&app, "account-1 second paid").await, 200);
    assert_eq!(shop.handled().len(), 2);
}

#[tokio::test]
async fn after_a_restart_the_application_says_no_to_what_it_has_settled_before() {
    let orders: Arc<Mutex<Vec<String>>> = Arc::default();
    let shop = Shop::open();
    let started = || {
        let (orders, shop) = (Arc::clone(&orders), Arc::clone(&shop));
        let known = Arc::clone(&orders);
        let intake = Intake::in_memory_unless(
            InMemoryWindow::default(),
            move |event: Verified<Event>| {
                let known = known.lock().unwrap().contains(&event.get().key);
                async move { Ok(known) }
            },
            move |event: Verified<Event>| {
                orders.lock().unwrap().push(event.get().key.clone());
                Arc::clone(&shop).handle(event)
            },
        );
        Router::new().route("/fake", intake.route(Fake::verified()))
    };
    for _ in 0..3 {
        assert_eq!(status(&started(), "order-1 id paid").await, 200);
    }
    assert_eq!(status(&started(), "order-1 id settled").await, 200);
    assert_eq!(shop.handled(), ["order-1:id:paid", "order-1:id:settled"]);
}

#[tokio::test]
async fn while_the_application_cannot_tell_whether_it_was_settled_nothing_is_handled() {
    let shop = Shop::open();
    let failing = Arc::new(AtomicBool::new(true));
    let (fails, handler) = (Arc::clone(&failing), Arc::clone(&shop));
    let intake = Intake::in_memory_unless(
        InMemoryWindow::default(),
        move |_: Verified<Event>| {
            let fails = fails.load(Ordering::SeqCst);
            async move {
                match fails {
                    true => Err(io::Error::other("the database is away")),
                    false => Ok(false),
                }
            }
        },
        move |event| Arc::clone(&handler).handle(event),
    );
    let app = Router::new().route("/fake", intake.route(Fake::verified()));
    assert_eq!(status(&app, "order-1 id paid").await, 500);
    assert!(shop.handled().is_empty());
    failing.store(false, Ordering::SeqCst);
    assert_eq!(status(&app, "order-1 id paid").await, 200);
    assert_eq!(shop.handled().len(), 1);
}
