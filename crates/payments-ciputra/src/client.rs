//! The client: how its generated operations are authorised and judged.

use payments_core::{Account, Result};
use payments_provider::{
    http::{Answer, BuildError, Call, Reply, Request, Token, contradiction, no_token, send},
    observe,
    operation::Operation,
    read::Received,
};

use crate::{
    Config, ReturnUrl,
    auth::{self, Auth},
    bodies,
    generated::{capabilities::PROVIDER, requests::Requests},
    refusals::{CODES, Envelope},
};

/// Ciputra Life E-Payment.
///
/// Use it through [`Payments`](payments_core::Payments), or call the provider's own operations
/// below. Each checks its request before sending, and the outcome of its error says whether money
/// may have moved. An access token is fetched when needed, once for any number of callers, and
/// renewed once when the provider no longer accepts it.
#[derive(Clone, Debug)]
pub struct Ciputra {
    pub(crate) requests: Requests,
    pub(crate) account: Account,
    auth: Auth,
    pub(crate) return_url: ReturnUrl,
}

impl Ciputra {
    /// Makes a client. It is cheap to clone: clones share connections and token.
    pub fn new(config: Config) -> Result<Self> {
        Ok(Self {
            requests: Requests::new(&config.connection.base_url, config.connection.client()?),
            account: config.account_of()?,
            auth: Auth::new(&config)?,
            return_url: config.return_url,
        })
    }

    /// Makes a client with the settings of [`Config::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new(Config::from_env()?)
    }

    /// Calls with a token, and once more with a new one if the provider refuses the first.
    pub(crate) async fn run<T: Received + Envelope>(
        &self,
        operation: &'static Operation,
        reference: Option<&str>,
        request: impl Fn() -> Result<Request<T>, BuildError>,
    ) -> Result<Answer<T>> {
        let call = context(operation, reference);
        let watch = observe::call(&call, &self.account);
        let attempt = async |token| {
            let request = request().and_then(|request| self.auth.authorize(request, token));
            judged(&call, send(call, &self.requests.client, request).await?)
        };
        let fetch = || self.fetch_token();
        let exchange = self.auth.tokens.attempt(&watch, fetch, attempt);
        watch.ended(watch.within(exchange).await)
    }

    async fn fetch_token(&self) -> Result<Token> {
        let call = context(&bodies::GET_TOKEN, None);
        let exchange = async {
            let request = self.requests.get_token();
            let request = request.map(|request| self.auth.introduce(request));
            let answer = judged(&call, send(call, &self.requests.client, request).await?)?;
            let now = self.requests.client.now();
            auth::token(&answer.body, now).unwrap_or_else(|| Err(no_token(&call, answer.status)))
        };
        let watch = observe::call(&call, &self.account);
        watch.ended(watch.within(exchange).await)
    }
}

fn context<'a>(operation: &'static Operation, reference: Option<&'a str>) -> Call<'a> {
    Call {
        provider: PROVIDER,
        operation,
        reference,
        codes: &CODES,
    }
}

/// A 2xx is a success only if the envelope says so too: code "00" and status true.
fn judged<T: Received + Envelope>(call: &Call<'_>, reply: Reply) -> Result<Answer<T>> {
    let answer: Answer<T> = reply.read(call)?;
    match answer.body.refusal() {
        None => Ok(answer),
        Some(refusal) => Err(contradiction(call, answer.status, refusal)),
    }
}
