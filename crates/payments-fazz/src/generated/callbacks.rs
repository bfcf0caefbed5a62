// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use payments_provider::read::{self, Read, Tree, Unreadable};
use super::types;
/// A callback of the provider.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Callback {
    /// Told apart by: `data.type` is `payment`.
    Enveloped(types::PaymentDocument),
    /// Told apart by: `attributes` is there, `type` is `payment`.
    Bare(types::PaymentResource),
}
impl Callback {
    /// Tells a callback apart and reads it.
    pub fn from_slice(json: &[u8]) -> ::std::result::Result<Self, Unreadable> {
        let text = read::text(json);
        Self::from_tree(Tree::parse(&text)?).map(|read| read.body)
    }
    /// The same, of what was taken apart already, with what was left out.
    pub fn from_tree(tree: Tree<'_>) -> ::std::result::Result<Read<Self>, Unreadable> {
        if tree.mark(&["data", "type"]).text() == Some("payment") {
            return Ok(tree.read()?.map(Self::Enveloped));
        }
        if tree.mark(&["attributes"]).is_there()
            && tree.mark(&["type"]).text() == Some("payment")
        {
            return Ok(tree.read()?.map(Self::Bare));
        }
        Err(Unreadable::not_modelled())
    }
    /// The callback's name in the specification.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Enveloped(_) => "Enveloped",
            Self::Bare(_) => "Bare",
        }
    }
}
