//! The provider's operations, each with its own types.

use std::{fmt::Debug, future::Future};

use payments_core::{
    BillRequest, Error, Money, Personal, Reference, Result, Secret,
    http::{Answer, Call, client, failure, retry_after, unreadable},
    operation::Operation,
    wire::AmountInteger,
};
use progenitor_client::{Error as ClientError, ResponseValue};
use serde::de::DeserializeOwned;

use crate::{
    Config, Topup,
    auth::Auth,
    bodies,
    callbacks::Signing,
    generated::{
        capabilities::{CAPABILITIES, PROVIDER},
        client::Client,
    },
    refusals::{CODES, DICTIONARY, Tells, verdict},
    types,
};

/// Digiswitch EZPay.
///
/// Use it through [`Bills`](payments_core::Bills), or call the provider's own operations below. Each checks its request before sending, signs
/// it, and ends in an error whose outcome says whether money may have moved.
#[derive(Clone, Debug)]
pub struct Digiswitch {
    client: Client,
    testing: Option<bool>,
    pub(crate) signing: Option<Signing>,
}

impl Digiswitch {
    /// A client with these settings. Clone it freely: clones share connections.
    pub fn new(config: Config) -> Result<Self> {
        let http = client(&config.base_url, config.timeouts)?;
        Ok(Self {
            client: Client::new_with_client(config.base_url.as_str(), http, Auth::new(&config)),
            testing: config.testing.then_some(true),
            signing: config.callback_secrets.map(|secrets| Signing {
                secrets,
                header: config.callback_header,
            }),
        })
    }

