//! The client of Digiswitch against the simulator: the test customers of every product, to the end
//! of their bills.

use payments_core::{
    BillRequest, Bills, ErrorKind, Money, Outcome, PaymentStatus, Reference, TopupRequest,
};
use payments_digiswitch::{Config, Details, Digiswitch};
use serde_json::json;

use crate::bench::{Bench, settings};

/// What becomes of a test customer's bill.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Paid,
    Fails,
    PaidLater,
    FailsLater,
}

use End::{Fails, FailsLater, Paid, PaidLater};

#[rustfmt::skip]
const CUSTOMERS: &[(&str, &str, End)] = &[
    ("pln", "530000000001", Paid), ("pln", "530000000006", Fails),
    ("pln", "630000000001", PaidLater), ("pln", "630000000006", FailsLater),
    ("pdam", "1013226", Paid), ("pdam", "1013230", Fails),
    ("pdam", "2013226", PaidLater), ("pdam", "2013230", FailsLater),
    ("hp", "081234554320", Paid), ("hp", "081234554324", Fails),
    ("hp", "081244554320", PaidLater), ("hp", "081244554324", FailsLater),
    ("internet", "6391601001", Paid), ("internet", "6391601005", Fails),
    ("internet", "7391601001", PaidLater), ("internet", "7391601005", FailsLater),
    ("bpjs", "8801234560001", Paid), ("bpjs", "8801234560005", Fails),
    ("bpjs", "9801234560001", PaidLater), ("bpjs", "9801234560005", FailsLater),
    ("multifinance", "6391601201", Paid), ("multifinance", "6391601205", Fails),
    ("multifinance", "7391601201", PaidLater), ("multifinance", "7391601205", FailsLater),
    ("pbb", "329801092375999991", Paid), ("pbb", "329801092375999995", Fails),
    ("pbb", "429801092375999991", PaidLater), ("pbb", "429801092375999995", FailsLater),
    ("pgas", "0110014601", Paid), ("pgas", "0110014605", Fails),
    ("pgas", "1110014601", PaidLater), ("pgas", "1110014605", FailsLater),
    ("tv", "127246500101", Paid),
    ("tv", "227246500101", PaidLater), ("tv", "227246500105", FailsLater),
    ("plnnontaglis", "3225030005921", Paid), ("plnnontaglis", "3225030005923", Fails),
    ("plnnontaglis", "4225030005921", PaidLater), ("plnnontaglis", "4225030005923", FailsLater),
    ("emoney", "082100000001", Paid), ("emoney", "082100000003", Fails),
    ("emoney", "082110000001", PaidLater), ("emoney", "082110000003", FailsLater),
    ("samsat", "9658548523568701,0212502110170100", Paid), ("samsat", "9658548523568705,0212502110170100", Fails),
    ("samsat", "0658548523568701,0212502110170100", PaidLater), ("samsat", "0658548523568705,0212502110170100", FailsLater),
    ("kirimuang", "1234567890", Paid),
];

fn client(bench: &Bench) -> Digiswitch {
    let url = format!("{}/digiswitch/v1/user/api", bench.sandbox.url());
    let config = Config::new("sandbox", "sandbox-key").unwrap();
    Digiswitch::new(config.base_url(&url).unwrap()).unwrap()
}

/// Under a reference of the customer's own.
fn bill(product: &str, customer: &str) -> BillRequest {
    let (number, _) = customer.split_once(',').unwrap_or((customer, ""));
    let reference = Reference::new(format!("{product}-{number}")).unwrap();
    let bill = BillRequest::new(reference, product, customer);
    match product {
        "emoney" => bill.amount(Money::idr(97_000)),
        _ => bill,
    }
}

async fn ledger_rows(bench: &Bench, bill: &BillRequest) -> usize {
    let path = format!("ledger?reference={}", bill.reference);
    bench.show(&path).await.as_array().unwrap().len()
}

