//! Selling a prepaid product, once.

use super::{
    Answer, Bearing, Called, Hint, Instruction, News, Status, sealed::Sealed, unsupported,
};
use crate::{
    capabilities::{Capabilities, Settlement},
    error::Result,
    kind::Kind,
    money::Money,
    options::ProviderOptions,
    provider::Provider,
    raw::Raw,
    reference::Reference,
    topup::{Topup, TopupRequest, Topups},
};

impl Sealed for TopupRequest {}
impl Sealed for Topup {}

impl Instruction for TopupRequest {
    const KIND: Kind = Kind::Topup;
    /// The lookup needs the customer's number.
    const IS_ASKED_WITHOUT_PERSONAL_DATA: bool = false;

    type Client<'c> = dyn Topups + 'c;
    type Query = TopupRequest;
    type Answer = Topup;

    fn reference(&self) -> &Reference {
        &self.reference
    }

    /// The maximum price; the answer states the actual price.
    fn amount(&self) -> Option<Money> {
        self.maximum_price
    }

    fn query_after(&self, _: Option<&Topup>) -> TopupRequest {
        self.clone()
    }

    fn settlement(&self, of: &Capabilities) -> Result<Settlement> {
        Ok(of
            .topups
            .ok_or_else(|| unsupported(of, "top-ups"))?
            .settlement)
    }

    fn check(&self, client: &Self::Client<'_>) -> Result<()> {
        client.check(self)
    }

    fn without_personal_data(&self) -> Self {
        Self {
            customer_number: String::new().into(),
            options: self
                .options
                .as_ref()
                .map(ProviderOptions::without_personal_data),
            ..self.clone()
        }
    }

    fn check_amounts(&self, told: &Topup) -> Result<()> {
        told.check_price(self.maximum_price)
    }

    fn bearing(&self, news: &News, _: Option<&Topup>) -> Bearing<Topup> {
        match news {
            News::Topup(topup) => Bearing::Answer(self.named_by_record((**topup).clone())),
            // A provider may report sales and bills in the same form.
            News::Bill(payment) => {
                Bearing::Answer(self.named_by_record((**payment).clone().into()))
            }
            _ => Bearing::beside(news),
        }
    }

    fn answer_in(news: &News) -> Option<&Topup> {
        match news {
            News::Topup(topup) => Some(topup),
            _ => None,
        }
    }

    fn decided(&self, by: Provider, status: &Status) -> Option<Topup> {
        let Status::Payment(status) = status else {
            return None;
        };
        let (reference, product) = (self.reference.clone(), self.product.clone());
        Some(Topup::new(by, reference, product, status.clone(), ""))
    }

    /// A hint never causes a lookup: the lookup may make the sale.
    fn hinted(_: &Hint) -> Option<&TopupRequest> {
        None
    }

    fn hint_by_record(&self, hint: Hint, _: Option<&Topup>) -> Hint {
        hint
    }

    fn named_by_record(&self, mut told: Topup) -> Topup {
        told.product.clone_from(&self.product);
        told
    }

    fn call<'a>(&'a self, client: &'a Self::Client<'_>) -> Called<'a, Topup> {
        client.buy(self)
    }

    fn look_up<'a>(request: &'a TopupRequest, client: &'a Self::Client<'_>) -> Called<'a, Topup> {
        client.status(request)
    }
}

impl Answer for Topup {
    fn provider(&self) -> Provider {
        self.provider
    }

    fn reference(&self) -> &Reference {
        &self.reference
    }

    fn provider_id(&self) -> Option<&str> {
        None
    }

    fn status(&self) -> Status {
        self.status.clone().into()
    }

    fn without_personal_data(&self) -> Self {
        Self {
            receipt: None,
            raw: Raw::default(),
            ..self.clone()
        }
    }
}
