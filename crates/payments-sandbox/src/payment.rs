//! Payments, their states, and where they are kept.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use crate::{ciputra, digiswitch, fazz, instamoney, provider::Provider, rpi};

/// Where a payment stands; each provider has its own words for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Pending,
    Paid,
    /// Paid, and the merchant can use the money.
    Settled,
    /// A mandate that the customer confirmed: charges follow.
    Active,
    /// A mandate after its last charge.
    Completed,
    /// With the provider's failure code.
    Failed(&'static str),
    Expired,
    Cancelled,
    /// Paid, and the money went back.
    Voided,
}

impl State {
    /// Only these steps exist: nothing is paid twice, nothing closed is opened again.
    fn may_become(self, next: Self) -> bool {
        match self {
            Self::Pending => !matches!(
                next,
                Self::Pending | Self::Settled | Self::Voided | Self::Completed
            ),
            Self::Active => matches!(next, Self::Completed | Self::Cancelled),
            Self::Paid => matches!(next, Self::Settled | Self::Voided),
            _ => false,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Paid => "paid",
            Self::Settled => "settled",
            Self::Active => "active",
            Self::Completed => "completed",
            Self::Failed(_) => "failed",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
            Self::Voided => "voided",
        }
    }
}

/// What the customer, the channel or the person at the control API does to a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Pay,
    /// The money becomes usable; only where the provider tells that apart.
    Settle,
    Decline,
    Expire,
    Cancel,
}

impl Action {
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name {
            "pay" => Some(Self::Pay),
            "settle" => Some(Self::Settle),
            "decline" => Some(Self::Decline),
            "expire" => Some(Self::Expire),
            "cancel" => Some(Self::Cancel),
            _ => None,
        }
    }
}

/// The state does not allow it; the text says why.
#[derive(Debug)]
pub(crate) struct Conflict(pub(crate) String);

impl Conflict {
    /// The provider does not know such a step.
    pub(crate) fn unknown(action: Action) -> Self {
        Self(format!("this provider knows no step {action:?}"))
    }
}

/// What only one provider knows of its payment.
#[derive(Debug)]
pub(crate) enum Details {
    /// Its members are those of every payment: so a provider begins.
    #[allow(dead_code)] // Until there is one that needs no more.
    Nothing,
    Ciputra(ciputra::Order),
    Digiswitch(digiswitch::Bill),
    Fazz(fazz::Instructions),
    Mandate(rpi::Mandate),
    Ewallet(instamoney::Ewallet),
    Charge(instamoney::Charge),
}

/// One payment of any provider.
#[derive(Debug)]
pub(crate) struct Payment {
    pub(crate) provider: &'static dyn Provider,
    /// Whose it is: references of different keys never collide.
    pub(crate) account: String,
    /// Within which a reference is unique, beside the account: a wallet, or an endpoint.
    pub(crate) scope: &'static str,
    pub(crate) reference: String,
    pub(crate) id: String,
    /// As `?method=` of the control API names it.
    pub(crate) method: String,
    pub(crate) amount: Decimal,
    pub(crate) currency: &'static str,
    pub(crate) state: State,
    pub(crate) created: DateTime<Utc>,
    /// When the state last changed.
    pub(crate) changed: DateTime<Utc>,
    pub(crate) expires: DateTime<Utc>,
    /// Path of the customer's page.
    pub(crate) page: String,
    pub(crate) callback_url: Option<String>,
    /// Where the customer's browser goes after paying, and after declining.
    pub(crate) redirect_url: Option<String>,
    pub(crate) failure_redirect_url: Option<String>,
    pub(crate) details: Details,
}

impl Payment {
    /// Moves to the next state, or says why not.
    pub(crate) fn step(&mut self, next: State, at: DateTime<Utc>) -> Result<(), Conflict> {
        if !self.state.may_become(next) {
            return Err(Conflict(format!(
                "the payment is {} and cannot become {}",
                self.state.word(),
                next.word()
            )));
        }
        self.state = next;
        self.changed = at;
        Ok(())
    }
}

/// Points at one payment of a [`Book`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Key(usize);

type Names = HashMap<String, Key>;

