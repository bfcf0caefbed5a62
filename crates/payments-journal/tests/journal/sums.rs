//! What a day came to.

use payments_core::{Money, PaymentStatus, jakarta};

use crate::{
    place::{Place, id, request},
    provider::{ACCOUNT, Fake},
};

#[tokio::test]
async fn a_day_in_jakarta_is_summed_by_kind_and_status() {
    let (place, fake) = (Place::new(), Fake::new(false));
    let journal = place.journal(&fake).await;
    let account = ACCOUNT.id();
    for (number, status) in [
        PaymentStatus::Paid,
        PaymentStatus::Failed,
        PaymentStatus::Paid,
    ]
    .into_iter()
    .enumerate()
    {
        fake.world().status = Some(status);
        let request = request(&format!("order-{number}"), 20_000);
        journal.execute(&*fake, &request).await.unwrap();
    }
    let today = jakarta::day(journal.now());
    let sums = journal.sums(account, today).await.unwrap();
    let shown: Vec<_> = sums
        .iter()
        .map(|sum| (sum.status.as_ref().unwrap().as_str(), sum.count, sum.amount))
        .collect();
    let expected = [
        ("failed", 1, Some(Money::idr(20_000))),
        ("paid", 2, Some(Money::idr(40_000))),
    ];
    assert_eq!(shown, expected);
    for (account, day) in [
        (account, today.succ_opt().unwrap()),
        (account, today.pred_opt().unwrap()),
        (&id("fake/sandbox/another"), today),
    ] {
        assert_eq!(journal.sums(account, day).await.unwrap(), []);
    }
}
