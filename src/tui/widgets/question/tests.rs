//! Questions answered with keys, and how they look then.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{Asked, Reply};
use crate::content::{BlockKind, Course, Question, Slug, Source, parse_lesson};
use crate::study::Rating;
use crate::text::{Lang, Texts};
use crate::tui::keymap::{self, Action};
use crate::tui::message::Input;
use crate::tui::theme::Theme;
use crate::tui::widgets::prose::Setting;

/// A question on a stage: keys in, lines out.
struct Stage {
    asked: Asked,
    last: Reply,
}

fn question(fence: &str) -> Question {
    let text = format!("+++\ntitle = \"T\"\n+++\n\n```quiz q\n{fence}\n```\n");
    let (lesson, problems) = parse_lesson(&Source::new("t/t.md", text), &Slug::from("t/t"), Lang::En);
    assert!(problems.is_empty(), "{:?}", problems.iter().map(|p| p.code).collect::<Vec<_>>());
    match &lesson.blocks[0].kind {
        BlockKind::Question(question) => question.as_ref().clone(),
        other => panic!("{other:?} is no question"),
    }
}

impl Stage {
    fn new(fence: &str) -> Stage {
        Stage { asked: Asked::question(&Question { fixed: true, ..question(fence) }, None, 1), last: Reply::Passed }
    }

    fn keys(mut self, keys: &str) -> Stage {
        for name in keys.split(' ') {
            let code = match name {
                "enter" => KeyCode::Enter,
                "down" => KeyCode::Down,
                "up" => KeyCode::Up,
                "tab" => KeyCode::Tab,
                "space" => KeyCode::Char(' '),
                one => KeyCode::Char(one.chars().next().unwrap()),
            };
            let event = KeyEvent::new(code, KeyModifiers::NONE);
            let input = keymap::action(&[self.asked.scope()], &event).map_or(Input::Key(event), Input::Do);
            self.last = self.asked.update(&input);
        }
        self
    }

    #[track_caller]
    fn shows(self, reply: Reply, expected: &str) -> Stage {
        let lines: Vec<String> = lines(&self.asked);
        assert_eq!(lines.join("\n"), expected.trim_matches('\n'));
        assert_eq!(self.last, reply);
        self
    }

    #[track_caller]
    fn rated(self, expected: &[(Option<u32>, Rating, Option<Rating>)]) {
        let outcomes: Vec<_> = self.asked.outcomes().iter().map(|o| (o.number, o.rating, o.judged)).collect();
        assert_eq!(outcomes, expected);
    }
}

fn lines(asked: &Asked) -> Vec<String> {
    let (theme, course) = (Theme::named("dark").unwrap(), Course::default());
    let setting =
        Setting { theme: &theme, texts: Texts::of(Lang::En), course: &course, lang: Lang::En, painter: None, width: 40, spare: 0, blanks: None, prices: None };
    asked.lay(true, &setting).lines.iter().map(|line| line.text().trim_end().to_owned()).collect()
}

const CHOICE: &str = "Which way is up?\n\n- [ ] Down\n  - That is where things fall.\n- [x] Up\n- [ ] Left\n\n> It is the other one.";

#[test]
fn a_choice_is_taken_by_its_letter() {
    Stage::new(CHOICE)
        .shows(Reply::Passed, "? Which way is up?\n\n  a   Down\n  b   Up\n  c   Left")
        .keys("b")
        .shows(Reply::Answered, "✓ Which way is up?\n\n  a   Down\n✓ b   Up\n  c   Left\n\n  Right.\n  It is the other one.")
        .rated(&[(None, Rating::Good, Some(Rating::Good))]);
}

#[test]
fn feedback_stands_under_the_choice_that_was_taken() {
    Stage::new(CHOICE)
        .keys("1")
        .shows(
            Reply::Answered,
            "✗ Which way is up?\n\n✗ a   Down\n      That is where things fall.\n✓ b   Up\n  c   Left\n\n  Not right.\n  It is the other one.",
        )
        .rated(&[(None, Rating::Again, Some(Rating::Again))]);
}

