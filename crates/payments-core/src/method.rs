//! How the customer pays.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// How the customer pays: a kind and, where there are several, the bank, wallet or chain.
///
/// Written `ewallet:ovo`, `va:bca`, `outlet:alfamart`, `internet_banking:jenius`, `qris`, `card`,
/// `any`; names are in lower case.
///
/// ```
/// use payments_core::{Method, MethodKind};
///
/// # fn main() -> Result<(), payments_core::Error> {
/// let bca = Method::virtual_account("bca")?;
/// assert_eq!(bca, "va:bca".parse()?);
/// assert_eq!((bca.kind(), bca.channel()), (MethodKind::VirtualAccount, "bca"));
/// assert_eq!(Method::OVO.to_string(), "ewallet:ovo");
/// assert_eq!("qris".parse::<Method>()?, Method::QRIS);
/// # Ok(())
/// # }
/// ```
#[doc(alias = "e-wallet")]
#[doc(alias = "virtual account")]
#[doc(alias = "va")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Method {
    kind: MethodKind,
    /// Lower case; empty where the kind has no choice.
    channel: std::borrow::Cow<'static, str>,
}

/// The kinds of methods.
///
/// ```
/// use payments_core::{Method, MethodKind};
///
/// assert_eq!(Method::DANA.kind(), MethodKind::EWallet);
/// assert_eq!(MethodKind::VirtualAccount.as_str(), "va");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MethodKind {
    /// An electronic wallet on the customer's phone.
    #[doc(alias = "e-wallet")]
    EWallet,
    /// A bank account number made for one payment.
    #[doc(alias = "virtual account")]
    #[doc(alias = "va")]
    VirtualAccount,
    /// Cash at the till of a shop, with a payment code.
    RetailOutlet,
    /// A bank's web page or app.
    InternetBanking,
    /// The national QR code, readable by every bank and wallet.
    #[doc(alias = "qr")]
    Qris,
    /// A credit or debit card.
    Card,
    /// The customer chooses on the provider's page.
    Any,
}

impl MethodKind {
    const ALL: [Self; 7] = [
        Self::EWallet,
        Self::VirtualAccount,
        Self::RetailOutlet,
        Self::InternetBanking,
        Self::Qris,
        Self::Card,
        Self::Any,
    ];

    /// The word before the colon.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EWallet => "ewallet",
            Self::VirtualAccount => "va",
            Self::RetailOutlet => "outlet",
            Self::InternetBanking => "internet_banking",
            Self::Qris => "qris",
            Self::Card => "card",
            Self::Any => "any",
        }
    }

    const fn has_channel(self) -> bool {
        !matches!(self, Self::Qris | Self::Card | Self::Any)
    }
}

impl Method {
    /// The OVO wallet.
    pub const OVO: Self = Self::of(MethodKind::EWallet, "ovo");
    /// The DANA wallet.
    pub const DANA: Self = Self::of(MethodKind::EWallet, "dana");
    /// The LinkAja wallet.
    pub const LINKAJA: Self = Self::of(MethodKind::EWallet, "linkaja");
    /// The ShopeePay wallet.
    pub const SHOPEEPAY: Self = Self::of(MethodKind::EWallet, "shopeepay");
    /// The GoPay wallet.
    pub const GOPAY: Self = Self::of(MethodKind::EWallet, "gopay");
    /// The national QR code.
    #[doc(alias = "qr")]
    pub const QRIS: Self = Self::of(MethodKind::Qris, "");
    /// A card.
    pub const CARD: Self = Self::of(MethodKind::Card, "");
    /// The customer's choice on the provider's page.
    pub const ANY: Self = Self::of(MethodKind::Any, "");

    /// A method from its parts; `channel` in lower case. Text from outside goes through
    /// [`FromStr`].
    #[must_use]
    pub const fn of(kind: MethodKind, channel: &'static str) -> Self {
        Self {
            kind,
            channel: std::borrow::Cow::Borrowed(channel),
        }
    }

    /// A virtual account at a bank, such as `bca`.
    #[doc(alias = "virtual account")]
    #[doc(alias = "va")]
    pub fn virtual_account(bank: &str) -> Result<Self, Error> {
        Self::from_str(&format!("va:{bank}"))
    }

    /// Cash at a chain of shops, such as `alfamart`.
    pub fn retail_outlet(chain: &str) -> Result<Self, Error> {
        Self::from_str(&format!("outlet:{chain}"))
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> MethodKind {
        self.kind
    }

    /// The bank, wallet or chain in lower case; empty where the kind has no choice.
    #[must_use]
    pub fn channel(&self) -> &str {
        &self.channel
    }
}

impl FromStr for Method {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (kind, channel) = text.split_once(':').unwrap_or((text, ""));
        let well_formed = channel
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        MethodKind::ALL
            .into_iter()
            .find(|known| known.as_str() == kind)
            .filter(|kind| well_formed && kind.has_channel() != channel.is_empty())
            .map(|kind| Self {
                kind,
                channel: channel.to_owned().into(),
            })
            .ok_or_else(|| {
                Error::invalid(
                    "method",
                    text,
                    "a method such as ewallet:ovo, va:bca, outlet:alfamart, qris, card or any",
                )
            })
    }
}

impl TryFrom<String> for Method {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        text.parse()
    }
}

impl From<Method> for String {
    fn from(method: Method) -> Self {
        method.to_string()
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.as_str())?;
        if !self.channel.is_empty() {
            write!(f, ":{}", self.channel)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_reads_back_what_it_writes() {
        for text in [
            "ewallet:ovo",
            "va:bca",
            "outlet:alfamart",
            "internet_banking:cimb_niaga",
            "qris",
            "card",
            "any",
        ] {
            assert_eq!(text.parse::<Method>().unwrap().to_string(), text);
        }
        assert_eq!("ewallet:ovo".parse::<Method>().unwrap(), Method::OVO);
    }

    #[test]
    fn half_a_method_is_refused() {
        for text in [
            "", "ewallet", "ewallet:", "qris:x", "cash:me", "va:B C A", "OVO",
        ] {
            assert!(text.parse::<Method>().is_err(), "{text}");
        }
    }
}
