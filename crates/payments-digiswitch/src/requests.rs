//! Makes the provider's requests from bills and top-ups, and checks them.

use payments_core::{BillRequest, Reference, Result, TopupRequest};

use crate::{
    Digiswitch,
    amount::rupiah,
    generated::capabilities::CAPABILITIES,
    refusals::about,
    told::unspaced,
    types::{self, InquiryRequest, PaymentRequest, StatusRequest},
};

impl Digiswitch {
    pub(crate) fn inquiry(&self, bill: &BillRequest) -> Result<InquiryRequest> {
        let made = || {
            self.accepts(bill.reference.as_str())?;
            let customer = unspaced(&bill.customer_number);
            let mut request =
                InquiryRequest::new(&*bill.product, customer, bill.reference.as_str());
            request.amount = bill.amount.map(rupiah).transpose()?;
            let request = request.with_options(bill.options.as_ref())?;
            request.check()?;
            Ok(request)
        };
        made().map_err(about(&bill.reference))
    }

    pub(crate) fn payment(&self, bill: &BillRequest) -> Result<PaymentRequest> {
        let made = || {
            self.accepts(bill.reference.as_str())?;
            let customer = unspaced(&bill.customer_number);
            let request = PaymentRequest::new(&*bill.product, customer, bill.reference.as_str());
            let request = request.with_options(bill.options.as_ref())?;
            request.check()?;
            Ok(request)
        };
        made().map_err(about(&bill.reference))
    }

    /// A bill that was paid elsewhere can be looked up by any reference.
    pub(crate) fn status_question(&self, bill: &BillRequest) -> StatusRequest {
        let customer = unspaced(&bill.customer_number);
        StatusRequest::new(&*bill.product, customer, bill.reference.as_str())
    }

    pub(crate) fn sale(&self, topup: &TopupRequest) -> Result<types::TopupRequest> {
        let made = || {
            self.accepts(topup.reference.as_str())?;
            let customer = unspaced(&topup.customer_number);
            let reference = topup.reference.as_str();
            let mut request = types::TopupRequest::new(&*topup.product, customer, reference);
            let maximum = topup.maximum_price.map(rupiah).transpose();
            request.max_price = maximum.map_err(|error| error.within("max_price"))?;
            let request = request.with_options(topup.options.as_ref())?;
            request.check()?;
            Ok(request)
        };
        made().map_err(about(&topup.reference))
    }

    /// Whether the provider takes this reference for a new bill or sale.
    pub(crate) fn accepts(&self, reference: &str) -> Result<()> {
        let reference = Reference::new(reference)?;
        match self.any_reference {
            true => Ok(()),
            false => CAPABILITIES.check_reference(&reference),
        }
    }
}
