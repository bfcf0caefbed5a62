//! A provider whose callbacks a test writes, and what is answered to them.

use std::sync::LazyLock;
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode},
};
use payments::Name;
use payments_axum::Rejection;
use payments_core::{
    Account, CallbackError, Callbacks, Capabilities, Environment, Error, ErrorKind, Event, Hint,
    Method, Outcome, Payment, PaymentQuery, PaymentRequest, PaymentStatus, Payments, Proof,
    Provider, ProviderClient, Received, Result, Secrets, SuggestedAction, Verified, async_trait,
};
use tower::ServiceExt;

/// Under another's name, so that a journal of real payments knows them.
const PROVIDER: Provider = Provider::new("instamoney");

/// The pause between two questions of a provider that wants one.
pub(crate) const PAUSE: Duration = Duration::from_secs(60);

static PAUSING: LazyLock<Capabilities> = LazyLock::new(|| {
    let usual = Name::Instamoney.capabilities();
    let mut methods = usual.methods.to_vec();
    for method in &mut methods {
        method.settlement.minimum_pause = PAUSE;
    }
    Capabilities {
        methods: methods.leak(),
        ..*usual
    }
});

#[derive(Debug, Default)]
pub(crate) struct Fake {
    /// Proves nothing.
    pub(crate) hints: bool,
    /// Whether it wants a pause between two questions.
    pub(crate) states_a_pause: bool,
    /// How long an answer takes.
    pub(crate) takes: Duration,
    /// What it knows, by reference.
    pub(crate) knows: Mutex<HashMap<String, PaymentStatus>>,
    asking: AtomicUsize,
    pub(crate) most_asking: AtomicUsize,
    pub(crate) asked: AtomicUsize,
}

impl Fake {
    pub(crate) fn verified() -> Arc<Self> {
        Arc::default()
    }

    pub(crate) fn hints(takes: Duration) -> Arc<Self> {
        Arc::new(Self {
            hints: true,
            takes,
            ..Self::default()
        })
    }

    pub(crate) fn knows(&self, reference: &str, status: PaymentStatus) {
        let mut knows = self.knows.lock().unwrap();
        knows.insert(reference.into(), status);
    }
}

fn proof() -> Proof {
    let token = Secrets::new("token", ["right"]).unwrap();
    Proof::by_shared_token([&b"right"[..]], &token).unwrap()
}

pub(crate) fn event(body: &str) -> Option<Event> {
    let mut words = body.split(' ');
    let (reference, id, status) = (words.next()?, words.next()?, words.next()?);
    let status = status_of(status)?;
    let reference = reference.parse().ok()?;
    let mut payment = Payment::new(PROVIDER, reference, Method::OVO, status, "RAW");
    payment.provider_id = Some(id.into());
    Some(Event::new(body.replace(' ', ":"), payment))
}

pub(crate) fn status_of(word: &str) -> Option<PaymentStatus> {
    Some(match word {
        "pending" => PaymentStatus::Pending,
        "failed" => PaymentStatus::Failed,
        "expired" => PaymentStatus::Expired,
        "paid" => PaymentStatus::Paid,
        "settled" => PaymentStatus::Settled,
        "refunded" => PaymentStatus::Refunded,
        _ => return None,
    })
}

pub(crate) fn verified(body: &str) -> Verified<Event> {
    Verified::new(proof(), event(body).unwrap())
}

/// A question that is given up is over, too.
struct Asking<'a>(&'a AtomicUsize);

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// That of the client by which a test records payments, which nobody is there to take.
static ACCOUNT: LazyLock<Account> = LazyLock::new(|| {
    Account::new(
        PROVIDER,
        Environment::Sandbox,
        "127.0.0.1:1",
        Account::DEFAULT,
    )
    .unwrap()
});

#[async_trait]
impl Callbacks for Fake {
    /// A body is `reference id status`.
    fn receive(&self, headers: &HeaderMap, body: &[u8]) -> Result<Received, CallbackError> {
        if !self.hints {
            let tokens = Secrets::new("token", ["right"]).unwrap();
            let presented = headers.get("x-token").map(|token| token.as_bytes());
            Proof::by_shared_token(presented, &tokens)?;
        }
        let text = str::from_utf8(body).unwrap_or_default();
        let event = event(text).ok_or(CallbackError::NotJson("body".into()))?;
        if self.hints {
            let reference = event.news.reference().unwrap().clone();
            let query = PaymentQuery::new(reference, Method::OVO);
            return Ok(Received::Hint(Hint::Payment(query)));
        }
        Ok(Received::Verified(Verified::new(proof(), event)))
    }

    async fn confirm(&self, hint: &Hint) -> Result<Verified<Event>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let asking = 1 + self.asking.fetch_add(1, Ordering::SeqCst);
        self.most_asking.fetch_max(asking, Ordering::SeqCst);
        let _asking = Asking(&self.asking);
        tokio::time::sleep(self.takes).await;
        let known = self.knows.lock().unwrap();
        let Some(status) = known.get(hint.reference().as_str()) else {
            return Err(Error::new(
                ErrorKind::NotFound,
                Outcome::Refused,
                SuggestedAction::FixRequest,
                "no such payment",
            ));
        };
        Ok(verified(&format!("{} id {status}", hint.reference())))
    }
}

impl ProviderClient for Fake {
    fn capabilities(&self) -> &'static Capabilities {
        match self.states_a_pause {
            true => &PAUSING,
            false => Name::Instamoney.capabilities(),
        }
    }

    fn account(&self) -> &Account {
        &ACCOUNT
    }
}

/// A provider that takes every payment, and tells of it what it knows.
#[async_trait]
impl Payments for Fake {
    async fn create(&self, request: &PaymentRequest) -> Result<Payment> {
        let (reference, method) = (request.reference.clone(), request.method.clone());
        let status = PaymentStatus::Pending;
        let mut payment = Payment::new(PROVIDER, reference, method, status, "RAW");
        payment.amount = Some(request.amount);
        Ok(payment)
    }

    async fn get(&self, query: &PaymentQuery) -> Result<Payment> {
        let (reference, method) = (query.reference.clone(), query.method.clone());
        let status = self.knows.lock().unwrap()[reference.as_str()].clone();
        Ok(Payment::new(PROVIDER, reference, method, status, "RAW"))
    }

    async fn cancel(&self, _: &PaymentQuery) -> Result<Payment> {
        Err(Error::unsupported("cancelling"))
    }
}

/// A callback at `/fake`.
pub(crate) fn post(body: &str) -> Request<Body> {
    let request = Request::post("/fake").header("x-token", "right");
    request.body(Body::from(body.to_owned())).unwrap()
}

/// The status of an answer, which must be empty, and why it is no success.
pub(crate) async fn answer(
    app: &Router,
    request: Request<Body>,
) -> (StatusCode, Option<Rejection>) {
    let response = app.clone().oneshot(request).await.unwrap();
    let (status, why) = (response.status(), response.extensions().get().cloned());
    assert_eq!(to_bytes(response.into_body(), 1).await.unwrap(), "");
    (status, why)
}

pub(crate) async fn status(app: &Router, body: &str) -> u16 {
    answer(app, post(body)).await.0.as_u16()
}
