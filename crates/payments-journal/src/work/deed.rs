//! One recorded intent and who does it: what can be sent and asked with what is there.

use std::{
    borrow::Cow,
    sync::{Mutex, PoisonError},
};

use payments_core::{
    Error, Instruction, News, Provider, ProviderClient, Result, async_trait,
    capabilities::Settlement,
};

use crate::intent::Row;

/// One recorded intent and who does it, whatever its kind.
#[async_trait]
pub(crate) trait Deed: Send + Sync {
    /// Who does it.
    fn provider(&self) -> Provider;

    /// How an unknown outcome is settled.
    fn settlement(&self) -> Settlement;

    /// Whether the whole request is there.
    fn can_send(&self) -> bool;

    /// Whether what is there says how to ask for it.
    fn can_ask(&self) -> bool;

    /// Sends it, once, and checks that the answer is about it.
    async fn send(&self) -> Result<News>;

    /// Asks for it, and checks that the answer is about it. Has no effect.
    async fn ask(&self) -> Result<News>;
}

/// An intent of one kind.
pub(crate) struct Typed<'a, 'c, I: Instruction> {
    client: &'a I::Client<'c>,
    request: Cow<'a, I>,
    whole: bool,
    settlement: Settlement,
    recorded: Option<I::Answer>,
    /// What was told last, with the provider's own JSON, which is not stored.
    told: Mutex<Option<I::Answer>>,
}

impl<'a, 'c, I: Instruction> Typed<'a, 'c, I> {
    /// What the caller wants done. An error where the provider cannot do it at all.
    pub(crate) fn new(client: &'a I::Client<'c>, request: &'a I, row: &Row) -> Result<Self> {
        Self::of(client, Cow::Borrowed(request), true, row)
    }

    /// What is recorded. The request may lack personal data.
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

    /// What the provider told last, if it was asked or sent something here.
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
