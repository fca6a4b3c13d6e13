//! The built-in course: nothing is wrong with it, and both languages keep in step.

use opsdrill::content::{self, Course, Problem};
use opsdrill::store::library;
use opsdrill::text::{Lang, Texts};

fn problems(course: &Course) -> Vec<Problem> {
    content::check(course, &opsdrill::cli::check::checks(true))
}

#[test]
fn the_built_in_course_has_no_problems() {
    let texts = Texts::of(Lang::En);
    let shown: Vec<String> = problems(&library::embedded())
        .iter()
        .map(|p| {
            let (line, column) = p.place();
            format!("{}:{line}:{column} {} {}", p.source.file, p.code, texts.say(&p.message))
        })
        .collect();
    assert!(shown.is_empty(), "{}", shown.join("\n"));
}

#[test]
fn every_lesson_stands_in_both_languages() {
    let course = library::embedded();
    assert!(!course.lessons.is_empty());
    for (slug, texts) in &course.lessons {
        for (lang, lesson) in texts.iter() {
            assert!(lesson.is_some(), "{slug} in {lang}");
        }
    }
}

#[test]
fn every_lesson_asks_and_not_only_for_choices() {
    for (slug, texts) in &library::embedded().lessons {
        let Some(lesson) = &texts[Lang::En] else { continue };
        let (choices, others): (Vec<_>, Vec<_>) = lesson.questions().partition(|q| matches!(q.kind, content::Kind::Choice(_) | content::Kind::Select(_)));
        assert!((3..=8).contains(&(choices.len() + others.len())), "{slug} has {} questions", choices.len() + others.len());
        assert!(!others.is_empty(), "{slug} asks only for choices");
    }
}

#[test]
fn the_course_is_whole() {
    let course = library::embedded();
    let order: Vec<_> = course.order().collect();
    assert_eq!(order.len(), course.lessons.len() + course.planned.len());
    for slug in order {
        assert!(course.lessons.contains_key(slug) || course.planned.contains_key(slug), "{slug}");
    }
}
