use std::{fmt, str::FromStr};

use crate::{Capabilities, Client, Error, Result, Settings};
#[cfg(feature = "dictionary")]
use payments_provider::explain::Dictionary;
use payments_provider::settings::ClientSettings;

/// This table is everything that differs between providers: feature, name, crate, client, and what
/// the client provides.
macro_rules! providers {
    ($(
        $(#[doc = $title:literal])*
        $feature:literal $name:ident: $provider:ident::$client:ident, $of:ident;
    )*) => {
        /// A provider by its name. The features decide which ones exist.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Name {
            $(
                $(#[doc = $title])*
                #[cfg(feature = $feature)]
                $name,
            )*
        }

        impl Name {
            /// Every provider that is built in.
            pub const ALL: &'static [Self] = &[$(#[cfg(feature = $feature)] Self::$name),*];

            /// What the provider can do.
            #[must_use]
            pub fn capabilities(self) -> &'static Capabilities {
                match self {
                    $(
                        #[cfg(feature = $feature)]
                        Self::$name => &$provider::CAPABILITIES,
                    )*
                }
            }

            /// The settings of the provider's client.
            #[must_use]
            pub fn settings(self) -> &'static ClientSettings {
                match self {
                    $(
                        #[cfg(feature = $feature)]
                        Self::$name => &$provider::SETTINGS,
                    )*
                }
            }

            /// The provider's bodies and what they mean.
            #[cfg(feature = "dictionary")]
            #[must_use]
            pub fn dictionary(self) -> &'static Dictionary {
                match self {
                    $(
                        #[cfg(feature = $feature)]
                        Self::$name => &$provider::DICTIONARY,
                    )*
                }
            }

            /// A client with these settings.
            pub fn client(self, settings: &Settings) -> Result<Client> {
                match self {
                    $(
                        #[cfg(feature = $feature)]
                        Self::$name => {
                            let config = $provider::Config::from_variables(|name| settings.get(name))?;
                            let config = config.clock(settings.time());
                            $provider::$client::new(config).map(Client::$of)
                        }
                    )*
                }
            }
        }
    };
}

providers! {
    /// Ciputra Life E-Payment.
    "ciputra" Ciputra: payments_ciputra::Ciputra, of_payments;
    /// Digiswitch EZPay.
    "digiswitch" Digiswitch: payments_digiswitch::Digiswitch, of_bills;
    /// Fazz payments.
    "fazz" Fazz: payments_fazz::Fazz, of_payments;
    /// Instamoney eWallets.
    "instamoney" Instamoney: payments_instamoney::Instamoney, of_payments;
    /// Ayoconnect RPI.
    "rpi" Rpi: payments_rpi::Rpi, of_mandates;
}

impl Name {
    /// The name, as in `payments-<name>`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.capabilities().provider.as_str()
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
