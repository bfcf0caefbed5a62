//! Two keys of one provider are two accounts: what was made with one is not there for the other,
//! and its references are free.

use payments::{Error, ErrorKind, MandateQuery, Method, PaymentQuery};
use payments_conformance::sample;
use serde_json::json;

use crate::stand::{Stand, paying, request};

fn query(method: Method) -> PaymentQuery {
    PaymentQuery::new("order-1".parse().unwrap(), method)
}

#[track_caller]
fn is_unknown(error: &Error, context: &str) {
    assert_eq!(error.kind(), ErrorKind::NotFound, "{context}: {error:?}");
}

#[tokio::test]
async fn a_payment_of_one_key_is_not_found_by_another_which_may_use_its_reference() {
    for provider in paying() {
        let stand = Stand::open().await;
        let clients = [stand.client(provider), stand.second(provider)];
        let [one, other] = clients.map(|client| client.payments.unwrap());
        let request = sample(one.capabilities());
        one.create(&request).await.unwrap();
        let hidden = other.get(&request.query()).await;
        is_unknown(&hidden.unwrap_err(), provider);
        other.create(&request).await.unwrap();
        assert_eq!(stand.payments(), 2, "{provider}");
        for payments in [one, other] {
            payments.get(&request.query()).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_charge_or_payment_is_not_found_by_another_key_even_by_its_id() {
    let stand = Stand::open().await;
    let [one, other] = ["client", "second"].map(|which| match which {
        "client" => stand.client("instamoney"),
        _ => stand.second("instamoney"),
    });
    let charge = one
        .payments
        .unwrap()
        .create(&request(Method::SHOPEEPAY))
        .await
        .unwrap();
    let mut by_id = query(Method::SHOPEEPAY);
    by_id.provider_id = charge.provider_id;
    let hidden = other.payments.unwrap().get(&by_id).await.unwrap_err();
    is_unknown(&hidden, "instamoney");
}

#[tokio::test]
async fn a_bill_is_paid_out_of_the_deposit_of_the_account_that_asks() {
    let stand = Stand::open().await;
    let [one, other] = [stand.client("digiswitch"), stand.second("digiswitch")];
    let [one, other] = [one, other].map(|client| client.bills.unwrap());
    let inquiry = crate::bills::owed(&*one).await;
    one.pay(&inquiry).await.unwrap();
    let hidden = other.status(&inquiry.bill).await.unwrap_err();
    is_unknown(&hidden, "digiswitch");
    let inquiry = crate::bills::owed(&*other).await;
    other.pay(&inquiry).await.unwrap();
    assert_eq!(stand.debits(), 2);
}

#[tokio::test]
async fn a_mandate_is_not_found_by_another_client() {
    let stand = Stand::open().await;
    let [one, other] = [stand.client("rpi"), stand.second("rpi")];
    let [one, other] = [one, other].map(|client| client.mandates.unwrap());
    let made = one.create(&crate::codes::mandate()).await.unwrap();
    let query: MandateQuery = made.query();
    assert!(one.get(&query).await.is_ok());
    let hidden = other.get(&query).await.unwrap_err();
    assert!(hidden.to_string().contains("412"), "{hidden}");
    let again = other.create(&crate::codes::mandate()).await.unwrap();
    assert_ne!(again.provider_id, made.provider_id);
    assert_eq!(json!(stand.payments()), 2);
}
