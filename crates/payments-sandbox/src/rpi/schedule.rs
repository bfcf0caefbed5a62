//! The dates on which an instruction charges. The document shows no member of `schedule`, so they
//! are assumed.

use chrono::{Days, Months, NaiveDate};
use serde_json::{Map, Value};

use crate::fields::Fields;

/// Without a number, and at most: an endless schedule would let one step of the clock charge
/// without end.
const USUAL: u32 = 120;
const MOST: u32 = 1_200;

#[derive(Clone, Copy, Debug)]
enum Unit {
    Days(u32),
    Months(u32),
}

/// The first date and every how many days or months.
#[derive(Debug)]
pub(super) struct Schedule {
    pub(super) start: NaiveDate,
    step: Unit,
    times: u32,
}

impl Schedule {
    /// The date of the charge with this number, from 0; counted from the first, so that the 31st
    /// comes back after February.
    pub(super) fn date(&self, number: u32) -> Option<NaiveDate> {
        if number >= self.times {
            return None;
        }
        match self.step {
            Unit::Days(days) => {
                let days = u64::from(days) * u64::from(number);
                self.start.checked_add_days(Days::new(days))
            }
            Unit::Months(months) => {
                let months = months.checked_mul(number)?;
                self.start.checked_add_months(Months::new(months))
            }
        }
    }

    /// What is still to come when `done` charges have been made.
    pub(super) fn remaining(&self, done: u32) -> impl Iterator<Item = NaiveDate> {
        (done..self.times).map_while(|number| self.date(number))
    }
}

pub(super) fn read(fields: &mut Fields<'_>, today: NaiveDate) -> Option<Schedule> {
    // The page can be read either way: the date stands beside the schedule or in it, and if in both
    // it is the same.
    let inside = fields
        .value("schedule")
        .and_then(|schedule| schedule.get("startDate")?.as_str());
    let text = match (fields.value("startDate"), inside) {
        (None, Some(inside)) => inside,
        (Some(beside), Some(inside)) if beside != inside => {
            let message = "\"startDate\" differs from the one in \"schedule\"";
            fields.problem("startDate", "any.only", message);
            ""
        }
        _ => fields.required_text("startDate", 11),
    };
    let start = parse_date(text).filter(|start| *start >= today);
    if start.is_none() && !text.is_empty() {
        let message = "\"startDate\" must be DD-MM-YYYY, and not in the past";
        fields.problem("startDate", "date.min", message);
    }
    let members = match fields.value("schedule") {
        Some(Value::Object(members)) => members,
        Some(_) => {
            fields.problem("schedule", "object.base", "\"schedule\" must be an object");
            return None;
        }
        None => {
            fields.missing("schedule");
            return None;
        }
    };
    let mut inner = Fields::nested(members, vec!["schedule".to_owned()]);
    let every = count(&mut inner, members, "interval", 1);
    let times = count(&mut inner, members, "numberOfOccurrences", USUAL);
    let step = match inner.text("intervalUnit").unwrap_or("MONTH") {
        "DAY" => Unit::Days(every),
        "WEEK" => Unit::Days(every * 7),
        "MONTH" => Unit::Months(every),
        _ => {
            let message = "\"intervalUnit\" must be DAY, WEEK or MONTH";
            inner.problem("intervalUnit", "any.only", message);
            Unit::Days(1)
        }
    };
    fields.problems.append(&mut inner.problems);
    start.map(|start| Schedule { start, step, times })
}

fn count(fields: &mut Fields<'_>, members: &Map<String, Value>, name: &str, usual: u32) -> u32 {
    let given = match members.get(name) {
        None | Some(Value::Null) => return usual,
        Some(Value::String(text)) => text.parse().ok(),
        Some(value) => value.as_u64(),
    };
    let count = given.and_then(|count| u32::try_from(count).ok());
    count
        .filter(|count| (1..=MOST).contains(count))
        .unwrap_or_else(|| {
            let message = format!("\"{name}\" must be between 1 and {MOST}");
            fields.problem(name, "number.max", message);
            usual
        })
}

/// "DD-MM-YYYY" has ten characters, the documented length of eleven would be "DD-MMM-YYYY": both
/// are taken.
pub(super) fn parse_date(text: &str) -> Option<NaiveDate> {
    if !(10..=11).contains(&text.len()) {
        return None;
    }
    let date = ["%d-%m-%Y", "%d-%b-%Y"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok())?;
    // What no clock here can reach has no next charge either.
    date.format("%Y")
        .to_string()
        .parse()
        .is_ok_and(|year| (1970..=9999_i32).contains(&year))
        .then_some(date)
}

pub(super) fn print_date(date: NaiveDate) -> String {
    date.format("%d-%m-%Y").to_string()
}
