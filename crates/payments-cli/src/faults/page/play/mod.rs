//! From what was recorded of a schedule to the steps that the page shows.

mod sandbox;

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
};

use chrono::{DateTime, Utc};
use payments_journal::{HistoryStep, Step as Written};

use super::{
    super::{
        order::Order,
        trace::{Entry, Event, Part, Verdict},
    },
    step::{Arrow, Kind, Shown, Step, Wire},
    wire, words,
};
use sandbox::Done;

/// What one merchant made of the schedule.
#[derive(Debug, Default)]
pub(super) struct Play {
    pub(super) orders: Vec<Order>,
    pub(super) parts: BTreeMap<Part, Chapter>,
    pub(super) verdicts: Vec<Verdict>,
}

#[derive(Debug, Default)]
pub(super) struct Chapter {
    /// What waits to go wrong from here on.
    pub(super) faults: Vec<String>,
    pub(super) steps: Vec<Shown>,
}

/// A callback, as it was sent.
#[derive(Clone, Debug, Default)]
struct Sent {
    reference: String,
    /// Where the payment stood.
    word: String,
    fault: Option<String>,
    copies: u32,
    arrived: u32,
}

/// Reads a record, entry by entry.
#[derive(Debug, Default)]
struct Reader {
    play: Play,
    part: Option<Part>,
    /// What the sandbox did, until it tells by what it was caused.
    done: Vec<Done>,
    /// What the merchant did since its last exchange: lines and sentences.
    before: Vec<String>,
    before_says: Vec<String>,
    before_about: Option<usize>,
    callbacks: BTreeMap<u64, Sent>,
    /// Where each payment stands, by its reference.
    stands: BTreeMap<String, String>,
    /// The references that were sent.
    sent: BTreeSet<String>,
    debits: BTreeMap<usize, u32>,
    /// The step to which the present callback belongs: its part is the present one.
    arrival: Option<usize>,
}

pub(super) fn read(entries: Vec<Entry>) -> Play {
    let mut reader = Reader::default();
    for entry in entries {
        reader.take(entry);
    }
    reader.flush(None);
    for chapter in reader.play.parts.values_mut() {
        chapter.steps = folded(mem::take(&mut chapter.steps));
    }
    reader.play
}

/// Puts equal steps in a row into one.
fn folded(steps: Vec<Shown>) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    for shown in steps {
        match all.last_mut() {
            Some(last) if last.step == shown.step => {
                last.times += 1;
                last.until = shown.at;
            }
            _ => all.push(shown),
        }
    }
    all
}

impl Reader {
    fn take(&mut self, Entry { at, event }: Entry) {
        match event {
            Event::Begins(part) => {
                self.flush(Some(at));
                self.part = Some(part);
                self.play.parts.entry(part).or_default();
            }
            Event::Order(order) => self.play.orders.push(*order),
            Event::Told(entry) => self.told(at, &entry),
            Event::Does(order, what) => {
                self.flush(Some(at));
                self.before_about = self.order(&order);
                let (line, sentence) = words::deed(&what);
                self.before.push(line);
                self.before_says.extend(sentence);
            }
            Event::Concludes(order, what) => {
                let (line, sentence) = words::conclusion(what);
                self.after(at, &order, line, sentence);
            }
            Event::Wrote(reference, step) => self.wrote(at, &reference, &step),
            Event::At(_) => {}
            Event::Dies(point) => {
                self.flush(Some(at));
                let mut step = Step::new(Kind::Crash, None).says(words::death(point));
                step.before.push("the machine dies".to_owned());
                self.push(at, step);
            }
            Event::Leaves(id, copies) => self.leaves(at, id, copies),
            Event::Arrives(id) => self.arrives(at, id),
            Event::Taken(id, taken) => self.taken(id, taken),
            Event::Judged(verdict) => self.play.verdicts.push(*verdict),
        }
    }

    fn order(&self, reference: &str) -> Option<usize> {
        let mut orders = self.play.orders.iter();
        orders.position(|order| reference.starts_with(&order.name))
    }

    /// A reference, short: the order's letter, and the number of the try.
    fn short(&self, reference: &str) -> String {
        let order = self
            .order(reference)
            .and_then(|number| Some((number, self.play.orders.get(number)?)));
        match order {
            Some((number, order)) => {
                let rest = reference.get(order.name.len()..).unwrap_or_default();
                format!("{}/{rest}", words::letter(number))
            }
            None => "a reference of nobody".to_owned(),
        }
    }

    fn push(&mut self, at: DateTime<Utc>, step: Step) {
        let part = self.part.unwrap_or(Part::Placed(0));
        let chapter = self.play.parts.entry(part).or_default();
        chapter.steps.push(Shown {
            at,
            until: at,
            times: 1,
            step,
        });
    }

