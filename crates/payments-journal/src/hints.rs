//! Hints about recorded intents: recorded values replace unproved ones.

use payments_core::{AccountId, Event, Hint, Instruction, Reference, Visitor};

use crate::{error::Result, intent::Row, journal::Journal};

/// What is recorded under the reference of a hint.
///
/// ```
/// use payments_core::{Callbacks, Event, Hint, Verified};
/// use payments_journal::Journal;
///
/// /// Confirms a hint with recorded values only.
/// async fn confirm(
///     journal: &Journal,
///     provider: &dyn Callbacks,
///     hint: Hint,
/// ) -> Result<Verified<Event>, Box<dyn std::error::Error>> {
///     let account = provider.account().id();
///     let hint = match journal.recorded(account, hint.reference()).await? {
///         Some(recorded) => recorded.hint(hint),
///         None => hint,
///     };
///     Ok(provider.confirm(&hint).await?)
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Recorded(Row);

impl Journal {
    /// What is recorded under the reference of a hint in an account.
    ///
    /// # Errors
    /// It only reads: no error moves money. [`Error::Database`](crate::Error::Database): try again.
    pub async fn recorded(
        &self,
        account: &AccountId,
        reference: &Reference,
    ) -> Result<Option<Recorded>> {
        let row = self.0.database.find_heard(account, reference).await?;
        Ok(row.map(Recorded))
    }
}

impl Recorded {
    /// The hint, completed from the record: where there is a record, the provider is asked with
    /// recorded values only, not with claims of the message.
    #[must_use]
    pub fn hint(&self, hint: Hint) -> Hint {
        struct Name<'a>(&'a Row, Hint);

        impl Visitor for Name<'_> {
            type Output = Hint;

            fn visit<I: Instruction>(self) -> Hint {
                let Self(row, hint) = self;
                let told = row.entry.answer.as_ref().and_then(I::answer_in);
                match I::deserialize(&*row.request) {
                    Ok(request) => request.hint_by_record(hint, told),
                    Err(_) => hint,
                }
            }
        }

        self.0.entry.kind.visit(Name(&self.0, hint))
    }

    /// A confirmed event, with recorded names. The provider's own code of a product may differ from
    /// the recorded one.
    #[must_use]
    pub fn event(&self, event: Event) -> Event {
        struct Name<'a>(&'a Row, Event);

        impl Visitor for Name<'_> {
            type Output = Event;

            fn visit<I: Instruction>(self) -> Event {
                let Self(row, mut event) = self;
                if let (Ok(request), Some(told)) =
                    (I::deserialize(&*row.request), I::answer_in(&event.news))
                {
                    event.news = request.named_by_record(told.clone()).into();
                }
                event
            }
        }

        self.0.entry.kind.visit(Name(&self.0, event))
    }
}
