//! The pages for people: the sandbox's own at `/`, and those for customers.

mod barcode;
mod customer;
mod scan;

use std::sync::LazyLock;

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

pub(crate) use customer::handle;
pub(crate) use scan::handle as scan;

use crate::reply::Reply;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("app.js");

/// One file, and what its script may do: talk to this server, and nothing else.
static HOME: LazyLock<(String, String)> = LazyLock::new(|| {
    let page = include_str!("index.html")
        .replace("/*STYLE*/", STYLE)
        .replace("/*SCRIPT*/", SCRIPT);
    let policy = policy(STYLE, SCRIPT, "connect-src 'self'; form-action 'none'");
    (page, policy)
});

/// Style and script are these and no others; nothing is loaded, and nobody frames the page.
fn policy(style: &str, script: &str, more: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; frame-ancestors 'none'; {more}",
        hash(style),
        hash(script),
    )
}

pub(crate) fn home() -> Reply {
    let (page, policy) = &*HOME;
    let policy = format!("{policy}; require-trusted-types-for 'script'; trusted-types 'none'");
    with_policy(Reply::html(page.clone()), policy)
}

fn with_policy(reply: Reply, policy: String) -> Reply {
    reply
        .with_header("content-security-policy", policy)
        .with_header("x-frame-options", "DENY")
        .with_header("x-content-type-options", "nosniff")
        // With none at all, a browser says "null" for the Origin of the page's own forms.
        .with_header("referrer-policy", "same-origin")
        .with_header("cache-control", "no-store")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_one_file_of_at_most_150_kb_that_loads_nothing() {
        let (page, _) = &*HOME;
        assert!(page.len() <= 150_000, "{}", page.len());
        assert!(page.contains("function follow"));
        for elsewhere in ["src=\"http", "href=\"http", "innerHTML", "eval("] {
            assert!(!page.contains(elsewhere), "{elsewhere}");
        }
        assert!(!STYLE.contains("@import") && !STYLE.contains("url("));
    }
}
