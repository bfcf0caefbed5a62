//! Form messages: `data[external_id]=order-1&data[status]=paid`.

use std::borrow::Cow;

use super::node::Node;

/// More pairs than any message has members.
const MOST: usize = 1000;

/// The members of a form; `None` if the text is not a form.
pub(super) fn parse(text: &str) -> Option<Node<'static>> {
    if !text.contains('=') || text.trim_start().starts_with(['{', '[', '<']) {
        return None;
    }
    let mut root = Vec::new();
    for (name, value) in form_urlencoded::parse(text.trim().as_bytes()).take(MOST) {
        let (first, inner) = name.split_once('[').unwrap_or((&name, ""));
        let inner = inner.strip_suffix(']').unwrap_or(inner);
        let steps = inner.split("][").filter(|step| !step.is_empty());
        let place = [first].into_iter().chain(steps);
        insert(&mut root, place, value.into_owned());
    }
    Some(Node::Object(root))
}

type Members = Vec<(Cow<'static, str>, Node<'static>)>;

/// Inserts a value. A second value for the same name is kept too, so that the duplicate is noticed.
fn insert<'n>(members: &mut Members, mut place: impl Iterator<Item = &'n str>, value: String) {
    let Some(mut name) = place.next() else {
        return;
    };
    let mut members = members;
    for deeper in place.by_ref().take(16) {
        let known = members
            .iter()
            .position(|(known, node)| known == name && matches!(node, Node::Object(_)));
        let index = known.unwrap_or(members.len());
        if known.is_none() {
            members.push((name.to_owned().into(), Node::Object(Vec::new())));
        }
        let Some((_, Node::Object(within))) = members.get_mut(index) else {
            return;
        };
        members = within;
        name = deeper;
    }
    members.push((name.to_owned().into(), Node::Text(value.into())));
}
