//! The sandbox's `callbacks.rs`: the kinds of callbacks of all providers, with the bodies that they are made from.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::print_from;
use crate::{
    kinds::Kind,
    refusal::{Outcome, Refusal},
};

/// Every file of the sandbox's generated folder.
pub(crate) fn files(kinds: &[Kind]) -> Outcome<BTreeMap<String, String>> {
    let entries = kinds.iter().map(kind).collect::<Outcome<Vec<_>>>()?;
    let table = quote! {
        use crate::kind::Kind;

        #[doc = " Every kind of callback, by provider; the first of a status is the one that is meant by the status alone."]
        pub(crate) const KINDS: &[Kind] = &[#(#entries),*];
    };
    let module = quote!(
        pub(crate) mod callbacks;
    );
    let from = "specs/*/callbacks.toml";
    Ok(BTreeMap::from([
        ("callbacks.rs".into(), print_from(from, table)?),
        ("mod.rs".into(), print_from(from, module)?),
    ]))
}

fn kind(kind: &Kind) -> Outcome<TokenStream> {
    let (provider, entry) = (&kind.provider, &kind.entry);
    let (event, text, of) = (&entry.event, &entry.text, &entry.of);
    let status = format!("{:?}", entry.status).to_lowercase();
    let body = raw(&format!("{:#}", kind.body))?;
    let list = |pointers: &[String]| quote!(&[#(#pointers),*]);
    let channel = list(&entry.channel);
    let reference = list(&entry.reference);
    let amount = list(&entry.amount);
    let id = list(&entry.id);
    let new_id = list(&entry.new_id);
    let says = list(&entry.says);
    let times = list(&entry.times);
    let token = list(&entry.token);
    Ok(quote! {
        Kind {
            provider: #provider,
            event: #event,
            status: #status,
            text: #text,
            of: #of,
            channel: #channel,
            reference: #reference,
            amount: #amount,
            id: #id,
            new_id: #new_id,
            says: #says,
            times: #times,
            token: #token,
            body: #body,
        }
    })
}

/// A body as it is read best: a raw string, over lines.
fn raw(text: &str) -> Outcome<Literal> {
    format!("r##\"{text}\"##")
        .parse()
        .map_err(|error| Refusal::plain(format!("a body cannot be written: {error}")))
}
