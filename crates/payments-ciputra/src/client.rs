//! The provider's operations, each with its own types.

use std::{fmt::Debug, future::Future};

use payments_core::{
    ErrorKind, Result,
    http::{Answer, Call, Refusal, Token, client, contradiction, failure, without_token},
    observe,
    operation::Operation,
};
use progenitor_client::ResponseValue;

use crate::{
    Config,
    auth::{self, Auth},
    bodies,
    generated::{capabilities::PROVIDER, client::Client},
    refusals::{CODES, Envelope},
    types,
};

/// Ciputra Life E-Payment.
///
/// Use it through [`Payments`](payments_core::Payments), or call the provider's own operations below. Each checks its request before sending
/// and ends in an error whose outcome says whether money may have moved. An access token is fetched when one is needed, once for any number of
/// callers, and renewed once when the provider no longer takes it.
#[derive(Clone, Debug)]
pub struct Ciputra {
    client: Client,
}

impl Ciputra {
    /// A client with these settings. Clone it freely: clones share connections and token.
    pub fn new(config: Config) -> Result<Self> {
        let http = client(&config.base_url, config.timeouts)?;
        let auth = Auth::new(&config)?;
        Ok(Self {
            client: Client::new_with_client(config.base_url.as_str(), http, auth),
        })
    }

    /// A client with the settings of [`Config::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new(Config::from_env()?)
    }

    /// `POST /api/transaction`: asks for a payment. Success means that the order was made, not that it was paid.
    pub async fn create_transaction(
        &self,
        request: &types::TransactionRequest,
    ) -> Result<Answer<types::TransactionCreated>> {
        request
            .check()
            .map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
            &bodies::CREATE_TRANSACTION,
            Some(&request.external_id),
            || self.client.create_transaction(request),
        )
        .await
    }

    /// `POST /api/transaction` with the action `cancel`: calls an order off.
    pub async fn cancel_transaction(
        &self,
        request: &types::CancelRequest,
    ) -> Result<Answer<types::TransactionCancelled>> {
        request
            .check()
            .map_err(|error| error.with_provider(PROVIDER))?;
        self.run(
            &bodies::CANCEL_TRANSACTION,
            Some(&request.external_id),
            || self.client.cancel_transaction(request),
        )
        .await
    }

    /// `GET /api/transaction/{external_id}`: asks what became of an order.
    pub async fn get_transaction(
        &self,
        external_id: &str,
    ) -> Result<Answer<types::TransactionStatus>> {
        let id = payments_core::check::path_segment("external_id", external_id)?;
        self.run(&bodies::GET_TRANSACTION, Some(external_id), || {
            self.client.get_transaction(&id)
        })
        .await
    }

    /// `GET /api/registration/{external_id}`: asks what became of the registration of a direct debit. How one is made is not documented.
    pub async fn get_registration(
        &self,
        external_id: &str,
    ) -> Result<Answer<types::RegistrationStatus>> {
        let id = payments_core::check::path_segment("external_id", external_id)?;
        self.run(&bodies::GET_REGISTRATION, Some(external_id), || {
            self.client.get_registration(&id)
        })
        .await
    }

    /// Calls with a token; once more with a new one if the provider does not take it. That is safe for a charge too: a request whose token
    /// is refused was not looked at.
    async fn run<T, F, Fut>(
        &self,
        operation: &'static Operation,
        reference: Option<&str>,
        call: F,
    ) -> Result<Answer<T>>
    where
        T: Debug + Envelope,
        F: Fn() -> Fut,
        Fut: Future<Output = Result<ResponseValue<T>, progenitor_client::Error<()>>>,
    {
        let context = context(operation, reference);
        let watch = observe::call(&context);
        let exchange = async {
            let tokens = &self.client.inner.tokens;
            let token = tokens
                .get(|| self.fetch_token())
                .await
                .map_err(|cause| without_token(&context, cause))?;
            match judged(&context, call().await).await {
                Err(error) if error.kind() == ErrorKind::Unauthorized => {
                    tokens
                        .renew(&token, || self.fetch_token())
                        .await
                        .map_err(|cause| without_token(&context, cause))?;
                    watch.repeats();
                    judged(&context, call().await).await
                }
                result => result,
            }
        };
        watch.of(exchange).await
    }

    async fn fetch_token(&self) -> Result<Token> {
        let context = context(&bodies::GET_TOKEN, None);
        let exchange = async {
            let answer = judged(&context, self.client.get_token().await).await?;
            auth::token(&answer.body).unwrap_or_else(|| {
                let refusal = Refusal {
                    code: None,
                    message: Some("the answer holds no access token".into()),
                };
                Err(contradiction(&context, answer.status, refusal))
            })
        };
        observe::call(&context).of(exchange).await
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
async fn judged<T: Debug + Envelope>(
    call: &Call<'_>,
    result: Result<ResponseValue<T>, progenitor_client::Error<()>>,
) -> Result<Answer<T>> {
    match result {
        Ok(answer) => {
            let answer = Answer::from(answer);
            match answer.body.refusal() {
                None => Ok(answer),
                Some(refusal) => Err(contradiction(call, answer.status, refusal)),
            }
        }
        Err(error) => Err(failure(call, error).await),
    }
}
