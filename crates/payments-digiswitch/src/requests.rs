//! Makes requests from bills and top-ups: checks and signs them.

use payments_core::{BillRequest, Reference, Result, Secret, TopupRequest};

use crate::{
    Digiswitch,
    amount::rupiah,
    generated::capabilities::CAPABILITIES,
    refusals::about,
    told::unspaced,
    types::{
        self, InquiryRequest, InquiryRequestCommand, PaymentRequest, PaymentRequestCommand,
        StatusRequest, StatusRequestCommand,
    },
};

impl Digiswitch {
    pub(crate) fn inquiry(&self, bill: &BillRequest) -> Result<InquiryRequest> {
        let reference = &bill.reference;
        let request = InquiryRequest {
            amount: bill
                .amount
                .map(rupiah)
                .transpose()
                .map_err(about(reference))?,
            code: bill.product.clone(),
            command: InquiryRequestCommand::InqPasca,
            customer_no: unspaced(&bill.customer_number).into(),
            ref_id: reference.to_string(),
            sign: self.sign(reference)?,
            testing: self.testing,
            username: self.username(),
            year: None,
        };
        let own = bill.options.as_ref();
        let request = request.with_options(own).map_err(about(reference))?;
        request.check().map_err(about(reference))?;
        Ok(request)
    }

    pub(crate) fn payment(&self, bill: &BillRequest) -> Result<PaymentRequest> {
        let request = PaymentRequest {
            code: bill.product.clone(),
            command: PaymentRequestCommand::PayPasca,
            customer_no: unspaced(&bill.customer_number).into(),
            ref_id: bill.reference.to_string(),
            sign: self.sign(&bill.reference)?,
            testing: self.testing,
            username: self.username(),
        };
        let own = bill.options.as_ref();
        let request = request.with_options(own).map_err(about(&bill.reference))?;
        request.check().map_err(about(&bill.reference))?;
        Ok(request)
    }

    pub(crate) fn status_question(&self, bill: &BillRequest) -> Result<StatusRequest> {
        let request = StatusRequest {
            code: bill.product.clone(),
            command: StatusRequestCommand::StatusPasca,
            customer_no: unspaced(&bill.customer_number).into(),
            ref_id: bill.reference.to_string(),
            // A bill paid elsewhere can be looked up by any reference.
            sign: self.auth.sign(bill.reference.as_str())?,
            username: self.username(),
        };
        request.check().map_err(about(&bill.reference))?;
        Ok(request)
    }

    pub(crate) fn sale(&self, topup: &TopupRequest) -> Result<types::TopupRequest> {
        let reference = &topup.reference;
        let max_price = topup.maximum_price.map(rupiah).transpose();
        let request = types::TopupRequest {
            allow_dot: None,
            cb_url: None,
            code: topup.product.clone(),
            customer_no: unspaced(&topup.customer_number).into(),
            max_price: max_price
                .map_err(|error| error.within("max_price"))
                .map_err(about(reference))?,
            ref_id: reference.to_string(),
            sign: self.sign(reference)?,
            testing: self.testing,
            username: self.username(),
        };
        let own = topup.options.as_ref();
        let request = request.with_options(own).map_err(about(reference))?;
        request.check().map_err(about(reference))?;
        Ok(request)
    }

    /// The signature of a transaction, if the provider accepts the reference.
    fn sign(&self, reference: &Reference) -> Result<Secret> {
        if !self.any_reference {
            CAPABILITIES
                .check_reference(reference)
                .map_err(about(reference))?;
        }
        self.auth.sign(reference.as_str())
    }
}
