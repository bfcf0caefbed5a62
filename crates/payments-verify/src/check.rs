//! What must hold in a session for a fact to hold: `step: check`, as `specs/` say it.

use std::{fmt, str::FromStr};

/// One condition of a probe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The step whose answer is looked at; `callback` for what was received.
    pub step: String,
    /// What must hold there.
    pub what: What,
}

/// What must hold for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// `answered`: there is something at this path, with this method.
    Answered,
    /// `status`: it is accepted with the HTTP status that the fact states.
    Status,
    /// `code`: it is refused with the code of the fact, under a listed HTTP status.
    Code,
    /// `accepted`: it is a success.
    Accepted,
    /// `done`: it is a success; otherwise nothing is told.
    Done,
    /// `refused`: it is refused because of what was sent.
    Refused,
    /// `denied`: it is refused, even if the account or its rights are the reason.
    Denied,
    /// `empty`: it has no body, and the HTTP status that the fact states.
    Empty,
    /// `not found`: it is refused as something that is not there.
    NotFound,
    /// `reads`: it is a success, and the client reads all that it holds.
    Reads,
    /// `means paid`: the client takes it for news of that status.
    Means(String),
    /// `word /status`: there stands the word, or the code, of the fact.
    Word(String),
    /// `has /id`: there stands something.
    Has(String),
    /// `tells /code`: something stands there in a refusal.
    Tells(String),
    /// `lacks /status`: nothing stands there.
    Lacks(String),
    /// `text /amount`: a text stands there.
    Text(String),
    /// `number /amount`: a number stands there.
    Number(String),
    /// `equals /amount 1000`: that stands there.
    Equals(String, String),
    /// `time /created utc`: a time in this form: `utc`, `jakarta`, `bare`, `date`, `day`, `digits`.
    Time(String, String),
    /// `same /id as first`: what stands there stood there in another step, too.
    Same(String, String),
    /// `other /id than first`: something else stands there than in another step.
    Other(String, String),
    /// `found within after first`: it is found within the seconds that the fact states, counted
    /// from the end of another step.
    FoundWithin(String),
    /// `callback: header`: a callback has one of the headers that the fact states.
    Header,
    /// `callback: proved`: the client takes the sender of each for proved.
    Proved,
    /// `callback: unproved`: no header of a callback looks like a proof of its sender.
    Unproved,
    /// `callback: repeated`: one that was not accepted comes again.
    Repeated,
    /// `callback: Dana paid`: one is read as this callback with this status.
    Told(String, String),
}

/// A text is no check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoCheck(String);

impl fmt::Display for NoCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no `step: check`", self.0)
    }
}

impl std::error::Error for NoCheck {}

impl FromStr for Check {
    type Err = NoCheck;

    fn from_str(text: &str) -> Result<Self, NoCheck> {
        let none = || NoCheck(text.to_owned());
        let (step, what) = text.split_once(": ").ok_or_else(none)?;
        let words: Vec<_> = what.split(' ').collect();
        let own = |text: &&str| (*text).to_owned();
        let what = match (step == "callback", words.as_slice()) {
            (true, ["header"]) => What::Header,
            (true, ["proved"]) => What::Proved,
            (true, ["unproved"]) => What::Unproved,
            (true, ["repeated"]) => What::Repeated,
            (true, [name, status]) => What::Told(own(name), own(status)),
            (true, _) => return Err(none()),
            (_, ["answered"]) => What::Answered,
            (_, ["status"]) => What::Status,
            (_, ["code"]) => What::Code,
            (_, ["accepted"]) => What::Accepted,
            (_, ["done"]) => What::Done,
            (_, ["refused"]) => What::Refused,
            (_, ["denied"]) => What::Denied,
            (_, ["empty"]) => What::Empty,
            (_, ["not", "found"]) => What::NotFound,
            (_, ["reads"]) => What::Reads,
            (_, ["means", status]) => What::Means(own(status)),
            (_, ["word", at]) => What::Word(own(at)),
            (_, ["has", at]) => What::Has(own(at)),
            (_, ["tells", at]) => What::Tells(own(at)),
            (_, ["lacks", at]) => What::Lacks(own(at)),
            (_, ["text", at]) => What::Text(own(at)),
            (_, ["number", at]) => What::Number(own(at)),
            (_, ["equals", at, value]) => What::Equals(own(at), own(value)),
            (_, ["time", at, form]) if FORMS.contains(form) => What::Time(own(at), own(form)),
            (_, ["same", at, "as", other]) => What::Same(own(at), own(other)),
            (_, ["other", at, "than", other]) => What::Other(own(at), own(other)),
            (_, ["found", "within", "after", other]) => What::FoundWithin(own(other)),
            _ => return Err(none()),
        };
        Ok(Self {
            step: step.to_owned(),
            what,
        })
    }
}

impl Check {
    /// The steps whose exchanges it looks at.
    #[must_use]
    pub fn steps(&self) -> Vec<&str> {
        let own = self.step.as_str();
        match &self.what {
            _ if own == "callback" => Vec::new(),
            What::Same(_, other) | What::Other(_, other) | What::FoundWithin(other) => {
                vec![own, other]
            }
            _ => vec![own],
        }
    }
}

/// The forms of times.
const FORMS: [&str; 6] = ["utc", "jakarta", "bare", "date", "day", "digits"];

/// The form of a time: `2020-01-14T11:48:47Z` is `utc`, `…+07:00` is `jakarta`,
/// `2020-01-14 11:48:47` is `bare`, `2020-01-14` is `date`, `14-01-2020` is `day`,
/// `20200114114847` is `digits`.
pub(crate) fn form_of(text: &str) -> Option<&'static str> {
    let shape: String = text
        .chars()
        .map(|character| match character {
            '0'..='9' => '9',
            other => other,
        })
        .collect();
    let without_fraction = match shape.split_once('.') {
        Some((head, tail)) => format!("{head}{}", tail.trim_start_matches('9')),
        None => shape,
    };
    Some(match without_fraction.as_str() {
        "9999-99-99T99:99:99Z" => "utc",
        "9999-99-99T99:99:99+99:99" => "jakarta",
        "9999-99-99 99:99:99" => "bare",
        "9999-99-99" => "date",
        "99-99-9999" => "day",
        "99999999999999" => "digits",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_says_where_and_what() {
        let check: Check = "seen: found within after made".parse().unwrap();
        assert_eq!(check.steps(), ["seen", "made"]);
        assert_eq!(check.what, What::FoundWithin("made".to_owned()));
        for wrong in [
            "seen",
            "seen: looks good",
            "callback: code",
            "a: time /x soon",
        ] {
            assert!(wrong.parse::<Check>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn each_form_of_a_time_has_its_name() {
        for (text, form) in [
            ("2020-01-14T11:48:47.903Z", Some("utc")),
            ("2020-01-14T11:48:47Z", Some("utc")),
            ("2020-01-14T18:48:47+07:00", Some("jakarta")),
            ("2020-01-14 18:48:47", Some("bare")),
            ("2020-01-14", Some("date")),
            ("14-01-2020", Some("day")),
            ("20200114184847", Some("digits")),
            ("yesterday", None),
        ] {
            assert_eq!(form_of(text), form, "{text}");
        }
    }
}
