#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod capabilities;
pub mod decimal;
pub mod jakarta;
pub mod observe;
pub mod printable;
#[cfg(feature = "qr")]
pub mod qr;
pub mod retry;
pub mod wire;

mod account;
mod amount_change;
mod bill;
mod callback;
mod callback_error;
mod charge;
mod client;
mod error;
mod instruction;
mod invalid;
mod kind;
mod mandate;
mod mandates;
mod method;
mod money;
mod next_action;
mod options;
mod outcome;
mod payment;
mod payments;
mod phone;
mod proof;
mod provider;
mod qris;
mod raw;
mod receipt;
mod reference;
mod refund;
mod schedule;
mod secret;
mod status;
mod topup;
mod unmodelled;

pub use async_trait::async_trait;
/// The crate whose `HeaderMap` holds the headers of a callback.
pub use http;

pub use account::{Account, AccountId, Environment};
pub use amount_change::{AmountChange, AmountChangeRequest, AmountChangeStatus};
pub use bill::{BillInquiry, BillPayment, BillRequest, Bills};
pub use callback::{Callbacks, Received};
pub use callback_error::CallbackError;
pub use capabilities::Capabilities;
pub use charge::{Charge, ChargeProof};
pub use client::ProviderClient;
pub use decimal::InvalidMoney;
pub use error::{Error, Result};
#[doc(hidden)]
pub use instruction::Called;
pub use instruction::{
    Answer, Bearing, Event, Hint, Instruction, News, Performs, Rung, Status, Visitor,
};
pub use invalid::Invalid;
pub use kind::Kind;
pub use mandate::{
    Mandate, MandateAmount, MandateCharge, MandateQuery, MandateRequest, MandateStatus, Product,
};
pub use mandates::Mandates;
pub use method::{Method, MethodKind};
pub use money::{Currency, Money};
pub use next_action::NextAction;
pub use options::{OptionForm, ProviderOption, ProviderOptions};
pub use outcome::{EarlierTry, ErrorKind, Outcome, SuggestedAction};
pub use payment::{Customer, Failure, Item, Payment, PaymentQuery, PaymentRequest};
pub use payments::Payments;
pub use phone::{PhoneForm, PhoneNumber};
pub use proof::{Proof, Verified, signatures};
pub use provider::Provider;
pub use qris::QrisCode;
pub use raw::Raw;
pub use receipt::Receipt;
pub use reference::Reference;
pub use refund::Refund;
pub use retry::{Retry, SettleError};
pub use schedule::{IntervalUnit, Schedule};
pub use secret::{Personal, Secret, Secrets};
pub use status::PaymentStatus;
pub use topup::{Topup, TopupProduct, TopupRequest, Topups};
pub use unmodelled::Unmodelled;
