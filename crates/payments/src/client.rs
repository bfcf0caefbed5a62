use std::sync::Arc;

use crate::{Bills, Callbacks, Mandates, Payments};

/// A provider's client as the traits it implements, sharing one connection pool.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Client {
    /// Payments, if it is a provider of payments.
    pub payments: Option<Arc<dyn Payments>>,
    /// Bills, if it is a provider of bills.
    pub bills: Option<Arc<dyn Bills>>,
    /// Mandates, if it is a provider of mandates.
    pub mandates: Option<Arc<dyn Mandates>>,
    /// What it sends.
    pub callbacks: Arc<dyn Callbacks>,
}

impl Client {
    pub(crate) fn of_payments<P: Payments + Callbacks + 'static>(provider: P) -> Self {
        let provider = Arc::new(provider);
        Self {
            payments: Some(Arc::clone(&provider) as Arc<dyn Payments>),
            bills: None,
            mandates: None,
            callbacks: provider,
        }
    }
}
