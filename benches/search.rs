//! How long the index takes to build, and a query while it is typed; for the built-in course and one five times its size.

use std::sync::Arc;

use divan::Bencher;
use opsdrill::content::{Course, Slug};
use opsdrill::search::{Query, SearchIndex, scan};
use opsdrill::store::library;
use opsdrill::text::Lang;

/// The built-in course, and about as much as it will be when all lessons are written.
const COPIES: [usize; 2] = [1, 5];

/// Typed letter by letter, with what someone looks for in either language.
const TYPED: [&str; 6] =
    ["private subnet internet", "cold start timeout", "why is my bill so high", "가용 영역 서브넷", "콜드 스타트 줄이는 방법", "NAT 게이트웨이 요금 tag:cost"];

fn main() {
    divan::main();
}

/// The built-in course with each lesson so many times.
fn course(copies: usize) -> Course {
    let mut course = library::embedded();
    let lessons = course.lessons.clone();
    for copy in 1..copies {
        course.lessons.extend(lessons.iter().map(|(slug, texts)| (Slug::new(format!("{slug}-{copy}")), texts.clone())));
    }
    course
}

/// Every text that stood in the search field while a query was typed.
fn keystrokes() -> Vec<Query> {
    let ends = |text: &'static str| text.char_indices().map(move |(at, c)| &text[..at + c.len_utf8()]);
    let query = |text: &str| Query { text: text.to_owned(), lang: Lang::Ko, ..Query::default() };
    TYPED.into_iter().flat_map(ends).map(query).collect()
}

#[divan::bench(args = COPIES, sample_count = 20)]
fn build(bencher: Bencher, copies: usize) {
    let course = course(copies);
    bencher.bench(|| SearchIndex::build(&course));
}

#[divan::bench(args = COPIES, sample_count = 1000, sample_size = 1)]
fn keystroke(bencher: Bencher, copies: usize) {
    let index = Arc::new(SearchIndex::build(&course(copies)).expect("the built-in course can be searched"));
    let queries = keystrokes();
    let mut next = queries.iter().cycle();
    bencher.with_inputs(|| next.next().expect("a cycle does not end")).bench_local_values(|query| index.search(query, 20));
}

#[divan::bench(args = COPIES, sample_count = 100)]
fn scan_before_the_index(bencher: Bencher, copies: usize) {
    let course = course(copies);
    let query = Query { text: "private subnet".to_owned(), ..Query::default() };
    bencher.bench(|| scan(&course, &query, 20));
}
