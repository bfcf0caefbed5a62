//! The sale of a prepaid product (phone credit, electricity tokens), with all the provider's
//! fields.

use payments_core::{Error, Money, PaymentStatus, Personal, Reference, Result, TopupRequest};

use crate::{told::standing, types::BillData};

/// The sale of a prepaid product to a customer.
///
/// Keep it as it was sent: [`topup_status`](crate::Digiswitch::topup_status) needs the identical
/// value, for 90 days. Later it would be a new sale.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sale {
    /// The merchant's own id.
    pub reference: Reference,
    /// The provider's code of the product.
    pub product: String,
    /// The number to top up.
    pub customer_number: Personal,
    /// The highest acceptable price, in rupiah.
    pub max_price: Option<Money>,
    /// The callback URL of this sale, if not the account's.
    pub callback_url: Option<String>,
    /// Whether the number may contain a dot.
    pub allow_dot: Option<bool>,
}

impl Sale {
    /// Makes a sale with only the required members.
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
            max_price: None,
            callback_url: None,
            allow_dot: None,
        }
    }

    pub(crate) fn of(request: &TopupRequest) -> Self {
        Self {
            max_price: request.maximum_price,
            ..Self::new(
                request.reference.clone(),
                &*request.product,
                &*request.customer_number,
            )
        }
    }

    /// Checks that a sale cost at most the maximum price.
    pub(crate) fn check_price(&self, data: &BillData) -> Result<()> {
        let took_money = matches!(
            standing(&data.status, &data.rc),
            PaymentStatus::Paid | PaymentStatus::Pending
        );
        let (Some(maximum), Some(price)) = (self.max_price, data.price) else {
            return Ok(());
        };
        let price = Money::new(price.into(), maximum.currency());
        match took_money && price.is_ok_and(|price| price.amount() > maximum.amount()) {
            true => Err(Error::integrity(
                "price",
                &format!("at most {maximum}"),
                "more",
            )),
            false => Ok(()),
        }
    }
}
