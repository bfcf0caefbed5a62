//! One figure: what we need for something, and what the alternative needs.

use serde::Serialize;

/// A line of a row's output.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    row: &'static str,
    what: String,
    against: String,
    unit: &'static str,
    ours: f64,
    theirs: Option<f64>,
    ratio: Option<f64>,
    budget: Option<String>,
    met: Option<bool>,
    note: Option<String>,
}

/// What a figure may be at most, or must be at least.
#[derive(Clone, Copy, Debug)]
pub enum Budget {
    /// So many times what the alternative needs.
    Ratio(f64),
    /// No more than the alternative.
    NoMore,
    /// So much, in the figure's unit.
    Absolute(f64),
    /// So much, and less than the alternative.
    AbsoluteAndLess(f64),
    /// So many times what the alternative gets done, and so much in the figure's unit.
    AtLeast {
        ratio: Option<f64>,
        absolute: Option<f64>,
    },
}

impl Figure {
    /// What we need for something.
    pub fn new(row: &'static str, what: impl Into<String>, unit: &'static str, ours: f64) -> Self {
        Self {
            row,
            what: what.into(),
            against: "nothing".into(),
            unit,
            ours: rounded(ours),
            theirs: None,
            ratio: None,
            budget: None,
            met: None,
            note: None,
        }
    }

    /// What the alternative needs for the same.
    pub fn against(self, against: impl Into<String>, theirs: f64) -> Self {
        Self {
            against: against.into(),
            theirs: Some(rounded(theirs)),
            ratio: (theirs > 0.0).then(|| rounded(self.ours / theirs)),
            ..self
        }
    }

    /// What it may or must be; to be called last but for [`note`](Self::note).
    pub fn within(self, budget: Budget) -> Self {
        let less = self.theirs.is_none_or(|theirs| self.ours < theirs);
        let (text, met) = match budget {
            Budget::Ratio(most) => (
                format!("≤ {most}×"),
                self.ratio.is_none_or(|ratio| ratio <= most),
            ),
            Budget::NoMore => (
                "no more than the other".into(),
                self.theirs.is_none_or(|theirs| self.ours <= theirs),
            ),
            Budget::Absolute(most) => (
                format!("≤ {most} {}", self.unit).trim_end().to_owned(),
                self.ours <= most,
            ),
            Budget::AbsoluteAndLess(most) => (
                format!("≤ {most} {}, less than the other", self.unit),
                self.ours <= most && less,
            ),
            Budget::AtLeast { ratio, absolute } => {
                let texts = [
                    ratio.map(|least| format!("≥ {least}×")),
                    absolute.map(|least| format!("≥ {least} {}", self.unit)),
                ];
                let of_theirs = ratio.zip(self.ratio).is_none_or(|(least, is)| is >= least);
                let alone = absolute.is_none_or(|least| self.ours >= least);
                let text = texts.into_iter().flatten().collect::<Vec<_>>().join(", ");
                (text, of_theirs && alone)
            }
        };
        Self {
            budget: Some(text),
            met: Some(met),
            ..self
        }
    }

    /// What a reader must know of it.
    pub fn note(self, note: impl Into<String>) -> Self {
        Self {
            note: Some(note.into()),
            ..self
        }
    }

    /// Writes it to stdout, as one line of JSON.
    pub fn print(&self) -> Result<(), serde_json::Error> {
        println!("{}", serde_json::to_string(self)?);
        Ok(())
    }
}

/// Says why a part was not measured: a line of JSON, too.
pub fn skipped(row: &str, why: &str) -> Result<(), serde_json::Error> {
    let line = serde_json::json!({"row": row, "skipped": why});
    println!("{}", serde_json::to_string(&line)?);
    Ok(())
}

/// Three digits behind the point: more would be noise.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
