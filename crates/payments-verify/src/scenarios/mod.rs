//! What is tried at each provider. A scenario says beforehand what it will do.

mod ciputra;
mod digiswitch;
mod fazz;
mod instamoney;
mod rpi;

use std::{future::Future, pin::Pin};

use payments::Name;

use crate::stage::Stage;

/// What a scenario does on a stage.
type Play = for<'a> fn(&'a mut Stage) -> Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// Something that is tried at a provider.
pub struct Scenario {
    /// Its name.
    pub name: &'static str,
    /// What it will do, for people, before it does it.
    pub does: &'static str,
    /// The largest sum that it asks of a customer, or pays, in rupiah.
    pub rupiah: u64,
    /// It only reads: nothing is made and no money can move.
    pub reads: bool,
    pub(crate) play: Play,
}

/// The scenarios of a provider, in the order in which they are played.
#[must_use]
pub fn scenarios(provider: Name) -> &'static [Scenario] {
    match provider {
        Name::Ciputra => ciputra::SCENARIOS,
        Name::Digiswitch => digiswitch::SCENARIOS,
        Name::Fazz => fazz::SCENARIOS,
        Name::Instamoney => instamoney::SCENARIOS,
        Name::Rpi => rpi::SCENARIOS,
        _ => &[],
    }
}

/// A reference made as long as wanted.
fn padded(reference: &str, length: usize) -> String {
    format!("{reference:0<length$}")
}

/// An async function of a stage as a plain one.
macro_rules! play {
    ($play:path) => {
        |stage| Box::pin($play(stage))
    };
}
pub(crate) use play;
