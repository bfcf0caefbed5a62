//! What the merchant does and believes, and what came of it, in plain English.

use chrono::{DateTime, Utc};
use payments::{Money, jakarta};
use payments_journal::{HistoryStep, Point, Step as Written};
use serde_json::Value;

use super::super::{
    judge::Belief,
    order::{Order, Wish},
    trace::{Conclusion, Deed},
};
use super::step::Kind;

pub(super) const BY_ITSELF: &str = "This falls due at the provider by itself.";
pub(super) const HEARD: &str = "The merchant notes what it has heard.";
pub(super) const AGAIN: &str = "Money is taken for one order more than once.";

/// The letter of an order.
pub(super) fn letter(number: usize) -> String {
    let letter = u8::try_from(number)
        .ok()
        .and_then(|number| b'A'.checked_add(number));
    char::from(letter.unwrap_or(b'?')).to_string()
}

/// `IDR 10,000`; what stands behind a point stays.
pub(super) fn amount(currency: &str, digits: &str) -> String {
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    // They stay on one line.
    let mut text = format!("{currency}\u{a0}");
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + rest
}

pub(super) fn money(money: Money) -> String {
    let text = money.to_string();
    let (currency, digits) = text.split_once(' ').unwrap_or(("", &text));
    amount(currency, digits)
}

/// A provider's name at the beginning of a sentence.
pub(super) fn provider(name: &str) -> String {
    match name {
        "rpi" => "RPI".to_owned(),
        name => {
            let mut letters = name.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters).collect()
        }
    }
}

/// What a customer wants.
pub(super) fn order(order: &Order) -> String {
    match &order.wish {
        Wish::Pay { method, amount } => format!("{} by {method}", money(*amount)),
        Wish::Bill { .. } => "an electricity bill".to_owned(),
        Wish::Topup { .. } => "phone credit, for a price up to a limit".to_owned(),
        Wish::Mandate {
            amount, changes, ..
        } => {
            let changes = changes
                .iter()
                .map(|change| format!(", then changed to {}", money(*change)));
            format!(
                "a mandate: one charge of {}{}",
                money(*amount),
                changes.collect::<String>()
            )
        }
    }
}

/// What a merchant believes of an order.
pub(super) fn belief(belief: Belief) -> String {
    match belief {
        Belief::Paid { amount, given_back } => {
            let amount = amount.map_or_else(String::new, |amount| format!(" {}", money(amount)));
            let back =
                given_back.map_or_else(String::new, |back| format!(", {} given back", money(back)));
            format!("paid{amount}{back}")
        }
        Belief::GivenBack => "paid, and given back".to_owned(),
        Belief::NotPaid => "not paid".to_owned(),
        Belief::Unresolved => "not known".to_owned(),
    }
}

pub(super) const RECORDED: &str = "writes down the order";
pub(super) const RECORDED_AND_SENDS: &str = "writes down the order, and that a send begins";

/// What a merchant is about to do, and what it means.
pub(super) fn deed(deed: &Deed) -> (String, Option<String>) {
    let sentence = |text: &str| Some(text.to_owned());
    match deed {
        Deed::Try(1) => ("tries it".to_owned(), None),
        Deed::Try(number) => (
            format!("tries it, number {number}, under a new reference"),
            None,
        ),
        Deed::SendOnce => ("sends it once".to_owned(), None),
        Deed::JobAgain => (
            "the shop's job runs again".to_owned(),
            sentence(
                "The shop asks for the order once more. The journal knows it, and only goes on with it.",
            ),
        ),
        Deed::OtherAmount => (
            "the shop asks for another amount".to_owned(),
            sentence(
                "A mistake of the shop asks for the same order with another amount. The journal refuses: what is written down holds.",
            ),
        ),
        Deed::ChangeCharge(amount, day) => (
            format!("changes the charge of {day} to {}", money(*amount)),
            sentence(
                "A nightly job changes the charge that is the next one now, whichever that is.",
            ),
        ),
        Deed::Compare => (
            "compares, as it does each night".to_owned(),
            sentence(
                "At the end the merchant asks about all that it takes for paid or open: money may have gone back.",
            ),
        ),
    }
}

