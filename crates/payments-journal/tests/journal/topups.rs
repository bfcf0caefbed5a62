//! A sale is asked for by the same request again: not before the delay, and never after the
//! provider has forgotten it.

use std::{sync::Arc, time::Duration};

use payments_core::{
    BillPayment, BillRequest, Event, Money, News, PaymentStatus, TopupRequest, Topups,
    retry::{Policy, VirtualClock},
};
use payments_digiswitch::{Config, Digiswitch};
use payments_journal::{Decision, Delivery, Error, Executed, Journal, Options, Providers, State};
use payments_sandbox::{Sandbox, Settings};
use serde_json::{Value, json};

use crate::{place::reference, provider::verified};

const DAY: u64 = 24 * 60 * 60;

struct Shop {
    sandbox: Sandbox,
    clock: VirtualClock,
    topups: Arc<dyn Topups>,
    journal: Journal,
}

impl Shop {
    async fn open(options: Options) -> Self {
        let start = "2026-03-02T03:00:00Z".parse().unwrap();
        let sandbox = Sandbox::start(Settings::new().manual_clock(start));
        let sandbox = sandbox.await.unwrap();
        let url = format!("{}/digiswitch/v1/user/api", sandbox.url());
        let config = Config::new("sandbox", "sandbox-key").unwrap();
        let topups = Digiswitch::new(config.base_url(&url).unwrap()).unwrap();
        let clock = VirtualClock::new(start);
        let options = options.clock(clock.clone()).patience(Duration::ZERO);
        Self {
            journal: Journal::open_with("sqlite::memory:", options)
                .await
                .unwrap(),
            topups: Arc::new(topups),
            sandbox,
            clock,
        }
    }

    /// The answer is lost, and for so long a repeat would be a second sale.
    fn hides(&self, seconds: u64) {
        let order = json!({
            "provider": "digiswitch", "operation": "create", "fault": "hidden_after_commit", "seconds": seconds,
        });
        self.sandbox.control("POST", "faults", &order).unwrap();
    }

    fn pass(&self, seconds: u64) {
        let step = json!({"seconds": seconds});
        self.sandbox
            .control("POST", "clock/advance", &step)
            .unwrap();
        self.clock.advance(Duration::from_secs(seconds));
    }

    fn debits(&self) -> usize {
        let rows = self.sandbox.control("GET", "ledger", &Value::Null).unwrap();
        rows.as_array().unwrap().len()
    }

    async fn state(&self) -> State {
        let account = self.topups.account().id();
        let entry = self.journal.get(account, &request().reference).await;
        entry.unwrap().unwrap().state
    }

    fn workers(&self) -> Providers {
        Providers::new().topups(Arc::clone(&self.topups))
    }

    async fn work(&self, seconds: u64) {
        for _ in 0..seconds.div_ceil(61) {
            self.pass(61);
            let workers = self.workers();
            while (self.journal.recover_one(&workers).await.unwrap()).is_some() {}
        }
    }
}

fn request() -> TopupRequest {
    TopupRequest::new(reference("topup-1"), "xld10", "087800001233")
}

#[tokio::test]
async fn an_open_sale_is_not_confirmed_because_the_question_would_be_a_sale() {
    let shop = Shop::open(Options::new().keep_requests()).await;
    shop.hides(120);
    let open = shop.journal.execute(&shop.topups, &request()).await;
    assert!(matches!(open.unwrap(), Executed::Open(_)));
    shop.pass(90);
    let (account, reference) = (shop.topups.account().id(), request().reference);
    let told = shop
        .journal
        .confirm(&shop.workers(), account, &reference)
        .await;
    assert!(matches!(told, Err(Error::NotPossible(_))), "{told:?}");
    assert_eq!((shop.state().await, shop.debits()), (State::Open, 1));
}

