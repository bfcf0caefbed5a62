// Generated from specs/instamoney by `cargo xtask regen`. Do not edit.

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
pub const PROVIDER: Provider = Provider::new("instamoney");
/// What the provider can do.
pub static CAPABILITIES: Capabilities = Capabilities {
    provider: PROVIDER,
    title: "Instamoney eWallets",
    document: "Instamoney API reference: eWallets (2019-02-04, 2020-02-01, 2021-01-25)",
    currency: Currency::IDR,
    currency_digits: 0u32,
    reference: ReferenceRule {
        maximum_length: 50usize,
        punctuation: "-",
    },
    phone: Some(PhoneRule {
        form: PhoneForm::National,
        foreign: false,
    }),
    callback_proof: CallbackProof::SharedToken,
    callback_delivery: "POST, JSON. Expects 200. OVO: to the URL set in the dashboard; DANA and LINKAJA: to callback_url of the request; charges: to x-callback-url, else the dashboard's. The provider's pages tell of six retries within 24 hours, of duplicates and of any order.",
    unknown_settled_by: "OVO, DANA and LINKAJA: GET /ewallets by external_id and ewallet_type; a repeat with the same external_id is refused as a duplicate. ShopeePay has no lookup by reference: the callback, or GET /ewallets/charges/{id} where the id is known, settles it; a repeat with the same reference_id is refused as a duplicate.",
    methods: &[
        MethodCapabilities {
            method: &const { Method::of(MethodKind::EWallet, "ovo") },
            minimum: Some(1u64),
            maximum: Some(10000000u64),
            operations: &[PaymentOperation::Create, PaymentOperation::Get],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(120u64),
            ),
            needs: &[Need::Phone],
            reference: ReferenceRule {
                maximum_length: 50usize,
                punctuation: "-",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::EWallet, "dana") },
            minimum: Some(1u64),
            maximum: Some(10000000u64),
            operations: &[PaymentOperation::Create, PaymentOperation::Get],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(120u64),
            ),
            needs: &[Need::CallbackUrl, Need::ReturnUrl],
            reference: ReferenceRule {
                maximum_length: 1000usize,
                punctuation: "*",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::EWallet, "linkaja") },
            minimum: Some(100u64),
            maximum: Some(10000000u64),
            operations: &[PaymentOperation::Create, PaymentOperation::Get],
            settlement: Settlement::new(
                Lookup::ByReference,
                true,
                Duration::from_secs(120u64),
            ),
            needs: &[Need::Phone, Need::Items, Need::CallbackUrl, Need::ReturnUrl],
            reference: ReferenceRule {
                maximum_length: 1000usize,
                punctuation: "*",
            },
        },
        MethodCapabilities {
            method: &const { Method::of(MethodKind::EWallet, "shopeepay") },
            minimum: Some(1u64),
            maximum: Some(20000000u64),
            operations: &[PaymentOperation::Create, PaymentOperation::Get],
            settlement: Settlement::new(
                Lookup::ByProviderId,
                true,
                Duration::from_secs(120u64),
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
            name: "metadata",
            kinds: &[Kind::Payment],
            form: OptionForm::Object,
            personal: true,
            text: "The merchant's own data, given back as it is.",
        },
        ProviderOption {
            name: "basket",
            kinds: &[Kind::Payment],
            form: OptionForm::List,
            personal: true,
            text: "What is bought.",
        },
        ProviderOption {
            name: "customer_id",
            kinds: &[Kind::Payment],
            form: OptionForm::Text,
            personal: false,
            text: "The provider's id of the customer.",
        },
        ProviderOption {
            name: "failure_redirect_url",
            kinds: &[Kind::Payment],
            form: OptionForm::Text,
            personal: false,
            text: "Where the customer goes after a failure.",
        },
        ProviderOption {
            name: "cancel_redirect_url",
            kinds: &[Kind::Payment],
            form: OptionForm::Text,
            personal: false,
            text: "Where the customer goes after giving up.",
        },
        ProviderOption {
            name: "redeem_points",
            kinds: &[Kind::Payment],
            form: OptionForm::Word(&["REDEEM_NONE", "REDEEM_ALL"]),
            personal: false,
            text: "Whether the customer's points are used.",
        },
        ProviderOption {
            name: "version",
            kinds: &[Kind::Payment],
            form: OptionForm::Word(&["2019-02-04", "2020-02-01"]),
            personal: false,
            text: "The version of the API, of OVO only: 2019-02-04 waits for the customer, 2020-02-01 answers at once.",
        },
        ProviderOption {
            name: "fee_rule",
            kinds: &[Kind::Payment],
            form: OptionForm::Text,
            personal: false,
            text: "The id of the fee rule to apply, for accounts of a platform.",
        },
    ],
};