#[tokio::test]
async fn every_test_customer_of_every_product_comes_to_the_documented_end() {
    let bench = Bench::start().await;
    let bills = client(&bench);
    for (product, customer, end) in CUSTOMERS {
        let bill = bill(product, customer);
        let inquiry = bills.inquire(&bill).await.unwrap();
        let details = Details::of(&bill, &inquiry.raw).unwrap();
        assert!(!matches!(details, Details::Other(_)), "{product}");
        let answer = bills.pay(&inquiry).await;
        match (end, answer.map(|payment| payment.status)) {
            (Paid, Ok(PaymentStatus::Paid)) => {}
            (PaidLater | FailsLater, Ok(PaymentStatus::Pending)) => {}
            (Fails, Err(error)) => assert_eq!(error.outcome(), Outcome::Refused),
            (end, answer) => panic!("{product} {end:?}: {answer:?}"),
        }
    }
    bench.advance(60).await;
    for (product, customer, end) in CUSTOMERS {
        let bill = bill(product, customer);
        let told = bills.status(&bill).await.unwrap();
        let is_paid = matches!(end, Paid | PaidLater);
        assert_eq!(told.status.is_paid(), is_paid, "{product} {end:?}");
        assert_eq!(told.failure.is_some(), !is_paid, "{product} {end:?}");
        let rows = ledger_rows(&bench, &bill).await;
        assert_eq!(rows, usize::from(is_paid), "{product} {end:?}");
    }
}

#[tokio::test]
async fn refusals_under_400_mean_the_same_as_under_200() {
    for with_400 in [false, true] {
        let bench = Bench::with(settings().digiswitch_refuses_with_400(with_400)).await;
        let bills = client(&bench);
        let nobody = bills.inquire(&bill("pln", "530000000003")).await;
        assert_eq!(nobody.unwrap_err().outcome(), Outcome::Refused);
        let never_paid = bills.status(&bill("pln", "530000000001")).await;
        assert_eq!(never_paid.unwrap_err().outcome(), Outcome::Unknown);
        let failing = bill("pln", "530000000006");
        let inquiry = bills.inquire(&failing).await.unwrap();
        let failed = bills.pay(&inquiry).await.unwrap_err();
        assert_eq!(failed.code(), Some("02"));
        let status = bills.status(&failing).await.unwrap();
        assert_eq!(status.status, PaymentStatus::Failed, "{with_400}");
    }
}

#[tokio::test]
async fn a_wrong_key_is_refused_and_a_lost_answer_is_settled_by_the_status() {
    let bench = Bench::start().await;
    let bills = client(&bench);
    let lost = bill("pln", "530000000001");
    let inquiry = bills.inquire(&lost).await.unwrap();
    let fault =
        json!({"provider": "digiswitch", "operation": "pay", "fault": "reset_after_commit"});
    bench.fault(fault).await;
    let error = bills.pay(&inquiry).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(bills.status(&lost).await.unwrap().status.is_paid());
    assert_eq!(ledger_rows(&bench, &lost).await, 1);

    let another = Bench::with(settings().digiswitch_key("another")).await;
    let error = client(&another).inquire(&lost).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unauthorized);
    assert_eq!(error.outcome(), Outcome::Refused);
}

#[tokio::test]
async fn a_payment_that_nobody_finds_yet_is_unknown_and_found_later() {
    let bench = Bench::start().await;
    let bills = client(&bench);
    let hidden = bill("pln", "530000000001");
    let inquiry = bills.inquire(&hidden).await.unwrap();
    let fault = json!({"provider": "digiswitch", "operation": "pay", "fault": "hidden_after_commit", "seconds": 20});
    bench.fault(fault).await;
    assert_eq!(
        bills.pay(&inquiry).await.unwrap_err().outcome(),
        Outcome::Unknown
    );
    let not_found = bills.status(&hidden).await.unwrap_err();
    assert_eq!(
        (not_found.code(), not_found.outcome()),
        (Some("50"), Outcome::Unknown)
    );
    bench.advance(20).await;
    assert!(bills.status(&hidden).await.unwrap().status.is_paid());
    assert_eq!(ledger_rows(&bench, &hidden).await, 1);
}

#[tokio::test]
async fn a_buyer_without_a_highest_price_pays_more_than_was_listed_and_one_with_it_does_not() {
    let bench = Bench::start().await;
    let digiswitch: &dyn payments_core::Topups = &client(&bench);
    let listed = digiswitch.prices(Some("xld10")).await.unwrap();
    let listed = listed[0].as_ref().unwrap().price;
    let rises = async || {
        let fault = json!({"provider": "digiswitch", "fault": "price_rise"});
        bench.fault(fault).await;
    };
    let request =
        |reference: &str| TopupRequest::new(reference.parse().unwrap(), "xld10", "087800001230");
    rises().await;
    let naive = digiswitch.buy(&request("naive")).await.unwrap();
    assert!(naive.price.unwrap().amount() > listed.amount());

    rises().await;
    let careful = request("careful").maximum_price(listed);
    let error = digiswitch.buy(&careful).await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.code()),
        (Outcome::Refused, Some("69"))
    );
    let rows = bench.ledger().await;
    assert_eq!(rows.len(), 1, "{rows:?}");
}
