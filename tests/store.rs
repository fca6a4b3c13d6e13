//! The event log under trouble: killed processes, two instances, full disks, damage.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use opsdrill::store::{EventLog, StoreError};
use opsdrill::study::{CardId, Event, Millis, Moment, Rating, StudyDay, What};
use rusqlite::Connection;
use tempfile::TempDir;

/// Where the child process of a test finds its directory.
const CHILD: &str = "OPSDRILL_TEST_LOG";

fn review(card: usize) -> What {
    What::Reviewed { card: CardId::from_text(&format!("c/t/a#q{card}")), rating: Rating::Good, judged: None, practice: false, took_ms: 1500, days: Some(2) }
}

/// Noon of a day, UTC.
fn noon(day: i64) -> Moment {
    Moment { at: Millis(day * 86_400_000 + 12 * 3_600_000), ahead: 0 }
}

fn open(dir: &Path) -> (EventLog, Vec<Event>) {
    EventLog::open(dir).unwrap()
}

/// A log with an event on each of the days 1 to `days`.
fn filled(days: i64) -> TempDir {
    let dir = TempDir::new().unwrap();
    let (mut log, _) = open(dir.path());
    for day in 1..=days {
        log.append(review(usize::try_from(day).unwrap()), noon(day)).unwrap();
    }
    dir
}

fn backups(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(dir.join("backups")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_is_kept_is_read_again() {
    let dir = TempDir::new().unwrap();
    let (mut log, events) = open(dir.path());
    assert_eq!(events, []);
    let kept: Vec<Event> = (0..3).map(|n| log.append(review(n), noon(5)).unwrap()).collect();
    assert_eq!(kept.iter().map(|e| e.seq).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(kept[0].stamp.day, StudyDay(5));
    drop(log);
    assert_eq!(open(dir.path()).1, kept);
}

#[test]
fn a_row_of_a_newer_version_is_kept_and_passed_over() {
    let dir = filled(1);
    let sql = "INSERT INTO event SELECT 2, x'00', device, 2, at, ahead, day, 'dreamt', '{\"of\":\"sheep\"}' FROM event";
    Connection::open(dir.path().join("events.db")).unwrap().execute(sql, []).unwrap_err();
    let sql = sql.replace("x'00'", "x'000102030405060708090a0b0c0d0e0f'");
    Connection::open(dir.path().join("events.db")).unwrap().execute(&sql, []).unwrap();
    let (mut log, events) = open(dir.path());
    assert!(matches!(events[1].what, What::Unknown(_)));
    assert_eq!(log.append(review(1), noon(2)).unwrap().seq, 3);
}

#[test]
fn the_log_can_only_grow() {
    let dir = filled(1);
    let db = Connection::open(dir.path().join("events.db")).unwrap();
    for sql in ["UPDATE event SET day = 9", "DELETE FROM event"] {
        assert!(db.execute(sql, []).unwrap_err().to_string().contains("append-only"), "{sql}");
    }
}

#[test]
fn two_instances_see_each_other_and_share_the_numbers() {
    let dir = TempDir::new().unwrap();
    let (mut one, _) = open(dir.path());
    let (mut two, _) = open(dir.path());
    let mut kept = BTreeSet::new();
    for n in 0..5 {
        kept.insert(one.append(review(n), noon(1)).unwrap().seq);
        kept.insert(two.append(review(n), noon(1)).unwrap().seq);
    }
    assert_eq!(kept, (1..=10).collect());
    let all = |log: &mut EventLog| log.news().unwrap().iter().map(|e| e.seq).collect::<BTreeSet<_>>();
    assert!(all(&mut one).is_superset(&BTreeSet::from([2, 4, 6, 8, 10])));
    assert!(all(&mut two).is_superset(&BTreeSet::from([1, 3, 5, 7, 9])));
    assert!(all(&mut one).is_empty() && all(&mut two).is_empty(), "news are told once");
}

#[test]
fn many_instances_write_at_once() {
    let dir = TempDir::new().unwrap();
    let write = |_| {
        let (mut log, _) = open(dir.path());
        (0..20).map(|n| log.append(review(n), noon(1)).unwrap().seq).collect::<Vec<_>>()
    };
    let seqs: Vec<u64> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..4).map(|n| scope.spawn(move || write(n))).collect();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    assert_eq!(seqs.into_iter().collect::<BTreeSet<_>>(), (1..=80).collect());
}

#[test]
fn many_instances_open_a_new_log_at_once() {
    for _ in 0..40 {
        let dir = TempDir::new().unwrap();
        std::thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| open(dir.path()));
            }
        });
    }
}

/// Not a test by itself: the process that the next test kills.
#[test]
fn child_that_answers_until_it_is_killed() {
    let Some(dir) = std::env::var_os(CHILD) else { return };
    let (mut log, _) = open(Path::new(&dir));
    loop {
        let event = log.append(review(1), noon(1)).unwrap();
        println!("\nkept {}", event.seq);
    }
}

#[test]
fn what_was_kept_survives_kill_9() {
    let dir = TempDir::new().unwrap();
    let mut kept = 0;
    for round in 1..=4 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child_that_answers_until_it_is_killed", "--nocapture"])
            .env(CHILD, dir.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut seqs = lines.filter_map(|line| line.unwrap().strip_prefix("kept ").map(|n| n.parse::<u64>().unwrap()));
        for _ in 0..7 * round {
            kept = seqs.next().unwrap();
        }
        child.kill().unwrap();
        kept = seqs.last().unwrap_or(kept);
        child.wait().unwrap();
        let (_, events) = open(dir.path());
        let found: Vec<u64> = events.iter().map(|e| e.seq).collect();
        assert!(found.len() as u64 >= kept, "{kept} were kept, {} are there", found.len());
        assert_eq!(found, (1..=found.len() as u64).collect::<Vec<_>>(), "without a gap");
    }
}

