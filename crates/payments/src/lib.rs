// The README's programs use two features; without them, they are not tested.
#![cfg_attr(
    any(not(doctest), all(feature = "instamoney", feature = "toml")),
    doc = include_str!("../README.md")
)]
#![cfg_attr(docsrs, feature(doc_cfg))]
// Without a provider there is nothing to set up.
#![cfg_attr(
    not(any(
        feature = "ciputra",
        feature = "digiswitch",
        feature = "fazz",
        feature = "instamoney",
        feature = "rpi"
    )),
    allow(dead_code, unused_variables)
)]

#[cfg(any(doc, doctest))]
pub mod guide;

mod client;
mod name;
mod settings;
mod setup;

/// The crate of the common types, as the providers' crates name it, too.
pub use payments_core as core;
#[cfg(feature = "qr")]
pub use payments_core::qr;
pub use payments_core::{
    Account, AccountId, AmountChange, AmountChangeRequest, AmountChangeStatus, Answer, Bearing,
    BillInquiry, BillPayment, BillRequest, Bills, CallbackError, Callbacks, Capabilities, Charge,
    ChargeProof, Currency, Customer, EarlierTry, Environment, Error, ErrorKind, Event, Failure,
    Hint, Instruction, IntervalUnit, Invalid, InvalidMoney, Item, Kind, Mandate, MandateAmount,
    MandateCharge, MandateQuery, MandateRequest, MandateStatus, Mandates, Method, MethodKind,
    Money, News, NextAction, OptionForm, Outcome, Payment, PaymentQuery, PaymentRequest,
    PaymentStatus, Payments, Performs, Personal, PhoneForm, PhoneNumber, Product, Proof, Provider,
    ProviderClient, ProviderOption, ProviderOptions, QrisCode, Raw, Receipt, Received, Reference,
    Refund, Result, Retry, Rung, Schedule, Secret, Secrets, SettleError, Status, SuggestedAction,
    Topup, TopupProduct, TopupRequest, Topups, Unmodelled, Verified, Visitor, async_trait,
    capabilities, decimal, http, jakarta, observe, printable, retry, signatures, wire,
};
/// The crate that the clients are built on.
pub use payments_provider as provider;
pub use payments_provider::http::{BaseUrl, Timeouts};

#[cfg(feature = "ciputra")]
pub use payments_ciputra as ciputra;
#[cfg(feature = "digiswitch")]
pub use payments_digiswitch as digiswitch;
#[cfg(feature = "fazz")]
pub use payments_fazz as fazz;
#[cfg(feature = "instamoney")]
pub use payments_instamoney as instamoney;
#[cfg(feature = "rpi")]
pub use payments_rpi as rpi;

pub use client::Client;
pub use name::Name;
pub use settings::Settings;
