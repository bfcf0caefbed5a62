//! A body as it arrived, kept for later inspection.

use std::{borrow::Cow, fmt};

use hyper::body::Bytes;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{Holds, Read, Received, Shape, Tree, Unreadable, json, node::Node, text};
use payments_core::Raw;

/// The bytes of a body that was read. Clones share them.
#[derive(Clone)]
pub struct Arrived {
    body: Bytes,
    shape: &'static Shape,
}

impl Arrived {
    /// Keeps a body that is read as `T`.
    #[must_use]
    pub fn new<T: Received>(body: impl Into<Bytes>) -> Self {
        Self {
            body: body.into(),
            shape: T::SHAPE,
        }
    }

    /// The JSON at a pointer, without its secrets; the whole body for an empty pointer. It is
    /// parsed on demand.
    #[must_use]
    pub fn raw(&self, pointer: impl Into<Cow<'static, str>>) -> Raw {
        Raw::of(Part {
            of: self.clone(),
            pointer: pointer.into(),
        })
    }

    /// Each item of a list separately, with its JSON, so that an unreadable one does not lose the
    /// others. Empty if there is no such list.
    #[must_use]
    pub fn items<T: Received>(&self, list: &'static str) -> Vec<Item<T>> {
        let text = text(&self.body);
        let Ok(Node::Object(members)) = json::parse(&text) else {
            return Vec::new();
        };
        let items = members
            .into_iter()
            .find_map(|(name, node)| match node {
                Node::List(items) if name == list => Some(items),
                _ => None,
            })
            .unwrap_or_default();
        let items = items.into_iter().enumerate();
        items
            .map(|(index, node)| Item {
                read: Tree(node).read(),
                raw: self.raw(format!("/{list}/{index}")),
            })
            .collect()
    }
}

impl fmt::Debug for Arrived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Arrived(..)")
    }
}

/// An item of a list.
#[derive(Debug)]
#[non_exhaustive]
pub struct Item<T> {
    /// The item, or why it cannot be read.
    pub read: Result<Read<T>, Unreadable>,
    /// Its JSON.
    pub raw: Raw,
}

struct Part {
    of: Arrived,
    pointer: Cow<'static, str>,
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = text(&self.of.body);
        let mut json = json::parse(&text)
            .map(|node| node.value())
            .unwrap_or_default();
        without_secrets(&mut json, self.of.shape);
        json.pointer(&self.pointer).serialize(serializer)
    }
}

fn without_secrets(json: &mut Value, shape: &Shape) {
    let Some(members) = json.as_object_mut() else {
        return;
    };
    for member in shape.members {
        match &member.holds {
            Holds::Secret => {
                members.remove(member.name);
            }
            holds => {
                if let Some(below) = members.get_mut(member.name) {
                    within(below, holds);
                }
            }
        }
    }
}

fn within(json: &mut Value, holds: &Holds) {
    match holds {
        Holds::Object(shape) => without_secrets(json, shape),
        Holds::List(each) => {
            for item in json.as_array_mut().into_iter().flatten() {
                within(item, each);
            }
        }
        _ => {}
    }
}
