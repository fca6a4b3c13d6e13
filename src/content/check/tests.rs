use std::sync::Arc;

use super::*;
use crate::content::{Course, Prices, Slug, parse_course};

const MANIFEST: &str = r#"
id = "made-up"
title = { en = "Made up", ko = "지어낸 것" }
languages = ["en", "ko"]
region = "r1"
[[part]]
id = "p"
title = { en = "P", ko = "피" }
[[part.module]]
title = { en = "M", ko = "엠" }
lessons = ["a/one", "a/two"]
[planned]
"a/two" = { en = "Two", ko = "둘" }
"#;

const EN: &str = r#"+++
title = "One"
+++

## Part {#part}

[two](two.md) and `price:x.hour`

```sim echo
yes
expect yes because Y
```

```quiz q
Q?

- [x] a
- [ ] b
```
"#;

const KO: &str = r#"+++
title = "하나"
+++

## 절 {#part}

[둘](two.ko.md)과 `price:x.hour`

```sim echo
# 말
yes
expect yes because Y
```

```quiz q
물음?

- [x] 가
- [ ] 나
```
"#;

fn course(files: &[(&str, &str)]) -> Course {
    let table = "[\"x.hour\"]\npage = \"https://example.com\"\nr1 = { usd = \"1\", status = \"confirmed\", month = \"2026-10\" }\n";
    parse_course("folder", files.iter().copied(), Arc::new(Prices::parse(&Source::new("prices.toml", table)).0))
}

/// A simulator that says `yes` with the code `Y` for each line `yes`, and refuses the others.
fn run(_: &str, scenario: &str) -> Ran {
    let mut ran = Ran::default();
    let mut at = 0;
    for line in scenario.split_inclusive('\n') {
        match line.trim() {
            "yes" => ran.outcomes.push(("yes".into(), vec!["Y".into()])),
            word if word.is_empty() || word.starts_with('#') => {}
            word => ran.refusals.push(Refused { at: at..at + word.len(), message: Message::new("content-no-prompt"), hint: None }),
        }
        at += line.len();
    }
    ran
}

fn checks(explain_all: bool) -> Checks<'static> {
    let echo = SimulatorFacts { name: "echo", drills: vec!["say"], codes: vec!["Y"] };
    Checks { simulators: vec![echo], run: &run, explain_all }
}

/// Each problem as `file:line code: the text it is about`.
#[track_caller]
fn check_files(files: &[(&str, &str)], expected: &[&str]) {
    let problems = check(&course(files), &checks(false));
    let shown: Vec<String> = problems
        .iter()
        .map(|p| format!("{}:{} {}: {}", p.source.file, p.place().0, p.code, p.source.text[p.span.clone()].lines().next().unwrap_or_default()))
        .collect();
    assert_eq!(shown, expected);
}

/// The course with one thing replaced in one file.
#[track_caller]
fn check_with(file: &str, old: &str, new: &str, expected: &[&str]) {
    let mut texts = [("course.toml", MANIFEST.to_owned()), ("a/one.md", EN.to_owned()), ("a/one.ko.md", KO.to_owned())];
    let text = texts.iter_mut().find(|(name, _)| *name == file).map(|(_, text)| text).expect("a file");
    assert!(text.contains(old), "{old}");
    *text = text.replacen(old, new, 1);
    let files: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    check_files(&files, expected);
}

#[test]
fn a_sound_course_has_no_problems() {
    check_with("a/one.md", "", "", &[]);
}

#[test]
fn front_matter_is_checked_key_by_key() {
    check_with("a/one.md", "title", "titel", &["a/one.md:1 no-title: +++", "a/one.md:2 unknown-key: titel"]);
    check_with("a/one.md", "\"One\"", "7", &["a/one.md:1 no-title: +++", "a/one.md:2 wrong-type: 7"]);
    check_with("a/one.md", "\"One\"", "\"One\"\nchecked = 2026-13-01", &["a/one.md:3 bad-toml: 2026-13-01"]);
    check_with("a/one.md", "\"One\"", "\"One\"\nchecked = \"soon\"", &["a/one.md:3 bad-day: \"soon\""]);
    check_with("a/one.ko.md", "\"하나\"", "\"하나\"\ntags = [\"x\"]", &["a/one.ko.md:3 key-elsewhere: [\"x\"]"]);
    check_with("a/one.md", "\"One\"\n+++", "\"One\"\n+++x", &["a/one.md:1 open-front: +++"]);
}

