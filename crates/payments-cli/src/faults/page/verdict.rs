//! What came of an order, in a few words.

use super::{
    super::{judge::Belief, trace::Verdict},
    words,
};

/// How an order ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ending {
    /// Whether money was moved as nobody wanted it, or the merchant believes what is not so.
    pub(super) is_wrong: bool,
    /// Whether a person has to look at it.
    pub(super) is_open: bool,
    pub(super) short: String,
    pub(super) says: String,
}

pub(super) fn of(verdict: &Verdict) -> Ending {
    let judgement = &verdict.judgement;
    let wrong = [
        (judgement.duplicates, "paid more than once"),
        (judgement.lost, "paid, and the merchant does not know it"),
        (
            judgement.phantom,
            "not paid, and the merchant believes it is",
        ),
        (
            judgement.wrong_amount,
            "another amount than the merchant believes",
        ),
        (judgement.too_dear, "dearer than the limit"),
        (judgement.wrong_date, "charged on a day without a charge"),
        (
            judgement.wrong_change,
            "another amount than the last change set",
        ),
    ];
    let wrong: Vec<_> = wrong
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, words)| words)
        .collect();
    let is_open = verdict.belief == Belief::Unresolved;
    let short = match (wrong.as_slice(), verdict.belief) {
        ([], Belief::Unresolved) => match verdict.debits.len() {
            0 => "open, and not paid".to_owned(),
            _ => "open, and paid once".to_owned(),
        },
        ([], _) if judgement.untold > 0 => "given back, and nobody was told".to_owned(),
        (
            [],
            Belief::Paid {
                given_back: None, ..
            },
        ) => "paid once".to_owned(),
        ([], Belief::Paid { .. }) => "paid once, part given back".to_owned(),
        ([], _) if !verdict.debits.is_empty() => "paid once, and given back".to_owned(),
        ([], _) => "not paid".to_owned(),
        (wrong, _) => wrong.join("; "),
    };
    let sum = |all: &[payments::Money]| -> String {
        let texts: Vec<_> = all.iter().map(|money| words::money(*money)).collect();
        texts.join(", ")
    };
    let moved = match verdict.debits.as_slice() {
        [] => "no debit".to_owned(),
        [one] => format!("one debit of {}", words::money(*one)),
        several => format!("{} debits: {}", several.len(), sum(several)),
    };
    let back = match verdict.refunds.as_slice() {
        [] => String::new(),
        refunds => format!("; given back: {}", sum(refunds)),
    };
    let believes = match verdict.belief {
        Belief::Unresolved => {
            "The merchant knows that it does not know, and leaves it to a person".to_owned()
        }
        belief => format!("The merchant believes: {}", words::belief(belief)),
    };
    Ending {
        is_wrong: !wrong.is_empty(),
        is_open,
        short,
        says: format!("Ledger: {moved}{back}. {believes}."),
    }
}
