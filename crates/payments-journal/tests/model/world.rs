//! One order: a caller, two workers, a row, a provider, and all that can go wrong with them.

use std::time::Duration;

use payments_core::{
    capabilities::{Lookup, Settlement},
    retry::{Phase, Policy, Progress, Rules, Step},
};

use crate::{
    row::{Answer, Known, Row, State, Time, at, seconds},
    search::Model,
};

/// How long "not found" proves nothing after a lost answer.
const DELAY: Time = 2;
/// How long a request may be under way after its sender gave up: with what is hidden, no longer
/// than the delay.
const FLIGHT: Time = 1;
const HIDDEN: Time = 1;
const LEASE: Time = 4;
/// A client gives up within its lease.
const TIMEOUT: Time = 1;
const CALLER: usize = 0;

/// How the journal takes a step of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Steps {
    /// Nobody sets the clock.
    None,
    /// The wall clock is believed.
    Believed,
    /// Whoever ran before it sees it, and lets the delays under way begin again; whoever is started
    /// after it does not.
    SeenByWhoRuns,
    /// Whoever comes first sees it, because the database holds by how much the wall clock and the
    /// monotonic one differed.
    Seen,
}

/// What is searched.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The table says that a repeat has no second effect, and the provider takes once what it
    /// shows.
    pub(crate) takes_once: bool,
    /// Sends again whenever an answer is lost.
    pub(crate) naive: bool,
    pub(crate) steps: Steps,
    /// By how much the clock is set.
    pub(crate) step: Time,
    pub(crate) crashes: u8,
    /// How long it is watched.
    pub(crate) end: Time,
}

impl Order {
    fn rules(&self) -> Rules {
        let delay = Duration::from_secs(DELAY.unsigned_abs());
        let settlement = Settlement::new(Lookup::ByReference, self.takes_once, delay);
        let policy = Policy::default()
            .sends(2)
            .asks(3)
            .deadline(Duration::from_secs(1_000_000))
            .pauses(Duration::ZERO, Duration::ZERO);
        Rules::new(settlement, policy)
    }
}

/// Where a process is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum At {
    /// The caller before its call.
    New,
    /// Nothing to do; a caller has its answer.
    Idle,
    /// The caller went away, and may come again.
    Gone,
    /// It has the lease, and decides.
    Holds,
    /// It wrote down that a send begins.
    Begun { until: Time },
    /// Its request is under way since then.
    Waits { since: Time },
    /// Its send came to this, which is not written down.
    Sent(Answer),
    /// Its question came to this, which is not written down.
    Asked { at: Time, answer: Answer },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Process {
    at: At,
    /// How often it has died.
    deaths: u8,
    /// The progress in its copy of the row, where that is not the row's any more.
    stale: Option<Known>,
    /// It has asked since it took the row up.
    has_asked: bool,
    /// It ran before the clock was set, and has not looked since.
    sees_step: bool,
    /// The caller comes a second time at most.
    returned: bool,
}

/// A request under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Message {
    from: (usize, u8),
    since: Time,
}

#[derive(Clone, Debug, Hash)]
pub(crate) struct World {
    time: Time,
    /// By how much the wall clock was set.
    ahead: Time,
    /// Whether the database holds that it was.
    noted: bool,
    row: Option<Row>,
    processes: [Process; 3],
    wire: Vec<Message>,
    /// When the provider shows each debit.
    debits: Vec<Time>,
    called_back: bool,
    crashes: u8,
}

/// The numbers are those of processes, the caller's first.
#[derive(Clone, Copy, Debug)]
#[expect(dead_code, reason = "printed, as the way to a mistake")]
pub(crate) enum Action {
    Executes,
    GoesAway,
    Takes(usize),
    BeginsToSend(usize),
    DecidesAnew(usize),
    Sends(usize),
    TooLateToSend(usize),
    IsNotReached(usize),
    GivesUp(usize),
    Asks(usize, Answer),
    Writes(usize),
    Releases(usize),
    Stops(usize),
    Arrives { hidden: bool, answer: Answer },
    Vanishes,
    CallsBack,
    Dies(usize),
    TimePasses,
    ClockIsSet { ahead: bool },
}

impl World {
    /// By which clock the journal works. Who looks may see that it was set.
    fn now(&mut self, number: usize, order: &Order) -> Time {
        let process = &mut self.processes[number];
        let sees = match order.steps {
            Steps::None | Steps::Believed => false,
            Steps::SeenByWhoRuns => process.sees_step,
            Steps::Seen => self.ahead != 0 && !self.noted,
        };
        process.sees_step = false;
        let now = self.time + self.ahead;
        if sees {
            self.noted = true;
            self.begin_delays_again(now);
        }
        now
    }

