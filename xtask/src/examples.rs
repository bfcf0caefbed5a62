//! Checks what the examples claim to be.

use crate::{normalize::Api, refusal::Outcome, source::Source};

/// Refuses an example of an operation or a callback that the API does not have.
pub(crate) fn check(source: &Source, api: &Api) -> Outcome<()> {
    for (name, example) in source.examples()? {
        let at = source.place(&format!("examples/{name}.json")).at("decodes");
        let decodes = example["decodes"].as_str().unwrap_or_default();
        let words: Vec<_> = decodes.split(' ').collect();
        let known = match words[..] {
            ["callback", name] => api.callbacks.iter().any(|callback| callback.name == name),
            ["operation", id, "request" | "response" | "refusal"] => {
                api.operations.iter().any(|operation| operation.id == id)
            }
            _ => {
                let forms = "operation <id> request, operation <id> response, \
                             operation <id> refusal or callback <Name>";
                return Err(at.refuse(format!("expected {forms}, got {decodes:?}")));
            }
        };
        if !known {
            return Err(at.refuse(format!("{decodes:?} names nothing here")));
        }
    }
    Ok(())
}