#[tokio::test]
async fn a_sale_that_needs_a_person_or_is_pending_is_not_confirmed_either() {
    for (hidden, state) in [(2_000, State::NeedsAttention), (0, State::Pending)] {
        let policy = Policy::default().asks(0);
        let shop = Shop::open(Options::new().keep_requests().policy(policy)).await;
        if hidden > 0 {
            shop.hides(hidden);
        }
        let executed = shop.journal.execute(&shop.topups, &request()).await;
        executed.unwrap();
        assert_eq!(shop.state().await, state);
        // Long enough for a question, by what is written; the provider does not show it yet.
        shop.pass(400);
        let (account, reference) = (shop.topups.account().id(), request().reference);
        let workers = shop.workers();
        let told = shop.journal.confirm(&workers, account, &reference).await;
        // A sale that it made would be debited by now.
        shop.pass(100);
        assert_eq!(shop.debits(), 1, "{state}: {told:?}");
        assert!(matches!(told, Err(Error::NotPossible(_))), "{told:?}");
    }
}

#[tokio::test]
async fn a_noted_sale_is_neither_made_nor_asked_for_before_a_person_decides() {
    let shop = Shop::open(Options::new().keep_requests()).await;
    let (account, reference) = (shop.topups.account().id(), request().reference);
    let noted = shop.journal.ask_first(account, &reference).await;
    assert!(noted.unwrap());
    let executed = shop.journal.execute(&shop.topups, &request()).await;
    shop.work(600).await;
    assert_eq!(
        (shop.state().await, shop.debits()),
        (State::NeedsAttention, 0)
    );
    assert!(
        matches!(executed, Ok(Executed::NeedsAttention(_))),
        "{executed:?}"
    );
    let asked = shop.journal.ask(&shop.topups, &request()).await;
    shop.pass(600);
    assert_eq!(shop.debits(), 0);
    assert!(matches!(asked, Err(Error::NotPossible(_))), "{asked:?}");
}

#[tokio::test]
async fn a_sale_whose_answer_is_hidden_is_asked_for_within_its_time_and_never_after() {
    let shop = Shop::open(Options::new().keep_requests()).await;
    shop.hides(120);
    let unknown = shop.journal.ask(&shop.topups, &request()).await;
    assert!(matches!(unknown, Err(Error::NotFound)), "{unknown:?}");
    let open = shop
        .journal
        .execute(&shop.topups, &request())
        .await
        .unwrap();
    assert!(matches!(open, Executed::Open(_)));
    shop.work(600).await;
    assert_eq!((shop.state().await, shop.debits()), (State::Finished, 1));
    let asked = shop.journal.ask(&shop.topups, &request()).await;
    assert!(matches!(asked, Ok(Executed::Answered(_))), "{asked:?}");

    shop.pass(91 * DAY);
    let late = shop.journal.ask(&shop.topups, &request()).await;
    assert!(matches!(late, Err(Error::NotPossible(_))), "{late:?}");
    let account = shop.topups.account().id();
    let (workers, reference) = (shop.workers(), request().reference);
    let late = shop.journal.reconcile(&workers, account, &reference).await;
    assert!(matches!(late, Err(Error::NotPossible(_))));
    assert_eq!(shop.debits(), 1);
}

#[tokio::test]
async fn without_its_number_a_lost_sale_waits_for_its_caller_and_is_made_once() {
    let shop = Shop::open(Options::new()).await;
    shop.hides(120);
    shop.journal
        .execute(&shop.topups, &request())
        .await
        .unwrap();
    shop.work(600).await;
    assert_eq!(shop.state().await, State::Open);
    let done = shop.journal.ask(&shop.topups, &request()).await.unwrap();
    assert!(matches!(done, Executed::Answered(_)), "{done:?}");
    assert_eq!((shop.state().await, shop.debits()), (State::Finished, 1));
}

