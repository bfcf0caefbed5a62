//! The tables of the READMEs, written from the same capabilities as the code, and where a crate is
//! found.

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
    options::{FILE, Options},
    origin::Published,
    refusal::{Outcome, Refusal},
    tables::{
        BillOperation, Capabilities, MandateOperation, PaymentOperation, Proof, TopupOperation,
    },
};

/// The crate of all providers.
pub(crate) const UMBRELLA: &str = "crates/payments";

/// A page with parts that are written: tables from `specs/`, and where a crate is found.
pub(crate) struct Page {
    file: String,
    path: std::path::PathBuf,
    is: String,
    should: String,
}

impl Page {
    /// The README in each language: the table of providers, what the facts about each stand on, and
    /// where the repository is.
    pub(crate) fn of_project(
        root: &Path,
        providers: &[Capabilities],
        facts: &[Fact],
        repository: &str,
    ) -> Outcome<Vec<Self>> {
        let clone = format!("```sh\ngit clone {repository}\ncd payments\n```\n");
        let facts = evidence::table(facts);
        let languages = [
            ("README.md", table(providers), facts.clone()),
            (
                "README.id.md",
                in_indonesian(&table(providers)),
                in_indonesian(&facts),
            ),
        ];
        let pages = languages.into_iter().map(|(file, table, evidence)| {
            Self::read(root, file.into())?
                .with("providers", "specs/*/capabilities.toml", &table)?
                .with("evidence", "specs/*/evidence.toml", &evidence)?
                .with("clone", "Cargo.toml", &clone)
        });
        pages.collect()
    }

    /// The tables of a provider's settings and of its own options.
    pub(crate) fn of_crate(
        root: &Path,
        provider: &Capabilities,
        options: &Options,
    ) -> Outcome<Self> {
        let name = &provider.provider;
        let page = Self::read(root, format!("crates/payments-{name}/README.md"))?;
        let (capabilities, own) = (
            format!("specs/{name}/capabilities.toml"),
            format!("specs/{name}/{FILE}"),
        );
        page.with("settings", &capabilities, &settings(provider))?
            .with("options", &own, &table_of_options(options))
    }

    /// The features of the umbrella that are providers.
    pub(crate) fn of_umbrella(root: &Path, providers: &[Capabilities]) -> Outcome<Self> {
        let rows = providers
            .iter()
            .map(|of| format!("| `{}` | {} |\n", of.provider, of.title));
        let table = format!(
            "| feature | provider |\n|---|---|\n{}",
            rows.collect::<String>()
        );
        Self::read(root, format!("{UMBRELLA}/README.md"))?.with("features", "specs/", &table)
    }

    /// The page of a published crate, with where that is found; after the tables that it has.
    pub(crate) fn of_origin(
        root: &Path,
        published: &Published,
        repository: &str,
        pages: &mut Vec<Self>,
    ) -> Outcome<Self> {
        let file = format!("crates/{}/README.md", published.name);
        let page = match pages.iter().position(|page| page.file == file) {
            Some(place) => pages.swap_remove(place),
            None => Self::read(root, file)?,
        };
        page.with("origin", "Cargo.toml", &published.origin(repository))
    }

    fn read(root: &Path, file: String) -> Outcome<Self> {
        let path = root.join(&file);
        let is = fs::read_to_string(&path)
            .map_err(|error| Refusal::plain(format!("{file}: {error}")))?;
        let should = is.clone();
        Ok(Self {
            file,
            path,
            is,
            should,
        })
    }

    /// The page with a part as it should be, between its two comments.
    fn with(mut self, name: &str, source: &str, text: &str) -> Outcome<Self> {
        let begin = format!("<!-- {name}: written by `cargo xtask regen` from {source} -->\n");
        let end = "<!-- / -->";
        let should = self
            .should
            .split_once(&begin)
            .and_then(|(before, rest)| {
                let (_, after) = rest.split_once(end)?;
                Some(format!("{before}{begin}{text}{end}{after}"))
            })
            .ok_or_else(|| {
                let (file, marks) = (&self.file, format!("{}{end}", begin.trim_end()));
                Refusal::plain(format!("{file}: a part is to stand between {marks}"))
            })?;
        self.should = should;
        Ok(self)
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
            .header(&self.file, &format!("{} as generated", self.file))
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

/// What a request can carry beyond the common one.
fn table_of_options(options: &Options) -> String {
    let mut table = String::from("| option | of | value | is |\n|---|---|---|---|\n");
    for own in &options.options {
        let kinds: Vec<_> = own.kinds.iter().map(|kind| kind.name()).collect();
        let (name, kinds, text) = (&own.name, kinds.join(", "), &own.text);
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "| `{name}` | {kinds} | {} | {text} |",
            own.form.for_people()
        );
    }
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

/// The words of the table of providers that are not names.
const INDONESIAN: [(&str, &str); 9] = [
    (
        "| provider | document | recorded | official | third party | inferred | assumed | probed | no probe |",
        "| penyedia | dokumen | rekaman | resmi | pihak ketiga | disimpulkan | diasumsikan | diperiksa | tanpa pemeriksaan |",
    ),
    (
        "| provider | crate | for | can | callbacks |",
        "| penyedia | crate | untuk | bisa | callback |",
    ),
    (
        "verified by a shared token",
        "dibuktikan dengan token bersama",
    ),
    (
        "hints, confirmed by asking",
        "petunjuk, dikonfirmasi dengan bertanya",
    ),
    ("| signed |", "| ditandatangani |"),
    ("| bills (", "| tagihan ("),
    ("top-ups", "isi ulang"),
    ("| mandates |", "| mandat |"),
    ("change of amount", "perubahan jumlah"),
];

fn in_indonesian(table: &str) -> String {
    let words = INDONESIAN.iter();
    words.fold(table.to_owned(), |table, (english, indonesian)| {
        table.replace(english, indonesian)
    })
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
