//! Documentation for items without one in the specification: their name in the provider's document.

use quote::ToTokens;
use syn::{
    Attribute, Visibility, parse_quote,
    visit_mut::{self, VisitMut},
};

use super::checks::renamed;

/// Gives every public item, member and variant of a file a doc comment, at least its name.
pub(super) fn complete(file: &mut syn::File) {
    Complete.visit_file_mut(file);
}

struct Complete;

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_documented(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("doc"))
}

fn document(attributes: &mut Vec<Attribute>, text: &str) {
    if !is_documented(attributes) {
        let text = format!(" {text}");
        attributes.insert(0, parse_quote!(#[doc = #text]));
    }
}

/// The name that a member or a word has in the provider's document.
fn of_document(name: &str) -> String {
    format!("`{name}` in the provider's document.")
}

impl VisitMut for Complete {
    fn visit_item_struct_mut(&mut self, item: &mut syn::ItemStruct) {
        if is_public(&item.vis) {
            document(&mut item.attrs, &of_document(&item.ident.to_string()));
        }
        visit_mut::visit_item_struct_mut(self, item);
    }

    fn visit_field_mut(&mut self, field: &mut syn::Field) {
        let Some(ident) = field.ident.as_ref().filter(|_| is_public(&field.vis)) else {
            return;
        };
        let name = renamed(&field.attrs).unwrap_or_else(|| ident.to_string());
        document(
            &mut field.attrs,
            &of_document(name.trim_start_matches("r#")),
        );
    }

    fn visit_item_enum_mut(&mut self, item: &mut syn::ItemEnum) {
        if !is_public(&item.vis) {
            return;
        }
        document(&mut item.attrs, &of_document(&item.ident.to_string()));
        for variant in &mut item.variants {
            let held = variant
                .fields
                .iter()
                .next()
                .map(|field| field.ty.to_token_stream());
            let text = match (renamed(&variant.attrs), held) {
                (Some(word), _) => of_document(&word),
                (None, Some(held)) => format!("A `{held}`."),
                (None, None) => of_document(&variant.ident.to_string()),
            };
            document(&mut variant.attrs, &text);
        }
    }

    fn visit_impl_item_fn_mut(&mut self, function: &mut syn::ImplItemFn) {
        if is_public(&function.vis) {
            let name = function.sig.ident.to_string();
            document(&mut function.attrs, &format!("`{name}`."));
        }
    }

    fn visit_item_mod_mut(&mut self, item: &mut syn::ItemMod) {
        if is_public(&item.vis) {
            let text = match item.ident.to_string().as_str() {
                "bodies" => "The operations, and every body as data.",
                "callbacks" => "What the provider sends.",
                "capabilities" => "What the provider can do.",
                "codes" => "The provider's codes, and what each proves.",
                "settings" => "What a client is set up with.",
                "statuses" => "The provider's status words, and what each means.",
                "types" => "The provider's types.",
                _ => "Generated.",
            };
            document(&mut item.attrs, text);
        }
        visit_mut::visit_item_mod_mut(self, item);
    }
}
