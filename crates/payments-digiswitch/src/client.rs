//! The provider's operations, each with its own types.

use chrono::{DateTime, Utc};
use payments_core::{Account, BillRequest, Error, Money, Reference, Result, TopupRequest};
use payments_provider::{
    http::{Answer, BuildError, Call, Reply, Request, retry_after, send, unreadable},
    observe,
    operation::Operation,
    read::{Item, Received, Unreadable},
    settings::CallbackKeys,
};

use crate::{
    Config,
    amount::rupiah,
    auth::Auth,
    bodies,
    generated::{
        capabilities::{CAPABILITIES, PROVIDER},
        requests::Requests,
    },
    refusals::{CODES, about, of_provider},
    told::{Subject, Tells, check_price, unspaced},
    types,
    verdict::{of_body, verdict},
};

/// Digiswitch EZPay.
///
/// Use it through [`Bills`](payments_core::Bills), or call the provider's own operations below.
/// Each checks its request before sending and signs it, and the outcome of its error says whether
/// money may have moved. An answer about another reference or customer is also an error, with the
/// outcome `Unknown`.
#[derive(Clone, Debug)]
pub struct Digiswitch {
    requests: Requests,
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

    /// `POST /transaction` with `inq-pasca`: asks what is owed. A PBB bill may be for another year
    /// than the current one: [`Options::year`](crate::Options::year).
    pub async fn inquire_bill(&self, bill: &BillRequest) -> Result<Answer<types::BillResponse>> {
        let request = self.inquiry(bill)?;
        let built = self.requests.inquire_bill(&request);
        self.run(&bodies::INQUIRE_BILL, of_bill(bill), built).await
    }

    /// `POST /transaction` with `pay-pasca`: pays what was inquired under the same reference on the
    /// same day, from the deposit.
    pub async fn pay_bill(&self, bill: &BillRequest) -> Result<Answer<types::BillResponse>> {
        let request = self.payment(bill)?;
        let built = self.requests.pay_bill(&request);
        self.run(&bodies::PAY_BILL, of_bill(bill), built).await
    }

    /// `POST /transaction` with `status-pasca`: asks for the status of a payment, for 90 days, at
    /// most once a minute.
    ///
    /// A failed payment is an answer. A code that forms no transaction is an error with the outcome
    /// `Unknown`: it refuses the query, not the payment.
    pub async fn bill_status(&self, bill: &BillRequest) -> Result<Answer<types::BillResponse>> {
        let request = self.status_question(bill)?;
        let built = self.requests.bill_status(&request);
        self.run(&bodies::BILL_STATUS, of_bill(bill), built).await
    }

    /// `POST /transaction` without a command: sells a prepaid product, from the deposit.
    ///
    /// After `Unknown`, or while it is pending, use [`topup_status`](Self::topup_status), never
    /// this call: it would treat a refusal of the query as a refusal of the first sale.
    pub async fn topup(&self, topup: &TopupRequest) -> Result<Answer<types::BillResponse>> {
        let request = self.sale(topup)?;
        let built = self.requests.topup(&request);
        self.sold(&bodies::TOPUP, topup, built).await
    }

    /// `POST /transaction` with the request of [`topup`](Self::topup) once more: asks for the
    /// status of the sale, at most once a minute.
    ///
    /// A failed sale is an answer. A code that forms no transaction is an error with the outcome
    /// `Unknown`: it refuses the query, not the sale.
    ///
    /// **The provider has no other status query. If the first request never arrived, this one makes
    /// the sale, and 90 days after the first it makes a second one.** So use it only for a sale
    /// that is still wanted, with the identical top-up, and in time.
    pub async fn topup_status(&self, topup: &TopupRequest) -> Result<Answer<types::BillResponse>> {
        let request = self.sale(topup)?;
        let built = self.requests.topup_status(&request);
        self.sold(&bodies::TOPUP_STATUS, topup, built).await
    }

    /// `POST /token`: returns the owner of a prepaid PLN meter.
    pub async fn inquire_pln(&self, customer_number: &str) -> Result<Answer<types::PlnCustomer>> {
        let customer_no = unspaced(customer_number);
        let request = types::PlnInquiryRequest {
            sign: self.auth.sign(&customer_no)?,
            customer_no: customer_no.into(),
            username: self.username(),
        };
        request.check().map_err(of_provider)?;
        let subject = Subject {
            customer_number: Some(customer_number),
            ..Subject::default()
        };
        let built = self.requests.inquire_pln(&request);
        self.run(&bodies::INQUIRE_PLN, subject, built).await
    }

    /// `POST /cek-saldo`: the balance of the deposit.
    pub async fn balance(&self) -> Result<Money> {
        let request = types::BalanceRequest {
            command: None,
            sign: self.auth.sign("depo")?,
            username: self.username(),
        };
        let built = self.requests.balance(&request);
        let answer = self.run_account(&bodies::BALANCE, built).await?;
        Money::new(answer.body.data.deposit.into(), CAPABILITIES.currency)
            .map_err(|_| of_provider(Error::integrity("deposit", "at least 0", "less")))
    }

