//! A customer's order.

use chrono::NaiveDate;
use fastrand::Rng;
use payments::{
    AmountChangeRequest, BillRequest, Customer, IntervalUnit, Item, MandateAmount, MandateQuery,
    MandateRequest, Method, Money, Name, PaymentRequest, Product, Reference, Schedule,
    TopupRequest,
};

use crate::failure::Failure;

/// A merchant has two accounts with each provider.
pub(super) const ACCOUNTS: usize = 2;

/// An order of a customer: whatever references it gets, it is to be paid once.
#[derive(Clone, Debug)]
pub(super) struct Order {
    pub(super) provider: Name,
    /// Which of the merchant's accounts it is paid into.
    pub(super) account: usize,
    /// The first reference; a merchant who makes others numbers them.
    pub(super) name: String,
    pub(super) wish: Wish,
}

#[derive(Clone, Debug)]
pub(super) enum Wish {
    Pay {
        method: Method,
        amount: Money,
    },
    Bill {
        customer: &'static str,
    },
    Topup {
        customer: &'static str,
    },
    Mandate {
        amount: Money,
        start: NaiveDate,
        /// What its charge shall take instead, one change after the other.
        changes: Vec<Money>,
    },
}

/// The test customers of electricity: paid at once, paid later, fails, fails later.
const BILLS: [&str; 4] = [
    "530000000001",
    "630000000001",
    "530000000006",
    "630000000006",
];

/// The test customers of the prepaid product, in the same order.
const TOPUPS: [&str; 4] = [
    "087800001230",
    "087800001233",
    "087800001232",
    "087800001234",
];

/// What the prepaid product costs when a schedule begins; it may be dearer at the sale.
const MAXIMUM_PRICE: u64 = 10_500;

/// More than any charge takes.
const LARGEST_CHARGE: u64 = 200_000;

impl Order {
    /// A random order; `today` is the date in Jakarta by the sandbox's clock.
    pub(super) fn draw(rng: &mut Rng, providers: &[Name], number: u32, today: NaiveDate) -> Self {
        let provider = rng
            .choice(providers.iter().copied())
            .unwrap_or(Name::Ciputra);
        // Far from the amounts that misbehave in the sandbox.
        let amount = Money::idr(30_000 + 1_000 * rng.u64(0..50));
        let capabilities = provider.capabilities();
        let wish = if capabilities.topups.is_some() && rng.bool() {
            let customer = rng.choice(TOPUPS).unwrap_or_default();
            Wish::Topup { customer }
        } else if capabilities.bills.is_some() {
            let customer = rng.choice(BILLS).unwrap_or_default();
            Wish::Bill { customer }
        } else if capabilities.mandates.is_some() {
            let changes: Vec<_> = (0..rng.u64(0..=2))
                .map(|number| Money::idr(100_000 + 10_000 * number))
                .collect();
            Wish::Mandate {
                amount,
                // A charge of today cannot be changed any more.
                start: match changes.is_empty() {
                    true => today,
                    false => today.succ_opt().unwrap_or(today),
                },
                changes,
            }
        } else {
            let methods: Vec<_> = capabilities
                .methods
                .iter()
                .map(|known| known.method)
                .filter(|method| **method != Method::ANY)
                .collect();
            let method = rng.choice(methods).cloned().unwrap_or(Method::GOPAY);
            Wish::Pay { method, amount }
        };
        // RPI wants 32 letters and digits; the others take them.
        let name = format!("order{:0>21}{number:0>2}", rng.u64(..));
        Self {
            provider,
            account: rng.usize(0..ACCOUNTS),
            name,
            wish,
        }
    }

    /// How much, where the customer decided that; of a bill the biller does, of a top-up its price.
    pub(super) fn amount(&self) -> Option<Money> {
        match &self.wish {
            Wish::Pay { amount, .. } => Some(*amount),
            Wish::Mandate {
                amount, changes, ..
            } => Some(*amount).filter(|_| changes.is_empty()),
            Wish::Bill { .. } | Wish::Topup { .. } => None,
        }
    }

    /// The most that it may cost.
    pub(super) fn highest(&self) -> Option<Money> {
        match &self.wish {
            Wish::Topup { .. } => Some(Money::idr(MAXIMUM_PRICE)),
            _ => None,
        }
    }

