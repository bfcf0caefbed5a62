use std::sync::Arc;

use crate::{Bills, Callbacks, Mandates, Payments, Topups};

/// A provider's client, as the traits that it implements, sharing one connection pool.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Client {
    /// Payments, if it is a provider of payments.
    pub payments: Option<Arc<dyn Payments>>,
    /// Bills, if it is a provider of bills.
    pub bills: Option<Arc<dyn Bills>>,
    /// Top-ups, if it sells prepaid products.
    pub topups: Option<Arc<dyn Topups>>,
    /// Mandates, if it is a provider of mandates.
    pub mandates: Option<Arc<dyn Mandates>>,
    /// Its callbacks.
    pub callbacks: Arc<dyn Callbacks>,
}

/// Joins the traits of one client.
macro_rules! client {
    ($constructor:ident, $($of:ident: $member:ident),+) => {
        // Which providers are built in decides which constructors are needed.
        #[allow(dead_code)]
        pub(crate) fn $constructor<P: $($of +)+ Callbacks + 'static>(provider: P) -> Self {
            let provider = Arc::new(provider);
            Self {
                $($member: Some(Arc::clone(&provider) as Arc<dyn $of>),)+
                ..Self::of_callbacks(provider)
            }
        }
    };
}

impl Client {
    client!(of_payments, Payments: payments);
    client!(of_bills, Bills: bills, Topups: topups);
    client!(of_mandates, Mandates: mandates);

    fn of_callbacks(callbacks: Arc<dyn Callbacks>) -> Self {
        Self {
            payments: None,
            bills: None,
            topups: None,
            mandates: None,
            callbacks,
        }
    }
}
