use proptest::prelude::*;

use crate::content::{Accepted, Block, BlockKind, Choice, Inlines, Kind, Lesson, Problem, Question, Slug, Source, parse_lesson, plain};
use crate::text::Lang;

fn read(body: &str) -> (Lesson, Vec<Problem>) {
    let text = format!("+++\ntitle = \"T\"\n+++\n\n{body}");
    parse_lesson(&Source::new("a/b.md", text), &Slug::from("a/b"), Lang::En)
}

/// Blocks on one line: paragraphs by `/`, what else there is by its sign.
fn show(blocks: &[Block]) -> String {
    let one = |block: &Block| match &block.kind {
        BlockKind::Paragraph(inlines) => line(inlines),
        BlockKind::Heading { text, .. } => format!("# {}", line(text)),
        BlockKind::Code { text, blanks, .. } => {
            let mut text = text.clone();
            for (at, _) in blanks.iter().rev() {
                text.insert(*at, '…');
            }
            format!("`{}`", text.trim_end())
        }
        BlockKind::List { items, .. } => items.iter().map(|item| format!("- {}", show(&item.blocks))).collect::<Vec<_>>().join(" "),
        BlockKind::Quote(blocks) => format!("> {}", show(blocks)),
        BlockKind::Alert { blocks, .. } => format!("! {}", show(blocks)),
        BlockKind::Rule => "---".to_owned(),
        BlockKind::Table { .. } => "|table|".to_owned(),
        _ => "?".to_owned(),
    };
    blocks.iter().map(one).collect::<Vec<_>>().join(" / ")
}

fn line(inlines: &Inlines) -> String {
    plain(inlines)
}

