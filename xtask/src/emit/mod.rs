//! Makes the files of `src/generated/` from a normalised API and its tables.

mod bodies;
mod callbacks;
mod capabilities;
mod checks;
mod codes;
mod documented;
mod enums;
mod operations;
mod options;
mod requests;
pub(crate) mod sandbox;
pub(crate) mod settings;
mod shapes;
mod statuses;
mod translate;
mod types;
mod view;

use std::collections::BTreeMap;

pub(crate) use view::document;

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    normalize::Api,
    options::Options,
    refusal::{Outcome, Refusal},
    tables::Tables,
};

/// Every file of a provider's generated folder.
pub(crate) fn files(
    api: &Api,
    tables: &Tables,
    options: &Options,
) -> Outcome<BTreeMap<String, String>> {
    let generated = translate::generate(api)?;
    let builder = options::code(&api.provider, options, &generated.types)?;
    let mut files = files_of(api, generated)?;
    let mut add = |name: &str, code: TokenStream| -> Outcome<()> {
        files.insert(format!("{name}.rs"), print(&api.provider, code)?);
        Ok(())
    };
    add("options", builder)?;
    add("codes", codes::code(&tables.codes))?;
    add("statuses", statuses::code(&tables.statuses))?;
    add(
        "capabilities",
        capabilities::code(&tables.capabilities, &api.provider, options::table(options))?,
    )?;
    add("settings", settings::table(&tables.capabilities))?;
    add("variables", settings::variables(&tables.capabilities))?;
    add(
        "mod",
        quote! {
            #![allow(unreachable_pub, unused_imports, unused_mut, dead_code, clippy::all)]
            pub mod bodies;
            pub mod callbacks;
            pub mod capabilities;
            pub mod codes;
            pub mod options;
            pub mod settings;
            pub mod statuses;
            pub mod types;
            pub(crate) mod requests;
            mod operations;
            mod variables;
            mod checks;
            mod shapes;
        },
    )?;
    Ok(files)
}

/// The files that the API alone makes.
pub(crate) fn api_files(api: &Api) -> Outcome<BTreeMap<String, String>> {
    files_of(api, translate::generate(api)?)
}

fn files_of(api: &Api, generated: translate::Generated) -> Outcome<BTreeMap<String, String>> {
    let checks = checks::code(api, &generated.types)?;
    let bodies = bodies::code(api);
    let callbacks = callbacks::code(api);
    let shapes = shapes::code(api, &generated.types)?;
    let operations = operations::code(api, &generated.types, &generated.requests)?;
    let requests = requests::code(&generated.requests);
    let types = types::code(api, generated.types);
    [
        ("bodies", bodies),
        ("callbacks", callbacks),
        ("checks", checks),
        ("operations", operations),
        ("requests", requests),
        ("shapes", shapes),
        ("types", types),
    ]
    .into_iter()
    .map(|(name, code)| Ok((format!("{name}.rs"), print(&api.provider, code)?)))
    .collect()
}

fn print(provider: &str, code: TokenStream) -> Outcome<String> {
    print_from(&format!("specs/{provider}"), code)
}

pub(crate) fn print_from(source: &str, code: TokenStream) -> Outcome<String> {
    let mut file = syn::parse2(code)
        .map_err(|error| Refusal::plain(format!("the code from {source} is unsound: {error}")))?;
    documented::complete(&mut file);
    Ok(format!(
        "// Generated from {source} by `cargo xtask regen`. Do not edit.\n\n{}",
        prettyplease::unparse(&file)
    ))
}

/// A Rust name.
fn ident(name: &str) -> syn::Ident {
    match syn::parse_str(name) {
        Ok(ident) => ident,
        Err(_) => quote::format_ident!("{name}_"),
    }
}
