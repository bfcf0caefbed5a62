// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

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
pub const PROVIDER: Provider = Provider::new("digiswitch");
/// What the provider can do.
pub static CAPABILITIES: Capabilities = Capabilities {
    provider: PROVIDER,
    title: "Digiswitch EZPay",
    document: "EZPay H2H API: Bayar Tagihan",
    currency: Currency::IDR,
    currency_digits: 0u32,
    reference: ReferenceRule {
        maximum_length: 64usize,
        punctuation: "-_",
    },
    phone: None,
    callback_proof: CallbackProof::None,
    callback_delivery: "POST, JSON, the answer of a payment as its body. A client of the provider gets it without a signature, and a sibling API signs it with HMAC-SHA1 only where a secret is set: without a secret it is a hint, to be confirmed by asking for the status. Repeats are not documented.",
    unknown_settled_by: "status-pasca with the same ref_id, customer number and code, a minute after the last call; Gagal settles it only with a code that forms a transaction. Never pay under a new ref_id before that. A top-up: the same request judged as a status call (topup_status), within 90 days; never as a new sale.",
    methods: &[],
    bills: Some(BillCapabilities {
        operations: &[BillOperation::Inquire, BillOperation::Pay, BillOperation::Status],
        settlement: Settlement::new(
                Lookup::ByReference,
                false,
                Duration::from_secs(60u64),
            )
            .minimum_pause(Duration::from_secs(60u64)),
        products: &[
            BillProduct {
                code: "pln",
                title: "PLN electricity, postpaid",
                details: "PlnDetails",
            },
            BillProduct {
                code: "pdam",
                title: "PDAM water",
                details: "PdamDetails",
            },
            BillProduct {
                code: "hp",
                title: "Mobile phone, postpaid",
                details: "HpDetails",
            },
            BillProduct {
                code: "internet",
                title: "Internet",
                details: "InternetDetails",
            },
            BillProduct {
                code: "bpjs",
                title: "BPJS Kesehatan health insurance",
                details: "BpjsDetails",
            },
            BillProduct {
                code: "multifinance",
                title: "Multifinance instalments",
                details: "MultifinanceDetails",
            },
            BillProduct {
                code: "pbb",
                title: "PBB property tax",
                details: "PbbDetails",
            },
            BillProduct {
                code: "pgas",
                title: "Gas Negara",
                details: "GasDetails",
            },
            BillProduct {
                code: "tv",
                title: "Television",
                details: "TvDetails",
            },
            BillProduct {
                code: "plnnontaglis",
                title: "PLN Nontaglis, fees besides the monthly bill",
                details: "PlnNontaglisDetails",
            },
            BillProduct {
                code: "emoney",
                title: "E-money top-up",
                details: "EmoneyDetails",
            },
            BillProduct {
                code: "samsat",
                title: "SAMSAT vehicle tax",
                details: "SamsatDetails",
            },
            BillProduct {
                code: "kirimuang",
                title: "Kirim Uang, transfer to a bank account",
                details: "KirimUangDetails",
            },
        ],
    }),
    topups: Some(TopupCapabilities {
        operations: &[TopupOperation::Buy, TopupOperation::Status],
        settlement: Settlement::new(Lookup::ByRepeat, false, Duration::from_secs(180u64))
            .minimum_pause(Duration::from_secs(60u64))
            .repeat_within(Duration::from_secs(7776000u64)),
    }),
    mandates: None,
    options: &[
        ProviderOption {
            name: "year",
            kinds: &[Kind::Bill],
            form: OptionForm::Whole,
            personal: false,
            text: "Tax year of a PBB bill. Inferred from a sibling API.",
        },
        ProviderOption {
            name: "cb_url",
            kinds: &[Kind::Topup],
            form: OptionForm::Text,
            personal: false,
            text: "Where the webhook of this sale goes. Inferred from a sibling API.",
        },
        ProviderOption {
            name: "allow_dot",
            kinds: &[Kind::Topup],
            form: OptionForm::Flag,
            personal: false,
            text: "Whether the customer number may hold a dot. Inferred from a sibling API.",
        },
    ],
};
