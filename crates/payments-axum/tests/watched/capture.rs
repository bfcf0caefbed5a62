//! Everything that a program could see of us: spans and events of every level and target, and what
//! goes to `log`.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard},
};

use tracing::{
    Event, Id, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Record},
};
use tracing_subscriber::{Layer, layer::Context, registry::LookupSpan};

/// A span or an event, as text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    pub(crate) target: String,
    pub(crate) name: &'static str,
    pub(crate) is_span: bool,
    pub(crate) level: String,
    pub(crate) fields: BTreeMap<&'static str, String>,
}

impl Seen {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.is_span && self.target == payments_core::observe::TARGET && self.name == name
    }

    pub(crate) fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }
}

impl Visit for Seen {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.fields.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.fields.insert(field.name(), value.to_owned());
    }
}

/// Keeps all of it. Clones share what they keep.
#[derive(Clone, Default)]
pub(crate) struct Capture {
    seen: Arc<Mutex<Vec<Seen>>>,
    open: Arc<Mutex<BTreeMap<u64, usize>>>,
}

impl Capture {
    pub(crate) fn seen(&self) -> MutexGuard<'_, Vec<Seen>> {
        self.seen.lock().unwrap()
    }

    pub(crate) fn spans(&self, name: &str) -> Vec<Seen> {
        let seen = self.seen();
        seen.iter().filter(|seen| seen.is(name)).cloned().collect()
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Capture {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, _: Context<'_, S>) {
        let mut new = seen(attributes.metadata(), true);
        attributes.record(&mut new);
        let mut all = self.seen();
        self.open.lock().unwrap().insert(id.into_u64(), all.len());
        all.push(new);
    }

    fn on_record(&self, id: &Id, values: &Record<'_>, _: Context<'_, S>) {
        let index = self.open.lock().unwrap()[&id.into_u64()];
        values.record(&mut self.seen()[index]);
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut new = seen(event.metadata(), false);
        event.record(&mut new);
        self.seen().push(new);
    }
}

fn seen(metadata: &tracing::Metadata<'_>, is_span: bool) -> Seen {
    Seen {
        target: metadata.target().to_owned(),
        name: metadata.name(),
        is_span,
        level: metadata.level().to_string(),
        fields: BTreeMap::new(),
    }
}

/// What libraries without spans tell.
pub(crate) static LOGGED: Mutex<Vec<String>> = Mutex::new(Vec::new());

pub(crate) struct Logger;

impl log::Log for Logger {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let text = format!("{} {}", record.target(), record.args());
        LOGGED.lock().unwrap().push(text);
    }

    fn flush(&self) {}
}
