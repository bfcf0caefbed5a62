//! Every operation of every provider, with secrets and persons that can be recognised.

use std::collections::BTreeMap;

use payments::{
    AmountChangeRequest, BillRequest, Bills, Customer, IntervalUnit, Item, MandateAmount,
    MandateRequest, Mandates, Method, Money, Name, PaymentRequest, Payments, Product, Schedule,
    Settings, TopupRequest, Topups,
    capabilities::PaymentOperation,
    ciputra::{self, Ciputra},
    digiswitch::{self, Digiswitch},
    fazz::{
        self, Fazz,
        types::{QrisAttributes, VirtualAccountAttributes, VirtualAccountAttributesBankShortCode},
    },
    instamoney::{self, Instamoney},
    rpi::{self, Rpi},
};
use payments_sandbox::Sandbox;
use serde_json::json;

/// What must not be seen anywhere. The phone number, the meter and the account are those of the
/// person.
pub(crate) const CANARIES: &[&str] = &[
    "canary",
    "Canary",
    "c2FuYXJ5", // "canary" in Base64, as Basic authentication would show it
    "81299990001",
    "530000000123",
];

const PHONE: &str = "081299990001";
pub(crate) const METER: &str = "530000000123";

/// What the clients are set up with. The sandbox takes any of it.
pub(crate) fn variables(sandbox: &str) -> BTreeMap<String, String> {
    let at = |path: &str| format!("{sandbox}/{path}");
    [
        ("CIPUTRA_BASE_URL", at("ciputra")),
        ("CIPUTRA_API_KEY", "canary-1".into()),
        ("CIPUTRA_API_SECRET", "canary-2".into()),
        ("DIGISWITCH_BASE_URL", at("digiswitch/v1/user/api")),
        ("DIGISWITCH_USERNAME", "sandbox".into()),
        ("DIGISWITCH_API_KEY", "canary-3".into()),
        ("DIGISWITCH_CALLBACK_SECRETS", "canary-4".into()),
        ("FAZZ_BASE_URL", at("fazz/api/v4")),
        ("FAZZ_API_KEY", "test_canary-5".into()),
        ("FAZZ_SECRET_KEY", "canary-6".into()),
        ("FAZZ_SIGNING_SECRETS", "canary-7".into()),
        ("INSTAMONEY_BASE_URL", at("instamoney")),
        ("INSTAMONEY_API_KEY", "xnd_development_canary-8".into()),
        ("INSTAMONEY_CALLBACK_TOKENS", "canary-9".into()),
        ("RPI_BASE_URL", at("rpi")),
        ("RPI_CLIENT_ID", "canary-10".into()),
        ("RPI_CLIENT_SECRET", "canary-11".into()),
        ("RPI_MERCHANT_CODE", "SHOP01".into()),
        ("RPI_CHANNEL_ID", "WEB".into()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

pub(crate) fn settings(sandbox: &str) -> Settings {
    // Those of a provider that is new.
    let others = Settings::sandbox_with_token(sandbox, "canary-0");
    let own = variables(sandbox).into_iter();
    own.fold(others, |settings, (name, value)| settings.set(&name, value))
}

pub(crate) fn payment(reference: &str, method: Method) -> PaymentRequest {
    let amount = Money::idr(20_000);
    let customer = Customer::default()
        .name("Canary")
        .phone(PHONE)
        .email("canary@shop.test");
    let item = Item {
        id: "1".into(),
        name: "Coffee".into(),
        price: amount,
        quantity: 1,
    };
    PaymentRequest::new(reference.parse().unwrap(), amount, method)
        .customer(customer)
        .item(item)
        .callback_url("http://127.0.0.1:9/callbacks")
        .return_url("http://127.0.0.1:9/thanks")
}

pub(crate) fn mandate(reference: &str) -> MandateRequest {
    let amount = Money::idr(20_000);
    let schedule = Schedule {
        start: payments::jakarta::day(chrono::Utc::now()),
        unit: IntervalUnit::Month,
        interval: 1,
        occurrences: Some(12),
    };
    let product = Product {
        name: "Coffee club".into(),
        code: "COFFEE".into(),
    };
    MandateRequest::new(
        reference.parse().unwrap(),
        MandateAmount::Variable {
            first: Some(amount),
            maximum: Money::idr(50_000),
        },
        schedule,
        Customer::default().phone(PHONE).name("Canary"),
        product,
    )
}

/// Calls every operation once at least; what comes of it does not matter here, refusals are as
/// welcome as answers.
pub(crate) async fn every_operation(sandbox: &Sandbox) {
    let variables = variables(&sandbox.url());
    let variable = |name: &str| variables.get(name).cloned();
    let act = |path: &str| sandbox.control("POST", path, &json!({}));

    let ciputra = Ciputra::new(ciputra::Config::from_variables(variable).unwrap()).unwrap();
    let request = payment("ciputra-1", Method::GOPAY);
    ciputra.create(&request).await.unwrap();
    ciputra.get(&request.query()).await.unwrap();
    ciputra.cancel(&request.query()).await.unwrap();
    let _ = ciputra.get_registration("registration-1").await;

    let fazz = Fazz::new(fazz::Config::from_variables(variable).unwrap()).unwrap();
    let request = payment("fazz-1", Method::virtual_account("bri").unwrap());
    let payment_made = fazz.create(&request).await.unwrap();
    fazz.get(&request.query()).await.unwrap();
    fazz.get(&payment_made.query()).await.unwrap();
    fazz.cancel(&payment_made.query()).await.unwrap();
    let bri = VirtualAccountAttributesBankShortCode::Bri;
    let attributes = VirtualAccountAttributes::new("fazz-2", bri, "Canary");
    let account = fazz.create_virtual_account(&attributes.into()).await;
    let account = account.unwrap().body.data.id;
    let paid = fazz.receive_into_virtual_account(&account, Money::idr(20_000));
    paid.await.unwrap();
    fazz.get_virtual_account(&account).await.unwrap();
    fazz.virtual_account_payments(&account).await.unwrap();
    let attributes = QrisAttributes::new("fazz-3").display_name("Canary");
    let code = fazz.create_qris(&attributes.into()).await;
    let code = code.unwrap().body.data.id;
    fazz.receive_by_qris(&code, Money::idr(20_000))
        .await
        .unwrap();
    fazz.get_qris(&code).await.unwrap();
    fazz.qris_payments(&code).await.unwrap();

    let config = instamoney::Config::from_variables(variable).unwrap();
    let instamoney = Instamoney::new(config).unwrap();
    let request = payment("instamoney-1", Method::DANA);
    instamoney.create(&request).await.unwrap();
    instamoney.get(&request.query()).await.unwrap();
    // The same reference with another phone number is a duplicate.
    instamoney.create(&request).await.unwrap_err();
    let charge = payment("instamoney-2", Method::SHOPEEPAY);
    let charge = instamoney.create(&charge).await.unwrap();
    instamoney.get(&charge.query()).await.unwrap();
    act("payments/instamoney/instamoney-2/pay").unwrap();
    let id = charge.provider_id.as_deref().unwrap();
    instamoney.void_ewallet_charge(id).await.unwrap();

    let rpi = Rpi::new(rpi::Config::from_variables(variable).unwrap()).unwrap();
    let request = mandate("00000000000000000000000000000rpi");
    let made = rpi.create(&request).await.unwrap();
    let act_on = format!("payments/rpi/{}/pay", made.reference);
    act(&act_on).unwrap();
    let made = rpi.get(&made.query()).await.unwrap();
    let next = request.schedule.start + chrono::Days::new(40);
    let change = AmountChangeRequest::new(made.query(), next, Money::idr(30_000)).unwrap();
    let _ = rpi.change_amount(&change).await;

    let config = digiswitch::Config::from_variables(variable).unwrap();
    let digiswitch = Digiswitch::new(config).unwrap();
    let bill = BillRequest::new("digiswitch-1".parse().unwrap(), "pln", METER);
    let inquiry = digiswitch.inquire(&bill).await.unwrap();
    digiswitch.pay(&inquiry).await.unwrap();
    Bills::status(&digiswitch, &bill).await.unwrap();
    let topup = TopupRequest::new("digiswitch-2".parse().unwrap(), "xld10", PHONE);
    digiswitch.buy(&topup).await.unwrap();
    Topups::status(&digiswitch, &topup).await.unwrap();
    let meter = digiswitch::types::PlnInquiryRequest::new(METER);
    digiswitch.inquire_pln(&meter).await.unwrap();
    Topups::balance(&digiswitch).await.unwrap();
    let ticket =
        digiswitch::types::DepositTicketRequest::new(Money::idr(100_000).amount(), "BCA", "Canary");
    let _ = digiswitch.deposit_ticket(&ticket).await;
    digiswitch.prepaid_prices(None).await.unwrap();
    digiswitch.postpaid_prices(None).await.unwrap();

    let own = ["ciputra", "digiswitch", "fazz", "instamoney", "rpi"];
    for name in Name::ALL
        .iter()
        .filter(|name| !own.contains(&name.as_str()))
    {
        let client = name.client(&settings(&sandbox.url())).unwrap();
        if let Some(payments) = client.payments {
            let first = &payments.capabilities().methods[0];
            let request = payment(&format!("{name}1"), first.method.clone());
            let made = payments.create(&request).await.unwrap().query();
            payments.get(&made).await.unwrap();
            if first.operations.contains(&PaymentOperation::Cancel) {
                payments.cancel(&made).await.unwrap();
            }
        }
    }
}
