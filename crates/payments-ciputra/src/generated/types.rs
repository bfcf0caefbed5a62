// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

/// Cancels an order.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CancelRequest {
    /// What to do.
    pub action: CancelRequestAction,
    /// The merchant's own id of the order.
    pub external_id: ::std::string::String,
}
/// What to do.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
pub enum CancelRequestAction {
    /// `cancel` in the provider's document.
    #[serde(rename = "cancel")]
    Cancel,
}
impl ::std::fmt::Display for CancelRequestAction {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Cancel => f.write_str("cancel"),
        }
    }
}
impl ::std::str::FromStr for CancelRequestAction {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "cancel" => Ok(Self::Cancel),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for CancelRequestAction {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for CancelRequestAction {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A cancelled order. It does not name the merchant's own id.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CancelledData {
    /// When the order was cancelled, without zone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cancel_date: ::std::option::Option<::std::string::String>,
    /// When the order ends, without zone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expired_date: ::std::option::Option<::std::string::String>,
    /// The provider's id of the order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub order_id: ::std::option::Option<::std::string::String>,
    /// Status word.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status_payment: ::std::option::Option<::std::string::String>,
}
/// A new order.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreatedData {
    /// When the order ends: a date, or a date and a time without zone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expired_date: ::std::option::Option<::std::string::String>,
    /// The merchant's own id.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub external_id: ::std::option::Option<::std::string::String>,
    /// The provider's id of the order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub order_id: ::std::option::Option<::std::string::String>,
    /// Page on which the customer pays.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub shortlink: ::std::option::Option<::std::string::String>,
    /// Number to pay to. Empty where the customer chooses on the page.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub virtual_account_number: ::std::option::Option<::std::string::String>,
}
/// Unit of expval: S seconds, M minutes, H hours, D days, MN months, SD a date. M is not months.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
pub enum ExpiryType {
    /// `S` in the provider's document.
    S,
    /// `M` in the provider's document.
    M,
    /// `H` in the provider's document.
    H,
    /// `D` in the provider's document.
    D,
    /// `MN` in the provider's document.
    #[serde(rename = "MN")]
    Mn,
    /// `SD` in the provider's document.
    #[serde(rename = "SD")]
    Sd,
}
impl ::std::fmt::Display for ExpiryType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::S => f.write_str("S"),
            Self::M => f.write_str("M"),
            Self::H => f.write_str("H"),
            Self::D => f.write_str("D"),
            Self::Mn => f.write_str("MN"),
            Self::Sd => f.write_str("SD"),
        }
    }
}
impl ::std::str::FromStr for ExpiryType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "S" => Ok(Self::S),
            "M" => Ok(Self::M),
            "H" => Ok(Self::H),
            "D" => Ok(Self::D),
            "MN" => Ok(Self::Mn),
            "SD" => Ok(Self::Sd),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ExpiryType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ExpiryType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// When the customer is notified: before expiry, after payment, both, or as set up with the provider.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
