//! Top-ups: the only question is the same request again, which is a second sale if it comes too
//! early.

use payments::{Money, Outcome, PaymentStatus, Reference, TopupRequest};
use serde_json::json;

use crate::stand::Stand;

fn request() -> TopupRequest {
    TopupRequest::new(Reference::new("topup-1").unwrap(), "xld10", "087800009999")
}

/// The answer is lost, and for so long a repeat would be a second sale.
fn hides(stand: &Stand, seconds: u64) {
    stand.order(&json!({
        "provider": "digiswitch", "operation": "create", "fault": "hidden_after_commit", "seconds": seconds,
    }));
}

#[tokio::test]
async fn a_sale_whose_answer_is_lost_and_hidden_is_asked_for_after_the_delay_and_made_once() {
    let stand = Stand::open().await;
    hides(&stand, 120);
    let topups = stand.client("digiswitch").topups.unwrap();
    let sold = stand.retry().settle(&topups, &request()).await.unwrap();
    assert_eq!(sold.status, PaymentStatus::Paid);
    assert_eq!(stand.debits(), 1);
}

#[tokio::test]
async fn a_sale_whose_answer_or_request_is_lost_is_made_once() {
    for fault in [
        "reset_after_commit",
        "error_after_commit",
        "reset_before_commit",
        "error_before_commit",
    ] {
        let stand = Stand::open().await;
        stand.fault("digiswitch", "create", fault, 1);
        let topups = stand.client("digiswitch").topups.unwrap();
        let sold = stand.retry().settle(&topups, &request()).await.unwrap();
        assert_eq!(sold.status, PaymentStatus::Paid, "{fault}");
        assert_eq!(stand.debits(), 1, "{fault}");
    }
}

#[tokio::test]
async fn a_price_above_the_highest_is_refused_and_sells_nothing() {
    let stand = Stand::open().await;
    let topups = stand.client("digiswitch").topups.unwrap();
    let cheap = request().maximum_price(Money::idr(1_000));
    let refused = stand.retry().settle(&topups, &cheap).await.unwrap_err();
    assert_eq!(refused.outcome(), Outcome::Refused);
    assert_eq!(stand.debits(), 0);
}

#[tokio::test]
async fn an_answer_above_the_highest_price_is_no_answer() {
    let stand = Stand::open().await;
    let topups = stand.client("digiswitch").topups.unwrap();
    stand.order(&json!({
        "provider": "digiswitch", "operation": "create", "fault": "wrong_amount", "amount": 11_000,
        "times": 0,
    }));
    let limited = request().maximum_price(Money::idr(10_500));
    let open = stand.retry().settle(&topups, &limited).await.unwrap_err();
    assert_eq!(open.outcome(), Outcome::Unknown);
    assert!(open.to_string().contains("at most"), "{open}");
}
