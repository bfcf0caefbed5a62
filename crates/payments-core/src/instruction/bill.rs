//! Paying a bill, once.

use super::{
    Answer, Bearing, Called, Hint, Instruction, News, Status, sealed::Sealed, unsupported,
};
use crate::{
    bill::{BillInquiry, BillPayment, BillRequest, Bills},
    capabilities::{Capabilities, Settlement},
    error::Result,
    kind::Kind,
    money::Money,
    options::ProviderOptions,
    provider::Provider,
    raw::Raw,
    reference::Reference,
};

impl Sealed for BillInquiry {}
impl Sealed for BillPayment {}

impl Instruction for BillInquiry {
    const KIND: Kind = Kind::Bill;
    /// The time of the inquiry and the name in its answer do not make it a different bill.
    const INCIDENTAL: &'static [&'static str] = &["inquired_at", "customer_name"];
    /// The lookup needs the customer's number.
    const IS_ASKED_WITHOUT_PERSONAL_DATA: bool = false;

    type Client<'c> = dyn Bills + 'c;
    type Query = BillRequest;
    type Answer = BillPayment;

    fn reference(&self) -> &Reference {
        &self.bill.reference
    }

    fn amount(&self) -> Option<Money> {
        self.amount.or(self.bill.amount)
    }

    fn query_after(&self, _: Option<&BillPayment>) -> BillRequest {
        self.bill.clone()
    }

    fn settlement(&self, of: &Capabilities) -> Result<Settlement> {
        Ok(of.bills.ok_or_else(|| unsupported(of, "bills"))?.settlement)
    }

    fn check(&self, client: &Self::Client<'_>) -> Result<()> {
        client.check(self)
    }

    fn without_personal_data(&self) -> Self {
        Self {
            bill: without_number(&self.bill),
            customer_name: None,
            raw: Raw::default(),
            ..self.clone()
        }
    }

    fn check_amounts(&self, told: &BillPayment) -> Result<()> {
        told.check_against(self)
    }

    fn bearing(&self, news: &News, _: Option<&BillPayment>) -> Bearing<BillPayment> {
        match news {
            News::Bill(payment) => Bearing::Answer((**payment).clone()),
            _ => Bearing::beside(news),
        }
    }

    fn answer_in(news: &News) -> Option<&BillPayment> {
        match news {
            News::Bill(payment) => Some(payment),
            _ => None,
        }
    }

    fn decided(&self, by: Provider, status: &Status) -> Option<BillPayment> {
        let Status::Payment(status) = status else {
            return None;
        };
        let bill = without_number(&self.bill);
        Some(BillPayment::new(by, bill, status.clone(), ""))
    }

    fn recall(&self, recorded: BillPayment) -> BillPayment {
        BillPayment {
            bill: self.bill.clone(),
            ..recorded
        }
    }

    fn hinted(hint: &Hint) -> Option<&BillRequest> {
        match hint {
            Hint::Bill(bill) => Some(bill),
            _ => None,
        }
    }

    /// The customer's number is personal and may not be recorded.
    fn hint_by_record(&self, hint: Hint, _: Option<&BillPayment>) -> Hint {
        match hint {
            Hint::Bill(hinted) => Hint::Bill(BillRequest {
                customer_number: hinted.customer_number,
                ..self.bill.clone()
            }),
            another => another,
        }
    }

    /// The product and the number used for the lookup come from the message, which anybody may have
    /// sent.
    fn without_claims(told: BillPayment) -> BillPayment {
        BillPayment {
            bill: BillRequest::new(told.bill.reference, "", ""),
            ..told
        }
    }

    fn named_by_record(&self, mut told: BillPayment) -> BillPayment {
        told.bill.product.clone_from(&self.bill.product);
        told
    }

    fn call<'a>(&'a self, client: &'a Self::Client<'_>) -> Called<'a, BillPayment> {
        client.pay(self)
    }

    fn look_up<'a>(bill: &'a BillRequest, client: &'a Self::Client<'_>) -> Called<'a, BillPayment> {
        client.status(bill)
    }
}

fn without_number(bill: &BillRequest) -> BillRequest {
    BillRequest {
        customer_number: String::new().into(),
        options: bill
            .options
            .as_ref()
            .map(ProviderOptions::without_personal_data),
        ..bill.clone()
    }
}

impl Answer for BillPayment {
    fn provider(&self) -> Provider {
        self.provider
    }

    fn reference(&self) -> &Reference {
        &self.bill.reference
    }

    fn provider_id(&self) -> Option<&str> {
        None
    }

    fn status(&self) -> Status {
        self.status.clone().into()
    }

    fn without_personal_data(&self) -> Self {
        Self {
            bill: without_number(&self.bill),
            customer_name: None,
            receipt: None,
            raw: Raw::default(),
            ..self.clone()
        }
    }
}
