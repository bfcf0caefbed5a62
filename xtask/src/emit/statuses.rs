//! `statuses.rs`: every status word, by the place in which it appears.

use std::collections::BTreeMap;

use heck::ToUpperCamelCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::codes::word;
use crate::tables::Status;

pub(super) fn code(tables: &BTreeMap<String, BTreeMap<String, Status>>) -> TokenStream {
    let names: Vec<_> = tables
        .keys()
        .map(|table| format_ident!("{}", table.to_upper_camel_case()))
        .collect();
    let texts = tables.keys();
    let docs = tables.iter().map(|(table, words)| {
        let words: Vec<_> = words
            .iter()
            .map(|(word, status)| format!("`{word}` ({})", status.text.trim_end_matches('.')))
            .collect();
        format!(" `{table}`: {}.", words.join("; "))
    });
    let arms = tables.iter().zip(&names).flat_map(|((_, words), name)| {
        words.iter().map(move |(text, status)| {
            let means = word(status.means);
            quote!((Self::#name, #text) => PaymentStatus::#means,)
        })
    });
    let words = tables.iter().zip(&names).flat_map(|((_, words), name)| {
        words
            .keys()
            .map(move |text| quote!((StatusTable::#name, #text)))
    });
    quote! {
        use payments_core::PaymentStatus;

        #[doc = " The place in which a status word appears; the same word may mean different things in two of them."]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum StatusTable {
            #(#[doc = #docs] #names,)*
        }

        #[doc = " Every word with its table."]
        pub const ALL: &[(StatusTable, &str)] = &[#(#words),*];

        impl StatusTable {
            #[doc = " The status that a word means; a word that the table does not hold is never a success."]
            #[must_use]
            pub fn read(self, word: &str) -> PaymentStatus {
                match (self, word) {
                    #(#arms)*
                    _ => PaymentStatus::Other(word.to_owned()),
                }
            }

            #[doc = " The table's name in `statuses.toml`."]
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    #(Self::#names => #texts,)*
                }
            }
        }
    }
}
