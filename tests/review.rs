//! `review --plain` and `review --json`, as a whole program with its standard streams.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const MANIFEST: &str = r#"
id = "c"
title = { en = "C", ko = "C" }
languages = ["en", "ko"]
[[part]]
id = "p"
title = { en = "P", ko = "P" }
[[part.module]]
title = { en = "M", ko = "M" }
lessons = ["t/a"]
"#;

const ENGLISH: &str = r#"+++
title = "Gates"
+++

```quiz where fixed hint="Think of the route."
Where does it live?

- [ ] In the private subnet
  - It would lead back to itself.
- [x] In a public subnet

> By its route.
```

```quiz size
How large is a block?

= 4 KB
```

```quiz parts
A {{c1::subnet}} has a {{c2::route table}}.
```

```quiz why
Why?

---

Because.
```
"#;

const KOREAN: &str = r#"+++
title = "문"
+++

```quiz where fixed
어디에 있을까?

- [ ] 프라이빗 서브넷
  - 자기 자신으로 돌아온다.
- [x] 퍼블릭 서브넷

> 라우트 때문이다.
```

```quiz size
블록의 크기는?

= 4 KB
```

```quiz parts
{{c1::서브넷}}에는 {{c2::라우트 테이블}}이 있다.
```

```quiz why
왜?

---

그래서.
```
"#;

struct Place(TempDir);

impl Place {
    fn new() -> Place {
        let dir = TempDir::new().unwrap();
        let topic = dir.path().join("course/t");
        fs::create_dir_all(&topic).unwrap();
        fs::write(dir.path().join("course/course.toml"), MANIFEST).unwrap();
        fs::write(topic.join("a.md"), ENGLISH).unwrap();
        fs::write(topic.join("a.ko.md"), KOREAN).unwrap();
        Place(dir)
    }

    fn run(&self, arguments: &[&str], input: &str) -> (String, i32) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_opsdrill"))
            .args(["--course", "course", "--data-dir", "data"])
            .args(arguments)
            .current_dir(self.0.path())
            .env("LANG", "C")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        (said, output.status.code().unwrap())
    }

    /// Lines said to a plain session; the whole talk.
    fn talk(&self, lang: &str, lines: &[&str]) -> String {
        let (said, code) = self.run(&["--lang", lang, "review", "--plain"], &lines.iter().map(|line| format!("{line}\n")).collect::<String>());
        assert_eq!(code, 0, "{said}");
        said
    }

    fn queue(&self) -> Value {
        let (said, code) = self.run(&["review", "--json"], "");
        assert_eq!(code, 0, "{said}");
        serde_json::from_str(&said).unwrap()
    }

    /// Due and new cards.
    fn counts(&self) -> (u64, u64) {
        let queue = self.queue();
        (queue["due"].as_u64().unwrap(), queue["new"].as_u64().unwrap())
    }
}

#[track_caller]
fn says(said: &str, parts: &[&str]) {
    let mut rest = said;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part:?} is not said, or too early:\n{said}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn a_whole_session_in_english() {
    let place = Place::new();
    // yes; the choice; a number, its unit, then a rating of one's own; a blank, recall, the other blank.
    let said = place.talk("en", &["y", "b", "", "4", "4kb", "4", "subnet", "", "", "3", "Route  Table", ""]);
    says(&said, &["5 cards of \"Gates\"", "5 are new", "1/5 · t/a", "a) In the private subnet", "Right.", "By its route.", "Enter or 3 good"]);
    says(
        &said,
        &[
            "2/5",
            "In which unit?",
            "Right.",
            "3/5",
            "A [1: ____] has a route table.",
            "4/5",
            "Why?",
            "Because.",
            "1 again today",
            "5/5",
            "A subnet has a [1: ____].",
        ],
    );
    says(&said, &["5 answers, 5 right, 0 left"]);
    assert_eq!(place.counts(), (0, 0));
    says(&place.talk("en", &[]), &["Nothing is due."]);
}

#[test]
fn a_whole_session_in_korean() {
    let place = Place::new();
    let said = place.talk("ko", &["네", "ㅠ", "", "4", "4KB", "", "서브넷에", "", "", "3", "라우트테이블", ""]);
    says(&said, &["카드 5장을 시작할까요", "a) 프라이빗 서브넷", "맞았습니다.", "라우트 때문이다.", "3 알맞음", "단위까지"]);
    says(&said, &["[1: ____]에는 라우트 테이블이 있다.", "맞았습니다.", "그래서.", "서브넷에는 [1: ____]이 있다.", "5개 답함, 5개 맞음, 0장 남음"]);
    assert_eq!(place.counts(), (0, 0));
}

#[test]
fn a_wrong_answer_is_explained_and_comes_again() {
    let place = Place::new();
    let said = place.talk("en", &["y", "a", "", ":q"]);
    says(
        &said,
        &["Not right.", "b) In a public subnet", "a) In the private subnet", "It would lead back to itself.", "By its route.", "Enter or 1 again today", "2/6"],
    );
    assert_eq!(place.counts(), (1, 4));
    assert_eq!(place.queue()["cards"][0]["card"], "c/t/a#where");
}

#[test]
fn one_key_overrules_the_verdict() {
    let place = Place::new();
    place.talk("en", &["y", "a", "3"]);
    assert_eq!(place.counts(), (0, 4));
}

