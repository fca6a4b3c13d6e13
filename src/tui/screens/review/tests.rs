//! A review on a stage: keys in, records and pictures out.

use crate::content::{Course, Prices, parse_course};
use crate::study::{CardId, LessonId, Rating, What};
use crate::text::Lang;
use crate::tui::effect::{Effect, Route};
use crate::tui::message::Message;
use crate::tui::snapshot::{DAY, SIZES, Stage, check};

const LESSON: &str = "+++\ntitle = \"Post\"\nsummary = \"Letters.\"\n+++\n\nText.\n\n## Questions {#questions}\n\n```quiz who fixed\nWho empties the box?\n\n- [ ] The sender\n  - The sender fills it.\n- [x] Somebody\n- [ ] Nobody\n\n> Twice a day.\n```\n\n```quiz why\nWhy a box?\n\n---\n\nSo that nobody waits.\n```\n\n```quiz how-much\nWhat is a stamp?\n\n= 1\n```\n";
const LESSON_KO: &str = "+++\ntitle = \"우편\"\nsummary = \"편지.\"\n+++\n\n글.\n\n## 문제 {#questions}\n\n```quiz who fixed\n우체통은 누가 비울까?\n\n- [ ] 보내는 사람\n  - 보내는 사람은 채우는 쪽이다.\n- [x] 누군가\n- [ ] 아무도\n\n> 하루 두 번.\n```\n\n```quiz why\n왜 우체통인가?\n\n---\n\n아무도 기다리지 않게.\n```\n\n```quiz how-much\n우표는 얼마인가?\n\n= 1\n```\n";
const MANIFEST: &str = "id = \"toy\"\ntitle = { en = \"Toys\", ko = \"장난감\" }\nlanguages = [\"en\", \"ko\"]\nregion = \"ap-northeast-2\"\n[[part]]\nid = \"only\"\ntitle = { en = \"Only\", ko = \"하나\" }\n[[part.module]]\ntitle = { en = \"Letters\", ko = \"편지\" }\nlessons = [\"toy/post\"]\n";

fn course() -> Course {
    let files = [("course.toml", MANIFEST), ("toy/post.md", LESSON), ("toy/post.ko.md", LESSON_KO)];
    parse_course("toy", files, std::sync::Arc::new(Prices::default()))
}

/// A session over the three new cards of a lesson that has been read.
fn begun(size: (u16, u16), lang: Lang) -> Stage {
    let mut stage = Stage::with(course(), Route::Home, size, lang);
    stage.record(What::Read { lesson: LessonId::new("toy", &"toy/post".into()) });
    stage.keys("r");
    stage
}

fn stage() -> Stage {
    begun((80, 24), Lang::En)
}

fn reviews(stage: &Stage) -> Vec<(String, Rating, Option<Rating>)> {
    let reviews = stage.recorded().into_iter().filter_map(|what| match what {
        What::Reviewed { card, rating, judged, .. } => Some((card.question().to_owned(), rating, judged)),
        _ => None,
    });
    reviews.collect()
}

#[test]
fn a_card_at_every_size_in_both_languages() {
    for size in SIZES {
        for lang in Lang::ALL {
            for (name, keys) in [("asked", ""), ("answered", "a"), ("compared", "b<enter><enter>")] {
                check(&format!("review_{name}_{}x{}_{lang}", size.0, size.1), begun(size, lang).keys(keys));
            }
        }
    }
}

#[test]
fn the_end_of_a_session() {
    check("review_end_80x24", stage().keys("b<enter><enter>31<enter><enter>"));
    check("review_nothing_80x24", &mut Stage::with(course(), Route::Review { topics: Vec::new(), minutes: None }, (80, 24), Lang::En));
}

#[test]
fn enter_takes_the_programs_grade_and_a_digit_overrules_it() {
    let mut stage = stage();
    stage.keys("b<enter>");
    assert_eq!(reviews(&stage), [("who".into(), Rating::Good, Some(Rating::Good))]);
    let mut stage = begun((80, 24), Lang::En);
    stage.keys("b4");
    assert_eq!(reviews(&stage), [("who".into(), Rating::Easy, Some(Rating::Good))]);
}

#[test]
fn a_recall_has_no_grade_but_the_learners() {
    let mut stage = stage();
    stage.keys("b<enter><enter>2");
    assert_eq!(reviews(&stage)[1], ("why".into(), Rating::Hard, None));
}