    /// A client with the settings of [`Config::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new(Config::from_env()?)
    }

    /// `POST /transaction` with `inq-pasca`: asks what is owed. A bill of PBB may be that of another year than the current one.
    pub async fn inquire_bill(
        &self,
        bill: &BillRequest,
        tax_year: Option<i64>,
    ) -> Result<Answer<types::BillResponse>> {
        let request = types::InquiryRequest {
            amount: bill.amount.map(rupiah).transpose()?,
            code: bill.product.clone(),
            command: types::InquiryRequestCommand::InqPasca,
            customer_no: unspaced(&bill.customer_number),
            ref_id: bill.reference.to_string(),
            sign: self.sign(&bill.reference)?,
            testing: self.testing,
            username: self.username(),
            year: tax_year,
        };
        request.check().map_err(of_provider)?;
        let call = self.client.inquire_bill(&request);
        self.run(&bodies::INQUIRE_BILL, Some(&bill.reference), call)
            .await
    }

    /// `POST /transaction` with `pay-pasca`: pays what was inquired under the same reference on the same day, out of the deposit.
    pub async fn pay_bill(&self, bill: &BillRequest) -> Result<Answer<types::BillResponse>> {
        let request = types::PaymentRequest {
            code: bill.product.clone(),
            command: types::PaymentRequestCommand::PayPasca,
            customer_no: unspaced(&bill.customer_number),
            ref_id: bill.reference.to_string(),
            sign: self.sign(&bill.reference)?,
            testing: self.testing,
            username: self.username(),
        };
        request.check().map_err(of_provider)?;
        let call = self.client.pay_bill(&request);
        self.run(&bodies::PAY_BILL, Some(&bill.reference), call)
            .await
    }

    /// `POST /transaction` with `status-pasca`: asks what became of a payment, for 90 days, not more than once a minute.
    ///
    /// A payment that failed is an answer. A code that forms no transaction is an error with the outcome `Unknown`: it refuses the question.
    pub async fn bill_status(&self, bill: &BillRequest) -> Result<Answer<types::BillResponse>> {
        let request = types::StatusRequest {
            code: bill.product.clone(),
            command: types::StatusRequestCommand::StatusPasca,
            customer_no: unspaced(&bill.customer_number),
            ref_id: bill.reference.to_string(),
            sign: self.sign(&bill.reference)?,
            username: self.username(),
        };
        request.check().map_err(of_provider)?;
        let call = self.client.bill_status(&request);
        self.run(&bodies::BILL_STATUS, Some(&bill.reference), call)
            .await
    }

    /// `POST /transaction` without a command: sells a prepaid product, out of the deposit. After `Unknown`, the same request again tells
    /// what became of it.
    pub async fn topup(&self, topup: &Topup) -> Result<Answer<types::BillResponse>> {
        CAPABILITIES.check_reference(&topup.reference)?;
        let request = types::TopupRequest {
            allow_dot: topup.allow_dot,
            cb_url: topup.callback_url.clone(),
            code: topup.product.clone(),
            customer_no: unspaced(&topup.customer_number),
            max_price: topup.max_price.map(rupiah).transpose()?,
            ref_id: topup.reference.to_string(),
            sign: self.sign(&topup.reference)?,
            testing: self.testing,
            username: self.username(),
        };
        request.check().map_err(of_provider)?;
        let call = self.client.topup(&request);
        self.run(&bodies::TOPUP, Some(&topup.reference), call).await
    }

    /// `POST /token`: tells whose a prepaid meter of PLN is.
    pub async fn inquire_pln(&self, customer_number: &str) -> Result<Answer<types::PlnCustomer>> {
        let customer_no = unspaced(customer_number);
        let request = types::PlnInquiryRequest {
            sign: self.client.inner.sign(&customer_no)?,
            customer_no,
            username: self.username(),
        };
        request.check().map_err(of_provider)?;
        let call = self.client.inquire_pln(&request);
        self.run(&bodies::INQUIRE_PLN, None, call).await
    }

    /// `POST /cek-saldo`: what is left of the deposit.
    pub async fn balance(&self) -> Result<Money> {
        let request = types::BalanceRequest {
            command: None,
            sign: self.client.inner.sign("depo")?,
            username: self.username(),
        };
        let call = self.client.balance(&request);
        let answer = self.run(&bodies::BALANCE, None, call).await?;
        Money::new(answer.body.data.deposit.into(), CAPABILITIES.currency).map_err(|error| {
            of_provider(Error::integrity(
                "deposit",
                "at least 0",
                &error.to_string(),
            ))
        })
    }

    /// `POST /deposit`: announces a bank transfer to the deposit. The answer tells the exact amount to transfer, and the text to put into it.
    pub async fn deposit_ticket(
        &self,
        amount: Money,
        bank: &str,
        owner_name: &str,
    ) -> Result<Answer<types::DepositTicket>> {
        let request = types::DepositTicketRequest {
            amount: rupiah(amount)?,
            bank: bank.to_owned(),
            owner_name: owner_name.into(),
            sign: self.client.inner.sign("depo")?,
            username: self.username(),
        };
        request.check().map_err(of_provider)?;
        let call = self.client.deposit_ticket(&request);
        self.run(&bodies::DEPOSIT_TICKET, None, call).await
    }

    /// `POST /price-list`: the prepaid products, or one of them. The whole list not more than once in five minutes.
    pub async fn prepaid_prices(&self, product: Option<&str>) -> Result<Vec<types::PrepaidItem>> {
        let request = types::PrepaidPriceListRequest {
            code: product.map(str::to_owned),
            command: types::PrepaidPriceListRequestCommand::Prepaid,
            sign: self.client.inner.sign("pricelist")?,
            username: self.username(),
        };
        request.check().map_err(of_provider)?;
        let call = self.client.price_list_prepaid(&request);
        let answer = self.run(&bodies::PRICE_LIST_PREPAID, None, call).await?;
        items(&bodies::PRICE_LIST_PREPAID, answer)
    }

    /// `POST /price-list`: the bills that can be paid, or one of them. The whole list not more than once in five minutes.
    pub async fn postpaid_prices(&self, product: Option<&str>) -> Result<Vec<types::PostpaidItem>> {
        let request = types::PostpaidPriceListRequest {
            code: product.map(str::to_owned),
            command: types::PostpaidPriceListRequestCommand::Pasca,
            sign: self.client.inner.sign("pricelist")?,
            username: self.username(),
        };
        request.check().map_err(of_provider)?;
        let call = self.client.price_list_postpaid(&request);
        let answer = self.run(&bodies::PRICE_LIST_POSTPAID, None, call).await?;
        items(&bodies::PRICE_LIST_POSTPAID, answer)
    }

    fn username(&self) -> String {
        self.client.inner.username.clone()
    }

    /// The signature of a transaction, for a reference that the provider takes.
    fn sign(&self, reference: &Reference) -> Result<Secret> {
        CAPABILITIES.check_reference(reference)?;
        self.client.inner.sign(reference.as_str())
    }

    /// Calls, and lets code and word decide what the answer is.
    async fn run<T>(
        &self,
        operation: &'static Operation,
        reference: Option<&Reference>,
        call: impl Future<Output = Result<ResponseValue<T>, ClientError<()>>>,
    ) -> Result<Answer<T>>
    where
        T: Debug + DeserializeOwned + Tells,
    {
        let context = context(operation, reference);
        match call.await {
            Ok(answer) => {
                let answer = Answer::from(answer);
                match verdict(&context, answer.status, &answer.body.told()) {
                    None => Ok(answer),
                    Some(error) => Err(error),
                }
            }
            // A refusal under 200 has fewer members than the success in whose place it comes.
            Err(ClientError::InvalidResponsePayload(body, cause)) => {
                Err((DICTIONARY.judge)(&context, 200, &body)
                    .unwrap_or_else(|| unreadable(&context, cause)))
            }
            Err(ClientError::UnexpectedResponse(response)) => {
                let (status, headers) = (response.status().as_u16(), response.headers().clone());
                let body = match response.bytes().await {
                    Ok(body) => body,
                    Err(cause) => {
                        return Err(failure(&context, ClientError::ResponseBodyError(cause)).await);
                    }
                };
                match (DICTIONARY.judge)(&context, status, &body) {
                    None => serde_json::from_slice(&body)
                        .map(|body| Answer::new(body, status, headers))
                        .map_err(|cause| unreadable(&context, cause)),
                    Some(error) => Err(match retry_after(&headers) {
                        Some(wait) => error.with_retry_after(wait),
                        None => error,
                    }),
                }
            }
            Err(error) => Err(failure(&context, error).await),
        }
    }
}

fn context<'a>(operation: &'static Operation, reference: Option<&'a Reference>) -> Call<'a> {
    Call {
        provider: PROVIDER,
        operation,
        reference,
        codes: &CODES,
    }
}

/// The items of a price list, whose type the specification cannot give to the answer: a refusal comes in their place.
fn items<T: DeserializeOwned>(
    operation: &'static Operation,
    answer: Answer<types::PriceList>,
) -> Result<Vec<T>> {
    serde_json::from_value(answer.body.data.into_json())
        .map_err(|cause| unreadable(&context(operation, None), cause))
}

/// The provider takes no blanks in a customer number.
fn unspaced(customer_number: &str) -> Personal {
    customer_number
        .split_whitespace()
        .collect::<String>()
        .into()
}

/// An amount in the provider's currency.
fn rupiah(amount: Money) -> Result<AmountInteger> {
    CAPABILITIES.check_money(&amount, None, None)?;
    Ok(amount.amount().into())
}

fn of_provider(error: Error) -> Error {
    error.with_provider(PROVIDER)
}