/// Who decides how it goes on, and what that means; `agrees`: as the merchant wants it.
pub(super) fn act(order: Option<&Order>, agrees: bool, short: &str) -> (Kind, String) {
    let customer = |verb: &str| (Kind::Customer, format!("The customer {verb} {short}."));
    match (order.map(|order| &order.wish), agrees) {
        (Some(Wish::Bill { .. } | Wish::Topup { .. }), _) => {
            let text = format!("The provider decides what becomes of {short}.");
            (Kind::Time, text)
        }
        (_, false) => customer("declines"),
        (Some(Wish::Mandate { .. }), true) => customer("confirms"),
        (_, true) => customer("pays"),
    }
}

/// What it sends for an order.
pub(super) fn sends(order: &Order) -> &'static str {
    match &order.wish {
        Wish::Pay { .. } => "asks to be paid:",
        Wish::Bill { .. } => "pays the bill:",
        Wish::Topup { .. } => "buys the credit:",
        Wish::Mandate { .. } => "asks for the mandate:",
    }
}

/// The line of a merchant without a journal, and what it means.
pub(super) fn conclusion(conclusion: Conclusion) -> (String, Option<String>) {
    match conclusion {
        Conclusion::Believes(believed) => (format!("believes: {}", belief(believed)), None),
        Conclusion::UnknownIsFailure => (
            "takes it for a failure".to_owned(),
            Some("The merchant takes the error for a failure, and does not ask whether it is one.".to_owned()),
        ),
        Conclusion::NotDone => (
            "takes it for a failure".to_owned(),
            Some("This time it is one: nothing was done.".to_owned()),
        ),
        Conclusion::DuplicateIsFailure => (
            "takes it for a failure".to_owned(),
            Some(
                "“Duplicate” means that the payment exists. The merchant takes it for a failure."
                    .to_owned(),
            ),
        ),
        Conclusion::Forgotten => (
            "knows nothing of it".to_owned(),
            Some("It is about a reference that the merchant has given up, so nothing is noted.".to_owned()),
        ),
        Conclusion::InquiryFailed => (
            "leaves it for later".to_owned(),
            Some("The shop has no price yet, and has sent nothing that moves money. Its job makes the inquiry again later.".to_owned()),
        ),
    }
}

/// What a death at this point means.
pub(super) fn death(point: Option<Point>) -> &'static str {
    match point {
        Some(Point::BeforeCommit) => {
            "The machine dies before it can write. Another one starts, and knows what was written before."
        }
        Some(Point::AfterCommit) => {
            "The machine dies just after it has written. Another one starts, reads that, and goes on from there."
        }
        Some(Point::BeforeSend) => {
            "The machine dies just before it sends. Another one finds that a send had begun, and treats it as perhaps sent."
        }
        Some(Point::AfterSend) => {
            "The machine dies with the answer in its hand, before it is written down. Another one finds that a send had begun, and asks."
        }
        Some(Point::BeforeAsk | Point::AfterAsk) => {
            "The machine dies over a question. A question moves no money: another machine asks again."
        }
        _ => {
            "The machine dies before the shop's own table is written. The job is run again, and nobody remembers the first run."
        }
    }
}

/// What became of a callback at the merchant's.
pub(super) fn taken(taken: Option<bool>, is_copy: bool) -> (&'static str, &'static str) {
    let Some(taken) = taken else {
        let sentence =
            "The machine dies over it, so that it may be lost: the provider posts it again.";
        return ("has not taken it", sentence);
    };
    match (taken, is_copy) {
        (true, false) => ("takes it", "The provider tells the merchant how it stands."),
        (true, true) => (
            "takes it",
            "The same callback once more: it must not count twice.",
        ),
        (false, _) => (
            "does not take it",
            "The merchant cannot be sure of it, and does not take it: the provider posts it again.",
        ),
    }
}

