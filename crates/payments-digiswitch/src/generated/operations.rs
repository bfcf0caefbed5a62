// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

use payments_core::{Reference, Result};
use payments_provider::{check::path_segment, http::Answer};
use super::{bodies, capabilities::PROVIDER, types};
use crate::Digiswitch;
impl Digiswitch {
    /// `POST /cek-saldo`: Tells the balance of the deposit.
    pub async fn balance(
        &self,
        request: &types::BalanceRequest,
    ) -> Result<Answer<types::Balance>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        let request = &request.with_own(self)?;
        self.run(
                &bodies::BALANCE,
                crate::told::Subject {
                    reference: None,
                    customer: None,
                },
                || self.requests.balance(request),
            )
            .await
    }
    /// `POST /transaction`: Tells what became of the payment of a bill, for 90 days, at most once a minute.
    pub async fn bill_status(
        &self,
        request: &types::StatusRequest,
    ) -> Result<Answer<types::BillResponse>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        let request = &request.with_own(self)?;
        self.run(
                &bodies::BILL_STATUS,
                crate::told::Subject {
                    reference: Some(&*request.ref_id),
                    customer: Some(&*request.customer_no),
                },
                || self.requests.bill_status(request),
            )
            .await
    }
    /// `POST /deposit`: Announces a bank transfer to the deposit, and tells what to transfer.
    pub async fn deposit_ticket(
        &self,
        request: &types::DepositTicketRequest,
    ) -> Result<Answer<types::DepositTicket>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        let request = &request.with_own(self)?;
        self.run(
                &bodies::DEPOSIT_TICKET,
                crate::told::Subject {
                    reference: None,
                    customer: None,
                },
                || self.requests.deposit_ticket(request),
            )
            .await
    }
    /// `POST /transaction`: Tells what a bill is.
    pub async fn inquire_bill(
        &self,
        request: &types::InquiryRequest,
    ) -> Result<Answer<types::BillResponse>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        crate::own_checks::inquire_bill(self, request)
            .map_err(|error| error.with_provider(PROVIDER))?;
        let request = &request.with_own(self)?;
        self.run(
                &bodies::INQUIRE_BILL,
                crate::told::Subject {
                    reference: Some(&*request.ref_id),
                    customer: Some(&*request.customer_no),
                },
                || self.requests.inquire_bill(request),
            )
            .await
    }
    /// `POST /token`: Tells whose a prepaid PLN meter is.
    pub async fn inquire_pln(
        &self,
        request: &types::PlnInquiryRequest,
    ) -> Result<Answer<types::PlnCustomer>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        let request = &request.with_own(self)?;
        self.run(
                &bodies::INQUIRE_PLN,
                crate::told::Subject {
                    reference: None,
                    customer: Some(&*request.customer_no),
                },
                || self.requests.inquire_pln(request),
            )
            .await
    }
    /// `POST /transaction`: Pays a bill that was inquired under the same ref_id on the same day, from the deposit.
    pub async fn pay_bill(
        &self,
        request: &types::PaymentRequest,
    ) -> Result<Answer<types::BillResponse>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        crate::own_checks::pay_bill(self, request)
            .map_err(|error| error.with_provider(PROVIDER))?;
        let request = &request.with_own(self)?;
        self.run(
                &bodies::PAY_BILL,
                crate::told::Subject {
                    reference: Some(&*request.ref_id),
                    customer: Some(&*request.customer_no),
                },
                || self.requests.pay_bill(request),
            )
            .await
    }
    /// `POST /price-list`: Lists the bills that can be paid. The whole list not more than once in five minutes.
    pub async fn price_list_postpaid(
        &self,
        request: &types::PostpaidPriceListRequest,
    ) -> Result<Answer<types::PriceList>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        let request = &request.with_own(self)?;
        self.run(
                &bodies::PRICE_LIST_POSTPAID,
                crate::told::Subject {
                    reference: None,
                    customer: None,
                },
                || self.requests.price_list_postpaid(request),
            )
            .await
    }
    /// `POST /price-list`: Lists the prepaid products. The whole list not more than once in five minutes.
    pub async fn price_list_prepaid(
        &self,
        request: &types::PrepaidPriceListRequest,
    ) -> Result<Answer<types::PriceList>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        let request = &request.with_own(self)?;
        self.run(
                &bodies::PRICE_LIST_PREPAID,
                crate::told::Subject {
                    reference: None,
                    customer: None,
                },
                || self.requests.price_list_prepaid(request),
            )
            .await
    }
    /// `POST /transaction`: Buys a prepaid product, from the deposit. After an unknown outcome, or while it is pending, ask by topup_status: here a refusal of the repeat would pass for one of the first sale.
    pub async fn topup(
        &self,
        request: &types::TopupRequest,
    ) -> Result<Answer<types::BillResponse>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        crate::own_checks::topup(self, request)
            .map_err(|error| error.with_provider(PROVIDER))?;
        let request = &request.with_own(self)?;
        self.run(
                &bodies::TOPUP,
                crate::told::Subject {
                    reference: Some(&*request.ref_id),
                    customer: Some(&*request.customer_no),
                },
                || self.requests.topup(request),
            )
            .await
    }
    /// `POST /transaction`: Tells what became of a prepaid sale, by sending the identical request once more, at most once a minute. A sale that never arrived, or was made more than 90 days ago, is made by this call: use it only for one that is still wanted.
    pub async fn topup_status(
        &self,
        request: &types::TopupRequest,
    ) -> Result<Answer<types::BillResponse>> {
        request.check().map_err(|error| error.with_provider(PROVIDER))?;
        crate::own_checks::topup_status(self, request)
            .map_err(|error| error.with_provider(PROVIDER))?;
        let request = &request.with_own(self)?;
        self.run(
                &bodies::TOPUP_STATUS,
                crate::told::Subject {
                    reference: Some(&*request.ref_id),
                    customer: Some(&*request.customer_no),
                },
                || self.requests.topup_status(request),
            )
            .await
    }
}
impl types::BalanceRequest {
    /// The request with what the client puts in.
    fn with_own(&self, client: &Digiswitch) -> Result<Self> {
        let mut request = self.clone();
        request.sign = Some(crate::own_members::sign(client, "depo")?);
        request.username = Some(crate::own_members::username(client));
        Ok(request)
    }
}
impl types::DepositTicketRequest {
    /// The request with what the client puts in.
    fn with_own(&self, client: &Digiswitch) -> Result<Self> {
        let mut request = self.clone();
        request.sign = Some(crate::own_members::sign(client, "depo")?);
        request.username = Some(crate::own_members::username(client));
        Ok(request)
    }
}
impl types::InquiryRequest {
    /// The request with what the client puts in.
    fn with_own(&self, client: &Digiswitch) -> Result<Self> {
        let mut request = self.clone();
        request.sign = Some(crate::own_members::sign(client, &self.ref_id)?);
        request.testing = crate::own_members::testing(client);
        request.username = Some(crate::own_members::username(client));
        Ok(request)
    }
}
impl types::PaymentRequest {
    /// The request with what the client puts in.
    fn with_own(&self, client: &Digiswitch) -> Result<Self> {
        let mut request = self.clone();
        request.sign = Some(crate::own_members::sign(client, &self.ref_id)?);
        request.testing = crate::own_members::testing(client);
        request.username = Some(crate::own_members::username(client));
        Ok(request)
    }
}
impl types::PlnInquiryRequest {
    /// The request with what the client puts in.
    fn with_own(&self, client: &Digiswitch) -> Result<Self> {
        let mut request = self.clone();
        request.sign = Some(crate::own_members::sign(client, &self.customer_no)?);
        request.username = Some(crate::own_members::username(client));
        Ok(request)
    }
}
impl types::PostpaidPriceListRequest {
    /// The request with what the client puts in.
    fn with_own(&self, client: &Digiswitch) -> Result<Self> {
        let mut request = self.clone();
        request.sign = Some(crate::own_members::sign(client, "pricelist")?);
        request.username = Some(crate::own_members::username(client));
        Ok(request)
    }
}
impl types::PrepaidPriceListRequest {
    /// The request with what the client puts in.
    fn with_own(&self, client: &Digiswitch) -> Result<Self> {
        let mut request = self.clone();
        request.sign = Some(crate::own_members::sign(client, "pricelist")?);
        request.username = Some(crate::own_members::username(client));
        Ok(request)
    }
}
impl types::StatusRequest {
    /// The request with what the client puts in.
    fn with_own(&self, client: &Digiswitch) -> Result<Self> {
        let mut request = self.clone();
        request.sign = Some(crate::own_members::sign(client, &self.ref_id)?);
        request.username = Some(crate::own_members::username(client));
        Ok(request)
    }
}
impl types::TopupRequest {
    /// The request with what the client puts in.
    fn with_own(&self, client: &Digiswitch) -> Result<Self> {
        let mut request = self.clone();
        request.sign = Some(crate::own_members::sign(client, &self.ref_id)?);
        request.testing = crate::own_members::testing(client);
        request.username = Some(crate::own_members::username(client));
        Ok(request)
    }
}
