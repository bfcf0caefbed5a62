//! `operations.rs`: the client's operations, all checked, sent and read in the same way.
//!
//! Written by hand: how a request is authorised and a reply judged (the client's `run`), what a
//! client adds to each request (its `Own`) or puts into its body (`own_members`), and checks that
//! no schema can express (`own_checks`).

use std::collections::BTreeSet;

use heck::ToUpperCamelCase;
use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use serde_json::Value;
use syn::visit_mut::{self, VisitMut};

use super::{checks::field, ident, requests::Made};
use crate::{
    normalize::{Api, Operation},
    refusal::{Outcome, Refusal},
    schema::referred,
};

/// The file of a provider's operations; `requests` makes their requests.
pub(super) fn code(api: &Api, types: &[syn::Item], requests: &[Made]) -> Outcome<TokenStream> {
    let public = api
        .operations
        .iter()
        .filter(|operation| !operation.prepared);
    let functions = public
        .map(|operation| {
            let refuse = |what: &str| {
                Refusal::plain(format!("specs/{}: {}: {what}", api.provider, operation.id))
            };
            let made = requests
                .iter()
                .map(|made| &made.function)
                .find(|function| function.sig.ident == operation.id)
                .ok_or_else(|| refuse("progenitor made no request"))?;
            function(api, types, operation, made)
        })
        .collect::<Outcome<Vec<_>>>()?;
    let client = format_ident!("{}", api.provider.to_upper_camel_case());
    let bodies: BTreeSet<_> = api
        .operations
        .iter()
        .filter_map(|operation| operation.request.as_deref())
        .collect();
    let with_own = bodies
        .into_iter()
        .map(|body| with_own(api, types, body, &client));
    let with_own = with_own.collect::<Outcome<TokenStream>>()?;
    if functions.is_empty() {
        return Ok(TokenStream::new());
    }
    Ok(quote! {
        use payments_core::{Reference, Result};
        use payments_provider::{check::path_segment, http::Answer};

        use super::{bodies, capabilities::PROVIDER, types};
        use crate::#client;

        impl #client {
            #(#functions)*
        }

        #with_own
    })
}

