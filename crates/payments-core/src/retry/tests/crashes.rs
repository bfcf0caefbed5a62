//! A provider that keeps a ledger, a worker that dies between any two steps, and what must be true
//! at the end.

use proptest::prelude::*;

use super::*;

/// What goes wrong with one try.
#[derive(Clone, Copy, Debug)]
struct Fate {
    /// Whether the request reaches the provider.
    arrives: bool,
    /// Whether the answer is lost.
    answer_lost: bool,
    /// Whether the provider limits it instead.
    limited: bool,
    /// How long the try takes, in seconds, up to the client's time-out.
    takes: i64,
    /// When the worker dies.
    crash: Crash,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Crash {
    Never,
    BeforeSending,
    BeforeWritingDown,
}

fn any_fate() -> impl Strategy<Value = Fate> {
    let crash = prop_oneof![
        6 => Just(Crash::Never),
        1 => Just(Crash::BeforeSending),
        1 => Just(Crash::BeforeWritingDown),
    ];
    (any::<bool>(), any::<bool>(), 0u8..6, 0i64..75, crash).prop_map(
        |(arrives, answer_lost, limited, takes, crash)| Fate {
            arrives,
            answer_lost,
            limited: limited == 0,
            takes,
            crash,
        },
    )
}

/// A provider that shows what it has done within its visibility delay, and either takes a reference
/// that it shows once or does not.
struct Provider {
    once: bool,
    hidden: TimeDelta,
    /// When something was done.
    ledger: Vec<DateTime<Utc>>,
}

impl Provider {
    fn send(&mut self, fate: Fate, now: DateTime<Utc>) -> Result<(), Error> {
        if !fate.arrives {
            // Whether nothing was written or something was lost on the way cannot be told by the
            // provider.
            return Err(if fate.answer_lost { lost() } else { not_sent() });
        }
        if fate.limited {
            return Err(if fate.answer_lost { lost() } else { limited(3) });
        }
        // It knows a repeat by what it shows: one that comes too early makes a second payment.
        let repeated = self.once && self.shows(now);
        if !repeated {
            self.ledger.push(now);
        }
        match (fate.answer_lost, repeated) {
            (true, _) => Err(lost()),
            (false, true) => Err(duplicate()),
            (false, false) => Ok(()),
        }
    }

    fn ask(&self, fate: Fate, now: DateTime<Utc>) -> Result<(), Error> {
        if !fate.arrives || fate.answer_lost {
            return Err(lost());
        }
        match self.shows(now) {
            true => Ok(()),
            false => Err(not_found()),
        }
    }

    fn shows(&self, now: DateTime<Utc>) -> bool {
        let first = self.ledger.first();
        first.is_some_and(|done| now >= *done + self.hidden)
    }
}

/// The client's time-out, and so the least that a lease must last.
const LEASE: TimeDelta = TimeDelta::seconds(75);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_is_lost_and_whenever_the_worker_dies_it_happens_once_at_most_and_is_believed_as_it_is(
        once in any::<bool>(),
        hidden in 0i64..=60,
        fates in proptest::collection::vec(any_fate(), 1..40),
        seed in any::<u64>(),
    ) {
        let rules = Rules::new(
            settlement(Lookup::ByReference, once),
            Policy::within(Duration::from_secs(36_000)).sends(10),
        );
        let mut provider = Provider { once, hidden: TimeDelta::seconds(hidden), ledger: Vec::new() };
        let mut now = start();
        let mut written = serde_json::to_string(&Progress::new(now, seed)).unwrap();
        let mut fates = fates.into_iter();
        loop {
            // The worker, or the one that takes over after it has died, knows what was written and
            // nothing else.
            let mut progress: Progress = serde_json::from_str(&written).unwrap();
            progress.resume(now);
            written = serde_json::to_string(&progress).unwrap();
            let step = progress.next(now, &rules);
            if let Step::Wait(until) = step {
                now = until;
                continue;
            }
            if matches!(step, Step::Stop(_) | Step::Done) {
                break;
            }
            let Some(fate) = fates.next() else { break };
            let at = now;
            if let Step::Send { .. } = step {
                progress.begin();
                written = serde_json::to_string(&progress).unwrap();
                if fate.crash == Crash::BeforeSending {
                    now += LEASE;
                    continue;
                }
                // What a dead worker has sent may take effect as late as its lease ends.
                now += TimeDelta::seconds(fate.takes);
                let result = provider.send(fate, now);
                progress.sent(&result, now, &rules);
            } else {
                let result = provider.ask(fate, now);
                now += TimeDelta::seconds(fate.takes);
                progress.asked(&result, at, now, &rules);
            }
            if fate.crash == Crash::BeforeWritingDown {
                now = at + LEASE;
                continue;
            }
            written = serde_json::to_string(&progress).unwrap();
        }
        let progress: Progress = serde_json::from_str(&written).unwrap();
        prop_assert!(provider.ledger.len() <= 1, "{:?}", provider.ledger);
        match progress.phase() {
            Phase::Answered | Phase::Exists => prop_assert_eq!(provider.ledger.len(), 1),
            Phase::Ready | Phase::Refused => prop_assert_eq!(provider.ledger.len(), 0),
            // Not known, and said so.
            _ => {}
        }
    }
}

