// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

/// Further information.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AdditionalInfo {
    /// How it is shown.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub display: ::std::option::Option<::std::string::String>,
    /// What it is.
    pub key: ::std::string::String,
    /// Its value.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::std::string::String>,
}
/// The changed amount. Its members are assumed: the date tells which charge was changed, where the answer gives it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BillAmountUpdated {
    /// The new amount.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amount: ::std::option::Option<::payments_provider::wire::Amount>,
    /// `code` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::payments_core::Raw>,
    /// Currency of the amount.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub currency: ::std::option::Option<::std::string::String>,
    /// The provider's code of the customer.
    #[serde(
        rename = "customerId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub customer_id: ::std::option::Option<::std::string::String>,
    /// Date of the charge that was changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub date: ::std::option::Option<::std::string::String>,
    /// Text of a refusal. It contradicts a success.
    #[serde(rename = "Error", skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<::std::string::String>,
    /// Code of a refusal. It contradicts a success.
    #[serde(
        rename = "ErrorCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub error_code: ::std::option::Option<::std::string::String>,
    /// `errors` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub errors: ::std::option::Option<::payments_core::Raw>,
    /// The merchant's code.
    #[serde(
        rename = "merchantCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub merchant_code: ::std::option::Option<::std::string::String>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// The provider's id of the answer.
    #[serde(
        rename = "referenceNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub reference_number: ::std::option::Option<::std::string::String>,
    /// When it was answered, yyyyMMddHHmmss.
    #[serde(
        rename = "responseTime",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub response_time: ::std::option::Option<::std::string::String>,
    /// The provider's code of the instruction.
    #[serde(rename = "rpiCode", skip_serializing_if = "::std::option::Option::is_none")]
    pub rpi_code: ::std::option::Option<::std::string::String>,
    /// The id of the request.
    #[serde(
        rename = "transactionId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub transaction_id: ::std::option::Option<::std::string::String>,
}
/// The end of a charge. The status in `details` decides, never `code`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChargeCallback {
    /// `code` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::payments_core::Raw>,
    /// The provider's code of the customer.
    #[serde(
        rename = "customerId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub customer_id: ::std::option::Option<::std::string::String>,
    /// A charge.
    pub details: ChargeDetails,
    /// The merchant's code.
    #[serde(
        rename = "merchantCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub merchant_code: ::std::option::Option<::std::string::String>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// The provider's id of the answer.
    #[serde(
        rename = "referenceNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub reference_number: ::std::option::Option<::std::string::String>,
    /// When it was answered, yyyyMMddHHmmss.
    #[serde(
        rename = "responseTime",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub response_time: ::std::option::Option<::std::string::String>,
    /// The id of the request.
    #[serde(
        rename = "transactionId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub transaction_id: ::std::option::Option<::std::string::String>,
}
/// A charge.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChargeDetails {
    /// What was charged.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amount: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Date of the charge.
    #[serde(
        rename = "chargeDate",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub charge_date: ::std::option::Option<::std::string::String>,
    /// Currency of the amount.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub currency: ::std::option::Option<::std::string::String>,
    /// Why the charge failed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub errors: ::std::option::Option<::std::vec::Vec<ErrorEntry>>,
    /// The provider's code of the instruction.
    #[serde(rename = "rpiCode", skip_serializing_if = "::std::option::Option::is_none")]
    pub rpi_code: ::std::option::Option<::std::string::String>,
    /// 0 processing, 1 success, 2 refunded, 3 cancelled, 4 failed.
    pub status: i64,
    /// The id of the charge.
    #[serde(
        rename = "transactionId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub transaction_id: ::std::option::Option<::std::string::String>,
}
/// An instruction of one of the two types. The variable one goes first: only its amount may be left out, so reading one never drops a member.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
pub enum CreateInstructionRequest {
    /// A `VariableInstruction`.
    VariableInstruction(VariableInstruction),
    /// A `FixedInstruction`.
    FixedInstruction(FixedInstruction),
}
impl ::std::convert::From<VariableInstruction> for CreateInstructionRequest {
    fn from(value: VariableInstruction) -> Self {
        Self::VariableInstruction(value)
    }
}
impl ::std::convert::From<FixedInstruction> for CreateInstructionRequest {
    fn from(value: FixedInstruction) -> Self {
        Self::FixedInstruction(value)
    }
}
/// A refusal. The token call has members of its own.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Error {
    /// `code` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::payments_core::Raw>,
    /// Text of a refused token call.
    #[serde(rename = "Error", skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<::std::string::String>,
    /// Code of a refused token call.
    #[serde(
        rename = "ErrorCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub error_code: ::std::option::Option<::std::string::String>,
    /// What is wrong.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub errors: ::std::option::Option<::std::vec::Vec<ErrorEntry>>,
    /// The merchant's code.
    #[serde(
        rename = "merchantCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub merchant_code: ::std::option::Option<::std::string::String>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// The provider's id of the answer.
    #[serde(
        rename = "referenceNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub reference_number: ::std::option::Option<::std::string::String>,
    /// When it was answered, yyyyMMddHHmmss.
    #[serde(
        rename = "responseTime",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub response_time: ::std::option::Option<::std::string::String>,
    /// The id of the request.
    #[serde(
        rename = "transactionId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub transaction_id: ::std::option::Option<::std::string::String>,
}
/// One thing that is wrong.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ErrorEntry {
    /// Code, of 4 digits.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /// `details` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub details: ::std::option::Option<::payments_core::Raw>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
}
/// An instruction whose charges are all of one amount.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FixedInstruction {
    /// Further information.
    #[serde(
        rename = "additionalInfo",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub additional_info: ::std::option::Option<::std::vec::Vec<AdditionalInfo>>,
    /// What each charge takes, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// Skips the list of banks and opens the terms of this one, such as 008.
    #[serde(rename = "bankCode", skip_serializing_if = "::std::option::Option::is_none")]
    pub bank_code: ::std::option::Option<::std::string::String>,
    /// Currency of the amounts.
    pub currency: FixedInstructionCurrency,
    /// The most that one charge may take, in rupiah. Not mandatory here.
    #[serde(
        rename = "maxBillAmount",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub max_bill_amount: ::std::option::Option<::payments_provider::wire::AmountInteger>,
    /// How to notify. Its members are not documented.
    #[serde(
        rename = "notificationConfig",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub notification_config: ::std::option::Option<
        ::std::vec::Vec<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
    >,
    /// Whether a payment is notified: Y yes, N no.
    #[serde(rename = "notificationRequired")]
    pub notification_required: FixedInstructionNotificationRequired,
    /// The customer's phone number: 62 and 9 to 11 digits.
    #[serde(rename = "phoneNumber")]
    pub phone_number: ::payments_core::Personal,
    /// What is paid for.
    #[serde(rename = "productDetails")]
    pub product_details: ::std::vec::Vec<Product>,
    /// When the customer is charged. The document does not show its members.
    pub schedule: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Date of the first charge, in Jakarta: DD-MM-YYYY, or DD-MMM-YYYY, which has the printed length. The page may as well mean it as a member of schedule.
    #[serde(
        rename = "startDate",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub start_date: ::std::option::Option<::std::string::String>,
    /// 0: fixed.
    #[serde(rename = "subscriptionType")]
    pub subscription_type: i64,
    /// 32 alphanumeric characters, unique per request.
    #[serde(rename = "transactionId")]
    pub transaction_id: ::std::string::String,
}
/// Currency of the amounts.
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
pub enum FixedInstructionCurrency {
    /// `IDR` in the provider's document.
    #[serde(rename = "IDR")]
    Idr,
}
impl ::std::fmt::Display for FixedInstructionCurrency {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Idr => f.write_str("IDR"),
        }
    }
}
impl ::std::str::FromStr for FixedInstructionCurrency {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "IDR" => Ok(Self::Idr),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for FixedInstructionCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for FixedInstructionCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// Whether a payment is notified: Y yes, N no.
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
pub enum FixedInstructionNotificationRequired {
    /// `Y` in the provider's document.
    Y,
    /// `N` in the provider's document.
    N,
}
impl ::std::fmt::Display for FixedInstructionNotificationRequired {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Y => f.write_str("Y"),
            Self::N => f.write_str("N"),
        }
    }
}
impl ::std::str::FromStr for FixedInstructionNotificationRequired {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "Y" => Ok(Self::Y),
            "N" => Ok(Self::N),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for FixedInstructionNotificationRequired {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for FixedInstructionNotificationRequired {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// `GetTokenGrantType`
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
pub enum GetTokenGrantType {
    /// `client_credentials` in the provider's document.
    #[serde(rename = "client_credentials")]
    ClientCredentials,
}
impl ::std::fmt::Display for GetTokenGrantType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::ClientCredentials => f.write_str("client_credentials"),
        }
    }
}
impl ::std::str::FromStr for GetTokenGrantType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "client_credentials" => Ok(Self::ClientCredentials),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for GetTokenGrantType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for GetTokenGrantType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// An instruction. Its members are assumed.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Instruction {
    /// Further information.
    #[serde(
        rename = "additionalInfo",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub additional_info: ::std::option::Option<::std::vec::Vec<InstructionInfo>>,
    /// What a charge takes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amount: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Code of the bank.
    #[serde(rename = "bankCode", skip_serializing_if = "::std::option::Option::is_none")]
    pub bank_code: ::std::option::Option<::std::string::String>,
    /// Currency of the amounts.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub currency: ::std::option::Option<::std::string::String>,
    /// The provider's code of the customer.
    #[serde(
        rename = "customerId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub customer_id: ::std::option::Option<::std::string::String>,
    /// The most that one charge may take.
    #[serde(
        rename = "maxBillAmount",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub max_bill_amount: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Date of the next charge.
    #[serde(
        rename = "nextChargeDate",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub next_charge_date: ::std::option::Option<::std::string::String>,
    /// How to notify.
    #[serde(
        rename = "notificationConfig",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub notification_config: ::std::option::Option<
        ::std::vec::Vec<::payments_core::Raw>,
    >,
    /// Whether a payment is notified: Y yes, N no.
    #[serde(
        rename = "notificationRequired",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub notification_required: ::std::option::Option<::std::string::String>,
    /// The customer's phone number.
    #[serde(
        rename = "phoneNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub phone_number: ::std::option::Option<::payments_core::Personal>,
    /// What is paid for.
    #[serde(
        rename = "productDetails",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub product_details: ::std::option::Option<::std::vec::Vec<InstructionProduct>>,
    /// The provider's code of the instruction.
    #[serde(rename = "rpiCode", skip_serializing_if = "::std::option::Option::is_none")]
    pub rpi_code: ::std::option::Option<::std::string::String>,
    /// When the customer is charged, as given back.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub schedule: ::std::option::Option<InstructionSchedule>,
    /// Date of the first charge.
    #[serde(
        rename = "startDate",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub start_date: ::std::option::Option<::std::string::String>,
    /// State of an instruction. The provider publishes none: the words are assumed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<crate::generated::types::InstructionStatus>,
    /// 0 fixed, 1 variable.
    #[serde(
        rename = "subscriptionType",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub subscription_type: ::std::option::Option<i64>,
    /// The id of the request that created it.
    #[serde(
        rename = "transactionId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub transaction_id: ::std::option::Option<::std::string::String>,
}
/// A new instruction, which the customer has to confirm. Its members are assumed: the URL is in `webview`, under `URL` or `url`, or beside it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct InstructionCreated {
    /// `code` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::payments_core::Raw>,
    /// The provider's code of the customer.
    #[serde(
        rename = "customerId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub customer_id: ::std::option::Option<::std::string::String>,
    /// Text of a refusal. It contradicts a success.
    #[serde(rename = "Error", skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<::std::string::String>,
    /// Code of a refusal. It contradicts a success.
    #[serde(
        rename = "ErrorCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub error_code: ::std::option::Option<::std::string::String>,
    /// `errors` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub errors: ::std::option::Option<::payments_core::Raw>,
    /// The merchant's code.
    #[serde(
        rename = "merchantCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub merchant_code: ::std::option::Option<::std::string::String>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// The provider's id of the answer.
    #[serde(
        rename = "referenceNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub reference_number: ::std::option::Option<::std::string::String>,
    /// When it was answered, yyyyMMddHHmmss.
    #[serde(
        rename = "responseTime",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub response_time: ::std::option::Option<::std::string::String>,
    /// The provider's code of the instruction.
    #[serde(rename = "rpiCode", skip_serializing_if = "::std::option::Option::is_none")]
    pub rpi_code: ::std::option::Option<::std::string::String>,
    /// The id of the request.
    #[serde(
        rename = "transactionId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub transaction_id: ::std::option::Option<::std::string::String>,
    /// Page on which the customer confirms.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
    /// `webview` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub webview: ::std::option::Option<::payments_core::Raw>,
}
/// Further information, as given back.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct InstructionInfo {
    /// How it is shown.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub display: ::std::option::Option<::std::string::String>,
    /// What it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub key: ::std::option::Option<::std::string::String>,
    /// Its value.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub value: ::std::option::Option<::std::string::String>,
}
/// What is paid for, as given back.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct InstructionProduct {
    /// Code of the product.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /// Name of the product.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
}
/// When the customer is charged, as given back.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct InstructionSchedule {
    /// How many units lie between two charges.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub interval: ::std::option::Option<i64>,
    /// Unit of the interval.
    #[serde(
        rename = "intervalUnit",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub interval_unit: ::std::option::Option<::std::string::String>,
    /// How many charges there are.
    #[serde(
        rename = "numberOfOccurrences",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub number_of_occurrences: ::std::option::Option<i64>,
}
/// The state of an instruction, enveloped.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct InstructionState {
    /// `code` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::payments_core::Raw>,
    /// Text of a refusal. It contradicts a success.
    #[serde(rename = "Error", skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<::std::string::String>,
    /// Code of a refusal. It contradicts a success.
    #[serde(
        rename = "ErrorCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub error_code: ::std::option::Option<::std::string::String>,
    /// `errors` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub errors: ::std::option::Option<::payments_core::Raw>,
    /// The merchant's code.
    #[serde(
        rename = "merchantCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub merchant_code: ::std::option::Option<::std::string::String>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// The provider's id of the answer.
    #[serde(
        rename = "referenceNumber",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub reference_number: ::std::option::Option<::std::string::String>,
    /// When it was answered, yyyyMMddHHmmss.
    #[serde(
        rename = "responseTime",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub response_time: ::std::option::Option<::std::string::String>,
    /// An instruction. Its members are assumed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rpi: ::std::option::Option<Instruction>,
    /// The id of the request.
    #[serde(
        rename = "transactionId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub transaction_id: ::std::option::Option<::std::string::String>,
}
/// What is paid for.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Product {
    /// Code of the product.
    pub code: ::std::string::String,
    /// Name of the product.
    pub name: ::std::string::String,
}
/// What proves who the merchant is. Sent as a form.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TokenRequest {
    /// The merchant's client id.
    pub client_id: ::payments_core::Secret,
    /// The merchant's client secret.
    pub client_secret: ::payments_core::Secret,
}
/// A token. Every value is a string.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TokenResponse {
    /// The token: 28 characters, opaque.
    #[serde(rename = "accessToken")]
    pub access_token: ::payments_core::Secret,
    /// What the token is good for.
    #[serde(
        rename = "apiProductList",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub api_product_list: ::std::option::Option<::std::string::String>,
    /// The merchant's client id.
    #[serde(rename = "clientId", skip_serializing_if = "::std::option::Option::is_none")]
    pub client_id: ::std::option::Option<::payments_core::Secret>,
    /// E-mail address of the merchant's developer.
    #[serde(
        rename = "developer.email",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub developer_email: ::std::option::Option<::payments_core::Personal>,
    /// Text of a refusal. It contradicts a success.
    #[serde(rename = "Error", skip_serializing_if = "::std::option::Option::is_none")]
    pub error: ::std::option::Option<::std::string::String>,
    /// Code of a refusal. It contradicts a success.
    #[serde(
        rename = "ErrorCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub error_code: ::std::option::Option<::std::string::String>,
    /// How many seconds the token lives, as digits, such as 3599.
    #[serde(
        rename = "expiresIn",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expires_in: ::std::option::Option<::std::string::String>,
    /// Name of the organization.
    #[serde(
        rename = "organizationName",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub organization_name: ::std::option::Option<::std::string::String>,
    /// When it was answered, yyyyMMddHHmmss.
    #[serde(
        rename = "responseTime",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub response_time: ::std::option::Option<::std::string::String>,
    /// BearerToken.
    #[serde(
        rename = "tokenType",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub token_type: ::std::option::Option<::std::string::String>,
}
/// Another amount for one charge. Where nothing is scheduled on the date, the next scheduled charge is changed.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UpdateBillAmountRequest {
    /// The new amount, in rupiah, with two zeros after the point.
    pub amount: ::payments_provider::wire::AmountTwoDigits,
    /// Currency of the amount.
    pub currency: UpdateBillAmountRequestCurrency,
    /// The provider's code of the customer.
    #[serde(rename = "customerId")]
    pub customer_id: ::std::string::String,
    /// Date of the charge, in Jakarta, DD-MM-YYYY.
    pub date: ::std::string::String,
    /// The provider's code of the instruction.
    #[serde(rename = "rpiCode")]
    pub rpi_code: ::std::string::String,
    /// 32 alphanumeric characters, unique per request.
    #[serde(rename = "transactionId")]
    pub transaction_id: ::std::string::String,
}
/// Currency of the amount.
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
pub enum UpdateBillAmountRequestCurrency {
    /// `IDR` in the provider's document.
    #[serde(rename = "IDR")]
    Idr,
}
impl ::std::fmt::Display for UpdateBillAmountRequestCurrency {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Idr => f.write_str("IDR"),
        }
    }
}
impl ::std::str::FromStr for UpdateBillAmountRequestCurrency {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "IDR" => Ok(Self::Idr),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for UpdateBillAmountRequestCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for UpdateBillAmountRequestCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// An instruction whose charges differ, up to a maximum.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VariableInstruction {
    /// Further information.
    #[serde(
        rename = "additionalInfo",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub additional_info: ::std::option::Option<::std::vec::Vec<AdditionalInfo>>,
    /// What the first charge takes, in rupiah; not more than maxBillAmount. Needed where startDate is today.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amount: ::std::option::Option<::payments_provider::wire::AmountInteger>,
    /// Skips the list of banks and opens the terms of this one, such as 008.
    #[serde(rename = "bankCode", skip_serializing_if = "::std::option::Option::is_none")]
    pub bank_code: ::std::option::Option<::std::string::String>,
    /// Currency of the amounts.
    pub currency: VariableInstructionCurrency,
    /// The most that one charge may take, in rupiah.
    #[serde(rename = "maxBillAmount")]
    pub max_bill_amount: ::payments_provider::wire::AmountInteger,
    /// How to notify. Its members are not documented.
    #[serde(
        rename = "notificationConfig",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub notification_config: ::std::option::Option<
        ::std::vec::Vec<::serde_json::Map<::std::string::String, ::serde_json::Value>>,
    >,
    /// Whether a payment is notified: Y yes, N no.
    #[serde(rename = "notificationRequired")]
    pub notification_required: VariableInstructionNotificationRequired,
    /// The customer's phone number: 62 and 9 to 11 digits.
    #[serde(rename = "phoneNumber")]
    pub phone_number: ::payments_core::Personal,
    /// What is paid for.
    #[serde(rename = "productDetails")]
    pub product_details: ::std::vec::Vec<Product>,
    /// When the customer is charged. The document does not show its members.
    pub schedule: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    /// Date of the first charge, in Jakarta: DD-MM-YYYY, or DD-MMM-YYYY, which has the printed length. The page may as well mean it as a member of schedule.
    #[serde(
        rename = "startDate",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub start_date: ::std::option::Option<::std::string::String>,
    /// 1: variable.
    #[serde(rename = "subscriptionType")]
    pub subscription_type: i64,
    /// 32 alphanumeric characters, unique per request.
    #[serde(rename = "transactionId")]
    pub transaction_id: ::std::string::String,
}
/// Currency of the amounts.
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
pub enum VariableInstructionCurrency {
    /// `IDR` in the provider's document.
    #[serde(rename = "IDR")]
    Idr,
}
impl ::std::fmt::Display for VariableInstructionCurrency {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Idr => f.write_str("IDR"),
        }
    }
}
impl ::std::str::FromStr for VariableInstructionCurrency {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "IDR" => Ok(Self::Idr),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for VariableInstructionCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for VariableInstructionCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// Whether a payment is notified: Y yes, N no.
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
pub enum VariableInstructionNotificationRequired {
    /// `Y` in the provider's document.
    Y,
    /// `N` in the provider's document.
    N,
}
impl ::std::fmt::Display for VariableInstructionNotificationRequired {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Y => f.write_str("Y"),
            Self::N => f.write_str("N"),
        }
    }
}
impl ::std::str::FromStr for VariableInstructionNotificationRequired {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "Y" => Ok(Self::Y),
            "N" => Ok(Self::N),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for VariableInstructionNotificationRequired {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for VariableInstructionNotificationRequired {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
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
impl AdditionalInfo {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(key: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            key: key.into(),
            display: None,
            value: None,
        }
    }
    /// How it is shown.
    #[must_use]
    pub fn display(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.display = Some(value.into());
        self
    }
    /// Its value.
    #[must_use]
    pub fn value(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.value = Some(value.into());
        self
    }
}
impl FixedInstruction {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        transaction_id: impl ::std::convert::Into<::std::string::String>,
        phone_number: impl ::std::convert::Into<::payments_core::Personal>,
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        schedule: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        product_details: ::std::vec::Vec<Product>,
        notification_required: FixedInstructionNotificationRequired,
    ) -> Self {
        Self {
            transaction_id: transaction_id.into(),
            phone_number: phone_number.into(),
            subscription_type: 0,
            amount: amount.into(),
            currency: FixedInstructionCurrency::Idr,
            schedule: schedule,
            product_details: product_details,
            notification_required: notification_required,
            additional_info: None,
            bank_code: None,
            max_bill_amount: None,
            notification_config: None,
            start_date: None,
        }
    }
    /// Further information.
    #[must_use]
    pub fn additional_info(mut self, value: ::std::vec::Vec<AdditionalInfo>) -> Self {
        self.additional_info = Some(value);
        self
    }
    /// Skips the list of banks and opens the terms of this one, such as 008.
    #[must_use]
    pub fn bank_code(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.bank_code = Some(value.into());
        self
    }
    /// The most that one charge may take, in rupiah. Not mandatory here.
    #[must_use]
    pub fn max_bill_amount(
        mut self,
        value: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
    ) -> Self {
        self.max_bill_amount = Some(value.into());
        self
    }
    /// How to notify. Its members are not documented.
    #[must_use]
    pub fn notification_config(
        mut self,
        value: ::std::vec::Vec<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.notification_config = Some(value);
        self
    }
    /// Date of the first charge, in Jakarta: DD-MM-YYYY, or DD-MMM-YYYY, which has the printed length. The page may as well mean it as a member of schedule.
    #[must_use]
    pub fn start_date(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.start_date = Some(value.into());
        self
    }
}
impl Product {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        name: impl ::std::convert::Into<::std::string::String>,
        code: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            name: name.into(),
            code: code.into(),
        }
    }
}
impl TokenRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        client_id: ::payments_core::Secret,
        client_secret: ::payments_core::Secret,
    ) -> Self {
        Self {
            client_id: client_id,
            client_secret: client_secret,
        }
    }
}
impl UpdateBillAmountRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        transaction_id: impl ::std::convert::Into<::std::string::String>,
        customer_id: impl ::std::convert::Into<::std::string::String>,
        rpi_code: impl ::std::convert::Into<::std::string::String>,
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountTwoDigits>,
        date: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            transaction_id: transaction_id.into(),
            customer_id: customer_id.into(),
            rpi_code: rpi_code.into(),
            amount: amount.into(),
            currency: UpdateBillAmountRequestCurrency::Idr,
            date: date.into(),
        }
    }
}
impl VariableInstruction {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        transaction_id: impl ::std::convert::Into<::std::string::String>,
        phone_number: impl ::std::convert::Into<::payments_core::Personal>,
        max_bill_amount: impl ::std::convert::Into<
            ::payments_provider::wire::AmountInteger,
        >,
        schedule: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        product_details: ::std::vec::Vec<Product>,
        notification_required: VariableInstructionNotificationRequired,
    ) -> Self {
        Self {
            transaction_id: transaction_id.into(),
            phone_number: phone_number.into(),
            subscription_type: 1,
            max_bill_amount: max_bill_amount.into(),
            currency: VariableInstructionCurrency::Idr,
            schedule: schedule,
            product_details: product_details,
            notification_required: notification_required,
            additional_info: None,
            amount: None,
            bank_code: None,
            notification_config: None,
            start_date: None,
        }
    }
    /// Further information.
    #[must_use]
    pub fn additional_info(mut self, value: ::std::vec::Vec<AdditionalInfo>) -> Self {
        self.additional_info = Some(value);
        self
    }
    /// What the first charge takes, in rupiah; not more than maxBillAmount. Needed where startDate is today.
    #[must_use]
    pub fn amount(
        mut self,
        value: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
    ) -> Self {
        self.amount = Some(value.into());
        self
    }
    /// Skips the list of banks and opens the terms of this one, such as 008.
    #[must_use]
    pub fn bank_code(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.bank_code = Some(value.into());
        self
    }
    /// How to notify. Its members are not documented.
    #[must_use]
    pub fn notification_config(
        mut self,
        value: ::std::vec::Vec<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.notification_config = Some(value);
        self
    }
    /// Date of the first charge, in Jakarta: DD-MM-YYYY, or DD-MMM-YYYY, which has the printed length. The page may as well mean it as a member of schedule.
    #[must_use]
    pub fn start_date(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.start_date = Some(value.into());
        self
    }
}
/// State of an instruction. The provider publishes none: the words are assumed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum InstructionStatus {
    /// `PENDING_CONFIRMATION`
    PendingConfirmation,
    /// `ACTIVE`
    Active,
    /// `COMPLETED`
    Completed,
    /// `EXPIRED`
    Expired,
    /// `REJECTED`
    Rejected,
    /// `TERMINATED`
    Terminated,
    /// A word that this version does not know.
    Other(::std::string::String),
}
impl InstructionStatus {
    /// Every word that this version knows.
    pub const KNOWN: &'static [&'static str] = &[
        "PENDING_CONFIRMATION",
        "ACTIVE",
        "COMPLETED",
        "EXPIRED",
        "REJECTED",
        "TERMINATED",
    ];
    /// The word as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::PendingConfirmation => "PENDING_CONFIRMATION",
            Self::Active => "ACTIVE",
            Self::Completed => "COMPLETED",
            Self::Expired => "EXPIRED",
            Self::Rejected => "REJECTED",
            Self::Terminated => "TERMINATED",
            Self::Other(word) => word,
        }
    }
}
impl ::std::convert::From<&str> for InstructionStatus {
    fn from(word: &str) -> Self {
        match word {
            "PENDING_CONFIRMATION" => Self::PendingConfirmation,
            "ACTIVE" => Self::Active,
            "COMPLETED" => Self::Completed,
            "EXPIRED" => Self::Expired,
            "REJECTED" => Self::Rejected,
            "TERMINATED" => Self::Terminated,
            other => Self::Other(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for InstructionStatus {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, Self::Err> {
        Ok(Self::from(word))
    }
}
impl ::std::fmt::Display for InstructionStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl ::serde::Serialize for InstructionStatus {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de> ::serde::Deserialize<'de> for InstructionStatus {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(
            deserializer,
        )?;
        Ok(Self::from(word.as_str()))
    }
}
