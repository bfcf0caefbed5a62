//! `capabilities.rs`: what the provider can do.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::codes::word;
use crate::{
    refusal::{Outcome, Place},
    tables::{Bill, Bills, Capabilities, Lookup, Mandates, Method, ReferenceRule, Topups},
};

pub(super) fn code(
    capabilities: &Capabilities,
    provider: &str,
    options: TokenStream,
) -> Outcome<TokenStream> {
    let at = Place::file(format!("specs/{provider}/capabilities.toml")).at("method");
    let methods = capabilities
        .method
        .iter()
        .map(|entry| method(entry, &capabilities.reference, &at.at(&entry.method)))
        .collect::<Outcome<Vec<_>>>()?;
    let Capabilities {
        title,
        document,
        currency_digits,
        reference,
        callbacks,
        unknown,
        ..
    } = capabilities;
    let (length, punctuation) = (reference.maximum_length, &reference.punctuation);
    let phone = match &capabilities.phone {
        Some(rule) => {
            let (form, foreign) = (word(rule.form), rule.foreign);
            quote!(Some(PhoneRule { form: PhoneForm::#form, foreign: #foreign }))
        }
        None => quote!(None),
    };
    let (proof, delivery) = (word(callbacks.proof), &callbacks.delivery);
    let settled_by = &unknown.settled_by;
    let bills = match &capabilities.bills {
        Some(bills) => bill_capabilities(bills, &capabilities.bill),
        None => quote!(None),
    };
    let topups = match &capabilities.topups {
        Some(topups) => topup_capabilities(topups),
        None => quote!(None),
    };
    let mandates = match &capabilities.mandates {
        Some(mandates) => mandate_capabilities(mandates),
        None => quote!(None),
    };
    Ok(quote! {
        use std::time::Duration;

        use payments_core::{
            Capabilities, Currency, Kind, Method, MethodKind, OptionForm, PhoneForm, Provider, ProviderOption,
            capabilities::{
                BillCapabilities, BillOperation, BillProduct, CallbackProof, Lookup, MandateCapabilities, MandateOperation,
                MethodCapabilities, Need, PaymentOperation, PhoneRule, ReferenceRule, Settlement, TopupCapabilities, TopupOperation,
            },
        };

        #[doc = " The provider's name."]
        pub const PROVIDER: Provider = Provider::new(#provider);

        #[doc = " What the provider can do."]
        pub static CAPABILITIES: Capabilities = Capabilities {
            provider: PROVIDER,
            title: #title,
            document: #document,
            currency: Currency::IDR,
            currency_digits: #currency_digits,
            reference: ReferenceRule { maximum_length: #length, punctuation: #punctuation },
            phone: #phone,
            callback_proof: CallbackProof::#proof,
            callback_delivery: #delivery,
            unknown_settled_by: #settled_by,
            methods: &[#(#methods),*],
            bills: #bills,
            topups: #topups,
            mandates: #mandates,
            options: #options,
        };
    })
}

fn method(method: &Method, common: &ReferenceRule, at: &Place) -> Outcome<TokenStream> {
    let (kind, channel) = method
        .method
        .split_once(':')
        .unwrap_or((&method.method, ""));
    let kind = match kind {
        "ewallet" => "EWallet",
        "va" => "VirtualAccount",
        "outlet" => "RetailOutlet",
        "internet_banking" => "InternetBanking",
        "qris" => "Qris",
        "card" => "Card",
        "any" => "Any",
        _ => return Err(at.refuse("this kind of method is not known")),
    };
    let kind = format_ident!("{kind}");
    let (minimum, maximum) = (limit(method.minimum), limit(method.maximum));
    let operations = method.operations.iter().map(word);
    let settlement = settlement(
        method.lookup,
        method.send_again,
        method.visibility_delay_seconds,
    );
    let needs = method.needs.iter().map(word);
    let rule = method.reference.as_ref().unwrap_or(common);
    let (length, punctuation) = (rule.maximum_length, &rule.punctuation);
    Ok(quote! {
        MethodCapabilities {
            method: &const { Method::of(MethodKind::#kind, #channel) },
            minimum: #minimum,
            maximum: #maximum,
            operations: &[#(PaymentOperation::#operations),*],
            settlement: #settlement,
            needs: &[#(Need::#needs),*],
            reference: ReferenceRule { maximum_length: #length, punctuation: #punctuation },
        }
    })
}

fn bill_capabilities(bills: &Bills, products: &[Bill]) -> TokenStream {
    let operations = bills.operations.iter().map(word);
    let mut settlement = settlement(
        bills.lookup,
        bills.send_again,
        bills.visibility_delay_seconds,
    );
    if bills.minimum_pause_seconds > 0 {
        let seconds = bills.minimum_pause_seconds;
        settlement.extend(quote!(.minimum_pause(Duration::from_secs(#seconds))));
    }
    let products = products.iter().map(|bill| {
        let (product, title, details) = (&bill.product, &bill.title, &bill.details);
        quote!(BillProduct { code: #product, title: #title, details: #details })
    });
    quote! {
        Some(BillCapabilities {
            operations: &[#(BillOperation::#operations),*],
            settlement: #settlement,
            products: &[#(#products),*],
        })
    }
}

fn topup_capabilities(topups: &Topups) -> TokenStream {
    let operations = topups.operations.iter().map(word);
    let mut settlement = settlement(
        topups.lookup,
        topups.send_again,
        topups.visibility_delay_seconds,
    );
    if topups.minimum_pause_seconds > 0 {
        let seconds = topups.minimum_pause_seconds;
        settlement.extend(quote!(.minimum_pause(Duration::from_secs(#seconds))));
    }
    if let Some(days) = topups.repeat_within_days {
        let seconds = days * 24 * 60 * 60;
        settlement.extend(quote!(.repeat_within(Duration::from_secs(#seconds))));
    }
    quote! {
        Some(TopupCapabilities {
            operations: &[#(TopupOperation::#operations),*],
            settlement: #settlement,
        })
    }
}

fn mandate_capabilities(mandates: &Mandates) -> TokenStream {
    let operations = mandates.operations.iter().map(word);
    let settlement = settlement(
        mandates.lookup,
        mandates.send_again,
        mandates.visibility_delay_seconds,
    );
    let minimum = limit(mandates.minimum);
    let change = match &mandates.change_amount {
        Some(change) => {
            let settlement = self::settlement(
                change.lookup,
                change.send_again,
                change.visibility_delay_seconds,
            );
            quote!(Some(#settlement))
        }
        None => quote!(None),
    };
    quote! {
        Some(MandateCapabilities {
            operations: &[#(MandateOperation::#operations),*],
            minimum: #minimum,
            change: #change,
            settlement: #settlement,
        })
    }
}

fn settlement(lookup: Lookup, send_again: bool, seconds: u64) -> TokenStream {
    let lookup = word(lookup);
    quote!(Settlement::new(Lookup::#lookup, #send_again, Duration::from_secs(#seconds)))
}

fn limit(limit: Option<u64>) -> TokenStream {
    match limit {
        Some(limit) => quote!(Some(#limit)),
        None => quote!(None),
    }
}
