//! How a schedule is sent. The document mentions it, but shows none of its members. So their names,
//! their words and the place of the first date are settings.

use std::str::FromStr;

use payments_core::{Error, IntervalUnit, Result, Schedule};
use serde_json::{Map, Value};

use crate::DateFormat;

/// Where the date of the first charge is sent. The page can be read either way: the row of the date
/// follows that of `schedule`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StartDatePlace {
    /// Beside `schedule`.
    #[default]
    Beside,
    /// Inside of `schedule`.
    Inside,
    /// In both places.
    Both,
}

impl FromStr for StartDatePlace {
    type Err = Error;

    /// Reads `beside`, `inside` or `both`.
    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "beside" => Ok(Self::Beside),
            "inside" => Ok(Self::Inside),
            "both" => Ok(Self::Both),
            _ => Err(Error::configuration(format!(
                "the place of startDate: expected beside, inside or both, got {text:?}"
            ))),
        }
    }
}

/// The names and words of a schedule's members: `intervalUnit` (`DAY`, `WEEK`, `MONTH`),
/// `interval`, `numberOfOccurrences`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleWords {
    /// The member for the unit of the interval.
    pub unit: String,
    /// The member for the number of units between two charges.
    pub interval: String,
    /// The member for the number of charges.
    pub occurrences: String,
    /// The word for days.
    pub day: String,
    /// The word for weeks.
    pub week: String,
    /// The word for months.
    pub month: String,
}

impl Default for ScheduleWords {
    fn default() -> Self {
        let [unit, interval, occurrences] =
            ["intervalUnit", "interval", "numberOfOccurrences"].map(str::to_owned);
        let [day, week, month] = ["DAY", "WEEK", "MONTH"].map(str::to_owned);
        Self {
            unit,
            interval,
            occurrences,
            day,
            week,
            month,
        }
    }
}

impl FromStr for ScheduleWords {
    type Err = Error;

    /// Reads the six in their order, separated by commas:
    /// `intervalUnit,interval,numberOfOccurrences,DAY,WEEK,MONTH`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let words: Vec<_> = text.split(',').map(|word| word.trim().to_owned()).collect();
        let wrong = || {
            Error::configuration(format!(
                "the words of a schedule: expected six, such as intervalUnit,interval,numberOfOccurrences,DAY,WEEK,MONTH, got {text:?}"
            ))
        };
        let [unit, interval, occurrences, day, week, month]: [String; 6] =
            words.try_into().map_err(|_| wrong())?;
        let words = Self {
            unit,
            interval,
            occurrences,
            day,
            week,
            month,
        };
        let all = [
            &words.unit,
            &words.interval,
            &words.occurrences,
            &words.day,
            &words.week,
            &words.month,
        ];
        match all.iter().any(|word| word.is_empty()) {
            true => Err(wrong()),
            false => Ok(words),
        }
    }
}

/// How schedules are sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Form {
    pub(crate) words: ScheduleWords,
    pub(crate) start: StartDatePlace,
    pub(crate) dates: DateFormat,
}

impl Form {
    /// The members of `schedule`, and the date beside it.
    pub(crate) fn write(
        &self,
        schedule: &Schedule,
    ) -> Result<(Map<String, Value>, Option<String>)> {
        let at_least_one = |name: &str, count: u32| match count {
            0 => Err(Error::invalid(name, "0", "at least 1").within("schedule")),
            count => Ok(Value::from(count)),
        };
        let words = &self.words;
        let unit = match schedule.unit {
            IntervalUnit::Day => &words.day,
            IntervalUnit::Week => &words.week,
            IntervalUnit::Month => &words.month,
        };
        let mut members = Map::new();
        members.insert(words.unit.clone(), unit.clone().into());
        let interval = at_least_one(&words.interval, schedule.interval)?;
        members.insert(words.interval.clone(), interval);
        if let Some(count) = schedule.occurrences {
            let count = at_least_one(&words.occurrences, count)?;
            members.insert(words.occurrences.clone(), count);
        }
        let start = self.dates.write(schedule.start);
        if DateFormat::read(&start).is_none() {
            return Err(Error::invalid(START, &start, "a year of four digits"));
        }
        if self.start != StartDatePlace::Beside {
            members.insert(START.to_owned(), start.clone().into());
        }
        let beside = (self.start != StartDatePlace::Inside).then_some(start);
        Ok((members, beside))
    }
}

const START: &str = "startDate";

/// Refuses an instruction without a start date, because every page requires it.
pub(crate) fn check(beside: Option<&String>, schedule: &Map<String, Value>) -> Result<()> {
    match beside.is_some() || schedule.contains_key(START) {
        true => Ok(()),
        false => Err(Error::invalid(
            START,
            "",
            "a date, beside schedule or in it",
        )),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn written(form: &Form) -> (Value, Option<String>) {
        let schedule = Schedule {
            start: DateFormat::read("01-02-2030").unwrap(),
            unit: IntervalUnit::Week,
            interval: 2,
            occurrences: Some(3),
        };
        let (members, beside) = form.write(&schedule).unwrap();
        (members.into(), beside)
    }

    #[test]
    fn the_date_stands_where_the_setting_says() {
        let usual = json!({"intervalUnit": "WEEK", "interval": 2, "numberOfOccurrences": 3});
        let date = Some("01-02-2030".to_owned());
        assert_eq!(written(&Form::default()), (usual.clone(), date.clone()));
        let mut inside = usual;
        inside["startDate"] = "01-02-2030".into();
        for (place, beside) in [("inside", None), ("both", date)] {
            let form = Form {
                start: place.parse().unwrap(),
                ..Form::default()
            };
            assert_eq!(written(&form), (inside.clone(), beside), "{place}");
        }
    }

    #[test]
    fn names_and_words_are_those_of_the_setting() {
        let form = Form {
            words: "frequency, every,times,daily,weekly,monthly"
                .parse()
                .unwrap(),
            ..Form::default()
        };
        let (members, _) = written(&form);
        assert_eq!(
            members,
            json!({"frequency": "weekly", "every": 2, "times": 3})
        );
        for wrong in ["", "a,b,c", "a,b,c,d,e,", "a,b,c,d,e,f,g"] {
            assert!(wrong.parse::<ScheduleWords>().is_err(), "{wrong}");
        }
        assert!("below".parse::<StartDatePlace>().is_err());
    }
}
