//! Checks and reads a provider's own options by its table.

use super::Capabilities;
use crate::{
    error::{Error, Result},
    kind::Kind,
    options::{ProviderOption, ProviderOptions},
};

impl Capabilities {
    /// Checks options for an instruction: that they are this provider's, that this kind of
    /// instruction can carry each, and that each value has the documented form. Every provider does
    /// this before sending.
    pub fn check_options(&self, kind: Kind, options: &ProviderOptions) -> Result<()> {
        let theirs = options.provider();
        if theirs != self.provider {
            let message = format!(
                "options: these are {theirs}'s, and {} does not know them",
                self.provider
            );
            return Err(Error::unsupported(message).with_provider(self.provider));
        }
        for (name, value) in options.iter() {
            let option = self.option(kind, name)?;
            if option.personal != options.is_personal(name) {
                let expected = match option.personal {
                    true => "to be set as personal data",
                    false => "not to be set as personal data",
                };
                let field = format!("options.{name}");
                return Err(Error::invalid_personal(&field, expected).with_provider(self.provider));
            }
            if !option.form.accepts(value) {
                return Err(self.of_another_form(option, &value.to_string()));
            }
        }
        Ok(())
    }

    /// Reads options as people type them, by name. `None` if there are none.
    pub fn read_options<'a>(
        &self,
        kind: Kind,
        typed: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Option<ProviderOptions>> {
        let mut read = None;
        for (name, text) in typed {
            let option = self.option(kind, name)?;
            let value = option.form.read(text);
            let value = value.ok_or_else(|| self.of_another_form(option, text))?;
            let options = read.unwrap_or(ProviderOptions::new(self.provider));
            read = Some(match option.personal {
                true => options.with_personal(name, value),
                false => options.with(name, value),
            });
        }
        Ok(read)
    }

    fn option(&self, kind: Kind, name: &str) -> Result<&'static ProviderOption> {
        let mut options = self.options_of(kind);
        options.find(|option| option.name == name).ok_or_else(|| {
            Error::unsupported(format!("options.{name}: {}", self.known(kind)))
                .with_provider(self.provider)
        })
    }

    /// The error for a value of another form. A personal one is not quoted.
    fn of_another_form(&self, option: &ProviderOption, value: &str) -> Error {
        let (field, expected) = (format!("options.{}", option.name), option.form.to_string());
        let error = match option.personal {
            true => Error::invalid_personal(&field, &expected),
            false => Error::invalid(&field, value, &expected),
        };
        error.with_provider(self.provider)
    }

    fn options_of(&self, kind: Kind) -> impl Iterator<Item = &'static ProviderOption> {
        let options = self.options.iter();
        options.filter(move |option| option.kinds.contains(&kind))
    }

    fn known(&self, kind: Kind) -> String {
        let names: Vec<_> = self.options_of(kind).map(|option| option.name).collect();
        match names.is_empty() {
            true => format!("{} has no options for a {kind}", self.provider),
            false => format!("the options for a {kind} are: {}", names.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{options::OptionForm, outcome::Outcome, provider::Provider};

    const PROVIDER: Provider = Provider::new("ciputra");

    #[test]
    fn a_refusal_happens_before_anything_is_sent_and_never_quotes_personal_data() {
        let refused = |error: Error| {
            assert_eq!(error.outcome(), Outcome::NotSent);
            error.to_string()
        };
        static OPTIONS: &[ProviderOption] = &[
            ProviderOption {
                name: "year",
                kinds: &[Kind::Bill],
                form: OptionForm::Whole,
                personal: false,
                text: "",
            },
            ProviderOption {
                name: "suffix",
                kinds: &[Kind::Bill],
                form: OptionForm::Whole,
                personal: true,
                text: "",
            },
        ];
        let capabilities = Capabilities {
            options: OPTIONS,
            ..Capabilities::new(PROVIDER)
        };
        let own = || ProviderOptions::new(capabilities.provider);
        let check = |options: &ProviderOptions| capabilities.check_options(Kind::Bill, options);
        assert!(check(&own().with("year", 2026)).is_ok());

        let of_another = ProviderOptions::new(Provider::new("another")).with("year", 2026);
        let text = refused(check(&of_another).unwrap_err());
        assert!(text.contains("another's"), "{text}");
        let text = refused(check(&own().with("yaer", 2026)).unwrap_err());
        assert!(
            text.contains("yaer") && text.contains("year, suffix"),
            "{text}"
        );
        let text = refused(check(&own().with("year", "canary")).unwrap_err());
        assert!(
            text.contains("canary") && text.contains("a whole number"),
            "{text}"
        );
        let text = refused(check(&own().with_personal("suffix", "canary")).unwrap_err());
        assert!(!text.contains("canary"), "{text}");
        // It would be recorded in clear text.
        let text = refused(check(&own().with("suffix", 7)).unwrap_err());
        assert!(text.contains("personal data"), "{text}");
        let other_kind = capabilities.check_options(Kind::Topup, &own().with("year", 2026));
        let text = refused(other_kind.unwrap_err());
        assert!(text.contains("no options for a topup"), "{text}");
        let typed = capabilities.read_options(Kind::Bill, [("suffix", "canary")]);
        assert!(!refused(typed.unwrap_err()).contains("canary"));
    }
}
