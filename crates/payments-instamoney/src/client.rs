//! The provider's operations, each with its own types.

use payments_core::{Account, Error, Reference, Result};
use payments_provider::{
    http::{Answer, BuildError, Call, Request, send},
    observe,
    operation::Operation,
    read::Received,
};

use reqwest::header::HeaderName;

use crate::{
    ApiVersion, Config,
    auth::Auth,
    bodies,
    callbacks::Checks,
    generated::{capabilities::PROVIDER, requests::Requests},
    refusals::CODES,
    types,
};

/// Of an id that is asked about, by the table of `GET /ewallets`, whatever the wallet.
const LONGEST_ID: usize = 1000;

/// Instamoney eWallets.
///
/// Use it through [`Payments`](payments_core::Payments), or call the provider's own operations
/// below. Each checks its request before sending and ends in an error whose outcome says whether
/// money may have moved.
#[derive(Clone, Debug)]
pub struct Instamoney {
    requests: Requests,
    pub(crate) account: Account,
    auth: Auth,
    pub(crate) checks: Option<Checks>,
    pub(crate) version: ApiVersion,
    for_user_id: Option<String>,
    with_fee_rule: Option<String>,
    pub(crate) fee_headers: Vec<HeaderName>,
}

impl Instamoney {
    /// A client with these settings. Clone it freely: clones share their connections.
    pub fn new(config: Config) -> Result<Self> {
        Ok(Self {
            requests: Requests::new(&config.connection.base_url, config.connection.client()?),
            account: config.account_of()?,
            auth: Auth::new(&config.api_key)?,
            checks: config.callback_tokens.map(|tokens| Checks {
                tokens,
                headers: config.callback_headers,
            }),
            version: config.version,
            for_user_id: config.for_user_id,
            with_fee_rule: config.with_fee_rule,
            fee_headers: config.fee_headers,
        })
    }

    /// A client with the settings of [`Config::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new(Config::from_env()?)
    }

    /// The same client for a sub-account, and under a fee rule where there is one: cheap, and on
    /// the same connections. Make one per request if need be. Its [`Account`] is one of its own. A
    /// configuration error if the id could be taken for another account's.
    pub fn for_user(&self, id: &str, fee_rule: Option<&str>) -> Result<Self> {
        Ok(Self {
            account: self.account.sub_account(id)?,
            for_user_id: Some(id.to_owned()),
            with_fee_rule: fee_rule.map(str::to_owned),
            ..self.clone()
        })
    }

    /// `POST /ewallets`: asks for a payment by OVO, DANA or LINKAJA.
    ///
    /// The headers of the answer tell the fees where a fee rule is set.
    pub async fn create_ewallet_payment(
        &self,
        version: ApiVersion,
        request: &types::EwalletPaymentRequest,
    ) -> Result<Answer<types::EwalletPayment>> {
        request
            .check()
            .map_err(|error| error.with_provider(PROVIDER))?;
        let reference = match request {
            types::EwalletPaymentRequest::OvoPaymentRequest(request) => &request.external_id,
            types::EwalletPaymentRequest::OvoPaymentRequest20190204(request) => {
                &request.external_id
            }
            types::EwalletPaymentRequest::DanaPaymentRequest(request) => &request.external_id,
            types::EwalletPaymentRequest::LinkajaPaymentRequest(request) => &request.external_id,
        };
        // Optional, and listed for OVO only.
        let is_ovo = matches!(
            request,
            types::EwalletPaymentRequest::OvoPaymentRequest(_)
                | types::EwalletPaymentRequest::OvoPaymentRequest20190204(_)
        );
        let built = self.requests.create_ewallet_payment(
            is_ovo.then_some(version),
            self.for_user_id.as_deref(),
            self.with_fee_rule.as_deref(),
            request,
        );
        self.run(&bodies::CREATE_EWALLET_PAYMENT, Some(reference), built)
            .await
    }

    /// `GET /ewallets`: asks what became of a payment by OVO, DANA or LINKAJA.
    pub async fn get_ewallet_payment(
        &self,
        wallet: types::GetEwalletPaymentEwalletType,
        external_id: &str,
    ) -> Result<Answer<types::EwalletPaymentStatus>> {
        // The specification gives no limits to parameters. Longer than that no payment can have
        // been made.
        if !(1..=LONGEST_ID).contains(&external_id.chars().count()) {
            let expected = format!("1 to {LONGEST_ID} characters");
            let error = Error::invalid("external_id", external_id, &expected);
            return Err(error.with_provider(PROVIDER));
        }
        let built =
            self.requests
                .get_ewallet_payment(wallet, external_id, self.for_user_id.as_deref());
        self.run(&bodies::GET_EWALLET_PAYMENT, Some(external_id), built)
            .await
    }

    /// `POST /ewallets/charges`: asks for a payment by OVO, DANA, LINKAJA or ShopeePay.
    /// `callback_url` takes the place of the dashboard's.
    pub async fn create_ewallet_charge(
        &self,
        request: &types::EwalletChargeRequest,
        callback_url: Option<&str>,
    ) -> Result<Answer<types::EwalletCharge>> {
        request
            .check()
            .map_err(|error| error.with_provider(PROVIDER))?;
        let built = self.requests.create_ewallet_charge(
            self.for_user_id.as_deref(),
            self.with_fee_rule.as_deref(),
            callback_url,
            request,
        );
        self.run(
            &bodies::CREATE_EWALLET_CHARGE,
            Some(&request.reference_id),
            built,
        )
        .await
    }

    /// `GET /ewallets/charges/{id}`: asks what became of a charge, by the provider's id.
    pub async fn get_ewallet_charge(&self, id: &str) -> Result<Answer<types::EwalletCharge>> {
        self.charge_by_id(id, None).await
    }

    pub(crate) async fn charge_by_id(
        &self,
        id: &str,
        reference: Option<&Reference>,
    ) -> Result<Answer<types::EwalletCharge>> {
        let id = payments_provider::check::path_segment("charge id", id)?;
        let built = self
            .requests
            .get_ewallet_charge(&id, self.for_user_id.as_deref());
        let reference = reference.map(Reference::as_str);
        self.run(&bodies::GET_EWALLET_CHARGE, reference, built)
            .await
    }

    /// `POST /ewallets/charges/{id}/void`: gives a paid charge back to the customer, whole, on the
    /// day it was paid.
    pub async fn void_ewallet_charge(&self, id: &str) -> Result<Answer<types::EwalletCharge>> {
        let id = payments_provider::check::path_segment("charge id", id)?;
        let built = self
            .requests
            .void_ewallet_charge(&id, self.for_user_id.as_deref());
        self.run(&bodies::VOID_EWALLET_CHARGE, None, built).await
    }

    fn run<T: Received>(
        &self,
        operation: &'static Operation,
        reference: Option<&str>,
        request: Result<Request<T>, BuildError>,
    ) -> impl Future<Output = Result<Answer<T>>> {
        let call = Call {
            provider: PROVIDER,
            operation,
            reference,
            codes: &CODES,
        };
        let request = request.map(|request| self.auth.authorize(request));
        let reply = send(call, &self.requests.client, request);
        async move {
            let exchange = async { reply.await?.read(&call) };
            observe::call(&call).of(exchange).await
        }
    }
}
