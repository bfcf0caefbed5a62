//! `callbacks.rs`: one enum of all callbacks, told apart by the members that the specification names.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::normalize::Api;

pub(super) fn code(api: &Api) -> TokenStream {
    let names: Vec<_> = api
        .callbacks
        .iter()
        .map(|callback| format_ident!("{}", callback.name))
        .collect();
    let types = api
        .callbacks
        .iter()
        .map(|callback| format_ident!("{}", callback.schema));
    let docs = api.callbacks.iter().map(|callback| {
        let conditions: Vec<_> = callback
            .conditions
            .iter()
            .map(|(member, value)| match value.as_str() {
                "*" => format!("`{member}` is there"),
                value => format!("`{member}` is `{value}`"),
            })
            .collect();
        format!(" Told apart by: {}.", conditions.join(", "))
    });
    let members: BTreeSet<_> = api
        .callbacks
        .iter()
        .flat_map(|callback| callback.conditions.keys())
        .collect();
    let marks: Vec<_> = members.iter().map(|member| mark(member)).collect();
    let branches = api.callbacks.iter().zip(&names).map(|(callback, name)| {
        let conditions = callback
            .conditions
            .iter()
            .map(|(member, value)| match value.as_str() {
                "*" => {
                    let mark = mark(member);
                    quote!(#mark.is_there())
                }
                value => {
                    let mark = mark(member);
                    quote!(#mark.text() == Some(#value))
                }
            });
        quote! {
            if #(#conditions)&&* {
                return ::serde_json::from_slice(json).map(Self::#name);
            }
        }
    });
    let variants = api.callbacks.iter().map(|callback| &callback.name);
    quote! {
        use super::types;

        #[doc = " A callback of the provider."]
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Callback {
            #(#[doc = #docs] #names(types::#types),)*
        }

        impl Callback {
            #[doc = " Tells a callback apart and reads it."]
            pub fn from_slice(json: &[u8]) -> ::std::result::Result<Self, ::serde_json::Error> {
                let [#(#marks),*] = ::payments_core::marks(json, [#(#members),*])?;
                #(#branches)*
                Err(::serde::de::Error::custom("none of the provider's callbacks looks like this"))
            }

            #[doc = " The callback's name in the specification."]
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self {
                    #(Self::#names(_) => #variants,)*
                }
            }
        }
    }
}

/// What a member that tells callbacks apart is called in the code.
fn mark(member: &str) -> Ident {
    format_ident!("{}_mark", member.to_snake_case())
}
