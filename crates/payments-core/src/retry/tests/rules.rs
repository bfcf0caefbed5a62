//! What holds for any answers in any order, even those that contradict each other.

use proptest::prelude::*;

use super::*;

#[derive(Clone, Debug)]
struct Reply {
    result: Result<(), Error>,
    takes: i64,
}

fn any_error() -> impl Strategy<Value = Error> {
    let kinds = proptest::sample::select(vec![
        ErrorKind::Connect,
        ErrorKind::Timeout,
        ErrorKind::Invalid,
        ErrorKind::Integrity,
        ErrorKind::Duplicate,
        ErrorKind::NotFound,
        ErrorKind::NotFound,
        ErrorKind::RateLimited,
        ErrorKind::Unavailable,
    ]);
    let outcomes = proptest::sample::select(vec![
        Outcome::NotSent,
        Outcome::Refused,
        Outcome::Refused,
        Outcome::Unknown,
        Outcome::Unknown,
    ]);
    let earlier = proptest::sample::select(vec![
        EarlierTry::Nothing,
        EarlierTry::Nothing,
        EarlierTry::Nothing,
        EarlierTry::Nothing,
        EarlierTry::Exists,
        EarlierTry::Failed,
    ]);
    (kinds, outcomes, earlier, 0u64..200).prop_map(|(kind, outcome, earlier, wait)| {
        let error = error(kind, outcome).with_earlier(earlier);
        match wait {
            0..40 => error.with_retry_after(Duration::from_secs(wait)),
            _ => error,
        }
    })
}

fn any_reply() -> impl Strategy<Value = Reply> {
    let result = prop_oneof![1 => Just(Ok(())), 12 => any_error().prop_map(Err)];
    (result, 0i64..100).prop_map(|(result, takes)| Reply { result, takes })
}

fn any_rules() -> impl Strategy<Value = Rules> {
    (
        0..3,
        any::<bool>(),
        [0u32..6, 0u32..6],
        0u32..8,
        0u64..3_000,
    )
        .prop_map(|(lookup, send_again, [sends, vain], asks, deadline)| {
            let lookup = match lookup {
                0 => Lookup::ByReference,
                1 => Lookup::ByRepeat,
                _ => Lookup::ByProviderId,
            };
            let policy = Policy::within(Duration::from_secs(deadline))
                .sends(sends)
                .vain(vain)
                .asks(asks);
            Rules::new(settlement(lookup, send_again), policy)
        })
}

/// What an observer knows, who sees only what was done and what came of it.
#[derive(Default)]
struct Observer {
    lost_at: Option<DateTime<Utc>>,
    exists: bool,
    absent: bool,
    sends: u32,
    vain: u32,
    asks: u32,
    not_before: Option<DateTime<Utc>>,
}

impl Observer {
    fn may_do(&self, step: Step, now: DateTime<Utc>, rules: &Rules) -> Result<(), TestCaseError> {
        prop_assert!(
            now <= start() + rules.policy.deadline,
            "nothing begins after the deadline"
        );
        prop_assert!(self.not_before <= Some(now), "Retry-After is kept");
        if let Step::Send { again } = step {
            prop_assert!(self.sends < rules.policy.sends, "the attempt limit");
            prop_assert!(self.vain < rules.policy.vain, "the limit of tries in vain");
            prop_assert_eq!(again, self.sends + self.vain > 0);
            prop_assert!(!self.exists, "what exists is never sent again");
            if let Some(lost_at) = self.lost_at {
                prop_assert!(
                    rules.settlement.send_again,
                    "only where a repeat has no second effect"
                );
                prop_assert!(now >= lost_at + DELAY, "only after the visibility delay");
                let asked = self.absent || rules.settlement.lookup == Lookup::ByProviderId;
                prop_assert!(asked, "only if the provider does not know it");
            }
        } else {
            prop_assert!(self.asks < rules.policy.asks, "the limit of questions");
            prop_assert_eq!(
                step,
                Step::Ask {
                    again: self.asks > 0
                }
            );
            prop_assert_ne!(rules.settlement.lookup, Lookup::ByProviderId);
            if let (Lookup::ByRepeat, Some(lost_at), false) =
                (rules.settlement.lookup, self.lost_at, self.exists)
            {
                prop_assert!(
                    now >= lost_at + DELAY,
                    "a question that may have the effect comes after the delay"
                );
            }
            prop_assert!(
                self.exists || self.lost_at.is_some(),
                "there is something to ask for"
            );
        }
        Ok(())
    }

