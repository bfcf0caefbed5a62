//! A provider whose answers a test decides, and which counts what it did.

use std::sync::LazyLock;
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use payments_core::{
    Account, Capabilities, Error, ErrorKind, Event, Method, Money, Outcome, Payment, PaymentQuery,
    PaymentRequest, PaymentStatus, Payments, Proof, Provider, ProviderClient, Reference, Result,
    Secrets, SuggestedAction, Verified, async_trait,
    capabilities::{
        CallbackProof, Lookup, MethodCapabilities, PaymentOperation, ReferenceRule, Settlement,
    },
    retry::{Clock, VirtualClock},
};
use payments_provider::http::BaseUrl;

/// What becomes of a send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Does {
    Accepts,
    /// Does it, and the answer is lost.
    Loses,
    /// Loses the answer, and does it, or shows it, only so much later.
    LosesAndDoesLater(Duration),
    /// The request is lost, and so is the answer.
    LosesRequest,
    RateLimits,
    IsNotReached,
    Refuses,
    /// Does it, and tells of another amount.
    TellsAnotherAmount,
}

/// Something that the provider did.
#[derive(Clone, Debug)]
pub(crate) struct Effect {
    pub(crate) reference: Reference,
    pub(crate) amount: Money,
    pub(crate) method: Method,
    pub(crate) visible_at: DateTime<Utc>,
    pub(crate) status: PaymentStatus,
}

#[derive(Debug)]
pub(crate) struct Fake {
    account: Account,
    capabilities: &'static Capabilities,
    pub(crate) clock: VirtualClock,
    world: Mutex<World>,
}

#[derive(Debug, Default)]
pub(crate) struct World {
    pub(crate) effects: Vec<Effect>,
    /// What becomes of the next sends; then all are accepted.
    pub(crate) sends: VecDeque<Does>,
    /// Which of the next questions come to nothing.
    pub(crate) deaf: VecDeque<bool>,
    /// What a new payment is.
    pub(crate) status: Option<PaymentStatus>,
    /// Whether it cannot be reached.
    pub(crate) is_down: bool,
    pub(crate) sent: u32,
    pub(crate) asked: u32,
}

/// The account of a new [`Fake`].
pub(crate) static ACCOUNT: LazyLock<Account> =
    LazyLock::new(|| Account::simulated(Provider::new("fake")));

static OVO: Method = Method::OVO;

pub(crate) const DELAY: Duration = Duration::from_secs(60);

impl Fake {
    /// Can be asked by reference, and takes a reference once or not.
    pub(crate) fn new(send_again: bool) -> Arc<Self> {
        Self::with(Lookup::ByReference, send_again)
    }

    pub(crate) fn with(lookup: Lookup, send_again: bool) -> Arc<Self> {
        let method = MethodCapabilities {
            method: &OVO,
            minimum: None,
            maximum: Some(1_000_000),
            operations: &[PaymentOperation::Create, PaymentOperation::Get],
            settlement: Settlement::new(lookup, send_again, DELAY),
            needs: &[],
            reference: ReferenceRule {
                maximum_length: 1000,
                punctuation: "*",
            },
        };
        let capabilities = Capabilities {
            callback_proof: CallbackProof::SharedToken,
            methods: Box::leak(Box::new([method])),
            ..Capabilities::new(Provider::new("fake"))
        };
        let start = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        Arc::new(Self {
            account: ACCOUNT.clone(),
            capabilities: Box::leak(Box::new(capabilities)),
            clock: VirtualClock::new(start),
            world: Mutex::default(),
        })
    }

    /// Every customer has paid.
    pub(crate) fn is_paid(&self) {
        for effect in &mut self.world().effects {
            effect.status = PaymentStatus::Paid;
        }
    }

    /// A sub-account of this one; what its platform has done it knows nothing of.
    pub(crate) fn sub_account(&self, id: &str) -> Arc<Self> {
        Arc::new(Self {
            account: self.account.sub_account(id).unwrap(),
            capabilities: self.capabilities,
            clock: self.clock.clone(),
            world: Mutex::default(),
        })
    }

    /// Another account at the same provider, by the same clock; what the first has done it knows
    /// nothing of.
    pub(crate) fn account_at(&self, url: &str, name: &str) -> Arc<Self> {
        let provider = self.capabilities.provider;
        let base_url: BaseUrl = url.parse().unwrap();
        Arc::new(Self {
            account: base_url.account(provider, false, name).unwrap(),
            capabilities: self.capabilities,
            clock: self.clock.clone(),
            world: Mutex::default(),
        })
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap()
    }

    /// Decides what becomes of the next sends.
    pub(crate) fn will(&self, does: impl IntoIterator<Item = Does>) {
        self.world().sends.extend(does);
    }

