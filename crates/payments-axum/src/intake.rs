//! The routes: pass a request to the handler or the journal, and acknowledge it.

use std::{fmt, future::Future, sync::Arc, time::Instant};

use axum::{
    BoxError, Router,
    extract::{Path, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{MethodRouter, post},
};
use futures_util::future::BoxFuture;
use payments_core::{
    Account, Event, Hint, Received, Reference, Verified,
    observe::{self, CallbackWatch},
};
use payments_server::Exchange;
use tracing::Instrument;

use crate::{
    endpoint::Endpoint,
    handler,
    rejection::{HandlerError, Rejection},
    window::{Begin, InMemoryWindow},
};

type Handler = dyn Fn(Verified<Event>) -> BoxFuture<'static, Result<(), BoxError>> + Send + Sync;
type Remembers =
    dyn Fn(Verified<Event>) -> BoxFuture<'static, Result<bool, BoxError>> + Send + Sync;

/// Deduplication in memory.
struct Memory {
    window: InMemoryWindow,
    handler: Box<Handler>,
    /// Asks the application whether it has handled an event before.
    settled_before: Option<Box<Remembers>>,
}

/// Receives the callbacks of all providers: makes a route for each provider.
///
/// A callback is acknowledged (200 with an empty body, which all providers accept) only after it
/// was handled or stored in a journal.
///
/// ```
/// use payments::Client;
/// use payments_axum::Intake;
/// use payments_journal::Journal;
///
/// /// Stores each callback before it is acknowledged.
/// fn routes(journal: Journal, fazz: Client, instamoney: Client) -> axum::Router {
///     Intake::journal(journal).router([
///         ("/callbacks/fazz", fazz.callbacks),
///         ("/callbacks/instamoney", instamoney.callbacks),
///     ])
/// }
/// ```
#[doc(alias = "webhook")]
#[derive(Clone, Debug)]
#[must_use]
pub struct Intake(Arc<Sink>);

enum Sink {
    Memory(Memory),
    #[cfg(feature = "journal")]
    Journal(payments_journal::Journal),
}

impl fmt::Debug for Sink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory(..) => f.write_str("memory"),
            #[cfg(feature = "journal")]
            Self::Journal(_) => f.write_str("journal"),
        }
    }
}

impl Intake {
    /// Stores callbacks in the journal before acknowledging them; [`Runner`](crate::Runner) handles
    /// them from there.
    #[cfg(feature = "journal")]
    pub fn journal(journal: payments_journal::Journal) -> Self {
        Self(Arc::new(Sink::Journal(journal)))
    }

