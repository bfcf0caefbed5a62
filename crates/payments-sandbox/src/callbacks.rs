//! Queues callbacks for the merchant; a fault delivers one twice, late, after the next one,
//! unsigned, or not at all.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::{
    faults::{Effect, Manner, Operation, Says, Target, another},
    outbox::{About, Message, Plan},
    payment::Key,
    provider::Provider,
    tables,
    world::World,
};

/// Queues a callback about a payment.
pub(crate) fn notify(
    world: &mut World,
    provider: &dyn Provider,
    key: Key,
    message: Message,
    at: DateTime<Utc>,
) {
    if let Some(payment) = world.book.get(key) {
        let (account, reference) = (payment.account.clone(), payment.reference.clone());
        tell(world, provider, (Some(&account), &reference), message, at);
    }
}

/// Queues a callback of an account and a reference, as a fault wants it if it is hit; shows it.
pub(crate) fn tell(
    world: &mut World,
    provider: &dyn Provider,
    (account, reference): (Option<&str>, &str),
    mut message: Message,
    at: DateTime<Utc>,
) -> Value {
    let about = About {
        provider: provider.name(),
        pauses: provider.callback_pauses(),
        account,
        reference,
    };
    let target = Target::new(Operation::Callback, Some(reference.to_owned()));
    let hit = world.faults.take(provider.name(), &target);
    let mut plan = Plan::At(at);
    let mut again = None;
    let (fault, effect) = hit.unzip();
    message.fault = fault;
    match effect {
        Some(Effect::Request {
            says: Says::Changed(change),
            ..
        }) => {
            let body = message.body.clone();
            let bytes = change.apply(body, &provider.words(), &mut world.identifiers);
            prove(world, provider, &mut message, bytes);
        }
        Some(Effect::Request {
            says: Says::Late(milliseconds),
            ..
        }) => {
            let pause = i64::try_from(milliseconds).ok();
            let late = pause.and_then(TimeDelta::try_milliseconds);
            let late = late.and_then(|pause| at.checked_add_signed(pause));
            plan = Plan::At(late.unwrap_or(at));
        }
        Some(Effect::Told(Manner::Twice)) => again = Some(message.clone()),
        Some(Effect::Told(Manner::Swapped)) => plan = Plan::AfterNext,
        Some(Effect::Told(Manner::Dropped)) => {
            plan = Plan::Never("a fault dropped it".to_owned());
        }
        Some(Effect::Told(manner)) => spoil(provider, &mut message, manner),
        _ => {}
    }
    let shown = world.post(about, message, plan.clone());
    if let Some(again) = again {
        world.post(about, again, plan);
    }
    shown
}

/// The provider signs what it sends, however odd.
fn prove(world: &World, provider: &dyn Provider, message: &mut Message, bytes: Vec<u8>) {
    let signed = provider.proof_headers();
    message.headers.retain(|(name, _)| !signed.contains(name));
    let proof = provider.proof(&world.settings, &bytes);
    message.headers.extend(proof);
    message.instead = Some(bytes);
}

/// Takes the proof of the sender away, or makes a wrong one of it.
pub(crate) fn spoil(provider: &dyn Provider, message: &mut Message, manner: Manner) {
    let signed = provider.proof_headers();
    let forges = manner == Manner::Forged;
    match forges {
        true => {
            let proofs = message.headers.iter_mut();
            for (_, value) in proofs.filter(|(name, _)| signed.contains(name)) {
                *value = another(value);
            }
        }
        false => message.headers.retain(|(name, _)| !signed.contains(name)),
    }
    // Some hold the token in the body.
    let mut body = message.body.clone();
    for pointer in tables::kinds_of(provider.name()).flat_map(|kind| kind.token) {
        let Some((parent, name)) = pointer.rsplit_once('/') else {
            continue;
        };
        let parent = body.pointer_mut(parent).and_then(Value::as_object_mut);
        let Some(members) = parent.filter(|members| members.contains_key(name)) else {
            continue;
        };
        let wrong = members.remove(name).filter(|_| forges);
        if let Some(Value::String(token)) = wrong {
            members.insert(name.to_owned(), another(&token).into());
        }
    }
    if body != message.body {
        message.instead = Some(body.to_string().into_bytes());
    }
}
