//! `--adopt`: what the provider confirms is recorded, and nothing that only the report says.

use payments::{AccountId, Client, Name, Reference};
use payments_journal::{Difference, Differs, Journal, Providers};
use serde::Serialize;

use super::unfinished::stands;
use crate::{failure::Failure, providers};

/// Asks the provider about differences.
pub(super) struct Adopting<'a> {
    journal: &'a Journal,
    workers: Providers,
    account: &'a AccountId,
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
}

type Answered = Result<Box<payments_journal::Entry>, String>;

impl<'a> Adopting<'a> {
    pub(super) fn new(
        journal: &'a Journal,
        account: &'a AccountId,
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
            last: None,
        })
    }

    pub(super) async fn adopt(&mut self, difference: &Difference) -> Adopted {
        match &difference.differs {
            Differs::MissingHere { recorded_in } => self.note(difference, recorded_in).await,
            Differs::Twice { .. } => Adopted {
                done: "a person must look: nothing can be asked".into(),
                remains: true,
            },
            _ => self.ask(difference).await,
        }
    }

    /// A payment that only the report has is never recorded as ours.
    async fn note(&self, difference: &Difference, recorded_in: &[AccountId]) -> Adopted {
        let done = match difference.reference.parse::<Reference>() {
            _ if !recorded_in.is_empty() => "recorded in another account".to_owned(),
            Err(_) => "not a possible reference of ours".to_owned(),
            Ok(reference) => match self.journal.ask_first(self.account, &reference).await {
                Ok(true) => "noted: it is looked up before anything is sent under it".to_owned(),
                Ok(false) => "noted before".to_owned(),
                Err(error) => error.to_string(),
            },
        };
        Adopted {
            done,
            remains: true,
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
            Err(why) => Adopted {
                done: why.clone(),
                remains: true,
            },
            Ok(entry) => Adopted {
                done: match &entry.error {
                    Some(error) => error.message.clone(),
                    None => format!("the provider was asked: it is {}", stands(entry)),
                },
                remains: difference.remains(entry),
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
        told.map(Box::new).map_err(|error| error.to_string())
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
