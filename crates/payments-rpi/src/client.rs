//! The provider's operations, each with its own types.

use std::sync::Arc;

use payments_core::{Account, Error, Reference, Result};
use payments_provider::{
    check::path_segment,
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

/// Ayoconnect RPI.
///
/// Use it through [`Mandates`](payments_core::Mandates), or call the provider's own operations
/// below. Each checks its request before sending and ends in an error whose outcome says what may
/// have happened. An access token is fetched when one is needed, once for any number of callers,
/// and renewed once when the provider no longer takes it.
#[derive(Clone, Debug)]
pub struct Rpi {
    requests: Requests,
    pub(crate) account: Account,
    auth: Auth,
    pub(crate) merchant_code: String,
    channel_id: String,
    pub(crate) schedule: schedule::Form,
    deprecated_correlation_id: bool,
    /// That of the caller, if one was named.
    flow: Option<Arc<str>>,
}

impl Rpi {
    /// A client with these settings. Clone it freely: clones share connections and token.
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

    /// A client with the settings of [`Config::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new(Config::from_env()?)
    }

    /// A reference as the provider wants them: 32 letters and digits that were never used. Keep it
    /// before sending.
    pub fn new_reference() -> Result<Reference> {
        Ok(Reference::new(ids::new()?)?)
    }

    /// A correlation id that was never used: 32 letters and digits.
    pub fn new_flow() -> Result<String> {
        ids::new()
    }

    /// The same client, shared connections, token and account, whose calls carry this correlation
    /// id: "Merchants can link API calls into one flow using this header". Make one by
    /// [`new_flow`](Self::new_flow) and keep it, to name the calls to the provider's support. A
    /// create needs one that no earlier create had. Without it each call has an id of its own,
    /// which nobody learns.
    pub fn in_flow(&self, id: &str) -> Result<Self> {
        letters_and_digits("flow", id, Some(32))?;
        Ok(Self {
            flow: Some(id.into()),
            ..self.clone()
        })
    }

    /// `POST /api/v1/rpi`: asks a customer for permission. No money moves; the customer has to
    /// confirm it at the URL of the answer.
    pub async fn create_rpi(
        &self,
        request: &types::CreateInstructionRequest,
    ) -> Result<Answer<types::InstructionCreated>> {
        request.check().map_err(of_provider)?;
        let (id, start, members) = match request {
            types::CreateInstructionRequest::FixedInstruction(fixed) => {
                (&fixed.transaction_id, &fixed.start_date, &fixed.schedule)
            }
            types::CreateInstructionRequest::VariableInstruction(variable) => (
                &variable.transaction_id,
                &variable.start_date,
                &variable.schedule,
            ),
        };
        schedule::check(start.as_ref(), members).map_err(of_provider)?;
        self.run(&bodies::CREATE_RPI, Some(id), |flow| {
            self.requests.create_rpi(
                &self.channel_id,
                self.deprecated(flow),
                &self.merchant_code,
                flow,
                request,
            )
        })
        .await
    }

    /// `GET /api/v1/rpi/{rpiCode}`: asks what became of an instruction. The transaction id is that
    /// of this question: a new one every time.
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
        // The specification gives no limits to parameters; without letters and digits alone, the
        // code could reach another path.
        letters_and_digits("rpiCode", rpi_code, None)?;
        letters_and_digits("customerId", customer_id, None)?;
        letters_and_digits("transactionId", transaction_id, Some(32))?;
        let code = &path_segment("rpiCode", rpi_code)?;
        let merchant_code = &self.merchant_code;
        let reference = reference.map(Reference::as_str);
        self.run(&bodies::GET_RPI, reference, |flow| {
            self.requests
                .get_rpi(code, customer_id, merchant_code, transaction_id, flow)
        })
        .await
    }

    /// `PUT /api/v1/rpi/bill-amount`: changes the amount of the charge on a date. It sets and adds
    /// nothing: it may be sent again, as long as [`get_rpi`](Self::get_rpi) shows that date as that
    /// of the next charge.
    ///
    /// **Danger: if nothing is scheduled on that date, the next scheduled charge is changed
    /// instead.** The date is not looked at here. Look at `date` of the answer, where the provider
    /// gives it.
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
        self.run(&bodies::UPDATE_BILL_AMOUNT, reference, |flow| {
            let (merchant_code, channel_id) = (&*self.merchant_code, &*self.channel_id);
            self.requests.update_bill_amount(
                Some(channel_id),
                self.deprecated(flow),
                Some(merchant_code),
                Some(flow),
                request,
            )
        })
        .await
    }

    /// The flow under the name that the provider is giving up.
    fn deprecated<'a>(&self, flow: &'a str) -> Option<&'a str> {
        self.deprecated_correlation_id.then_some(flow)
    }

    /// Calls with a token, and once more with a new one if the provider does not take it. Unless
    /// the caller has named a flow, each sending is one of its own, since no correlation id may be
    /// used again.
    async fn run<T: Received>(
        &self,
        operation: &'static Operation,
        reference: Option<&str>,
        request: impl Fn(&str) -> Result<Request<T>, BuildError>,
    ) -> Result<Answer<T>> {
        let call = context(operation, reference);
        let watch = observe::call(&call);
        let attempt = async |token| {
            let flow = match &self.flow {
                Some(flow) => flow.to_string(),
                None => ids::new()?,
            };
            let request = request(&flow).map(|request| self.auth.authorize(request, token));
            judged(&call, send(call, &self.requests.client, request).await)
        };
        let fetch = || self.fetch_token();
        watch
            .of(self.auth.tokens.attempt(&watch, fetch, attempt))
            .await
    }

    async fn fetch_token(&self) -> Result<Token> {
        let call = context(&bodies::GET_TOKEN, None);
        let exchange = async {
            let grant = types::GetTokenGrantType::ClientCredentials;
            let request = self.requests.get_token(grant, &self.auth.credentials);
            let request = request.and_then(auth::as_form);
            let answer = judged(&call, send(call, &self.requests.client, request).await)?;
            auth::token(&answer.body).unwrap_or_else(|| Err(no_token(&call, answer.status)))
        };
        observe::call(&call).of(exchange).await
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
