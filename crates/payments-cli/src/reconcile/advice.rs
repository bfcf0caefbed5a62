//! What a person must know before doing anything about differences.

use payments_journal::Differs;

/// How many differences there are of the kinds that need advice.
#[derive(Debug, Default)]
pub(super) struct Advice {
    /// Missing here, and in no other account either.
    unknown: u64,
    /// Missing in this account, and recorded in another one.
    elsewhere: u64,
    missing_there: u64,
    status: u64,
    twice: u64,
}

impl Advice {
    pub(super) fn count(&mut self, differs: &Differs) {
        *match differs {
            Differs::MissingHere { recorded_in } if recorded_in.is_empty() => &mut self.unknown,
            Differs::MissingHere { .. } => &mut self.elsewhere,
            Differs::MissingThere { .. } => &mut self.missing_there,
            Differs::Status => &mut self.status,
            Differs::Twice { .. } => &mut self.twice,
            _ => return,
        } += 1;
    }

    /// Sentences for people, in the order of what costs most.
    pub(super) fn lines(&self, adopted: bool) -> Vec<String> {
        let mut lines = Vec::new();
        if self.unknown > 0 {
            lines.push(format!(
                "missing here: the provider has {} that this journal does not know, and their \
                 customers may have paid. Do not charge them again under another reference.",
                payments(self.unknown)
            ));
            lines.push(
                match adopted {
                    true => {
                        "  Each is noted: if it is executed here, it is looked up before anything \
                         is sent."
                    }
                    false => {
                        "  If this journal was restored from a backup: stop what sells, and run \
                          this again with --adopt. Each reference is then looked up before \
                          anything is sent under it."
                    }
                }
                .to_owned(),
            );
            lines.push(
                "  If another program uses this account, the reference is in its records. If \
                 neither, ask the provider whose payment it is."
                    .to_owned(),
            );
        }
        if self.elsewhere > 0 {
            lines.push(format!(
                "{} missing in this account and recorded in another one: is this its report?",
                are(self.elsewhere)
            ));
        }
        if self.twice > 0 {
            lines.push(
                "twice: two rows of one reference with another id each are two payments of one \
                 order. Give one back if the customer has paid both."
                    .to_owned(),
            );
        }
        if self.missing_there > 0 {
            lines.push(
                "missing there: the provider said that the money came. Look in the report of the \
                 day before and after, then ask the provider. Do not charge the customer again."
                    .to_owned(),
            );
        }
        if self.status > 0 {
            lines.push(
                "status: what the report calls paid may be paid. Let nobody pay it again before \
                 the provider was asked."
                    .to_owned(),
            );
        }
        lines
    }
}

fn payments(count: u64) -> String {
    match count {
        1 => "1 payment".into(),
        _ => format!("{count} payments"),
    }
}

fn are(count: u64) -> String {
    match count {
        1 => "1 payment is".into(),
        _ => format!("{count} payments are"),
    }
}
