//! How a statement reaches a database.
//!
//! PostgreSQL is given whole statements in its simple protocol, with the arguments in them as
//! literals: no statement is prepared under a name and no setting of a session is relied on, so
//! that a pooler may hand each transaction to another connection.

use std::fmt::Write;

use futures_util::TryStreamExt;
use sqlx::{AnyConnection, any::AnyRow};

use crate::error::Result;

/// Whose words of SQL are spoken, where they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

/// What stands for `$1`, `$2`, … in a statement.
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

impl Dialect {
    /// Runs a statement and tells its rows.
    pub(crate) async fn rows(
        self,
        connection: &mut AnyConnection,
        sql: &str,
        arguments: impl IntoIterator<Item = Argument>,
    ) -> Result<Vec<AnyRow>, sqlx::Error> {
        match self {
            Self::Postgres => {
                let arguments: Vec<_> = arguments.into_iter().collect();
                script(connection, &with_literals(sql, &arguments)).await
            }
            Self::Sqlite => {
                let mut query = sqlx::query(sql);
                for argument in arguments {
                    query = match argument {
                        Argument::Number(number) => query.bind(number),
                        Argument::Text(text) => query.bind(text),
                        Argument::Null => query.bind(None::<i64>),
                    };
                }
                query.fetch_all(connection).await
            }
        }
    }
}

/// Runs statements that have no arguments, and tells the rows of all of them.
pub(crate) async fn script(
    connection: &mut AnyConnection,
    sql: &str,
) -> Result<Vec<AnyRow>, sqlx::Error> {
    sqlx::raw_sql(sql).fetch(connection).try_collect().await
}

/// A statement for PostgreSQL with its arguments in it.
fn with_literals(sql: &str, arguments: &[Argument]) -> String {
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

/// A text as PostgreSQL reads it whatever `standard_conforming_strings` says: the form that libpq's
/// `PQescapeLiteral` writes. It has no NUL.
pub(crate) fn literal(text: &str) -> String {
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

#[cfg(test)]
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
}
