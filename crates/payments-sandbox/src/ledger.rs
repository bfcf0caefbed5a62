//! The money that moved: the judge of "never twice".

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::{clock, money, payment::Payment};

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
}

/// One row each time money moved; rows are only ever added.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    rows: Vec<Row>,
}

impl Ledger {
    pub(crate) fn record(&mut self, kind: Kind, payment: &Payment, time: DateTime<Utc>) {
        self.add(kind, payment, &payment.id, payment.amount, time);
    }

    /// A part of what was taken goes back.
    pub(crate) fn record_part(&mut self, payment: &Payment, part: Decimal, time: DateTime<Utc>) {
        self.add(Kind::Refund, payment, &payment.id, part, time);
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
        self.add(kind, mandate, id, amount, time);
    }

    fn add(
        &mut self,
        kind: Kind,
        payment: &Payment,
        id: &str,
        amount: Decimal,
        time: DateTime<Utc>,
    ) {
        self.rows.push(Row {
            kind,
            provider: payment.provider.name(),
            reference: payment.reference.clone(),
            method: payment.method.clone(),
            id: id.to_owned(),
            amount,
            currency: payment.currency,
            time,
        });
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
        })
    }
}
