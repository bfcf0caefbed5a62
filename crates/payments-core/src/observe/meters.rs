//! The metrics: their names, labels and meanings, in one table.

/// The type of a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MeterKind {
    /// A value that only grows.
    Counter,
    /// A value that goes up and down.
    Gauge,
    /// A distribution of values.
    Histogram,
}

/// A metric.
///
/// ```
/// use payments_core::observe::METERS;
///
/// for meter in METERS {
///     println!("{} by {:?}: {}", meter.name, meter.labels, meter.meaning);
/// }
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Meter {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub kind: MeterKind,
    /// Its labels; few values each, so never a reference.
    pub labels: &'static [&'static str],
    /// What it counts or measures. Times are seconds.
    pub meaning: &'static str,
}

macro_rules! meters {
    ($($visibility:vis $constant:ident = $kind:ident $name:literal [$($label:literal),*] $meaning:literal;)*) => {
        $(
            #[doc = $meaning]
            $visibility const $constant: Meter = Meter {
                name: $name,
                kind: MeterKind::$kind,
                labels: &[$($label),*],
                meaning: $meaning,
            };
        )*

        /// Every metric.
        pub const METERS: &[Meter] = &[$($constant),*];
    };
}

meters! {
    pub REQUESTS = Counter "payments_requests_total" ["provider", "operation", "outcome"]
        "Calls that have ended, by the outcome of the span `call`.";
    pub REQUEST_DURATION = Histogram "payments_request_duration_seconds" ["provider", "operation"]
        "How long a call took.";
    pub RETRIES = Counter "payments_retries_total" ["provider", "step"]
        "What was done again: `send` and `ask` of an intent, `token` for a call whose token was refused.";
    pub(super) INTENTS = Counter "payments_intents_total" ["provider", "kind", "outcome"]
        "Rounds of an intent that have ended, by the outcome of the span `intent`.";
    pub(super) CALLBACKS = Counter "payments_callbacks_total" ["provider", "outcome"]
        "Callbacks, by the outcome of the span `callback`.";
    pub(super) CALLBACK_DURATION = Histogram "payments_callback_duration_seconds" ["provider"]
        "From the arrival of a callback to its acknowledgement.";
    pub(super) HANDLERS = Counter "payments_handlers_total" ["provider", "outcome"]
        "Runs of the application's handler, by the outcome of the span `handler`.";
    pub(super) CALLBACK_LAG = Histogram "payments_callback_lag_seconds" ["provider"]
        "From a change, or the arrival of its callback, to the end of its handler.";
    pub UNKNOWN_INTENTS = Gauge "payments_unknown_intents" ["account"]
        "Intents in the journal that were sent and whose outcome is unknown.";
    pub UNKNOWN_AGE = Gauge "payments_unknown_age_seconds" ["account"]
        "Age of the oldest of them; 0 if there is none.";
    pub ATTENTION_INTENTS = Gauge "payments_attention_intents" ["account"]
        "Intents in the journal that a person must resolve.";
    pub UNSERVED_INTENTS = Gauge "payments_unserved_intents" ["account"]
        "Open intents in the journal of accounts without a client in this process, which leaves them alone.";
    pub OUTBOX_CHANGES = Gauge "payments_outbox_changes" []
        "Changes in the journal that the application has not acknowledged.";
    pub OUTBOX_AGE = Gauge "payments_outbox_age_seconds" []
        "Age of the oldest of them; 0 if there is none.";
    pub OUTBOX_STUCK = Gauge "payments_outbox_stuck" []
        "Of them, how many were given to the handler five times or more: it keeps failing.";
    pub JOURNAL_FAILURES = Counter "payments_journal_failures_total" []
        "How often a worker or a runner could not use the journal's database. It tries again; meanwhile the gauges are not updated.";
}

/// Whether metrics are built in.
pub const ENABLED: bool = cfg!(feature = "metrics");

/// Registers the meaning and unit of every metric with the program's recorder.
///
/// ```
/// // After the program's recorder is installed, and before the first payment.
/// payments_core::observe::describe();
/// ```
pub fn describe() {
    #[cfg(feature = "metrics")]
    for meter in METERS {
        match meter.kind {
            MeterKind::Counter => metrics::describe_counter!(meter.name, meter.meaning),
            MeterKind::Gauge => metrics::describe_gauge!(meter.name, meter.meaning),
            MeterKind::Histogram => {
                metrics::describe_histogram!(meter.name, metrics::Unit::Seconds, meter.meaning);
            }
        }
    }
}

#[cfg_attr(not(feature = "metrics"), allow(clippy::unused_self))]
impl Meter {
    /// Counts one; `values` are those of the labels, in order.
    pub fn count<const N: usize>(&self, values: [&str; N]) {
        #[cfg(feature = "metrics")]
        metrics::counter!(self.name, self.labelled(values)).increment(1);
        #[cfg(not(feature = "metrics"))]
        let _ = values;
    }

    /// Records a duration.
    pub fn record<const N: usize>(&self, values: [&str; N], time: std::time::Duration) {
        #[cfg(feature = "metrics")]
        metrics::histogram!(self.name, self.labelled(values)).record(time);
        #[cfg(not(feature = "metrics"))]
        let _ = (values, time);
    }

    /// Sets the current number, or the current age in seconds.
    pub fn set<const N: usize>(&self, values: [&str; N], now: u32) {
        #[cfg(feature = "metrics")]
        metrics::gauge!(self.name, self.labelled(values)).set(now);
        #[cfg(not(feature = "metrics"))]
        let _ = (values, now);
    }

    #[cfg(feature = "metrics")]
    fn labelled<const N: usize>(&self, values: [&str; N]) -> Vec<metrics::Label> {
        let labels = self.labels.iter().zip(values);
        labels
            .map(|(name, value)| metrics::Label::new(*name, value.to_owned()))
            .collect()
    }
}
