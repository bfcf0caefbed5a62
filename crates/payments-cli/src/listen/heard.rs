//! How one callback is printed: a line for people, an object for programs.

use std::time::Duration;

use anstyle::{AnsiColor, Style};
use chrono::{DateTime, SecondsFormat, Utc};
use payments::{Name, printable, wire::wib};
use serde_json::{Value, json};

use crate::callbacks::{Answered, Told};

/// In characters: a line stays one.
const LONGEST: usize = 40;

const GOOD: Style = AnsiColor::Green.on_default();
const DOUBTFUL: Style = AnsiColor::Yellow.on_default();
const BAD: Style = AnsiColor::Red.on_default();
const FAINT: Style = Style::new().dimmed();

/// A callback, what is known of it, and what it was answered.
pub(super) struct Heard {
    pub(super) at: DateTime<Utc>,
    pub(super) provider: Name,
    /// In the store; none if it is not kept.
    pub(super) number: Option<usize>,
    pub(super) standing: Standing,
    pub(super) answer: u16,
    /// What the application made of it, if it was sent on.
    pub(super) forwarded: Option<Answered>,
    pub(super) took: Duration,
}

/// What is known of a callback.
pub(super) enum Standing {
    /// The sender is proved.
    Verified(Told, String),
    /// A hint, and the provider says so itself.
    Confirmed(Told),
    /// A hint that nobody was asked about: what it claims.
    Hint(Told),
    /// A hint that the provider did not confirm, and why.
    Unconfirmed(Told, String),
    /// The provider tries the address.
    Ping,
    /// Why it was refused.
    Refused(String),
}

impl Standing {
    fn word(&self) -> &'static str {
        match self {
            Self::Verified(..) => "verified",
            Self::Confirmed(_) => "hint, confirmed",
            Self::Hint(_) => "hint, nothing proves it",
            Self::Unconfirmed(..) => "hint, not confirmed",
            Self::Ping => "ping",
            Self::Refused(_) => "refused",
        }
    }

    fn style(&self) -> Style {
        match self {
            Self::Verified(..) | Self::Confirmed(_) | Self::Ping => GOOD,
            Self::Hint(_) => DOUBTFUL,
            Self::Unconfirmed(..) | Self::Refused(_) => BAD,
        }
    }

    /// What is told, and the mark of what is only claimed.
    fn told(&self) -> (Option<&Told>, &'static str) {
        match self {
            Self::Verified(told, _) | Self::Confirmed(told) => (Some(told), ""),
            Self::Hint(told) | Self::Unconfirmed(told, _) => (Some(told), "?"),
            Self::Ping | Self::Refused(_) => (None, ""),
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Self::Refused(reason) | Self::Unconfirmed(_, reason) => Some(reason),
            _ => None,
        }
    }
}

impl Heard {
    /// `12:03:11 WIB fazz       paid      order-1  IDR 20000  va:bca  verified  → 200 in 12 ms  #3`
    pub(super) fn line(&self) -> String {
        let time = self.at.with_timezone(&wib()).format("%H:%M:%S WIB");
        let mut line = format!("{FAINT}{time}{FAINT:#} {:<10}", self.provider.as_str());
        if let (Some(told), mark) = self.standing.told() {
            let status = format!("{}{mark}", told.status);
            let amount = told.amount.as_deref().unwrap_or("-");
            let method = match &*told.method {
                "any" | "" => "-",
                method => method,
            };
            line += &format!(
                " {status:<10} {:<14} {amount:<11} {:<18}",
                printable::short(&told.reference, LONGEST),
                method
            );
        }
        let (style, word) = (self.standing.style(), self.standing.word());
        line += &format!(" {style}{word}{style:#}");
        if let Some(reason) = self.standing.reason() {
            line += &format!(": {}", printable::line(reason));
        }
        let answer = self.answer;
        line += &match &self.forwarded {
            None => format!("  → {answer}"),
            Some(Answered {
                status: Ok(_),
                took,
            }) => {
                format!("  → the application: {answer} in {} ms", took.as_millis())
            }
            Some(Answered {
                status: Err(why), ..
            }) => format!("  → the application: {why}: {answer}"),
        };
        if let Some(number) = self.number {
            line += &format!("  {FAINT}#{number}{FAINT:#}");
        }
        line
    }

    pub(super) fn json(&self) -> Value {
        let (told, mark) = self.standing.told();
        let told = json!(told);
        let (told, claims) = match mark {
            "" => (told, Value::Null),
            _ => (Value::Null, told),
        };
        let key = match &self.standing {
            Standing::Verified(_, key) => Some(key),
            _ => None,
        };
        let check = match &self.standing {
            Standing::Verified(..) => "verified",
            Standing::Confirmed(_) => "confirmed",
            Standing::Hint(_) => "hint",
            Standing::Unconfirmed(..) => "not_confirmed",
            Standing::Ping => "ping",
            Standing::Refused(_) => "refused",
        };
        let application = self.forwarded.as_ref().map(|answered| {
            json!({
                "status": answered.status.as_ref().ok(),
                "error": answered.status.as_ref().err(),
                "milliseconds": milliseconds(answered.took),
            })
        });
        json!({
            "number": self.number,
            "at": self.at.to_rfc3339_opts(SecondsFormat::Millis, true),
            "provider": self.provider.as_str(),
            "check": check,
            "reason": self.standing.reason(),
            "told": told,
            "claims": claims,
            "key": key,
            "answer": self.answer,
            "application": application,
            "milliseconds": milliseconds(self.took),
        })
    }
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
