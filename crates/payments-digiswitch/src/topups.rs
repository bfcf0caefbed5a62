//! The common trait of top-ups.

use payments_core::{Result, Topup, TopupRequest, Topups, async_trait};
use payments_provider::http::Answer;

use crate::{Digiswitch, Sale, bills, refusals::about, types::BillResponse};

#[async_trait]
impl Topups for Digiswitch {
    fn check(&self, request: &TopupRequest) -> Result<()> {
        let checked = self.sale(&Sale::of(request)).map(drop);
        checked.map_err(about(&request.reference))
    }

    async fn buy(&self, request: &TopupRequest) -> Result<Topup> {
        let answer = self.topup(&Sale::of(request)).await;
        answer
            .and_then(|answer| sold(request, answer))
            .map_err(about(&request.reference))
    }

    async fn status(&self, request: &TopupRequest) -> Result<Topup> {
        let answer = self.topup_status(&Sale::of(request)).await;
        answer
            .and_then(|answer| sold(request, answer))
            .map_err(about(&request.reference))
    }
}

/// The common view of what became of a sale.
fn sold(request: &TopupRequest, answer: Answer<BillResponse>) -> Result<Topup> {
    let data = answer.body.data;
    let bill = bills::bill(&data)?;
    let payment = bills::payment(&bill, data, answer.arrived.raw("/data"))?;
    let mut topup = Topup::from(payment);
    // The provider's own code of it may be another one.
    topup.product.clone_from(&request.product);
    topup.check_price(request.maximum_price)?;
    Ok(topup)
}
