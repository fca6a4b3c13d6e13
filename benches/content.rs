//! How long it takes to read the built-in course: every lesson in both languages, from bytes to blocks.

use divan::Bencher;
use opsdrill::content::{Slug, Source, parse_lesson};
use opsdrill::store::library;
use opsdrill::text::Lang;

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 50)]
fn course(bencher: Bencher) {
    bencher.bench(library::embedded);
}

#[divan::bench(sample_count = 200)]
fn longest_lesson(bencher: Bencher) {
    let course = library::embedded();
    let lessons = course.lessons.values().flat_map(|texts| texts.iter().filter_map(|(_, lesson)| lesson.clone()));
    let Some(longest) = lessons.max_by_key(|lesson| lesson.source.len()) else { return };
    let (slug, source) = (Slug::from("a/b"), Source::new("a/b.md", longest.source.clone()));
    bencher.bench(|| parse_lesson(&source, &slug, Lang::En));
}
