//! Paying a customer's bills: electricity, water, telephone, insurance, taxes.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
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

/// Paying bills out of a deposit that the merchant holds with the provider. Usable as
/// `Arc<dyn Bills>`.
///
/// [`Error::outcome`] says for every error whether money may have moved.
///
/// ```
/// use payments_core::{BillPayment, BillRequest, Bills, Result, Retry};
///
/// async fn pay(provider: &dyn Bills, bill: &BillRequest) -> Result<BillPayment> {
///     let inquiry = provider.inquire(bill).await?;
///     println!("the customer owes {:?}", inquiry.amount);
///     // Never pays twice: after a lost answer it asks for the status.
///     Ok(Retry::default().settle(provider, &inquiry).await?)
/// }
/// ```
#[async_trait]
pub trait Bills: ProviderClient {
    /// Asks what is owed. Moves no money.
    ///
    /// # Errors
    /// Whatever the outcome, no money has moved, and it can be asked again. `Refused`: nothing is
    /// owed, or the number is not known.
    async fn inquire(&self, request: &BillRequest) -> Result<BillInquiry>;

    /// Checks an inquiry as [`pay`](Self::pay) does before it sends anything.
    ///
    /// # Errors
    /// `NotSent`: the inquiry is not of today, or a field is wrong.
    fn check(&self, _: &BillInquiry) -> Result<()> {
        Ok(())
    }

    /// Pays what an inquiry found, from the deposit.
    ///
    /// Refused before sending (`NotSent`) unless the inquiry was made today, which providers
    /// require. After `Unknown`, call [`status`](Self::status): never pay again under another
    /// reference.
    ///
    /// # Errors
    /// - `NotSent`: nothing was taken from the deposit; inquire again if the inquiry is too old.
    /// - `Refused`: nothing was taken from the deposit.
    /// - `Unknown`: it may be paid, also if the biller does not answer in time, or if the amounts
    ///   differ from those of the inquiry.
    async fn pay(&self, inquiry: &BillInquiry) -> Result<BillPayment>;

    /// Asks what became of a payment. An answer that proves nothing about it is an error with the
    /// outcome `Unknown`.
    ///
    /// # Errors
    /// - `NotSent`, `Unknown`: nothing new is known of the payment; ask again later.
    /// - `Refused`: there is no such payment. Within the visibility delay, that proves nothing.
    async fn status(&self, request: &BillRequest) -> Result<BillPayment>;
}

/// Which bill, and under which reference.
///
/// ```
/// use payments_core::{BillRequest, Money};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let electricity = BillRequest::new("order-1001".parse()?, "pln", "530000000001");
/// assert_eq!(electricity.amount, None);
/// // Where the customer chooses how much:
/// let wallet = BillRequest::new("order-1002".parse()?, "emoney", "082100000001")
///     .amount(Money::idr(50_000));
/// assert_eq!(wallet.amount, Some(Money::idr(50_000)));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BillRequest {
    /// The merchant's own id, the idempotency key: the same for inquiry, payment and status.
    pub reference: Reference,
    /// The provider's code of the product, such as `pln`.
    pub product: String,
    /// The customer's number with the biller.
    pub customer_number: Personal,
    /// How much to pay, where the customer chooses: a top-up of e-money, a transfer. Otherwise the
    /// inquiry returns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The provider's own options, of inquiry and payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<ProviderOptions>,
}

impl BillRequest {
    /// A customer's bill for a product.
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
            amount: None,
            options: None,
        }
    }

    /// Sets how much to pay, where the customer chooses.
    #[must_use]
    pub fn amount(mut self, amount: Money) -> Self {
        self.amount = Some(amount);
        self
    }

    /// Sets the provider's own options, such as `payments_digiswitch::Options`. Another provider
    /// refuses them before sending anything.
    #[must_use]
    pub fn options(mut self, options: impl Into<ProviderOptions>) -> Self {
        self.options = Some(options.into());
        self
    }

    /// Compares the amount in a provider's answer with the amount that the customer chose, if any:
    /// it must be that amount, plus at most the fee. No document says whether the chosen amount
    /// includes the fee, so both are accepted. If the answer states no fee, any higher amount is
    /// accepted.
    pub fn check_amount(&self, told: Option<Money>, fee: Option<Money>) -> Result<()> {
        let (Some(chosen), Some(told)) = (self.amount, told) else {
            return Ok(());
        };
        let is_covered = told.amount() >= chosen.amount();
        let is_exceeded = fee
            .and_then(|fee| chosen.amount().checked_add(fee.amount()))
            .is_some_and(|most| told.amount() > most);
        if told.currency() == chosen.currency() && is_covered && !is_exceeded {
            return Ok(());
        }
        let expected = match fee {
            Some(fee) => format!("{chosen}, or with the fee of {fee}"),
            None => format!("at least {chosen}"),
        };
        Err(Error::integrity("amount", &expected, &told.to_string())
            .with_reference(&self.reference))
    }
}

