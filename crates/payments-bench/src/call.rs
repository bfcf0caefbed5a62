//! Rows `call` and `generated`: one call of a provider, from the request to the payment.

use std::sync::Arc;

use payments_ciputra::{
    Ciputra,
    types::{PayCode, PayType, TransactionRequest},
};
use payments_core::{PaymentRequest, Payments, Personal, PhoneForm};
use payments_fazz::{Fazz, types};

use crate::{
    Result, Run,
    by_hand::{self, CiputraRequest, CiputraText, FazzOptions, FazzRequest},
    fixture,
    others::{Progenitor, Stripe},
    traffic::{Rival, Traffic, kept},
};

const THROUGH_THE_TRAIT: Rival = Rival::ByHand {
    alone: 1.03,
    together: 1.0,
};
const OWN_OPERATION: Rival = Rival::ByHand {
    alone: 0.98,
    together: 0.98,
};

/// Through the trait: validate, token from the cache, sign, encode, send, decode, classify, map.
pub fn through_the_trait(run: &Run) -> Result<()> {
    let mut traffic = Traffic::start(run, "call")?;

    let request = Arc::new(fixture::fazz_request()?);
    let payments: Arc<dyn Payments> = Arc::new(fazz(traffic.url())?);
    let hand = Arc::new(by_hand::Fazz::new(traffic.url())?);
    let asked = Arc::clone(&request);
    let ours = async move || kept(payments.create(&asked).await);
    let theirs = async move || kept(hand.create(fazz_by_hand(&request)).await);
    traffic.compare("Fazz", THROUGH_THE_TRAIT, ours, theirs)?;

    let request = fixture::fazz_request()?;
    let payments: Arc<dyn Payments> = Arc::new(fazz(traffic.url())?);
    let stripe = Arc::new(Stripe::new(traffic.url())?);
    let ours = async move || kept(payments.create(&request).await);
    let theirs = async move || stripe.create().await;
    let rival = Rival::Other("async-stripe, a refund of about that size");
    traffic.compare("Fazz", rival, ours, theirs)?;

    let request = Arc::new(fixture::ciputra_request()?);
    let payments: Arc<dyn Payments> = Arc::new(ciputra(traffic.url())?);
    let hand = Arc::new(by_hand::Ciputra::new(traffic.url())?);
    let asked = Arc::clone(&request);
    let ours = async move || kept(payments.create(&asked).await);
    let theirs = async move || kept(hand.create(&ciputra_by_hand(&request)).await);
    traffic.compare("Ciputra, token kept", THROUGH_THE_TRAIT, ours, theirs)
}

/// The provider's own operation with its own types: the nearest thing to the generated call, which
/// is private. It adds the check before, and the judgement after.
pub fn typed(run: &Run) -> Result<()> {
    let mut traffic = Traffic::start(run, "generated")?;

    let request = Arc::new(fixture::fazz_request()?);
    let client = fazz(traffic.url())?;
    let hand = Arc::new(by_hand::Fazz::new(traffic.url())?);
    let asked = Arc::clone(&request);
    let ours = async move || kept(client.create_payment(&fazz_typed(&asked).into()).await);
    let theirs = async move || kept(hand.create(fazz_by_hand(&request)).await);
    traffic.compare("Fazz::create_payment", OWN_OPERATION, ours, theirs)?;

    let request = fixture::fazz_request()?;
    let client = fazz(traffic.url())?;
    let progenitor = Progenitor::new(traffic.url(), &fazz_by_hand(&request))?;
    let ours = async move || kept(client.create_payment(&fazz_typed(&request).into()).await);
    let theirs = async move || progenitor.create().await;
    let rival = Rival::Other("progenitor's own client, its request made before");
    traffic.compare("Fazz::create_payment", rival, ours, theirs)?;

    let request = Arc::new(fixture::ciputra_request()?);
    let client = ciputra(traffic.url())?;
    let hand = Arc::new(by_hand::Ciputra::new(traffic.url())?);
    let asked = Arc::clone(&request);
    let ours = async move || kept(client.create_transaction(&ciputra_typed(&asked)).await);
    let theirs = async move || kept(hand.create(&ciputra_by_hand(&request)).await);
    traffic.compare("Ciputra::create_transaction", OWN_OPERATION, ours, theirs)
}

fn fazz(url: &str) -> payments_core::Result<Fazz> {
    Fazz::new(payments_fazz::Config::new("test_key", "test_secret")?.base_url(url)?)
}

fn ciputra(url: &str) -> payments_core::Result<Ciputra> {
    Ciputra::new(payments_ciputra::Config::new(url, "key", "secret")?)
}

fn text(member: Option<&str>) -> String {
    member.unwrap_or_default().to_owned()
}

/// In the form that Ciputra wants.
fn phone(request: &PaymentRequest) -> Option<Personal> {
    let phone = request.customer.phone.as_ref()?;
    phone.in_form(PhoneForm::National)
}

fn fazz_by_hand(request: &PaymentRequest) -> FazzRequest {
    FazzRequest {
        amount: 15_000,
        currency: "IDR",
        description: text(request.description.as_deref()),
        payment_method_options: FazzOptions {
            after_settlement_return_url: text(request.return_url.as_deref()),
            provider_code: "SHOPEEPAY",
        },
        payment_method_type: "e-wallet",
        reference_id: request.reference.as_str().to_owned(),
    }
}

fn fazz_typed(request: &PaymentRequest) -> types::PaymentAttributes {
    let options = types::EwalletOptions::new(
        types::EwalletOptionsProviderCode::Shopeepay,
        text(request.return_url.as_deref()),
    );
    let (reference, amount) = (request.reference.as_str(), request.amount.amount());
    let mut payment = types::EwalletPayment::new(amount, reference, options)
        .currency(types::EwalletPaymentCurrency::Idr);
    payment.description.clone_from(&request.description);
    payment.into()
}

fn ciputra_by_hand(request: &PaymentRequest) -> CiputraRequest {
    CiputraRequest {
        action: "charge",
        amount: "150000".into(),
        callback_url: text(request.callback_url.as_deref()),
        description: CiputraText {
            text_1: text(request.description.as_deref()),
        },
        email: text(request.customer.email.as_deref()),
        external_id: request.reference.as_str().to_owned(),
        name: text(request.customer.name.as_deref()),
        paycode: "bca",
        paytype: "va",
        phone: text(phone(request).as_deref()),
        redirect_url: text(request.return_url.as_deref()),
    }
}

fn ciputra_typed(request: &PaymentRequest) -> TransactionRequest {
    let name = request.customer.name.clone().unwrap_or_default();
    let (reference, amount) = (request.reference.as_str(), request.amount.amount());
    let mut transaction =
        TransactionRequest::new(PayType::Va, PayCode::Bca, reference, name, amount)
            .action("charge");
    transaction.callback_url.clone_from(&request.callback_url);
    let text = request.description.clone();
    transaction.description =
        text.map(|text| [("text_1".to_owned(), text.into())].into_iter().collect());
    transaction.email.clone_from(&request.customer.email);
    transaction.phone = phone(request);
    transaction.redirect_url.clone_from(&request.return_url);
    transaction
}
