//! How statements are sent to a database.
//!
//! PostgreSQL receives whole statements in its simple protocol, with the arguments as literals. No
//! statement is prepared under a name, and no session setting is needed, so a pooler may give each
//! transaction another connection.

#[cfg(feature = "postgres")]
use std::fmt::Write;
use std::sync::Arc;

use crate::error::{Error, Result};
use payments_core::AccountId;

/// The SQL dialect, where the two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

/// A value for `$1`, `$2`, … in a statement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Argument {
    Number(i64),
    Text(String),
    Null,
}

impl From<Option<i64>> for Argument {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Self::Null, Self::Number)
    }
}

impl From<Option<String>> for Argument {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A row from a database.
#[derive(Clone, Debug)]
pub(crate) struct Cells {
    names: Arc<[String]>,
    values: Vec<Argument>,
}

impl Cells {
    pub(super) fn new(names: Arc<[String]>, values: Vec<Argument>) -> Self {
        Self { names, values }
    }

    /// The value of a column, by its number or its name.
    pub(crate) fn try_get<T: Cell>(&self, column: impl Column) -> Result<T> {
        let value = column
            .of(&self.names)
            .and_then(|place| self.values.get(place));
        let told = value.and_then(T::told);
        told.ok_or_else(|| Error::Unreadable(format!("column {}", column.name())))
    }
}

/// A type that a column can be read as.
pub(crate) trait Cell: Sized {
    fn told(value: &Argument) -> Option<Self>;
}

impl Cell for i64 {
    fn told(value: &Argument) -> Option<Self> {
        match value {
            Argument::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl Cell for String {
    fn told(value: &Argument) -> Option<Self> {
        match value {
            Argument::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl Cell for AccountId {
    fn told(value: &Argument) -> Option<Self> {
        match value {
            Argument::Text(text) => text.parse().ok(),
            _ => None,
        }
    }
}

impl<T: Cell> Cell for Option<T> {
    fn told(value: &Argument) -> Option<Self> {
        match value {
            Argument::Null => Some(None),
            value => T::told(value).map(Some),
        }
    }
}

/// A column's name or number.
pub(crate) trait Column {
    fn of(&self, names: &[String]) -> Option<usize>;
    fn name(&self) -> String;
}

impl Column for usize {
    fn of(&self, _: &[String]) -> Option<usize> {
        Some(*self)
    }

    fn name(&self) -> String {
        self.to_string()
    }
}

impl Column for &str {
    fn of(&self, names: &[String]) -> Option<usize> {
        names.iter().position(|name| name == self)
    }

    fn name(&self) -> String {
        (*self).to_owned()
    }
}

/// A statement for PostgreSQL with its arguments in it.
#[cfg(feature = "postgres")]
pub(super) fn with_literals(sql: &str, arguments: &[Argument]) -> String {
    let mut text = String::with_capacity(sql.len() + 64);
    let mut parts = sql.split('$');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = part.split_at(digits);
        let argument = number
            .parse::<usize>()
            .ok()
            .and_then(|number| arguments.get(number.checked_sub(1)?));
        match argument {
            // In brackets: a minus sign beside another would begin a comment. Writing to a `String`
            // cannot fail.
            Some(Argument::Number(number)) => _ = write!(text, "({number})"),
            Some(Argument::Text(argument)) => text.push_str(&literal(argument)),
            Some(Argument::Null) => text.push_str("NULL"),
            None => {
                text.push('$');
                text.push_str(number);
            }
        }
        text.push_str(rest);
    }
    text
}

/// A dollar-quoted text, which PostgreSQL reads without escapes; the tag does not occur in the
/// text.
#[cfg(feature = "postgres")]
pub(super) fn between_dollars(text: &str) -> String {
    let mut mark = "$j$".to_owned();
    while text.contains(&mark) {
        mark.insert(1, 'j');
    }
    [&mark, text, &mark].concat()
}

/// A text literal that does not depend on `standard_conforming_strings`, as libpq's
/// `PQescapeLiteral` writes it. It has no NUL.
#[cfg(feature = "postgres")]
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 8);
    literal.push_str(" E'");
    for character in text.chars() {
        match character {
            '\'' => literal.push_str("''"),
            '\\' => literal.push_str("\\\\"),
            '\0' => literal.push('\u{fffd}'),
            other => literal.push(other),
        }
    }
    literal.push('\'');
    literal
}

#[cfg(all(test, feature = "postgres"))]
mod tests {
    use super::*;

    #[test]
    fn arguments_take_the_place_of_their_numbers() {
        let arguments = [Argument::from(-1), Argument::from("it's \\ $1")];
        assert_eq!(
            with_literals("a = $1 AND b = $2 AND c = $11", &arguments),
            "a = (-1) AND b =  E'it''s \\\\ $1' AND c = $11"
        );
    }

    #[test]
    fn a_text_between_dollars_cannot_end_itself() {
        assert_eq!(between_dollars("a"), "$j$a$j$");
        let hostile = between_dollars("$j$ and $jj$");
        assert_eq!(hostile, "$jjj$$j$ and $jj$$jjj$");
    }
}
