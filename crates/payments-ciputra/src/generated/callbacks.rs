// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

use payments_provider::read::{self, Read, Tree, Unreadable};
use super::types;
/// A callback of the provider.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Callback {
    /// Told apart by: `data` is there.
    Enveloped(types::TransactionStatus),
    /// Told apart by: `external_id` is there.
    Transaction(types::TransactionData),
}
impl Callback {
    /// Tells a callback apart and reads it.
    pub fn from_slice(json: &[u8]) -> ::std::result::Result<Self, Unreadable> {
        let text = read::text(json);
        Self::from_tree(Tree::parse(&text)?).map(|read| read.body)
    }
    /// The same, of what was taken apart already, with what was left out.
    pub fn from_tree(tree: Tree<'_>) -> ::std::result::Result<Read<Self>, Unreadable> {
        if tree.mark(&["data"]).is_there() {
            return Ok(tree.read()?.map(Self::Enveloped));
        }
        if tree.mark(&["external_id"]).is_there() {
            return Ok(tree.read()?.map(Self::Transaction));
        }
        Err(Unreadable::not_modelled())
    }
    /// The callback's name in the specification.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Enveloped(_) => "Enveloped",
            Self::Transaction(_) => "Transaction",
        }
    }
}
