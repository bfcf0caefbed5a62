//! What a comparison is printed as: a table in parts, or JSON lines. Neither is held in memory.

use chrono::NaiveDate;
use payments::{AccountId, Money, jakarta};
use payments_journal::{Compared, Difference, Differs, OnRecord, Reported};
use serde::Serialize;
use serde_json::json;

use super::{adopting::Adopted, advice::Advice};
use crate::{
    failure::Failure,
    output::{self, Output},
};

/// How many rows of a table are printed together, in columns of one width.
const ROWS: usize = 200;

/// A difference, and what was done about it.
#[derive(Serialize)]
pub(super) struct Found {
    #[serde(flatten)]
    pub(super) difference: Difference,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) adopted: Option<Adopted>,
}

/// Prints differences as they come.
pub(super) struct Telling {
    output: Output,
    account: AccountId,
    day: NaiveDate,
    waiting: Vec<[String; 6]>,
    remaining: u64,
    advice: Advice,
}

impl Telling {
    pub(super) fn new(output: Output, account: &AccountId, day: NaiveDate) -> Self {
        Self {
            output,
            account: account.clone(),
            day,
            waiting: Vec::new(),
            remaining: 0,
            advice: Advice::default(),
        }
    }

    pub(super) fn difference(&mut self, found: Found) -> Result<(), Failure> {
        self.remaining += u64::from(found.adopted.as_ref().is_none_or(|done| done.remains));
        self.advice.count(&found.difference.differs);
        if self.output.is_json() {
            return output::json_line(&found);
        }
        self.waiting.push(row(&found));
        match self.waiting.len() < ROWS {
            true => Ok(()),
            false => self.print(),
        }
    }

    fn print(&mut self) -> Result<(), Failure> {
        let rows = std::mem::take(&mut self.waiting);
        // Our own word comes first in every line, so that none is a formula for a spreadsheet.
        let heading = [
            "difference",
            "reference",
            "line",
            "journal",
            "report",
            "adopted",
        ];
        match rows.is_empty() {
            true => Ok(()),
            false => self.output.table(heading, &rows),
        }
    }

    /// Prints what is left and the counts. A failure if differences remain.
    pub(super) fn end(
        mut self,
        compared: &Compared,
        skipped: u64,
        is_over: bool,
        adopted: bool,
    ) -> Result<(), Failure> {
        if self.output.is_json() {
            output::json_line(&json!({"summary": {
                "account": self.account, "day": self.day, "day_is_over": is_over,
                "compared": compared, "skipped": skipped, "remaining": self.remaining,
            }}))?;
        } else {
            self.print()?;
            self.counts(compared, skipped, is_over);
            self.advise(adopted);
        }
        match self.remaining {
            0 => Ok(()),
            count => Err(Failure::failed(differences(count)).exits_with(6)),
        }
    }

    fn counts(&self, compared: &Compared, skipped: u64, is_over: bool) {
        output::talk(&format!(
            "{} rows, {} of them skipped; {} references of other days; {} compared with {}; {} recorded on {} in Jakarta",
            compared.rows + skipped,
            skipped,
            compared.of_other_days,
            compared.pairs,
            self.account,
            compared.recorded,
            self.day,
        ));
        let notes = [
            (
                compared.without_fee,
                "fees are not compared: the provider never stated them here",
            ),
            (
                compared.mandates,
                "references are those of mandates, whose charges are not compared",
            ),
        ];
        for (count, note) in notes {
            if count > 0 {
                output::talk(&format!("{count} {note}"));
            }
        }
        if !is_over {
            output::talk("the day is not over in Jakarta: what is missing may still come");
        }
        self.output
            .verdict(self.remaining == 0, &differences(self.remaining));
    }

    fn advise(&self, adopted: bool) {
        for line in self.advice.lines(adopted) {
            output::talk(&line);
        }
        if self.remaining > 0 && !adopted {
            output::talk(
                "A report proves nothing by itself: --adopt asks the provider about each \
                 difference, and records only its answer. Nothing was changed.",
            );
        }
    }
}

fn differences(count: u64) -> String {
    match count {
        0 => "no difference".into(),
        1 => "1 difference".into(),
        _ => format!("{count} differences"),
    }
}

fn row(found: &Found) -> [String; 6] {
    let Difference {
        reference,
        differs,
        here,
        there,
        ..
    } = &found.difference;
    let line = there
        .as_ref()
        .map_or_else(String::new, |row| row.line.to_string());
    let adopted = found
        .adopted
        .as_ref()
        .map_or_else(String::new, |done| match done.remains {
            true => done.done.clone(),
            false => format!("{}; settled", done.done),
        });
    [
        differs.as_str().replace('_', " "),
        reference.clone(),
        line,
        here_in_short(differs, here.as_ref()),
        there_in_short(differs, there.as_ref()),
        adopted,
    ]
}

fn here_in_short(differs: &Differs, here: Option<&OnRecord>) -> String {
    if let Differs::MissingHere { recorded_in } = differs {
        let names: Vec<_> = recorded_in.iter().map(AccountId::as_str).collect();
        return match names.is_empty() {
            true => String::new(),
            false => format!("in {}", names.join(", ")),
        };
    }
    let Some(here) = here else {
        return String::new();
    };
    let state = || match &here.status {
        Some(status) => format!("{}, {status}", here.state),
        None => here.state.to_string(),
    };
    let at = || here.paid_at.or(here.finished_at).map(jakarta::text);
    match differs {
        Differs::Amount => text(here.amount),
        Differs::Fee => text(here.fee),
        Differs::Cost => text(here.cost),
        Differs::ProviderId => here.provider_id.clone().unwrap_or_default(),
        Differs::MissingThere { .. } => {
            let all = [
                here.amount.map(|money| money.to_string()),
                Some(state()),
                at(),
            ];
            all.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        _ => state(),
    }
}

fn there_in_short(differs: &Differs, there: Option<&Reported>) -> String {
    let Some(there) = there else {
        return match differs {
            Differs::MissingThere { is_certain: false } => {
                "perhaps in the report of another day".into()
            }
            _ => String::new(),
        };
    };
    let status = || there.status.as_ref().map(ToString::to_string);
    let whole = || {
        let all = [
            there.amount.map(|money| money.to_string()),
            status(),
            there.provider_id.clone(),
            there.at.map(jakarta::text),
        ];
        all.into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    match differs {
        Differs::Amount => text(there.amount),
        Differs::Fee => text(there.fee),
        Differs::Cost => text(there.cost),
        Differs::Status => status().unwrap_or_default(),
        Differs::ProviderId => there.provider_id.clone().unwrap_or_default(),
        Differs::Twice { first, is_same_id } => {
            let id = match is_same_id {
                true => "",
                false => ", with another id",
            };
            format!("as line {first}{id}: {}", whole())
        }
        _ => whole(),
    }
}

fn text(money: Option<Money>) -> String {
    money.map_or_else(String::new, |money| money.to_string())
}