#[test]
fn the_time_of_an_answer_ends_with_the_answer() {
    let mut stage = stage();
    stage.wait(3000).keys("b").wait(9000).keys("<enter>");
    let took = stage.recorded().into_iter().find_map(|what| match what {
        What::Reviewed { took_ms, .. } => Some(took_ms),
        _ => None,
    });
    assert_eq!(took, Some(3000));
}

#[test]
fn undo_goes_back_as_far_as_there_is_a_way() {
    let mut stage = stage();
    let first = stage.text();
    stage.keys("b<enter><enter>3");
    assert!(!stage.text().contains("Who empties the box?"));
    stage.keys("<ctrl-b>u");
    let undone = stage.recorded().iter().filter(|what| matches!(what, What::Undone { .. })).count();
    assert_eq!(undone, 2);
    assert_eq!(stage.text(), first);
    assert!(stage.keys("u").text().contains("There is nothing to undo."));
    assert_eq!(stage.app().cx().memory.as_ref().unwrap().answers_on(DAY), 0);
}

#[test]
fn a_card_that_was_wrong_comes_again() {
    let mut stage = stage();
    stage.keys("a<enter><enter>31<enter><enter>");
    assert!(stage.text().contains("Who empties the box?"), "{}", stage.text());
}

#[test]
fn a_skipped_card_is_left_out() {
    let mut stage = stage();
    stage.keys("s");
    assert!(stage.text().contains("Why a box?"));
    assert_eq!(reviews(&stage), []);
}

#[test]
fn a_card_is_flagged() {
    let mut stage = stage();
    stage.keys("!");
    assert!(stage.app().cx().memory.as_ref().unwrap().is_flagged(&CardId::from_text("toy/toy/post#who")));
    assert!(stage.text().starts_with(" Review   toy/post !"));
}

#[test]
fn the_lesson_opens_at_the_question() {
    let mut stage = stage();
    assert!(stage.keys("o").text().contains("Questions"));
    assert!(stage.keys("q").text().contains("1 of 3"));
}

#[test]
fn the_other_language_keeps_the_answer() {
    let mut stage = stage();
    let text = stage.keys("aL").text();
    assert!(text.contains("✗ a   보내는 사람"), "{text}");
}

#[test]
fn the_question_does_not_jump_when_its_answer_appears() {
    let line = |stage: &mut Stage| stage.text().lines().position(|line| line.contains("Who empties the box?"));
    let mut stage = stage();
    let before = line(&mut stage);
    assert_eq!(line(stage.keys("a")), before);
    assert_eq!(before, Some(3));
}

#[test]
fn what_is_not_known_yet_is_waited_for() {
    let mut stage = Stage::with(course(), Route::Home, (80, 24), Lang::En);
    stage.send(Message::ColoursReady);
    assert!(!stage.effects.iter().any(|effect| matches!(effect, Effect::Record(_))));
}

#[test]
fn an_answer_that_is_kept_while_its_lesson_is_open_can_be_undone() {
    let mut stage = stage();
    stage.answers = false;
    stage.keys("b<enter>o");
    stage.answers = true;
    let answer = stage.recorded().remove(0);
    stage.record(answer);
    stage.keys("qu");
    assert!(stage.recorded().iter().any(|what| matches!(what, What::Undone { .. })), "{}", stage.text());
}

#[test]
fn a_card_that_is_forgotten_again_and_again_names_its_lesson_at_the_end() {
    for (lang, said, leech) in
        [(Lang::En, "Forgotten again and again", "Who empties the box?  Post"), (Lang::Ko, "자꾸 잊는 카드", "우체통은 누가 비울까?  우편")]
    {
        for (lapses, is_leech) in [(7, false), (8, true)] {
            let mut stage = Stage::with(course(), Route::Home, (80, 24), lang);
            let card = CardId::new("toy", &"toy/post".into(), &"who".into());
            let review = |rating| What::Reviewed { card: card.clone(), rating, judged: None, practice: false, took_ms: 1, days: None };
            for _ in 0..lapses {
                stage.record(review(Rating::Good)).record(review(Rating::Again));
            }
            let text = stage.keys("rb<enter>").text();
            assert_eq!((text.contains(said), text.contains(leech)), (is_leech, is_leech), "{text}");
        }
    }
}
