//! The `Topups` trait.

use payments_core::{Error, Money, Result, Topup, TopupProduct, TopupRequest, Topups, async_trait};
use payments_provider::http::Answer;

use crate::{
    CAPABILITIES, Digiswitch, bills,
    refusals::{about, of_provider},
    types::{BalanceRequest, BillResponse, PrepaidItem},
};

#[async_trait]
impl Topups for Digiswitch {
    fn check(&self, request: &TopupRequest) -> Result<()> {
        self.sale(request).map(drop)
    }

    async fn buy(&self, request: &TopupRequest) -> Result<Topup> {
        let sale = self.sale(request)?;
        let answer = self.topup(&sale).await;
        answer
            .and_then(|answer| sold(request, answer))
            .map_err(about(&request.reference))
    }

    async fn status(&self, request: &TopupRequest) -> Result<Topup> {
        let sale = self.sale(request)?;
        let answer = self.topup_status(&sale).await;
        answer
            .and_then(|answer| sold(request, answer))
            .map_err(about(&request.reference))
    }

    async fn prices(&self, product: Option<&str>) -> Result<Vec<Result<TopupProduct>>> {
        let items = self.prepaid_prices(product).await?;
        Ok(items.into_iter().map(|item| listed(item?)).collect())
    }

    async fn balance(&self) -> Result<Money> {
        let answer = Digiswitch::balance(self, &BalanceRequest::new()).await?;
        Money::new(answer.body.data.deposit.into(), CAPABILITIES.currency)
            .map_err(|_| of_provider(Error::integrity("deposit", "at least 0", "less")))
    }
}

fn listed(item: PrepaidItem) -> Result<TopupProduct> {
    let price = Money::new(item.price.into(), CAPABILITIES.currency)
        .map_err(|_| Error::integrity("price", "at least 0", "less"))?;
    let mut product = TopupProduct::new(item.code, price);
    product.name = item.name;
    product.is_sold = item.status;
    Ok(product)
}

/// Maps the answer about a sale.
fn sold(request: &TopupRequest, answer: Answer<BillResponse>) -> Result<Topup> {
    let data = answer.body.data;
    let bill = bills::bill(&data)?;
    let payment = bills::payment(&bill, data, answer.arrived.raw("/data"))?;
    let mut topup = Topup::from(payment);
    // The provider's code in the answer may differ.
    topup.product.clone_from(&request.product);
    topup.check_price(request.maximum_price)?;
    Ok(topup)
}
