//! Checks of one answer, read as the client reads it.

use payments::ErrorKind;
use serde_json::Value;

use super::{
    Finding,
    across::{answered, compared, empty, found_within},
    reading::{Reading, Spoken, is_known, with_code},
};
use crate::{
    check::{Check, What, form_of},
    fact::{At, Fact},
};

pub(super) fn found(fact: &Fact, check: &Check, reading: &Reading<'_>) -> Finding {
    let tried = match &check.what {
        What::Answered => answered(check, reading),
        What::Empty => empty(fact, check, reading),
        What::FoundWithin(after) => found_within(fact, &check.step, after, reading),
        What::Same(at, other) => compared(check, at, other, true, reading),
        What::Other(at, other) => compared(check, at, other, false, reading),
        _ => reading
            .spoken(&check.step)
            .and_then(|spoken| of_answer(fact, check, &spoken, reading)),
    };
    tried.unwrap_or_else(|finding| finding)
}

fn of_answer(
    fact: &Fact,
    check: &Check,
    spoken: &Spoken<'_>,
    reading: &Reading<'_>,
) -> Result<Finding, Finding> {
    Ok(match &check.what {
        What::Status => status(fact, spoken),
        What::Code => code(fact, spoken, reading),
        What::Accepted => match spoken.refusal() {
            None => spoken.holds("accepted"),
            Some(error) if spoken.is_trouble() => Finding::untold(error),
            Some(error) => spoken.fails(error, None),
        },
        What::Done => {
            spoken.accepted()?;
            spoken.holds("accepted")
        }
        What::Refused => match spoken.refusal() {
            None => spoken.fails("accepted", None),
            Some(error) if spoken.is_trouble() => Finding::untold(error),
            Some(error) => spoken.holds(error),
        },
        What::Denied => match spoken.refusal() {
            None => spoken.fails("accepted", None),
            Some(error) if spoken.answer.status < 500 => spoken.holds(error),
            Some(error) => Finding::untold(error),
        },
        What::NotFound => match spoken.refusal() {
            Some(error) if spoken.kind() == Some(ErrorKind::NotFound) => spoken.holds(error),
            Some(error) if spoken.is_trouble() => Finding::untold(error),
            Some(error) => spoken.fails(error, None),
            None => spoken.fails("accepted", None),
        },
        What::Reads => reads(spoken),
        What::Means(status) => match spoken.unsound() {
            Some(why) => spoken.fails(why, None),
            None => {
                let explained = spoken.accepted()?;
                let news = explained.news.as_ref();
                match news.map(|news| news.status_word().to_owned()) {
                    Some(word) if word == *status => spoken.holds(format!("it means {word}")),
                    Some(word) => spoken.fails(format!("it means {word}"), None),
                    None => Finding::untold(format!("{} is no news", check.step)),
                }
            }
        },
        What::Word(at) => word(fact, at, spoken, reading)?,
        What::Has(at) => match spoken.at(at)? {
            Some(_) => spoken.holds(format!("{at} is there")),
            None => spoken.fails(format!("{at} is not there"), None),
        },
        What::Tells(at) => match (spoken.refusal(), spoken.pointed(at)) {
            (None, _) => Finding::untold("accepted"),
            (Some(_), Some(_)) => spoken.holds(format!("{at} is there")),
            (Some(_), None) => spoken.fails(format!("{at} is not there"), None),
        },
        What::Lacks(at) => match spoken.pointed(at) {
            None => spoken.holds(format!("{at} is not there")),
            Some(_) => spoken.fails(format!("{at} is there"), None),
        },
        What::Text(at) => spoken.typed(at, "a text", Value::is_string)?,
        What::Number(at) => spoken.typed(at, "a number", Value::is_number)?,
        What::Equals(at, wanted) => match spoken.at(at)?.map(plain) {
            Some(is) if is == *wanted => spoken.holds(format!("{at} is {is}")),
            Some(is) => spoken.fails(format!("{at} is {is}"), None),
            None => spoken.fails(format!("{at} is not there"), None),
        },
        What::Time(at, form) => {
            let text = spoken.at(at)?.and_then(Value::as_str);
            match text {
                Some(text) if form_of(text) == Some(form) => {
                    spoken.holds(format!("{at} is {text}"))
                }
                Some(text) => spoken.fails(format!("{at} is {text}"), None),
                None => Finding::untold(format!("{at} is not there")),
            }
        }
        _ => Finding::untold("this check is not about an answer"),
    })
}

fn status(fact: &Fact, spoken: &Spoken<'_>) -> Finding {
    let status = spoken.answer.status.to_string();
    // An OpenAPI document has the status as a name.
    let is_named = |at: &At| at.pointer.rsplit('/').next() == Some(&*status);
    let is_stated = fact.values().any(|value| value == status) || fact.at.iter().any(is_named);
    match is_stated {
        true => spoken.holds(format!("HTTP status {status}")),
        false if spoken.answer.is_success() => {
            spoken.fails(format!("HTTP status {status}"), Some(status))
        }
        false => Finding::untold(spoken.refusal().unwrap_or(status)),
    }
}

fn code(fact: &Fact, spoken: &Spoken<'_>, reading: &Reading<'_>) -> Finding {
    let Some(code) = fact.code() else {
        return Finding::untold("the fact is about no code");
    };
    match (spoken.code(), spoken.refusal()) {
        (Some(is), _) if is == code => with_code(fact, spoken.index, code, spoken.answer),
        // Trouble that is known tells nothing; a code that nobody knows takes the place of this.
        (Some(is), Some(error)) if spoken.is_trouble() && is_known(&is, reading.provider) => {
            Finding::untold(error)
        }
        (None, Some(error)) if spoken.is_trouble() => Finding::untold(error),
        (Some(is), _) => spoken.fails(format!("answered with {is}"), Some(is)),
        (None, Some(error)) => spoken.fails(error, None),
        (None, None) => spoken.fails("accepted", None),
    }
}

fn reads(spoken: &Spoken<'_>) -> Finding {
    let explained = match (spoken.unsound(), spoken.accepted()) {
        (Some(why), _) => return spoken.fails(why, None),
        (None, Err(untold)) => return untold,
        (None, Ok(explained)) => explained,
    };
    match explained.left_out.first() {
        None => spoken.holds(format!("read as {}", explained.type_name)),
        Some(left_out) => spoken.fails(left_out.to_string(), None),
    }
}

fn word(
    fact: &Fact,
    at: &str,
    spoken: &Spoken<'_>,
    reading: &Reading<'_>,
) -> Result<Finding, Finding> {
    let Some(wanted) = fact.word().or(fact.code()) else {
        return Ok(Finding::untold("the fact is about no word"));
    };
    let is = spoken.at(at)?.filter(|value| !value.is_null()).map(plain);
    // Another word that is known tells that the payment is elsewhere, and not that this is wrong.
    Ok(match is {
        Some(is) if is == wanted => spoken.holds(format!("{at} is {is}")),
        Some(is) if is_known(&is, reading.provider) => Finding::untold(format!("{at} is {is}")),
        Some(is) => spoken.fails(format!("{at} is {is}"), Some(is)),
        None => Finding::untold(format!("{at} is not there")),
    })
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
