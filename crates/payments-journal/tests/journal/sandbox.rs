//! Bills and mandates, of real clients, whose answers are lost on the way.

use std::{sync::Arc, time::Duration};

use payments_core::{
    BillRequest, Bills, Customer, IntervalUnit, MandateAmount, MandateRequest, MandateStatus,
    Mandates, Money, PaymentStatus, Product, Schedule, Status, retry::Clock,
};
use payments_digiswitch::Digiswitch;
use payments_journal::{Decision, Executed, Filter, Journal, Options, Providers, Reason, State};
use payments_provider::http::{BaseUrl, Timeouts, client};
use payments_rpi::Rpi;
use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};

use crate::{
    place::{Place, id, reference},
    process::Ahead,
};

async fn fault(sandbox: &Sandbox, provider: &str, operation: &str, fault: &str) {
    let base: BaseUrl = sandbox.url().parse().unwrap();
    let http = client(&base, Timeouts::default()).unwrap();
    let fault = json!({"provider": provider, "operation": operation, "fault": fault});
    let url = format!("{}/_sandbox/faults", sandbox.url());
    let answer = http.post(url).json(&fault).send().await.unwrap();
    assert!(answer.status().is_success());
}

async fn debits(sandbox: &Sandbox) -> usize {
    let base: BaseUrl = sandbox.url().parse().unwrap();
    let http = client(&base, Timeouts::default()).unwrap();
    let url = format!("{}/_sandbox/ledger", sandbox.url());
    let rows: Value = http.get(url).send().await.unwrap().json().await.unwrap();
    rows.as_array().unwrap().len()
}

fn digiswitch(sandbox: &Sandbox) -> Digiswitch {
    let config = payments_digiswitch::Config::new("sandbox", "sandbox-key")
        .unwrap()
        .base_url(&format!("{}/digiswitch/v1/user/api", sandbox.url()))
        .unwrap();
    Digiswitch::new(config).unwrap()
}

async fn journal(place: &Place, clock: &Ahead, options: Options) -> Journal {
    let options = options.clock(clock.clone()).patience(Duration::ZERO);
    Journal::open_with(&place.url(), options).await.unwrap()
}

async fn drain(journal: &Journal, clock: &Ahead, providers: &Providers) {
    while let Some(due) = journal.next_due().await.unwrap() {
        if journal.recover_one(providers).await.unwrap().is_none() {
            let wait = (due - journal.now()).to_std().unwrap_or_default();
            clock.sleep(wait).await;
        }
    }
}

#[tokio::test]
async fn a_bill_whose_answer_is_lost_is_paid_once_and_its_number_is_not_stored() {
    let sandbox = Sandbox::start(Settings::new()).await.unwrap();
    let (place, clock) = (Place::new(), Ahead::new(0));
    let bills = digiswitch(&sandbox);
    let bill = BillRequest::new(reference("bill-1"), "pln", "530000000001");
    let inquiry = bills.inquire(&bill).await.unwrap();
    fault(&sandbox, "digiswitch", "create", "reset_after_commit").await;
    let journal = journal(&place, &clock, Options::new()).await;
    let done = journal.execute(&bills, &inquiry).await.unwrap();
    let Executed::Answered(paid) = done else {
        panic!("{done:?}")
    };
    assert_eq!(paid.status, PaymentStatus::Paid);
    // Inquired anew, it is the same bill; another customer's is not.
    let again = bills.inquire(&bill).await;
    let again = again.unwrap_or_else(|_| inquiry.clone());
    let recorded = journal.execute(&bills, &again).await.unwrap();
    assert!(matches!(recorded, Executed::Answered(again) if again.bill == paid.bill));
    let mut other = inquiry.clone();
    other.bill.customer_number = "530000000002".into();
    let error = journal.execute(&bills, &other).await.unwrap_err();
    assert!(error.to_string().contains("bill.customer_number"));
    assert!(!error.to_string().contains("530000"));
    let record = journal
        .record_of(&id("digiswitch/sandbox/default"), &reference("bill-1"))
        .await;
    assert!(!record.unwrap().line().contains("530000000001"));
    assert_eq!(debits(&sandbox).await, 1);
}