fn choices(choices: &[Choice]) -> String {
    let one = |c: &Choice| {
        let feedback = if c.feedback.is_empty() { String::new() } else { format!(" ({})", show(&c.feedback)) };
        format!("[{}] {}{feedback}", if c.right { "x" } else { " " }, line(&c.text))
    };
    choices.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn accepted(answers: &[Accepted]) -> String {
    let one = |a: &Accepted| a.text.clone() + &a.tolerance.as_ref().map(|t| format!("±{t}")).unwrap_or_default();
    answers.iter().map(one).collect::<Vec<_>>().join("|")
}

fn picture(question: &Question) -> String {
    let kind = match &question.kind {
        Kind::Choice(list) => format!("choice: {}", choices(list)),
        Kind::Select(list) => format!("select: {}", choices(list)),
        Kind::Order(items) => format!("order: {}", items.iter().map(line).collect::<Vec<_>>().join(" < ")),
        Kind::Match { columns: [a, b], pairs } => {
            let pairs = pairs.iter().map(|[a, b]| format!("{}={}", line(a), line(b))).collect::<Vec<_>>();
            format!("match {}={}: {}", line(a), line(b), pairs.join(", "))
        }
        Kind::Cloze { blanks, exact } => {
            let blanks = blanks.iter().map(|b| format!("{}:{}", b.card, accepted(&b.accepted))).collect::<Vec<_>>();
            format!("cloze{}: {}", if *exact { "!" } else { "" }, blanks.join(" "))
        }
        Kind::Typed { accepted: answers, exact } => format!("typed{}: {}", if *exact { "!" } else { "" }, accepted(answers)),
        Kind::Recall { answer } => format!("recall: {}", show(answer)),
        Kind::Rubric { points } => format!("rubric: {}", points.iter().map(line).collect::<Vec<_>>().join("; ")),
    };
    let explanation = if question.explanation.is_empty() { String::new() } else { format!(" > {}", show(&question.explanation)) };
    format!("{} {kind}{explanation}", show(&question.prompt))
}

#[track_caller]
fn check(inside: &str, expected: &str) {
    check_words("", inside, expected);
}

#[track_caller]
fn check_words(words: &str, inside: &str, expected: &str) {
    let (lesson, problems) = read(&format!("before\n\n````quiz q {words}\n{inside}\n````\n\nafter\n"));
    let codes: Vec<&str> = problems.iter().map(|p| p.code).collect();
    assert_eq!(codes, Vec::<&str>::new(), "{inside}");
    let question = lesson.questions().next().expect("a question");
    assert_eq!(picture(question), expected);
    assert_eq!(lesson.blocks.len(), 3, "the fence is one block");
}

#[track_caller]
fn check_broken(words: &str, inside: &str, code: &str, at: &str) {
    let (lesson, problems) = read(&format!("before\n\n````quiz {words}\n{inside}\n````\n\nafter\n"));
    let found: Vec<_> = problems.iter().map(|p| (p.code, &lesson.source[p.span.clone()])).collect();
    assert_eq!(found, [(code, at)], "{inside}");
    assert_eq!((show(&lesson.blocks[..1]), show(&lesson.blocks[2..])), ("before".to_owned(), "after".to_owned()));
}

#[test]
fn a_task_list_is_a_choice() {
    check("Where?\n\n- [ ] Here\n  - No,\n    never.\n- [x] There\n\n> Because.", "Where? choice: [ ] Here (No, never.) [x] There > Because.");
    check("Where?\n- [x] *Here*\n- [ ] `There`", "Where? choice: [x] Here [ ] There");
    check("W?\n\n- [ ] a\n\n  - why\n\n- [x] b\n", "W? choice: [ ] a (why) [x] b");
    check("W?\n\n- [ ] a\n  - one\n  - two\n- [x] b", "W? choice: [ ] a (- one - two) [x] b");
    check("W?\n\n* [ ] a\n* [X] b", "W? choice: [ ] a [x] b");
}

#[test]
fn several_right_ones_or_the_word_many_make_a_select() {
    check("Which?\n\n- [x] a\n- [x] b\n- [ ] c", "Which? select: [x] a [x] b [ ] c");
    check_words("many", "Which?\n\n- [x] a\n- [ ] b", "Which? select: [x] a [ ] b");
}

#[test]
fn the_last_list_decides() {
    check("Given:\n\n1. x\n2. y\n\nWhich?\n\n- [x] a\n- [ ] b", "Given: / - x - y / Which? choice: [x] a [ ] b");
    check("Given:\n\n- [x] done\n\nOrder:\n\n1. a\n2. b", "Given: / - done / Order: order: a < b");
    check("Which?\n\n- [x] a\n- [ ] b\n\n> [!TIP]\n> Think.", "Which? / ! Think. choice: [x] a [ ] b");
}

#[test]
fn a_numbered_list_is_an_order() {
    check("Sort.\n\n1. `ctrl-z`, to stop\n2. `bg`\n3. close\n\n> So.", "Sort. order: ctrl-z, to stop < bg < close > So.");
    check("Sort.\n\n1. a\n   ```\n   x\n   y\n   ```\n2. b", "Sort. order: a x y < b");
}

#[test]
fn a_table_of_two_columns_is_a_match() {
    check("Pair.\n\n| need | way |\n| --- | --- |\n| one | `Get` |\n| two | Query |", "Pair. match need=way: one=Get, two=Query");
    check("Pair.\n\n| n | w |\n| --- | --- |\n| a\\|b | c |\n| d | e |", "Pair. match n=w: a|b=c, d=e");
}

#[test]
fn braces_make_a_cloze() {
    check("The {{c1::partition key|파티션 키}} and the {{c2::sort key}}.", "The … and the …. cloze: 1:partition key|파티션 키 2:sort key");
    check("It is {{hidden}}.", "It is …. cloze: 1:hidden");
    check("Loopback is {{c1::::1}}, or {{c1::fe80::1}}.", "Loopback is …, or …. cloze: 1:::1 1:fe80::1");
    check("Loopback is {{::1}}.", "Loopback is …. cloze: 1:::1");
    check(r"A {{c1::a\|b|c}} pipe.", "A … pipe. cloze: 1:a|b|c");
    check(r"Template \{{x}} and {{c1::y}}.", "Template {{x}} and …. cloze: 1:y");
    check("A **{{c1::bold}}** word.\n\n| a | b |\n| --- | --- |\n| {{c2::x|y}} | z |", "A … word. / |table| cloze: 1:bold 2:x|y");
    check("{{c1::first}} word\n\n> Why.", "… word cloze: 1:first > Why.");
    check_words("exact", "An {{c1::Exact}} one.", "An … one. cloze!: 1:Exact");
    check("- the {{c1::one}}\n- two", "- the … - two cloze: 1:one");
}

#[test]
fn braces_in_code_hide_only_with_the_word_cloze() {
    check("`{{x}}` is {{c1::y}}.", "{{x}} is …. cloze: 1:y");
    check("Which prints `{{x}}`?\n\n= a", "Which prints {{x}}? typed: a");
    check("Which?\n\n```\n{{x}}\n```\n\n- [x] a\n- [ ] b", "Which? / `{{x}}` choice: [x] a [ ] b");
    check_words("cloze", "`disown {{c1::-h}}` holds {{c2::SIGHUP}}.", "disown … holds …. cloze: 1:-h 2:SIGHUP");
    check_words("cloze", "Fill:\n\n```bash\nls {{c1::-l}} x\n\\{{raw}} {{c2::-a|-A}}\n```", "Fill: / `ls … x\n{{raw}} …` cloze: 1:-l 2:-a|-A");
    check_words("cloze", r"`\{{raw}} {{c1::x}}`", "{{raw}} … cloze: 1:x");
}

#[test]
fn last_lines_with_an_equals_sign_are_typed_answers() {
    check("How much?\n\n= 0.059 +- 0.001\n= 6 cents|six cents\n\n> So.", "How much? typed: 0.059±0.001|6 cents|six cents > So.");
    check("How much?\n= 4 KB", "How much? typed: 4 KB");
    check("```\n= 1\n```\n\n= 2", "`= 1` typed: 2");
    check("a = b?\n\n= yes\n\n= yep", "a = b? typed: yes|yep");
    check("Which sign?\n\n= \\|", "Which sign? typed: |");
    check_words("exact", "Header?\n\n= Vary: Origin", "Header? typed!: Vary: Origin");
}

#[test]
fn a_line_of_dashes_parts_question_and_answer() {
    check("Why?\n\n---\n\nBecause.\n\nReally.", "Why? recall: Because. / Really.");
    check("Why?\n---\nBecause.\n\n> More.", "Why? recall: Because. > More.");
    check("Explain.\n\n---\n\n- [ ] one\n- [ ] two `x`", "Explain. rubric: one; two x");
    check("Explain.\n\n---\n\nSay:\n\n- [ ] one\n- [ ] two", "Explain. recall: Say: / - one - two");
    check("```\n---\n```\n\n= typed", "`---` typed: typed");
    check("Which?\n\n---\n\n- one\n- two", "Which? recall: - one - two");
}

#[test]
fn the_first_shape_that_fits_wins() {
    check("{{x}}?\n\n---\n\n= a", "{{x}}? recall: = a");
    check("{{x}}?\n\n- [x] a\n\n= a", "{{x}}? / - a typed: a");
    check("A {{c1::b}}:\n\n- [x] a\n- [ ] c", "A …: / - a - c cloze: 1:b");
    check("1. x\n2. y\n\n| a | b |\n| --- | --- |\n| c | d |\n| e | f |", "|table| order: x < y");
    check("- a\n- b\n\n| a | b |\n| --- | --- |\n| c | d |\n| e | f |", "- a - b match a=b: c=d, e=f");
}

#[test]
fn only_a_plain_quote_at_the_end_is_an_explanation() {
    check("> Quoted.\n\nWho?\n\n= me", "> Quoted. / Who? typed: me");
    check("Who?\n\n---\n\n> One.\n\n> Two\nand a half.", "Who? recall: > One. > Two and a half.");
    check("Who?\n\n- [x] a\n  > inside\n- [ ] b", "Who? choice: [x] a inside [ ] b");
    check("Who?\n\n- [x] a\n- [ ] b\n> Why.", "Who? choice: [x] a [ ] b > Why.");
    check("Who?\n\n```\n> code\n```\n\n= me", "Who? / `> code` typed: me");
}

#[test]
fn words_after_the_id_are_attributes() {
    let (lesson, problems) = read("```quiz q fixed level=2 hint=\"a \\| &amp; b\" was=old-id\nQ\n\n- [x] a\n- [ ] b\n```\n");
    assert_eq!(problems, []);
    let question = lesson.questions().next().expect("a question");
    assert_eq!((question.fixed, question.level, question.hint.as_deref()), (true, Some(2), Some("a \\| &amp; b")));
    assert_eq!(question.was.as_ref().map(|w| w.as_str()), Some("old-id"));
}

#[test]
fn a_question_that_cannot_be_asked_is_broken_in_its_place() {
    check_broken("q", "What?", "no-kind", "````quiz q");
    check_broken("q", "What?\n\n- a\n- b", "no-kind", "````quiz q");
    check_broken("q", "What?\n\n| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |", "no-kind", "````quiz q");
    check_broken("q", "", "no-kind", "````quiz q");
    check_broken("", "What?\n\n= a", "missing-name", "````quiz ");
    check_broken("hint=\"x\"", "What?\n\n= a", "missing-name", "````quiz hint=\"x\"");
    check_broken("q", "What?\n\n- [ ] a\n- [ ] b", "no-right-answer", "````quiz q");
    check_broken("q", "What?\n\n- [x] a\n- b", "choice-without-box", "b");
    check_broken("q", "What?\n\n- [x] a", "one-choice", "````quiz q");
    check_broken("q", "What?\n\n1. a", "one-item", "````quiz q");
    check_broken("q", "- [x] a\n- [ ] b", "no-prompt", "````quiz q");
    check_broken("q", "What?\n\n---\n", "no-answer", "````quiz q");
    check_broken("q", "A {{c1::b and\nc}}.", "open-blank", "{{");
    check_broken("q", "A {{b}} and {{c2::c}}.", "bare-blank", "{{b}}");
    check_broken("q", "A {{c0::b}}.", "bad-blank-number", "{{c0::b}}");
    check_broken("q", "A <!-- {{c1::b}} --> b.", "hidden-blank", "{{c1::b}}");
    check_broken("q", "What?\n\n```\nx\n\n= a", "inner-fence", "```");
}

#[test]
fn what_can_still_be_asked_is_only_reported() {
    let codes = |text: &str| {
        let (lesson, problems) = read(text);
        let found: Vec<_> = problems.iter().map(|p| format!("{} {}", p.code, &lesson.source[p.span.clone()])).collect();
        (lesson.questions().count(), found.join(", "))
    };
    let fence = |words: &str| format!("```quiz {words}\nQ\n\n- [x] a\n- [ ] b\n```\n");
    assert_eq!(codes(&fence("q mnay")), (1, "unknown-attribute mnay".into()));
    assert_eq!(codes(&fence("q level=4")), (1, "bad-level level=4".into()));
    assert_eq!(codes(&fence("q/r")), (1, "bad-id q/r".into()));
    assert_eq!(codes("```quiz q\nQ\n\n- [x] a\n- [ ] `a`\n```\n"), (1, "repeated-choice `a`".into()));
    assert_eq!(codes("```quiz q\nQ\n\n= a||b\n```\n"), (1, "empty-answer = a||b".into()));
    assert_eq!(codes(&(fence("q") + "\n" + &fence("q"))), (2, "double-id ```quiz q".into()));
}

#[test]
fn a_fence_must_stand_by_itself_and_end() {
    let (lesson, problems) = read("- item\n\n  ```quiz q\n  Q\n\n  = a\n  ```\n\nafter\n");
    assert_eq!(problems.iter().map(|p| p.code).collect::<Vec<_>>(), ["nested-fence"]);
    assert_eq!(show(&lesson.blocks[1..]), "after");
    let (lesson, problems) = read("before\n\n```quiz q\nQ\n\n= a\n");
    assert_eq!(problems.iter().map(|p| p.code).collect::<Vec<_>>(), ["open-fence"]);
    assert_eq!(show(&lesson.blocks[..1]), "before");
    assert!(matches!(lesson.blocks[1].kind, BlockKind::Broken(_)));
}

#[test]
fn a_scenario_ends_before_its_expectations() {
    let (lesson, problems) = read("```sim vpc\n# a comment\npath a -> b\n\nexpect reachable\nexpect  blocked  by x because SOME_CODE\n```\n");
    assert_eq!(problems, []);
    let (_, scenario) = lesson.scenarios().next().expect("a scenario");
    assert_eq!((scenario.sim.as_str(), scenario.text.as_str()), ("vpc", "# a comment\npath a -> b"));
    let expects: Vec<_> = scenario.expects.iter().map(|e| (e.verdict.as_str(), e.because.as_deref())).collect();
    assert_eq!(expects, [("reachable", None), ("blocked by x", Some("SOME_CODE"))]);
}

#[test]
fn a_scenario_that_mentions_expect_keeps_it() {
    let (lesson, problems) = read("```sim web\nexpect 100-continue\nget /\n```\n\n```sim web\nexpect\n```\n\n```sim\n```\n");
    assert_eq!(lesson.scenarios().map(|(_, s)| s.text.as_str()).collect::<Vec<_>>(), ["expect 100-continue\nget /", ""]);
    assert_eq!(problems.iter().map(|p| p.code).collect::<Vec<_>>(), ["empty-expect", "missing-name"]);
}

#[test]
fn a_drill_is_named_by_simulator_and_kind() {
    let (lesson, problems) = read("```drill cidr last-address level=2\n```\n\n```drill cidr join id=two was=old\n```\n\n```drill cidr\n```\n");
    let drills: Vec<_> = lesson.drills().map(|d| (d.id.as_str(), d.kind.as_str(), d.level, d.was.is_some())).collect();
    assert_eq!(drills, [("cidr-last-address", "last-address", 2, false), ("two", "join", 1, true)]);
    assert_eq!(problems.iter().map(|p| p.code).collect::<Vec<_>>(), ["missing-name"]);
}

/// Lines that mean something in a fence, to be thrown together.
fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        prop::sample::select(vec![
            "- [ ] a",
            "- [x] b",
            "  - why",
            "- c",
            "1. one",
            "2. two",
            "> so",
            "> [!TIP]",
            "---",
            "= answer",
            "=",
            "| a | b |",
            "| --- | --- |",
            "| c | d |",
            "{{c1::x}}",
            "{{y}} and {{c2::}}",
            "`{{z}}`",
            "\\\\{{",
            "{{",
            "}}",
            "```",
            "```bash",
            "~~~",
            "",
            "## Heading {#h}",
            "[l](x.md#{{c1::q}})",
            "<!-- {{c1::q}} -->",
            "\t{{c3::tab}}",
            "가나 {{c1::다|라}}",
            "***",
            "\u{1}\u{2}",
        ])
        .prop_map(str::to_owned),
        "[ -~가-힣]{0,12}",
    ];
    prop::collection::vec(line, 0..12).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn no_fence_hides_what_stands_outside(words in "[a-z =\"|]{0,20}", inside in lines()) {
        let fence = "`````";
        let (lesson, problems) = read(&format!("before\n\n{fence}quiz {words}\n{inside}\n{fence}\n\nafter\n"));
        prop_assert_eq!(lesson.blocks.len(), 3);
        prop_assert_eq!(show(&lesson.blocks[..1]), "before");
        prop_assert_eq!(show(&lesson.blocks[2..]), "after");
        let is_broken = matches!(lesson.blocks[1].kind, BlockKind::Broken(_));
        prop_assert!(is_broken || lesson.questions().count() == 1);
        prop_assert!(!is_broken || !problems.is_empty());
        for problem in &problems {
            prop_assert!(lesson.source.get(problem.span.clone()).is_some());
        }
    }

    #[test]
    fn no_text_is_too_wild(text in "[ -~가-힣\n\t`>#{}|*_-]{0,200}") {
        let (lesson, _) = parse_lesson(&Source::new("a/b.md", text), &Slug::from("a/b"), Lang::En);
        for block in &lesson.blocks {
            prop_assert!(lesson.source.get(block.span.clone()).is_some());
        }
    }
}

#[test]
fn no_nesting_is_too_deep() {
    for deep in [">".repeat(20_000), "- ".repeat(20_000), "*a ".repeat(5_000), "[".repeat(20_000), "![a](".repeat(5_000)] {
        let (lesson, _) = read(&format!("{deep}x\n\nafter\n"));
        assert_eq!(show(&lesson.blocks[lesson.blocks.len() - 1..]), "after");
    }
}
