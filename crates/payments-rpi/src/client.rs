//! The client: how its generated operations are authorised and judged.

use std::sync::Arc;

use payments_core::{Account, Reference, Result};
use payments_provider::{
    http::{Answer, BuildError, Call, Reply, Request, Token, contradiction, no_token, send},
    observe,
    operation::Operation,
    read::Received,
};

use crate::{
    Config,
    auth::{self, Auth},
    bodies,
    generated::{capabilities::PROVIDER, requests::Requests},
    ids,
    refusals::{CODES, contradicts, repeatable},
    schedule, types,
};

/// What a client adds to its requests.
pub(crate) struct Own<'a> {
    pub(crate) a_channel_id: &'a str,
    pub(crate) a_correlation_id: Option<&'a str>,
    pub(crate) a_merchant_code: &'a str,
    pub(crate) merchant_code: &'a str,
    pub(crate) x_correlation_id: &'a str,
}

/// Ayoconnect RPI.
///
/// Use it through [`Mandates`](payments_core::Mandates), or call the provider's own operations
/// below. Each checks its request before sending, and the outcome of its error says what may have
/// happened. An access token is fetched when needed, once for any number of callers, and renewed
/// once when the provider no longer accepts it.
#[derive(Clone, Debug)]
pub struct Rpi {
    pub(crate) requests: Requests,
    pub(crate) account: Account,
    auth: Auth,
    pub(crate) merchant_code: String,
    channel_id: String,
    pub(crate) schedule: schedule::Form,
    deprecated_correlation_id: bool,
    /// The caller's correlation id, if one was set.
    flow: Option<Arc<str>>,
}

impl Rpi {
    /// Makes a client. It is cheap to clone: clones share connections and token.
    pub fn new(config: Config) -> Result<Self> {
        Ok(Self {
            requests: Requests::new(&config.connection.base_url, config.connection.client()?),
            account: config.account_of()?,
            auth: Auth::new(&config),
            merchant_code: config.merchant_code,
            channel_id: config.channel_id,
            schedule: config.schedule,
            deprecated_correlation_id: config.deprecated_correlation_id,
            flow: None,
        })
    }

    /// Makes a client with the settings of [`Config::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new(Config::from_env()?)
    }

    /// Makes a reference in the provider's form: 32 letters and digits that were never used. Store
    /// it before sending.
    pub fn new_reference() -> Result<Reference> {
        Ok(Reference::new(ids::new()?)?)
    }

    /// Makes a correlation id that was never used: 32 letters and digits.
    pub fn new_flow() -> Result<String> {
        ids::new()
    }

    /// The same client, shared connections, token and account, whose calls carry this correlation
    /// id: "Merchants can link API calls into one flow using this header". Make one with
    /// [`new_flow`](Self::new_flow) and keep it, so that you can name the calls to the provider's
    /// support. A create needs one that no earlier create used. Without it, each call has an id of
    /// its own, which is not returned.
    pub fn in_flow(&self, id: &str) -> Result<Self> {
        ids::letters_and_digits("flow", id, Some(32))
            .map_err(|error| error.with_provider(PROVIDER))?;
        Ok(Self {
            flow: Some(id.into()),
            ..self.clone()
        })
    }

    /// Calls with a token, and once more with a new one if the provider refuses the first. Unless
    /// the caller has set a correlation id, each send has its own, because none may be used again.
    pub(crate) async fn run<T: Received>(
        &self,
        operation: &'static Operation,
        reference: Option<&str>,
        request: impl Fn(&Own<'_>) -> Result<Request<T>, BuildError>,
    ) -> Result<Answer<T>> {
        let call = context(operation, reference);
        let watch = observe::call(&call, &self.account);
        let attempt = async |token| {
            let flow = match &self.flow {
                Some(flow) => flow.to_string(),
                None => ids::new()?,
            };
            let own = Own {
                a_channel_id: &self.channel_id,
                // Under the deprecated name.
                a_correlation_id: self.deprecated_correlation_id.then_some(&*flow),
                a_merchant_code: &self.merchant_code,
                merchant_code: &self.merchant_code,
                x_correlation_id: &flow,
            };
            let request = request(&own).map(|request| self.auth.authorize(request, token));
            judged(&call, send(call, &self.requests.client, request).await)
        };
        let fetch = || self.fetch_token();
        let exchange = self.auth.tokens.attempt(&watch, fetch, attempt);
        watch.ended(watch.within(exchange).await)
    }

    async fn fetch_token(&self) -> Result<Token> {
        let call = context(&bodies::GET_TOKEN, None);
        let exchange = async {
            let grant = types::GetTokenGrantType::ClientCredentials;
            let request = self.requests.get_token(grant, &self.auth.credentials);
            let request = request.and_then(auth::as_form);
            let answer = judged(&call, send(call, &self.requests.client, request).await)?;
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

/// A 2xx is a success unless its body says otherwise.
fn judged<T: Received>(call: &Call<'_>, reply: Result<Reply>) -> Result<Answer<T>> {
    let answer: Answer<T> = reply
        .and_then(|reply| reply.read(call))
        .map_err(repeatable)?;
    match contradicts(&answer.body) {
        None => Ok(answer),
        Some(refusal) => Err(repeatable(contradiction(call, answer.status, refusal))),
    }
}
