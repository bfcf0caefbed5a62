//! The tables beside an API: codes, statuses, capabilities.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{refusal::Outcome, source::Source};

/// The content of a provider's three tables.
pub(crate) struct Tables {
    pub(crate) codes: Codes,
    /// By table, then by word.
    pub(crate) statuses: BTreeMap<String, BTreeMap<String, Status>>,
    pub(crate) capabilities: Capabilities,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Codes {
    #[serde(default)]
    pub(crate) code: Vec<Code>,
    #[serde(default)]
    pub(crate) http: Vec<Http>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Code {
    pub(crate) code: String,
    pub(crate) meaning: String,
    pub(crate) kind: Kind,
    pub(crate) outcome: Certainty,
    pub(crate) earlier: Earlier,
    pub(crate) action: Action,
    pub(crate) listed: Vec<Listing>,
    pub(crate) evidence: Evidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Listing {
    pub(crate) table: String,
    pub(crate) http: Option<u16>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Http {
    pub(crate) status: u16,
    pub(crate) kind: Kind,
    pub(crate) outcome: Certainty,
    pub(crate) action: Action,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Status {
    pub(crate) means: Means,
    pub(crate) text: String,
    pub(crate) evidence: Evidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Capabilities {
    pub(crate) provider: String,
    pub(crate) title: String,
    pub(crate) document: String,
    pub(crate) currency: String,
    pub(crate) currency_digits: u32,
    pub(crate) reference: ReferenceRule,
    /// How customers' phone numbers are sent; absent: never.
    pub(crate) phone: Option<PhoneRule>,
    pub(crate) callbacks: Callbacks,
    pub(crate) unknown: Unknown,
    #[serde(default)]
    pub(crate) method: Vec<Method>,
    pub(crate) bills: Option<Bills>,
    #[serde(default)]
    pub(crate) bill: Vec<Bill>,
    pub(crate) topups: Option<Topups>,
    pub(crate) mandates: Option<Mandates>,
    pub(crate) settings: Settings,
    pub(crate) setting: Vec<Setting>,
}

/// The settings of a client.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    pub(crate) live: Option<String>,
    pub(crate) test: Option<String>,
    pub(crate) test_keys_begin: Option<String>,
    pub(crate) sandbox_path: String,
}

/// An environment variable of a client.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Setting {
    /// After the provider's name and `_`, in lower case.
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) note: Option<String>,
    #[serde(default)]
    pub(crate) kind: SettingKind,
    /// The allowed words, for a word setting.
    #[serde(default)]
    pub(crate) words: Vec<String>,
    /// The function of `Config` that sets it, if it has another name.
    pub(crate) setter: Option<String>,
    #[serde(default)]
    pub(crate) needed: bool,
    #[serde(default)]
    pub(crate) secret: bool,
    #[serde(default)]
    pub(crate) callbacks: bool,
    pub(crate) sandbox: Option<String>,
    pub(crate) token: Option<String>,
    pub(crate) second: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bills {
    pub(crate) operations: Vec<BillOperation>,
    pub(crate) lookup: Lookup,
    pub(crate) send_again: bool,
    pub(crate) visibility_delay_seconds: u64,
    #[serde(default)]
    pub(crate) minimum_pause_seconds: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Topups {
    pub(crate) operations: Vec<TopupOperation>,
    pub(crate) lookup: Lookup,
    pub(crate) send_again: bool,
    pub(crate) visibility_delay_seconds: u64,
    #[serde(default)]
    pub(crate) minimum_pause_seconds: u64,
    pub(crate) repeat_within_days: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bill {
    pub(crate) product: String,
    pub(crate) title: String,
    /// The component for the product-specific part of an answer.
    pub(crate) details: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mandates {
    pub(crate) operations: Vec<MandateOperation>,
    pub(crate) minimum: Option<u64>,
    pub(crate) lookup: Lookup,
    pub(crate) send_again: bool,
    pub(crate) visibility_delay_seconds: u64,
    /// How an unknown change of an amount is settled.
    pub(crate) change_amount: Option<ChangeAmount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeAmount {
    pub(crate) lookup: Lookup,
    pub(crate) send_again: bool,
    pub(crate) visibility_delay_seconds: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReferenceRule {
    pub(crate) maximum_length: usize,
    pub(crate) punctuation: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PhoneRule {
    pub(crate) form: PhoneForm,
    /// Whether numbers of other countries are accepted.
    pub(crate) foreign: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Callbacks {
    pub(crate) proof: Proof,
    /// The headers that may hold the proof.
    #[serde(default)]
    pub(crate) headers: Vec<String>,
    pub(crate) algorithm: Option<Algorithm>,
    pub(crate) encoding: Option<Encoding>,
    pub(crate) delivery: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unknown {
    pub(crate) settled_by: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Method {
    pub(crate) method: String,
    pub(crate) minimum: Option<u64>,
    pub(crate) maximum: Option<u64>,
    pub(crate) operations: Vec<PaymentOperation>,
    pub(crate) lookup: Lookup,
    pub(crate) send_again: bool,
    pub(crate) visibility_delay_seconds: u64,
    #[serde(default)]
    pub(crate) needs: Vec<Need>,
    /// The rule, if it differs from the provider's.
    pub(crate) reference: Option<ReferenceRule>,
}

/// Words of the tables; the same in the tables (snake_case) and in payments-core (CamelCase).
macro_rules! words {
    ($($name:ident { $($word:ident),* $(,)? })*) => {$(
        #[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
        #[serde(rename_all = "snake_case")]
        #[allow(clippy::enum_variant_names)] // They are the words of the tables.
        pub(crate) enum $name { $($word),* }
    )*};
}

words! {
    Kind {
        Invalid, Unauthorized, Forbidden, NotFound, Duplicate, Declined, Rejected, RateLimited, Unavailable, Unsupported,
    }
    Certainty { Refused, Unknown }
    Earlier { Exists, Failed, Nothing }
    Action { FixRequest, FixCredentials, AskByReference, RetryLater, AskCustomer, ContactProvider }
    Evidence { Doc, Official, Recorded, ThirdParty, Inferred, Assumed }
    Means { Pending, Paid, Settled, Failed, Expired, Cancelled, Refunded }
    Proof { SignsBody, SharedToken, None }
    Encoding { Hex }
    PhoneForm { National, CountryCode, E164 }
    PaymentOperation { Create, Get, Cancel }
    BillOperation { Inquire, Pay, Status }
    TopupOperation { Buy, Status }
    MandateOperation { Create, Get, ChangeAmount }
    Lookup { ByReference, ByProviderId, ByRepeat }
    Need { Phone, Name, Email, Items, ReturnUrl, CallbackUrl }
}

impl Evidence {
    /// Neither the provider's document nor a recorded exchange shows it.
    pub(crate) const fn is_weak(self) -> bool {
        !matches!(self, Self::Doc | Self::Recorded)
    }
}

/// How a body is signed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub(crate) enum Algorithm {
    #[serde(rename = "hmac_sha1")]
    HmacSha1,
    #[serde(rename = "hmac_sha256")]
    HmacSha256,
    #[serde(rename = "hmac_sha512")]
    HmacSha512,
}

impl Algorithm {
    /// The name as it precedes a signature, if a provider writes it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::HmacSha1 => "sha1",
            Self::HmacSha256 => "sha256",
            Self::HmacSha512 => "sha512",
        }
    }
}

/// How a setting is given to `Config`.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SettingKind {
    /// The value as it is.
    #[default]
    Text,
    /// The value as it is; the function may refuse it.
    Checked,
    /// A base URL.
    Url,
    /// Several values, separated by commas; the function may refuse them.
    List,
    /// `true` or `false`.
    Flag,
    /// One of `words`.
    Word,
    /// A type whose own error says why a value is refused.
    Parsed,
}

impl Tables {
    pub(crate) fn read(source: &Source) -> Outcome<Self> {
        let tables = Self {
            codes: source.toml("codes.toml")?,
            statuses: source.toml("statuses.toml")?,
            capabilities: source.toml("capabilities.toml")?,
        };
        let at = source.place("capabilities.toml");
        if tables.capabilities.provider != source.provider {
            return Err(at
                .at("provider")
                .refuse(format!("expected {:?}, the folder's name", source.provider)));
        }
        if tables.capabilities.currency != "IDR" {
            return Err(at.at("currency").refuse("only IDR is translated"));
        }
        let callbacks = &tables.capabilities.callbacks;
        let signs = callbacks.algorithm.is_some();
        let at_callbacks = at.at("callbacks");
        if signs != callbacks.encoding.is_some() || (signs && callbacks.headers.is_empty()) {
            return Err(at_callbacks.refuse("an algorithm needs `encoding` and `headers`"));
        }
        if (callbacks.proof == Proof::SignsBody) && !signs {
            return Err(at_callbacks.refuse("a body that is signed needs `algorithm`"));
        }
        for setting in &tables.capabilities.setting {
            let at = at.at("setting").at(&setting.name);
            let is_word = setting.kind == SettingKind::Word;
            if is_word == setting.words.is_empty() {
                return Err(at.refuse("`words` belongs to the kind \"word\", and to no other"));
            }
            if setting.needed && setting.setter.is_some() {
                return Err(at.refuse("one that is needed goes into `Config::new`: no setter"));
            }
        }
        let mut seen = BTreeMap::new();
        for code in &tables.codes.code {
            if seen.insert(&code.code, ()).is_some() {
                return Err(source
                    .place("codes.toml")
                    .at("code")
                    .refuse(format!("{} is listed twice", code.code)));
            }
        }
        Ok(tables)
    }
}
