//! The tables of the READMEs, written from the same capabilities as the code.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};

use similar::TextDiff;

use crate::{
    emit::settings::{variable, whole_text},
    evidence::{self, Fact},
    refusal::{Outcome, Refusal},
    tables::{
        BillOperation, Capabilities, MandateOperation, PaymentOperation, Proof, TopupOperation,
    },
};

/// A page with one table that is written from `specs/`.
pub(crate) struct Page {
    file: String,
    path: std::path::PathBuf,
    is: String,
    should: String,
}

impl Page {
    /// The table of providers.
    pub(crate) fn of_providers(root: &Path, providers: &[Capabilities]) -> Outcome<Self> {
        let source = "providers: written by `cargo xtask regen` from specs/*/capabilities.toml";
        Self::new(root, "README.md".into(), source, &table(providers))
    }

    /// The table of what the facts of each provider stand on.
    pub(crate) fn of_evidence(root: &Path, facts: &[Fact]) -> Outcome<Self> {
        let source = "evidence: written by `cargo xtask regen` from specs/*/evidence.toml";
        Self::new(root, "README.md".into(), source, &evidence::table(facts))
    }

    /// The table of a provider's settings.
    pub(crate) fn of_settings(root: &Path, provider: &Capabilities) -> Outcome<Self> {
        let name = &provider.provider;
        let source =
            format!("settings: written by `cargo xtask regen` from specs/{name}/capabilities.toml");
        let file = format!("crates/payments-{name}/README.md");
        Self::new(root, file, &source, &settings(provider))
    }

    /// The page as it is and as it should be; the table is between two comments.
    fn new(root: &Path, file: String, source: &str, table: &str) -> Outcome<Self> {
        let path = root.join(&file);
        let is = fs::read_to_string(&path)
            .map_err(|error| Refusal::plain(format!("{file}: {error}")))?;
        let (begin, end) = (format!("<!-- {source} -->\n"), "<!-- / -->");
        let should = is
            .split_once(&begin)
            .and_then(|(before, rest)| {
                let (_, after) = rest.split_once(end)?;
                Some(format!("{before}{begin}{table}{end}{after}"))
            })
            .ok_or_else(|| {
                let marks = format!("{}{end}", begin.trim_end());
                Refusal::plain(format!("{file}: a table is to stand between {marks}"))
            })?;
        Ok(Self {
            file,
            path,
            is,
            should,
        })
    }

    /// Returns how many files were written: one or none.
    pub(crate) fn write(&self) -> Outcome<usize> {
        if self.is == self.should {
            return Ok(0);
        }
        fs::write(&self.path, &self.should)
            .map_err(|error| Refusal::plain(format!("{}: {error}", self.file)))?;
        Ok(1)
    }

    pub(crate) fn difference(&self) -> String {
        if self.is == self.should {
            return String::new();
        }
        TextDiff::from_lines(&self.is, &self.should)
            .unified_diff()
            .context_radius(2)
            .header(&self.file, &format!("{} from specs/", self.file))
            .to_string()
    }
}

/// The settings of a client, the needed ones first.
fn settings(provider: &Capabilities) -> String {
    let mut table = String::from("| variable | needed | is |\n|---|---|---|\n");
    let (needed, others): (Vec<_>, Vec<_>) =
        provider.setting.iter().partition(|setting| setting.needed);
    for setting in needed.iter().chain(&others) {
        let variable = variable(&provider.provider, &setting.name);
        let needed = if setting.needed { "yes" } else { "" };
        let text = whole_text(setting);
        // Writing to a string cannot fail.
        let _ = writeln!(table, "| `{variable}` | {needed} | {text} |");
    }
    let account = variable(&provider.provider, "account");
    let name = "the merchant's own name for the account, where there are several";
    let _ = writeln!(table, "| `{account}` |  | {name} |");
    table
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