#[test]
fn a_send_that_had_begun_counts_as_lost_from_when_it_is_taken_up() {
    let rules = Rules::new(settlement(Lookup::ByReference, true), Policy::default());
    let mut progress = Progress::new(start(), 1);
    progress.begin();
    progress.resume(after(10));
    assert_eq!(progress.phase(), Phase::Lost { since: after(10) });
    // It is asked for at once, and not believed to be absent until the delay has passed since then.
    assert_eq!(progress.next(after(10), &rules), Step::Ask { again: false });
    progress.asked::<()>(&Err(not_found()), after(69), after(75), &rules);
    assert_eq!(progress.phase(), Phase::Lost { since: after(10) });
    progress.asked::<()>(&Err(not_found()), after(70), after(70), &rules);
    assert_eq!(progress.phase(), Phase::Absent { since: after(10) });
}

#[test]
fn a_send_that_had_begun_is_never_begun_again_even_if_nobody_took_it_up() {
    let mut progress = Progress::new(start(), 1);
    progress.begin();
    for lookup in [Lookup::ByReference, Lookup::ByProviderId] {
        for send_again in [true, false] {
            let rules = Rules::new(settlement(lookup, send_again), Policy::default());
            let step = progress.next(after(100), &rules);
            assert!(!matches!(step, Step::Send { .. }), "{step:?}");
        }
    }
}

#[test]
fn a_question_put_before_the_clock_was_set_back_proves_nothing() {
    let rules = Rules::new(settlement(Lookup::ByReference, true), Policy::default());
    // Whoever saw the step lets the delay begin again.
    let mut progress = Progress::lost(after(-3_600), 1);
    progress.asked::<()>(&Err(not_found()), after(10), after(-3_600), &rules);
    let since = after(-3_600);
    assert_eq!(progress.phase(), Phase::Lost { since });
}

#[test]
fn a_person_is_needed_when_the_provider_has_said_again_and_again_that_it_is_not_there() {
    let policy = Policy::default()
        .asks(40)
        .deadline(Duration::from_secs(3_600))
        .attention_after_absent(3);
    let rules = Rules::new(settlement(Lookup::ByReference, false), policy);
    let mut progress = Progress::lost(start(), 1);
    // Before the delay has passed, "not found" says nothing.
    let (mut now, mut absences) = (start(), 0);
    let step = loop {
        match progress.next(now, &rules) {
            Step::Wait(until) => now = until,
            Step::Ask { .. } => {
                // Silence in between is no evidence, and takes none away.
                let error = match absences == 1 && matches!(progress.phase(), Phase::Absent { .. })
                {
                    true => lost(),
                    false => not_found(),
                };
                absences += u32::from(error.kind() == ErrorKind::NotFound && now >= after(60));
                progress.asked::<()>(&Err(error), now, now, &rules);
            }
            step => break step,
        }
    };
    assert_eq!(step, Step::Stop(Reason::MustNotSendAgain));
    assert_eq!(absences, 3);
}

#[test]
fn a_new_round_does_not_forget_since_when_a_send_is_lost() {
    let policy = Policy::default().attention_after_absent(1);
    let rules = Rules::new(settlement(Lookup::ByReference, false), policy);
    let mut progress = Progress::new(start(), 1);
    progress.begin();
    progress.sent::<()>(&Err(lost()), after(5), &rules);
    progress.asked::<()>(&Err(not_found()), after(65), after(65), &rules);
    assert_eq!(
        progress.next(after(65), &rules),
        Step::Stop(Reason::MustNotSendAgain)
    );
    progress.renew(after(4_000));
    assert_eq!(progress.phase(), Phase::Lost { since: after(5) });
    assert_eq!(
        progress.next(after(4_000), &rules),
        Step::Ask { again: false }
    );
}

#[test]
fn what_is_written_down_is_small_and_reads_like_what_it_means() {
    let mut progress = Progress::new(start(), 7);
    progress.begin();
    assert_eq!(
        serde_json::to_value(&progress).unwrap(),
        serde_json::json!({
            "phase": {"sending": {"lost": null}},
            "made": "2026-03-02T03:00:00Z",
            "begun": "2026-03-02T03:00:00Z",
            "due": "2026-03-02T03:00:00Z",
            "sends": 1,
            "asks": 0,
            "seed": 7,
        })
    );
}

#[test]
fn news_of_money_after_a_refusal_is_taken_and_a_late_error_changes_nothing() {
    let rules = Rules::new(settlement(Lookup::ByReference, false), Policy::default());
    let mut progress = Progress::new(start(), 1);
    progress.begin();
    progress.sent::<()>(
        &Err(error(ErrorKind::Declined, Outcome::Refused)),
        after(1),
        &rules,
    );
    assert_eq!(progress.phase(), Phase::Refused);
    progress.asked(&Ok(()), after(2), after(2), &rules);
    assert_eq!(progress.phase(), Phase::Answered);
    progress.asked::<()>(&Err(not_found()), after(3), after(3), &rules);
    progress.begin();
    assert_eq!(progress.phase(), Phase::Answered);
}
