//! Ctrl-C and SIGTERM: the user no longer wants to wait.

use std::{fmt::Display, future::pending, io::IsTerminal};

use payments::{Error, ErrorKind, Name, Outcome, Reference, SuggestedAction, capabilities::Lookup};

use crate::{failure::Failure, output};

/// Whoever listens from now on: a signal that comes before it is waited for is not lost, and does
/// not end the process.
pub(crate) struct Signals {
    #[cfg(unix)]
    streams: [Option<tokio::signal::unix::Signal>; 2],
}

impl Signals {
    #[cfg(unix)]
    pub(crate) fn listen() -> Self {
        use tokio::signal::unix::{SignalKind, signal};
        let kinds = [SignalKind::interrupt(), SignalKind::terminate()];
        // Where there are no signals, there is nothing to wait for but the end of the process.
        Self {
            streams: kinds.map(|kind| signal(kind).ok()),
        }
    }

    #[cfg(not(unix))]
    pub(crate) fn listen() -> Self {
        Self {}
    }

    /// The next signal.
    #[cfg(unix)]
    pub(crate) async fn next(&mut self) {
        let [interrupt, terminate] = &mut self.streams;
        tokio::select! {
            () = one(interrupt) => {}
            () = one(terminate) => {}
        }
    }

    /// The next signal.
    #[cfg(not(unix))]
    pub(crate) async fn next(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            pending::<()>().await;
        }
    }
}

#[cfg(unix)]
async fn one(stream: &mut Option<tokio::signal::unix::Signal>) {
    let signal = match stream {
        Some(stream) => stream.recv().await,
        None => None,
    };
    if signal.is_none() {
        pending::<()>().await;
    }
}

/// Something that may be done by the time somebody stops waiting for its answer.
pub(crate) struct Deed<'a> {
    pub(crate) provider: Name,
    pub(crate) reference: &'a Reference,
    /// The command that asks for it, without provider, reference and sandbox.
    pub(crate) asks: &'a str,
    /// What that command needs besides.
    pub(crate) with: String,
    pub(crate) lookup: Lookup,
    pub(crate) sandbox: Option<&'a str>,
    /// Under which reference it is in a journal, if it is in one.
    pub(crate) recorded: Option<&'a Reference>,
}

impl Deed<'_> {
    /// Waits for the answer, unless a signal comes first: what was done is unknown then.
    pub(crate) async fn answer<T, E: Into<Failure>>(
        &self,
        answer: impl Future<Output = Result<T, E>>,
    ) -> Result<T, Failure> {
        let mut signals = Signals::listen();
        if std::io::stderr().is_terminal() {
            let (provider, reference) = (self.provider, self.reference);
            output::talk(&format!(
                "waiting for the answer of {provider} about {reference}; Ctrl-C stops waiting, and does not cancel the request"
            ));
        }
        tokio::select! {
            biased;
            answer = answer => answer.map_err(Into::into),
            () = signals.next() => Err(self.stopped()),
        }
    }

    fn stopped(&self) -> Failure {
        let (provider, reference) = (self.provider, self.reference);
        let error = Error::new(
            ErrorKind::Interrupted,
            Outcome::Unknown,
            SuggestedAction::AskByReference,
            format!(
                "stopped before {provider} answered about {reference}: the outcome is unknown, it may have happened"
            ),
        );
        Failure::from(error.with_reference(reference)).advise(self.advice())
    }

    fn advice(&self) -> String {
        let command = self.command();
        if let Some(reference) = self.recorded {
            let (provider, reference) = (self.provider, quoted(reference));
            return format!(
                "it is in the journal: `payments reconcile` asks for it, the same command again goes on with it, \
                 `payments journal show {provider} {reference}` shows it; without the journal: `{command}`"
            );
        }
        match self.lookup {
            Lookup::ByReference | Lookup::ByRepeat => {
                format!("ask with `{command}`; do not use a new reference")
            }
            Lookup::ByProviderId => format!(
                "ask with `{command}`, once the provider's id is known; do not use a new reference. {}",
                self.provider.capabilities().unknown_settled_by
            ),
        }
    }

    fn command(&self) -> String {
        let mut command = format!("payments {} {}", self.asks, self.provider);
        // Bills and top-ups are asked for by more than the reference, and name each part.
        command += match self.asks.starts_with("bill") || self.asks.starts_with("topup") {
            true => " --reference ",
            false => " ",
        };
        command += &quoted(self.reference);
        command += &self.with;
        if self.lookup == Lookup::ByProviderId {
            command += " --id <ID>";
        }
        if let Some(sandbox) = self.sandbox {
            command += &format!(" --sandbox {}", quoted(sandbox));
        }
        command
    }
}

/// A word as a shell takes it for one.
pub(crate) fn quoted(word: impl Display) -> String {
    let word = word.to_string();
    let plain = |one: char| one.is_ascii_alphanumeric() || "-_./:@%+,=".contains(one);
    match !word.is_empty() && word.chars().all(plain) {
        true => word,
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_one_word_for_a_shell() {
        assert_eq!(quoted("order-1"), "order-1");
        assert_eq!(quoted("a;rm"), "'a;rm'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(""), "''");
    }
}
