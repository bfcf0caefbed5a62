//! `codes.rs`: the code table as an open enum, with the meaning of each code.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{enums, ident};
use crate::{schema::variant, tables::Codes};

pub(super) fn code(codes: &Codes) -> TokenStream {
    let words: Vec<_> = codes.code.iter().map(|code| code.code.as_str()).collect();
    let variants: Vec<_> = words.iter().map(|word| ident(&variant(word))).collect();
    let enumeration = enums::open_enum(
        "Code",
        "A code of the provider's refusals and failures.",
        &words,
    );
    let infos = codes.code.iter().map(|code| {
        let (name, meaning) = (&code.code, &code.meaning);
        let kind = word(code.kind);
        let outcome = word(code.outcome);
        let earlier = word(code.earlier);
        let action = word(code.action);
        let listed = code.listed.iter().map(|listing| {
            let table = &listing.table;
            let http = match listing.http {
                Some(status) => quote!(Some(#status)),
                None => quote!(None),
            };
            quote!(Listing::new(#table, #http))
        });
        quote! {
            CodeInfo::new(
                #name,
                #meaning,
                (ErrorKind::#kind, Outcome::#outcome, EarlierTry::#earlier, SuggestedAction::#action),
                &[#(#listed),*],
            )
        }
    });
    let rules = codes.http.iter().map(|rule| {
        let status = rule.status;
        let (kind, outcome, action) = (word(rule.kind), word(rule.outcome), word(rule.action));
        quote!(HttpRule::new(#status, ErrorKind::#kind, Outcome::#outcome, SuggestedAction::#action))
    });
    let indexes = 0..words.len();
    quote! {
        use payments_core::{EarlierTry, ErrorKind, Outcome, SuggestedAction};
        use payments_provider::operation::{CodeInfo, HttpRule, Listing};

        #enumeration

        impl Code {
            #[doc = " What the code means; `None` for one that no table lists."]
            #[must_use]
            pub fn info(&self) -> Option<&'static CodeInfo> {
                match self {
                    #(Self::#variants => ALL.get(#indexes),)*
                    Self::Other(_) => None,
                }
            }
        }

        #[doc = " Every code, in the order of `codes.toml`."]
        pub const ALL: &[CodeInfo] = &[#(#infos),*];

        #[doc = " What a status without a known code means, where the provider's rule differs from the general one."]
        pub const HTTP: &[HttpRule] = &[#(#rules),*];
    }
}

/// A word of the tables as the Rust name it has in payments-core.
pub(super) fn word(word: impl std::fmt::Debug) -> syn::Ident {
    format_ident!("{word:?}")
}
