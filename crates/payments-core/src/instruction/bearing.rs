//! What news is to an instruction under the same reference.

use super::News;

/// What news is to an instruction under the same reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Bearing<A> {
    /// It tells what became of it.
    Answer(A),
    /// It tells of a refund that did not end in money that went back.
    Refund,
    /// It tells of something else: what this version does not model.
    Unmodelled,
    /// It tells of an instruction of another kind.
    Foreign,
}

impl<A> Bearing<A> {
    /// What news is that tells nothing of what became of an instruction.
    pub(crate) fn beside(news: &News) -> Self {
        match news {
            News::Unmodelled(_) => Self::Unmodelled,
            News::Refund(_) => Self::Refund,
            _ => Self::Foreign,
        }
    }

    /// The same of another view of the answer.
    pub fn map<B>(self, view: impl FnOnce(A) -> B) -> Bearing<B> {
        match self {
            Self::Answer(answer) => Bearing::Answer(view(answer)),
            Self::Refund => Bearing::Refund,
            Self::Unmodelled => Bearing::Unmodelled,
            Self::Foreign => Bearing::Foreign,
        }
    }
}
