//! What is printed of a payment, a bill, a top-up, a mandate, and of other news.

use std::collections::BTreeMap;

use payments::{
    AmountChange, BillInquiry, BillPayment, Mandate, MandateCharge, Name, News, Payment, Raw,
    Receipt, Refund, Topup, TopupRequest, Unmodelled, jakarta, printable,
};
use serde_json::Value;

use super::{Output, Rows};
use crate::failure::Failure;

impl Output {
    /// What a command that writes was answered; if that cannot be printed, the failure tells it.
    pub(crate) fn made(self, provider: Name, news: &News) -> Result<(), Failure> {
        self.told(provider, news, self.news(news))
    }

    /// As [`made`](Self::made), of a bill, with its receipt or without.
    pub(crate) fn paid(
        self,
        provider: Name,
        payment: BillPayment,
        receipt: bool,
    ) -> Result<(), Failure> {
        let printed = self.bill(&payment, receipt);
        self.told(provider, &payment.into(), printed)
    }

    pub(crate) fn told(
        self,
        provider: Name,
        news: &News,
        printed: Result<(), Failure>,
    ) -> Result<(), Failure> {
        printed.map_err(|failure| match news.reference() {
            Some(reference) => failure.answered(provider, reference, news.status_word()),
            None => failure,
        })
    }

    pub(crate) fn payment(self, payment: &Payment) -> Result<(), Failure> {
        if self.json {
            return self.json(payment);
        }
        let mut rows = Rows::about(&payment.reference);
        rows.add("status", Some(status(&payment.status, &payment.raw_status)));
        rows.add("method", Some(&payment.method));
        rows.add("amount", payment.amount);
        rows.add("captured", payment.captured);
        rows.add("went back", payment.refunded);
        rows.add("id", payment.provider_id.as_deref());
        for (name, id) in &payment.identifiers {
            rows.add(name, Some(id));
        }
        rows.add("created", payment.created_at.map(jakarta::text));
        rows.add("paid", payment.paid_at.map(jakarta::text));
        rows.add("expires", payment.expires_at.map(jakarta::text));
        rows.add("failure", payment.failure.as_ref().map(reason));
        for action in &payment.next_actions {
            rows.add("next", Some(action));
        }
        self.rows(payment.provider.as_str(), &rows)
    }

    /// `receipt`: whether somebody asked for it. It may hold a name, and the token of a meter is
    /// money.
    pub(crate) fn bill(self, payment: &BillPayment, receipt: bool) -> Result<(), Failure> {
        if self.json {
            let mut shown = payment.clone();
            if !receipt {
                shown.receipt = None;
                // It is in there, too.
                shown.raw = Raw::default();
            }
            return self.json(&shown);
        }
        if let Some(receipt) = Receipt::of_bill(payment).filter(|_| receipt) {
            return self.receipt(&receipt, &status(&payment.status, &payment.raw_status));
        }
        let receipt = shown(payment.receipt.as_deref(), receipt);
        let mut rows = Rows::about(&payment.bill.reference);
        rows.add("status", Some(status(&payment.status, &payment.raw_status)));
        rows.add("product", Some(&payment.bill.product));
        rows.add("amount", payment.amount);
        rows.add("cost", payment.cost);
        rows.add("fee", payment.fee);
        rows.add("receipt", receipt);
        rows.add("failure", payment.failure.as_ref().map(reason));
        self.rows(payment.provider.as_str(), &rows)
    }

    /// `sale`: what was asked for, where somebody wants its receipt. Whoever reads the token of a
    /// meter can use it.
    pub(crate) fn topup(self, topup: &Topup, sale: Option<&TopupRequest>) -> Result<(), Failure> {
        let receipt = sale.is_some();
        if self.json {
            let mut shown = topup.clone();
            if !receipt {
                shown.receipt = None;
                // It is in there, too.
                shown.raw = Raw::default();
            }
            return self.json(&shown);
        }
        if let Some(receipt) = sale.and_then(|sale| Receipt::of_topup(topup, sale)) {
            return self.receipt(&receipt, &status(&topup.status, &topup.raw_status));
        }
        let mut rows = Rows::about(&topup.reference);
        rows.add("status", Some(status(&topup.status, &topup.raw_status)));
        rows.add("product", Some(&topup.product));
        rows.add("price", topup.price);
        rows.add("receipt", shown(topup.receipt.as_deref(), receipt));
        rows.add("failure", topup.failure.as_ref().map(reason));
        self.rows(topup.provider.as_str(), &rows)
    }

    /// For whoever the receipt is of: with name, number and token, and who pays what to whom.
    fn receipt(self, receipt: &Receipt, status: &str) -> Result<(), Failure> {
        let mut rows = Rows::about(&receipt.reference);
        rows.add("status", Some(status));
        rows.add("product", Some(&receipt.product));
        rows.add("number", Some(&*receipt.customer_number));
        rows.add("name", receipt.customer_name.as_deref());
        rows.add(
            "token",
            receipt.token.as_ref().map(|token| in_fours(token.expose())),
        );
        rows.add("receipt", receipt.details.as_deref());
        rows.add("the customer pays the shop", receipt.customer_pays);
        rows.add("of it a fee of the provider", receipt.fee);
        rows.add("the shop paid the provider", receipt.merchant_pays);
        self.rows(receipt.provider.as_str(), &rows)
    }

