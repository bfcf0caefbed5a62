//! The judgement of failures: how far a request got, and what its answer proves. Written once, for
//! every provider.

use std::error::Error as StdError;

use super::{
    bound::TooLarge,
    build_error::BuildError,
    judgement::{
        Judgement, Phase, by_phase, by_status, for_effect, nobodys_word, takes_the_providers_word,
    },
};
use crate::{
    call::{Call, Refusal},
    operation::Effect,
    read::Unreadable,
};
use http::HeaderMap;
use payments_core::{Error, ErrorKind, Outcome, Reference, SuggestedAction, printable};

impl Call<'_> {
    fn error(
        &self,
        kind: ErrorKind,
        outcome: Outcome,
        action: SuggestedAction,
        message: impl Into<String>,
    ) -> Error {
        let error = Error::new(kind, outcome, action, message)
            .with_provider(self.provider)
            .with_operation(self.operation.name);
        match self.reference.and_then(|text| Reference::new(text).ok()) {
            Some(reference) => error.with_reference(&reference),
            None => error,
        }
    }

    /// An error by a general rule, which differs for operations that only read.
    fn judged(&self, judgement: Judgement, message: impl Into<String>) -> Error {
        let (kind, outcome, action) = for_effect(judgement, self.operation.effect);
        self.error(kind, outcome, action, message)
    }

    /// A failure after which the provider's action is unknown.
    fn unknown(&self, kind: ErrorKind, message: impl Into<String>) -> Error {
        let judgement = (kind, Outcome::Unknown, SuggestedAction::AskByReference);
        self.judged(judgement, message)
    }
}

/// Judges a request that could not be made.
pub(super) fn unbuilt(call: &Call<'_>, error: BuildError) -> Error {
    let judged = call.judged(by_phase(Phase::Building, false), error.message);
    match error.source {
        Some(cause) => judged.with_source(cause),
        None => judged,
    }
}

/// Judges an answer that began and did not end.
pub(super) fn cut_off(call: &Call<'_>, cause: reqwest::Error) -> Error {
    let judgement = by_phase(Phase::Answering, cause.is_timeout());
    call.judged(judgement, "the answer was cut off")
        .with_source(cause.without_url())
}

/// Judges an answer that exceeds the limit, under any status: no provider documents one, so it may
/// come from anybody and proves nothing.
pub(super) fn too_large(
    call: &Call<'_>,
    status: u16,
    headers: &HeaderMap,
    cause: TooLarge,
) -> Error {
    let message = format!("{cause}, and was cut off there");
    let error = call
        .unknown(ErrorKind::Unreadable, message)
        .with_http_status(status)
        .with_source(cause);
    match super::wait::retry_after(headers) {
        Some(wait) => error.with_retry_after(wait),
        None => error,
    }
}

/// Judges a call that was never sent because no access token could be obtained: no money moved.
pub fn without_token(call: &Call<'_>, cause: Error) -> Error {
    let error = call.error(
        cause.kind(),
        Outcome::NotSent,
        cause.suggested_action(),
        "not sent, because an access token could not be had",
    );
    match cause.retry_after() {
        Some(wait) => error.with_retry_after(wait).with_source(cause),
        None => error.with_source(cause),
    }
}

/// Judges a success that could not be read.
pub fn unreadable(call: &Call<'_>, cause: Unreadable) -> Error {
    call.unknown(
        ErrorKind::Unreadable,
        format!("the answer cannot be read: {cause}"),
    )
    .with_source(cause)
}

/// Judges a success in an encoding that was not requested.
pub(super) fn encoded(call: &Call<'_>, encoding: &str) -> Error {
    let encoding = printable::message(encoding);
    call.unknown(
        ErrorKind::Unreadable,
        format!("the answer has the content encoding {encoding}, which is not read"),
    )
}

/// Judges an answer that is both a success and a refusal, or neither.
pub fn contradiction(call: &Call<'_>, status: u16, refusal: Refusal) -> Error {
    let message = refusal
        .message
        .unwrap_or_else(|| "the answer says neither yes nor no".into());
    let error = call
        .unknown(ErrorKind::Rejected, printable::message(&message))
        .with_http_status(status);
    match refusal.code {
        Some(code) => error.with_code(code),
        None => error,
    }
}

/// Judges a success without the expected access token.
pub fn no_token(call: &Call<'_>, status: u16) -> Error {
    let refusal = Refusal {
        code: None,
        message: Some("the answer holds no access token".into()),
    };
    contradiction(call, status, refusal)
}

