//! A mandate can be asked for only by an id; when that is lost, it is made again under its
//! reference.

use payments_core::{
    Customer, IntervalUnit, MandateAmount, MandateRequest, Money, Outcome, Product, Retry,
    Schedule, SuggestedAction,
    retry::{Clock, VirtualClock},
};
use payments_rpi::{Config, DateFormat, Rpi};
use serde_json::json;

use crate::bench::Bench;

fn request() -> MandateRequest {
    MandateRequest::new(
        Rpi::new_reference().unwrap(),
        MandateAmount::Fixed {
            amount: Money::idr(25_000),
        },
        Schedule {
            start: DateFormat::read("03-03-2026").unwrap(),
            unit: IntervalUnit::Week,
            interval: 1,
            occurrences: Some(3),
        },
        Customer::default().phone("081234567890"),
        Product {
            name: "Premi".into(),
            code: "P1".into(),
        },
    )
}

#[tokio::test]
async fn a_mandate_whose_request_is_lost_is_made_again_after_the_delay_and_one_that_arrived_stays_unknown()
 {
    for (fault, arrived) in [("reset_before_commit", false), ("reset_after_commit", true)] {
        let bench = Bench::start().await;
        let order = json!({"provider": "rpi", "operation": "create", "fault": fault});
        bench.fault(order).await;
        let config = Config::new("id", "secret", "SHOP01", "WEB").unwrap();
        let url = format!("{}/rpi", bench.sandbox.url());
        let rpi = Rpi::new(config.base_url(&url).unwrap()).unwrap();

        let start = "2026-03-02T03:00:00Z".parse().unwrap();
        let clock = VirtualClock::new(start);
        let retry = Retry::default().clock(clock.clone()).seed(1);
        let request = request();
        let settled = retry.settle(&rpi, &request).await;
        assert!((clock.now() - start).num_seconds() >= 60);
        match settled {
            Ok(mandate) => assert!(!arrived && mandate.reference == request.reference),
            // The simulator refuses the repeat, in words that prove nothing.
            Err(open) => {
                assert!(arrived && open.outcome() == Outcome::Unknown, "{open:?}");
                // Nobody confirms a page that was never shown, so no callback will come.
                let action = open.error().suggested_action();
                assert_eq!(action, SuggestedAction::RetryLater);
            }
        }
        let made = bench.show("payments").await;
        assert_eq!(made.as_array().unwrap().len(), 1, "{made}");
    }
}