pub enum NotificationTiming {
    /// `default` in the provider's document.
    #[serde(rename = "default")]
    Default,
    /// `before` in the provider's document.
    #[serde(rename = "before")]
    Before,
    /// `after` in the provider's document.
    #[serde(rename = "after")]
    After,
    /// `before_after` in the provider's document.
    #[serde(rename = "before_after")]
    BeforeAfter,
}
impl ::std::fmt::Display for NotificationTiming {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Default => f.write_str("default"),
            Self::Before => f.write_str("before"),
            Self::After => f.write_str("after"),
            Self::BeforeAfter => f.write_str("before_after"),
        }
    }
}
impl ::std::str::FromStr for NotificationTiming {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "default" => Ok(Self::Default),
            "before" => Ok(Self::Before),
            "after" => Ok(Self::After),
            "before_after" => Ok(Self::BeforeAfter),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for NotificationTiming {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for NotificationTiming {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The bank, wallet or outlet. No code stands for QRIS: `all` goes with it.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
pub enum PayCode {
    /// `all` in the provider's document.
    #[serde(rename = "all")]
    All,
    /// `bca` in the provider's document.
    #[serde(rename = "bca")]
    Bca,
    /// `bni` in the provider's document.
    #[serde(rename = "bni")]
    Bni,
    /// `permata` in the provider's document.
    #[serde(rename = "permata")]
    Permata,
    /// `bri` in the provider's document.
    #[serde(rename = "bri")]
    Bri,
    /// `mandiri` in the provider's document.
    #[serde(rename = "mandiri")]
    Mandiri,
    /// `credit_card` in the provider's document.
    #[serde(rename = "credit_card")]
    CreditCard,
    /// `cimb_niaga` in the provider's document.
    #[serde(rename = "cimb_niaga")]
    CimbNiaga,
    /// `jenius` in the provider's document.
    #[serde(rename = "jenius")]
    Jenius,
    /// `gopay` in the provider's document.
    #[serde(rename = "gopay")]
    Gopay,
    /// `ovo` in the provider's document.
    #[serde(rename = "ovo")]
    Ovo,
    /// `dana` in the provider's document.
    #[serde(rename = "dana")]
    Dana,
    /// `alfamart` in the provider's document.
    #[serde(rename = "alfamart")]
    Alfamart,
    /// `indomaret` in the provider's document.
    #[serde(rename = "indomaret")]
    Indomaret,
}
impl ::std::fmt::Display for PayCode {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::All => f.write_str("all"),
            Self::Bca => f.write_str("bca"),
            Self::Bni => f.write_str("bni"),
            Self::Permata => f.write_str("permata"),
            Self::Bri => f.write_str("bri"),
            Self::Mandiri => f.write_str("mandiri"),
            Self::CreditCard => f.write_str("credit_card"),
            Self::CimbNiaga => f.write_str("cimb_niaga"),
            Self::Jenius => f.write_str("jenius"),
            Self::Gopay => f.write_str("gopay"),
            Self::Ovo => f.write_str("ovo"),
            Self::Dana => f.write_str("dana"),
            Self::Alfamart => f.write_str("alfamart"),
            Self::Indomaret => f.write_str("indomaret"),
        }
    }
}
impl ::std::str::FromStr for PayCode {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "all" => Ok(Self::All),
            "bca" => Ok(Self::Bca),
            "bni" => Ok(Self::Bni),
            "permata" => Ok(Self::Permata),
            "bri" => Ok(Self::Bri),
            "mandiri" => Ok(Self::Mandiri),
            "credit_card" => Ok(Self::CreditCard),
            "cimb_niaga" => Ok(Self::CimbNiaga),
            "jenius" => Ok(Self::Jenius),
            "gopay" => Ok(Self::Gopay),
            "ovo" => Ok(Self::Ovo),
            "dana" => Ok(Self::Dana),
            "alfamart" => Ok(Self::Alfamart),
            "indomaret" => Ok(Self::Indomaret),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for PayCode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for PayCode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// Kind of payment: all kinds, virtual account, credit card (cc), internet banking (ib), e-wallet, retail outlet (otc), QRIS.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
pub enum PayType {
    /// `all` in the provider's document.
    #[serde(rename = "all")]
    All,
    /// `va` in the provider's document.
    #[serde(rename = "va")]
    Va,
    /// `cc` in the provider's document.
    #[serde(rename = "cc")]
    Cc,
    /// `ib` in the provider's document.
    #[serde(rename = "ib")]
    Ib,
    /// `ewallet` in the provider's document.
    #[serde(rename = "ewallet")]
    Ewallet,
    /// `otc` in the provider's document.
    #[serde(rename = "otc")]
    Otc,
    /// `qris` in the provider's document.
    #[serde(rename = "qris")]
    Qris,
}
impl ::std::fmt::Display for PayType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::All => f.write_str("all"),
            Self::Va => f.write_str("va"),
            Self::Cc => f.write_str("cc"),
            Self::Ib => f.write_str("ib"),
            Self::Ewallet => f.write_str("ewallet"),
            Self::Otc => f.write_str("otc"),
            Self::Qris => f.write_str("qris"),
        }
    }
}
impl ::std::str::FromStr for PayType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "all" => Ok(Self::All),
            "va" => Ok(Self::Va),
            "cc" => Ok(Self::Cc),
            "ib" => Ok(Self::Ib),
            "ewallet" => Ok(Self::Ewallet),
            "otc" => Ok(Self::Otc),
            "qris" => Ok(Self::Qris),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for PayType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for PayType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A refusal. No document shows one: the envelope without `data`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Refusal {
    /// Code of the refusal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// False.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<bool>,
}
/// State of a registration for automatic debit. It is not a payment and has no amount.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RegistrationData {
    /// The customer's bank account.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub account_number: ::std::option::Option<::payments_core::Personal>,
    /// registration.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub action: ::std::option::Option<::std::string::String>,
    /// The provider's id of the merchant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub broker_id: ::std::option::Option<i64>,
    /// Name of the merchant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub broker_name: ::std::option::Option<::std::string::String>,
    /// Where the callback goes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub callback_url: ::std::option::Option<::std::string::String>,
    /// When the order was made, without zone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_time: ::std::option::Option<::std::string::String>,
    /// `description` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::payments_core::Raw>,
    /// When the order ends, without zone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expired_time: ::std::option::Option<::std::string::String>,
    /// The merchant's own id.
    pub external_id: ::std::string::String,
    /// The customer's name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::payments_core::Personal>,
    /// The provider's id of the order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub order_id: ::std::option::Option<::std::string::String>,
    /// The customer's phone number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone: ::std::option::Option<::payments_core::Personal>,
    /// Policy number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reference_number: ::std::option::Option<::std::string::String>,
    /// Bank and kind, such as autodebet_bca.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub registration_channel: ::std::option::Option<::std::string::String>,
    /// When the customer registered, without zone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub registration_time: ::std::option::Option<::std::string::String>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub remark: ::std::option::Option<::std::string::String>,
    /// Status word.
    pub status: ::std::string::String,
    /// Time of the transaction, without zone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transaction_time: ::std::option::Option<::std::string::String>,
}
/// State of a registration, enveloped. Without `data` where `status` is false.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RegistrationStatus {
    /// "00" for success.
    pub code: ::std::string::String,
    /// State of a registration for automatic debit. It is not a payment and has no amount.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data: ::std::option::Option<RegistrationData>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// Whether the request was accepted. The state of the registration is in `data`.
    pub status: bool,
}
/// A token. Unlike the other answers it has no `data`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TokenResponse {
    /// The token, a JWT.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub access_token: ::std::option::Option<::payments_core::Secret>,
    /// "00" for success.
    pub code: ::std::string::String,
    /// When the token ends. The sample is a Unix time, not a number of seconds from now.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expires_in: ::std::option::Option<i64>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// Whether the request was accepted.
    pub status: bool,
    /// Bearer.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub token_type: ::std::option::Option<::std::string::String>,
}
/// Answer to a cancellation. Without `data` where `status` is false.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransactionCancelled {
    /// "00" for success.
    pub code: ::std::string::String,
    /// A cancelled order. It does not name the merchant's own id.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data: ::std::option::Option<CancelledData>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// Whether the request was accepted.
    pub status: bool,
}
/// Answer to a new order. Without `data` where `status` is false.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransactionCreated {
    /// "00" for success.
    pub code: ::std::string::String,
    /// A new order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data: ::std::option::Option<CreatedData>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// Whether the request was accepted. It does not mean paid.
    pub status: bool,
}
/// State of an order. No value is an empty string.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransactionData {
    /// charge, or registration.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub action: ::std::option::Option<::std::string::String>,
    /// What the customer pays, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amount: ::std::option::Option<::payments_provider::wire::Amount>,
    /// The provider's id of the merchant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub broker_id: ::std::option::Option<i64>,
    /// Name of the merchant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub broker_name: ::std::option::Option<::std::string::String>,
    /// Where the callback goes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub callback_url: ::std::option::Option<::std::string::String>,
    /// When the order was made, without zone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created_time: ::std::option::Option<::std::string::String>,
    /// Number of the card.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub credit_card_number: ::std::option::Option<::payments_core::Personal>,
    /// `description` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::payments_core::Raw>,
    /// When the order ends, without zone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expired_time: ::std::option::Option<::std::string::String>,
    /// The merchant's own id.
    pub external_id: ::std::string::String,
    /// Month in which the card ends.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub month_end: ::std::option::Option<::payments_core::Personal>,
    /// The customer's name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::payments_core::Personal>,
    /// The provider's id of the order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub order_id: ::std::option::Option<::std::string::String>,
    /// How the customer pays, as a paycode.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub payment_channel: ::std::option::Option<::std::string::String>,
    /// The customer's phone number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone: ::std::option::Option<::payments_core::Personal>,
    /// Policy number. The request calls it refno.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reference_number: ::std::option::Option<::std::string::String>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub remark: ::std::option::Option<::std::string::String>,
    /// Status word.
    pub status: ::std::string::String,
    /// When the order was paid, without zone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transaction_time: ::std::option::Option<::std::string::String>,
    /// Number to pay to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub virtual_account: ::std::option::Option<::std::string::String>,
    /// Year in which the card ends.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub year_end: ::std::option::Option<::payments_core::Personal>,
}
/// A new order.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransactionRequest {
    /// What to do. The page takes any text; without it, and with `charge`, it is a new order.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub action: ::std::option::Option<::std::string::String>,
    /// What the customer pays, in rupiah.
    pub amount: ::payments_provider::wire::AmountDigits,
    /// Where the customer goes on turning back.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub back_url: ::std::option::Option<::std::string::String>,
    /// Where the callback goes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub callback_url: ::std::option::Option<::std::string::String>,
    /// Text for the customer. The page calls it an object and shows text_1, text_2 and text_3 in a sample; others may be sent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// The customer's e-mail address.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub email: ::std::option::Option<::payments_core::Personal>,
    /// Unit of expval: S seconds, M minutes, H hours, D days, MN months, SD a date. M is not months.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub exptype: ::std::option::Option<ExpiryType>,
    /// How many of the units of exptype, or a date (yyyy-MM-dd) with SD.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expval: ::std::option::Option<::std::string::String>,
    /// The merchant's own id. The order is looked up by it.
    pub external_id: ::std::string::String,
    /// The customer's name.
    pub name: ::payments_core::Personal,
    /// When the customer is notified: before expiry, after payment, both, or as set up with the provider.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub notification_timing: ::std::option::Option<NotificationTiming>,
    /// The bank, wallet or outlet. No code stands for QRIS: `all` goes with it.
    pub paycode: PayCode,
    /// Kind of payment: all kinds, virtual account, credit card (cc), internet banking (ib), e-wallet, retail outlet (otc), QRIS.
    pub paytype: PayType,
    /// The customer's phone number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone: ::std::option::Option<::payments_core::Personal>,
    /// Where the cashier page sends the customer.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub redirect_url: ::std::option::Option<::std::string::String>,
    /// Policy number. The answers call it reference_number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub refno: ::std::option::Option<::std::string::String>,
    /// Whether the customer gets the payment information by e-mail: 0 no, 1 yes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub send_email: ::std::option::Option<TransactionRequestSendEmail>,
    /// Whether the customer gets the payment information by SMS: 0 no, 1 yes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub send_sms: ::std::option::Option<TransactionRequestSendSms>,
    /// Whether the customer gets the payment information by WhatsApp: 0 no, 1 yes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub send_wa: ::std::option::Option<TransactionRequestSendWa>,
}
/// Whether the customer gets the payment information by e-mail: 0 no, 1 yes.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
pub enum TransactionRequestSendEmail {
    /// `0` in the provider's document.
    #[serde(rename = "0")]
    X0,
    /// `1` in the provider's document.
    #[serde(rename = "1")]
    X1,
}
impl ::std::fmt::Display for TransactionRequestSendEmail {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::X0 => f.write_str("0"),
            Self::X1 => f.write_str("1"),
        }
    }
}
impl ::std::str::FromStr for TransactionRequestSendEmail {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "0" => Ok(Self::X0),
            "1" => Ok(Self::X1),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for TransactionRequestSendEmail {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for TransactionRequestSendEmail {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// Whether the customer gets the payment information by SMS: 0 no, 1 yes.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
pub enum TransactionRequestSendSms {
    /// `0` in the provider's document.
    #[serde(rename = "0")]
    X0,
    /// `1` in the provider's document.
    #[serde(rename = "1")]
    X1,
}
impl ::std::fmt::Display for TransactionRequestSendSms {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::X0 => f.write_str("0"),
            Self::X1 => f.write_str("1"),
        }
    }
}
impl ::std::str::FromStr for TransactionRequestSendSms {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "0" => Ok(Self::X0),
            "1" => Ok(Self::X1),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for TransactionRequestSendSms {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for TransactionRequestSendSms {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// Whether the customer gets the payment information by WhatsApp: 0 no, 1 yes.
#[derive(
    ::serde::Deserialize,
    ::serde::Serialize,
    Clone,
    Copy,
    Debug,
    Eq,
    Hash,
    Ord,
    PartialEq,
    PartialOrd
)]
#[non_exhaustive]
pub enum TransactionRequestSendWa {
    /// `0` in the provider's document.
    #[serde(rename = "0")]
    X0,
    /// `1` in the provider's document.
    #[serde(rename = "1")]
    X1,
}
impl ::std::fmt::Display for TransactionRequestSendWa {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::X0 => f.write_str("0"),
            Self::X1 => f.write_str("1"),
        }
    }
}
impl ::std::str::FromStr for TransactionRequestSendWa {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "0" => Ok(Self::X0),
            "1" => Ok(Self::X1),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for TransactionRequestSendWa {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for TransactionRequestSendWa {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// State of an order, enveloped. Without `data` where `status` is false.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TransactionStatus {
    /// "00" for success.
    pub code: ::std::string::String,
    /// State of an order. No value is an empty string.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub data: ::std::option::Option<TransactionData>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// Whether the request was accepted. The state of the order is in `data`.
    pub status: bool,
}
/// Error types.
pub mod error {
    /// Error from a `TryFrom` or `FromStr` implementation.
    pub struct ConversionError(::std::borrow::Cow<'static, str>);
    impl ::std::error::Error for ConversionError {}
    impl ::std::fmt::Display for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Display::fmt(&self.0, f)
        }
    }
    impl ::std::fmt::Debug for ConversionError {
        fn fmt(
            &self,
            f: &mut ::std::fmt::Formatter<'_>,
        ) -> Result<(), ::std::fmt::Error> {
            ::std::fmt::Debug::fmt(&self.0, f)
        }
    }
    impl From<&'static str> for ConversionError {
        fn from(value: &'static str) -> Self {
            Self(value.into())
        }
    }
    impl From<String> for ConversionError {
        fn from(value: String) -> Self {
            Self(value.into())
        }
    }
}
impl CancelRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(external_id: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            action: CancelRequestAction::Cancel,
            external_id: external_id.into(),
        }
    }
}
impl TransactionRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        paytype: PayType,
        paycode: PayCode,
        external_id: impl ::std::convert::Into<::std::string::String>,
        name: impl ::std::convert::Into<::payments_core::Personal>,
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountDigits>,
    ) -> Self {
        Self {
            paytype: paytype,
            paycode: paycode,
            external_id: external_id.into(),
            name: name.into(),
            amount: amount.into(),
            action: None,
            back_url: None,
            callback_url: None,
            description: None,
            email: None,
            exptype: None,
            expval: None,
            notification_timing: None,
            phone: None,
            redirect_url: None,
            refno: None,
            send_email: None,
            send_sms: None,
            send_wa: None,
        }
    }
    /// What to do. The page takes any text; without it, and with `charge`, it is a new order.
    #[must_use]
    pub fn action(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.action = Some(value.into());
        self
    }
    /// Where the customer goes on turning back.
    #[must_use]
    pub fn back_url(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.back_url = Some(value.into());
        self
    }
    /// Where the callback goes.
    #[must_use]
    pub fn callback_url(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.callback_url = Some(value.into());
        self
    }
    /// Text for the customer. The page calls it an object and shows text_1, text_2 and text_3 in a sample; others may be sent.
    #[must_use]
    pub fn description(
        mut self,
        value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Self {
        self.description = Some(value);
        self
    }
    /// The customer's e-mail address.
    #[must_use]
    pub fn email(
        mut self,
        value: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        self.email = Some(value.into());
        self
    }
    /// Unit of expval: S seconds, M minutes, H hours, D days, MN months, SD a date. M is not months.
    #[must_use]
    pub fn exptype(mut self, value: ExpiryType) -> Self {
        self.exptype = Some(value);
        self
    }
    /// How many of the units of exptype, or a date (yyyy-MM-dd) with SD.
    #[must_use]
    pub fn expval(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.expval = Some(value.into());
        self
    }
    /// When the customer is notified: before expiry, after payment, both, or as set up with the provider.
    #[must_use]
    pub fn notification_timing(mut self, value: NotificationTiming) -> Self {
        self.notification_timing = Some(value);
        self
    }
    /// The customer's phone number.
    #[must_use]
    pub fn phone(
        mut self,
        value: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        self.phone = Some(value.into());
        self
    }
    /// Where the cashier page sends the customer.
    #[must_use]
    pub fn redirect_url(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.redirect_url = Some(value.into());
        self
    }
    /// Policy number. The answers call it reference_number.
    #[must_use]
    pub fn refno(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.refno = Some(value.into());
        self
    }
    /// Whether the customer gets the payment information by e-mail: 0 no, 1 yes.
    #[must_use]
    pub fn send_email(mut self, value: TransactionRequestSendEmail) -> Self {
        self.send_email = Some(value);
        self
    }
    /// Whether the customer gets the payment information by SMS: 0 no, 1 yes.
    #[must_use]
    pub fn send_sms(mut self, value: TransactionRequestSendSms) -> Self {
        self.send_sms = Some(value);
        self
    }
    /// Whether the customer gets the payment information by WhatsApp: 0 no, 1 yes.
    #[must_use]
    pub fn send_wa(mut self, value: TransactionRequestSendWa) -> Self {
        self.send_wa = Some(value);
        self
    }
}
