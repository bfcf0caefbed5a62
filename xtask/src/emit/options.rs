//! `options.rs`: the provider's own options, and where the bodies carry them.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use super::{checks::field_type, codes::word, ident};
use crate::{
    options::{Body, Form, Options, Own},
    refusal::{Outcome, Refusal},
};

/// The table of the options, for the capabilities.
pub(super) fn table(options: &Options) -> TokenStream {
    let entries = options.options.iter().map(|own| {
        let (name, personal, text) = (&own.name, own.personal, &own.text);
        let kinds = own.kinds.iter().map(word);
        let form = match &own.form {
            Form::Word(words) => quote!(Word(&[#(#words),*])),
            plain => word(plain).into_token_stream(),
        };
        quote! {
            ProviderOption {
                name: #name,
                kinds: &[#(Kind::#kinds),*],
                form: OptionForm::#form,
                personal: #personal,
                text: #text,
            }
        }
    });
    quote!(&[#(#entries),*])
}

/// The typed builder, and the function of each body that puts the options into it.
pub(super) fn code(provider: &str, options: &Options, types: &[syn::Item]) -> Outcome<TokenStream> {
    let setters = options
        .options
        .iter()
        .map(|own| setter(provider, own, types))
        .collect::<Outcome<Vec<_>>>()?;
    let bodies = options.bodies.iter().map(|body| put(body, options));
    Ok(quote! {
        use payments_core::{Kind, ProviderOptions, Result};
        use payments_provider::options::{self, Place, Places};

        use super::{capabilities::{CAPABILITIES, PROVIDER}, types::{self, *}};

        #[doc = " What a request of this provider can carry beyond the common request. Give it to the"]
        #[doc = " request's `options`. It is part of the request: it is checked before sending, and a"]
        #[doc = " journal compares it when the request is made again."]
        #[derive(Clone, Debug, PartialEq)]
        pub struct Options(ProviderOptions);

        impl Options {
            #[doc = " No option."]
            #[must_use]
            pub const fn new() -> Self {
                Self(ProviderOptions::new(PROVIDER))
            }

            #(#setters)*
        }

        impl Default for Options {
            fn default() -> Self {
                Self::new()
            }
        }

        impl From<Options> for ProviderOptions {
            fn from(options: Options) -> Self {
                options.0
            }
        }

        #(#bodies)*
    })
}

fn setter(provider: &str, own: &Own, types: &[syn::Item]) -> Outcome<TokenStream> {
    let (name, setter) = (&own.name, ident(&own.name));
    let (kind, value) = match &own.form {
        Form::Text => (
            quote!(impl Into<String>),
            quote!(Into::<String>::into(value)),
        ),
        Form::Flag => (quote!(bool), quote!(value)),
        Form::Whole => (quote!(i64), quote!(value)),
        Form::Amount => (quote!(u64), quote!(value)),
        Form::Word(_) | Form::List | Form::Object => {
            let kind = match &own.member {
                Some((component, member)) => field_type(types, component, member),
                None => None,
            };
            match kind {
                Some(kind) => (kind.into_token_stream(), quote!(value)),
                // A header has no type of its own.
                None if matches!(own.form, Form::Word(_)) => (
                    quote!(impl Into<String>),
                    quote!(Into::<String>::into(value)),
                ),
                None => {
                    let reason = format!("specs/{provider}: the option {name} has no type");
                    return Err(Refusal::plain(reason));
                }
            }
        }
    };
    let set = format_ident!(
        "{}",
        if own.personal {
            "with_personal"
        } else {
            "with"
        }
    );
    let unit = match own.form {
        Form::Amount => " In whole rupiah.",
        _ => "",
    };
    let documentation = format!(" {}{unit}", own.text);
    Ok(quote! {
        #[doc = #documentation]
        #[must_use]
        pub fn #setter(self, value: #kind) -> Self {
            Self(self.0.#set(#name, #value))
        }
    })
}

fn put(body: &Body, options: &Options) -> TokenStream {
    let (schema, kind, is_later) = (ident(&body.schema), word(body.kind), body.later);
    let carried = options.options.iter();
    let carried = carried.filter(|own| own.schemas.contains(&body.schema));
    let places = carried.map(|own| {
        let Own {
            name, at, replaces, ..
        } = own;
        let flag = match &own.flag {
            Some([no, yes]) => quote!(Some([#no, #yes])),
            None => quote!(None),
        };
        quote!(Place { name: #name, at: #at, flag: #flag, replaces: #replaces })
    });
    quote! {
        impl types::#schema {
            #[doc = " The same with the provider's own options. One that it cannot carry is refused."]
            pub(crate) fn with_options(self, options: Option<&ProviderOptions>) -> Result<Self> {
                const PLACES: Places = Places {
                    kind: Kind::#kind,
                    places: &[#(#places),*],
                    is_later: #is_later,
                };
                options::put(self, options, &CAPABILITIES, &PLACES)
            }
        }
    }
}