    /// Nobody knows how long ago the answers were lost, nor how long a lease still lasts.
    fn begin_delays_again(&mut self, now: Time) {
        let Some(row) = self.row.clone() else {
            return;
        };
        if row.state != State::Open {
            return;
        }
        self.write(usize::MAX, |row| {
            row.known.change(|progress| {
                progress.clock_was_set(at(now), at(now));
            });
            // Not over at once: its holder may be about to send.
            row.due = match row.lease {
                Some(_) => Some(now + LEASE),
                None => row.due.map(|due| due.min(now)),
            };
        });
    }

    /// Changes the row; what others have a copy of is not the row any more.
    fn write(&mut self, number: usize, change: impl FnOnce(&mut Row)) {
        let Some(row) = &mut self.row else { return };
        let before = row.known.clone();
        change(row);
        for (other, process) in self.processes.iter_mut().enumerate() {
            if other == number {
                process.stale = None;
            } else if !matches!(process.at, At::New | At::Idle | At::Gone) {
                process.stale.get_or_insert_with(|| before.clone());
            }
        }
    }

    fn lease(&self, number: usize) -> (u8, u8) {
        let name = u8::try_from(number).unwrap();
        (name, self.processes[number].deaths)
    }

    fn rests(&mut self, number: usize) {
        let process = &mut self.processes[number];
        process.at = At::Idle;
        process.stale = None;
        process.has_asked = false;
    }

    /// Goes on with what it holds, or has nothing more to do with it.
    fn goes_on(&mut self, number: usize) {
        let lease = self.lease(number);
        match self.row.as_ref().is_some_and(|row| row.held_by(lease)) {
            true => self.processes[number].at = At::Holds,
            false => self.rests(number),
        }
    }

    fn shows(&self) -> bool {
        self.debits.iter().any(|shown| *shown <= self.time)
    }

    /// Nothing is open or under way: nobody sends any more, and a callback is only taken upwards.
    fn is_over(&self) -> bool {
        let is_decided = |row: &Row| row.state != State::Open;
        let rests = |process: &Process| matches!(process.at, At::Idle | At::Gone);
        self.row.as_ref().is_some_and(is_decided)
            && self.processes.iter().all(rests)
            && self.wire.is_empty()
    }

    /// Whether the time may go on: what is late is over.
    fn may_pass(&self) -> bool {
        let arrived = |message: &Message| self.time < message.since + FLIGHT;
        let waits = |process: &Process| match process.at {
            At::Waits { since } => self.time < since + TIMEOUT,
            _ => true,
        };
        self.wire.iter().all(arrived) && self.processes.iter().all(waits)
    }
}

type Reach<'a> = &'a mut dyn FnMut(Action, World);

impl Order {
    fn caller(&self, world: &World, reach: Reach<'_>) {
        let caller = &world.processes[CALLER];
        let begins = caller.at == At::New || (caller.at == At::Gone && !caller.returned);
        if begins {
            let mut next = world.clone();
            next.processes[CALLER].returned = caller.at == At::Gone;
            let now = next.now(CALLER, self);
            let lease = next.lease(CALLER);
            let leased = |row: &Row| row.lease.is_some() && row.due.is_some_and(|due| due > now);
            match &next.row {
                None => {
                    let mut progress = Progress::new(at(now), 0);
                    progress.begin();
                    next.row = Some(Row {
                        state: State::Open,
                        lease: Some(lease),
                        due: Some(now + LEASE),
                        known: Known::new(progress),
                    });
                    next.processes[CALLER].at = At::Begun { until: now + LEASE };
                }
                Some(row) if row.state == State::Open && !leased(row) => {
                    next.write(CALLER, |row| row.hold(lease, now + LEASE));
                    next.processes[CALLER].at = At::Holds;
                }
                Some(_) => next.processes[CALLER].at = At::Idle,
            }
            reach(Action::Executes, next);
        }
        // Its future is dropped: what it has sent is under way.
        if !matches!(caller.at, At::New | At::Idle | At::Gone) {
            let mut next = world.clone();
            next.rests(CALLER);
            next.processes[CALLER].at = At::Gone;
            next.processes[CALLER].deaths += 1;
            reach(Action::GoesAway, next);
        }
    }

    fn worker(&self, world: &World, number: usize, reach: Reach<'_>) {
        let workers = &world.processes;
        // Two workers that are alike do the same.
        let is_alike = number > 1 && workers[number - 1] == workers[number];
        if workers[number].at != At::Idle || is_alike {
            return;
        }
        let mut next = world.clone();
        let now = next.now(number, self);
        let lease = next.lease(number);
        let due = |row: &Row| row.state == State::Open && row.due.is_some_and(|due| due <= now);
        if next.row.as_ref().is_some_and(due) {
            next.write(number, |row| row.hold(lease, now + LEASE));
            next.processes[number].at = At::Holds;
            reach(Action::Takes(number), next);
        }
    }

