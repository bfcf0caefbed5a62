//! `--adopt`: what the provider confirms is recorded, and nothing that only the report says.

use payments::{AccountId, Client, Kind, Name, Reference};
use payments_journal::{Difference, Differs, Journal, Providers, Scope};
use serde::Serialize;

use super::unfinished::stands;
use crate::{failure::Failure, providers};

/// Asks the provider about differences.
pub(super) struct Adopting<'a> {
    journal: &'a Journal,
    workers: Providers,
    account: &'a AccountId,
    scope: &'a Scope,
    /// The reference that was asked about last, and what came of it: several differences may be
    /// about one.
    last: Option<(String, Answered)>,
}

/// What became of one difference.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Adopted {
    /// What was done, or what a person must do.
    pub(super) done: String,
    /// Whether it still is a difference.
    pub(super) remains: bool,
    /// Whether it is noted as a payment that only the report has.
    #[serde(skip)]
    pub(super) is_noted: bool,
}

impl Adopted {
    fn remains(done: impl Into<String>) -> Self {
        Self {
            done: done.into(),
            remains: true,
            is_noted: false,
        }
    }
}

/// Whatever the provider is: some cannot look a payment up by its reference.
const NOTED: &str = "noted: it is looked up, or left to a person, before anything is sent under it";

type Answered = Result<Box<payments_journal::Entry>, String>;

impl<'a> Adopting<'a> {
    pub(super) fn new(
        journal: &'a Journal,
        account: &'a AccountId,
        scope: &'a Scope,
        sandbox: Option<&str>,
    ) -> Result<Self, Failure> {
        let name: Name = account.provider().as_str().parse()?;
        let client = providers::client(name, sandbox)?;
        if let Some(own) = account_of(&client) {
            same_account(account, &own)?;
        }
        Ok(Self {
            journal,
            workers: providers::employ(Providers::new(), &client),
            account,
            scope,
            last: None,
        })
    }

    pub(super) async fn adopt(&mut self, difference: &Difference) -> Adopted {
        match &difference.differs {
            Differs::MissingHere { recorded_in } => self.note(difference, recorded_in).await,
            Differs::Twice { .. } => Adopted::remains("a person must look: nothing can be asked"),
            _ => self.ask(difference).await,
        }
    }

    /// A payment that only the report has is never recorded as ours.
    async fn note(&self, difference: &Difference, recorded_in: &[AccountId]) -> Adopted {
        if !recorded_in.is_empty() {
            return Adopted::remains("recorded in another account");
        }
        let Ok(reference) = difference.reference.parse::<Reference>() else {
            return Adopted::remains("not a possible reference of ours: nothing can be sent");
        };
        let done = match self.journal.ask_first(self.account, &reference).await {
            Ok(true) => NOTED,
            Ok(false) => "noted before",
            Err(error) => return Adopted::remains(error.to_string()),
        };
        Adopted {
            is_noted: true,
            ..Adopted::remains(done)
        }
    }

    async fn ask(&mut self, difference: &Difference) -> Adopted {
        let known = self
            .last
            .take()
            .filter(|(about, _)| *about == difference.reference);
        let answered = match known {
            Some((_, answered)) => answered,
            None => self.confirm(&difference.reference).await,
        };
        let adopted = match &answered {
            Err(why) => Adopted::remains(why),
            Ok(entry) => Adopted {
                done: match &entry.error {
                    Some(error) => error.message.clone(),
                    None => format!("the provider was asked: it is {}", stands(entry)),
                },
                remains: difference.remains(self.scope, entry),
                is_noted: false,
            },
        };
        self.last = Some((difference.reference.clone(), answered));
        adopted
    }

    async fn confirm(&self, reference: &str) -> Answered {
        let reference = reference
            .parse::<Reference>()
            .map_err(|error| error.to_string())?;
        let told = self
            .journal
            .confirm(&self.workers, self.account, &reference)
            .await;
        match told {
            Ok(entry) => Ok(Box::new(entry)),
            Err(error) => Err(match self.is_topup(&reference).await {
                true => format!("{error}: wait, or run `payments topup status`"),
                false => error.to_string(),
            }),
        }
    }

    /// Its only lookup is the sale again, which a report must not cause.
    async fn is_topup(&self, reference: &Reference) -> bool {
        let entry = self.journal.get(self.account, reference).await;
        matches!(entry, Ok(Some(entry)) if entry.kind == Kind::Topup)
    }
}

fn account_of(client: &Client) -> Option<AccountId> {
    let accounts = [
        client.payments.as_ref().map(|one| one.account()),
        client.bills.as_ref().map(|one| one.account()),
        client.mandates.as_ref().map(|one| one.account()),
    ];
    accounts
        .into_iter()
        .flatten()
        .next()
        .map(|account| account.id().clone())
}

/// The keys of one account know nothing of another: what they do not find proves nothing.
pub(super) fn same_account(wanted: &AccountId, keys: &AccountId) -> Result<(), Failure> {
    if wanted == keys {
        return Ok(());
    }
    let variable = format!("{}_ACCOUNT", wanted.provider().as_str().to_uppercase());
    Err(Failure::usage(format!(
        "the keys in the environment are those of {keys}, and the report is compared with {wanted}"
    ))
    .advise(format!(
        "set the keys of {wanted}, and {variable} to its name"
    )))
}
