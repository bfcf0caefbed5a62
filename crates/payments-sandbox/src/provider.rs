//! The trait that every simulated provider implements.

use std::fmt;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::{
    code::Code,
    faults::{Target, Words},
    identifiers::Identifiers,
    outbox::Headers,
    payment::{Action, Conflict, Key, Payment, State},
    reply::Reply,
    request::Request,
    settings::Settings,
    world::World,
};

/// How the customer comes to pay.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// In an app or on a page, whose name stands in the method.
    Wallet,
    /// By a transfer to an account that is this payment's own.
    Account { bank: String, number: String },
    /// With cash, at the till of an outlet.
    Outlet { name: String, code: String },
    /// By scanning.
    Qr,
    /// The merchant pays a bill of the customer.
    Bill,
    /// The customer permits charges again and again.
    Mandate,
}

/// The rules of one provider; what it remembers lives in [`World::memories`].
pub(crate) trait Provider: Sync {
    /// Also the first segment of its paths.
    fn name(&self) -> &'static str;

    /// Which operation a request is and for which reference, so that faults can be aimed.
    fn target(&self, world: &World, request: &Request) -> Option<Target>;

    /// Whose request it is, as far as it says so: also where it is refused for another reason.
    fn account(&self, world: &World, request: &Request) -> Option<String>;

    /// The key of a request, which must end with the sandbox's token where there is one; empty if
    /// the request has no key. `None` if callbacks prove nothing, or if the token is the key that
    /// signs requests.
    fn key(&self, request: &Request) -> Option<String>;

    /// Authenticates, validates, acts and answers.
    fn handle(&self, world: &mut World, request: &Request) -> Reply;

    /// Does what the customer or the channel does; `at` is when it happens.
    fn act(
        &self,
        world: &mut World,
        key: Key,
        action: Action,
        at: DateTime<Utc>,
    ) -> Result<(), Conflict>;

    /// Called after each change of state: tells the merchant.
    fn announce(&self, world: &mut World, key: Key, at: DateTime<Utc>);

    /// The provider's own word for where the payment stands.
    fn status(&self, payment: &Payment) -> &'static str;

    /// How the provider says that something broke on its side.
    fn outage(&self, status: u16) -> Reply;

    /// How the provider answers one of the codes that its tables list, under this HTTP status or
    /// the one that is printed beside it.
    fn refusal(
        &self,
        world: &mut World,
        request: &Request,
        code: &Code,
        http: Option<u16>,
    ) -> Reply;

    /// Where its bodies say what, so that a fault can tell it wrongly.
    fn words(&self) -> Words;

    /// The faults of a capture that its documents have words for.
    fn captures(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether it sells products whose prices it sets, and may raise.
    fn has_prices(&self) -> bool {
        false
    }

    /// From now on its products cost so much more.
    fn raise_prices(&self, _: &mut World, _: Decimal) {}

    /// Whether they have words for this payment.
    fn can_give_back(&self, _: &Payment) -> bool {
        !self.captures().is_empty()
    }

    /// Makes the next charge of a mandate, and tells the merchant.
    fn charge(&self, _: &mut World, _: Key, _: DateTime<Utc>) -> Result<(), Conflict> {
        Err(Conflict("this provider has no mandates".to_owned()))
    }

    /// Gives all of the last capture back, and tells the merchant.
    fn void(&self, _: &mut World, _: Key, _: DateTime<Utc>) -> Result<(), Conflict> {
        Err(Conflict("this provider gives nothing back".to_owned()))
    }

    /// Gives a part of a capture back, and tells the merchant.
    fn refund(
        &self,
        _: &mut World,
        _: Key,
        _part: Decimal,
        _: DateTime<Utc>,
    ) -> Result<(), Conflict> {
        Err(Conflict("this provider gives no part back".to_owned()))
    }

    /// Seconds from one attempt to deliver a callback to the next.
    fn callback_pauses(&self) -> &'static [i64];

    /// Where callbacks go when the payment itself names no URL.
    fn dashboard_url<'a>(&self, settings: &'a Settings) -> Option<&'a str>;

    /// The token that some of its callbacks hold in the body.
    fn token<'a>(&self, _: &'a Settings) -> Option<&'a str> {
        None
    }

    /// The headers that prove who sent a callback with this body.
    fn proof(&self, _: &Settings, _body: &[u8]) -> Headers {
        Headers::new()
    }

    /// The names of these headers, whether there is a secret or not.
    fn proof_headers(&self) -> &'static [&'static str] {
        &[]
    }

    /// The headers that tell one delivery from another.
    fn marks(&self, _: &mut Identifiers) -> Headers {
        Headers::new()
    }

    /// The request with which the page's own shop buys, or asks for what it bought; `None` where
    /// that shop does not sell by this provider.
    fn shop(&self, _: &World, _reference: &str, _buys: bool) -> Option<Request> {
        None
    }

    /// What the customer can click on the page: yes and no.
    fn choices(&self) -> [&'static str; 2] {
        ["Pay", "Decline"]
    }

    /// How the customer comes to pay.
    fn lead(&self, _: &Payment) -> Lead {
        Lead::Wallet
    }

    /// The charges of a mandate; a payment has none.
    fn charges(&self, _: &Payment) -> Option<Value> {
        None
    }

    /// Whether the payment's page has anything to click.
    fn customer_may_act(&self, payment: &Payment) -> bool {
        payment.state == State::Pending
    }
}

impl fmt::Debug for dyn Provider {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