    fn steps(&mut self) -> Option<&mut Vec<Shown>> {
        let chapter = self.play.parts.get_mut(&self.part?)?;
        Some(&mut chapter.steps)
    }

    /// What the merchant did without any exchange after it is a step by itself.
    fn flush(&mut self, at: Option<DateTime<Utc>>) {
        if self.before.is_empty() {
            return;
        }
        let mut step = Step::new(Kind::Merchant, self.before_about.take());
        step.before = mem::take(&mut self.before);
        step.says = mem::take(&mut self.before_says);
        let last = self
            .steps()
            .and_then(|steps| steps.last().map(|last| last.until));
        if let Some(at) = at.or(last) {
            self.push(at, step);
        }
    }

    /// What the merchant made of the last exchange or callback; a step by itself where that was
    /// about another order.
    fn after(&mut self, at: DateTime<Utc>, order: &str, line: String, sentence: Option<String>) {
        let order = self.order(order);
        self.flush(Some(at));
        let last = self.steps().and_then(|steps| steps.last_mut());
        if let Some(Shown { step, until, .. }) = last
            && matches!(step.kind, Kind::Exchange | Kind::Callback)
            // The merchant's clock shows parts of a second, the sandbox's does not.
            && (at - *until).num_seconds() == 0
            && step.order.is_none_or(|about| Some(about) == order)
        {
            step.order = order;
            step.after.push(line);
            step.add(sentence);
            return;
        }
        let mut step = Step::new(Kind::Merchant, order);
        step.after.push(line);
        step.add(sentence.or_else(|| Some(words::HEARD.to_owned())));
        self.push(at, step);
    }

    fn wrote(&mut self, at: DateTime<Utc>, reference: &str, step: &HistoryStep) {
        let (line, mut sentence) = words::written(step);
        match step.what {
            Written::Recorded | Written::SendBegun | Written::TakenUp => {
                let order = self.order(reference);
                if self.before_about.is_some_and(|about| Some(about) != order) {
                    self.flush(Some(at));
                }
                self.before_about = order;
                match (step.what, self.before.last_mut()) {
                    // They are one commit.
                    (Written::SendBegun, Some(last)) if last == words::RECORDED => {
                        *last = words::RECORDED_AND_SENDS.to_owned();
                        sentence = None;
                    }
                    _ => self.before.push(line),
                }
                self.before_says.extend(sentence);
            }
            _ => self.after(at, reference, line, sentence),
        }
    }

    fn leaves(&mut self, at: DateTime<Utc>, id: u64, copies: u32) {
        let Some(sent) = self.callbacks.get_mut(&id) else {
            return;
        };
        sent.copies = copies;
        if copies > 0 {
            return;
        }
        let (reference, word) = (sent.reference.clone(), sent.word.clone());
        self.flush(Some(at));
        let order = self.order(&reference);
        let text = format!("callback {id}: {} {word}", self.short(&reference));
        let mut step = Step::new(Kind::Callback, order).says(wire::CALLBACK_LOST);
        step.back = Some(Arrow::new(text, Wire::Lost));
        self.push(at, step);
    }

    fn arrives(&mut self, at: DateTime<Utc>, id: u64) {
        let Some(sent) = self.callbacks.get_mut(&id) else {
            return;
        };
        sent.arrived += 1;
        let sent = sent.clone();
        self.flush(Some(at));
        let mut step = Step::new(Kind::Callback, self.order(&sent.reference));
        let short = self.short(&sent.reference);
        let mut text = format!("callback {id}: {short} {}", sent.word);
        if sent.arrived > 1 {
            text += &format!(", arrival {}", sent.arrived);
        }
        let wire = match &sent.fault {
            Some(fault) => {
                text += &format!(" ({})", wire::fault(fault));
                step.add(Some(wire::ODD_CALLBACK.to_owned()));
                Wire::Odd
            }
            None => Wire::Whole,
        };
        step.back = Some(Arrow::new(text, wire));
        self.push(at, step);
        self.arrival = self.steps().map(|steps| steps.len() - 1);
    }

    fn taken(&mut self, id: u64, taken: Option<bool>) {
        let is_copy = self.callbacks.get(&id).is_some_and(|sent| sent.arrived > 1);
        let arrival = self.arrival.take();
        let steps = self.steps();
        let shown = arrival.and_then(|place| steps?.get_mut(place));
        if let Some(Shown { step, .. }) = shown {
            let (line, sentence) = words::taken(taken, is_copy);
            step.after.insert(0, line.to_owned());
            step.add(Some(sentence.to_owned()));
        }
    }
}
