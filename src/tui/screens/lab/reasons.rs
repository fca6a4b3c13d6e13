//! Which sections of the course explain an outcome.

use std::collections::HashSet;

use crate::content::{Anchor, Course, Slug, plain};
use crate::sim::Outcome;
use crate::text::Lang;
use crate::tui::effect::{Effect, Route};

/// A section that explains a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    slug: Slug,
    anchor: Anchor,
    /// The lesson's title.
    pub title: String,
    /// The section's heading; empty where the lesson lacks it.
    pub heading: String,
}

impl Reason {
    /// Opens it.
    #[must_use]
    pub fn open(&self) -> Vec<Effect> {
        vec![Effect::Go(Route::Reader { slug: self.slug.clone(), anchor: Some(self.anchor.clone()), lang: None, terms: None })]
    }
}

/// The sections that explain the codes of an outcome, in the order of the codes, each once.
#[must_use]
pub fn reasons(outcome: &Outcome, course: &Course, lang: Lang) -> Vec<Reason> {
    let codes = outcome.codes.iter().copied().chain(outcome.notices.iter().filter_map(|notice| notice.code));
    let mut seen = HashSet::new();
    codes.filter_map(|code| place(code, course)).filter(|place| seen.insert(*place)).map(|(slug, anchor)| reason(slug, anchor, course, lang)).collect()
}

/// The section that a lesson says explains the code; what it says stands in one language's front matter.
fn place<'a>(code: &str, course: &'a Course) -> Option<(&'a Slug, &'a Anchor)> {
    course.lessons.iter().find_map(|(slug, texts)| {
        let explains = texts.iter().filter_map(|(_, lesson)| lesson.as_ref()).flat_map(|lesson| &lesson.front.explains);
        explains.into_iter().find(|(explained, _)| explained == code).map(|(_, anchor)| (slug, anchor))
    })
}

fn reason(slug: &Slug, anchor: &Anchor, course: &Course, lang: Lang) -> Reason {
    let heading = course.lesson(slug, lang).and_then(|lesson| lesson.heading(anchor)).map(|text| plain(text)).unwrap_or_default();
    Reason { slug: slug.clone(), anchor: anchor.clone(), title: course.title_of(slug, lang).to_owned(), heading }
}
