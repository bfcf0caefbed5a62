// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

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
    pub fn from_slice(json: &[u8]) -> ::std::result::Result<Self, ::serde_json::Error> {
        let [data_mark, external_id_mark] = ::payments_core::marks(
            json,
            ["data", "external_id"],
        )?;
        if data_mark.is_there() {
            return ::serde_json::from_slice(json).map(Self::Enveloped);
        }
        if external_id_mark.is_there() {
            return ::serde_json::from_slice(json).map(Self::Transaction);
        }
        Err(
            ::serde::de::Error::custom(
                "none of the provider's callbacks looks like this",
            ),
        )
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
