use std::collections::{HashMap, HashSet};

use super::{CardId, LessonId};
use crate::content::{Course, Lesson, QuestionId, Slug};

/// What lessons and questions of a course were called before: memory follows a rename.
///
/// An old name that is in use again names what it names now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Renames {
    course: String,
    lessons: HashMap<Slug, Slug>,
    questions: HashMap<Slug, HashMap<QuestionId, QuestionId>>,
}

impl Renames {
    /// The renames that a course declares with `was`.
    #[must_use]
    pub fn of(course: &Course) -> Renames {
        let lessons = course.renamed.iter().filter(|(old, _)| !course.lessons.contains_key(*old)).map(|(old, new)| (old.clone(), new.clone()));
        let mut renames = Renames { course: course.id.clone(), lessons: lessons.collect(), questions: HashMap::new() };
        for (slug, texts) in &course.lessons {
            let old: HashMap<_, _> = texts.iter().filter_map(|(_, lesson)| lesson.as_deref()).flat_map(questions_of).collect();
            if !old.is_empty() {
                renames.questions.insert(slug.clone(), old);
            }
        }
        renames
    }

    /// The name that a lesson has now.
    #[must_use]
    pub fn lesson(&self, id: &LessonId) -> LessonId {
        if self.lessons.is_empty() || id.course() != self.course {
            return id.clone();
        }
        self.lessons.get(&id.slug()).map_or_else(|| id.clone(), |new| LessonId::new(&self.course, new))
    }

    /// The name that a card has now.
    #[must_use]
    pub fn card(&self, id: &CardId) -> CardId {
        if self.lessons.is_empty() && self.questions.is_empty() {
            return id.clone();
        }
        let before = id.lesson();
        if before.course() != self.course {
            return id.clone();
        }
        let lesson = self.lesson(&before);
        let question = QuestionId::new(id.question());
        let renamed = self.questions.get(&lesson.slug()).and_then(|old| old.get(&question));
        if lesson == before && renamed.is_none() {
            return id.clone();
        }
        let (slug, question) = (lesson.slug(), renamed.unwrap_or(&question));
        match id.number() {
            Some(number) => CardId::blank(&self.course, &slug, question, number),
            None => CardId::new(&self.course, &slug, question),
        }
    }
}

/// Old and new ids of a lesson's questions and drills, where the old one is free.
fn questions_of(lesson: &Lesson) -> Vec<(QuestionId, QuestionId)> {
    let questions = lesson.questions().map(|q| (&q.id, &q.was));
    let all: Vec<_> = questions.chain(lesson.drills().map(|d| (&d.id, &d.was))).collect();
    let live: HashSet<&QuestionId> = all.iter().map(|(id, _)| *id).collect();
    all.iter().filter_map(|(id, was)| was.as_ref().filter(|was| !live.contains(was)).map(|was| (was.clone(), (*id).clone()))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{card, course};
    use super::*;

    fn renamed() -> Renames {
        Renames::of(&course(&[
            (
                "t/new",
                "+++\ntitle = \"T\"\nwas = [\"t/old\"]\n+++\n\n```quiz q2 was=q1\nQ?\n\n---\n\nA\n```\n\n```quiz q4 was=q3\nQ?\n\n---\n\nA\n```\n\n```quiz q3\nQ?\n\n---\n\nA\n```\n",
            ),
            ("t/other", "+++\ntitle = \"T\"\n+++\n"),
        ]))
    }

    #[track_caller]
    fn check(before: &str, now: &str) {
        assert_eq!(renamed().card(&card(before)).as_str(), now);
    }

    #[test]
    fn memory_follows_a_rename_of_lesson_and_question() {
        check("c/t/old#q1", "c/t/new#q2");
        check("c/t/old#q2/3", "c/t/new#q2/3");
        check("c/t/new#q1", "c/t/new#q2");
        assert_eq!(renamed().lesson(&LessonId::from_text("c/t/old")).as_str(), "c/t/new");
    }

    #[test]
    fn everything_else_stays() {
        check("c/t/new#q2", "c/t/new#q2");
        check("c/t/other#q1", "c/t/other#q1");
        check("d/t/old#q1", "d/t/old#q1");
        check("c/t/new#q3", "c/t/new#q3"); // taken again by another question
    }
}
