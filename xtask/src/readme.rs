//! The table of providers in the README: written from the same capabilities as the code.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};

use similar::TextDiff;

use crate::{
    refusal::{Outcome, Refusal},
    tables::{
        BillOperation, Capabilities, MandateOperation, PaymentOperation, Proof, TopupOperation,
    },
};

const FILE: &str = "README.md";
const BEGIN: &str =
    "<!-- providers: written by `cargo xtask regen` from specs/*/capabilities.toml -->\n";
const END: &str = "<!-- /providers -->";

/// The README as it is and as it should be.
pub(crate) struct Readme {
    path: std::path::PathBuf,
    is: String,
    should: String,
}

impl Readme {
    pub(crate) fn new(root: &Path, providers: &[Capabilities]) -> Outcome<Self> {
        let path = root.join(FILE);
        let is = fs::read_to_string(&path)
            .map_err(|error| Refusal::plain(format!("{FILE}: {error}")))?;
        let should = is
            .split_once(BEGIN)
            .and_then(|(before, rest)| {
                let (_, after) = rest.split_once(END)?;
                Some(format!("{before}{BEGIN}{}{END}{after}", table(providers)))
            })
            .ok_or_else(|| Refusal::plain(format!("{FILE}: the marks of the table are missing")))?;
        Ok(Self { path, is, should })
    }

    /// Says how many files were written: one or none.
    pub(crate) fn write(&self) -> Outcome<usize> {
        if self.is == self.should {
            return Ok(0);
        }
        fs::write(&self.path, &self.should)
            .map_err(|error| Refusal::plain(format!("{FILE}: {error}")))?;
        Ok(1)
    }

    pub(crate) fn difference(&self) -> String {
        if self.is == self.should {
            return String::new();
        }
        TextDiff::from_lines(&self.is, &self.should)
            .unified_diff()
            .context_radius(2)
            .header(FILE, "README.md from specs/")
            .to_string()
    }
}

fn table(providers: &[Capabilities]) -> String {
    let mut table =
        String::from("| provider | crate | for | can | callbacks |\n|---|---|---|---|---|\n");
    for provider in providers {
        let callbacks = match provider.callbacks.proof {
            Proof::SignsBody => "signed",
            Proof::SharedToken => "verified by a shared token",
            Proof::None => "hints, confirmed by asking",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "| {} | `payments-{}` | {} | {} | {callbacks} |",
            provider.title,
            provider.provider,
            services(provider),
            operations(provider),
        );
    }
    table
}

/// Channels by kind of method: `ewallet` (gopay, ovo), `qris`; the products of bills; mandates.
fn services(provider: &Capabilities) -> String {
    let mut kinds: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for method in &provider.method {
        let (kind, channel) = method
            .method
            .split_once(':')
            .unwrap_or((&method.method, ""));
        kinds.entry(kind).or_default().push(channel);
    }
    let products: Vec<_> = provider.bill.iter().map(|bill| &*bill.product).collect();
    let methods = kinds
        .into_iter()
        .map(|(kind, channels)| match channels.as_slice() {
            [""] => format!("`{kind}`"),
            _ => format!("`{kind}` ({})", channels.join(", ")),
        });
    let bills = provider
        .bills
        .iter()
        .map(|_| format!("bills ({})", products.join(", ")));
    let topups = provider.topups.iter().map(|_| "top-ups".to_owned());
    let mandates = provider.mandates.iter().map(|_| "mandates".to_owned());
    methods
        .chain(bills)
        .chain(topups)
        .chain(mandates)
        .collect::<Vec<_>>()
        .join(", ")
}

fn operations(provider: &Capabilities) -> String {
    let can = |wanted: &PaymentOperation| {
        provider
            .method
            .iter()
            .any(|method| method.operations.contains(wanted))
    };
    let payments = [
        PaymentOperation::Create,
        PaymentOperation::Get,
        PaymentOperation::Cancel,
    ]
    .into_iter()
    .filter(can)
    .map(|operation| match operation {
        PaymentOperation::Create => "create",
        PaymentOperation::Get => "get",
        PaymentOperation::Cancel => "cancel",
    });
    let bills = provider.bills.iter().flat_map(|bills| &bills.operations);
    let bills = bills.map(|operation| match operation {
        BillOperation::Inquire => "inquire",
        BillOperation::Pay => "pay",
        BillOperation::Status => "status",
    });
    let topups = provider.topups.iter();
    let topups = topups.flat_map(|topups| &topups.operations);
    let topups = topups.map(|operation| match operation {
        TopupOperation::Buy => "buy",
        TopupOperation::Status => "status",
    });
    let mandates = provider.mandates.iter();
    let mandates = mandates.flat_map(|mandates| &mandates.operations);
    let mandates = mandates.map(|operation| match operation {
        MandateOperation::Create => "create",
        MandateOperation::Get => "get",
        MandateOperation::ChangeAmount => "change of amount",
    });
    let all = payments.chain(bills).chain(topups).chain(mandates);
    let mut named = BTreeSet::new();
    let all: Vec<_> = all.filter(|name| named.insert(*name)).collect();
    all.join(", ")
}