    pub(crate) fn effects_of(&self, reference: &str) -> usize {
        let world = self.world();
        let of = |effect: &&Effect| effect.reference.as_str() == reference;
        world.effects.iter().filter(of).count()
    }

    pub(crate) fn takes_once(&self) -> bool {
        self.capabilities.methods[0].settlement.send_again
    }

    fn tell(&self, effect: &Effect) -> Payment {
        let mut payment = Payment::new(
            self.capabilities.provider,
            effect.reference.clone(),
            effect.method.clone(),
            effect.status.clone(),
            "RAW",
        );
        payment.amount = Some(effect.amount);
        payment.provider_id = Some(format!("id-{}", effect.reference));
        payment
    }

    /// A callback as the provider sends it, with another status or amount if need be.
    pub(crate) fn event(&self, reference: &str, status: PaymentStatus, rupiah: u64) -> Event {
        let reference = Reference::new(reference).unwrap();
        let payment = self.tell(&Effect {
            reference: reference.clone(),
            amount: Money::idr(rupiah),
            method: Method::OVO,
            visible_at: DateTime::<Utc>::MIN_UTC,
            status,
        });
        let key = format!("{reference}:{}:{rupiah}", payment.status);
        Event::new(key, payment)
    }
}

/// As a provider's crate does after checking a token.
pub(crate) fn verified(event: Event) -> Verified<Event> {
    let secrets = Secrets::new("token", ["token"]).unwrap();
    let proof = Proof::by_shared_token([&b"token"[..]], &secrets).unwrap();
    Verified::new(proof, event)
}

fn error(kind: ErrorKind, outcome: Outcome) -> Error {
    Error::new(kind, outcome, SuggestedAction::AskByReference, "as decided")
}

impl ProviderClient for Fake {
    fn capabilities(&self) -> &'static Capabilities {
        self.capabilities
    }

    fn account(&self) -> &Account {
        &self.account
    }
}

#[async_trait]
impl Payments for Fake {
    async fn create(&self, request: &PaymentRequest) -> Result<Payment> {
        let now = self.clock.now();
        let mut world = self.world();
        world.sent += 1;
        let usual = match world.is_down {
            true => Does::IsNotReached,
            false => Does::Accepts,
        };
        let does = world.sends.pop_front().unwrap_or(usual);
        match does {
            Does::IsNotReached => return Err(error(ErrorKind::Connect, Outcome::NotSent)),
            Does::RateLimits => return Err(error(ErrorKind::RateLimited, Outcome::Refused)),
            Does::LosesRequest => return Err(error(ErrorKind::Timeout, Outcome::Unknown)),
            _ => {}
        }
        // It knows a repeated reference only once it would show it.
        let seen = world
            .effects
            .iter()
            .find(|effect| effect.reference == request.reference && effect.visible_at <= now);
        let effect = match seen {
            Some(effect) if self.takes_once() => effect.clone(),
            _ if does == Does::Refuses => {
                return Err(error(ErrorKind::Declined, Outcome::Refused));
            }
            _ => {
                let later = match does {
                    Does::LosesAndDoesLater(later) => later,
                    _ => Duration::ZERO,
                };
                let effect = Effect {
                    reference: request.reference.clone(),
                    amount: request.amount,
                    method: request.method.clone(),
                    visible_at: now + TimeDelta::from_std(later).unwrap(),
                    status: world.status.clone().unwrap_or(PaymentStatus::Paid),
                };
                world.effects.push(effect.clone());
                effect
            }
        };
        let mut payment = self.tell(&effect);
        match does {
            Does::Loses | Does::LosesAndDoesLater(_) => {
                Err(error(ErrorKind::Timeout, Outcome::Unknown))
            }
            Does::TellsAnotherAmount => {
                payment.amount = Some(Money::idr(1));
                Ok(payment)
            }
            _ => Ok(payment),
        }
    }

    async fn get(&self, query: &PaymentQuery) -> Result<Payment> {
        let now = self.clock.now();
        let mut world = self.world();
        world.asked += 1;
        if world.deaf.pop_front().unwrap_or_default() {
            return Err(error(ErrorKind::Unavailable, Outcome::Unknown));
        }
        let shown = world
            .effects
            .iter()
            .find(|effect| effect.reference == query.reference && effect.visible_at <= now);
        match shown {
            Some(effect) => Ok(self.tell(effect)),
            None => Err(error(ErrorKind::NotFound, Outcome::Refused)),
        }
    }

    async fn cancel(&self, _: &PaymentQuery) -> Result<Payment> {
        Err(error(ErrorKind::Unsupported, Outcome::NotSent))
    }
}
