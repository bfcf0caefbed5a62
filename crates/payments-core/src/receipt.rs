//! What a customer gets for a bill that was paid, or for a product that was bought.

use serde::Serialize;

use crate::{
    bill::BillPayment,
    money::Money,
    provider::Provider,
    reference::Reference,
    secret::{Personal, Secret},
    topup::{Topup, TopupRequest},
};

/// The receipt of a paid bill or of a sale that was made. `Debug` prints neither whose it is nor
/// the token; what is serialised is the customer's alone.
///
/// ```
/// use payments_core::{BillPayment, Receipt};
///
/// fn show(payment: &BillPayment) {
///     if let Some(receipt) = Receipt::of_bill(payment) {
///         println!("the customer paid {:?}", receipt.customer_pays);
///         println!("the merchant paid {:?}", receipt.merchant_pays);
///     }
/// }
/// ```
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Receipt {
    /// Who was paid by the merchant.
    pub provider: Provider,
    /// The merchant's reference.
    pub reference: Reference,
    /// The provider's code of the product.
    pub product: String,
    /// The customer's number: of a meter, a phone, an account.
    pub customer_number: Personal,
    /// The customer's name.
    pub customer_name: Option<Personal>,
    /// The token of electricity, 20 digits. Whoever reads it can use it.
    pub token: Option<Secret>,
    /// What the biller gave besides: a serial number; behind a token, tariff and power.
    pub details: Option<Personal>,
    /// What the customer pays the merchant.
    pub customer_pays: Option<Money>,
    /// The fee of the provider that is part of it.
    pub fee: Option<Money>,
    /// What the merchant paid the provider, out of the deposit.
    pub merchant_pays: Option<Money>,
}

const TOKEN_DIGITS: usize = 20;

impl Receipt {
    /// That of a bill; `None` unless it is paid.
    #[must_use]
    pub fn of_bill(payment: &BillPayment) -> Option<Self> {
        let bill = &payment.bill;
        let receipt = Self {
            provider: payment.provider,
            reference: bill.reference.clone(),
            product: bill.product.clone(),
            customer_number: bill.customer_number.clone(),
            customer_name: payment.customer_name.clone(),
            token: None,
            details: None,
            customer_pays: payment.amount,
            fee: payment.fee,
            merchant_pays: payment.cost,
        };
        let told = payment.receipt.as_deref();
        payment.status.is_paid().then(|| receipt.with(told))
    }

    /// That of a sale; `None` unless it was made. What the customer pays is the merchant's own
    /// price, which no provider knows.
    #[must_use]
    pub fn of_topup(topup: &Topup, request: &TopupRequest) -> Option<Self> {
        let receipt = Self {
            provider: topup.provider,
            reference: topup.reference.clone(),
            product: topup.product.clone(),
            customer_number: request.customer_number.clone(),
            customer_name: None,
            token: None,
            details: None,
            customer_pays: None,
            fee: None,
            merchant_pays: topup.price,
        };
        let told = topup.receipt.as_deref();
        topup.status.is_paid().then(|| receipt.with(told))
    }

    /// Takes apart what resellers send, `TOKEN/NAME/R1/900VA`; anything else is kept as it is.
    fn with(mut self, told: Option<&str>) -> Self {
        let Some(told) = told.map(str::trim).filter(|told| !told.is_empty()) else {
            return self;
        };
        let (first, rest) = told.split_once('/').unwrap_or((told, ""));
        let Some(token) = token(first) else {
            self.details = Some(told.into());
            return self;
        };
        self.token = Some(token);
        let (name, rest) = rest.split_once('/').unwrap_or((rest, ""));
        let filled = |text: &str| {
            Some(text.trim())
                .filter(|text| !text.is_empty())
                .map(Into::into)
        };
        self.customer_name = self.customer_name.or_else(|| filled(name));
        self.details = filled(rest);
        self
    }
}

/// 20 digits, in groups or not.
fn token(text: &str) -> Option<Secret> {
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let is_one = digits.len() == TOKEN_DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
    Secret::new("token", digits).ok().filter(|_| is_one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bill::BillRequest, status::PaymentStatus};

    const PROVIDER: Provider = Provider::new("test");

    fn reference() -> Reference {
        Reference::new("sale-1").unwrap()
    }

    fn sold(receipt: &str, status: PaymentStatus) -> Option<Receipt> {
        let mut topup = Topup::new(PROVIDER, reference(), "pln20", status, "");
        topup.price = Some(Money::idr(20_500));
        topup.receipt = Some(receipt.into());
        let request = TopupRequest::new(reference(), "pln20", "530000000001");
        Receipt::of_topup(&topup, &request)
    }

    #[test]
    fn a_token_of_electricity_is_told_apart_from_name_and_power() {
        let receipt = "1234-5678-9012-3456-7890/CANARY/R1/900VA";
        let receipt = sold(receipt, PaymentStatus::Paid).unwrap();
        assert_eq!(receipt.token.unwrap().expose(), "12345678901234567890");
        assert_eq!(receipt.customer_name.as_deref(), Some("CANARY"));
        assert_eq!(receipt.details.as_deref(), Some("R1/900VA"));
        assert_eq!(receipt.merchant_pays, Some(Money::idr(20_500)));
        assert_eq!(receipt.customer_pays, None);
    }

    #[test]
    fn what_is_no_token_is_kept_as_it_is() {
        for told in [
            "E1234554321M",
            "1234-5678/CANARY",
            "123456789012345678901",
            "é",
        ] {
            let receipt = sold(told, PaymentStatus::Paid).unwrap();
            assert!(receipt.token.is_none(), "{told}");
            assert_eq!(receipt.details.as_deref(), Some(told));
        }
        assert!(sold("", PaymentStatus::Paid).unwrap().details.is_none());
    }

    #[test]
    fn there_is_a_receipt_only_of_what_is_paid_and_it_prints_nothing_personal() {
        for status in [PaymentStatus::Pending, PaymentStatus::Failed] {
            assert!(sold("12345678901234567890", status).is_none());
        }
        let bill = BillRequest::new(reference(), "pln", "530000000001");
        let mut payment = BillPayment::new(PROVIDER, bill, PaymentStatus::Paid, "");
        payment.customer_name = Some("CANARY".into());
        payment.receipt = Some("12345678901234567890/CANARY".into());
        let receipt = Receipt::of_bill(&payment).unwrap();
        assert_eq!(receipt.customer_name.as_deref(), Some("CANARY"));
        let printed = format!("{receipt:?}");
        for told in ["CANARY", "530000000001", "1234567890"] {
            assert!(!printed.contains(told), "{printed}");
        }
    }
}
