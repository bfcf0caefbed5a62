//! How a command fails: a message, its causes, what to do, an exit code.

use std::{error::Error as StdError, process::ExitCode};

use payments::{Error, Outcome};

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
    /// The command line is wrong.
    usage: bool,
}

impl Failure {
    pub(crate) fn failed(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            causes: Vec::new(),
            advice: None,
            error: None,
            outcome: None,
            usage: false,
        }
    }

    /// It may have happened.
    pub(crate) fn unknown(message: impl Into<String>) -> Self {
        Self {
            outcome: Some(Outcome::Unknown),
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

    pub(crate) fn caused_by(mut self, error: impl StdError) -> Self {
        self.causes.push(error.to_string());
        self.causes.extend(causes(&error));
        self
    }

    pub(crate) fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        let outcome = self.outcome.or(self.error.as_ref().map(Error::outcome));
        ExitCode::from(match outcome {
            None if self.usage => 2,
            None | Some(Outcome::Refused) => 1,
            Some(Outcome::NotSent) => 3,
            Some(Outcome::Unknown) => 4,
        })
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self {
            message: error.to_string(),
            causes: causes(&error),
            advice: Some(error.suggested_action().advice().to_owned()),
            error: Some(error),
            outcome: None,
            usage: false,
        }
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