#[test]
fn links_and_anchors_lead_somewhere() {
    check_with("a/one.md", "two.md", "tow.md", &["a/one.md:7 broken-link: [two](tow.md)"]);
    check_with("a/one.md", "two.md", "two.md#anywhere", &[]); // planned: its sections are not known yet
    check_with("a/one.md", "two.md", "#prat", &["a/one.md:7 broken-anchor: [two](#prat)"]);
    check_with("a/one.md", "two.md", "#part", &[]);
    check_with("a/one.md", "two.md", "two.txt", &["a/one.md:7 broken-link: [two](two.txt)"]);
    check_with("a/one.ko.md", "two.ko.md", "two.md", &["a/one.ko.md:7 link-language: [둘](two.md)"]);
    check_with("a/one.md", "\"One\"", "\"One\"\nrequires = [\"a/tow\"]", &["a/one.md:3 unknown-lesson: a/tow"]);
}

#[test]
fn explained_codes_exist_on_both_sides() {
    check_with("a/one.md", "\"One\"", "\"One\"\nexplains = { Y = \"prat\" }", &["a/one.md:3 broken-anchor: Y"]);
    check_with("a/one.md", "\"One\"", "\"One\"\nexplains = { N = \"part\" }", &["a/one.md:3 unknown-code: N"]);
    let files = [("course.toml", MANIFEST), ("a/one.md", EN), ("a/one.ko.md", KO)];
    let codes: Vec<_> = check(&course(&files), &checks(true)).iter().map(|p| p.code).collect();
    assert_eq!(codes, ["unexplained-code"]);
}

#[test]
fn prices_are_in_the_table() {
    check_with("a/one.md", "price:x.hour", "price:x.huor", &["a/one.md:7 unknown-price: `price:x.huor`"]);
    check_with("a/one.md", "price:x.hour", "price:x.hour@r2", &["a/one.md:7 unknown-price: `price:x.hour@r2`"]);
    check_with("a/one.md", "price:x.hour", "price:x.hour@r1", &[]);
}

#[test]
fn scenarios_are_run_and_compared() {
    let step = "a/one.ko.md:9 out-of-step: ```sim echo";
    check_with("a/one.md", "yes\n", "no\n", &[step, "a/one.md:10 scenario-refused: no", "a/one.md:11 expect-count: expect yes because Y"]);
    check_with("a/one.md", "expect yes", "expect no", &[step, "a/one.md:11 wrong-expect: expect no because Y"]);
    check_with("a/one.md", "because Y", "because N", &[step, "a/one.md:11 wrong-expect: expect yes because N"]);
    check_with("a/one.md", "yes\n", "yes\nyes\n", &[step, "a/one.md:12 expect-count: expect yes because Y"]);
    check_with("a/one.ko.md", "# 말\n", "# 다른 말\n\n", &[]);
    check_with("a/one.md", "sim echo", "sim ehco", &[step, "a/one.md:9 unknown-simulator: ```sim ehco"]);
    check_with(
        "a/one.md",
        "```quiz",
        "```drill echo sya\n```\n\n```quiz",
        &["a/one.md:14 out-of-step: ```drill echo sya", "a/one.md:14 unknown-drill: ```drill echo sya"],
    );
}

#[test]
fn languages_keep_in_step() {
    check_with("a/one.ko.md", "{#part}", "{#teil}", &["a/one.ko.md:5 out-of-step: ## 절 {#teil}", "a/one.md:5 out-of-step: ## Part {#part}"]);
    check_with("a/one.ko.md", "quiz q", "quiz r", &["a/one.ko.md:15 out-of-step: ```quiz r", "a/one.md:14 out-of-step: ```quiz q"]);
    check_with("a/one.ko.md", "- [x] 가\n- [ ] 나", "- [ ] 나\n- [x] 가", &["a/one.ko.md:15 out-of-step: ```quiz q"]);
    check_with("a/one.ko.md", "- [x] 가\n- [ ] 나", "= 가", &["a/one.ko.md:15 out-of-step: ```quiz q"]);
    check_with("a/one.ko.md", "quiz q", "quiz q level=2", &["a/one.ko.md:15 out-of-step: ```quiz q level=2"]);
    check_files(&[("course.toml", MANIFEST), ("a/one.md", EN)], &["a/one.md:1 missing-translation: "]);
    let more = format!("{KO}\n```sim echo\nyes\n```\n");
    check_files(&[("course.toml", MANIFEST), ("a/one.md", EN), ("a/one.ko.md", &more)], &["a/one.ko.md:22 out-of-step: ```sim echo"]);
}

