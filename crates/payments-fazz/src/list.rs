//! The list of payments, as a stream that fetches page after page.

use chrono::{DateTime, Utc};
use futures_util::stream::{self, Stream, StreamExt, TryStreamExt};
use payments_core::{Error, Reference, Result};
use payments_provider::wire;

use crate::{
    Fazz, bodies,
    generated::capabilities::PROVIDER,
    told::{Told, payments},
    types::PaymentResource,
};

/// The provider's maximum.
const LARGEST_PAGE: u16 = 1000;

/// Which payments to list, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Filter {
    /// Created after this time.
    pub created_after: Option<DateTime<Utc>>,
    /// Created before this time.
    pub created_before: Option<DateTime<Utc>>,
    /// With this status word; `paid` and `completed` are documented.
    pub status: Option<String>,
    /// With this reference.
    pub reference: Option<Reference>,
    /// Oldest first; newest first otherwise.
    pub oldest_first: bool,
    /// Payments per page; 100 by default. It affects only the speed.
    pub page_size: Option<u16>,
}

impl Filter {
    /// Every payment.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Only those with this reference.
    #[must_use]
    pub fn reference(mut self, reference: Reference) -> Self {
        self.reference = Some(reference);
        self
    }

    /// Only those with this status word.
    #[must_use]
    pub fn status(mut self, word: impl Into<String>) -> Self {
        self.status = Some(word.into());
        self
    }

    /// Only those created between these times.
    #[must_use]
    pub fn created(mut self, after: DateTime<Utc>, before: DateTime<Utc>) -> Self {
        self.created_after = Some(after);
        self.created_before = Some(before);
        self
    }

    /// Sets the number of payments per page.
    #[must_use]
    pub fn page_size(mut self, size: u16) -> Self {
        self.page_size = Some(size);
        self
    }

    /// Oldest first.
    #[must_use]
    pub fn oldest_first(mut self) -> Self {
        self.oldest_first = true;
        self
    }
}

/// The position of the stream.
struct Position {
    page: i64,
    /// The first payment of the previous page.
    before: Option<String>,
}

impl Fazz {
    /// `GET /payments`: the payments of a filter; pages are fetched on demand.
    ///
    /// The provider states no total, so a short page is the last one. Payments created meanwhile
    /// may shift pages: newest first, one may come twice; oldest first, none is missed. An
    /// unreadable payment is an error at its place, and the others follow.
    pub fn list_payments(
        &self,
        filter: Filter,
    ) -> impl Stream<Item = Result<PaymentResource>> + Send + Unpin + use<> {
        self.list(filter).map(|told| Ok(told?.payment))
    }

    pub(crate) fn list(
        &self,
        filter: Filter,
    ) -> impl Stream<Item = Result<Told>> + Send + Unpin + use<> {
        let start = Some(Position {
            page: 1,
            before: None,
        });
        let fazz = self.clone();
        stream::try_unfold(start, move |position| {
            let (fazz, filter) = (fazz.clone(), filter.clone());
            async move {
                let Some(position) = position else {
                    return Ok(None);
                };
                let (page, next) = fazz.page(&filter, position).await?;
                Ok::<_, Error>(Some((stream::iter(page), next)))
            }
        })
        .try_flatten()
        .boxed()
    }

    async fn page(
        &self,
        filter: &Filter,
        position: Position,
    ) -> Result<(Vec<Result<Told>>, Option<Position>)> {
        let size = filter.page_size.unwrap_or(100).clamp(1, LARGEST_PAGE);
        let after = filter.created_after.map(wire::rfc3339);
        let before = filter.created_before.map(wire::rfc3339);
        let reference = filter.reference.as_ref().map(Reference::as_str);
        let request = || {
            self.requests.list_payments(
                after.as_deref(),
                before.as_deref(),
                reference,
                filter.status.as_deref(),
                Some(position.page),
                Some(size.into()),
                Some(if filter.oldest_first {
                    "createdAt"
                } else {
                    "-createdAt"
                }),
            )
        };
        let answer = self.run(&bodies::LIST_PAYMENTS, reference, request).await?;
        let page = payments(&bodies::LIST_PAYMENTS, &answer);
        let mut read = page.iter().filter_map(|told| told.as_ref().ok());
        let first = read.next().map(|told| told.payment.id.clone());
        if first.is_some() && first == position.before {
            // Otherwise a server that ignores the page number would be queried for ever.
            return Err(
                Error::integrity("page", "another one", "the one before").with_provider(PROVIDER)
            );
        }
        let next = (page.len() >= usize::from(size)).then_some(Position {
            page: position.page + 1,
            before: first,
        });
        Ok((page, next))
    }
}
