//! The provider's operations, each with its own types.

use std::{fmt::Debug, future::Future};

use payments_core::{
    Error, ErrorKind, Reference, Result,
    check::path_segment,
    http::{Answer, Call, Refusal, Token, client, contradiction, failure, without_token},
    observe,
    operation::Operation,
};
use progenitor_client::ResponseValue;
use serde::Serialize;

use crate::{
    Config, DateFormat,
    auth::{self, Auth},
    bodies,
    generated::{capabilities::PROVIDER, client::Client},
    ids,
    refusals::{CODES, contradicts, repeatable},
    types,
};

/// Ayoconnect RPI.
///
/// Use it through [`Mandates`](payments_core::Mandates), or call the provider's own operations below. Each checks its request before sending
/// and ends in an error whose outcome says what may have happened. An access token is fetched when one is needed, once for any number of
/// callers, and renewed once when the provider no longer takes it.
#[derive(Clone, Debug)]
pub struct Rpi {
    client: Client,
    pub(crate) merchant_code: String,
    channel_id: String,
    pub(crate) date_format: DateFormat,
    deprecated_correlation_id: bool,
}

impl Rpi {
    /// A client with these settings. Clone it freely: clones share connections and token.
    pub fn new(config: Config) -> Result<Self> {
        let http = client(&config.base_url, config.timeouts)?;
        let auth = Auth::new(&config);
        Ok(Self {
            client: Client::new_with_client(config.base_url.as_str(), http, auth),
            merchant_code: config.merchant_code,
            channel_id: config.channel_id,
            date_format: config.date_format,
            deprecated_correlation_id: config.deprecated_correlation_id,
        })
    }

