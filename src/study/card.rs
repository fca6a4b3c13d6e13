use std::fmt;
use std::sync::Arc;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::content::{QuestionId, Slug};
use crate::seed;

/// A card: `course/lesson#question`, with `/n` for the blanks of number `n` of a cloze.
///
/// It is the same in every language, so an edit of the wording or a change of language keeps the
/// card's memory.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CardId(Arc<str>);

/// A lesson of a course: `course/lesson`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LessonId(Arc<str>);

impl CardId {
    /// The card of a question or drill.
    #[must_use]
    pub fn new(course: &str, lesson: &Slug, question: &QuestionId) -> Self {
        CardId(format!("{course}/{lesson}#{question}").into())
    }

    /// The card of the blanks of one number of a cloze.
    #[must_use]
    pub fn blank(course: &str, lesson: &Slug, question: &QuestionId, number: u32) -> Self {
        CardId(format!("{course}/{lesson}#{question}/{number}").into())
    }

    /// A card by its text, as it stands in the log.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        CardId(text.into())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The lesson.
    #[must_use]
    pub fn lesson(&self) -> LessonId {
        LessonId(self.parts().0.into())
    }

    /// The question or drill in its lesson.
    #[must_use]
    pub fn question(&self) -> &str {
        self.parts().1
    }

    /// The number of the blanks, for a card of a cloze.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        self.parts().2
    }

    /// What stands before the number: equal for cards of one question.
    #[must_use]
    pub fn whole(&self) -> &str {
        let end = self.0.len() - self.number_length();
        &self.0[..end]
    }

    /// A number made of the card and `nonce`, the same on every machine: what shuffles choices and
    /// makes the numbers of a drill.
    ///
    /// FNV-1a over the text, then the finaliser of `SplitMix64`.
    #[must_use]
    pub fn seed(&self, nonce: u64) -> u64 {
        seed::mix(seed::hash(self.0.bytes()) ^ nonce.wrapping_mul(seed::GOLDEN))
    }

    pub(super) fn parts(&self) -> (&str, &str, Option<u32>) {
        let (lesson, question) = self.whole().split_once('#').unwrap_or((self.whole(), ""));
        let number = self.0[self.whole().len()..].get(1..).and_then(|n| n.parse().ok());
        (lesson, question, number)
    }

    /// The length of `/n` at the end.
    fn number_length(&self) -> usize {
        let Some((before, number)) = self.0.rsplit_once('/') else { return 0 };
        if before.contains('#') && number.parse::<u32>().is_ok() { number.len() + 1 } else { 0 }
    }
}

impl LessonId {
    /// A lesson of a course.
    #[must_use]
    pub fn new(course: &str, lesson: &Slug) -> Self {
        LessonId(format!("{course}/{lesson}").into())
    }

    /// A lesson by its text, as it stands in the log.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        LessonId(text.into())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The course.
    #[must_use]
    pub fn course(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// The lesson in its course.
    #[must_use]
    pub fn slug(&self) -> Slug {
        Slug::new(self.0.split_once('/').map_or("", |(_, slug)| slug))
    }
}

macro_rules! as_text {
    ($name:ident) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct AsText;
                impl Visitor<'_> for AsText {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(stringify!($name))
                    }

                    fn visit_str<E>(self, text: &str) -> Result<$name, E> {
                        Ok($name(text.into()))
                    }
                }
                from.deserialize_str(AsText)
            }
        }
    };
}
as_text!(CardId);
as_text!(LessonId);

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, lesson: &str, question: &str, number: Option<u32>) {
        let id = CardId::from_text(text);
        assert_eq!((id.lesson().as_str(), id.question(), id.number()), (lesson, question, number));
    }

    #[test]
    fn an_id_has_its_parts() {
        check("c/a/b#q", "c/a/b", "q", None);
        check("c/a/b#q/2", "c/a/b", "q", Some(2));
        check("c/a#q-1", "c/a", "q-1", None);
        check("c/a", "c/a", "", None);
        check("", "", "", None);
    }

    #[test]
    fn an_id_is_made_of_its_parts() {
        let (slug, question) = (Slug::from("vpc/nat"), QuestionId::from("where"));
        assert_eq!(CardId::new("c", &slug, &question).as_str(), "c/vpc/nat#where");
        let blank = CardId::blank("c", &slug, &question, 3);
        assert_eq!((blank.as_str(), blank.whole()), ("c/vpc/nat#where/3", "c/vpc/nat#where"));
        assert_eq!(blank.lesson(), LessonId::new("c", &slug));
        assert_eq!((blank.lesson().course(), blank.lesson().slug()), ("c", slug));
    }

    #[test]
    fn seeds_differ_by_card_and_nonce() {
        let (a, b) = (CardId::from_text("c/a#q"), CardId::from_text("c/a#r"));
        assert_ne!(a.seed(1), a.seed(2));
        assert_ne!(a.seed(1), b.seed(1));
        assert_eq!(a.seed(7), CardId::from_text("c/a#q").seed(7));
    }
}
