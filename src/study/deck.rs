use std::collections::{BTreeSet, HashMap};

use super::{CardId, Memory, Renames};
use crate::content::{BlockKind, Course, Drill, Kind, Lesson, Question, QuestionId, Slug};

/// Every card of a course, in the course's order.
#[derive(Clone, Debug, Default)]
pub struct Deck {
    course: String,
    cards: Vec<Card>,
    places: HashMap<CardId, usize>,
    renames: Renames,
}

/// A card of a course.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its name in the log.
    pub id: CardId,
    /// The lesson in which it stands.
    pub lesson: Slug,
    /// What is asked.
    pub task: Task,
}

/// What a card asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// A question of the lesson; for a cloze, the blanks of one number.
    Question { id: QuestionId, blank: Option<u32> },
    /// A question that a simulator makes.
    Drill(Drill),
}

impl Deck {
    /// The cards of a course: questions, numbered blanks, drills.
    ///
    /// A question that only one language has is a card all the same.
    #[must_use]
    pub fn of(course: &Course) -> Deck {
        let mut deck = Deck { course: course.id.clone(), renames: Renames::of(course), ..Deck::default() };
        let in_order: BTreeSet<&Slug> = course.order().collect();
        let strays = course.lessons.keys().filter(|slug| !in_order.contains(slug));
        for slug in course.order().chain(strays) {
            let Some(texts) = course.lessons.get(slug) else { continue };
            for lang in &course.languages {
                if let Some(lesson) = &texts[*lang] {
                    deck.take(lesson);
                }
            }
        }
        deck
    }

    /// The cards in order.
    #[must_use]
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// A card by its id.
    #[must_use]
    pub fn card(&self, id: &CardId) -> Option<&Card> {
        self.places.get(id).and_then(|at| self.cards.get(*at))
    }

    /// The cards of a lesson, in order.
    pub fn of_lesson<'a>(&'a self, lesson: &'a Slug) -> impl Iterator<Item = &'a Card> {
        self.cards.iter().filter(move |card| card.lesson == *lesson)
    }

    /// The other cards of the same question.
    pub fn siblings<'a>(&'a self, id: &'a CardId) -> impl Iterator<Item = &'a CardId> {
        let at = self.places.get(id).copied().unwrap_or(self.cards.len());
        let same = move |card: &&Card| card.id.whole() == id.whole();
        let before = self.cards.iter().take(at).rev().take_while(same);
        let after = self.cards.iter().skip(at + 1).take_while(same);
        before.chain(after).map(|card| &card.id)
    }

    /// The id of the course.
    #[must_use]
    pub fn course(&self) -> &str {
        &self.course
    }

    /// What its lessons and questions were called before: give them to [`Memory::new`].
    #[must_use]
    pub fn renames(&self) -> &Renames {
        &self.renames
    }

    /// Cards of this course that were answered once and that no lesson has any more.
    #[must_use]
    pub fn orphans(&self, memory: &Memory) -> Vec<CardId> {
        let mut orphans: Vec<CardId> =
            memory.cards().map(|(id, _)| id).filter(|id| id.lesson().course() == self.course && !self.places.contains_key(*id)).cloned().collect();
        orphans.sort();
        orphans
    }

    fn take(&mut self, lesson: &Lesson) {
        for block in &lesson.blocks {
            match &block.kind {
                BlockKind::Question(question) => self.take_question(lesson, question),
                BlockKind::Drill(drill) => self.add(CardId::new(&self.course, &lesson.slug, &drill.id), lesson, Task::Drill(drill.clone())),
                _ => {}
            }
        }
    }

    fn take_question(&mut self, lesson: &Lesson, question: &Question) {
        let Kind::Cloze { blanks, .. } = &question.kind else {
            let id = CardId::new(&self.course, &lesson.slug, &question.id);
            return self.add(id, lesson, Task::Question { id: question.id.clone(), blank: None });
        };
        let numbers: BTreeSet<u32> = blanks.iter().map(|blank| blank.card).collect();
        for number in numbers {
            let id = CardId::blank(&self.course, &lesson.slug, &question.id, number);
            self.add(id, lesson, Task::Question { id: question.id.clone(), blank: Some(number) });
        }
    }

    /// Adds a card that is not there yet; the second language finds all of them there.
    fn add(&mut self, id: CardId, lesson: &Lesson, task: Task) {
        if self.places.contains_key(&id) {
            return;
        }
        self.places.insert(id.clone(), self.cards.len());
        self.cards.push(Card { id, lesson: lesson.slug.clone(), task });
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{course, event, lesson, review};
    use super::super::{Memory, Rating};
    use super::*;

    fn ids(deck: &Deck) -> Vec<&str> {
        deck.cards().iter().map(|card| card.id.as_str()).collect()
    }

    #[test]
    fn cards_stand_in_course_order() {
        let cloze =
            "+++\ntitle = \"T\"\n+++\n\n```quiz z\n{{c2::b}} {{c1::a}} {{c2::d}}\n```\n\n```drill cidr size level=2\n```\n\n```quiz q\nQ?\n\n= 1\n```\n";
        let deck = Deck::of(&course(&[("t/b", &lesson(&["x"])), ("t/a", cloze)]));
        assert_eq!(ids(&deck), ["c/t/b#x", "c/t/a#z/1", "c/t/a#z/2", "c/t/a#cidr-size", "c/t/a#q"]);
        let first = &deck.cards()[1].id;
        assert_eq!(deck.siblings(first).map(CardId::as_str).collect::<Vec<_>>(), ["c/t/a#z/2"]);
        assert!(matches!(&deck.card(&deck.cards()[3].id).unwrap().task, Task::Drill(drill) if drill.level == 2));
        assert_eq!(deck.of_lesson(&"t/b".into()).count(), 1);
    }

    #[test]
    fn a_card_whose_question_is_gone_is_an_orphan() {
        let deck = Deck::of(&course(&[("t/a", &lesson(&["x"]))]));
        let log = [event(1, 1, review("c/t/a#gone", Rating::Good)), event(2, 1, review("c/t/a#x", Rating::Good)), event(3, 1, review("d/t/a#y", Rating::Good))];
        let memory = Memory::of(deck.renames().clone(), &log);
        assert_eq!(deck.orphans(&memory), [CardId::from_text("c/t/a#gone")]);
    }
}
