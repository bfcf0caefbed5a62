//! The table of facts that `payments verify` judges by.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Claim, Fact, Location};
use crate::{emit::print_from, refusal::Outcome};

/// Every file of the generated folder.
pub(crate) fn files(facts: &[Fact]) -> Outcome<BTreeMap<String, String>> {
    let entries = facts.iter().map(fact);
    let table = quote! {
        use crate::fact::{At, Claim, Evidence, Fact};

        #[doc = " Every fact of `specs/`, by provider."]
        pub(crate) const FACTS: &[Fact] = &[#(#entries),*];
    };
    let module = quote!(
        pub(crate) mod facts;
    );
    let from = "specs/*/evidence.toml, codes.toml and statuses.toml";
    Ok(BTreeMap::from([
        ("facts.rs".into(), print_from(from, table)?),
        ("mod.rs".into(), print_from("specs/", module)?),
    ]))
}

fn fact(fact: &Fact) -> TokenStream {
    let (provider, id, says) = (&fact.provider, &fact.id, &fact.says);
    let evidence = format_ident!("{}", format!("{:?}", fact.evidence));
    let at = fact.at.iter().map(location);
    let claim = match &fact.claim {
        Claim::Nothing => quote!(Claim::Nothing),
        Claim::Probe(checks) => quote!(Claim::Probe(&[#(#checks),*])),
        Claim::NoProbe(reason) => quote!(Claim::NoProbe(#reason)),
    };
    quote! {
        Fact {
            provider: #provider,
            id: #id,
            says: #says,
            evidence: Evidence::#evidence,
            at: &[#(#at),*],
            claim: #claim,
        }
    }
}

fn location(at: &Location) -> TokenStream {
    let (file, pointer) = (&at.file, &at.pointer);
    let value = match &at.value {
        Some(value) => quote!(Some(#value)),
        None => quote!(None),
    };
    quote!(At { file: #file, pointer: #pointer, value: #value })
}