#[tokio::test]
async fn a_bill_that_is_kept_whole_is_finished_by_any_worker() {
    let sandbox = Sandbox::start(Settings::new()).await.unwrap();
    let (place, clock) = (Place::new(), Ahead::new(0));
    let bills = Arc::new(digiswitch(&sandbox));
    let bill = BillRequest::new(reference("bill-1"), "pln", "530000000001");
    let inquiry = bills.inquire(&bill).await.unwrap();
    fault(&sandbox, "digiswitch", "create", "reset_after_commit").await;
    // The question that follows is lost, too.
    fault(&sandbox, "digiswitch", "get", "error_before_commit").await;
    let journal = journal(&place, &clock, Options::new().keep_requests()).await;
    let done = journal.execute(&*bills, &inquiry).await.unwrap();
    assert!(matches!(done, Executed::Open(_)), "{done:?}");
    let providers = Providers::new().bills(Arc::<Digiswitch>::clone(&bills));
    drain(&journal, &clock, &providers).await;
    let entry = journal
        .get(&id("digiswitch/sandbox/default"), &reference("bill-1"))
        .await;
    let entry = entry.unwrap().unwrap();
    assert_eq!(entry.state, State::Finished);
    assert_eq!(entry.status, Some(PaymentStatus::Paid.into()));
    assert_eq!(debits(&sandbox).await, 1);
}

fn mandate(name: &str) -> MandateRequest {
    let amount = Money::idr(20_000);
    let schedule = Schedule {
        start: (chrono::Utc::now() + chrono::TimeDelta::days(2)).date_naive(),
        unit: IntervalUnit::Month,
        interval: 1,
        occurrences: Some(12),
    };
    let product = Product {
        name: "Coffee club".into(),
        code: "COFFEE".into(),
    };
    MandateRequest::new(
        reference(&format!("{name:0<32}")),
        MandateAmount::Fixed { amount },
        schedule,
        Customer::default().phone("08123123123"),
        product,
    )
}

#[tokio::test]
async fn a_mandate_is_asked_for_once_and_a_lost_one_is_for_a_person() {
    let sandbox = Sandbox::start(Settings::new()).await.unwrap();
    let (place, clock) = (Place::new(), Ahead::new(0));
    let config = payments_rpi::Config::new("client", "secret", "SHOP01", "channel")
        .unwrap()
        .base_url(&format!("{}/rpi", sandbox.url()))
        .unwrap();
    let rpi = Arc::new(Rpi::new(config).unwrap());
    let journal = journal(&place, &clock, Options::new()).await;
    let dynamic: &dyn Mandates = &*rpi;
    let first = journal.execute(dynamic, &mandate("first")).await.unwrap();
    let Executed::Answered(first) = first else {
        panic!("{first:?}")
    };
    assert_eq!(first.status, MandateStatus::Pending);
    assert!(!first.next_actions.is_empty());
    let again = journal.execute(dynamic, &mandate("first")).await.unwrap();
    let Executed::Answered(again) = again else {
        panic!("{again:?}")
    };
    assert_eq!(again.next_actions, first.next_actions);

    // What is active is finished, and still lives.
    let active = Filter::new().active();
    assert_eq!(journal.list(&active).await.unwrap(), []);
    let (account, reference) = (&id("rpi/sandbox/default"), &mandate("first").reference);
    let workers = Providers::new().mandates(Arc::<Rpi>::clone(&rpi));
    for (action, living) in [("pay", 1), ("cancel", 0)] {
        let path = format!("payments/rpi/{reference}/{action}");
        sandbox.control("POST", &path, &Value::Null).unwrap();
        let asked = journal.reconcile(&workers, account, reference).await;
        assert_eq!(asked.unwrap().state, State::Finished, "{action}");
        let listed = journal.list(&active).await.unwrap();
        assert_eq!(listed.len(), living, "{action}");
    }

    fault(&sandbox, "rpi", "create", "reset_after_commit").await;
    let lost = mandate("second");
    journal.execute(dynamic, &lost).await.unwrap();
    let providers = Providers::new().mandates(Arc::<Rpi>::clone(&rpi));
    drain(&journal, &clock, &providers).await;
    let entry = journal
        .get(&id("rpi/sandbox/default"), &lost.reference)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(entry.state, State::NeedsAttention);
    // Its phone number is not stored, so nobody but the caller could have sent it again.
    assert_eq!(entry.reason, Some(Reason::Deadline));
    assert_eq!(entry.sends, 1);
    let decided = Decision::Settled(Status::Mandate(MandateStatus::Expired));
    let entry = journal
        .resolve(
            &id("rpi/sandbox/default"),
            &lost.reference,
            decided,
            "budi",
            "nobody saw its page",
        )
        .await
        .unwrap();
    assert_eq!(entry.state, State::Finished);
}
