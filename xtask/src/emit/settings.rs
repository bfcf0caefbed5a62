//! `settings.rs` and `variables.rs`: the variables of a client, and how they are read.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident;
use crate::tables::{Capabilities, Setting, SettingKind};

/// The variable of a setting.
pub(crate) fn variable(provider: &str, name: &str) -> String {
    format!("{provider}_{name}").to_uppercase()
}

/// The table of the settings.
pub(super) fn table(capabilities: &Capabilities) -> TokenStream {
    let provider = &*capabilities.provider;
    let settings = &capabilities.settings;
    let (live, test) = (maybe(&settings.live), maybe(&settings.test));
    let begin = maybe(&settings.test_keys_begin);
    let path = &settings.sandbox_path;
    let headers = &capabilities.callbacks.headers;
    let algorithm = capabilities.callbacks.algorithm;
    let algorithm = maybe(&algorithm.map(|algorithm| algorithm.name().to_owned()));
    let (needed, others): (Vec<_>, Vec<_>) = capabilities
        .setting
        .iter()
        .partition(|setting| setting.needed);
    let all = needed
        .iter()
        .chain(&others)
        .map(|setting| entry(provider, setting));
    quote! {
        use payments_provider::settings::{ClientSettings, Setting};

        #[doc = " What a client is set up with."]
        pub static SETTINGS: ClientSettings = ClientSettings {
            live: #live,
            test: #test,
            test_keys_begin: #begin,
            sandbox_path: #path,
            callback_headers: &[#(#headers),*],
            callback_algorithm: #algorithm,
            all: &[#(#all),*],
        };
    }
}

/// The functions of `Config` that every provider has.
pub(super) fn variables(capabilities: &Capabilities) -> TokenStream {
    let provider = &*capabilities.provider;
    let (needed, others): (Vec<_>, Vec<_>) = capabilities
        .setting
        .iter()
        .partition(|setting| setting.needed);
    let account = variable(provider, "account");

    let arguments = needed.iter().map(|setting| {
        let (variable, text) = (variable(provider, &setting.name), &setting.text);
        let value = quote!(settings::needed(variable(#variable), #variable, #text)?);
        match setting.kind {
            SettingKind::Url => quote!(&#value),
            _ => value,
        }
    });
    let others_set = others.iter().map(|setting| set(provider, setting));
    let documentation = documentation(provider, &needed, &others);
    let url = others
        .iter()
        .find(|setting| setting.kind == SettingKind::Url);
    let url = match url {
        Some(setting) => format!(
            " {}: https, or http on this machine.",
            capital(&setting.text)
        ),
        None => " Another host, such as a sandbox: https, or http on this machine.".to_owned(),
    };
    quote! {
        use std::sync::Arc;

        use payments_core::{Result, retry::Clock};
        use payments_provider::{http::Timeouts, settings};

        use crate::Config;

        impl Config {
            #[doc = #documentation]
            pub fn from_env() -> Result<Self> {
                Self::from_variables(|name| std::env::var(name).ok())
            }

            #[doc = " As [`from_env`](Self::from_env), from any source of variables."]
            pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
                let mut config = Self::new(#(#arguments),*)?;
                if let Some(name) = variable(#account) {
                    config = config.account(name);
                }
                #(#others_set)*
                Ok(config)
            }

            #[doc = " The merchant's own name for the account, where there are several; `default` if"]
            #[doc = " nothing is said."]
            #[must_use]
            pub fn account(mut self, name: impl Into<String>) -> Self {
                self.connection.account = name.into();
                self
            }

            #[doc = #url]
            pub fn base_url(mut self, url: &str) -> Result<Self> {
                self.connection.base_url = url.parse()?;
                Ok(self)
            }

            #[doc = " Time-outs."]
            #[must_use]
            pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
                self.connection.timeouts = timeouts;
                self
            }

            #[doc = " How many bytes of an answer are read at most,"]
            #[doc = " [`LARGEST_ANSWER`](payments_provider::http::LARGEST_ANSWER) unless this says otherwise. A"]
            #[doc = " larger one is cut off: what a request that writes has done is unknown then."]
            #[must_use]
            pub fn largest_answer(mut self, bytes: usize) -> Self {
                self.connection.largest_answer = bytes;
                self
            }

            #[doc = " Where the client takes the time from: which day it is in Jakarta, whether a token"]
            #[doc = " has ended. The machine's clock unless this says otherwise; a test brings one that"]
            #[doc = " shows the day that it wants. A date in `Retry-After` is read by the machine's."]
            #[must_use]
            pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
                self.connection.clock = Arc::new(clock);
                self
            }
        }
    }
}

fn entry(provider: &str, setting: &Setting) -> TokenStream {
    let variable = variable(provider, &setting.name);
    let text = whole_text(setting);
    let Setting {
        needed,
        secret,
        callbacks,
        ..
    } = setting;
    let (sandbox, token) = (maybe(&setting.sandbox), maybe(&setting.token));
    let second = maybe(&setting.second);
    quote! {
        Setting {
            variable: #variable,
            text: #text,
            needed: #needed,
            secret: #secret,
            callbacks: #callbacks,
            sandbox: #sandbox,
            token: #token,
            second: #second,
        }
    }
}

/// Passes the value of a variable to the function of `Config` that sets it.
fn set(provider: &str, setting: &Setting) -> TokenStream {
    let variable = variable(provider, &setting.name);
    let setter = ident(setting.setter.as_ref().unwrap_or(&setting.name));
    let set = match setting.kind {
        SettingKind::Text => quote!(config.#setter(value)),
        SettingKind::Checked | SettingKind::Url => quote!(config.#setter(&value)?),
        SettingKind::List => quote!(config.#setter(settings::list(&value))?),
        SettingKind::Flag => quote!(config.#setter(settings::flag(&value, #variable)?)),
        SettingKind::Parsed => quote!(config.#setter(value.parse()?)),
        SettingKind::Word => {
            let words = setting.words.join(" or ");
            quote!(config.#setter(settings::word(&value, #variable, #words)?))
        }
    };
    quote! {
        if let Some(value) = variable(#variable) {
            config = #set;
        }
    }
}

/// The description of a setting, for people.
pub(crate) fn whole_text(setting: &Setting) -> String {
    let mut text = setting.text.clone();
    if let Some(note) = &setting.note {
        text += "; ";
        text += note;
    }
    if !setting.words.is_empty() {
        text += &format!(" (`{}`)", setting.words.join("` or `"));
    }
    if setting.kind == SettingKind::List {
        text += "; several, separated by commas";
    }
    text
}

fn documentation(provider: &str, needed: &[&Setting], others: &[&Setting]) -> String {
    let names = |settings: &[&Setting]| -> Vec<String> {
        let names = settings
            .iter()
            .map(|setting| variable(provider, &setting.name));
        names.map(|name| format!("`{name}`")).collect()
    };
    let mut others = names(others);
    others.insert(0, format!("`{}`", variable(provider, "account")));
    format!(
        " Reads {} and, where they are set, {}. [`SETTINGS`](crate::SETTINGS) says what each of them is.",
        names(needed).join(", "),
        others.join(", ")
    )
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

fn maybe(text: &Option<String>) -> TokenStream {
    match text {
        Some(text) => quote!(Some(#text)),
        None => quote!(None),
    }
}
