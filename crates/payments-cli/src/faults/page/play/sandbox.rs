//! What the sandbox told: payments, money, callbacks, exchanges, and what somebody did to it.

use std::mem;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::{
    super::{
        super::trace::Part,
        step::{Arrow, Kind, Movement, Step, Wire},
        wire, words,
    },
    Reader, Sent,
};

/// What the sandbox did.
#[derive(Debug)]
pub(super) struct Done {
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
    pub(super) fn told(&mut self, at: DateTime<Utc>, entry: &Value) {
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
}
