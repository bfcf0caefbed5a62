//! What is printed: data to standard output, talk to standard error.

use anstream::{eprintln, println};
use anstyle::{AnsiColor, Style};
use payments::{Error, Payment};
use serde::Serialize;
use serde_json::{Value, json};

use crate::failure::Failure;

/// How a command prints.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    json: bool,
}

const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default().bold();
const FAINT: Style = Style::new().dimmed();
const STRONG: Style = Style::new().bold();

impl Output {
    pub(crate) fn new(json: bool) -> Self {
        Self { json }
    }

    pub(crate) fn is_json(self) -> bool {
        self.json
    }

    /// The one JSON value of a command.
    pub(crate) fn json(self, value: &impl Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value)
            .map_err(|error| Failure::failed("the result cannot be written").caused_by(error))?;
        println!("{text}");
        Ok(())
    }

    pub(crate) fn heading(self, text: &str) {
        if !self.json {
            eprintln!("\n{STRONG}{text}{STRONG:#}");
        }
    }

    /// A step of something that takes a while.
    pub(crate) fn step(self, name: &str, text: &str) {
        if !self.json {
            eprintln!("  {FAINT}{name:<9}{FAINT:#} {text}");
        }
    }

    /// Rows under a heading, each column as wide as it must be.
    pub(crate) fn table<const N: usize>(self, heading: [&str; N], rows: &[[String; N]]) {
        let width = |column: usize| {
            rows.iter()
                .map(|row| row.get(column).map_or(0, |cell| cell.chars().count()))
                .chain(heading.get(column).map(|cell| cell.chars().count()))
                .max()
                .unwrap_or(0)
        };
        let line = |cells: &[&str]| {
            let padded: Vec<_> = cells
                .iter()
                .enumerate()
                .map(|(column, cell)| format!("{cell:<0$}", width(column)))
                .collect();
            padded.join("  ").trim_end().to_owned()
        };
        println!("{STRONG}{}{STRONG:#}", line(&heading));
        for row in rows {
            println!("{}", line(&row.each_ref().map(String::as_str)));
        }
    }

    pub(crate) fn verdict(self, good: bool, text: &str) {
        if !self.json {
            let style = if good { GOOD } else { BAD };
            eprintln!("{style}{text}{style:#}");
        }
    }

    pub(crate) fn payment(self, payment: &Payment) -> Result<(), Failure> {
        if self.json {
            return self.json(payment);
        }
        let mut rows = vec![
            ["reference".into(), payment.reference.to_string()],
            ["status".into(), status(payment)],
            ["method".into(), payment.method.to_string()],
        ];
        let mut add = |name: &str, value: Option<String>| {
            rows.extend(value.map(|value| [name.to_owned(), value]));
        };
        add("amount", payment.amount.map(|amount| amount.to_string()));
        add("id", payment.provider_id.clone());
        add("created", payment.created_at.map(|time| time.to_rfc3339()));
        add("paid", payment.paid_at.map(|time| time.to_rfc3339()));
        add("expires", payment.expires_at.map(|time| time.to_rfc3339()));
        if let Some(failure) = &payment.failure {
            let meaning = failure.meaning.unwrap_or("no document says what it means");
            add("failure", Some(format!("{}: {meaning}", failure.code)));
        }
        for action in &payment.next_actions {
            add("next", Some(action.to_string()));
        }
        self.table([payment.provider.as_str(), ""], &rows);
        Ok(())
    }

    /// A failure goes to standard error, as JSON too: standard output holds data only.
    pub(crate) fn failure(self, failure: &Failure) {
        if self.json {
            let error = json!({
                "message": failure.message,
                "causes": failure.causes,
                "advice": failure.advice,
                "call": failure.error.as_ref().map(error_json),
            });
            eprintln!("{:#}", json!({ "error": error }));
            return;
        }
        eprintln!("{BAD}error{BAD:#}: {}", failure.message);
        for cause in &failure.causes {
            eprintln!("  {FAINT}because{FAINT:#} {cause}");
        }
        if let Some(error) = &failure.error {
            eprintln!("  {FAINT}outcome{FAINT:#} {}", error.outcome());
        }
        if let Some(advice) = &failure.advice {
            eprintln!("  {FAINT}advice{FAINT:#}  {advice}");
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
    })
}

fn status(payment: &Payment) -> String {
    let word = payment.status.to_string();
    match payment.raw_status.as_str() {
        "" => word,
        raw if raw == word => word,
        raw => format!("{word} ({raw})"),
    }
}
