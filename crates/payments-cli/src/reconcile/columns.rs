//! `--columns`: which column of a file says what, as a person has written it down.

use std::{collections::BTreeMap, fs, path::Path};

use payments::PaymentStatus;
use payments_journal::Lists;
use serde::Deserialize;

use super::{
    amounts::Amounts,
    cells::unreadable,
    times::{self, Times},
};
use crate::failure::Failure;

/// What a person has written down about a file.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) lists: Lists,
    pub(super) separator: u8,
    pub(super) header_line: u64,
    pub(super) names: Names,
    pub(super) amounts: Amounts,
    pub(super) times: Times,
    pub(super) statuses: BTreeMap<String, Meaning>,
}

/// The names of the columns, as the file's header has them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub(super) reference: String,
    pub(super) provider_id: Option<String>,
    pub(super) amount: Option<String>,
    pub(super) fee: Option<String>,
    pub(super) cost: Option<String>,
    pub(super) status: Option<String>,
    pub(super) at: Option<String>,
}

/// What a status word of the file means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Meaning {
    Pending,
    Expired,
    Failed,
    Cancelled,
    Paid,
    Settled,
    Refunded,
    /// The row is no payment: it is not compared.
    Skip,
}

impl Meaning {
    /// The status; `None` if the row is not compared.
    pub(super) fn status(self) -> Option<PaymentStatus> {
        Some(match self {
            Self::Pending => PaymentStatus::Pending,
            Self::Expired => PaymentStatus::Expired,
            Self::Failed => PaymentStatus::Failed,
            Self::Cancelled => PaymentStatus::Cancelled,
            Self::Paid => PaymentStatus::Paid,
            Self::Settled => PaymentStatus::Settled,
            Self::Refunded => PaymentStatus::Refunded,
            Self::Skip => return None,
        })
    }
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum WrittenLists {
    #[default]
    Paid,
    Created,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    lists: WrittenLists,
    separator: Option<char>,
    header_line: Option<u64>,
    columns: Names,
    #[serde(default)]
    amounts: Amounts,
    #[serde(default)]
    times: times::Written,
    #[serde(default)]
    statuses: BTreeMap<String, Meaning>,
}

/// Reads the file of `--columns`.
pub(super) fn read(path: &Path) -> Result<Columns, Failure> {
    let name = path.display();
    let text = fs::read_to_string(path)
        .map_err(|error| unreadable(format!("{name} cannot be read")).caused_by(error))?;
    parse(&text).map_err(|why| unreadable(format!("{name}: {}", why.trim_end())))
}

fn parse(text: &str) -> Result<Columns, String> {
    let written: Written = toml::from_str(text).map_err(|error| error.to_string())?;
    written.amounts.check()?;
    let separator = u8::try_from(written.separator.unwrap_or(',')).ok();
    let is_usable = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'"';
    let separator = separator
        .filter(is_usable)
        .ok_or("separator: expected one sign, such as \",\", \";\" or \"\\t\"")?;
    if written.columns.status.is_some() && written.statuses.is_empty() {
        return Err("[statuses] is missing: it says what each word of the file means".into());
    }
    Ok(Columns {
        lists: match written.lists {
            WrittenLists::Paid => Lists::Paid,
            WrittenLists::Created => Lists::Created,
        },
        separator,
        header_line: written.header_line.unwrap_or(1),
        names: written.columns,
        amounts: written.amounts,
        times: written.times.read()?,
        statuses: written.statuses,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_readme_is_read() {
        let readme = include_str!("../../README.md");
        let (_, section) = readme.split_once("# A provider's report").unwrap();
        let (_, after) = section.split_once("```toml\n").unwrap();
        let (example, _) = after.split_once("```").unwrap();
        let columns = parse(example).unwrap();
        assert_eq!(columns.separator, b';');
        assert_eq!(columns.statuses["BERHASIL"], Meaning::Paid);
    }

    #[test]
    fn a_mistake_is_told_by_its_name() {
        let names = "[columns]\nreference = \"Ref\"\n";
        for (text, told) in [
            ("", "columns"),
            ("[columns]\n", "reference"),
            (&format!("{names}amuont = \"Nominal\"\n"), "amuont"),
            (&format!("separator = \";;\"\n{names}"), "separator"),
            (&format!("separator = \"a\"\n{names}"), "separator"),
            (&format!("{names}status = \"Status\"\n"), "[statuses]"),
            (&format!("{names}[statuses]\nOK = \"payed\"\n"), "payed"),
            (
                &format!("{names}[amounts]\ndecimal = \",\"\nthousands = \",\"\n"),
                "differ",
            ),
            (
                &format!("{names}[times]\nformat = \"%d/%m/%Y %H:%M\"\n"),
                "zone",
            ),
        ] {
            let why = parse(text).unwrap_err();
            assert!(why.contains(told), "{told}: {why}");
        }
    }
}
