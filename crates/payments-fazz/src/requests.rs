//! Maps the common request to the attributes of a method.

use payments_core::{Error, MethodKind, PaymentRequest, Result};
use payments_provider::wire;

use crate::types::{
    CreatePayment, CreatePaymentData, CreateQris, CreateQrisData, CreateTask, CreateTaskData,
    CreateVirtualAccount, CreateVirtualAccountData, EwalletOptions, EwalletPayment,
    EwalletPaymentCurrency, EwalletPaymentPaymentMethodType, PaymentAttributes, QrisAttributes,
    QrisOptions, QrisPayment, QrisPaymentCurrency, QrisPaymentPaymentMethodType,
    RetailOutletOptions, RetailOutletPayment, RetailOutletPaymentCurrency,
    RetailOutletPaymentPaymentMethodType, TaskRequest, TaskRequestAction, VirtualAccountAttributes,
    VirtualAccountOptions, VirtualAccountPayment, VirtualAccountPaymentCurrency,
    VirtualAccountPaymentPaymentMethodType,
};

/// The provider's request for the common one.
pub(crate) fn payment(request: &PaymentRequest) -> Result<CreatePayment> {
    let body = CreatePayment::from(attributes(request)?);
    body.with_options(request.options.as_ref())
}

fn attributes(request: &PaymentRequest) -> Result<PaymentAttributes> {
    let amount = request.amount.amount().into();
    let reference_id = request.reference.as_str().to_owned();
    let description = request.description.clone();
    let expired_at = request.expires_at.map(wire::rfc3339);
    let display_name = request.customer.name.clone();
    // The provider's words are the common ones in capitals.
    let channel = request.method.channel().to_ascii_uppercase();
    let unknown = || Error::unsupported(format!("the provider has no word for {}", request.method));
    Ok(match request.method.kind() {
        MethodKind::RetailOutlet => RetailOutletPayment {
            amount,
            currency: RetailOutletPaymentCurrency::Idr,
            description,
            expired_at,
            payment_method_options: RetailOutletOptions {
                display_name: display_name.ok_or_else(|| needed("customer.name"))?,
                retail_outlet_name: channel.parse().map_err(|_| unknown())?,
            },
            payment_method_type: RetailOutletPaymentPaymentMethodType::RetailOutlet,
            reference_id,
        }
        .into(),
        MethodKind::VirtualAccount => VirtualAccountPayment {
            amount,
            currency: Some(VirtualAccountPaymentCurrency::Idr),
            description,
            expired_at,
            payment_method_options: VirtualAccountOptions {
                bank_short_code: channel.parse().map_err(|_| unknown())?,
                display_name: display_name.ok_or_else(|| needed("customer.name"))?,
                suffix_no: None,
            },
            payment_method_type: VirtualAccountPaymentPaymentMethodType::VirtualBankAccount,
            reference_id,
        }
        .into(),
        MethodKind::Qris => QrisPayment {
            amount,
            currency: Some(QrisPaymentCurrency::Idr),
            description,
            expired_at,
            payment_method_options: QrisOptions { display_name },
            payment_method_type: QrisPaymentPaymentMethodType::Qris,
            reference_id,
        }
        .into(),
        MethodKind::EWallet => EwalletPayment {
            amount,
            currency: Some(EwalletPaymentCurrency::Idr),
            description,
            expired_at,
            payment_method_options: EwalletOptions {
                after_settlement_return_url: request
                    .return_url
                    .clone()
                    .ok_or_else(|| needed("return_url"))?,
                provider_code: channel.parse().map_err(|_| unknown())?,
            },
            payment_method_type: EwalletPaymentPaymentMethodType::EWallet,
            reference_id,
        }
        .into(),
        _ => return Err(unknown()),
    })
}

fn needed(field: &str) -> Error {
    Error::invalid(field, "", "a value, which this method needs")
}

/// Puts attributes into their envelope.
macro_rules! envelopes {
    ($($attributes:ident in $body:ident, $data:ident;)*) => {$(
        impl From<$attributes> for $body {
            fn from(attributes: $attributes) -> Self {
                Self {
                    data: $data { attributes },
                }
            }
        }
    )*};
}

envelopes! {
    PaymentAttributes in CreatePayment, CreatePaymentData;
    QrisAttributes in CreateQris, CreateQrisData;
    TaskRequest in CreateTask, CreateTaskData;
    VirtualAccountAttributes in CreateVirtualAccount, CreateVirtualAccountData;
}

impl From<TaskRequestAction> for CreateTask {
    fn from(action: TaskRequestAction) -> Self {
        TaskRequest { action }.into()
    }
}
