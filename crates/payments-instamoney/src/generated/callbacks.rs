// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

use payments_provider::read::{self, Read, Tree, Unreadable};
use super::types;
/// A callback of the provider.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Callback {
    /// Told apart by: `data` is there, `event` is `ewallet.capture`.
    Charge(types::ChargeCallback),
    /// Told apart by: `data` is there, `event` is `ewallet.void`.
    Void(types::ChargeCallback),
    /// Told apart by: `data.charge_id` is there, `event` is `ewallet.refund`.
    Refund(types::RefundCallback),
    /// Told apart by: `data.reference_id` is there, `event` is `ewallet.refund`.
    ChargeRefund(types::ChargeCallback),
    /// Told apart by: `ewallet_type` is `OVO`.
    Ovo(types::OvoCallback),
    /// Told apart by: `ewallet_type` is `DANA`.
    Dana(types::DanaCallback),
    /// Told apart by: `ewallet_type` is `LINKAJA`.
    Linkaja(types::LinkajaCallback),
}
impl Callback {
    /// Tells a callback apart and reads it.
    pub fn from_slice(json: &[u8]) -> ::std::result::Result<Self, Unreadable> {
        let text = read::text(json);
        Self::from_tree(Tree::parse(&text)?).map(|read| read.body)
    }
    /// The same, of what was taken apart already, with what was left out.
    pub fn from_tree(tree: Tree<'_>) -> ::std::result::Result<Read<Self>, Unreadable> {
        if tree.mark(&["data"]).is_there()
            && tree.mark(&["event"]).text() == Some("ewallet.capture")
        {
            return Ok(tree.read()?.map(Self::Charge));
        }
        if tree.mark(&["data"]).is_there()
            && tree.mark(&["event"]).text() == Some("ewallet.void")
        {
            return Ok(tree.read()?.map(Self::Void));
        }
        if tree.mark(&["data", "charge_id"]).is_there()
            && tree.mark(&["event"]).text() == Some("ewallet.refund")
        {
            return Ok(tree.read()?.map(Self::Refund));
        }
        if tree.mark(&["data", "reference_id"]).is_there()
            && tree.mark(&["event"]).text() == Some("ewallet.refund")
        {
            return Ok(tree.read()?.map(Self::ChargeRefund));
        }
        if tree.mark(&["ewallet_type"]).text() == Some("OVO") {
            return Ok(tree.read()?.map(Self::Ovo));
        }
        if tree.mark(&["ewallet_type"]).text() == Some("DANA") {
            return Ok(tree.read()?.map(Self::Dana));
        }
        if tree.mark(&["ewallet_type"]).text() == Some("LINKAJA") {
            return Ok(tree.read()?.map(Self::Linkaja));
        }
        Err(Unreadable::not_modelled())
    }
    /// The callback's name in the specification.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Charge(_) => "Charge",
            Self::Void(_) => "Void",
            Self::Refund(_) => "Refund",
            Self::ChargeRefund(_) => "ChargeRefund",
            Self::Ovo(_) => "Ovo",
            Self::Dana(_) => "Dana",
            Self::Linkaja(_) => "Linkaja",
        }
    }
}
