//! The client: how its generated operations are authorised and read.

use payments_core::{Account, Result};
use payments_provider::{
    http::{Answer, BuildError, Call, Request, send},
    observe,
    operation::Operation,
    read::Received,
    settings::CallbackKeys,
};

use reqwest::header::HeaderName;

use crate::{
    ApiVersion, Config,
    auth::Auth,
    generated::{capabilities::PROVIDER, requests::Requests},
    refusals::CODES,
};

/// What a client adds to its requests.
pub(crate) struct Own<'a> {
    pub(crate) for_user_id: Option<&'a str>,
    pub(crate) with_fee_rule: Option<&'a str>,
}

/// Instamoney eWallets.
///
/// Use it through [`Payments`](payments_core::Payments), or call the provider's own operations
/// below. Each checks its request before sending, and the outcome of its error says whether money
/// may have moved.
#[derive(Clone, Debug)]
pub struct Instamoney {
    pub(crate) requests: Requests,
    pub(crate) account: Account,
    auth: Auth,
    pub(crate) checks: Option<CallbackKeys>,
    pub(crate) version: ApiVersion,
    for_user_id: Option<String>,
    pub(crate) with_fee_rule: Option<String>,
    pub(crate) fee_headers: Vec<HeaderName>,
}

impl Instamoney {
    /// Makes a client. It is cheap to clone: clones share their connections.
    pub fn new(config: Config) -> Result<Self> {
        Ok(Self {
            requests: Requests::new(&config.connection.base_url, config.connection.client()?),
            account: config.account_of()?,
            auth: Auth::new(&config.api_key)?,
            checks: config.callback_tokens.map(|tokens| CallbackKeys {
                secrets: tokens,
                headers: config.callback_headers,
            }),
            version: config.version,
            for_user_id: config.for_user_id,
            with_fee_rule: config.with_fee_rule,
            fee_headers: config.fee_headers,
        })
    }

    /// Makes a client with the settings of [`Config::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new(Config::from_env()?)
    }

    /// The same client for a sub-account, with a fee rule if there is one. It is cheap and shares
    /// the connections, so you can make one per request. It has its own [`Account`]. A
    /// configuration error if the id could be mistaken for another account's.
    pub fn for_user(&self, id: &str, fee_rule: Option<&str>) -> Result<Self> {
        Ok(Self {
            account: self.account.sub_account(id)?,
            for_user_id: Some(id.to_owned()),
            with_fee_rule: fee_rule.map(str::to_owned),
            ..self.clone()
        })
    }

    /// Adds the key and the client's own values, sends, and reads the answer.
    pub(crate) fn run<T: Received>(
        &self,
        operation: &'static Operation,
        reference: Option<&str>,
        request: impl FnOnce(&Own<'_>) -> Result<Request<T>, BuildError>,
    ) -> impl Future<Output = Result<Answer<T>>> {
        let call = Call {
            provider: PROVIDER,
            operation,
            reference,
            codes: &CODES,
        };
        let own = Own {
            for_user_id: self.for_user_id.as_deref(),
            with_fee_rule: self.with_fee_rule.as_deref(),
        };
        let request = request(&own).map(|request| self.auth.authorize(request));
        let reply = send(call, &self.requests.client, request);
        async move {
            let exchange = async { reply.await?.read(&call) };
            let watch = observe::call(&call, &self.account);
            watch.ended(watch.within(exchange).await)
        }
    }
}
