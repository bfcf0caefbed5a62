//! Answers that are lost after the provider has acted, and requests that are lost before it has.

use payments::{
    ErrorKind, Method, Money, Name, Outcome, PaymentStatus, SuggestedAction,
    capabilities::{Lookup, MethodCapabilities},
    retry::{Clock, Progress, Reason},
};

use crate::stand::{Stand, paying, request};

/// Every provider of payments, with a method that is looked up by its reference.
fn providers() -> Vec<(&'static str, Method)> {
    let of = |provider: &'static str| {
        let name: Name = provider.parse().unwrap();
        let mut methods = name.capabilities().methods.iter();
        let asked = |method: &&MethodCapabilities| method.settlement.lookup == Lookup::ByReference;
        Some((provider, methods.find(asked)?.method.clone()))
    };
    paying().filter_map(of).collect()
}

#[tokio::test]
async fn a_payment_whose_answer_is_lost_is_adopted_by_asking_and_paid_once() {
    for (provider, method) in providers() {
        for fault in ["reset_after_commit", "error_after_commit"] {
            let stand = Stand::open().await;
            stand.fault(provider, "create", fault, 1);
            let request = request(method.clone());
            let payment = stand.settle(provider, &request).await.unwrap();
            assert_eq!(payment.status, PaymentStatus::Pending, "{provider}");
            assert_eq!(stand.payments(), 1, "{provider}");
            assert_eq!(stand.pay(provider, &request.reference), 1, "{provider}");
        }
    }
}

#[tokio::test]
async fn a_request_that_is_lost_is_sent_again_where_a_repeat_is_safe_and_handed_over_elsewhere() {
    for (provider, method) in providers() {
        for fault in ["reset_before_commit", "error_before_commit"] {
            let stand = Stand::open().await;
            stand.fault(provider, "create", fault, 1);
            let request = request(method.clone());
            let begun = stand.clock.now();
            let settled = stand.settle(provider, &request).await;
            let waited = stand.clock.now() - begun;
            let name: Name = provider.parse().unwrap();
            let settlement = name.capabilities().method(&method).unwrap().settlement;
            assert!(waited.to_std().unwrap() >= settlement.visibility_delay);
            if settlement.send_again {
                settled.unwrap();
                assert_eq!(stand.pay(provider, &request.reference), 1, "{provider}");
            } else {
                let open = settled.unwrap_err();
                assert_eq!(open.outcome(), Outcome::Unknown, "{provider}");
                assert_eq!(open.reason(), Some(Reason::MustNotSendAgain), "{provider}");
                assert_eq!(open.error().reference(), Some(&request.reference));
                assert_eq!(stand.payments(), 0, "{provider}");
            }
        }
    }
}

#[tokio::test]
async fn every_answer_may_be_lost_and_still_it_is_made_once() {
    for (provider, method) in providers() {
        let stand = Stand::open().await;
        stand.fault(provider, "create", "error_after_commit", 0);
        stand.fault(provider, "get", "error_before_commit", 0);
        let request = request(method);
        let open = stand.settle(provider, &request).await.unwrap_err();
        assert_eq!(open.outcome(), Outcome::Unknown, "{provider}");
        // An approval that nobody gives in time expires; more than one is never asked for.
        assert_eq!(stand.payments(), 1, "{provider}");
    }
}

#[tokio::test]
async fn what_was_left_open_is_resolved_later_and_so_is_what_a_dead_program_has_sent() {
    for (provider, method) in providers() {
        let stand = Stand::open().await;
        stand.fault(provider, "create", "reset_after_commit", 1);
        stand.fault(provider, "get", "error_before_commit", 8);
        let request = request(method);
        let open = stand.settle(provider, &request).await.unwrap_err();
        let kept = open.progress().clone();
        let forgotten = Progress::lost(stand.clock.now(), 1);
        for progress in [kept, forgotten] {
            let payment = stand.resolve(provider, &request, progress).await.unwrap();
            assert_eq!(payment.reference, request.reference, "{provider}");
        }
        assert_eq!(stand.payments(), 1, "{provider}");
    }
}

#[tokio::test]
async fn a_reference_that_was_used_before_is_looked_up_and_not_taken_for_a_failure() {
    for (provider, method) in providers() {
        let stand = Stand::open().await;
        let request = request(method);
        let first = stand.settle(provider, &request).await.unwrap();
        let second = stand.settle(provider, &request).await.unwrap();
        assert_eq!(first.reference, second.reference, "{provider}");
        assert_eq!(stand.payments(), 1, "{provider}");
    }
}

#[tokio::test]
async fn a_reference_that_was_used_for_another_amount_is_never_adopted() {
    for (provider, method) in providers() {
        let stand = Stand::open().await;
        let mut request = request(method);
        stand.settle(provider, &request).await.unwrap();
        request.amount = Money::idr(30_000);
        let open = stand.settle(provider, &request).await.unwrap_err();
        let known = (open.error().kind(), open.outcome());
        match provider {
            // It looks at the amount itself.
            "fazz" => assert_eq!(known, (ErrorKind::Invalid, Outcome::Refused)),
            _ => assert_eq!(
                known,
                (ErrorKind::Integrity, Outcome::Unknown),
                "{provider}"
            ),
        }
        assert_eq!(stand.payments(), 1, "{provider}");
    }
}

#[tokio::test]
async fn shopeepay_is_settled_by_a_repeat_if_it_never_arrived_and_by_its_callback_if_it_did() {
    let request = request(Method::SHOPEEPAY);
    let stand = Stand::open().await;
    stand.fault("instamoney", "create", "reset_before_commit", 1);
    stand.settle("instamoney", &request).await.unwrap();
    assert_eq!(stand.payments(), 1);

    let stand = Stand::open().await;
    stand.fault("instamoney", "create", "reset_after_commit", 1);
    let open = stand.settle("instamoney", &request).await.unwrap_err();
    assert_eq!(open.outcome(), Outcome::Unknown);
    assert_eq!(open.reason(), Some(Reason::CannotAsk));
    assert_eq!(
        open.error().suggested_action(),
        SuggestedAction::AwaitCallback
    );
    assert_eq!(stand.payments(), 1);
}

#[tokio::test]
async fn a_provider_that_cannot_be_reached_is_not_asked_whether_it_did_something() {
    let stand = Stand::open().await;
    // Nothing is sent without a token.
    stand.fault("ciputra", "token", "error_before_commit", 2);
    let request = request(Method::GOPAY);
    stand.settle("ciputra", &request).await.unwrap();
    assert_eq!(stand.payments(), 1);
}

#[tokio::test]
async fn what_a_provider_shows_late_is_not_made_twice() {
    // A repeat while it is hidden would make a second one.
    for (provider, method) in providers() {
        let stand = Stand::open().await;
        stand.fault(provider, "create", "hidden_after_commit", 1);
        let request = request(method);
        let payment = stand.settle(provider, &request).await.unwrap();
        assert_eq!(payment.reference, request.reference, "{provider}");
        assert_eq!(stand.payments(), 1, "{provider}");
        assert_eq!(stand.pay(provider, &request.reference), 1, "{provider}");
    }
}
