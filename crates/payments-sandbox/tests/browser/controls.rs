//! Every control of the page, pressed once.

use std::time::Duration;

use serde_json::json;

use crate::stage::Stage;

/// Buttons and links of an area, by what tells each from the others.
const BUTTONS: &str =
    "return [...document.querySelectorAll(AREA + ' button, ' + AREA + ' summary')]
  .filter((one) => one.checkVisibility() && !one.disabled && !one.dataset.seen)
  // What forgets everything goes last.
  .sort((one, other) => (one.id === 'reset') - (other.id === 'reset'))
  .map((one) => { one.dataset.seen = '1';
    for (const name of ['id', 'data-key', 'data-step', 'data-seconds', 'data-to'])
      if (one.getAttribute(name)) return `[${name}=\"${CSS.escape(one.getAttribute(name))}\"]`;
    const path = []; // a place in the document
    for (let at = one; at.id === '' && at !== document.body; at = at.parentElement)
      path.unshift(`:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
    const top = one.closest('[id]'); return `#${top.id} > ${path.join(' > ')}`; })";

#[tokio::test]
async fn every_control_is_pressed_once_and_the_console_holds_no_error() {
    let settings = payments_sandbox::Settings::new()
        .seed(1)
        // Nobody listens there: callbacks wait for another attempt.
        .callback_url("instamoney", "http://127.0.0.1:9/callbacks");
    let Some(stage) = Stage::with(settings).await else {
        return;
    };
    let browser = &stage.browser;
    for provider in ["ciputra", "digiswitch", "fazz", "instamoney", "rpi"] {
        stage.control("POST", "shop", json!({"provider": provider, "step": "buy"}));
    }
    stage.control("POST", "payments/instamoney/order-4/pay", json!({}));
    let order = json!({"provider": "fazz", "fault": "drop", "times": 0});
    stage.control("POST", "faults", order);
    browser
        .until("document.querySelectorAll('.lane').length === 5")
        .await;
    browser.run("window.confirm = () => true").await;
    let mut pressed = 0;
    for (area, least) in [
        ("setup", 2),
        ("clock", 4),
        ("callbacks", 8),
        ("faults", 3),
        ("ledger", 0),
        ("timeline", 20),
    ] {
        browser.click(&format!("#tab-{area}")).await;
        tokio::time::sleep(Duration::from_millis(200)).await;
        browser.picture(&format!("area-{area}")).await;
        let script = BUTTONS.replace("AREA", &format!("'#{area}'"));
        let found = browser.run(&script).await;
        let found = found.as_array().unwrap().clone();
        assert!(found.len() >= least, "{area}: {found:?}");
        for button in found {
            let button = button.as_str().unwrap();
            // Some are gone by now: another one before has closed what they were about.
            let script = format!(
                "const one = document.querySelector('{}'); return !!one && !one.disabled && one.checkVisibility()",
                button.replace('\\', "\\\\").replace('\'', "\\'")
            );
            if browser.run(&script).await != json!(true) {
                continue;
            }
            browser.click(button).await;
            pressed += 1;
            if ["exchange\\ ", "other\\ "]
                .iter()
                .any(|name| button.contains(name))
            {
                // It is asked for first; opened later, it would lie over what is pressed next.
                browser
                    .until("document.getElementById('exchange').open")
                    .await;
            }
            browser.run("for (const one of document.querySelectorAll('dialog[open]')) one.dataset.was = '1'").await;
            tokio::time::sleep(Duration::from_millis(30)).await;
            browser
                .run("for (const one of document.querySelectorAll('dialog[open]')) one.close()")
                .await;
        }
    }
    assert!(pressed > 40, "{pressed}");
    assert_eq!(browser.errors(true).await, [""; 0]);
    stage.end().await;
}

#[tokio::test]
async fn a_scene_is_saved_and_played_on_the_page() {
    let Some(stage) = Stage::set().await else {
        return;
    };
    let browser = &stage.browser;
    let order = json!({"provider": "instamoney", "step": "buy", "reference": "order-1"});
    stage.control("POST", "shop", order.clone());
    // What would be written to a file is kept instead.
    browser
        .run("URL.createObjectURL = (blob) => { window.saved = blob; return 'data:,'; }")
        .await;
    browser.click("#tab-setup").await;
    browser.click("#scene-save").await;
    browser.until("window.saved").await;
    browser
        .until("document.getElementById('scene-answer').textContent === 'saved: 1 step'")
        .await;
    stage.control("POST", "reset", json!({}));
    browser
        .until("document.querySelectorAll('.lane').length === 0")
        .await;
    browser
        .run("window.saved.text().then((text) => playScene(new File([text], 'scene.json')))")
        .await;
    browser
        .until("document.getElementById('scene-answer').textContent.startsWith('played: 1 step,')")
        .await;
    browser.picture("scene").await;
    browser.click("#tab-timeline").await;
    browser
        .until("document.querySelectorAll('.lane').length === 1")
        .await;
    assert_eq!(browser.errors(false).await, [""; 0]);
    stage.end().await;
}

#[tokio::test]
async fn every_fault_of_every_provider_can_be_armed_in_the_form() {
    let Some(stage) = Stage::set().await else {
        return;
    };
    let browser = &stage.browser;
    browser.click("#tab-faults").await;
    browser.until("state.codes.length > 0").await;
    // Each choice of the form once; the sandbox must take what the form offers.
    let script = "const form = document.getElementById('fault').elements; window.wrong = []; window.ordered = 0;
      window.busy = true;
      (async () => {
        for (const provider of PROVIDERS) for (const operation of [...form.operation.options].map((one) => one.value)) {
          form.provider.value = provider; form.operation.value = operation; chooseFault();
          for (const fault of [...form.fault.options].map((one) => one.value)) {
            form.fault.value = fault; chooseFault();
            const order = { provider, operation, fault, times: 1 };
            if (!document.getElementById('code-field').hidden) order.code = form.code.value;
            window.ordered += 1;
            await call('POST', 'faults', order).catch((error) => window.wrong.push(`${JSON.stringify(order)}: ${error.message}`));
          }
          if (operation !== 'capture') await call('DELETE', 'faults');
        }
        window.busy = false;
      })();";
    browser.run(script).await;
    browser.until("window.busy === false").await;
    assert_eq!(browser.run("return window.wrong").await, json!([]));
    let ordered = browser.run("return window.ordered").await;
    assert!(ordered.as_u64().unwrap() > 300, "{ordered}");
    browser.picture("faults-armed").await;
    assert_eq!(browser.errors(false).await, [""; 0]);
    stage.end().await;
}

#[tokio::test]
async fn an_exchange_is_opened_revealed_and_copied_by_keyboard_and_on_a_phone() {
    let Some(stage) = Stage::set().await else {
        return;
    };
    let browser = &stage.browser;
    let order = json!({"provider": "instamoney", "step": "buy", "reference": "order-1"});
    stage.control("POST", "shop", order);
    browser
        .until("document.querySelector('.lane button.step')")
        .await;
    browser
        .run("document.querySelector('.lane button.step').focus()")
        .await;
    // Enter.
    browser.type_into(".lane button.step", "\u{e007}").await;
    browser
        .until("document.getElementById('exchange').open")
        .await;
    let text = "return document.getElementById('exchange').innerText";
    let hidden = browser.run(text).await.as_str().unwrap().to_owned();
    assert!(
        hidden.contains("•••") && !hidden.contains("08123123123"),
        "{hidden}"
    );
    browser.picture("exchange").await;
    browser.click("#reveal").await;
    browser
        .until("document.getElementById('exchange').innerText.includes('08123123123')")
        .await;
    browser.click("#curl").await;
    browser
        .until("document.getElementById('exchange-answer').textContent !== ''")
        .await;
    let curl = browser.run("return asCurl(opened)").await;
    assert!(
        curl.as_str()
            .unwrap()
            .starts_with("curl -X POST 'http://127.0.0.1:")
    );
    browser.click("#exchange .close").await;
    browser.click("#tab-timeline").await;
    browser.type_into("#tab-timeline", "\u{e014}").await;
    browser
        .until("!document.getElementById('ledger').hidden")
        .await;
    browser.size(390, 844).await;
    browser.colours("dark").await;
    browser.click("#tab-timeline").await;
    browser.picture("phone-dark").await;
    let fits = "return document.documentElement.scrollWidth <= window.innerWidth";
    assert_eq!(
        browser.run(fits).await,
        true,
        "it must be scrolled sideways"
    );
    let tabs = "return [...document.querySelectorAll('[role=tab]')].map((tab) => tab.getBoundingClientRect())
        .filter((place) => place.left < 0 || place.right > window.innerWidth).length";
    assert_eq!(browser.run(tabs).await, 0, "tabs beyond the edge");
    browser.click(".lane button.step").await;
    browser
        .until("document.getElementById('exchange').open")
        .await;
    browser.picture("phone-exchange").await;
    assert_eq!(browser.errors(false).await, [""; 0]);
    stage.end().await;
}
