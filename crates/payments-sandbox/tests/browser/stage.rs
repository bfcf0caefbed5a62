//! A sandbox, its page in a browser, and a word with the control API.

use payments_sandbox::{Sandbox, Settings};
use serde_json::Value;

use crate::driver::Browser;

pub(crate) struct Stage {
    pub(crate) sandbox: Sandbox,
    pub(crate) browser: Browser,
}

impl Stage {
    pub(crate) async fn set() -> Option<Self> {
        Self::with(Settings::new().seed(1)).await
    }

    /// The page is open and live.
    pub(crate) async fn with(settings: Settings) -> Option<Self> {
        let browser = Browser::open().await?;
        let sandbox = Sandbox::start(settings).await.unwrap();
        let stage = Self { sandbox, browser };
        stage.home().await;
        Some(stage)
    }

    pub(crate) async fn home(&self) {
        self.browser.go(&self.sandbox.url()).await;
        let live = "document.getElementById('state').textContent.startsWith('live')";
        self.browser.until(live).await;
    }

    pub(crate) fn control(&self, method: &str, path: &str, body: Value) -> Value {
        self.sandbox.control(method, path, &body).unwrap()
    }

    /// How often a reference was debited.
    pub(crate) fn debits(&self) -> usize {
        let rows = self.control("GET", "ledger", Value::Null);
        let rows = rows.as_array().unwrap().iter();
        rows.filter(|row| row["kind"] == "debit").count()
    }

    pub(crate) async fn end(self) {
        self.browser.close().await;
        self.sandbox.shutdown().await;
    }
}
