//! How news relates to an instruction with the same reference.

use super::News;

/// How news relates to an instruction with the same reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Bearing<A> {
    /// It is an answer: it says what became of it.
    Answer(A),
    /// It is about a refund in which no money went back.
    Refund,
    /// It is about something that this version does not model.
    Unmodelled,
    /// It is about an instruction of another kind.
    Foreign,
}

impl<A> Bearing<A> {
    /// How news relates that does not say what became of an instruction.
    pub(crate) fn beside(news: &News) -> Self {
        match news {
            News::Unmodelled(_) => Self::Unmodelled,
            News::Refund(_) => Self::Refund,
            _ => Self::Foreign,
        }
    }

    /// Converts the answer.
    pub fn map<B>(self, view: impl FnOnce(A) -> B) -> Bearing<B> {
        match self {
            Self::Answer(answer) => Bearing::Answer(view(answer)),
            Self::Refund => Bearing::Refund,
            Self::Unmodelled => Bearing::Unmodelled,
            Self::Foreign => Bearing::Foreign,
        }
    }
}
