//! What the command line says beside its results: nothing more than errors with `-q`, what it does with `-v`.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A course of one lesson, and a data directory.
struct Place(TempDir);

struct Said {
    out: String,
    err: String,
    code: i32,
}

impl Place {
    fn new() -> Place {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("course")).unwrap();
        fs::write(dir.path().join("course/gates.md"), "# Gates\n\nA gate opens.\n").unwrap();
        Place(dir)
    }

    fn run(&self, arguments: &str, input: &str) -> Said {
        let mut child = Command::new(env!("CARGO_BIN_EXE_opsdrill"))
            .args(["--course", "course", "--data-dir", "data", "--lang", "en"])
            .args(arguments.split(' '))
            .current_dir(self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() }
    }
}

#[track_caller]
fn check_verbose(arguments: &str, input: &str, expected: &[&str]) {
    let place = Place::new();
    let (plain, verbose) = (place.run(arguments, input), place.run(&format!("-v {arguments}"), input));
    for part in expected {
        assert!(verbose.err.contains(part) && !plain.err.contains(part), "{part:?} in\n{}\nnot in\n{}", verbose.err, plain.err);
    }
    assert_eq!((&verbose.out, verbose.code), (&plain.out, plain.code), "results are the same");
}

#[test]
fn verbose_says_what_is_done() {
    let course = "the course in course: 1 lessons, 0 problems";
    check_verbose("search gate", "", &[course, "the search index: 1 sections"]);
    check_verbose("search --batch", "{\"query\":\"gate\"}\n", &[course, "lines answered: 1"]);
    check_verbose("read gates", "", &[course]);
    check_verbose("check", "", &["checking course"]);
    check_verbose("review --plain", "", &[course, "the memory lies in data/profiles/default", "entries in the log: 0"]);
    check_verbose("review --json", "", &["the memory lies in"]);
    check_verbose("sim cidr bits 10.0.0.0/20", "", &["cidr ran a scenario of 16 bytes", "outcomes: 1, refusals: 0"]);
    check_verbose("sim cidr --batch", "{}\n{}\n", &["lines answered: 2"]);
    check_verbose("study --batch", "{}\n", &["lines answered: 1"]);
}

#[test]
fn verbose_speaks_korean() {
    let place = Place::new();
    let output =
        Command::new(env!("CARGO_BIN_EXE_opsdrill")).args(["-v", "--lang", "ko", "read", "gates", "--course", "course"]).current_dir(place.0.path()).output();
    assert!(String::from_utf8(output.unwrap().stderr).unwrap().contains("course의 강의: 레슨 1개"));
}

#[test]
fn quiet_says_nothing_but_errors() {
    let place = Place::new();
    assert!(place.run("search walrus", "").err.contains("walrus"));
    let quiet = place.run("-q search walrus", "");
    assert_eq!((quiet.out.as_str(), quiet.err.as_str(), quiet.code), ("", "", 1));
    let quiet = place.run("check -q", "");
    assert_eq!((quiet.out.as_str(), quiet.err.as_str(), quiet.code), ("", "", 0));
    let refused = place.run("-q read nothing", "");
    assert!(refused.code == 2 && refused.err.contains("nothing"), "{}", refused.err);
}

#[test]
fn quiet_and_verbose_do_not_go_together() {
    let said = Place::new().run("-q -v read gates", "");
    assert!(said.code == 2 && said.err.contains("does not go with"), "{}", said.err);
}

/// A string of a clean scenario becomes a control character only when it is read.
#[test]
fn no_control_character_comes_out_of_a_scenario() {
    let scenario = r#"table = { name = "T\u001b[31m", pk = "id\u0007:S" }
item = [{ "id\u0007" = "a\u001b]0;x", note = "\u202e" }, { "id\u0007" = "a\u001b]0;x" }, { other = "\u001b" }]
[[pattern]]
name = "p\u001b[2J"
where = "note = 'x\u009b'"
"#;
    for steps in ["", " --steps"] {
        let said = Place::new().run(&format!("sim dynamodb -f -{steps}"), scenario);
        let bad = |text: &str| text.chars().find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{202e}'));
        assert_eq!((bad(&said.out), bad(&said.err)), (None, None), "{}{}", said.out, said.err);
        assert!(said.out.contains('\u{fffd}') || said.err.contains('\u{fffd}'), "{}{}", said.out, said.err);
    }
}
