//! Prepaid products, sold to a customer: credit of a telephone, tokens of electricity, vouchers.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::{
    bill::BillPayment,
    client::ProviderClient,
    error::{Error, Result},
    money::Money,
    payment::Failure,
    provider::Provider,
    raw::Raw,
    reference::Reference,
    secret::Personal,
    status::PaymentStatus,
};

/// Selling prepaid products out of a deposit that the merchant holds with the provider. Usable as
/// `Arc<dyn Topups>`.
///
/// Every error tells by [`Error::outcome`] whether money may have moved.
#[async_trait]
pub trait Topups: ProviderClient {
    /// Checks a request as [`buy`](Self::buy) does before it sends anything.
    fn check(&self, _: &TopupRequest) -> Result<()> {
        Ok(())
    }

    /// Buys a product, out of the deposit.
    ///
    /// After `Unknown`, let [`Retry`](crate::Retry) or a journal go on: never buy again under
    /// another reference, and ask no earlier than the provider's visibility delay.
    async fn buy(&self, request: &TopupRequest) -> Result<Topup>;

    /// Tells what became of a sale.
    ///
    /// **Danger: a provider may know no question but the same request again**
    /// ([`Lookup::ByRepeat`](crate::capabilities::Lookup)). Put too early it is a second sale, so
    /// is one that is put too late, and if the first request never arrived, it makes the sale.
    /// [`Retry`](crate::Retry) and a journal keep both times.
    async fn status(&self, request: &TopupRequest) -> Result<Topup>;

    /// The products that are sold, or one of them; one that cannot be read is an error of its own.
    ///
    /// Prices change between the list and the sale: set
    /// [`maximum_price`](TopupRequest::maximum_price). Providers limit how often the whole list may
    /// be asked for. An error moves no money; `Unsupported` where the provider has no list.
    async fn prices(&self, _product: Option<&str>) -> Result<Vec<Result<TopupProduct>>> {
        Err(Error::unsupported("the provider has no price list"))
    }

    /// What is left of the deposit. An error moves no money.
    async fn balance(&self) -> Result<Money> {
        Err(Error::unsupported("the provider tells no balance"))
    }
}

/// A product of a price list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TopupProduct {
    /// The provider's code, for [`TopupRequest::new`].
    pub product: String,
    /// Its name for people.
    pub name: Option<String>,
    /// What it costs the deposit now.
    pub price: Money,
    /// Whether it is sold now, where that is told.
    pub is_sold: Option<bool>,
}

impl TopupProduct {
    /// A product at a price.
    #[must_use]
    pub fn new(product: impl Into<String>, price: Money) -> Self {
        Self {
            product: product.into(),
            name: None,
            price,
            is_sold: None,
        }
    }
}

/// What is bought, for whom, under which reference. Keep it as it was sent: it may be asked for by
/// the very same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TopupRequest {
    /// The merchant's own id, the idempotency key.
    pub reference: Reference,
    /// The provider's code of the product, such as `xld10`.
    pub product: String,
    /// The number that is topped up.
    pub customer_number: Personal,
    /// The highest price at which it is still bought. Prices change between the list and the sale.
    pub maximum_price: Option<Money>,
}

impl TopupRequest {
    /// A product for a customer.
    #[must_use]
    pub fn new(
        reference: Reference,
        product: impl Into<String>,
        customer_number: impl Into<String>,
    ) -> Self {
        Self {
            reference,
            product: product.into(),
            customer_number: customer_number.into().into(),
            maximum_price: None,
        }
    }

    /// Sets the highest price at which it is still bought.
    #[must_use]
    pub fn maximum_price(mut self, price: Money) -> Self {
        self.maximum_price = Some(price);
        self
    }
}

/// What became of a sale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Topup {
    /// Who tells.
    pub provider: Provider,
    /// The merchant's reference.
    pub reference: Reference,
    /// The provider's code of the product.
    pub product: String,
    /// What became of it. Pending is not failed.
    pub status: PaymentStatus,
    /// The provider's own word for that.
    #[serde(default)]
    pub raw_status: String,
    /// What was taken from the deposit.
    pub price: Option<Money>,
    /// What the customer gets: the token of electricity, the code of a voucher. Whoever reads it
    /// can use it.
    pub receipt: Option<Personal>,
    /// Why it failed.
    pub failure: Option<Failure>,
    /// The provider's answer.
    #[serde(default)]
    pub raw: Raw,
}

impl Topup {
    /// A sale of which only the essentials are known: what a client answers, a test's own one too.
    #[must_use]
    pub fn new(
        provider: Provider,
        reference: Reference,
        product: impl Into<String>,
        status: PaymentStatus,
        raw_status: impl Into<String>,
    ) -> Self {
        Self {
            provider,
            reference,
            product: product.into(),
            status,
            raw_status: raw_status.into(),
            price: None,
            receipt: None,
            failure: None,
            raw: Raw::default(),
        }
    }

    /// Checks that a sale took no more than it was allowed to. One that failed took nothing.
    pub fn check_price(&self, maximum: Option<Money>) -> Result<()> {
        let takes_money = matches!(self.status, PaymentStatus::Pending) || self.status.is_paid();
        let (Some(maximum), Some(price), true) = (maximum, self.price, takes_money) else {
            return Ok(());
        };
        if price.currency() == maximum.currency() && price.amount() <= maximum.amount() {
            return Ok(());
        }
        let expected = format!("at most {maximum}");
        Err(Error::integrity("price", &expected, &price.to_string())
            .with_provider(self.provider)
            .with_reference(&self.reference))
    }
}

impl From<BillPayment> for Topup {
    /// A provider may tell of sales and bills in one form.
    fn from(payment: BillPayment) -> Self {
        Self {
            provider: payment.provider,
            reference: payment.bill.reference,
            product: payment.bill.product,
            status: payment.status,
            raw_status: payment.raw_status,
            price: payment.cost.or(payment.amount),
            receipt: payment.receipt,
            failure: payment.failure,
            raw: payment.raw,
        }
    }
}
