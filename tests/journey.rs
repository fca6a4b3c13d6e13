//! An evening with the program, on a real pseudo-terminal.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test says by a panic what went wrong")]

mod terminal;

use terminal::Terminal;

/// Search, open, read, answer, follow a link, run a simulator, quit; the next evening everything is there.
#[test]
fn an_evening_and_the_next() {
    let mut terminal = Terminal::start(&[], (100, 32));
    terminal.wait_for("the first lesson");
    terminal.keys("/");
    terminal.wait_for("esc back".replace("esc", "Esc").as_str());
    terminal.keys("NAT gateway cost");
    terminal.wait_for("What a NAT gateway costs");
    terminal.keys("\r");
    terminal.wait_for("You pay for having it");

    answer_three(&mut terminal);
    follow_the_link(&mut terminal);
    run_the_simulator(&mut terminal);

    terminal.keys("\x1b");
    terminal.wait_for("IPv4, classes and CIDR");
    terminal.keys(":q\r");
    assert_eq!(terminal.wait_exit(), 0);
    terminal.assert_restored();

    let mut terminal = Terminal::start_in(terminal.home(), &["vpc/nat-gateway"], (120, 40), &[]);
    terminal.wait_for("3 of 7");
    terminal.wait_for("Questions");
    terminal.wait_until("three answers", |screen| screen.lines().any(|line| line.contains("Questions") && line.contains("3 of 7")));
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), 0);

    let mut terminal = Terminal::start_in(terminal.home(), &[], (100, 32), &[]);
    terminal.wait_for("Known");
    terminal.keys(":q\r");
    assert_eq!(terminal.wait_exit(), 0);
}

/// Tab comes past simulators and drills before it comes to a question with choices.
fn to_the_first_question(terminal: &mut Terminal) {
    for _ in 0..20 {
        terminal.keys("\t");
        std::thread::sleep(std::time::Duration::from_millis(150));
        let screen = terminal.screen();
        if screen.contains("a-d choose") && screen.contains("Can the internet now") {
            return;
        }
    }
    panic!("there is no question; the screen is\n{}", terminal.screen());
}

/// A choice, a choice and an order: whatever is right, each of them is answered. The end of an explanation may lie
/// below the screen, as a question stays where it is; that it was answered is seen by the last line.
fn answer_three(terminal: &mut Terminal) {
    to_the_first_question(terminal);
    answer(terminal, "a");
    terminal.keys("\t");
    terminal.wait_for("What does the application see?");
    answer(terminal, "b");
    terminal.keys("\t");
    terminal.wait_for("calls a site on the internet. Order the");
    answer(terminal, "\r");
}

fn answer(terminal: &mut Terminal, keys: &str) {
    terminal.wait_for("Enter answer");
    terminal.keys(keys);
    terminal.wait_until("an answered question", |screen| screen.contains("Enter go on") || screen.contains("There is more below"));
}

/// The letter beside the link is whatever the program puts there; find brings the link onto the screen.
fn follow_the_link(terminal: &mut Terminal) {
    terminal.keys("g");
    terminal.wait_for("longest matching prefix");
    terminal.keys("f");
    terminal.wait_until("a letter beside the link", |screen| hint(screen).is_some());
    let letter = hint(&terminal.screen()).unwrap();
    terminal.keys(&letter);
    terminal.wait_for("IPv4, classes and CIDR");
    terminal.wait_for("1 of 7");
}

/// The letter that stands before the word that is the link.
fn hint(screen: &str) -> Option<String> {
    let before = screen.split("prefix wins").next()?;
    before.chars().last().filter(|c| c.is_alphanumeric()).map(String::from)
}

/// Tab comes to the simulators in their order; Enter takes the first of them to the lab, where it is changed.
fn run_the_simulator(terminal: &mut Terminal) {
    terminal.keys("\t");
    terminal.wait_for("change it in the lab");
    terminal.wait_for("00001010.00000000.0010");
    terminal.keys("\r");
    terminal.wait_for("Lab");
    terminal.wait_for("bits 10.0.37.200/20");
}

/// An answer that was seen to be taken is there after a power cut.
#[test]
fn nothing_answered_is_lost_when_it_is_killed() {
    let mut terminal = Terminal::start(&["vpc/nat-gateway"], (120, 40));
    terminal.wait_for("3 of 7");
    to_the_first_question(&mut terminal);
    terminal.keys("a");
    terminal.wait_until("the answer is counted", |screen| screen.contains("1 of 7"));
    terminal.kill();
    let mut terminal = Terminal::start_in(terminal.home(), &["vpc/nat-gateway"], (120, 40), &[]);
    terminal.wait_for("1 of 7");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), 0);
}