/// Judges a connection that failed before an answer came. The cause shows whether the request was
/// written.
pub(super) fn broken(call: &Call<'_>, cause: reqwest::Error) -> Error {
    let timeout = cause.is_timeout();
    let (phase, message) = if cause.is_builder() {
        (Phase::Building, "the request cannot be built")
    } else if cause.is_connect() || was_never_written(&cause) {
        (Phase::Reaching, "the provider cannot be reached")
    } else if timeout {
        (Phase::Waiting, "no answer came in time")
    } else {
        (Phase::Waiting, "the connection broke before an answer came")
    };
    call.judged(by_phase(phase, timeout), message)
        .with_source(cause.without_url())
}

/// hyper reports a request as cancelled if it was returned before a connection began to write it.
fn was_never_written(cause: &(dyn StdError + 'static)) -> bool {
    std::iter::successors(Some(cause), |&cause| cause.source())
        .filter_map(|cause| cause.downcast_ref::<hyper::Error>())
        .any(hyper::Error::is_canceled)
}

/// Judges an answer that is not a success: by its code, then by the provider's rule for its status,
/// then by the general rule.
pub fn refused(call: &Call<'_>, status: u16, headers: &HeaderMap, body: &[u8]) -> Error {
    let error = judge(call, status, (call.codes.read)(body));
    match super::wait::retry_after(headers) {
        Some(wait) => error.with_retry_after(wait),
        None => error,
    }
}

/// Judges a refusal under any status: some providers refuse under 200.
pub fn judge(call: &Call<'_>, status: u16, refusal: Option<Refusal>) -> Error {
    let own_body = refusal.is_some();
    let Refusal { code, message } = refusal.unwrap_or_default();
    let known = code.as_deref().and_then(call.codes.info);

    // A code that says "nothing happened" under a status that says "something broke" proves
    // nothing.
    let proof = known.filter(|_| status < 500);
    let rule = call.codes.http.iter().find(|rule| rule.status == status);
    let general = by_status(status, own_body);
    let judgement = match (known, rule) {
        (Some(info), _) if proof.is_some() || info.outcome == Outcome::Unknown => {
            (info.kind, info.outcome, info.action)
        }
        (_, Some(rule)) => (rule.kind, rule.outcome, rule.action),
        (_, None) => general,
    };

    // A provider's own rule for a status also rests on the provider's word.
    let is_only_its_rule = rule.is_some() && general.1 == Outcome::Unknown;
    let is_nobodys = !own_body && (takes_the_providers_word(status) || is_only_its_rule);
    let judgement = match (is_nobodys, call.operation.effect) {
        (true, Effect::Writes) => nobodys_word(judgement),
        _ => judgement,
    };

    let message = message
        .or_else(|| known.map(|info| info.meaning.to_owned()))
        .unwrap_or_else(|| default_message(status).into());
    let error = call.judged(judgement, printable::message(&message));
    let error = match (known, code) {
        (Some(info), _) => error.with_documented_code(info.code),
        (None, Some(code)) => error.with_code(code),
        (None, None) => error,
    };
    let error = match proof {
        Some(info) => error.with_earlier(info.earlier),
        None => error,
    };
    error.with_http_status(status)
}

fn default_message(status: u16) -> &'static str {
    match status {
        401 => "the credentials were refused",
        403 => "the credentials do not allow this",
        404 => "there is nothing at this address",
        429 => "too many requests",
        500.. => "the provider has trouble",
        _ => "the provider refused without saying why",
    }
}

#[cfg(test)]
mod tests {
    use hyper::{Request, body::Bytes, client::conn::http1::handshake};
    use hyper_util::rt::TokioIo;
    use tokio::io::AsyncReadExt;

    use super::*;

    /// hyper's own body for tests: nothing to send.
    type Empty = http_body_util::Empty<Bytes>;

    #[tokio::test]
    async fn a_request_that_was_handed_back_unwritten_is_told_from_one_that_was_lost() {
        let (near, far) = tokio::io::duplex(1024);
        let (mut sender, connection) = handshake::<_, Empty>(TokioIo::new(near)).await.unwrap();
        drop((connection, far));
        let handed_back = sender.send_request(Request::new(Empty::new())).await;
        assert!(was_never_written(&handed_back.unwrap_err()));

        let (near, mut far) = tokio::io::duplex(1024);
        let (mut sender, connection) = handshake::<_, Empty>(TokioIo::new(near)).await.unwrap();
        tokio::spawn(connection);
        let server = tokio::spawn(async move { far.read_u8().await });
        let lost = sender.send_request(Request::new(Empty::new())).await;
        server.await.unwrap().unwrap();
        assert!(!was_never_written(&lost.unwrap_err()));
    }
}
