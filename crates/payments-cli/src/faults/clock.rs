//! One clock for the merchant and the providers: sleeping moves it forward.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use payments::{async_trait, retry::Clock};
use payments_sandbox::Sandbox;
use serde_json::json;

/// The sandbox's clock, as the merchant sees it.
#[derive(Clone)]
pub(super) struct SharedClock {
    sandbox: Arc<Sandbox>,
    start: DateTime<Utc>,
    passed: Arc<Mutex<Passed>>,
}

#[derive(Default)]
struct Passed {
    merchant: TimeDelta,
    /// The sandbox's clock moves by whole seconds.
    sandbox: i64,
}

impl SharedClock {
    /// For a sandbox whose clock shows the time of its start.
    pub(super) fn new(sandbox: Arc<Sandbox>, start: DateTime<Utc>) -> Self {
        Self {
            sandbox,
            start,
            passed: Arc::default(),
        }
    }

    /// Begins anew, as the sandbox does.
    pub(super) fn reset(&self) {
        *self.passed.lock().unwrap_or_else(PoisonError::into_inner) = Passed::default();
    }

    pub(super) fn advance(&self, time: Duration) {
        let mut passed = self.passed.lock().unwrap_or_else(PoisonError::into_inner);
        passed.merchant += TimeDelta::from_std(time).unwrap_or_default();
        let seconds = passed.merchant.num_seconds() - passed.sandbox;
        if seconds > 0 {
            passed.sandbox += seconds;
            // It refuses only to leave the years that can be printed.
            let _ = self
                .sandbox
                .control("POST", "clock/advance", &json!({"seconds": seconds}));
        }
    }
}

#[async_trait]
impl Clock for SharedClock {
    fn now(&self) -> DateTime<Utc> {
        let passed = self.passed.lock().unwrap_or_else(PoisonError::into_inner);
        self.start + passed.merchant
    }

    async fn sleep(&self, time: Duration) {
        self.advance(time);
        tokio::task::yield_now().await;
    }
}

impl fmt::Debug for SharedClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SharedClock({})", self.now())
    }
}