    fn sees(&mut self, step: Step, reply: &Reply, rules: &Rules, [at, now]: [DateTime<Utc>; 2]) {
        let error = reply.result.as_ref().err();
        self.not_before = error.and_then(Error::retry_after).map(|wait| now + wait);
        self.exists |= error.is_some_and(|error| {
            let answered = error.outcome() != Outcome::NotSent;
            let repeated = matches!(step, Step::Send { .. })
                && error.kind() == ErrorKind::Duplicate
                && error.outcome() == Outcome::Refused;
            repeated || answered && error.earlier() == EarlierTry::Exists
        });
        if let Step::Send { .. } = step {
            match Sent::of(&reply.result) {
                Sent::NotSent | Sent::RateLimited => self.vain += 1,
                _ => self.sends += 1,
            }
            self.asks = 0;
            self.absent = false;
            if error.is_some_and(|error| error.outcome() == Outcome::Unknown) {
                self.lost_at = Some(now);
            }
        } else {
            self.asks += 1;
            let may_have_done_it = rules.settlement.lookup == Lookup::ByRepeat
                && error.is_some_and(|error| error.outcome() != Outcome::NotSent);
            if may_have_done_it {
                self.lost_at = Some(now);
            }
            let visible = self.lost_at.is_some_and(|lost_at| at >= lost_at + DELAY);
            self.absent = visible && error.is_some_and(|error| error.kind() == ErrorKind::NotFound);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_answers_in_any_order_make_it_send_what_may_have_happened_or_break_a_limit(
        rules in any_rules(),
        replies in proptest::collection::vec(any_reply(), 60),
        seed in any::<u64>(),
    ) {
        let mut now = start();
        let mut progress = Progress::new(now, seed);
        let mut observer = Observer::default();
        let mut replies = replies.into_iter();
        loop {
            let step = progress.next(now, &rules);
            match step {
                Step::Wait(until) => {
                    prop_assert!(until > now);
                    now = until;
                    continue;
                }
                Step::Stop(_) | Step::Done => break,
                Step::Send { .. } | Step::Ask { .. } => {}
            }
            observer.may_do(step, now, &rules)?;
            // 6 sends with 8 questions each are 54 tries: it ends before the replies do.
            let reply = replies.next().unwrap();
            let at = now;
            now += TimeDelta::seconds(reply.takes);
            if let Step::Send { .. } = step {
                progress.begin();
                progress.sent(&reply.result, now, &rules);
            } else {
                progress.asked(&reply.result, at, now, &rules);
            }
            observer.sees(step, &reply, &rules, [at, now]);
            if reply.result.is_ok() {
                prop_assert_eq!(progress.phase(), Phase::Answered);
            }
        }
        let undone = progress.phase() == Phase::Ready || progress.phase() == Phase::Refused;
        let proved = observer.lost_at.is_none() && !observer.exists;
        prop_assert!(!undone || proved || progress.phase() == Phase::Refused);
        // However it ended, it can be written down and read again.
        let written = serde_json::to_string(&progress).unwrap();
        prop_assert_eq!(serde_json::from_str::<Progress>(&written).unwrap(), progress);
    }
}

#[test]
fn questions_keep_the_pause_that_the_provider_demands_and_the_first_comes_at_once() {
    let pause = Duration::from_secs(60);
    let settlement = settlement(Lookup::ByReference, false).minimum_pause(pause);
    let rules = Rules::new(settlement, Policy::default());
    let mut progress = Progress::lost(start(), 1);
    let mut now = start();
    for _ in 0..3 {
        assert!(matches!(progress.next(now, &rules), Step::Ask { .. }));
        progress.asked(&Err::<(), _>(lost()), now, now, &rules);
        let Step::Wait(until) = progress.next(now, &rules) else {
            panic!("{progress:?}");
        };
        assert_eq!((until - now).to_std().unwrap(), pause);
        now = until;
    }
}

#[test]
fn what_is_known_to_exist_is_asked_for_and_never_sent_whatever_it_was_before() {
    let rules = Rules::new(settlement(Lookup::ByReference, true), Policy::default());
    let ready = Progress::new(start(), 1);
    let mut refused = ready.clone();
    refused.begin();
    let error = error(ErrorKind::Rejected, Outcome::Refused);
    refused.sent(&Err::<(), _>(error), start(), &rules);
    assert_eq!(refused.phase(), Phase::Refused);
    for mut progress in [ready, refused] {
        progress.exists();
        progress.renew(start());
        // The pause after the refusal is over.
        assert!(matches!(progress.next(after(60), &rules), Step::Ask { .. }));
    }
}

/// A day is what a journal tries by default.
#[test]
fn a_wait_of_decades_gives_nothing_to_a_person_that_a_short_one_would_not() {
    let rules = Rules::new(
        settlement(Lookup::ByReference, true),
        Policy::default()
            .sends(8)
            .asks(40)
            .deadline(Duration::from_secs(24 * 60 * 60)),
    );
    for asked in [3_600, 86_400, 3_153_600_000, u64::MAX] {
        let mut limited_send = Progress::new(start(), 1);
        limited_send.begin();
        let mut limited_question = limited_send.clone();
        limited_send.sent::<()>(&Err(limited(asked)), after(1), &rules);
        limited_question.sent::<()>(&Err(lost()), after(1), &rules);
        limited_question.asked::<()>(&Err(limited(asked)), after(2), after(2), &rules);
        for progress in [limited_send, limited_question] {
            let next = progress.next(after(2), &rules);
            assert!(matches!(next, Step::Wait(_)), "{asked}: {next:?}");
        }
    }
}
