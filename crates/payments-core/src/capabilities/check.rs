//! Checks a request against the table, before anything is sent.

use rust_decimal::Decimal;

use super::{Capabilities, MethodCapabilities, Need, PaymentOperation, ReferenceRule};
use crate::{
    error::{Error, Result},
    method::Method,
    money::Money,
    payment::{Customer, PaymentRequest},
    reference::Reference,
    secret::Personal,
};

impl Capabilities {
    /// What can be done with one method.
    #[must_use]
    pub fn method(&self, method: &Method) -> Option<&'static MethodCapabilities> {
        self.methods.iter().find(|known| known.method == method)
    }

    /// What can be done with one method; otherwise an error that lists the supported methods.
    pub fn require(
        &self,
        method: &Method,
        operation: PaymentOperation,
    ) -> Result<&'static MethodCapabilities> {
        self.method(method)
            .filter(|known| known.operations.contains(&operation))
            .ok_or_else(|| {
                let known: Vec<_> = self
                    .methods
                    .iter()
                    .filter(|known| known.operations.contains(&operation))
                    .map(|known| known.method.to_string())
                    .collect();
                let known = if known.is_empty() {
                    "none".into()
                } else {
                    known.join(", ")
                };
                Error::unsupported(format!(
                    "{operation:?} is not possible for {method}; it is for: {known}"
                ))
                .with_provider(self.provider)
            })
    }

    /// Checks a request against the method, its limits and needs, and the rule for references.
    /// Every provider does this before sending.
    pub fn check(&self, request: &PaymentRequest) -> Result<()> {
        let method = self.require(&request.method, PaymentOperation::Create)?;
        self.check_against_rule(&request.reference, &method.reference)?;
        self.check_amount(method, &request.amount)?;
        for need in method.needs {
            let (field, there) = match need {
                Need::Phone => ("customer.phone", request.customer.phone.is_some()),
                Need::Name => ("customer.name", request.customer.name.is_some()),
                Need::Email => ("customer.email", request.customer.email.is_some()),
                Need::Items => ("items", !request.items.is_empty()),
                Need::ReturnUrl => ("return_url", request.return_url.is_some()),
                Need::CallbackUrl => ("callback_url", request.callback_url.is_some()),
            };
            if !there {
                let expected = format!("a value, which {} needs", request.method);
                return Err(Error::invalid(field, "", &expected).with_provider(self.provider));
            }
        }
        let foreign = request.items.iter().find(|item| {
            item.price.currency() != self.currency
                || item.price.amount().normalize().scale() > self.currency_digits
        });
        match foreign {
            Some(item) => Err(Error::invalid(
                "items.price",
                &item.price.to_string(),
                &format!(
                    "an amount in {} with at most {} digits after the point",
                    self.currency, self.currency_digits
                ),
            )
            .with_provider(self.provider)),
            None => Ok(()),
        }
    }

    /// The customer's phone number in the provider's form. What is no number, or could be more than
    /// one, is refused without being quoted; so is a number of another country, where the provider
    /// takes none.
    pub fn phone(&self, customer: &Customer) -> Result<Option<Personal>> {
        let (Some(rule), Some(number)) = (self.phone, &customer.phone) else {
            return Ok(None);
        };
        let sent = number.in_form(rule.form);
        let fits = rule.foreign || !number.is_foreign();
        let expected = match rule.foreign {
            true => "a phone number like 08123123123, or one of another country like +6591234567",
            false => "a phone number of Indonesia like 08123123123 or +628123123123",
        };
        sent.filter(|_| fits).map(Some).ok_or_else(|| {
            Error::invalid_personal("customer.phone", expected).with_provider(self.provider)
        })
    }

    /// Checks an amount against the currency, its digits and the method's limits.
    pub fn check_amount(&self, method: &MethodCapabilities, amount: &Money) -> Result<()> {
        self.check_money(amount, method.minimum, method.maximum)
    }

    /// Checks an amount against the currency, its digits and limits in units of the currency.
    /// Without a minimum, it must be at least 1.
    pub fn check_money(
        &self,
        amount: &Money,
        minimum: Option<u64>,
        maximum: Option<u64>,
    ) -> Result<()> {
        let wrong = |expected: String| {
            Err(Error::invalid("amount", &amount.to_string(), &expected)
                .with_provider(self.provider))
        };
        let value = amount.amount();
        if amount.currency() != self.currency {
            return wrong(format!("an amount in {}", self.currency));
        }
        if value.normalize().scale() > self.currency_digits {
            return wrong(format!(
                "at most {} digits after the point",
                self.currency_digits
            ));
        }
        let minimum = minimum.unwrap_or(1);
        if value < Decimal::from(minimum) {
            return wrong(format!("at least {} {minimum}", self.currency));
        }
        match maximum {
            Some(maximum) if value > Decimal::from(maximum) => {
                wrong(format!("at most {} {maximum}", self.currency))
            }
            _ => Ok(()),
        }
    }

    /// Checks a reference against the provider's rule.
    pub fn check_reference(&self, reference: &Reference) -> Result<()> {
        self.check_against_rule(reference, &self.reference)
    }

    /// Checks a reference against another rule: a method's, or the merchant's own.
    pub fn check_against_rule(&self, reference: &Reference, rule: &ReferenceRule) -> Result<()> {
        let allowed = |c: char| {
            c.is_ascii_alphanumeric() || rule.punctuation == "*" || rule.punctuation.contains(c)
        };
        let text = reference.as_str();
        if text.len() <= rule.maximum_length && text.chars().all(allowed) {
            return Ok(());
        }
        let beside = match rule.punctuation {
            "" => String::new(),
            "*" => " and punctuation".into(),
            some => format!(" and {some}"),
        };
        Err(Error::invalid(
            "reference",
            text,
            &format!(
                "at most {} ASCII letters, digits{beside}",
                rule.maximum_length
            ),
        )
        .with_provider(self.provider))
    }
}
