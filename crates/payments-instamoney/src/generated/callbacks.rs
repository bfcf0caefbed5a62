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
    pub fn from_json(
        json: ::serde_json::Value,
    ) -> ::std::result::Result<Self, ::serde_json::Error> {
        if json.get("data").is_some_and(|member| !member.is_null()) {
            return ::serde_json::from_value(json).map(Self::Charge);
        }
        if json.get("ewallet_type").is_some_and(|member| member == "OVO") {
            return ::serde_json::from_value(json).map(Self::Ovo);
        }
        if json.get("ewallet_type").is_some_and(|member| member == "DANA") {
            return ::serde_json::from_value(json).map(Self::Dana);
        }
        if json.get("ewallet_type").is_some_and(|member| member == "LINKAJA") {
            return ::serde_json::from_value(json).map(Self::Linkaja);
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