    /// What its charge takes before the changes of its amount, where there are such.
    pub(super) fn unchanged(&self) -> Option<Money> {
        match &self.wish {
            Wish::Mandate {
                amount, changes, ..
            } => Some(*amount).filter(|_| !changes.is_empty()),
            _ => None,
        }
    }

    /// The changes of its charge's amount.
    pub(super) fn changes(&self) -> &[Money] {
        match &self.wish {
            Wish::Mandate { changes, .. } => changes,
            _ => &[],
        }
    }

    /// The day of the last charge that may take something.
    pub(super) fn last_day(&self) -> Option<NaiveDate> {
        match &self.wish {
            Wish::Mandate { start, .. } => Some(*start),
            _ => None,
        }
    }

    /// Whether a charge may take so much: what was asked for first, or by a change.
    pub(super) fn may_take(&self, amount: Option<Money>) -> bool {
        let mut known = self.changes().iter().copied().chain(self.unchanged());
        known.any(|known| Some(known) == amount)
    }

    /// The order as a shop with a mistake in it asks for it once more: for another amount.
    pub(super) fn changed(&self) -> Self {
        let mut changed = self.clone();
        if let Wish::Pay { amount, .. } | Wish::Mandate { amount, .. } = &mut changed.wish {
            *amount = Money::idr(29_000);
        }
        changed
    }

    /// The reference of a try; the first is 1.
    pub(super) fn reference(&self, number: u32) -> Result<Reference, Failure> {
        Ok(Reference::new(format!("{}{number:0>4}", self.name))?)
    }

    pub(super) fn payment(&self, reference: Reference) -> Option<PaymentRequest> {
        let Wish::Pay { method, amount } = &self.wish else {
            return None;
        };
        Some(
            PaymentRequest::new(reference, *amount, method.clone())
                .customer(
                    Customer::default()
                        .name("Siti")
                        .phone("08123123123")
                        .email("siti@example.com"),
                )
                .item(Item {
                    id: "1".into(),
                    name: "Coffee".into(),
                    price: *amount,
                    quantity: 1,
                })
                .callback_url("http://shop.invalid/callbacks")
                .return_url("http://shop.invalid/thanks"),
        )
    }

    pub(super) fn bill(&self, reference: Reference) -> Option<BillRequest> {
        match &self.wish {
            Wish::Bill { customer } => Some(BillRequest::new(reference, "pln", *customer)),
            _ => None,
        }
    }

    pub(super) fn topup(&self, reference: Reference) -> Option<TopupRequest> {
        let Wish::Topup { customer } = &self.wish else {
            return None;
        };
        let mut request = TopupRequest::new(reference, "xld10", *customer);
        request.maximum_price = self.highest();
        Some(request)
    }

    /// One charge, on the day of the confirmation. Where its amount is to be changed, it is on the
    /// day after, and the day after that has one, too, for which nobody sets an amount: it takes
    /// nothing, unless a change goes wrong.
    pub(super) fn mandate(&self, reference: Reference) -> Option<MandateRequest> {
        let Wish::Mandate {
            amount,
            start,
            changes,
        } = &self.wish
        else {
            return None;
        };
        let (first, maximum) = (Some(*amount), Money::idr(LARGEST_CHARGE));
        let (occurrences, amount) = match changes.is_empty() {
            true => (1, MandateAmount::Fixed { amount: *amount }),
            false => (2, MandateAmount::Variable { maximum, first }),
        };
        let schedule = Schedule {
            start: *start,
            unit: IntervalUnit::Day,
            interval: 1,
            occurrences: Some(occurrences),
        };
        let product = Product {
            name: "Coffee club".into(),
            code: "COFFEE".into(),
        };
        Some(MandateRequest::new(
            reference,
            amount,
            schedule,
            Customer::default().phone("08123123123"),
            product,
        ))
    }

    /// A change of the charge's amount; the first one is number 1.
    pub(super) fn change(&self, number: u32, mandate: MandateQuery) -> Option<AmountChangeRequest> {
        let index = usize::try_from(number.checked_sub(1)?).ok()?;
        let amount = *self.changes().get(index)?;
        let change = AmountChangeRequest::new(mandate, self.last_day()?, amount).ok()?;
        change.number(number).ok()
    }
}
