// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

use super::types;
/// A callback of the provider.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Callback {
    /// Told apart by: `data` is there.
    Charge(types::ChargeCallback),
    /// Told apart by: `ewallet_type` is `OVO`.
    Ovo(types::OvoCallback),
    /// Told apart by: `ewallet_type` is `DANA`.
    Dana(types::DanaCallback),
    /// Told apart by: `ewallet_type` is `LINKAJA`.
    Linkaja(types::LinkajaCallback),
}
impl Callback {
    /// Tells a callback apart and reads it.
    pub fn from_slice(json: &[u8]) -> ::std::result::Result<Self, ::serde_json::Error> {
        let [data_mark, ewallet_type_mark] = ::payments_core::marks(
            json,
            ["data", "ewallet_type"],
        )?;
        if data_mark.is_there() {
            return ::serde_json::from_slice(json).map(Self::Charge);
        }
        if ewallet_type_mark.text() == Some("OVO") {
            return ::serde_json::from_slice(json).map(Self::Ovo);
        }
        if ewallet_type_mark.text() == Some("DANA") {
            return ::serde_json::from_slice(json).map(Self::Dana);
        }
        if ewallet_type_mark.text() == Some("LINKAJA") {
            return ::serde_json::from_slice(json).map(Self::Linkaja);
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
            Self::Charge(_) => "Charge",
            Self::Ovo(_) => "Ovo",
            Self::Dana(_) => "Dana",
            Self::Linkaja(_) => "Linkaja",
        }
    }
}
