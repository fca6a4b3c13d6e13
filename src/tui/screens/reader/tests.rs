//! The reader on a stage: keys in, places, records and pictures out.

use super::toy::course;
use crate::content::{Anchor, Slug};
use crate::study::{CardId, LessonId, LessonProgress, Rating, What};
use crate::text::Lang;
use crate::tui::effect::{Effect, Route};
use crate::tui::message::Message;
use crate::tui::snapshot::{DAY, SIZES, Stage, check};

fn route(slug: &str, anchor: Option<&str>) -> Route {
    Route::Reader { slug: Slug::from(slug), anchor: anchor.map(Anchor::from), lang: None, terms: None }
}

fn open_at(slug: &str, anchor: Option<&str>, size: (u16, u16)) -> Stage {
    Stage::with(course(), route(slug, anchor), size, Lang::En)
}

fn open(slug: &str) -> Stage {
    open_at(slug, None, (80, 24))
}

fn first_line(stage: &mut Stage) -> String {
    stage.text().lines().nth(2).unwrap_or_default().trim().to_owned()
}

fn progress(stage: &Stage) -> LessonProgress {
    stage.app().cx().memory.as_ref().unwrap().lesson(&LessonId::new("toy", &Slug::from("toy/post")))
}

#[test]
fn a_lesson_at_every_size_in_both_languages() {
    for size in SIZES {
        for lang in Lang::ALL {
            for (name, anchor, keys) in [("top", None, ""), ("cost", Some("cost"), ""), ("answered", Some("questions"), "<tab>a")] {
                let mut stage = Stage::with(course(), route("toy/post", anchor), size, lang);
                check(&format!("reader_{name}_{}x{}_{lang}", size.0, size.1), stage.keys(keys));
            }
        }
    }
}

#[test]
fn what_floats_over_a_lesson() {
    for (name, keys) in [("outline", "o"), ("find", "/letter"), ("links", "f"), ("end", "G")] {
        check(&format!("reader_{name}_80x24"), open("toy/post").keys(keys));
    }
}

#[test]
fn a_page_scrolls_and_stops_at_its_ends() {
    let mut stage = open("toy/post");
    assert_eq!(first_line(stage.keys("k")), "How a letter travels");
    assert_eq!(first_line(stage.keys("jjj")), "A letter goes into a box. Somebody empties the box twice a day, and");
    let end = first_line(stage.keys("G"));
    assert_eq!(first_line(stage.keys("j<space>")), end);
    assert_eq!(first_line(stage.keys("g")), "How a letter travels");
}

#[test]
fn the_other_language_shows_the_same_place() {
    let mut stage = open_at("toy/post", Some("cost"), (80, 24));
    assert_eq!(first_line(&mut stage), "What it costs");
    assert_eq!(first_line(stage.keys("L")), "비용");
    assert_eq!(first_line(stage.keys("jj")), "우표 한 장은 $0.5(서울, 2026년 10월), 두 장은 공식 페이지에서");
    assert_eq!(first_line(stage.keys("L")), "A stamp costs $0.5 (Seoul, Oct 2026), two cost check the official");
}

#[test]
fn an_answer_survives_the_other_language() {
    let mut stage = open_at("toy/post", Some("questions"), (80, 24));
    let text = stage.keys("<tab>aL").text();
    assert!(text.contains("✗ a   보내는 사람") && text.contains("보내는 사람은 채우는 쪽이다."), "{text}");
}

#[test]
fn a_lesson_of_one_language_says_so() {
    let mut stage = Stage::with(course(), route("toy/alone", None), (80, 24), Lang::Ko);
    assert!(stage.text().contains("This lesson is written in English only."), "{}", stage.text());
}

#[test]
fn an_answer_is_recorded_with_its_time() {
    let mut stage = open_at("toy/post", Some("questions"), (80, 24));
    stage.wait(1000).keys("<tab>").wait(4000).keys("b");
    let card = CardId::from_text("toy/toy/post#who");
    let days = stage.recorded().iter().find_map(|what| match what {
        What::Reviewed { days, .. } => *days,
        _ => None,
    });
    let answer = What::Reviewed { card, rating: Rating::Good, judged: Some(Rating::Good), practice: false, took_ms: 4000, days };
    assert!(stage.recorded().contains(&answer), "{:?}", stage.recorded());
}

