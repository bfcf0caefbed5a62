//! Executing an instruction once: record it, send it, return its result; or continue what is
//! recorded.

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use payments_core::{
    Account, Instruction, Performs, ProviderClient,
    retry::{Phase, Progress, Rules, Step as Next},
};
use serde_json::Value;

use super::{
    deed::{Deed as _, Typed},
    executed::{Executed, recorded},
    record::Ours,
    round::Round,
};
use crate::{
    error::{Error, Result, readable},
    intent::{Note, Row, State, Step, essence, later, values},
    journal::Journal,
};

/// The first pause before a caller checks whether another process has finished; each further pause
/// is twice as long.
const FIRST_LOOK: Duration = Duration::from_millis(25);
const LONGEST_LOOK: Duration = Duration::from_secs(1);

impl Journal {
    /// Performs an instruction once, whatever happens on the way: a payment, a bill, a top-up, a
    /// mandate, a change of its amount.
    ///
    /// It is recorded before it is sent. The same request again, here or on another machine, never
    /// performs it twice: it returns what is recorded, or continues where a crash left it. The same
    /// reference with a different request is refused before sending ([`Error::Mismatch`]). So keep
    /// the request, including its expiry, and do not build it anew.
    ///
    /// If this future is dropped, or the program dies, [`recover`](Self::recover) finishes it.
    ///
    /// ```
    /// use payments_core::{PaymentRequest, Payments};
    /// use payments_journal::{Error, Executed, Journal};
    ///
    /// /// What the customer reads.
    /// async fn buy(
    ///     journal: &Journal,
    ///     provider: &dyn Payments,
    ///     request: &PaymentRequest,
    /// ) -> Result<String, Error> {
    ///     Ok(match journal.execute(provider, request).await? {
    ///         Executed::Answered(payment) => match payment.next_actions.first() {
    ///             Some(action) => format!("please {action}"),
    ///             None => format!("it is {}", payment.status),
    ///         },
    ///         Executed::Refused(_) => "nothing happened; choose another way to pay".into(),
    ///         // Not known yet, or a person decides: money may have moved.
    ///         _ => "please wait, and do not pay again".into(),
    ///     })
    /// }
    /// ```
    ///
    /// # Errors
    /// A provider's refusal is no error: [`Executed::Refused`].
    /// - `NotSent`: [`Error::Mismatch`], [`Error::AnotherHost`], [`Error::NotSendable`] and
    ///   [`Error::NotPossible`].
    /// - `Unknown`: [`Error::Database`], [`Error::Closed`] and [`Error::Unreadable`]. It may have
    ///   been sent: execute the same request again, or let a worker finish it.
    #[doc(alias = "idempotency")]
    #[doc(alias = "idempotency key")]
    pub async fn execute<I: Instruction>(
        &self,
        provider: &(impl Performs<I> + ?Sized),
        request: &I,
    ) -> Result<Executed<I::Answer>> {
        let client = provider.client();
        let account = client.account();
        let json = readable("request", serde_json::to_value(request))?;
        self.admit(account).await?;
        let (database, options) = (&self.0.database, &self.0.options);
        let patience = later(self.now(), options.patience.min(options.lease / 3));
        let mut look = FIRST_LOOK;
        let draft = match self.may_follow(account, request).await? {
            Ok(()) => self.draft(client, request, &json),
            Err(error) => Err(error),
        };
        // Nearly every reference is new, and trying to record it shows whether it is.
        let mut ours = match &draft {
            Ok(draft) => self.record(draft).await?,
            Err(_) => None,
        };
        let (row, begun) = loop {
            if let Some(ours) = ours.take() {
                break ours;
            }
            ours = match database.find(account.id(), request.reference()).await? {
                None => {
                    let draft = draft.as_ref().map_err(Clone::clone)?;
                    self.record_told(draft).await?
                }
                Some(row) => {
                    self.same(&row, request, &json)?;
                    if row.entry.state != State::Open && !row.never_sent() {
                        return recorded(request, row, None);
                    }
                    // Nothing is written if nothing is to be done now.
                    if self.rests(&row, request, client, patience) {
                        return recorded(request, row, None);
                    }
                    if row.leased(self.now()) {
                        if self.now() >= patience {
                            return recorded(request, row, None);
                        }
                        self.sleep(look).await;
                        look = (look * 2).min(LONGEST_LOOK);
                        continue;
                    }
                    self.take_up(row, &json).await?
                }
            };
        };
        let Ok(deed) = Typed::new(client, request, &row) else {
            // The provider no longer supports the recorded method: the workers leave it to a
            // person.
            return recorded(request, row, None);
        };
        let round = Round::of(&row.entry, begun);
        let row = round
            .watch(async {
                let row = match (begun, row.lease.clone()) {
                    (true, Some(lease)) => {
                        let rules = Rules::new(deed.settlement(), options.policy);
                        self.sending(row, &deed, &rules, &lease).await?
                    }
                    _ => row,
                };
                self.drive(row, &deed, patience).await
            })
            .await?;
        recorded(request, row, deed.told())
    }

