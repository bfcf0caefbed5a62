//! `types.rs`: progenitor's types and the open enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::enums;
use crate::normalize::Api;

pub(super) fn code(api: &Api, types: Vec<syn::Item>) -> TokenStream {
    let enums = enums::code(api);
    quote! {
        #(#types)*
        #enums
    }
}
