//! `payments callbacks`: shows what `payments listen` has stored, and sends it again.

mod again;
mod application;
mod bytes;
mod look;
mod store;
mod told;

pub(crate) use self::{
    application::{Answered, Application, HOPS, shown},
    store::{Check, Store, Stored},
    told::Told,
};
use crate::{arguments::CallbacksCommand, failure::Failure, output::Output};

pub(crate) async fn run(command: CallbacksCommand, output: &Output) -> Result<(), Failure> {
    match command {
        CallbacksCommand::List(arguments) => look::list(&arguments, output),
        CallbacksCommand::Show(arguments) => look::show(&arguments, output),
        CallbacksCommand::Replay(arguments) => again::replay(arguments, output).await,
        CallbacksCommand::Resend(arguments) => again::resend(arguments, output).await,
    }
}
