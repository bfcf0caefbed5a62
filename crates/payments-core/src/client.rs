//! What every client of a provider has in common.

use std::fmt;

use crate::{account::Account, capabilities::Capabilities, provider::Provider};

/// A client of one provider, for one account.
pub trait ProviderClient: fmt::Debug + Send + Sync {
    /// What the provider can do.
    fn capabilities(&self) -> &'static Capabilities;

    /// The account in which money moves, and whose callbacks come.
    fn account(&self) -> &Account;

    /// Who the provider is.
    fn provider(&self) -> Provider {
        self.account().provider()
    }
}
