//! Two keys of one provider are two accounts: what was made with one is not there for the other,
//! and its references are free.

use payments::{Client, Error, ErrorKind, MandateQuery, Method, PaymentQuery};
use serde_json::json;

use crate::stand::{Stand, request};

const PAYING: [&str; 3] = ["ciputra", "fazz", "instamoney"];

fn query(method: Method) -> PaymentQuery {
    PaymentQuery::new("order-1".parse().unwrap(), method)
}

fn method(provider: &str) -> Method {
    match provider {
        "fazz" => Method::QRIS,
        "ciputra" => Method::GOPAY,
        _ => Method::DANA,
    }
}

#[track_caller]
fn is_unknown(error: &Error, context: &str) {
    assert_eq!(error.kind(), ErrorKind::NotFound, "{context}: {error:?}");
}

#[tokio::test]
async fn a_payment_of_one_key_is_not_found_by_another_which_may_use_its_reference() {
    for provider in PAYING {
        let stand = Stand::open().await;
        let [one, other] = [stand.client(provider), stand.second(provider)];
        let method = method(provider);
        let payments = |client: &Client| client.payments.clone().unwrap();
        let made = payments(&one).create(&request(method.clone())).await;
        made.unwrap();
        let hidden = payments(&other).get(&query(method.clone())).await;
        is_unknown(&hidden.unwrap_err(), provider);
        payments(&other)
            .create(&request(method.clone()))
            .await
            .unwrap();
        assert_eq!(stand.payments(), 2, "{provider}");
        for client in [&one, &other] {
            payments(client).get(&query(method.clone())).await.unwrap();
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