    /// A client with the settings of [`Config::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new(Config::from_env()?)
    }

    /// A reference as the provider wants them: 32 letters and digits that were never used. Keep it before sending.
    pub fn new_reference() -> Result<Reference> {
        Reference::new(ids::new()?)
    }

    /// `POST /api/v1/rpi`: asks a customer for permission. No money moves; the customer has to confirm it at the URL of the answer.
    pub async fn create_rpi(
        &self,
        request: &types::CreateInstructionRequest,
    ) -> Result<Answer<types::InstructionCreated>> {
        request.check().map_err(of_provider)?;
        let id = match request {
            types::CreateInstructionRequest::FixedInstruction(fixed) => &fixed.transaction_id,
            types::CreateInstructionRequest::VariableInstruction(variable) => {
                &variable.transaction_id
            }
        };
        self.run(&bodies::CREATE_RPI, Some(id), |flow| async move {
            self.client
                .create_rpi(
                    &self.channel_id,
                    self.deprecated(&flow),
                    &self.merchant_code,
                    &flow,
                    request,
                )
                .await
        })
        .await
    }

    /// `GET /api/v1/rpi/{rpiCode}`: asks what became of an instruction. The transaction id is that of this question: a new one every time.
    pub async fn get_rpi(
        &self,
        rpi_code: &str,
        customer_id: &str,
        transaction_id: &str,
    ) -> Result<Answer<types::InstructionState>> {
        self.instruction(rpi_code, customer_id, transaction_id, None)
            .await
    }

    pub(crate) async fn instruction(
        &self,
        rpi_code: &str,
        customer_id: &str,
        transaction_id: &str,
        reference: Option<&Reference>,
    ) -> Result<Answer<types::InstructionState>> {
        // The specification gives no limits to parameters; without letters and digits alone, the code could reach another path.
        letters_and_digits("rpiCode", rpi_code, None)?;
        letters_and_digits("customerId", customer_id, None)?;
        letters_and_digits("transactionId", transaction_id, Some(32))?;
        let code = &path_segment("rpiCode", rpi_code)?;
        let merchant_code = &self.merchant_code;
        let reference = reference.map(Reference::as_str);
        self.run(&bodies::GET_RPI, reference, |flow| async move {
            self.client
                .get_rpi(code, customer_id, merchant_code, transaction_id, &flow)
                .await
        })
        .await
    }

    /// `PUT /api/v1/rpi/bill-amount`: changes the amount of the charge on a date. It sets and adds nothing: it may be sent again, as long as
    /// [`get_rpi`](Self::get_rpi) shows that date as that of the next charge.
    ///
    /// **Danger: if nothing is scheduled on that date, the next scheduled charge is changed instead.** The date is not looked at here. Look at `date`
    /// of the answer, where the provider gives it.
    pub async fn update_bill_amount(
        &self,
        request: &types::UpdateBillAmountRequest,
    ) -> Result<Answer<types::BillAmountUpdated>> {
        self.bill_amount(request, None).await
    }

    pub(crate) async fn bill_amount(
        &self,
        request: &types::UpdateBillAmountRequest,
        reference: Option<&Reference>,
    ) -> Result<Answer<types::BillAmountUpdated>> {
        request.check().map_err(of_provider)?;
        let reference = reference.map(Reference::as_str);
        self.run(&bodies::UPDATE_BILL_AMOUNT, reference, |flow| async move {
            let (merchant_code, channel_id) = (&*self.merchant_code, &*self.channel_id);
            self.client
                .update_bill_amount(
                    Some(channel_id),
                    self.deprecated(&flow),
                    Some(merchant_code),
                    Some(&flow),
                    request,
                )
                .await
        })
        .await
    }

    /// The flow under the name that the provider is giving up.
    fn deprecated<'a>(&self, flow: &'a str) -> Option<&'a str> {
        self.deprecated_correlation_id.then_some(flow)
    }

    /// Calls with a token; once more with a new one if the provider does not take it. That is safe for a create too: a request whose token is
    /// refused was not looked at. Each sending is a flow of its own, since no correlation id may be used again.
    async fn run<T, F, Fut>(
        &self,
        operation: &'static Operation,
        reference: Option<&str>,
        call: F,
    ) -> Result<Answer<T>>
    where
        T: Debug + Serialize,
        F: Fn(String) -> Fut,
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
            match judged(&context, call(ids::new()?).await).await {
                Err(error) if error.kind() == ErrorKind::Unauthorized => {
                    tokens
                        .renew(&token, || self.fetch_token())
                        .await
                        .map_err(|cause| without_token(&context, cause))?;
                    watch.repeats();
                    judged(&context, call(ids::new()?).await).await
                }
                result => result,
            }
        };
        watch.of(exchange).await
    }

    async fn fetch_token(&self) -> Result<Token> {
        let context = context(&bodies::GET_TOKEN, None);
        let exchange = async {
            let grant = types::GetTokenGrantType::ClientCredentials;
            let call = self.client.get_token(grant, &self.client.inner.credentials);
            let answer = judged(&context, call.await).await?;
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

/// A 2xx is a success unless its body says otherwise.
async fn judged<T: Debug + Serialize>(
    call: &Call<'_>,
    result: Result<ResponseValue<T>, progenitor_client::Error<()>>,
) -> Result<Answer<T>> {
    let error = match result {
        Ok(answer) => {
            let answer = Answer::from(answer);
            match contradicts(&answer.body) {
                None => return Ok(answer),
                Some(refusal) => contradiction(call, answer.status, refusal),
            }
        }
        Err(error) => failure(call, error).await,
    };
    Err(repeatable(error))
}

fn letters_and_digits(field: &str, value: &str, length: Option<usize>) -> Result<()> {
    let alphanumeric = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if alphanumeric && length.is_none_or(|length| value.len() == length) {
        return Ok(());
    }
    let expected = match length {
        Some(length) => format!("{length} ASCII letters and digits"),
        None => "ASCII letters and digits".into(),
    };
    Err(of_provider(Error::invalid(field, value, &expected)))
}

fn of_provider(error: Error) -> Error {
    error.with_provider(PROVIDER)
}
