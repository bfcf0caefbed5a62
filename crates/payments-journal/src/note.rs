//! A step of the history.

use payments_core::{News, Result};
use serde_json::{Value, json};

use crate::entry::LastError;

/// A step of the history.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) what: &'static str,
    pub(crate) detail: Value,
}

impl Note {
    pub(crate) fn new(what: &'static str, detail: Value) -> Self {
        Self { what, detail }
    }

    pub(crate) fn of(what: &'static str, result: &Result<News>) -> Self {
        let detail = match result {
            Ok(news) => json!({"status": news.status()}),
            Err(error) => json!({"error": LastError::of(error)}),
        };
        Self { what, detail }
    }
}
