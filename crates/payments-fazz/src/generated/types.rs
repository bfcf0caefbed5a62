// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

/// An action on a method that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreateMethodTask {
    /// `data` in the provider's document.
    pub data: CreateMethodTaskData,
}
/// The envelope of an action.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreateMethodTaskData {
    /// `attributes` in the provider's document.
    pub attributes: MethodTaskRequest,
}
/// One payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreatePayment {
    /// `data` in the provider's document.
    pub data: CreatePaymentData,
}
/// The envelope of one payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreatePaymentData {
    /// `attributes` in the provider's document.
    pub attributes: PaymentAttributes,
}
/// A QRIS code that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreateQris {
    /// `data` in the provider's document.
    pub data: CreateQrisData,
}
/// The envelope of a QRIS code.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreateQrisData {
    /// `attributes` in the provider's document.
    pub attributes: QrisAttributes,
}
/// An action on a payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreateTask {
    /// `data` in the provider's document.
    pub data: CreateTaskData,
}
/// The envelope of an action.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreateTaskData {
    /// `attributes` in the provider's document.
    pub attributes: TaskRequest,
}
/// A virtual account that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreateVirtualAccount {
    /// `data` in the provider's document.
    pub data: CreateVirtualAccountData,
}
/// The envelope of a virtual account.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct CreateVirtualAccountData {
    /// `attributes` in the provider's document.
    pub attributes: VirtualAccountAttributes,
}
/// What a wallet needs.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EwalletOptions {
    /// Where the customer returns to after paying.
    #[serde(rename = "afterSettlementReturnUrl")]
    pub after_settlement_return_url: ::std::string::String,
    /// `providerCode` in the provider's document.
    #[serde(rename = "providerCode")]
    pub provider_code: EwalletOptionsProviderCode,
}
/// The wallet.
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
pub enum EwalletOptionsProviderCode {
    /// `SHOPEEPAY` in the provider's document.
    #[serde(rename = "SHOPEEPAY")]
    Shopeepay,
    /// `OVO` in the provider's document.
    #[serde(rename = "OVO")]
    Ovo,
}
impl ::std::fmt::Display for EwalletOptionsProviderCode {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Shopeepay => f.write_str("SHOPEEPAY"),
            Self::Ovo => f.write_str("OVO"),
        }
    }
}
impl ::std::str::FromStr for EwalletOptionsProviderCode {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "SHOPEEPAY" => Ok(Self::Shopeepay),
            "OVO" => Ok(Self::Ovo),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for EwalletOptionsProviderCode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for EwalletOptionsProviderCode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A wallet on the phone. Note the hyphen of its type.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct EwalletPayment {
    /// `amount` in the provider's document.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// `currency` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub currency: ::std::option::Option<EwalletPaymentCurrency>,
    /// What it is for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Until when it can be paid, ISO 8601 with an offset.
    #[serde(
        rename = "expiredAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expired_at: ::std::option::Option<::std::string::String>,
    /// `paymentMethodOptions` in the provider's document.
    #[serde(rename = "paymentMethodOptions")]
    pub payment_method_options: EwalletOptions,
    /// `paymentMethodType` in the provider's document.
    #[serde(rename = "paymentMethodType")]
    pub payment_method_type: EwalletPaymentPaymentMethodType,
    /// The merchant's own id, and the idempotency key.
    #[serde(rename = "referenceId")]
    pub reference_id: ::std::string::String,
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
pub enum EwalletPaymentCurrency {
    /// `IDR` in the provider's document.
    #[serde(rename = "IDR")]
    Idr,
}
impl ::std::fmt::Display for EwalletPaymentCurrency {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Idr => f.write_str("IDR"),
        }
    }
}
impl ::std::str::FromStr for EwalletPaymentCurrency {
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
impl ::std::convert::TryFrom<&str> for EwalletPaymentCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for EwalletPaymentCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The kind of method.
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
pub enum EwalletPaymentPaymentMethodType {
    /// `e-wallet` in the provider's document.
    #[serde(rename = "e-wallet")]
    EWallet,
}
impl ::std::fmt::Display for EwalletPaymentPaymentMethodType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::EWallet => f.write_str("e-wallet"),
        }
    }
}
impl ::std::str::FromStr for EwalletPaymentPaymentMethodType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "e-wallet" => Ok(Self::EWallet),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for EwalletPaymentPaymentMethodType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for EwalletPaymentPaymentMethodType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// What the customer is shown, of any method.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct Instructions {
    /// The account number.
    #[serde(
        rename = "accountNo",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub account_no: ::std::option::Option<::std::string::String>,
    /// The bank.
    #[serde(
        rename = "bankShortCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub bank_short_code: ::std::option::Option<::std::string::String>,
    /// `displayName` in the provider's document.
    #[serde(
        rename = "displayName",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub display_name: ::std::option::Option<::payments_core::Personal>,
    /// A picture of the QR code.
    #[serde(rename = "imageUrl", skip_serializing_if = "::std::option::Option::is_none")]
    pub image_url: ::std::option::Option<::std::string::String>,
    /// The code for the till.
    #[serde(
        rename = "paymentCode",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub payment_code: ::std::option::Option<::std::string::String>,
    /// The chain.
    #[serde(
        rename = "retailOutletName",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub retail_outlet_name: ::std::option::Option<::std::string::String>,
}
/// How much is received.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct MethodTaskOptions {
    /// `amount` in the provider's document.
    pub amount: ::payments_provider::wire::AmountInteger,
}
/// A payment received in the sandbox.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct MethodTaskRequest {
    /// `action` in the provider's document.
    pub action: MethodTaskRequestAction,
    /// `options` in the provider's document.
    pub options: MethodTaskOptions,
}
/// The action.
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
pub enum MethodTaskRequestAction {
    /// `receive_payment` in the provider's document.
    #[serde(rename = "receive_payment")]
    ReceivePayment,
}
impl ::std::fmt::Display for MethodTaskRequestAction {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::ReceivePayment => f.write_str("receive_payment"),
        }
    }
}
impl ::std::str::FromStr for MethodTaskRequestAction {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "receive_payment" => Ok(Self::ReceivePayment),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for MethodTaskRequestAction {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for MethodTaskRequestAction {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// One payment, by one of the methods.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
pub enum PaymentAttributes {
    /// A `RetailOutletPayment`.
    RetailOutletPayment(RetailOutletPayment),
    /// A `VirtualAccountPayment`.
    VirtualAccountPayment(VirtualAccountPayment),
    /// A `QrisPayment`.
    QrisPayment(QrisPayment),
    /// A `EwalletPayment`.
    EwalletPayment(EwalletPayment),
}
impl ::std::convert::From<RetailOutletPayment> for PaymentAttributes {
    fn from(value: RetailOutletPayment) -> Self {
        Self::RetailOutletPayment(value)
    }
}
impl ::std::convert::From<VirtualAccountPayment> for PaymentAttributes {
    fn from(value: VirtualAccountPayment) -> Self {
        Self::VirtualAccountPayment(value)
    }
}
impl ::std::convert::From<QrisPayment> for PaymentAttributes {
    fn from(value: QrisPayment) -> Self {
        Self::QrisPayment(value)
    }
}
impl ::std::convert::From<EwalletPayment> for PaymentAttributes {
    fn from(value: EwalletPayment) -> Self {
        Self::EwalletPayment(value)
    }
}
/// One payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PaymentDocument {
    /// `data` in the provider's document.
    pub data: PaymentResource,
}
/// A page of payments. It tells no total.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PaymentList {
    /// The payments, each read on its own as PaymentResource: an odd one is no reason to lose the others.
    pub data: ::std::vec::Vec<::payments_core::Raw>,
}
/// A method that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PaymentMethodAttributes {
    /// `instructions` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub instructions: ::std::option::Option<Instructions>,
    /// The merchant's own id.
    #[serde(rename = "referenceId")]
    pub reference_id: ::std::string::String,
}
/// A method that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PaymentMethodDocument {
    /// `data` in the provider's document.
    pub data: PaymentMethodResource,
}
/// A method that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PaymentMethodResource {
    /// `attributes` in the provider's document.
    pub attributes: PaymentMethodAttributes,
    /// The provider's id.
    pub id: ::std::string::String,
    /// The kind of method.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
}
/// How it is paid.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct PaymentMethodState {
    /// The provider's id of the method.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /// `instructions` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub instructions: ::std::option::Option<Instructions>,
    /// The merchant's own id of the payment, or of the method that stays.
    #[serde(
        rename = "referenceId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub reference_id: ::std::option::Option<::std::string::String>,
    /// `settlement` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub settlement: ::std::option::Option<Settlement>,
    /// The kind of method.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
}
/// A payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PaymentResource {
    /// `attributes` in the provider's document.
    pub attributes: PaymentState,
    /// The provider's id.
    pub id: ::std::string::String,
    /// payment.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
