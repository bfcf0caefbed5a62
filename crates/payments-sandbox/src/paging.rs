//! Paging of lists in the control API: a list of a million rows must not block everything else.

use serde_json::Value;

use crate::{reply::Reply, request::Request};

/// The largest list that is shown whole, and the largest page.
const MOST: usize = 10_000;

/// How long a page is, if nobody says.
const USUAL: usize = 1_000;

/// The whole list, if it is short; of any other, those after the first `?after=`, `?limit=` of
/// them. Nobody gets a part who did not ask for one: a ledger that is cut silently would prove
/// anything.
pub(crate) fn page<T>(
    request: &Request,
    mut rows: impl Iterator<Item = T>,
    shown: impl FnMut(T) -> Value,
) -> Reply {
    let number = |name: &str| match request.query(name) {
        None => Ok(None),
        Some(text) => text.parse::<usize>().map(Some).map_err(|_| {
            let message = format!("\"{name}\" must be a whole number, not {text:?}");
            Reply::sandbox_error(400, message)
        }),
    };
    let (after, limit) = match (number("after"), number("limit")) {
        (Ok(after), Ok(limit)) => (after, limit),
        (Err(reply), _) | (_, Err(reply)) => return reply,
    };
    if after.is_some() || limit.is_some() {
        let limit = limit.unwrap_or(USUAL).min(MOST);
        let page = rows.skip(after.unwrap_or_default()).take(limit);
        return Reply::json(200, page.map(shown).collect());
    }
    let all: Vec<T> = rows.by_ref().take(MOST).collect();
    if rows.next().is_some() {
        let message = format!(
            "there are more than {MOST}: ask for pages with ?after=0&limit={USUAL}, until one is shorter"
        );
        return Reply::sandbox_error(400, message);
    }
    Reply::json(200, all.into_iter().map(shown).collect())
}
