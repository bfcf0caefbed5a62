//! `bodies.rs`: every operation and, with the feature `dictionary`, its bodies, as data for tests
//! and explanations.

use heck::ToShoutySnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use crate::{normalize::Api, schema::referred};

pub(super) fn code(api: &Api) -> TokenStream {
    let operations = api.operations.iter().map(|operation| {
        let constant = format_ident!("{}", operation.id.to_shouty_snake_case());
        let (name, method, path) = (&operation.id, &operation.method, &operation.path);
        let effect = format_ident!(
            "{}",
            if operation.effect == "reads" {
                "Reads"
            } else {
                "Writes"
            }
        );
        let doc = format!(" `{method} {path}`");
        quote! {
            #[doc = #doc]
            pub const #constant: Operation = Operation::new(#name, #method, #path, Effect::#effect);
        }
    });
    let all = api.operations.iter().map(|operation| {
        let constant = format_ident!("{}", operation.id.to_shouty_snake_case());
        let request = match &operation.request {
            Some(component) => {
                let body = body(api, component, "sent");
                quote!(Some(#body))
            }
            None => quote!(None),
        };
        let response = body(api, &operation.response, "received");
        quote!(Bodies::new(&#constant, #request, #response))
    });
    let callbacks = api.callbacks.iter().map(|callback| {
        let name = &callback.name;
        let body = body(api, &callback.schema, "received");
        quote!((#name, #body))
    });
    let parts = api
        .also_received
        .iter()
        .map(|component| body(api, component, "received"));
    let refusal = body(api, &api.error, "received");
    quote! {
        use payments_provider::operation::{Effect, Operation};
        #[cfg(feature = "dictionary")]
        use payments_provider::operation::{Bodies, Body, Form, Member, check};
        #[cfg(feature = "dictionary")]
        use super::types;

        #(#operations)*

        #[doc = " Every operation with its bodies."]
        #[cfg(feature = "dictionary")]
        pub const ALL: &[Bodies] = &[#(#all),*];

        #[doc = " Every callback with its body."]
        #[cfg(feature = "dictionary")]
        pub const CALLBACKS: &[(&str, Body)] = &[#(#callbacks),*];

        #[doc = " Bodies that are received inside of members of any JSON."]
        #[cfg(feature = "dictionary")]
        pub const PARTS: &[Body] = &[#(#parts),*];

        #[doc = " The body of a refusal."]
        #[cfg(feature = "dictionary")]
        pub const REFUSAL: Body = #refusal;
    }
}

/// `way`: sent or received.
fn body(api: &Api, component: &str, way: &str) -> TokenStream {
    let mut members = Vec::new();
    collect(api, component, "", true, &mut members);
    let (name, way) = (format_ident!("{component}"), format_ident!("{way}"));
    let checked =
        (way == "sent").then(|| quote!(.checked(|bytes| check(bytes, types::#name::check))));
    quote!(Body::#way::<types::#name>(#component, &[#(#members),*])#checked)
}

/// The members of a component and of the objects below it, by their path: `data.order_id`,
/// `items[].price`.
fn collect(api: &Api, component: &str, path: &str, required: bool, out: &mut Vec<TokenStream>) {
    let schema = api.schema(component);
    for alternative in schema["oneOf"].as_array().into_iter().flatten() {
        if let Some(component) = referred(alternative) {
            collect(api, component, path, false, out);
        }
    }
    for (name, below) in schema["properties"].as_object().into_iter().flatten() {
        let here = match path {
            "" => name.clone(),
            _ => format!("{path}.{name}"),
        };
        let needed = required
            && schema["required"]
                .as_array()
                .is_some_and(|names| names.iter().any(|needed| needed == name.as_str()));
        member(api, below, &here, needed, out);
    }
}

fn member(api: &Api, schema: &Value, path: &str, required: bool, out: &mut Vec<TokenStream>) {
    let component = referred(schema);
    let target = match component {
        Some(name) => api.schema(name),
        None => schema,
    };
    let form = match (target["type"].as_str(), target["format"].as_str()) {
        _ if target["enum"].is_array() => {
            let words = target["enum"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str);
            quote!(Form::Words(&[#(#words),*]))
        }
        (_, Some("amount" | "amount-2")) if target["x-fractional"] == true => {
            quote!(Form::FractionalAmount)
        }
        (_, Some("amount" | "amount-2")) => quote!(Form::Amount),
        (_, Some("date-time")) => quote!(Form::Time),
        (_, Some("password")) => quote!(Form::Secret),
        (Some("string"), _) if target["x-personal"] == true => quote!(Form::Personal),
        (Some("string"), _) => quote!(Form::Text),
        (Some("integer"), _) => quote!(Form::Integer),
        (Some("boolean"), _) => quote!(Form::Boolean),
        (Some("array"), _) => quote!(Form::List),
        (Some("object"), _) => quote!(Form::Object),
        _ => quote!(Form::Any),
    };
    let decides = (schema["x-decides"] == true).then(|| quote!(.decides()));
    out.push(quote!(Member::new(#path, #required, #form)#decides));
    if let Some(items) = referred(&target["items"]) {
        collect(api, items, &format!("{path}[]"), true, out);
    } else if let Some(name) = component {
        collect(api, name, path, true, out);
    }
}
