//! The three wallets of `/ewallets` and its two versions.

use crate::request::Request;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wallet {
    Ovo,
    Dana,
    Linkaja,
}

impl Wallet {
    /// Capital letters only, as the document insists.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        [Self::Ovo, Self::Dana, Self::Linkaja]
            .into_iter()
            .find(|wallet| wallet.name() == name)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Ovo => "OVO",
            Self::Dana => "DANA",
            Self::Linkaja => "LINKAJA",
        }
    }
}

/// Only OVO changed between the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// 2019-02-04: OVO is paid, or refused, in the answer.
    Synchronous,
    /// 2020-02-01: OVO is pending, the outcome comes by callback.
    Asynchronous,
}

impl Version {
    /// Without the header it is the newer one; None for a version that does not exist.
    pub(super) fn of(request: &Request) -> Option<Self> {
        match request.header("x-api-version") {
            None | Some("" | "2020-02-01") => Some(Self::Asynchronous),
            Some("2019-02-04") => Some(Self::Synchronous),
            Some(_) => None,
        }
    }
}
