//! The loop that takes an instruction to its answer in memory.

use std::{
    hash::{BuildHasher, Hasher, RandomState},
    sync::Arc,
};

use tracing::Instrument;

use super::{
    Asked, Budget, Clock, Phase, Policy, Progress, Rules, Sent, SettleError, Step, SystemClock,
};
use crate::{
    client::ProviderClient,
    error::{Error, ErrorKind, Outcome, Result, SuggestedAction},
    instruction::{Answer, Instruction, Performs, Status},
    observe,
    provider::Provider,
};

/// Takes instructions to their answers. Clones share the budget.
///
/// ```
/// use std::time::Duration;
///
/// use payments_core::{Retry, retry::Policy};
///
/// // For a customer who waits: nothing new is started after 20 seconds.
/// let retry = Retry::new(Policy::within(Duration::from_secs(20)));
/// ```
#[derive(Clone, Debug)]
pub struct Retry {
    policy: Policy,
    budget: Budget,
    clock: Arc<dyn Clock>,
    seed: Option<u64>,
}

impl Default for Retry {
    fn default() -> Self {
        Self::new(Policy::default())
    }
}

impl Retry {
    /// Uses a policy, a budget of its own, the machine's clock and random jitter.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self {
            policy,
            budget: Budget::default(),
            clock: Arc::new(SystemClock),
            seed: None,
        }
    }

    /// Sets a shared budget.
    #[must_use]
    pub fn budget(mut self, budget: Budget) -> Self {
        self.budget = budget;
        self
    }

    /// Sets the clock.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Makes the jitter repeatable.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// Takes an instruction to its answer: sends it, and looks it up if the answer is lost.
    ///
    /// `failed` is an answer too. Store the reference before calling: if this future is dropped or
    /// the program dies, a send may be under way. Then [`resolve`](Self::resolve) it with
    /// [`Progress::lost`].
    ///
    /// ```
    /// use payments_core::{Outcome, Payment, PaymentRequest, Payments, Retry, retry::Progress};
    ///
    /// /// What became of an order: paid or pending, not possible, or still open.
    /// enum Asked {
    ///     Answered(Payment),
    ///     Impossible(String),
    ///     Open(Progress),
    /// }
    ///
    /// async fn ask(provider: &dyn Payments, request: &PaymentRequest) -> Asked {
    ///     match Retry::default().settle(provider, request).await {
    ///         Ok(payment) => Asked::Answered(payment),
    ///         // It may have happened: store this, and `resolve` it later.
    ///         Err(open) if open.outcome() == Outcome::Unknown => {
    ///             Asked::Open(open.progress().clone())
    ///         }
    ///         // Nothing happened.
    ///         Err(error) => Asked::Impossible(error.to_string()),
    ///     }
    /// }
    /// ```
    ///
    /// # Errors
    /// - `NotSent`, `Refused`: nothing happened.
    /// - `Unknown`: it may have happened, and asking did not settle it within the policy. Never
    ///   take another reference.
    pub async fn settle<I: Instruction>(
        &self,
        client: &(impl Performs<I> + ?Sized),
        instruction: &I,
    ) -> Result<I::Answer, SettleError<I::Query>> {
        let progress = Progress::new(self.clock.now(), self.jitter());
        self.drive(client.client(), instruction, progress).await
    }

    /// Continues an open instruction: looks it up first, and sends the same reference again only
    /// where that is safe. An answered one is looked up again.
    ///
    /// ```
    /// use chrono::{DateTime, Utc};
    /// use payments_core::{Payment, PaymentRequest, Payments, Result, Retry, retry::Progress};
    ///
    /// /// The program died after it had stored the order at `begun`.
    /// async fn after_a_crash(
    ///     provider: &dyn Payments,
    ///     request: &PaymentRequest,
    ///     begun: DateTime<Utc>,
    /// ) -> Result<Payment> {
    ///     let progress = Progress::lost(begun, 0);
    ///     Ok(Retry::default().resolve(provider, request, progress).await?)
    /// }
    /// ```
    ///
    /// # Errors
    /// As [`settle`](Self::settle). An instruction that was sent before stays `Unknown` until an
    /// answer proves more.
    pub async fn resolve<I: Instruction>(
        &self,
        client: &(impl Performs<I> + ?Sized),
        instruction: &I,
        mut progress: Progress,
    ) -> Result<I::Answer, SettleError<I::Query>> {
        progress.renew(self.clock.now());
        self.drive(client.client(), instruction, progress).await
    }

    fn jitter(&self) -> u64 {
        // std's hashers have random keys, which is random enough for a pause.
        self.seed
            .unwrap_or_else(|| RandomState::new().build_hasher().finish())
    }

    async fn drive<I: Instruction>(
        &self,
        client: &I::Client<'_>,
        instruction: &I,
        progress: Progress,
    ) -> Result<I::Answer, SettleError<I::Query>> {
        let account = client.account().id();
        let watch = observe::intent(account, I::KIND.as_str(), instruction.reference());
        let mut work = Work::default();
        let result = self
            .work(client, instruction, progress, &mut work)
            .instrument(watch.span())
            .await;
        let (outcome, status) = match &result {
            Ok(answer) => ("answered", Some(answer.status())),
            Err(error) => (error.outcome().as_str(), None),
        };
        watch.did(work.sends, work.questions);
        watch.end(outcome, status.as_ref().map(Status::as_str));
        result
    }

    async fn work<I: Instruction>(
        &self,
        client: &I::Client<'_>,
        instruction: &I,
        mut progress: Progress,
        work: &mut Work,
    ) -> Result<I::Answer, SettleError<I::Query>> {
        let open = |error, reason, progress| {
            SettleError::new(error, reason, instruction.how_to_ask(), progress)
        };
        let settlement = match instruction.settlement(client.capabilities()) {
            Ok(settlement) => settlement,
            Err(error) => {
                let error = match progress.phase() {
                    Phase::Ready => error,
                    // That it cannot be looked up now does not undo what was sent before.
                    _ => error.with_outcome(Outcome::Unknown),
                };
                let error = of(client, instruction, error);
                return Err(open(error, None, progress));
            }
        };
        let rules = Rules::new(settlement, self.policy);
        let mut words = Words::default();
        loop {
            let now = self.clock.now();
            let step = progress.next(now, &rules);
            if step.is_repeat()
                && let Err(free_at) = self.budget.take(now)
            {
                progress.postpone(free_at);
                continue;
            }
            work.count(client.provider(), step);
            let reason = match step {
                Step::Send { .. } => {
                    progress.begin();
                    let result = instruction.send(client).await;
                    progress.sent(&result, self.clock.now(), &rules);
                    match result {
                        Ok(answer) => return Ok(answer),
                        Err(error) => words.of_send(error),
                    }
                    continue;
                }
                Step::Ask { .. } => {
                    let result = instruction.ask(None, client).await;
                    progress.asked(&result, now, self.clock.now(), &rules);
                    match result {
                        Ok(answer) => return Ok(answer),
                        Err(error) => words.of_question(error),
                    }
                    continue;
                }
                Step::Wait(until) => {
                    let wait = (until - now).to_std().unwrap_or_default();
                    self.clock.sleep(wait).await;
                    continue;
                }
                Step::Stop(reason) => Some(reason),
                Step::Done => None,
            };
            let error = words.last(progress.phase(), I::advice(&settlement));
            return Err(open(of(client, instruction, error), reason, progress));
        }
    }
}

