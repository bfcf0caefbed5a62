//! From what was recorded of a schedule to the steps that the page shows.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
};

use chrono::{DateTime, Utc};
use payments_journal::{HistoryStep, Step as Written};
use serde_json::Value;

use super::{
    super::{
        order::Order,
        trace::{Entry, Event, Part, Verdict},
    },
    step::{Arrow, Kind, Movement, Shown, Step, Wire},
    wire, words,
};

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

/// What the sandbox did.
#[derive(Debug)]
struct Done {
    at: DateTime<Utc>,
    reference: String,
    what: What,
}

#[derive(Debug)]
enum What {
    /// At the provider.
    Line(String),
    Money(Movement),
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

impl What {
    fn put(self, step: &mut Step) {
        match self {
            Self::Line(line) => step.provider.push(line),
            Self::Money(movement) => {
                let again = movement.is_again.then(|| words::AGAIN.to_owned());
                step.ledger.push(movement);
                step.add(again);
            }
        }
    }
}

/// No reference is empty.
const NOBODY: &str = "";

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
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

    fn told(&mut self, at: DateTime<Utc>, entry: &Value) {
        let reference = text(entry, "reference").to_owned();
        match text(entry, "kind") {
            "payment" => {
                let word = text(entry, "became").to_owned();
                let before = self.stands.insert(reference.clone(), word.clone());
                let short = self.short(&reference);
                let line = match before {
                    None => format!("makes {short}: {word}"),
                    Some(_) => format!("{short} is now {word}"),
                };
                self.did(at, reference, What::Line(line));
            }
            "money" => {
                let movement = self.movement(entry, &reference);
                self.did(at, reference, What::Money(movement));
            }
            "callback" if text(entry, "became") == "made" => {
                let callback = entry.get("callback").unwrap_or(&Value::Null);
                let id = callback.get("id").and_then(Value::as_u64);
                let fault = callback.get("fault").and_then(Value::as_str);
                let id = id.unwrap_or_default();
                let order = self.order(&reference);
                let order = order.and_then(|number| self.play.orders.get(number));
                let word = match order.is_some_and(|order| order.last_day().is_some()) {
                    // It is about one charge, and not about the mandate.
                    true => "one charge",
                    false => self.stands.get(&reference).map_or("", String::as_str),
                };
                let word = word.to_owned();
                let line = What::Line(format!("callback {id} is due"));
                self.did(at, reference.clone(), line);
                let sent = Sent {
                    reference,
                    word,
                    fault: fault.map(str::to_owned),
                    ..Sent::default()
                };
                self.callbacks.insert(id, sent);
            }
            "exchange" => self.exchange(at, entry),
            "steered" => self.steered(at, text(entry, "what")),
            _ => {}
        }
    }

    fn movement(&mut self, entry: &Value, reference: &str) -> Movement {
        let order = self.order(reference);
        let amount = words::amount(text(entry, "currency"), text(entry, "amount"));
        if text(entry, "way") != "debit" {
            return Movement {
                is_back: true,
                text: format!("given back {amount}"),
                is_again: false,
            };
        }
        let debits = self.debits.entry(order.unwrap_or(usize::MAX)).or_default();
        *debits += 1;
        Movement {
            is_back: false,
            text: match *debits {
                1 => format!("debit {amount}"),
                2 => format!("2nd debit {amount}"),
                3 => format!("3rd debit {amount}"),
                nth => format!("{nth}th debit {amount}"),
            },
            is_again: *debits > 1,
        }
    }

    fn did(&mut self, at: DateTime<Utc>, reference: String, what: What) {
        self.done.push(Done {
            at,
            reference,
            what,
        });
    }

    /// What the sandbox did meanwhile for this reference goes into the step that caused it. What it
    /// did for others fell due by itself.
    fn caused(&mut self, step: &mut Step, reference: &str) -> bool {
        let mut others: Vec<(DateTime<Utc>, String, Step)> = Vec::new();
        for Done {
            at,
            reference: of,
            what,
        } in mem::take(&mut self.done)
        {
            if of == reference {
                what.put(step);
                continue;
            }
            match others.last_mut() {
                Some((_, last, step)) if *last == of => what.put(step),
                _ => {
                    let mut step = Step::new(Kind::Time, self.order(&of)).says(words::BY_ITSELF);
                    what.put(&mut step);
                    others.push((at, of, step));
                }
            }
        }
        let did = !step.provider.is_empty() || !step.ledger.is_empty();
        if !others.is_empty() {
            self.flush(others.first().map(|(at, ..)| *at));
        }
        for (at, _, step) in others {
            self.push(at, step);
        }
        did
    }

    fn exchange(&mut self, at: DateTime<Utc>, entry: &Value) {
        let reference = text(entry, "reference");
        let operation = text(entry, "operation");
        let order = self.order(reference).or(self.before_about);
        if self.before_about.is_some() && order != self.before_about {
            self.flush(Some(at));
        }
        let mut step = Step::new(Kind::Exchange, order);
        let (before, says) = (
            mem::take(&mut self.before),
            mem::take(&mut self.before_says),
        );
        let did = self.caused(&mut step, reference);
        (step.before, self.before_about) = (before, None);
        // What is wrong with the ledger is said last.
        let twice = mem::replace(&mut step.says, says);
        let is_repeat = operation == "create" && !self.sent.insert(reference.to_owned());
        let short = match reference {
            "" => String::new(),
            reference => format!(" {}", self.short(reference)),
        };
        let what = match (
            operation,
            order.and_then(|number| self.play.orders.get(number)),
        ) {
            ("create", Some(order)) => words::sends(order),
            _ => wire::operation(operation),
        };
        let again = if is_repeat { " again" } else { "" };
        let fault = entry.get("fault").and_then(Value::as_str);
        let (out, back) = wire::wires(entry, fault);
        step.out = Some(Arrow::new(format!("{what}{short}{again}"), out));
        step.back = (out != Wire::Lost).then(|| Arrow::new(wire::answer(entry, fault), back));
        let sentence = wire::exchange(operation, entry, fault, did, is_repeat);
        step.add(Some(sentence));
        step.says.extend(twice);
        if !did && step.provider.is_empty() && wire::did_nothing(fault) {
            step.provider.push("does nothing".to_owned());
        }
        self.push(at, step);
    }

    /// Somebody played the customers, moved the clock, or ordered a fault.
    fn steered(&mut self, at: DateTime<Utc>, what: &str) {
        if let Some(fault) = what.strip_prefix("POST faults ") {
            let fault: Value = serde_json::from_str(fault).unwrap_or_default();
            let reference = fault.get("reference").and_then(Value::as_str);
            let only = reference.map(|reference| self.short(reference));
            let shown = wire::ordered(&fault, only);
            let part = self.part.unwrap_or(Part::Placed(0));
            self.play.parts.entry(part).or_default().faults.push(shown);
            return;
        }
        // The last that it did is what the act was about.
        let Some(reference) = self.done.last().map(|last| last.reference.clone()) else {
            return;
        };
        self.flush(Some(at));
        let did = match what {
            "POST payments/pay" => true,
            "POST payments/decline" => false,
            _ => {
                // All of it fell due by itself.
                self.caused(&mut Step::default(), NOBODY);
                return;
            }
        };
        let (number, short) = (self.order(&reference), self.short(&reference));
        let order = number.and_then(|number| self.play.orders.get(number));
        let (kind, sentence) = words::act(order, did, &short);
        let mut step = Step::new(kind, number).says(sentence);
        self.caused(&mut step, &reference);
        self.push(at, step);
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
