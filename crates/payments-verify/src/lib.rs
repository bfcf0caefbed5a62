#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod auth;
mod check;
mod draft;
mod fact;
mod facts;
#[rustfmt::skip]
mod generated;
mod judge;
mod patch;
mod receiver;
mod redact;
mod report;
mod run;
mod scenarios;
mod session;
mod stage;
mod target;

pub use check::{Check, NoCheck, What};
pub use fact::{At, Claim, Evidence, Fact};
pub use facts::facts;
pub use judge::{Finding, Judged, Seen, Verdict, judge};
pub use patch::{Patch, patch};
pub use report::Report;
pub use run::{Options, Refused, plan, run};
pub use scenarios::{Scenario, scenarios};
pub use session::{Answered, Body, Heard, Place, Sent, Session, Step};
pub use target::Target;
