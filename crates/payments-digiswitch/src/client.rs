//! The client: how the answers of its generated operations are judged.

use chrono::{DateTime, Utc};
use payments_core::{Account, Result};
use payments_provider::{
    http::{Answer, BuildError, Call, Reply, Request, retry_after, send, unreadable},
    observe,
    operation::Operation,
    read::{Holds, Received, Shape},
    settings::CallbackKeys,
};

use crate::{
    Config,
    auth::Auth,
    generated::{capabilities::PROVIDER, requests::Requests},
    refusals::CODES,
    told::{Subject, Told},
    verdict::of_told,
};

/// Digiswitch EZPay.
///
/// Use it through [`Bills`](payments_core::Bills) and [`Topups`](payments_core::Topups), or call
/// the provider's own operations below. Each checks its request before sending and signs it, and
/// the outcome of its error says whether money may have moved. An answer about another reference
/// or customer is also an error, with the outcome `Unknown`. A failed payment is an answer to a
/// status query. A code that forms no transaction is an error with the outcome `Unknown`: it
/// refuses the query, not the payment. What a sale cost is compared with its maximum price by
/// [`Topups`](payments_core::Topups) alone, and a customer number is sent as it is.
#[derive(Clone, Debug)]
pub struct Digiswitch {
    pub(crate) requests: Requests,
    pub(crate) account: Account,
    pub(crate) auth: Auth,
    pub(crate) testing: Option<bool>,
    pub(crate) any_reference: bool,
    pub(crate) signing: Option<CallbackKeys>,
}

impl Digiswitch {
    /// Makes a client. It is cheap to clone: clones share connections.
    pub fn new(config: Config) -> Result<Self> {
        Ok(Self {
            requests: Requests::new(&config.connection.base_url, config.connection.client()?),
            account: config.account_of()?,
            auth: Auth::new(&config),
            testing: config.testing.then_some(true),
            any_reference: config.any_reference,
            signing: config.callback_secrets.map(|secrets| CallbackKeys {
                secrets,
                headers: config.callback_headers,
            }),
        })
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.requests.client.now()
    }

    /// Makes a client with the settings of [`Config::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new(Config::from_env()?)
    }

    /// Sends, and judges the answer by code and word.
    pub(crate) fn run<T: Received>(
        &self,
        operation: &'static Operation,
        subject: Subject<'_>,
        request: impl FnOnce() -> Result<Request<T>, BuildError>,
    ) -> impl Future<Output = Result<Answer<T>>> {
        let call = context(operation, subject.reference);
        let reply = send(call, &self.requests.client, request());
        async move {
            let exchange = async { judged(&call, subject, reply.await?.whole(&call)?) };
            let watch = observe::call(&call, &self.account);
            watch.ended(watch.within(exchange).await)
        }
    }
}

/// Judges a reply by code and word, because the HTTP status decides nothing. A refusal has fewer
/// members than the success that it replaces.
fn judged<T: Received>(call: &Call<'_>, subject: Subject<'_>, reply: Reply) -> Result<Answer<T>> {
    let told = match Told::read(&reply.body) {
        Ok(told) => told,
        // A list of prices tells nothing; anything else that cannot be read so far is no answer.
        Err(cause) if reply.is_success() && holds_objects(T::SHAPE) => {
            return Err(unreadable(call, cause));
        }
        Err(_) => Told::default(),
    };
    match of_told(call, subject, reply.status, (&told, &reply.body)) {
        None => reply.understood::<T>(call).map(|read| reply.answer(read)),
        Some(error) => Err(match retry_after(&reply.headers) {
            Some(wait) => error.with_retry_after(wait),
            None => error,
        }),
    }
}

pub(crate) fn context<'a>(operation: &'static Operation, reference: Option<&'a str>) -> Call<'a> {
    Call {
        provider: PROVIDER,
        operation,
        reference,
        codes: &CODES,
    }
}

fn holds_objects(shape: &Shape) -> bool {
    let mut members = shape.members.iter();
    members.all(|member| matches!(member.holds, Holds::Object(_)))
}
