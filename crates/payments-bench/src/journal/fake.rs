//! A provider that answers at once, so that only the journal is measured.

use std::sync::LazyLock;
use std::time::Duration;

use payments_core::{
    Account, Capabilities, Customer, Error, ErrorKind, Event, Method, Money, Outcome, Payment,
    PaymentQuery, PaymentRequest, PaymentStatus, Payments, Proof, Provider, ProviderClient,
    Reference, Result, Secrets, SuggestedAction, Verified, async_trait,
    capabilities::{
        CallbackProof, Lookup, MethodCapabilities, PaymentOperation, ReferenceRule, Settlement,
    },
};

static OVO: Method = Method::OVO;

static METHODS: [MethodCapabilities; 1] = [MethodCapabilities {
    method: &OVO,
    minimum: None,
    maximum: None,
    operations: &[PaymentOperation::Create, PaymentOperation::Get],
    settlement: Settlement::new(Lookup::ByReference, false, Duration::from_secs(60)),
    needs: &[],
    reference: REFERENCE,
}];

const REFERENCE: ReferenceRule = ReferenceRule {
    maximum_length: 40,
    punctuation: "-",
};

static CAPABILITIES: Capabilities = Capabilities {
    reference: REFERENCE,
    callback_proof: CallbackProof::SharedToken,
    methods: &METHODS,
    ..Capabilities::new(Provider::new("fake"))
};

static ACCOUNT: LazyLock<Account> = LazyLock::new(|| Account::simulated(Provider::new("fake")));

/// What a new payment is.
#[derive(Debug)]
pub struct Fake(pub PaymentStatus);

impl ProviderClient for Fake {
    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn account(&self) -> &Account {
        &ACCOUNT
    }
}

#[async_trait]
impl Payments for Fake {
    async fn create(&self, request: &PaymentRequest) -> Result<Payment> {
        Ok(payment(&request.reference, self.0.clone()))
    }

    async fn get(&self, query: &PaymentQuery) -> Result<Payment> {
        Ok(payment(&query.reference, self.0.clone()))
    }

    async fn cancel(&self, _: &PaymentQuery) -> Result<Payment> {
        Err(Error::new(
            ErrorKind::Unsupported,
            Outcome::NotSent,
            SuggestedAction::AskByReference,
            "not cancelled here",
        ))
    }
}

/// One that is asked to create a payment, and never answers.
#[derive(Debug)]
pub struct Silent;

impl ProviderClient for Silent {
    fn capabilities(&self) -> &'static Capabilities {
        &CAPABILITIES
    }

    fn account(&self) -> &Account {
        &ACCOUNT
    }
}

#[async_trait]
impl Payments for Silent {
    async fn create(&self, _: &PaymentRequest) -> Result<Payment> {
        std::future::pending().await
    }

    async fn get(&self, query: &PaymentQuery) -> Result<Payment> {
        Fake(PaymentStatus::Pending).get(query).await
    }

    async fn cancel(&self, query: &PaymentQuery) -> Result<Payment> {
        Fake(PaymentStatus::Pending).cancel(query).await
    }
}

fn payment(reference: &Reference, status: PaymentStatus) -> Payment {
    let raw = status.to_string();
    let mut payment = Payment::new(
        CAPABILITIES.provider,
        reference.clone(),
        OVO.clone(),
        status,
        raw,
    );
    payment.amount = Some(Money::idr(20_000));
    payment.provider_id = Some(format!("ewc_{reference}"));
    payment
}

/// What a shop asks for.
pub fn request(reference: &str) -> crate::Result<PaymentRequest> {
    let reference = Reference::new(reference)?;
    Ok(
        PaymentRequest::new(reference, Money::idr(20_000), Method::OVO)
            .customer(Customer::default().name("Siti").phone("08123123123"))
            .callback_url("https://shop.example/callbacks/fake")
            .return_url("https://shop.example/thanks"),
    )
}

/// The callback that tells that it was paid, as a provider's crate hands it over after the check.
pub fn paid(reference: &str) -> crate::Result<Verified<Event>> {
    let payment = payment(&Reference::new(reference)?, PaymentStatus::Paid);
    let secrets = Secrets::new("token", ["token"])?;
    let proof = Proof::by_shared_token([&b"token"[..]], &secrets)?;
    Ok(Verified::new(
        proof,
        Event::new(format!("{reference}:paid"), payment),
    ))
}

/// The account of every [`Fake`].
pub fn account() -> Account {
    ACCOUNT.clone()
}
