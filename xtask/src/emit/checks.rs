//! `checks.rs`: checks length, pattern and range of sent values, naming field and value.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};
use serde_json::Value;

use crate::{
    normalize::Api,
    pattern::alternatives,
    refusal::{Outcome, Refusal},
    schema::referred,
};

pub(super) fn code(api: &Api, types: &[syn::Item]) -> Outcome<TokenStream> {
    let mut checker = Checker {
        api,
        types,
        patterns: Vec::new(),
    };
    let mut checks = Vec::new();
    for name in &api.sent {
        if checker.has_check(name) {
            checks.push(checker.component(name)?);
        }
    }
    let patterns: TokenStream = checker
        .patterns
        .iter()
        .enumerate()
        .map(|(index, written)| pattern(index, written))
        .collect::<Outcome<_>>()?;
    Ok(quote! {
        use payments_core::Result;
        use payments_provider::check;
        use super::types;
        #patterns
        #(#checks)*
    })
}

fn pattern(index: usize, written: &str) -> Outcome<TokenStream> {
    let alternatives = alternatives(written)
        .map_err(|reason| Refusal::plain(format!("the pattern {written:?}: {reason}")))?;
    let alternatives = alternatives.iter().map(|parts| {
        let parts = parts.iter().map(|part| {
            let ranges = part
                .ranges
                .iter()
                .map(|(first, last)| quote!((#first, #last)));
            let most = match part.most {
                u32::MAX => quote!(u32::MAX),
                most => Literal::u32_unsuffixed(most).into_token_stream(),
            };
            let least = Literal::u32_unsuffixed(part.least);
            quote!(check::Part::new(&[#(#ranges),*], #least, #most))
        });
        quote!(&[#(#parts),*])
    });
    let name = format_ident!("PATTERN_{index}");
    Ok(quote! {
        static #name: check::Pattern = check::Pattern::new(#written, &[#(#alternatives),*]);
    })
}

struct Checker<'a> {
    api: &'a Api,
    types: &'a [syn::Item],
    patterns: Vec<String>,
}

impl Checker<'_> {
    /// Objects and choices of objects have their own check, even an empty one, because the
    /// operations always call it.
    fn has_check(&self, name: &str) -> bool {
        let schema = self.api.schema(name);
        schema["properties"].is_object() || schema["oneOf"].is_array()
    }

    fn component(&mut self, name: &str) -> Outcome<TokenStream> {
        let schema = self.api.schema(name).clone();
        let body = if schema["oneOf"].is_array() {
            self.choice(name)?
        } else {
            self.object(name, &schema)?
        };
        let name = format_ident!("{name}");
        Ok(quote! {
            impl types::#name {
                #[doc = " Checks what the provider's document demands, naming the field and its value."]
                pub fn check(&self) -> Result<()> {
                    #body
                }
            }
        })
    }

    fn choice(&self, name: &str) -> Outcome<TokenStream> {
        let arms = self
            .types
            .iter()
            .find_map(|item| match item {
                syn::Item::Enum(item) if item.ident == name => Some(item),
                _ => None,
            })
            .ok_or_else(|| self.missing(name))?
            .variants
            .iter()
            .map(|variant| {
                let variant = &variant.ident;
                quote!(Self::#variant(value) => value.check(),)
            });
        Ok(quote!(match self { #(#arms)* }))
    }

    fn object(&mut self, name: &str, schema: &Value) -> Outcome<TokenStream> {
        let mut checks = TokenStream::new();
        for (property, below) in schema["properties"].as_object().into_iter().flatten() {
            if below["x-own"] == true {
                continue;
            }
            let (field, optional) = self.field(name, property)?;
            let rule = self.rule(property, below);
            if rule.is_empty() {
                continue;
            }
            checks.extend(if optional {
                quote!(if let Some(value) = &self.#field { #rule })
            } else {
                quote!({ let value = &self.#field; #rule })
            });
        }
        Ok(quote!(#checks Ok(())))
    }

    /// The check of one value, called `value`; empty if it needs none.
    fn rule(&mut self, name: &str, schema: &Value) -> TokenStream {
        let mut rule = TokenStream::new();
        if let Some(component) = referred(schema) {
            let below = self.api.schema(component).clone();
            if self.has_check(component) {
                rule.extend(quote!(check::within(#name, value.check())?;));
            } else if below["enum"].is_null() {
                rule.extend(self.rule(name, &below));
            }
            return rule;
        }
        let number = |keyword: &str| match schema[keyword].as_i64() {
            Some(number) => {
                let literal = proc_macro2::Literal::i64_unsuffixed(number);
                quote!(Some(#literal))
            }
            None => quote!(None),
        };
        let mut bounds = |function: &str, minimum: &str, maximum: &str, argument: TokenStream| {
            if schema.get(minimum).is_some() || schema.get(maximum).is_some() {
                let function = format_ident!("{function}");
                let (minimum, maximum) = (number(minimum), number(maximum));
                rule.extend(quote!(check::#function(#name, #argument, #minimum, #maximum)?;));
            }
        };
        bounds("length", "minLength", "maxLength", quote!(value));
        bounds("items", "minItems", "maxItems", quote!(value.len()));
        bounds("range", "minimum", "maximum", quote!(*value));
        if let Some(pattern) = schema["pattern"].as_str() {
            let index = self.pattern(pattern);
            let constant = format_ident!("PATTERN_{index}");
            rule.extend(quote!(check::pattern(#name, value, &#constant)?;));
        }
        if schema["format"] == "date-time" {
            rule.extend(quote!(check::date_time(#name, value)?;));
        }
        let item = match &schema["items"] {
            Value::Null => TokenStream::new(),
            items => self.rule(name, items),
        };
        if !item.is_empty() {
            rule.extend(quote!(for value in value { #item }));
        }
        rule
    }

    fn pattern(&mut self, pattern: &str) -> usize {
        match self.patterns.iter().position(|known| known == pattern) {
            Some(index) => index,
            None => {
                self.patterns.push(pattern.to_owned());
                self.patterns.len() - 1
            }
        }
    }

    /// The Rust field of a member, and whether it is optional, as progenitor made them.
    fn field(&self, name: &str, property: &str) -> Outcome<(syn::Ident, bool)> {
        field(self.types, name, property).ok_or_else(|| self.missing(&format!("{name}.{property}")))
    }

    fn missing(&self, what: &str) -> Refusal {
        Refusal::plain(format!(
            "specs/{}: progenitor made no type for {what}",
            self.api.provider
        ))
    }
}

/// The Rust field of a member of a type, and whether it is optional, as progenitor made them.
pub(super) fn field(types: &[syn::Item], name: &str, member: &str) -> Option<(syn::Ident, bool)> {
    let field = made(types, name, member)?;
    Some((field.ident.clone()?, held_by_option(&field.ty).is_some()))
}

/// The type of a member that is there.
pub(super) fn field_type<'a>(
    types: &'a [syn::Item],
    name: &str,
    member: &str,
) -> Option<&'a syn::Type> {
    let field = made(types, name, member)?;
    Some(held_by_option(&field.ty).unwrap_or(&field.ty))
}

fn made<'a>(types: &'a [syn::Item], name: &str, member: &str) -> Option<&'a syn::Field> {
    let fields = types.iter().find_map(|item| match item {
        syn::Item::Struct(item) if item.ident == name => Some(&item.fields),
        _ => None,
    });
    let mut fields = fields.into_iter().flatten();
    fields.find(|field| json_name(field).as_deref() == Some(member))
}

/// The type in an `Option`; `None` for other types.
pub(super) fn held_by_option(kind: &syn::Type) -> Option<&syn::Type> {
    let syn::Type::Path(path) = kind else {
        return None;
    };
    let last = path.path.segments.last()?;
    match &last.arguments {
        syn::PathArguments::AngleBracketed(held) if last.ident == "Option" => {
            held.args.iter().find_map(|held| match held {
                syn::GenericArgument::Type(held) => Some(held),
                _ => None,
            })
        }
        _ => None,
    }
}

/// The member's name in JSON: the serde rename, or the field's own name.
pub(super) fn json_name(field: &syn::Field) -> Option<String> {
    let name = match renamed(&field.attrs) {
        Some(name) => name,
        None => field.ident.as_ref()?.to_string(),
    };
    Some(name.trim_start_matches("r#").to_owned())
}

/// The serde name of an item.
pub(super) fn renamed(attributes: &[syn::Attribute]) -> Option<String> {
    let mut name = None;
    for attribute in attributes {
        if attribute.path().is_ident("serde") {
            // Other serde settings have other kinds of values; one that this closure does not read
            // ends the parsing early.
            let _ = attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("rename") {
                    name = Some(meta.value()?.parse::<syn::LitStr>()?.value());
                }
                Ok(())
            });
        }
    }
    name
}