#[test]
fn a_choice_is_taken_with_arrows_and_enter_too() {
    Stage::new(CHOICE).keys("enter").shows(Reply::Taken, "? Which way is up?\n\n  a   Down\n  b   Up\n  c   Left").keys("down down enter").rated(&[(
        None,
        Rating::Good,
        Some(Rating::Good),
    )]);
}

#[test]
fn several_are_marked_before_they_are_judged() {
    Stage::new("Even?\n\n- [x] 2\n- [ ] 3\n- [x] 4")
        .keys("a b")
        .shows(Reply::Taken, "? Even?\n\n  a   [x] 2\n▌ b   [x] 3\n  c   [ ] 4")
        .keys("enter")
        .shows(Reply::Answered, "✗ Even?\n\n✓ a   [x] 2\n✗ b   [x] 3\n✓ c   [ ] 4\n\n  Not right.")
        .rated(&[(None, Rating::Again, Some(Rating::Again))]);
}

#[test]
fn nothing_marked_is_asked_about_once() {
    Stage::new("Even?\n\n- [x] 2\n- [ ] 3\n- [x] 4")
        .keys("enter")
        .shows(Reply::Taken, "? Even?\n\n  a   [ ] 2\n  b   [ ] 3\n  c   [ ] 4\n\n  Something is still open. Enter again\n  judges it as it is.")
        .keys("enter")
        .rated(&[(None, Rating::Again, Some(Rating::Again))]);
}

#[test]
fn items_are_taken_and_put_where_another_is() {
    // Whatever the shuffle gave: first is brought to the first place, then second to the second.
    let mut stage = Stage::new("Count.\n\n1. one\n2. two\n3. three");
    for (place, item) in [("1", "one"), ("2", "two"), ("3", "three")] {
        let at = lines(&stage.asked).iter().skip(2).position(|line| line.ends_with(item)).unwrap() + 1;
        stage = stage.keys(&format!("{at} {place}"));
    }
    stage.keys("enter").shows(Reply::Answered, "✓ Count.\n\n✓ a   one\n✓ b   two\n✓ c   three\n\n  Right.").rated(&[(None, Rating::Good, Some(Rating::Good))]);
}

#[test]
fn a_held_item_moves_with_the_arrows() {
    let stage = Stage::new("Count.\n\n1. one\n2. two\n3. three");
    let first = lines(&stage.asked)[2].clone();
    let stage = stage.keys("space down");
    assert_eq!(lines(&stage.asked)[3][6..], first[6..], "it has moved down by one");
    let stage = stage.keys("enter");
    let lines = lines(&stage.asked);
    assert_eq!(lines[6], "  The right order");
    assert_eq!(lines[7..10], ["   1. one", "   2. two", "   3. three"]);
}

#[test]
fn pairs_are_made_one_after_another() {
    let stage = Stage::new("Match.\n\n| land | town |\n| --- | --- |\n| Korea | Seoul |\n| Japan | Tokyo |");
    let at = |stage: &Stage, town: &str| lines(&stage.asked).iter().skip(6).position(|line| line.ends_with(town)).unwrap();
    let letter = |at: usize| ["a", "b"][at];
    let tokyo = letter(at(&stage, "Tokyo"));
    let stage = stage.keys(tokyo);
    let seoul = letter(at(&stage, "Seoul"));
    let stage = stage.keys(seoul).keys("enter");
    stage.shows(Reply::Answered, "✗ Match.\n\n✗ Korea → Tokyo\n        ✓ Seoul\n✗ Japan → Seoul\n        ✓ Tokyo\n\n  Not right.").rated(&[(
        None,
        Rating::Again,
        Some(Rating::Again),
    )]);
}

