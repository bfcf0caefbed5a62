// Generated from specs/rpi by `cargo xtask regen`. Do not edit.

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
pub const PROVIDER: Provider = Provider::new("rpi");
/// What the provider can do.
pub static CAPABILITIES: Capabilities = Capabilities {
    provider: PROVIDER,
    title: "Ayoconnect RPI",
    document: "Ayoconnect Open Finance: Create recurring payment instruction",
    currency: Currency::IDR,
    currency_digits: 0u32,
    reference: ReferenceRule {
        maximum_length: 32usize,
        punctuation: "",
    },
    phone: Some(PhoneRule {
        form: PhoneForm::CountryCode,
        foreign: false,
    }),
    callback_proof: CallbackProof::None,
    callback_delivery: "POST, JSON, to an HTTPS endpoint registered with the provider. Any 2xx acknowledges. About three or four deliveries within minutes, duplicates, any order. No page of RPI shows one: it is a hint, to be confirmed by asking.",
    unknown_settled_by: "A create moves no money: the same request may be sent again under the same transactionId. If that is refused as used, a new one is harmless, because nobody can confirm a page that was never shown. A change of amount sets and adds nothing: it may be sent again only while the get still shows its date as that of the next charge. What became of an instruction: GET /api/v1/rpi/{rpiCode}.",
    methods: &[],
    bills: None,
    topups: None,
    mandates: Some(MandateCapabilities {
        operations: &[
            MandateOperation::Create,
            MandateOperation::Get,
            MandateOperation::ChangeAmount,
        ],
        minimum: Some(10000u64),
        change: Some(
            Settlement::new(Lookup::ByReference, true, Duration::from_secs(60u64)),
        ),
        settlement: Settlement::new(
            Lookup::ByProviderId,
            true,
            Duration::from_secs(60u64),
        ),
    }),
    options: &[
        ProviderOption {
            name: "additional_info",
            kinds: &[Kind::Mandate],
            form: OptionForm::List,
            personal: true,
            text: "Further information.",
        },
        ProviderOption {
            name: "notification_config",
            kinds: &[Kind::Mandate],
            form: OptionForm::List,
            personal: true,
            text: "How to notify. Its members are not documented.",
        },
        ProviderOption {
            name: "max_bill_amount",
            kinds: &[Kind::Mandate],
            form: OptionForm::Amount,
            personal: false,
            text: "The most that one charge may take, in rupiah. Not mandatory here.",
        },
        ProviderOption {
            name: "correlation_id",
            kinds: &[Kind::Mandate],
            form: OptionForm::Text,
            personal: false,
            text: "The id of a flow of calls: 32 letters and digits that no earlier create used.",
        },
    ],
};
