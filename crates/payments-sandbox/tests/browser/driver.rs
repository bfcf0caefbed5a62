//! A browser, driven by the WebDriver protocol: plain HTTP calls to Debian's `chromedriver`, so
//! that nothing but the client of the other tests is built for it.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use payments_provider::http::Timeouts;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

/// The name under which WebDriver hands out an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub(crate) struct Browser {
    driver: Child,
    http: reqwest::Client,
    session: String,
}

impl Browser {
    /// None, with a word on stderr, where there is no browser.
    pub(crate) async fn open() -> Option<Self> {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            // The browsers that it starts are of its group, and end with it.
            .process_group(0)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(driver) = driver else {
            eprintln!("skipped, for chromedriver is not installed");
            return None;
        };
        let base = format!("http://127.0.0.1:{port}");
        let timeouts = Timeouts::new(Duration::from_secs(10), Duration::from_secs(60));
        let http = payments_provider::http::client(&base.parse().unwrap(), timeouts).unwrap();
        let mut browser = Self {
            driver,
            http,
            session: base,
        };
        let options = json!({"capabilities": {"alwaysMatch": {
            "goog:loggingPrefs": {"browser": "ALL"},
            "goog:chromeOptions": {"args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900",
                // A name that its owner has given to this machine.
                "--host-resolver-rules=MAP evil.example 127.0.0.1",
            ]},
        }}});
        let begin = Instant::now();
        let session = loop {
            match browser.try_send("POST", "/session", &options).await {
                Some(Ok(session)) => break session,
                Some(Err(why)) => {
                    eprintln!("skipped, for there is no browser: {why}");
                    return None;
                }
                None if begin.elapsed() > Duration::from_secs(60) => {
                    panic!("chromedriver does not answer")
                }
                None => sleep(Duration::from_millis(50)).await,
            }
        };
        let id = session["sessionId"].as_str().unwrap();
        browser.session = format!("{}/session/{id}", browser.session);
        Some(browser)
    }

    /// None if nobody answers; an error in the driver's words.
    async fn try_send(
        &self,
        method: &str,
        path: &str,
        body: &Value,
    ) -> Option<Result<Value, Value>> {
        let url = format!("{}{path}", self.session);
        let mut request = self.http.request(method.parse().unwrap(), url);
        if method == "POST" {
            request = request.body(body.to_string());
        }
        let response = request.send().await.ok()?;
        let is_done = response.status().is_success();
        let text = response.text().await.ok()?;
        let mut body: Value = serde_json::from_str(&text).unwrap();
        let value = body["value"].take();
        Some(if is_done { Ok(value) } else { Err(value) })
    }

    async fn send(&self, method: &str, path: &str, body: Value) -> Value {
        let answer = self.try_send(method, path, &body).await;
        let answer = answer.unwrap_or_else(|| panic!("{path}: nobody answers"));
        answer.unwrap_or_else(|why| panic!("{path} {body}: {}", why["message"]))
    }

    pub(crate) async fn go(&self, url: &str) {
        self.send("POST", "/url", json!({"url": url})).await;
    }

    /// What the script returns.
    pub(crate) async fn run(&self, script: &str) -> Value {
        let body = json!({"script": script, "args": []});
        self.send("POST", "/execute/sync", body).await
    }

    async fn element(&self, selector: &str) -> Option<String> {
        let body = json!({"using": "css selector", "value": selector});
        let found = self.try_send("POST", "/element", &body).await?;
        Some(found.ok()?[ELEMENT].as_str()?.to_owned())
    }

    /// A click as a person makes it: the element must be there, be seen, and not lie under another.
    pub(crate) async fn click(&self, selector: &str) {
        let begin = Instant::now();
        let count = "if (window.clicks === undefined) { window.clicks = 0;
            addEventListener('click', () => { window.clicks += 1; }, true); } return window.clicks";
        let before = self.run(count).await;
        loop {
            let why = match self.element(selector).await {
                None => json!("not there"),
                Some(element) => {
                    // Into the middle of the window, as a person scrolls.
                    let centre = "arguments[0].scrollIntoView({block: 'center'})";
                    let body = json!({"script": centre, "args": [{ELEMENT: element}]});
                    let _gone = self.try_send("POST", "/execute/sync", &body).await;
                    let path = format!("/element/{element}/click");
                    match self.try_send("POST", &path, &json!({})).await.unwrap() {
                        Ok(_) => return,
                        // What the click does may be over before the driver looks at it again.
                        Err(_) if self.run(count).await != before => return,
                        // It was drawn anew meanwhile, or moves.
                        Err(why) => why["message"].clone(),
                    }
                }
            };
            assert!(
                begin.elapsed() < Duration::from_secs(10),
                "{selector}: {why}"
            );
            sleep(Duration::from_millis(50)).await;
        }
    }

    pub(crate) async fn type_into(&self, selector: &str, text: &str) {
        let element = self.element(selector).await.unwrap();
        let path = format!("/element/{element}/value");
        self.send("POST", &path, json!({"text": text})).await;
    }

    /// Waits until the expression is true.
    pub(crate) async fn until(&self, expression: &str) {
        let begin = Instant::now();
        while self.run(&format!("return !!({expression})")).await != json!(true) {
            if begin.elapsed() > Duration::from_secs(60) {
                let text = self.run("return document.body.innerText").await;
                let text: String = text.to_string().chars().take(1_000).collect();
                panic!("{expression} did not become true: {text}");
            }
            sleep(Duration::from_millis(25)).await;
        }
    }

    pub(crate) async fn size(&self, width: u32, height: u32) {
        let metrics = json!({"cmd": "Emulation.setDeviceMetricsOverride", "params":
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}});
        self.send("POST", "/goog/cdp/execute", metrics).await;
    }

    pub(crate) async fn colours(&self, scheme: &str) {
        let media = json!({"cmd": "Emulation.setEmulatedMedia", "params":
            {"features": [{"name": "prefers-color-scheme", "value": scheme}]}});
        self.send("POST", "/goog/cdp/execute", media).await;
    }

    /// Keeps a picture of what is seen under `target/screenshots/`.
    pub(crate) async fn picture(&self, name: &str) {
        let png = self.send("GET", "/screenshot", Value::Null).await;
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("../screenshots");
        fs::create_dir_all(&folder).unwrap();
        let bytes = STANDARD.decode(png.as_str().unwrap()).unwrap();
        fs::write(folder.join(format!("{name}.png")), bytes).unwrap();
    }

    /// What the console holds as an error. An answer 4xx is one only where it is not wanted.
    pub(crate) async fn errors(&self, refusals_are_fine: bool) -> Vec<String> {
        let log = self
            .send("POST", "/se/log", json!({"type": "browser"}))
            .await;
        let log = log.as_array().unwrap().iter();
        log.filter(|line| line["level"] == "SEVERE")
            .filter(|line| !(refusals_are_fine && line["source"] == "network"))
            .map(|line| line["message"].as_str().unwrap().to_owned())
            .collect()
    }

    pub(crate) async fn close(mut self) {
        self.send("DELETE", "", Value::Null).await;
        self.end();
    }

    fn end(&mut self) {
        let group = format!("-{}", self.driver.id());
        let _ended_already = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ended_already = self.driver.wait();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.end();
    }
}