#[test]
fn course_toml_agrees_with_the_files() {
    check_with("course.toml", "\"a/two\"]", "\"a/two\", \"a/three\"]", &["course.toml:11 no-such-lesson: \"a/three\""]);
    check_with("course.toml", "\"a/one\", ", "", &["a/one.ko.md:1 unlisted-lesson: ", "a/one.md:1 unlisted-lesson: "]);
    check_with("course.toml", "[planned]", "[planned]\n\"a/one\" = { en = \"1\", ko = \"1\" }", &["course.toml:13 planned-written: \"a/one\""]);
    check_with(
        "course.toml",
        "[planned]",
        "[planned]\n\"a/x\" = { en = \"1\" }",
        &["course.toml:13 planned-unlisted: \"a/x\"", "course.toml:13 missing-language: { en = \"1\" }"],
    );
    check_with("course.toml", "\"a/two\"]", "\"a/two\", \"a/one\"]", &["course.toml:11 double-lesson: \"a/one\""]);
    check_with(
        "course.toml",
        "\"ko\"]",
        "\"kr\"]",
        &["a/one.ko.md:1 unlisted-lesson: ", "a/one.ko.md:7 broken-link: [둘](two.ko.md)", "course.toml:4 unknown-language: \"kr\""],
    );
    check_with("course.toml", "id = \"made-up\"", "name = \"x\"", &["course.toml:1 missing-key: ", "course.toml:2 unknown-key: name"]);
}

#[test]
fn files_that_are_no_text_are_reported_and_nothing_else_is_lost() {
    let files: [(&str, &[u8]); 4] =
        [("course.toml", MANIFEST.as_bytes()), ("a/one.md", EN.as_bytes()), ("a/one.ko.md", b"\0\x01"), ("a/two.md", b"+++\ntitle = \"\xff\"\n+++\n")];
    let course = parse_course("folder", files, Arc::default());
    let codes: Vec<_> = course.problems.iter().map(|p| (&*p.source.file, p.code)).collect();
    assert_eq!(codes, [("a/one.ko.md", "binary"), ("a/two.md", "not-utf8"), ("a/two.md", "unshowable"), ("course.toml", "planned-written")]);
    assert_eq!(course.lessons.len(), 2);
}

#[test]
fn what_the_main_language_says_holds_for_all() {
    let en = EN.replacen("\"One\"", "\"One\"\ntags = [\"t\"]\nwas = [\"old/one\"]\naliases = [\"uno\"]", 1);
    let course = course(&[("course.toml", MANIFEST), ("a/one.md", &en), ("a/one.ko.md", KO)]);
    let ko = course.lesson(&Slug::from("a/one"), Lang::Ko).expect("a lesson");
    assert_eq!((ko.front.title.as_str(), ko.front.tags.as_slice(), ko.front.aliases.len()), ("하나", ["t".to_owned()].as_slice(), 0));
    for (word, expected) in
        [("a/one", "a/one"), ("one", "a/one"), ("a/one.ko.md", "a/one"), ("old/one", "a/one"), ("UNO", "a/one"), ("two", "a/two"), ("oen", "a/one")]
    {
        assert_eq!(course.find(word).first().map(|slug| slug.as_str()), Some(expected), "{word}");
    }
    assert!(course.find("elsewhere").is_empty());
}

#[test]
fn a_folder_without_course_toml_is_a_vault() {
    let note =
        "---\ntitle: \"첫 노트\"\ntags: [a, '#b']\naliases:\n  - 하나\nother: x\n---\n\n# 제목\n\n[[둘째#자세한 이야기|둘]] ![[그림.png]] [[없는 노트]]\n";
    let second = "# 둘째 노트\r\n\r\n## 자세한 이야기\r\n\r\n한국어로 쓴 글입니다.\r\n";
    let files = [("z/둘째.md", second), ("첫.md", note), ("README.md", "# no"), (".obsidian/x.md", "no")];
    let course = course(&files);
    assert!(course.is_vault());
    assert_eq!((course.id.as_str(), course.languages.as_slice()), ("folder", [Lang::Ko].as_slice()));
    let order: Vec<_> = course.order().map(|slug| course.title_of(slug, Lang::Ko)).collect();
    assert_eq!(order, ["둘째 노트", "첫 노트"]);
    let first = course.lesson(&Slug::from("첫"), Lang::Ko).expect("a note");
    assert_eq!((first.front.tags.join(","), first.front.aliases.join(",")), ("a,b".into(), "하나".into()));
    let shown: Vec<_> = check(&course, &checks(false)).iter().map(|p| format!("{} {}", p.code, &p.source.text[p.span.clone()])).collect();
    assert_eq!(shown, ["broken-link [[없는 노트]]"]);
}
