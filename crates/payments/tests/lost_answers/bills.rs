//! A bill is paid out of the merchant's own deposit: a second payment is the merchant's loss.

use payments::{BillInquiry, BillRequest, Bills, Outcome, PaymentStatus, Reference};

use crate::stand::Stand;

pub(crate) async fn owed(bills: &dyn Bills) -> BillInquiry {
    let reference = Reference::new("bill-1").unwrap();
    let bill = BillRequest::new(reference, "pln", "530000000001");
    bills.inquire(&bill).await.unwrap()
}

#[tokio::test]
async fn a_bill_whose_answer_is_lost_is_adopted_by_asking_and_paid_once() {
    for fault in ["reset_after_commit", "error_after_commit"] {
        let stand = Stand::open().await;
        let bills = stand.client("digiswitch").bills.unwrap();
        let inquiry = owed(&*bills).await;
        stand.fault("digiswitch", "pay", fault, 1);
        let payment = stand.retry().settle(&bills, &inquiry).await.unwrap();
        assert_eq!(payment.status, PaymentStatus::Paid);
        assert_eq!(stand.debits(), 1);
    }
}

#[tokio::test]
async fn a_bill_whose_request_is_lost_is_never_paid_again_by_itself() {
    for fault in ["reset_before_commit", "error_before_commit"] {
        let stand = Stand::open().await;
        let bills = stand.client("digiswitch").bills.unwrap();
        let inquiry = owed(&*bills).await;
        stand.fault("digiswitch", "pay", fault, 1);
        let open = stand.retry().settle(&bills, &inquiry).await.unwrap_err();
        assert_eq!(open.outcome(), Outcome::Unknown);
        assert!(open.reason().is_some());
        assert_eq!(open.query(), &inquiry.bill);
        assert_eq!(stand.debits(), 0);
    }
}
