//! What all clients have in common.

use std::fmt;

use crate::{account::Account, capabilities::Capabilities, provider::Provider};

/// A client of one provider, for one account.
///
/// ```
/// use payments_core::{Payments, ProviderClient};
///
/// fn greet(client: &dyn Payments) {
///     println!("{} of the account {}", client.provider(), client.account().id());
/// }
/// ```
pub trait ProviderClient: fmt::Debug + Send + Sync {
    /// What the provider can do.
    fn capabilities(&self) -> &'static Capabilities;

    /// The account in which money moves, and to which callbacks belong.
    fn account(&self) -> &Account;

    /// The provider.
    fn provider(&self) -> Provider {
        self.account().provider()
    }
}
