use std::sync::Arc;

use super::*;
use crate::content::{Prices, Source, parse_course};
use crate::text::Lang;

const MANIFEST: &str = "id = \"c\"\ntitle = \"C\"\nlanguages = [\"en\"]\nregion = \"ap-northeast-2\"\n[[part]]\nid = \"p\"\ntitle = \"P\"\n[[part.module]]\ntitle = \"M\"\nlessons = [\"a/one\", \"a/two\"]\n[planned]\n\"a/two\" = \"Two\"\n";
const PRICES: &str = "[\"nat\"]\npage = \"https://example.com\"\nap-northeast-2 = { usd = \"0.059\", status = \"confirmed\", month = \"2026-10\" }\n[\"vpn\"]\npage = \"https://example.com/vpn\"\nap-northeast-2 = { status = \"unknown\" }\n";

fn course(body: &str) -> Course {
    let text = format!("+++\ntitle = \"One\"\nsummary = \"Short.\"\n+++\n\n{body}");
    let prices = Prices::parse(&Source::new("prices.toml", PRICES)).0;
    parse_course("c", [("course.toml", MANIFEST), ("a/one.md", &text)], Arc::new(prices))
}

#[track_caller]
fn check(body: &str, expected: &str) {
    let course = course(body);
    let lesson = find(&course, "one", Texts::of(Lang::En)).unwrap();
    assert_eq!(Page::new(&course, lesson, Texts::of(Lang::En)).text(&lesson.blocks), expected);
}

#[test]
fn the_page_begins_with_title_and_summary() {
    let course = course("Text.\n");
    let lesson = find(&course, "a/one", Texts::of(Lang::En)).unwrap();
    assert_eq!(Page::new(&course, lesson, Texts::of(Lang::En)).whole(), "One\n═══\nShort.\n\nText.\n");
}

#[test]
fn prose_lists_and_alerts_are_laid_out() {
    check("## Part {#p}\n\nA *b* **c** `d` [e](two.md) [f](https://x.y).\n", "Part\n────\n\nA b c `d` e (a/two) f <https://x.y>.\n");
    check("1. one\n   - in\n2. two\n", "1. one\n   - in\n2. two\n");
    check("- one\n\n  more\n- two\n", "- one\n\n  more\n\n- two\n");
    check("> [!TIP]\n> Do *it*.\n>\n> Now.\n", "┃ TIP\n┃ Do it.\n┃\n┃ Now.\n");
    check("```sh\na\tb\n\nc\n```\n", "    a    b\n\n    c\n");
}

#[test]
fn prices_say_where_and_when_once_a_paragraph() {
    check("`price:nat`, `price:nat`.\n\n`price:nat`\n", "$0.059 (Seoul, Oct 2026), $0.059.\n\n$0.059 (Seoul, Oct 2026)\n");
    check("`price:vpn`\n", "check the official page <https://example.com/vpn>\n");
}

#[test]
fn questions_are_asked_and_not_answered() {
    check("```quiz q\nWhere?\n\n- [ ] here\n  - no\n- [x] there\n\n> Why.\n```\n", "Question · q (choose one)\n  Where?\n\n  ( ) here\n  ( ) there\n");
    check("```quiz q\nSort.\n\n1. b\n2. a\n```\n", "Question · q (put in order)\n  Sort.\n\n  - a\n  - b\n");
    check("```quiz q\nA {{c1::b}} c {{c2::d}}.\n```\n", "Question · q (fill the blanks)\n  A [1: ____] c [2: ____].\n");
    check("```quiz q\nHow many?\n\n= 4\n```\n", "Question · q (type the answer)\n  How many?\n\n  = ____\n");
    check(
        "```quiz q\nPair.\n\n| n | w |\n| --- | --- |\n| 1 | z |\n| 2 | y |\n```\n",
        "Question · q (match the pairs)\n  Pair.\n\n  n  w\n  ─  ─\n  1  y\n  2  z\n",
    );
    check("```quiz q\nNo.\n```\n", "This part cannot be read: This is no kind of question\n");
}

#[test]
fn a_control_character_is_never_printed() {
    let course = course("a\x1b[31mb\x07\n\n```\nc\x1b]0;x\x07\td\n```\n");
    let lesson = find(&course, "one", Texts::of(Lang::En)).unwrap();
    let text = Page::new(&course, lesson, Texts::of(Lang::En)).whole() + &as_json(&course, lesson, Texts::of(Lang::En));
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text}");
}

#[test]
fn a_lesson_that_is_not_there_names_the_nearest() {
    let course = course("x\n");
    let complaint = |word: &str| find(&course, word, Texts::of(Lang::En)).map(|_| ()).unwrap_err().to_string();
    assert_eq!(complaint("a/oen"), "There is no lesson a/oen\nDid you mean: a/one");
    assert_eq!(complaint("elsewhere"), "There is no lesson elsewhere");
    assert_eq!(complaint("two"), "a/two is planned but not written yet");
}
