//! `shapes.rs`: the shapes of received bodies, as data for the one reader.

use heck::ToShoutySnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use super::{checks::field, enums, view::is_open};
use crate::{
    normalize::Api,
    refusal::{Outcome, Refusal},
    schema::referred,
};

pub(super) fn code(api: &Api, types: &[syn::Item]) -> Outcome<TokenStream> {
    let objects = api
        .received
        .iter()
        .map(|name| (name, api.schema(name)))
        .filter(|(_, schema)| schema["properties"].is_object());
    let shape = |(component, schema): (&String, &Value)| {
        let (constant, name) = (constant(component), format_ident!("{component}"));
        let properties = schema["properties"].as_object().into_iter().flatten();
        let members = properties.clone().map(|(member, below)| {
            let required = schema["required"]
                .as_array()
                .is_some_and(|names| names.iter().any(|name| name == member.as_str()));
            let weight = match (required, &below["x-decides"]) {
                (true, _) => quote!(Required),
                (false, Value::Bool(true)) => quote!(Decides),
                _ => quote!(Optional),
            };
            let holds = holds(api, below);
            quote!(Member::new(#member, #holds, Weight::#weight))
        });
        // In the order of the shape, in which the reader gives them.
        let fields = properties.map(|(member, _)| match field(types, component, member) {
            Some((field, _)) => Ok(field),
            None => Err(Refusal::plain(format!(
                "specs/{}: progenitor made no field for {component}.{member}",
                api.provider
            ))),
        });
        let fields = fields.collect::<Outcome<Vec<_>>>()?;
        Ok(quote! {
            const #constant: &Shape = &Shape::new(#component, &[#(#members),*]);

            impl Received for types::#name {
                const SHAPE: &'static Shape = #constant;

                fn of(members: &mut Members<'_>) -> Self {
                    Self { #(#fields: members.take()),* }
                }
            }
        })
    };
    let shapes = objects.map(shape).collect::<Outcome<Vec<_>>>()?;
    let words = enums::open(api).into_iter().map(|name| {
        let name = format_ident!("{name}");
        quote! {
            impl Held for types::#name {
                fn held(members: &mut Members<'_>) -> Self {
                    Self::from(&*members.text())
                }
            }
        }
    });
    Ok(quote! {
        use payments_provider::read::{Held, Holds, Member, Members, Received, Shape, Weight};
        use super::types;

        #(#shapes)*
        #(#words)*
    })
}

fn constant(component: &str) -> Ident {
    format_ident!("{}", component.to_shouty_snake_case())
}

fn holds(api: &Api, schema: &Value) -> TokenStream {
    let component = referred(schema);
    let schema = component.map_or(schema, |name| api.schema(name));
    if let Some(name) = component.filter(|_| schema["properties"].is_object()) {
        let constant = constant(name);
        return quote!(Holds::Object(#constant));
    }
    if schema.as_object().is_some_and(is_open) || schema["oneOf"].is_array() {
        return quote!(Holds::Any);
    }
    match (schema["type"].as_str(), schema["format"].as_str()) {
        (_, Some("amount" | "amount-2")) if schema["x-fractional"] == true => {
            quote!(Holds::FractionalAmount)
        }
        (_, Some("amount" | "amount-2")) => quote!(Holds::Amount),
        (_, Some("password")) => quote!(Holds::Secret),
        (Some("integer"), _) => quote!(Holds::Integer),
        (Some("boolean"), _) => quote!(Holds::Boolean),
        (Some("array"), _) => {
            let each = holds(api, &schema["items"]);
            quote!(Holds::List(&#each))
        }
        (Some("string"), _) => quote!(Holds::Text),
        _ => quote!(Holds::Any),
    }
}
