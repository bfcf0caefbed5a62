//! `payments providers`: what each can do, from the tables that the crates are generated from.

use anstream::println;
use payments::Name;
use payments::capabilities::{CallbackProof, Lookup, MethodCapabilities, PaymentOperation};
use serde_json::json;

use crate::{failure::Failure, output::Output};

pub(crate) fn run(output: &Output) -> Result<(), Failure> {
    if output.is_json() {
        let all = Name::ALL
            .iter()
            .map(|name| name.capabilities())
            .collect::<Vec<_>>();
        return output.json(&json!({ "providers": all }));
    }
    for (index, name) in Name::ALL.iter().enumerate() {
        if index > 0 {
            println!();
        }
        let capabilities = name.capabilities();
        let proof = match capabilities.callback_proof {
            CallbackProof::SignsBody => "signed",
            CallbackProof::SharedToken => "a shared token",
            CallbackProof::None => "no proof: a hint, to be confirmed",
        };
        println!("{}: {}", name.as_str(), capabilities.title);
        println!("  callbacks  {proof}");
        println!("  unknown    {}", capabilities.unknown_settled_by);
        let rows: Vec<_> = capabilities.methods.iter().map(row).collect();
        output.table(["method", "can", "rupiah", "asked by"], &rows);
    }
    Ok(())
}

fn row(method: &MethodCapabilities) -> [String; 4] {
    let operations: Vec<_> = method
        .operations
        .iter()
        .map(|operation| match operation {
            PaymentOperation::Create => "create",
            PaymentOperation::Get => "get",
            PaymentOperation::Cancel => "cancel",
        })
        .collect();
    let limit = |limit: Option<u64>| limit.map_or(String::new(), |limit| limit.to_string());
    let lookup = match method.settlement.lookup {
        Lookup::ByReference => "reference",
        Lookup::ByProviderId => "the provider's id",
    };
    [
        method.method.to_string(),
        operations.join(" "),
        format!("{}..{}", limit(method.minimum), limit(method.maximum)),
        lookup.to_owned(),
    ]
}
