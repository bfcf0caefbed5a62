//! When the charges of a mandate are due.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// When charges are due.
///
/// ```
/// use payments_core::{IntervalUnit, Schedule};
///
/// let schedule = Schedule {
///     start: "2026-01-31".parse()?,
///     unit: IntervalUnit::Month,
///     interval: 1,
///     occurrences: Some(12),
/// };
/// assert_eq!(schedule.date(2), Some("2026-02-28".parse()?));
/// assert_eq!(schedule.date(13), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "recurring")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The date of the first charge, in Jakarta.
    pub start: NaiveDate,
    /// The unit of the interval.
    pub unit: IntervalUnit,
    /// The number of units between two charges.
    pub interval: u32,
    /// How many charges there are; `None` for no end.
    pub occurrences: Option<u32>,
}

/// The unit of the interval between two charges.
///
/// ```
/// use payments_core::{IntervalUnit, Schedule};
///
/// let weekly = Schedule {
///     start: "2026-03-03".parse()?,
///     unit: IntervalUnit::Week,
///     interval: 1,
///     occurrences: None,
/// };
/// assert_eq!(weekly.date(2), Some("2026-03-10".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntervalUnit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
}

impl Schedule {
    /// The date of a charge; the first is number 1. `None` if there is no such charge. In a month
    /// that is too short for the day of the first charge, it is the last day of the month.
    #[must_use]
    pub fn date(&self, number: u32) -> Option<NaiveDate> {
        if number == 0 || self.occurrences.is_some_and(|last| number > last) {
            return None;
        }
        let units = self.interval.max(1).checked_mul(number - 1)?;
        match self.unit {
            IntervalUnit::Day => self.start.checked_add_days(Days::new(units.into())),
            IntervalUnit::Week => {
                let days = u64::from(units).checked_mul(7)?;
                self.start.checked_add_days(Days::new(days))
            }
            IntervalUnit::Month => self.start.checked_add_months(Months::new(units)),
        }
    }

    /// The number of the last charge due on or before a day; `None` before the first.
    #[must_use]
    pub fn number_by(&self, day: NaiveDate) -> Option<u32> {
        if day < self.start {
            return None;
        }
        let units = match self.unit {
            IntervalUnit::Day => (day - self.start).num_days(),
            IntervalUnit::Week => (day - self.start).num_weeks(),
            IntervalUnit::Month => months(day) - months(self.start),
        };
        let number = units / i64::from(self.interval.max(1)) + 1;
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        let number = number.min(self.occurrences.unwrap_or(u32::MAX));
        // In the last month, the day itself may still be to come.
        match self.date(number) {
            Some(date) if date > day => Some(number - 1),
            _ => Some(number),
        }
    }

    /// The number of the charge due nearest to a day: a provider may move a charge away from a
    /// holiday.
    #[must_use]
    pub fn number_near(&self, day: NaiveDate) -> u32 {
        let Some(before) = self.number_by(day) else {
            return 1;
        };
        let after = before.saturating_add(1);
        match (self.date(before), self.date(after)) {
            (Some(earlier), Some(later)) if later - day < day - earlier => after,
            _ => before,
        }
    }
}

fn months(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_schedule() -> impl Strategy<Value = Schedule> {
        let unit = prop_oneof![
            Just(IntervalUnit::Day),
            Just(IntervalUnit::Week),
            Just(IntervalUnit::Month)
        ];
        (
            0_i64..2_000,
            unit,
            1_u32..14,
            proptest::option::of(1_u32..200),
        )
            .prop_map(|(day, unit, interval, occurrences)| Schedule {
                start: NaiveDate::default() + chrono::TimeDelta::days(20_000 + day),
                unit,
                interval,
                occurrences,
            })
    }

    proptest! {
        #[test]
        fn the_last_charge_by_a_day_is_due_by_then_and_the_next_one_is_not(
            schedule in any_schedule(),
            after in 0_u64..3_000,
        ) {
            let day = schedule.start + Days::new(after);
            let number = schedule.number_by(day).unwrap();
            prop_assert!(schedule.date(number).unwrap() <= day);
            prop_assert!(schedule.date(number + 1).is_none_or(|next| next > day));
        }

        #[test]
        fn a_charge_is_the_one_nearest_to_its_own_day(
            schedule in any_schedule(),
            number in 1_u32..200,
        ) {
            if let Some(day) = schedule.date(number) {
                prop_assert_eq!(schedule.number_near(day), number);
            }
        }
    }

    #[test]
    fn a_month_without_the_day_is_charged_on_its_last_one() {
        let schedule = Schedule {
            start: "2026-01-31".parse().unwrap(),
            unit: IntervalUnit::Month,
            interval: 1,
            occurrences: Some(3),
        };
        let dates = [1, 2, 3, 4].map(|number| schedule.date(number).map(|date| date.to_string()));
        let expected = ["2026-01-31", "2026-02-28", "2026-03-31"].map(|date| Some(date.to_owned()));
        assert_eq!(dates[..3], expected);
        assert_eq!(dates[3], None);
        assert_eq!(schedule.number_near("2026-03-01".parse().unwrap()), 2);
        assert_eq!(schedule.number_near("2026-03-30".parse().unwrap()), 3);
        assert_eq!(schedule.number_by("2026-01-30".parse().unwrap()), None);
    }
}
