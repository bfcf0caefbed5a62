// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

/// An item of a charge.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BasketItem {
    /// Category of the item.
    pub category: ::std::string::String,
    /// Currency of the price.
    pub currency: BasketItemCurrency,
    /// Description of the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// The merchant's own data about the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Name of the item.
    pub name: ::std::string::String,
    /// Price of one, in rupiah.
    pub price: ::payments_provider::wire::AmountInteger,
    /// How many.
    pub quantity: i64,
    /// The merchant's id of the item.
    pub reference_id: ::std::string::String,
    /// Sub-category of the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sub_category: ::std::option::Option<::std::string::String>,
    /// Product or service.
    #[serde(rename = "type")]
    pub type_: BasketItemType,
    /// Page of the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}
/// Currency of the price.
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
pub enum BasketItemCurrency {
    /// `IDR` in the provider's document.
    #[serde(rename = "IDR")]
    Idr,
}
impl ::std::fmt::Display for BasketItemCurrency {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Idr => f.write_str("IDR"),
        }
    }
}
impl ::std::str::FromStr for BasketItemCurrency {
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
impl ::std::convert::TryFrom<&str> for BasketItemCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for BasketItemCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// Product or service.
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
pub enum BasketItemType {
    /// `PRODUCT` in the provider's document.
    #[serde(rename = "PRODUCT")]
    Product,
    /// `SERVICE` in the provider's document.
    #[serde(rename = "SERVICE")]
    Service,
}
impl ::std::fmt::Display for BasketItemType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Product => f.write_str("PRODUCT"),
            Self::Service => f.write_str("SERVICE"),
        }
    }
}
impl ::std::str::FromStr for BasketItemType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "PRODUCT" => Ok(Self::Product),
            "SERVICE" => Ok(Self::Service),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for BasketItemType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for BasketItemType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// What a wallet needs: ID_OVO the mobile number, the others the URL of success.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChannelProperties {
    /// Where the customer goes after giving up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cancel_redirect_url: ::std::option::Option<::std::string::String>,
    /// Where the customer goes after a failure.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failure_redirect_url: ::std::option::Option<::std::string::String>,
    /// The customer's phone number with country code, such as +628123123123. Required for ID_OVO.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mobile_number: ::std::option::Option<::payments_core::Personal>,
    /// Whether the customer's points are used.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub redeem_points: ::std::option::Option<ChannelPropertiesRedeemPoints>,
    /// Where the customer goes after paying. Required for ID_DANA, ID_LINKAJA and ID_SHOPEEPAY.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success_redirect_url: ::std::option::Option<::std::string::String>,
}
/// Whether the customer's points are used.
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
pub enum ChannelPropertiesRedeemPoints {
    /// `REDEEM_NONE` in the provider's document.
    #[serde(rename = "REDEEM_NONE")]
    RedeemNone,
    /// `REDEEM_ALL` in the provider's document.
    #[serde(rename = "REDEEM_ALL")]
    RedeemAll,
}
impl ::std::fmt::Display for ChannelPropertiesRedeemPoints {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::RedeemNone => f.write_str("REDEEM_NONE"),
            Self::RedeemAll => f.write_str("REDEEM_ALL"),
        }
    }
}
impl ::std::str::FromStr for ChannelPropertiesRedeemPoints {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "REDEEM_NONE" => Ok(Self::RedeemNone),
            "REDEEM_ALL" => Ok(Self::RedeemAll),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for ChannelPropertiesRedeemPoints {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for ChannelPropertiesRedeemPoints {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// What became of a charge: its end, a void, a refund.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChargeCallback {
    /// API version, at times null.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub api_version: ::std::option::Option<::std::string::String>,
    /// The provider's id of the merchant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub business_id: ::std::option::Option<::std::string::String>,
    /// When the callback was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created: ::std::option::Option<::std::string::String>,
    /// The state of a charge, as every charge operation and the callback give it.
    pub data: EwalletCharge,
    /// ewallet.capture, ewallet.void or ewallet.refund. It decides what the message is.
    pub event: ::std::string::String,
}
/// A refund of a charge.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChargeRefund {
    /// What was taken by the charge.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub capture_amount: ::std::option::Option<::payments_provider::wire::Amount>,
    /// The wallet.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub channel_code: ::std::option::Option<::std::string::String>,
    /// The provider's id of the charge.
    pub charge_id: ::std::string::String,
    /// Currency of the amounts.
    pub currency: ::std::string::String,
    /// Why the refund failed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failure_code: ::std::option::Option<::std::string::String>,
    /// The provider's id of the refund, ewr_ and a UUID.
    pub id: ::std::string::String,
    /// Why the money goes back.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reason: ::std::option::Option<::std::string::String>,
    /// What goes back by this refund.
    pub refund_amount: ::payments_provider::wire::Amount,
    /// Status word of the refund.
    pub status: ::std::string::String,
}
/// The channel properties of a charge, as given back.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChargedChannelProperties {
    /// Where the customer goes after giving up.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cancel_redirect_url: ::std::option::Option<::std::string::String>,
    /// Where the customer goes after a failure.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failure_redirect_url: ::std::option::Option<::std::string::String>,
    /// The customer's phone number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mobile_number: ::std::option::Option<::payments_core::Personal>,
    /// Whether the customer's points are used.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub redeem_points: ::std::option::Option<::std::string::String>,
    /// Where the customer goes after paying.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub success_redirect_url: ::std::option::Option<::std::string::String>,
}
/// An item of a charge, as given back.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ChargedItem {
    /// Category of the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub category: ::std::option::Option<::std::string::String>,
    /// Currency of the price.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub currency: ::std::option::Option<::std::string::String>,
    /// Description of the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub description: ::std::option::Option<::std::string::String>,
    /// The merchant's own data about the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::payments_core::Raw>,
    /// Name of the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Price of one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub price: ::std::option::Option<::payments_provider::wire::Amount>,
    /// How many.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub quantity: ::std::option::Option<i64>,
    /// The merchant's id of the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub reference_id: ::std::option::Option<::std::string::String>,
    /// Sub-category of the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sub_category: ::std::option::Option<::std::string::String>,
    /// Product or service.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
    /// Page of the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub url: ::std::option::Option<::std::string::String>,
}
/// `CreateEwalletPaymentXApiVersion`
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
pub enum CreateEwalletPaymentXApiVersion {
    /// `2019-02-04` in the provider's document.
    #[serde(rename = "2019-02-04")]
    X20190204,
    /// `2020-02-01` in the provider's document.
    #[serde(rename = "2020-02-01")]
    X20200201,
}
impl ::std::fmt::Display for CreateEwalletPaymentXApiVersion {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::X20190204 => f.write_str("2019-02-04"),
            Self::X20200201 => f.write_str("2020-02-01"),
        }
    }
}
impl ::std::str::FromStr for CreateEwalletPaymentXApiVersion {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "2019-02-04" => Ok(Self::X20190204),
            "2020-02-01" => Ok(Self::X20200201),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for CreateEwalletPaymentXApiVersion {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for CreateEwalletPaymentXApiVersion {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The end of a DANA payment. The status is in payment_status.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DanaCallback {
    /// The amount of the payment.
    pub amount: ::payments_provider::wire::Amount,
    /// The provider's id of the merchant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub business_id: ::std::option::Option<::std::string::String>,
    /// The merchant's callback token, from the dashboard.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub callback_authentication_token: ::std::option::Option<::payments_core::Secret>,
    /// A wallet, in what is received.
    pub ewallet_type: crate::generated::types::EwalletType,
    /// The merchant's own id.
    pub external_id: ::std::string::String,
    /// Status word.
    pub payment_status: ::std::string::String,
    /// When the payment was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transaction_date: ::std::option::Option<::std::string::String>,
}
/// A DANA payment, the same in both versions. The customer pays on the page that checkout_url names.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DanaPaymentRequest {
    /// What the customer pays, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// Where the callback goes after the customer has paid.
    pub callback_url: ::std::string::String,
    /// The wallet.
    pub ewallet_type: DanaPaymentRequestEwalletType,
    /// After this time the customer cannot pay, ISO 8601. UTC unless it has an offset. 24 hours when absent.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expiration_date: ::std::option::Option<::std::string::String>,
    /// The merchant's own id.
    pub external_id: ::std::string::String,
    /// Where the customer goes after paying.
    pub redirect_url: ::std::string::String,
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
pub enum DanaPaymentRequestEwalletType {
    /// `DANA` in the provider's document.
    #[serde(rename = "DANA")]
    Dana,
}
impl ::std::fmt::Display for DanaPaymentRequestEwalletType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Dana => f.write_str("DANA"),
        }
    }
}
impl ::std::str::FromStr for DanaPaymentRequestEwalletType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "DANA" => Ok(Self::Dana),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for DanaPaymentRequestEwalletType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for DanaPaymentRequestEwalletType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A refusal, in every shape seen. A validation error may lack the message.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Error {
    /// Code of the refusal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub error_code: ::std::option::Option<::std::string::String>,
    /// The fields that are wrong.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub errors: ::std::option::Option<::std::vec::Vec<FieldError>>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
}
/// The state of a charge, as every charge operation and the callback give it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EwalletCharge {
    /// Where the customer pays. Which members are there depends on the wallet.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub actions: ::std::option::Option<EwalletChargeActions>,
    /// What is bought.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub basket: ::std::option::Option<::std::vec::Vec<ChargedItem>>,
    /// The provider's id of the merchant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub business_id: ::std::option::Option<::std::string::String>,
    /// Where the callback goes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub callback_url: ::std::option::Option<::std::string::String>,
    /// The amount taken.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub capture_amount: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Whether the money is taken at once.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub capture_now: ::std::option::Option<bool>,
    /// The wallet.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub channel_code: ::std::option::Option<
        crate::generated::types::EwalletChargeChannelCode,
    >,
    /// The channel properties of a charge, as given back.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub channel_properties: ::std::option::Option<ChargedChannelProperties>,
    /// The amount asked.
    pub charge_amount: ::payments_provider::wire::Amount,
    /// ONE_TIME_PAYMENT or TOKENIZED_PAYMENT.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub checkout_method: ::std::option::Option<::std::string::String>,
    /// When the charge was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created: ::std::option::Option<::std::string::String>,
    /// Currency of the amounts.
    pub currency: ::std::string::String,
    /// The provider's id of the customer.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_id: ::std::option::Option<::std::string::String>,
    /// Why the charge failed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failure_code: ::std::option::Option<::std::string::String>,
    /// The provider's id of the charge, ewc_ and a UUID.
    pub id: ::std::string::String,
    /// Whether the customer must be sent to one of the actions. False for OVO.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub is_redirect_required: ::std::option::Option<bool>,
    /// The merchant's own data.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<::payments_core::Raw>,
    /// The amount that the customer paid, in that currency.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub payer_charged_amount: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Currency that the customer paid in.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub payer_charged_currency: ::std::option::Option<::std::string::String>,
    /// The provider's id of the linked account.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub payment_method_id: ::std::option::Option<::std::string::String>,
    /// The merchant's own id.
    pub reference_id: ::std::string::String,
    /// The amount given back.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub refunded_amount: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Status word.
    pub status: ::std::string::String,
    /// When the charge last changed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub updated: ::std::option::Option<::std::string::String>,
    /// State of the reversal; absent or null when none was asked.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub void_status: ::std::option::Option<::std::string::String>,
    /// When the charge was reversed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub voided_at: ::std::option::Option<::std::string::String>,
}
/// Where the customer pays. Which members are there depends on the wallet.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct EwalletChargeActions {
    /// Page for a desktop browser.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub desktop_web_checkout_url: ::std::option::Option<::std::string::String>,
    /// Link that opens the wallet's app.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mobile_deeplink_checkout_url: ::std::option::Option<::std::string::String>,
    /// Page for a mobile browser.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub mobile_web_checkout_url: ::std::option::Option<::std::string::String>,
    /// Content of a QR code to show.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub qr_checkout_string: ::std::option::Option<::std::string::String>,
}
/// A charge with one of the wallets.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EwalletChargeRequest {
    /// What the customer pays, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// What is bought.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub basket: ::std::option::Option<::std::vec::Vec<BasketItem>>,
    /// Whether the money is taken at once.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub capture_now: ::std::option::Option<bool>,
    /// The wallet. Required for ONE_TIME_PAYMENT.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub channel_code: ::std::option::Option<EwalletChargeRequestChannelCode>,
    /// What a wallet needs: ID_OVO the mobile number, the others the URL of success.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub channel_properties: ::std::option::Option<ChannelProperties>,
    /// ONE_TIME_PAYMENT, or TOKENIZED_PAYMENT with a linked account.
    pub checkout_method: EwalletChargeRequestCheckoutMethod,
    /// Currency of the amount.
    pub currency: EwalletChargeRequestCurrency,
    /// The provider's id of the customer.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_id: ::std::option::Option<::std::string::String>,
    /// The merchant's own data, given back as it is.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub metadata: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// The provider's id of a linked account, for TOKENIZED_PAYMENT.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub payment_method_id: ::std::option::Option<::std::string::String>,
    /// The merchant's own id.
    pub reference_id: ::std::string::String,
}
/// The wallet. Required for ONE_TIME_PAYMENT.
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
pub enum EwalletChargeRequestChannelCode {
    /// `ID_OVO` in the provider's document.
    #[serde(rename = "ID_OVO")]
    IdOvo,
    /// `ID_DANA` in the provider's document.
    #[serde(rename = "ID_DANA")]
    IdDana,
    /// `ID_LINKAJA` in the provider's document.
    #[serde(rename = "ID_LINKAJA")]
    IdLinkaja,
    /// `ID_SHOPEEPAY` in the provider's document.
    #[serde(rename = "ID_SHOPEEPAY")]
    IdShopeepay,
}
impl ::std::fmt::Display for EwalletChargeRequestChannelCode {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::IdOvo => f.write_str("ID_OVO"),
            Self::IdDana => f.write_str("ID_DANA"),
            Self::IdLinkaja => f.write_str("ID_LINKAJA"),
            Self::IdShopeepay => f.write_str("ID_SHOPEEPAY"),
        }
    }
}
impl ::std::str::FromStr for EwalletChargeRequestChannelCode {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "ID_OVO" => Ok(Self::IdOvo),
            "ID_DANA" => Ok(Self::IdDana),
            "ID_LINKAJA" => Ok(Self::IdLinkaja),
            "ID_SHOPEEPAY" => Ok(Self::IdShopeepay),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for EwalletChargeRequestChannelCode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for EwalletChargeRequestChannelCode {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// ONE_TIME_PAYMENT, or TOKENIZED_PAYMENT with a linked account.
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
pub enum EwalletChargeRequestCheckoutMethod {
    /// `ONE_TIME_PAYMENT` in the provider's document.
    #[serde(rename = "ONE_TIME_PAYMENT")]
    OneTimePayment,
    /// `TOKENIZED_PAYMENT` in the provider's document.
    #[serde(rename = "TOKENIZED_PAYMENT")]
    TokenizedPayment,
}
impl ::std::fmt::Display for EwalletChargeRequestCheckoutMethod {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::OneTimePayment => f.write_str("ONE_TIME_PAYMENT"),
            Self::TokenizedPayment => f.write_str("TOKENIZED_PAYMENT"),
        }
    }
}
impl ::std::str::FromStr for EwalletChargeRequestCheckoutMethod {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "ONE_TIME_PAYMENT" => Ok(Self::OneTimePayment),
            "TOKENIZED_PAYMENT" => Ok(Self::TokenizedPayment),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for EwalletChargeRequestCheckoutMethod {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for EwalletChargeRequestCheckoutMethod {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
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
pub enum EwalletChargeRequestCurrency {
    /// `IDR` in the provider's document.
    #[serde(rename = "IDR")]
    Idr,
}
impl ::std::fmt::Display for EwalletChargeRequestCurrency {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Idr => f.write_str("IDR"),
        }
    }
}
impl ::std::str::FromStr for EwalletChargeRequestCurrency {
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
impl ::std::convert::TryFrom<&str> for EwalletChargeRequestCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for EwalletChargeRequestCurrency {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The answer to a new payment, all wallets and versions in one. DANA and LINKAJA give no status; OVO 2019-02-04 gives none because the answer itself says paid.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EwalletPayment {
    /// The amount asked.
    pub amount: ::payments_provider::wire::Amount,
    /// The provider's id of the merchant. OVO only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub business_id: ::std::option::Option<::std::string::String>,
    /// Page on which the customer pays. DANA and LINKAJA only. That of LINKAJA lives 5 minutes by default.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub checkout_url: ::std::option::Option<::std::string::String>,
    /// When the payment was asked for, in UTC. OVO 2020-02-01 only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created: ::std::option::Option<::std::string::String>,
    /// The transaction's id in the wallet. OVO 2019-02-04 only, not always.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ewallet_transaction_id: ::std::option::Option<::std::string::String>,
    /// A wallet, in what is received.
    pub ewallet_type: crate::generated::types::EwalletType,
    /// The merchant's own id.
    pub external_id: ::std::string::String,
    /// The customer's phone number. OVO only, not always.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone: ::std::option::Option<::payments_core::Personal>,
    /// PENDING. OVO 2020-02-01 only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<::std::string::String>,
    /// Time of the transaction, in UTC. OVO 2019-02-04 and LINKAJA only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transaction_date: ::std::option::Option<::std::string::String>,
}
/// A payment with one of the wallets. For OVO the limits of external_id depend on the version.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[serde(untagged)]
#[non_exhaustive]
pub enum EwalletPaymentRequest {
    /// A `OvoPaymentRequest`.
    OvoPaymentRequest(OvoPaymentRequest),
    /// A `OvoPaymentRequest20190204`.
    OvoPaymentRequest20190204(OvoPaymentRequest20190204),
    /// A `DanaPaymentRequest`.
    DanaPaymentRequest(DanaPaymentRequest),
    /// A `LinkajaPaymentRequest`.
    LinkajaPaymentRequest(LinkajaPaymentRequest),
}
impl ::std::convert::From<OvoPaymentRequest> for EwalletPaymentRequest {
    fn from(value: OvoPaymentRequest) -> Self {
        Self::OvoPaymentRequest(value)
    }
}
impl ::std::convert::From<OvoPaymentRequest20190204> for EwalletPaymentRequest {
    fn from(value: OvoPaymentRequest20190204) -> Self {
        Self::OvoPaymentRequest20190204(value)
    }
}
impl ::std::convert::From<DanaPaymentRequest> for EwalletPaymentRequest {
    fn from(value: DanaPaymentRequest) -> Self {
        Self::DanaPaymentRequest(value)
    }
}
impl ::std::convert::From<LinkajaPaymentRequest> for EwalletPaymentRequest {
    fn from(value: LinkajaPaymentRequest) -> Self {
        Self::LinkajaPaymentRequest(value)
    }
}
/// The status of one payment, all wallets in one.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EwalletPaymentStatus {
    /// The amount: a number from LINKAJA, a string of digits from OVO and DANA, at times with decimals.
    pub amount: ::payments_provider::wire::Amount,
    /// The provider's id of the merchant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub business_id: ::std::option::Option<::std::string::String>,
    /// Page on which the customer pays. DANA, and LINKAJA while PENDING or EXPIRED.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub checkout_url: ::std::option::Option<::std::string::String>,
    /// A wallet, in what is received.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ewallet_type: ::std::option::Option<crate::generated::types::EwalletType>,
    /// When the payment expires. DANA only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expiration_date: ::std::option::Option<::std::string::String>,
    /// When the payment expires or expired. LINKAJA only, while PENDING or EXPIRED.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub expired_at: ::std::option::Option<::std::string::String>,
    /// The merchant's own id.
    pub external_id: ::std::string::String,
    /// When the payment was made. LINKAJA only, when COMPLETED or FAILED.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub payment_timestamp: ::std::option::Option<::std::string::String>,
    /// Status word. Which words there are depends on the wallet.
    pub status: ::std::string::String,
    /// Time of the transaction. OVO only.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transaction_date: ::std::option::Option<::std::string::String>,
}
/// One wrong field. Which members are there depends on the endpoint.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct FieldError {
    /// `field` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub field: ::std::option::Option<::payments_core::Raw>,
    /// Part of the request.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub location: ::std::option::Option<::std::string::String>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// Texts for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub messages: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// `path` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub path: ::std::option::Option<::payments_core::Raw>,
}
/// `GetEwalletPaymentEwalletType`
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
pub enum GetEwalletPaymentEwalletType {
    /// `OVO` in the provider's document.
    #[serde(rename = "OVO")]
    Ovo,
    /// `DANA` in the provider's document.
    #[serde(rename = "DANA")]
    Dana,
    /// `LINKAJA` in the provider's document.
    #[serde(rename = "LINKAJA")]
    Linkaja,
}
impl ::std::fmt::Display for GetEwalletPaymentEwalletType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Ovo => f.write_str("OVO"),
            Self::Dana => f.write_str("DANA"),
            Self::Linkaja => f.write_str("LINKAJA"),
        }
    }
}
impl ::std::str::FromStr for GetEwalletPaymentEwalletType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "OVO" => Ok(Self::Ovo),
            "DANA" => Ok(Self::Dana),
            "LINKAJA" => Ok(Self::Linkaja),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for GetEwalletPaymentEwalletType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for GetEwalletPaymentEwalletType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The end of a LINKAJA payment. It has no time and no id of the merchant.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LinkajaCallback {
    /// The amount of the payment.
    pub amount: ::payments_provider::wire::Amount,
    /// The merchant's callback token, from the dashboard.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub callback_authentication_token: ::std::option::Option<::payments_core::Secret>,
    /// A wallet, in what is received.
    pub ewallet_type: crate::generated::types::EwalletType,
    /// The merchant's own id.
    pub external_id: ::std::string::String,
    /// The items of the payment.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub items: ::std::option::Option<::std::vec::Vec<LinkajaCallbackItem>>,
    /// Status word.
    pub status: ::std::string::String,
}
/// An item of a LINKAJA payment, as given back.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct LinkajaCallbackItem {
    /// The merchant's id of the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub id: ::std::option::Option<::std::string::String>,
    /// Name of the item.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Price of one.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub price: ::std::option::Option<::payments_provider::wire::Amount>,
    /// How many.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub quantity: ::std::option::Option<i64>,
}
/// An item of a LINKAJA payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LinkajaItem {
    /// The merchant's id of the item.
    pub id: ::std::string::String,
    /// Name of the item.
    pub name: ::std::string::String,
    /// Price of one, in rupiah.
    pub price: ::payments_provider::wire::AmountInteger,
    /// How many.
    pub quantity: i64,
}
/// A LINKAJA payment, the same in both versions. The customer pays on the page that checkout_url names.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LinkajaPaymentRequest {
    /// What the customer pays, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// Where the callback goes after the customer has paid.
    pub callback_url: ::std::string::String,
    /// The wallet.
    pub ewallet_type: LinkajaPaymentRequestEwalletType,
    /// The merchant's own id.
    pub external_id: ::std::string::String,
    /// The items or products. Their sum need not be the amount.
    pub items: ::std::vec::Vec<LinkajaItem>,
    /// The customer's phone number, which has a LinkAja account, such as 08123123123.
    pub phone: ::payments_core::Personal,
    /// Where the customer goes after paying.
    pub redirect_url: ::std::string::String,
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
pub enum LinkajaPaymentRequestEwalletType {
    /// `LINKAJA` in the provider's document.
    #[serde(rename = "LINKAJA")]
    Linkaja,
}
impl ::std::fmt::Display for LinkajaPaymentRequestEwalletType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Linkaja => f.write_str("LINKAJA"),
        }
    }
}
impl ::std::str::FromStr for LinkajaPaymentRequestEwalletType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "LINKAJA" => Ok(Self::Linkaja),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for LinkajaPaymentRequestEwalletType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for LinkajaPaymentRequestEwalletType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// The end of an OVO payment, version 2020-02-01. It carries no token in its body: the header x-callback-token is the proof.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OvoCallback {
    /// The amount paid.
    pub amount: ::payments_provider::wire::Amount,
    /// The provider's id of the merchant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub business_id: ::std::option::Option<::std::string::String>,
    /// When the payment was made, in UTC. Only when COMPLETED.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created: ::std::option::Option<::std::string::String>,
    /// ewallet.payment.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub event: ::std::option::Option<::std::string::String>,
    /// A wallet, in what is received.
    pub ewallet_type: crate::generated::types::EwalletType,
    /// The merchant's own id.
    pub external_id: ::std::string::String,
    /// Why the payment failed. Only when FAILED.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub failure_code: ::std::option::Option<::std::string::String>,
    /// The provider's id of the payment.
    pub id: ::std::string::String,
    /// The customer's phone number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub phone: ::std::option::Option<::payments_core::Personal>,
    /// Status word.
    pub status: ::std::string::String,
}
/// An OVO payment, version 2020-02-01. The customer approves it on the phone; the result comes by callback.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OvoPaymentRequest {
    /// What the customer pays, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// The wallet.
    pub ewallet_type: OvoPaymentRequestEwalletType,
    /// The merchant's own id, unique per payment request. ASCII letters, digits and `-`.
    pub external_id: ::std::string::String,
    /// The customer's phone number, which has an OVO account. Always 08..., never +62.
    pub phone: ::payments_core::Personal,
}
/// An OVO payment, version 2019-02-04. The answer waits until the customer has approved or declined it.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OvoPaymentRequest20190204 {
    /// What the customer pays, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// The wallet.
    pub ewallet_type: OvoPaymentRequest20190204EwalletType,
    /// The merchant's own id. ASCII letters, digits and `-`.
    pub external_id: ::std::string::String,
    /// The customer's phone number, which has an OVO account. Always 08..., never +62.
    pub phone: ::payments_core::Personal,
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
pub enum OvoPaymentRequest20190204EwalletType {
    /// `OVO` in the provider's document.
    #[serde(rename = "OVO")]
    Ovo,
}
impl ::std::fmt::Display for OvoPaymentRequest20190204EwalletType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Ovo => f.write_str("OVO"),
        }
    }
}
impl ::std::str::FromStr for OvoPaymentRequest20190204EwalletType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "OVO" => Ok(Self::Ovo),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for OvoPaymentRequest20190204EwalletType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String>
for OvoPaymentRequest20190204EwalletType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
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
pub enum OvoPaymentRequestEwalletType {
    /// `OVO` in the provider's document.
    #[serde(rename = "OVO")]
    Ovo,
}
impl ::std::fmt::Display for OvoPaymentRequestEwalletType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Ovo => f.write_str("OVO"),
        }
    }
}
impl ::std::str::FromStr for OvoPaymentRequestEwalletType {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "OVO" => Ok(Self::Ovo),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for OvoPaymentRequestEwalletType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for OvoPaymentRequestEwalletType {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A refund, told by the ids of the provider alone.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RefundCallback {
    /// The provider's id of the merchant.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub business_id: ::std::option::Option<::std::string::String>,
    /// When the callback was made.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub created: ::std::option::Option<::std::string::String>,
    /// A refund of a charge.
    pub data: ChargeRefund,
    /// ewallet.refund.
    pub event: ::std::string::String,
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
impl BasketItem {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        reference_id: impl ::std::convert::Into<::std::string::String>,
        name: impl ::std::convert::Into<::std::string::String>,
        category: impl ::std::convert::Into<::std::string::String>,
        price: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        quantity: i64,
        type_: BasketItemType,
    ) -> Self {
        Self {
            reference_id: reference_id.into(),
            name: name.into(),
            category: category.into(),
            currency: BasketItemCurrency::Idr,
            price: price.into(),
            quantity: quantity,
            type_: type_,
            description: None,
            metadata: None,
            sub_category: None,
            url: None,
        }
    }
    /// Description of the item.
    #[must_use]
    pub fn description(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.description = Some(value.into());
        self
    }
    /// The merchant's own data about the item.
    #[must_use]
    pub fn metadata(
        mut self,
        value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Self {
        self.metadata = Some(value);
        self
    }
    /// Sub-category of the item.
    #[must_use]
    pub fn sub_category(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.sub_category = Some(value.into());
        self
    }
    /// Page of the item.
    #[must_use]
    pub fn url(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.url = Some(value.into());
        self
    }
}
impl ChannelProperties {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new() -> Self {
        Self {
            cancel_redirect_url: None,
            failure_redirect_url: None,
            mobile_number: None,
            redeem_points: None,
            success_redirect_url: None,
        }
    }
    /// Where the customer goes after giving up.
    #[must_use]
    pub fn cancel_redirect_url(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.cancel_redirect_url = Some(value.into());
        self
    }
    /// Where the customer goes after a failure.
    #[must_use]
    pub fn failure_redirect_url(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.failure_redirect_url = Some(value.into());
        self
    }
    /// The customer's phone number with country code, such as +628123123123. Required for ID_OVO.
    #[must_use]
    pub fn mobile_number(
        mut self,
        value: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        self.mobile_number = Some(value.into());
        self
    }
    /// Whether the customer's points are used.
    #[must_use]
    pub fn redeem_points(mut self, value: ChannelPropertiesRedeemPoints) -> Self {
        self.redeem_points = Some(value);
        self
    }
    /// Where the customer goes after paying. Required for ID_DANA, ID_LINKAJA and ID_SHOPEEPAY.
    #[must_use]
    pub fn success_redirect_url(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.success_redirect_url = Some(value.into());
        self
    }
}
impl DanaPaymentRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        external_id: impl ::std::convert::Into<::std::string::String>,
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        callback_url: impl ::std::convert::Into<::std::string::String>,
        redirect_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            external_id: external_id.into(),
            amount: amount.into(),
            callback_url: callback_url.into(),
            redirect_url: redirect_url.into(),
            ewallet_type: DanaPaymentRequestEwalletType::Dana,
            expiration_date: None,
        }
    }
    /// After this time the customer cannot pay, ISO 8601. UTC unless it has an offset. 24 hours when absent.
    #[must_use]
    pub fn expiration_date(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.expiration_date = Some(value.into());
        self
    }
}
impl EwalletChargeRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        reference_id: impl ::std::convert::Into<::std::string::String>,
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        checkout_method: EwalletChargeRequestCheckoutMethod,
    ) -> Self {
        Self {
            reference_id: reference_id.into(),
            currency: EwalletChargeRequestCurrency::Idr,
            amount: amount.into(),
            checkout_method: checkout_method,
            basket: None,
            capture_now: None,
            channel_code: None,
            channel_properties: None,
            customer_id: None,
            metadata: None,
            payment_method_id: None,
        }
    }
    /// What is bought.
    #[must_use]
    pub fn basket(mut self, value: ::std::vec::Vec<BasketItem>) -> Self {
        self.basket = Some(value);
        self
    }
    /// Whether the money is taken at once.
    #[must_use]
    pub fn capture_now(mut self, value: bool) -> Self {
        self.capture_now = Some(value);
        self
    }
    /// The wallet. Required for ONE_TIME_PAYMENT.
    #[must_use]
    pub fn channel_code(mut self, value: EwalletChargeRequestChannelCode) -> Self {
        self.channel_code = Some(value);
        self
    }
    /// What a wallet needs: ID_OVO the mobile number, the others the URL of success.
    #[must_use]
    pub fn channel_properties(mut self, value: ChannelProperties) -> Self {
        self.channel_properties = Some(value);
        self
    }
    /// The provider's id of the customer.
    #[must_use]
    pub fn customer_id(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.customer_id = Some(value.into());
        self
    }
    /// The merchant's own data, given back as it is.
    #[must_use]
    pub fn metadata(
        mut self,
        value: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Self {
        self.metadata = Some(value);
        self
    }
    /// The provider's id of a linked account, for TOKENIZED_PAYMENT.
    #[must_use]
    pub fn payment_method_id(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.payment_method_id = Some(value.into());
        self
    }
}
impl LinkajaItem {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        id: impl ::std::convert::Into<::std::string::String>,
        name: impl ::std::convert::Into<::std::string::String>,
        price: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        quantity: i64,
    ) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            price: price.into(),
            quantity: quantity,
        }
    }
}
impl LinkajaPaymentRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        external_id: impl ::std::convert::Into<::std::string::String>,
        phone: impl ::std::convert::Into<::payments_core::Personal>,
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        items: ::std::vec::Vec<LinkajaItem>,
        callback_url: impl ::std::convert::Into<::std::string::String>,
        redirect_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            external_id: external_id.into(),
            phone: phone.into(),
            amount: amount.into(),
            items: items,
            callback_url: callback_url.into(),
            redirect_url: redirect_url.into(),
            ewallet_type: LinkajaPaymentRequestEwalletType::Linkaja,
        }
    }
}
impl OvoPaymentRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        external_id: impl ::std::convert::Into<::std::string::String>,
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        phone: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        Self {
            external_id: external_id.into(),
            amount: amount.into(),
            phone: phone.into(),
            ewallet_type: OvoPaymentRequestEwalletType::Ovo,
        }
    }
}
impl OvoPaymentRequest20190204 {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        external_id: impl ::std::convert::Into<::std::string::String>,
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        phone: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        Self {
            external_id: external_id.into(),
            amount: amount.into(),
            phone: phone.into(),
            ewallet_type: OvoPaymentRequest20190204EwalletType::Ovo,
        }
    }
}
/// The wallet.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EwalletChargeChannelCode {
    /// `ID_OVO`
    IdOvo,
    /// `ID_DANA`
    IdDana,
    /// `ID_LINKAJA`
    IdLinkaja,
    /// `ID_SHOPEEPAY`
    IdShopeepay,
    /// A word that this version does not know.
    Other(::std::string::String),
}
impl EwalletChargeChannelCode {
    /// Every word that this version knows.
    pub const KNOWN: &'static [&'static str] = &[
        "ID_OVO",
        "ID_DANA",
        "ID_LINKAJA",
        "ID_SHOPEEPAY",
    ];
    /// The word as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::IdOvo => "ID_OVO",
            Self::IdDana => "ID_DANA",
            Self::IdLinkaja => "ID_LINKAJA",
            Self::IdShopeepay => "ID_SHOPEEPAY",
            Self::Other(word) => word,
        }
    }
}
impl ::std::convert::From<&str> for EwalletChargeChannelCode {
    fn from(word: &str) -> Self {
        match word {
            "ID_OVO" => Self::IdOvo,
            "ID_DANA" => Self::IdDana,
            "ID_LINKAJA" => Self::IdLinkaja,
            "ID_SHOPEEPAY" => Self::IdShopeepay,
            other => Self::Other(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for EwalletChargeChannelCode {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, Self::Err> {
        Ok(Self::from(word))
    }
}
impl ::std::fmt::Display for EwalletChargeChannelCode {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl ::serde::Serialize for EwalletChargeChannelCode {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de> ::serde::Deserialize<'de> for EwalletChargeChannelCode {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(
            deserializer,
        )?;
        Ok(Self::from(word.as_str()))
    }
}
/// A wallet, in what is received.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum EwalletType {
    /// `OVO`
    Ovo,
    /// `DANA`
    Dana,
    /// `LINKAJA`
    Linkaja,
    /// A word that this version does not know.
    Other(::std::string::String),
}
impl EwalletType {
    /// Every word that this version knows.
    pub const KNOWN: &'static [&'static str] = &["OVO", "DANA", "LINKAJA"];
    /// The word as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ovo => "OVO",
            Self::Dana => "DANA",
            Self::Linkaja => "LINKAJA",
            Self::Other(word) => word,
        }
    }
}
impl ::std::convert::From<&str> for EwalletType {
    fn from(word: &str) -> Self {
        match word {
            "OVO" => Self::Ovo,
            "DANA" => Self::Dana,
            "LINKAJA" => Self::Linkaja,
            other => Self::Other(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for EwalletType {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, Self::Err> {
        Ok(Self::from(word))
    }
}
impl ::std::fmt::Display for EwalletType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl ::serde::Serialize for EwalletType {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de> ::serde::Deserialize<'de> for EwalletType {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(
            deserializer,
        )?;
        Ok(Self::from(word.as_str()))
    }
}
