//! The end: what was begun is finished.

use std::{future::pending, time::Duration};

use payments_axum::InMemoryWindow;
use tokio::{net::TcpListener, sync::oneshot, time::timeout};

use crate::window::Shop;

/// Long enough for what must not happen.
const MOMENT: Duration = Duration::from_millis(50);

#[tokio::test]
async fn shutting_down_waits_for_the_handler_and_acknowledges() {
    let shop = Shop::closed();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/fake", listener.local_addr().unwrap());
    let (stop, stopped) = oneshot::channel::<()>();
    let app = shop.app(InMemoryWindow::default());
    let server = axum::serve(listener, app).with_graceful_shutdown(async {
        let _ = stopped.await;
    });
    let mut server = tokio::spawn(server.into_future());
    let delivery = tokio::spawn(deliver(url));
    shop.has_begun(1).await;
    stop.send(()).unwrap();
    assert!(timeout(MOMENT, &mut server).await.is_err());
    shop.opens();
    server.await.unwrap().unwrap();
    assert_eq!(delivery.await.unwrap(), 200);
    assert_eq!(shop.handled(), ["order-1:id:paid"]);
}

#[tokio::test]
async fn a_provider_that_hangs_up_does_not_cut_the_handler_and_its_next_delivery_finds_it_done() {
    let shop = Shop::closed();
    let window = InMemoryWindow::default();
    let app = shop.app(window.clone());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/fake", listener.local_addr().unwrap());
    tokio::spawn(
        axum::serve(listener, app.clone())
            .with_graceful_shutdown(pending())
            .into_future(),
    );
    let delivery = tokio::spawn(deliver(url.clone()));
    shop.has_begun(1).await;
    delivery.abort();
    tokio::time::sleep(MOMENT).await;
    assert!(timeout(MOMENT, window.idle()).await.is_err());
    shop.opens();
    window.idle().await;
    assert_eq!(shop.handled(), ["order-1:id:paid"]);
    assert_eq!(deliver(url).await, 200);
    assert_eq!(shop.handled().len(), 1);
}

async fn deliver(url: String) -> u16 {
    let base = url.parse().unwrap();
    let http = payments_provider::http::client(&base, Default::default()).unwrap();
    let request = http.post(url).header("x-token", "right");
    let answer = request.body("order-1 id paid").send().await;
    answer.unwrap().status().as_u16()
}