/// Puts in what is the client's own.
fn with_own(
    api: &Api,
    types: &[syn::Item],
    body: &str,
    client: &syn::Ident,
) -> Outcome<TokenStream> {
    let refuse =
        |what: String| Refusal::plain(format!("specs/{}: {body}: x-signs: {what}", api.provider));
    let mut added = Vec::new();
    for (member, schema) in api.own_members(body) {
        let field_of = |member: &str| {
            let field = field(types, body, member).map(|(field, _)| field);
            field.ok_or_else(|| refuse(format!("{member:?} has no field")))
        };
        let field = field_of(member)?;
        let signed = schema["x-signs"].as_str();
        let signed = signed.map(|signed| match signed.strip_prefix('/') {
            Some(signed) => field_of(signed).map(|signed| quote!(&self.#signed)),
            None => Ok(quote!(#signed)),
        });
        let signed = signed.transpose()?;
        let is_required = |name: &Value| name.as_str() == Some(member);
        let required = api.schema(body)["required"].as_array();
        let required = required.is_some_and(|names| names.iter().any(is_required));
        let value = match signed {
            Some(signed) => quote!(crate::own_members::#field(client, #signed)?),
            None => quote!(crate::own_members::#field(client)),
        };
        let value = if required {
            quote!(Some(#value))
        } else {
            value
        };
        added.push(quote!(request.#field = #value;));
    }
    if added.is_empty() {
        return Ok(TokenStream::new());
    }
    let body = ident(body);
    Ok(quote! {
        impl types::#body {
            #[doc = " The request with what the client puts in."]
            fn with_own(&self, client: &#client) -> Result<Self> {
                let mut request = self.clone();
                #(#added)*
                Ok(request)
            }
        }
    })
}

/// In place of a pointer: the request holds no reference, and the mapping knows it.
const ELSEWHERE: &str = "elsewhere";

/// An argument of an operation.
struct Argument {
    name: syn::Ident,
    /// Its type in the public function; `None` if the client adds it.
    kind: Option<TokenStream>,
    /// The value passed to the request builder.
    passed: TokenStream,
    /// The check that is made first.
    check: TokenStream,
    /// The code that makes a path segment of it.
    segment: TokenStream,
}

fn function(
    api: &Api,
    types: &[syn::Item],
    operation: &Operation,
    made: &syn::ImplItemFn,
) -> Outcome<TokenStream> {
    let name = &made.sig.ident;
    let arguments: Vec<_> = made
        .sig
        .inputs
        .iter()
        .filter_map(|input| match input {
            syn::FnArg::Typed(argument) => Some(argument),
            syn::FnArg::Receiver(_) => None,
        })
        .map(|typed| argument(operation, typed))
        .collect();
    let public: Vec<_> = arguments
        .iter()
        .filter_map(|argument| Some((&argument.name, argument.kind.as_ref()?)))
        .collect();
    let names: Vec<_> = public.iter().map(|(name, _)| *name).collect();
    let declared = public.iter().map(|(name, kind)| quote!(#name: #kind));
    let declared: Vec<_> = declared.collect();

    let checks = arguments.iter().map(|argument| &argument.check);
    let segments = arguments.iter().map(|argument| &argument.segment);
    let own_check = operation.own_check.then(|| {
        quote! {
            crate::own_checks::#name(self, #(#names),*).map_err(|error| error.with_provider(PROVIDER))?;
        }
    });
    let passed = arguments.iter().map(|argument| &argument.passed);
    let own = match arguments.iter().all(|argument| argument.kind.is_some()) {
        true => quote!(||),
        false => quote!(|own|),
    };
    let body = operation.request.as_deref();
    let with_own = body
        .is_some_and(|body| api.own_members(body).next().is_some())
        .then(|| quote!(let request = &request.with_own(self)?;));
    let constant = format_ident!("{}", operation.id.to_uppercase());
    let answer = ident(&operation.response);
    let run = |reference: TokenStream| {
        quote! {
            #(#checks)*
            #own_check
            #(#segments)*
            #with_own
            self.run(&bodies::#constant, #reference, #own self.requests.#name(#(#passed),*)).await
        }
    };
    let documentation = format!(
        " `{} {}`: {}",
        operation.method, operation.path, operation.summary
    );
    let documentation = quote!(#[doc = #documentation]);
    let reference = match operation.reference.as_deref() {
        Some(ELSEWHERE) => None,
        Some(pointer) => Some(reference(api, types, operation, pointer)?),
        None => Some(quote!(None)),
    };
    if let Some(reference) = reference {
        let run = run(subject(api, types, operation, reference)?);
        return Ok(quote! {
            #documentation
            pub async fn #name(&self, #(#declared),*) -> Result<Answer<types::#answer>> {
                #run
            }
        });
    }
    let about = format_ident!("{name}_about");
    let reference = quote!(about.map(Reference::as_str));
    let run = run(subject(api, types, operation, reference)?);
    Ok(quote! {
        #documentation
        pub async fn #name(&self, #(#declared),*) -> Result<Answer<types::#answer>> {
            self.#about(None, #(#names),*).await
        }

        #[doc = " The same, about what the merchant calls by a reference, which its request does not hold."]
        pub(crate) async fn #about(
            &self,
            about: Option<&Reference>,
            #(#declared),*
        ) -> Result<Answer<types::#answer>> {
            #run
        }
    })
}

fn argument(operation: &Operation, typed: &syn::PatType) -> Argument {
    let name = typed.pat.to_token_stream().to_string();
    let own = operation.own_parameters.contains(&name);
    let text = typed.ty.to_token_stream().to_string().replace(' ', "");
    let ident = ident(&name);
    let mut kind = (*typed.ty).clone();
    WithoutLifetimes.visit_type_mut(&mut kind);
    if name == "body" {
        let request = format_ident!("request");
        return Argument {
            passed: request.to_token_stream(),
            check: quote!(#request.check().map_err(|error| error.with_provider(PROVIDER))?;),
            segment: TokenStream::new(),
            kind: Some(kind.to_token_stream()),
            name: request,
        };
    }
    if own {
        return Argument {
            passed: quote!(own.#ident.into()),
            check: TokenStream::new(),
            segment: TokenStream::new(),
            kind: None,
            name: ident,
        };
    }
    if text.ends_with("PathSegment") {
        let segment = format_ident!("{name}_segment");
        return Argument {
            passed: quote!(&#segment),
            check: TokenStream::new(),
            segment: quote!(let #segment = path_segment(#name, #ident)?;),
            kind: Some(quote!(&str)),
            name: ident,
        };
    }
    Argument {
        passed: ident.to_token_stream(),
        check: TokenStream::new(),
        segment: TokenStream::new(),
        kind: Some(kind.to_token_stream()),
        name: ident,
    }
}

/// What an answer must be about. Where the provider repeats the customer, it is a reference and a
/// customer; elsewhere it is the reference alone.
fn subject(
    api: &Api,
    types: &[syn::Item],
    operation: &Operation,
    reference: TokenStream,
) -> Outcome<TokenStream> {
    if api.operations.iter().all(|one| one.customer.is_none()) {
        return Ok(reference);
    }
    let customer = match operation.customer.as_deref() {
        Some(pointer) => text_at(api, types, operation, pointer)?,
        None => quote!(None),
    };
    Ok(quote!(crate::told::Subject { reference: #reference, customer: #customer }))
}

/// The merchant's reference of an operation: a value in its request, by a pointer, or one of its
/// parameters.
fn reference(
    api: &Api,
    types: &[syn::Item],
    operation: &Operation,
    pointer: &str,
) -> Outcome<TokenStream> {
    if let Some(parameter) = pointer
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
    {
        let parameter = ident(parameter);
        return Ok(quote!(Some(#parameter)));
    }
    if !pointer.starts_with('/') {
        return Err(Refusal::plain(format!(
            "specs/{}: {}: reference {pointer:?}: expected /member, {{parameter}} or {ELSEWHERE}",
            api.provider, operation.id
        )));
    }
    text_at(api, types, operation, pointer)
}

/// The text that a pointer leads to in the request of an operation, as `Option<&str>`.
fn text_at(
    api: &Api,
    types: &[syn::Item],
    operation: &Operation,
    pointer: &str,
) -> Outcome<TokenStream> {
    let refuse = |what: String| {
        Refusal::plain(format!(
            "specs/{}: {}: {pointer:?}: {what}",
            api.provider, operation.id
        ))
    };
    let component = operation
        .request
        .as_deref()
        .ok_or_else(|| refuse("the operation has no body".to_owned()))?;
    let members: Vec<_> = pointer.split('/').skip(1).collect();
    if members.is_empty() {
        return Err(refuse("expected /member".to_owned()));
    }
    let found = place(api, types, component, &members, quote!(request)).map_err(refuse)?;
    Ok(found)
}

/// The text at a place below a value of a component, as `Option<&str>`.
fn place(
    api: &Api,
    types: &[syn::Item],
    component: &str,
    members: &[&str],
    value: TokenStream,
) -> Result<TokenStream, String> {
    let schema = api.schema(component);
    if let Some(choices) = schema["oneOf"].as_array() {
        let item = types.iter().find_map(|item| match item {
            syn::Item::Enum(item) if item.ident == component => Some(item),
            _ => None,
        });
        let item = item.ok_or_else(|| format!("{component} has no type"))?;
        if item.variants.len() != choices.len() {
            return Err(format!("{component} has other variants than choices"));
        }
        let enum_name = ident(component);
        let arms = item
            .variants
            .iter()
            .map(|variant| {
                let syn::Fields::Unnamed(fields) = &variant.fields else {
                    return Err(format!("{component} has a variant that holds nothing"));
                };
                let held = fields
                    .unnamed
                    .first()
                    .map(|field| field.ty.to_token_stream());
                let held = held.unwrap_or_default().to_string();
                let name = &variant.ident;
                let below = place(api, types, &held, members, quote!(one))?;
                Ok(quote!(types::#enum_name::#name(one) => #below,))
            })
            .collect::<Result<Vec<_>, _>>()?;
        return Ok(quote!(match &#value { #(#arms)* }));
    }
    let Some((member, rest)) = members.split_first() else {
        return Err(format!("{component} is not text"));
    };
    let below = &schema["properties"][*member];
    if below.is_null() {
        return Err(format!("{component} has no member {member:?}"));
    }
    let (field, optional) = field(types, component, member)
        .ok_or_else(|| format!("{component}.{member} has no field"))?;
    match (referred(below), rest) {
        (Some(next), _) if !optional && api.schema(next)["type"] != "string" => {
            place(api, types, next, rest, quote!(#value.#field))
        }
        (_, []) if optional => Ok(quote!(#value.#field.as_deref())),
        (_, []) => Ok(quote!(Some(&*#value.#field))),
        _ => Err(format!(
            "{component}.{member} is optional, or holds no object"
        )),
    }
}

/// Takes the lifetimes out of a type.
struct WithoutLifetimes;

impl VisitMut for WithoutLifetimes {
    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        reference.lifetime = None;
        visit_mut::visit_type_reference_mut(self, reference);
    }
}
