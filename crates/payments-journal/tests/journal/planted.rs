//! A journal and a provider's report of one day, with differences planted in them.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use payments_core::{Money, PaymentStatus};
use payments_journal::Reported;

use crate::beside::{beside, write_intents};

/// The account whose report it is, and another one in the same journal.
pub(crate) const OURS: &str = "fake/sandbox/default";
const OTHER: &str = "fake/sandbox/another";

/// A difference as a test expects it: the reference and the word.
pub(crate) type Expected = (String, &'static str);

/// What is recorded, what is reported, and in what they differ.
pub(crate) struct Planted {
    intents: Vec<String>,
    pub(crate) rows: Vec<Reported>,
    pub(crate) expected: BTreeSet<Expected>,
    chance: u64,
    begin: DateTime<Utc>,
}

/// An intent as a row of the table.
struct Intent {
    reference: String,
    account: &'static str,
    kind: &'static str,
    state: &'static str,
    status: Option<&'static str>,
    rupiah: u64,
    created: DateTime<Utc>,
    finished: Option<DateTime<Utc>>,
    archived: bool,
    answer: Option<String>,
}

/// The kinds of differences that are planted.
const DIFFERENCES: u64 = 9;
/// The kinds of pairs that agree, or are of another day.
const PAIRS: u64 = 11;

impl Planted {
    /// `orders` orders of the day that begins at `begin`, every one in `each` with a difference.
    pub(crate) fn new(begin: DateTime<Utc>, orders: u64, each: u64, seed: u64) -> Self {
        let mut planted = Self {
            intents: Vec::new(),
            rows: Vec::new(),
            expected: BTreeSet::new(),
            chance: seed | 1,
            begin,
        };
        for order in 0..orders {
            // References of all lengths, in no order of time.
            let reference = format!("{:x}-{order}", planted.chance() % 0xffff);
            match order % each {
                0 => planted.differ(reference),
                _ => planted.agree(reference),
            }
        }
        planted.shuffle();
        planted
    }

    /// Xorshift: the same for a seed.
    fn chance(&mut self) -> u64 {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        self.chance
    }

    fn shuffle(&mut self) {
        for place in (1..self.rows.len()).rev() {
            let other = usize::try_from(self.chance() % (place as u64 + 1)).unwrap();
            self.rows.swap(place, other);
        }
        for (line, row) in (2..).zip(&mut self.rows) {
            row.line = line;
        }
    }

    /// A payment of the day that both sides tell alike.
    fn pair(&mut self, reference: &str) -> (Intent, Reported) {
        let rupiah = 10_000 + self.chance() % 1_000_000;
        let second = i64::try_from(self.chance() % 86_000).unwrap();
        let paid = self.begin + TimeDelta::seconds(second);
        // Most are heard of in the same moment: more than are read at a time.
        let finished = match self.chance().is_multiple_of(4) {
            true => paid + TimeDelta::seconds(3),
            false => self.begin + TimeDelta::hours(20),
        };
        let intent = Intent {
            reference: reference.into(),
            account: OURS,
            kind: "payment",
            state: "finished",
            status: Some("paid"),
            rupiah,
            created: paid - TimeDelta::seconds(30),
            finished: Some(finished),
            archived: self.chance().is_multiple_of(4),
            answer: Some(answer(reference, rupiah, Some(paid))),
        };
        let status = match self.chance() % 2 {
            0 => PaymentStatus::Paid,
            _ => PaymentStatus::Settled,
        };
        let row = Reported::new(0, reference)
            .provider_id(format!("id-{reference}"))
            .amount(Money::idr(rupiah))
            .fee(Money::idr(rupiah / 100))
            .status(status)
            .at(paid);
        (intent, row)
    }

    /// Something in which nothing differs, or that is of another day.
    fn agree(&mut self, reference: String) {
        let (mut intent, mut row) = self.pair(&reference);
        let (begin, end) = (self.begin, self.begin + TimeDelta::days(1));
        match self.chance() % PAIRS {
            // The provider said no time, and the callback came after midnight.
            0 => {
                intent.answer = Some(answer(&reference, intent.rupiah, None));
                intent.finished = Some(end + TimeDelta::seconds(2));
                row.at = Some(end - TimeDelta::seconds(1));
            }
            // The same, the other way round: it is of the day here, and of the day before there.
            1 => {
                intent.answer = Some(answer(&reference, intent.rupiah, None));
                intent.created = begin - TimeDelta::seconds(30);
                intent.finished = Some(begin + TimeDelta::seconds(2));
                row.at = Some(begin - TimeDelta::seconds(1));
            }
            2 => intent.status = Some("refunded"),
            // Of the day before, on both sides: a difference there is none of this day.
            3 => {
                let paid = begin - TimeDelta::hours(3);
                intent.created = paid;
                intent.finished = Some(paid);
                intent.answer = Some(answer(&reference, intent.rupiah, Some(paid)));
                row = row.at(paid).amount(Money::idr(1));
            }
            // Not paid, so a report of what was paid does not have it.
            4 => {
                let unpaid = ["pending", "failed", "expired", "cancelled"];
                let word = unpaid[usize::try_from(self.chance() % 4).unwrap()];
                intent.status = Some(word);
                self.intents.push(intent.sql());
                return;
            }
            // Never answered: nothing is known that a report could lack.
            5 => {
                (intent.state, intent.status, intent.finished) = ("open", None, None);
                intent.answer = None;
                self.intents.push(intent.sql());
                return;
            }
            // Both say that no money came, in other words.
            6 => {
                intent.status = Some("expired");
                row = row.status(PaymentStatus::Failed);
            }
            // What neither side states is not compared.
            7 => {
                intent.answer = None;
                (row.amount, row.at) = (None, None);
            }
            // Another account has used the reference, too, for another amount.
            8 => {
                let other = Intent {
                    account: OTHER,
                    rupiah: 1,
                    answer: None,
                    ..self.pair(&reference).0
                };
                self.intents.push(other.sql());
            }
            // Paid the day before, and heard of late: that day's report has it.
            9 => {
                let paid = begin - TimeDelta::hours(3);
                intent.answer = Some(answer(&reference, intent.rupiah, Some(paid)));
                self.intents.push(intent.sql());
                return;
            }
            _ => {}
        }
        self.intents.push(intent.sql());
        self.rows.push(row);
    }

    fn differ(&mut self, reference: String) {
        let (mut intent, mut row) = self.pair(&reference);
        let word = match self.chance() % DIFFERENCES {
            0 => {
                self.rows.push(row);
                self.expected.insert((reference, "missing_here"));
                return;
            }
            1 => {
                intent.account = OTHER;
                "missing_here"
            }
            2 => {
                // However late it was heard of.
                if self.chance().is_multiple_of(3) {
                    intent.finished = Some(self.begin + TimeDelta::days(9));
                }
                self.intents.push(intent.sql());
                self.expected.insert((reference, "missing_there"));
                return;
            }
            3 => {
                row = row.amount(Money::idr(intent.rupiah + 1));
                // Of the day before there, and of the day here.
                if self.chance().is_multiple_of(2) {
                    row.at = Some(self.begin - TimeDelta::seconds(1));
                }
                "amount"
            }
            4 => {
                row = row.fee(Money::idr(intent.rupiah / 100 + 1));
                "fee"
            }
            5 => {
                row = row.provider_id("another");
                "provider_id"
            }
            // Paid there, and not here; the answer does not state the time of a payment.
            6 => {
                let here = [
                    ("open", None),
                    ("needs_attention", None),
                    ("refused", None),
                    ("pending", Some("pending")),
                    ("finished", Some("expired")),
                    ("pending", Some("ODD WORD")),
                ];
                let place = usize::try_from(self.chance() % 6).unwrap();
                (intent.state, intent.status) = here[place];
                intent.answer = Some(answer(&reference, intent.rupiah, None));
                "status"
            }
            // Paid here, and not there.
            7 => {
                let there = [
                    PaymentStatus::Pending,
                    PaymentStatus::Failed,
                    PaymentStatus::Refunded,
                ];
                row.status = Some(there[usize::try_from(self.chance() % 3).unwrap()].clone());
                "status"
            }
            _ => {
                self.rows.push(row.clone());
                "twice"
            }
        };
        self.intents.push(intent.sql());
        self.rows.push(row);
        self.expected.insert((reference, word));
    }

    /// Writes the intents into a journal's table, past the journal: it would take a while.
    pub(crate) async fn record(&self, url: &str) {
        let beside = beside(url).await;
        for some in self.intents.chunks(500) {
            write_intents(&beside, &some.join(", ")).await;
        }
        beside.close().await;
    }
}

/// What the provider has answered, as the journal writes it.
fn answer(reference: &str, rupiah: u64, paid: Option<DateTime<Utc>>) -> String {
    let money = |rupiah: u64| format!(r#"{{"amount":"{rupiah}","currency":"IDR"}}"#);
    let paid = paid.map_or_else(String::new, |paid| {
        format!(r#","paid_at":"{}""#, paid.to_rfc3339())
    });
    format!(
        r#"{{"provider_id":"id-{reference}","amount":{},"fees":{}{paid}}}"#,
        money(rupiah),
        money(rupiah / 100)
    )
}

impl Intent {
    fn sql(&self) -> String {
        let text = |text: Option<&str>| match text {
            Some(text) => format!("'{text}'"),
            None => "NULL".into(),
        };
        let finished = match self.finished {
            Some(at) if self.state != "open" => at.timestamp_millis().to_string(),
            _ => "NULL".into(),
        };
        let created = self.created.timestamp_millis();
        format!(
            "('{}', '{}', 1, '{}', '{}', {}, '{}', 'IDR', 1, 0, {created}, {created}, {finished}, \
             {created}, {}, 0, '{{}}', '{{}}', '{{}}', {}, '{{}}')",
            self.reference,
            self.account,
            self.kind,
            self.state,
            text(self.status),
            self.rupiah,
            u8::from(self.archived),
            text(self.answer.as_deref()),
        )
    }
}