    pub(crate) fn inquiry(self, provider: &str, inquiry: &BillInquiry) -> Result<(), Failure> {
        if self.json {
            return self.json(inquiry);
        }
        let mut rows = Rows::about(&inquiry.bill.reference);
        rows.add("product", Some(&inquiry.bill.product));
        rows.add("name", inquiry.customer_name.as_deref());
        rows.add("amount", inquiry.amount);
        rows.add("cost", inquiry.cost);
        rows.add("fee", inquiry.fee);
        self.rows(provider, &rows)
    }

    /// What is told of something that is no payment, bill or mandate.
    pub(crate) fn facts(
        self,
        provider: &str,
        facts: &BTreeMap<&'static str, Value>,
    ) -> Result<(), Failure> {
        let mut rows = Rows(Vec::new());
        for (name, value) in facts {
            let text = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            rows.add(&name.replace('_', " "), Some(text));
        }
        self.rows(provider, &rows)
    }

    pub(crate) fn mandate(self, mandate: &Mandate) -> Result<(), Failure> {
        if self.json {
            return self.json(mandate);
        }
        let mut rows = Rows::about(&mandate.reference);
        rows.add("status", Some(status(&mandate.status, &mandate.raw_status)));
        rows.add("id", mandate.provider_id.as_deref());
        rows.add("customer", mandate.customer_id.as_deref());
        rows.add("charged on", mandate.next_charge_on);
        for action in &mandate.next_actions {
            rows.add("next", Some(action));
        }
        self.rows(mandate.provider.as_str(), &rows)
    }

    fn charge(self, told: &MandateCharge) -> Result<(), Failure> {
        if self.json {
            return self.json(told);
        }
        let MandateCharge {
            charge, mandate, ..
        } = told;
        let mut rows = Rows::about(&mandate.reference);
        rows.add("charge", charge.provider_id.as_deref());
        rows.add("status", Some(status(&charge.status, &charge.raw_status)));
        rows.add("known by", Some(charge.proof.as_str()));
        rows.add("due on", charge.due_on);
        rows.add("amount", charge.amount);
        rows.add("failure", charge.failure.as_ref().map(reason));
        self.rows(mandate.provider.as_str(), &rows)
    }

    pub(crate) fn amount_change(self, change: &AmountChange) -> Result<(), Failure> {
        if self.json {
            return self.json(change);
        }
        let mut rows = Rows::about(&change.reference);
        rows.add("status", Some(&change.status));
        rows.add("mandate", Some(&change.mandate));
        rows.add("amount", Some(change.amount));
        rows.add("asked for", Some(change.date));
        rows.add("applied on", change.applied_on);
        self.rows(change.provider.as_str(), &rows)
    }

    pub(crate) fn news(self, news: &News) -> Result<(), Failure> {
        match news {
            News::Payment(payment) => self.payment(payment),
            News::Bill(payment) => self.bill(payment, false),
            News::Topup(topup) => self.topup(topup, None),
            News::Mandate(mandate) => self.mandate(mandate),
            News::AmountChange(change) => self.amount_change(change),
            News::Charge(told) => self.charge(told),
            News::Refund(refund) => self.refund(refund),
            News::Unmodelled(message) => self.unmodelled(message),
            _ => Ok(()),
        }
    }

    fn refund(self, refund: &Refund) -> Result<(), Failure> {
        if self.json {
            return self.json(refund);
        }
        let mut rows = Rows(Vec::new());
        rows.add("reference", refund.reference.as_ref());
        rows.add("id", Some(&refund.provider_id));
        rows.add("refund", Some(&refund.refund_id));
        rows.add("status", Some(status(&refund.status, &refund.raw_status)));
        rows.add("went back", Some(refund.amount));
        rows.add("captured", refund.captured);
        self.rows(refund.provider.as_str(), &rows)
    }

    fn unmodelled(self, message: &Unmodelled) -> Result<(), Failure> {
        if self.json {
            return self.json(message);
        }
        let mut rows = Rows(Vec::new());
        rows.add("status", Some("not modelled: never a success"));
        rows.add(
            "event",
            Some(&message.event).filter(|event| !event.is_empty()),
        );
        rows.add("reference", message.reference.as_ref());
        rows.add("id", message.provider_id.as_deref());
        rows.add("because", Some(&message.reason));
        self.rows(message.provider.as_str(), &rows)
    }
}

fn status(status: &impl ToString, raw: &str) -> String {
    let word = status.to_string();
    match printable::code(raw) {
        raw if raw.is_empty() || raw == word => word,
        raw => format!("{word} ({raw})"),
    }
}

/// A receipt, if somebody asked for it, or that there is one.
fn shown(receipt: Option<&str>, wanted: bool) -> Option<&str> {
    match (receipt, wanted) {
        (Some(text), true) => Some(text),
        (Some(_), false) => Some("there is one: --receipt shows it"),
        (None, _) => None,
    }
}

/// As a meter's display shows them.
fn in_fours(digits: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    let groups = digits.chunks(4).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join("-")
}

fn reason(failure: &payments::Failure) -> String {
    let meaning = failure.meaning.as_deref().or(failure.message.as_deref());
    let meaning = meaning.unwrap_or("no document says what it means");
    format!("{}: {meaning}", printable::code(&failure.code))
}
