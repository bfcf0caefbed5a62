// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

/// The balance of the deposit.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Balance {
    /// The balance of the deposit.
    pub data: BalanceData,
}
/// The balance of the deposit.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BalanceData {
    /// What is left, in rupiah.
    pub deposit: ::payments_provider::wire::Amount,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// Response code.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rc: ::std::option::Option<::std::string::String>,
    /// Status word.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<::std::string::String>,
}
/// Asks for the balance of the deposit.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BalanceRequest {
    /// What to ask for. A sibling API wants it; here it may be left out.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub command: ::std::option::Option<BalanceRequestCommand>,
    /// MD5 of the user name, the API key and the word `depo`, in lower-case hexadecimal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) sign: ::std::option::Option<::payments_core::Secret>,
    /// The user name, from the menu of the API connection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) username: ::std::option::Option<::std::string::String>,
}
/// What to ask for. A sibling API wants it; here it may be left out.
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
pub enum BalanceRequestCommand {
    /// `deposit` in the provider's document.
    #[serde(rename = "deposit")]
    Deposit,
}
impl ::std::fmt::Display for BalanceRequestCommand {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Deposit => f.write_str("deposit"),
        }
    }
}
impl ::std::str::FromStr for BalanceRequestCommand {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "deposit" => Ok(Self::Deposit),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for BalanceRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for BalanceRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A bill or a sale. Pending and failed ones have the required members only.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BillData {
    /// All administration fees, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub admin: ::std::option::Option<::payments_provider::wire::Amount>,
    /// The deposit after this transaction, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub balance: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Commission, in rupiah. Only for PLN Nontaglis, e-money and transfers. Neither the difference of the prices nor part of it.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub base_commission: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Product code. It may differ from the one asked for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /// Customer number; of a transfer the number of the bank account.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_no: ::std::option::Option<::payments_core::Personal>,
    /// `desc` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub desc: ::std::option::Option<::payments_core::Raw>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// Name of the customer, or of the holder of the bank account.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::payments_core::Personal>,
    /// What the deposit is charged, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub price: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Response code.
    pub rc: ::std::string::String,
    /// The merchant's own id.
    pub ref_id: ::std::string::String,
    /// What the customer may be charged, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub selling_price: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Serial number. Empty on many successes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub sn: ::std::option::Option<::payments_core::Personal>,
    /// Status word. On an inquiry it tells of the inquiry, not of a payment.
    pub status: ::std::string::String,
}
/// The answer to an inquiry, a payment, a status call or a top-up, and the body of the webhook.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BillResponse {
    /// A bill or a sale. Pending and failed ones have the required members only.
    pub data: BillData,
}
/// `desc` of BPJS Kesehatan.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BpjsDetails {
    /// Address.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub alamat: ::std::option::Option<::payments_core::Personal>,
    /// The sheets of the bill.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub detail: ::std::option::Option<::std::vec::Vec<BpjsSheet>>,
    /// How many persons are insured, as text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jumlah_peserta: ::std::option::Option<::std::string::String>,
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
}
/// A sheet of a bill of BPJS Kesehatan.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BpjsSheet {
    /// How many months, such as 01.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub periode: ::std::option::Option<::std::string::String>,
}
/// The answer to an announced transfer.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DepositTicket {
    /// What to transfer.
    pub data: DepositTicketData,
}
/// What to transfer.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DepositTicketData {
    /// Account that the transfer goes to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub account_no: ::std::option::Option<::std::string::String>,
    /// How much to transfer, in rupiah: the amount asked and some that make it unique.
    pub amount: ::payments_provider::wire::Amount,
    /// The bank that the transfer goes to.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub bank: ::std::option::Option<::std::string::String>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// Text to put into the transfer.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub notes: ::std::option::Option<::std::string::String>,
    /// How to pay.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub payment_method: ::std::option::Option<::std::string::String>,
    /// Response code.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rc: ::std::option::Option<::std::string::String>,
    /// Status word.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<::std::string::String>,
}
/// Announces a bank transfer to the deposit.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DepositTicketRequest {
    /// How much, in rupiah.
    pub amount: ::payments_provider::wire::AmountInteger,
    /// The bank that the transfer goes to, such as BCA.
    pub bank: ::std::string::String,
    /// Name of the account that the transfer comes from.
    pub owner_name: ::payments_core::Personal,
    /// MD5 of the user name, the API key and the word `depo`, in lower-case hexadecimal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) sign: ::std::option::Option<::payments_core::Secret>,
    /// The user name, from the menu of the API connection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) username: ::std::option::Option<::std::string::String>,
}
/// `desc` of e-money.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct EmoneyDetails {
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
}
/// A refusal. It comes under 200 or 400.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Error {
    /// Why it was refused.
    pub data: ErrorData,
}
/// Why it was refused.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ErrorData {
    /// Product code.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /// Customer number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub customer_no: ::std::option::Option<::payments_core::Personal>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// Response code.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rc: ::std::option::Option<::std::string::String>,
    /// The merchant's own id.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub ref_id: ::std::option::Option<::std::string::String>,
    /// Status word.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<::std::string::String>,
}
/// `desc` of Gas Negara.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GasDetails {
    /// Address.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub alamat: ::std::option::Option<::payments_core::Personal>,
    /// The sheets of the bill.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub detail: ::std::option::Option<::std::vec::Vec<GasSheet>>,
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
}
/// A sheet of a bill of Gas Negara.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GasSheet {
    /// Meter at the end. Leading zeros count.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub meter_akhir: ::std::option::Option<::std::string::String>,
    /// Meter at the start. Leading zeros count.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub meter_awal: ::std::option::Option<::std::string::String>,
    /// The period. Its form depends on the product.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub periode: ::std::option::Option<::std::string::String>,
}
/// `desc` of a mobile phone.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HpDetails {
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
}
/// Asks what a bill is.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InquiryRequest {
    /// Amount of an e-money top-up or of a transfer, in rupiah. Inferred from a sibling API, which wants multiples of 1,000.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub amount: ::std::option::Option<::payments_provider::wire::AmountInteger>,
    /// Product code.
    pub code: ::std::string::String,
    /// What to do. Without the member the same path sells a prepaid product.
    pub command: InquiryRequestCommand,
    /// Customer number. For SAMSAT the payment code and the identity number, with a comma and no blank between them.
    pub customer_no: ::payments_core::Personal,
    /// The merchant's own id. One per bill: the inquiry, the payment and the status of it share it.
    pub ref_id: ::std::string::String,
    /// MD5 of the user name, the API key and `ref_id`, in lower-case hexadecimal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) sign: ::std::option::Option<::payments_core::Secret>,
    /// True for a test transaction, with the customer numbers of the test cases.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) testing: ::std::option::Option<bool>,
    /// The user name, from the menu of the API connection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) username: ::std::option::Option<::std::string::String>,
    /// Tax year of a PBB bill. Inferred from a sibling API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub year: ::std::option::Option<i64>,
}
/// What to do. Without the member the same path sells a prepaid product.
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
pub enum InquiryRequestCommand {
    /// `inq-pasca` in the provider's document.
    #[serde(rename = "inq-pasca")]
    InqPasca,
}
impl ::std::fmt::Display for InquiryRequestCommand {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::InqPasca => f.write_str("inq-pasca"),
        }
    }
}
impl ::std::str::FromStr for InquiryRequestCommand {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "inq-pasca" => Ok(Self::InqPasca),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for InquiryRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for InquiryRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// `desc` of an internet connection.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct InternetDetails {
    /// The sheets of the bill.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub detail: ::std::option::Option<::std::vec::Vec<InternetSheet>>,
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
}
/// A sheet of a bill of an internet connection.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct InternetSheet {
    /// Administration fee of the sheet, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub admin: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Amount of the sheet, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nilai_tagihan: ::std::option::Option<::payments_provider::wire::Amount>,
    /// The period. Its form depends on the product.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub periode: ::std::option::Option<::std::string::String>,
}
/// `desc` of a transfer to a bank account.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct KirimUangDetails {
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
}
/// `desc` of a finance company.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct MultifinanceDetails {
    /// The sheets of the bill.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub detail: ::std::option::Option<::std::vec::Vec<MultifinanceSheet>>,
    /// What is financed.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub item_name: ::std::option::Option<::std::string::String>,
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
    /// Licence plate.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub no_pol: ::std::option::Option<::payments_core::Personal>,
    /// Chassis number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub no_rangka: ::std::option::Option<::payments_core::Personal>,
    /// How many instalments. Leading zeros count.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tenor: ::std::option::Option<::std::string::String>,
}
/// A sheet of a bill of a finance company.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct MultifinanceSheet {
    /// Other costs of the sheet, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_lain: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Fine of the sheet, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub denda: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Which instalment, such as 002.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub periode: ::std::option::Option<::std::string::String>,
}
/// Pays a bill. `ref_id` is that of the inquiry, made on the same day.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PaymentRequest {
    /// Product code.
    pub code: ::std::string::String,
    /// What to do. Without the member the same path sells a prepaid product.
    pub command: PaymentRequestCommand,
    /// Customer number. For SAMSAT the payment code and the identity number, with a comma and no blank between them.
    pub customer_no: ::payments_core::Personal,
    /// The merchant's own id. One per bill: the inquiry, the payment and the status of it share it.
    pub ref_id: ::std::string::String,
    /// MD5 of the user name, the API key and `ref_id`, in lower-case hexadecimal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) sign: ::std::option::Option<::payments_core::Secret>,
    /// True for a test transaction, with the customer numbers of the test cases.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) testing: ::std::option::Option<bool>,
    /// The user name, from the menu of the API connection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) username: ::std::option::Option<::std::string::String>,
}
/// What to do. Without the member the same path sells a prepaid product.
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
pub enum PaymentRequestCommand {
    /// `pay-pasca` in the provider's document.
    #[serde(rename = "pay-pasca")]
    PayPasca,
}
impl ::std::fmt::Display for PaymentRequestCommand {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::PayPasca => f.write_str("pay-pasca"),
        }
    }
}
impl ::std::str::FromStr for PaymentRequestCommand {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "pay-pasca" => Ok(Self::PayPasca),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for PaymentRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for PaymentRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// `desc` of PBB property tax.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PbbDetails {
    /// Address of the property.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub alamat: ::std::option::Option<::payments_core::Personal>,
    /// Regency or city.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub kab_kota: ::std::option::Option<::std::string::String>,
    /// District of the property.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub kecamatan: ::std::option::Option<::payments_core::Personal>,
    /// Village of the property.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub kelurahan: ::std::option::Option<::payments_core::Personal>,
    /// Code of the regency or city.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub kode_kab_kota: ::std::option::Option<::std::string::String>,
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
    /// Area of the building with its unit.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub luas_gedung: ::std::option::Option<::std::string::String>,
    /// Area of the land with its unit.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub luas_tanah: ::std::option::Option<::std::string::String>,
    /// Tax year.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tahun_pajak: ::std::option::Option<::std::string::String>,
}
/// `desc` of PDAM water.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PdamDetails {
    /// Address.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub alamat: ::std::option::Option<::payments_core::Personal>,
    /// The sheets of the bill.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub detail: ::std::option::Option<::std::vec::Vec<PdamSheet>>,
    /// When the bill is due, as text.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub jatuh_tempo: ::std::option::Option<::std::string::String>,
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
    /// Tariff.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tarif: ::std::option::Option<::std::string::String>,
}
/// A sheet of a bill of PDAM water.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PdamSheet {
    /// Other costs of the sheet, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_lain: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Fine of the sheet, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub denda: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Meter at the end. Leading zeros count.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub meter_akhir: ::std::option::Option<::std::string::String>,
    /// Meter at the start. Leading zeros count.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub meter_awal: ::std::option::Option<::std::string::String>,
    /// Amount of the sheet, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nilai_tagihan: ::std::option::Option<::payments_provider::wire::Amount>,
    /// The period. Its form depends on the product.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub periode: ::std::option::Option<::std::string::String>,
}
/// Whose a prepaid PLN meter is.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlnCustomer {
    /// Whose a prepaid PLN meter is.
    pub data: PlnCustomerData,
}
/// Whose a prepaid PLN meter is.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlnCustomerData {
    /// The number asked for.
    pub customer_no: ::payments_core::Personal,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub message: ::std::option::Option<::std::string::String>,
    /// Meter number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub meter_no: ::std::option::Option<::payments_core::Personal>,
    /// Name of the customer.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::payments_core::Personal>,
    /// Response code.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub rc: ::std::option::Option<::std::string::String>,
    /// Tariff and power, such as `R1 /000001300`.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub segment_power: ::std::option::Option<::std::string::String>,
    /// Status word.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<::std::string::String>,
    /// Customer number at PLN.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub subscriber_id: ::std::option::Option<::payments_core::Personal>,
}
/// `desc` of PLN electricity.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PlnDetails {
    /// Power, in volt-amperes.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub daya: ::std::option::Option<i64>,
    /// The sheets of the bill.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub detail: ::std::option::Option<::std::vec::Vec<PlnSheet>>,
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
    /// Tariff.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tarif: ::std::option::Option<::std::string::String>,
}
/// Asks whose a prepaid PLN meter is.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlnInquiryRequest {
    /// Meter or customer number.
    pub customer_no: ::payments_core::Personal,
    /// MD5 of the user name, the API key and `customer_no`, in lower-case hexadecimal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) sign: ::std::option::Option<::payments_core::Secret>,
    /// The user name, from the menu of the API connection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) username: ::std::option::Option<::std::string::String>,
}
/// `desc` of PLN Nontaglis.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PlnNontaglisDetails {
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
    /// Registration number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub no_registrasi: ::std::option::Option<::payments_core::Personal>,
    /// Date of registration, yyyyMMdd.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tanggal_registrasi: ::std::option::Option<::std::string::String>,
    /// What is paid for.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub transaksi: ::std::option::Option<::std::string::String>,
}
/// A sheet of a bill of PLN electricity.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct PlnSheet {
    /// Administration fee of the sheet, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub admin: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Fine of the sheet, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub denda: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Meter at the end. Leading zeros count.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub meter_akhir: ::std::option::Option<::std::string::String>,
    /// Meter at the start. Leading zeros count.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub meter_awal: ::std::option::Option<::std::string::String>,
    /// Amount of the sheet, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nilai_tagihan: ::std::option::Option<::payments_provider::wire::Amount>,
    /// The period. Its form depends on the product.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub periode: ::std::option::Option<::std::string::String>,
}
/// A bill that can be paid.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PostpaidItem {
    /// Administration fee, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub admin: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Commission, in rupiah, under its other name.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub base_commission: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Brand.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub brand: ::std::option::Option<::std::string::String>,
    /// Category, such as Pulsa, or Pascabayar for bills.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub category: ::std::option::Option<::std::string::String>,
    /// Product code.
    pub code: ::std::string::String,
    /// Commission, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub commission: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub desc: ::std::option::Option<::std::string::String>,
    /// Name of the product.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Whether it can be paid.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<bool>,
}
/// Asks for the prices of bills.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PostpaidPriceListRequest {
    /// Product code, for one product alone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /// Which list.
    pub command: PostpaidPriceListRequestCommand,
    /// MD5 of the user name, the API key and the word `pricelist`, in lower-case hexadecimal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) sign: ::std::option::Option<::payments_core::Secret>,
    /// The user name, from the menu of the API connection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) username: ::std::option::Option<::std::string::String>,
}
/// Which list.
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
pub enum PostpaidPriceListRequestCommand {
    /// `pasca` in the provider's document.
    #[serde(rename = "pasca")]
    Pasca,
}
impl ::std::fmt::Display for PostpaidPriceListRequestCommand {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Pasca => f.write_str("pasca"),
        }
    }
}
impl ::std::str::FromStr for PostpaidPriceListRequestCommand {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "pasca" => Ok(Self::Pasca),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for PostpaidPriceListRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for PostpaidPriceListRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A prepaid product.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrepaidItem {
    /// Brand.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub brand: ::std::option::Option<::std::string::String>,
    /// Category, such as Pulsa, or Pascabayar for bills.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub category: ::std::option::Option<::std::string::String>,
    /// Product code.
    pub code: ::std::string::String,
    /// Text for people.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub desc: ::std::option::Option<::std::string::String>,
    /// Until when it cannot be bought, such as 0:15, or 0:0.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub end_cut_off: ::std::option::Option<::std::string::String>,
    /// Whether the same customer number can be topped up again on a day.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub multi: ::std::option::Option<bool>,
    /// Name of the product.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Price, in rupiah.
    pub price: ::payments_provider::wire::Amount,
    /// From when it cannot be bought, such as 23:45, or 0:0.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub start_cut_off: ::std::option::Option<::std::string::String>,
    /// Whether it can be bought.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub status: ::std::option::Option<bool>,
    /// How many are left. Without meaning where the stock is unlimited.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub stock: ::std::option::Option<i64>,
    /// Type of the product.
    #[serde(rename = "type", skip_serializing_if = "::std::option::Option::is_none")]
    pub type_: ::std::option::Option<::std::string::String>,
    /// `unlimited_stock` in the provider's document.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub unlimited_stock: ::std::option::Option<::payments_core::Raw>,
}
/// Asks for the prices of prepaid products.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrepaidPriceListRequest {
    /// Product code, for one product alone.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub code: ::std::option::Option<::std::string::String>,
    /// Which list.
    pub command: PrepaidPriceListRequestCommand,
    /// MD5 of the user name, the API key and the word `pricelist`, in lower-case hexadecimal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) sign: ::std::option::Option<::payments_core::Secret>,
    /// The user name, from the menu of the API connection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) username: ::std::option::Option<::std::string::String>,
}
/// Which list.
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
pub enum PrepaidPriceListRequestCommand {
    /// `prepaid` in the provider's document.
    #[serde(rename = "prepaid")]
    Prepaid,
}
impl ::std::fmt::Display for PrepaidPriceListRequestCommand {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::Prepaid => f.write_str("prepaid"),
        }
    }
}
impl ::std::str::FromStr for PrepaidPriceListRequestCommand {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "prepaid" => Ok(Self::Prepaid),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for PrepaidPriceListRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for PrepaidPriceListRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// A price list. `data` is an array of `PrepaidItem` or of `PostpaidItem`; of a refusal it is an object with `rc` and `message`.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PriceList {
    /// `data` in the provider's document.
    pub data: ::payments_core::Raw,
}
/// `desc` of SAMSAT vehicle tax.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct SamsatDetails {
    /// Address.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub alamat: ::std::option::Option<::payments_core::Personal>,
    /// Fee of the registration, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_admin_stnk: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Fee of the plate, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_admin_tnkb: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Fine on the transfer duty, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_denda_bbn: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Fine on the vehicle tax, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_denda_pkb: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Fine on the road accident fund, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_denda_swd: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Progressive tax, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_pajak_progresif: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Parking fee, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_parkir_pokok: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Transfer duty, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_pokok_bbn: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Vehicle tax, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_pokok_pkb: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Road accident fund, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_pokok_swd: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Fee of the plate, under the name of the document's table, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub biaya_tnkb: ::std::option::Option<::payments_provider::wire::Amount>,
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
    /// Make.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub merek_kb: ::std::option::Option<::std::string::String>,
    /// Which owner of the vehicle, such as 001.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub milik_kenama: ::std::option::Option<::std::string::String>,
    /// Model.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub model_kb: ::std::option::Option<::std::string::String>,
    /// Identity number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nomor_identitas: ::std::option::Option<::payments_core::Personal>,
    /// Engine number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nomor_mesin: ::std::option::Option<::payments_core::Personal>,
    /// Licence plate.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nomor_polisi: ::std::option::Option<::payments_core::Personal>,
    /// Chassis number.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nomor_rangka: ::std::option::Option<::payments_core::Personal>,
    /// Year of make.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tahun_buatan: ::std::option::Option<::std::string::String>,
    /// Last day of the new tax year, yyyyMMdd.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub tgl_akhir_pajak_baru: ::std::option::Option<::std::string::String>,
}
/// Asks what became of a payment.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StatusRequest {
    /// Product code.
    pub code: ::std::string::String,
    /// What to do. Without the member the same path sells a prepaid product.
    pub command: StatusRequestCommand,
    /// Customer number. For SAMSAT the payment code and the identity number, with a comma and no blank between them.
    pub customer_no: ::payments_core::Personal,
    /// The merchant's own id. One per bill: the inquiry, the payment and the status of it share it.
    pub ref_id: ::std::string::String,
    /// MD5 of the user name, the API key and `ref_id`, in lower-case hexadecimal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) sign: ::std::option::Option<::payments_core::Secret>,
    /// The user name, from the menu of the API connection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) username: ::std::option::Option<::std::string::String>,
}
/// What to do. Without the member the same path sells a prepaid product.
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
pub enum StatusRequestCommand {
    /// `status-pasca` in the provider's document.
    #[serde(rename = "status-pasca")]
    StatusPasca,
}
impl ::std::fmt::Display for StatusRequestCommand {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        match *self {
            Self::StatusPasca => f.write_str("status-pasca"),
        }
    }
}
impl ::std::str::FromStr for StatusRequestCommand {
    type Err = self::error::ConversionError;
    fn from_str(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        match value {
            "status-pasca" => Ok(Self::StatusPasca),
            _ => Err("invalid value".into()),
        }
    }
}
impl ::std::convert::TryFrom<&str> for StatusRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: &str,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
impl ::std::convert::TryFrom<::std::string::String> for StatusRequestCommand {
    type Error = self::error::ConversionError;
    fn try_from(
        value: ::std::string::String,
    ) -> ::std::result::Result<Self, self::error::ConversionError> {
        value.parse()
    }
}
/// Buys a prepaid product. It is told from a bill by having no `command`. The same request again tells its status, for 90 days; later it is a new sale.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TopupRequest {
    /// Whether the customer number may hold a dot. Inferred from a sibling API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub allow_dot: ::std::option::Option<bool>,
    /// Where the webhook of this sale goes. Inferred from a sibling API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub cb_url: ::std::option::Option<::std::string::String>,
    /// Product code.
    pub code: ::std::string::String,
    /// Number to top up.
    pub customer_no: ::payments_core::Personal,
    /// The highest price to buy at, in rupiah. Inferred from a sibling API.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub max_price: ::std::option::Option<::payments_provider::wire::AmountInteger>,
    /// The merchant's own id.
    pub ref_id: ::std::string::String,
    /// MD5 of the user name, the API key and `ref_id`, in lower-case hexadecimal.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) sign: ::std::option::Option<::payments_core::Secret>,
    /// True for a test transaction, with the customer numbers of the test cases.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) testing: ::std::option::Option<bool>,
    /// The user name, from the menu of the API connection.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub(crate) username: ::std::option::Option<::std::string::String>,
}
/// `desc` of television.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TvDetails {
    /// The sheets of the bill.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub detail: ::std::option::Option<::std::vec::Vec<TvSheet>>,
    /// How many sheets the bill has.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub lembar_tagihan: ::std::option::Option<i64>,
}
/// A sheet of a bill of television.
#[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TvSheet {
    /// Amount of the sheet, in rupiah.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub nilai_tagihan: ::std::option::Option<::payments_provider::wire::Amount>,
    /// Reference number of the sheet.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub no_ref: ::std::option::Option<::std::string::String>,
    /// The period. Its form depends on the product.
    #[serde(skip_serializing_if = "::std::option::Option::is_none")]
    pub periode: ::std::option::Option<::std::string::String>,
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
impl BalanceRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new() -> Self {
        Self {
            command: None,
            sign: None,
            username: None,
        }
    }
    /// What to ask for. A sibling API wants it; here it may be left out.
    #[must_use]
    pub fn command(mut self, value: BalanceRequestCommand) -> Self {
        self.command = Some(value);
        self
    }
}
impl DepositTicketRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        amount: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
        bank: impl ::std::convert::Into<::std::string::String>,
        owner_name: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        Self {
            amount: amount.into(),
            bank: bank.into(),
            owner_name: owner_name.into(),
            sign: None,
            username: None,
        }
    }
}
impl InquiryRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        code: impl ::std::convert::Into<::std::string::String>,
        customer_no: impl ::std::convert::Into<::payments_core::Personal>,
        ref_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            command: InquiryRequestCommand::InqPasca,
            code: code.into(),
            customer_no: customer_no.into(),
            ref_id: ref_id.into(),
            amount: None,
            sign: None,
            testing: None,
            username: None,
            year: None,
        }
    }
    /// Amount of an e-money top-up or of a transfer, in rupiah. Inferred from a sibling API, which wants multiples of 1,000.
    #[must_use]
    pub fn amount(
        mut self,
        value: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
    ) -> Self {
        self.amount = Some(value.into());
        self
    }
    /// Tax year of a PBB bill. Inferred from a sibling API.
    #[must_use]
    pub fn year(mut self, value: i64) -> Self {
        self.year = Some(value);
        self
    }
}
impl PaymentRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        code: impl ::std::convert::Into<::std::string::String>,
        customer_no: impl ::std::convert::Into<::payments_core::Personal>,
        ref_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            command: PaymentRequestCommand::PayPasca,
            code: code.into(),
            customer_no: customer_no.into(),
            ref_id: ref_id.into(),
            sign: None,
            testing: None,
            username: None,
        }
    }
}
impl PlnInquiryRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        customer_no: impl ::std::convert::Into<::payments_core::Personal>,
    ) -> Self {
        Self {
            customer_no: customer_no.into(),
            sign: None,
            username: None,
        }
    }
}
impl PostpaidPriceListRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new() -> Self {
        Self {
            command: PostpaidPriceListRequestCommand::Pasca,
            code: None,
            sign: None,
            username: None,
        }
    }
    /// Product code, for one product alone.
    #[must_use]
    pub fn code(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.code = Some(value.into());
        self
    }
}
impl PrepaidPriceListRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new() -> Self {
        Self {
            command: PrepaidPriceListRequestCommand::Prepaid,
            code: None,
            sign: None,
            username: None,
        }
    }
    /// Product code, for one product alone.
    #[must_use]
    pub fn code(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.code = Some(value.into());
        self
    }
}
impl StatusRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        code: impl ::std::convert::Into<::std::string::String>,
        customer_no: impl ::std::convert::Into<::payments_core::Personal>,
        ref_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            command: StatusRequestCommand::StatusPasca,
            code: code.into(),
            customer_no: customer_no.into(),
            ref_id: ref_id.into(),
            sign: None,
            username: None,
        }
    }
}
impl TopupRequest {
    /// Makes one with only the required members.
    #[must_use]
    pub fn new(
        code: impl ::std::convert::Into<::std::string::String>,
        customer_no: impl ::std::convert::Into<::payments_core::Personal>,
        ref_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        Self {
            code: code.into(),
            customer_no: customer_no.into(),
            ref_id: ref_id.into(),
            allow_dot: None,
            cb_url: None,
            max_price: None,
            sign: None,
            testing: None,
            username: None,
        }
    }
    /// Whether the customer number may hold a dot. Inferred from a sibling API.
    #[must_use]
    pub fn allow_dot(mut self, value: bool) -> Self {
        self.allow_dot = Some(value);
        self
    }
    /// Where the webhook of this sale goes. Inferred from a sibling API.
    #[must_use]
    pub fn cb_url(
        mut self,
        value: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.cb_url = Some(value.into());
        self
    }
    /// The highest price to buy at, in rupiah. Inferred from a sibling API.
    #[must_use]
    pub fn max_price(
        mut self,
        value: impl ::std::convert::Into<::payments_provider::wire::AmountInteger>,
    ) -> Self {
        self.max_price = Some(value.into());
        self
    }
}