/// The state of a payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct PaymentState {
    /// `amount` in the provider's document.
    pub amount: ::payments_provider::wire::Amount,
    /// When it was made.
    #[serde(
        rename = "createdAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub created_at: ::std::option::Option<::std::string::String>,
    /// Currency. It is not in every recorded body.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub currency: ::std::option::Option<::std::string::String>,
    /// What it is for; null in the document although one was sent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Until when it can be paid; null for methods that stay.
    #[serde(
        rename = "expiredAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expired_at: ::std::option::Option<::std::string::String>,
    /// `fees` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub fees: ::std::option::Option<::payments_provider::wire::Amount>,
    /// `paymentMethod` in the provider's document.
    #[serde(
        rename = "paymentMethod",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub payment_method: ::std::option::Option<PaymentMethodState>,
    /// The merchant's own id.
    #[serde(rename = "referenceId")]
    pub reference_id: ::std::string::String,
    /// Status word.
    pub status: ::std::string::String,
}
/// A QRIS code that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct QrisAttributes {
    /// `displayName` in the provider's document.
    #[serde(
        rename = "displayName",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub display_name: ::std::option::Option<::payments_core::Personal>,
    /// The merchant's own id, and the idempotency key.
    #[serde(rename = "referenceId")]
    pub reference_id: ::std::string::String,
}
/// What a QR code needs.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct QrisOptions {
    /// `displayName` in the provider's document.
    #[serde(
        rename = "displayName",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub display_name: ::std::option::Option<::payments_core::Personal>,
}
/// The national QR code.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct QrisPayment {
    /// `amount` in the provider's document.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// `currency` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub currency: ::std::option::Option<QrisPaymentCurrency>,
    /// What it is for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Until when it can be paid, ISO 8601 with an offset.
    #[serde(
        rename = "expiredAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expired_at: ::std::option::Option<::std::string::String>,
    /// `paymentMethodOptions` in the provider's document.
    #[serde(rename = "paymentMethodOptions")]
    pub payment_method_options: QrisOptions,
    /// `paymentMethodType` in the provider's document.
    #[serde(rename = "paymentMethodType")]
    pub payment_method_type: QrisPaymentPaymentMethodType,
    /// The merchant's own id, and the idempotency key.
    #[serde(rename = "referenceId")]
    pub reference_id: ::std::string::String,
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
pub enum QrisPaymentCurrency {
    /// `IDR` in the provider's document.
    #[serde(rename = "IDR")]
    Idr,
}
impl ::std::fmt::Display for QrisPaymentCurrency {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Idr => f.write_str("IDR"),
        }
    }
}
impl ::std::str::FromStr for QrisPaymentCurrency {
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
impl ::std::convert::TryFrom<&str> for QrisPaymentCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for QrisPaymentCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The kind of method.
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
pub enum QrisPaymentPaymentMethodType {
    /// `qris` in the provider's document.
    #[serde(rename = "qris")]
    Qris,
}
impl ::std::fmt::Display for QrisPaymentPaymentMethodType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Qris => f.write_str("qris"),
        }
    }
}
impl ::std::str::FromStr for QrisPaymentPaymentMethodType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "qris" => Ok(Self::Qris),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for QrisPaymentPaymentMethodType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for QrisPaymentPaymentMethodType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The body of a refusal.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct Refusal {
    /// What is wrong; clients read the first.
    pub errors: ::std::vec::Vec<RefusalError>,
}
/// One thing that is wrong.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct RefusalError {
    /// Code of the refusal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /// The field and the reason.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub detail: ::std::option::Option<::std::string::String>,
    /// The code in words.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub title: ::std::option::Option<::std::string::String>,
}
/// What a retail outlet needs.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct RetailOutletOptions {
    /// `displayName` in the provider's document.
    #[serde(rename = "displayName")]
    pub display_name: ::payments_core::Personal,
    /// `retailOutletName` in the provider's document.
    #[serde(rename = "retailOutletName")]
    pub retail_outlet_name: RetailOutletOptionsRetailOutletName,
}
/// The chain.
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
pub enum RetailOutletOptionsRetailOutletName {
    /// `ALFAMART` in the provider's document.
    #[serde(rename = "ALFAMART")]
    Alfamart,
    /// `INDOMARET` in the provider's document.
    #[serde(rename = "INDOMARET")]
    Indomaret,
}
impl ::std::fmt::Display for RetailOutletOptionsRetailOutletName {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Alfamart => f.write_str("ALFAMART"),
            Self::Indomaret => f.write_str("INDOMARET"),
        }
    }
}
impl ::std::str::FromStr for RetailOutletOptionsRetailOutletName {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "ALFAMART" => Ok(Self::Alfamart),
            "INDOMARET" => Ok(Self::Indomaret),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for RetailOutletOptionsRetailOutletName {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for RetailOutletOptionsRetailOutletName {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// Cash at the till. The limits are the loosest of the two chains.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct RetailOutletPayment {
    /// `amount` in the provider's document.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// `currency` in the provider's document.
    pub currency: RetailOutletPaymentCurrency,
    /// What it is for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Until when it can be paid, ISO 8601 with an offset.
    #[serde(
        rename = "expiredAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expired_at: ::std::option::Option<::std::string::String>,
    /// `paymentMethodOptions` in the provider's document.
    #[serde(rename = "paymentMethodOptions")]
    pub payment_method_options: RetailOutletOptions,
    /// `paymentMethodType` in the provider's document.
    #[serde(rename = "paymentMethodType")]
    pub payment_method_type: RetailOutletPaymentPaymentMethodType,
    /// The merchant's own id, and the idempotency key.
    #[serde(rename = "referenceId")]
    pub reference_id: ::std::string::String,
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
pub enum RetailOutletPaymentCurrency {
    /// `IDR` in the provider's document.
    #[serde(rename = "IDR")]
    Idr,
}
impl ::std::fmt::Display for RetailOutletPaymentCurrency {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Idr => f.write_str("IDR"),
        }
    }
}
impl ::std::str::FromStr for RetailOutletPaymentCurrency {
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
impl ::std::convert::TryFrom<&str> for RetailOutletPaymentCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for RetailOutletPaymentCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The kind of method.
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
pub enum RetailOutletPaymentPaymentMethodType {
    /// `retail_outlet` in the provider's document.
    #[serde(rename = "retail_outlet")]
    RetailOutlet,
}
impl ::std::fmt::Display for RetailOutletPaymentPaymentMethodType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::RetailOutlet => f.write_str("retail_outlet"),
        }
    }
}
impl ::std::str::FromStr for RetailOutletPaymentPaymentMethodType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "retail_outlet" => Ok(Self::RetailOutlet),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for RetailOutletPaymentPaymentMethodType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for RetailOutletPaymentPaymentMethodType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// Where a wallet's customer goes; wallets have this in place of instructions.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct Settlement {
    /// Where the customer returns to.
    #[serde(
        rename = "afterSettlementUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub after_settlement_url: ::std::option::Option<::std::string::String>,
    /// The web page.
    #[serde(rename = "httpUrl", skip_serializing_if = "::std::option::Option::is_none")]
    pub http_url: ::std::option::Option<::std::string::String>,
    /// The link into the app.
    #[serde(
        rename = "mobileUrl",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub mobile_url: ::std::option::Option<::std::string::String>,
}
/// An action that was taken.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TaskDocument {
    /// `data` in the provider's document.
    pub data: TaskResource,
}
/// An action on a payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct TaskRequest {
    /// `action` in the provider's document.
    pub action: TaskRequestAction,
}
/// cancel; in the sandbox also receive_payment and settle.
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
pub enum TaskRequestAction {
    /// `cancel` in the provider's document.
    #[serde(rename = "cancel")]
    Cancel,
    /// `receive_payment` in the provider's document.
    #[serde(rename = "receive_payment")]
    ReceivePayment,
    /// `settle` in the provider's document.
    #[serde(rename = "settle")]
    Settle,
}
impl ::std::fmt::Display for TaskRequestAction {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Cancel => f.write_str("cancel"),
            Self::ReceivePayment => f.write_str("receive_payment"),
            Self::Settle => f.write_str("settle"),
        }
    }
}
impl ::std::str::FromStr for TaskRequestAction {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "cancel" => Ok(Self::Cancel),
            "receive_payment" => Ok(Self::ReceivePayment),
            "settle" => Ok(Self::Settle),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for TaskRequestAction {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for TaskRequestAction {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// An action that was taken.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct TaskResource {
    /// `attributes` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub attributes: ::std::option::Option<TaskState>,
    /// An id, at times.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /// task.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
}
/// An action that was taken.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct TaskState {
    /// The action.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub action: ::std::option::Option<::std::string::String>,
    /// `options` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub options: ::std::option::Option<TaskStateOptions>,
    /// The reference of the payment that it made.
    #[serde(
        rename = "referenceId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub reference_id: ::std::option::Option<::std::string::String>,
    /// What it was taken on.
    #[serde(rename = "targetId", skip_serializing_if = "::std::option::Option::is_none")]
    pub target_id: ::std::option::Option<::std::string::String>,
    /// The kind of that.
    #[serde(
        rename = "targetType",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub target_type: ::std::option::Option<::std::string::String>,
}
/// The options, given back.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
pub struct TaskStateOptions {
    /// `amount` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amount: ::std::option::Option<::payments_provider::wire::Amount>,
}
/// A virtual account that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct VirtualAccountAttributes {
    /// `bankShortCode` in the provider's document.
    #[serde(rename = "bankShortCode")]
    pub bank_short_code: VirtualAccountAttributesBankShortCode,
    /// `displayName` in the provider's document.
    #[serde(rename = "displayName")]
    pub display_name: ::payments_core::Personal,
    /// The merchant's own id, and the idempotency key.
    #[serde(rename = "referenceId")]
    pub reference_id: ::std::string::String,
    /// `suffixNo` in the provider's document.
    #[serde(rename = "suffixNo", skip_serializing_if = "::std::option::Option::is_none")]
    pub suffix_no: ::std::option::Option<::payments_core::Personal>,
}
/// The bank.
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
pub enum VirtualAccountAttributesBankShortCode {
    /// `BCA` in the provider's document.
    #[serde(rename = "BCA")]
    Bca,
    /// `BRI` in the provider's document.
    #[serde(rename = "BRI")]
    Bri,
    /// `BNI` in the provider's document.
    #[serde(rename = "BNI")]
    Bni,
    /// `MANDIRI` in the provider's document.
    #[serde(rename = "MANDIRI")]
    Mandiri,
    /// `SAHABAT_SAMPOERNA` in the provider's document.
    #[serde(rename = "SAHABAT_SAMPOERNA")]
    SahabatSampoerna,
    /// `CIMB_NIAGA` in the provider's document.
    #[serde(rename = "CIMB_NIAGA")]
    CimbNiaga,
    /// `DANAMON` in the provider's document.
    #[serde(rename = "DANAMON")]
    Danamon,
    /// `PERMATA` in the provider's document.
    #[serde(rename = "PERMATA")]
    Permata,
    /// `HANA` in the provider's document.
    #[serde(rename = "HANA")]
    Hana,
}
impl ::std::fmt::Display for VirtualAccountAttributesBankShortCode {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Bca => f.write_str("BCA"),
            Self::Bri => f.write_str("BRI"),
            Self::Bni => f.write_str("BNI"),
            Self::Mandiri => f.write_str("MANDIRI"),
            Self::SahabatSampoerna => f.write_str("SAHABAT_SAMPOERNA"),
            Self::CimbNiaga => f.write_str("CIMB_NIAGA"),
            Self::Danamon => f.write_str("DANAMON"),
            Self::Permata => f.write_str("PERMATA"),
            Self::Hana => f.write_str("HANA"),
        }
    }
}
impl ::std::str::FromStr for VirtualAccountAttributesBankShortCode {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "BCA" => Ok(Self::Bca),
            "BRI" => Ok(Self::Bri),
            "BNI" => Ok(Self::Bni),
            "MANDIRI" => Ok(Self::Mandiri),
            "SAHABAT_SAMPOERNA" => Ok(Self::SahabatSampoerna),
            "CIMB_NIAGA" => Ok(Self::CimbNiaga),
            "DANAMON" => Ok(Self::Danamon),
            "PERMATA" => Ok(Self::Permata),
            "HANA" => Ok(Self::Hana),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for VirtualAccountAttributesBankShortCode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for VirtualAccountAttributesBankShortCode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// What a virtual account needs.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct VirtualAccountOptions {
    /// `bankShortCode` in the provider's document.
    #[serde(rename = "bankShortCode")]
    pub bank_short_code: VirtualAccountOptionsBankShortCode,
    /// `displayName` in the provider's document.
    #[serde(rename = "displayName")]
    pub display_name: ::payments_core::Personal,
    /// `suffixNo` in the provider's document.
    #[serde(rename = "suffixNo", skip_serializing_if = "::std::option::Option::is_none")]
    pub suffix_no: ::std::option::Option<::payments_core::Personal>,
}
/// A bank that opens accounts for one payment.
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
pub enum VirtualAccountOptionsBankShortCode {
    /// `BCA` in the provider's document.
    #[serde(rename = "BCA")]
    Bca,
    /// `BRI` in the provider's document.
    #[serde(rename = "BRI")]
    Bri,
    /// `BNI` in the provider's document.
    #[serde(rename = "BNI")]
    Bni,
    /// `MANDIRI` in the provider's document.
    #[serde(rename = "MANDIRI")]
    Mandiri,
    /// `SAHABAT_SAMPOERNA` in the provider's document.
    #[serde(rename = "SAHABAT_SAMPOERNA")]
    SahabatSampoerna,
}
impl ::std::fmt::Display for VirtualAccountOptionsBankShortCode {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Bca => f.write_str("BCA"),
            Self::Bri => f.write_str("BRI"),
            Self::Bni => f.write_str("BNI"),
            Self::Mandiri => f.write_str("MANDIRI"),
            Self::SahabatSampoerna => f.write_str("SAHABAT_SAMPOERNA"),
        }
    }
}
impl ::std::str::FromStr for VirtualAccountOptionsBankShortCode {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "BCA" => Ok(Self::Bca),
            "BRI" => Ok(Self::Bri),
            "BNI" => Ok(Self::Bni),
            "MANDIRI" => Ok(Self::Mandiri),
            "SAHABAT_SAMPOERNA" => Ok(Self::SahabatSampoerna),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for VirtualAccountOptionsBankShortCode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for VirtualAccountOptionsBankShortCode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A transfer to an account number made for this payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
pub struct VirtualAccountPayment {
    /// `amount` in the provider's document.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// `currency` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub currency: ::std::option::Option<VirtualAccountPaymentCurrency>,
    /// What it is for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// Until when it can be paid, ISO 8601 with an offset.
    #[serde(
        rename = "expiredAt",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub expired_at: ::std::option::Option<::std::string::String>,
    /// `paymentMethodOptions` in the provider's document.
    #[serde(rename = "paymentMethodOptions")]
    pub payment_method_options: VirtualAccountOptions,
    /// `paymentMethodType` in the provider's document.
    #[serde(rename = "paymentMethodType")]
    pub payment_method_type: VirtualAccountPaymentPaymentMethodType,
    /// The merchant's own id, and the idempotency key.
    #[serde(rename = "referenceId")]
    pub reference_id: ::std::string::String,
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
pub enum VirtualAccountPaymentCurrency {
    /// `IDR` in the provider's document.
    #[serde(rename = "IDR")]
    Idr,
}
impl ::std::fmt::Display for VirtualAccountPaymentCurrency {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Idr => f.write_str("IDR"),
        }
    }
}
impl ::std::str::FromStr for VirtualAccountPaymentCurrency {
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
impl ::std::convert::TryFrom<&str> for VirtualAccountPaymentCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for VirtualAccountPaymentCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The kind of method.
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
pub enum VirtualAccountPaymentPaymentMethodType {
    /// `virtual_bank_account` in the provider's document.
    #[serde(rename = "virtual_bank_account")]
    VirtualBankAccount,
}
impl ::std::fmt::Display for VirtualAccountPaymentPaymentMethodType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::VirtualBankAccount => f.write_str("virtual_bank_account"),
        }
    }
}
impl ::std::str::FromStr for VirtualAccountPaymentPaymentMethodType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "virtual_bank_account" => Ok(Self::VirtualBankAccount),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for VirtualAccountPaymentPaymentMethodType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for VirtualAccountPaymentPaymentMethodType {
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
