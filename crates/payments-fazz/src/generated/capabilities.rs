// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use std::time::Duration;
use payments_core::{
    Capabilities, Currency, Kind, Method, MethodKind, OptionForm, PhoneForm, Provider,
    ProviderOption,
    capabilities::{
        BillCapabilities, BillOperation, BillProduct, CallbackProof, Lookup,
        MandateCapabilities, MandateOperation, MethodCapabilities, Need,
        PaymentOperation, PhoneRule, ReferenceRule, Settlement, TopupCapabilities,
        TopupOperation,
    },
};
/// The provider's name.
pub const PROVIDER: Provider = Provider::new("fazz");
/// What the provider can do.
pub static CAPABILITIES: Capabilities = Capabilities {
    provider: PROVIDER,
    title: "Fazz payments",
    document: "Fazz for Business, API v4 Indonesia: One-Time Payment",
    currency: Currency::IDR,
    currency_digits: 0u32,
    reference: ReferenceRule {
        maximum_length: 255usize,
        punctuation: "*",
    },
    phone: None,
    callback_proof: CallbackProof::SignsBody,
    callback_delivery: "POST, JSON, to the URL of the dashboard; when the payment is paid, and again when it is completed. Any 2xx acknowledges. At most 20 attempts, each 5 minutes later than the last interval.",
    unknown_settled_by: "GET /payments filtered by referenceId, or the same request again: a repeat of a referenceId gives the first payment.",
    methods: &[
        MethodCapabilities {
            method: &const { Method::of(MethodKind::RetailOutlet, "alfamart") },
            minimum: Some(15000u64),
            maximum: Some(2500000u64),
            operations: &[PaymentOperation::Create, PaymentOperation::Get],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 255usize,
                punctuation: "*",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::RetailOutlet, "indomaret") },
            minimum: Some(10000u64),
            maximum: Some(5000000u64),
            operations: &[PaymentOperation::Create, PaymentOperation::Get],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 255usize,
                punctuation: "*",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::VirtualAccount, "bca") },
            minimum: Some(10000u64),
            maximum: Some(100000000u64),
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 255usize,
                punctuation: "*",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::VirtualAccount, "bri") },
            minimum: Some(10000u64),
            maximum: Some(100000000u64),
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 255usize,
                punctuation: "*",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::VirtualAccount, "bni") },
            minimum: Some(10000u64),
            maximum: Some(100000000u64),
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 255usize,
                punctuation: "*",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::VirtualAccount, "mandiri") },
            minimum: Some(10000u64),
            maximum: Some(100000000u64),
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 255usize,
                punctuation: "*",
            },
        },
        MethodCapabilities {
            method: &const {
                Method::of(MethodKind::VirtualAccount, "sahabat_sampoerna")
            },
            minimum: Some(10000u64),
            maximum: Some(100000000u64),
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 255usize,
                punctuation: "*",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::Qris, "") },
            minimum: Some(1500u64),
            maximum: Some(5000000u64),
            operations: &[PaymentOperation::Create, PaymentOperation::Get],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(60u64),
            ),
            needs: &[],
            reference: ReferenceRule {
                maximum_length: 255usize,
                punctuation: "*",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::EWallet, "shopeepay") },
            minimum: Some(1u64),
            maximum: Some(10000000u64),
            operations: &[PaymentOperation::Create, PaymentOperation::Get],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::ReturnUrl],
            reference: ReferenceRule {
                maximum_length: 255usize,
                punctuation: "*",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::EWallet, "ovo") },
            minimum: Some(1u64),
            maximum: Some(10000000u64),
            operations: &[PaymentOperation::Create, PaymentOperation::Get],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::ReturnUrl],
            reference: ReferenceRule {
                maximum_length: 255usize,
                punctuation: "*",
            },
        },
    ],
    bills: None,
    topups: None,
    mandates: None,
    options: &[
        ProviderOption {
            name: "display_name",
            kinds: &[Kind::Payment],
            form: OptionForm::Text,
            personal: true,
            text: "The name that the customer reads, in place of the customer's own, which is needed nevertheless.",
        },
        ProviderOption {
            name: "suffix_no",
            kinds: &[Kind::Payment],
            form: OptionForm::Text,
            personal: true,
            text: "The last digits of the account number, where the bank lets the merchant choose.",
        },
    ],
};
