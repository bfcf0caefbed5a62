//! Selling prepaid products to a customer: phone credit, electricity tokens, vouchers.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::{
    bill::BillPayment,
    client::ProviderClient,
    error::{Error, Result},
    money::Money,
    options::ProviderOptions,
    payment::Failure,
    provider::Provider,
    raw::Raw,
    reference::Reference,
    secret::Personal,
    status::PaymentStatus,
};

/// Selling prepaid products from a deposit that the merchant holds with the provider. Usable as
/// `Arc<dyn Topups>`.
///
/// [`Error::outcome`] says for every error whether money may have moved.
///
/// ```
/// use payments_core::{Result, Retry, Topup, TopupRequest, Topups};
///
/// async fn sell(provider: &dyn Topups, request: &TopupRequest) -> Result<Topup> {
///     println!("the deposit holds {}", provider.balance().await?);
///     // Keeps the times between which the same request is a status query and no second sale.
///     Ok(Retry::default().settle(provider, request).await?)
/// }
/// ```
#[async_trait]
pub trait Topups: ProviderClient {
    /// Checks a request as [`buy`](Self::buy) does before it sends anything.
    ///
    /// # Errors
    /// `NotSent`: a field is wrong, or the provider does not support it.
    fn check(&self, _: &TopupRequest) -> Result<()> {
        Ok(())
    }

    /// Buys a product, from the deposit.
    ///
    /// After `Unknown`, let [`Retry`](crate::Retry) or a journal continue. Never buy again under
    /// another reference, and do not ask before the provider's visibility delay is over.
    ///
    /// # Errors
    /// - `NotSent`: nothing was taken from the deposit.
    /// - `Refused`: nothing was taken from the deposit; the price may be above the maximum.
    /// - `Unknown`: it may be sold.
    async fn buy(&self, request: &TopupRequest) -> Result<Topup>;

    /// Asks for the status of a sale.
    ///
    /// **Danger: with some providers, the only status query is the same request again**
    /// ([`Lookup::ByRepeat`](crate::capabilities::Lookup)). Sent too early or too late, it is a
    /// second sale. If the first request never arrived, it makes the sale. [`Retry`](crate::Retry)
    /// and a journal keep both times.
    ///
    /// # Errors
    /// - `NotSent`: nothing new is known of the sale.
    /// - `Refused`: there is no such sale, and none was made.
    /// - `Unknown`: nothing new is known; where the query is a repeat, it may have made the sale.
    async fn status(&self, request: &TopupRequest) -> Result<Topup>;

    /// The products on sale, or one of them. A product that cannot be read is an error in the list.
    ///
    /// Prices may change between the list and the sale: set
    /// [`maximum_price`](TopupRequest::maximum_price). Providers limit how often the whole list may
    /// be requested.
    ///
    /// # Errors
    /// An error moves no money; it is `Unsupported` if the provider has no list.
    async fn prices(&self, _product: Option<&str>) -> Result<Vec<Result<TopupProduct>>> {
        Err(Error::unsupported("the provider has no price list"))
    }

    /// The balance of the deposit.
    ///
    /// # Errors
    /// An error moves no money; it is `Unsupported` if the provider tells no balance.
    async fn balance(&self) -> Result<Money> {
        Err(Error::unsupported("the provider tells no balance"))
    }
}

/// A product of a price list.
///
/// ```
/// use payments_core::{Money, Result, TopupProduct, Topups};
///
/// async fn cheapest(provider: &dyn Topups) -> Result<Option<TopupProduct>> {
///     let listed = provider.prices(None).await?;
///     let sold = listed.into_iter().flatten().filter(|product| product.is_sold != Some(false));
///     Ok(sold.min_by_key(|product| product.price.amount()))
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TopupProduct {
    /// The provider's code, for [`TopupRequest::new`].
    pub product: String,
    /// Its name for people.
    pub name: Option<String>,
    /// What is taken from the deposit for it now.
    pub price: Money,
    /// Whether it is on sale now, where the provider says so.
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

/// What is bought, for whom, under which reference. Keep it as it was sent: the lookup may need the
/// identical request.
///
/// ```
/// use payments_core::{Money, TopupRequest};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let request = TopupRequest::new("order-1001".parse()?, "xld10", "087800001230")
///     .maximum_price(Money::idr(12_000));
/// // The customer's number never prints.
/// assert!(!format!("{request:?}").contains("087800001230"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TopupRequest {
    /// The merchant's own id, the idempotency key.
    pub reference: Reference,
    /// The provider's code of the product, such as `xld10`.
    pub product: String,
    /// The number to top up.
    pub customer_number: Personal,
    /// The highest acceptable price. Prices may change between the list and the sale.
    pub maximum_price: Option<Money>,
    /// The provider's own options.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<ProviderOptions>,
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
            options: None,
        }
    }

    /// Sets the highest acceptable price.
    #[must_use]
    pub fn maximum_price(mut self, price: Money) -> Self {
        self.maximum_price = Some(price);
        self
    }

    /// Sets the provider's own options, such as `payments_digiswitch::Options`. Another provider
    /// refuses them before sending anything.
    #[must_use]
    pub fn options(mut self, options: impl Into<ProviderOptions>) -> Self {
        self.options = Some(options.into());
        self
    }
}

/// A sale, as the provider reports it.
///
/// ```
/// use payments_core::{Receipt, Topup, TopupRequest};
///
/// /// What the customer gets, once it is sold.
/// fn receipt(sale: &Topup, request: &TopupRequest) -> Option<Receipt> {
///     println!("{} is {}", sale.reference, sale.status);
///     Receipt::of_topup(sale, request)
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Topup {
    /// The provider.
    pub provider: Provider,
    /// The merchant's reference.
    pub reference: Reference,
    /// The provider's code of the product.
    pub product: String,
    /// The status. Pending is not failed.
    pub status: PaymentStatus,
    /// The provider's word for the status.
    #[serde(default)]
    pub raw_status: String,
    /// What was taken from the deposit.
    pub price: Option<Money>,
    /// What the customer gets: an electricity token, a voucher code. Whoever reads it can use it.
    pub receipt: Option<Personal>,
    /// Why it failed.
    pub failure: Option<Failure>,
    /// The provider's answer.
    #[serde(default)]
    pub raw: Raw,
}

impl Topup {
    /// Makes a sale with only the essential members: for clients, and for providers in tests.
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

    /// Checks that a sale cost at most the maximum. A failed sale costs nothing.
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
    /// A provider may report sales and bills in the same form.
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
