//! `callbacks.rs`: one enum of all callbacks, distinguished by the members that the specification
//! names.

use proc_macro2::TokenStream;
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
    let branches = api.callbacks.iter().zip(&names).map(|(callback, name)| {
        let conditions = callback.conditions.iter().map(|(place, value)| {
            let place = place.split('.');
            let mark = quote!(tree.mark(&[#(#place),*]));
            match value.as_str() {
                "*" => quote!(#mark.is_there()),
                value => quote!(#mark.text() == Some(#value)),
            }
        });
        quote! {
            if #(#conditions)&&* {
                return Ok(tree.read()?.map(Self::#name));
            }
        }
    });
    let variants = api.callbacks.iter().map(|callback| &callback.name);
    quote! {
        use payments_provider::read::{self, Read, Tree, Unreadable};
        use super::types;

        #[doc = " A callback of the provider."]
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum Callback {
            #(#[doc = #docs] #names(types::#types),)*
        }

        impl Callback {
            #[doc = " Tells a callback apart and reads it."]
            pub fn from_slice(json: &[u8]) -> ::std::result::Result<Self, Unreadable> {
                let text = read::text(json);
                Self::from_tree(Tree::parse(&text)?).map(|read| read.body)
            }

            #[doc = " The same, of what was taken apart already, with what was left out."]
            pub fn from_tree(tree: Tree<'_>) -> ::std::result::Result<Read<Self>, Unreadable> {
                #(#branches)*
                Err(Unreadable::not_modelled())
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
