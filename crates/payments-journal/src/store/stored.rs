//! Reading a database row as an intent. Whatever the row contains, it is read or refused.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use payments_core::{AccountId, Currency, Kind, Money, Status};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::sql::Cells;
use crate::{
    error::{Error, Result, readable},
    intent::{Entry, LastError, Reason, Row, State, read_answer},
};

/// The part of a row that is only for people.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Trouble {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<Reason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<LastError>,
}

pub(crate) fn read(row: &Cells) -> Result<Row> {
    let text = |name: &str| -> Result<String> { row.try_get(name) };
    let maybe = |name: &str| -> Result<Option<String>> { row.try_get(name) };
    let number = |name: &str| -> Result<i64> { row.try_get(name) };
    let kind = Kind::read(&text("kind")?).ok_or_else(|| Error::Unreadable("kind".into()))?;
    let state = State::read(&text("state")?).ok_or_else(|| Error::Unreadable("state".into()))?;
    let request: Value = readable("request", serde_json::from_str(&text("request")?))?;
    let answer = match maybe("answer")? {
        Some(answer) => {
            let answer: Value = readable("answer", serde_json::from_str(&answer))?;
            Some(read_answer(kind, &answer)?)
        }
        None => None,
    };
    let trouble: Trouble = readable("trouble", serde_json::from_str(&text("trouble")?))?;
    let progress = readable("progress", serde_json::from_str(&text("progress")?))?;
    let fingerprint = readable("fingerprint", serde_json::from_str(&text("fingerprint")?))?;
    let account: AccountId = row.try_get("account")?;
    let mut intent = Row {
        version: number("version")?,
        round_at: time(number("round_at")?)?,
        whole: number("whole")? != 0,
        fingerprint: Arc::new(fingerprint),
        lease: maybe("lease")?,
        entry: Entry {
            provider: account.provider(),
            account,
            reference: readable("reference", text("reference")?.try_into())?,
            kind,
            amount: money(maybe("amount")?, maybe("currency")?)?,
            state,
            status: maybe("status")?.map(|word| Status::read(kind, &word)),
            outcome: None,
            reason: trouble.reason,
            error: trouble.error,
            sends: number("sends")?,
            asks: number("asks")?,
            created_at: time(number("created_at")?)?,
            updated_at: time(number("updated_at")?)?,
            due_at: maybe_time(row, "due_at")?,
            finished_at: maybe_time(row, "finished_at")?,
            archived: number("archived")? != 0,
            answer,
        },
        progress,
        request: Arc::new(request),
    };
    intent.derive();
    Ok(intent)
}

pub(crate) fn money(amount: Option<String>, currency: Option<String>) -> Result<Option<Money>> {
    let (Some(amount), Some(currency)) = (amount, currency) else {
        return Ok(None);
    };
    let currency: Currency = readable("currency", currency.parse())?;
    let money = json!({"amount": amount, "currency": currency});
    readable("amount", serde_json::from_value(money)).map(Some)
}

pub(crate) fn time(millis: i64) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(millis).ok_or_else(|| Error::Unreadable("time".into()))
}

fn maybe_time(row: &Cells, name: &str) -> Result<Option<DateTime<Utc>>> {
    let millis: Option<i64> = row.try_get(name)?;
    millis.map(time).transpose()
}