    /// `POST /deposit`: announces a bank transfer to the deposit. The answer states the exact
    /// amount to transfer, and the text for the transfer.
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
            sign: self.auth.sign("depo")?,
            username: self.username(),
        };
        request.check().map_err(of_provider)?;
        let built = self.requests.deposit_ticket(&request);
        self.run_account(&bodies::DEPOSIT_TICKET, built).await
    }

    /// `POST /price-list`: the prepaid products, or one of them. Request the whole list at most
    /// once in five minutes. An unreadable item is an error in the list.
    pub async fn prepaid_prices(
        &self,
        product: Option<&str>,
    ) -> Result<Vec<Result<types::PrepaidItem>>> {
        let request = types::PrepaidPriceListRequest {
            code: product.map(str::to_owned),
            command: types::PrepaidPriceListRequestCommand::Prepaid,
            sign: self.auth.sign("pricelist")?,
            username: self.username(),
        };
        request.check().map_err(of_provider)?;
        let built = self.requests.price_list_prepaid(&request);
        let answer = self.run_account(&bodies::PRICE_LIST_PREPAID, built).await?;
        items(&bodies::PRICE_LIST_PREPAID, &answer)
    }

    /// `POST /price-list`: the products whose bills can be paid, or one of them. Request the whole
    /// list at most once in five minutes. An unreadable item is an error in the list.
    pub async fn postpaid_prices(
        &self,
        product: Option<&str>,
    ) -> Result<Vec<Result<types::PostpaidItem>>> {
        let request = types::PostpaidPriceListRequest {
            code: product.map(str::to_owned),
            command: types::PostpaidPriceListRequestCommand::Pasca,
            sign: self.auth.sign("pricelist")?,
            username: self.username(),
        };
        request.check().map_err(of_provider)?;
        let built = self.requests.price_list_postpaid(&request);
        let answer = self
            .run_account(&bodies::PRICE_LIST_POSTPAID, built)
            .await?;
        items(&bodies::PRICE_LIST_POSTPAID, &answer)
    }

    pub(crate) fn username(&self) -> String {
        self.auth.username.clone()
    }

    /// Calls for a sale, and checks that it cost at most the maximum price.
    async fn sold(
        &self,
        operation: &'static Operation,
        topup: &TopupRequest,
        request: Result<Request<types::BillResponse>, BuildError>,
    ) -> Result<Answer<types::BillResponse>> {
        let subject = Subject {
            reference: Some(&topup.reference),
            customer_number: Some(&topup.customer_number),
        };
        let answer = self.run(operation, subject, request).await?;
        check_price(topup.maximum_price, &answer.body.data)
            .map_err(|error| error.with_operation(operation.name))
            .map_err(about(&topup.reference))?;
        Ok(answer)
    }

    fn run_account<T: Received + Tells>(
        &self,
        operation: &'static Operation,
        request: Result<Request<T>, BuildError>,
    ) -> impl Future<Output = Result<Answer<T>>> {
        self.run(operation, Subject::default(), request)
    }

    fn run<T: Received + Tells>(
        &self,
        operation: &'static Operation,
        subject: Subject<'_>,
        request: Result<Request<T>, BuildError>,
    ) -> impl Future<Output = Result<Answer<T>>> {
        let call = context(operation, subject.reference);
        let reply = send(call, &self.requests.client, request);
        async move {
            let exchange = async { judged(&call, subject, reply.await?.whole(&call)?) };
            let watch = observe::call(&call, &self.account);
            watch.ended(watch.within(exchange).await)
        }
    }
}

/// Judges a reply by code and word, because the HTTP status decides nothing.
fn judged<T: Received + Tells>(
    call: &Call<'_>,
    subject: Subject<'_>,
    reply: Reply,
) -> Result<Answer<T>> {
    let read = reply.understood::<T>(call);
    let error = match &read {
        Ok(read) if reply.is_success() => verdict(call, subject, reply.status, &read.body.told()),
        // A refusal has fewer members than the success that it replaces.
        _ => of_body(call, subject, reply.status, &reply.body),
    };
    match (error, read) {
        (None, Ok(read)) => Ok(reply.answer(read)),
        (None, Err(unreadable)) => Err(unreadable),
        (Some(error), _) => Err(match retry_after(&reply.headers) {
            Some(wait) => error.with_retry_after(wait),
            None => error,
        }),
    }
}

fn context<'a>(operation: &'static Operation, reference: Option<&'a Reference>) -> Call<'a> {
    Call {
        provider: PROVIDER,
        operation,
        reference: reference.map(Reference::as_str),
        codes: &CODES,
    }
}

fn of_bill(bill: &BillRequest) -> Subject<'_> {
    Subject {
        reference: Some(&bill.reference),
        customer_number: Some(&bill.customer_number),
    }
}

/// The items of a price list, each read separately. The specification cannot state their type,
/// because a refusal may come in their place.
fn items<T: Received>(
    operation: &'static Operation,
    answer: &Answer<types::PriceList>,
) -> Result<Vec<Result<T>>> {
    if !answer.body.data.json().is_array() {
        let cause = Unreadable::sense("data: expected a list");
        return Err(unreadable(&context(operation, None), cause));
    }
    let items = answer.arrived.items::<T>("data").into_iter();
    let read = items.map(|Item { read, .. }| {
        read.map(|read| read.body)
            .map_err(|cause| unreadable(&context(operation, None), cause))
    });
    Ok(read.collect())
}
