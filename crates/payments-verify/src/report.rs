//! The verdicts, for people and for programs.

use serde_json::{Value, json};

use crate::{
    judge::{Judged, Verdict, judge},
    session::{Answered, Body, Session, Step},
};

/// A judged session.
#[derive(Debug)]
pub struct Report {
    /// What was judged.
    pub session: Session,
    /// The verdicts.
    pub judged: Vec<Judged>,
}

impl Report {
    /// Judges a session.
    ///
    /// # Errors
    /// If the session names a provider that this program does not have.
    pub fn of(session: Session) -> Result<Self, String> {
        let judged = judge(&session)?;
        Ok(Self { session, judged })
    }

    /// How many facts are confirmed, refuted, not told.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let count = |wanted: &str| {
            let verdicts = self.judged.iter().map(|one| one.verdict.as_str());
            verdicts.filter(|verdict| *verdict == wanted).count()
        };
        ["confirmed", "refuted", "not told"].map(count)
    }

    /// The facts that do not hold.
    pub fn refuted(&self) -> impl Iterator<Item = &Judged> {
        let is_refuted = |one: &&Judged| matches!(one.verdict, Verdict::Refuted { .. });
        self.judged.iter().filter(is_refuted)
    }

    /// For people: what is refuted with its exchange, what is not told with the reason, and what is
    /// confirmed.
    #[must_use]
    pub fn text(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for one in &self.judged {
            if let Verdict::Refuted { seen, .. } = &one.verdict {
                lines.push(format!("refuted    {}: {}", one.fact.id, one.fact.says));
                lines.push(format!("           seen: {}", seen.what));
                lines.extend(self.exchange(seen.step));
            }
        }
        for one in &self.judged {
            if let Verdict::NotTold { why } = &one.verdict {
                lines.push(format!("not told   {}: {why}", one.fact.id));
            }
        }
        for one in &self.judged {
            if let Verdict::Confirmed { seen } = &one.verdict {
                let was = one.fact.evidence.as_str();
                lines.push(format!("confirmed  {} ({was}): {}", one.fact.id, seen.what));
            }
        }
        let [confirmed, refuted, not_told] = self.counts();
        let place = self.session.place.as_str();
        lines.push(format!(
            "{} at {} ({place}): {confirmed} confirmed, {refuted} refuted, {not_told} not told",
            self.session.provider, self.session.host
        ));
        lines
    }

    fn exchange(&self, index: Option<usize>) -> Vec<String> {
        let step = index.and_then(|index| self.session.steps.get(index));
        let Some(step) = step else {
            return Vec::new();
        };
        let mut lines = vec![format!(
            "           {} → {} {} {}",
            step.name,
            step.request.method,
            step.request.path,
            compact(&step.request.body)
        )];
        lines.push(format!("           ← {}", answer(step)));
        lines
    }

    /// For programs.
    #[must_use]
    pub fn json(&self) -> Value {
        let [confirmed, refuted, not_told] = self.counts();
        let facts = self.judged.iter().map(|one| {
            let (seen, why) = match &one.verdict {
                Verdict::Confirmed { seen } | Verdict::Refuted { seen, .. } => (Some(seen), None),
                Verdict::NotTold { why } => (None, Some(why)),
            };
            let step = seen.and_then(|seen| seen.step);
            let step = step.and_then(|index| self.session.steps.get(index));
            json!({
                "fact": one.fact.id,
                "says": one.fact.says,
                "evidence": one.fact.evidence.word(),
                "verdict": one.verdict.as_str(),
                "seen": seen.map(|seen| &seen.what),
                "why": why,
                "step": step.map(|step| &step.name),
            })
        });
        json!({
            "provider": self.session.provider,
            "host": self.session.host,
            "place": self.session.place,
            "began": self.session.began,
            "confirmed": confirmed,
            "refuted": refuted,
            "not_told": not_told,
            "facts": facts.collect::<Value>(),
            "skipped": self.session.skipped,
        })
    }
}

fn answer(step: &Step) -> String {
    match &step.answer {
        Ok(Answered {
            status,
            body: Body::Json(json),
            ..
        }) => format!("{status} {}", compact(json)),
        Ok(Answered {
            status,
            body: Body::Other(length),
            ..
        }) => format!("{status}, {length} bytes that are no JSON"),
        Err(why) => format!("no answer: {why}"),
    }
}

fn compact(json: &Value) -> String {
    match json {
        Value::Null => String::new(),
        json => json.to_string(),
    }
}
