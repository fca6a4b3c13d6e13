//! The quality of search, on queries that people judged, and its door for machines.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use opsdrill::content::{Course, Slug};
use opsdrill::search::{Query, Rows, SearchIndex};
use opsdrill::store::library;
use serde::Deserialize;

const QUERIES: &str = include_str!("queries.jsonl");

/// What was measured, less a little. The rest are misspelt words, which are not yet repaired.
const BAR: f64 = 0.94;

/// A query and how well each lesson answers it, from 1 to 3.
#[derive(Deserialize)]
struct Judged {
    query: String,
    lessons: BTreeMap<String, u32>,
}

impl Judged {
    /// Whether every lesson that answers it well is written.
    fn applies_to(&self, course: &Course) -> bool {
        self.lessons.iter().all(|(slug, grade)| *grade < 2 || course.lessons.contains_key(&Slug::from(slug.as_str())))
    }

    /// Discounted cumulative gain at ten, over what the best order would gain.
    fn ndcg(&self, found: &[String]) -> f64 {
        let gain = |grades: &mut dyn Iterator<Item = u32>| {
            grades.take(10).zip(2..).map(|(grade, rank)| (2_f64.powi(grade as i32) - 1.0) / f64::from(rank).log2()).sum::<f64>()
        };
        let mut best: Vec<u32> = self.lessons.values().copied().collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        gain(&mut found.iter().map(|slug| self.lessons.get(slug).copied().unwrap_or(0))) / gain(&mut best.into_iter())
    }
}

fn lessons(index: &SearchIndex, query: &str) -> Vec<String> {
    let query = Query { text: query.to_owned(), rows: Rows::OneALesson, ..Query::default() };
    index.search(&query, 10).hits.iter().map(|hit| hit.slug.to_string()).collect()
}

#[test]
fn judged_queries_find_their_lessons() {
    let course = library::embedded();
    let index = SearchIndex::build(&course).unwrap();
    let judged = QUERIES.lines().map(|line| serde_json::from_str::<Judged>(line).unwrap()).filter(|judged| judged.applies_to(&course));
    let scores: Vec<(f64, String)> = judged.map(|judged| (judged.ndcg(&lessons(&index, &judged.query)), judged.query)).collect();
    let mean = scores.iter().map(|(score, _)| score).sum::<f64>() / scores.len() as f64;
    let worst: Vec<_> = scores.iter().filter(|(score, _)| *score < 0.8).collect();
    assert!(scores.len() >= 33, "only {} queries apply", scores.len());
    assert!(mean >= BAR, "nDCG@10 is {mean:.3}, below {BAR}; worst: {worst:#?}");
}

#[test]
fn what_a_nat_gateway_costs_is_asked_of_its_own_lesson_first() {
    let index = SearchIndex::build(&library::embedded()).unwrap();
    for query in ["NAT gateway cost", "nat gateway 요금", "나트 게이트웨이 비용"] {
        assert_eq!(lessons(&index, query).first().map(String::as_str), Some("vpc/nat-gateway"), "{query}");
    }
}

#[test]
fn what_explains_comes_before_what_asks() {
    let course = library::embedded();
    let index = SearchIndex::build(&course).unwrap();
    let own_words = |lesson: &opsdrill::content::Lesson| lesson.front.aliases.iter().chain([&lesson.front.title]).cloned().collect::<Vec<_>>();
    let (mut asking, mut all) = (Vec::new(), 0);
    for (lang, lesson) in course.lessons.values().flat_map(|texts| texts.iter()).filter_map(|(lang, lesson)| Some((lang, lesson.as_ref()?))) {
        for text in own_words(lesson) {
            all += 1;
            let query = Query { text: text.clone(), lang, ..Query::default() };
            let hits = index.search(&query, 1).hits;
            if hits.iter().any(|hit| hit.anchor.as_ref().is_some_and(|anchor| anchor.as_str() == "questions")) {
                asking.push(text);
            }
        }
    }
    assert!(asking.len() * 50 < all, "{} of {all}: {asking:?}", asking.len());
}

#[test]
fn a_batch_answers_every_line_and_goes_on_after_a_bad_one() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_opsdrill"));
    let mut child = program.args(["--lang", "en", "search", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let input = "{\"id\": 1, \"query\": \"route table\"}\nno JSON\n{\"id\": \"b\"}\n{\"id\": [2], \"query\": \"zzzzzz\"}\n";
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let answers: Vec<serde_json::Value> = String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(output.status.success());
    assert_eq!(answers.iter().map(|answer| answer["id"].to_string()).collect::<Vec<_>>(), ["1", "null", "\"b\"", "[2]"]);
    let hit = &answers[0]["hits"][0];
    assert!(hit["lesson"].is_string() && hit["title"].is_string() && hit["score"].as_f64() > Some(0.0) && hit["snippet"].is_string());
    assert!(answers[1]["error"]["message"].is_string() && answers[2]["error"]["code"] == "E_LINE");
    assert_eq!(answers[3]["hits"], serde_json::json!([]));
}

#[test]
fn nothing_found_is_exit_1_and_nothing_asked_exit_2() {
    let exit = |args: &[&str]| Command::new(env!("CARGO_BIN_EXE_opsdrill")).args(args).output().unwrap().status.code();
    assert_eq!(exit(&["search", "subnet"]), Some(0));
    assert_eq!(exit(&["search", "zzzzzz"]), Some(1));
    assert_eq!(exit(&["search", "--topic", "dynamodb"]), Some(0));
    assert_eq!(exit(&["search"]), Some(2));
}
