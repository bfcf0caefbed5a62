use std::{fmt, str::FromStr};

use crate::{Capabilities, Client, Error, Result, Settings, explain::Dictionary};

/// A provider by its name. Which there are depends on the features.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Name {
    /// Ciputra Life E-Payment.
    #[cfg(feature = "ciputra")]
    Ciputra,
    /// Fazz payments.
    #[cfg(feature = "fazz")]
    Fazz,
    /// Instamoney eWallets.
    #[cfg(feature = "instamoney")]
    Instamoney,
}

impl Name {
    /// Every provider that was built in.
    pub const ALL: &'static [Self] = &[
        #[cfg(feature = "ciputra")]
        Self::Ciputra,
        #[cfg(feature = "fazz")]
        Self::Fazz,
        #[cfg(feature = "instamoney")]
        Self::Instamoney,
    ];

    /// The name, as in `payments-<name>`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.capabilities().provider.as_str()
    }

    /// What the provider can do.
    #[must_use]
    pub fn capabilities(self) -> &'static Capabilities {
        match self {
            #[cfg(feature = "ciputra")]
            Self::Ciputra => &payments_ciputra::CAPABILITIES,
            #[cfg(feature = "fazz")]
            Self::Fazz => &payments_fazz::CAPABILITIES,
            #[cfg(feature = "instamoney")]
            Self::Instamoney => &payments_instamoney::CAPABILITIES,
        }
    }

    /// The provider's bodies and what they mean.
    #[must_use]
    pub fn dictionary(self) -> &'static Dictionary {
        match self {
            #[cfg(feature = "ciputra")]
            Self::Ciputra => &payments_ciputra::DICTIONARY,
            #[cfg(feature = "fazz")]
            Self::Fazz => &payments_fazz::DICTIONARY,
            #[cfg(feature = "instamoney")]
            Self::Instamoney => &payments_instamoney::DICTIONARY,
        }
    }

    /// A client with these settings.
    pub fn client(self, settings: &Settings) -> Result<Client> {
        match self {
            #[cfg(feature = "ciputra")]
            Self::Ciputra => {
                let config = payments_ciputra::Config::from_variables(|name| settings.get(name))?;
                payments_ciputra::Ciputra::new(config).map(Client::of_payments)
            }
            #[cfg(feature = "fazz")]
            Self::Fazz => {
                let config = payments_fazz::Config::from_variables(|name| settings.get(name))?;
                payments_fazz::Fazz::new(config).map(Client::of_payments)
            }
            #[cfg(feature = "instamoney")]
            Self::Instamoney => {
                let config =
                    payments_instamoney::Config::from_variables(|name| settings.get(name))?;
                payments_instamoney::Instamoney::new(config).map(Client::of_payments)
            }
        }
    }
}

impl FromStr for Name {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::ALL
            .iter()
            .find(|name| name.as_str() == text)
            .copied()
            .ok_or_else(|| {
                let known: Vec<_> = Self::ALL.iter().map(|name| name.as_str()).collect();
                Error::invalid("provider", text, &format!("one of: {}", known.join(", ")))
            })
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
