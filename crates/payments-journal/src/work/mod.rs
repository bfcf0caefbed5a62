//! Working on recorded intents: by the caller, by workers, and by a person's decision.

mod deed;
mod drive;
mod due;
mod execute;
mod executed;
mod living;
mod providers;
mod record;
mod recover;
mod resolve;
mod round;

pub use due::{Due, Task};
pub use executed::Executed;
pub use providers::Providers;
pub(crate) use recover::no_client;
pub use resolve::Decision;
pub(crate) use round::Round;