#[test]
fn backups_are_rotated_before_the_first_write_of_a_day() {
    let dir = filled(40);
    let expected: Vec<String> =
        (34..=40).map(|day| format!("day-{}.db", StudyDay(day))).chain([18, 25, 32, 39].map(|day| format!("week-{}.db", StudyDay(day)))).collect();
    assert_eq!(backups(dir.path()), expected);
    let newest = Connection::open(dir.path().join("backups").join(format!("day-{}.db", StudyDay(40)))).unwrap();
    assert_eq!(newest.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0)).unwrap(), 39);
}

#[test]
fn a_backup_that_fails_keeps_no_answer_away() {
    let dir = filled(1);
    fs::write(dir.path().join("backups"), "in the way").unwrap();
    let (mut log, _) = open(dir.path());
    log.append(review(2), noon(2)).unwrap();
    assert!(matches!(log.take_warning(), Some(StoreError::NotADirectory { .. } | StoreError::Io { .. })));
    assert_eq!(log.take_warning(), None);
    assert_eq!(open(dir.path()).1.len(), 2);
}

#[test]
fn a_directory_that_cannot_be_is_named() {
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    assert_eq!(EventLog::open(&file.join("a/b")).unwrap_err(), StoreError::NotADirectory { path: file.clone() });
    assert_eq!(EventLog::open(&file).unwrap_err(), StoreError::NotADirectory { path: file });
    if cfg!(target_os = "linux") {
        assert!(matches!(EventLog::open(Path::new("/proc/opsdrill")), Err(StoreError::CannotCreate { .. })));
    }
}

#[test]
fn a_newer_log_is_not_touched() {
    let dir = filled(1);
    let file = dir.path().join("events.db");
    Connection::open(&file).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(&file).unwrap();
    assert_eq!(EventLog::open(dir.path()).unwrap_err(), StoreError::Newer { file: file.clone(), found: 99, known: 1 });
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_log_can_be_read_without_writing() {
    let dir = filled(3);
    let (mut log, events) = EventLog::open_read_only(dir.path()).unwrap();
    assert_eq!(events.len(), 3);
    assert!(matches!(log.append(review(1), noon(4)), Err(StoreError::ReadOnly { .. })));
    let missing = dir.path().join("none");
    assert!(matches!(EventLog::open_read_only(&missing), Err(StoreError::NotFound { .. })));
}

/// Overwrites a piece of the log behind its first pages.
fn damage(dir: &Path, from: usize) -> PathBuf {
    let file = dir.join("events.db");
    let mut bytes = fs::read(&file).unwrap();
    bytes[from..].fill(0xa5);
    fs::write(&file, bytes).unwrap();
    file
}

#[test]
fn a_damaged_log_is_left_as_it_is() {
    let dir = filled(3);
    let file = damage(dir.path(), 0);
    let before = fs::read(&file).unwrap();
    let newest = dir.path().join("backups").join(format!("day-{}.db", StudyDay(3)));
    assert_eq!(EventLog::open(dir.path()).unwrap_err(), StoreError::Damaged { file: file.clone(), backup: Some(newest) });
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_mended_log_goes_on_from_its_backup_and_keeps_the_damaged_file() {
    let dir = filled(3);
    let before = fs::read(damage(dir.path(), 0)).unwrap();
    let mut mended = EventLog::mend(dir.path()).unwrap();
    assert_eq!((mended.events.len(), mended.rescued), (2, 0));
    assert_eq!(fs::read(&mended.kept).unwrap(), before);
    let event = mended.log.append(review(9), noon(4)).unwrap();
    assert_eq!(event.seq, 1, "numbers begin anew under a new name");
    assert_ne!(event.device, mended.events[0].device);
    drop(mended);
    let again = damage(dir.path(), 0);
    assert!(EventLog::mend(dir.path()).unwrap().kept != again && dir.path().join("events.damaged-1.db").exists());
}

#[test]
fn what_the_damaged_file_still_yields_is_taken_over() {
    let dir = TempDir::new().unwrap();
    let (mut log, _) = open(dir.path());
    for day in [1, 2] {
        (0..200).for_each(|n| drop(log.append(review(n), noon(day)).unwrap()));
    }
    drop(log);
    let length = fs::metadata(dir.path().join("events.db")).unwrap().len();
    damage(dir.path(), usize::try_from(length).unwrap() - 12 * 1024);
    assert!(matches!(EventLog::open(dir.path()), Err(StoreError::Damaged { .. })));
    let mended = EventLog::mend(dir.path()).unwrap();
    assert!(mended.rescued > 50, "{} rescued", mended.rescued);
    assert_eq!(mended.events.len(), 200 + mended.rescued);
}

#[test]
fn an_emptied_log_is_damaged_when_there_are_backups() {
    let dir = filled(2);
    fs::write(dir.path().join("events.db"), "").unwrap();
    assert!(matches!(EventLog::open(dir.path()), Err(StoreError::Damaged { .. })));
    assert_eq!(EventLog::mend(dir.path()).unwrap().events.len(), 1);
}
