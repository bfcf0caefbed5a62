//! The failure of a command: a message, its causes, advice, an exit code.

use std::{error::Error as StdError, fmt, io, process::ExitCode};

use payments::{Error, Invalid, Name, Outcome, Reference, SettleError};
use serde::Serialize;

/// A command that did not work.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) message: String,
    pub(crate) causes: Vec<String>,
    pub(crate) advice: Option<String>,
    /// The error of a call, if it was one.
    pub(crate) error: Option<Error>,
    /// What is known of the effect, where no call tells it.
    outcome: Option<Outcome>,
    /// What was answered, where that could not be printed.
    pub(crate) answered: Option<Box<Answered>>,
    /// The command line is wrong.
    usage: bool,
    /// It worked, and standard output does not take the result.
    unwritten: bool,
    /// Whoever read standard output has left.
    reader_left: bool,
    /// The exit code of a failure of its own.
    own_code: Option<u8>,
}

/// An answer in a few words.
#[derive(Debug, Serialize)]
pub(crate) struct Answered {
    provider: &'static str,
    reference: String,
    status: String,
}

impl fmt::Display for Answered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            provider,
            reference,
            status,
        } = self;
        write!(f, "answered: {reference} of {provider} is {status}")
    }
}

impl Failure {
    pub(crate) fn failed(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            causes: Vec::new(),
            advice: None,
            error: None,
            outcome: None,
            answered: None,
            usage: false,
            unwritten: false,
            reader_left: false,
            own_code: None,
        }
    }

    /// Standard output does not take the result.
    pub(crate) fn unwritten(error: &io::Error) -> Self {
        Self {
            unwritten: true,
            reader_left: error.kind() == io::ErrorKind::BrokenPipe,
            ..Self::failed("the result cannot be written to standard output").caused_by(error)
        }
    }

    /// Adds what the result says, if that could not be printed.
    pub(crate) fn answered(mut self, provider: Name, reference: &Reference, status: &str) -> Self {
        if self.unwritten {
            self.answered = Some(Box::new(Answered {
                provider: provider.as_str(),
                reference: reference.to_string(),
                status: status.to_owned(),
            }));
            self = self.advise("do not send it again: it was done, and only the printing failed");
        }
        self
    }

    /// It may have happened.
    pub(crate) fn unknown(message: impl Into<String>) -> Self {
        Self {
            outcome: Some(Outcome::Unknown),
            ..Self::failed(message)
        }
    }

    /// Nothing has reached the provider.
    pub(crate) fn not_sent(message: impl Into<String>) -> Self {
        Self {
            outcome: Some(Outcome::NotSent),
            ..Self::failed(message)
        }
    }

    /// A command line that is wrong in a way that only the provider's tables tell.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self {
            usage: true,
            ..Self::failed(message)
        }
    }

    /// Sets an exit code that only one command has.
    pub(crate) fn exits_with(mut self, code: u8) -> Self {
        self.own_code = Some(code);
        self
    }

    pub(crate) fn caused_by(mut self, error: impl StdError) -> Self {
        self.causes.push(error.to_string());
        self.causes.extend(causes(&error));
        self
    }

    pub(crate) fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// Whoever read the result has seen enough, as `head` has, and nothing was done that they must
    /// know.
    pub(crate) fn is_no_failure(&self) -> bool {
        self.reader_left && self.answered.is_none()
    }

    /// What is known of the effect.
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        self.outcome.or(self.error.as_ref().map(Error::outcome))
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        if let Some(code) = self.own_code {
            return ExitCode::from(code);
        }
        ExitCode::from(match self.outcome() {
            None if self.unwritten => 5,
            None if self.usage => 2,
            None | Some(Outcome::Refused) => 1,
            Some(Outcome::NotSent) => 3,
            Some(Outcome::Unknown) => 4,
        })
    }
}

impl From<Invalid> for Failure {
    fn from(invalid: Invalid) -> Self {
        Error::from(invalid).into()
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self {
            causes: causes(&error),
            advice: Some(error.suggested_action().advice().to_owned()),
            error: Some(error.clone()),
            ..Self::failed(error.to_string())
        }
    }
}

impl<Q> From<SettleError<Q>> for Failure {
    fn from(open: SettleError<Q>) -> Self {
        let mut failure = Self::from(open.error().clone());
        let reason = open.reason();
        failure
            .causes
            .extend(reason.map(|reason| reason.to_string()));
        failure
    }
}

impl From<payments_journal::Error> for Failure {
    fn from(error: payments_journal::Error) -> Self {
        match error {
            payments_journal::Error::NotSendable(error) => error.into(),
            error => match error.outcome() {
                Outcome::Unknown => Self::unknown(error.to_string()),
                _ => Self::failed(error.to_string()),
            },
        }
    }
}

fn causes(error: &dyn StdError) -> Vec<String> {
    std::iter::successors(error.source(), |cause| (*cause).source())
        .map(ToString::to_string)
        .collect()
}
