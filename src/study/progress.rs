use std::collections::{BTreeMap, HashMap};

use super::event::Key;
use super::trail::Trail;
use super::{CardId, Event, EventId, LessonId, What};
use crate::content::Anchor;

/// How far a lesson has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LessonProgress {
    /// Never opened.
    #[default]
    Unread,
    /// Opened, up to the section; none before the first heading.
    Half(Option<Anchor>),
    /// Read to its end.
    Read,
}

/// Where the learner stopped reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The lesson.
    pub lesson: LessonId,
    /// The section on screen.
    pub section: Option<Anchor>,
    /// The code of the language that was on screen.
    pub lang: String,
}

/// What an event was about: where it must be taken out when it is undone.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    Card(CardId),
    Lesson(LessonId),
    None,
}

/// What the log says about reading.
#[derive(Clone, Debug, Default)]
pub(super) struct Lessons {
    lessons: HashMap<LessonId, Record>,
    places: BTreeMap<Key, (EventId, Place)>,
}

#[derive(Clone, Debug, Default)]
struct Record {
    trail: Trail<Deed>,
    progress: LessonProgress,
    enrolled: bool,
}

#[derive(Clone, Debug)]
enum Deed {
    Opened(Option<Anchor>),
    Read,
    Enrolled,
}

impl Lessons {
    pub fn take(&mut self, event: &Event, lesson: LessonId) -> Subject {
        let deed = match &event.what {
            What::Opened { section, .. } => Deed::Opened(section.clone()),
            What::Read { .. } => Deed::Read,
            What::Enrolled { .. } => Deed::Enrolled,
            What::Left { section, lang, .. } => {
                let place = Place { lesson: lesson.clone(), section: section.clone(), lang: lang.clone() };
                self.places.insert(event.key(), (event.id, place));
                return Subject::Lesson(lesson);
            }
            _ => return Subject::None,
        };
        let record = self.lessons.entry(lesson.clone()).or_default();
        record.trail.insert(event, deed);
        record.refold();
        Subject::Lesson(lesson)
    }

    pub fn forget(&mut self, lesson: &LessonId, target: EventId) {
        self.places.retain(|_, (id, _)| *id != target);
        let Some(record) = self.lessons.get_mut(lesson) else { return };
        record.trail.remove(target);
        record.refold();
        if record.trail.is_empty() {
            self.lessons.remove(lesson);
        }
    }

    pub fn progress(&self, lesson: &LessonId) -> LessonProgress {
        self.lessons.get(lesson).map(|record| record.progress.clone()).unwrap_or_default()
    }

    pub fn admits(&self, lesson: &LessonId) -> bool {
        self.lessons.get(lesson).is_some_and(|record| record.enrolled || record.progress == LessonProgress::Read)
    }

    pub fn place(&self) -> Option<&Place> {
        self.places.last_key_value().map(|(_, (_, place))| place)
    }
}

impl PartialEq for Lessons {
    fn eq(&self, other: &Lessons) -> bool {
        let known = |l: &Lessons| l.lessons.iter().map(|(id, r)| (id.clone(), (r.progress.clone(), r.enrolled))).collect::<HashMap<_, _>>();
        known(self) == known(other) && self.place() == other.place()
    }
}

impl Record {
    fn refold(&mut self) {
        self.progress = LessonProgress::Unread;
        self.enrolled = false;
        for deed in self.trail.iter() {
            match deed {
                Deed::Opened(section) if self.progress != LessonProgress::Read => self.progress = LessonProgress::Half(section.clone()),
                Deed::Opened(_) => {}
                Deed::Read => self.progress = LessonProgress::Read,
                Deed::Enrolled => self.enrolled = true,
            }
        }
    }
}
