use std::{collections::BTreeMap, fmt, sync::Arc};

use payments_core::retry::{Clock, SystemClock};

/// The clients' settings: variables such as `INSTAMONEY_API_KEY`, which each provider's `Config`
/// documents.
///
/// `Debug` prints names, never values.
#[derive(Clone, Default)]
pub struct Settings {
    /// By the name of the variable.
    values: BTreeMap<String, String>,
    environment: Environment,
    clock: Option<Arc<dyn Clock>>,
}

/// What the variables of the environment are to the values that are set.
#[derive(Clone, Copy, Debug, Default)]
enum Environment {
    #[default]
    Unread,
    /// For what is not set.
    After,
    /// Instead of what is set.
    First,
}

impl Settings {
    /// No settings yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The variables of the environment.
    #[must_use]
    pub fn from_env() -> Self {
        Self {
            environment: Environment::After,
            ..Self::default()
        }
    }

    /// Sets a variable; it takes precedence over the environment.
    #[must_use]
    pub fn set(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(name.to_uppercase(), value.into());
        self
    }

    /// Lets variables of the environment that are not empty replace what is set here, as a program
    /// wants that reads a file.
    #[must_use]
    pub fn environment_first(mut self) -> Self {
        self.environment = Environment::First;
        self
    }

    /// Sets the clients' clock; the default is the machine's.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    pub(crate) fn time(&self) -> Arc<dyn Clock> {
        (self.clock.clone()).unwrap_or_else(|| Arc::new(SystemClock))
    }

    /// The value of a variable, which may be a secret.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let set = || self.values.get(name).cloned();
        let variable = || std::env::var(name).ok();
        match self.environment {
            Environment::Unread => set(),
            Environment::After => set().or_else(variable),
            Environment::First => variable().filter(|value| !value.is_empty()).or_else(set),
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("names", &self.values.keys().collect::<Vec<_>>())
            .field("environment", &self.environment)
            .finish()
    }
}