#[test]
fn nothing_is_lost_at_the_end_of_the_input() {
    let place = Place::new();
    place.talk("en", &["y", "b"]); // judged, no rating any more
    assert_eq!(place.counts(), (0, 4));
    place.talk("en", &["4 KB", "", ":s", ""]); // recall compared, not rated
    assert_eq!(place.counts(), (0, 3));
}

#[test]
fn undo_brings_a_card_back() {
    let place = Place::new();
    let said = place.talk("en", &["y", "b", "", ":u", "a", "", ":u", ":u", ":q"]);
    says(&said, &["1/5", "2/5", "1/5", "Not right.", "2/6", "1/5", "There is nothing to undo."]);
    assert_eq!(place.counts(), (0, 5));
}

#[test]
fn hints_flags_and_skips() {
    let place = Place::new();
    let said = place.talk("en", &["y", ":h", ":f", ":s", ":h", ":q"]);
    says(&said, &["Think of the route.", "1/5 · t/a ⚑", "1/4", "There is no hint"]);
    assert_eq!((place.counts(), &place.queue()["cards"][0]["flagged"]), ((0, 5), &Value::Bool(true)));
}

#[test]
fn what_cannot_be_understood_is_asked_again() {
    let said = Place::new().talk("en", &["y", "z", "b", "x", "3"]);
    says(&said, &["not among the letters", "Right.", "A number from 1 to 4"]);
}

#[test]
fn a_drill_has_new_numbers_at_the_second_try() {
    let place = Place::new();
    for file in ["a.md", "a.ko.md"] {
        let lesson = "+++\ntitle = \"T\"\n+++\n\n```drill cidr host-count level=3\n```\n";
        fs::write(place.0.path().join("course/t").join(file), lesson).unwrap();
    }
    let said = place.talk("en", &["y", "what?", "0", "", "0", "", ":q"]);
    says(&said, &["1/1 · t/a", "Not right.", "Enter or 1 again", "2/2", "Not right.", "3/3"]);
    let asked: Vec<&str> = said.split("· t/a").skip(1).filter_map(|part| part.trim().lines().next()).collect();
    assert!(asked.len() == 3 && asked[0] != asked[1], "{asked:?}");
    let again = place.talk("ko", &[":q"]);
    says(&again, &["복습할 카드 1장", "1/1 · t/a"]);
}

#[test]
fn a_look_at_the_queue_writes_nothing() {
    let place = Place::new();
    assert_eq!(place.counts(), (0, 0));
    assert!(!place.0.path().join("data").exists());
}

#[test]
fn topics_and_profiles_are_apart() {
    let place = Place::new();
    place.talk("en", &["y", ":q"]);
    assert_eq!(place.counts(), (0, 5));
    let (said, _) = place.run(&["review", "--json", "--topic", "other"], "");
    assert_eq!(serde_json::from_str::<Value>(&said).unwrap()["cards"], Value::Array(Vec::new()));
    let (said, _) = place.run(&["review", "--json", "--profile", "other"], "");
    assert_eq!(serde_json::from_str::<Value>(&said).unwrap()["cards"], Value::Array(Vec::new()));
}

#[test]
fn a_log_that_cannot_be_is_told_in_both_languages_and_what_is_lost_is_counted() {
    let place = Place::new();
    fs::write(place.0.path().join("data"), "").unwrap();
    for (lang, why, lost) in [("en", "is a file, but a directory is needed", "2 entries"), ("ko", "디렉터리가 있어야 합니다", "기록 2건")] {
        let (said, code) = place.run(&["--lang", lang, "review", "--plain"], "");
        assert!(code == 0 && said.contains(why), "{code} {said}");
        let (said, code) = place.run(&["--lang", lang, "review", "--plain"], "y\nb\n\n:q\n");
        assert!(code == 1 && said.contains(why) && said.contains(lost), "{code} {said}");
        assert!(!said.contains("Everything is saved") && !said.contains("모두 저장"), "{said}");
    }
}

#[test]
fn what_the_log_refuses_is_taken_in_at_the_next_start() {
    let place = Place::new();
    place.talk("en", &[]);
    let log = place.0.path().join("data/profiles/default/events.db");
    let holder = rusqlite::Connection::open(log).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (said, code) = place.run(&["review", "--plain"], "y\nb\n\n:q\n");
    says(&said, &["One answer", "kept beside it", "2 entries could not be put into the log"]);
    assert_eq!((code, place.counts()), (0, (0, 4)));
    drop(holder);
    says(&place.talk("en", &[":q"]), &["2 entries that could not be saved before are in the log now"]);
    assert_eq!(place.counts(), (0, 4));
}

#[test]
fn a_damaged_log_goes_on_from_its_backup() {
    let place = Place::new();
    place.talk("en", &["y", "b", "", ":q"]);
    let profile = place.0.path().join("data/profiles/default");
    damage(&profile.join("events.db"));
    assert_eq!(place.run(&["review", "--json"], "").1, 2, "a look does not mend");
    let (said, code) = place.run(&["review", "--plain"], ":q\n");
    says(&said, &["The log was damaged. It is kept, as it was, at"]);
    assert!(code == 0 && profile.join("events.damaged-1.db").exists());
}

fn damage(file: &Path) {
    let length = fs::metadata(file).unwrap().len();
    fs::write(file, vec![0xa5; usize::try_from(length).unwrap()]).unwrap();
}
