//! Output: data to standard output, messages to standard error. Everything is printed through this
//! module, so that text of others is made printable, and a failed write is reported.

mod news;

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use clap::ColorChoice;
use payments::{Error, Reference, printable};
use serde::Serialize;
use serde_json::{Value, json};

use crate::{
    failure::Failure,
    layout::{columns, hanging},
};

/// How a command prints.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    json: bool,
}

const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default().bold();
const FAINT: Style = Style::new().dimmed();
const STRONG: Style = Style::new().bold();

/// Decides for all that is printed from now on.
pub(crate) fn colour(choice: ColorChoice) {
    match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
}

/// A line of data, or several, whoever wrote it.
pub(crate) fn data(text: &str) -> Result<(), Failure> {
    styled(&printable::lines(text))
}

/// As [`data`], of parts that were made printable each by itself, since there is style between
/// them.
pub(crate) fn styled(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    writeln!(out, "{text}")
        .and_then(|()| out.flush())
        .map_err(|error| Failure::unwritten(&error))
}

/// What programs read as it is.
pub(crate) fn raw(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(|error| Failure::unwritten(&error))
}

/// The blocks of a code, light on dark whatever the colours of the terminal: scanners want them so.
pub(crate) fn code(blocks: &str) -> Result<(), Failure> {
    let style = AnsiColor::BrightWhite.on(AnsiColor::Black);
    let lines: Vec<_> = blocks
        .lines()
        .map(|line| format!("{style}{line}{style:#}"))
        .collect();
    styled(&lines.join("\n"))
}

/// Talk for people, whoever wrote it. Where nobody can read it, nothing is lost that a program
/// needs: the exit code tells.
pub(crate) fn talk(text: &str) {
    styled_talk(&printable::lines(text));
}

fn styled_talk(text: &str) {
    let _: io::Result<()> = writeln!(anstream::stderr().lock(), "{text}");
}

/// JSON in one line.
pub(crate) fn json_line(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string(value).map_err(unserialised)?;
    styled(&printable::json(&text))
}

fn unserialised(error: serde_json::Error) -> Failure {
    Failure::failed("the result cannot be written").caused_by(error)
}

impl Output {
    pub(crate) fn new(json: bool) -> Self {
        Self { json }
    }

    pub(crate) fn is_json(self) -> bool {
        self.json
    }

    /// The one JSON value of a command.
    pub(crate) fn json(self, value: &impl Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value).map_err(unserialised)?;
        styled(&printable::json(&text))
    }

    pub(crate) fn heading(self, text: &str) {
        if !self.json {
            let text = printable::line(text);
            styled_talk(&format!("\n{STRONG}{text}{STRONG:#}"));
        }
    }

    /// A step of something that takes a while.
    pub(crate) fn step(self, name: &str, text: &str) {
        if !self.json {
            let text = printable::line(text);
            styled_talk(&format!("  {FAINT}{name:<9}{FAINT:#} {text}"));
        }
    }

    /// Rows under a heading, each column as wide as it must be, and the last one as wide as the
    /// terminal lets it.
    pub(crate) fn table<const N: usize>(
        self,
        heading: [&str; N],
        rows: &[[String; N]],
    ) -> Result<(), Failure> {
        let rows: Vec<_> = rows
            .iter()
            .map(|row| row.each_ref().map(|cell| printable::line(cell)))
            .collect();
        let width = |column: usize| {
            rows.iter()
                .map(|row| row.get(column).map_or(0, |cell| cell.chars().count()))
                .chain(heading.get(column).map(|cell| cell.chars().count()))
                .max()
                .unwrap_or(0)
        };
        let columns = columns();
        let line = |cells: &[&str]| {
            let (last, others) = cells.split_last().unwrap_or((&"", &[]));
            let padded = others.iter().enumerate();
            let padded = padded.map(|(column, cell)| format!("{cell:<0$}  ", width(column)));
            let head: String = padded.collect();
            hanging(&head, last, columns).trim_end().to_owned()
        };
        styled(&format!("{STRONG}{}{STRONG:#}", line(&heading)))?;
        for row in &rows {
            styled(&line(&row.each_ref().map(String::as_str)))?;
        }
        Ok(())
    }

    /// What is told of one thing, under the name of who tells it.
    pub(crate) fn rows(self, title: &str, rows: &Rows) -> Result<(), Failure> {
        self.table([title, ""], &rows.0)
    }

    pub(crate) fn verdict(self, good: bool, text: &str) {
        if !self.json {
            let style = if good { GOOD } else { BAD };
            let text = printable::line(text);
            styled_talk(&format!("{style}{text}{style:#}"));
        }
    }

    /// A failure goes to standard error, as JSON too: standard output holds data only.
    pub(crate) fn failure(self, failure: &Failure) {
        if self.json {
            let error = json!({
                "message": failure.message,
                "causes": failure.causes,
                "advice": failure.advice,
                "call": failure.error.as_ref().map(error_json),
                "outcome": failure.outcome(),
                "answered": failure.answered,
            });
            styled_talk(&printable::json(&format!(
                "{:#}",
                json!({ "error": error })
            )));
            return;
        }
        let message = printable::line(&failure.message);
        styled_talk(&format!("{BAD}error{BAD:#}: {message}"));
        let told = |name: &str, text: &str| {
            let text = printable::line(text);
            styled_talk(&format!("  {FAINT}{name:<7}{FAINT:#} {text}"));
        };
        for cause in &failure.causes {
            told("because", cause);
        }
        if let Some(outcome) = failure.outcome() {
            told("outcome", outcome.as_str());
        }
        if let Some(answered) = &failure.answered {
            told("outcome", &answered.to_string());
        }
        if let Some(advice) = &failure.advice {
            told("advice", advice);
        }
        if let Some(error) = &failure.error {
            told("help", &error.help_url());
        }
    }
}

/// What a program needs to know of an error to settle it.
pub(crate) fn error_json(error: &Error) -> Value {
    json!({
        "message": error.to_string(),
        "kind": error.kind(),
        "outcome": error.outcome(),
        "must_ask": error.must_ask(),
        "action": error.suggested_action(),
        "reference": error.reference(),
        "code": error.code(),
        "http_status": error.http_status(),
        "retry_after_seconds": error.retry_after().map(|wait| wait.as_secs()),
        "help": error.help_url(),
    })
}

/// What is told of one thing, a row for each member that is known.
pub(crate) struct Rows(Vec<[String; 2]>);

impl Rows {
    pub(crate) fn about(reference: &Reference) -> Self {
        Self(vec![["reference".into(), reference.to_string()]])
    }

    pub(crate) fn add(&mut self, name: &str, value: Option<impl ToString>) {
        self.0
            .extend(value.map(|value| [name.to_owned(), value.to_string()]));
    }
}
