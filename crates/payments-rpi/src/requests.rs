//! Maps the common request to an instruction.

use chrono::NaiveDate;
use payments_core::{Customer, Error, MandateAmount, MandateRequest, Money, Personal, Result};

use crate::{
    CAPABILITIES, schedule,
    types::{
        CreateInstructionRequest, FixedInstruction, FixedInstructionCurrency,
        FixedInstructionNotificationRequired, Product, VariableInstruction,
        VariableInstructionCurrency, VariableInstructionNotificationRequired,
    },
};

/// The instruction for the common request.
pub(crate) fn instruction(
    request: &MandateRequest,
    form: &schedule::Form,
    today: NaiveDate,
) -> Result<CreateInstructionRequest> {
    let transaction_id = request.reference.as_str().to_owned();
    let phone_number = phone(&request.customer)?;
    let product_details = request.products.iter().map(product).collect();
    let (schedule, start_date) = form.write(&request.schedule)?;
    let bank_code = request.bank_code.clone();
    let own = request.options.as_ref();
    match request.amount {
        MandateAmount::Fixed { amount } => {
            check_charge(&amount)?;
            let body = FixedInstruction {
                additional_info: None,
                amount: amount.amount().into(),
                bank_code,
                currency: FixedInstructionCurrency::Idr,
                max_bill_amount: None,
                notification_config: None,
                notification_required: match request.notify {
                    true => FixedInstructionNotificationRequired::Y,
                    false => FixedInstructionNotificationRequired::N,
                },
                phone_number,
                product_details,
                schedule,
                start_date,
                subscription_type: 0,
                transaction_id,
            };
            let body = body.with_options(own)?;
            check_limit(request, &amount)?;
            Ok(CreateInstructionRequest::FixedInstruction(body))
        }
        MandateAmount::Variable { maximum, first } => {
            check_charge(&maximum).map_err(|error| error.within("maximum"))?;
            check_first(first, &maximum, request.schedule.start == today)?;
            let body = VariableInstruction {
                additional_info: None,
                amount: first.map(|first| first.amount().into()),
                bank_code,
                currency: VariableInstructionCurrency::Idr,
                max_bill_amount: maximum.amount().into(),
                notification_config: None,
                notification_required: match request.notify {
                    true => VariableInstructionNotificationRequired::Y,
                    false => VariableInstructionNotificationRequired::N,
                },
                phone_number,
                product_details,
                schedule,
                start_date,
                subscription_type: 1,
                transaction_id,
            };
            body.with_options(own)
                .map(CreateInstructionRequest::VariableInstruction)
        }
    }
}

/// Checks the amount of a charge against the currency and the provider's minimum.
pub(crate) fn check_charge(amount: &Money) -> Result<()> {
    let minimum = CAPABILITIES.mandates.and_then(|mandates| mandates.minimum);
    CAPABILITIES.check_money(amount, minimum, None)
}

/// The amount must be within the limit of the options.
fn check_limit(request: &MandateRequest, amount: &Money) -> Result<()> {
    let options = request.options.as_ref();
    let limit = options.and_then(|options| options.get("max_bill_amount")?.as_u64());
    match limit {
        Some(limit) if amount.amount() > limit.into() => Err(Error::invalid(
            "options.max_bill_amount",
            &limit.to_string(),
            &format!("at least the amount, {amount}"),
        )),
        _ => Ok(()),
    }
}

/// Once a day has begun, its charge may already be made; the change would then apply to the next
/// one.
pub(crate) fn check_change(date: NaiveDate, arrives_on: NaiveDate) -> Result<()> {
    if date > arrives_on {
        return Ok(());
    }
    let expected = format!("a day after {arrives_on} in Jakarta, when it would arrive");
    Err(Error::invalid("date", &date.to_string(), &expected))
}

/// The first amount of a variable instruction must be within the maximum, and is required if the
/// charge is due today.
fn check_first(first: Option<Money>, maximum: &Money, is_due_today: bool) -> Result<()> {
    match first {
        Some(first) => check_charge(&first)
            .and_then(|()| match first.amount() > maximum.amount() {
                true => Err(Error::invalid(
                    "amount",
                    &first.to_string(),
                    &format!("at most the maximum, {maximum}"),
                )),
                false => Ok(()),
            })
            .map_err(|error| error.within("first")),
        None if is_due_today => Err(Error::invalid(
            "first",
            "",
            "an amount, because the first charge is due today",
        )),
        None => Ok(()),
    }
}

fn phone(customer: &Customer) -> Result<Personal> {
    CAPABILITIES.phone(customer)?.ok_or_else(|| {
        Error::invalid(
            "customer.phone",
            "",
            "a value, by which the provider knows the customer",
        )
    })
}

fn product(product: &payments_core::Product) -> Product {
    Product {
        code: product.code.clone(),
        name: product.name.clone(),
    }
}
