//! `types.rs`: progenitor's types and the open enums.
//!
//! A new optional member or word breaks no program: every type is `#[non_exhaustive]`, and what is
//! sent is made by a constructor of what is required, and setters.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use serde_json::Value;
use syn::parse_quote;

use super::{
    checks::{held_by_option, json_name},
    enums,
};
use crate::{normalize::Api, schema::referred};

pub(super) fn code(api: &Api, mut types: Vec<syn::Item>) -> TokenStream {
    for item in &mut types {
        match item {
            syn::Item::Struct(item) => {
                item.attrs.push(parse_quote!(#[non_exhaustive]));
                describe(api, item);
                hide_own(api, item);
            }
            syn::Item::Enum(item) => item.attrs.push(parse_quote!(#[non_exhaustive])),
            _ => {}
        }
    }
    let constructors = types.iter().filter_map(|item| match item {
        syn::Item::Struct(item) if api.sent.contains(&item.ident.to_string()) => {
            Some(constructor(api, item, &types))
        }
        _ => None,
    });
    let constructors: TokenStream = constructors.collect();
    let enums = enums::code(api);
    quote! {
        #(#types)*
        #constructors
        #enums
    }
}

/// Gives members the descriptions of the specification that progenitor did not see.
fn describe(api: &Api, item: &mut syn::ItemStruct) {
    let properties = &api.schema(&item.ident.to_string())["properties"];
    for field in &mut item.fields {
        let is_described = field.attrs.iter().any(|one| one.path().is_ident("doc"));
        let schema = json_name(field).map(|name| &properties[name]);
        if let (false, Some(text)) = (is_described, schema.and_then(|of| description(api, of))) {
            let text = format!(" {text}");
            field.attrs.insert(0, parse_quote!(#[doc = #text]));
        }
    }
}

/// The client alone puts in what is its own.
fn hide_own(api: &Api, item: &mut syn::ItemStruct) {
    let name = item.ident.to_string();
    for field in &mut item.fields {
        if json_name(field).is_some_and(|member| is_own(api, &name, &member)) {
            field.vis = parse_quote!(pub(crate));
        }
    }
}

fn is_own(api: &Api, name: &str, member: &str) -> bool {
    api.own_members(name).any(|(own, _)| own == member)
}

fn description<'a>(api: &'a Api, schema: &'a Value) -> Option<&'a str> {
    let own = schema["description"].as_str();
    own.or_else(|| description(api, api.schema(referred(schema)?)))
}

/// The constructor of a type that is sent, and a setter for each optional member.
fn constructor(api: &Api, item: &syn::ItemStruct, types: &[syn::Item]) -> TokenStream {
    let schema = api.schema(&item.ident.to_string());
    let required = schema["required"].as_array().into_iter().flatten();
    let required: Vec<_> = required.filter_map(Value::as_str).collect();
    let place = |field: &syn::Field| {
        let name = json_name(field)?;
        required.iter().position(|one| *one == name)
    };
    let mut needed: Vec<_> = item.fields.iter().collect();
    needed.retain(|field| held_by_option(&field.ty).is_none());
    needed.sort_by_key(|field| place(field));
    let (mut arguments, mut values) = (Vec::new(), Vec::new());
    for field in needed {
        let (name, json) = (&field.ident, json_name(field).unwrap_or_default());
        match only_value(&schema["properties"][&json], &field.ty, types) {
            Some(value) => values.push(quote!(#name: #value)),
            None => {
                let (kind, value) = accepted(&field.ty, quote!(#name));
                arguments.push(quote!(#name: #kind));
                values.push(quote!(#name: #value));
            }
        }
    }
    let optional: Vec<_> = item
        .fields
        .iter()
        .filter_map(|field| Some((field, held_by_option(&field.ty)?)))
        .collect();
    let absent = optional.iter().map(|(field, _)| &field.ident);
    let set_by_users = optional.iter().filter(|(field, _)| {
        json_name(field).is_none_or(|member| !is_own(api, &item.ident.to_string(), &member))
    });
    let setters = set_by_users.map(|(field, held)| {
        let name = &field.ident;
        let (kind, value) = accepted(held, quote!(value));
        let documentation = field.attrs.iter().filter(|one| one.path().is_ident("doc"));
        quote! {
            #(#documentation)*
            #[must_use]
            pub fn #name(mut self, value: #kind) -> Self {
                self.#name = Some(#value);
                self
            }
        }
    });
    let name = &item.ident;
    quote! {
        impl #name {
            #[doc = " Makes one with only the required members."]
            #[must_use]
            pub fn new(#(#arguments),*) -> Self {
                Self {
                    #(#values,)*
                    #(#absent: None,)*
                }
            }

            #(#setters)*
        }
    }
}

/// The value of a member that can only have one: the single word of an enum, or a number.
fn only_value(schema: &Value, kind: &syn::Type, types: &[syn::Item]) -> Option<TokenStream> {
    if let (Some(least), Some(most)) = (schema["minimum"].as_i64(), schema["maximum"].as_i64()) {
        let value = proc_macro2::Literal::i64_unsuffixed(least);
        return (least == most).then(|| value.into_token_stream());
    }
    let name = kind.to_token_stream().to_string();
    let words = types.iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == name => Some(&item.variants),
        _ => None,
    })?;
    let mut words = words.iter();
    let (word, another) = (words.next()?, words.next());
    let (name, word) = (format_ident!("{name}"), &word.ident);
    another.is_none().then(|| quote!(#name::#word))
}

/// What an argument of a type accepts, and its conversion.
fn accepted(kind: &syn::Type, argument: TokenStream) -> (TokenStream, TokenStream) {
    // A text, a name, or an amount, which is made from a number.
    let is_converted = match kind {
        syn::Type::Path(path) => path
            .path
            .segments
            .last()
            .map(|last| last.ident.to_string())
            .is_some_and(|last| {
                ["String", "Personal"].contains(&&*last) || last.starts_with("Amount")
            }),
        _ => false,
    };
    match is_converted {
        true => (
            quote!(impl ::std::convert::Into<#kind>),
            quote!(#argument.into()),
        ),
        false => (kind.to_token_stream(), argument),
    }
}
