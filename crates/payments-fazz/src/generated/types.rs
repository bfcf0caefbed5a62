// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

/// An action on a method that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateMethodTask {
    /// The envelope of an action.
    pub data: CreateMethodTaskData,
}
/// The envelope of an action.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateMethodTaskData {
    /// A payment received in the sandbox.
    pub attributes: MethodTaskRequest,
}
/// One payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreatePayment {
    /// The envelope of one payment.
    pub data: CreatePaymentData,
}
/// The envelope of one payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreatePaymentData {
    /// One payment, by one of the methods.
    pub attributes: PaymentAttributes,
}
/// A QRIS code that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateQris {
    /// The envelope of a QRIS code.
    pub data: CreateQrisData,
}
/// The envelope of a QRIS code.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateQrisData {
    /// A QRIS code that stays.
    pub attributes: QrisAttributes,
}
/// An action on a payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateTask {
    /// The envelope of an action.
    pub data: CreateTaskData,
}
/// The envelope of an action.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateTaskData {
    /// An action on a payment.
    pub attributes: TaskRequest,
}
/// A virtual account that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateVirtualAccount {
    /// The envelope of a virtual account.
    pub data: CreateVirtualAccountData,
}
/// The envelope of a virtual account.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateVirtualAccountData {
    /// A virtual account that stays.
    pub attributes: VirtualAccountAttributes,
}
/// What a wallet needs.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EwalletOptions {
    /// Where the customer returns to after paying.
    #[serde(rename = "afterSettlementReturnUrl")]
    pub after_settlement_return_url: ::std::string::String,
    /// The wallet.
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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct EwalletPayment {
    /// What the customer pays, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// Currency of the amount.
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
    /// What a wallet needs.
    #[serde(rename = "paymentMethodOptions")]
    pub payment_method_options: EwalletOptions,
    /// The kind of method.
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
#[non_exhaustive]
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
#[non_exhaustive]
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
#[non_exhaustive]
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
    /// The name that the customer reads.
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
#[non_exhaustive]
pub struct MethodTaskOptions {
    /// What the customer pays, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
}
/// A payment received in the sandbox.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MethodTaskRequest {
    /// The action.
    pub action: MethodTaskRequestAction,
    /// How much is received.
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
#[non_exhaustive]
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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct PaymentDocument {
    /// A payment.
    pub data: PaymentResource,
}
/// A page of payments. It tells no total.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaymentList {
    /// The payments, each read on its own as PaymentResource: an odd one is no reason to lose the others.
    pub data: ::std::vec::Vec<::payments_core::Raw>,
}
/// A method that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaymentMethodAttributes {
    /// What the customer is shown, of any method.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub instructions: ::std::option::Option<Instructions>,
    /// The merchant's own id.
    #[serde(rename = "referenceId")]
    pub reference_id: ::std::string::String,
}
/// A method that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaymentMethodDocument {
    /// A method that stays.
    pub data: PaymentMethodResource,
}
/// A method that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaymentMethodResource {
    /// A method that stays.
    pub attributes: PaymentMethodAttributes,
    /// The provider's id.
    pub id: ::std::string::String,
    /// The kind of method.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
}
/// How it is paid.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PaymentMethodState {
    /// The provider's id of the method.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /// What the customer is shown, of any method.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub instructions: ::std::option::Option<Instructions>,
    /// The merchant's own id of the payment, or of the method that stays.
    #[serde(
        rename = "referenceId",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub reference_id: ::std::option::Option<::std::string::String>,
    /// Where a wallet's customer goes; wallets have this in place of instructions.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub settlement: ::std::option::Option<Settlement>,
    /// The kind of method.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
}
/// A payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaymentResource {
    /// The state of a payment.
    pub attributes: PaymentState,
    /// The provider's id.
    pub id: ::std::string::String,
    /// payment.
    #[serde(rename = "type")]
    pub type_: ::std::string::String,
}
/// The state of a payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaymentState {
    /// The amount, a string with a point.
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
    /// What the provider keeps, a string with a point.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub fees: ::std::option::Option<::payments_provider::wire::Amount>,
    /// How it is paid.
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
#[non_exhaustive]
pub struct QrisAttributes {
    /// What the customer reads.
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
#[non_exhaustive]
pub struct QrisOptions {
    /// What the customer reads.
    #[serde(
        rename = "displayName",
        skip_serializing_if = "::std::option::Option::is_none"
    )]
    pub display_name: ::std::option::Option<::payments_core::Personal>,
}
/// The national QR code.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct QrisPayment {
    /// What the customer pays, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// Currency of the amount.
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
    /// What a QR code needs.
    #[serde(rename = "paymentMethodOptions")]
    pub payment_method_options: QrisOptions,
    /// The kind of method.
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
#[non_exhaustive]
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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct Refusal {
    /// What is wrong; clients read the first.
    pub errors: ::std::vec::Vec<RefusalError>,
}
/// One thing that is wrong.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
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
#[non_exhaustive]
pub struct RetailOutletOptions {
    /// What the customer reads.
    #[serde(rename = "displayName")]
    pub display_name: ::payments_core::Personal,
    /// The chain.
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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct RetailOutletPayment {
    /// What the customer pays, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// Currency of the amount.
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
    /// What a retail outlet needs.
    #[serde(rename = "paymentMethodOptions")]
    pub payment_method_options: RetailOutletOptions,
    /// The kind of method.
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
#[non_exhaustive]
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
#[non_exhaustive]
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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct TaskDocument {
    /// An action that was taken.
    pub data: TaskResource,
}
/// An action on a payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskRequest {
    /// cancel; in the sandbox also receive_payment and settle.
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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct TaskResource {
    /// An action that was taken.
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
#[non_exhaustive]
pub struct TaskState {
    /// The action.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub action: ::std::option::Option<::std::string::String>,
    /// The options, given back.
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
#[non_exhaustive]
pub struct TaskStateOptions {
    /// The amount.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amount: ::std::option::Option<::payments_provider::wire::Amount>,
}
/// A virtual account that stays.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VirtualAccountAttributes {
    /// The bank.
    #[serde(rename = "bankShortCode")]
    pub bank_short_code: VirtualAccountAttributesBankShortCode,
    /// The name of the account.
    #[serde(rename = "displayName")]
    pub display_name: ::payments_core::Personal,
    /// The merchant's own id, and the idempotency key.
    #[serde(rename = "referenceId")]
    pub reference_id: ::std::string::String,
    /// The last digits of the account number.
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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct VirtualAccountOptions {
    /// A bank that opens accounts for one payment.
    #[serde(rename = "bankShortCode")]
    pub bank_short_code: VirtualAccountOptionsBankShortCode,
    /// The name of the account.
    #[serde(rename = "displayName")]
    pub display_name: ::payments_core::Personal,
    /// The last digits of the account number, where the bank lets the merchant choose.
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
#[non_exhaustive]
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
#[non_exhaustive]
pub struct VirtualAccountPayment {
    /// What the customer pays, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// Currency of the amount.
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
    /// What a virtual account needs.
    #[serde(rename = "paymentMethodOptions")]
    pub payment_method_options: VirtualAccountOptions,
    /// The kind of method.
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
#[non_exhaustive]
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
#[non_exhaustive]
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
impl CreateMethodTask {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(data: CreateMethodTaskData) -> Self {
        Self { data: data }
    }
}
impl CreateMethodTaskData {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(attributes: MethodTaskRequest) -> Self {
        Self { attributes: attributes }
    }
}
impl CreatePayment {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(data: CreatePaymentData) -> Self {
        Self { data: data }
    }
}
impl CreatePaymentData {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(attributes: PaymentAttributes) -> Self {
        Self { attributes: attributes }
    }
}
impl CreateQris {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(data: CreateQrisData) -> Self {
        Self { data: data }
    }
}
impl CreateQrisData {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(attributes: QrisAttributes) -> Self {
        Self { attributes: attributes }
    }
}
impl CreateTask {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(data: CreateTaskData) -> Self {
        Self { data: data }
    }
}
impl CreateTaskData {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(attributes: TaskRequest) -> Self {
        Self { attributes: attributes }
    }
}
impl CreateVirtualAccount {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(data: CreateVirtualAccountData) -> Self {
        Self { data: data }
    }
}
impl CreateVirtualAccountData {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(attributes: VirtualAccountAttributes) -> Self {
        Self { attributes: attributes }
    }
}
impl EwalletOptions {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        provider_code: EwalletOptionsProviderCode,
        after_settlement_return_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            provider_code: provider_code,
            after_settlement_return_url: after_settlement_return_url.into(),
        }
    }
}
impl EwalletPayment {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        reference_id: impl ::std::convert::Into<::std::string::String>,
        payment_method_options: EwalletOptions,
    ) -> Self {
        Self {
            payment_method_type: EwalletPaymentPaymentMethodType::EWallet,
            amount: amount.into(),
            reference_id: reference_id.into(),
            payment_method_options: payment_method_options,
            currency: None,
            description: None,
            expired_at: None,
        }
    }
    /// Currency of the amount.
    #[must_use]
    pub fn currency(mut self, value: EwalletPaymentCurrency) -> Self {
        self.currency = Some(value);
        self
    }
    /// What it is for.
    #[must_use]
    pub fn description(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.description = Some(value.into());
        self
    }
    /// Until when it can be paid, ISO 8601 with an offset.
    #[must_use]
    pub fn expired_at(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.expired_at = Some(value.into());
        self
    }
}
impl MethodTaskOptions {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
    ) -> Self {
        Self { amount: amount.into() }
    }
}
impl MethodTaskRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(options: MethodTaskOptions) -> Self {
        Self {
            action: MethodTaskRequestAction::ReceivePayment,
            options: options,
        }
    }
}
impl QrisAttributes {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(reference_id: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            reference_id: reference_id.into(),
            display_name: None,
        }
    }
    /// What the customer reads.
    #[must_use]
    pub fn display_name(
        mut self,
        value: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        self.display_name = Some(value.into());
        self
    }
}
impl QrisOptions {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new() -> Self {
        Self { display_name: None }
    }
    /// What the customer reads.
    #[must_use]
    pub fn display_name(
        mut self,
        value: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        self.display_name = Some(value.into());
        self
    }
}
impl QrisPayment {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        reference_id: impl ::std::convert::Into<::std::string::String>,
        payment_method_options: QrisOptions,
    ) -> Self {
        Self {
            payment_method_type: QrisPaymentPaymentMethodType::Qris,
            amount: amount.into(),
            reference_id: reference_id.into(),
            payment_method_options: payment_method_options,
            currency: None,
            description: None,
            expired_at: None,
        }
    }
    /// Currency of the amount.
    #[must_use]
    pub fn currency(mut self, value: QrisPaymentCurrency) -> Self {
        self.currency = Some(value);
        self
    }
    /// What it is for.
    #[must_use]
    pub fn description(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.description = Some(value.into());
        self
    }
    /// Until when it can be paid, ISO 8601 with an offset.
    #[must_use]
    pub fn expired_at(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.expired_at = Some(value.into());
        self
    }
}
impl RetailOutletOptions {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        retail_outlet_name: RetailOutletOptionsRetailOutletName,
        display_name: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        Self {
            retail_outlet_name: retail_outlet_name,
            display_name: display_name.into(),
        }
    }
}
impl RetailOutletPayment {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        reference_id: impl ::std::convert::Into<::std::string::String>,
        payment_method_options: RetailOutletOptions,
    ) -> Self {
        Self {
            payment_method_type: RetailOutletPaymentPaymentMethodType::RetailOutlet,
            amount: amount.into(),
            currency: RetailOutletPaymentCurrency::Idr,
            reference_id: reference_id.into(),
            payment_method_options: payment_method_options,
            description: None,
            expired_at: None,
        }
    }
    /// What it is for.
    #[must_use]
    pub fn description(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.description = Some(value.into());
        self
    }
    /// Until when it can be paid, ISO 8601 with an offset.
    #[must_use]
    pub fn expired_at(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.expired_at = Some(value.into());
        self
    }
}
impl TaskRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(action: TaskRequestAction) -> Self {
        Self { action: action }
    }
}
impl VirtualAccountAttributes {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        reference_id: impl ::std::convert::Into<::std::string::String>,
        bank_short_code: VirtualAccountAttributesBankShortCode,
        display_name: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        Self {
            reference_id: reference_id.into(),
            bank_short_code: bank_short_code,
            display_name: display_name.into(),
            suffix_no: None,
        }
    }
    /// The last digits of the account number.
    #[must_use]
    pub fn suffix_no(
        mut self,
        value: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        self.suffix_no = Some(value.into());
        self
    }
}
impl VirtualAccountOptions {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        bank_short_code: VirtualAccountOptionsBankShortCode,
        display_name: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        Self {
            bank_short_code: bank_short_code,
            display_name: display_name.into(),
            suffix_no: None,
        }
    }
    /// The last digits of the account number, where the bank lets the merchant choose.
    #[must_use]
    pub fn suffix_no(
        mut self,
        value: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        self.suffix_no = Some(value.into());
        self
    }
}
impl VirtualAccountPayment {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        reference_id: impl ::std::convert::Into<::std::string::String>,
        payment_method_options: VirtualAccountOptions,
    ) -> Self {
        Self {
            payment_method_type: VirtualAccountPaymentPaymentMethodType::VirtualBankAccount,
            amount: amount.into(),
            reference_id: reference_id.into(),
            payment_method_options: payment_method_options,
            currency: None,
            description: None,
            expired_at: None,
        }
    }
    /// Currency of the amount.
    #[must_use]
    pub fn currency(mut self, value: VirtualAccountPaymentCurrency) -> Self {
        self.currency = Some(value);
        self
    }
    /// What it is for.
    #[must_use]
    pub fn description(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.description = Some(value.into());
        self
    }
    /// Until when it can be paid, ISO 8601 with an offset.
    #[must_use]
    pub fn expired_at(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.expired_at = Some(value.into());
        self
    }
}
