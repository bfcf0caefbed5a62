//! Checks of more than one answer, and of whether there is one.

use serde_json::Value;

use super::{
    Finding, Seen,
    reading::{Reading, is_nobody},
};
use crate::{
    check::Check,
    fact::Fact,
    session::{Answered, Body, Step},
};

pub(super) fn answered(check: &Check, reading: &Reading<'_>) -> Result<Finding, Finding> {
    let (index, step) = reading.last(&check.step)?;
    let answer = match &step.answer {
        Ok(answer) => answer,
        Err(why) => return Ok(Finding::untold(format!("no answer: {why}"))),
    };
    let seen = |what: String| Seen {
        step: Some(index),
        what,
    };
    let (method, path) = (&step.request.method, &step.request.path);
    let told = format!("{method} {path} was answered with {}", answer.status);
    Ok(
        match reading
            .read(index)
            .is_none_or(|read| is_nobody(answer, read))
        {
            true => Finding::Fails {
                seen: seen(format!("{told}: nothing is there")),
                instead: None,
            },
            false => Finding::Holds(seen(told)),
        },
    )
}

/// An answer without a body.
pub(super) fn empty(fact: &Fact, check: &Check, reading: &Reading<'_>) -> Result<Finding, Finding> {
    let (index, step) = reading.last(&check.step)?;
    let answer = match &step.answer {
        Ok(answer) => answer,
        Err(why) => return Ok(Finding::untold(format!("no answer: {why}"))),
    };
    let status = answer.status.to_string();
    let is_empty = answer.body == Body::Other(0);
    let seen = Seen {
        step: Some(index),
        what: match is_empty {
            true => format!("HTTP status {status} without a body"),
            false => format!("HTTP status {status} with a body"),
        },
    };
    Ok(
        match is_empty && fact.values().any(|value| value == status) {
            true => Finding::Holds(seen),
            false => Finding::Fails {
                seen,
                instead: None,
            },
        },
    )
}

pub(super) fn found_within(
    fact: &Fact,
    name: &str,
    after: &str,
    reading: &Reading<'_>,
) -> Result<Finding, Finding> {
    let begin = reading.spoken(after)?;
    begin.accepted()?;
    let stated = fact.values().filter_map(|value| value.parse::<u64>().ok());
    let Some(bound) = stated.max() else {
        return Ok(Finding::untold("the fact states no seconds"));
    };
    let mut asked = reading.steps(name);
    asked.reverse();
    let since = |step: &Step| step.at.saturating_sub(begin.step.until);
    // A list without items is an answer, too.
    let is_list_of_none = |step: &Step| {
        let answer = step.answer.as_ref().ok().and_then(Answered::json);
        let items = answer
            .and_then(|json| json.pointer("/data"))
            .and_then(Value::as_array);
        items.is_some_and(Vec::is_empty)
    };
    let is_found = |index: usize, step: &Step| {
        let is_read = matches!(reading.read(index), Some(Ok(read)) if read.error.is_none());
        is_read && !is_list_of_none(step)
    };
    let last = asked.last().copied();
    let found = asked
        .into_iter()
        .find(|(index, step)| is_found(*index, step));
    let seen = |index: usize, what: String| Seen {
        step: Some(index),
        what,
    };
    Ok(match (found, last) {
        (Some((index, step)), _) => {
            let after = since(step);
            let what = format!(
                "found {}.{:03} s after it was made",
                after / 1000,
                after % 1000
            );
            match after <= bound.saturating_mul(1000) {
                true => Finding::Holds(seen(index, what)),
                false => Finding::Fails {
                    seen: seen(index, what),
                    instead: Some(after.div_ceil(1000).to_string()),
                },
            }
        }
        (None, Some((index, step))) if since(step) > bound.saturating_mul(1000) => Finding::Fails {
            seen: seen(
                index,
                format!("not found {} s after it was made", since(step) / 1000),
            ),
            instead: None,
        },
        (None, Some(_)) => Finding::untold(format!("{name} was not found, and not asked for long")),
        (None, None) => Finding::untold(format!("{name} was not played")),
    })
}

pub(super) fn compared(
    check: &Check,
    at: &str,
    other: &str,
    same: bool,
    reading: &Reading<'_>,
) -> Result<Finding, Finding> {
    let (one, other) = (reading.spoken(&check.step)?, reading.spoken(other)?);
    let (Some(is), Some(was)) = (one.at(at)?, other.at(at)?) else {
        return Ok(Finding::untold(format!("{at} is not in both")));
    };
    Ok(match (is == was, same) {
        (true, true) => one.holds(format!("{at} is the same")),
        (false, false) => one.holds(format!("{at} is another")),
        (true, false) => one.fails(format!("{at} is the same"), None),
        (false, true) => one.fails(format!("{at} is another"), None),
    })
}