    fn process(&self, world: &World, number: usize, reach: Reach<'_>) {
        match world.processes[number].at {
            At::Holds => self.decides(world, number, reach),
            At::Begun { until } => {
                let mut next = world.clone();
                let left = until - next.now(number, self);
                // More than there can be: the clock was set back.
                if !(LEASE / 2..=LEASE).contains(&left) {
                    next.processes[number].at = At::Sent(Answer::NotReached);
                    return reach(Action::TooLateToSend(number), next);
                }
                let mut unreached = next.clone();
                unreached.processes[number].at = At::Sent(Answer::NotReached);
                reach(Action::IsNotReached(number), unreached);
                next.processes[number].at = At::Waits { since: next.time };
                next.wire.push(Message {
                    from: (number, next.processes[number].deaths),
                    since: next.time,
                });
                next.wire.sort_unstable();
                reach(Action::Sends(number), next);
            }
            At::Waits { .. } => {
                let mut next = world.clone();
                next.processes[number].at = At::Sent(Answer::Lost);
                reach(Action::GivesUp(number), next);
            }
            At::Sent(_) | At::Asked { .. } => {
                let mut next = world.clone();
                self.writes(&mut next, number);
                reach(Action::Writes(number), next);
            }
            At::New | At::Idle | At::Gone => {}
        }
    }

    fn decides(&self, world: &World, number: usize, reach: Reach<'_>) {
        let mut next = world.clone();
        let (now, lease, rules) = (next.now(number, self), next.lease(number), self.rules());
        let Some(row) = next.row.clone() else { return };
        let copy = next.processes[number].stale.clone().unwrap_or(row.known);
        let mut progress = copy.progress().clone();
        progress.resume(at(now));
        let held = next.row.as_ref().is_some_and(|row| row.held_by(lease));
        let asks_first = !next.processes[number].has_asked
            && !matches!(progress.phase(), Phase::Ready | Phase::Absent { .. });
        match progress.next(at(now), &rules) {
            Step::Send { .. } if held && next.processes[number].stale.is_none() => {
                next.write(number, |row| {
                    row.hold(lease, now + LEASE);
                    row.known.change(Progress::begin);
                });
                next.processes[number].at = At::Begun { until: now + LEASE };
                reach(Action::BeginsToSend(number), next);
            }
            Step::Send { .. } => {
                next.processes[number].stale = None;
                next.goes_on(number);
                reach(Action::DecidesAnew(number), next);
            }
            Step::Ask { .. } => asks(next, number, now, reach),
            Step::Stop(_) if asks_first => asks(next, number, now, reach),
            Step::Wait(until) => {
                if held {
                    next.write(number, |row| {
                        row.known = Known::new(progress);
                        row.lease = None;
                        row.due = Some(seconds(until));
                    });
                }
                next.rests(number);
                reach(Action::Releases(number), next);
            }
            Step::Stop(_) | Step::Done => {
                if held {
                    let state = match progress.phase() {
                        Phase::Ready => State::Refused,
                        _ => State::NeedsAttention,
                    };
                    next.write(number, |row| row.rest(state));
                }
                next.rests(number);
                reach(Action::Stops(number), next);
            }
        }
    }

    /// Writes down what a send or a question came to.
    fn writes(&self, next: &mut World, number: usize) {
        let (now, lease, rules) = (next.now(number, self), next.lease(number), self.rules());
        let naive = self.naive;
        match next.processes[number].at {
            At::Sent(answer) => next.write(number, |row| {
                let sending = matches!(row.known.progress().phase(), Phase::Sending { .. });
                if row.held_by(lease) && sending {
                    let result = answer.result();
                    row.known
                        .change(|progress| progress.sent(&result, at(now), &rules));
                    if naive && answer == Answer::Lost {
                        row.known = Known::new(Progress::new(at(now), 0));
                    }
                    row.hold(lease, now + LEASE);
                    row.follow();
                } else if answer == Answer::Yes {
                    row.adopt(now, &rules);
                }
            }),
            At::Asked { at: asked, answer } => next.write(number, |row| {
                if row.held_by(lease) {
                    let result = answer.result();
                    row.known
                        .change(|progress| progress.asked(&result, at(asked), at(now), &rules));
                    row.hold(lease, now + LEASE);
                    row.follow();
                } else if answer == Answer::Yes {
                    row.adopt(now, &rules);
                }
            }),
            _ => {}
        }
        next.goes_on(number);
    }

