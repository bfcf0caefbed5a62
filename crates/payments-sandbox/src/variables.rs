//! The variables with which a client is set up for a sandbox, from `specs/*/capabilities.toml`.

/// The variables of a provider's client that a sandbox may have a value for.
pub(crate) struct Variables {
    pub(crate) provider: &'static str,
    /// Behind the provider's name.
    pub(crate) path: &'static str,
    pub(crate) all: &'static [Variable],
}

/// A variable.
pub(crate) struct Variable {
    pub(crate) name: &'static str,
    /// It is the secret that proves callbacks.
    pub(crate) proves: bool,
    /// What a sandbox takes.
    pub(crate) sandbox: Option<&'static str>,
    /// The same where the sandbox wants a token.
    pub(crate) token: Option<&'static str>,
}