/// What is owed, according to the provider. Keep it until it is paid: it can be serialised and read
/// again.
///
/// ```
/// use payments_core::{BillInquiry, BillRequest};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let bill = BillRequest::new("order-1001".parse()?, "pln", "530000000001");
/// let inquiry = BillInquiry::made_elsewhere(bill);
/// let kept = serde_json::to_string(&inquiry)?;
/// assert_eq!(serde_json::from_str::<BillInquiry>(&kept)?, inquiry);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BillInquiry {
    /// The bill.
    pub bill: BillRequest,
    /// The customer's name with the biller.
    pub customer_name: Option<Personal>,
    /// What the customer pays. `None` where the inquiry was not made here.
    pub amount: Option<Money>,
    /// What is taken from the deposit.
    pub cost: Option<Money>,
    /// The fee that is part of the amount.
    pub fee: Option<Money>,
    /// When the inquiry was made: a bill must be paid on the same day.
    pub inquired_at: DateTime<Utc>,
    /// The provider's answer.
    #[serde(skip)]
    pub raw: Raw,
}

impl BillInquiry {
    /// Makes an inquiry's result: for clients, and for providers in tests.
    #[must_use]
    pub fn new(bill: BillRequest, inquired_at: DateTime<Utc>) -> Self {
        Self {
            bill,
            customer_name: None,
            amount: None,
            cost: None,
            fee: None,
            inquired_at,
            raw: Raw::default(),
        }
    }

    /// States that an inquiry was made elsewhere today: by another program, or before a crash. The
    /// amount paid is then whatever the provider finds. "Today" is by the machine's clock; for a
    /// client with another clock, use [`new`](Self::new).
    #[must_use]
    pub fn made_elsewhere(bill: BillRequest) -> Self {
        Self::new(bill, Utc::now())
    }
}

/// The payment of a bill, as the provider reports it.
///
/// ```
/// use payments_core::{BillPayment, PaymentStatus};
///
/// fn tell(payment: &BillPayment) {
///     match &payment.status {
///         PaymentStatus::Pending => println!("the biller is slow: ask again in a minute"),
///         status if status.is_paid() => println!("paid; it cost {:?}", payment.cost),
///         status => println!("{status}: nothing was taken"),
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BillPayment {
    /// The provider.
    pub provider: Provider,
    /// The bill.
    pub bill: BillRequest,
    /// The status. Pending is not failed: ask again.
    pub status: PaymentStatus,
    /// The provider's word for the status.
    #[serde(default)]
    pub raw_status: String,
    /// The customer's name with the biller.
    pub customer_name: Option<Personal>,
    /// What the customer pays.
    pub amount: Option<Money>,
    /// What was taken from the deposit.
    pub cost: Option<Money>,
    /// The fee that is part of the amount.
    pub fee: Option<Money>,
    /// The biller's receipt. It is personal: for a reseller it contains the customer's name
    /// (`token/NAME/R1/900VA`), and the token of a meter is worth money.
    pub receipt: Option<Personal>,
    /// Why it failed.
    pub failure: Option<Failure>,
    /// The provider's answer.
    #[serde(default)]
    pub raw: Raw,
}

impl BillPayment {
    /// Makes a payment with only the essential members: for clients, and for providers in tests.
    #[must_use]
    pub fn new(
        provider: Provider,
        bill: BillRequest,
        status: PaymentStatus,
        raw_status: impl Into<String>,
    ) -> Self {
        Self {
            provider,
            bill,
            status,
            raw_status: raw_status.into(),
            customer_name: None,
            amount: None,
            cost: None,
            fee: None,
            receipt: None,
            failure: None,
            raw: Raw::default(),
        }
    }

    /// Checks that the amounts paid equal those of the inquiry, where both state them; where the
    /// inquiry states none, that the amount is the one the customer chose. Otherwise money moved
    /// that nobody asked for.
    pub fn check_against(&self, inquiry: &BillInquiry) -> Result<()> {
        for (field, asked, paid) in [
            ("amount", inquiry.amount, self.amount),
            ("cost", inquiry.cost, self.cost),
        ] {
            if let (Some(asked), Some(paid)) = (asked, paid)
                && asked != paid
            {
                return Err(
                    Error::integrity(field, &asked.to_string(), &paid.to_string())
                        .with_provider(self.provider)
                        .with_reference(&self.bill.reference),
                );
            }
        }
        match inquiry.amount {
            Some(_) => Ok(()),
            None => inquiry
                .bill
                .check_amount(self.amount, self.fee)
                .map_err(|error| error.with_provider(self.provider)),
        }
    }
}
