//! The ledger of moved money, which shows whether anybody was charged twice.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::{clock, money, payment::Payment, signature};

/// A name for an account, from which nobody learns its key: the same for the same key.
pub(crate) fn account_name(account: &str) -> String {
    signature::md5(account).chars().take(4).collect()
}

/// Which way the money went, seen from the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Debit,
    Refund,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Debit => "debit",
            Self::Refund => "refund",
        }
    }
}

#[derive(Debug)]
pub(crate) struct Row {
    kind: Kind,
    provider: &'static str,
    reference: String,
    method: String,
    id: String,
    amount: Decimal,
    currency: &'static str,
    time: DateTime<Utc>,
    account: String,
    /// Of the debits of one reference and account, from 1; each charge of a mandate is by itself.
    nth: u32,
}

/// One row each time money moved; rows are only ever added.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    rows: Vec<Row>,
    /// How often a reference of an account was debited.
    debits: HashMap<(&'static str, String, String), u32>,
    /// How many debits there are beyond the first of their reference.
    again: u64,
    /// So many rows the story has.
    noted: usize,
}

impl Ledger {
    pub(crate) fn record(&mut self, kind: Kind, payment: &Payment, time: DateTime<Utc>) {
        let about = &payment.reference;
        self.add(kind, payment, about, &payment.id, payment.amount, time);
    }

    /// A part of what was taken goes back.
    pub(crate) fn record_part(&mut self, payment: &Payment, part: Decimal, time: DateTime<Utc>) {
        let about = &payment.reference;
        self.add(Kind::Refund, payment, about, &payment.id, part, time);
    }

    /// One of the many charges of a mandate, under its own id and amount.
    pub(crate) fn record_charge(
        &mut self,
        kind: Kind,
        mandate: &Payment,
        id: &str,
        amount: Decimal,
        time: DateTime<Utc>,
    ) {
        self.add(kind, mandate, id, id, amount, time);
    }

    fn add(
        &mut self,
        kind: Kind,
        payment: &Payment,
        about: &str,
        id: &str,
        amount: Decimal,
        time: DateTime<Utc>,
    ) {
        let account = payment.account.clone();
        let place = (payment.provider, account, about.to_owned());
        let debits = self.debits.entry(place).or_default();
        if kind == Kind::Debit {
            *debits += 1;
            self.again += u64::from(*debits > 1);
        }
        let nth = *debits;
        self.rows.push(Row {
            account: account_name(&payment.account),
            nth,
            kind,
            provider: payment.provider,
            reference: payment.reference.clone(),
            method: payment.method.clone(),
            id: id.to_owned(),
            amount,
            currency: payment.currency,
            time,
        });
    }

    /// Place and time of the rows that were not asked for before.
    pub(crate) fn unnoted(&mut self) -> Vec<(usize, DateTime<Utc>)> {
        let new = self.rows.iter().enumerate().skip(self.noted);
        let new = new.map(|(place, row)| (place, row.time)).collect();
        self.noted = self.rows.len();
        new
    }

    pub(crate) fn at(&self, place: usize) -> Option<Value> {
        self.rows.get(place).map(Row::to_json)
    }

    /// How often money moved, and how often a reference was debited again.
    pub(crate) fn counts(&self) -> [u64; 2] {
        [self.rows.len() as u64, self.again]
    }

    /// Of one provider, or of one reference, or all.
    pub(crate) fn rows(
        &self,
        provider: Option<&str>,
        reference: Option<&str>,
    ) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| {
            provider.is_none_or(|provider| provider == row.provider)
                && reference.is_none_or(|reference| reference == row.reference)
        })
    }
}

impl Row {
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "kind": self.kind.word(),
            "provider": self.provider,
            "reference": self.reference,
            "method": self.method,
            "id": self.id,
            "amount": money::digits(self.amount),
            "currency": self.currency,
            "time": clock::utc_text(self.time),
            "account": self.account,
            "nth": self.nth,
        })
    }
}
