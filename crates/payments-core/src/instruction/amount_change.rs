//! Changing the amount of one charge of a mandate, once.

use chrono::Utc;

use super::{
    Answer, Bearing, Called, Hint, Instruction, News, Status, sealed::Sealed, unsupported,
};
use crate::{
    amount_change::{AmountChange, AmountChangeRequest, AmountChangeStatus},
    capabilities::{Capabilities, Settlement},
    error::{Error, ErrorKind, Outcome, Result, SuggestedAction},
    jakarta,
    kind::Kind,
    mandate::{Mandate, MandateStatus},
    mandates::Mandates,
    money::Money,
    provider::Provider,
    raw::Raw,
    reference::Reference,
};

impl Sealed for AmountChangeRequest {}
impl Sealed for AmountChange {}

impl Instruction for AmountChangeRequest {
    const KIND: Kind = Kind::AmountChange;

    type Client<'c> = dyn Mandates + 'c;
    type Query = Self;
    type Answer = AmountChange;

    fn reference(&self) -> &Reference {
        self.reference()
    }

    fn after(&self) -> Option<Reference> {
        self.change_before()
    }

    /// A change moves no money; the charge says what it took.
    fn amount(&self) -> Option<Money> {
        None
    }

    fn query_after(&self, _: Option<&AmountChange>) -> Self {
        self.clone()
    }

    fn settlement(&self, of: &Capabilities) -> Result<Settlement> {
        of.mandates
            .and_then(|mandates| mandates.change)
            .ok_or_else(|| unsupported(of, "changes of amounts"))
    }

    fn check(&self, client: &Self::Client<'_>) -> Result<()> {
        client.check_change(self)
    }

    fn without_personal_data(&self) -> Self {
        self.clone()
    }

    fn check_amounts(&self, told: &AmountChange) -> Result<()> {
        let (asked, amount) = (self.amount(), told.amount);
        if amount != asked {
            return Err(Error::integrity("amount", &asked.to_string(), "another"));
        }
        match told.date == self.date() {
            true => Ok(()),
            false => Err(Error::integrity(
                "date",
                &self.date().to_string(),
                &told.date.to_string(),
            )),
        }
    }

    fn bearing(&self, news: &News, _: Option<&AmountChange>) -> Bearing<AmountChange> {
        match news {
            News::AmountChange(change) => Bearing::Answer((**change).clone()),
            _ => Bearing::beside(news),
        }
    }

    fn answer_in(news: &News) -> Option<&AmountChange> {
        match news {
            News::AmountChange(change) => Some(change),
            _ => None,
        }
    }

    fn decided(&self, by: Provider, status: &Status) -> Option<AmountChange> {
        let Status::AmountChange(status) = status else {
            return None;
        };
        let mut change = AmountChange::new(by, self, status.clone());
        change.applied_on = (*status == AmountChangeStatus::Applied).then(|| self.date());
        Some(change)
    }

    /// No callback reports a change.
    fn hinted(_: &Hint) -> Option<&Self> {
        None
    }

    fn hint_by_record(&self, hint: Hint, _: Option<&AmountChange>) -> Hint {
        hint
    }

    fn call<'a>(&'a self, client: &'a Self::Client<'_>) -> Called<'a, AmountChange> {
        client.change_amount(self)
    }

    fn look_up<'a>(request: &'a Self, client: &'a Self::Client<'_>) -> Called<'a, AmountChange> {
        Box::pin(async move {
            let mandate = client.get(request.mandate()).await?;
            by_mandate(request, &mandate)
        })
    }
}

/// What a mandate says about a change whose answer was lost. The provider does not return amounts,
/// so nothing shows that the change was applied. But while its date is that of the next charge, a
/// repeat sets the same amount for the same charge. "Not found" allows exactly that.
fn by_mandate(request: &AmountChangeRequest, mandate: &Mandate) -> Result<AmountChange> {
    let date = request.date();
    let error = |kind, outcome, action, message: String| {
        let error = Error::new(kind, outcome, action, message);
        Err(error.with_provider(mandate.provider))
    };
    let lives = matches!(
        mandate.status,
        MandateStatus::Pending | MandateStatus::Active
    );
    if lives && mandate.next_charge_on == Some(date) {
        return error(
            ErrorKind::NotFound,
            Outcome::Refused,
            SuggestedAction::RetryLater,
            format!("{date} is the date of the next charge: the change may be made again"),
        );
    }
    let answered_on = jakarta::day(mandate.answered_at.unwrap_or_else(Utc::now));
    let has_ended = matches!(
        mandate.status,
        MandateStatus::Completed
            | MandateStatus::Rejected
            | MandateStatus::Expired
            | MandateStatus::Terminated
    );
    if has_ended && answered_on < date {
        let void = AmountChangeStatus::Void;
        return Ok(AmountChange::new(mandate.provider, request, void));
    }
    error(
        ErrorKind::Rejected,
        Outcome::Unknown,
        SuggestedAction::AskByReference,
        format!(
            "{date} is not the date of the next charge, so the change cannot be made again; the \
             amount of the charge tells whether it was made"
        ),
    )
}

impl Answer for AmountChange {
    fn provider(&self) -> Provider {
        self.provider
    }

    fn reference(&self) -> &Reference {
        &self.reference
    }

    fn provider_id(&self) -> Option<&str> {
        None
    }

    fn status(&self) -> Status {
        self.status.clone().into()
    }

    fn without_personal_data(&self) -> Self {
        Self {
            raw: Raw::default(),
            ..self.clone()
        }
    }
}
