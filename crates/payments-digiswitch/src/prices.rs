//! The price lists, item by item.

use payments_core::Result;
use payments_provider::{
    http::{Answer, unreadable},
    operation::Operation,
    read::{Item, Received, Unreadable},
};

use crate::{Digiswitch, bodies, client::context, types};

impl Digiswitch {
    /// The prepaid products, or one of them. Request the whole list at most once in five minutes.
    /// An unreadable item is an error in the list.
    pub async fn prepaid_prices(
        &self,
        product: Option<&str>,
    ) -> Result<Vec<Result<types::PrepaidItem>>> {
        let mut request = types::PrepaidPriceListRequest::new();
        request.code = product.map(str::to_owned);
        let answer = self.price_list_prepaid(&request).await?;
        items(&bodies::PRICE_LIST_PREPAID, &answer)
    }

    /// The products whose bills can be paid, or one of them. Request the whole list at most once in
    /// five minutes. An unreadable item is an error in the list.
    pub async fn postpaid_prices(
        &self,
        product: Option<&str>,
    ) -> Result<Vec<Result<types::PostpaidItem>>> {
        let mut request = types::PostpaidPriceListRequest::new();
        request.code = product.map(str::to_owned);
        let answer = self.price_list_postpaid(&request).await?;
        items(&bodies::PRICE_LIST_POSTPAID, &answer)
    }
}

/// The items of a price list, each read separately. The specification cannot state their type,
/// because a refusal may come in their place.
fn items<T: Received>(
    operation: &'static Operation,
    answer: &Answer<types::PriceList>,
) -> Result<Vec<Result<T>>> {
    if !answer.body.data.json().is_array() {
        let cause = Unreadable::sense("data: expected a list");
        return Err(unreadable(&context(operation, None), cause));
    }
    let items = answer.arrived.items::<T>("data").into_iter();
    let read = items.map(|Item { read, .. }| {
        read.map(|read| read.body)
            .map_err(|cause| unreadable(&context(operation, None), cause))
    });
    Ok(read.collect())
}