#[tokio::test]
async fn the_caller_who_comes_too_early_makes_no_second_sale() {
    let shop = Shop::open(Options::new()).await;
    shop.hides(120);
    for _ in 0..4 {
        let open = shop.journal.execute(&shop.topups, &request()).await;
        assert!(matches!(open.unwrap(), Executed::Open(_)));
        shop.pass(30);
    }
    assert_eq!(shop.debits(), 1);
    shop.pass(61);
    let done = shop
        .journal
        .execute(&shop.topups, &request())
        .await
        .unwrap();
    assert!(matches!(done, Executed::Answered(_)), "{done:?}");
    assert_eq!(shop.debits(), 1);
}

#[tokio::test]
async fn a_callback_about_a_sale_finds_it_although_it_has_the_form_of_a_bill() {
    let shop = Shop::open(Options::new()).await;
    shop.hides(120);
    shop.journal
        .execute(&shop.topups, &request())
        .await
        .unwrap();
    // The provider's own code of the product may be another one.
    let bill = BillRequest::new(reference("topup-1"), "xl10", "087800001233");
    let provider = shop.topups.provider();
    let mut told = BillPayment::new(provider, bill, PaymentStatus::Paid, "Sukses");
    told.cost = Some(Money::idr(10_500));
    let event = verified(Event::new("topup-1:Sukses:00", told));
    let done = shop.journal.receive(shop.topups.account(), &event).await;
    let Delivery::Applied(entry) = done.unwrap() else {
        panic!("it is not applied");
    };
    assert_eq!(entry.state, State::Finished);
    let Some(News::Topup(topup)) = entry.answer else {
        panic!("{:?}", entry.answer);
    };
    assert_eq!(
        (&*topup.product, topup.price),
        ("xld10", Some(Money::idr(10_500)))
    );
}

#[tokio::test]
async fn what_a_person_must_decide_is_asked_for_no_earlier_and_what_was_refused_is_not_made_by_a_question()
 {
    let policy = Policy::default().asks(0);
    let shop = Shop::open(Options::new().keep_requests().policy(policy)).await;
    shop.hides(120);
    shop.journal
        .execute(&shop.topups, &request())
        .await
        .unwrap();
    assert_eq!(shop.state().await, State::NeedsAttention);
    let early = shop.journal.ask(&shop.topups, &request()).await;
    assert!(matches!(early, Err(Error::NotPossible(_))), "{early:?}");
    let (workers, reference) = (shop.workers(), request().reference);
    let account = shop.topups.account().id();
    let early = shop.journal.reconcile(&workers, account, &reference).await;
    assert!(matches!(early, Err(Error::NotPossible(_))), "{early:?}");

    let nothing = Decision::NothingHappened;
    let decided = (shop.journal).resolve(account, &reference, nothing, "budi", "a test");
    decided.await.unwrap();
    shop.pass(600);
    let refused = shop.journal.ask(&shop.topups, &request()).await;
    assert!(matches!(refused, Err(Error::NotPossible(_))), "{refused:?}");
    assert_eq!(shop.debits(), 1);
}

#[tokio::test]
async fn another_sale_under_the_same_reference_is_told_by_its_price_and_not_by_its_options() {
    let shop = Shop::open(Options::new()).await;
    let sale = |price: u64, url: &str| {
        request()
            .maximum_price(Money::idr(price))
            .options(payments_digiswitch::Options::new().cb_url(url))
    };
    let first = sale(11_000, "https://shop.example/canary-1");
    shop.journal.execute(&shop.topups, &first).await.unwrap();
    let other = sale(12_000, "https://shop.example/canary-2");
    let error = shop.journal.execute(&shop.topups, &other).await;
    let error = error.unwrap_err();
    assert_eq!(
        error.to_string(),
        "reference topup-1 is recorded with another maximum_price.amount (recorded: 11000, given: \
         12000), options.cb_url; nothing was sent"
    );
    assert!(!format!("{error:?}").contains("canary"), "{error:?}");
}