    /// Whether the instruction that must end before this one has ended for good. One that was never
    /// sent has not: it may be started again.
    async fn may_follow<I: Instruction>(
        &self,
        account: &Account,
        request: &I,
    ) -> Result<Result<()>> {
        let Some(before) = request.after() else {
            return Ok(Ok(()));
        };
        let found = self.0.database.find(account.id(), &before).await?;
        let has_ended = found.as_ref().is_some_and(|row| match row.entry.state {
            State::Finished => true,
            State::Refused => !row.never_sent(),
            State::Open | State::Pending | State::NeedsAttention => false,
        });
        let stands = found.map_or("not recorded", |row| row.entry.state.as_str());
        Ok(match has_ended {
            true => Ok(()),
            false => Err(Error::NotPossible(format!(
                "{before}, which comes before it, is {stands}: sent again, it would undo this one"
            ))),
        })
    }

    /// Whether an open intent without a lease only has to wait, for longer than the caller waits.
    fn rests<I: Instruction>(
        &self,
        row: &Row,
        request: &I,
        client: &I::Client<'_>,
        patience: DateTime<Utc>,
    ) -> bool {
        let now = self.now();
        let Ok(settlement) = request.settlement(client.capabilities()) else {
            return false;
        };
        let is_begun = matches!(row.progress.phase(), Phase::Sending { .. });
        if row.entry.state != State::Open || row.leased(now) || is_begun {
            return false;
        }
        let rules = Rules::new(settlement, self.0.options.policy);
        matches!(row.progress.next(now, &rules), Next::Wait(until) if until > patience)
    }

    /// Refuses a request that differs from the recorded one.
    pub(super) fn same<I: Instruction>(&self, row: &Row, request: &I, json: &Value) -> Result<()> {
        let key = self.0.options.fingerprint_key.as_ref();
        let kind = row.entry.kind;
        let (fields, values) = match kind == I::KIND {
            true => {
                let fields = row.fingerprint.differences(json, I::INCIDENTAL, key);
                let [recorded, given] = [&row.request, json].map(|json| essence(kind, json));
                let values = values(&fields, &recorded, &given);
                (fields, values)
            }
            false => {
                let kinds = [kind, I::KIND].map(|kind| kind.to_string());
                (vec!["kind".into()], [("kind".into(), kinds)].into())
            }
        };
        if fields.is_empty() {
            return Ok(());
        }
        Err(Error::Mismatch {
            reference: request.reference().clone(),
            fields,
            values,
        })
    }

    /// Leases an open intent without a lease. `None` if another process was faster.
    async fn take_up(&self, row: Row, json: &Value) -> Result<Option<Ours>> {
        let (lease, seed) = (self.lease_name(), self.number());
        let keep = self.0.options.keep_requests;
        let (row, taken) = self
            .change(row, |row, now| {
                let again = row.never_sent();
                if again {
                    row.progress = Progress::new(now, seed);
                    row.reopen(now);
                }
                (again || (row.entry.state == State::Open && !row.leased(now))).then(|| {
                    row.hold(&lease, self.lease_until(now));
                    if keep && !row.whole {
                        row.request = Arc::new(json.clone());
                        row.whole = true;
                    }
                    Note::new(Step::TakenUp, Value::Null)
                })
            })
            .await?;
        Ok(taken.then_some((row, false)))
    }
}
