//! The whole program on a real pseudo-terminal: what a learner types and sees, and how the terminal is left.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test says by a panic what went wrong")]

mod terminal;

use terminal::Terminal;

#[test]
fn it_opens_with_the_welcome_and_gives_the_terminal_back() {
    let mut terminal = Terminal::start(&[], (80, 24));
    terminal.wait_for("the first lesson");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), 0);
    terminal.assert_restored();
}

#[test]
fn it_speaks_korean() {
    let mut terminal = Terminal::start(&["--lang", "ko"], (80, 24));
    terminal.wait_for("첫 레슨 열기");
    terminal.keys(":q\r");
    assert_eq!(terminal.wait_exit(), 0);
    terminal.assert_restored();
}

#[test]
fn a_signal_ends_it_and_the_terminal_is_given_back() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let mut terminal = Terminal::start(&[], (80, 24));
        terminal.wait_for("the first lesson");
        terminal.signal(signal);
        assert_eq!(terminal.wait_exit(), code, "{signal}");
        terminal.assert_restored();
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_says_why() {
    for place in ["1", "worker"] {
        let mut terminal = Terminal::start_with(&[], (80, 24), &[("OPSDRILL_PANIC", place)]);
        terminal.wait_for("the first lesson");
        terminal.keys("\x1b[24~");
        assert_eq!(terminal.wait_exit(), 101, "{place}");
        terminal.assert_restored();
        assert!(terminal.transcript().contains("OPSDRILL_PANIC"), "{place}: {}", terminal.transcript());
    }
}

#[test]
fn it_follows_the_size_of_the_terminal() {
    let mut terminal = Terminal::start(&[], (120, 40));
    terminal.wait_for("the first lesson");
    terminal.resize((30, 8));
    terminal.wait_for("too small");
    terminal.resize((40, 12));
    terminal.wait_for("the first lesson");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), 0);
}

#[test]
fn without_a_terminal_it_says_what_to_do_instead() {
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_opsdrill")).env("HOME", "/nonexistent").env("LANG", "C.UTF-8").output().unwrap();
    assert_eq!(out.status.code(), Some(2));
    let text = String::from_utf8(out.stderr).unwrap();
    assert!(text.contains("opsdrill read"), "{text}");
}

#[test]
fn a_dumb_terminal_is_told_what_to_do_instead() {
    let mut terminal = Terminal::start_with(&[], (80, 24), &[("TERM", "dumb")]);
    assert_eq!(terminal.wait_exit(), 2);
    assert!(terminal.transcript().contains("opsdrill read"), "{}", terminal.transcript());
}
