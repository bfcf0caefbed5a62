// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

use std::sync::Arc;
use super::types;
use ::payments_provider::http::{BaseUrl, BuildError, Client, Method, Request, Url};
/// Makes the request of each operation.
#[derive(Clone, Debug)]
pub struct Requests {
    pub(crate) base: BaseUrl,
    pub(crate) client: Client,
    urls: Arc<Urls>,
}
/// The URLs that are the same in every call of their operation.
#[derive(Debug)]
struct Urls {
    balance: Url,
    deposit_ticket: Url,
    price_list_postpaid: Url,
    price_list_prepaid: Url,
    inquire_pln: Url,
    inquire_bill: Url,
    pay_bill: Url,
    bill_status: Url,
    topup: Url,
    topup_status: Url,
}
impl Requests {
    /// With a client of their own to send them by.
    pub(crate) fn new(base: &BaseUrl, client: Client) -> Self {
        Self {
            base: base.clone(),
            client,
            urls: Arc::new(Urls {
                balance: base.at("/cek-saldo"),
                deposit_ticket: base.at("/deposit"),
                price_list_postpaid: base.at("/price-list"),
                price_list_prepaid: base.at("/price-list"),
                inquire_pln: base.at("/token"),
                inquire_bill: base.at("/transaction"),
                pay_bill: base.at("/transaction"),
                bill_status: base.at("/transaction"),
                topup: base.at("/transaction"),
                topup_status: base.at("/transaction"),
            }),
        }
    }
    /// Tells the balance of the deposit
    ///
    /// Sends a `POST` request to `/cek-saldo`
    ///
    pub fn balance<'a>(
        &'a self,
        body: &'a types::BalanceRequest,
    ) -> Result<Request<types::Balance>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.balance.clone()).json(body)?)
    }
    /// Announces a bank transfer to the deposit, and tells what to transfer
    ///
    /// Sends a `POST` request to `/deposit`
    ///
    pub fn deposit_ticket<'a>(
        &'a self,
        body: &'a types::DepositTicketRequest,
    ) -> Result<Request<types::DepositTicket>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.deposit_ticket.clone()).json(body)?)
    }
    /// Lists the bills that can be paid. The whole list not more than once in five minutes
    ///
    /// Sends a `POST` request to `/price-list#postpaid`
    ///
    pub fn price_list_postpaid<'a>(
        &'a self,
        body: &'a types::PostpaidPriceListRequest,
    ) -> Result<Request<types::PriceList>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.price_list_postpaid.clone()).json(body)?)
    }
    /// Lists the prepaid products. The whole list not more than once in five minutes
    ///
    /// Sends a `POST` request to `/price-list#prepaid`
    ///
    pub fn price_list_prepaid<'a>(
        &'a self,
        body: &'a types::PrepaidPriceListRequest,
    ) -> Result<Request<types::PriceList>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.price_list_prepaid.clone()).json(body)?)
    }
    /// Tells whose a prepaid PLN meter is
    ///
    /// Sends a `POST` request to `/token`
    ///
    pub fn inquire_pln<'a>(
        &'a self,
        body: &'a types::PlnInquiryRequest,
    ) -> Result<Request<types::PlnCustomer>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.inquire_pln.clone()).json(body)?)
    }
    /// Tells what a bill is
    ///
    /// Sends a `POST` request to `/transaction#inquire`
    ///
    pub fn inquire_bill<'a>(
        &'a self,
        body: &'a types::InquiryRequest,
    ) -> Result<Request<types::BillResponse>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.inquire_bill.clone()).json(body)?)
    }
    /// Pays a bill that was inquired under the same ref_id on the same day, from the deposit
    ///
    /// Sends a `POST` request to `/transaction#pay`
    ///
    pub fn pay_bill<'a>(
        &'a self,
        body: &'a types::PaymentRequest,
    ) -> Result<Request<types::BillResponse>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.pay_bill.clone()).json(body)?)
    }
    /// Tells what became of the payment of a bill, for 90 days, at most once a minute
    ///
    /// Sends a `POST` request to `/transaction#status`
    ///
    pub fn bill_status<'a>(
        &'a self,
        body: &'a types::StatusRequest,
    ) -> Result<Request<types::BillResponse>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.bill_status.clone()).json(body)?)
    }
    /// Buys a prepaid product, from the deposit. After an unknown outcome, or while it is pending, ask by topup_status: here a refusal of the repeat would pass for one of the first sale
    ///
    /// Sends a `POST` request to `/transaction#topup`
    ///
    pub fn topup<'a>(
        &'a self,
        body: &'a types::TopupRequest,
    ) -> Result<Request<types::BillResponse>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.topup.clone()).json(body)?)
    }
    /// Tells what became of a prepaid sale, by sending the identical request once more, at most once a minute. A sale that never arrived, or was made more than 90 days ago, is made by this call: use it only for one that is still wanted
    ///
    /// Sends a `POST` request to `/transaction#topup-status`
    ///
    pub fn topup_status<'a>(
        &'a self,
        body: &'a types::TopupRequest,
    ) -> Result<Request<types::BillResponse>, BuildError> {
        Ok(Request::new(Method::POST, self.urls.topup_status.clone()).json(body)?)
    }
}