#[test]
fn a_second_try_is_practice_once_the_card_is_known() {
    let mut stage = open_at("toy/post", Some("questions"), (80, 24));
    stage.keys("<tab>brb");
    let practice: Vec<bool> = stage
        .recorded()
        .iter()
        .filter_map(|what| match what {
            What::Reviewed { practice, .. } => Some(*practice),
            _ => None,
        })
        .collect();
    assert_eq!(practice, [false, true]);
}

#[test]
fn each_blank_is_a_card() {
    let mut stage = open_at("toy/post", Some("questions"), (80, 24));
    stage.keys("<tab><tab>code<enter>x<enter>");
    let rated: Vec<(String, Rating)> = stage
        .recorded()
        .into_iter()
        .filter_map(|what| match what {
            What::Reviewed { card, rating, .. } => Some((card.as_str().to_owned(), rating)),
            _ => None,
        })
        .collect();
    assert_eq!(rated, [("toy/toy/post#code/1".to_owned(), Rating::Good), ("toy/toy/post#code/2".to_owned(), Rating::Again)]);
}

#[test]
fn the_end_on_screen_makes_a_lesson_read() {
    let mut stage = open("toy/post");
    stage.keys("<space>");
    assert_eq!(progress(&stage), LessonProgress::Unread);
    stage.keys("G");
    assert_eq!(progress(&stage), LessonProgress::Read);
    let reads = |stage: &Stage| stage.recorded().iter().filter(|what| matches!(what, What::Read { .. })).count();
    stage.keys("kG");
    assert_eq!(reads(&stage), 1);
}

#[test]
fn a_key_makes_a_lesson_read() {
    assert_eq!(progress(open("toy/post").keys("e")), LessonProgress::Read);
}

#[test]
fn the_place_is_recorded_when_the_lesson_is_left() {
    let mut stage = open_at("toy/post", Some("way"), (80, 24));
    stage.keys("<space>");
    assert_eq!(stage.recorded(), []);
    stage.keys("q");
    let lesson = LessonId::new("toy", &Slug::from("toy/post"));
    let cost = Some(Anchor::from("cost"));
    let left = What::Left { lesson: lesson.clone(), section: cost.clone(), lang: "en".into() };
    assert_eq!(stage.recorded(), [What::Opened { lesson, section: cost }, left]);
}

#[test]
fn back_returns_to_the_exact_line() {
    let mut stage = open("toy/post");
    let before = stage.keys("jj").text();
    stage.keys("f");
    assert_eq!(first_line(stage.keys("a")), "Parcels");
    assert_eq!(stage.keys("q").text(), before);
    assert_eq!(first_line(stage.keys("]")), "Parcels");
}

#[test]
fn a_link_to_a_section_opens_there() {
    let mut stage = open("toy/next");
    assert_eq!(first_line(stage.keys("fa")), "What it costs");
}

#[test]
fn words_are_found_in_turn_and_the_field_can_be_left() {
    let mut stage = open("toy/post");
    stage.keys("/stamp<enter>");
    let once = stage.text();
    assert!(once.contains("It is stamped"), "{once}");
    let next = stage.keys("n").text();
    assert!(next.contains("A stamp costs"), "{next}");
    let back = stage.keys("N").picture();
    assert!(back.contains("reversed") && back.contains("It is stamped"), "{back}");
    let mut stage = open("toy/post");
    let before = stage.text();
    assert_eq!(stage.keys("/machine<esc>").text(), before);
}

#[test]
fn what_a_search_looked_for_is_marked() {
    let route = Route::Reader { slug: Slug::from("toy/post"), anchor: None, lang: None, terms: Some("letter".into()) };
    let mut stage = Stage::with(course(), route, (80, 24), Lang::En);
    let picture = stage.picture();
    assert!(picture.contains("underlined"), "{picture}");
}

