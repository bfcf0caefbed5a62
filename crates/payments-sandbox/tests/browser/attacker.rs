//! The page of an attacker, in the browser of a developer whose sandbox runs.

use std::time::Duration;

use axum::{Router, response::Html, routing::get};
use serde_json::{Value, json};

use crate::stage::Stage;

/// Everything that a page can make a browser send: with and without asking first, by a form, into a
/// frame, and as a stream of events.
const ATTACK: &str = r#"<!doctype html><title>attack</title>
<iframe id="frame" src="SANDBOX/"></iframe>
<form id="form" method="post" action="SANDBOX/_sandbox/reset" target="sink" enctype="text/plain"><input name="a" value="b"></form>
<iframe name="sink"></iframe>
<script>
const tries = [];
const send = (path, options) => tries.push(fetch('SANDBOX' + path, options).then((answer) => answer.type === 'opaque' ? 'opaque' : answer.status, () => 'refused'));
for (const mode of ['cors', 'no-cors']) {
  send('/_sandbox/clock/advance', { method: 'POST', mode, body: '{"seconds": 60}' });
  send('/_sandbox/shop', { method: 'POST', mode, body: '{"provider": "instamoney", "step": "buy"}' });
  send('/_sandbox/payments/instamoney/order-1/pay', { method: 'POST', mode });
  send('/instamoney/ewallets', { method: 'POST', mode, body: 'external_id=a&amount=1000' });
  send('/_sandbox/overview', { mode });
  send('/_sandbox/events', { mode });
}
const stream = new EventSource('SANDBOX/_sandbox/events');
window.heard = 0;
stream.onmessage = () => { window.heard += 1; };
document.getElementById('form').submit();
Promise.all(tries).then((results) => { window.results = results; });
</script>"#;

#[tokio::test]
async fn an_attackers_page_reads_nothing_and_changes_nothing() {
    let Some(stage) = Stage::set().await else {
        return;
    };
    let browser = &stage.browser;
    let order = json!({"provider": "instamoney", "step": "buy", "reference": "order-1"});
    stage.control("POST", "shop", order);
    let before = stage.control("GET", "story", Value::Null);
    let page = ATTACK.replace("SANDBOX", &stage.sandbox.url());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let router = Router::new().route("/", get(move || async move { Html(page) }));
    tokio::spawn(async move { axum::serve(listener, router).await });
    // As another port of this machine, and as another site.
    for host in ["127.0.0.1", "evil.example"] {
        browser.go(&format!("http://{host}:{port}/")).await;
        browser.until("window.results").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let results = browser.run("return window.results").await;
        let results = results.as_array().unwrap();
        assert_eq!(results.len(), 12);
        assert!(
            results
                .iter()
                .all(|one| one == "refused" || one == "opaque"),
            "{results:?}"
        );
        assert_eq!(browser.run("return window.heard").await, 0);
        let framed = "try { return document.getElementById('frame').contentDocument === null } catch { return true }";
        assert_eq!(browser.run(framed).await, true);
        let after = stage.control("GET", "story", Value::Null);
        assert_eq!(
            after["newest"], before["newest"],
            "{host} has done something"
        );
    }
    // Under a name of its own for this machine it gets no page.
    let rebound = format!("http://evil.example:{}/", stage.sandbox.port());
    browser.go(&rebound).await;
    let text = browser.run("return document.body.innerText").await;
    assert!(text.as_str().unwrap().contains("Host"), "{text}");
    stage.end().await;
}
