//! The request builders: progenitor's functions up to the point where they would send.
//!
//! `payments-provider` sends, waits, reads and judges, once for every provider: a function here
//! touches no network and awaits nothing.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{
    Expr, ExprMethodCall, Pat, Stmt, parse_quote,
    visit_mut::{self, VisitMut},
};

/// The functions of an `impl Client` that make requests; empty for another block.
pub(super) fn of(block: syn::ItemImpl) -> Result<Vec<syn::ImplItemFn>, String> {
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
pub(super) fn code(functions: &[syn::ImplItemFn]) -> TokenStream {
    quote! {
        use super::types;
        use ::payments_provider::http::{BaseUrl, BuildError, Client, Request};

        /// Makes the request of each operation.
        #[derive(Clone, Debug)]
        pub struct Requests {
            pub(crate) baseurl: String,
            pub(crate) client: Client,
        }

        impl Requests {
            /// With a client of their own to send them by.
            pub(crate) fn new(base: &BaseUrl, client: Client) -> Self {
                Self {
                    baseurl: base.to_string(),
                    client,
                }
            }
            #(#functions)*
        }
    }
}

/// Removes the code that sends, and what would be empty.
fn made(mut function: syn::ImplItemFn) -> Result<syn::ImplItemFn, String> {
    let name = function.sig.ident.to_string();
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
    let built = statements
        .iter()
        .position(|statement| binds(statement, "request"))
        .ok_or_else(|| strange("no request"))?;
    statements.truncate(built + 1);
    let Some(Stmt::Local(syn::Local {
        init: Some(built), ..
    })) = statements.pop()
    else {
        return Err(strange("a request without a value"));
    };
    let mut request = *built.expr;
    // A header that no provider asked for.
    statements.retain(|statement| {
        let text = statement.to_token_stream().to_string();
        !(text.starts_with("header_map . append") && text.contains("\"api-version\""))
    });
    let headers = statements.iter().any(|statement| {
        statement
            .to_token_stream()
            .to_string()
            .contains("header_map . append")
    });
    if !headers {
        statements.retain(|statement| !binds(statement, "header_map"));
        WithoutHeaders.visit_expr_mut(&mut request);
    }
    statements.push(Stmt::Expr(parse_quote!(Ok(Request::new(#request))), None));
    AsOurs.visit_block_mut(&mut function.block);
    Ok(function)
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

/// Removes `.headers(header_map)` from a chain.
struct WithoutHeaders;

impl VisitMut for WithoutHeaders {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        if let Expr::MethodCall(ExprMethodCall {
            method, receiver, ..
        }) = expression
            && method == "headers"
        {
            *expression = (**receiver).clone();
        }
        visit_mut::visit_expr_mut(self, expression);
    }
}

/// Replaces the helpers of progenitor's run-time crate by our own: parameters are single values,
/// and path segments escape themselves.
struct AsOurs;

impl VisitMut for AsOurs {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        visit_mut::visit_expr_mut(self, expression);
        let Expr::Call(call) = expression else {
            return;
        };
        let called = call.func.to_token_stream().to_string().replace(' ', "");
        let arguments: Vec<_> = call.args.iter().collect();
        match (called.as_str(), &arguments[..]) {
            ("progenitor_client::QueryParam::new", [name, value]) => {
                *expression = parse_quote!([(#name, #value)]);
            }
            ("encode_path", [Expr::Reference(reference)]) => {
                if let Expr::MethodCall(text) = &*reference.expr {
                    let segment = &text.receiver;
                    *expression = parse_quote!(#segment.escaped());
                }
            }
            _ => {}
        }
    }
    // `format!` hides its arguments from syn.
    fn visit_macro_mut(&mut self, call: &mut syn::Macro) {
        let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        if let Ok(mut arguments) = call.parse_body_with(parser) {
            for argument in &mut arguments {
                self.visit_expr_mut(argument);
            }
            call.tokens = arguments.to_token_stream();
        }
    }
}
