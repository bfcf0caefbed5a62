// Generated from specs/ciputra by `cargo xtask regen`. Do not edit.

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
pub const PROVIDER: Provider = Provider::new("ciputra");
/// What the provider can do.
pub static CAPABILITIES: Capabilities = Capabilities {
    provider: PROVIDER,
    title: "Ciputra Life E-Payment",
    document: "E-Payment Ciputra Life - API Documentation",
    currency: Currency::IDR,
    currency_digits: 0u32,
    reference: ReferenceRule {
        maximum_length: 64usize,
        punctuation: "-_",
    },
    phone: Some(PhoneRule {
        form: PhoneForm::National,
        foreign: true,
    }),
    callback_proof: CallbackProof::None,
    callback_delivery: "To callback_url of the request. Payload, method, signature and repeats are not documented: a callback is a hint, to be confirmed by asking.",
    unknown_settled_by: "GET /api/transaction/{external_id}. Found: that is the order. Not found: it stays unknown, because what a repeat with the same external_id does is not documented.",
    methods: &[
        MethodCapabilities {
            method: &const { Method::of(MethodKind::Any, "") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::VirtualAccount, "bca") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::VirtualAccount, "bni") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::VirtualAccount, "permata") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::VirtualAccount, "bri") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::VirtualAccount, "mandiri") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::Card, "") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::EWallet, "gopay") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::EWallet, "ovo") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::EWallet, "dana") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::RetailOutlet, "alfamart") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::RetailOutlet, "indomaret") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::Qris, "") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::InternetBanking, "cimb_niaga") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::InternetBanking, "jenius") },
            minimum: Some(1u64),
            maximum: None,
            operations: &[
                PaymentOperation::Create,
                PaymentOperation::Get,
                PaymentOperation::Cancel,
            ],
            settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            ),
            needs: &[Need::Name],
            reference: ReferenceRule {
                maximum_length: 64usize,
                punctuation: "-_",
            },
        },
    ],
    bills: None,
    topups: None,
    mandates: None,
    options: &[
        ProviderOption {
            name: "refno",
            kinds: &[Kind::Payment],
            form: OptionForm::Text,
            personal: false,
            text: "Policy number. The answers call it reference_number.",
        },
        ProviderOption {
            name: "text_2",
            kinds: &[Kind::Payment],
            form: OptionForm::Text,
            personal: false,
            text: "A second line of text for the customer.",
        },
        ProviderOption {
            name: "text_3",
            kinds: &[Kind::Payment],
            form: OptionForm::Text,
            personal: false,
            text: "A third line of text for the customer.",
        },
        ProviderOption {
            name: "back_url",
            kinds: &[Kind::Payment],
            form: OptionForm::Text,
            personal: false,
            text: "Where the customer goes on turning back.",
        },
        ProviderOption {
            name: "redirect_url",
            kinds: &[Kind::Payment],
            form: OptionForm::Text,
            personal: false,
            text: "Where the cashier page sends the customer.",
        },
        ProviderOption {
            name: "send_email",
            kinds: &[Kind::Payment],
            form: OptionForm::Flag,
            personal: false,
            text: "Whether the customer gets the payment information by e-mail.",
        },
        ProviderOption {
            name: "send_sms",
            kinds: &[Kind::Payment],
            form: OptionForm::Flag,
            personal: false,
            text: "Whether the customer gets the payment information by SMS.",
        },
        ProviderOption {
            name: "send_wa",
            kinds: &[Kind::Payment],
            form: OptionForm::Flag,
            personal: false,
            text: "Whether the customer gets the payment information by WhatsApp.",
        },
        ProviderOption {
            name: "notification_timing",
            kinds: &[Kind::Payment],
            form: OptionForm::Word(&["default", "before", "after", "before_after"]),
            personal: false,
            text: "When the customer is notified: before expiry, after payment, both, or as set up with the provider.",
        },
    ],
};
