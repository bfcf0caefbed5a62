//! `payments explain`: explains a body from standard input, or a code.

use std::io::Read;

use clap::{Args, Subcommand};
use payments::provider::explain::{Explanation, Listed, Meaning, Unexplained};
use payments::{EarlierTry, Error, Name, Outcome};
use serde_json::json;

use crate::{
    failure::Failure,
    output::{Output, data, error_json},
};

#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct ExplainArguments {
    #[command(subcommand)]
    pub(crate) code: Option<ExplainCommand>,
    #[command(flatten)]
    pub(crate) body: Option<ExplainBodyArguments>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExplainCommand {
    /// Explain a code of a provider: what it means, whether money may have moved, what to do
    Code(ExplainCodeArguments),
}

#[derive(Args, Debug)]
pub(crate) struct ExplainCodeArguments {
    /// The provider
    #[arg(value_parser = crate::providers::parser())]
    pub(crate) provider: Name,
    /// The code, such as DUPLICATE_ERROR
    pub(crate) code: String,
}

#[derive(Args, Debug)]
pub(crate) struct ExplainBodyArguments {
    /// The provider
    #[arg(value_parser = crate::providers::parser())]
    pub(crate) provider: Name,
    /// An operation of the provider, or callback
    pub(crate) what: String,
    /// The HTTP status that the body came with
    #[arg(long, default_value_t = 200)]
    pub(crate) status: u16,
}

pub(crate) fn run(arguments: &ExplainArguments, output: &Output) -> Result<(), Failure> {
    match (&arguments.code, &arguments.body) {
        (Some(ExplainCommand::Code(arguments)), _) => code(arguments, output),
        (None, Some(arguments)) => body(arguments, output),
        (None, None) => Err(Failure::usage(
            "name a provider and an operation, or a code",
        )),
    }
}

/// What a code means, by the provider's table.
fn code(arguments: &ExplainCodeArguments, output: &Output) -> Result<(), Failure> {
    let (provider, code) = (arguments.provider, &*arguments.code);
    let dictionary = provider.dictionary();
    let Some(info) = (dictionary.codes.info)(code) else {
        return Err(
            Failure::usage(format!("{provider} documents no code {code:?}")).advise(
                "an unknown code leaves the outcome unknown, unless its HTTP status decides",
            ),
        );
    };
    let action = info.action.advice();
    let help = Error::new(info.kind, info.outcome, info.action, info.meaning)
        .with_provider(dictionary.provider)
        .with_documented_code(info.code)
        .help_url();
    if output.is_json() {
        return output.json(&json!({ "provider": provider.as_str(), "code": info, "help": help }));
    }
    let money = match info.outcome {
        Outcome::Refused => "refused: the request had no effect",
        _ => "unknown: the request may have had an effect",
    };
    let earlier = match info.earlier {
        EarlierTry::Exists => "it arrived",
        EarlierTry::Failed => "it failed",
        EarlierTry::Nothing => "-",
    };
    let listed = info.listed.iter().map(|listing| match listing.http {
        Some(status) => format!("{} (HTTP {status})", listing.table),
        None => listing.table.to_owned(),
    });
    let rows = [
        ["means", info.meaning],
        ["outcome", money],
        ["earlier", earlier],
        ["advice", action],
        ["listed", &listed.collect::<Vec<_>>().join("; ")],
        ["help", &help],
    ];
    data(&format!("{provider} {}", info.code))?;
    for [name, text] in rows {
        data(&format!("  {name:<7}  {text}"))?;
    }
    Ok(())
}

fn body(arguments: &ExplainBodyArguments, output: &Output) -> Result<(), Failure> {
    let mut body = Vec::new();
    std::io::stdin()
        .read_to_end(&mut body)
        .map_err(|error| Failure::failed("standard input cannot be read").caused_by(error))?;
    let dictionary = arguments.provider.dictionary();
    let explanation = match arguments.what.as_str() {
        "callback" => dictionary.callback(&body),
        operation => dictionary.answer(operation, arguments.status, &body),
    };
    match explanation {
        Ok(explanation) => print(&explanation, arguments, output),
        Err(error @ Unexplained::NoSuchOperation(_)) => Err(Failure::usage(format!(
            "{} has no {:?}: {error}",
            arguments.provider.as_str(),
            arguments.what
        ))),
        Err(error) => {
            let failure = Failure::failed(format!("the body does not decode: {error}"));
            Err(match arguments.what.as_str() {
                "callback" => failure,
                _ => failure.advise(
                    "as the answer to a call, it would leave the outcome unknown: ask by reference",
                ),
            })
        }
    }
}

fn print(
    explanation: &Explanation,
    arguments: &ExplainBodyArguments,
    output: &Output,
) -> Result<(), Failure> {
    let provider = arguments.provider.as_str();
    let error = explanation.error.as_ref();
    if output.is_json() {
        return output.json(&json!({
            "provider": provider,
            "what": arguments.what,
            "callback": explanation.callback,
            "type": explanation.type_name,
            "understood": explanation.understood,
            "left_out": explanation.left_out,
            "news": explanation.news,
            "more": more(&explanation.more),
            "error": error.map(error_json),
        }));
    }
    let kind = match explanation.callback.as_deref() {
        Some("") => "a callback that is not modelled".to_owned(),
        Some(callback) => format!("a {callback} callback"),
        None if error.is_some() => format!("a refusal of {}", arguments.what),
        None => format!("the answer of {}", arguments.what),
    };
    data(&format!(
        "{provider}: {kind}, read as {}",
        explanation.type_name
    ))?;
    output.json(&explanation.understood)?;
    if let Some(error) = error {
        data(&format!("outcome {}: {error}", error.outcome()))?;
        data(&format!(
            "what to do: {}",
            error.suggested_action().advice()
        ))?;
    }
    for left_out in &explanation.left_out {
        data(&format!("left out: {left_out}"))?;
    }
    if let Some(news) = &explanation.news {
        output.news(news)?;
    }
    match &explanation.more {
        Meaning::Inquiry(inquiry) => output.inquiry(provider, inquiry),
        Meaning::Facts(all) => all
            .iter()
            .try_for_each(|facts| output.facts(provider, facts)),
        Meaning::Balance(balance) => data(&format!("balance {balance}")),
        Meaning::List(listed) => listed.iter().try_for_each(|one| match one {
            Listed::News(news) => output.news(news),
            Listed::Error(error) => data(&format!("one that cannot be read: {error}")),
        }),
        _ => Ok(()),
    }
}

fn more(meaning: &Meaning) -> Option<&Meaning> {
    (!matches!(meaning, Meaning::Nothing)).then_some(meaning)
}
