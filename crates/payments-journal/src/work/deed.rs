//! One recorded intent with its client: what can be sent and looked up with the stored data.

use std::{
    borrow::Cow,
    sync::{Mutex, PoisonError},
};

use payments_core::{
    Error, Instruction, News, Provider, ProviderClient, Result, async_trait,
    capabilities::Settlement,
};

use crate::intent::Row;

/// One recorded intent with its client, whatever its kind.
#[async_trait]
pub(crate) trait Deed: Send + Sync {
    /// The provider.
    fn provider(&self) -> Provider;

    /// How an unknown outcome is settled.
    fn settlement(&self) -> Settlement;

    /// Whether the whole request is stored.
    fn can_send(&self) -> bool;

    /// Whether the stored data is enough to look it up.
    fn can_ask(&self) -> bool;

    /// Sends it once, and checks that the answer is about it.
    async fn send(&self) -> Result<News>;

    /// Looks it up, and checks that the answer is about it. Has no effect.
    async fn ask(&self) -> Result<News>;
}

/// An intent of one kind.
pub(crate) struct Typed<'a, 'c, I: Instruction> {
    client: &'a I::Client<'c>,
    request: Cow<'a, I>,
    whole: bool,
    settlement: Settlement,
    recorded: Option<I::Answer>,
    /// The last answer, with the provider's own JSON, which is not stored.
    told: Mutex<Option<I::Answer>>,
}

impl dyn Deed + '_ {
    /// An error if the number that it is looked up by is not stored.
    pub(crate) fn must_be_askable(&self) -> crate::error::Result<()> {
        match self.can_ask() {
            true => Ok(()),
            false => Err(crate::error::Error::NotPossible(
                "the customer's number, by which it is looked up, is not stored: look it up with the same request"
                    .into(),
            )),
        }
    }
}

impl<'a, 'c, I: Instruction> Typed<'a, 'c, I> {
    /// For the caller's request. An error if the provider does not support it.
    pub(crate) fn new(client: &'a I::Client<'c>, request: &'a I, row: &Row) -> Result<Self> {
        Self::of(client, Cow::Borrowed(request), true, row)
    }

    /// For the recorded request, which may lack personal data.
    pub(crate) fn recorded(client: &'a I::Client<'c>, row: &Row) -> Result<Self> {
        let request = I::deserialize(&*row.request)
            .map_err(|_| Error::unsupported("the recorded request is not readable"))?;
        Self::of(client, Cow::Owned(request), row.whole, row)
    }

    fn of(client: &'a I::Client<'c>, request: Cow<'a, I>, whole: bool, row: &Row) -> Result<Self> {
        let answer = row.entry.answer.as_ref();
        Ok(Self {
            client,
            settlement: request.settlement(client.capabilities())?,
            request,
            whole,
            recorded: answer.and_then(I::answer_in).cloned(),
            told: Mutex::default(),
        })
    }

    /// The last answer, if something was sent or looked up here.
    pub(crate) fn told(self) -> Option<I::Answer> {
        self.told
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn remembered(&self, told: Result<I::Answer>) -> Result<News> {
        let answer = told?;
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        *told = Some(answer.clone());
        Ok(answer.into())
    }
}

#[async_trait]
impl<I: Instruction> Deed for Typed<'_, '_, I> {
    fn provider(&self) -> Provider {
        self.client.provider()
    }

    fn settlement(&self) -> Settlement {
        self.settlement
    }

    fn can_send(&self) -> bool {
        self.whole
    }

    fn can_ask(&self) -> bool {
        self.whole || I::IS_ASKED_WITHOUT_PERSONAL_DATA
    }

    async fn send(&self) -> Result<News> {
        self.remembered(self.request.send(self.client).await)
    }

    async fn ask(&self) -> Result<News> {
        self.remembered(self.request.ask(self.recorded.as_ref(), self.client).await)
    }
}
