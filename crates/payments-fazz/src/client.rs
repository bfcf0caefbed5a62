//! The provider's operations, the data/attributes envelope taken off.

use payments_core::{Account, Raw, Reference, Result};
use payments_provider::{
    check::path_segment,
    http::{Answer, BuildError, Call, Request, send, unreadable},
    observe,
    operation::Operation,
    read::{Item, Received, Unreadable},
};

use crate::{
    Config,
    auth::Auth,
    bodies,
    callbacks::Signing,
    generated::{capabilities::PROVIDER, requests::Requests},
    refusals::CODES,
    types::{
        CreateMethodTask, CreateMethodTaskData, CreatePayment, CreatePaymentData, CreateQris,
        CreateQrisData, CreateTask, CreateTaskData, CreateVirtualAccount, CreateVirtualAccountData,
        MethodTaskOptions, MethodTaskRequest, MethodTaskRequestAction, PaymentAttributes,
        PaymentDocument, PaymentList, PaymentMethodResource, PaymentResource, QrisAttributes,
        TaskRequest, TaskRequestAction, TaskResource, VirtualAccountAttributes,
    },
};

/// Fazz payments (Xfers v4, Indonesia).
///
/// Use it through [`Payments`](payments_core::Payments), or call the provider's own operations
/// below. Each checks its request before sending and ends in an error whose outcome says whether
/// money may have moved.
#[derive(Clone, Debug)]
pub struct Fazz {
    pub(crate) requests: Requests,
    pub(crate) account: Account,
    auth: Auth,
    pub(crate) signing: Option<Signing>,
}

/// A payment with its JSON.
pub(crate) struct Told {
    pub(crate) payment: PaymentResource,
    pub(crate) raw: Raw,
}

/// A kind of method that stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Persistent {
    VirtualAccount,
    Qris,
}

impl Fazz {
    /// A client with these settings. Clone it freely: clones share their connections.
    pub fn new(config: Config) -> Result<Self> {
        Ok(Self {
            requests: Requests::new(&config.connection.base_url, config.connection.client()?),
            account: config.account_of()?,
            auth: Auth::new(&config.api_key, &config.secret_key)?,
            signing: config.signing_secrets.map(|secrets| Signing {
                secrets,
                headers: config.signature_headers,
            }),
        })
    }