#[test]
fn blanks_are_typed_where_they_stand() {
    let stage = Stage::new("Port {{c1::443}} is for {{c2::https}}.");
    let stage = stage.keys("4 4 3").shows(Reply::Taken, "? Port 443_____ is for ________.").keys("enter h t t p");
    stage
        .shows(Reply::Taken, "? Port 443_____ is for http____.")
        .keys("enter")
        .shows(Reply::Answered, "✗ Port 443 ✓ is for http ✗ https.\n\n  Not right.")
        .rated(&[(Some(1), Rating::Good, Some(Rating::Good)), (Some(2), Rating::Again, Some(Rating::Again))]);
}

#[test]
fn a_missing_unit_is_asked_for() {
    Stage::new("How much?\n\n= 4 KB")
        .keys("4 enter")
        .shows(Reply::Taken, "? How much?\n\n  › 4_______\n\n  The number may be right. In which\n  unit?")
        .keys("k b enter")
        .shows(Reply::Answered, "✓ How much?\n\n✓ › 4kb\n\n  Right.")
        .rated(&[(None, Rating::Good, Some(Rating::Good))]);
}

#[test]
fn a_wrong_answer_stands_above_the_right_one() {
    Stage::new("Name it.\n\n= NAT gateway").keys("x enter").shows(Reply::Answered, "✗ Name it.\n\n✗ › x\n  ✓ NAT gateway\n\n  Not right.").rated(&[(
        None,
        Rating::Again,
        Some(Rating::Again),
    )]);
}

#[test]
fn a_recall_is_graded_by_the_learner() {
    Stage::new("Why?\n\n---\n\nBecause.")
        .keys("enter")
        .shows(Reply::Taken, "? Why?\n\n  ─────\n\n  Because.")
        .keys("2")
        .shows(Reply::Answered, "✓ Why?\n\n  ─────\n\n  Because.")
        .rated(&[(None, Rating::Hard, None)]);
}

#[test]
fn the_points_of_a_spoken_answer_are_ticked() {
    Stage::new("Tell me.\n\n---\n\n- [ ] who\n- [ ] when\n- [ ] why")
        .shows(Reply::Passed, "? Tell me.")
        .keys("enter a c enter")
        .shows(Reply::Answered, "✓ Tell me.\n\n✓ a   [x] who\n  b   [ ] when\n✓ c   [x] why\n\n  2 of 3 points")
        .rated(&[(None, Rating::Hard, Some(Rating::Hard))]);
}

#[test]
fn a_hint_is_shown_when_asked_for() {
    let asked = Asked::question(&Question { hint: Some("Think.".into()), ..question("Why?\n\n= x") }, None, 1);
    let mut stage = Stage { asked, last: Reply::Passed };
    stage.last = stage.asked.update(&Input::Do(Action::Hint));
    stage.shows(Reply::Taken, "? Why?\n\n  Hint: Think.\n\n  › ________");
}

#[test]
fn another_language_keeps_what_was_typed() {
    let mut stage = Stage::new("Port {{c1::443}} is for {{c2::https}}.").keys("4 4 3 enter h");
    stage.asked = stage.asked.reworded(&question("{{c2::https}} stands on {{c1::443}}."));
    stage.shows(Reply::Taken, "? h_______ stands on 443_____.");
}

#[test]
fn another_language_keeps_what_was_judged() {
    let mut stage = Stage::new("Port {{c1::443}} is for {{c2::https}}.").keys("4 4 3 enter h enter");
    stage.asked = stage.asked.reworded(&question("{{c2::https}} stands on {{c1::443}}."));
    stage
        .shows(Reply::Answered, "✗ h ✗ https stands on 443 ✓.\n\n  Not right.")
        .rated(&[(Some(2), Rating::Again, Some(Rating::Again)), (Some(1), Rating::Good, Some(Rating::Good))]);
}

#[test]
fn one_card_of_a_cloze_shows_the_other_blanks() {
    let asked = Asked::question(&question("Port {{c1::443}} is for {{c2::https}}."), Some(2), 1);
    assert_eq!(lines(&asked), ["? Port 443 is for ________."]);
}
