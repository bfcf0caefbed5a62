//! The sandbox's tables: the kinds of callbacks of all providers with their example bodies, the
//! codes, and the variables of the clients.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{print_from, settings::variable};
use crate::{
    kinds::Kind,
    refusal::{Outcome, Refusal},
    tables::{Capabilities, Certainty, Codes, Earlier},
};

/// Every file of the sandbox's generated folder.
pub(crate) fn files(
    kinds: &[Kind],
    codes: &[(String, Codes)],
    capabilities: &[Capabilities],
) -> Outcome<BTreeMap<String, String>> {
    let variables = capabilities.iter().map(variables);
    let variables = quote! {
        use crate::variables::{Variable, Variables};

        #[doc = " Every provider, with the variables of its client."]
        pub(crate) const VARIABLES: &[Variables] = &[#(#variables),*];
    };
    let codes = codes
        .iter()
        .map(|(provider, codes)| of_provider(provider, codes));
    let codes = quote! {
        use crate::code::Code;

        #[doc = " Every code that a provider's tables list, and every HTTP status that its document explains without a code."]
        pub(crate) const CODES: &[Code] = &[#(#codes)*];
    };
    let entries = kinds.iter().map(kind).collect::<Outcome<Vec<_>>>()?;
    let table = quote! {
        use crate::kind::Kind;

        #[doc = " Every kind of callback, by provider; the first of a status is the one that is meant by the status alone."]
        pub(crate) const KINDS: &[Kind] = &[#(#entries),*];
    };
    let module = quote!(
        pub(crate) mod callbacks;
        pub(crate) mod codes;
        pub(crate) mod variables;
    );
    let (callbacks_from, codes_from) = ("specs/*/callbacks.toml", "specs/*/codes.toml");
    let variables_from = "specs/*/capabilities.toml";
    Ok(BTreeMap::from([
        ("callbacks.rs".into(), print_from(callbacks_from, table)?),
        ("codes.rs".into(), print_from(codes_from, codes)?),
        ("mod.rs".into(), print_from("specs/", module)?),
        (
            "variables.rs".into(),
            print_from(variables_from, variables)?,
        ),
    ]))
}

/// The variables that a sandbox has a value for, or may be given one.
fn variables(of: &Capabilities) -> TokenStream {
    let (provider, path) = (&of.provider, &of.settings.sandbox_path);
    let all = of.setting.iter().filter_map(|setting| {
        let name = variable(provider, &setting.name);
        let proves = setting.callbacks && setting.secret;
        let optional = |text: &Option<String>| match text {
            Some(text) => quote!(Some(#text)),
            None => quote!(None),
        };
        let (sandbox, token) = (optional(&setting.sandbox), optional(&setting.token));
        (proves || setting.sandbox.is_some()).then(
            || quote!(Variable { name: #name, proves: #proves, sandbox: #sandbox, token: #token }),
        )
    });
    quote!(Variables { provider: #provider, path: #path, all: &[#(#all),*] })
}

/// If no code is documented, the HTTP statuses are used as codes, with the meanings from the table
/// of statuses.
fn of_provider(provider: &str, codes: &Codes) -> TokenStream {
    let listed = codes.code.iter().map(|code| {
        let tables = code.listed.iter().map(|listing| {
            let table = &listing.table;
            match listing.http {
                Some(status) => quote!((#table, Some(#status))),
                None => quote!((#table, None)),
            }
        });
        let tables = quote!(&[#(#tables),*]);
        let facts = (code.kind, code.outcome, code.earlier);
        entry(provider, &code.code, &code.meaning, facts, tables)
    });
    let statuses = codes.http.iter().map(|rule| {
        let status = rule.status;
        let meaning = format!("HTTP status {status}, whatever the code");
        let facts = (rule.kind, rule.outcome, Earlier::Nothing);
        let tables = quote!(&[("HTTP statuses", Some(#status))]);
        entry(provider, &status.to_string(), &meaning, facts, tables)
    });
    quote!(#(#listed,)* #(#statuses,)*)
}

fn entry(
    provider: &str,
    code: &str,
    meaning: &str,
    (kind, outcome, earlier): (crate::tables::Kind, Certainty, Earlier),
    tables: TokenStream,
) -> TokenStream {
    let word = |word: &dyn std::fmt::Debug| snake(&format!("{word:?}"));
    let (kind, outcome, earlier) = (word(&kind), word(&outcome), word(&earlier));
    quote! {
        Code {
            provider: #provider,
            code: #code,
            meaning: #meaning,
            kind: #kind,
            outcome: #outcome,
            earlier: #earlier,
            listed: #tables,
        }
    }
}

/// `NotFound` as the tables write it: `not_found`.
fn snake(word: &str) -> String {
    let mut snake = String::new();
    for character in word.chars() {
        if character.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(character.to_lowercase());
    }
    snake
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

/// A body as a readable literal: a raw string over several lines.
fn raw(text: &str) -> Outcome<Literal> {
    format!("r##\"{text}\"##")
        .parse()
        .map_err(|error| Refusal::plain(format!("a body cannot be written: {error}")))
}
