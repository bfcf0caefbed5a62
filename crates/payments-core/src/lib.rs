#![doc = include_str!("../README.md")]

pub mod capabilities;
pub mod check;
pub mod explain;
pub mod http;
pub mod observe;
pub mod operation;
pub mod printable;
pub mod retry;
pub mod wire;

mod account;
mod bill;
mod callback;
mod error;
mod mandate;
mod method;
mod money;
mod payment;
mod payments;
mod provider;
pub mod read;
mod reference;
mod secret;
mod status;

pub use async_trait::async_trait;

pub use account::{Account, Environment};
pub use bill::{BillInquiry, BillPayment, BillRequest, Bills};
pub use callback::{
    Asked, CallbackError, Callbacks, Event, Hint, News, Proof, Received, Unmodelled, Verified,
    signatures,
};
pub use capabilities::Capabilities;
pub use error::{Error, ErrorKind, Outcome, Result, SuggestedAction};
pub use mandate::{
    AmountChange, IntervalUnit, Mandate, MandateAmount, MandateQuery, MandateRequest,
    MandateStatus, Mandates, Product, Schedule,
};
pub use method::{Method, MethodKind};
pub use money::{Currency, InvalidMoney, Money};
pub use payment::{
    Customer, Failure, Item, NextAction, Payment, PaymentQuery, PaymentRequest, Raw, Refund,
};
pub use payments::Payments;
pub use provider::Provider;
pub use reference::Reference;
pub use retry::{BillIntent, MandateIntent, PaymentIntent, Retry, SettleError};
pub use secret::{Personal, Secret, Secrets};
pub use status::PaymentStatus;
