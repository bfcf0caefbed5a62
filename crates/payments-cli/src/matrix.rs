//! `payments providers`: shows what each provider can do, from the generated tables.

use clap::Args;
use payments::{
    Name, ProviderOption,
    capabilities::{
        BillCapabilities, BillOperation, BillProduct, CallbackProof, Lookup, MandateCapabilities,
        MandateOperation, MethodCapabilities, PaymentOperation, Settlement, TopupCapabilities,
        TopupOperation,
    },
};
use serde_json::json;

use crate::{
    failure::Failure,
    layout::{WIDTH, columns, hanging},
    output::{Output, data},
};

#[derive(Args, Debug)]
pub(crate) struct ProvidersArguments {
    /// One provider only, with its own options
    #[arg(value_parser = crate::providers::parser())]
    pub(crate) provider: Option<Name>,
}

pub(crate) fn run(arguments: &ProvidersArguments, output: &Output) -> Result<(), Failure> {
    let shown = match &arguments.provider {
        Some(name) => std::slice::from_ref(name),
        None => Name::ALL,
    };
    if output.is_json() {
        let all = shown
            .iter()
            .map(|name| name.capabilities())
            .collect::<Vec<_>>();
        return output.json(&json!({ "providers": all }));
    }
    for (index, name) in shown.iter().enumerate() {
        if index > 0 {
            data("")?;
        }
        let capabilities = name.capabilities();
        let proof = match capabilities.callback_proof {
            CallbackProof::SignsBody => "signed",
            CallbackProof::SharedToken => "a shared token",
            CallbackProof::None => "no proof: a hint, to be confirmed",
        };
        data(&format!("{}: {}", name.as_str(), capabilities.title))?;
        data(&format!("  callbacks  {proof}"))?;
        let settled = capabilities.unknown_settled_by;
        data(&hanging("  unknown    ", settled, columns().min(WIDTH)))?;
        if !capabilities.methods.is_empty() {
            let rows: Vec<_> = capabilities.methods.iter().map(method).collect();
            output.table(["method", "can", "rupiah", "asked by"], &rows)?;
        }
        if let Some(bills) = &capabilities.bills {
            let rows: Vec<_> = bills.products.iter().map(|of| bill(bills, of)).collect();
            output.table(["bill", "can", "asked by", "of"], &rows)?;
        }
        if let Some(topups) = &capabilities.topups {
            output.table(["", "can", "rupiah", "asked by"], &[topup(topups)])?;
        }
        if let Some(mandates) = &capabilities.mandates {
            output.table(["", "can", "rupiah", "asked by"], &[mandate(mandates)])?;
        }
        if arguments.provider.is_some() && !capabilities.options.is_empty() {
            let rows: Vec<_> = capabilities.options.iter().map(option).collect();
            output.table(["option", "of", "value", "what it is"], &rows)?;
        }
    }
    Ok(())
}

fn method(method: &MethodCapabilities) -> [String; 4] {
    let operations = method.operations.iter().map(|operation| match operation {
        PaymentOperation::Create => "create",
        PaymentOperation::Get => "get",
        PaymentOperation::Cancel => "cancel",
    });
    [
        method.method.to_string(),
        words(operations),
        range(method.minimum, method.maximum),
        asked_by(&method.settlement),
    ]
}

fn bill(bills: &BillCapabilities, product: &BillProduct) -> [String; 4] {
    let operations = bills.operations.iter().map(|operation| match operation {
        BillOperation::Inquire => "inquire",
        BillOperation::Pay => "pay",
        BillOperation::Status => "status",
    });
    [
        product.code.to_owned(),
        words(operations),
        asked_by(&bills.settlement),
        product.title.to_owned(),
    ]
}

fn topup(topups: &TopupCapabilities) -> [String; 4] {
    let operations = topups.operations.iter().map(|operation| match operation {
        TopupOperation::Buy => "buy",
        TopupOperation::Status => "status",
    });
    [
        "top-up".to_owned(),
        words(operations),
        range(None, None),
        asked_by(&topups.settlement),
    ]
}

fn mandate(mandates: &MandateCapabilities) -> [String; 4] {
    let operations = mandates.operations.iter().map(|operation| match operation {
        MandateOperation::Create => "create",
        MandateOperation::Get => "get",
        MandateOperation::ChangeAmount => "change-amount",
    });
    [
        "mandate".to_owned(),
        words(operations),
        range(mandates.minimum, None),
        asked_by(&mandates.settlement),
    ]
}

fn option(option: &ProviderOption) -> [String; 4] {
    let kinds = option.kinds.iter().map(|kind| kind.as_str());
    [
        option.name.to_owned(),
        words(kinds),
        option.form.to_string(),
        option.text.to_owned(),
    ]
}

fn words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

fn range(minimum: Option<u64>, maximum: Option<u64>) -> String {
    let limit = |limit: Option<u64>| limit.map_or(String::new(), |limit| limit.to_string());
    format!("{}..{}", limit(minimum), limit(maximum))
}

fn asked_by(settlement: &Settlement) -> String {
    match settlement.lookup {
        Lookup::ByReference => "reference",
        Lookup::ByRepeat => "the same request again",
        Lookup::ByProviderId => "the provider's id",
    }
    .to_owned()
}