/// All payments, found by reference or by page.
#[derive(Debug, Default)]
pub(crate) struct Book {
    payments: Vec<Payment>,
    /// Of a provider's scope, by account. Map within map, so that looking something up copies no
    /// name, and holding it no account.
    by_reference: HashMap<(&'static str, &'static str), HashMap<String, Names>>,
    by_id: HashMap<&'static str, Names>,
    by_page: Names,
    /// Made, and not to be found by the merchant yet.
    hidden: BTreeSet<Key>,
}

impl Book {
    /// Adds a payment; it takes over its reference from an earlier one that released it.
    pub(crate) fn add(&mut self, payment: Payment) -> Key {
        let key = Key(self.payments.len());
        self.by_page.insert(payment.page.clone(), key);
        self.payments.push(payment);
        self.index(key, true);
        key
    }

    /// The payments that were added after there were so many.
    pub(crate) fn since(&self, count: usize) -> Vec<Key> {
        (count..self.payments.len()).map(Key).collect()
    }

    pub(crate) fn len(&self) -> usize {
        self.payments.len()
    }

    /// Nobody finds it by reference or id, so that its reference is free.
    pub(crate) fn hide(&mut self, key: Key) {
        self.hidden.insert(key);
        let references = self.by_reference.values_mut().flat_map(HashMap::values_mut);
        for names in references.chain(self.by_id.values_mut()) {
            names.retain(|_, held| *held != key);
        }
    }

    /// It is found again, by its reference too if no other has taken that meanwhile.
    pub(crate) fn reveal(&mut self, key: Key) {
        if self.hidden.remove(&key) {
            self.index(key, false);
        }
    }

    fn index(&mut self, key: Key, takes_over: bool) {
        let Some(payment) = self.payments.get(key.0) else {
            return;
        };
        let provider = payment.provider.name();
        let ids = self.by_id.entry(provider).or_default();
        ids.insert(payment.id.clone(), key);
        let accounts = self.by_reference.entry((provider, payment.scope));
        let references = accounts.or_default().entry(payment.account.clone());
        let held = references.or_default().entry(payment.reference.clone());
        let held = held.or_insert(key);
        if takes_over {
            *held = key;
        }
    }

    pub(crate) fn get(&self, key: Key) -> Option<&Payment> {
        self.payments.get(key.0)
    }

    pub(crate) fn get_mut(&mut self, key: Key) -> Option<&mut Payment> {
        self.payments.get_mut(key.0)
    }

    pub(crate) fn find(
        &self,
        provider: &'static str,
        account: &str,
        scope: &'static str,
        reference: &str,
    ) -> Option<(Key, &Payment)> {
        let accounts = self.by_reference.get(&(provider, scope))?;
        self.pair(*accounts.get(account)?.get(reference)?)
    }

    pub(crate) fn find_id(&self, provider: &'static str, id: &str) -> Option<(Key, &Payment)> {
        self.pair(*self.by_id.get(provider)?.get(id)?)
    }

    pub(crate) fn find_page(&self, path: &str) -> Option<(Key, &Payment)> {
        self.pair(*self.by_page.get(path)?)
    }

    /// Every payment that holds its reference now, oldest first.
    pub(crate) fn with_reference(&self, provider: &str, reference: &str) -> Vec<(Key, &Payment)> {
        let of_provider = self
            .by_reference
            .iter()
            .filter(|((name, _), _)| *name == provider);
        let mut found: Vec<_> = of_provider
            .flat_map(|(_, accounts)| accounts.values())
            .filter_map(|references| self.pair(*references.get(reference)?))
            .collect();
        found.sort_by_key(|(key, _)| *key);
        found
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Payment> {
        self.payments.iter()
    }

    /// What the merchant can find, oldest first.
    pub(crate) fn visible(&self) -> impl Iterator<Item = &Payment> {
        let is_visible = |place: usize| !self.hidden.contains(&Key(place));
        self.payments
            .iter()
            .enumerate()
            .filter_map(move |(place, payment)| is_visible(place).then_some(payment))
    }

    fn pair(&self, key: Key) -> Option<(Key, &Payment)> {
        Some((key, self.get(key)?))
    }
}