/// What was done in a round.
#[derive(Default)]
struct Work {
    sends: u32,
    questions: u32,
}

impl Work {
    fn count(&mut self, provider: Provider, step: Step) {
        match step {
            Step::Send { .. } => self.sends = self.sends.saturating_add(1),
            Step::Ask { .. } => self.questions = self.questions.saturating_add(1),
            _ => {}
        }
        step.count_repeat(provider.as_str());
    }
}

/// The errors that best explain why there is no answer.
#[derive(Default)]
struct Words {
    /// Of the last send.
    send: Option<Error>,
    /// Of the last send that may have happened, or that was a repeat.
    open: Option<Error>,
    /// Of a lookup that found something else, or proved that it failed.
    question: Option<Error>,
}

impl Words {
    fn of_send(&mut self, error: Error) {
        let result: Result<()> = Err(error.clone());
        if matches!(Sent::of(&result), Sent::Lost | Sent::Exists) {
            self.open = Some(error.clone());
        }
        self.send = Some(error);
    }

    /// A failed status query never replaces the outcome of the send, unless it proves more.
    fn of_question(&mut self, error: Error) {
        let result: Result<()> = Err(error.clone());
        if Asked::of(&result) == Asked::Failed || error.kind() == ErrorKind::Integrity {
            self.question = Some(error);
        }
    }

    fn last(self, phase: Phase, advice: SuggestedAction) -> Error {
        match phase {
            Phase::Refused => match (self.question, self.send) {
                (Some(failed), _) => failed.with_outcome(Outcome::Refused),
                (None, Some(refused)) => refused,
                (None, None) => already("it was refused before", Outcome::Refused),
            },
            Phase::Ready => match self.send {
                Some(error) => error,
                None => already("the policy allows no send", Outcome::NotSent),
            },
            _ => {
                let open = match self.question {
                    Some(another) if another.kind() == ErrorKind::Integrity => another,
                    _ => self
                        .open
                        .unwrap_or_else(|| already("it was sent before", Outcome::Unknown))
                        .with_action(advice),
                };
                // Whatever the last request returned, the intent is open.
                open.with_outcome(Outcome::Unknown)
            }
        }
    }
}

fn of<I: Instruction>(client: &I::Client<'_>, instruction: &I, error: Error) -> Error {
    error
        .with_account(client.account())
        .with_reference(instruction.reference())
}

fn already(message: &str, outcome: Outcome) -> Error {
    let (kind, action) = match outcome {
        Outcome::NotSent => (ErrorKind::Timeout, SuggestedAction::RetryLater),
        Outcome::Refused => (ErrorKind::Rejected, SuggestedAction::FixRequest),
        Outcome::Unknown => (ErrorKind::Interrupted, SuggestedAction::AskByReference),
    };
    Error::new(kind, outcome, action, message)
}