    /// A client with the settings of [`Config::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::new(Config::from_env()?)
    }

    /// `POST /payments`: asks for one payment. The same request again gives the same payment.
    pub async fn create_payment(&self, attributes: PaymentAttributes) -> Result<PaymentResource> {
        Ok(self.created(attributes).await?.payment)
    }

    pub(crate) async fn created(&self, attributes: PaymentAttributes) -> Result<Told> {
        let body = CreatePayment {
            data: CreatePaymentData { attributes },
        };
        body.check()
            .map_err(|error| error.with_provider(PROVIDER))?;
        let reference = match &body.data.attributes {
            PaymentAttributes::RetailOutletPayment(payment) => &payment.reference_id,
            PaymentAttributes::VirtualAccountPayment(payment) => &payment.reference_id,
            PaymentAttributes::QrisPayment(payment) => &payment.reference_id,
            PaymentAttributes::EwalletPayment(payment) => &payment.reference_id,
        };
        let request = self.requests.create_payment(&body);
        let answer = self
            .run(&bodies::CREATE_PAYMENT, Some(reference), request)
            .await?;
        Ok(Told::of(answer))
    }

    /// `GET /payments/{id}`: asks what became of a payment, by the provider's id.
    pub async fn get_payment(&self, id: &str) -> Result<PaymentResource> {
        Ok(self.payment_by_id(id, None).await?.payment)
    }

    pub(crate) async fn payment_by_id(
        &self,
        id: &str,
        reference: Option<&Reference>,
    ) -> Result<Told> {
        let id = path_segment("payment id", id)?;
        let request = self.requests.get_payment(&id);
        let reference = reference.map(Reference::as_str);
        let answer = self.run(&bodies::GET_PAYMENT, reference, request).await?;
        Ok(Told::of(answer))
    }

    /// `POST /payments/{id}/tasks`: cancels a payment by virtual account. Receiving and settling
    /// work in the sandbox only.
    pub async fn create_payment_task(
        &self,
        id: &str,
        action: TaskRequestAction,
    ) -> Result<TaskResource> {
        self.payment_task(id, action, None).await
    }

    pub(crate) async fn payment_task(
        &self,
        id: &str,
        action: TaskRequestAction,
        reference: Option<&Reference>,
    ) -> Result<TaskResource> {
        let id = path_segment("payment id", id)?;
        let body = CreateTask {
            data: CreateTaskData {
                attributes: TaskRequest { action },
            },
        };
        let request = self.requests.create_payment_task(&id, &body);
        let reference = reference.map(Reference::as_str);
        let operation = &bodies::CREATE_PAYMENT_TASK;
        Ok(self.run(operation, reference, request).await?.body.data)
    }

    /// `POST /payment_methods/virtual_bank_accounts`: opens an account that stays, for any number
    /// of payments of any amount.
    pub async fn create_virtual_account(
        &self,
        attributes: VirtualAccountAttributes,
    ) -> Result<PaymentMethodResource> {
        let body = CreateVirtualAccount {
            data: CreateVirtualAccountData { attributes },
        };
        body.check()
            .map_err(|error| error.with_provider(PROVIDER))?;
        let reference = body.data.attributes.reference_id.as_str();
        let request = self.requests.create_virtual_account(&body);
        let answer = self
            .run(&bodies::CREATE_VIRTUAL_ACCOUNT, Some(reference), request)
            .await?;
        Ok(answer.body.data)
    }

    /// `GET /payment_methods/virtual_bank_accounts/{id}`.
    pub async fn get_virtual_account(&self, id: &str) -> Result<PaymentMethodResource> {
        let id = path_segment("account id", id)?;
        let request = self.requests.get_virtual_account(&id);
        Ok(self
            .run(&bodies::GET_VIRTUAL_ACCOUNT, None, request)
            .await?
            .body
            .data)
    }

    /// `GET /payment_methods/virtual_bank_accounts/{id}/payments`: what was paid into it.
    /// A payment that cannot be read is an error of its own.
    pub async fn virtual_account_payments(&self, id: &str) -> Result<Vec<Result<PaymentResource>>> {
        let id = path_segment("account id", id)?;
        let request = self.requests.list_virtual_account_payments(&id);
        let operation = &bodies::LIST_VIRTUAL_ACCOUNT_PAYMENTS;
        let answer = self.run(operation, None, request).await?;
        let payments = payments(operation, &answer).into_iter();
        Ok(payments.map(|told| told.map(|told| told.payment)).collect())
    }

    /// In the sandbox: pays into an account that stays.
    pub async fn receive_into_virtual_account(
        &self,
        id: &str,
        amount: payments_core::Money,
    ) -> Result<TaskResource> {
        self.receive(Persistent::VirtualAccount, id, amount).await
    }

    /// `POST /payment_methods/qris`: makes a code that stays, for any number of payments of any
    /// amount.
    pub async fn create_qris(&self, attributes: QrisAttributes) -> Result<PaymentMethodResource> {
        let body = CreateQris {
            data: CreateQrisData { attributes },
        };
        body.check()
            .map_err(|error| error.with_provider(PROVIDER))?;
        let reference = body.data.attributes.reference_id.as_str();
        let request = self.requests.create_qris(&body);
        let answer = self
            .run(&bodies::CREATE_QRIS, Some(reference), request)
            .await?;
        Ok(answer.body.data)
    }

    /// `GET /payment_methods/qris/{id}`.
    pub async fn get_qris(&self, id: &str) -> Result<PaymentMethodResource> {
        let id = path_segment("code id", id)?;
        let request = self.requests.get_qris(&id);
        Ok(self.run(&bodies::GET_QRIS, None, request).await?.body.data)
    }

    /// `GET /payment_methods/qris/{id}/payments`: what was paid to it. A payment that cannot be
    /// read is an error of its own.
    pub async fn qris_payments(&self, id: &str) -> Result<Vec<Result<PaymentResource>>> {
        let id = path_segment("code id", id)?;
        let request = self.requests.list_qris_payments(&id);
        let answer = self.run(&bodies::LIST_QRIS_PAYMENTS, None, request).await?;
        let payments = payments(&bodies::LIST_QRIS_PAYMENTS, &answer).into_iter();
        Ok(payments.map(|told| told.map(|told| told.payment)).collect())
    }

    /// In the sandbox: pays to a code that stays.
    pub async fn receive_by_qris(
        &self,
        id: &str,
        amount: payments_core::Money,
    ) -> Result<TaskResource> {
        self.receive(Persistent::Qris, id, amount).await
    }

    async fn receive(
        &self,
        method: Persistent,
        id: &str,
        amount: payments_core::Money,
    ) -> Result<TaskResource> {
        let id = path_segment("method id", id)?;
        let body = CreateMethodTask {
            data: CreateMethodTaskData {
                attributes: MethodTaskRequest {
                    action: MethodTaskRequestAction::ReceivePayment,
                    options: MethodTaskOptions {
                        amount: amount.amount().into(),
                    },
                },
            },
        };
        body.check()
            .map_err(|error| error.with_provider(PROVIDER))?;
        let answer = match method {
            Persistent::VirtualAccount => {
                let request = self.requests.create_virtual_account_task(&id, &body);
                self.run(&bodies::CREATE_VIRTUAL_ACCOUNT_TASK, None, request)
                    .await?
            }
            Persistent::Qris => {
                let request = self.requests.create_qris_task(&id, &body);
                self.run(&bodies::CREATE_QRIS_TASK, None, request).await?
            }
        };
        Ok(answer.body.data)
    }

    pub(crate) fn run<T: Received>(
        &self,
        operation: &'static Operation,
        reference: Option<&str>,
        request: Result<Request<T>, BuildError>,
    ) -> impl Future<Output = Result<Answer<T>>> {
        let call = call(operation, reference);
        let request = request.map(|request| self.auth.authorize(request));
        let reply = send(call, &self.requests.client, request);
        async move {
            let exchange = async { reply.await?.read(&call) };
            observe::call(&call).of(exchange).await
        }
    }
}

impl Told {
    fn of(answer: Answer<PaymentDocument>) -> Self {
        Self {
            raw: answer.arrived.raw("/data"),
            payment: answer.body.data,
        }
    }
}

fn call<'a>(operation: &'static Operation, reference: Option<&'a str>) -> Call<'a> {
    Call {
        provider: PROVIDER,
        operation,
        reference,
        codes: &CODES,
    }
}

/// The payments of a list, each read on its own.
pub(crate) fn payments(
    operation: &'static Operation,
    answer: &Answer<PaymentList>,
) -> Vec<Result<Told>> {
    let items = answer.arrived.items::<PaymentResource>("data").into_iter();
    items
        .map(|Item { read, raw, .. }| {
            let read = read.and_then(|read| match is_payment(&read.body) {
                true => Ok(read),
                false => Err(Unreadable::sense(
                    "data.type: expected payment, got another",
                )),
            });
            let read = read.map_err(|cause| unreadable(&call(operation, None), cause))?;
            Ok(Told {
                payment: read.body,
                raw,
            })
        })
        .collect()
}

/// Payouts, links and others share the shape of a payment, and may share its reference.
pub(crate) fn is_payment(resource: &PaymentResource) -> bool {
    resource.type_ == "payment"
}
