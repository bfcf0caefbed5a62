//! `codes.rs`: the code table as an open enum, with the meaning of each code.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{enums, ident};
use crate::{
    schema::variant,
    tables::{Certainty, Code, Codes, Earlier},
};

pub(super) fn code(codes: &Codes) -> TokenStream {
    let words: Vec<_> = codes.code.iter().map(|code| code.code.as_str()).collect();
    let variants: Vec<_> = words.iter().map(|word| ident(&variant(word))).collect();
    let described = |word: &str| {
        let found = codes.code.iter().find(|code| code.code == word);
        found.map(documentation).unwrap_or_default()
    };
    let enumeration = enums::open_enum(
        "Code",
        "A code of the provider's refusals and failures. Each says what it means, whether money may \
         have moved, and what to do.",
        &words,
        described,
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

/// What a code means, for people. The place has the code itself as its name, for links from errors.
fn documentation(code: &Code) -> String {
    let outcome = match code.outcome {
        Certainty::Refused => "Refused: the request had no effect, so no money has moved.",
        Certainty::Unknown => {
            "Unknown: the request may have had an effect, so money may have moved."
        }
    };
    let earlier = match code.earlier {
        Earlier::Exists => " An earlier request with the same reference did arrive.",
        Earlier::Failed => " An earlier request with the same reference has failed.",
        Earlier::Nothing => "",
    };
    let (name, meaning, kind, action) = (&code.code, &code.meaning, code.kind, code.action);
    let listed = code.listed.iter().map(|listing| match listing.http {
        Some(status) => format!("{} (HTTP {status})", listing.table),
        None => listing.table.clone(),
    });
    let listed = listed.collect::<Vec<_>>().join("; ");
    format!(
        "<span id=\"code.{name}\"></span>`{name}`: {meaning}\n\n\
         {outcome}{earlier}\n\n\
         What to do: [`{action:?}`](SuggestedAction::{action:?}). Kind: [`{kind:?}`](ErrorKind::{kind:?}).\n\n\
         In the provider's document: {listed}."
    )
}

/// A word of the tables as the Rust name it has in payments-core.
pub(super) fn word(word: impl std::fmt::Debug) -> syn::Ident {
    format_ident!("{word:?}")
}