    /// Handles events at once, and remembers them in memory only: see [`InMemoryWindow`] for the
    /// consequences.
    ///
    /// After an error, a panic, or the end of the window's lease, the callback is answered 500 and
    /// the provider delivers it again. The handler is not dropped with the request: a provider that
    /// disconnects, or a time-out layer, does not cancel it.
    pub fn in_memory<H, F, E>(window: InMemoryWindow, handler: H) -> Self
    where
        H: Fn(Verified<Event>) -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<BoxError>,
    {
        let handler = move |event| -> BoxFuture<'static, Result<(), BoxError>> {
            let future = handler(event);
            Box::pin(async move { future.await.map_err(Into::into) })
        };
        Self(Arc::new(Sink::Memory(Memory {
            window,
            handler: Box::new(handler),
            settled_before: None,
        })))
    }

    /// Like [`in_memory`](Self::in_memory), but also asks the application: before each event that
    /// is not in the window, `settled_before` says whether it was settled before. If so, the event
    /// is acknowledged and the handler is not called. An error, a panic or a time-out counts as one
    /// of the handler.
    ///
    /// **The window is lost with the process.** A hint or a signed callback about an order that was
    /// paid last year looks new to a program that was started today. Answer from your orders, by
    /// reference and status:
    ///
    /// ```
    /// # use payments_axum::{InMemoryWindow, Intake};
    /// # use payments_core::{Event, Verified};
    /// # async fn is_fulfilled(_: &str) -> std::io::Result<bool> { Ok(true) }
    /// # async fn fulfil(_: Verified<Event>) -> std::io::Result<()> { Ok(()) }
    /// let settled_before = |event: Verified<Event>| async move {
    ///     match event.get().news.reference() {
    ///         Some(reference) => is_fulfilled(reference.as_str()).await,
    ///         None => Ok(false),
    ///     }
    /// };
    /// let intake = Intake::in_memory_unless(InMemoryWindow::default(), settled_before, fulfil);
    /// ```
    pub fn in_memory_unless<A, B, H, F, E>(
        window: InMemoryWindow,
        settled_before: A,
        handler: H,
    ) -> Self
    where
        A: Fn(Verified<Event>) -> B + Send + Sync + 'static,
        B: Future<Output = Result<bool, E>> + Send + 'static,
        H: Fn(Verified<Event>) -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), E>> + Send + 'static,
        E: Into<BoxError>,
    {
        let handler = move |event| -> BoxFuture<'static, Result<(), BoxError>> {
            let future = handler(event);
            Box::pin(async move { future.await.map_err(Into::into) })
        };
        let settled_before = move |event| -> BoxFuture<'static, Result<bool, BoxError>> {
            let future = settled_before(event);
            Box::pin(async move { future.await.map_err(Into::into) })
        };
        Self(Arc::new(Sink::Memory(Memory {
            window,
            handler: Box::new(handler),
            settled_before: Some(Box::new(settled_before)),
        })))
    }

    /// The route of one provider: `Router::new().route("/callbacks/fazz", intake.route(fazz))`.
    pub fn route<S>(&self, provider: impl Into<Endpoint>) -> MethodRouter<S>
    where
        S: Clone + Send + Sync + 'static,
    {
        let (endpoint, intake) = (provider.into(), self.clone());
        post(move |request: Request| async move { intake.take(&endpoint, request).await })
    }

    /// One route for many accounts, such as a platform's sub-accounts:
    /// `Router::new().route("/callbacks/instamoney/{account}", …)`. `find` returns the endpoint of
    /// the account with that name. It should return the same endpoint each time, because an
    /// endpoint has its own bounds. An unknown name is 404.
    pub fn route_by_account<S>(
        &self,
        find: impl Fn(&str) -> Option<Endpoint> + Clone + Send + Sync + 'static,
    ) -> MethodRouter<S>
    where
        S: Clone + Send + Sync + 'static,
    {
        let intake = self.clone();
        post(
            move |Path(account): Path<String>, request: Request| async move {
                match find(&account) {
                    Some(endpoint) => intake.take(&endpoint, request).await.into_response(),
                    None => StatusCode::NOT_FOUND.into_response(),
                }
            },
        )
    }

    /// The routes of many providers, each at its path.
    pub fn router<S, P, E>(&self, providers: impl IntoIterator<Item = (P, E)>) -> Router<S>
    where
        S: Clone + Send + Sync + 'static,
        P: AsRef<str>,
        E: Into<Endpoint>,
    {
        providers
            .into_iter()
            .fold(Router::new(), |router, (path, provider)| {
                router.route(path.as_ref(), self.route(provider))
            })
    }

    /// Processes one callback; a success acknowledges it.
    ///
    /// # Errors
    /// Nothing was handled or stored for good, so the provider should deliver again; or it was
    /// never from the provider.
    pub async fn take(
        &self,
        endpoint: &Endpoint,
        request: Request,
    ) -> Result<StatusCode, Rejection> {
        let exchange = request.extensions().get::<Exchange>().cloned();
        let watch = observe::callback(endpoint.account());
        let span = watch.span();
        match self
            .watched(endpoint, request, &watch)
            .instrument(span)
            .await
        {
            Ok(outcome) => {
                watch.taken(outcome);
                Ok(StatusCode::OK)
            }
            Err(rejection) => {
                watch.refused(rejection.word());
                endpoint.hold(&rejection, exchange).await;
                Err(rejection)
            }
        }
    }

    /// Returns in one word what was done.
    async fn watched(
        &self,
        endpoint: &Endpoint,
        request: Request,
        watch: &CallbackWatch,
    ) -> Result<&'static str, Rejection> {
        let event = match endpoint.receive(request).await? {
            Received::Verified(event) => {
                watch.proved("verified", event.get());
                event
            }
            Received::Hint(hint) => {
                let event = self.confirmed(endpoint, hint).await?;
                watch.proved("confirmed", event.get());
                event
            }
            // Nothing is proved, and there is nothing to look up.
            Received::Unmodelled(_) => return Ok("unmodelled"),
            Received::Ping => return Ok("ping"),
            _ => return Err(Rejection::UnknownShape("neither event nor hint".into())),
        };
        Ok(match &*self.0 {
            Sink::Memory(memory) => match memory.window.begin(endpoint.account(), event.get())? {
                Begin::Known => "duplicate",
                Begin::Handle(at_work) => {
                    let (intake, arrived) = (self.clone(), watch.begun());
                    let account = endpoint.account().clone();
                    let handled = async move {
                        let outcome = intake.handle(&account, event, arrived).await?;
                        at_work.done();
                        Ok(outcome)
                    };
                    tokio::spawn(handled.in_current_span())
                        .await
                        .unwrap_or(Err(HandlerError::Panicked))
                        .map_err(|error| Rejection::HandlerFailed(Arc::new(error)))?
                }
            },
            #[cfg(feature = "journal")]
            Sink::Journal(journal) => {
                // In every case it is stored; only an error requires another delivery.
                let delivery = journal.receive(endpoint.account(), &event).await;
                delivery.map_err(Rejection::NotStored)?.as_str()
            }
        })
    }

    /// The provider's own answer. Nothing remains of the hint that is neither in the answer nor
    /// recorded.
    async fn confirmed(
        &self,
        endpoint: &Endpoint,
        hint: Hint,
    ) -> Result<Verified<Event>, Rejection> {
        // The bound applies before anything is looked up, because anybody can send hints.
        let question = endpoint.question(&hint)?;
        match &*self.0 {
            Sink::Memory(..) => question.ask(endpoint.callbacks(), &hint, true).await,
            #[cfg(feature = "journal")]
            Sink::Journal(journal) => {
                let account = endpoint.account().id();
                let look = journal.recorded(account, hint.reference());
                let found = question.look(look).await?.map_err(Rejection::NotStored)?;
                let Some(recorded) = found else {
                    return question.ask(endpoint.callbacks(), &hint, false).await;
                };
                let hint = recorded.hint(hint);
                let event = question.ask(endpoint.callbacks(), &hint, true).await?;
                let event =
                    event.try_map(|event| Ok::<_, std::convert::Infallible>(recorded.event(event)));
                event.map_err(|never| match never {})
            }
        }
    }

    /// Returns whether it was handled now or had been handled before.
    async fn handle(
        &self,
        account: &Account,
        event: Verified<Event>,
        arrived: Instant,
    ) -> Result<&'static str, HandlerError> {
        match &*self.0 {
            Sink::Memory(memory) => {
                let lease = memory.window.held_for();
                if let Some(settled_before) = &memory.settled_before
                    && handler::call(|| settled_before(event.clone()), lease).await?
                {
                    return Ok("duplicate");
                }
                let news = &event.get().news;
                let reference = news.reference().map_or("-", Reference::as_str);
                let status = Some(news.status_word());
                let watch = observe::handler(account.id(), reference, status);
                let result = handler::call(|| (memory.handler)(event), lease)
                    .instrument(watch.span())
                    .await;
                match &result {
                    Ok(()) => watch.handled(arrived.elapsed()),
                    Err(error) => watch.failed(error.word()),
                }
                result.map(|()| "handled")
            }
            #[cfg(feature = "journal")]
            Sink::Journal(_) => Ok("handled"),
        }
    }
}
