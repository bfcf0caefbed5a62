//! Open enums: an unknown word is kept, not refused.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::ident;
use crate::{normalize::Api, schema::variant};

/// The enums that can be reached from a received component.
pub(super) fn open(api: &Api) -> Vec<&str> {
    api.received
        .iter()
        .filter(|name| api.schema(name)["enum"].is_array())
        .map(String::as_str)
        .collect()
}

pub(super) fn code(api: &Api) -> TokenStream {
    open(api)
        .into_iter()
        .map(|name| {
            let schema = api.schema(name);
            let words: Vec<_> = schema["enum"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            open_enum(
                name,
                schema["description"]
                    .as_str()
                    .unwrap_or("A word of the provider."),
                &words,
                |word| format!("`{word}`"),
            )
        })
        .collect()
}

/// An enum of some words and `Other`; each word is documented by the function.
pub(super) fn open_enum(
    name: &str,
    description: &str,
    words: &[&str],
    document: impl Fn(&str) -> String,
) -> TokenStream {
    let name = format_ident!("{name}");
    let variants: Vec<_> = words.iter().map(|word| ident(&variant(word))).collect();
    let docs = words.iter().map(|word| {
        let text = document(word);
        let lines = text.lines().map(|line| format!(" {}", line.trim()));
        quote!(#(#[doc = #lines])*)
    });
    let description = format!(" {description}");
    quote! {
        #[doc = #description]
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum #name {
            #(#docs #variants,)*
            #[doc = " A word that this version does not know."]
            Other(::std::string::String),
        }

        impl #name {
            #[doc = " Every word that this version knows."]
            pub const KNOWN: &'static [&'static str] = &[#(#words),*];

            #[doc = " The word as it is sent."]
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #words,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl ::std::convert::From<&str> for #name {
            fn from(word: &str) -> Self {
                match word {
                    #(#words => Self::#variants,)*
                    other => Self::Other(other.to_owned()),
                }
            }
        }

        impl ::std::str::FromStr for #name {
            type Err = ::std::convert::Infallible;

            fn from_str(word: &str) -> ::std::result::Result<Self, Self::Err> {
                Ok(Self::from(word))
            }
        }

        impl ::std::fmt::Display for #name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::serde::Serialize for #name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for #name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                let word = <::std::string::String as ::serde::Deserialize>::deserialize(deserializer)?;
                Ok(Self::from(word.as_str()))
            }
        }
    }
}
