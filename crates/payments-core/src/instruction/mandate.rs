//! Asking a customer for a mandate, once.

use chrono::{NaiveDate, Utc};

use super::{
    Answer, Bearing, Called, Hint, Instruction, News, Status, charges, sealed::Sealed, unsupported,
};
use crate::{
    capabilities::{Capabilities, Lookup, Settlement},
    charge::Charge,
    error::{Result, SuggestedAction},
    jakarta,
    kind::Kind,
    mandate::{Mandate, MandateQuery, MandateRequest},
    mandates::Mandates,
    money::Money,
    options::ProviderOptions,
    payment::Customer,
    provider::Provider,
    raw::Raw,
    reference::Reference,
};

impl Sealed for MandateRequest {}
impl Sealed for Mandate {}

impl Instruction for MandateRequest {
    const KIND: Kind = Kind::Mandate;

    type Client<'c> = dyn Mandates + 'c;
    type Query = MandateQuery;
    type Answer = Mandate;

    fn reference(&self) -> &Reference {
        &self.reference
    }

    /// A mandate moves no money.
    fn amount(&self) -> Option<Money> {
        None
    }

    fn query_after(&self, told: Option<&Mandate>) -> MandateQuery {
        MandateQuery {
            provider_id: told.and_then(|told| told.provider_id.clone()),
            customer_id: told.and_then(|told| told.customer_id.clone()),
            ..MandateQuery::new(self.reference.clone())
        }
    }

    fn settlement(&self, of: &Capabilities) -> Result<Settlement> {
        Ok(of
            .mandates
            .ok_or_else(|| unsupported(of, "mandates"))?
            .settlement)
    }

    /// A create moves no money, and a mandate whose page was never shown produces no callback:
    /// where it cannot be looked up, the same request is sent again.
    fn advice(settlement: &Settlement) -> SuggestedAction {
        match (settlement.lookup, settlement.send_again) {
            (Lookup::ByReference | Lookup::ByRepeat, _) => SuggestedAction::AskByReference,
            (Lookup::ByProviderId, true) => SuggestedAction::RetryLater,
            (Lookup::ByProviderId, false) => SuggestedAction::AwaitCallback,
        }
    }

    fn check(&self, client: &Self::Client<'_>) -> Result<()> {
        client.check(self)
    }

    fn without_personal_data(&self) -> Self {
        Self {
            customer: Customer::default(),
            options: self
                .options
                .as_ref()
                .map(ProviderOptions::without_personal_data),
            ..self.clone()
        }
    }

    fn check_amounts(&self, _: &Mandate) -> Result<()> {
        Ok(())
    }

    fn bearing(&self, news: &News, _: Option<&Mandate>) -> Bearing<Mandate> {
        match news {
            News::Mandate(mandate) => Bearing::Answer((**mandate).clone()),
            News::Charge(told) => {
                let mut mandate = told.mandate.clone();
                mandate.charges = vec![told.charge.clone()];
                Bearing::Answer(mandate)
            }
            _ => Bearing::beside(news),
        }
    }

    fn answer_in(news: &News) -> Option<&Mandate> {
        match news {
            News::Mandate(mandate) => Some(mandate),
            _ => None,
        }
    }

    fn decided(&self, by: Provider, status: &Status) -> Option<Mandate> {
        let Status::Mandate(status) = status else {
            return None;
        };
        Some(Mandate::new(by, self.reference.clone(), status.clone(), ""))
    }

    fn hinted(hint: &Hint) -> Option<&MandateQuery> {
        match hint {
            Hint::Mandate(query) | Hint::Charge(query, _) => Some(query),
            _ => None,
        }
    }

    /// A claim about a charge is dropped unless it names every recorded id: a forger does not know
    /// them. The provider's own callbacks name both.
    fn hint_by_record(&self, hint: Hint, told: Option<&Mandate>) -> Hint {
        let (hinted, claim) = match hint {
            Hint::Mandate(hinted) => (hinted, None),
            Hint::Charge(hinted, claim) => (hinted, Some(claim)),
            another => return another,
        };
        let mut query = self.query_after(told);
        let names = |recorded: &Option<String>, named: &Option<String>| {
            recorded.is_none() || recorded == named
        };
        let is_of_it = names(&query.provider_id, &hinted.provider_id)
            && names(&query.customer_id, &hinted.customer_id);
        query.provider_id = query.provider_id.or(hinted.provider_id);
        query.customer_id = query.customer_id.or(hinted.customer_id);
        match claim.filter(|_| is_of_it) {
            Some(claim) => Hint::Charge(query, claim),
            None => Hint::Mandate(query),
        }
    }

    /// A mandate that has ended has no next charge. What is known of its charges is kept, and what
    /// the two answers show together is added.
    fn keep(&self, answer: &mut Mandate, told: &Mandate, before: Option<&Mandate>) {
        if !told.status.is_active() {
            answer.next_charge_on = told.next_charge_on;
        }
        answer.charges = charges::known(self, told, before);
    }

    fn call<'a>(&'a self, client: &'a Self::Client<'_>) -> Called<'a, Mandate> {
        client.create(self)
    }

    fn look_up<'a>(query: &'a MandateQuery, client: &'a Self::Client<'_>) -> Called<'a, Mandate> {
        client.get(query)
    }
}

impl Answer for Mandate {
    fn provider(&self) -> Provider {
        self.provider
    }

    fn reference(&self) -> &Reference {
        &self.reference
    }

    fn provider_id(&self) -> Option<&str> {
        self.provider_id.as_deref()
    }

    fn status(&self) -> Status {
        self.status.clone().into()
    }

    /// A mandate stays active from charge to charge: only the date of the next one distinguishes
    /// its news. If that date is not stated, the day of the answer does: there is at most one
    /// charge a day.
    fn distinction(&self) -> String {
        let answered = || self.answered_at.unwrap_or_else(Utc::now);
        let date = self
            .next_charge_on
            .unwrap_or_else(|| jakarta::day(answered()));
        format!("{}:{date}", self.status)
    }

    fn next_charge_on(&self) -> Option<NaiveDate> {
        self.next_charge_on
    }

    fn without_personal_data(&self) -> Self {
        Self {
            raw: Raw::default(),
            ..self.clone()
        }
    }

    fn charges(&self) -> &[Charge] {
        &self.charges
    }
}