/// A step of the journal, and what it means.
pub(super) fn written(step: &HistoryStep) -> (String, Option<String>) {
    let sentence = |text: &str| Some(text.to_owned());
    match step.what {
        Written::Recorded => (
            RECORDED.to_owned(),
            sentence("The journal has the order and its reference before anything is sent."),
        ),
        Written::SendBegun => match step.detail.get("sends").and_then(Value::as_u64) {
            Some(sends) if sends > 1 => (
                format!("writes that send {sends} begins"),
                sentence(
                    "It is sent again under the same reference, because what is known says that this is safe.",
                ),
            ),
            _ => (
                "writes that a send begins".to_owned(),
                sentence("Before it is sent, it is written down that a send begins."),
            ),
        },
        Written::TakenUp => (
            "another worker takes over".to_owned(),
            sentence("Another worker takes the order over, from what is written."),
        ),
        Written::Waits => {
            let until = step.detail.get("until").and_then(Value::as_str);
            let until = until.and_then(|until| until.parse().ok()).map(time);
            (
                format!("waits until {}", until.unwrap_or_default()),
                sentence(
                    "It waits: a question before then could be answered with “not found” although the payment exists.",
                ),
            )
        }
        Written::NeedsAttention => (
            "leaves it to a person".to_owned(),
            sentence(
                "What happened cannot be known from here, so the merchant does not guess: a person decides.",
            ),
        ),
        Written::GivenUp => (
            "gives it up".to_owned(),
            sentence("It was never sent, so it can be given up."),
        ),
        Written::Unmodelled | Written::UnknownReference => (
            "keeps the message".to_owned(),
            sentence("It says nothing about the payment, so it is kept and changes nothing."),
        ),
        _ => result(step),
    }
}

/// The result of a send, a lookup or a callback.
fn result(step: &HistoryStep) -> (String, Option<String>) {
    let about = match step.what {
        Written::Asked | Written::AskedLate => "the question says",
        Written::Reconciled => "the nightly comparison says",
        Written::Callback | Written::Charge | Written::Refund => "the callback says",
        _ => "the answer says",
    };
    let error = |name: &str| {
        let member = step.detail.pointer(&format!("/error/{name}"));
        member.and_then(Value::as_str)
    };
    if let Some(status) = step.detail.get("status").and_then(Value::as_str) {
        return (format!("writes: {about} {status}"), None);
    }
    let is_question = !matches!(step.what, Written::Sent | Written::SentLate);
    let (line, sentence) = match (error("kind"), error("outcome")) {
        (Some("not_found"), _) if is_question => (
            "writes: not found",
            "“Not found” is believed only once the provider must show what it has.",
        ),
        (_, Some(_)) if is_question => (
            "writes: no answer to the question",
            "The question brought no certainty. It moves no money, so it is asked again later.",
        ),
        (_, Some("unknown")) => (
            "writes: unknown",
            "It may have happened. The merchant sends nothing else for this order before it has asked.",
        ),
        (_, Some("refused")) => (
            "writes: refused",
            "The answer proves that nothing was done.",
        ),
        (_, Some("not_sent")) => (
            "writes: not sent",
            "It is certain that nothing was sent, so it may be sent later.",
        ),
        _ => return (format!("writes: {}", step.what), None),
    };
    (line.to_owned(), Some(sentence.to_owned()))
}

/// The time of day in Jakarta, and the day after the first one.
pub(super) fn time(at: DateTime<Utc>) -> String {
    let text = jakarta::text(at);
    let clock = text.split(' ').nth(1).unwrap_or_default().to_owned();
    let days = (jakarta::day(at) - jakarta::day(super::super::theatre::START)).num_days();
    match days {
        0 => clock,
        days => format!("{clock}, day {}", days + 1),
    }
}
