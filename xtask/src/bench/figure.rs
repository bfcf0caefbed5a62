//! One figure, as a measuring program prints it: a line of JSON.

use serde::{Deserialize, Serialize};

use crate::refusal::{Outcome, Refusal};

/// What a measuring program says on a line.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum Line {
    Figure(Figure),
    Skipped(Skipped),
}

/// What was measured, and against what.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Figure {
    pub(super) row: String,
    pub(super) what: String,
    /// What a user would pick instead.
    pub(super) against: String,
    pub(super) unit: String,
    pub(super) ours: f64,
    pub(super) theirs: Option<f64>,
    pub(super) ratio: Option<f64>,
    /// What we need more than the alternative, where the budget is that.
    #[serde(default)]
    pub(super) above: Option<f64>,
    pub(super) budget: Option<String>,
    pub(super) met: Option<bool>,
    pub(super) note: Option<String>,
}

/// A part that needs something that this machine does not have.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Skipped {
    pub(super) row: String,
    /// The sentence that says why.
    pub(super) skipped: String,
}

impl Figure {
    /// What we need for something.
    pub(super) fn new(row: &str, what: impl Into<String>, unit: &str, ours: f64) -> Self {
        Self {
            row: row.into(),
            what: what.into(),
            against: "nothing".into(),
            unit: unit.into(),
            ours,
            theirs: None,
            ratio: None,
            above: None,
            budget: None,
            met: None,
            note: None,
        }
    }

    /// What the alternative needs for the same.
    pub(super) fn against(self, against: impl Into<String>, theirs: f64) -> Self {
        Self {
            against: against.into(),
            theirs: Some(theirs),
            ratio: (theirs > 0.0).then(|| self.ours / theirs),
            ..self
        }
    }

    /// So much, in the figure's unit.
    pub(super) fn at_most(self, most: f64) -> Self {
        Self {
            budget: Some(format!("≤ {most} {}", self.unit)),
            met: Some(self.ours <= most),
            ..self
        }
    }

    /// So many times what the alternative needs.
    pub(super) fn at_most_times(self, most: f64) -> Self {
        Self {
            budget: Some(format!("≤ {most}×")),
            met: Some(self.ratio.is_none_or(|ratio| ratio <= most)),
            ..self
        }
    }

    /// So much more than the alternative, in the figure's unit.
    pub(super) fn at_most_above(self, most: f64) -> Self {
        let above = self.ours - self.theirs.unwrap_or_default();
        Self {
            above: Some(above),
            budget: Some(format!("≤ +{most} {}", self.unit)),
            met: Some(above <= most),
            ..self
        }
    }

    /// What a reader must know of it; several are told one after the other.
    pub(super) fn note(self, note: impl Into<String>) -> Self {
        let note = match self.note {
            Some(earlier) => format!("{earlier}; {}", note.into()),
            None => note.into(),
        };
        Self {
            note: Some(note),
            ..self
        }
    }
}

impl From<Figure> for Line {
    fn from(figure: Figure) -> Self {
        Self::Figure(figure)
    }
}

impl Line {
    /// Reads what a program printed, and sees that it speaks of its own row.
    pub(super) fn read(printed: &str, row: &str) -> Outcome<Vec<Self>> {
        let lines = printed.lines().filter(|line| !line.trim().is_empty());
        lines
            .map(|line| {
                let read: Self = serde_json::from_str(line)
                    .map_err(|error| Refusal::plain(format!("no figure: {error}: {line}")))?;
                match read.row() == row {
                    true => Ok(read),
                    false => Err(Refusal::plain(format!("not of the row {row}: {line}"))),
                }
            })
            .collect()
    }

    fn row(&self) -> &str {
        match self {
            Self::Figure(figure) => &figure.row,
            Self::Skipped(skipped) => &skipped.row,
        }
    }

    pub(super) fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::Skipped(_) => None,
        }
    }

    /// Why it was, if it was.
    pub(super) fn skipped(&self) -> Option<&str> {
        match self {
            Self::Figure(_) => None,
            Self::Skipped(skipped) => Some(&skipped.skipped),
        }
    }
}