#[test]
fn code_is_copied_as_it_was_written() {
    let mut stage = open_at("toy/post", Some("cost"), (80, 40));
    stage.keys("y");
    let hints = stage.effects.iter().any(|effect| matches!(effect, Effect::Copy(_)));
    assert!(!hints, "two snippets are on screen: letters tell which");
    stage.keys("a");
    let copied: Vec<&str> = stage
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Copy(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(copied, ["post send --to \"Seoul\" # 서울로"]);
}

#[test]
fn a_scenario_opens_in_the_lab() {
    let mut stage = open_at("toy/post", Some("cost"), (80, 24));
    assert_eq!(first_line(&mut stage), "What it costs");
    assert_ne!(first_line(stage.keys("<tab><enter>")), "What it costs");
    assert_eq!(first_line(stage.keys("q")), "What it costs");
}

#[test]
fn another_size_keeps_the_block_at_the_top() {
    let mut stage = open_at("toy/post", Some("cost"), (80, 24));
    stage.send(Message::Resized { width: 50, height: 24 });
    assert_eq!(first_line(&mut stage), "What it costs");
}

#[test]
fn a_lesson_that_is_not_there_says_so() {
    assert!(open("toy/none").text().contains("There is no lesson toy/none"));
}

#[test]
fn the_day_of_the_stage_is_the_programs() {
    assert_eq!(open("toy/post").wait(1).app().cx().today, DAY);
}

#[test]
fn points_to_tick_are_brought_into_sight() {
    let mut stage = open_at("toy/post", Some("questions"), (80, 16));
    stage.keys("<tab><tab><tab><tab>");
    assert!(stage.keys("<enter>").text().contains("So that nobody waits."), "{}", stage.text());
}

#[test]
fn a_lesson_that_was_only_glanced_at_leaves_no_trace() {
    let mut stage = open("toy/post");
    stage.keys("oqq");
    assert_eq!(stage.recorded(), []);
}

#[test]
fn enter_at_the_end_opens_the_next_lesson() {
    let mut stage = open("toy/post");
    assert_eq!(first_line(stage.keys("G<enter>")), "Parcels");
}

#[test]
fn a_scenario_is_copied_as_a_command() {
    let mut stage = open_at("toy/post", Some("cost"), (80, 24));
    assert!(stage.keys("<tab>").text().contains("Enter change it in the lab"), "{}", stage.text());
    stage.keys("y");
    let copied = stage.effects.iter().any(|effect| matches!(effect, Effect::Copy(text) if text == "opsdrill sim cidr 'bits 10.0.37.200/20'"));
    assert!(copied, "{:?}", stage.effects);
}

/// The row of the screen on which the question stands.
fn row_of(text: &str, part: &str) -> Option<usize> {
    text.lines().position(|line| line.contains(part))
}

#[test]
fn a_question_never_jumps_when_it_is_answered() {
    let at_the_bottom = |height: u16| {
        let mut stage = open_at("toy/post", Some("cost"), (80, height));
        stage.keys("<tab><tab>");
        while row_of(&stage.text(), "c   Nobody").is_some() {
            stage.keys("k");
        }
        stage.keys("j");
        stage
    };
    for height in [12, 18, 24] {
        let mut stage = at_the_bottom(height);
        let before = stage.text();
        let after = stage.keys("a").text();
        assert!(row_of(&before, "Who empties the box?").is_some() && row_of(&after, "Twice a day.").is_none(), "{before}\n{after}");
        assert_eq!(row_of(&before, "Who empties the box?"), row_of(&after, "Who empties the box?"), "{after}");
        assert!(after.contains("The sender fills it.") && after.contains("There is more below"), "{after}");
        assert!(!stage.keys("j").text().contains("There is more below"));
    }
}

#[test]
fn an_answer_that_would_not_be_seen_at_all_is_brought_into_sight() {
    let mut stage = open_at("toy/post", Some("questions"), (80, 24));
    stage.keys("<tab><tab><tab><tab>");
    while row_of(&stage.text(), "Why a box?").is_some_and(|row| row < 18) {
        stage.keys("k");
    }
    let text = stage.keys("<enter>").text();
    assert!(text.contains("Why a box?") && text.contains("So that nobody waits."), "{text}");
}

#[test]
fn a_scenario_that_is_refused_says_what_is_wrong_and_opens_in_the_lab() {
    for lang in Lang::ALL {
        let lesson = "+++\ntitle = \"T\"\n+++\n\nBefore.\n\n```sim cidr\nbits 10.0.0.0/99\n```\n\nBehind.\n";
        let files = [("course.toml", ""), ("toy/post.md", lesson), ("toy/post.ko.md", lesson)];
        let course = crate::content::parse_course("toy", files, std::sync::Arc::default());
        let mut stage = Stage::with(course, route("toy/post", None), (80, 24), lang);
        let text = stage.text();
        let refusal = text.lines().find(|line| line.contains('✗')).unwrap_or_default();
        assert!(refusal.contains("99") && text.contains("Before.") && text.contains("Behind."), "{text}");
        assert!(stage.keys("<tab><enter>").text().contains("bits 10.0.0.0/99"), "{}", stage.text());
    }
}
