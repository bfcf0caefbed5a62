//! progenitor's part: the types, and its client's request builders.

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use progenitor::{GenerationSettings, Generator, InterfaceStyle, TagStyle, TypeImpl};
use syn::visit_mut::VisitMut;

use super::{enums, requests, view};
use crate::{
    normalize::{Api, CORE_TYPES},
    refusal::{Outcome, Refusal},
};

pub(super) struct Generated {
    /// The items of progenitor's `types` module.
    pub(super) types: Vec<syn::Item>,
    /// The request builders.
    pub(super) requests: Vec<requests::Made>,
}

pub(super) fn generate(api: &Api) -> Outcome<Generated> {
    let refuse = |reason: String| Refusal::plain(format!("specs/{}: {reason}", api.provider));
    let document: openapiv3::OpenAPI =
        serde_json::from_value(view::document(api)).map_err(|error| refuse(error.to_string()))?;

    let mut settings = GenerationSettings::default();
    settings
        .with_interface(InterfaceStyle::Positional)
        .with_tag(TagStyle::Merged)
        .with_derive("PartialEq");
    for (name, path) in CORE_TYPES {
        settings.with_replacement(
            name,
            path,
            [TypeImpl::Display, TypeImpl::FromStr].into_iter(),
        );
    }
    for name in enums::open(api) {
        let path = format!("crate::generated::types::{name}");
        settings.with_replacement(
            name,
            path,
            [TypeImpl::Display, TypeImpl::FromStr].into_iter(),
        );
    }
    let tokens = Generator::new(&settings)
        .generate_tokens(&document)
        .map_err(|error| refuse(error.to_string()))?;
    let mut file: syn::File = syn::parse2(without_path_suffix(tokens))
        .map_err(|error| refuse(format!("progenitor's code is unsound: {error}")))?;
    Mend.visit_file_mut(&mut file);

    let mut types = Vec::new();
    let mut made = Vec::new();
    for item in file.items {
        match item {
            syn::Item::Mod(module) if module.ident == "types" => {
                types = module.content.map(|(_, items)| items).unwrap_or_default();
            }
            syn::Item::Impl(block) => made.extend(requests::of(block).map_err(refuse)?),
            // The code that sends and reads, which `payments-provider` does for every provider.
            _ => {}
        }
    }
    Ok(Generated {
        types,
        requests: made,
    })
}

/// Removes the `#suffix` from paths, which distinguishes two operations on one path in the
/// document.
fn without_path_suffix(tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), without_path_suffix(group.stream()));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                match text.split_once('#') {
                    Some((path, _)) if path.starts_with("\"{}/") => {
                        TokenTree::Literal(Literal::string(path.trim_start_matches('"')))
                    }
                    _ => TokenTree::Literal(literal),
                }
            }
            other => other,
        })
        .collect()
}

struct Mend;

impl VisitMut for Mend {
    /// A doc of several lines would be printed as a block comment.
    fn visit_attributes_mut(&mut self, attributes: &mut Vec<syn::Attribute>) {
        *attributes = std::mem::take(attributes)
            .into_iter()
            .flat_map(|attribute| match doc(&attribute) {
                None => vec![attribute],
                Some(lines) => lines
                    .iter()
                    .map(|line| syn::parse_quote!(#[doc = #line]))
                    .collect(),
            })
            .collect();
    }
}

/// The lines of a doc attribute, each after a blank.
fn doc(attribute: &syn::Attribute) -> Option<Vec<String>> {
    let syn::Meta::NameValue(pair) = &attribute.meta else {
        return None;
    };
    let syn::Expr::Lit(syn::ExprLit {
        lit: syn::Lit::Str(text),
        ..
    }) = &pair.value
    else {
        return None;
    };
    let line = |line: &str| match line.trim() {
        "" => String::new(),
        text => format!(" {text}"),
    };
    pair.path
        .is_ident("doc")
        .then(|| text.value().lines().map(line).collect())
}