    /// A request arrives, or does not.
    fn wire(&self, world: &World, number: usize, reach: Reach<'_>) {
        let mut next = world.clone();
        let message = next.wire.remove(number);
        let sender = &world.processes[message.from.0];
        let waits = sender.deaths == message.from.1 && matches!(sender.at, At::Waits { .. });
        reach(Action::Vanishes, next.clone());
        for hidden in [false, true] {
            for answer in [Answer::Yes, Answer::Refused, Answer::Lost] {
                let mut next = next.clone();
                let debits = answer != Answer::Refused && !(self.takes_once && next.shows());
                if hidden && !debits || answer == Answer::Refused && world.shows() {
                    continue;
                }
                if debits {
                    let after = if hidden { HIDDEN } else { 0 };
                    next.debits.push(next.time + after);
                }
                match (waits, answer) {
                    // Nobody hears it.
                    (_, Answer::Lost) => {}
                    (false, _) => continue,
                    (true, answer) => next.processes[message.from.0].at = At::Sent(answer),
                }
                reach(Action::Arrives { hidden, answer }, next);
            }
        }
    }

    fn world(&self, world: &World, reach: Reach<'_>) {
        if !world.debits.is_empty() && !world.called_back {
            let mut next = world.clone();
            next.called_back = true;
            // Any process takes it; which one makes no difference.
            let now = next.time + next.ahead;
            let rules = self.rules();
            next.write(usize::MAX, |row| row.adopt(now, &rules));
            reach(Action::CallsBack, next);
        }
        if world.time < self.end && world.may_pass() {
            let mut next = world.clone();
            next.time += 1;
            reach(Action::TimePasses, next);
        }
        if world.ahead == 0 && self.steps != Steps::None {
            for ahead in [true, false] {
                let mut next = world.clone();
                next.ahead = if ahead { self.step } else { -self.step };
                for process in &mut next.processes {
                    process.sees_step = self.steps == Steps::SeenByWhoRuns;
                }
                reach(Action::ClockIsSet { ahead }, next);
            }
        }
        for number in 1..world.processes.len() {
            let process = &world.processes[number];
            let is_alike = number > 1 && world.processes[number - 1] == *process;
            let loses = process.at != At::Idle || process.sees_step;
            if world.crashes < self.crashes && loses && !is_alike {
                let mut next = world.clone();
                next.rests(number);
                next.crashes += 1;
                next.processes[number].deaths += 1;
                next.processes[number].sees_step = false;
                reach(Action::Dies(number), next);
            }
        }
    }
}

/// A question is put and answered.
fn asks(next: World, number: usize, now: Time, reach: Reach<'_>) {
    let told = match next.shows() {
        true => Answer::Yes,
        false => Answer::NotFound,
    };
    for answer in [told, Answer::Lost] {
        let mut next = next.clone();
        next.processes[number].has_asked = true;
        next.processes[number].at = At::Asked { at: now, answer };
        reach(Action::Asks(number, answer), next);
    }
}

impl Model for Order {
    type State = World;
    type Action = Action;

    fn begin(&self) -> World {
        let process = |at| Process {
            at,
            deaths: 0,
            stale: None,
            has_asked: false,
            sees_step: false,
            returned: false,
        };
        World {
            time: 0,
            ahead: 0,
            noted: false,
            row: None,
            processes: [process(At::New), process(At::Idle), process(At::Idle)],
            wire: Vec::new(),
            debits: Vec::new(),
            called_back: false,
            crashes: 0,
        }
    }

    fn next(&self, world: &World, reach: Reach<'_>) {
        if world.is_over() {
            return;
        }
        self.caller(world, reach);
        for number in 1..world.processes.len() {
            self.worker(world, number, reach);
        }
        for number in 0..world.processes.len() {
            self.process(world, number, reach);
        }
        for number in 0..world.wire.len() {
            self.wire(world, number, reach);
        }
        self.world(world, reach);
    }

    fn mistake(&self, world: &World) -> Option<String> {
        if world.debits.len() > 1 {
            return Some("two debits".into());
        }
        let is_debited = !world.debits.is_empty();
        match world.row.as_ref().map(|row| (row.state, row.due)) {
            None if is_debited => Some("a debit that nobody recorded".into()),
            Some((State::Refused, _)) if is_debited => Some("a debit that is refused".into()),
            Some((State::Answered, _)) if !is_debited => Some("an answer without a debit".into()),
            Some((State::Open, None)) => Some("an order that nobody will look at".into()),
            _ => None,
        }
    }
}
