//! The fixture of the scenes: a sandbox, the customer's part, and a receiver of callbacks.

use std::time::Duration;

use payments::{Callbacks, Client, Event, Name, News, Received, Reference, Verified};

use crate::{control::Control, failure::Failure, output::Output, providers, receiver::Receiver};

/// Far more than a callback on this machine needs.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) struct Stage {
    pub(super) control: Control,
    pub(super) receiver: Receiver,
    pub(super) output: Output,
    sandbox: String,
}

impl Stage {
    pub(super) fn new(sandbox: &str, receiver: Receiver, output: Output) -> Result<Self, Failure> {
        Ok(Self {
            control: Control::new(sandbox)?,
            receiver,
            output,
            sandbox: sandbox.to_owned(),
        })
    }

    /// A client of a provider in the sandbox.
    pub(super) fn client(&self, name: Name) -> Result<Client, Failure> {
        Ok(providers::in_sandbox(name, &self.sandbox)?)
    }

    /// Waits for the callback about a reference, and makes sure of it. Says how it was proved, too.
    pub(super) async fn prove(
        &mut self,
        callbacks: &dyn Callbacks,
        reference: &Reference,
    ) -> Result<(Verified<Event>, &'static str), Failure> {
        let (event, proof) = match self.callback(callbacks).await? {
            Received::Verified(event) => (event, "verified"),
            Received::Hint(hint) => (callbacks.confirm(&hint).await?, "confirmed"),
            other => return Err(Failure::failed(format!("an unknown callback: {other:?}"))),
        };
        let told = &event.get().news;
        if told.reference() != Some(reference) {
            return Err(Failure::failed(format!(
                "the callback is about {} and not about {reference}",
                told.reference().map_or("-", payments::Reference::as_str)
            )));
        }
        self.output
            .step("callback", &format!("{proof}: {}", told.status_word()));
        Ok((event, proof))
    }

    async fn callback(&mut self, callbacks: &dyn Callbacks) -> Result<Received, Failure> {
        let callback = tokio::time::timeout(PATIENCE, self.receiver.next())
            .await
            .ok()
            .flatten()
            .ok_or_else(|| Failure::failed("no callback came"))?;
        callbacks
            .receive(&callback.headers, &callback.body)
            .map_err(|error| Failure::failed("the callback was refused").caused_by(error))
    }

    /// What a scene ends with: the callback and the provider's own answer agree.
    pub(super) async fn ends(
        &self,
        name: Name,
        reference: &Reference,
        event: &Verified<Event>,
        status: &str,
    ) -> Result<usize, Failure> {
        let news = &event.get().news;
        let told = match news {
            News::Charge(told) => told.mandate.status.as_str(),
            news => news.status_word(),
        };
        if status != told {
            return Err(Failure::failed(format!(
                "the callback of {reference} and the provider's answer disagree"
            )));
        }
        let rows = self.control.ledger_rows(name, reference).await?;
        self.output
            .step("status", &format!("{status}; money moved {rows} time"));
        Ok(rows)
    }
}
