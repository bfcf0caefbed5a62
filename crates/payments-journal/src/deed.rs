//! One recorded intent and who does it: what can be sent and asked with what is there.

use std::sync::{Mutex, PoisonError};

use payments_core::{
    Error, MandateQuery, News, PaymentQuery, Provider, Reference, Result,
    capabilities::{PaymentOperation, Settlement},
};
use serde_json::Value;

use crate::{
    answer::{self, member},
    kind::Kind,
    providers::Api,
    request::Whole,
    row::Row,
};

/// What is to be done, by whom.
#[derive(Debug)]
pub(crate) struct Deed<'a> {
    api: Api<'a>,
    reference: Reference,
    settlement: Settlement,
    /// The request as it is stored, to check answers against.
    stored: Value,
    /// The request as it can be sent, where it is there.
    whole: Option<Whole>,
    provider_id: Option<String>,
    customer_id: Option<String>,
    /// What was told last, with the provider's own JSON, which is not stored.
    told: Mutex<Option<News>>,
}

impl<'a> Deed<'a> {
    /// What is recorded, done by a provider; with the whole request, if the caller has it. An error where the provider cannot do it at all.
    pub(crate) fn new(api: Api<'a>, row: &Row, whole: Option<Whole>) -> Result<Self> {
        let entry = &row.entry;
        let answer = entry.answer.as_ref();
        let told = |name| answer.and_then(|answer| member(answer, name));
        let whole = match (whole, row.whole) {
            (None, true) => Whole::read(entry.kind, &row.request),
            (whole, _) => whole,
        };
        Ok(Self {
            api,
            reference: entry.reference.clone(),
            settlement: settlement(api, &row.request)?,
            stored: row.request.clone(),
            whole,
            provider_id: told("provider_id"),
            customer_id: told("customer_id"),
            told: Mutex::default(),
        })
    }

    pub(crate) fn provider(&self) -> Provider {
        self.api.capabilities().provider
    }

    pub(crate) fn settlement(&self) -> Settlement {
        self.settlement
    }

    pub(crate) fn can_send(&self) -> bool {
        self.whole.is_some()
    }

    /// A bill is asked for by its number, which is personal: without the request it cannot be.
    pub(crate) fn can_ask(&self) -> bool {
        self.whole.is_some() || !matches!(self.api, Api::Bills(_))
    }

    /// Sends it, once, and checks that the answer is about it.
    pub(crate) async fn send(&self) -> Result<News> {
        let news = match (self.api, &self.whole) {
            (Api::Payments(payments), Some(Whole::Payment(request))) => {
                payments.create(request).await.map(News::from)
            }
            (Api::Bills(bills), Some(Whole::Bill(inquiry))) => {
                bills.pay(inquiry).await.map(News::from)
            }
            (Api::Mandates(mandates), Some(Whole::Mandate(request))) => {
                mandates.create(request).await.map(News::from)
            }
            _ => Err(Error::unsupported("the request is not there")),
        };
        self.checked(news)
    }

    /// Asks for it, and checks that the answer is about it. Has no effect.
    pub(crate) async fn ask(&self) -> Result<News> {
        let news = match (self.api, &self.whole) {
            (Api::Payments(payments), _) => {
                let method = member(&self.stored, "method")
                    .ok_or_else(|| Error::unsupported("the recorded method is not readable"))?;
                let mut query = PaymentQuery::new(self.reference.clone(), method);
                query.provider_id.clone_from(&self.provider_id);
                payments.get(&query).await.map(News::from)
            }
            (Api::Bills(bills), Some(Whole::Bill(inquiry))) => {
                bills.status(&inquiry.bill).await.map(News::from)
            }
            (Api::Bills(_), _) => Err(Error::unsupported("the bill's number is not there")),
            (Api::Mandates(mandates), _) => {
                let mut query = MandateQuery::new(self.reference.clone());
                query.provider_id.clone_from(&self.provider_id);
                query.customer_id.clone_from(&self.customer_id);
                mandates.get(&query).await.map(News::from)
            }
        };
        self.checked(news)
    }

    /// What the provider told last, if it was asked or sent something here.
    pub(crate) fn told(self) -> Option<News> {
        self.told
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn checked(&self, news: Result<News>) -> Result<News> {
        let kind = match self.api {
            Api::Payments(_) => Kind::Payment,
            Api::Bills(_) => Kind::Bill,
            Api::Mandates(_) => Kind::Mandate,
        };
        news.and_then(|news| {
            answer::check(kind, &self.reference, &self.stored, &news)?;
            let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
            *told = Some(news.clone());
            Ok(news)
        })
        .map_err(|error| {
            error
                .with_provider(self.provider())
                .with_reference(&self.reference)
        })
    }
}

/// How an unknown outcome is settled, from the provider's table.
fn settlement(api: Api<'_>, request: &Value) -> Result<Settlement> {
    let capabilities = api.capabilities();
    let none = |what: &str| {
        Error::unsupported(format!("the provider has no {what}"))
            .with_provider(capabilities.provider)
    };
    match api {
        Api::Payments(_) => {
            let method = member(request, "method").ok_or_else(|| none("such method"))?;
            let method = capabilities.require(&method, PaymentOperation::Create)?;
            Ok(method.settlement)
        }
        Api::Bills(_) => Ok(capabilities.bills.ok_or_else(|| none("bills"))?.settlement),
        Api::Mandates(_) => Ok(capabilities
            .mandates
            .ok_or_else(|| none("mandates"))?
            .settlement),
    }
}
