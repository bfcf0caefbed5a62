//! The client: how its generated operations are authorised and read.

use payments_core::{Account, Result};
use payments_provider::{
    http::{Answer, BuildError, Call, Request, send},
    observe,
    operation::Operation,
    read::Received,
    settings::CallbackKeys,
};

use crate::{
    Config,
    auth::Auth,
    generated::{capabilities::PROVIDER, requests::Requests},
    refusals::CODES,
};

/// Exampleco.
///
/// Use it through [`Payments`](payments_core::Payments), or call the provider's own operations
/// below. Each checks its request before sending, and the outcome of its error says whether money
/// may have moved.
#[derive(Clone, Debug)]
pub struct Exampleco {
    pub(crate) requests: Requests,
    pub(crate) account: Account,
    auth: Auth,
    pub(crate) checks: Option<CallbackKeys>,
}

impl Exampleco {
    /// Makes a client. It is cheap to clone: clones share their connections.
    pub fn new(config: Config) -> Result<Self> {
        Ok(Self {
            requests: Requests::new(&config.connection.base_url, config.connection.client()?),
            account: config.account_of()?,
            auth: Auth::new(&config.api_key)?,
            checks: config.callback_secrets.map(|secrets| CallbackKeys {
                secrets,
                headers: config.callback_headers,
            }),
        })
    }

    /// Makes a client with the settings of [`Config::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new(Config::from_env()?)
    }

    /// Adds the key, sends, and reads what comes back.
    pub(crate) fn run<T: Received>(
        &self,
        operation: &'static Operation,
        reference: Option<&str>,
        request: impl FnOnce() -> Result<Request<T>, BuildError>,
    ) -> impl Future<Output = Result<Answer<T>>> {
        let call = Call {
            provider: PROVIDER,
            operation,
            reference,
            codes: &CODES,
        };
        let request = request().map(|request| self.auth.authorize(request));
        let reply = send(call, &self.requests.client, request);
        async move {
            let exchange = async { reply.await?.read(&call) };
            let watch = observe::call(&call, &self.account);
            watch.ended(watch.within(exchange).await)
        }
    }
}
