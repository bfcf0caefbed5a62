// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

use super::types;
use ::payments_provider::http::{BaseUrl, BuildError, Client, Request};
/// Makes the request of each operation.
#[derive(Clone, Debug)]
pub struct Requests {
    pub(crate) baseurl: String,
    pub(crate) client: Client,
}
impl Requests {
    /// With a client of their own to send them by.
    pub(crate) fn new(base: &BaseUrl, client: Client) -> Self {
        Self {
            baseurl: base.to_string(),
            client,
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
        let url = format!("{}/cek-saldo", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
    }
    /// Announces a bank transfer to the deposit, and tells what to transfer
    ///
    /// Sends a `POST` request to `/deposit`
    ///
    pub fn deposit_ticket<'a>(
        &'a self,
        body: &'a types::DepositTicketRequest,
    ) -> Result<Request<types::DepositTicket>, BuildError> {
        let url = format!("{}/deposit", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
    }
    /// Lists the bills that can be paid. The whole list not more than once in five minutes
    ///
    /// Sends a `POST` request to `/price-list#postpaid`
    ///
    pub fn price_list_postpaid<'a>(
        &'a self,
        body: &'a types::PostpaidPriceListRequest,
    ) -> Result<Request<types::PriceList>, BuildError> {
        let url = format!("{}/price-list", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
    }
    /// Lists the prepaid products. The whole list not more than once in five minutes
    ///
    /// Sends a `POST` request to `/price-list#prepaid`
    ///
    pub fn price_list_prepaid<'a>(
        &'a self,
        body: &'a types::PrepaidPriceListRequest,
    ) -> Result<Request<types::PriceList>, BuildError> {
        let url = format!("{}/price-list", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
    }
    /// Tells whose a prepaid PLN meter is
    ///
    /// Sends a `POST` request to `/token`
    ///
    pub fn inquire_pln<'a>(
        &'a self,
        body: &'a types::PlnInquiryRequest,
    ) -> Result<Request<types::PlnCustomer>, BuildError> {
        let url = format!("{}/token", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
    }
    /// Tells what a bill is
    ///
    /// Sends a `POST` request to `/transaction#inquire`
    ///
    pub fn inquire_bill<'a>(
        &'a self,
        body: &'a types::InquiryRequest,
    ) -> Result<Request<types::BillResponse>, BuildError> {
        let url = format!("{}/transaction", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
    }
    /// Pays a bill that was inquired under the same ref_id on the same day, from the deposit
    ///
    /// Sends a `POST` request to `/transaction#pay`
    ///
    pub fn pay_bill<'a>(
        &'a self,
        body: &'a types::PaymentRequest,
    ) -> Result<Request<types::BillResponse>, BuildError> {
        let url = format!("{}/transaction", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
    }
    /// Tells what became of the payment of a bill, for 90 days, at most once a minute
    ///
    /// Sends a `POST` request to `/transaction#status`
    ///
    pub fn bill_status<'a>(
        &'a self,
        body: &'a types::StatusRequest,
    ) -> Result<Request<types::BillResponse>, BuildError> {
        let url = format!("{}/transaction", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
    }
    /// Buys a prepaid product, from the deposit. After an unknown outcome, or while it is pending, ask by topup_status: here a refusal of the repeat would pass for one of the first sale
    ///
    /// Sends a `POST` request to `/transaction#topup`
    ///
    pub fn topup<'a>(
        &'a self,
        body: &'a types::TopupRequest,
    ) -> Result<Request<types::BillResponse>, BuildError> {
        let url = format!("{}/transaction", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
    }
    /// Tells what became of a prepaid sale, by sending the identical request once more, at most once a minute. A sale that never arrived, or was made more than 90 days ago, is made by this call: use it only for one that is still wanted
    ///
    /// Sends a `POST` request to `/transaction#topup-status`
    ///
    pub fn topup_status<'a>(
        &'a self,
        body: &'a types::TopupRequest,
    ) -> Result<Request<types::BillResponse>, BuildError> {
        let url = format!("{}/transaction", self.baseurl,);
        Ok(
            Request::new(
                self
                    .client
                    .post(url)
                    .header(
                        ::reqwest::header::ACCEPT,
                        ::reqwest::header::HeaderValue::from_static("application/json"),
                    )
                    .json(&body)
                    .build()?,
            ),
        )
    }
}