/// Each of two instances sees what the other keeps.
#[test]
fn two_instances_share_one_memory() {
    let mut first = Terminal::start(&["vpc/nat-gateway"], (120, 40));
    first.wait_for("0 of 7");
    let home = first.home();
    let path = home.path().to_owned();
    let mut second = Terminal::start_in(home, &["vpc/nat-gateway"], (120, 40), &[]);
    second.wait_for("0 of 7");
    to_the_first_question(&mut first);
    first.keys("a");
    first.wait_for("1 of 7");
    second.wait_for("1 of 7");
    second.keys("q");
    assert_eq!(second.wait_exit(), 0);
    first.keys(":q\r");
    assert_eq!(first.wait_exit(), 0);
    drop(path);
}

/// A data directory that cannot be made: the program works, and says all the time that nothing is saved.
#[test]
fn without_a_place_for_the_memory_it_says_so_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("data");
    std::fs::write(&file, "a plain file").unwrap();
    let mut terminal = Terminal::start(&["--data-dir", file.to_str().unwrap(), "vpc/nat-gateway"], (120, 40));
    terminal.wait_for("3 of 7");
    terminal.wait_for("Not saved");
    to_the_first_question(&mut terminal);
    terminal.keys("a");
    terminal.wait_for("Public is what the route table says");
    terminal.wait_for("1 not saved");
    terminal.keys(":q\r");
    assert_eq!(terminal.wait_exit(), 1);
    terminal.assert_restored();
    assert!(terminal.screen().contains("could not be saved"), "{}", terminal.screen());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "a plain file");
}

/// While another program holds the log, an answer counts and waits; it is saved when the log is free, or by the next start.
#[test]
fn an_answer_that_the_log_refuses_waits_until_it_is_saved() {
    let data = tempfile::tempdir().unwrap();
    let arguments = ["--data-dir", data.path().to_str().unwrap(), "vpc/nat-gateway"];
    let mut terminal = Terminal::start(&arguments, (120, 40));
    terminal.wait_for("3 of 7");
    to_the_first_question(&mut terminal);
    let log = data.path().join("profiles/default/events.db");
    let rows =
        || rusqlite::Connection::open(&log).unwrap().query_row("SELECT count(*) FROM event WHERE kind = 'reviewed'", [], |row| row.get::<_, i64>(0)).unwrap();
    let hold = || {
        let holder = rusqlite::Connection::open(&log).unwrap();
        holder.execute_batch("BEGIN IMMEDIATE").unwrap();
        holder
    };
    let holder = hold();
    terminal.keys("a");
    terminal.wait_for("1 not saved");
    terminal.wait_for("1 of 7");
    assert_eq!(rows(), 0);
    drop(holder);
    terminal.wait_gone("not saved");
    assert_eq!(rows(), 1);
    let holder = hold();
    terminal.keys("\tb");
    terminal.wait_for("1 not saved");
    terminal.keys(":q\r");
    assert_eq!(terminal.wait_exit(), 0);
    terminal.assert_restored();
    assert!(terminal.screen().contains("the next start takes"), "{}", terminal.screen());
    drop(holder);
    let mut terminal = Terminal::start(&arguments, (120, 40));
    terminal.wait_for("2 of 7");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), 0);
    assert_eq!(rows(), 2);
}

/// Escape sequences of a lesson reach the terminal as harmless letters; a binary file is a problem, not a crash.
#[test]
fn a_hostile_course_is_readable_and_harmless() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("evil.md"), "# Evil \x1b]0;stolen\x07 title\n\nText \x1b[31mred\x1b[2J and more.\n").unwrap();
    std::fs::write(folder.path().join("binary.md"), [0, 159, 146, 150, 255, 0, 1, 2]).unwrap();
    let mut terminal = Terminal::start(&["--course", folder.path().to_str().unwrap(), "evil"], (80, 24));
    terminal.wait_for("and more");
    let transcript = terminal.transcript();
    assert!(!transcript.contains("]0;stolen\x07") && !transcript.contains("\x1b[2J and"), "{transcript:?}");
    terminal.keys("q");
    assert_eq!(terminal.wait_exit(), 0);
}

#[test]
fn a_course_that_is_not_there_is_refused() {
    let mut terminal = Terminal::start(&["--course", "/nonexistent/course"], (80, 24));
    assert_eq!(terminal.wait_exit(), 2);
    assert!(terminal.transcript().contains("/nonexistent/course"));
    terminal.assert_restored();
}
