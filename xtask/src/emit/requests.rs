//! The request builders: progenitor's functions up to the point where they would send.
//!
//! `payments-provider` sends, waits, reads and judges, once for every provider: a function here
//! touches no network and awaits nothing.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{Expr, Pat, Stmt, parse_quote};

use super::checks::held_by_option;

/// The functions of an `impl Client` that make requests; empty for another block.
pub(super) fn of(block: syn::ItemImpl) -> Result<Vec<Made>, String> {
    if block.trait_.is_some() {
        return Ok(Vec::new());
    }
    let functions = block.items.into_iter().filter_map(|item| match item {
        // The other functions construct and show the client.
        syn::ImplItem::Fn(function) if function.sig.asyncness.is_some() => Some(function),
        _ => None,
    });
    functions.map(made).collect()
}

/// The file of a provider's requests.
pub(super) fn code(requests: &[Made]) -> TokenStream {
    let functions = requests.iter().map(|made| &made.function);
    let constant = || requests.iter().filter_map(|made| made.constant());
    let names = constant().map(|(name, _)| name);
    let urls = constant().map(|(name, path)| quote!(#name: base.at(#path)));
    quote! {
        use std::sync::Arc;

        use super::types;
        use ::payments_provider::http::{BaseUrl, BuildError, Client, Method, Request, Url};

        /// Makes the request of each operation.
        #[derive(Clone, Debug)]
        pub struct Requests {
            pub(crate) base: BaseUrl,
            pub(crate) client: Client,
            urls: Arc<Urls>,
        }

        /// The URLs that are the same in every call of their operation.
        #[derive(Debug)]
        struct Urls {
            #(#names: Url),*
        }

        impl Requests {
            /// With a client of their own to send them by.
            pub(crate) fn new(base: &BaseUrl, client: Client) -> Self {
                Self {
                    base: base.clone(),
                    client,
                    urls: Arc::new(Urls { #(#urls),* }),
                }
            }
            #(#functions)*
        }
    }
}

/// A function that makes a request.
pub(super) struct Made {
    pub(super) function: syn::ImplItemFn,
    /// Its path, if that has no parameter.
    path: Option<String>,
}

impl Made {
    /// The field of its URL, and its path.
    fn constant(&self) -> Option<(&syn::Ident, &str)> {
        Some((&self.function.sig.ident, self.path.as_deref()?))
    }
}

/// Removes the code that sends, and makes the request as `payments-provider` does.
fn made(mut function: syn::ImplItemFn) -> Result<Made, String> {
    let name = function.sig.ident.clone();
    let strange = |what: &str| format!("progenitor's {name} has {what}");

    let syn::ReturnType::Type(_, output) = &function.sig.output else {
        return Err(strange("no result"));
    };
    let answer = first_argument(output)
        .and_then(first_argument)
        .ok_or_else(|| strange("another result than Result<ResponseValue<_>, _>"))?;
    function.sig.output = parse_quote!(-> Result<Request<#answer>, BuildError>);
    function.sig.asyncness = None;

    let statements = &mut function.block.stmts;
    let built = take(statements, "request").ok_or_else(|| strange("no request"))?;
    let url = take(statements, "url").ok_or_else(|| strange("no URL"))?;
    let url = Place::of(url).ok_or_else(|| strange("another URL than a format"))?;
    // What is left makes the headers; this one no provider asked for.
    statements.retain(|statement| {
        let text = statement.to_token_stream().to_string();
        text.contains("header_map") && !text.contains("\"api-version\"")
    });
    let headers = statements.len() > 1;
    if !headers {
        statements.clear();
    }

    let (path, segments) = (&url.path, &url.segments);
    let url_value = match segments.is_empty() {
        true => quote!(self.urls.#name.clone()),
        false => quote!(self.base.at(&format!(#path, #(#segments.escaped()),*))),
    };
    let made = chain(&built, &function.sig, &url_value).map_err(|what| strange(&what))?;
    let made = match headers {
        true => quote!(#made.headers(header_map)),
        false => made,
    };
    function
        .block
        .stmts
        .push(Stmt::Expr(parse_quote!(Ok(#made)), None));
    Ok(Made {
        path: segments.is_empty().then(|| path.clone()),
        function,
    })
}

/// Cuts the statements before the one that binds a name, and returns the value that it binds. What
/// comes after `request` sends it.
fn take(statements: &mut Vec<Stmt>, name: &str) -> Option<Expr> {
    let at = statements
        .iter()
        .position(|statement| binds(statement, name))?;
    if name == "request" {
        statements.truncate(at + 1);
    }
    match statements.remove(at) {
        Stmt::Local(syn::Local {
            init: Some(bound), ..
        }) => Some(*bound.expr),
        _ => None,
    }
}

/// Where a request goes, below the base URL.
struct Place {
    /// With `{}` for each segment.
    path: String,
    segments: Vec<Expr>,
}

impl Place {
    /// Of `format!("{}/path/{}", self.baseurl, encode_path(&id.to_string()))`.
    fn of(url: Expr) -> Option<Self> {
        let Expr::Macro(call) = url else { return None };
        let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        let mut arguments = call.mac.parse_body_with(parser).ok()?.into_iter();
        let Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(form),
            ..
        }) = arguments.next()?
        else {
            return None;
        };
        let path = form.value().strip_prefix("{}")?.to_owned();
        arguments.next()?;
        let segments = arguments.map(segment).collect::<Option<_>>()?;
        Some(Self { path, segments })
    }
}

/// The segment in `encode_path(&id.to_string())`; it escapes itself.
fn segment(encoded: Expr) -> Option<Expr> {
    let Expr::Call(call) = encoded else {
        return None;
    };
    match call.args.into_iter().next()? {
        Expr::Reference(reference) => match *reference.expr {
            Expr::MethodCall(text) => Some(*text.receiver),
            _ => None,
        },
        _ => None,
    }
}

/// The request that a chain of reqwest's methods builds, without its headers.
fn chain(
    built: &Expr,
    signature: &syn::Signature,
    url: &TokenStream,
) -> Result<TokenStream, String> {
    let call = match built {
        Expr::Try(tried) => return chain(&tried.expr, signature, url),
        Expr::MethodCall(call) => call,
        _ => return Err("a request that is no chain of calls".into()),
    };
    let below = || chain(&call.receiver, signature, url);
    let first = call.args.first();
    match (call.method.to_string().as_str(), first) {
        ("build" | "headers", _) => below(),
        // The same for every request.
        ("header", Some(name)) if name.to_token_stream().to_string().ends_with("ACCEPT") => below(),
        ("json", Some(Expr::Reference(body))) => {
            let (made, body) = (below()?, &body.expr);
            Ok(quote!(#made.json(#body)?))
        }
        ("query", Some(pair)) => {
            let (made, (name, value)) = (below()?, query(pair)?);
            Ok(match is_optional(signature, &value) {
                true => quote!(#made.query(#name, #value)),
                false => quote!(#made.query(#name, Some(#value))),
            })
        }
        (method @ ("get" | "post" | "put" | "patch" | "delete"), Some(_)) => {
            let method = format_ident!("{}", method.to_uppercase());
            Ok(quote!(Request::new(Method::#method, #url)))
        }
        (other, _) => Err(format!("a request that calls {other}")),
    }
}

/// The name and the value of `&progenitor_client::QueryParam::new("name", &value)`.
fn query(pair: &Expr) -> Result<(Expr, syn::Ident), String> {
    let found = || {
        let Expr::Reference(pair) = pair else {
            return None;
        };
        let Expr::Call(call) = &*pair.expr else {
            return None;
        };
        let mut arguments = call.args.iter();
        let (name, value) = (arguments.next()?, arguments.next()?);
        let Expr::Reference(value) = value else {
            return None;
        };
        match &*value.expr {
            Expr::Path(path) => Some((name.clone(), path.path.get_ident()?.clone())),
            _ => None,
        }
    };
    found().ok_or_else(|| "a query of another form".into())
}

fn is_optional(signature: &syn::Signature, name: &syn::Ident) -> bool {
    signature.inputs.iter().any(|input| match input {
        syn::FnArg::Typed(typed) => {
            matches!(&*typed.pat, Pat::Ident(pattern) if pattern.ident == *name)
                && held_by_option(&typed.ty).is_some()
        }
        syn::FnArg::Receiver(_) => false,
    })
}

/// `T` of `Name<T, …>`.
fn first_argument(kind: &syn::Type) -> Option<&syn::Type> {
    let syn::Type::Path(path) = kind else {
        return None;
    };
    let syn::PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments
    else {
        return None;
    };
    match arguments.args.first()? {
        syn::GenericArgument::Type(kind) => Some(kind),
        _ => None,
    }
}

fn binds(statement: &Stmt, name: &str) -> bool {
    matches!(statement, Stmt::Local(syn::Local { pat: Pat::Ident(pattern), .. }) if pattern.ident == name)
}
