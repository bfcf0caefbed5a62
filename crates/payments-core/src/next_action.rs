//! What the customer does next.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{error::Result, money::Money, qris::QrisCode};

/// What the customer does to pay.
///
/// ```
/// use payments_core::NextAction;
///
/// let action = NextAction::ShowPaymentCode { code: "5632160".into() };
/// assert_eq!(action.to_string(), "name the code 5632160 at the till");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
#[non_exhaustive]
pub enum NextAction {
    /// Open a web page.
    Redirect {
        /// Its address.
        url: String,
    },
    /// Open an app on the phone.
    DeepLink {
        /// Its address.
        url: String,
    },
    /// Show a bank account number to transfer to.
    #[doc(alias = "virtual account")]
    #[doc(alias = "va")]
    ShowAccountNumber {
        /// The number.
        number: String,
    },
    /// Show a code that the customer tells the cashier.
    ShowPaymentCode {
        /// The code.
        code: String,
    },
    /// Show a QR code.
    #[doc(alias = "qr")]
    ShowQr {
        /// What the code contains.
        content: String,
    },
    /// Show a picture of a QR code.
    ShowQrImage {
        /// Its address.
        url: String,
    },
    /// Approve in the app on the phone, which has been notified.
    ApproveOnPhone,
}

impl NextAction {
    /// Checks that a code that is shown asks the customer for this amount
    /// ([`QrisCode::check_content`]). A picture must be fetched first.
    pub fn check_amount(&self, asked: Money) -> Result<()> {
        match self {
            Self::ShowQr { content } => QrisCode::check_content(content, asked),
            _ => Ok(()),
        }
    }

    /// The code that is to be scanned, drawn; `None` where there is none, or only the address of a
    /// picture. Fetch that, and read it with [`qr::read_picture`](crate::qr::read_picture), or show
    /// it as it is.
    #[cfg(feature = "qr")]
    #[must_use]
    pub fn drawing(&self) -> Option<crate::qr::Drawing> {
        match self {
            Self::ShowQr { content } => crate::qr::Drawing::new(content),
            _ => None,
        }
    }
}

impl fmt::Display for NextAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Redirect { url } => write!(f, "open {url}"),
            Self::DeepLink { url } => write!(f, "open the app by {url}"),
            Self::ShowAccountNumber { number } => write!(f, "transfer to account {number}"),
            Self::ShowPaymentCode { code } => write!(f, "name the code {code} at the till"),
            Self::ShowQr { content } => write!(f, "scan the QR code of {content}"),
            Self::ShowQrImage { url } => write!(f, "scan the QR code at {url}"),
            Self::ApproveOnPhone => f.write_str("approve in the app on the phone"),
        }
    }
}
