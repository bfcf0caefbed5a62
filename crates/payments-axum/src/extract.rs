//! Extractors for handlers that answer the provider themselves.

use axum::extract::{FromRef, FromRequest, Request};
use payments_core::{Event, Received, Verified};
use payments_server::Exchange;

use crate::{endpoint::Endpoint, rejection::Rejection};

/// A callback that was checked: [`Verified<Event>`](Verified), or a [`Hint`](payments_core::Hint)
/// that must be confirmed before acting.
///
/// The state must provide an [`Endpoint`]. Nothing is deduplicated: the handler sees and answers
/// every delivery.
///
/// ```
/// use axum::{Router, http::StatusCode, routing::post};
/// use payments_axum::{Delivered, Endpoint, Rejection};
/// use payments_core::Received;
///
/// async fn callback(Delivered(received): Delivered) -> StatusCode {
///     match received {
///         Received::Verified(event) => println!("{} is told", event.get().key),
///         Received::Hint(hint) => println!("somebody says something of {}", hint.reference()),
///         _ => return StatusCode::SERVICE_UNAVAILABLE,
///     }
///     StatusCode::OK
/// }
///
/// # fn app(client: payments::Client) -> Router {
/// Router::new()
///     .route("/callbacks/ciputra", post(callback))
///     .with_state(Endpoint::new(client.callbacks))
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Delivered(pub Received);

/// A verified callback, or a confirmed hint: its content comes from the provider.
///
/// As with [`Delivered`], the state must provide an [`Endpoint`], and nothing is deduplicated.
///
/// ```
/// use axum::{Router, http::StatusCode, routing::post};
/// use payments_axum::{Confirmed, Endpoint};
///
/// async fn callback(Confirmed(event): Confirmed) -> StatusCode {
///     println!("{:?} is {}", event.get().news.reference(), event.get().news.status_word());
///     StatusCode::OK
/// }
///
/// fn app(client: payments::Client) -> Router {
///     Router::new()
///         .route("/callbacks/ciputra", post(callback))
///         .with_state(Endpoint::new(client.callbacks))
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Confirmed(pub Verified<Event>);

impl<S: Send + Sync> FromRequest<S> for Delivered
where
    Endpoint: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        let endpoint = Endpoint::from_ref(state);
        endpoint.receive(request).await.map(Self)
    }
}

impl<S: Send + Sync> FromRequest<S> for Confirmed
where
    Endpoint: FromRef<S>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        let endpoint = Endpoint::from_ref(state);
        let exchange = request.extensions().get::<Exchange>().cloned();
        match endpoint.receive(request).await? {
            Received::Verified(event) => Ok(Self(event)),
            Received::Hint(hint) => match endpoint.confirm(&hint).await {
                Ok(event) => Ok(Self(event)),
                Err(rejection) => {
                    endpoint.hold(&rejection, exchange).await;
                    Err(rejection)
                }
            },
            Received::Unmodelled(_) | Received::Ping => Err(Rejection::NoNews),
            _ => Err(Rejection::UnknownShape("neither event nor hint".into())),
        }
    }
}
