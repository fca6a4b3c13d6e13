//! What stands before and behind the text of a lesson: title and summary, sources, where to go from here.

use crate::content::{Course, Inline, Lesson, Referent, Slug, Target};
use crate::text::{Lang, Message as Sentence};
use crate::tui::widgets::prose::{Line, Prose, Setting, paragraph};

/// Title and summary, and a word where the lesson is not there in the reader's language.
#[must_use]
pub fn head(lesson: &Lesson, wanted: Lang, setting: &Setting) -> Prose {
    let theme = setting.theme;
    let mut prose = paragraph(&[text(&lesson.front.title)], theme.strong, setting);
    if !lesson.front.summary.is_empty() {
        prose.append(paragraph(&[text(&lesson.front.summary)], theme.muted, setting), &[], &[]);
    }
    if lesson.lang != wanted && setting.course.languages.contains(&wanted) {
        prose.blank(1);
        let only = Sentence::new("reader-only-in").with("language", lesson.lang.own_name());
        prose.append(paragraph(&[text(&setting.texts.say(&only))], theme.warn, setting), &[], &[]);
    }
    prose
}

/// Sources and the day on which they were read, then the lessons that build on this one and those that speak of it.
#[must_use]
pub fn tail(lesson: &Lesson, ways: &Ways, setting: &Setting) -> Prose {
    let mut prose = Prose::default();
    prose.push(Line::of(setting.theme.signs.line.repeat(5), setting.theme.muted));
    if !lesson.front.sources.is_empty() {
        let links = lesson.front.sources.iter().map(|l| Inline::Link { to: Target::Url(l.url.clone()), text: vec![text(&l.title)] }).collect();
        list("reader-sources", links, setting, &mut prose);
    }
    if let Some(day) = &lesson.front.checked {
        let checked = Sentence::new("reader-checked").with("date", day.clone());
        prose.append(paragraph(&[text(&setting.texts.say(&checked))], setting.theme.muted, setting), &[], &[]);
    }
    let links = |slugs: &[Slug]| slugs.iter().map(|slug| to_lesson(slug, setting)).collect::<Vec<_>>();
    list("reader-leads-to", links(&ways.leads_to), setting, &mut prose);
    list("reader-mentioned-in", links(&ways.mentioned_in), setting, &mut prose);
    if let Some(next) = &ways.next {
        list("reader-next", vec![to_lesson(next, setting)], setting, &mut prose);
    }
    prose
}

fn list(heading: &'static str, links: Vec<Inline>, setting: &Setting, prose: &mut Prose) {
    if links.is_empty() {
        return;
    }
    prose.blank(1);
    prose.push(Line::of(setting.texts.get(heading), setting.theme.muted));
    for link in links {
        prose.indented(paragraph(&[link], setting.theme.text, &setting.narrower(2)), 2);
    }
}

fn to_lesson(slug: &Slug, setting: &Setting) -> Inline {
    let title = setting.course.title_of(slug, setting.lang);
    Inline::Link { to: Target::Lesson { slug: slug.clone(), anchor: None }, text: vec![text(title)] }
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

/// Where one can go from a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// Lessons that ask for this one, in the course's order.
    pub leads_to: Vec<Slug>,
    /// Other lessons that link to it.
    pub mentioned_in: Vec<Slug>,
    /// The lesson before it.
    pub previous: Option<Slug>,
    /// The lesson after it.
    pub next: Option<Slug>,
}

impl Ways {
    /// The ways from a lesson; only written lessons are counted.
    #[must_use]
    pub fn of(course: &Course, slug: &Slug) -> Ways {
        let order: Vec<&Slug> = course.order().filter(|s| course.lessons.contains_key(*s)).collect();
        let at = order.iter().position(|s| *s == slug);
        let beside = |at: Option<usize>| at.and_then(|at| order.get(at)).map(|s| (*s).clone());
        let others = || order.iter().filter(|s| **s != slug).filter_map(|s| course.lesson(s, Lang::default()));
        let leads_to: Vec<Slug> = others().filter(|l| l.front.requires.contains(slug)).map(|l| l.slug.clone()).collect();
        let links = |lesson: &Lesson| lesson.references.iter().any(|r| matches!(&r.to, Referent::Link(Target::Lesson { slug: to, .. }) if to == slug));
        let mentioned_in = others().filter(|l| links(l) && !leads_to.contains(&l.slug)).map(|l| l.slug.clone()).collect();
        Ways { leads_to, mentioned_in, previous: beside(at.and_then(|at| at.checked_sub(1))), next: beside(at.map(|at| at + 1)) }
    }
}
