//! The providers by name: their clients, their capabilities, their bodies.

use std::sync::Arc;

use clap::ValueEnum;
use payments_ciputra::Ciputra;
use payments_core::{
    Callbacks, Capabilities, Error, Method, Payments, Result, explain::Dictionary,
};
use payments_instamoney::Instamoney;

pub(crate) const SANDBOX_CALLBACK_TOKEN: &str = "sandbox-callback-token";

/// A provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Name {
    Ciputra,
    Instamoney,
}

/// A provider's client, as the two traits.
pub(crate) struct Client {
    pub(crate) payments: Arc<dyn Payments>,
    pub(crate) callbacks: Arc<dyn Callbacks>,
}

impl Client {
    fn of<P: Payments + Callbacks + 'static>(provider: P) -> Self {
        let provider = Arc::new(provider);
        Self {
            payments: Arc::clone(&provider) as Arc<dyn Payments>,
            callbacks: provider,
        }
    }
}

impl Name {
    pub(crate) const ALL: [Self; 2] = [Self::Ciputra, Self::Instamoney];

    pub(crate) fn as_str(self) -> &'static str {
        self.capabilities().provider.as_str()
    }

    pub(crate) fn capabilities(self) -> &'static Capabilities {
        match self {
            Self::Ciputra => &payments_ciputra::CAPABILITIES,
            Self::Instamoney => &payments_instamoney::CAPABILITIES,
        }
    }

    pub(crate) fn dictionary(self) -> &'static Dictionary {
        match self {
            Self::Ciputra => &payments_ciputra::DICTIONARY,
            Self::Instamoney => &payments_instamoney::DICTIONARY,
        }
    }

    /// A client of the real host, with the keys of the environment.
    pub(crate) fn at_real_host(self) -> Result<Client> {
        Ok(match self {
            Self::Ciputra => Client::of(Ciputra::from_env()?),
            Self::Instamoney => Client::of(Instamoney::from_env()?),
        })
    }

    /// A client of a sandbox.
    pub(crate) fn in_sandbox(self, url: &str) -> Result<Client> {
        let base = format!("{}/{}", url.trim_end_matches('/'), self.as_str());
        Ok(match self {
            Self::Ciputra => Client::of(Ciputra::new(payments_ciputra::Config::new(
                &base, "sandbox", "sandbox",
            )?)?),
            Self::Instamoney => {
                let config = payments_instamoney::Config::new("xnd_development_sandbox")?
                    .base_url(&base)?
                    .callback_tokens([SANDBOX_CALLBACK_TOKEN])?;
                Client::of(Instamoney::new(config)?)
            }
        })
    }

    /// A method by its whole name, or by its channel alone where only one method has it.
    pub(crate) fn method(self, text: &str) -> Result<Method> {
        if let Ok(method) = text.parse() {
            return Ok(method);
        }
        let mut short = self
            .capabilities()
            .methods
            .iter()
            .map(|known| known.method)
            .filter(|method| method.channel() == text);
        match (short.next(), short.next()) {
            (Some(method), None) => Ok(method.clone()),
            _ => {
                let known: Vec<_> = self
                    .capabilities()
                    .methods
                    .iter()
                    .map(|known| known.method.to_string())
                    .collect();
                Err(Error::invalid(
                    "method",
                    text,
                    &format!("one of {}", known.join(", ")),
                ))
            }
        }
    }
}
